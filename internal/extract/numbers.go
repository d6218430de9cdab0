package extract

import (
	"math"
	"strings"
)

// hindiNumbers are the words for 1 to 99 in order; a slash parts spellings.
const hindiNumbers = `एक दो तीन चार पांच छह/छः/छ/छै सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह/पन्द्रह सोलह सत्रह अठारह उन्नीस बीस
इक्कीस बाईस/बाइस तेईस/तेइस चौबीस पच्चीस छब्बीस सत्ताईस/सत्ताइस अट्ठाईस/अठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस
इकतालीस बयालीस तैंतालीस चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ साठ
इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी अस्सी
इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे इक्यानवे बानवे तिरानवे चौरानवे पंचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे`

const englishNumbers = `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty`

// otherNumbers gives the rest: tens of English, gathered counts, multipliers.
var otherNumbers = []struct {
	word string
	val  float64
}{
	{"thirty", 30}, {"forty", 40}, {"fifty", 50}, {"sixty", 60}, {"seventy", 70}, {"eighty", 80}, {"ninety", 90}, {"both", 2},
	{"दोनों", 2}, {"तीनों", 3}, {"चारों", 4}, {"पांचों", 5}, {"छहों", 6}, {"सातों", 7}, {"आठों", 8}, {"नौवों", 9}, {"दसों", 10},
	{"डेढ़", 1.5}, {"ढाई", 2.5}, {"सौ", 100}, {"सो", 100}, {"हजार", 1e3}, {"लाख", 1e5}, {"करोड़", 1e7}, {"अरब", 1e9}, {"सैकड़ा", 100}, {"दर्जन", 12},
	{"hundred", 100}, {"thousand", 1e3}, {"lakh", 1e5}, {"lakhs", 1e5}, {"lac", 1e5}, {"crore", 1e7}, {"crores", 1e7}, {"million", 1e6}, {"dozen", 12},
}

func (b *builder) addNumbers() {
	n := 0.0
	for group := range strings.FieldsSeq(hindiNumbers) {
		n++
		for len(group) > 0 {
			word, rest, _ := strings.Cut(group, "/")
			b.number(word, n)
			group = rest
		}
	}
	n = 0
	for word := range strings.FieldsSeq(englishNumbers) {
		n++
		b.number(word, n)
	}
	for _, o := range otherNumbers {
		b.number(o.word, o.val)
	}
}

func (b *builder) number(word string, v float64) {
	key := string(appendFold(nil, word))
	m := b.lex.words[key]
	m.tag |= tNumber
	b.lex.words[key] = m
	b.lex.numbers[key] = v
}

// amount is a number of the text, put together from digits and words.
type amount struct {
	lo, hi  int // tokens
	val     float64
	about   bool // लगभग before it
	word    bool // written in words alone
	percent bool
	year    bool // may be a year
}

// amountAt reads the number that starts at toks[i]: 2 लाख 54 हजार is one.
func amountAt(toks []token, i int) (a amount, ok bool) {
	if i >= len(toks) {
		return a, false
	}
	t := &toks[i]
	if f := t.kw; (f == kwHalf || f == kwQuarter || f == kwLess) && i+1 < len(toks) {
		return withPart(toks, i, f)
	}
	if t.kind != kNum && t.tag&tNumber == 0 {
		return a, false
	}
	if t.tag&(tYears|tClock) != 0 {
		return a, false
	}
	a = amount{lo: i, word: true}
	var sum summer
	j := i
	for j < len(toks) && sum.take(&toks[j]) {
		if t := &toks[j]; t.kind == kNum {
			a.word, a.year = false, t.y != 0
		} else if t.val >= 100 {
			a.year = false
		}
		j++
	}
	if !sum.seen {
		return a, false
	}
	a.hi, a.val = j, sum.total+sum.part
	if j < len(toks) && (toks[j].kind == kPercent || toks[j].kw == kwPer) {
		a.percent = true
		a.hi++
	}
	if i > 0 && toks[i-1].kw == kwAbout {
		a.about = true
	}
	return a, true
}

// withPart reads a number with a part before it: साढ़े तीन is 3.5, सवा दो लाख
// 225000, सवा लाख 125000, पौने चार 3.75.
func withPart(toks []token, i int, f kw) (amount, bool) {
	a, ok := amountAt(toks, i+1)
	if !ok {
		return a, false
	}
	unit := 1.0
	for k := i + 1; k < a.hi; k++ {
		if t := &toks[k]; t.kind == kWord && t.val >= 100 {
			unit = t.val
		}
	}
	a.lo, a.word = i, true
	switch f {
	case kwHalf:
		a.val += unit / 2
	case kwQuarter:
		a.val += unit / 4
	default:
		a.val -= unit / 4
	}
	return a, true
}

// summer adds up a number part by part: 2 लाख 54 हजार 300.
type summer struct {
	total, part float64
	seen        bool
}

// take adds one token, or tells that it is not of this number.
func (s *summer) take(t *token) bool {
	v := t.val
	switch {
	case t.kind == kNum && t.tag&(tYears|tClock) == 0:
		if s.part != 0 {
			return false
		}
		s.part = v
	case t.kind != kWord || t.tag&tNumber == 0:
		return false
	case v >= 1000:
		if s.part == 0 {
			s.part = 1
		}
		s.total, s.part = s.total+math.Round(s.part*v*100)/100, 0 // 4.6 लाख
	case v == 100:
		s.part = max(s.part, 1) * v
	default:
		if s.part != 0 && !(s.part >= 100 && v < 100) && !(s.part >= 20 && v < 10) {
			return false
		}
		s.part += v
	}
	s.seen = true
	return true
}
