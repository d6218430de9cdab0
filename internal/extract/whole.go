package extract

// ofWhole gives the index of the whole behind 51 of the, 51 out of, 51/; 0 if none follows.
func (r *reader) ofWhole(k, lo, hi int) int {
	t, n := r.at(k, lo, hi), r.at(k+1, lo, hi)
	switch {
	case r.word(t, "out") && n.kw == kwOf:
		k += 2
	case t.kw == kwOf, r.word(t, "against"):
		k++
	case t.kind == kSlash && t.glued && n.glued && n.kind == kNum:
		k++
	default:
		return 0
	}
	for from := k; k < hi && k < from+3 && r.toks[k].kind == kWord && r.toks[k].latin && !r.toks[k].is(tNumber); k++ { // out of the sanctioned 5,230
		if t := &r.toks[k]; t.kw != 0 && t.kw != kwThe || t.is(tAnd|tNot) {
			return 0
		}
	}
	if k >= hi {
		return 0
	}
	return k
}

// isWhole tells whether में से or में follows the noun a number counts, with another number after it.
func (r *reader) isWhole(k, hi int) bool {
	at := k
	for n := 0; k < hi && n < 7; n++ {
		t := &r.toks[k]
		switch {
		case t.kw == kwIn && !t.latin, t.latin && t.kw != kwIn && r.inside(t), r.word(t, "विपरीत"), t.is(tGoal) && r.at(k+1, 0, hi).kw == kwOn && !t.latin, r.word(t, "सापेक्ष"), r.word(t, "विरुद्ध"), r.word(t, "विरूद्ध"), r.word(t, "मुकाबले"), r.word(t, "बनिस्बत"), r.word(t, "तुलना"):
			return r.hasNumber(k+1, min(hi, k+9)) || r.hasTag(k+1, min(hi, k+9), tNumber)
		case t.kind != kWord || t.is(tKo|tSe|tNe|tAnd|tBe|tWas):
			return t.kind == kComma && t.glued && r.ofBefore(at) && r.hasNumber(k+1, min(hi, k+7))
		}
		k++
	}
	return false
}

// ofBefore tells whether Of or Against before the number that ends at k makes
// it a whole: of the 2,400 youths targeted, against the annual target of Rs 4,850 crore.
func (r *reader) ofBefore(k int) bool {
	for j := k - 2; j >= 0 && j > k-10; j-- {
		t := &r.toks[j]
		switch {
		case r.word(t, "Against") || r.word(t, "against"), t.kw == kwOf && (j == 0 || r.toks[j-1].kind != kWord || r.word(&r.toks[j-1], "out") || r.word(&r.toks[j-1], "Out")):
			return true
		case t.kind != kWord && t.kind != kNum && t.kind != kStop, t.is(tBe | tWas | tPerf), t.kind == kWord && !t.latin:
			return false
		}
	}
	return false
}

// settleWholes takes back the wholes that are none: a bare में makes a whole
// only where both numbers count the same thing and the second is the smaller,
// since 72 केंद्रों में 11,460 पशु tells where, not of how many.
func (r *reader) settleWholes(lo, hi int) {
	for i := range r.figs {
		f := &r.figs[i]
		if !f.whole {
			continue
		}
		if i+1 >= len(r.figs) {
			f.whole = false
			continue
		}
		next := &r.figs[i+1]
		from, loc := r.nounAfter(f.hi, hi)
		if loc >= hi || r.toks[loc].kw != kwIn || r.toks[loc].latin || r.at(loc+1, lo, hi).is(tSe) {
			continue
		}
		f.whole = next.val <= f.val && !next.rank && (next.percent || loc == from || r.bareCount(next, hi) || r.sameNoun(from, loc, next.hi))
		if !f.whole && next.val > f.val {
			f.whole, f.of = false, -1 // a place
		}
	}
	kept := r.figs[:0]
	for _, f := range r.figs {
		if f.of >= 0 {
			kept = append(kept, f)
		}
	}
	r.figs = kept
}

// nounAfter gives the words that a number counts, up to the case sign behind them.
func (r *reader) nounAfter(k, hi int) (from, end int) {
	from = k
	for n := 0; k < hi && n < 7; n++ {
		t := &r.toks[k]
		if t.kind != kWord || t.is(tKo|tSe|tNe|tLoc|tAnd|tBe|tWas|tTak) || t.kw == kwIn {
			return from, k
		}
		k++
	}
	return from, k
}

// bareCount tells whether a number stands without a noun of its own: 97 में 61 चालू.
func (r *reader) bareCount(f *figure, hi int) bool {
	t := r.at(f.hi, 0, hi)
	return t.kind != kWord || t.is(tGen|tKo|tSe|tNe|tLoc|tState|tBe|tWas|tPerf) || t.kw == kwTime || t.kw == kwOnly || t.kw == kwAlso
}

// sameNoun tells whether what stands behind k is counted like toks[from:end).
func (r *reader) sameNoun(from, end, k int) bool {
	for j := k; j < min(len(r.toks), k+3); j++ {
		for i := from; i < end; i++ {
			if r.toks[j].kind == kWord && r.toks[i].kind == kWord && r.toks[j].stem == r.toks[i].stem {
				return true
			}
		}
	}
	return false
}
