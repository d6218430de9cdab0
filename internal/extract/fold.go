package extract

import "unicode/utf8"

const (
	anusvara     = 'ं'
	chandrabindu = 'ँ'
	visarga      = 'ः'
	nukta        = '़'
	virama       = '्'
)

// nuktaBase maps the precomposed nukta letters to their base letters.
var nuktaBase = [8]rune{'क', 'ख', 'ग', 'ज', 'ड', 'ढ', 'फ', 'य'}

// appendFold appends the reading key of one word: signs that do not change
// the word are dropped, spelling variants of the nasals meet, and slips of the
// keyboard such as a doubled vowel sign or a nasal typed too early are mended.
// Vowel length stays, because की and कि are different words of the grammar.
func appendFold(dst []byte, s string) []byte {
	from := len(dst)
	var last, before rune // the two runes last written
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			before, last = last, rune(c)
			dst = append(dst, c)
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		r = foldRune(r)
		switch {
		case r == 0:
			continue
		case isVowelSign(r) && last == r:
			continue
		case isVowelSign(r) && last == anusvara:
			dst = dst[:len(dst)-3]
			dst = utf8.AppendRune(dst, r)
			dst = utf8.AppendRune(dst, anusvara)
			before, last = r, anusvara
			continue
		case isStop(r) && last == virama && isNasal(before) && len(dst)-from > 6:
			dst = dst[:len(dst)-6]
			dst = utf8.AppendRune(dst, anusvara)
		}
		dst = utf8.AppendRune(dst, r)
		before, last = last, r
	}
	if last == virama {
		dst = dst[:len(dst)-3]
	}
	return dst
}

// foldRune gives the letter a rune stands for, or 0 where it stands for none.
func foldRune(r rune) rune {
	switch {
	case r == nukta || r == visarga || isInvisible(r):
		return 0
	case r == chandrabindu:
		return anusvara
	case r >= 0x0958 && r <= 0x095f:
		return nuktaBase[r-0x0958]
	case r == 0x0929:
		return 'न'
	case r == 0x0931:
		return 'र'
	case r >= '०' && r <= '९':
		return '0' + (r - '०')
	}
	return r
}

// isInvisible tells whether r is a joiner, a bidi mark or another sign without a picture.
func isInvisible(r rune) bool {
	switch {
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x2069:
		return true
	}
	return r == 0xfeff || r == 0xad || r == 0xfe0f
}

func isVowelSign(r rune) bool { return r >= 'ा' && r <= 'ौ' }

// isStop tells whether r is a consonant before which a half nasal is written as anusvara.
func isStop(r rune) bool { return r >= 'क' && r <= 'म' }

func isNasal(r rune) bool { return r == 'ङ' || r == 'ञ' || r == 'ण' || r == 'न' || r == 'म' }

// appendStem appends the key under which the open-class words of the lexicon
// are found: vowel length is dropped, since loan words are spelt every way
// (हैल्पलाईन, हेल्पलाइन), and so are the endings of number and case.
func appendStem(dst []byte, folded []byte) []byte {
	from := len(dst)
	if len(folded) > 0 && folded[0] < utf8.RuneSelf {
		return latinStem(append(dst, folded...), from)
	}
	var ring [4]rune // the runes last written, newest at the end
	for i := 0; i < len(folded); {
		r, n := utf8.DecodeRune(folded[i:])
		i += n
		r = shortVowel(r)
		if ring[3] == virama && r == ring[2] && ring[1] == virama && ring[0] == 'र' {
			dst = dst[:len(dst)-3] // र्त्त and र्त are one
			ring = [4]rune{0, ring[0], ring[1], ring[2]}
			continue
		}
		dst = utf8.AppendRune(dst, r)
		ring = [4]rune{ring[1], ring[2], ring[3], r}
	}
	return stripEnding(dst, from)
}

func shortVowel(r rune) rune {
	switch r {
	case 'ई':
		return 'इ'
	case 'ऊ':
		return 'उ'
	case 'ऐ', 'ऍ':
		return 'ए'
	case 'औ':
		return 'ओ'
	case 'ऑ':
		return 'आ'
	case 'ी':
		return 'ि'
	case 'ू':
		return 'ु'
	case 'ै', 'ॅ':
		return 'े'
	case 'ौ':
		return 'ो'
	case 'ॉ':
		return 'ा'
	case 'ळ':
		return 'ल'
	}
	return r
}

// endings are the inflections of nouns, longest first; keep is what stays.
var endings = []struct{ cut, keep string }{
	{"ियों", "ि"}, {"ियां", "ि"}, {"िओं", "ि"}, {"ियो", "ि"}, {"इयों", "इ"}, {"इयां", "इ"},
	{"ाओं", ""}, {"ाएं", ""}, {"ायें", ""}, {"ुओं", "ु"}, {"गणों", ""}, {"गण", ""}, {"ओं", "ओ"},
	{"ों", ""}, {"ें", ""}, {"र्स", "र"}, {"ो", ""}, {"ा", ""}, {"े", ""},
}

func stripEnding(dst []byte, from int) []byte {
	word := dst[from:]
	if len(word) < 9 {
		return dst
	}
	for _, e := range endings {
		if len(word) >= len(e.cut)+6 && string(word[len(word)-len(e.cut):]) == e.cut {
			return append(dst[:len(dst)-len(e.cut)], e.keep...)
		}
	}
	return dst
}

func latinStem(dst []byte, from int) []byte {
	word := dst[from:]
	n := len(word)
	switch {
	case n > 4 && string(word[n-3:]) == "ies":
		return append(dst[:len(dst)-3], 'y')
	case n > 3 && word[n-1] == 's' && word[n-2] != 's' && word[n-2] != 'u' && word[n-2] != 'i':
		return dst[:len(dst)-1]
	}
	return dst
}

// appendBones appends the consonants of a stem and its last sign: what is left
// the same when a vowel sign is missed or doubled in a long word.
func appendBones(dst []byte, stem []byte) []byte {
	var last rune
	for i := 0; i < len(stem); {
		r, n := utf8.DecodeRune(stem[i:])
		i += n
		if last = r; r >= 'क' && r <= 'ह' {
			dst = utf8.AppendRune(dst, r)
		}
	}
	if isVowelSign(last) {
		dst = utf8.AppendRune(dst, last)
	}
	return dst
}

// hash is FNV-1a; the stems of two words are compared by it.
func hash(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}
