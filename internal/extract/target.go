package extract

import "strings"

// target finds the number a directive asks for.
func (r *reader) target(c *candidate) *Target {
	for i := c.text; i < c.hi; i++ {
		a, ok := amountAt(r.toks[:c.hi], i)
		if !ok {
			continue
		}
		i = a.hi - 1
		if !r.counts(&a, c) {
			continue
		}
		unit := r.unitAfter(a.hi, c.hi)
		if unit == "" && !r.goalAfter(a.hi, c.hi) {
			continue
		}
		return &Target{Span: r.span(a.lo, a.hi), Value: a.val, Unit: unit, Per: r.per(c)}
	}
	return nil
}

// counts tells whether a number counts things to be dealt with, not days, years or names.
func (r *reader) counts(a *amount, c *candidate) bool {
	if a.year || a.val <= 0 || a.word && a.val <= 1 || r.inTime(a.lo) {
		return false
	}
	n, p := r.at(a.hi, c.lo, c.hi), r.at(a.lo-1, c.lo, c.hi)
	f := figure{amount: *a}
	if r.labelWord(p) || r.keycap(a.hi) || r.threshold(&f, c.lo, c.hi) || r.ordinalTail(a.hi, c.hi) || r.word(n, "सीसीए") || r.word(n, "बार") {
		return false
	}
	switch {
	case n.is(tUnit|tMonth|tLoc|tGen) && !r.goalAfter(a.hi, c.hi), n.kw == kwHour, n.kw == kwDate, n.kind == kStop, n.kind == kClose && p.kind == kOpen, n.is(tVala):
		return false
	case p.is(tMonth), r.word(p, "धारा"), r.word(p, "नियम"), r.word(p, "वार्ड"), r.word(p, "कंडिका"), r.word(p, "बिंदु"), r.word(p, "संख्या"), p.kind == kOther:
		return false
	case r.word(n, "दिवसीय"), r.word(n, "सूत्रीय"), r.word(n, "स्तरीय"), r.word(n, "टूक"):
		return false
	case n.is(tSe) && r.at(a.hi+1, c.lo, c.hi).kw == kwMore, r.word(n, "रुपये"), r.word(n, "रुपए"), r.word(n, "रुपयों"), r.word(n, "रु"):
		return false
	case n.is(tSe), n.is(tPro):
		return false
	case r.word(n, "या"), a.word && a.val == 2 && !r.mostly(p):
		return r.mostly(p)
	}
	return true
}

// mostly tells whether कम से कम or न्यूनतम stands before a number.
func (r *reader) mostly(p *token) bool {
	return r.word(p, "कम") || r.word(p, "न्यूनतम") || r.word(p, "least") || r.word(p, "minimum") || r.word(p, "शेष") || r.word(p, "सभी")
}

// inTime tells whether a token lies in an expression of time of the clause.
func (r *reader) inTime(k int) bool {
	for i := range r.times {
		if r.times[i].lo <= k && k < r.times[i].hi {
			return true
		}
	}
	return false
}

// unitAfter gives the noun that a number counts.
func (r *reader) unitAfter(k, hi int) string {
	from := k
	for n := 0; k < hi && n < 4; n++ {
		t := &r.toks[k]
		if t.kind != kWord || t.is(tGen|tKo|tSe|tLoc|tNe|tBy|tFor|tAnd|tTak) {
			break
		}
		if n > 0 && t.is(tState|tAll) {
			break
		}
		if t.is(verbal) && t.tag&tState == 0 && t.tag&(tPerf|tRoot) == 0 {
			break
		}
		k++
		if t.latin && n >= 1 {
			break
		}
	}
	if k == from {
		return ""
	}
	if k-from > 2 {
		if k = from + 2; r.toks[k].is(tPost) {
			k++
		}
	}
	return singular(r.trimmed(from, k))
}

// singular gives the plain form of a counted noun: लाभुकों, लाभुक.
func singular(s string) string {
	for _, w := range []string{"मामल", "थान", "नाल", "हिस्स", "खंभ", "पौध", "बच्च", "कमर"} { // nouns in ा
		if strings.HasSuffix(s, w+"ों") {
			return strings.TrimSuffix(s, "ों") + "ा"
		}
	}
	for _, e := range []struct{ cut, keep string }{{"ियों", "ी"}, {"ाओं", "ा"}, {"ियां", "ी"}, {"ों", ""}} {
		if root, ok := strings.CutSuffix(s, e.cut); ok && len(root) > 3 {
			return root + e.keep
		}
	}
	return s
}

// goalAfter tells whether का लक्ष्य follows a number.
func (r *reader) goalAfter(k, hi int) bool {
	return r.hasTag(k, min(hi, k+6), tGoal)
}

// per gives the period of a target: प्रति सप्ताह, हर महीने, प्रतिदिन.
func (r *reader) per(c *candidate) string {
	for i := range r.times {
		if x := &r.times[i]; x.kind == Recurring && x.lo >= c.text && x.hi <= c.hi {
			return x.every
		}
	}
	return ""
}
