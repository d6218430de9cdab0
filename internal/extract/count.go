package extract

import (
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
)

// part gives the n-th week or fortnight of a month; n = 9 is the last.
func part(y, m, n, unit int) (calendar.Date, calendar.Date) {
	size := 7
	if unit == 5 {
		size = 15
	}
	days := calendar.DaysIn(y, time.Month(m))
	from, to := (n-1)*size+1, n*size
	if n == 9 {
		from, to = days-size+1, days
	}
	if to > days || unit == 5 && n == 2 {
		to = days
	}
	if from > to {
		return 0, 0
	}
	a, _ := calendar.DateOf(y, time.Month(m), from)
	b, _ := calendar.DateOf(y, time.Month(m), to)
	return a, b
}

// count reads a stretch of time: अगले 15 दिनों के भीतर, एक सप्ताह में, तीन कार्य दिवस में.
func (r *reader) count(i, lo, hi int) (timex, bool) {
	x := timex{kind: Relative, rank: rankCounted}
	k := i
	if r.toks[k].kw == kwNext && !r.toks[k].latin {
		k++
	}
	if k >= hi {
		return x, false
	}
	n, working, unit := 1.0, false, (*token)(nil)
	if a, ok := amountAt(r.toks[:hi], k); ok && !a.percent {
		n, k = a.val, a.hi
		if t := r.at(k, lo, hi); t.is(tAnd|tSe) || t.kind == kDash { // दो से तीन दिन में
			if b, ok := amountAt(r.toks[:hi], min(k+1, hi-1)); ok && b.lo == k+1 {
				n, k = b.val, b.hi
			}
		}
		if r.at(k, lo, hi).kw == kwWork && r.at(k+1, lo, hi).is(tUnit) {
			working, k = true, k+1
		}
		unit = r.at(k, lo, hi)
	} else if r.toks[k].is(tUnit) {
		unit = &r.toks[k]
		if after := r.at(k+1, lo, hi); !(r.word(after, "भर") || after.is(tGen) && r.at(k+2, lo, hi).kw == kwWithin) || k > i {
			return x, false
		}
	} else {
		return x, false
	}
	if !unit.is(tUnit) || unit.val == 7 {
		return x, false
	}
	k++
	if r.word(r.at(k, lo, hi), "भर") {
		k++
	}
	t, after := r.at(k, lo, hi), r.at(k+1, lo, hi)
	switch {
	case t.kw == kwIn, t.kw == kwWithin && !t.latin:
		x.hi = k + 1
	case t.is(tGen) && after.kw == kwWithin:
		x.hi = k + 2
	case t.is(tTak) && unit.val != 6:
		x.hi = k + 1
	case t.is(tGen) && (after.kw == kwTime || r.word(after, "मोहलत") || r.word(after, "वक्त") || r.word(after, "अल्टीमेटम") || r.word(after, "मियाद")):
		x.hi = k + 2
	case t.kw == kwBefore && !t.latin && !r.at(k+1, lo, hi).is(tGen):
		x.hi, x.rank = k+1, rankEvent
		return x, true
	case t.is(tSe) && (after.kw == kwMore || after.is(tState)) && r.mustNot(k, hi):
		x.hi, x.rank = k+2, rankPending
		return x, true
	default:
		return x, false
	}
	if r.at(x.hi, lo, hi).is(tTak) || r.at(x.hi, lo, hi).kw == kwOnly {
		x.hi++
	}
	if r.anchored(i, lo, hi) || int(unit.val) == 2 && r.repair(i, lo, hi) {
		x.rank = rankEvent
		return x, true
	}
	x.end = r.counted(n, int(unit.val), working)
	if r.res.Meeting.Date == 0 {
		x.flag = "meeting_date_missing"
	}
	return x, true
}

// mustNot tells whether a clause forbids what stands before toks[k]: 36 दिन से अधिक लंबित न रहे.
func (r *reader) mustNot(k, hi int) bool {
	return r.hasTag(k, hi, tNot) && r.hasTag(k, hi, tState)
}

