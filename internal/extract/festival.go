package extract

import (
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
)

// festivals are the days people set limits by. One that falls on the same day
// of the solar year has it behind a colon; the others move with the moon.
const festivals = `गणतंत्र दिवस:26/1 | स्वतंत्रता दिवस:15/8 | गांधी जयंती:2/10 | क्रिसमस:25/12 | बड़ा दिन:25/12 | अंबेडकर जयंती:14/4 | आंबेडकर जयंती:14/4 | मकर संक्रांति:14/1 |
नववर्ष:1/1 | नव वर्ष:1/1 | महिला दिवस:8/3 | शिक्षक दिवस:5/9 | बाल दिवस:14/11 | योग दिवस:21/6 | बिहार दिवस:22/3 | राजस्थान दिवस:30/3 | मतदाता दिवस:25/1 |
उत्तर प्रदेश दिवस:24/1 | यूपी दिवस:24/1 | मध्यप्रदेश स्थापना दिवस:1/11 | मध्य प्रदेश स्थापना दिवस:1/11 | संविधान दिवस:26/11 | हिंदी दिवस:14/9 | पर्यावरण दिवस:5/6 |
मजदूर दिवस:1/5 | श्रमिक दिवस:1/5 | एकता दिवस:31/10 | सुशासन दिवस:25/12 | पंचायती राज दिवस:24/4 | पंचायत दिवस:24/4 | युवा दिवस:12/1 | शहीद दिवस:30/1 | एड्स दिवस:1/12 |
जनजातीय गौरव दिवस:15/11 | खेल दिवस:29/8 | स्वास्थ्य दिवस:7/4 | पृथ्वी दिवस:22/4 | जनसंख्या दिवस:11/7 | साक्षरता दिवस:8/9 | लोहड़ी:13/1 |
republic day:26/1 | independence day:15/8 | gandhi jayanti:2/10 | christmas:25/12 | christmas eve:24/12 | new year:1/1 | ambedkar jayanti:14/4 | makar sankranti:14/1 |
होली | होलिका दहन | धुलेंडी | दीपावली | दिवाली | दीवाली | धनतेरस | छठ | छठ पूजा | दशहरा | विजयादशमी | दुर्गा पूजा | दुर्गापूजा | नवरात्र | नवरात्रि | चैत्र नवरात्र | शारदीय नवरात्र | रामनवमी | राम नवमी |
हनुमान जयंती | महावीर जयंती | परशुराम जयंती | अक्षय तृतीया | बुद्ध पूर्णिमा | गुरु पूर्णिमा | कबीर जयंती | रथयात्रा | नाग पंचमी | रक्षाबंधन | राखी | जन्माष्टमी | कृष्ण जन्माष्टमी | हरतालिका तीज | हरियाली तीज | तीज |
गणेश चतुर्थी | अनंत चतुर्दशी | गणेशोत्सव | पितृपक्ष | विश्वकर्मा पूजा | करवा चौथ | गोवर्धन पूजा | चित्रगुप्त पूजा | भाई दूज | भैया दूज | कार्तिक पूर्णिमा | गुरुनानक जयंती | गुरु नानक जयंती | देवउठनी | देवउठनी एकादशी |
मौनी अमावस्या | माघ पूर्णिमा | बसंत पंचमी | वसंत पंचमी | सरस्वती पूजा | काली पूजा | महाशिवरात्रि | शिवरात्रि | गणगौर | शीतला अष्टमी | रंगपंचमी | श्रावणी मेला | सावन | कांवड़ यात्रा |
ईद | ईद उल फितर | ईदुल फितर | बकरीद | ईद उल अजहा | मुहर्रम | मोहर्रम | रमजान | चेहल्लुम | बारावफात | ईद मिलादुन्नबी | शब ए बारात | शबेबरात | गुड फ्राइडे | वाल्मीकि जयंती | रविदास जयंती | पर्व | त्योहार | त्यौहार |
holi | diwali | deepawali | dipawali | chhath | eid | bakrid | muharram | moharram | ramzan | ramadan | dussehra | dashahra | navratri | durga puja | rakhi | janmashtami | shivratri`

