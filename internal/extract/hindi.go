package extract

import "strings"

// candidate is a clause that asks for something, before its fields are read.
type candidate struct {
	lo, hi   int // tokens of the quote
	main     int // where the main clause begins, after relative clauses
	head     int // token of the verb or noun that names the act
	gov      governor
	pred     predicate
	owners   []mention
	sanction Sanction
	cond     bool
	resumed  bool // spoken on to whom the last clause spoke
	spoken   bool // the owners were spoken to: Y से कहा कि ...
	frozen   bool // owners are settled, no carrying over
	text     int  // where the clause proper begins, after the clause that reports it
}

// speech is what a reporting clause hands on to the clauses after कि.
type speech struct {
	kind   govKind
	lo, hi int // of the reporting clause from its addressee on
	owners []mention
	public bool
	bare   bool // only कहा कि: to whom, was said before
	on     bool
	past   bool
	sure   bool // X सुनिश्चित करें कि: what follows is owed, however it is put
}

// hindi reads one sentence of Hindi and appends what it asks for.
func (r *reader) hindi(lo, hi int) {
	r.mentions(lo, hi)
	segs := r.segments(lo, hi)
	r.cands = r.cands[:0]
	r.public = false
	if len(r.posts) > 0 {
		r.ctx.advice = false
	}
	var sp speech
	for i := range segs {
		s := &segs[i]
		if i+1 < len(segs) && r.reports(s, &segs[i+1]) {
			r.report(s, &sp)
			continue
		}
		if i+1 < len(segs) && segs[i+1].link == lThat && r.ensures(s) {
			sp = speech{kind: gOrder, on: true, sure: true, lo: s.lo, hi: s.hi, owners: r.pick(s.lo, s.hi, func(m *mention) bool { return m.role == rBare || m.role == rKo || m.role == rBy })}
			continue
		}
		if i+1 < len(segs) && s.gov.kind == gNone && s.pred.kind == pStated && strings.HasPrefix(r.raw(&r.toks[s.pred.at]), "चाहत") {
			sp = speech{on: true, public: true} // शासन चाहता है कोई वंचित न रहे
			continue
		}
		if n := len(r.cands); n > 0 && s.link == lThat && i > 0 && segs[i-1].gov.kind == gNone && r.soThat(&segs[i-1]) {
			r.cands[n-1].hi = s.hi
			continue
		}
		if i+1 < len(segs) && segs[i+1].link == lThat && s.gov.kind == gNone && s.pred.kind == pStated && (r.has(s.lo, s.hi, kwIntent) || r.hasTag(s.lo, s.hi, tGoal)) {
			sp = speech{on: true, public: true} // शासन की मंशा है कि ...
			continue
		}
		if s.link != lThat && s.link != lAnd && s.link != lNone && s.gov.kind != gNone {
			sp.on = sp.on && s.gov.kind == gNone
		}
		if s.gov.kind != gNone && s.link == lAnd {
			sp = speech{}
		}
		before := len(r.cands)
		r.clause(s, &sp, i)
		if len(r.cands) > before && sp.on && sp.lo < sp.hi {
			c := &r.cands[before]
			if s.link == lThat || s.link == lDash {
				c.lo = sp.lo
			}
		}
	}
	r.settle(lo, hi)
}

// reports tells whether a clause only says that somebody spoke, and what was
// said comes next.
func (r *reader) reports(s, next *segment) bool {
	if s.gov.kind == gNone {
		return false
	}
	switch next.link {
	case lThat:
		return true
	case lDash, lAnd, lOther:
		if s.pred.kind == pTurn {
			return len(r.complement(s)) == 0 && r.sanctionIn(s.lo, s.hi) == NoSanction
		}
		return (s.gov.kind == gSay || s.gov.kind == gTell || s.gov.kind == gOrder && next.link == lDash) && len(r.complement(s)) == 0
	}
	return false
}

// report opens the speech that a reporting clause introduces.
func (r *reader) report(s *segment, sp *speech) {
	owners := r.addressees(s.lo, s.hi, s.gov)
	if s.link == lAnd || s.pred.kind == pTurn || sp.on && len(owners) == 0 {
		if len(owners) == 0 {
			owners = sp.owners
		}
	}
	*sp = speech{kind: s.gov.kind, owners: owners, on: true, past: s.pred.kind == pWas || r.earlier(s.lo, s.hi) || r.inForce(s)}
	sp.bare = len(owners) == 0 && s.pred.at <= s.lo+1
	sp.public = s.gov.kind == gAsk && len(owners) == 0 || r.publicAddressed(s.lo, s.hi) && len(owners) == 0
	if heads := r.complement(s); len(heads) > 0 && s.pred.kind != pWas && !r.sureOnly(heads) {
		r.governed(s, heads, sp)
	}
	if len(owners) > 0 && owners[0].lo >= s.lo {
		sp.lo, sp.hi = owners[0].lo, s.hi
	}
}

