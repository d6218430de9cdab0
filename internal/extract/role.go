package extract

import "strings"

// setRole reads the case of the i-th mention. One that is joined by और or a
// comma to the next shares the role of the next.
func (r *reader) setRole(i, hi int) {
	m := &r.posts[i]
	k := m.hi
	t := r.at(k, 0, hi)
	if i+1 < len(r.posts) && (t.kind == kComma || t.is(tAnd) || t.kind == kSlash) {
		n := &r.posts[i+1]
		if n.lo == k+1 || n.lo == k+2 && r.toks[k+1].is(tAnd|tAll) {
			m.role, m.joined = n.role, true
			return
		}
	}
	if i+1 < len(r.posts) && (r.word(t, "समेत") || r.word(t, "सहित")) && r.posts[i+1].lo <= k+4 {
		m.role, m.joined = r.posts[i+1].role, true
		return
	}
	if i+1 < len(r.posts) && t.is(tAnd) && r.posts[i+1].lo == k+2 && r.plainNoun(k+1) { // पंचायत सचिवों और ब्लॉक कर्मियों को
		m.role, m.joined = r.posts[i+1].role, true
		return
	}
	if j := r.alongside(k); j > 0 && i+1 < len(r.posts) && r.posts[i+1].lo == j { // बीडीओ के साथ-साथ बीपीआरओ
		m.role, m.joined = r.posts[i+1].role, true
		return
	}
	if n := r.at(k+1, 0, hi); t.is(tAnd) && n.is(tPost) && r.at(k+2, 0, hi).is(tGen|tKo|tSe) { // प्रधान एवं सचिव के हस्ताक्षर
		m.role = r.caseAt(k+2, hi)
		return
	}
	m.role = r.caseAt(k, hi)
	if m.role == rBare && (t.kind == kComma || t.is(tAnd)) && strings.HasSuffix(r.raw(&r.toks[m.hi-1]), "ों") {
		m.role = r.listCase(k, hi)
		return
	}
	if m.role == rBare && r.isBody(m.key) && (t.kind == kComma || t.is(tAnd)) {
		for j := k + 1; j < min(hi, k+8) && r.toks[j].kind != kNum; j++ {
			if t := &r.toks[j]; t.is(tGen | tKo | tNe | tSe | tLoc | verbal) {
				if t.is(tLoc) {
					m.role = rLoc
				}
				return
			}
		}
	}
}

// alongside gives the token after के साथ-साथ or के साथ ही, or 0.
func (r *reader) alongside(k int) int {
	n := len(r.toks)
	if t := r.at(k, 0, n); !t.is(tGen) || !r.word(r.at(k+1, 0, n), "साथ") {
		return 0
	}
	if t := r.at(k+2, 0, n); r.word(t, "साथ") || t.kw == kwOnly {
		return k + 3
	}
	return 0
}

// listCase reads the case of a list whose first name ends in ों, which by
// itself is no subject: शिक्षकों, विद्यालयों एवं भवनों का.
func (r *reader) listCase(k, hi int) role {
	for j := k + 1; j < min(hi, k+10); j++ {
		t := &r.toks[j]
		if t.is(tGen | tKo | tSe | tLoc | tNe | tBy) {
			return r.caseAt(j, hi)
		}
		if t.is(verbal) {
			break
		}
	}
	return rBare
}

// isBody tells whether a key is of a local body, which is a place as well.
func (r *reader) isBody(key string) bool {
	switch key {
	case "gram_panchayat", "urban_body", "municipal_corporation", "nagar_panchayat", "nagar_parishad":
		return true
	}
	return false
}

// caseAt reads the case sign at toks[k].
func (r *reader) caseAt(k, hi int) role {
	t := r.at(k, 0, hi)
	next := r.at(k+1, 0, hi)
	switch {
	case t.kind != kWord:
		return rBare
	case t.is(tNe):
		return rNe
	case t.is(tKo):
		return rKo
	case t.is(tBy):
		return rBy
	case t.kw == kwLevel && !t.latin:
		if next.is(tSe) {
			return rBy
		}
		return rLoc
	case t.is(tSe):
		return rSe
	case t.is(tLoc) && !t.latin:
		return rLoc
	case t.kw == kwVia:
		return rWith
	case t.is(tGen):
		if k := r.team(k+1, hi); k > 0 {
			return r.caseAt(k, hi)
		}
		switch {
		case r.word(next, "संयुक्त") && r.at(k+2, 0, hi).is(tAct):
			return rBy
		case next.is(tBy), next.kw == kwLevel && r.at(k+2, 0, hi).is(tSe), r.word(next, "यहां"):
			return rBy
		case next.kw == kwVia, next.kw == kwChair, r.word(next, "समक्ष"), r.word(next, "समन्वय"), r.word(next, "अधीन"), r.word(next, "नेतृत्व"), r.word(next, "विरुद्ध"), next.kw == kwRegard, r.word(next, "पास"):
			return rWith
		}
		return rGen
	case t.is(tTak), t.is(tFor):
		return rWith
	}
	return rBare
}

// team gives where the name of a joint body ends that the posts before it form: X व Y की
// संयुक्त टीम, or 0. Of a joint act they are the doers too.
func (r *reader) team(k, hi int) int {
	t := r.at(k, 0, hi)
	joint := r.word(t, "संयुक्त") || r.word(t, "साझा")
	if joint {
		t = r.at(k+1, 0, hi)
		k++
	}
	switch {
	case r.word(t, "टीम"), r.word(t, "दल"), joint && (r.word(t, "समिति") || r.word(t, "जिम्मेदारी")):
		return k + 1
	}
	return 0
}

// marks tells whether a word shows the case of what stands before it.
func (r *reader) marks(t *token) bool {
	return t.is(tNe|tKo|tSe|tLoc|tGen|tBy|tFor|tAnd|tTak) || t.kw == kwThis
}
