package i18n

import (
	"strings"
	"unicode/utf8"
)

// An ending is what the oblique case or the plural puts behind a word, and what stood in its place.
type ending struct {
	form  string
	bases []string
}

// hindiEndings are the endings of nouns and adjectives, folded, the longest first: लाभार्थियों लाभार्थी, चिड़ियाँ चिड़िया,
// योजनाओं योजना, महिलाएँ महिला, प्रखंडों प्रखंड, लड़कों लड़का, शिकायतें शिकायत, जिले जिला, रुपए रुपया.
var hindiEndings = []ending{
	{"ियों", []string{"ि", "ी", "िया"}}, {"ियां", []string{"ि", "ी", "िया"}}, {"ुओं", []string{"ु", "ू", "ुआं"}}, {"ुएं", []string{"ु", "ू", "ुआं"}},
	{"ाओं", []string{"ा"}}, {"ाएं", []string{"ा"}}, {"ओं", []string{""}}, {"एं", []string{""}},
	{"ों", []string{"", "ा"}}, {"ें", []string{""}}, {"े", []string{"ा"}}, {"ए", []string{"या"}},
}

// latinEndings are the same as they are typed in Latin letters.
var latinEndings = []ending{
	{"iyaan", []string{"i"}}, {"iyon", []string{"i"}}, {"iyan", []string{"i"}}, {"iyo", []string{"i"}}, {"aaon", []string{"a"}}, {"aon", []string{"a"}},
	{"aen", []string{"a"}}, {"ao", []string{"a"}}, {"on", []string{"", "a"}}, {"en", []string{""}}, {"o", []string{"", "a"}}, {"e", []string{"a"}},
}

// englishEndings are the plurals of English.
var englishEndings = []ending{{"ies", []string{"y"}}, {"ches", []string{"ch"}}, {"shes", []string{"sh"}}, {"sses", []string{"ss"}}, {"s", []string{""}}}

// base is what a word may be a form of.
type base struct {
	word      string
	romanised bool
}

// bases gives the words of which a folded word may be a form, without itself. It must have two letters without
// the vowel of the ending, a Latin word three.
func bases(word string) []base {
	last, _ := utf8.DecodeLastRuneInString(word)
	switch {
	case deva(last):
		return basesBy(word, hindiEndings, 2, false)
	case !latin(last) || strings.HasSuffix(word, "ss"):
		return nil
	}
	return append(basesBy(word, englishEndings, 3, false), basesBy(word, latinEndings, 3, true)...)
}

// basesBy takes the longest ending that fits.
func basesBy(word string, endings []ending, least int, romanised bool) []base {
	for _, e := range endings {
		stem, ok := strings.CutSuffix(word, e.form)
		if !ok || lettersIn(stem)+lettersIn(e.form) < least {
			continue
		}
		list := make([]base, len(e.bases))
		for i, b := range e.bases {
			list[i] = base{stem + b, romanised}
		}
		return list
	}
	return nil
}

// lettersIn counts letters of a folded word, vowel signs not among them.
func lettersIn(s string) (n int) {
	for _, r := range s {
		if letter(r) {
			n++
		}
	}
	return n
}
