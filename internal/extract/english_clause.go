package extract

// clauseEn reads X should V, X be V-ed, X V in a clause after that.
func (r *reader) clauseEn(lo, hi, g int) bool {
	before := len(r.cands)
	for k := lo; k < hi; k++ {
		t := &r.toks[k]
		if t.kw == kwShall || t.kw == kwWill || t.kw == kwBe && r.at(k-1, lo, hi).kw != kwTo {
			owners := r.pick(lo, k, func(m *mention) bool { return m.role == rBare || m.role == rGen })
			if len(owners) == 0 {
				owners = r.pick(k, hi, func(m *mention) bool { return m.role == rBy })
			}
			if t.kw != kwShall && t.kw != kwWill && r.at(k-1, lo, hi).kind != kWord {
				continue
			}
			r.infinitives(lo, k, hi, owners, governor{kind: gOrder, at: g})
			break
		}
	}
	return len(r.cands) > before
}

// modal reads X shall V, X must V; with will only where a post is the subject.
func (r *reader) modal(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		t := &r.toks[k]
		need := t.kw == kwNeed && r.at(k+1, lo, hi).kw == kwTo && !r.word(t, "had")
		if t.kw != kwShall && t.kw != kwWill && !need {
			continue
		}
		if r.aimEn(lo, k) || r.threatEn(lo, k, hi) {
			return false
		}
		b := max(r.lastBreak(lo, k), r.viewed(lo, k))
		owners := r.pick(b, k, func(m *mention) bool { return m.role == rBare || m.role == rGen })
		if last := r.nearest(b, k); len(last) > 0 && len(owners) > 0 && last[0].lo > owners[0].hi {
			owners, b = last, last[0].lo
		}
		if len(owners) == 0 && r.viewed(lo, k) > 0 && len(r.pick(k, hi, func(m *mention) bool { return m.role == rBy })) == 0 {
			return false // the chair desired that the district should figure among the best
		}
		verb := k + 1
		if need {
			verb = k + 2
		}
		if r.at(verb, lo, hi).kw == kwBe { // what is to be done stands first, who does it behind by
			if o := r.pick(verb, hi, func(m *mention) bool { return m.role == rBy }); len(o) > 0 {
				owners = o
			}
		}
		if t.kw == kwWill || r.at(verb, lo, hi).kw == kwBe {
			s := r.sanctionIn(b, hi)
			listed := r.asking()
			if t.kw == kwWill && (len(owners) == 0 || owners[0].key == "dm") && s == NoSanction && !listed {
				return false
			}
			if len(owners) == 0 {
				owners = r.pick(k, hi, func(m *mention) bool { return m.role == rBy || s != NoSanction && (m.role == rKo || m.role == rBare) })
			}
		}
		if len(owners) == 0 && r.hasTag(b, k, tPublic) && r.at(verb, lo, hi).kw != kwBe {
			return false
		}
		r.infinitives(b, verb-1, r.stopEn(verb, hi), owners, governor{kind: gOrder, at: k})
		if end := r.cands[len(r.cands)-1].hi; end < hi {
			r.modal(end+1, hi)
		}
		return true
	}
	return false
}

// aimEn tells whether what follows "that" is an aim: the target is that no one should.
func (r *reader) aimEn(lo, k int) bool {
	for j := lo; j < k; j++ {
		if t := &r.toks[j]; t.kw == kwThat && j > lo && r.toks[j-1].kw == kwWere {
			return r.has(lo, j, kwIntent) || r.hasTag(lo, j, tGoal)
		}
	}
	return false
}

// issuedEn reads measures and demands told as done: show-cause notices were
// issued to X; explanation was sought from X; a report was sought from X.
func (r *reader) issuedEn(lo, hi int) bool {
	s := r.sanctionIn(lo, hi)
	sought := r.has(lo, hi, kwReport) && r.hasWord(lo, hi, "sought")
	if s == NoSanction && !sought {
		return false
	}
	owners := r.pick(lo, hi, func(m *mention) bool { return m.role == rKo })
	if len(owners) == 0 {
		owners = r.pick(lo, hi, func(m *mention) bool { return m.role != rBy && m.key != "dm" })
	}
	if len(owners) == 0 {
		return false
	}
	r.cands = append(r.cands, candidate{lo: lo, main: lo, head: lo, hi: hi, owners: owners, frozen: true, gov: governor{kind: gSeek, at: lo}, text: lo})
	return true
}

