package extract

// facts reads the numbers that a sentence without directives reports.
func (r *reader) facts(lo, hi int) {
	if len(r.segs) == 0 || r.segs[0].lo < lo || r.segs[0].lo >= hi {
		r.statements(lo, hi)
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
		r.statements(from, s.hi)
	}
}

// factsBeside reads the clauses of a sentence that no directive has taken, and
// what a clause that directs complains of on its way.
func (r *reader) factsBeside(lo, hi, first int) {
	for i := range r.segs {
		s := &r.segs[i]
		if s.lo < lo || s.hi > hi {
			continue
		}
		if !r.states(s) {
			r.complaint(s.lo, s.hi)
			continue
		}
		sp := r.span(s.lo, s.hi)
		taken := false
		for _, d := range r.res.Directives[first:] {
			taken = taken || d.Quote[0].Start < sp.End && sp.Start < d.Quote[0].End
		}
		if !taken {
			r.statements(s.lo, s.hi)
		}
	}
}

// complaint takes the number at which he who directs is displeased or acts:
// 60 दिन से अधिक लंबित 83 प्रकरणों पर नाराजगी जताते हुए; 312 आवेदन लंबित मिलने पर.
func (r *reader) complaint(lo, hi int) {
	for k := lo + 3; k < hi; k++ {
		t := &r.toks[k]
		if t.kw == kwOn && r.foundSo(k, lo) {
			r.grievance(lo, r.foundState(k, lo), 9)
			return
		}
		if (r.word(t, "नाराजगी") || r.word(t, "अप्रसन्नता") || r.word(t, "असंतोष") || r.word(t, "नाराज") || r.word(t, "चिंता")) && r.toks[k-1].kw == kwOn {
			r.grievance(lo, k-1, 5)
			return
		}
	}
}

// foundSo tells whether मिलने or पाए जाने stands before पर at k, with a state before it.
func (r *reader) foundSo(k, lo int) bool {
	p := &r.toks[k-1]
	return (r.raw(p) == "मिलने" || r.raw(p) == "जाने" && (r.word(r.at(k-2, lo, k), "पाए") || r.word(r.at(k-2, lo, k), "पाये"))) && r.foundState(k, lo) > lo
}

// foundState gives the index behind the state in which things were found, else 0.
func (r *reader) foundState(k, lo int) int {
	for j := k - 2; j >= lo && j > k-5; j-- {
		if r.toks[j].is(tState) {
			return j + 1
		}
	}
	return 0
}

// grievance enters the first number within reach before end.
func (r *reader) grievance(lo, end, reach int) {
	for i := max(lo, end-reach); i < end; i++ {
		a, ok := amountAt(r.toks[:end], i)
		if !ok || a.word && a.val <= 2 || r.at(a.hi, lo, end).is(tUnit) || r.labelWord(r.at(a.lo-1, lo, end)) {
			continue
		}
		from := a.lo
		for from > lo && from > a.lo-6 && (r.toks[from-1].kind == kWord || r.toks[from-1].kind == kNum) && !r.toks[from-1].is(tLoc|tNe|tAnd) {
			from--
		}
		r.fact(from, end, &figure{amount: a}, 0)
		return
	}
}

// states tells whether a clause says how things are.
func (r *reader) states(s *segment) bool {
	switch s.pred.kind {
	case pSubj: // परिवाद आए: came, or may come
		switch r.raw(&r.toks[s.pred.end-1]) {
		case "आए", "आये", "मिले", "रहे", "निकले", "पहुंचे", "बने", "बचे", "हुए":
			return s.gov.kind == gNone && !s.aim && !s.cond && s.link != lThat && r.hasNumber(s.lo, s.hi)
		}
	case pStated, pNone, pWas:
		return !s.aim && (r.has(s.pred.at, s.pred.end, kwDone) || s.gov.kind == gNone || s.gov.kind == gTell || s.gov.kind == gWord)
	}
	return false
}

