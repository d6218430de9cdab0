package extract

import "strings"

type predKind uint8

const (
	pStated   predKind = iota // है, किया गया, दिया: says how things are
	pWas                      // था: how they were
	pSubj                     // करें
	pPassSubj                 // किया जाए
	pFut                      // करेंगे
	pPassFut                  // किया जाएगा
	pMust                     // करना होगा, करना है
	pDue                      // किया जाना है
	pWould                    // चाहिए
	pTurn                     // देते हुए after a directing noun: a directing clause in the middle
	pName                     // करना at the end of a list item
	pNone                     // no verb: a heading or tail
)

// predicate is a finite verb group, toks[at:end).
type predicate struct {
	at, end int
	kind    predKind
	not     bool // denied: न, नहीं, मत
}

// predicates finds the finite verb groups of toks[lo:hi).
func (r *reader) predicates(lo, hi int) []predicate {
	r.preds = r.preds[:0]
	depth := 0
	ne := false // ने seen since the last group
	for i := lo; i < hi; i++ {
		t := &r.toks[i]
		switch t.kind {
		case kOpen:
			depth++
			continue
		case kClose:
			depth = max(0, depth-1)
			continue
		}
		if depth > 0 || t.kind != kWord {
			continue
		}
		if t.is(tNe) {
			ne = true
			continue
		}
		p, ok := r.predicateAt(i, lo, hi, ne)
		if !ok {
			continue
		}
		p.not = r.denied(p.at, p.end, lo)
		r.preds = append(r.preds, p)
		i = p.end - 1
		ne = false
	}
	return r.preds
}

// denied tells whether न or नहीं stands in or just before a verb group.
func (r *reader) denied(at, end, lo int) bool {
	for k := max(lo, at-2); k < end; k++ {
		if r.toks[k].is(tNot) {
			return true
		}
	}
	return false
}

const verbal = tInf | tNoun | tSubj | tFut | tPerf | tRoot | tImpf

func (r *reader) predicateAt(i, lo, hi int, ne bool) (predicate, bool) {
	t := &r.toks[i]
	if t.latin {
		return predicate{}, false
	}
	shut := r.shut(i+1, hi) || t.is(tSay) && r.at(i+1, lo, hi).kw == kwKi // कहा की for कहा कि
	prev := r.before(i, lo)
	switch {
	case t.is(tPass) && prev >= 0 && r.toks[prev].is(tPerf):
		return predicate{at: prev, end: i + 1, kind: pPassSubj}, true
	case t.is(tPassFut) && prev >= 0 && r.toks[prev].is(tPerf):
		return predicate{at: prev, end: i + 1, kind: pPassFut}, true
	case t.kw == kwWill && !t.latin:
		return predicate{at: i, end: i + 1, kind: pWould}, true
	case t.is(tFut):
		if prev >= 0 && r.toks[prev].is(tNoun) {
			return predicate{at: prev, end: i + 1, kind: pMust}, true
		}
		return predicate{at: r.complex(i, lo), end: i + 1, kind: pFut}, true
	case t.is(tSubj):
		return r.subjunctive(i, lo, hi, ne, shut)
	case t.is(tImpf) && r.at(i+1, lo, hi).is(tPerf) && prev >= lo && r.turns(prev):
		return predicate{at: i, end: i + 2, kind: pTurn}, true
	case t.is(tBe|tWas) && (shut || t.is(tWas) || r.at(i+1, lo, hi).is(tPro) || prev >= 0 && (strings.HasPrefix(r.raw(&r.toks[prev]), "चाहत") || r.toks[prev].is(tNoun|tInf) && prev == i-1) || r.word(r.at(i+1, lo, hi), "वहां")):
		return r.stated(i, lo, hi)
	case t.is(tPerf) && shut:
		return r.perfect(i, lo, hi, ne)
	case t.is(tOrder) && i+1 == hi && prev >= lo && r.toks[prev].is(tGen): // ... करने के निर्देश
		return predicate{at: i, end: hi, kind: pStated}, true
	case t.is(tNoun) && i+1 == hi:
		return predicate{at: r.complex(i, lo), end: hi, kind: pName}, true
	}
	return predicate{}, false
}

// before gives the word before i, past particles, or -1.
func (r *reader) before(i, lo int) int {
	for k := i - 1; k >= lo && k >= i-3; k-- {
		t := &r.toks[k]
		if t.kind != kWord {
			return -1
		}
		if !t.is(tNot) && t.kw != kwOnly && t.kw != kwAlso {
			return k
		}
	}
	return -1
}

// complex takes the verb that carries the meaning into the group: कर लें.
func (r *reader) complex(i, lo int) int {
	if p := r.before(i, lo); p >= 0 && r.toks[p].is(tRoot) && !r.toks[p].is(tAct) {
		return p
	}
	return i
}

// turns tells whether a directing word stands before a participle: निर्देश देते हुए.
func (r *reader) turns(i int) bool {
	for k := i; k >= 0 && k > i-3; k-- {
		switch t := &r.toks[k]; {
		case t.is(tOrder | tOrdered | tSeek), t.kw == kwExplain, t.kw == kwNotice, t.kw == kwShowCause, t.kw == kwHold, t.kw == kwShow && k > 0 && r.toks[k-1].kw == kwCause, t.kw == kwCharge:
			return true
		}
	}
	return false
}

