package extract

import "strings"

// role is what a named post does in its clause.
type role uint8

const (
	rBare role = iota // no case sign: the subject
	rNe               // ने: who spoke or did
	rKo               // को: who is asked, or who gets
	rSe               // से: of whom it is asked
	rBy               // द्वारा, के स्तर से
	rGen              // का: whose
	rWith             // के साथ, के माध्यम से, के समक्ष
	rLoc              // में, पर
)

// mention is a post named in a sentence.
type mention struct {
	lo, hi  int // tokens, with सभी before it
	post    int // where the post ends, before a person's name
	key     string
	all     bool // सभी, प्रत्येक, or plural of a post held by many
	many    bool // the post is held by many
	concern bool // संबंधित
	generic bool // सभी अधिकारी and the like
	known   bool // its key is from the lexicon
	named   bool // a person's name stands with it
	joined  bool // by a comma or और to the next
	role    role
}

// mentions finds the posts named in toks[lo:hi).
func (r *reader) mentions(lo, hi int) []mention {
	r.posts = r.posts[:0]
	for i := lo; i < hi; {
		m, ok := r.mentionAt(i, lo, hi)
		if !ok {
			i++
			continue
		}
		if r.initials(&m) {
			i = m.hi
			continue
		}
		next := m.hi
		r.widen(&m, lo, hi)
		if m.post == 0 || !m.named {
			m.post = m.hi
		}
		r.posts = append(r.posts, m)
		i = max(next, m.hi, i+1)
	}
	for i := len(r.posts) - 1; i >= 0; i-- {
		r.setRole(i, hi)
	}
	r.complete()
	return r.posts
}

// initials tells whether a short form right behind a post is of a person's
// name, जिला शिक्षा अधिकारी एस.पी. त्रिपाठी, and gives the name to the post.
func (r *reader) initials(m *mention) bool {
	n := len(r.posts)
	if n == 0 || r.posts[n-1].hi != m.lo || m.hi-m.lo != 1 || !strings.Contains(r.raw(&r.toks[m.lo]), ".") {
		return false
	}
	p := &r.posts[n-1]
	for k := m.hi; k < min(len(r.toks), m.hi+3); k++ {
		t := &r.toks[k]
		if t.is(tNe | tKo | tBy | tSe) {
			p.hi, p.named, p.all = k, true, false
			m.hi = k
			return true
		}
		if t.kind != kWord || t.tag != 0 {
			return false
		}
	}
	return false
}

// mentionAt reads a name of a post that begins at toks[i].
func (r *reader) mentionAt(i, lo, hi int) (mention, bool) {
	t := &r.toks[i]
	if t.kind != kWord || t.id == 0 {
		return mention{}, false
	}
	if t.is(tAll) && i+1 < hi { // सभी प्रखंड आपूर्ति पदाधिकारी is no सभी प्रखंड
		if m, ok := r.mentionAt(i+1, lo, hi); ok {
			return m, true
		}
	}
	if r.lex.nouns[t.id].starts {
		if leaf, end := r.phrase(i, hi); leaf != 0 {
			if m, ok := r.named(i, end, lo, hi, &r.lex.entries[leaf]); ok {
				if o, ok := r.made(i, lo, hi); ok && o.hi > m.hi {
					return o, true
				}
				return m, true
			}
		}
	}
	if m, ok := r.made(i, lo, hi); ok {
		return m, true
	}
	return r.generic(i, lo, hi)
}