// statements cuts a stretch at the signs and words after which something else
// is said, and reads each part.
func (r *reader) statements(lo, hi int) {
	hi = min(hi, len(r.toks))
	from := lo
	for k := lo; k <= hi; k++ {
		if k < hi && !r.parts(k, lo) {
			continue
		}
		if from < k {
			r.factsIn(from, k)
		}
		from = k + 1
	}
}

// parts tells whether a token stands between two statements.
func (r *reader) parts(k, lo int) bool {
	t := &r.toks[k]
	switch t.kind {
	case kOther:
		return r.text[t.start:t.end] != "=" && r.text[t.start:t.end] != "+" && r.text[t.start:t.end] != "₹"
	case kPipe, kTab, kSemi, kDanda:
		return true
	case kWord:
		return k > lo && contrasts.has(t.stem)
	}
	return false
}

// contrasts are the words that set one statement against another.
var contrasts = stemsOf(`जबकि परंतु परन्तु लेकिन किंतु किन्तु वहीं while whereas but`)

// factsIn reads the facts of one statement: the part of a whole, or each count
// of what is pending or done. Several numbers share its predicate.
func (r *reader) factsIn(lo, hi int) {
	figs := r.figures(lo, hi)
	if len(figs) == 0 || r.ceremonial(lo, hi) || r.obliges(lo, hi) {
		return
	}
	of, from, anchor := 0.0, lo, 0 // anchor is where the words of the number begin
	for i := range figs {
		f := &figs[i]
		next := (*figure)(nil)
		if i+1 < len(figs) {
			next = &figs[i+1]
		}
		if next != nil && (f.whole || r.pair(f, next, lo)) {
			of, anchor = f.val, f.lo
			continue
		}
		if f.part = of != 0; !f.part {
			anchor = f.lo
		}
		end := hi
		if next != nil {
			end = r.between(f.hi, next.lo)
		}
		if (of != 0 || !r.bareFrom(f, hi)) && r.reported(f, next, lo, from, end, hi) {
			r.fact(r.opening(from, anchor), r.closing(f, end), f, of)
		}
		if of != 0 && (next == nil || !r.shares(f.hi, next.lo)) {
			of = 0
		}
		for from = min(end, hi); from < hi && (r.toks[from].is(tAnd) || r.toks[from].kind == kComma); from++ {
		}
	}
}

// bareFrom tells whether a number without a noun only says since when: 27 से बारिश.
func (r *reader) bareFrom(f *figure, hi int) bool {
	return !f.percent && !f.money && !f.rank && r.at(f.hi, 0, hi).is(tSe) && !r.at(f.hi, 0, hi).latin
}

// fact enters one number with its quote.
func (r *reader) fact(from, end int, f *figure, of float64) {
	end = max(end, f.hi)
	fact := Fact{Quote: r.span(from, end), Value: f.val, Of: of, Unit: r.unitAfter(f.hi, end), About: f.about, Confidence: 0.8}
	switch {
	case fact.Quote.Empty():
		return
	case f.percent:
		fact.Unit = "प्रतिशत"
	case f.rank:
		fact.Unit = "स्थान"
	case f.money:
		fact.Unit = "रुपये"
	}
	if f.of != 0 {
		fact.Of = f.of
	} else if of == 0 {
		fact.Of = r.wholeBefore(from, f)
	}
	fact.Measure = clip(fact.Quote.Of(r.text), 80)
	r.res.Facts = append(r.res.Facts, fact)
}

// opening moves the start of a quote past what was said before its own words:
// behind the last colon or comma, as long as a subject is left.
func (r *reader) opening(from, at int) int {
	for k := at - 2; k > from; k-- {
		t := &r.toks[k]
		if t.kind == kColon || t.kind == kComma && k < at-3 || t.kind == kDash && !t.glued || t.is(tThat) && t.kind == kWord {
			return k + 1
		}
	}
	return from
}

