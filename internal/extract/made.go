package extract

import (
	"strings"

	"github.com/anupalan/anupalan/internal/i18n"
)

// made reads a name that is not in the table but made of known parts:
// कार्यपालक अभियंता + topic, जिला + topic + अधिकारी, सहायक निदेशक + topic.
func (r *reader) made(i, lo, hi int) (mention, bool) {
	if pre, end := r.rank(i, lo, hi); pre != "" {
		m := mention{lo: i, hi: end, key: pre, known: true}
		if key, at, ok := r.topicAfter(end, lo, hi); ok {
			m.key, m.hi = pre+"_"+engineering(pre, key), at
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
		if t.is(tPost) && !r.officer(t) && r.officerKey(t) == "_officer" || k > i+1 && r.toks[k-1].is(tPost) {
			return mention{}, false
		}
		if k > i+1 && (r.officer(t) || r.officerKey(t) != "_officer") {
			return mention{lo: i, hi: k + 1, key: level + "_" + r.render(i+1, k) + r.officerKey(t), many: level == "block", all: level == "block"}, true
		}
	}
	return mention{}, false
}

// engineering gives the topic under which engineers are kept: those of water resources are
// irrigation's.
func engineering(rank, topic string) string {
	if topic == "water_resources" && len(rank) == 2 && rank[1] == 'e' {
		return "irrigation"
	}
	return topic
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
	case r.word(t, "समन्वयक"), strings.EqualFold(r.raw(t), "coordinator"):
		return "_coordinator"
	case r.word(t, "प्रबंधक"), strings.EqualFold(r.raw(t), "manager"):
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
	case "अधि.अभि.", "अधि.अभि", "अधि0अभि0", "अधि०अभि०":
		return "ee", i + 1
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
