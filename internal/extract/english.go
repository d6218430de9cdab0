package extract

// english reads one sentence of English and appends what it asks for.
func (r *reader) english(lo, hi int) {
	r.mentions(lo, hi)
	r.rolesEn()
	r.segs = r.segs[:0]
	r.cands = r.cands[:0]
	switch {
	case r.earlierEn(lo, hi):
	case r.notedEn(lo, hi):
	case r.tasked(lo, hi):
	case r.itemEn(lo, hi):
	case r.modal(lo, hi):
	case r.issuedEn(lo, hi):
	case r.bareEn(lo, hi):
	case r.beEn(lo, hi):
	}
	r.dropIdleEn()
	r.actionBy(hi)
	for i := range r.cands {
		r.cands[i].frozen = true // the roles of Hindi do not hold here
	}
	r.settle(lo, hi)
	r.recall()
}

func (r *reader) earlierEn(lo, hi int) bool {
	for k := lo; k < hi && k < lo+4; k++ {
		if r.toks[k].is(tPast) {
			return true
		}
	}
	return false
}

// tasked reads X was directed to V and to V; he directed X to V; he directed that X V.
func (r *reader) tasked(lo, hi int) bool {
	found := false
	for k := lo; k < hi; k++ {
		t := &r.toks[k]
		if !t.is(tOrdered) || t.kind != kWord {
			continue
		}
		passive := false
		for j := k - 1; j >= lo && j >= k-3; j-- {
			passive = passive || r.toks[j].kw == kwWere
		}
		end := r.stopEn(k+1, hi)
		if r.at(k+1, lo, hi).kw == kwThat || r.thatAfter(k+1, end) > 0 {
			from := max(r.thatAfter(k+1, end), k+2)
			if n := len(r.cands); r.clauseEn(from, end, k) {
				found = true
				if c := &r.cands[n]; len(c.owners) == 0 && passive {
					c.owners = r.pick(lo, k, func(m *mention) bool { return m.role == rBare || m.role == rGen })
				} else if len(c.owners) == 0 {
					c.owners = r.pick(k, from, func(m *mention) bool { return m.role != rWith })
				}
				k = end
			}
			continue
		}
		to := r.toVerb(k+1, end)
		if to < 0 {
			found = r.forNoun(lo, k, end, passive) || found
			continue
		}
		var owners []mention
		var from int
		if r.publicEn(lo, k, to) {
			continue
		}
		if passive || to == k+1 {
			owners = r.pick(lo, k, func(m *mention) bool { return m.role == rBare || m.role == rGen })
			from = lo
			if len(owners) > 0 {
				from = owners[0].lo
			}
			if b := r.lastBreak(lo, k); b > from && len(r.mentionsIn(b, k)) > 0 {
				owners, from = r.pick(b, k, func(m *mention) bool { return m.role == rBare }), b
			}
		} else {
			owners = r.pick(k+1, to, func(m *mention) bool { return m.role != rWith })
			from = k
		}
		if len(owners) == 0 {
			owners = r.unlisted(from, k, to, passive)
		}
		r.infinitives(from, to, end, owners, governor{kind: gOrder, at: k})
		found = true
		k = end
	}
	return found
}

// forNoun reads an act named by a noun: directed officers for completion of all works.
func (r *reader) forNoun(lo, k, end int, passive bool) bool {
	at := -1
	for j := k + 1; j < min(end, k+7); j++ {
		if r.word(&r.toks[j], "for") {
			at = j
			break
		}
	}
	if at < 0 || at+2 >= end || r.publicEn(lo, k, at) {
		return false
	}
	owners := r.pick(k+1, at, func(m *mention) bool { return m.role != rWith })
	if passive {
		owners = r.pick(lo, k, func(m *mention) bool { return m.role == rBare || m.role == rGen })
	}
	if !passive && at > k+1 && len(owners) == 0 {
		return false
	}
	r.cands = append(r.cands, candidate{lo: r.lastBreak(lo, k), main: at, head: at + 1, hi: end, gov: governor{kind: gOrder, at: k}, owners: owners, frozen: len(owners) > 0, text: at})
	return true
}

// thatAfter finds "that" between the addressee and the clause: told officers that.
func (r *reader) thatAfter(k, hi int) int {
	for j := k; j < hi && j < k+8; j++ {
		if r.toks[j].kw == kwThat {
			return j + 1
		}
		if r.toks[j].kw == kwTo {
			return -1
		}
	}
	return -1
}

// lastBreak gives where the clause that holds toks[k] begins.
func (r *reader) lastBreak(lo, k int) int {
	for j := k - 1; j > lo; j-- {
		if t := &r.toks[j]; t.kind == kSemi || t.kind == kColon || t.is(tAnd) && (r.toks[j-1].kind == kComma || r.at(j+1, lo, k+1).is(tOrdered) && r.at(j-1, lo, k).kw != kwWere) || r.word(t, "while") {
			return j + 1
		}
	}
	return lo
}

// stopEn finds where a clause ends: at a semicolon, "while", or a new subject
// with its own verb.
func (r *reader) stopEn(k, hi int) int {
	for j := k; j < hi; j++ {
		t := &r.toks[j]
		if t.kind == kSemi || r.word(t, "while") || r.word(t, "whereas") || r.word(t, "so") && r.at(j+1, k, hi).kw == kwThat {
			return j
		}
		if t.is(tAnd) || t.kind == kComma {
			if r.subjectVerb(j+1, hi) || t.kind == kComma && r.sideClause(j+1, hi) {
				return j
			}
		}
	}
	return hi
}

