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
	if r.toks[k].kw == kwNext && (!r.toks[k].latin || r.isRoman(&r.toks[k])) {
		k++
	}
	if k >= hi {
		return x, false
	}
	n, working, unit := 1.0, false, (*token)(nil)
	if a, ok := amountAt(r.toks[:hi], k); ok && !a.percent {
		n, k = a.val, a.hi
		if b, ok := amountAt(r.toks[:hi], k); ok && b.lo == k && b.word && b.val < 100 { // एक-दो दिन में
			n, k = b.val, b.hi
		}
		if t := r.at(k, lo, hi); t.is(tAnd|tSe) || t.kind == kDash { // दो से तीन दिन में
			if b, ok := amountAt(r.toks[:hi], min(k+1, hi-1)); ok && b.lo == k+1 {
				n, k = b.val, b.hi
			}
		}
		if r.at(k, lo, hi).kw == kwWork && r.at(k+1, lo, hi).is(tUnit) {
			working, k = true, k+1
		}
		unit = r.at(k, lo, hi)
	} else if r.isRoman(&r.toks[k]) && r.at(k+1, lo, hi).is(tUnit) && lower(r.raw(&r.toks[k])) == "do" {
		n, unit = 2, r.at(k+1, lo, hi)
		k++
	} else if r.toks[k].is(tUnit) {
		unit = &r.toks[k]
		if after := r.at(k+1, lo, hi); !(r.word(after, "भर") || after.is(tGen) && r.at(k+2, lo, hi).kw == kwWithin) || k > i {
			return x, false
		}
	} else {
		return x, false
	}
	if !unit.is(tUnit) || r.at(i-1, lo, hi).is(tPast) {
		return x, false
	}
	k++
	if r.word(r.at(k, lo, hi), "भर") {
		k++
	}
	t, after := r.at(k, lo, hi), r.at(k+1, lo, hi)
	switch {
	case r.inside(t), t.kw == kwWithin && (!t.latin || !unit.latin):
		x.hi = k + 1
	case t.kw == kwAfter && !t.latin && unit.val != 6, t.kw == kwKe && after.kw == kwAfter && unit.val != 6 && unit.val != 2: // 15 दिन बाद
		x.hi = k + 1
		if t.kw == kwKe {
			x.hi++
		}
	case r.toks[i].kw == kwNext && unit.val != 6 && r.adverbial(k, lo, hi), r.bare: // अगले एक सप्ताह अभियान चलाएं
		x.hi = k
	case t.is(tGen) && (after.kw == kwLimit || after.kw == kwTime && r.at(k+2, lo, hi).kw == kwLimit) && unit.val != 6: // 15 दिनों की समय सीमा में
		if k += 2; after.kw == kwTime {
			k++
		}
		if x.hi = r.limitTail(k, lo, hi); x.hi == k {
			return x, false
		}
	case t.is(tGen) && after.kw == kwWithin && (!after.latin || unit.latin):
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
	if r.anchored(i, lo, hi) || (unit.val == 2 || unit.val == 7) && (r.repair(i, lo, hi) || r.upon(i, lo)) {
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
	case p.is(tGen) && p.kw == kwKe && p2.kind == kWord && !r.isPost(i-2) && (p2.is(tInf|tAct|tEvent) && p2.kw != kwMeeting || p2.kw == kwDate || p2.tag == 0 && p2.kw == 0):
		return true
	case p.kw == kwAfter, r.word(p, "तत्पश्चात") || r.word(p, "तदुपरांत") || r.word(p, "तदोपरांत") || r.word(p, "पश्चात्"):
		return true
	case p.is(tSe) && (p2.kw == kwDate || p2.is(tInf|tAct)):
		return true
	case p.kw == kwOn && p2.is(tInf):
		return true
	}
	return false
}

// adverbial tells whether a stretch without a case sign stands by itself before the act.
func (r *reader) adverbial(k, lo, hi int) bool {
	t := r.at(k, lo, hi)
	return t.kind == kWord && !t.is(tGen|tKo|tSe|tNe|tVala|tAnd|tTak|tLoc|tFor|tBy) && t.kw != kwBefore && t.kw != kwAfter
}

// upon tells whether hours run from each time that something happens:
// ट्रांसफार्मर जलने पर ग्रामीण क्षेत्र में 72 घंटे में. What failed to happen is a reproach, not a start.
func (r *reader) upon(i, lo int) bool {
	for k := i - 1; k > lo && k > i-14; k-- {
		if r.toks[k].kw == kwOn && r.toks[k-1].is(tInf) {
			return k < lo+2 || !r.toks[k-2].is(tNot)
		}
		if r.toks[k].is(tNe | tBy) {
			return false
		}
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

// urgent reads what asks for speed or for keeping time without a day.
func (r *reader) urgent(i, lo, hi int) (timex, bool) {
	t, n := &r.toks[i], r.at(i+1, lo, hi)
	x := timex{kind: Relative, rank: rankUrgent, hi: i + 1}
	switch {
	case t.is(tLate):
		if r.qualifies(i, lo, hi) {
			return x, false
		}
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
	case (r.word(t, "निर्धारित") || r.word(t, "नियत") || r.word(t, "तय")) && n.kw == kwDate && r.limitTail(i+2, lo, hi) > i+2: // निर्धारित तिथि तक
		x.hi = r.limitTail(i+2, lo, hi)
		return x, true
	case r.word(t, "यथासंभव") && n.is(tLate), r.word(t, "अति") && n.is(tLate):
		x.hi = i + 2
		return x, true
	case r.word(t, "बिना") && (r.word(n, "विलंब") || r.word(n, "देरी")):
		x.hi = i + 2
		return x, true
	}
	return x, false
}

// qualifies tells whether a word of haste belongs to a noun that is itself the
// matter: शीघ्र सुनवाई का प्रार्थना पत्र लगवाएं.
func (r *reader) qualifies(i, lo, hi int) bool {
	n, g, m := r.at(i+1, lo, hi), r.at(i+2, lo, hi), r.at(i+3, lo, hi)
	return n.kind == kWord && !n.is(tInf) && n.kw == 0 && g.is(tGen) && g.kw != kwKe && m.kind == kWord && m.tag == 0 && m.kw == 0 && !r.isPost(i+3)
}

// event reads a limit set by something that is to happen: मानसून आने से पहले.
func (r *reader) event(i, lo, hi int) (timex, bool) {
	t := &r.toks[i]
	x := timex{kind: Relative, rank: rankEvent}
	if t.kw != kwBefore || t.latin && !r.isRoman(t) || i < lo+2 || r.at(i+1, lo, hi).is(tGen) {
		return x, false
	}
	p, p2 := &r.toks[i-1], &r.toks[i-2]
	if !p.is(tSe|tGen) || p2.kind != kWord || p2.tag&(tYears|tNumber) != 0 || p2.kw == kwAll || r.word(p2, "सब") {
		return x, false
	}
	if r.at(i+1, lo, hi).is(tSe) || p2.is(tPro) || r.at(i+1, lo, hi).is(tAnd) && r.at(i+2, lo, hi).kw == kwAfter {
		return x, false
	}
	x.lo, x.hi = r.happening(i-2, lo), i+1
	if f, at := r.festivalTo(i-2, lo); at >= 0 {
		x.lo, x.end = at, r.dayOf(f)
	}
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
