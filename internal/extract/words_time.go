package extract

import "strings"

// timeWords are words of time beyond those of written Hindi and English: Hindi
// in Latin letters as it is typed on a phone, English in Devanagari.
var timeWords = []row{
	{kwFrom, tSe, `se`}, {kwKe, tGen, `ke`}, {kwKi, tGen, `ki`}, {kwKa, tGen, `ka`}, {0, tTak, `tak`}, {0, tKo, `ko`}, {kwIn, tLoc, `mein`},
	{kwWithin, 0, `andar bhitar bheetar`}, {kwBefore, 0, `pehle pahle pehley`}, {kwAfter, 0, `baad`}, {kwEvery, tAll, `har`}, {kwNext, 0, `agle agli aagle aagami`},
	{kwThis, 0, `isi`}, {kwSame, 0, `usi`}, {kwToday, 0, `aaj`}, {kwTomorrow, 0, `kal`}, {kwDayAfter, 0, `parso parson`}, {kwHour, 0, `baje`}, {kwDate, 0, `tareekh tarikh`},
	{kwEnd, 0, `aakhir`}, {kwTime, 0, `samay`}, {kwNight, 0, `raat`},
	{0, tLate, `turant jaldi fauran tatkal sheeghra shighra avilamb yathashighra asap इमीडिएट इमीडिएटली अर्जेंट यथासमय तुरन्त अविलम्ब अतिशीघ्र शीघ्रता सत्वर`},
	{0, tOften, `roz roj rozana rojana pratidin niyamit lagatar डेली वीकली मंथली रेगुलर अर्धवार्षिक छमाही नियमिततः`},
	{kwIn, tLoc, `मेें`}, {kwHalf, 0, `साढ़े साढे साढ़ें`}, {kwQuarter, 0, `सवा`}, {kwLess, 0, `पौने`},
}

// timeNouns are matched by stem.
var timeNouns = []nounRow{
	{0, tUnit, 1, `din dino dinon`}, {0, tUnit, 2, `ghanta ghante ghanton ghnte hrs`}, {0, tUnit, 3, `hafta hafte hafton saptah वीक`}, {0, tUnit, 4, `mahina mahine mahinon maah मास`},
	{0, tUnit, 5, `pakhwada pakhwade पखवाडा`},
	{0, tMonth, 1, `जनवरि`}, {0, tMonth, 2, `फेब्रुअरी फरबरी`}, {0, tMonth, 7, `जूलाई`}, {0, tMonth, 9, `सेप्टेम्बर सितंबर`}, {0, tMonth, 10, `ऑक्टूबर अक्टुबर आक्टोबर अक्टोबर`},
	{0, tWeekday, 1, `somwar somvar सोमबार चन्द्रवार`}, {0, tWeekday, 2, `mangalwar mangalvar मंगलबार भौमवार`}, {0, tWeekday, 3, `budhwar budhvar बुद्धवार बुधबार`},
	{0, tWeekday, 4, `guruwar guruvar brihaspatiwar गुरूवार वृहस्पतिवार`}, {0, tWeekday, 5, `shukrawar shukravar शुक्रबार जुमा`}, {0, tWeekday, 6, `shaniwar shanivar शनिबार शनिश्चर`},
	{0, tWeekday, 7, `raviwar ravivar itwar संडे`},
}

// roman are the Hindi words of timeWords and timeNouns in Latin letters at
// which an expression of time may begin, as typed and with a capital.
var roman = func() map[string]bool {
	m := map[string]bool{}
	const list = `har agle agli aagle aagami isi usi aaj kal parso parson turant jaldi fauran tatkal sheeghra shighra avilamb yathashighra
		roz roj rozana rojana pratidin niyamit lagatar din ghante hafte saptah mahine maah pakhwade raat samay pehle pahle pehley
		somwar somvar mangalwar mangalvar budhwar budhvar guruwar guruvar brihaspatiwar shukrawar shukravar shaniwar shanivar raviwar ravivar itwar
		ek do teen char chaar paanch panch chhah saat aath nau dus pandrah bees`
	for w := range strings.FieldsSeq(list) {
		m[w] = true
		m[strings.ToUpper(w[:1])+w[1:]] = true
		m[strings.ToUpper(w)] = true
	}
	return m
}()

// romanNumbers are the small numbers of Hindi in Latin letters; do is left to
// the reader of time, since it is an English verb.
const romanNumbers = `ek:1 teen:3 chaar:4 paanch:5 panch:5 chhah:6 saat:7 aath:8 nau:9 dus:10 pandrah:15 bees:20`

func (b *builder) addTimes() {
	for _, w := range timeWords {
		b.all(w.words, w.kw, w.tag)
	}
	for _, w := range timeNouns {
		for s := range strings.FieldsSeq(w.words) {
			b.noun(s, w)
		}
	}
	for pair := range strings.FieldsSeq(romanNumbers) {
		word, digits, _ := strings.Cut(pair, ":")
		n := 0.0
		for _, d := range digits {
			n = n*10 + float64(d-'0')
		}
		b.number(word, n)
	}
}

// isRoman tells whether a word is one of time in Hindi typed in Latin letters.
func (r *reader) isRoman(t *token) bool { return t.latin && roman[r.text[t.start:t.end]] }

// inside tells whether a word is में, in either script.
func (r *reader) inside(t *token) bool {
	if t.kw == kwIn {
		return true
	}
	if !t.latin || t.end-t.start > 3 {
		return false
	}
	switch r.text[t.start:t.end] {
	case "me", "Me", "ME", "mei", "men":
		return true
	}
	return false
}

// stemSet is a set of stems. Most words are in none, which the bits tell at once.
type stemSet struct {
	bits [64]uint64
	in   map[uint32]bool
}

func (s *stemSet) add(stem uint32) {
	s.bits[stem>>6&63] |= 1 << (stem & 63)
	s.in[stem] = true
}

func (s *stemSet) has(stem uint32) bool {
	return s.bits[stem>>6&63]&(1<<(stem&63)) != 0 && s.in[stem]
}

// stemsOf gives the stems of a list of words as a set, to test a token without its letters.
func stemsOf(list string) *stemSet {
	s := &stemSet{in: map[uint32]bool{}}
	for w := range strings.FieldsSeq(list) {
		s.add(hash(appendStem(nil, appendFold(nil, w))))
	}
	return s
}

// timeStarts are the words without a part in the grammar at which an
// expression of time may begin; at other such words none is looked for.
var timeStarts = func() *stemSet {
	m := stemsOf(`चौबीसों वर्तमान मौजूदा वर्षांत वर्षान्त वित्त शाम सायं संध्या सुबह प्रातः प्रात पूर्वाह्न अपराह्न दोपहर रात रात्रि माहांत माहान्त अभी निर्धारित नियत तय यथासंभव अति बिना
		समयसीमा समयावधि a without as once twice thrice times tonight eod cob do due mon tue tues wed thu thur thurs fri sat sun`)
	for stem := range festivalsByFirst {
		m.add(stem)
	}
	return m
}()
