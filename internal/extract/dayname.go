package extract

// byName reads a day by its name: आज शाम तक, कल तक, शुक्रवार तक, इसी सप्ताह, अगले माह, माह के अंत तक, अगली बैठक से पहले.
func (r *reader) byName(i, lo, hi int) (timex, bool) {
	x := timex{kind: Relative, rank: rankCounted, hi: i + 1}
	t := &r.toks[i]
	met := r.res.Meeting.Date
	n := r.at(i+1, lo, hi)
	switch t.kw {
	case kwToday, kwTomorrow, kwDayAfter:
		if t.kw == kwToday && !r.limits(i+1, lo, hi) && !r.actsNow(i+1, lo, hi) {
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
	case (r.word(t, "शाम") || r.word(t, "सायं") || r.word(t, "रात") || r.word(t, "संध्या")) && (n.is(tTak) || n.kw == kwAlso && r.at(i+2, lo, hi).is(tTak)):
		x.end, x.hi = met, i+2
		return x, true
	case r.word(t, "अभी") && n.kw != kwAlso && !n.is(tTak) && r.at(i+1, lo, hi).kw != kwOld && !n.is(tTak|tSe|tGen|tNot) && n.kw != kwOnly:
		return x, false
	case r.word(t, "माहांत") || r.word(t, "माहान्त"):
		x.end, x.hi = r.endOf(4, false), r.limitTail(i+1, lo, hi)
		return x, true
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

// actsNow tells whether the verb that asks follows a day at once: आज निकालें, आज जारी करें.
func (r *reader) actsNow(k, lo, hi int) bool {
	for n := 0; n < 3; n++ {
		t := r.at(k+n, lo, hi)
		if t.kind != kWord || t.latin && t.kw != 0 {
			return false
		}
		if t.is(tSubj|tFut) && !t.is(tPerf) {
			return true
		}
		if t.is(tGen|tKo|tLoc|tSe|tNe|tTak) && !t.is(tRoot) {
			return false
		}
	}
	return false
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
	if r.finalDay(k+1, lo, hi) {
		tail = k + 3
	}
	if tail == k+1 && at == k && !r.at(k+1, lo, hi).is(tSe) && !r.bare {
		return x, false
	}
	x.hi, x.end = tail, r.nextWeekday(int(t.val))
	r.clockIn(&x, k+1, lo)
	return x, true
}

// finalDay tells whether a day is called the last one: शुक्रवार लास्ट डेट है.
func (r *reader) finalDay(k, lo, hi int) bool {
	t, n := r.at(k, lo, hi), r.at(k+1, lo, hi)
	return (t.kw == kwLast || r.word(t, "लास्ट")) && (n.kw == kwDate || r.word(n, "डेट"))
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
		if w := r.at(k+3, lo, hi); n.val == 4 && after.is(tGen) && r.nth(r.at(k+2, lo, hi)) != 0 && w.is(tWeekday) { // अगले माह के पहले सोमवार को
			if last := r.endOf(4, next); last != 0 {
				x.end = weekdayOf(last.Year(), int(last.Month()), r.nth(r.at(k+2, lo, hi)), int(w.val))
			}
			x.hi = r.limitTail(k+4, lo, hi)
			return x, true
		}
		if after.is(tGen) && r.at(k+2, lo, hi).kw == kwEnd {
			k += 2
		} else if after.is(tGen) && r.at(k+2, lo, hi).kw != kwWithin {
			return x, false
		}
		x.end, x.hi = r.endOf(int(n.val), next), r.limitTail(k+1, lo, hi)
		return x, true
	case n.is(tUnit) && n.val == 5: // अगले पखवाड़े में
		x.hi = r.limitTail(k+1, lo, hi)
		x.end = r.counted(1, 5, false)
		return x, x.hi > k+1 || r.bare
	case next && (n.kw == kwMeeting || n.kw == kwReview || r.at(k+1, lo, hi).kw == kwMeeting):
		for k < hi && (r.toks[k].kw == kwMeeting || r.toks[k].kw == kwReview || r.toks[k].is(tOften) || r.toks[k].kind == kWord && r.at(k+1, lo, hi).kw == kwMeeting) {
			k++
		}
		tail := r.limitTail(k, lo, hi)
		if tail == k && !r.bare {
			return x, false
		}
		x.hi, x.rank = tail, rankEvent
		return x, true
	}
	return x, false
}