// anchored tells whether a stretch is counted from an event, not from the
// meeting: क्रय के 48 घंटे में, मिलने के तीन दिन के भीतर.
func (r *reader) anchored(i, lo, hi int) bool {
	p, p2 := r.at(i-1, lo, hi), r.at(i-2, lo, hi)
	switch {
	case p.is(tGen) && p.kw == kwKe && p2.kind == kWord && !r.isPost(i-2) && (p2.is(tInf|tAct) || p2.kw == kwDate || p2.tag == 0 && p2.kw == 0):
		return true
	case p.is(tSe) && (p2.kw == kwDate || p2.is(tInf|tAct)):
		return true
	case p.kw == kwAfter && p2.is(tGen):
		return true
	case p.kw == kwOn && p2.is(tInf):
		return true
	}
	return false
}

// repair tells whether hours are counted from a breakage: जले ट्रांसफार्मर 72 घंटे में बदलें.
func (r *reader) repair(i, lo, hi int) bool {
	for k := max(lo, i-8); k < i; k++ {
		switch t := &r.toks[k]; r.raw(t) {
		case "जले", "जला", "खराब", "ख़राब", "टूटे", "टूटी", "क्षतिग्रस्त", "फुंके", "बंद", "damaged", "burnt", "faulty", "defunct":
			return true
		}
	}
	return false
}

// byName reads a day by its name: आज शाम तक, कल तक, शुक्रवार तक, इसी सप्ताह, अगले माह, माह के अंत तक, अगली बैठक से पहले.
func (r *reader) byName(i, lo, hi int) (timex, bool) {
	x := timex{kind: Relative, rank: rankCounted, hi: i + 1}
	t := &r.toks[i]
	met := r.res.Meeting.Date
	n := r.at(i+1, lo, hi)
	switch t.kw {
	case kwToday, kwTomorrow, kwDayAfter:
		if t.kw == kwToday && !r.limits(i+1, lo, hi) {
			return x, false
		}
		if t.kw == kwTomorrow && !r.limits(i+1, lo, hi) && !n.is(tLoc) && n.is(tGen) {
			return x, false
		}
		if met != 0 {
			x.end = met.AddDays(map[kw]int{kwToday: 0, kwTomorrow: 1, kwDayAfter: 2}[t.kw])
		}
		x.hi = r.limitTail(i+1, lo, hi)
		r.clockIn(&x, i+1, lo)
		return x, true
	case kwSame:
		if n.is(tUnit) && n.val == 1 {
			x.hi, x.rank = i+2, rankEvent
			return x, true
		}
	case kwNext, kwThis:
		return r.nextOrThis(i, lo, hi)
	}
	switch {
	case t.is(tWeekday):
		return r.weekday(i, i, lo, hi)
	case t.is(tUnit) && n.is(tGen) && r.at(i+2, lo, hi).kw == kwEnd:
		x.end, x.hi = r.endOf(int(t.val), false), r.limitTail(i+3, lo, hi)
		return x, true
	case r.word(t, "माहांत") || r.word(t, "माहान्त"):
		x.end, x.hi = r.endOf(4, false), r.limitTail(i+1, lo, hi)
		return x, true
	case t.kw == kwFinance && n.kw == kwYear && r.at(i+2, lo, hi).is(tGen):
		if e := r.at(i+3, lo, hi); e.kw == kwEnd || r.word(e, "समाप्ति") {
			if met != 0 {
				y := met.Year()
				if met.Month() > 3 {
					y++
				}
				x.end = lastOf(y, 3)
			}
			x.hi = r.limitTail(i+4, lo, hi)
			return x, true
		}
	}
	return x, false
}

// limits tells whether तक, शाम or an hour makes a day a limit.
func (r *reader) limits(k, lo, hi int) bool {
	t := r.at(k, lo, hi)
	if _, _, ok := r.clockAt(k, lo, hi); ok {
		return true
	}
	return t.is(tTak) || t.kw == kwOnly || r.word(t, "शाम") || r.word(t, "संध्या") || r.word(t, "रात") || r.word(t, "सुबह") || r.word(t, "दोपहर") || t.is(tSe) && r.at(k+1, lo, hi).kw == kwOnly
}

