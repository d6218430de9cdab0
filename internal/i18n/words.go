package i18n

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Signs of Devanagari that the keys reason about.
const (
	anusvara = 'ं'
	nukta    = '़'
	virama   = '्'
	zeroSign = '०'
	flapD    = '\u095c' // ड़ as one rune
	flapDh   = '\u095d' // ढ़ as one rune
)

// What fate a rune meets in a key, beside being kept as another rune.
const (
	breaks rune = -1 // ends the word
	drops  rune = -2 // leaves no trace
)

// wordRunes is the length of a word that is handled without allocating.
const wordRunes = 48

// splitter cuts text into words of lightly normalised runes: lower case, ASCII digits, no joiners, flaps as one rune,
// other nuktas dropped, abbreviations (डी.एम., डी0एम0, D.M.) joined to one word.
type splitter struct {
	rest  string
	piece int // letters since the word or its last abbreviation mark began
}

func split(s string) splitter {
	if foreign(s) {
		s = plain(s)
	}
	return splitter{rest: s}
}

// next appends the next word to w, which is empty, or gives nil at the end. The buffer is the caller's, so that it can
// lie on the caller's stack.
func (p *splitter) next(w []rune) []rune {
	p.piece = 0
	for p.rest != "" {
		r, n := utf8.DecodeRuneInString(p.rest)
		p.rest = p.rest[n:]
		if p.mark(w, r) {
			if p.joins(w) {
				p.piece = 0
				continue
			}
			r = breaks
		} else {
			r = fate(r)
		}
		switch {
		case r == drops:
		case r != breaks:
			w = p.add(w, r)
		case len(w) > 0:
			return w
		}
	}
	if len(w) > 0 {
		return w
	}
	return nil
}

// add puts a rune on the word, making one rune of a flap and of vowels that old fonts wrote in two pieces.
func (p *splitter) add(w []rune, r rune) []rune {
	n := len(w)
	if n == 0 {
		if r != nukta {
			w, p.piece = append(w, r), 1
		}
		return w
	}
	last := w[n-1]
	switch {
	case r == nukta && last == 'ड':
		w[n-1] = flapD
	case r == nukta && last == 'ढ':
		w[n-1] = flapDh
	case r == nukta:
	case joined(last, r) != 0:
		w[n-1] = joined(last, r)
	default:
		if letter(r) && last != virama {
			p.piece++
		}
		w = append(w, r)
	}
	return w
}

// joined gives the one vowel that two pieces stand for in text converted from old fonts, or 0.
func joined(a, b rune) rune {
	a, b = foldVowel(a), foldVowel(b) // what a key makes equal joins alike, so that a key folds to itself
	switch {
	case b != 'ा' && b != 'े' && b != 'ै' && b != 'ो' && b != 'ौ':
		return 0
	case a == 'अ' && b == 'ा':
		return 'आ'
	case a == 'अ' && b == 'ो', a == 'आ' && b == 'े':
		return 'ओ'
	case a == 'अ' && b == 'ौ', a == 'आ' && b == 'ै':
		return 'औ'
	case a == 'ए' && b == 'े':
		return 'ऐ'
	case a == 'ा' && b == 'े':
		return 'ो'
	case a == 'ा' && b == 'ै':
		return 'ौ'
	}
	return 0
}

// mark reports whether r abbreviates what stands before it: a stop, the sign ॰, or a zero typed for that sign.
func (p *splitter) mark(w []rune, r rune) bool {
	if len(w) == 0 {
		return false
	}
	last := w[len(w)-1]
	switch r {
	case '.', '॰':
		return true
	case '0', zeroSign:
		next, _ := utf8.DecodeRuneInString(p.rest)
		return p.piece <= 2 && deva(last) && !(asciiDigit(next) >= '0' && asciiDigit(next) <= '9')
	}
	return false
}

// joins reports whether an abbreviation goes on after its mark: a short piece before, a letter of the same script behind.
func (p *splitter) joins(w []rune) bool {
	next, _ := utf8.DecodeRuneInString(p.rest)
	last := w[len(w)-1]
	if deva(last) {
		return p.piece <= 2 && deva(next) && letter(next)
	}
	return p.piece == 1 && latin(last) && latin(unicode.ToLower(next))
}

// fate gives what becomes of a rune in every key.
func fate(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return asciiFate(r)
	case r >= '\u0900' && r <= '\u097f':
		return devaFate(r)
	case r >= '\u200b' && r <= '\u200f', r >= '\u202a' && r <= '\u202e', r >= '\u2060' && r <= '\u2064', r == '\ufeff', r == '\u00ad':
		return drops
	case r >= '\u0300' && r <= '\u036f':
		return drops
	case r == utf8.RuneError:
		return breaks
	case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r):
		return r
	}
	return breaks
}

func asciiFate(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return r
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	}
	return breaks
}

// devaFate takes care of what all keys treat alike; vowels are left to each.
func devaFate(r rune) rune {
	switch {
	case r >= '०' && r <= '९':
		return r - '०' + '0'
	case r == '।', r == '॥', r == '॰':
		return breaks
	case r == '\u0900', r == 'ँ':
		return anusvara
	case r == 'ः', r == 'ऽ', r >= '\u0951' && r <= '\u0957':
		return drops
	case r == '\u0929':
		return 'न'
	case r == '\u0931':
		return 'र'
	case r == '\u0934':
		return 'ळ'
	case r >= '\u0958' && r <= '\u095f':
		return [...]rune{'क', 'ख', 'ग', 'ज', flapD, flapDh, 'फ', 'य'}[r-'\u0958']
	}
	return r
}

// foreign reports whether s holds runes that need Unicode's own folding: neither ASCII, Devanagari nor usual punctuation.
func foreign(s string) bool {
	for _, r := range s {
		if r >= utf8.RuneSelf && (r < '\u0900' || r > '\u097f') && (r < '\u2000' || r > '\u206f') && r != '\u00a0' && r != '₹' {
			return true
		}
	}
	return false
}

// plain takes compatibility forms, accents and case away until nothing changes any more.
func plain(s string) string {
	for range 4 {
		t := strings.Map(unicode.ToLower, norm.NFKD.String(s))
		if t == s {
			break
		}
		s = t
	}
	return s
}

func deva(r rune) bool { return r >= '\u0900' && r <= '\u097f' }

func latin(r rune) bool { return r >= 'a' && r <= 'z' }

// consonant reports a consonant of Devanagari, flaps included.
func consonant(r rune) bool { return r >= 'क' && r <= 'ह' || r == flapD || r == flapDh }

// letter reports what begins a syllable: a consonant, an independent vowel, or a letter of another script.
func letter(r rune) bool {
	if deva(r) {
		return consonant(r) || r >= '\u0904' && r <= 'औ' || r == '\u0960' || r == '\u0961' || r >= '\u0972'
	}
	return unicode.IsLetter(r)
}