// named takes a phrase of the lexicon as a post, unless it is a topic or only
// the front of a longer name that is made of it.
func (r *reader) named(i, end, lo, hi int, e *entry) (mention, bool) {
	if e.topic {
		return r.ofTopic(i, end, lo, hi, e)
	}
	next := r.at(end, lo, hi)
	if e.key == "police" && (r.sharesDept(end, hi) > 0 || next.kw == kwDept) {
		if next.kw == kwDept {
			end++
		}
		return mention{lo: i, hi: end, key: "police_dept", known: true}, true
	}
	if e.key == "police" && (r.word(next, "बल") || r.word(next, "बलों")) {
		return mention{}, false
	}
	if w := r.raw(&r.toks[end-1]); e.key == "dm" && end-i == 2 && r.officer(&r.toks[end-1]) && r.toks[end-1].id != r.ids.padadhikari && (strings.HasSuffix(w, "ों") || i > lo && r.toks[i-1].is(tAll)) {
		return mention{lo: i, hi: end, key: "all_officers", all: true, generic: true, known: true}, true
	}
	if m := &r.res.Meeting; e.key == "dm" && end-i == 2 && m.ChairKey == "dm" && r.officer(&r.toks[end-1]) && !strings.HasPrefix(m.Chair, "जिला ") && m.Chair != "" {
		return mention{lo: i, hi: end, key: "all_officers", all: true, generic: true, known: true}, true // a collector's जिला अधिकारी
	}
	if next.kw == kwSheet || next.kw == kwBranch || r.office(next) || r.word(next, "स्तरीय") {
		return mention{}, false
	}
	if r.isBody(e.key) && r.officer(next) {
		end++ // नगर निकाय अधिकारी
	}
	if next.kind == kStop && r.at(end+1, lo, hi).kind == kClose {
		end++
	}
	if r.at(end, lo, hi).kind == kClose && r.unclosed(i, end) { // अपर जिलाधिकारी (वि0/रा0)
		end++
	}
	return mention{lo: i, hi: end, key: e.key, many: e.many, all: e.many, known: true}, true
}

// unclosed tells whether a bracket is open at the end of toks[i:end).
func (r *reader) unclosed(i, end int) bool {
	open := false
	for ; i < end; i++ {
		switch r.toks[i].kind {
		case kOpen:
			open = true
		case kClose:
			open = false
		}
	}
	return open
}

// phrase finds the longest name that begins at toks[i]; of two posts with the
// same name it takes the one of the State that is read.
func (r *reader) phrase(i, hi int) (leaf int32, end int) {
	leaf, node, end := r.lex.phrases.longest(r.toks[:hi], i)
	if r.state == "" || leaf == 0 {
		return leaf, end
	}
	for _, other := range r.lex.phrases.more[node] {
		if e := &r.lex.entries[other]; strings.Contains(e.states, r.state) && !strings.Contains(r.lex.entries[leaf].states, r.state) {
			return other, end
		}
	}
	return leaf, end
}

// office tells whether a word after a post makes of it a place: कार्यालय, कक्ष.
func (r *reader) office(t *token) bool {
	if t.kind != kWord {
		return false
	}
	switch r.raw(t) {
	case "कार्यालय", "कार्यालयों", "कक्ष", "आवास", "चौक", "निवास", "office", "कैंप", "पद", "प्रकोष्ठ", "न्यायालय":
		return true
	}
	return false
}

