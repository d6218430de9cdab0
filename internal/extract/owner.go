package extract

import "strings"

// speaker tells whether a mention is of him who speaks, not of who is to act.
func (r *reader) speaker(m *mention) bool {
	switch m.role {
	case rNe:
		return true
	case rBy:
		return m.named || m.key == "dm" && !r.hears("dm") || m.key == "divisional_commissioner" || m.key == r.res.Meeting.ChairKey && m.key != ""
	case rWith, rLoc:
		return true
	}
	return false
}

// group gives the mentions joined to the i-th, in order.
func (r *reader) group(i int) []mention {
	lo, hi := i, i
	for lo > 0 && r.posts[lo-1].joined {
		lo--
	}
	for hi < len(r.posts) && r.posts[hi].joined {
		hi++
	}
	return append([]mention(nil), r.posts[lo:min(hi+1, len(r.posts))]...)
}

// pick gives the group of the first mention in toks[lo:hi) that pleases ok.
func (r *reader) pick(lo, hi int, ok func(*mention) bool) []mention {
	for i := range r.posts {
		m := &r.posts[i]
		if m.lo >= lo && m.hi <= hi && r.free(m) && ok(m) {
			return r.within(r.group(i), lo, hi)
		}
	}
	return nil
}

func (r *reader) within(g []mention, lo, hi int) []mention {
	out := g[:0]
	for _, m := range g {
		if m.lo >= lo && m.hi <= hi {
			out = append(out, m)
		}
	}
	return out
}

// free tells whether a mention can own: not one who is to be named (एक नोडल
// अधिकारी नामित करें), not one whose post is a place or a paper.
func (r *reader) free(m *mention) bool {
	if m.role == rBare || m.role == rGen {
		for i := range r.posts {
			if o := &r.posts[i]; o != m && o.key == m.key && o.lo != m.lo && (o.role == rNe || o.role == rBy && r.speaker(o)) {
				return false
			}
		}
	}
	if m.lo > 0 {
		if t := &r.toks[m.lo-1]; t.is(tNumber) && t.val == 1 && !m.known || t.is(tNumber) && t.val == 1 && (m.key == "nodal_officer" || m.generic) {
			return false
		}
	}
	if m.key == "contractor" || m.key == "executing_agency" {
		for k := m.hi; k < min(len(r.toks), m.hi+6); k++ {
			if t := &r.toks[k]; r.word(t, "काली") || r.word(t, "ब्लैक") || r.word(t, "डिबार") {
				return false
			}
		}
	}
	if m.hi < len(r.toks) {
		switch t := &r.toks[m.hi]; r.raw(t) {
		case "नामित", "नियुक्त", "प्रतिनियुक्त", "तैनात", "बनाएं", "बनाया", "कार्यालय", "का", "की":
			return t.is(tGen)
		}
	}
	return true
}

// addressees finds to whom a reporting clause speaks.
func (r *reader) addressees(lo, hi int, g governor) []mention {
	return r.pick(lo, hi, func(m *mention) bool {
		return m.role == rKo || m.role == rSe && g.kind != gTell
	})
}

