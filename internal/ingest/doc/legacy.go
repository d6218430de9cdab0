package doc

import (
	"strings"
	"unicode"

	"github.com/anupalan/anupalan/internal/i18n"
)

// Font is a typing convention from before Unicode: the letters look right in that font
// alone, and are Latin letters to every other program.
type Font string

// The conventions that can be turned into Unicode.
const (
	Unicode  Font = ""         // nothing to turn
	KrutiDev Font = "krutidev" // Kruti Dev 010 and DevLys 010, the typewriter keyboard
	Chanakya Font = "chanakya" // the newspapers' font
)

// Name is the font's own name, as people know it.
func (f Font) Name() string {
	return map[Font]string{KrutiDev: "Kruti Dev", Chanakya: "Chanakya"}[f]
}

// FontNamed gives the convention of a font by its name in a document.
func FontNamed(name string) Font {
	name = strings.ToLower(strings.ReplaceAll(name, " ", ""))
	switch {
	case strings.Contains(name, "kruti"), strings.Contains(name, "devlys"):
		return KrutiDev
	case strings.HasPrefix(name, "chanakya"):
		return Chanakya
	}
	return Unicode
}

// Legacy turns a text typed in an old font into Unicode, line by line, and names the
// font; a text that is typed in none comes back as it is. The caller shows both texts:
// a guess at a font is never taken silently.
func Legacy(text string) (string, Font) {
	font := fontOf(text)
	if font == Unicode {
		return text, Unicode
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		if wordsOf(font, line) {
			line = font.Convert(line)
		}
		b.WriteString(line)
	}
	return i18n.NFC(b.String()), font
}

// Convert turns what was typed in the font into Unicode.
func (f Font) Convert(s string) string {
	switch f {
	case KrutiDev:
		return colons(krutiDev.convert(s))
	case Chanakya:
		return chanakya.convert(s)
	}
	return s
}

// fontOf tells the font of a text by its commonest words. Postpositions are a third of
// Hindi, and no other language has "esa" and "ds" on every line.
func fontOf(text string) Font {
	const enough = 8 // common words in a hundred
	words, kruti, walk := 0, 0, 0
	for w := range strings.FieldsSeq(text) {
		words++
		switch w = strings.TrimRight(w, "A]-"); {
		case krutiWords[w]:
			kruti++
		case chanakyaWords[w]:
			walk++
		}
	}
	switch {
	case kruti >= 3 && kruti*100 >= words*enough && kruti > walk:
		return KrutiDev
	case walk >= 3 && walk*100 >= words*enough:
		return Chanakya
	}
	return Unicode
}

// wordsOf tells whether a line of a text in an old font is itself in it: an English
// heading or a line of real Devanagari among the others stays.
func wordsOf(font Font, line string) bool {
	if strings.ContainsFunc(line, func(r rune) bool { return unicode.Is(unicode.Devanagari, r) }) {
		return false
	}
	if font == Chanakya {
		return strings.ContainsFunc(line, func(r rune) bool { return r > 0xA0 && r < 0x100 })
	}
	words, english := 0, 0
	for w := range strings.FieldsSeq(line) {
		if krutiWords[w] {
			return true
		}
		if len(w) < 4 {
			continue
		}
		if words++; looksEnglish(strings.Trim(w, ".,:;()\"'")) {
			english++
		}
	}
	return words > 0 && english*3 < words*2
}

// looksEnglish: letters alone, capitals only at the start or throughout, and a vowel in
// every five letters. Words typed in Kruti Dev have signs and capitals in their middle.
func looksEnglish(w string) bool {
	upper, vowels, run := 0, 0, 0
	for i, r := range w {
		switch {
		case r > 'z' || !unicode.IsLetter(r) && r != '-':
			return false
		case unicode.IsUpper(r):
			if upper++; i > 0 && upper <= i {
				return false
			}
		case upper > 1:
			return false
		}
		if run++; strings.ContainsRune("aeiouyAEIOUY", r) {
			vowels, run = vowels+1, 0
		} else if run > 4 {
			return false
		}
	}
	return vowels > 0
}

// typed is a font's table: what stands for which letters. Two private letters mark what
// has to move: the short i, typed before its syllable, and the r that is written above
// the next one and typed after it.
type typed struct {
	letters map[string]string
	longest int
}

const (
	shortI = '\uE000'
	reph   = '\uE001'
)

// table reads pairs "typed letters", parted by spaces.
func table(pairs string) *typed {
	t := &typed{letters: map[string]string{}}
	f := strings.Fields(pairs)
	for i := 0; i+1 < len(f); i += 2 {
		t.letters[f[i]] = f[i+1]
		t.longest = max(t.longest, len([]rune(f[i])))
	}
	return t
}

// convert replaces the longest known pieces from the left and sets the syllables right.
func (t *typed) convert(s string) string {
	in := []rune(s)
	out := make([]rune, 0, len(in))
	for i := 0; i < len(in); {
		n := min(t.longest, len(in)-i)
		for ; n > 0; n-- {
			if to, ok := t.letters[string(in[i:i+n])]; ok {
				out = append(out, []rune(to)...)
				break
			}
		}
		if n == 0 {
			out = append(out, in[i])
			n = 1
		}
		i += n
	}
	return string(marks(syllables(out)))
}
