package extract

import "strings"

// cutOff tells whether a day only bounds a set of things: 15 अप्रैल तक प्राप्त शिकायतें.
func (r *reader) cutOff(x *timex, lo, hi int) bool {
	for k := x.lo; k >= x.lo-1; k-- { // cases received till 28 February
		if t := r.at(k, lo, hi); t.latin && t.is(tTak) && r.received(r.at(k-1, lo, hi)) {
			return true
		}
	}
	t := r.at(x.hi, lo, hi)
	last := r.at(x.hi-1, lo, hi)
	if (x.rank == rankDate || x.rank == rankCounted) && !r.madeVerb(x.hi+1, lo, hi) {
		if last.is(tTak) && (t.is(tGen) || r.received(t)) {
			return true
		}
		if last.is(tKo|tLoc) && (x.rank == rankDate && r.arrived(t) || x.rank == rankDate && t.is(tEvent) && r.at(x.hi+1, lo, hi).is(tGen|tLoc|tFor) || r.word(t, "आयोजित") || r.word(t, "प्रस्तावित") || r.word(t, "हुई") || r.word(t, "निर्धारित") || t.is(tInf) && r.at(x.hi+1, lo, hi).is(tVala)) {
			return true
		}
		if last.kw == kwBefore && t.is(tGen) || (last.is(tLoc|tKo|tTak) && t.kw == kwDone) {
			return true
		}
	}
	for k := x.hi; k < hi && k < x.hi+9; k++ { // ... करने वाले
		w := &r.toks[k]
		if w.kind == kComma || w.is(tKo) {
			break
		}
		if w.is(tVala) && k > lo && r.toks[k-1].is(tInf) && (x.kind != Recurring || k <= x.hi+3 || r.at(k-2, lo, hi).is(tNot)) { // माह में एक प्रसव न कराने वाली
			return true
		}
	}
	return x.kind != Recurring && r.scheduled(x.lo, lo)
}

// scheduled tells whether a day is that of something else, which an English
// clause behind its noun names: the games, which will be held from 25 August;
// the camp scheduled on 5 March.
func (r *reader) scheduled(at, lo int) bool {
	for k := at - 1; k >= lo && k > at-7; k-- {
		t := &r.toks[k]
		switch {
		case t.kind != kWord || !t.latin:
			return false
		case k == at-1 && (r.word(t, "scheduled") || r.word(t, "starting") || r.word(t, "commencing") || r.word(t, "beginning") || r.word(t, "slated")):
			return true
		case r.word(t, "which") && k > lo && r.toks[k-1].kind == kComma:
			return true
		}
	}
	return false
}

// madeVerb tells whether करना or होना at k makes a verb of the word before it: जारी करें.
func (r *reader) madeVerb(k, lo, hi int) bool {
	t := r.at(k, lo, hi)
	if t.kind != kWord || t.latin || !t.is(tSubj|tFut|tInf|tRoot|tNoun|tPerf) {
		return false
	}
	s := r.raw(t)
	for _, root := range [...]string{"कर", "कि", "की", "हो", "दे", "दि"} {
		if strings.HasPrefix(s, root) {
			return !t.is(tPerf) || !r.at(k+1, lo, hi).is(tGone)
		}
	}
	return false
}

// arrived tells whether a word says that something came in on a day.
func (r *reader) arrived(t *token) bool {
	switch r.raw(t) {
	case "प्राप्त", "मिले", "मिली", "आए", "आई", "दर्ज", "जन्मे":
		return t.kind == kWord
	}
	return false
}

func (r *reader) received(t *token) bool {
	switch r.raw(t) {
	case "प्राप्त", "लंबित", "लम्बित", "दर्ज", "स्वीकृत", "आए", "आये", "आई", "मिले", "मिली", "पंजीकृत", "जारी", "निष्पादित", "received", "pending", "registered", "बकाया", "जन्मे", "नहीं":
		return t.kind == kWord
	}
	return false
}
