package extract

import (
	"strings"

	"github.com/anupalan/anupalan/internal/i18n"
)

// generic reads owners that are no single post: सभी अधिकारी, विभागीय अधिकारी,
// संबंधित विभाग, सभी कार्यालय.
func (r *reader) generic(i, lo, hi int) (mention, bool) {
	t := &r.toks[i]
	switch {
	case t.latin && t.kw == kwConcern && i > lo && r.toks[i-1].kw == kwThe && !r.qualified(i+1, lo, hi):
		return mention{lo: i, hi: i + 1, key: "all_concerned", all: true, generic: true, known: true}, true
	case r.officer(t):
		return r.officers(i, lo, hi)
	case t.kw == kwDept && !t.latin:
		return r.departments(i, lo, hi)
	case t.kw == kwDept:
		return r.departmentsEn(i, lo, hi)
	case (r.word(t, "प्रखंड") || r.word(t, "प्रखण्ड")) && i > lo && r.unit(i, lo, hi):
		return mention{lo: i, hi: i + 1, key: "bdo", known: true}, true
	case r.word(t, "प्रभारी") && i > lo && r.plainNoun(i-1):
		return mention{lo: i - 1, hi: i + 1, key: slug(i18n.Latin(r.raw(&r.toks[i-1]))) + "_incharge", many: true, all: true}, true
	case i > lo && r.headWord(t) && r.plainNoun(i-1) && (r.toks[i-1].id == 0 || !t.is(tPost)) && !r.at(i+1, lo, hi).is(tGen|tPost):
		return mention{lo: i - 1, hi: i + 1, key: slug(i18n.Latin(r.span(i-1, i+1).Of(r.text)))}, true
	case contains(" सचिव सचिवों ", r.raw(t)) && r.rural() && !r.at(i-1, lo, hi).is(tGen) && !r.at(i-1, lo, hi).is(tPost) && !r.at(i+1, lo, hi).is(tGen):
		return mention{lo: i, hi: i + 1, key: "panchayat_secretary", many: true, all: true, known: true}, true
	case r.word(t, "कार्यालय") && r.quantified(i, lo):
		return mention{lo: i, hi: i + 1, key: "all_officers", all: true, generic: true, known: true}, true
	case (r.word(t, "कर्मी") || r.word(t, "कर्मचारी")) && (r.quantified(i, lo) || r.at(i+1, lo, hi).is(tKo) && strings.HasSuffix(r.raw(t), "ों")):
		return mention{lo: i, hi: i + 1, key: "all_officers", all: true, generic: true, known: true}, true
	}
	return mention{}, false
}

// headWord tells whether a word ends the names of posts that no table can list in full.
func (r *reader) headWord(t *token) bool {
	return contains(" संयोजक समन्वयक निरीक्षक पर्यवेक्षक अधीक्षक प्रबंधक सचिव प्रेक्षक यंत्री अभियंता ", r.raw(t))
}

// qualified tells whether a noun follows that the concerned qualifies.
func (r *reader) qualified(k, lo, hi int) bool {
	t := r.at(k, lo, hi)
	return t.kind == kWord && (t.tag == 0 && t.kw == 0 || t.is(tPost) || t.kw == kwDept || r.officer(t))
}

// plainNoun tells whether a word has no part in the grammar.
func (r *reader) plainNoun(k int) bool {
	t := &r.toks[k]
	return t.kind == kWord && t.kw == 0 && t.val == 0 && t.tag&^(tAct|tEvent) == 0 && !r.isPost(k)
}

// unit tells whether प्रखंड stands for who heads it: पिछड़े प्रखंड सुधार लाएं.
func (r *reader) unit(i, lo, hi int) bool {
	p, n := &r.toks[i-1], r.at(i+1, lo, hi)
	if n.is(tKo) {
		return strings.HasSuffix(r.raw(&r.toks[i]), "ों")
	}
	return (p.is(tVala) || r.word(p, "पिछडे") || r.word(p, "खराब")) && n.kind == kWord && !r.marks(n) && n.kw != kwLevel
}

// quantified tells whether सभी or संबंधित stands right before.
func (r *reader) quantified(i, lo int) bool {
	return i > lo && (r.toks[i-1].is(tAll) || r.toks[i-1].kw == kwConcern)
}

