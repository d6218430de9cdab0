package extract

// timeEn reads an English expression of time: within ten days, by 31 January,
// every week, between March 1 and March 5, before the monsoon.
func (r *reader) timeEn(i, lo, hi int) (timex, bool) {
	t, n := &r.toks[i], r.at(i+1, lo, hi)
	x := timex{lo: i, hi: i + 1}
	if y, ok := r.rhythmEn(i, lo, hi); ok {
		return y, true
	}
	switch {
	case t.is(tOften):
		x.kind, x.rank, x.every = Recurring, rankRecurring, r.every(t)
		return x, r.at(i+1, lo, hi).kw != kwMeeting && !r.word(n, "review")
	case t.kw == kwEvery && n.is(tUnit|tWeekday) && !r.word(t, "per"):
		x.kind, x.rank, x.every, x.hi = Recurring, rankRecurring, unitName(n), i+2
		r.recurringTail(&x, lo, hi)
		return x, true
	case t.kw == kwEvery && n.is(tUnit), r.word(t, "a") && n.is(tUnit) && n.val == 3 && r.at(i-1, lo, hi).is(tNumber):
		x.kind, x.rank, x.every, x.hi = Recurring, rankRecurring, unitName(n), i+2
		return x, true
	case (t.kw == kwThis || t.kw == kwNext) && n.is(tUnit|tWeekday) && (n.is(tWeekday) || n.val >= 3 && n.val <= 4) && r.at(i+2, lo, hi).kind != kWord: // this week.
		x.kind, x.rank, x.hi = Relative, rankCounted, i+2
		if n.is(tWeekday) {
			x.end = r.nextWeekday(int(n.val))
		} else {
			x.end = r.endOf(int(n.val), t.kw == kwNext)
		}
		return x, true
	case t.is(tTak) && r.received(r.at(i-1, lo, hi)): // cases received till 28 February
		return x, false
	case t.is(tLate):
		x.kind, x.rank = Relative, rankUrgent
		return x, true
	case (r.word(t, "twice") || r.word(t, "thrice") || r.word(t, "once") || r.word(t, "times")) && (r.word(n, "a") || r.word(n, "in") || n.kw == kwEvery) && r.unitWithin(i+2, lo, hi) > 0:
		k := r.unitWithin(i+2, lo, hi)
		x.kind, x.rank, x.every, x.hi = Recurring, rankRecurring, unitName(&r.toks[k]), k+1
		return x, true
	case r.word(t, "EoD") || r.word(t, "EOD") || r.word(t, "eod") || r.word(t, "COB") || r.word(t, "CoB") || r.word(t, "tonight"):
		x.kind, x.rank, x.end = Relative, rankCounted, r.res.Meeting.Date
		return x, t.end-t.start == 3 || r.word(t, "tonight")
	case (r.word(t, "without") && (r.word(n, "delay") || r.word(n, "any") && r.word(r.at(i+2, lo, hi), "delay"))), r.word(t, "as") && (r.word(n, "soon") || r.word(n, "early")):
		x.kind, x.rank, x.hi = Relative, rankUrgent, i+2
		return x, true
	case (t.kw == kwBetween || t.kw == kwFrom) && r.rangeEn(&x, i, lo, hi):
		return x, true
	case t.kw == kwBy || t.is(tTak) || t.kw == kwBefore || t.kw == kwOn && !n.is(tWeekday) || t.kw == kwWithin || t.kw == kwIn || t.kw == kwAfter:
		return r.limitEn(i, lo, hi)
	case t.kw == kwToday || t.kw == kwTomorrow:
		x.kind, x.rank = Relative, rankCounted
		if d := r.res.Meeting.Date; d != 0 {
			x.end = d
			if t.kw == kwTomorrow {
				x.end = d.AddDays(1)
			}
		}
		return x, t.kw == kwTomorrow || r.at(i-1, lo, hi).kw == kwBy || n.kw == 0
	}
	return x, false
}

// rangeEn reads between A and B, from A to B.
func (r *reader) rangeEn(x *timex, i, lo, hi int) bool {
	a, ok := r.dayAt(i+1, lo, hi)
	if t := r.at(i+1, lo, hi); !ok && r.dayNumber(t) && r.joinsDays(r.at(i+2, lo, hi)) { // between 10 and 15 March
		a, ok = day{d: int(t.val), hi: i + 2}, true
		if b, fine := r.dayAt(i+3, lo, hi); fine {
			a.m, a.y = b.m, b.y
		}
	}
	if !ok || a.m == 0 {
		return false
	}
	if !r.joinsDays(r.at(a.hi, lo, hi)) && !r.at(a.hi, lo, hi).is(tTak) {
		return false
	}
	b, ok := r.dayAt(a.hi+1, lo, hi)
	if !ok {
		return false
	}
	*x = r.ranged(a, b, lo, hi)
	x.lo = i
	return true
}