func (r *reader) clockIn(x *timex, from, lo int) {
	for k := from; k < x.hi; k++ {
		if clock, _, ok := r.clockAt(k, lo, x.hi); ok {
			x.clock = clock
			return
		}
	}
}

// weekday reads शुक्रवार तक; at is where the expression began.
func (r *reader) weekday(at, k, lo, hi int) (timex, bool) {
	x := timex{kind: Relative, rank: rankCounted, lo: at}
	t := &r.toks[k]
	tail := r.limitTail(k+1, lo, hi)
	if tail == k+1 && at == k && !r.at(k+1, lo, hi).is(tSe) {
		return x, false
	}
	x.hi, x.end = tail, r.nextWeekday(int(t.val))
	r.clockIn(&x, k+1, lo)
	return x, true
}

// nextOrThis reads अगले सोमवार, इसी सप्ताह, अगले माह तक, अगली बैठक से पहले.
func (r *reader) nextOrThis(i, lo, hi int) (timex, bool) {
	t, n := &r.toks[i], r.at(i+1, lo, hi)
	x := timex{kind: Relative, rank: rankCounted}
	next := t.kw == kwNext
	k := i + 1
	switch {
	case n.is(tWeekday):
		return r.weekday(i, k, lo, hi)
	case n.is(tUnit) && n.val >= 3 && n.val <= 6 && n.val != 5:
		after := r.at(k+1, lo, hi)
		if after.is(tGen) && r.at(k+2, lo, hi).kw == kwEnd {
			k += 2
		} else if after.is(tGen) && r.at(k+2, lo, hi).kw != kwWithin {
			return x, false
		}
		x.end, x.hi = r.endOf(int(n.val), next), r.limitTail(k+1, lo, hi)
		return x, true
	case next && (n.kw == kwMeeting || n.kw == kwReview || r.at(k+1, lo, hi).kw == kwMeeting):
		for k < hi && (r.toks[k].kw == kwMeeting || r.toks[k].kw == kwReview || r.toks[k].is(tOften) || r.toks[k].kind == kWord && r.at(k+1, lo, hi).kw == kwMeeting) {
			k++
		}
		tail := r.limitTail(k, lo, hi)
		if tail == k {
			return x, false
		}
		x.hi, x.rank = tail, rankEvent
		return x, true
	}
	return x, false
}

// urgent reads what asks for speed or for keeping time without a day.
func (r *reader) urgent(i, lo, hi int) (timex, bool) {
	t, n := &r.toks[i], r.at(i+1, lo, hi)
	x := timex{kind: Relative, rank: rankUrgent, hi: i + 1}
	switch {
	case t.is(tLate):
		if n.kw == kwEffect || n.kw == kwForm || r.word(n, "तरीके") || r.word(n, "ढंग") {
			x.hi = min(i+3, hi)
		}
		return x, true
	case t.kw == kwTime:
		if r.at(i-1, lo, hi).kw == kwOther || n.kw == kwTime {
			return x, false
		}
		switch {
		case n.kw == kwLimit && (r.at(i+2, lo, hi).kw == kwIn || r.at(i+2, lo, hi).is(tGen) && r.at(i+3, lo, hi).kw == kwWithin || r.at(i+2, lo, hi).kw == kwWithin):
			x.hi = r.limitTail(i+2, lo, hi)
		case n.kw == kwOn || n.is(tSe) && n.kw == kwFrom && !r.at(i+2, lo, hi).is(tState):
			x.hi = i + 2
		case r.word(n, "रहते"):
			x.hi = i + 2
		case n.is(tGen) && r.at(i+2, lo, hi).kw == kwWithin, n.kw == kwIn && i > lo && (r.word(&r.toks[i-1], "निर्धारित") || r.word(&r.toks[i-1], "तय") || r.word(&r.toks[i-1], "नियत")):
			x.hi = r.limitTail(i+1, lo, hi)
		default:
			return x, false
		}
		return x, true
	case t.kw == kwLimit && !t.latin && (r.word(t, "समयसीमा") || r.word(t, "समयावधि") || r.at(i-1, lo, hi).kw == 0 && r.word(r.at(i-1, lo, hi), "निर्धारित")) && (n.kw == kwIn || n.is(tGen) && r.at(i+2, lo, hi).kw == kwWithin || n.kw == kwWithin):
		x.hi = r.limitTail(i+1, lo, hi)
		return x, true
	case r.word(t, "बिना") && (r.word(n, "विलंब") || r.word(n, "देरी")):
		x.hi = i + 2
		return x, true
	}
	return x, false
}