func (r *reader) officers(i, lo, hi int) (mention, bool) {
	m := mention{lo: i, hi: i + 1, key: "all_officers", all: true, generic: true, known: true}
	t := &r.toks[i]
	if t.latin {
		return r.officersEn(i, lo, hi)
	}
	k := i - 1
	if n, ok := r.tier(i, lo); ok {
		return n, true
	}
	for ; k >= lo; k-- {
		w := &r.toks[k]
		switch {
		case w.kw == kwConcern:
			m.key = "all_concerned"
		case w.kw == kwLevel, w.is(tAll), w.kw == kwDept, w.is(tGen), r.word(w, "स्तरीय"), r.word(w, "जिला"), r.word(w, "विभिन्न"), r.word(w, "उपस्थित"),
			r.word(w, "अनुमंडल"), r.word(w, "वरीय"), r.word(w, "वरिष्ठ"), r.word(w, "जिले"), r.word(w, "जनपद"), r.word(w, "अन्य"), r.word(w, "अधीनस्थ"), r.word(w, "क्षेत्रीय"), r.word(w, "विभागवार"),
			r.word(w, "सक्षम"), r.word(w, "जिम्मेदार"), r.word(w, "आला"), r.word(w, "मौजूद"), r.word(w, "उच्च"), r.word(w, "संबद्ध"), r.word(w, "नामित"), r.word(w, "मातहत"):
		case r.word(w, "प्रखंड"), r.word(w, "प्रखण्ड"), r.word(w, "ब्लॉक"), r.word(w, "खंड"):
			if r.word(&r.toks[k+1], "स्तरीय") || r.toks[k+1].kw == kwLevel {
				m.key = "block_officers"
			}
		case contains(" उक्त उपरोक्त उपर्युक्त निम्न निम्नांकित निम्नलिखित वैसे ऐसे ", r.raw(w)):
			m.key = "all_concerned"
		case w.is(tRel) && !strings.HasSuffix(r.raw(w), "में"):
			m.key = "all_concerned"
		default:
			return r.unnamed(m, i, k, lo)
		}
		if w.is(tGen) && (k == lo || r.toks[k-1].kw != kwDept && !r.word(&r.toks[k-1], "जिले") && !r.word(&r.toks[k-1], "जनपद")) {
			break
		}
		m.lo = k
	}
	return m, true
}

// tier reads an officer of a numbered level: एल-1 अधिकारी, एल 2 अधिकारी.
func (r *reader) tier(i, lo int) (mention, bool) {
	n := r.at(i-1, lo, i)
	if n.kind != kNum || n.val < 1 || n.val > 5 {
		return mention{}, false
	}
	k := i - 2
	if r.at(k, lo, i).kind == kDash {
		k--
	}
	switch t := r.at(k, lo, i); lower(r.raw(t)) {
	case "एल", "लेवल", "l", "level", "स्तर":
		return mention{lo: k, hi: i + 1, key: "l" + string(rune('0'+int(n.val))) + "_officer", many: true, all: true, known: true}, true
	}
	return mention{}, false
}

// unnamed reads an officer of whom the table does not know: नोडल ..., X अधिकारी.
func (r *reader) unnamed(m mention, i, k, lo int) (mention, bool) {
	w := &r.toks[k]
	if k != i-1 || w.kind != kWord || w.is(tAnd|tNe|tKo|tSe|tLoc|tVala|tInf|tPro|tBe|tWas|tThat|tPerf|tSubj|tFut|tImpf|tNot|tRel|tFor|tBy|tTak|tThen) || w.kw != 0 || w.val != 0 || w.tag&^(tAct|tEvent) != 0 {
		if w.is(tVala | tPerf) {
			m.key = "all_concerned"
		}
		return m, true
	}
	m.lo = k
	m.key = slug(i18n.Latin(r.raw(w))) + "_officer"
	m.generic, m.known, m.all = false, false, false
	return m, true
}

func (r *reader) departments(i, lo, hi int) (mention, bool) {
	m := mention{lo: i, hi: i + 1, key: "all_officers", all: true, generic: true, known: true}
	if i == lo {
		return m, false
	}
	w := &r.toks[i-1]
	next := r.at(i+1, lo, hi)
	switch {
	case w.kw == kwConcern || w.is(tRel) || w.is(tVala):
		m.key = "all_concerned"
	case w.is(tAll) || r.word(w, "विभिन्न"):
	case w.is(tImpf|tPerf) || r.word(w, "रहे"):
		m.key = "all_concerned"
	default:
		return m, false
	}
	if next.is(tGen) && r.officer(r.at(i+2, lo, hi)) {
		m.hi = i + 3
	} else if r.officer(next) {
		m.hi = i + 2
	}
	if m.lo > lo && w.kw == kwConcern {
		m.lo--
	}
	return m, true
}

