package extract

import "github.com/anupalan/anupalan/internal/calendar"

// quarter reads a part of the financial year, which begins in April: इस
// तिमाही के अंत तक, वित्तीय वर्ष की प्रथम तिमाही में, अगली छमाही.
func (r *reader) quarter(i, lo, hi int) (timex, bool) {
	x := timex{kind: Relative, rank: rankCounted}
	k := i
	if t := r.at(k, lo, hi); (t.kw == kwThis || r.current(t)) && r.at(k+1, lo, hi).kw == kwFinance {
		k++
	}
	if r.at(k, lo, hi).kw == kwFinance && r.at(k+1, lo, hi).kw == kwYear && r.at(k+2, lo, hi).is(tGen) {
		k += 3
	}
	t := r.at(k, lo, hi)
	n, next := r.nth(t), t.kw == kwNext
	if n == 0 && t.kind == kNum && t.val >= 1 && t.val <= 4 && r.ordinalTail(k+1, hi) {
		n, k = int(t.val), k+1
	}
	if n != 0 || next || t.kw == kwThis || r.current(t) {
		k++
	} else if k > i {
		return x, false
	}
	size := 0
	switch u := r.at(k, lo, hi); {
	case r.word(u, "तिमाही") || r.word(u, "त्रैमास") || r.word(u, "quarter"):
		size = 3
	case r.word(u, "छमाही") || r.word(u, "अर्धवर्ष"):
		size = 6
	default:
		return x, false
	}
	k++
	if r.at(k, lo, hi).is(tGen) && (r.at(k+1, lo, hi).kw == kwEnd || r.word(r.at(k+1, lo, hi), "समाप्ति")) {
		k += 2
	}
	x.hi = r.limitTail(k, lo, hi)
	if x.hi == k && !r.bare {
		return x, false
	}
	x.end = r.quarterEnd(size, n, next)
	return x, true
}

// quarterEnd gives the last day of the n-th part of the financial year, n 0 for the present one.
func (r *reader) quarterEnd(size, n int, next bool) calendar.Date {
	met := r.res.Meeting.Date
	if met == 0 {
		return 0
	}
	months := met.Year()*12 + int(met.Month()) - 4 // since an April
	first := months - months%12
	if n == 9 {
		n = 12 / size
	}
	if n == 0 {
		n = months%12/size + 1
		if next {
			n++
		}
	}
	last := first + n*size - 1 + 3 // back to January
	return lastOf(last/12, last%12+1)
}

// current tells whether a word says that a period runs now: चालू माह, वर्तमान वित्तीय वर्ष.
func (r *reader) current(t *token) bool {
	return r.word(t, "चालू") || r.word(t, "वर्तमान") || r.word(t, "मौजूदा")
}

// financialYear reads the end of the financial year: वित्तीय वर्ष के अंत तक, वर्षांत तक, इसी वित्तीय वर्ष में.
func (r *reader) financialYear(i, lo, hi int) (timex, bool) {
	x := timex{kind: Relative, rank: rankCounted}
	k := i
	own := r.at(k, lo, hi).kw == kwThis || r.current(r.at(k, lo, hi))
	if own {
		k++
	}
	t, n := r.at(k, lo, hi), r.at(k+1, lo, hi)
	switch {
	case r.word(t, "वर्षांत") || r.word(t, "वर्षान्त"), t.kw == kwFinance && (r.word(n, "वर्षांत") || r.word(n, "वर्षान्त")):
		if k++; t.kw == kwFinance {
			k++
		}
	case (t.kw == kwFinance || r.word(t, "वित्त")) && n.kw == kwYear:
		k += 2
		if y := r.at(k, lo, hi); y.is(tYears) {
			return x, false
		}
		if e := r.at(k+1, lo, hi); r.at(k, lo, hi).is(tGen) && (e.kw == kwEnd || r.word(e, "समाप्ति") || r.word(e, "समापन")) {
			k += 2
		} else if !own {
			return x, false
		}
	default:
		return x, false
	}
	if x.hi = r.limitTail(k, lo, hi); x.hi == k && !r.bare {
		return x, false
	}
	if after := r.at(x.hi, lo, hi); after.kind == kNum || after.is(tGen) || own && r.at(x.hi-1, lo, hi).kw == kwIn && after.kind != kNone && r.hasNumber(x.hi, min(hi, x.hi+2)) {
		return x, false
	}
	if met := r.res.Meeting.Date; met != 0 {
		y := met.Year()
		if met.Month() > 3 {
			y++
		}
		x.end = lastOf(y, 3)
	}
	return x, true
}

