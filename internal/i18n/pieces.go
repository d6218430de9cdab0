package i18n

import (
	"iter"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Pieces cuts s into its words, as they are typed, and what stands between them; joined they are s again. An abbreviation
// with stops (बी.डी.ओ.) is one word, but for its last stop.
func Pieces(s string) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		for s != "" {
			n, word := piece(s)
			if !yield(s[:n], word) {
				return
			}
			s = s[n:]
		}
	}
}

func piece(s string) (n int, word bool) {
	for i, r := range s {
		switch in := inWord(r); {
		case i == 0:
			word = in
		case word && !in && (r == '.' || r == '॰') && nextLetter(s[i+utf8.RuneLen(r):]):
		case in != word:
			return i, word
		}
	}
	return len(s), word
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\u200c' || r == '\u200d'
}

func nextLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// Slip reports words of four letters or more that differ by one rune put in, left out, changed, or swapped with the next; a
// half consonant counts as one.
func Slip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) < 4 || len(y) < 4 || len(x)-len(y) > 2 || len(y)-len(x) > 2 {
		return false
	}
	i := 0
	for i < len(x) && i < len(y) && x[i] == y[i] {
		i++
	}
	j, k := len(x), len(y)
	for j > i && k > i && x[j-1] == y[k-1] {
		j, k = j-1, k-1
	}
	switch p, q := x[i:j], y[i:k]; {
	case len(p) == 2 && len(q) == 2:
		return p[0] == q[1] && p[1] == q[0]
	case len(p) == 2 && len(q) == 0:
		return slices.Contains(p, virama)
	case len(p) == 0 && len(q) == 2:
		return slices.Contains(q, virama)
	default:
		return len(p) <= 1 && len(q) <= 1
	}
}