// ensures tells whether a clause only says who is to see to what comes after कि: X सुनिश्चित करें कि ….
func (r *reader) ensures(s *segment) bool {
	switch s.pred.kind {
	case pStated, pNone, pWas:
		return false
	}
	return s.gov.kind == gNone && r.at(s.pred.at-1, s.lo, s.hi).kw == kwSure
}

// sureOnly tells whether the act asked for is सुनिश्चित करना, whose content comes after कि.
func (r *reader) sureOnly(heads []int) bool {
	h := heads[len(heads)-1]
	return len(heads) == 1 && h > 0 && r.toks[h-1].kw == kwSure
}

// clause reads one clause that is not a mere report.
func (r *reader) clause(s *segment, sp *speech, n int) {
	if s.aim && s.gov.kind == gNone {
		return
	}
	if s.gov.kind != gNone && r.inForce(s) || r.pinned(s) || r.onlyHoped(s) {
		return
	}
	switch s.gov.kind {
	case gOrder, gSay, gDuty, gGoal, gDecide, gWord:
		if s.pred.kind == pWas || r.earlier(s.lo, s.hi) {
			return
		}
		if heads := r.complement(s); len(heads) > 0 {
			r.governed(s, heads, sp)
			return
		}
		if s.gov.kind == gGoal && r.hasNumber(s.lo, s.hi) {
			r.add(s, candidate{lo: s.lo, hi: s.hi, head: s.gov.at, gov: s.gov})
			return
		}
		if s.gov.kind == gDuty && s.pred.kind != pStated && s.pred.kind != pWas {
			r.add(s, candidate{lo: s.lo, hi: s.hi, head: s.gov.at, gov: s.gov})
			return
		}
		r.ordered(s)
	case gSeek:
		if s.pred.kind != pWas && r.sought(s) {
			r.add(s, candidate{lo: s.lo, hi: s.hi, head: s.gov.at, gov: s.gov})
		}
	case gTell, gAsk, gWarn:
		return
	default:
		r.plain(s, sp)
	}
}

// sought tells whether what was asked for is a paper to be handed in.
func (r *reader) sought(s *segment) bool {
	if r.sanctionIn(s.lo, s.hi) != NoSanction {
		return true
	}
	for k := s.gov.at - 1; k >= s.lo && k > s.gov.at-5; k-- {
		t := &r.toks[k]
		if t.kw == kwReport || r.word(t, "जवाब") || r.word(t, "आंकडे") || r.word(t, "कार्ययोजना") || r.word(t, "योजना") || r.word(t, "अभिमत") || r.word(t, "मंतव्य") || r.word(t, "सुझाव") || r.word(t, "राय") || r.word(t, "अनुपालन") {
			return r.addressed(s)
		}
	}
	return false
}

// addressed tells whether somebody is named of whom it is asked.
func (r *reader) addressed(s *segment) bool {
	for i := range r.posts {
		m := &r.posts[i]
		if m.lo >= s.lo && m.hi <= s.hi && m.role != rNe && m.role != rWith {
			return true
		}
	}
	return false
}

// ordered reads a measure that is told as done: शो-कॉज किया गया.
func (r *reader) ordered(s *segment) {
	if s.pred.kind == pWas || s.cond || r.sanctionIn(s.lo, s.hi) == NoSanction || r.lapseOnly(s) {
		return
	}
	r.add(s, candidate{lo: s.lo, hi: s.hi, head: s.pred.at, gov: s.gov})
}

// lapseOnly tells whether a measure is only threatened: लापरवाही पर वेतन रोका जाएगा.
func (r *reader) lapseOnly(s *segment) bool {
	if s.pred.kind != pFut && s.pred.kind != pPassFut {
		return false
	}
	for k := s.lo; k < s.hi; k++ {
		if r.toks[k].is(tLack) {
			return true
		}
	}
	return !r.addressed(s)
}

