package extract

// facts reads the numbers that a sentence without directives reports.
func (r *reader) facts(lo, hi int) {
	if len(r.segs) == 0 || r.segs[0].lo < lo || r.segs[0].lo >= hi {
		r.factsIn(lo, hi)
		return
	}
	for i := range r.segs {
		s := &r.segs[i]
		if !r.states(s) {
			continue
		}
		from := s.lo
		if i+1 < len(r.segs) && s.gov.kind == gTell && r.segs[i+1].link == lThat && !r.hasNumber(s.lo, s.hi) {
			continue
		}
		if i > 0 && r.segs[i-1].gov.kind == gTell && s.link == lThat && r.segs[i-1].hi-r.segs[i-1].lo <= 3 {
			from = r.segs[i-1].lo
		}
		r.factsIn(from, s.hi)
	}
}

// factsBeside reads the clauses of a sentence that no directive has taken.
func (r *reader) factsBeside(lo, hi, first int) {
	for i := range r.segs {
		s := &r.segs[i]
		if !r.states(s) || s.gov.kind != gNone && s.gov.kind != gTell {
			continue
		}
		sp := r.span(s.lo, s.hi)
		taken := false
		for _, d := range r.res.Directives[first:] {
			taken = taken || d.Quote[0].Start < sp.End && sp.Start < d.Quote[0].End
		}
		if !taken {
			r.factsIn(s.lo, s.hi)
		}
	}
}

// states tells whether a clause says how things are.
func (r *reader) states(s *segment) bool {
	switch s.pred.kind {
	case pStated, pNone, pWas:
		return !s.aim && s.gov.kind != gOrder && s.gov.kind != gGoal && s.gov.kind != gDecide && s.gov.kind != gSeek
	}
	return false
}

// figure is a number of a clause that may be a fact.
type figure struct {
	amount
	whole bool    // में से follows: the number is the whole of the next
	of    float64 // the whole that stands right behind it
}

// factsIn reads the facts of one clause: the part of a whole, or each count of
// what is pending or done.
func (r *reader) factsIn(lo, hi int) {
	figs := r.figures(lo, hi)
	if len(figs) == 0 || !figs[len(figs)-1].percent && !r.progress(lo, hi) || r.ceremonial(lo, hi) {
		return
	}
	of := 0.0
	from := lo
	for i := range figs {
		f := &figs[i]
		if f.whole && i+1 < len(figs) {
			of = f.val
			continue
		}
		end := hi
		if i+1 < len(figs) && of == 0 {
			end = r.between(f.hi, figs[i+1].lo)
		}
		if i+1 < len(figs) && of != 0 && figs[i+1].whole {
			end = r.between(f.hi, figs[i+1].lo)
		}
		fact := Fact{Quote: r.span(from, end), Value: f.val, Of: of, Unit: r.unitAfter(f.hi, hi), About: f.about, Confidence: 0.8}
		if f.percent {
			fact.Unit = "प्रतिशत"
		}
		if fact.Unit == "" && of != 0 && i > 0 {
			fact.Unit = r.unitAfter(figs[i-1].hi, hi)
		}
		if f.of != 0 {
			fact.Of = f.of
		} else if of == 0 {
			fact.Of = r.wholeBefore(from, f)
		}
		fact.Measure = clip(fact.Quote.Of(r.text), 80)
		r.res.Facts = append(r.res.Facts, fact)
		if of != 0 && (i+1 >= len(figs) || !r.shares(f.hi, figs[i+1].lo)) {
			of = 0
		}
		from = min(end, hi)
		for from < hi && (r.toks[from].is(tAnd) || r.toks[from].kind == kComma) {
			from++
		}
	}
}

// wholeBefore gives the whole that जिनमें or जिसमें से points back to.
func (r *reader) wholeBefore(lo int, f *figure) float64 {
	n := len(r.res.Facts)
	if n == 0 || lo >= len(r.toks) {
		return 0
	}
	switch t := &r.toks[lo]; r.raw(t) {
	case "जिनमें", "जिसमें", "इनमें", "इसमें", "उनमें", "जिनमे", "जिसमे", "इनमे":
		if prev := r.res.Facts[n-1].Value; prev >= f.val {
			return prev
		}
	}
	return 0
}

// shares tells whether the next number is of the same whole: 50 में से 20 पूर्ण और 30 लंबित.
func (r *reader) shares(lo, hi int) bool {
	return hi-lo < 6
}

// between gives where to cut the quotes of two numbers: at the joining word.
func (r *reader) between(lo, hi int) int {
	for k := hi - 1; k >= lo; k-- {
		if r.toks[k].is(tAnd) || r.toks[k].kind == kComma {
			return k
		}
	}
	return hi
}