// limitEn reads what follows by, before, within, in, on, till.
func (r *reader) limitEn(i, lo, hi int) (timex, bool) {
	t := &r.toks[i]
	x := timex{lo: i, kind: OnDate, rank: rankDate}
	k := r.dayClose(i+1, hi)
	for k < hi && (r.toks[k].kw == kwThe || r.word(&r.toks[k], "evening") || r.toks[k].kw == kwNext && (t.kw == kwWithin || t.kw == kwIn)) {
		k++
	}
	n := r.at(k, lo, hi)
	if k > i+1 && (n.kind != kWord || !n.is(tWeekday|tMonth) && n.kw != kwToday && n.kw != kwTomorrow) && n.kind != kNum && n.kind != kDay && r.toks[k-1].kw != kwThe && r.toks[k-1].kw != kwNext && !r.word(&r.toks[k-1], "evening") {
		x.kind, x.rank, x.end, x.hi = Relative, rankCounted, r.res.Meeting.Date, k // by EoD, by close of business
		return x, true
	}
	if f, end := r.festivalFrom(min(k, hi-1), hi); end > k && k < hi && (t.kw == kwBy || t.kw == kwBefore || t.is(tTak)) {
		return timex{lo: i, hi: end, kind: Relative, rank: rankEvent, end: r.dayOf(f)}, true
	}
	if y, ok := r.weekdayOfEn(i, k, lo, hi); ok && t.kw != kwAfter {
		return y, true
	}
	if d, ok := r.dayOfMonthEn(k, lo, hi); ok && t.kw != kwIn && t.kw != kwWithin && t.kw != kwAfter {
		x.end, x.flag = r.resolve(day{d: d.d})
		x.hi = d.hi
		if end := r.eachMonthEn(d.hi, lo, hi); end > 0 {
			x = timex{lo: i, hi: end, kind: Recurring, rank: rankRecurring, every: "month"}
		}
		return x, true
	}
	if d, ok := r.dayAt(k, lo, hi); ok && t.kw != kwIn && t.kw != kwWithin {
		x.end, x.flag = r.resolve(d)
		x.hi = d.hi
		if after := r.at(d.hi, lo, hi); r.received(after) {
			return x, false
		}
		return x, t.kw != kwAfter
	}
	if clock, end, ok := r.clockAt(k, lo, hi); ok {
		x.kind, x.rank, x.clock, x.hi = Relative, rankEvent, clock, end
		if d, ok := r.timeBehind(end, lo, hi); ok {
			d.lo, d.clock = i, clock
			return d, true
		}
		return x, true
	}
	x.kind, x.rank = Relative, rankCounted
	switch {
	case t.kw == kwWithin || t.kw == kwIn:
		return r.countEn(i, k, lo, hi)
	case t.kw == kwOn:
		if n.kw == kwTime {
			x.hi, x.rank = k+1, rankUrgent
			return x, true
		}
		return x, false
	case n.is(tWeekday):
		x.end, x.hi = r.nextWeekday(int(n.val)), k+1
		return x, t.kw != kwAfter
	case n.kw == kwToday || n.kw == kwTomorrow:
		y, ok := r.timeEn(k, lo, hi)
		y.lo = i
		return y, ok && t.kw != kwAfter
	case n.is(tMonth) && !r.word(n, "may"):
		said, end := 0, k+1
		if yr := r.at(k+1, lo, hi); yr.kind == kNum && yr.y != 0 {
			said, end = int(yr.y), k+2
		}
		y := r.monthYear(int(n.val), said)
		x.kind, x.end, x.hi, x.rank = OnDate, lastOf(y, int(n.val)), end, rankDate
		return x, t.kw != kwAfter
	case n.is(tUnit) && n.val >= 3 && r.at(k+1, lo, hi).kw == kwEnd: // by month end
		x.end, x.hi = r.endOf(int(n.val), false), k+2
		return x, t.kw != kwAfter
	case r.word(n, "weekend"):
		x.end, x.hi = r.endOf(3, false), k+1
		return x, t.kw != kwAfter
	case n.kw == kwEnd && r.at(k+1, lo, hi).kw == kwOf:
		return r.endEn(i, k+2, lo, hi)
	case n.kw == kwNext && (r.at(k+1, lo, hi).kw == kwMeeting || r.at(k+2, lo, hi).kw == kwMeeting):
		x.hi, x.rank = k+2, rankEvent
		if r.toks[k+1].kw != kwMeeting {
			x.hi = k + 3
		}
		return x, t.kw != kwAfter
	case n.kw == kwNext && r.at(k+1, lo, hi).is(tWeekday|tUnit):
		u := r.at(k+1, lo, hi)
		x.hi = k + 2
		if u.is(tWeekday) {
			x.end = r.nextWeekday(int(u.val))
		} else {
			x.end = r.endOf(int(u.val), true)
		}
		return x, t.kw != kwAfter
	case t.kw == kwBefore && n.kind == kWord && !r.word(r.at(i-1, lo, hi), "as"):
		x.hi, x.rank = k+1, rankEvent
		for n := 0; n < 2 && x.hi < hi && r.toks[x.hi].kind == kWord && !r.toks[x.hi].is(tAnd) && r.toks[x.hi].kw == 0; n++ {
			x.hi++
		}
		if r.at(x.hi, lo, hi).kw == kwTime {
			x.hi++
		}
		return x, true
	}
	return x, false
}

