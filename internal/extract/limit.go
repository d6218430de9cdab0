package extract

// deadline chooses among the times of a clause the one that limits it. A
// clause without any takes that of the line which opened its list.
func (r *reader) deadline(c *candidate, d *Directive) Deadline {
	best, dates := -1, 0
	times := r.findTimes(c.text, c.hi)
	for i := range times {
		x := &times[i]
		if r.backdrop(x, c) || r.conditional(x, c) {
			continue
		}
		if r.aside(x, c) {
			x.rank -= rankRecurring // counts only where nothing else does
		} else if x.rank == rankDate {
			dates++
		}
		if best < 0 || x.rank > times[best].rank || x.rank == times[best].rank && r.nearer(x, &times[best], c) {
			best = i
		}
	}
	if best < 0 {
		if r.asking() {
			return r.ctx.limit
		}
		return Deadline{}
	}
	dl := r.limitOf(&times[best])
	if dates > 1 {
		dl.Flags = append(dl.Flags, reason("two_dates"))
	}
	for _, f := range dl.Flags {
		d.doubt(f.Code)
	}
	r.spread(c, &dl)
	return dl
}

// limitOf gives the deadline that an expression of time states.
func (r *reader) limitOf(x *timex) Deadline {
	sp := r.span(x.lo, x.hi)
	dl := Deadline{Span: sp, Text: sp.Of(r.text), Kind: x.kind, Start: x.start, End: x.end, Every: x.every, Clock: x.clock}
	if x.kind == Recurring {
		dl.Start, dl.End = 0, 0
	}
	if x.flag != "" {
		dl.Flags = []Reason{reason(x.flag)}
	}
	return dl
}

// nearer tells whether of two times that say as much the later one belongs to
// the verb: a day always, a stretch only where the former goes with a converb.
func (r *reader) nearer(x, before *timex, c *candidate) bool {
	if x.hi > c.head+1 {
		return false
	}
	if x.rank == rankDate {
		return true
	}
	if x.rank == rankCounted || x.rank == rankEvent {
		return r.hasTag(before.hi, x.lo, tRoot)
	}
	return false
}

// conditional tells whether a time stands in the condition or the relative
// clause before the main clause, and so limits something else.
func (r *reader) conditional(x *timex, c *candidate) bool {
	if x.hi > c.main || c.main <= c.lo {
		return false
	}
	if c.cond {
		return true
	}
	for k := c.lo; k < c.main; k++ {
		if t := &r.toks[k]; t.is(tRel|tIf) && !t.latin && !(k == x.hi && r.toks[k-1].is(tTak) && !r.cameIn(k, c.main)) {
			return true
		}
	}
	return false
}

// cameIn tells whether a relative clause says that things came in: 15 अप्रैल तक
// जो शिकायतें प्राप्त हुईं. The day before any other goes with the main verb:
// 25 जून तक जितने सूखे खेत हैं उनका सीमांकन करें.
func (r *reader) cameIn(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if r.received(&r.toks[k]) {
			return true
		}
	}
	return false
}

// aside tells whether a time stands in brackets beside something the act is about.
func (r *reader) aside(x *timex, c *candidate) bool {
	open := false
	for k := x.lo - 1; k >= c.lo && k > x.lo-8; k-- {
		if r.toks[k].kind == kClose {
			return false
		}
		if r.toks[k].kind == kOpen {
			open = true
			break
		}
	}
	return open && x.hi < c.head
}

// backdrop tells whether a time belongs to the scene, not to the act: the day
// on which he who speaks spoke, the wait that is complained of.
func (r *reader) backdrop(x *timex, c *candidate) bool {
	if x.hi <= c.lo {
		return true
	}
	if sp, met := r.span(x.lo, x.hi), r.res.Meeting.DateSpan; sp.Start < met.End && met.Start < sp.End {
		return true
	}
	if x.rank >= rankCounted && x.kind != Recurring {
		last := &r.toks[x.hi-1]
		if (last.is(tKo) || last.kw == kwIn) && x.lo < c.lo+4 {
			for k := x.hi; k < min(c.head, x.hi+14); k++ {
				if r.toks[k].is(tNe) || r.toks[k].is(tBy) && c.gov.kind != gNone {
					return true
				}
			}
		}
		for k := max(c.lo, x.lo-2); k < x.lo; k++ {
			if r.toks[k].is(tNe) && last.is(tKo) && !r.toks[x.hi-1].is(tTak) {
				return x.hi < c.head-3
			}
		}
	}
	return false
}

// limitCell reads a cell that holds a limit and nothing else: 15 दिवस; 48 घंटे.
func (r *reader) limitCell(lo, hi int, d *Directive) Deadline {
	r.bare = true
	dl := r.deadline(&candidate{lo: lo, hi: hi, text: lo, main: lo, head: hi}, d)
	r.bare = false
	return dl
}

