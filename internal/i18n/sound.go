package i18n

import "slices"

// phone is one sound of a word. Consonants that careless spelling or the other script does not tell apart share a sound
// and differ in their marks; vowels are letters of their own, see qualities.
type phone struct {
	sound byte
	marks mark
}

// mark is what tells apart consonants of one sound.
type mark uint8

const (
	breathed mark = 1 << iota // ख beside क
	bent                      // ट beside त, ण beside न, ड़ beside र
	hushed                    // श and ष beside स
	soft                      // व beside ब
	doubled                   // त्त beside त
)

// The vowels: of Devanagari the unwritten a, ā, short and long i and u, e, ai, o, au; of Latin an a that may be either,
// and an e that may be silent; of both the glide y, which writers put in and leave out.
const (
	vowelA, vowelAA                  = 'A', 'B'
	vowelI, vowelII                  = 'I', 'J'
	vowelU, vowelUU                  = 'U', 'V'
	vowelE, vowelAI, vowelO, vowelAU = 'E', 'F', 'O', 'P'
	latinA, latinE                   = 'C', 'G'
	glideY                           = 'Y'
)

func (p phone) vowel() bool { return p.sound >= 'A' && p.sound <= 'Z' }

// reading says how a word is sounded where there are several ways: each bit is one choice.
type reading uint8

const (
	flapAsR    reading = 1 << iota // ड and ढ between vowels as r: बड़वारा Barwara, else Badwara; so d in Latin
	endOpen                        // no nasal at the end: चौमूं Chomu, प्रखंडों prakhando
	nasalLost                      // no nasal behind a long vowel: आँगन agan, गाँव gav
	breathLost                     // no h behind a consonant whose vowel falls: बरही Barhi
	waveLost                       // व at the end as o: चुनाव chunao
	every      = iota
)

// rows are the sounds of the consonants from क to ह, the three that Hindi does not write among them; rowMarks their marks.
const (
	rows     = "kkggn" + "ccjjn" + "ttddn" + "ttddnn" + "pfbbm" + "yrrlllb" + "sssh"
	rowMarks = "\x00\x01\x00\x01\x00" + "\x00\x01\x00\x01\x00" + "\x02\x03\x02\x03\x02" + "\x00\x01\x00\x01\x00\x00" + "\x00\x00\x00\x01\x00" +
		"\x00\x00\x00\x00\x00\x00\x08" + "\x04\x04\x00\x00"
)

// sounds appends the phones of a word in one reading, and says which other readings would differ.
func sounds(out []phone, w []rune, how reading) (phones []phone, other reading) {
	if !slices.ContainsFunc(w, deva) {
		return latinSounds(out, w, how)
	}
	for i := 0; i < len(w); i++ {
		r := w[i]
		switch {
		case r == 'ञ' && i >= 2 && w[i-1] == virama && w[i-2] == 'ज':
			out[len(out)-1] = phone{sound: 'g'}
			out = unwritten(append(out, phone{sound: glideY}), w[i+1:])
		case r == 'य' && i > 0:
			out = unwritten(append(out, phone{sound: glideY}), w[i+1:])
		case r == 'व' && i > 1 && i == len(w)-1 && w[i-1] != virama:
			other |= waveLost
			if how&waveLost != 0 {
				out = append(out, phone{sound: vowelO})
				continue
			}
			out = append(out, phone{'b', soft}, phone{sound: vowelA})
		case r == 'ह' && i > 0 && consonant(w[i-1]):
			other |= breathLost
			if how&breathLost == 0 {
				out = append(out, phone{sound: 'h'})
			} else {
				out = out[:len(out)-1]
				out[len(out)-1].marks |= breathed
			}
			out = unwritten(out, w[i+1:])
		case flapping(w, i):
			other |= flapAsR
			p := devaPhone(r)
			if how&flapAsR != 0 {
				p.sound, p.marks = 'r', bent
			}
			out = unwritten(append(out, p), w[i+1:])
		case consonant(r):
			out = unwritten(append(out, devaPhone(r)), w[i+1:])
		case r == anusvara:
			lost := nasalReading(w, i)
			other |= lost
			switch {
			case how&lost != 0:
			case i == len(w)-2 && w[i+1] == 'ह':
				return append(out, phone{sound: 'n'}, phone{'g', breathed}), other
			default:
				out = append(out, phone{sound: 'n'})
			}
		case r == 'ऋ', r == 'ृ':
			out = append(out, phone{sound: 'r'}, phone{sound: vowelI})
		case devaVowel(r) != 0:
			out = append(out, phone{sound: devaVowel(r)})
		case !deva(r):
			out, _ = latinSounds(out, w[i:i+1], 0)
		}
	}
	return out, other
}

// flapping reports ड or ढ where speech makes a flap of it: after a vowel and not in a cluster.
func flapping(w []rune, i int) bool {
	r := w[i]
	if r != 'ड' && r != 'ढ' && r != flapD && r != flapDh {
		return false
	}
	return i > 0 && w[i-1] != virama && w[i-1] != anusvara && (i+1 == len(w) || w[i+1] != virama)
}

// nasalReading gives the reading in which the nasal at i is not heard.
func nasalReading(w []rune, i int) reading {
	switch {
	case i < 2:
		if i == 1 && devaVowel(w[0]) == vowelAA && len(w) > 2 {
			return nasalLost
		}
		return 0
	case i == len(w)-1:
		return endOpen
	case devaVowel(w[i-1]) != 0 && !consonant(w[i-1]) && w[i-1] != 'ि' && w[i-1] != 'ु':
		return nasalLost
	}
	return 0
}

func devaPhone(r rune) phone {
	switch r {
	case flapD:
		r = 'ड'
	case flapDh:
		r = 'ढ'
	}
	return phone{rows[r-'क'], mark(rowMarks[r-'क'])}
}

// unwritten appends the vowel that a consonant carries unless a sign follows, which speaks for itself.
func unwritten(out []phone, rest []rune) []phone {
	if len(rest) > 0 && (rest[0] == virama || rest[0] >= 'ा' && rest[0] <= 'ौ') {
		return out
	}
	return append(out, phone{sound: vowelA})
}

// devaVowel gives the vowel of a letter or sign, or 0.
func devaVowel(r rune) byte {
	switch r {
	case 'अ':
		return vowelA
	case 'आ', 'ा', 'ऑ', 'ॉ':
		return vowelAA
	case 'इ', 'ि':
		return vowelI
	case 'ई', 'ी':
		return vowelII
	case 'उ', 'ु':
		return vowelU
	case 'ऊ', 'ू':
		return vowelUU
	case 'ए', 'े', 'ऍ', 'ॅ', 'ऎ', 'ॆ':
		return vowelE
	case 'ऐ', 'ै':
		return vowelAI
	case 'ओ', 'ो', 'ऒ', 'ॊ':
		return vowelO
	case 'औ', 'ौ':
		return vowelAU
	}
	return 0
}