// closing ends a quote with the predicate of its own number.
func (r *reader) closing(f *figure, end int) int {
	for end > f.hi && (r.toks[end-1].kind == kComma || r.toks[end-1].is(tAnd) || r.toks[end-1].kind == kColon) {
		end--
	}
	for k := f.hi; k < end; k++ {
		t := &r.toks[k]
		if t.kind == kComma && k > f.hi && (r.toks[k-1].is(tBe|tWas|tPerf|tState) || f.percent) || t.is(tRel) && k > f.hi+1 {
			if r.toks[k-1].kind == kComma {
				k--
			}
			return k
		}
	}
	return end
}

// pair tells whether two numbers stand under labels of whole and part: लक्ष्य
// 1.45 लाख, उपलब्धि 22,900; स्वीकृत 3,260, पूर्ण 1,987.
func (r *reader) pair(f, next *figure, lo int) bool {
	if f.percent || next.percent || next.val > f.val || r.labelled(f.lo, lo, wholeLabels) == 0 {
		return false
	}
	return r.labelled(next.lo, f.hi, partLabels) != 0
}

// labelled gives 1 where one of the words stands right before a number.
func (r *reader) labelled(k, lo int, words []string) int {
	for j := k - 1; j >= lo && j >= k-3; j-- {
		t := &r.toks[j]
		if t.kind == kColon || t.kind == kDash || t.is(tBe) {
			continue
		}
		if t.kind != kWord {
			return 0
		}
		for _, w := range words {
			if r.word(t, w) {
				return 1
			}
		}
	}
	return 0
}

var wholeLabels = []string{"लक्ष्य", "स्वीकृत", "कुल", "आवंटित", "आवंटन", "प्राप्त", "पंजीकृत", "चिन्हित", "चिह्नित", "लक्षित", "योग", "target", "Target", "sanctioned", "Sanctioned", "total", "Total", "allotted"}

var partLabels = []string{"पूर्ण", "उपलब्धि", "सृजित", "निस्तारित", "निष्पादित", "निराकृत", "व्यय", "वितरित", "निर्मित", "प्रगति", "सत्यापित", "स्थापित", "चालू", "अवशेष", "शेष", "लंबित", "लम्बित", "भुगतान", "क्रय", "खरीद", "achieved", "achievement", "Achievement", "completed", "Completed", "complete", "done", "disposed", "pending", "spent"}

// wholeBefore gives the whole that जिनमें or जिसमें से points back to.
func (r *reader) wholeBefore(lo int, f *figure) float64 {
	n := len(r.res.Facts)
	if n == 0 || lo >= len(r.toks) {
		return 0
	}
	if prev := r.res.Facts[n-1].Value; r.pointsToWhole(&r.toks[lo]) && prev >= f.val {
		return prev
	}
	return 0
}

// pointsToWhole tells whether a word makes what follows a part of what was told: जिनमें, इनमें.
func (r *reader) pointsToWhole(t *token) bool {
	switch r.raw(t) {
	case "जिनमें", "जिसमें", "इनमें", "इसमें", "उनमें", "जिनमे", "जिसमे", "इनमे", "जिन्में", "jinme", "jisme", "jinmein", "jismein", "jinmen", "inme", "inmein", "unme", "unmein":
		return true
	}
	return false
}

// shares tells whether the next number is of the same whole: 50 में से 20 पूर्ण और 30 लंबित.
func (r *reader) shares(lo, hi int) bool {
	return hi-lo < 6
}

// between gives where to cut the quotes of two numbers: at the joining word.
func (r *reader) between(lo, hi int) int {
	for k := hi - 1; k >= lo; k-- {
		if t := &r.toks[k]; t.is(tAnd) || t.kind == kComma || t.is(tRel) && !t.latin || r.pointsToWhole(t) {
			return k
		}
	}
	return hi
}
