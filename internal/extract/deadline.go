package extract

import "github.com/anupalan/anupalan/internal/calendar"

// findTimes reads the expressions of time in toks[lo:hi).
func (r *reader) findTimes(lo, hi int) []timex {
	r.times = r.times[:0]
	for i := lo; i < hi; {
		t, ok := r.timeAt(i, lo, hi)
		if !ok {
			i++
			continue
		}
		if !r.cutOff(&t, lo, hi) {
			r.times = append(r.times, t)
		}
		i = max(i+1, t.hi)
	}
	return r.times
}

func (r *reader) timeAt(i, lo, hi int) (timex, bool) {
	t := &r.toks[i]
	if t.kind != kWord && t.kind != kNum && t.kind != kDay {
		return timex{}, false
	}
	if t.kind == kWord && t.tag == 0 && t.kw == 0 && !timeStarts.has(t.stem) {
		return timex{}, false
	}
	if x, ok := r.festive(i, lo, hi); ok {
		return x, true
	}
	if t.latin && !r.isRoman(t) {
		return r.timeEn(i, lo, hi)
	}
	for _, read := range timeReaders {
		if x, ok := read(r, i, lo, hi); ok {
			if x.rank != rankEvent || x.lo == 0 {
				x.lo = i
			}
			return x, true
		}
	}
	return timex{}, false
}

// timeReaders are tried in order; the first that reads something has it.
var timeReaders = [...]func(*reader, int, int, int) (timex, bool){
	(*reader).rhythm, (*reader).recurring, (*reader).quarter, (*reader).financialYear, (*reader).dated, (*reader).count, (*reader).byName,
	(*reader).hour, (*reader).moment, (*reader).urgent, (*reader).event,
}

// recurring reads प्रतिदिन, हर सप्ताह शुक्रवार तक, प्रति माह 20 तारीख तक, सप्ताह में दो बार.
func (r *reader) recurring(i, lo, hi int) (timex, bool) {
	t, n := &r.toks[i], r.at(i+1, lo, hi)
	x := timex{kind: Recurring, rank: rankRecurring, hi: i + 1}
	switch {
	case t.is(tOften):
		if !r.often(i, lo, hi) {
			return x, false
		}
		x.every = r.every(t)
		if r.word(n, "रूप") || r.word(n, "आधार") || r.word(n, "तौर") {
			x.hi = i + 3
		}
	case t.kw == kwEvery && n.is(tUnit|tWeekday):
		if n.is(tUnit) && (n.val == 2 || n.val == 7) {
			return x, false
		}
		x.hi, x.every = i+2, unitName(n)
	case t.kw == kwEvery && (n.kind == kNum || n.is(tNumber)) && r.at(i+2, lo, hi).is(tUnit): // हर 15 दिन
		x.hi = i + 3
	case t.kw == kwEvery && n.kw == kwWork && r.at(i+2, lo, hi).is(tUnit) && r.at(i+2, lo, hi).val == 1: // प्रत्येक कार्य दिवस
		x.hi = i + 3
	case t.kw == kwEvery && (n.kw == kwSecond || n.kw == kwThird || n.kw == kwFourth || n.kw == kwLast || n.kw == kwFirst) && r.at(i+2, lo, hi).is(tUnit|tWeekday): // हर दूसरे दिन
		x.hi = i + 3
	case t.kw == kwEvery && (r.word(n, "पखवाड़े") || r.word(n, "बैठक") || r.word(n, "तिमाही") || r.word(n, "छमाही") || r.word(n, "पाली") || r.word(n, "शाम") || r.word(n, "सुबह") || n.kw == kwNight):
		x.hi = i + 2
		if r.word(n, "शाम") || r.word(n, "सुबह") || n.kw == kwNight {
			x.every = "day"
		}
	case t.kw == kwEvery && r.word(n, "पक्ष") && r.inside(r.at(i+2, lo, hi)): // प्रत्येक पक्ष में एक बार
		x.hi = i + 3
		if r.timesFollow(i+3, lo, hi) {
			x.hi = i + 5
		}
	case t.is(tUnit) && t.val == 4 && n.is(tGen) && r.nth(r.at(i+2, lo, hi)) != 0 && r.at(i+3, lo, hi).is(tWeekday): // माह के प्रथम सोमवार को
		x.hi, x.every = i+4, "month"
	case t.is(tUnit) && (t.val == 5 || t.val == 6) && r.inside(n) && r.timesFollow(i+2, lo, hi) && !r.at(i-1, lo, hi).is(tPast|tNumber): // वर्ष में दो बार
		x.hi = i + 4
	case t.kw == kwTwo && n.kw == kwShift:
		x.hi = i + 2
	case t.is(tUnit) && (t.val == 3 || t.val == 4 || t.val == 1 && r.word(t, "दिन")) && n.kw == kwIn && r.timesFollow(i+2, lo, hi):
		x.hi, x.every = i+2, unitName(t)
		if r.word(r.at(i+3, lo, hi), "बार") || r.at(i+3, lo, hi).is(tUnit) {
			x.hi = i + 4
		}
	case t.is(tUnit) && (t.val == 3 || t.val == 4) && n.kw == kwIn && r.rate(i, lo, hi): // माह में 30 विद्यालयों का
		x.hi, x.every = i+2, unitName(t)
	case t.kw == kwNight && (n.is(tKo) || n.kw == kwIn || r.word(n, "गश्ती") || r.word(n, "गश्त")):
		x.hi = i + 1
	case t.is(tUnit) && t.val == 1 && n.kw == kwNight: // दिन-रात
		x.hi = i + 2
	case t.is(tUnit) && t.val == 4 && n.is(tGen) && r.everyMonth(i, lo, hi) > 0:
		x.hi, x.every = r.everyMonth(i, lo, hi), "month"
	case t.kw == kwTime && n.kw == kwTime && r.at(i+2, lo, hi).kw == kwOn:
		x.hi = i + 3
	case r.word(t, "चौबीसों"), t.kind == kNum && t.val == 24 && n.is(tUnit) && n.val == 2 && !r.inside(r.at(i+2, lo, hi)) && r.standing(i+2, lo, hi):
		x.hi, x.rank = i+2, rankEvent // a day beside it says more
		return x, true
	case r.word(t, "सुबह") && r.word(n, "शाम"):
		x.hi, x.every = i+2, "day"
	default:
		return x, false
	}
	r.recurringTail(&x, lo, hi)
	return x, true
}

