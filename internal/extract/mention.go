package extract

import (
	"strings"

	"github.com/anupalan/anupalan/internal/i18n"
)

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
		next := m.hi
		r.widen(&m, lo, hi)
		r.posts = append(r.posts, m)
		i = max(next, m.hi, i+1)
	}
	for i := len(r.posts) - 1; i >= 0; i-- {
		r.setRole(i, hi)
	}
	return r.posts
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
	if w := r.raw(&r.toks[end-1]); e.key == "dm" && end-i == 2 && (strings.HasSuffix(w, "ों") || i > lo && r.toks[i-1].is(tAll)) {
		return mention{lo: i, hi: end, key: "all_officers", all: true, generic: true, known: true}, true
	}
	if next.kw == kwSheet || next.kw == kwBranch || r.office(next) || r.word(next, "स्तरीय") {
		return mention{}, false
	}
	return mention{lo: i, hi: end, key: e.key, many: e.many, all: e.many, known: true}, true
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
	case t.kw == kwDept:
		m.hi, m.key = k+1, e.key+"_dept"
		if o := r.at(k+1, lo, hi); o.tag&tGen != 0 && r.officer(r.at(k+2, lo, hi)) {
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
	return mention{hi: end, key: pre + "_" + e.key, known: true}, true
}

func (r *reader) officer(t *token) bool {
	return t.kind == kWord && t.id != 0 && (t.id == r.ids.officer || t.id == r.ids.padadhikari || t.kw == kwOfficer)
}

// word tells whether t is the given word by its stem.
func (r *reader) word(t *token, s string) bool {
	if t.kind != kWord {
		return false
	}
	w := r.raw(t)
	if root, ok := strings.CutSuffix(s, "ी"); ok && len(w) > len(s) && strings.HasPrefix(w, root+"ि") { // कर्मचारी, कर्मचारियों
		return len(w) <= len(s)+12
	}
	return w == s || len(w) > len(s) && w[:len(s)] == s && len(w) <= len(s)+12
}

// made reads a name that is not in the table but made of known parts:
// कार्यपालक अभियंता + topic, जिला + topic + अधिकारी, सहायक निदेशक + topic.
func (r *reader) made(i, lo, hi int) (mention, bool) {
	if pre, end := r.rank(i, lo, hi); pre != "" {
		m := mention{lo: i, hi: end, key: pre, known: true}
		if key, at, ok := r.topicAfter(end, lo, hi); ok {
			m.key, m.hi = pre+"_"+key, at
			return m, true
		}
		if pre == "ee" || pre == "se" || pre == "ae" || pre == "je" {
			m.key = map[string]string{"ee": "executive_engineer", "se": "superintending_engineer", "ae": "assistant_engineer", "je": "junior_engineer"}[pre]
			m.many, m.all = true, pre == "je"
			return m, true
		}
		return mention{}, false
	}
	if m, ok := r.director(i, lo, hi); ok {
		return m, true
	}
	level := r.level(&r.toks[i])
	if level == "" {
		return mention{}, false
	}
	for k := i + 1; k < hi && k <= i+6; k++ {
		t := &r.toks[k]
		if t.kind != kWord || t.is(tGen|tKo|tNe|tSe|tLoc|tAll) || t.kw == kwLevel || r.word(t, "स्तरीय") {
			return mention{}, false
		}
		if t.is(tPost) && !r.officer(t) && !r.word(t, "समन्वयक") && !r.word(t, "प्रबंधक") || k > i+1 && r.toks[k-1].is(tPost) {
			return mention{}, false
		}
		if k > i+1 && (r.officer(t) || r.word(t, "समन्वयक") || r.word(t, "प्रबंधक")) {
			return mention{lo: i, hi: k + 1, key: level + "_" + r.render(i+1, k) + r.officerKey(t), many: level == "block", all: level == "block"}, true
		}
	}
	return mention{}, false
}

// director reads a name with the topic in the middle: संयुक्त कृषि निदेशक.
func (r *reader) director(i, lo, hi int) (mention, bool) {
	pre := map[string]string{"उप": "dd", "संयुक्त": "jd", "सहायक": "ad", "अपर": "additional_director"}[r.raw(&r.toks[i])]
	if pre == "" {
		return mention{}, false
	}
	if n := r.at(i+1, lo, hi); pre == "additional_director" && (r.word(n, "निदेशक") || r.word(n, "संचालक")) {
		if key, at, ok := r.topicAfter(i+2, lo, hi); ok {
			return mention{lo: i, hi: at, key: pre + "_" + key, known: true}, true
		}
	}
	key, at, ok := r.topicAfter(i+1, lo, hi)
	if t := r.at(at, lo, hi); ok && (r.word(t, "निदेशक") || r.word(t, "संचालक")) {
		return mention{lo: i, hi: at + 1, key: pre + "_" + key, known: true}, true
	}
	return mention{}, false
}