// bareEn reads list items: BDOs to submit ...; Submit the report by ...; directions were issued to V.
func (r *reader) bareEn(lo, hi int) bool {
	k := lo
	for j := lo; j < min(hi-2, lo+4); j++ { // Health: CMO to ...
		if r.toks[j].kind == kColon && j > lo && !r.starts(lo) {
			k = j + 1
		}
	}
	for k < hi && r.toks[k].kind != kWord {
		k++
	}
	if k >= hi {
		return false
	}
	for k+3 < hi && (r.word(&r.toks[k], "Please") || r.word(&r.toks[k], "please") || r.word(&r.toks[k], "Kindly") || r.word(&r.toks[k], "kindly")) {
		k++
	}
	if r.imperative(&r.toks[k]) && k+2 < hi {
		r.infinitives(k, k-1, hi, nil, governor{kind: gNone})
		return true
	}
	if len(r.posts) > 0 && r.posts[0].lo >= k && r.posts[0].lo <= k+1 {
		last := r.posts[0]
		for _, m := range r.posts {
			if m.lo <= last.hi+2 {
				last = m
			}
		}
		at := last.hi
		if t := r.at(at, lo, hi); t.kw == kwTo && r.verbEn(at+1, hi) || t.kind == kColon || t.kind == kDash {
			if t.kw == kwTo || r.imperative(r.at(at+1, lo, hi)) {
				r.infinitives(k, at, hi, r.group(0), governor{kind: gOrder, at: at})
				return true
			}
		}
	}
	if r.toBe(k, hi) {
		return true
	}
	for j := lo; j < hi; j++ {
		if t := &r.toks[j]; (t.is(tOrder) || t.is(tDecision) || t.is(tDuty)) && !t.is(tOrdered) {
			if to := r.toVerb(j, hi); to > 0 && to < j+10 {
				owners := r.pick(lo, to, func(m *mention) bool { return m.role == rKo || m.role == rBare && r.toks[j].is(tDuty) })
				if len(owners) == 0 && r.hasTag(lo, j, tPast) {
					return false
				}
				r.infinitives(lo, to, r.stopEn(to+1, hi), owners, governor{kind: gOrder, at: j})
				return true
			}
		}
	}
	return false
}

// actionBy takes the owner from a note in brackets at the end: (Action: EE Electricity).
func (r *reader) actionBy(hi int) {
	for k := hi - 1; k > 0 && k > hi-16; k-- {
		if r.toks[k].kind != kOpen {
			continue
		}
		if marginWord(r.span(k, hi).Of(r.text)) == 0 {
			return
		}
		owners := r.pick(k, hi, func(*mention) bool { return true })
		for i := range r.cands {
			if c := &r.cands[i]; len(owners) > 0 && (len(c.owners) == 0 || c.owners[0].lo > k || i == len(r.cands)-1) {
				c.owners = owners
			}
		}
		return
	}
}

// toBe reads the short passive of minutes: drains to be cleaned by EO before monsoon.
func (r *reader) toBe(lo, hi int) bool {
	for k := lo + 1; k+2 < hi; k++ {
		if r.toks[k].kw != kwTo || r.toks[k+1].kw != kwBe {
			continue
		}
		owners := r.pick(k+2, hi, func(m *mention) bool { return m.role == rBy })
		if len(owners) == 0 {
			owners = r.pick(lo, k, func(m *mention) bool { return m.role == rBy }) // joint survey by X and Y to be done
		}
		if p := &r.toks[k-1]; p.is(tOrdered|tGoal) || p.kw == kwWere && len(owners) == 0 || p.kw == kwNeed || p.kind != kWord {
			return false
		}
		if len(owners) == 0 && !r.asking() && !r.limited(k+2, hi) {
			return false
		}
		r.cands = append(r.cands, candidate{lo: lo, main: lo, head: k + 2, hi: hi, owners: owners, frozen: len(owners) > 0, text: lo, gov: governor{kind: gOrder, at: k}})
		return true
	}
	return false
}

// limited tells whether a stretch says until when or how often.
func (r *reader) limited(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if t := &r.toks[k]; t.is(tLate|tOften|tMonth|tWeekday|tTak) || t.kw == kwWithin || t.kw == kwToday || t.kw == kwTomorrow || t.kind == kDay {
			return true
		}
	}
	return false
}

// dropIdleEn drops exhortations and threats.
func (r *reader) dropIdleEn() {
	out := r.cands[:0]
	for _, c := range r.cands {
		verb := r.at(c.head, c.lo, c.hi)
		agent := len(c.owners) > 0 && c.owners[0].role == rBy // estimates be prepared by the EE
		if !agent && r.hasTag(c.head, min(c.hi, c.head+5), tLack|tManner) && r.content(c.head+1, c.hi) < 4 {
			continue
		}
		if verb.kw == kwWork && r.hasTag(c.head, c.hi, tManner) || verb.kw == kwAct {
			continue
		}
		if r.has(c.lo, c.hi, kwPenalty) && r.has(c.lo, c.hi, kwAct) && len(c.owners) == 0 {
			continue
		}
		if r.has(c.lo, c.hi, kwAct) && r.has(c.lo, c.hi, kwTake) && len(c.owners) == 0 && !r.asking() {
			continue
		}
		out = append(out, c)
	}
	r.cands = out
}