// event reads a limit set by something that is to happen: मानसून आने से पहले.
func (r *reader) event(i, lo, hi int) (timex, bool) {
	t := &r.toks[i]
	x := timex{kind: Relative, rank: rankEvent}
	if t.kw != kwBefore || t.latin || i < lo+2 || r.at(i+1, lo, hi).is(tGen) {
		return x, false
	}
	p, p2 := &r.toks[i-1], &r.toks[i-2]
	if !p.is(tSe|tGen) || p2.kind != kWord || p2.tag&(tYears|tNumber) != 0 || p2.kw == kwAll || r.word(p2, "सब") {
		return x, false
	}
	if r.at(i+1, lo, hi).is(tSe) || p2.is(tPro) {
		return x, false
	}
	x.lo, x.hi = r.happening(i-2, lo), i+1
	return x, true
}

// happening goes left over the words of an event: मानसून आने, वित्तीय वर्ष समाप्त होने.
func (r *reader) happening(k, lo int) int {
	n := 1
	if r.toks[k].is(tInf) {
		n = 3
	}
	for ; n > 0 && k > lo; n-- {
		t := &r.toks[k-1]
		if t.kind != kWord || t.is(tGen|tKo|tSe|tLoc|tNe|tAnd|tBy|tFor|tThat|tTak|tAll|tNot) || r.isPost(k-1) || r.word(t, "अलावा") || t.kw == kwAfter {
			break
		}
		k--
	}
	return k
}

// cutOff tells whether a day only bounds a set of things: 15 अप्रैल तक प्राप्त शिकायतें.
func (r *reader) cutOff(x *timex, lo, hi int) bool {
	t := r.at(x.hi, lo, hi)
	last := r.at(x.hi-1, lo, hi)
	if x.rank == rankDate || x.rank == rankCounted {
		if last.is(tTak) && (t.is(tGen) || r.received(t)) {
			return true
		}
		if last.is(tKo|tLoc) && (x.rank == rankDate && r.arrived(t) || t.is(tEvent) || r.word(t, "आयोजित") || r.word(t, "प्रस्तावित") || r.word(t, "हुई") || r.word(t, "निर्धारित") || t.is(tInf) && r.at(x.hi+1, lo, hi).is(tVala)) {
			return true
		}
		if last.kw == kwBefore && t.is(tGen) || (last.is(tLoc|tKo|tTak) && t.kw == kwDone) {
			return true
		}
	}
	for k := x.hi; k < hi && k < x.hi+9; k++ { // ... करने वाले
		w := &r.toks[k]
		if w.kind == kComma || w.is(tKo) || x.kind == Recurring && k > x.hi+3 {
			break
		}
		if w.is(tVala) && k > lo && r.toks[k-1].is(tInf) {
			return true
		}
	}
	return false
}

// arrived tells whether a word says that something came in on a day.
func (r *reader) arrived(t *token) bool {
	switch r.raw(t) {
	case "प्राप्त", "मिले", "मिली", "आए", "आई", "दर्ज", "जन्मे":
		return t.kind == kWord
	}
	return false
}

func (r *reader) received(t *token) bool {
	switch r.raw(t) {
	case "प्राप्त", "लंबित", "लम्बित", "दर्ज", "स्वीकृत", "आए", "आये", "आई", "मिले", "मिली", "पंजीकृत", "जारी", "निष्पादित", "received", "pending", "registered", "बकाया", "जन्मे", "नहीं":
		return t.kind == kWord
	}
	return false
}
