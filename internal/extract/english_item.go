package extract

import "strings"

// Minutes kept in English give most directions without a verb that orders: DD Agri and DHO to
// finalise the list; explanation be called for by the BDO; it was decided that a desk be opened.

// notedEn tells whether a sentence only records what was found: it was noted that the
// direction had been complied with.
func (r *reader) notedEn(lo, hi int) bool {
	for k := lo; k+1 < hi && k < lo+8; k++ {
		if r.toks[k].is(tOrdered | tDecision) {
			return false
		}
		if t := &r.toks[k]; r.toks[k+1].kw == kwThat && (r.word(t, "noted") || r.word(t, "seen") || r.word(t, "noticed") || r.word(t, "found")) {
			for ; k < hi; k++ {
				if t := &r.toks[k]; t.kw == kwShall || t.kw == kwWill || t.is(tOrdered) || t.kw == kwBe {
					return false
				}
			}
			return true
		}
	}
	return false
}

// viewed gives where the view begins that somebody gave without ordering anything: observed
// that, desired that, hoped that; or 0.
func (r *reader) viewed(lo, k int) int {
	for j := lo; j+1 < k && j < lo+10; j++ {
		if t := &r.toks[j]; t.kind == kWord && r.toks[j+1].kw == kwThat && contains(" observed desired hoped felt opined remarked wished expected noted suggested believed hope ", lower(r.raw(t))) {
			return j + 2
		}
	}
	return 0
}

// threatEn tells whether a sentence says what will befall those who fail: officers found
// negligent will face action; any bank found to have misreported will be reported.
func (r *reader) threatEn(lo, k, hi int) bool {
	t := r.at(k, lo, hi)
	if t.kw != kwWill && t.kw != kwShall {
		return false
	}
	next := lower(r.raw(r.at(k+1, lo, hi)))
	if contains(" face invite attract ", next) && (r.has(k, hi, kwAct) || r.has(k, hi, kwPenalty) || r.has(k, hi, kwNotice)) {
		return true
	}
	for j := lo + 1; j < k; j++ {
		if t := &r.toks[j]; t.kw != 0 && t.kw != kwWere || !contains(" found failing defaulting erring guilty caught ", lower(r.raw(t))) {
			continue
		}
		return r.toks[j-1].kw != kwWere && !r.hasTag(lo, j, tIf) && r.sanctionIn(lo, hi) == NoSanction
	}
	return false
}

// itemEn reads an item that begins with who is to act: BSA and DPRO to verify 25 schools.
func (r *reader) itemEn(lo, hi int) bool {
	k := lo
	for j := lo; j < min(hi-2, lo+6); j++ { // Health: CMO to ...; PMAY-G - BDOs to ...
		if t := &r.toks[j]; (t.kind == kColon || t.kind == kDash && r.starts(j+1)) && j > lo && !r.starts(lo) {
			k = j + 1
		}
	}
	for k < hi && r.toks[k].kind != kWord {
		k++
	}
	to := -1
	for j := k + 1; j+1 < hi && j < k+16; j++ {
		t := &r.toks[j]
		if t.kw == kwTo && (r.imperative(&r.toks[j+1]) || r.adverb(j+1) && r.imperative(r.at(j+2, lo, hi)) || r.starts(k) && r.verbEn(j+1, hi)) {
			to = j
			break
		}
		if t.kw == kwShall || t.kw == kwWill || t.kw == kwWere || t.kw == kwThat || t.is(tOrdered|tTell|tOrder|tDecision|tIf) && !r.isPost(j) || t.kw == kwNeed || t.kw == kwTo {
			return false
		}
	}
	if to < 0 || r.toks[to+1].kw == kwBe {
		return false
	}
	owners := r.pick(k, to, func(m *mention) bool { return m.lo <= k+2 && m.role != rWith && m.role != rBy })
	if len(owners) == 0 && to-k <= 6 && (r.item || r.limited(to, hi)) {
		owners = r.unlisted(k, to, to, true)
	}
	if len(owners) == 0 || r.publicEn(lo, k, to) {
		return false
	}
	r.infinitives(k, to, r.stopEn(to+1, hi), owners, governor{kind: gOrder, at: to})
	if end := r.cands[len(r.cands)-1].hi; end < hi {
		r.modal(end+1, hi)
	}
	return true
}

// adverb tells whether a word only says how: to jointly verify.
func (r *reader) adverb(k int) bool {
	t := &r.toks[k]
	return t.kind == kWord && t.latin && strings.HasSuffix(r.raw(t), "ly") || t.kw == kwAlso
}

// beEn reads the bare passive of minutes: compliance be sent to the CDO; counselling may be
// started by them; their explanation be called for by DC NRLM.
func (r *reader) beEn(lo, hi int) bool {
	for k := lo + 1; k+1 < hi; k++ {
		p := &r.toks[k-1]
		if lower(r.raw(&r.toks[k])) != "be" || p.kind != kWord && p.kind != kClose || !r.participle(k+1) || p.kw == kwTo || p.kw == kwWill || contains(" would could can cannot might not must should shall ", lower(r.raw(p))) {
			continue
		}
		from := r.lastBreak(lo, k)
		for j := from; j < k; j++ {
			if r.toks[j].kw == kwThat {
				from = j + 1
			}
		}
		owners := r.pick(k, hi, func(m *mention) bool { return m.role == rBy })
		back := r.pronounIn(from, hi)
		if len(owners) == 0 && back {
			owners = r.previous
		}
		if p.is(tMonth) && len(owners) == 0 && !back && !r.item { // may be
			continue
		}
		if r.hasTag(from, k, tPublic) && len(owners) == 0 || r.hasTag(from, k, tIf) && from == lo && len(owners) == 0 {
			continue
		}
		r.cands = append(r.cands, candidate{lo: from, main: from, head: k + 1, hi: r.stopEn(k+1, hi), owners: owners, frozen: len(owners) > 0, text: from, gov: governor{kind: gOrder, at: k}})
		return true
	}
	return false
}

// participle tells whether a word can stand behind be.
func (r *reader) participle(k int) bool {
	t := &r.toks[k]
	if t.kind != kWord || !t.latin {
		return false
	}
	if r.adverb(k) && k+1 < len(r.toks) {
		return r.participle(k + 1)
	}
	w := lower(r.raw(t))
	return strings.HasSuffix(w, "ed") || contains(" made sent put done taken kept held given got built dug begun drawn shown written brought met paid laid set run sought seen withheld ", w)
}

// pronounIn tells whether a stretch speaks of people by a pronoun.
func (r *reader) pronounIn(lo, hi int) bool {
	for ; lo < hi; lo++ {
		if contains(" him her them their his ", lower(r.raw(&r.toks[lo]))) {
			return true
		}
	}
	return false
}

// recall keeps the last posts of a sentence, of which the next may speak by a pronoun.
func (r *reader) recall() {
	for i := len(r.posts) - 1; i >= 0; i-- {
		if m := &r.posts[i]; m.role == rBare && !m.generic {
			r.previous = r.group(i)
			return
		}
	}
}

// sideClause tells whether a clause with an owner of its own hangs on by which: ..., for which
// LDM will hold a camp.
func (r *reader) sideClause(k, hi int) bool {
	for j := k; j < min(hi, k+7); j++ {
		if r.word(&r.toks[j], "which") {
			return r.subjectVerb(j+1, hi)
		}
	}
	return false
}
