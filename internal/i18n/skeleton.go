package i18n

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// Skeleton gives the Latin consonant key of s, by which both scripts and careless spellings meet: prakhand, prakhnd and
// प्रखंड give "prknd". Vowels are dropped but for one "a" where a word begins with any; aspiration, nukta, z and j, v and w,
// s and sh, the dental and the cerebral row are not told apart. Give it the text itself, not its Fold, which has lost the
// flaps. It finds more than it should: rank what it finds behind what Fold finds.
func Skeleton(s string) string {
	var buf [wordRunes]rune
	out := make([]byte, 0, len(s))
	words := split(s)
	for w := words.next(buf[:0]); w != nil; w = words.next(w[:0]) {
		out = appendBones(out, w)
	}
	return string(out)
}

// Skeletons gives for what is stored each word's Skeleton and the other keys it may be sought by: बड़वारा is romanised as
// Barwara and as Badwara, बरही as Barhi, चौमूं as Chomu. It may be given a Fold.
func Skeletons(s string) string {
	var buf, other [wordRunes]rune
	var out []byte
	words := split(s)
	for w := words.next(buf[:0]); w != nil; w = words.next(w[:0]) {
		from := len(out)
		out = appendBones(out, w)
		if v := append(other[:0], w...); swapFlaps(v) {
			out = appendBones(out, v)
		}
		if n := len(w) - 1; n > 1 && w[n] == anusvara {
			out = appendBones(out, w[:n])
		}
		if i := bytes.Index(out[from:], []byte("rh")); i >= 0 && slices.ContainsFunc(w, deva) {
			key, _, _ := bytes.Cut(bytes.TrimLeft(out[from:], " "), []byte(" "))
			out = append(append(out, ' '), bytes.Replace(key, []byte("rh"), []byte("r"), 1)...)
		}
	}
	return string(out)
}

// swapFlaps makes ड and ढ of flaps, or flaps of ड and ढ where speech makes them so: after a vowel and before another.
func swapFlaps(w []rune) bool {
	hard := func(i int) bool {
		return i > 0 && (w[i] == 'ड' || w[i] == 'ढ') && w[i-1] != virama && w[i-1] != anusvara && (i+1 == len(w) || w[i+1] != virama)
	}
	flaps, found := slices.ContainsFunc(w, func(r rune) bool { return r == flapD || r == flapDh }), false
	for i, r := range w {
		switch {
		case flaps && (r == flapD || r == flapDh):
			w[i], found = r-flapD+'ड', true
		case !flaps && hard(i):
			w[i], found = r-'ड'+flapD, true
		}
	}
	return found
}

// appendBones writes the key of one word behind a space, or nothing if the word has no sound.
func appendBones(out []byte, w []rune) []byte {
	var sounds [2 * wordRunes]byte
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
		return out[:start]
	}
	return out
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
		if at(1) == 'a' && at(2) == 'o' && at(3) == 'n' && at(4) == 0 {
			*i += 3
			return "ganv"
		}
		if at(1) == 'e' && at(2) == 0 && at(-1) != 'n' && *i > 0 {
			return "j"
		}
	case 'y':
		if *i > 0 {
			return "a"
		}
	case 'w':
		if (at(-1) == 'o' || at(-1) == 'e') && !vowel(at(1)) {
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
