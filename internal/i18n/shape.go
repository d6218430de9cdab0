package i18n

import "slices"

// shape is a word as its consonants and what stands between them. Two words that may be one have the same bones.
type shape struct {
	bones string // sounds of the consonants; "a" before them where the word begins with a vowel
	marks []mark // of each consonant
	slots []slot // the vowels before each consonant, and behind the last
	hindi bool   // written in Devanagari
}

// quality is a set of vowels.
type quality uint8

const (
	open  quality = 1 << iota // ā
	high                      // i
	mid                       // e
	back                      // u
	round                     // o
)

// slot is what stands between two consonants: vowels that are there and vowels that may be.
type slot struct {
	must, may quality
	long      bool // a long i or u
	wide      bool // ai or au
	glide     bool // a y
}

var qualities = ['Z']slot{
	vowelA: {}, vowelAA: {must: open}, vowelI: {must: high}, vowelII: {must: high, long: true}, vowelU: {must: back}, vowelUU: {must: back, long: true},
	vowelE: {must: mid}, vowelAI: {must: mid, may: open | high, wide: true}, vowelO: {must: round}, vowelAU: {must: round, may: open | back, wide: true},
	latinA: {may: open}, latinE: {may: mid}, glideY: {may: high | mid, glide: true},
}

func (s *slot) add(vowel byte) {
	q := qualities[vowel]
	s.must |= q.must
	s.may |= q.may
	s.long, s.wide, s.glide = s.long || q.long, s.wide || q.wide, s.glide || q.glide
}

// mostBones is how many consonants of a word count.
const mostBones = 24

// shapeOf sets phones out as a shape. A doubled consonant counts once, an h behind a consonant is its breath, and m before
// a lip is as good as n.
func shapeOf(phones []phone, hindi bool) shape {
	s := shape{slots: make([]slot, 1, len(phones)/2+2), hindi: hindi}
	var bones []byte
	for i, p := range phones {
		n := len(s.marks)
		switch {
		case p.vowel():
			s.slots[n].add(p.sound)
			if i == 0 {
				bones = append(bones, 'a')
			}
			continue
		case i > 0 && n > 0 && p.sound == phones[i-1].sound && p.sound < 0x80:
			s.marks[n-1] |= p.marks | doubled
			continue
		case p.sound == 'h' && i > 0 && n > 0 && !phones[i-1].vowel():
			s.marks[n-1] |= breathed
			continue
		case n == mostBones:
			continue
		}
		if n > 0 && bones[len(bones)-1] == 'm' && (p.sound == 'p' || p.sound == 'b' || p.sound == 'f') {
			bones[len(bones)-1] = 'n'
		}
		bones = append(bones, p.sound)
		s.marks, s.slots = append(s.marks, p.marks), append(s.slots, slot{})
	}
	s.bones = boneText(bones)
	return s
}

// boneText writes the sounds of other scripts as a question mark, so that every key is ASCII.
func boneText(bones []byte) string {
	for i, c := range bones {
		if c >= 0x80 {
			bones[i] = '?'
		}
	}
	return string(bones)
}

// mostShapes is how many readings of a word are looked at.
const mostShapes = 8

// shapes gives every reading of a folded word.
func shapes(word string) []shape {
	var buf [wordRunes]rune
	var phones [2 * wordRunes]phone
	w := append(buf[:0], []rune(word)...)
	hindi := slices.ContainsFunc(w, deva)
	first, can := sounds(phones[:0], w, 0)
	list := []shape{shapeOf(first, hindi)}
	for how := reading(1); how < 1<<every && len(list) < mostShapes; how++ {
		if how&^can != 0 {
			continue
		}
		p, _ := sounds(phones[:0], w, how)
		list = append(list, shapeOf(p, hindi))
	}
	return list
}
