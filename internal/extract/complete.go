package extract

import "strings"

// A post may be named in short once it is clear which is meant: अधीक्षण अभियंता in a paragraph
// about the जलदाय विभाग, सहायक आयुक्त below the heading of the tribal department.

// shortRanks are the names of posts that say no topic, with the front of their full key.
var shortRanks = map[string]string{"executive_engineer": "ee", "superintending_engineer": "se", "assistant_engineer": "ae", "junior_engineer": "je"}

// works are the topics that engineers are of.
const works = ` pwd phed irrigation minor_irrigation electricity jal_nigam jal_sansthan rwd red laeo building bridge nh flood pmgsy police_housing zp piu nagar_nigam `

// complete gives posts named in short the topic that the text has named before.
func (r *reader) complete() {
	for i := range r.posts {
		m := &r.posts[i]
		if pre := shortRanks[m.key]; pre != "" && !r.at(m.lo-1, 0, len(r.toks)).is(tVala) {
			if t := r.workTopic(); t != "" {
				m.key = pre + "_" + t
			}
			continue
		}
		switch {
		case m.key == "assistant_commissioner" && (r.tribal || r.headTopic() == "tribal"):
			m.key = "tribal_assistant_commissioner"
		case m.key == "supervisor" && r.icds:
			m.key = "lady_supervisor"
		case m.key == "cdpo" || m.key == "aww":
			r.icds = true
		case m.key == "tribal_assistant_commissioner":
			r.tribal = true
		case len(m.key) > 3 && m.key[2] == '_' && contains(works, m.key[3:]):
			r.ctx.topic = m.key[3:]
		case strings.HasSuffix(m.key, "_dept") && contains(works, strings.TrimSuffix(m.key, "_dept")):
			r.ctx.topic = strings.TrimSuffix(m.key, "_dept")
		}
	}
}

// workTopic gives the topic an engineer is of: that of the heading, or the last one named.
func (r *reader) workTopic() string {
	if t := r.headTopic(); contains(works, t) {
		return t
	}
	return r.ctx.topic
}

// headTopic gives the topic of the department that the heading names.
func (r *reader) headTopic() string {
	for _, list := range [][]Owner{r.ctx.head, r.ctx.weak} {
		if len(list) > 0 && strings.HasSuffix(list[0].Key, "_dept") {
			return strings.TrimSuffix(list[0].Key, "_dept")
		}
	}
	return ""
}

// sharesDept finds whether toks[k:] go on with more topics that end in one विभाग:
// परिवहन, पुलिस और खनिज विभाग, and gives the token after it, or 0.
func (r *reader) sharesDept(k, hi int) int {
	for n := 0; n < 4; n++ {
		if t := r.at(k, 0, hi); t.kind != kComma && !t.is(tAnd) {
			return 0
		}
		for k < hi && (r.toks[k].kind == kComma || r.toks[k].is(tAnd)) {
			k++
		}
		if k >= hi || r.toks[k].id == 0 || !r.lex.nouns[r.toks[k].id].starts {
			return 0
		}
		leaf, end := r.phrase(k, hi)
		if e := &r.lex.entries[leaf]; leaf == 0 || !e.topic && e.key != "police" {
			return 0
		}
		if t := r.at(end, 0, hi); t.kw == kwDept {
			return end + 1
		}
		k = end
	}
	return 0
}
