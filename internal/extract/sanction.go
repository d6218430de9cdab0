package extract

// sanctionIn finds the measure that a clause orders against somebody.
func (r *reader) sanctionIn(lo, hi int) Sanction {
	for k := lo; k < hi; k++ {
		t := &r.toks[k]
		next := r.at(k+1, lo, hi)
		switch t.kw {
		case kwShowCause:
			return ShowCause
		case kwCause:
			if next.kw == kwShow {
				return ShowCause
			}
		case kwShow:
			if next.kw == kwCause {
				return ShowCause
			}
		case kwCharge:
			if r.word(t, "चार्जशीट") || next.kw == kwSheet || r.word(t, "आरोपपत्र") || t.latin && (r.word(next, "sheet") || len(r.raw(t)) > 8) {
				return ChargeSheet
			}
		case kwNotice:
			if !next.is(tGen) && r.notified(k, lo) {
				return ShowCause
			}
		case kwPay:
			if !r.word(next, "वृद्धि") && r.withheld(k, lo, hi) {
				return SalaryStop
			}
		case kwExplain:
			if r.demanded(k, lo, hi) {
				return Explanation
			}
		}
		if t.latin && r.text[t.start:t.end] == "SCN" || r.word(t, "एससीएन") {
			return ShowCause
		}
		if r.word(t, "शो") && (r.word(next, "कॉज") || r.word(next, "काज")) {
			return ShowCause
		}
		if r.word(t, "क्यों") && (next.is(tNot) || r.word(next, "न")) && r.at(k+2, lo, hi).kind == kWord {
			return ShowCause // कि क्यों न आपके विरुद्ध कार्रवाई की जाए
		}
		if r.word(t, "जवाब") && r.word(next, "तलब") || r.word(t, "explain") && r.at(k-1, lo, hi).kw == kwTo {
			return Explanation
		}
		if r.word(t, "लिखित") && (r.word(next, "जवाब") || next.kw == kwExplain) {
			return Explanation
		}
	}
	return NoSanction
}

// blamed gives a measure that speaks of its object by a pronoun the post that the clause before
// named, and takes that clause in: ईआरओ ने बैठक नहीं ली, उनसे स्पष्टीकरण पूछा जाए.
func (r *reader) blamed(c *candidate, lo int) {
	if c.sanction == NoSanction || len(c.owners) > 0 || c.lo-lo < 3 || c.lo-lo > 30 || !r.pointsTo(c) {
		return
	}
	for i := len(r.posts) - 1; i >= 0; i-- {
		if m := &r.posts[i]; m.lo >= lo && m.hi <= c.lo && m.role != rWith && m.key != "dm" && (m.role == rNe || m.role == rBare || m.role == rBy) && !r.hasTag(m.hi, c.lo, tSay|tTell|tOrder|tOrdered) {
			c.owners, c.lo = r.group(i), lo
			return
		}
	}
}

// foreground leaves out why a measure is taken, where a post is named behind it: प्रगति शून्य
// रहने पर शाखा प्रबंधकों से जवाब तलब किया गया.
func (r *reader) foreground(c *candidate) {
	if c.sanction == NoSanction || len(c.owners) == 0 || c.frozen || c.text != c.lo {
		return
	}
	m := &c.owners[0]
	if m.lo-c.lo > 10 && m.hi <= c.head && (m.role == rSe || m.role == rKo) && r.toks[m.lo-1].is(tLoc) && r.raw(&r.toks[m.lo-1]) == "पर" && len(r.findTimes(c.lo, m.lo)) == 0 {
		c.lo, c.text, c.main = m.lo, m.lo, m.lo
	}
}

// notified tells whether a notice goes to a post: बीईओ को नोटिस.
func (r *reader) notified(k, lo int) bool {
	for i := range r.posts {
		m := &r.posts[i]
		if m.role == rKo && m.lo >= lo && m.hi < k && k-m.hi <= 5 && !m.generic && m.key != "contractor" && m.key != "executing_agency" {
			return true
		}
	}
	return false
}

// withheld tells whether pay is to be stopped or cut.
func (r *reader) withheld(k, lo, hi int) bool {
	reach := 7
	if r.toks[k].latin {
		reach = 12
	}
	for j := max(lo, k-6); j < min(hi, k+reach); j++ {
		t := &r.toks[j]
		if t.kw == kwHold {
			return true
		}
		if t.kind != kWord || t.latin {
			continue
		}
		switch s := r.raw(t); {
		case s == "रोक", s == "कटौती", s == "काट", len(s) > 9 && (s[:9] == "रोक" || s[:9] == "काट"), len(s) > 6 && s[:6] == "कट":
			return j > k
		}
	}
	return false
}

// demanded tells whether an explanation is asked for, not given or discussed.
func (r *reader) demanded(k, lo, hi int) bool {
	for j := k + 1; j < min(hi, k+5); j++ {
		t := &r.toks[j]
		if r.word(t, "जवाब") || r.word(t, "संतोषजनक") || r.word(t, "उत्तर") {
			return false
		}
	}
	return true
}
