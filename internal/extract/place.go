package extract

import "strings"

// placed tells whether toks[k] is the place of the short title right before it: बीडीओ अमनौर
// शुक्रवार तक सूची दें; एसडीओ सदर. Where the clause has nothing else to act on, as in बीडीओ
// राशि शुक्रवार तक दें, the word is what is to be done.
func (r *reader) placed(m *mention, k, lo, hi int) bool {
	t, next := r.at(k, lo, hi), r.at(k+1, lo, hi)
	if t.kind != kWord || t.tag != 0 || t.kw != 0 || m.generic || !m.known || m.hi-m.lo > 3 || r.toks[m.lo].is(tAll) || strings.HasSuffix(r.raw(t), "ों") {
		return false
	}
	if r.raw(t) == "सदर" && !next.is(tGen) {
		return true
	}
	if !m.many || r.startsAt(k) || !r.timely(next) {
		return false
	}
	for j := k + 2; j < hi; j++ {
		x := &r.toks[j]
		if x.kind != kWord {
			continue
		}
		if x.is(tSubj | tFut | tInf | tThat) {
			return false
		}
		if !r.timely(x) && !x.is(tNumber|tUnit|tTak|tLoc|tSe|tGen|tAnd|tAll|tFor|tPro) && x.kw != kwWithin && x.kw != kwBefore && x.kw != kwEnd && !r.marks(r.at(j+1, lo, hi)) {
			return true
		}
	}
	return false
}

// timely tells whether a token can open the time of an act.
func (r *reader) timely(t *token) bool {
	return t.kind == kNum || t.kind == kDay || t.is(tWeekday|tMonth|tLate|tOften|tClock|tNumber) || t.kw == kwToday || t.kw == kwTomorrow || t.kw == kwNext || t.kw == kwThis && t.kind == kWord
}

// rural tells whether the text is of villages' councils, whose secretaries it then means.
func (r *reader) rural() bool {
	return strings.Contains(r.text, "जनपद पंचायत") || strings.Contains(r.text, "ग्राम पंचायत") || strings.Contains(r.text, "पंचायत सचिव") || strings.Contains(r.text, "पंचायत समिति")
}