// limitWord tells whether a word names a limit: समय-सीमा, Due, Timeline.
func (r *reader) limitWord(t *token) bool {
	if t.kw == kwLimit {
		return true
	}
	switch r.raw(t) {
	case "Due", "due", "DUE", "Deadline", "deadline", "DEADLINE", "Timeline", "timeline", "Timelines", "डेडलाइन", "टाइमलाइन", "डेडलाईन", "टाइमलाईन":
		return t.kind == kWord
	}
	return false
}

// limitLabel gives the index behind the label of a limit at lo, with its
// colon or dash: समय-सीमा:, अंतिम तिथि -, Due date:; else 0.
func (r *reader) limitLabel(lo, hi int) int {
	k := lo
	for k < hi && k < lo+2 && r.toks[k].kind != kWord {
		k++
	}
	t, n := r.at(k, lo, hi), r.at(k+1, lo, hi)
	dated := n.kw == kwDate || r.word(n, "date") || r.word(n, "Date") || r.word(n, "डेट")
	switch {
	case t.kw == kwTime && n.kw == kwLimit, r.word(t, "कब") && n.is(tTak), r.limitWord(t) && dated,
		dated && (t.kw == kwLast || r.word(t, "निर्धारित") || r.word(t, "नियत") || r.word(t, "लक्षित") || r.word(t, "लास्ट") || r.word(t, "Target") || r.word(t, "Last")):
		k += 2
	case r.limitWord(t):
		k++
	default:
		return 0
	}
	if s := r.at(k, lo, hi); s.kind != kColon && s.kind != kDash {
		return 0
	}
	for k < hi && (r.toks[k].kind == kColon || r.toks[k].kind == kDash) {
		k++
	}
	return k
}

// limitLine takes a line or sentence that says only by when, for the
// directives from the given one on: समय-सीमा: 15 दिवस; Due: 20 March.
func (r *reader) limitLine(lo, hi, from int) bool {
	k := r.limitLabel(lo, hi)
	if k == 0 || hi-k > 8 || from >= len(r.res.Directives) {
		return false
	}
	var scratch Directive
	dl := r.limitCell(k, hi, &scratch)
	if dl.Kind == NoDeadline {
		return false
	}
	r.give(dl, from)
	return true
}

// give sets a deadline on the directives from the given one on that have none.
func (r *reader) give(dl Deadline, from int) {
	for i := from; i < len(r.res.Directives); i++ {
		if d := &r.res.Directives[i]; d.Deadline.Kind == NoDeadline {
			d.Deadline = dl
			for _, f := range dl.Flags {
				d.doubt(f.Code)
			}
		}
	}
}

// openingLimit gives the limit that the line which opens a list sets for its items.
func (r *reader) openingLimit(lo, hi int) Deadline {
	times := r.findTimes(lo, hi)
	for i := range times {
		x := &times[i]
		last := &r.toks[x.hi-1]
		if sp, met := r.span(x.lo, x.hi), r.res.Meeting.DateSpan; sp.Start < met.End && met.Start < sp.End {
			continue
		}
		if last.is(tTak) || last.kw == kwBefore || last.kw == kwWithin || x.rank == rankCounted && last.kw == kwIn {
			return r.limitOf(x)
		}
	}
	return Deadline{}
}

// spread gives a limit that is said once at the end to all that stands above:
// उपरोक्त सभी कार्य 20 मार्च तक पूर्ण करें.
func (r *reader) spread(c *candidate, dl *Deadline) {
	k := c.text
	t := &r.toks[k]
	if !(r.word(t, "उपरोक्त") || r.word(t, "उपर्युक्त") || r.word(t, "उक्त") || r.word(t, "above") || r.word(t, "Above")) && t.kw != kwThe && !t.is(tAll) {
		return
	}
	named, all := false, false
	for ; k < min(c.hi, c.text+5); k++ {
		t := &r.toks[k]
		named = named || r.word(t, "उपरोक्त") || r.word(t, "उपर्युक्त") || r.word(t, "उक्त") || r.word(t, "above")
		all = all || t.is(tAll)
		if named && all && (t.kw == kwWork || t.kw == kwTask || t.kw == kwAct || t.is(tOrder|tOrdered) || r.word(t, "बिंदु") || r.word(t, "बिन्दु") || r.word(t, "points") || r.word(t, "tasks") || r.word(t, "works")) {
			r.give(*dl, r.under)
			r.under = len(r.res.Directives) // all above have theirs
			return
		}
	}
}

// beneath notes where the directives under a heading begin, and reads a short
// line such as लंबित: 45 for its number.
func (r *reader) beneath(b block) {
	r.under = len(r.res.Directives)
	if !b.first {
		r.segs = r.segs[:0]
		r.statements(0, len(r.toks))
	}
}
