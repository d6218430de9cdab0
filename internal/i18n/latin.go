package i18n

import (
	"strings"
	"unicode"
)

// Latin writes the Devanagari of s in readable Latin letters, as names of places are written: अमनौर Amnaur, प्रखंड Prakhand.
// Words from Devanagari begin with a capital; all else stays as it is. It drops the vowel that is written but not spoken.
func Latin(s string) string {
	var b strings.Builder
	word := make([]rune, 0, wordRunes)
	flush := func() {
		if len(word) > 0 {
			spellWord(&b, word)
			word = word[:0]
		}
	}
	for _, r := range NFC(s) {
		switch {
		case r == '\u200c', r == '\u200d', r == 'ः' && len(word) > 0:
		case r == nukta && len(word) > 0:
			word[len(word)-1] = dotted(word[len(word)-1])
		case deva(r) && (letter(r) || unicode.IsMark(r)) && r != nukta:
			word = append(word, r)
		default:
			flush()
			b.WriteRune(latinMark(r))
		}
	}
	flush()
	return b.String()
}

// latinMark gives the Latin form of what stands between words.
func latinMark(r rune) rune {
	switch r {
	case '।', '॥', '॰':
		return '.'
	}
	return asciiDigit(r)
}

// dotted gives a consonant with its nukta as one rune, or itself where the dot is not heard in Latin.
func dotted(r rune) rune {
	switch r {
	case 'ड':
		return flapD
	case 'ढ':
		return flapDh
	case 'ज':
		return '\u095b'
	case 'फ':
		return '\u095e'
	}
	return r
}

// syllable is a run of consonants with the vowel after it; the vowel is "" if a virama holds it off or speech drops it.
type syllable struct {
	heads    string
	cluster  int // consonants in heads
	vowel    string
	inherent bool // the vowel is the unwritten a
	nasal    bool
	last     rune
	prior    rune // the consonant before last
}

func spellWord(b *strings.Builder, w []rune) {
	syllables := parse(w)
	dropSchwas(syllables)
	var out strings.Builder
	for i, s := range syllables {
		out.WriteString(s.heads)
		out.WriteString(s.vowel)
		if s.nasal {
			out.WriteString(nasalBefore(syllables, i))
		}
	}
	spelt := out.String()
	if spelt != "" {
		b.WriteString(strings.ToUpper(spelt[:1]) + spelt[1:])
	}
}

// nasalBefore gives m before a lip consonant, else n.
func nasalBefore(ss []syllable, i int) string {
	if i+1 < len(ss) && ss[i+1].heads != "" && strings.ContainsRune("pbm", rune(ss[i+1].heads[0])) {
		return "m"
	}
	return "n"
}

func parse(w []rune) []syllable {
	var out []syllable
	var s syllable
	end := func() { out = append(out, s); s = syllable{} }
	for i := 0; i < len(w); i++ {
		r := w[i]
		switch {
		case latinConsonant(r) != "":
			s.add(w, i)
			switch {
			case i+1 < len(w) && w[i+1] == virama:
				i++
				if i+1 == len(w) {
					end()
				}
			case i+1 < len(w) && latinVowel[w[i+1]] != "" && !letter(w[i+1]):
				s.vowel = latinVowel[w[i+1]]
				i++
				end()
			default:
				s.vowel, s.inherent = "a", true
				end()
			}
		case latinVowel[r] != "":
			s.vowel = latinVowel[r]
			end()
		case r == anusvara || r == 'ँ':
			if len(out) > 0 {
				out[len(out)-1].nasal = true
			}
		}
	}
	return out
}

// add puts the consonant at w[i] on the syllable's head.
func (s *syllable) add(w []rune, i int) {
	c := latinConsonant(w[i])
	switch {
	case w[i] == 'ञ' && s.last == 'ज':
		s.heads = strings.TrimSuffix(s.heads, "j")
		c = "gy"
	case w[i] == 'व' && s.cluster > 0:
		c = "w"
	}
	s.heads += c
	s.cluster++
	s.prior, s.last = s.last, w[i]
}

// dropSchwas leaves out the inherent vowels that speech leaves out: at the end of a word, and between a vowel and a
// consonant with its own vowel, going from the end so that no two in a row fall.
func dropSchwas(ss []syllable) {
	n := len(ss)
	if n > 1 && ss[n-1].inherent && !ss[n-1].nasal && !ss[n-1].holds() {
		ss[n-1].vowel = ""
	}
	for i := n - 2; i > 0; i-- {
		s, next, before := &ss[i], &ss[i+1], &ss[i-1]
		if s.inherent && !s.nasal && s.cluster == 1 && s.heads != "" &&
			next.vowel != "" && next.cluster == 1 && before.vowel != "" && !before.nasal {
			s.vowel = ""
			if next.heads == "v" {
				next.heads = "w"
			}
		}
	}
}

// holds reports a cluster that keeps its final a in writing: मध्य Madhya, क्षेत्र Kshetra; but धर्म Dharm.
func (s *syllable) holds() bool {
	return s.cluster > 1 && s.prior != 'र' && strings.ContainsRune("यरवलनमण", s.last)
}

var latinVowel = map[rune]string{
	'अ': "a", 'आ': "a", 'इ': "i", 'ई': "i", 'उ': "u", 'ऊ': "u", 'ऋ': "ri", 'ए': "e", 'ऐ': "ai", 'ओ': "o", 'औ': "au", 'ऑ': "o", 'ऍ': "e",
	'ा': "a", 'ि': "i", 'ी': "i", 'ु': "u", 'ू': "u", 'ृ': "ri", 'े': "e", 'ै': "ai", 'ो': "o", 'ौ': "au", 'ॉ': "o", 'ॅ': "e",
}

// latinConsonant gives the letters of a consonant, or "".
func latinConsonant(r rune) string {
	switch {
	case r >= 'क' && r <= 'ह':
		return romans[r-'क']
	case r >= '\u0958' && r <= '\u095f':
		return [...]string{"q", "kh", "g", "z", "r", "rh", "f", "y"}[r-'\u0958']
	}
	return ""
}

var romans = [...]string{
	"k", "kh", "g", "gh", "n", "ch", "chh", "j", "jh", "n", "t", "th", "d", "dh", "n", "t", "th", "d", "dh", "n", "n",
	"p", "ph", "b", "bh", "m", "y", "r", "r", "l", "l", "l", "v", "sh", "sh", "s", "h",
}