// figures finds the numbers of a clause that count things.
func (r *reader) figures(lo, hi int) []figure {
	r.figs = r.figs[:0]
	r.findTimes(lo, hi)
	for i := lo; i < hi; i++ {
		if r.toks[i].kind == kDay {
			continue
		}
		a, ok := amountAt(r.toks[:hi], i)
		if !ok {
			continue
		}
		i = a.hi - 1
		f := figure{amount: a, whole: r.isWhole(a.hi, hi)}
		if r.at(a.hi, lo, hi).kw == kwOf { // 51 of 58
			k := a.hi + 1
			if r.at(k, lo, hi).kw == kwThe {
				k++
			}
			if b, ok := amountAt(r.toks[:hi], min(k, hi-1)); ok && b.val >= a.val {
				f.whole, f.of, i = false, b.val, b.hi-1
			}
		}
		if r.isCount(&f, lo, hi) {
			r.figs = append(r.figs, f)
		}
	}
	return r.figs
}

// isWhole tells whether में से or में follows the noun a number counts, with another number after it.
func (r *reader) isWhole(k, hi int) bool {
	for n := 0; k < hi && n < 7; n++ {
		t := &r.toks[k]
		switch {
		case t.kw == kwIn && !t.latin, r.word(t, "सापेक्ष"), r.word(t, "विरुद्ध"):
			return r.hasNumber(k+1, min(hi, k+9)) || r.hasTag(k+1, min(hi, k+9), tNumber)
		case t.kind != kWord || t.is(tKo|tSe|tNe|tAnd|tBe|tWas):
			return t.kind == kComma && t.glued && r.toks[0].latin && r.hasNumber(k+1, min(hi, k+4))
		}
		k++
	}
	return false
}

// isCount tells whether a number is a count, not a date, a cost or a name.
func (r *reader) isCount(f *figure, lo, hi int) bool {
	n, p := r.at(f.hi, lo, hi), r.at(f.lo-1, lo, hi)
	if f.year || f.val < 0 || r.inTime(f.lo) || f.word && f.val <= 2 {
		return false
	}
	switch {
	case n.is(tMonth | tUnit), p.is(tMonth), n.kw == kwHour, n.kw == kwDate, n.kind == kClose && p.kind == kOpen, p.kind == kOther:
		return false
	case r.word(n, "रुपये"), r.word(n, "रुपए"), r.word(n, "रु"), r.word(n, "सेवाओं"), r.word(n, "सेवाएं"), r.word(n, "दिवसीय"), r.word(n, "सूत्रीय"), r.word(n, "वर्ष"):
		return false
	case p.kw == kwPlace, r.word(p, "वर्ष"), r.word(p, "धारा"), r.word(p, "वार्ड"), r.word(p, "नंबर"), r.word(p, "संख्या"), r.word(p, "हेल्पलाइन"):
		return false
	case n.is(tLoc) && !f.whole && f.year:
		return false
	case n.latin && (r.word(n, "crore") || r.word(n, "rupees")), r.word(p, "Rs"):
		return false
	}
	return true
}

// progress tells whether a clause says that things are done, pending or where they rank.
func (r *reader) progress(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		t := &r.toks[k]
		if t.is(tState) || t.kw == kwDone || t.is(tAct) {
			return true
		}
		if r.isWhole(k, hi) && (t.kind == kWord || t.kind == kNum) && r.toks[max(k-1, 0)].kind == kNum {
			return true
		}
		if t.is(tPerf) && (r.at(k+1, lo, hi).is(tGone) || r.at(k+1, lo, hi).is(tBe) || r.at(k+1, lo, hi).kw == kwDone) && !t.is(tGen) {
			return true
		}
		switch r.raw(t) {
		case "पाया", "पाए", "पाई", "रैंक", "स्थान", "रैंकिंग", "प्रगति", "उपलब्धि", "शिकायतें", "कमी", "वृद्धि", "मात्र", "केवल", "पीछे", "दर", "जारी", "रहा", "रही", "उपलब्ध", "भंडारण", "स्टॉक", "मौत", "मृत्यु", "घायल", "रोगी", "आईं", "हुईं", "बाकी", "बचे", "मिले", "rank", "progress", "सर्वाधिक", "ही", "दुर्घटनाएं", "अनुपस्थित", "up", "far":
			return true
		}
	}
	return false
}

// ceremonial tells whether a clause tells of a ceremony or of money spent on one.
func (r *reader) ceremonial(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		t := &r.toks[k]
		switch r.raw(t) {
		case "भूमिपूजन", "लोकार्पण", "शिलान्यास", "सम्मानित", "उद्घाटन", "लागत", "शक्ति", "कार्यक्रम", "समारोह", "पुरस्कृत":
			return true
		}
		if t.is(tFut|tInf) && t.is(tPassFut) {
			return true
		}
	}
	return false
}