// ofTopic reads a name made of a topic: शिक्षा विभाग, विधि शाखा, खाद्य अधिकारी.
func (r *reader) ofTopic(i, end, lo, hi int, e *entry) (mention, bool) {
	k := end
	t := r.at(k, lo, hi)
	m := mention{lo: i, key: e.key, known: true}
	switch {
	case t.kw == kwDept && t.latin && r.belongs(k, lo, hi) > 0:
		if post, ok := r.afterDept(r.belongs(k, lo, hi), lo, hi, e); ok {
			post.lo = i
			return post, true
		}
		m.hi, m.key = k+1, e.key+"_dept"
		return m, true
	case r.sharesDept(k, hi) > 0:
		m.hi, m.key = k, e.key+"_dept"
		if end := r.sharesDept(k, hi); r.at(end, lo, hi).is(tGen) {
			if pre, _ := r.rank(end+1, lo, hi); pre != "" { // सिंचाई और लघु सिंचाई विभाग के अधिशासी अभियंता
				m.key = pre + "_" + e.key
			}
		}
		return m, true
	case t.kw == kwDept && r.at(k+1, lo, hi).kw == kwHead:
		return mention{}, false
	case t.kw == kwDept:
		m.hi, m.key = k+1, e.key+"_dept"
		if o := r.at(k+1, lo, hi); o.tag&tGen != 0 && (r.officer(r.at(k+2, lo, hi)) || contains(staff, r.raw(r.at(k+2, lo, hi)))) {
			m.hi = k + 3
		} else if r.officer(o) {
			m.hi = k + 2
		} else if o.tag&tGen != 0 {
			if post, ok := r.afterDept(k+2, lo, hi, e); ok {
				post.lo = i
				return post, true
			}
		}
		return m, true
	case r.belongs(k, lo, hi) > 0 && r.officer(r.at(r.belongs(k, lo, hi), lo, hi)):
		m.hi, m.key = r.belongs(k, lo, hi)+1, e.key+"_dept"
		return m, true
	case r.belongs(k, lo, hi) > 0:
		if post, ok := r.afterDept(r.belongs(k, lo, hi), lo, hi, e); ok {
			post.lo = i
			return post, true
		}
		return mention{}, false
	case t.kw == kwBranch:
		m.hi, m.key = k+1, e.key+"_section"
		if p := r.at(k+1, lo, hi); p.is(tGen) || r.word(p, "प्रभारी") {
			j := k + 1
			for j < hi && (r.toks[j].is(tGen) || r.word(&r.toks[j], "वरीय")) {
				j++
			}
			if r.word(r.at(j, lo, hi), "प्रभारी") {
				m.hi, m.key = j+1, e.key+"_section_incharge"
			}
		}
		return m, true
	case r.officer(t):
		m.hi, m.key = k+1, e.key+"_officer"
		return m, true
	case r.word(t, "अधीक्षक"):
		m.hi, m.key = k+1, e.key+"_superintendent"
		return m, true
	case r.word(t, "निरीक्षक"), r.word(t, "inspector"):
		m.hi, m.key, m.all, m.many = k+1, e.key+"_inspector", true, true
		return m, true
	}
	return mention{}, false
}

// staff are words for those who work in a department.
const staff = ` अभियंता अभियंताओं अभियन्ता अभियन्ताओं इंजीनियर इंजीनियरों कर्मचारी कर्मचारियों कर्मी कर्मियों अमला अमले टीम प्रतिनिधि प्रतिनिधियों अफसर अफसरों `

// belongs gives where a post may begin in विद्युत मंडल के अधीक्षण यंत्री, or 0.
func (r *reader) belongs(k, lo, hi int) int {
	switch t := r.at(k, lo, hi); r.raw(t) {
	case "मंडल", "कंपनी", "निगम", "बोर्ड", "प्रमंडल", "खंड", "खण्ड", "संगठन", "परिषद", "प्राधिकरण":
		k++
	}
	if r.at(k, lo, hi).kw == kwDept {
		k++
	}
	if r.at(k, lo, hi).kind == kQuote && r.word(r.at(k+1, lo, hi), "s") {
		return k + 2
	}
	if r.at(k, lo, hi).is(tGen) {
		return k + 1
	}
	return 0
}

// afterDept reads the post in शिक्षा विभाग के अधीक्षण अभियंता.
func (r *reader) afterDept(k, lo, hi int, e *entry) (mention, bool) {
	pre, end := r.rank(k, lo, hi)
	if pre == "" {
		return mention{}, false
	}
	return mention{hi: end, key: pre + "_" + engineering(pre, e.key), known: true}, true
}

func (r *reader) officer(t *token) bool {
	return t.kind == kWord && t.id != 0 && (t.id == r.ids.officer || t.id == r.ids.padadhikari || t.kw == kwOfficer)
}

// word tells whether t is the given word by its stem.
func (r *reader) word(t *token, s string) bool {
	if t.kind != kWord {
		return false
	}
	if n := int(t.end - t.start); !t.odd && n >= 3 && len(s) >= 3 && (r.text[t.start+2] != s[2] || r.text[t.start] != s[0] || n > len(s)+12) {
		return false // most words differ in their first letter
	}
	w := r.raw(t)
	if root, ok := strings.CutSuffix(s, "ी"); ok && len(w) > len(s) && strings.HasPrefix(w, root+"ि") { // कर्मचारी, कर्मचारियों
		return len(w) <= len(s)+12
	}
	return w == s || len(w) > len(s) && w[:len(s)] == s && len(w) <= len(s)+12
}