// subjunctive decides whether करें or करे at i is a finite wish. Of the forms
// that are also a perfect or a root only the place tells: the end of a clause.
func (r *reader) subjunctive(i, lo, hi int, ne, shut bool) (predicate, bool) {
	t, next := &r.toks[i], r.at(i+1, lo, hi)
	p := predicate{at: r.complex(i, lo), end: i + 1, kind: pSubj}
	if t.is(tPass) && !shut && !next.is(tNot) {
		return p, next.kind != kWord || !next.is(verbal|tBe|tWas)
	}
	if w := r.raw(t); (w == "रहे" || w == "रही") && r.denied(i, i+1, lo) {
		return p, shut
	}
	if t.is(tPerf) {
		if r.stands(i, lo) || r.at(i-1, lo, i).is(tOrder) {
			if !shut && r.at(i-1, lo, i).is(tRoot) && next.kind == kWord && !next.is(tBe|tWas) {
				return p, false // गुजर रहे तारों को
			}
			return r.perfect(i, lo, hi, ne)
		}
		if next.is(tGone | tBe | tWas | tPass | tPassFut | tCan | tImpf) {
			return p, false
		}
		if ne && shut || shut && r.tells(i, hi) {
			return r.perfect(i, lo, hi, ne)
		}
		return p, shut
	}
	if t.is(tRoot) || r.single(t) {
		return p, shut
	}
	if w := r.raw(t); w == "मांगें" || w == "जांचें" {
		return p, shut
	}
	return p, shut || !next.is(tGen|tKo|tLoc|tSe|tBe|tWas|tNot)
}

// stands tells whether रहे at i says how things were: उपस्थित रहे, असंतुष्ट रहे.
func (r *reader) stands(i, lo int) bool {
	t := &r.toks[i]
	p := r.at(i-1, lo, i)
	switch r.raw(t) {
	case "मिले", "मिली":
		return p.is(tState)
	case "रहे":
	default:
		return false
	}
	switch r.raw(p) {
	case "गायब", "नदारद", "गैरहाजिर", "फिसड्डी", "पीछे", "आगे", "अव्वल", "कम", "नाराज", "विफल", "असफल":
		return true
	}
	return p.kw == kwPresent || p.is(tState|tImpf|tRoot)
}

// tells tells whether the sentence ends in a plain perfect, so that a form that
// may be a perfect is one too: पहाड़े सुने और चॉकलेट बांटी.
func (r *reader) tells(i, hi int) bool {
	t := &r.toks[hi-1]
	return hi-1 > i && r.at(i+1, i, hi).is(tAnd) && t.kind == kWord && t.is(tPerf) && !t.is(tSubj|tGen|tGive|tSay)
}

// single tells whether a subjunctive is of the singular, whose form other words share.
func (r *reader) single(t *token) bool {
	s := r.raw(t)
	if strings.HasSuffix(s, "इए") || strings.HasSuffix(s, "इये") || strings.HasSuffix(s, "िए") && !t.is(tPerf) {
		return false
	}
	return len(s) < 6 || s[len(s)-3:] != "ं" && s[len(s)-3:] != "ँ"
}

// stated reads है or था with what stands before: किया गया है, करना है.
func (r *reader) stated(i, lo, hi int) (predicate, bool) {
	p := predicate{at: i, end: i + 1, kind: pStated}
	if r.toks[i].is(tWas) {
		p.kind = pWas
	}
	if b := r.before(i, lo); b >= 0 {
		v := &r.toks[b]
		if w := r.raw(v); w == "अनिवार्य" || w == "आवश्यक" || w == "जरूरी" {
			if pp := r.before(b, lo); pp >= 0 && r.toks[pp].is(tNoun) {
				p.at, p.kind = pp, pMust
			}
		} else if v.is(tNoun) || v.is(tInf) && b == i-1 && p.kind == pStated {
			p.at, p.kind = b, pMust
			if pp := r.before(b, lo); pp >= 0 && r.toks[pp].is(tPerf) {
				p.at, p.kind = pp, pDue
			}
		} else if v.is(tPerf | tImpf | tCan) {
			p.at = b
			if pp := r.before(b, lo); pp >= 0 && r.toks[pp].is(tPerf|tRoot) && !r.toks[pp].is(tGen) {
				p.at = pp
			}
		}
	}
	return p, true
}

// perfect decides whether a perfect at the end of a clause is finite.
func (r *reader) perfect(i, lo, hi int, ne bool) (predicate, bool) {
	t := &r.toks[i]
	p := predicate{at: i, end: i + 1, kind: pStated}
	b := r.before(i, lo)
	last := i+1 >= hi
	switch {
	case t.is(tGone) && b >= 0 && r.toks[b].is(tPerf|tRoot):
		p.at = b
		return p, true
	case t.is(tGive|tSay|tSeek|tTell|tWarn) || t.is(tGone):
		return p, true
	case t.is(tGen): // की at the end of a clause is the verb
		return p, true
	case t.kw == kwDone, ne, last:
		return p, true
	}
	return p, strong(r.raw(t))
}

// strong tells whether a perfect is a finite verb more often than a participle.
func strong(s string) bool {
	switch s {
	case "किया", "किए", "किये", "हुआ", "हुई", "हुए", "रहा", "रहे", "रही", "पाया", "पाई", "पाए":
		return true
	}
	return false
}
