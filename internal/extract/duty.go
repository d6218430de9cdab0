package extract

// pinned reads a clause that puts what was said before on somebody: इसकी जिम्मेदारी जिला गन्ना
// अधिकारी की होगी; यह देखना एसडीएम का काम होगा. It is no directive of its own.
func (r *reader) pinned(s *segment) bool {
	if !r.pointsAtDuty(s) {
		return false
	}
	owners := r.pick(s.lo, s.hi, func(m *mention) bool { return m.role != rNe && m.role != rWith })
	if len(owners) == 0 {
		return false
	}
	if len(r.cands) == 0 {
		r.wished(s)
	}
	if n := len(r.cands); n > 0 {
		for i := range r.cands {
			if c := &r.cands[i]; len(r.ownersOf(c)) == 0 || i == n-1 {
				c.owners, c.frozen = owners, true
			}
		}
		r.cands[n-1].hi = s.hi
		return true
	}
	if n := len(r.res.Directives); n > r.ctx.from {
		d := &r.res.Directives[n-1]
		d.setOwners(r.toOwners(owners))
		d.settled()
		r.ctx.last, r.ctx.generic = d.Owners, false
		return true
	}
	return false
}

// onlySure tells whether a clause only says who is to see to it: यह सीडीपीओ सुनिश्चित करेंगे.
func (r *reader) onlySure(s *segment) bool {
	sure := false
	for k := s.lo; k < s.pred.at; k++ {
		t := &r.toks[k]
		sure = sure || t.kw == kwSure
		if !r.isPost(k) && t.kw != kwSure && !t.is(tPro|tAnd) && t.kind == kWord && !r.word(t, "अनुपालन") && !r.word(t, "पालन") {
			return false
		}
	}
	return sure && (s.pred.kind == pSubj || s.pred.kind == pFut)
}

// pointsAtDuty tells whether a clause says whose duty the matter before is.
func (r *reader) pointsAtDuty(s *segment) bool {
	pro := false
	for k := s.lo; k < s.hi && k < s.lo+3; k++ {
		switch r.raw(&r.toks[k]) {
		case "इसकी", "इसका", "इसके", "यह", "इनकी", "उसकी", "उसका", "जिसकी", "जिसका", "इस":
			pro = true
		}
	}
	if pro && r.onlySure(s) || r.askedForIt(s) {
		return true
	}
	if !pro || s.pred.kind == pSubj || s.pred.kind == pPassSubj {
		return false
	}
	duty, task := -1, false
	for k := s.lo; k < s.hi; k++ {
		t := &r.toks[k]
		if t.is(tDuty) || k >= s.pred.at-1 && contains(" उत्तरदायी उत्तरदाई जिम्मेदार जिम्मेवार जवाबदेह ", r.raw(t)) {
			duty = k
		}
		task = task || t.kw == kwTask && k >= s.pred.at-2
	}
	if task {
		return true
	}
	if duty < 0 {
		return false
	}
	for k := s.lo + 1; k < duty; k++ { // इसकी जांच की जिम्मेदारी is a directive
		if t := &r.toks[k]; !r.isPost(k) && (t.is(tAct) || t.is(tInf) && !r.word(t, "देखने") && !r.word(t, "सुनिश्चित")) {
			return false
		}
	}
	return true
}

// askedForIt tells whether a clause only says who was asked for what stands before: पुलिस
// अधीक्षक को इसके लिए कहा गया; ये भी एसएफसी को कहा गया.
func (r *reader) askedForIt(s *segment) bool {
	if s.link != lDash && s.link != lAnd && s.link != lOther || s.gov.kind != gSay && s.gov.kind != gOrder || s.pred.kind == pWas || s.hi-s.lo > 12 {
		return false
	}
	pro, to := false, false
	for k := s.lo; k < s.pred.at; k++ {
		t := &r.toks[k]
		if contains(" इसके ये यह इस इसका ऐसा उक्त ", r.raw(t)) {
			pro = true
			continue
		}
		to = to || t.is(tKo)
		if t.kind == kWord && !r.isPost(k) && !t.is(tKo|tFor|tOrder|tOrdered|tGen|tSay|tGive|tAnd) && t.kw != kwAlso && !contains(" लिए लिये हेतु निमित्त ", r.raw(t)) {
			return false
		}
	}
	return pro && to
}

// wished takes the clause before s as what is asked, where it is none by itself: चेकिंग हो —
// एसपी को इसके लिए कहा गया.
func (r *reader) wished(s *segment) {
	for j := 1; j < len(r.segs); j++ {
		p := &r.segs[j-1]
		if &r.segs[j] == s && (p.pred.kind == pSubj || p.pred.kind == pPassSubj) && p.gov.kind == gNone {
			r.add(p, candidate{lo: p.lo, hi: p.hi, main: p.main, head: p.pred.at, pred: p.pred})
		}
	}
}
