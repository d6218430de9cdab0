package i18n

import (
	"slices"
	"unicode/utf8"
)

// Skeleton gives the Latin consonant key of s, by which both scripts and careless spellings meet: prakhand, prakhnd and
// प्रखंड give "prknd". Vowels are dropped but for one "a" where a word begins with any; aspiration, nukta, z and j, v and w,
// s and sh, the dental and the cerebral row are not told apart. Give it the text itself, not its Fold, which has lost the
// flaps. It finds more than it should: rank what it finds behind what Fold finds.
func Skeleton(s string) string {
	var buf [wordRunes]rune
	var sounds [2 * wordRunes]byte
	out := make([]byte, 0, len(s))
	words := split(s)
	for w := words.next(buf[:0]); w != nil; w = words.next(w[:0]) {
		start := len(out)
		if start > 0 {
			out = append(out, ' ')
		}
		from := len(out)
		switch {
		case slices.ContainsFunc(w, deva):
			out = bones(out, devaSounds(sounds[:0], w))
		case slices.ContainsFunc(w, latin):
			out = bones(out, latinSounds(sounds[:0], w))
		default:
			for _, r := range w {
				out = utf8.AppendRune(out, r)
			}
		}
		if len(out) == from {
			out = out[:start]
		}
	}
	return string(out)
}

// bones writes the consonants of a word of sounds; 'a' stands for any vowel, 'c' is the sound of च.
func bones(out, sounds []byte) []byte {
	from := len(out)
	for i, c := range sounds {
		switch {
		case c == 'a' && i > 0:
			continue
		case i > 0 && c == sounds[i-1] && c < utf8.RuneSelf:
			continue
		case c == 'h' && i > 0 && sounds[i-1] != 'a':
			continue
		}
		if n := len(out); n > from && out[n-1] == 'm' && (c == 'p' || c == 'b' || c == 'f' || c == 'v') {
			out[n-1] = 'n'
		}
		out = append(out, c)
	}
	return out
}

// rows are the sounds of the consonants from क to ह, the three that Hindi does not write among them.
const rows = "kkggn" + "ccjjn" + "ttddn" + "ttddnn" + "pfbbm" + "yrrlllv" + "sssh"

const abc = "abcdefghijklmnopqrstuvwxyz"

// devaSounds appends the sounds of a Devanagari word; other runes of the word are taken as Latin.
func devaSounds(out []byte, w []rune) []byte {
	for i, r := range w {
		switch {
		case r == 'ञ' && i >= 2 && w[i-1] == virama && w[i-2] == 'ज':
			out[len(out)-1] = 'g'
			out = vowelAfter(out, w[i+1:])
		case r == 'य' && i > 0:
			out = append(out, 'a')
		case consonant(r):
			out = vowelAfter(append(out, sound(r)), w[i+1:])
		case r == anusvara:
			out = append(out, 'n')
			if i == len(w)-2 && w[i+1] == 'ह' {
				out = append(out, 'g')
				return out
			}
		case r == 'ऋ', r == 'ृ':
			out = append(out, 'r', 'a')
		case r == virama:
		case deva(r):
			out = append(out, 'a')
		default:
			out = latinSounds(out, w[i:i+1])
		}
	}
	return out
}

func sound(r rune) byte {
	if r == flapD || r == flapDh {
		return 'r'
	}
	return rows[r-'क']
}

// vowelAfter appends the vowel that a consonant carries unless a sign follows, which speaks for itself.
func vowelAfter(out []byte, rest []rune) []byte {
	if len(rest) > 0 && (rest[0] == virama || rest[0] >= 'ा' && rest[0] <= 'ौ') {
		return out
	}
	return append(out, 'a')
}

// latinSounds appends the sounds of a word in Latin letters, read as Hindi is romanised and English is borrowed.
func latinSounds(out []byte, w []rune) []byte {
	for i := 0; i < len(w); i++ {
		out = append(out, latinSound(w, &i)...)
	}
	return out
}

// latinSound reads one sound at w[*i], moving i onto its last letter.
func latinSound(w []rune, i *int) string {
	at := func(n int) rune {
		if *i+n >= 0 && *i+n < len(w) {
			return w[*i+n]
		}
		return 0
	}
	switch r := w[*i]; r {
	case 'a', 'e', 'i', 'o', 'u':
		return "a"
	case 'c':
		return latinC(at, i)
	case 'p':
		if at(1) == 'h' {
			*i++
			return "f"
		}
	case 's':
		if *i == 0 && at(1) == 'c' && at(2) == 'h' && vowel(at(3)) {
			*i += 2
			return "sk"
		}
	case 't':
		if at(1) == 'i' && at(2) == 'o' && at(3) == 'n' {
			*i += 2
			return "sa"
		}
	case 'g':
		if at(1) == 'e' && at(2) == 0 && at(-1) != 'n' && *i > 0 {
			return "j"
		}
	case 'y':
		if *i > 0 {
			return "a"
		}
	case 'w':
		if vowel(at(-1)) && !vowel(at(1)) {
			return "a"
		}
		return "v"
	default:
		return latinOther(r)
	}
	return abc[w[*i]-'a' : w[*i]-'a'+1]
}

// latinC reads c as in chhapra, block, centre and court.
func latinC(at func(int) rune, i *int) string {
	switch at(1) {
	case 'h':
		*i++
		return "c"
	case 'k':
		*i++
	case 'e', 'i', 'y':
		return "s"
	}
	return "k"
}

func latinOther(r rune) string {
	switch r {
	case 'q':
		return "k"
	case 'x':
		return "ks"
	case 'z':
		return "j"
	}
	if latin(r) {
		return abc[r-'a' : r-'a'+1]
	}
	return string(r)
}

func vowel(r rune) bool { return r == 'a' || r == 'e' || r == 'i' || r == 'o' || r == 'u' }
