package extract

// rolesEn gives the mentions of an English sentence their roles, which the
// place tells: after with or through it is not the owner.
func (r *reader) rolesEn() {
	for i := len(r.posts) - 1; i >= 0; i-- {
		m := &r.posts[i]
		m.role = rBare
		if i+1 < len(r.posts) {
			n := &r.posts[i+1]
			if t := &r.toks[m.hi]; n.lo <= m.hi+2 && n.lo > m.hi && (t.is(tAnd) || t.kind == kComma || t.kind == kSlash || t.kind == kDash || r.text[t.start:t.end] == "+" || r.text[t.start:t.end] == "&") {
				m.joined = true
			}
		}
		if m.lo > 0 {
			switch p := &r.toks[m.lo-1]; {
			case p.kw == kwVia, p.kw == kwIn, p.kw == kwBefore, p.kw == kwFrom && !r.has(max(0, m.lo-4), m.lo, kwExplain):
				m.role = rWith
			case p.kw == kwBy:
				m.role = rBy
			case p.kw == kwTo:
				m.role = rKo
			case p.kw == kwOf:
				m.role = rGen
			}
		}
	}
}

// publicEn tells whether the public is asked: farmers are urged to.
func (r *reader) publicEn(lo, k, to int) bool {
	for j := max(lo, k-4); j < to; j++ {
		if r.toks[j].is(tPublic) && !r.isPost(j) {
			return len(r.mentionsIn(r.lastBreak(lo, k), to)) == 0
		}
	}
	return false
}

// unlisted takes the words that stand where the owner must stand as its name:
// procurement agencies in "told procurement agencies to".
func (r *reader) unlisted(from, k, to int, passive bool) []mention {
	lo, hi := k+1, to
	if passive {
		lo, hi = from, k
		for hi > lo && (r.toks[hi-1].kw == kwWere || r.toks[hi-1].kw == kwNeed || r.toks[hi-1].kw == kwAlso) {
			hi--
		}
	}
	for lo < hi && (r.toks[lo].kw == kwThe || r.toks[lo].kind != kWord || r.toks[lo].is(tAnd)) {
		lo++
	}
	if hi <= lo || hi-lo > 4 || r.toks[lo].is(tPro) || r.toks[lo].is(tOrder) {
		return nil
	}
	for j := lo; j < hi; j++ {
		if r.toks[j].kind != kWord || r.toks[j].kw != 0 && r.toks[j].kw != kwOf && r.toks[j].kw != kwDept {
			return nil
		}
	}
	return []mention{{lo: lo, hi: hi, key: slug(r.span(lo, hi).Of(r.text)), all: true}}
}

// nearest gives the group of the last post before toks[k].
func (r *reader) nearest(lo, k int) []mention {
	for i := len(r.posts) - 1; i >= 0; i-- {
		if m := &r.posts[i]; m.hi <= k && m.lo >= lo && (m.role == rBare || m.role == rGen) {
			return r.group(i)
		}
	}
	return nil
}

// subjectAt gives the post that begins at toks[k], if one does.
func (r *reader) subjectAt(k int) *mention {
	for i := range r.posts {
		if m := &r.posts[i]; m.lo == k || m.lo == k+1 && r.at(k, 0, len(r.toks)).kw == kwThe {
			return m
		}
	}
	return nil
}

// officersEn reads officers of all departments, officials of the education department.
func (r *reader) officersEn(i, lo, hi int) (mention, bool) {
	m := mention{lo: i, hi: i + 1, key: "all_officers", all: true, generic: true, known: true}
	for m.lo > lo {
		t := &r.toks[m.lo-1]
		switch {
		case t.kw == kwConcern:
			m.key = "all_concerned"
		case t.is(tAll), t.kw == kwThe, r.word(t, "district"), r.word(t, "level"), r.word(t, "senior"), t.kw == kwDept, r.word(t, "line"), r.word(t, "departmental"), t.kw == kwPresent:
		case r.word(t, "block"):
			m.key = "block_officers"
		case r.word(t, "nodal"):
			m.key, m.generic = "nodal_officer", false
		default:
			if t.kind == kWord && t.tag == 0 && t.kw == 0 && m.lo == i {
				m.key, m.generic, m.known, m.all = slug(r.raw(t))+"_officer", false, false, false
				m.lo--
			}
			return m, true
		}
		m.lo--
	}
	if n := r.at(i+1, lo, hi); r.word(n, "having") || r.word(n, "with") || r.word(n, "whose") || r.word(n, "who") || r.word(n, "not") {
		m.key = "all_concerned"
		return m, true
	}
	if r.at(i+1, lo, hi).kw == kwConcern {
		m.key, m.hi = "all_concerned", i+2
		return m, true
	}
	if r.at(i+1, lo, hi).kw != kwOf {
		return m, true
	}
	for k := i + 2; k < hi && k < i+9; k++ {
		t := &r.toks[k]
		if t.kw == kwDept {
			m.hi = k + 1
			return m, true
		}
		if t.id != 0 && r.lex.nouns[t.id].starts {
			if leaf, end := r.phrase(k, hi); leaf != 0 && r.lex.entries[leaf].topic && r.at(end, lo, hi).kw == kwDept {
				m.key, m.hi, m.generic = r.lex.entries[leaf].key+"_dept", end+1, false
				return m, true
			}
		}
		if t.kw == kwConcern {
			m.key = "all_concerned"
		}
	}
	return m, true
}

func (r *reader) departmentsEn(i, lo, hi int) (mention, bool) {
	if i > lo && r.toks[i-1].kw == kwConcern {
		return mention{lo: i - 1, hi: i + 1, key: "all_concerned", all: true, generic: true, known: true}, true
	}
	if i > lo && r.toks[i-1].is(tAll) {
		return mention{lo: i, hi: i + 1, key: "all_officers", all: true, generic: true, known: true}, true
	}
	return mention{}, false
}