// everyMonth reads माह की 25 तारीख तक and माह की 1 से 25 तारीख तक, which hold
// for every month, and gives the index behind it.
func (r *reader) everyMonth(i, lo, hi int) int {
	if p := r.at(i-1, lo, hi); p.kw == kwNext || p.kw == kwThis || p.kw == kwSame || p.is(tMonth) {
		return 0
	}
	k := i + 2
	if r.dayNumber(r.at(k, lo, hi)) && r.joinsDays(r.at(k+1, lo, hi)) {
		k += 2
	}
	if d, ok := r.dayAt(k, lo, hi); ok && d.word {
		return d.hi
	}
	return 0
}

// recurringTail takes the weekday, day of the month and hour that go with a rhythm.
func (r *reader) recurringTail(x *timex, lo, hi int) {
	for n := 0; n < 4; n++ {
		t := r.at(x.hi, lo, hi)
		if clock, end, ok := r.clockAt(x.hi, lo, hi); ok {
			x.clock, x.hi = clock, end
			continue
		}
		if d, ok := r.dayAt(x.hi, lo, hi); ok && d.word {
			x.hi, x.every = d.hi, "month"
			continue
		}
		switch {
		case t.is(tWeekday), t.is(tKo), t.is(tTak), t.is(tGen) && r.dayNumber(r.at(x.hi+1, lo, hi)):
			x.hi++
		default:
			return
		}
	}
}

// timesFollow tells whether एक बार or दो दिन follows.
func (r *reader) timesFollow(i, lo, hi int) bool {
	t, n := r.at(i, lo, hi), r.at(i+1, lo, hi)
	if r.word(t, "न्यूनतम") {
		t = n
		return t.is(tNumber) || t.kind == kNum
	}
	if r.word(t, "कम") {
		return r.hasTag(i, min(hi, i+5), tNumber) || r.hasNumber(i, min(hi, i+5))
	}
	return (t.is(tNumber) || t.kind == kNum) && (r.word(n, "बार") || n.is(tUnit))
}