// ownersOf finds who is to act in a candidate, from the clause itself.
func (r *reader) ownersOf(c *candidate) []mention {
	if c.sanction != NoSanction {
		if o := r.sanctioned(c); len(o) > 0 {
			return o
		}
	}
	if c.gov.kind == gNone {
		return r.subject(c)
	}
	if o := r.pick(c.head+1, c.hi, func(m *mention) bool { return m.role == rKo || m.role == rSe }); len(o) > 0 {
		return o
	}
	if c.gov.kind == gDuty {
		if o := r.pick(c.head, c.hi, func(m *mention) bool { return m.role == rGen || m.role == rBare || m.role == rLoc }); len(o) > 0 {
			return o
		}
		if o := r.pick(c.lo, c.hi, func(m *mention) bool { return m.role == rKo || m.role == rGen }); len(o) > 0 {
			return o
		}
	}
	if c.gov.kind == gSeek {
		if o := r.pick(c.lo, c.hi, func(m *mention) bool { return m.role == rSe }); len(o) > 0 {
			return o
		}
	}
	if o := r.pick(c.lo, c.head, func(m *mention) bool { return m.role == rKo && c.gov.kind != gDecide && !r.receives(m, c) }); len(o) > 0 {
		return o
	}
	if c.gov.kind == gGoal {
		if o := r.aims(c); len(o) > 0 {
			return o
		}
	}
	if o := r.pick(c.lo, c.head, func(m *mention) bool { return m.role == rBy && !r.speaker(m) && !r.participial(m.hi, c.head) }); len(o) > 0 {
		return o
	}
	if o := r.pick(c.main, c.head, func(m *mention) bool {
		return m.role == rBare && c.gov.kind != gDecide && (!m.generic || r.toks[m.lo].is(tAll) || m.concern || m.key == "all_concerned") || m.role == rSe && c.gov.kind == gSay
	}); len(o) > 0 {
		return o
	}
	return r.pick(c.lo, c.head, func(m *mention) bool { return m.generic && m.key == "all_officers" && m.role == rLoc })
}

// transfers are the roots of verbs that hand something to somebody.
const transfers = ` भेज दे सौंप उपलब्ध प्रस्तुत जमा समर्पित अग्रसारित प्रेषित `

// receives tells whether a post only gets what is sent: सूची अंचलाधिकारी को भेजने.
func (r *reader) receives(m *mention, c *candidate) bool {
	if p := r.at(m.lo-1, 0, len(r.toks)); m.lo <= c.lo || c.head-m.hi > 3 || p.kw != kwReport && p.kw != kwExplain {
		return false
	}
	for k := m.hi; k <= c.head; k++ {
		for _, end := range []string{"", "ने", "वाने", "ाने"} {
			if root, ok := strings.CutSuffix(r.raw(&r.toks[k]), end); ok && root != "" && strings.Contains(transfers, " "+root+" ") {
				return true
			}
		}
	}
	return false
}

// aims finds the units for which a target is set: सभी प्रखंड हेतु 50.
func (r *reader) aims(c *candidate) []mention {
	var out []mention
	for i := range r.posts {
		if m := &r.posts[i]; m.lo >= c.lo && m.hi <= c.hi && r.at(m.hi, c.lo, c.hi).is(tFor|tGen) && m.role != rNe {
			out = append(out, *m)
		}
	}
	return out
}

// participial tells whether what stands after a post makes it the doer of a
// participle, not of the act: विभागों द्वारा आयोजित किए जाने वाले शिविर.
func (r *reader) participial(k, head int) bool {
	for ; k+1 < head; k++ {
		if r.toks[k].is(tInf) && r.toks[k+1].is(tVala) || r.toks[k].is(tPerf) && r.toks[k+1].is(tGone) && k+2 < head && !r.shut(k+2, head) {
			return true
		}
	}
	return false
}