func (r *reader) timeBehind(k, lo, hi int) (timex, bool) {
	if t := r.at(k, lo, hi); t.kind != kWord {
		return timex{}, false
	}
	return r.timeEn(k, lo, hi)
}

// endEn reads the end of the month, of March.
func (r *reader) endEn(i, k, lo, hi int) (timex, bool) {
	x := timex{lo: i, kind: Relative, rank: rankCounted}
	next := false
	for k < hi && (r.toks[k].kw == kwThe || r.toks[k].kw == kwThis || r.toks[k].kw == kwNext) {
		next = next || r.toks[k].kw == kwNext
		k++
	}
	t := r.at(k, lo, hi)
	x.hi = k + 1
	switch {
	case t.is(tMonth):
		x.kind, x.rank, x.end = OnDate, rankDate, lastOf(r.monthYear(int(t.val), 0), int(t.val))
	case t.is(tUnit):
		x.end = r.endOf(int(t.val), next)
	default:
		return x, false
	}
	return x, true
}

// countEn reads within ten days, in a week, within 24 hours.
func (r *reader) countEn(i, k, lo, hi int) (timex, bool) {
	x := timex{lo: i, kind: Relative, rank: rankCounted}
	n := 1.0
	if r.word(r.at(k, lo, hi), "couple") && r.at(k+1, lo, hi).kw == kwOf {
		n, k = 2, k+2
	} else if a, ok := amountAt(r.toks[:hi], k); ok {
		n, k = a.val, a.hi
	} else if t := r.at(k, lo, hi); r.toks[k-1].kw == kwNext && (t.kw == kwMeeting || t.kw == kwReview || r.at(k+1, lo, hi).kw == kwMeeting || acronym(r.raw(t))) { // in the next TL
		x.hi, x.rank = k+1, rankEvent
		if r.at(k+1, lo, hi).kw == kwMeeting {
			x.hi++
		}
		return x, true
	} else if !(k > i+1 && r.toks[k-1].kw == kwThe) {
		if t := r.at(k, lo, hi); t.kw == kwTime || r.word(t, "stipulated") || r.word(t, "prescribed") || r.word(t, "fixed") {
			for k < hi && r.toks[k].kind == kWord && k < i+5 {
				if r.toks[k].kw == kwTime || r.word(&r.toks[k], "timeline") || r.word(&r.toks[k], "timeframe") || r.word(&r.toks[k], "period") {
					x.hi, x.rank = k+1, rankUrgent
					return x, true
				}
				k++
			}
		}
		return x, false
	}
	working := false
	if r.at(k, lo, hi).kw == kwWork {
		working = true
		k++
	}
	u := r.at(k, lo, hi)
	if !u.is(tUnit) || u.val == 7 || u.val == 6 && r.toks[i].kw == kwIn {
		return x, false
	}
	unit := int(u.val)
	if unit == 5 {
		unit = 8
	}
	x.hi = k + 1
	if after := r.at(k+1, lo, hi); after.kw == kwOf || after.kw == kwFrom || after.kw == kwAfter {
		x.rank = rankEvent
		return x, true
	}
	x.end = r.counted(n, unit, working)
	return x, true
}

// acronym tells whether a word is a short name in capitals: TL, VC.
func acronym(s string) bool {
	for _, c := range s {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return len(s) >= 2 && len(s) <= 5
}

// dayClose steps over EoD, COB, close of business, end of day, the evening of.
func (r *reader) dayClose(k, hi int) int {
	t, n, n2 := r.at(k, 0, hi), r.at(k+1, 0, hi), r.at(k+2, 0, hi)
	switch {
	case t.end-t.start == 3 && (r.word(t, "EoD") || r.word(t, "EOD") || r.word(t, "eod") || r.word(t, "COB") || r.word(t, "CoB")):
		k++
	case r.word(t, "close") && n.kw == kwOf, t.kw == kwEnd && n.kw == kwOf && n2.is(tUnit) && n2.val == 1:
		k += 3
	default:
		return k
	}
	for k < hi && (r.toks[k].kw == kwOn || r.toks[k].kw == kwOf) {
		k++
	}
	return k
}

// dayOfMonthEn reads a bare day: the 20th, 5th of every month.
func (r *reader) dayOfMonthEn(k, lo, hi int) (day, bool) {
	t, n, n2 := r.at(k, lo, hi), r.at(k+1, lo, hi), r.at(k+2, lo, hi)
	if !r.dayNumber(t) || !n.latin || !r.ordinalEnd(n) || n2.is(tMonth) || n2.kw == kwOf && r.at(k+3, lo, hi).is(tMonth) {
		return day{}, false
	}
	return day{d: int(t.val), hi: k + 2}, true
}

// unitWithin gives the index of a unit of time at k or behind an article there, else 0.
func (r *reader) unitWithin(k, lo, hi int) int {
	for j := k; j < k+2; j++ {
		if r.at(j, lo, hi).is(tUnit) {
			return j
		}
	}
	return 0
}