func (r *reader) officerKey(t *token) string {
	switch {
	case r.word(t, "समन्वयक"):
		return "_coordinator"
	case r.word(t, "प्रबंधक"):
		return "_manager"
	}
	return "_officer"
}

// level gives the key of a tier of the administration that begins a name.
func (r *reader) level(t *token) string {
	switch r.raw(t) {
	case "जिला", "ज़िला", "District", "district":
		return "district"
	case "प्रखंड", "प्रखण्ड", "खंड", "खण्ड", "ब्लॉक", "विकासखंड", "विकासखण्ड", "Block", "block":
		return "block"
	case "अनुमंडल", "अनुमंडलीय":
		return "subdivision"
	}
	return ""
}

// rank reads the first part of a name that a topic follows or stands before.
func (r *reader) rank(i, lo, hi int) (string, int) {
	if i >= hi || r.toks[i].kind != kWord {
		return "", 0
	}
	a := r.raw(&r.toks[i])
	b := r.at(i+1, lo, hi)
	engineer := r.word(b, "अभियंता") || r.word(b, "अभियन्ता") || r.word(b, "यंत्री") || r.word(b, "engineer") || r.word(b, "Engineer") || r.word(b, "इंजीनियर")
	director := r.word(b, "निदेशक") || r.word(b, "संचालक") || r.word(b, "director") || r.word(b, "Director")
	switch a {
	case "अधिशासी", "अधिशाषी", "कार्यपालक", "कार्यपालन", "कार्यकारी", "कार्यपालिक", "Executive", "executive", "एक्जीक्यूटिव":
		if engineer {
			return "ee", i + 2
		}
	case "अधीक्षण", "Superintending", "superintending":
		if engineer {
			return "se", i + 2
		}
	case "सहायक", "Assistant", "assistant":
		if engineer {
			return "ae", i + 2
		}
		if director {
			return "ad", i + 2
		}
	case "कनीय", "अवर", "कनिष्ठ", "Junior", "junior":
		if engineer {
			return "je", i + 2
		}
	case "उप", "Deputy", "deputy":
		if director {
			return "dd", i + 2
		}
	case "संयुक्त", "Joint", "joint":
		if director {
			return "jd", i + 2
		}
	case "उपनिदेशक", "उपसंचालक":
		return "dd", i + 1
	case "EE", "XEN", "SE", "AE", "JE":
		return map[string]string{"EE": "ee", "XEN": "ee", "SE": "se", "AE": "ae", "JE": "je"}[a], i + 1
	case "एक्सईएन", "अधिशासीअभियंता", "एक्सइएन", "ईई":
		return "ee", i + 1
	case "एसई":
		return "se", i + 1
	case "एईएन", "एई":
		return "ae", i + 1
	case "उपयंत्री", "जेई", "जेईएन":
		return "je", i + 1
	case "महाप्रबंधक":
		return "gm", i + 1
	case "डीपीएम", "DPM":
		return "dpm", i + 1
	}
	return "", 0
}

// topicAfter reads the topic behind a rank, past a comma, dash, bracket or के.
func (r *reader) topicAfter(k, lo, hi int) (string, int, bool) {
	open := false
	for n := 0; k < hi && n < 2; n++ {
		t := &r.toks[k]
		if t.kind == kComma || t.kind == kDash || t.kind == kOpen {
			open = open || t.kind == kOpen
			k++
			continue
		}
		break
	}
	if t := r.at(k, lo, hi); t.kind == kWord && t.id == 0 && t.tag == 0 && r.at(k+1, lo, hi).id != 0 { // जोधपुर डिस्कॉम
		k++
	}
	if k >= hi || r.toks[k].id == 0 || !r.lex.nouns[r.toks[k].id].starts {
		return "", 0, false
	}
	leaf, end := r.phrase(k, hi)
	key, section := strings.CutPrefix(r.lex.entries[leaf].key, "ee_") // a खंड stands for its engineer
	if leaf == 0 || !r.lex.entries[leaf].topic && !section {
		return "", 0, false
	}
	if t := r.at(end, lo, hi); t.kw == kwDept || r.word(t, "खंड") || r.word(t, "खण्ड") || r.word(t, "प्रमंडल") || r.word(t, "संभाग") || r.word(t, "Division") || r.word(t, "division") {
		end++
	}
	if open && end < hi && r.toks[end].kind == kClose {
		end++
	}
	return key, end, true
}

// render makes a key of the words between two parts of a name.
func (r *reader) render(lo, hi int) string {
	if lo < hi && r.toks[lo].id != 0 && r.lex.nouns[r.toks[lo].id].starts {
		if leaf, end := r.phrase(lo, hi); leaf != 0 && end == hi && r.lex.entries[leaf].topic {
			return r.lex.entries[leaf].key
		}
	}
	return slug(i18n.Latin(r.text[r.toks[lo].start:r.toks[hi-1].end]))
}