// rate tells whether a number of things follows a bare week or month, which
// then is the measure, not the limit: माह में 30 विद्यालयों का निरीक्षण.
func (r *reader) rate(i, lo, hi int) bool {
	p := r.at(i-1, lo, hi)
	if p.kind == kNum || p.is(tNumber|tMonth) || p.kw == kwNext || p.kw == kwThis || p.kw == kwSame || p.is(tPast) {
		return false
	}
	a, ok := amountAt(r.toks[:hi], i+2)
	return ok && !a.percent && a.hi < hi && r.toks[a.hi].kind == kWord && !r.toks[a.hi].is(tUnit|tMonth)
}

// standing tells whether 24 घंटे means round the clock.
func (r *reader) standing(i, lo, hi int) bool {
	for k := i; k < min(hi, i+3); k++ {
		switch t := &r.toks[k]; r.raw(t) {
		case "सक्रिय", "क्रियाशील", "संचालित", "कार्यरत", "खुला", "खुले", "उपलब्ध", "तैनात", "चालू", "निगरानी", "अलर्ट":
			return true
		}
	}
	return false
}

// often tells whether नियमित or लगातार says how often, not what kind.
func (r *reader) often(i, lo, hi int) bool {
	n, n2 := r.at(i+1, lo, hi), r.at(i+2, lo, hi)
	if r.word(n, "टीकाकरण") || n.is(tPost) || n.is(tState) && !n.is(tAct) || r.word(n, "अनुपस्थित") || r.word(n, "गायब") || r.word(n, "खराब") || n.is(tNumber) && r.every(&r.toks[i]) == "" || r.word(n, "शिकायत") || r.word(n, "मिल") || r.word(n, "पिछड़") || r.word(n, "वेतन") || r.word(n, "मानदेय") || n.is(tLack) {
		return false
	}
	if n.kw == kwReview && n2.kw == kwMeeting || n.kw == kwMeeting {
		after := r.at(i+2, lo, hi)
		if n2.kw == kwMeeting {
			after = r.at(i+3, lo, hi)
		}
		return !after.is(tLoc | tGen)
	}
	return true
}

func (r *reader) every(t *token) string {
	switch s := r.raw(t); {
	case s == "प्रतिदिन", s == "रोजाना", s == "रोज", s == "रोज़", s == "रोज़ाना", s == "नित्य", s == "दैनिक", s == "daily", s == "डेली", s == "roz", s == "roj", s == "rozana", s == "rojana", s == "pratidin", s == "Roz", s == "Daily":
		return "day"
	case s == "साप्ताहिक", s == "प्रतिसप्ताह", s == "weekly", s == "Weekly", s == "वीकली":
		return "week"
	case s == "मासिक", s == "प्रतिमाह", s == "monthly", s == "Monthly", s == "मंथली":
		return "month"
	}
	return ""
}

func unitName(t *token) string {
	switch {
	case t.is(tWeekday), t.val == 3:
		return "week"
	case t.val == 1:
		return "day"
	case t.val == 4:
		return "month"
	}
	return ""
}

