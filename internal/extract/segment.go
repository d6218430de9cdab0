package extract

import "strings"

type linkKind uint8

const (
	lNone  linkKind = iota // first in the sentence
	lAnd                   // और, comma
	lThat                  // कि
	lThen                  // तो
	lAim                   // ताकि, जिससे
	lDash                  // — or a colon
	lOther                 // nothing in between
)

// segment is a clause that ends in its verb group.
type segment struct {
	lo, hi int // tokens, the joining word left out
	pred   predicate
	link   linkKind // to what stands before
	gov    governor
	rel    bool // a relative clause stands in front and belongs to it
	cond   bool // a condition stands in front
	aim    bool // says what for
	main   int  // where the main clause begins, after a relative or condition
}

// govKind says what kind of word makes a clause a directive or a report.
type govKind uint8

const (
	gNone   govKind = iota
	gOrder          // निर्देश दिए, निर्देशित किया
	gSay            // कहा
	gSeek           // मांगी गई
	gDuty           // जिम्मेदारी दी
	gGoal           // लक्ष्य दिया
	gDecide         // निर्णय लिया
	gWord           // बात कही, बल दिया
	gTell           // बताया
	gAsk            // अपील की
	gWarn           // चेताया
)

// governor is the directing or reporting word of a clause.
type governor struct {
	kind govKind
	at   int // token
}

// segments cuts a sentence into clauses and joins relative clauses and
// conditions to the clause they belong to.
func (r *reader) segments(lo, hi int) []segment {
	preds := r.predicates(lo, hi)
	r.segs = r.segs[:0]
	start, link := r.skipLinks(lo, hi, lNone)
	held := segment{main: -1} // a relative clause or condition waiting for its clause
	for _, p := range preds {
		if p.end <= start || p.at < start-1 {
			continue
		}
		s := segment{lo: start, hi: p.end, pred: p, link: link, main: start}
		s.gov = r.governor(s.lo, p)
		s.aim = link == lAim || r.toks[start].is(tAim)
		start, link = r.skipLinks(p.end, hi, lOther)
		if held.main >= 0 {
			s.lo, s.link, s.rel, s.cond, s.aim = held.lo, held.link, s.rel || held.rel, s.cond || held.cond, held.aim
			held.main = -1
		}
		if start < hi && s.gov.kind == gNone {
			if rel, cond := r.dependent(&s, link); rel || cond {
				held = s
				held.rel, held.cond = rel || s.rel, cond || s.cond
				continue
			}
		}
		r.segs = append(r.segs, s)
	}
	if start < hi || held.main >= 0 {
		s := segment{lo: start, hi: hi, pred: predicate{at: hi, end: hi, kind: pNone}, link: link, main: start}
		if held.main >= 0 {
			s.lo = held.lo
		}
		r.segs = append(r.segs, s)
	}
	r.spreadAims()
	return r.segs
}

// spreadAims marks what is joined by और to a clause of purpose.
func (r *reader) spreadAims() {
	for i := 1; i < len(r.segs); i++ {
		s, before := &r.segs[i], &r.segs[i-1]
		if before.aim && s.link == lAnd && s.gov.kind == gNone && r.owners(s.lo, s.hi) == 0 {
			s.aim = true
		}
	}
}

// owners counts the posts named in a stretch.
func (r *reader) owners(lo, hi int) int {
	n := 0
	for i := range r.posts {
		if m := &r.posts[i]; m.lo >= lo && m.hi <= hi {
			n++
		}
	}
	return n
}

// dependent tells whether a clause is a relative clause or a condition of the next.
func (r *reader) dependent(s *segment, next linkKind) (rel, cond bool) {
	if next == lThen {
		return false, true
	}
	if s.pred.kind == pSubj && next == lAnd && !r.weak(s) {
		return false, false
	}
	for k := s.main; k < s.hi && k < s.main+10; k++ {
		t := &r.toks[k]
		if t.is(tIf) {
			return false, true
		}
		if t.is(tRel) && !t.latin {
			if k == s.main && strings.HasSuffix(r.raw(t), "में") {
				return false, false // बैठक हुई, जिसमें ...
			}
			return next != lAim && !r.correlated(s, k), false
		}
	}
	return false, false
}

// correlated tells whether the clause that a relative one belongs to has ended already: जिन
// दुकानों पर ताला मिला उनकी सूची दें.
func (r *reader) correlated(s *segment, rel int) bool {
	if s.pred.kind != pSubj && s.pred.kind != pPassSubj {
		return false
	}
	for k := rel + 2; k < s.pred.at; k++ {
		if t := &r.toks[k]; t.is(tPro) && t.kw != kwThis {
			return true
		}
	}
	return false
}

// weak tells whether the verb of a clause is a bare हो or रहे.
func (r *reader) weak(s *segment) bool {
	t := &r.toks[s.pred.end-1]
	return t.end-t.start <= 9
}

