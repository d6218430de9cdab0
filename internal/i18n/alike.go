package i18n

import (
	"math/bits"
	"slices"
)

// Sought is a word that is looked for among known words; it keeps what comparing needs. Make it with Seek.
type Sought struct {
	hindi    bool
	initials string // the letters it spells
	forms    []form // the word, then what it may be a form of
}

// form is a word in all its readings.
type form struct {
	word      string
	shapes    []shape
	romanised bool // taken by a Hindi ending in Latin letters, so for Hindi words alone
}

// How near a known word is to a sought one: less is nearer.
const (
	Same   = 0  // the word itself, in whatever script and spelling
	Near   = 2  // at most: another form of it, or a careless spelling
	Apart  = -1 // another word
	asForm = 1  // what another form costs
)

// Seek makes ready to compare a word of Fold's with others.
func Seek(word string) Sought {
	s := Sought{initials: initialsOf(word), forms: []form{{word: word, shapes: shapes(word)}}}
	s.hindi = s.forms[0].shapes[0].hindi
	for _, b := range bases(word) {
		s.forms = append(s.forms, form{b.word, shapes(b.word), b.romanised})
	}
	return s
}

// Keys gives under what a folded word is kept among known words, and looked up: each reading of it and of what it may be
// a form of by its consonants, and the letters whose names it spells. A word with digits has none.
func Keys(word string) []string {
	for _, r := range word {
		if r >= '0' && r <= '9' {
			return nil
		}
	}
	s := Seek(word)
	var keys []string
	add := func(k string) {
		if k != "" && !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	for _, f := range s.forms {
		for i := range f.shapes {
			add(f.shapes[i].bones)
		}
	}
	if s.initials != "" {
		add("=" + s.initials)
	}
	return keys
}

// Alike says how near a known word is: Same, up to Near, more for a farther one, Apart for another word. Words in one script
// must be spelt alike; a word typed in Latin letters may leave out what Latin does not write.
func (s *Sought) Alike(known string) int {
	word := s.forms[0].word
	if word == known {
		return Same
	}
	k := Seek(known)
	across := s.hindi != k.hindi
	if across && k.initials != "" && k.initials == s.initials {
		return Same
	}
	best := Apart
	for i := range s.forms {
		for j := range k.forms {
			a, b := &s.forms[i], &k.forms[j]
			if !across && (a.romanised || b.romanised) && a.word != b.word {
				continue
			}
			cost := nearest(a, b, across)
			if cost != Apart && i+j > 0 {
				cost += asForm
			}
			best = lesser(best, cost)
		}
	}
	return best
}

// Begins says how near the beginning of a known word is, as Alike does; a sought word of one consonant begins nothing.
func (s *Sought) Begins(known string) int {
	best := Apart
	for _, k := range shapes(known) {
		for i := range s.forms[0].shapes {
			a := &s.forms[0].shapes[i]
			n := len(a.bones)
			if len(k.bones) <= n || n < 2 || len(a.marks) == 0 || len(k.marks) < len(a.marks) || k.bones[:n] != a.bones {
				continue
			}
			cut := shape{bones: a.bones, marks: k.marks[:len(a.marks)], slots: slices.Clone(k.slots[:len(a.slots)]), hindi: k.hindi}
			if end := len(a.slots) - 1; a.slots[end] == (slot{}) {
				cut.slots[end] = slot{}
			}
			best = lesser(best, distance(a, &cut))
		}
	}
	return best
}

func lesser(a, b int) int {
	if a == Apart || b != Apart && b < a {
		return b
	}
	return a
}

// nearest compares all readings of two words. Within one script a word that is misspelt stands behind the forms of it.
func nearest(a, b *form, across bool) int {
	if a.word == b.word {
		return Same
	}
	best := Apart
	for i := range a.shapes {
		for j := range b.shapes {
			x, y := &a.shapes[i], &b.shapes[j]
			if x.bones == y.bones && len(x.marks) == len(y.marks) {
				best = lesser(best, distance(x, y))
			}
		}
	}
	if best != Apart && !across {
		return 2*best + asForm + 1
	}
	return best
}

// limits is how much two words of so many consonants may differ: little in one script, more across.
var limits = [2][6]int{{0, 0, 1, 2, 3, 3}, {0, 0, 1, 3, 4, 6}}

// distance adds up what tells two words of the same bones apart, Apart where it is too much.
func distance(a, b *shape) int {
	across := a.hindi != b.hindi
	if a.hindi && !b.hindi {
		a, b = b, a
	}
	n := min(len(a.marks), 5)
	limit := limits[0][n]
	if across {
		limit = limits[1][n]
	}
	cost := 0
	for i := range a.slots {
		last := i > 0 && i == len(a.slots)-1
		if across {
			cost += acrossVowels(a.slots[i], b.slots[i], last, n < 3)
		} else {
			cost += sameVowels(a.slots[i], b.slots[i], last, a.hindi)
		}
		if i < len(a.marks) {
			cost += consonants(a.marks[i], b.marks[i], a.bones[len(a.bones)-len(a.marks)+i], across, a.hindi)
		}
		if cost > limit {
			return Apart
		}
	}
	return cost
}

// consonants is what the marks of a consonant cost. Across scripts a is the Latin one: it may lack breath (prakand), tells
// no ट from त, and doubles at will.
func consonants(a, b mark, sound byte, across, hindi bool) int {
	cost, differ := 0, a^b
	if across {
		switch {
		case differ&breathed != 0 && a&breathed != 0:
			cost += 2
		case differ&breathed != 0:
			cost++
		}
		return cost + ones(differ&(hushed|soft))
	}
	if !hindi {
		return ones(differ & (breathed | hushed | soft))
	}
	if differ&breathed != 0 {
		cost += 3
	}
	if differ&bent != 0 && sound != 's' {
		cost++
		if sound != 'n' {
			cost++
		}
	}
	if differ&hushed != 0 {
		cost++
	}
	return cost + 2*ones(differ&(soft|doubled))
}

func ones(m mark) int { return bits.OnesCount8(uint8(m)) }

// other is more than any two words may differ.
const other = 99

// sameVowels compares vowels within one script, where each is written. Another vowel at the end makes another word: सरकार
// and सरकारी; the endings of grammar are taken off before.
func sameVowels(a, b slot, last, hindi bool) int {
	cost := 0
	if a.long != b.long {
		cost++
	}
	if hindi && (a.may != b.may || a.glide != b.glide) {
		cost += 2 // ai for e, au for o, a glide too many
	}
	if a.must == b.must {
		return cost
	}
	if last && hindi {
		return other
	}
	if a.must == 0 || b.must == 0 {
		cost++
	}
	differ := unmatched(a.must&^b.must, b.must&^a.must, a, b)
	if hindi && differ < 3 {
		differ = 3
	}
	return cost + differ
}

// acrossVowels compares the Latin vowels a with the Hindi vowels b. Short words bear less.
func acrossVowels(a, b slot, last, short bool) int {
	x, y := a.must&^(b.must|b.may), b.must&^(a.must|a.may)
	cost := unmatched(x, y, a, b)
	if short {
		cost *= 2
	}
	switch {
	case last && (y&^open != 0 && a.must == 0 || x != 0 && b.must == 0 && !b.glide):
		return other
	case last && b == (slot{}) && a.may&open != 0: // vidyalaya विद्यालय, but nala नाला
		if short {
			return 2 + cost
		}
		return 1 + cost
	case a.glide != b.glide && (a.must|b.must)&(high|mid) == 0:
		return 2 + cost
	case a.must == high && b.must == open|high: // line लाइन
		return 1
	case x == back && b.must == 0, a.must == round && b.must == open: // bus बस, office ऑफिस
		return 1
	case y == mid && b.wide && a.may&open != 0: // bag बैग
		return 1
	case a.wide && a.must == mid && b.must == open|high, a.wide && a.must == round && b.must == open|back: // bhai भाई
		return 0
	}
	return cost
}

// unmatched weighs vowels that only one has: neighbours for each other cost 1, others 2 each, at most 4.
func unmatched(x, y quality, a, b slot) int {
	cost := 0
	for _, pair := range [...][2]quality{{high, mid}, {back, round}, {open, round}} {
		if x&pair[0] != 0 && y&pair[1] != 0 || x&pair[1] != 0 && y&pair[0] != 0 {
			x, y = x&^(pair[0]|pair[1]), y&^(pair[0]|pair[1])
			cost++
		}
	}
	// A neighbour that is there already makes the other a matter of spelling: ee for i, ou for u.
	if x == mid && b.must&high != 0 || y == mid && a.must&high != 0 || x == back && b.must&round != 0 || y == back && a.must&round != 0 {
		return cost + 1
	}
	if x&open != 0 && y&mid != 0 || x&mid != 0 && y&open != 0 {
		x, y = x&^(open|mid), y&^(open|mid)
		cost += 2
	}
	return min(cost+2*bits.OnesCount8(uint8(x|y)), 4)
}