// plain reads a clause whose own verb asks: करें, किया जाए, करेंगे.
func (r *reader) plain(s *segment, sp *speech) {
	if sp.public || sp.past || r.earlier(s.lo, s.hi) {
		return
	}
	c := candidate{lo: s.lo, hi: s.hi, main: s.main, head: s.pred.at, pred: s.pred, cond: s.cond}
	if s.pred.kind == pStated || s.pred.kind == pTurn {
		if sp.kind != gTell || !sp.on {
			r.ordered(s)
		}
		return
	}
	idle := r.idle(s, sp)
	if r.ctx.advice && !r.asking() && !sp.on {
		return
	}
	if !r.asks(s, sp) || idle || r.public && s.link == lAnd && !r.hasOwner(s) {
		if idle && len(sp.owners) == 0 && r.word(r.at(s.pred.at-1, s.lo, s.hi), "ध्यान") { // सभी एमओआईसी ध्यान दें: ...
			if o := r.pick(s.lo, s.hi, func(m *mention) bool { return m.role == rBare }); len(o) > 0 {
				sp.on, sp.kind, sp.owners = true, gSay, o
			}
		}
		public := idle && r.publicSubject(s)
		r.public = r.public && s.link == lAnd || public
		r.ctx.advice = r.ctx.advice || public && !sp.on
		return
	}
	c.resumed = sp.on && sp.bare
	if sp.on && len(sp.owners) > 0 {
		c.owners, c.spoken = sp.owners, true
	}
	if r.preface(s) {
		return
	}
	if r.follows(s) || r.amends(s) || r.either(s) {
		last := &r.cands[len(r.cands)-1]
		last.hi = s.hi
		return
	}
	r.add(s, c)
}

// follows tells whether a clause adds nothing of its own to the one before:
// सूची बनाएं और उसे प्रदर्शित करें; स्वयं सुनें और सात दिवस में करें.
func (r *reader) follows(s *segment) bool {
	if len(r.cands) == 0 || s.link != lAnd || r.cands[len(r.cands)-1].hi > s.lo {
		return false
	}
	if s.lo-r.cands[len(r.cands)-1].hi > 2 || r.sanctionIn(s.lo, s.hi) != NoSanction {
		return false
	}
	return r.thin(s.lo, s.pred.at)
}

// amends tells whether a clause says how a ban on pendency is to be kept:
// पुराने परिवाद शेष न रहें, उपखण्ड अधिकारी इनकी समीक्षा करें.
func (r *reader) amends(s *segment) bool {
	if len(r.cands) == 0 || s.link != lAnd || r.toks[s.lo-1].kind != kComma {
		return false
	}
	last := &r.cands[len(r.cands)-1]
	if !last.pred.not || last.gov.kind != gNone || r.owners(last.lo, last.hi) != 0 && len(r.subject(last)) != 0 {
		return false
	}
	for k := s.lo; k < s.pred.at; k++ {
		if t := &r.toks[k]; t.is(tPro) && t.kw != kwThis {
			return true
		}
	}
	return false
}

// thin tells whether toks[lo:head) bring no new matter: they begin with उसे,
// or hold nothing but times and small words.
func (r *reader) thin(lo, head int) bool {
	if lo >= head {
		return true
	}
	if t := &r.toks[lo]; r.raw(t) == "वे" || r.raw(t) == "वह" {
		lo++
	}
	switch t := r.at(lo, 0, head); r.raw(t) {
	case "उसे", "इसे", "उन्हें", "इन्हें", "उनको", "उसको", "them", "it":
		return len(r.mentionsIn(lo, head)) == 0
	case "अन्य":
		return r.has(lo, head, kwAct)
	}
	for k := lo; k < head; k++ {
		t := &r.toks[k]
		if t.kind == kNum || t.is(tNumber|tUnit|tLate|tOften|tLoc|tSe|tGen|tTak|tPro|tRoot|tNot|tWeekday|tMonth|tClock) || t.kw != 0 && t.kw != kwReport && t.kw != kwExplain && t.kw != kwAct && t.kw != kwReview && t.kw != kwMeeting && t.kw != kwNotice && t.kw != kwWork {
			continue
		}
		return false
	}
	return true
}

func (r *reader) mentionsIn(lo, hi int) []mention {
	var out []mention
	for _, m := range r.posts {
		if m.lo >= lo && m.hi <= hi {
			out = append(out, m)
		}
	}
	return out
}

func (r *reader) has(lo, hi int, k kw) bool {
	for ; lo < hi; lo++ {
		if r.toks[lo].kw == k {
			return true
		}
	}
	return false
}

func (r *reader) hasTag(lo, hi int, t tag) bool {
	for ; lo < hi; lo++ {
		if r.toks[lo].is(t) {
			return true
		}
	}
	return false
}

func (r *reader) hasNumber(lo, hi int) bool {
	for ; lo < hi; lo++ {
		if r.toks[lo].kind == kNum && r.toks[lo].tag == 0 || r.toks[lo].is(tNumber) && r.toks[lo].val >= 3 {
			return true
		}
	}
	return false
}

// add enters a candidate.
func (r *reader) add(s *segment, c candidate) {
	if c.main < c.lo {
		c.main = c.lo
	}
	if s.main > c.main && s.main < c.hi {
		c.main = s.main
	}
	if c.pred.end == 0 {
		c.pred = s.pred
	}
	c.cond = c.cond || s.cond
	c.text = c.lo
	r.cands = append(r.cands, c)
}