// skipLinks steps over what joins two clauses and says what it was.
func (r *reader) skipLinks(i, hi int, link linkKind) (int, linkKind) {
	for ; i < hi; i++ {
		t := &r.toks[i]
		switch {
		case t.kind == kComma || t.kind == kQuote || t.kind == kClose || t.kind == kStop || t.kind == kOther || t.kind == kTab || t.kind == kPipe || t.kind == kSlash:
			if link == lOther && t.kind == kComma {
				link = lAnd
			}
		case t.kind == kDash || t.kind == kColon:
			if link != lThat {
				link = lDash
			}
		case t.kind == kWord && t.is(tThat):
			link = lThat
		case t.kind == kWord && t.is(tAnd):
			link = lAnd
		case t.kind == kWord && t.is(tThen):
			link = lThen
		case t.kind == kWord && t.is(tAim):
			return i, lAim
		case t.kw == kwKi && link == lOther && i > 0 && r.toks[i-1].is(tSay|tTell): // कहा की for कहा कि
			link = lThat
		default:
			return i, link
		}
	}
	return i, link
}

// governor finds the word that directs or reports in the clause whose verb is p.
func (r *reader) governor(lo int, p predicate) governor {
	if p.kind == pSubj || p.kind == pName || p.kind == pWould {
		return governor{}
	}
	v := &r.toks[p.at]
	for k := p.end - 1; k >= lo && k > p.end-40; k-- {
		t := &r.toks[k]
		if t.kind != kWord || t.latin {
			continue
		}
		if g := r.governs(k, lo, p, v); g != gNone {
			return governor{kind: g, at: k}
		}
	}
	return governor{}
}

// governs says what toks[k] is to the verb group p, whose first word is v.
func (r *reader) governs(k, lo int, p predicate, v *token) govKind {
	t, next := &r.toks[k], r.at(k+1, lo, p.end)
	inVerb := k >= p.at-1
	future := p.kind == pFut || p.kind == pPassFut
	switch {
	case t.is(tOrdered) && k >= p.at-3 && !future:
		return gOrder
	case t.is(tOrder) && (k+1 == p.at || !next.is(tGen|tLoc|tSe|tKo|tFor|tBy|tTak)) && p.kind != pFut:
		if p.kind == pPassSubj && (k < p.at-2 || !v.is(tGive)) {
			return gNone // अंतिम आदेश पारित कर सूची भेजी जाए
		}
		if k == p.at || v.is(tGive|tPerf|tImpf) || p.kind == pTurn || v.is(tBe) {
			return gOrder
		}
	case r.word(t, "अपेक्षा") && k == p.at-1 && !future:
		return gOrder
	case t.is(tSay) && inVerb && !future:
		if k > lo && r.toks[k-1].kw == kwWord {
			return gWord
		}
		return gSay
	case t.is(tSeek) && inVerb && !future:
		return gSeek
	case t.is(tTell) && inVerb && !future:
		return gTell
	case t.is(tWarn) && !future:
		return gWarn
	case t.is(tDuty) && !next.is(tLoc|tSe|tKo|tGen):
		return gDuty
	case t.is(tGoal) && !next.is(tGen|tLoc|tSe|tKo) && !future && k >= p.at-6 && (v.is(tPerf) || v.is(tGive)) && !r.word(v, "हुआ") && !r.word(v, "हुई"):
		return gGoal
	case t.is(tDecision) && !next.is(tGen|tLoc|tSe|tKo) && v.is(tGive|tPerf):
		return gDecide
	case t.kw == kwStress && v.is(tGive) && k > lo && r.toks[k-1].is(tLoc):
		return gWord
	case t.kw == kwWord && k >= p.at-7 && !future && r.raised(p):
		return gWord
	case r.word(t, "मांग") && k == p.at-1 && !future && t.kw == 0 && r.sanctionIn(lo, p.end) == NoSanction:
		if r.has(lo, k, kwReport) {
			return gSeek
		}
		return gAsk
	case t.is(tAsk) && !future && r.officerAsked(k, p.end):
		return gOrder
	case t.is(tAsk) && k >= p.at-3:
		if !future && r.officerAsked(lo, p.end) {
			return gOrder
		}
		return gAsk
	case r.word(t, "लेख") && k == p.at-1 && v.is(tBe):
		return gOrder
	}
	return gNone
}

// officerAsked tells whether a request goes to a post, not to the public: पुलिस अधीक्षक से
// अनुरोध किया गया.
func (r *reader) officerAsked(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if r.toks[k].is(tPublic|tTitle) && r.at(k+1, lo, hi).is(tSe|tKo) && !r.isPost(k) {
			return false
		}
	}
	for i := range r.posts {
		if m := &r.posts[i]; m.lo >= lo && m.hi <= hi && (m.role == rSe || m.role == rKo) {
			return true
		}
	}
	return false
}

// raised tells whether the verb is उठाई or रखी, which with बात asks for something.
func (r *reader) raised(p predicate) bool {
	switch t := &r.toks[p.at]; r.raw(t) {
	case "उठाई", "उठायी", "रखी", "दोहराई", "हुई":
		return true
	}
	return false
}