// dated reads what has a day or a month: 15 जून तक, 10 से 25 मई, मार्च के अंत तक, अक्टूबर का पहला सप्ताह.
func (r *reader) dated(i, lo, hi int) (timex, bool) {
	x := timex{kind: OnDate, rank: rankDate}
	t := &r.toks[i]
	// 1 से 15 जून; 10 मई से 25 मई
	if r.dayNumber(t) && r.joinsDays(r.at(i+1, lo, hi)) {
		if d, ok := r.dayAt(i+2, lo, hi); ok && !d.word {
			return r.ranged(day{y: d.y, m: d.m, d: int(t.val)}, d, lo, hi), true
		}
	}
	if d, ok := r.dayAt(i, lo, hi); ok {
		if d.word && d.m == 0 {
			return r.monthDay(i, d, lo, hi)
		}
		if r.joinsDays(r.at(d.hi, lo, hi)) {
			if e, ok := r.dayAt(d.hi+1, lo, hi); ok && !e.word {
				if d.y == 0 {
					d.y = e.y
				}
				return r.ranged(d, e, lo, hi), true
			}
		}
		x.end, x.flag = r.resolve(d)
		x.hi = r.limitTail(d.hi, lo, hi)
		if n := r.at(d.hi, lo, hi); n.is(tSe) && x.hi == d.hi {
			x.start, x.hi = x.end, d.hi+1
		}
		return x, x.hi > d.hi || !r.attribute(d.hi, lo, hi) && !r.metOn(d.hi, lo, hi, x.end)
	}
	if t.is(tMonth) && t.kind == kWord {
		return r.month(i, lo, hi)
	}
	if (t.kw == kwNext || t.kw == kwThis || r.current(t)) && r.at(i+1, lo, hi).is(tUnit) && r.at(i+1, lo, hi).val == 4 {
		k := i + 2
		if r.at(k, lo, hi).is(tGen) {
			k++
		}
		if d, ok := r.dayAt(k, lo, hi); ok && d.word {
			return r.monthDayOf(t.kw == kwNext, d, lo, hi), true
		}
	}
	if t.kw == kwNext {
		if d, ok := r.dayAt(i+1, lo, hi); ok && d.word { // आगामी 20 तारीख तक
			return r.monthDay(i, d, lo, hi)
		}
	}
	return x, false
}

// attribute tells whether का behind a day makes it say which one: 31 मार्च की
// प्रतीक्षा. A meeting held on the day is a limit: 12 मार्च की बैठक में रखें.
func (r *reader) attribute(k, lo, hi int) bool {
	if !r.at(k, lo, hi).is(tGen) {
		return false
	}
	for j := k + 1; j < min(hi, k+5); j++ {
		if t := &r.toks[j]; t.kind != kWord || t.is(tGen|tKo|tSe|tTak|tNe) || r.word(t, "स्थिति") {
			return true
		}
		if j > k+1 && r.inside(&r.toks[j]) {
			return false
		}
	}
	return true
}

// metOn tells whether a day is that of this meeting or one before it: 9 मार्च
// की बैठक में. Only a meeting still to come is a limit.
func (r *reader) metOn(k, lo, hi int, day calendar.Date) bool {
	for j := k + 1; j < min(hi, k+4); j++ {
		if r.toks[j].kw == kwMeeting {
			return day == 0 || day <= r.res.Meeting.Date
		}
	}
	return false
}

func (r *reader) joinsDays(t *token) bool {
	return t.is(tSe) || t.kind == kDash || t.kw == kwTo || t.is(tAnd) && t.latin
}

func (r *reader) ranged(a, b day, lo, hi int) timex {
	x := timex{kind: InRange, rank: rankDate, hi: r.limitTail(b.hi, lo, hi)}
	x.end, x.flag = r.resolve(b)
	if a.y == 0 && x.end != 0 {
		a.y = x.end.Year()
		if a.m > b.m {
			a.y--
		}
	}
	if a.y != 0 {
		var flag string
		if x.start, flag = r.resolve(a); flag == "impossible_date" {
			x.flag = flag
		}
	}
	if x.start > x.end && x.end != 0 {
		x.start, x.flag = 0, "range_backwards"
	}
	return x
}

// limitTail takes तक, से पहले, के भीतर, को behind a day into its span.
func (r *reader) limitTail(k, lo, hi int) int {
	if _, end, ok := r.clockAt(k, lo, hi); ok {
		k = end
	} else if t := r.at(k, lo, hi); r.word(t, "शाम") || r.word(t, "संध्या") || r.word(t, "सुबह") {
		k++
	} else if t.is(tGen) && (r.word(r.at(k+1, lo, hi), "शाम") || r.word(r.at(k+1, lo, hi), "सुबह")) {
		k += 2
	}
	t, n := r.at(k, lo, hi), r.at(k+1, lo, hi)
	switch {
	case t.is(tTak), t.is(tKo), t.kw == kwIn, t.kw == kwWithin && !t.latin:
		return k + 1
	case (t.is(tSe) || t.is(tGen)) && (n.kw == kwBefore || n.kw == kwAfter || n.kw == kwWithin):
		return k + 2
	case t.kw == kwBefore && !t.latin:
		return k + 1
	}
	return k
}