// widen takes सभी, संबंधित and the like into a mention, and a topic in brackets or a place behind it.
func (r *reader) widen(m *mention, lo, hi int) {
	for m.lo > lo {
		t := &r.toks[m.lo-1]
		switch {
		case t.is(tAll):
			m.all = true
		case t.kw == kwConcern:
			m.concern = true
			m.all = false
		case t.kw == kwThe, r.word(t, "जिला") && m.generic, r.word(t, "शेष"):
		case t.kind == kNum && m.many && m.lo-1 > lo && r.toks[m.lo-2].is(tAll):
		case t.kw == kwOf && m.lo-2 >= lo && r.toks[m.lo-2].is(tAll):
		default:
			goto right
		}
		m.lo--
	}
right:
	if m.generic && m.concern {
		m.key = "all_concerned"
	}
	if n := r.at(m.hi, lo, hi); n.kind == kOpen {
		for k := m.hi + 1; k < hi && k < m.hi+7; k++ {
			if r.toks[k].kind == kClose {
				m.hi = k + 1
				break
			}
		}
	}
	r.after(m, lo, hi)
	r.name(m, lo, hi)
}

// after steps over सभी or समस्त behind a post: उप कोषाधिकारी समस्त को.
func (r *reader) after(m *mention, lo, hi int) {
	if t := r.at(m.hi, lo, hi); t.kw == kwAll && (r.marks(r.at(m.hi+1, lo, hi)) || m.hi+1 >= hi || r.at(m.hi+1, lo, hi).kind != kWord) {
		m.hi++
		m.all = true
	}
}

// name steps over the name of the person or place that stands with a post.
func (r *reader) name(m *mention, lo, hi int) {
	k := m.hi
	m.post = k
	if t := r.at(k, lo, hi); contains(" साहब साहेब सर जी महोदय महोदया sir sahab saheb madam ", lower(r.raw(t))) {
		k++
		m.hi = k
	}
	if t := r.at(k, lo, hi); t.is(tHon) {
		m.named = true
		for k++; k < hi && k < m.hi+6 && r.toks[k].kind == kWord && !r.marks(&r.toks[k]); k++ {
		}
		m.hi = k
		return
	}
	if c := r.at(k, lo, hi); c.kind == kComma { // सिविल सर्जन, भोजपुर को
		p, n := r.at(k+1, lo, hi), r.at(k+2, lo, hi)
		if p.kind == kWord && p.tag == 0 && p.kw == 0 && p.id == 0 && !m.generic && (n.is(tKo) && r.hasTag(lo, hi, tOrder|tOrdered|tSay|tSeek|tDuty) || n.is(tNe|tBy)) {
			m.hi = k + 2
			return
		}
	}
	if r.placed(m, k, lo, hi) {
		m.hi, m.all = k+1, false
		return
	}
	// A place: one unknown word between the post and a case sign, comma or और.
	if t := r.at(k, lo, hi); t.kind == kWord && t.tag == 0 && t.kw == 0 && !t.latin && !m.generic && m.hi-m.lo < 8 {
		n := r.at(k+1, lo, hi)
		if s := r.raw(t); strings.HasSuffix(s, "ों") || n.is(tKo|tSe) && !r.hasTag(lo, hi, tOrder|tOrdered|tSay|tSeek|tDuty|tGoal) && r.sanctionIn(lo, hi) == NoSanction {
			return
		}
		if n.is(tKo|tSe|tNe|tBy) || n.is(tAnd) && r.postFollows(k+2, lo, hi) || n.kind == kComma && r.postFollows(k+2, lo, hi) {
			m.hi = k + 1
			m.all = false
			return
		}
		for j := k + 1; j < min(hi, k+5); j++ {
			x := &r.toks[j]
			if x.is(tNe | tBy) {
				m.hi, m.named, m.all = j, true, false
				return
			}
			if x.kind != kWord || x.tag != 0 || x.kw != 0 {
				return
			}
		}
	}
}

func (r *reader) postFollows(k, lo, hi int) bool {
	if k >= hi || r.toks[k].kind != kWord || r.toks[k].id == 0 {
		return false
	}
	_, ok := r.mentionAt(k, lo, hi)
	return ok
}

// slug makes a key of a Latin name.
func slug(s string) string {
	var b strings.Builder
	for _, c := range strings.ToLower(s) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b.WriteRune(c)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "_"):
			b.WriteByte('_')
		}
	}
	return strings.Trim(b.String(), "_")
}