// subject finds the post that is the subject of a clause with its own verb.
func (r *reader) subject(c *candidate) []mention {
	if o := r.pick(c.main, c.hi, func(m *mention) bool { return m.role == rBare && !r.speaker(m) && !r.captions(m) }); len(o) > 0 {
		return o
	}
	if o := r.pick(c.main, c.hi, func(m *mention) bool { return m.role == rBare && !r.speaker(m) }); len(o) > 0 {
		return o
	}
	if o := r.pick(c.main, c.hi, func(m *mention) bool { return m.role == rBy && !m.named && (m.key != "dm" || r.hears("dm")) }); len(o) > 0 {
		return o
	}
	if c.pred.kind == pMust || c.pred.kind == pWould || c.pred.kind == pDue {
		if o := r.pick(c.main, c.hi, func(m *mention) bool { return m.role == rKo }); len(o) > 0 {
			return o
		}
	}
	if r.hasTag(c.text, c.head, tOrder|tAsk) { // तहसीलदार को इस निर्देश के साथ कि ...
		if o := r.pick(c.text, c.head, func(m *mention) bool { return m.role == rKo }); len(o) > 0 {
			return o
		}
	}
	if c.pred.kind == pName || c.pred.kind == pSubj || c.pred.kind == pPassSubj {
		if o := r.pick(c.lo, c.hi, func(m *mention) bool {
			return m.generic && m.role == rLoc && (c.pred.kind == pName || m.key == "all_officers" && r.toks[m.lo].is(tAll))
		}); len(o) > 0 {
			return o
		}
	}
	if c.main > c.lo {
		back := r.toks[c.main].is(tPro) // जिन एसडीएम के द्वारा ..., वे ...
		if c.cond && !back {
			return nil
		}
		return r.pick(c.lo, c.main, func(m *mention) bool {
			return m.role == rBare || back && m.role != rWith && m.role != rLoc && m.key != "dm"
		})
	}
	return nil
}

// captions tells whether a post stands as a caption before a dash: शिक्षा विभाग- सभी बीईओ ...
func (r *reader) captions(m *mention) bool {
	k := r.at(m.hi, 0, len(r.toks)).kind
	return k == kDash || k == kColon
}