// festival is one of them: the stems of its words, and its day if it is fixed.
type festival struct {
	stems []uint32
	m, d  int
}

// festivalsBy finds them by the stem of their last word, and by that of their first.
var festivalsByFirst, festivalsByLast = func() (first, last map[uint32][]festival) {
	first, last = map[uint32][]festival{}, map[uint32][]festival{}
	for entry := range strings.SplitSeq(festivals, "|") {
		name, date, _ := strings.Cut(strings.TrimSpace(entry), ":")
		var f festival
		for w := range strings.FieldsSeq(name) {
			f.stems = append(f.stems, hash(appendStem(nil, appendFold(nil, w))))
		}
		if d, m, ok := strings.Cut(date, "/"); ok {
			f.d, _ = strconv.Atoi(d)
			f.m, _ = strconv.Atoi(m)
		}
		n := len(f.stems)
		first[f.stems[0]] = append(first[f.stems[0]], f)
		last[f.stems[n-1]] = append(last[f.stems[n-1]], f)
	}
	return first, last
}()

// festivalFrom gives the longest festival that begins at toks[i] and the index behind it.
func (r *reader) festivalFrom(i, hi int) (found festival, end int) {
	for _, f := range festivalsByFirst[r.toks[i].stem] {
		if n := len(f.stems); i+n <= hi && i+n > end && r.spelled(f.stems, i) {
			found, end = f, i+n
		}
	}
	return found, end
}

// festivalTo gives the festival whose last word is toks[k], and where it begins.
func (r *reader) festivalTo(k, lo int) (found festival, from int) {
	from = -1
	for _, f := range festivalsByLast[r.toks[k].stem] {
		if at := k - len(f.stems) + 1; at >= lo && (from < 0 || at < from) && r.spelled(f.stems, at) {
			found, from = f, at
		}
	}
	return found, from
}

func (r *reader) spelled(stems []uint32, i int) bool {
	for n, s := range stems {
		if t := &r.toks[i+n]; t.kind != kWord || t.stem != s {
			return false
		}
	}
	return true
}

// dayOf gives the day of a fixed festival at or after the meeting, else 0.
func (r *reader) dayOf(f festival) calendar.Date {
	met := r.res.Meeting.Date
	if f.m == 0 || met == 0 {
		return 0
	}
	d, _ := r.resolve(day{m: f.m, d: f.d})
	if d != 0 && d < met {
		d, _ = r.resolve(day{y: met.Year() + 1, m: f.m, d: f.d})
	}
	return d
}

// festive reads a limit set by a festival: होली तक, छठ पर्व के पूर्व, by Diwali, गणतंत्र दिवस पर.
func (r *reader) festive(i, lo, hi int) (timex, bool) {
	if !timeStarts.has(r.toks[i].stem) {
		return timex{}, false
	}
	f, end := r.festivalFrom(i, hi)
	if end == 0 {
		return timex{}, false
	}
	x := timex{lo: i, kind: Relative, rank: rankEvent, end: r.dayOf(f)}
	if t := r.at(end, lo, hi); r.word(t, "पर्व") || r.word(t, "महापर्व") || r.word(t, "त्योहार") || r.word(t, "त्यौहार") || r.word(t, "समारोह") || r.word(t, "मेला") {
		end++
	}
	t, n, n2 := r.at(end, lo, hi), r.at(end+1, lo, hi), r.at(end+2, lo, hi)
	switch {
	case t.is(tTak):
		x.hi = end + 1
	case (t.is(tSe) || t.is(tGen)) && n.kw == kwBefore && !n2.is(tGen):
		x.hi = end + 2
	case t.kw == kwBefore && !n.is(tGen):
		x.hi = end + 1
	case t.is(tGen) && (n.is(tUnit) && n.val == 1 || n.kw == kwTime):
		x.hi = end + 2
	case r.bare:
		x.hi = end
	default:
		return x, false
	}
	return x, true
}