// subjectVerb tells whether a post with was asked or shall begins at toks[k].
func (r *reader) subjectVerb(k, hi int) bool {
	for i := range r.posts {
		m := &r.posts[i]
		if m.lo != k && !(m.lo == k+1 && (r.toks[k].kw == kwThe || r.toks[k].is(tAnd))) {
			continue
		}
		for j := m.hi; j < hi && j < m.hi+6; j++ {
			t := &r.toks[j]
			if t.kw == kwShall || t.kw == kwWill || t.is(tOrdered) && (r.toks[j-1].kw == kwWere || r.toks[j-1].kw == kwAlso) {
				return true
			}
			if t.kw == kwTo || t.kind == kSemi {
				break
			}
		}
	}
	return false
}

// toVerb finds "to" and a verb after it.
func (r *reader) toVerb(k, hi int) int {
	for j := k; j+1 < hi && j < k+40; j++ {
		if r.toks[j].kw == kwTo && r.verbEn(j+1, hi) {
			return j
		}
	}
	return -1
}

// verbEn tells whether a word after "to" can be a verb.
func (r *reader) verbEn(k, hi int) bool {
	t := r.at(k, 0, hi)
	return t.kind == kWord && t.latin && !t.is(tAll|tPost|tMonth|tWeekday|tNumber|tPro|tPublic) && t.kw != kwThe && !r.starts(k) && t.kw != kwEvery
}

// starts tells whether a post begins at toks[k].
func (r *reader) starts(k int) bool {
	for i := range r.posts {
		if r.posts[i].lo == k {
			return true
		}
	}
	return false
}

// infinitives enters one candidate for each "to V" that is joined by and.
func (r *reader) infinitives(from, to, end int, owners []mention, g governor) {
	cur := candidate{lo: from, main: max(from, to), head: to + 1, hi: end, gov: g, owners: owners, frozen: len(owners) > 0, text: from}
	for j := to + 2; j < end; j++ {
		t := &r.toks[j]
		if !t.is(tAnd) && t.kind != kComma {
			continue
		}
		k := j + 1
		for k < end && (r.toks[k].is(tAnd) || r.toks[k].kw == kwAlso) {
			k++
		}
		if m := r.subjectAt(k); m != nil && (t.is(tAnd) && r.imperative(r.at(m.hi, from, end)) || r.at(m.hi, from, end).kw == kwTo && r.verbEn(m.hi+1, end)) {
			cur.hi = j
			r.cands = append(r.cands, cur)
			owners = []mention{*m}
			head := m.hi
			if r.toks[head].kw == kwTo {
				head++
			}
			cur = candidate{lo: m.lo, main: m.lo, head: head, hi: end, gov: g, owners: owners, frozen: true, text: m.lo}
			j = m.hi
			continue
		}
		next := -1
		if r.at(k, from, end).kw == kwTo && r.verbEn(k+1, end) {
			next = k
		} else if t.is(tAnd) && r.imperative(r.at(k, from, end)) {
			next = k - 1
		} else if t.kind == kComma && r.imperative(r.at(k, from, end)) && k+1 < end && !r.toks[k+1].is(tAnd) {
			next = k - 1
		}
		if next >= 0 && r.toks[next].kw != kwTo && r.pronounEn(next+2, end) {
			continue // and keep it on record
		}
		if next < 0 || r.thin(next+2, end) && !r.imperative(r.at(next+1, from, end)) {
			continue
		}
		cur.hi = j
		r.cands = append(r.cands, cur)
		start := next
		if r.toks[next].kw != kwTo {
			start = next + 1
		}
		cur = candidate{lo: start, main: start, head: next + 1, hi: end, gov: g, owners: owners, frozen: len(owners) > 0, text: start}
		j = next + 1
	}
	r.cands = append(r.cands, cur)
}

// pronounEn tells whether an act is done to what was named before: keep it, clear them.
func (r *reader) pronounEn(k, hi int) bool {
	t := r.at(k, 0, hi)
	return r.word(t, "it") && len(r.raw(t)) == 2 || r.word(t, "them") || r.word(t, "same") || t.kw == kwThe && r.at(k+1, 0, hi).kw == kwSame
}

// imperatives are the verbs that English directives begin with.
const imperatives = ` ensure submit complete conduct prepare expedite issue organise organize hold send furnish provide identify verify inspect review monitor dispose resolve
 clear start begin take make set form constitute deploy depute nominate appoint upload update finalise finalize finish close publish display distribute pay release recover collect
 repair restore replace remove clean install construct develop launch carry undertake initiate register enrol enroll link cover visit check examine report forward coordinate arrange
 allot assign fix lodge file seek obtain get speed accelerate increase improve strengthen maintain keep stop ban seal cancel blacklist terminate recommend share compile digitise digitize
 map survey list draw plan implement execute sanction approve process follow adhere convene intensify achieve attend remain stay open operate activate procure purchase supply stock
 sensitize sensitise train create generate disburse transfer hand adopt involve engage curb prevent encourage motivate fast rope explore strictly redress address reply respond settle earmark demarcate evict act detect trace vaccinate spray plant lift transport weigh
 book fine penalise penalize impose withhold reduce bring call present place put record enter mark geotag tag cross count move shift relocate rectify resume intimate inform notify `

// imperative tells whether a word can open an English directive.
func (r *reader) imperative(t *token) bool {
	if t.kind != kWord || !t.latin {
		return false
	}
	_, ok := r.lex.verbs[lower(r.raw(t))]
	return ok
}

func (r *reader) hasWord(lo, hi int, s string) bool {
	for ; lo < hi; lo++ {
		if r.word(&r.toks[lo], s) {
			return true
		}
	}
	return false
}