// moment reads a limit set by what happens then: उसी समय, सूचना के दिन ही,
// अर्घ्य के समय, रिपोर्ट आते ही.
func (r *reader) moment(i, lo, hi int) (timex, bool) {
	t, n, n2 := &r.toks[i], r.at(i+1, lo, hi), r.at(i+2, lo, hi)
	x := timex{lo: i, hi: i + 2, kind: Relative, rank: rankEvent}
	switch {
	case t.kw == kwSame && (n.kw == kwTime || n.kw == kwNight || r.word(n, "शाम") || r.word(n, "वक्त") || n.is(tUnit) && n.val <= 5):
		if n2.kw == kwOnly || n2.is(tTak) {
			x.hi++
		}
		return x, true
	case t.is(tImpf) && !t.is(tBe) && n.kw == kwOnly && i > lo: // आते ही
		x.lo = i - 1
		for k := i - 1; k > lo && k > i-4; k-- {
			if p := &r.toks[k-1]; p.kind != kWord || p.is(tGen|tKo|tSe|tLoc|tNe|tAnd|tBy|tFor|tThat) || r.isPost(k-1) {
				break
			}
			x.lo = k - 1
		}
		return x, true
	case t.kw == kwKe && i > lo && r.toks[i-1].kind == kWord && !r.isPost(i-1) && r.toks[i-1].kw != kwMeeting && n.is(tUnit) && n.val == 1 && (n2.kw == kwOnly || n2.is(tKo) || r.isActNext(i+2, lo, hi)):
		x.lo = r.happening(i-1, lo)
		if x.hi = i + 2; n2.kw == kwOnly || n2.is(tKo) {
			x.hi++
		}
		return x, true
	case t.kw == kwKe && i > lo && n.kw == kwTime && r.toks[i-1].kind == kWord && !r.isPost(i-1) && r.toks[i-1].tag&^(tEvent|tAct|tInf) == 0 && r.isActNext(i+2, lo, hi):
		x.lo = r.happening(i-1, lo)
		return x, true
	}
	return x, false
}

// isActNext tells whether what follows is done at that time, not a state found
// then: निरीक्षण के समय अनुपस्थित कर्मी is no limit.
func (r *reader) isActNext(k, lo, hi int) bool {
	t := r.at(k, lo, hi)
	return t.kind == kWord && !t.is(tState|tGen|tVala|tLoc|tTak|tSe|tPerf) && t.kw != kwLimit && !r.word(t, "अनुपस्थित") && !r.word(t, "उपस्थित") && t.kw != kwOn && t.kw != kwIn
}

// hour reads an hour of the day as a limit by itself: रात्रि 8 बजे तक.
func (r *reader) hour(i, lo, hi int) (timex, bool) {
	clock, end, ok := r.clockAt(i, lo, hi)
	if !ok {
		return timex{}, false
	}
	x := timex{lo: i, kind: Relative, rank: rankPending, clock: clock}
	t, n := r.at(end, lo, hi), r.at(end+1, lo, hi)
	switch {
	case t.is(tTak):
		x.hi = end + 1
	case (t.is(tSe) || t.is(tGen)) && (n.kw == kwBefore || n.kw == kwWithin):
		x.hi = end + 2
	default:
		return x, false
	}
	return x, true
}