// sanctioned finds the post a measure falls on, unless the text says who is to
// carry it out: X को शो-कॉज करने का निर्देश Y को दिया.
func (r *reader) sanctioned(c *candidate) []mention {
	if c.gov.kind == gOrder || c.gov.kind == gDuty || c.gov.kind == gSay {
		after := r.pick(c.head+1, c.hi, func(m *mention) bool { return m.role == rKo || m.role == rSe })
		if len(after) > 0 {
			return after
		}
	}
	at := r.sanctionAt(c.lo, c.hi)
	if o := r.punisher(c, at); len(o) > 0 {
		return o
	}
	if c.gov.kind == gNone && c.pred.kind == pSubj && r.ctx.bound && len(r.ctx.audience) > 0 {
		return nil // those to whom the letter goes are to take it
	}
	best := -1
	for i := range r.posts {
		m := &r.posts[i]
		if m.lo < c.lo || m.hi > c.hi || m.role == rNe || m.role == rWith || m.role == rBy && m.named || m.key == "dm" {
			continue
		}
		if m.role == rKo && m.lo > at && r.receives(m, c) {
			continue
		}
		if m.hi <= at || best < 0 {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	return r.within(r.group(best), c.lo, c.hi)
}

// punisher gives the subject of a clause in the active voice that punishes another: जिला शिक्षा
// पदाधिकारी प्रधानाध्यापकों से स्पष्टीकरण लें.
func (r *reader) punisher(c *candidate, at int) []mention {
	if c.gov.kind != gNone || c.pred.kind != pSubj && c.pred.kind != pFut && c.pred.kind != pMust {
		return nil
	}
	other := false
	for i := range r.posts {
		m := &r.posts[i]
		other = other || m.lo >= c.text && m.hi <= at && (m.role == rSe || m.role == rKo || m.role == rGen)
	}
	if !other && !r.pointsTo(c) {
		return nil
	}
	return r.pick(c.text, at, func(m *mention) bool { return m.role == rBare && !m.joined })
}

// lead gives the posts that a line calls on before a dash to its clauses without an owner:
// बीईओ बड़ागांव — सूची नहीं मिली, कल तक स्पष्टीकरण दें.
func (r *reader) lead(lo int) {
	last := -1
	for i := range r.posts {
		m := &r.posts[i]
		if m.lo > lo+5 && last < 0 || last >= 0 && m.lo > r.posts[last].hi+2 {
			break
		}
		last = i
	}
	if last < 0 || len(r.cands) == 0 {
		return
	}
	k := r.posts[last].hi
	if t := r.at(k, 0, len(r.toks)); t.kind == kWord && t.tag == 0 && t.kw == 0 { // a place
		k++
	}
	if r.at(k, 0, len(r.toks)).kind != kDash || r.cands[0].lo <= k-1 && r.cands[0].text <= k-1 {
		return
	}
	for i := range r.cands {
		if c := &r.cands[i]; len(c.owners) == 0 && c.lo > k {
			c.owners = append([]mention(nil), r.posts[:last+1]...)
			if i == 0 {
				c.lo, c.text = lo, max(c.text, lo)
			}
		}
	}
}

// onRelative tells whether a measure in the active voice falls on those of a relative clause:
// जिनकी प्रगति न्यून है उनसे स्पष्टीकरण लें. Who is to take it was named before.
func (r *reader) onRelative(c *candidate) bool {
	if c.sanction == NoSanction || c.gov.kind != gNone || c.pred.kind != pSubj || c.main <= c.lo || !r.pointsTo(c) && !r.toks[c.main].is(tPro) {
		return false
	}
	return len(c.owners) == 0 || c.owners[len(c.owners)-1].hi <= c.main
}

// antecedent gives the post that a clause with जो goes on about: अधिकारी को देंगे, जो पोर्टल पर
// चढ़ाएंगे.
func (r *reader) antecedent(c *candidate) []mention {
	if t := &r.toks[c.text]; !t.is(tRel) || r.raw(t) != "जो" {
		return nil
	}
	for i := len(r.posts) - 1; i >= 0; i-- {
		if m := &r.posts[i]; m.hi <= c.text && c.text-m.hi < 6 && m.role != rWith && !r.speaker(m) {
			return r.group(i)
		}
	}
	return nil
}

// sanctionAt finds the word that names the measure.
func (r *reader) sanctionAt(lo, hi int) int {
	for k := lo; k < hi; k++ {
		t := &r.toks[k]
		if t.kw == kwExplain || t.kw == kwPay || t.kw == kwNotice || t.kw == kwShowCause || t.kw == kwCharge || t.kw == kwCause && r.at(k+1, lo, hi).kw == kwShow || r.word(t, "शो") {
			return k
		}
	}
	return hi
}

// setOwners settles the owners of all candidates of a sentence: from the
// clause, from the clause that reports it, from its neighbours, or carried
// over from before.
func (r *reader) setOwners(lo, hi int) {
	for i := range r.cands {
		c := &r.cands[i]
		c.sanction = r.sanctionIn(c.text, c.hi)
		reported := c.owners
		if c.frozen {
			continue
		}
		c.owners = r.ownersOf(c)
		if i > 0 && r.onRelative(c) && len(r.cands[i-1].owners) > 0 {
			c.owners = r.cands[i-1].owners
		}
		if len(c.owners) == 0 {
			c.owners = reported
		}
		if len(c.owners) == 0 {
			c.owners = r.antecedent(c)
		}
		if i == 0 {
			r.blamed(c, lo)
		}
		r.foreground(c)
	}
	for i := len(r.cands) - 1; i > 0; i-- { // करने और भेजने के निर्देश Y को: Y is asked for both
		c, p := &r.cands[i], &r.cands[i-1]
		if (len(p.owners) == 0 || p.sanction != NoSanction) && len(c.owners) > 0 && c.gov.kind != gNone && c.gov == p.gov && c.owners[0].lo > c.head {
			p.owners = c.owners
		}
		if p.pred.kind == pTurn && p.sanction != NoSanction && len(c.owners) > 0 && c.owners[0].lo > c.head && c.gov.kind != gNone {
			p.owners = c.owners
		}
	}
	for i := 1; i < len(r.cands); i++ {
		c, p := &r.cands[i], &r.cands[i-1]
		if len(c.owners) == 0 {
			c.owners = p.owners
		}
	}
	r.lead(lo)
	if len(r.tail) > 0 {
		for i := range r.cands {
			if i == len(r.cands)-1 || len(r.cands[i].owners) == 0 {
				r.cands[i].owners = r.tail
			}
		}
	}
}
