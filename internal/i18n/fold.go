package i18n

import (
	"slices"
	"unicode/utf8"
)

// Fold gives the search key of s, by which spellings of one word meet: प्रखण्ड and प्रखंड, माँग and मांग, ज़िला and जिला,
// हैल्पलाईन and हेल्पलाइन, डी0एम0 and डीएम, २०२६ and 2026, Block and block. Words are parted by single spaces. A key folds to
// itself. It is computed for what is stored and for what is asked alike, and never shown.
func Fold(s string) string {
	if folded(s) {
		return s
	}
	var buf [wordRunes]rune
	out := make([]byte, 0, len(s))
	words := split(s)
	for w := words.next(buf[:0]); w != nil; w = words.next(w[:0]) {
		key := foldWord(w)
		if len(key) > 0 && len(out) > 0 {
			out = append(out, ' ')
		}
		for _, r := range key {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}

// folded reports that s is plain ASCII and a key already.
func folded(s string) bool {
	space := true
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			space = false
		case c == ' ' && !space:
			space = true
		default:
			return false
		}
	}
	return !space || s == ""
}

// foldWord folds one word in place. The order matters: each step sees what the steps before it left.
func foldWord(w []rune) []rune {
	if !slices.ContainsFunc(w, deva) {
		return w
	}
	for i, r := range w {
		w[i] = foldVowel(r)
	}
	w = foldNasals(foldDoubles(w))
	w = foldEnd(w)
	foldLength(w)
	return w
}

// foldVowel merges letters that differ in loan words only, or nowhere: ऑफिस and आफिस, लाईन and लाइन.
func foldVowel(r rune) rune {
	switch r {
	case flapD:
		return 'ड'
	case flapDh:
		return 'ढ'
	case 'ई':
		return 'इ'
	case 'ऊ':
		return 'उ'
	case 'ऍ', 'ऎ', '\u0972':
		return 'ए'
	case 'ऑ':
		return 'आ'
	case 'ऒ':
		return 'ओ'
	case 'ॠ':
		return 'ऋ'
	case 'ॅ', 'ॆ':
		return 'े'
	case 'ॉ':
		return 'ा'
	case 'ॊ':
		return 'ो'
	case 'ॄ':
		return 'ृ'
	}
	return r
}

// foldDoubles writes a doubled consonant once after र् and before a further one: समाहर्त्ता, महत्त्व.
func foldDoubles(w []rune) []rune {
	out := w[:0]
	for _, r := range w {
		out = append(out, r)
		n := len(out)
		switch {
		case r == virama && n >= 4 && out[n-3] == virama && consonant(out[n-2]) && out[n-2] == out[n-4]:
			out = out[:n-2]
		case n >= 5 && consonant(r) && out[n-2] == virama && out[n-3] == r && out[n-4] == virama && out[n-5] == 'र':
			out = out[:n-2]
		}
	}
	return out
}

// foldNasals writes the half nasal before a consonant of its own row as a dot: खण्ड and खंड, सम्पर्क and संपर्क.
func foldNasals(w []rune) []rune {
	out := w[:0]
	for i := 0; i < len(w); i++ {
		if i+2 < len(w) && w[i+1] == virama && halfNasal(w[i], w[i+2]) {
			out = append(out, anusvara)
			i++
			continue
		}
		out = append(out, w[i])
	}
	return out
}

// halfNasal reports whether the nasal n sounds as a dot before the consonant c. न is written before every row by habit.
func halfNasal(n, c rune) bool {
	stop := c >= 'क' && c <= 'भ' && c != 'ङ' && c != 'ञ' && c != 'ण' && c != 'न' && c != '\u0929'
	switch n {
	case 'ङ', 'ञ', 'ण':
		return stop
	case 'न':
		return stop || c == 'स' || c == 'श'
	case 'म':
		return c >= 'प' && c <= 'भ' || c == 'व'
	}
	return false
}

// foldEnd takes a silent virama off the end, writes final म् as a dot, and final ये, यी as ए, इ: श्रीमान्, एवम्, गये, स्थायी.
func foldEnd(w []rune) []rune {
	n := len(w)
	for n > 0 && w[n-1] == virama {
		n--
	}
	if n > 0 && n < len(w) && w[n-1] == 'म' {
		w[n-1] = anusvara
	}
	w = w[:n]
	dot := n > 0 && w[n-1] == anusvara
	if dot {
		n--
	}
	if n < 3 || w[n-2] != 'य' || w[n-3] == virama || !deva(w[n-3]) || (w[n-1] != 'े' && w[n-1] != 'ी') {
		return w
	}
	w[n-2] = 'ए'
	if w[n-1] == 'ी' {
		w[n-2] = 'इ'
	}
	if dot {
		w[n-1] = anusvara
	}
	return w[:len(w)-1]
}

// foldLength merges long and short i and u where no two words differ by it alone: in words of three letters or more,
// and u at the end of shorter ones. ै becomes े before a cluster or a dot, which only loan words write both ways.
func foldLength(w []rune) {
	letters := 0
	for i, r := range w {
		if letter(r) && (i == 0 || w[i-1] != virama) {
			letters++
		}
	}
	for i, r := range w {
		final := i == len(w)-1 || i == len(w)-2 && w[i+1] == anusvara
		switch {
		case r == 'ी' && letters > 2:
			w[i] = 'ि'
		case r == 'ू' && (letters > 2 || letters == 2 && final):
			w[i] = 'ु'
		case r == 'ै' && loanBefore(w[i+1:]):
			w[i] = 'े'
		case r == 'ऐ' && loanBefore(w[i+1:]):
			w[i] = 'ए'
		}
	}
}

func loanBefore(rest []rune) bool {
	return len(rest) >= 2 && (rest[0] == anusvara || consonant(rest[0]) && rest[1] == virama)
}
