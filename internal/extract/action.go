package extract

import (
	"strings"
	"unicode/utf8"
)

// action says in a short order what is to be done: the clause without its
// owner and who spoke, its verb in the imperative.
func (r *reader) action(c *candidate) string {
	if r.at(c.head, c.lo, c.hi).latin {
		return r.actionEn(c)
	}
	if s := r.measure(c); s != "" {
		return s
	}
	end := c.head
	if c.gov.kind == gNone {
		end = c.pred.at
	} else if end > c.lo && r.toks[end-1].is(tPerf) && r.toks[end].is(tPass|tInf) && strings.HasPrefix(r.shown(&r.toks[end]), "जा") {
		end-- // किए जाने
	}
	var b strings.Builder
	for k := r.shorten(r.begin(c), end); k < end; k++ {
		if m := r.ownerAt(k, c); m != nil {
			k = m.hi - 1
			if n := r.at(m.hi, c.lo, end); n.is(tKo | tBy) {
				k++
			} else if n.is(tGen) && r.at(m.hi+1, c.lo, end).is(tBy) {
				k += 2
			}
			continue
		}
		r.put(&b, k)
	}
	verb := r.order(c, end)
	if verb != "" {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(verb)
	}
	return clip(strings.TrimSpace(b.String()), 200)
}

// shorten moves the beginning of a long order behind its background: past a
// comma, हेतु or अंतर्गत, to where what is left is short enough.
func (r *reader) shorten(lo, end int) int {
	long := func(k int) bool {
		return utf8.RuneCountInString(r.span(k, end).Of(r.text)) > 110
	}
	if end-lo < 16 || !long(lo) {
		return lo
	}
	best := lo
	for k := lo + 1; k < end-3; k++ {
		t := &r.toks[k-1]
		if t.kind != kComma && !t.is(tFor) && t.kw != kwWithin && !r.word(t, "सहित") && !r.word(t, "अलावा") {
			continue
		}
		if best = k; !long(k) {
			return k
		}
	}
	return best
}

// measures say what is done to whom a sanction falls on.
var measures = map[Sanction]string{Explanation: " से स्पष्टीकरण लें", ShowCause: " को कारण बताओ नोटिस दें", ChargeSheet: " को आरोप पत्र दें", SalaryStop: " का वेतन रोकें"}

// measure gives the order of a sanction that falls on its owners.
func (r *reader) measure(c *candidate) string {
	if c.sanction == NoSanction || len(c.owners) == 0 || c.owners[0].lo < c.lo || c.owners[0].lo > r.sanctionAt(c.lo, c.hi) {
		return ""
	}
	var b strings.Builder
	for i := range c.owners {
		m := &c.owners[i]
		switch {
		case i > 0 && i == len(c.owners)-1:
			b.WriteString(" एवं ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(r.span(m.lo, m.post).Of(r.text))
	}
	return clip(b.String(), 160) + measures[c.sanction]
}

// begin steps over who spoke and the words that join a clause to the one before.
func (r *reader) begin(c *candidate) int {
	k := c.text
	for j := k; j < c.head && j < k+12; j++ {
		if r.toks[j].is(tNe) {
			k = j + 1
		}
	}
	for k < c.head {
		t := &r.toks[k]
		if t.is(tAnd|tThat) || t.kind != kWord && t.kind != kNum && t.kind != kDay {
			k++
			continue
		}
		n := r.connective(k, c.head)
		if n == 0 {
			break
		}
		k += n
	}
	return k
}

// connective counts the words at k that only tie a sentence to the one before:
// इसके अलावा, साथ ही, जिसमें, इस पर.
func (r *reader) connective(k, hi int) int {
	n := r.at(k+1, k, hi)
	switch r.shown(&r.toks[k]) {
	case "जिसमें", "जिसमे", "जिस", "अतः", "वहीं", "इसलिए":
		return 1
	case "साथ", "वही":
		if n.kw == kwOnly {
			return 2
		}
	case "इसके", "उसके", "इस":
		if r.word(n, "अलावा") || r.word(n, "अतिरिक्त") || r.word(n, "दौरान") || r.shown(&r.toks[k]) == "इस" && (n.kw == kwOn || n.is(tFor)) {
			return 2
		}
		if n.kw == kwVia && r.at(k+2, k, hi).kw == kwOnly {
			return 3
		}
	}
	return 0
}

// ownerAt gives the owner that begins at toks[k], if it stands as the one asked.
func (r *reader) ownerAt(k int, c *candidate) *mention {
	for i := range c.owners {
		m := &c.owners[i]
		if m.lo == k && m.hi > k && (m.role == rBare || m.role == rKo || m.role == rBy) && c.sanction == NoSanction {
			return m
		}
	}
	return nil
}

// put writes one token, with a space where the text has one.
func (r *reader) put(b *strings.Builder, k int) {
	t := &r.toks[k]
	if k > 0 && b.Len() > 0 {
		if gap := r.text[r.toks[k-1].end:t.start]; gap == "-" || gap == "‑" || gap == "–" { // साफ-सफाई
			b.WriteByte('-')
			b.WriteString(r.text[t.start:t.end])
			return
		}
	}
	if b.Len() > 0 && !(t.glued && t.kind != kWord) && !(t.glued && k > 0 && r.toks[k-1].kind != kWord && r.toks[k-1].kind != kComma) {
		b.WriteByte(' ')
	}
	b.WriteString(r.shown(t))
}

// order gives the verb of a candidate as an order: करने, किया जाए, करेंगे become करें.
func (r *reader) order(c *candidate, end int) string {
	if c.gov.kind == gSeek || c.gov.kind == gGoal && !r.toks[c.head].is(tInf) {
		return r.span(end, c.hi).Of(r.text)
	}
	t := &r.toks[c.head]
	word := r.shown(t)
	if c.gov.kind != gNone {
		switch {
		case end < c.head: // किए जाने
			return r.imperativeOf(r.shown(&r.toks[end]))
		case t.is(tInf):
			return bend(strings.TrimSuffix(strings.TrimSuffix(word, "ने"), "नें"))
		case t.is(tNoun):
			return bend(strings.TrimSuffix(word, "ना"))
		}
		return word + " करें"
	}
	if c.pred.kind == pPassSubj || c.pred.kind == pPassFut || c.pred.kind == pDue {
		return r.imperativeOf(r.shown(&r.toks[c.pred.at]))
	}
	s := r.span(c.pred.at, c.pred.end).Of(r.text)
	if c.pred.kind == pFut {
		for _, e := range []string{"ेंगे", "एंगे", "येंगे", "एंगी", "ेंगी"} {
			if cutted, ok := strings.CutSuffix(s, e); ok {
				return bend(cutted)
			}
		}
	}
	if c.pred.kind == pMust || c.pred.kind == pName {
		first, _, _ := strings.Cut(s, " ")
		return bend(strings.TrimSuffix(strings.TrimSuffix(first, "ना"), "नी"))
	}
	return s
}

// imperativeOf turns a perfect into an order: किया to करें, कराया to कराएं.
func (r *reader) imperativeOf(perf string) string {
	switch perf {
	case "किया", "किए", "किये", "की", "कीं":
		return "करें"
	case "दिया", "दिए", "दिये", "दी":
		return "दें"
	case "लिया", "लिए", "लिये", "ली":
		return "लें"
	}
	for _, e := range []string{"ाया", "ाये", "ाए", "ाई", "ायी"} {
		if root, ok := strings.CutSuffix(perf, e); ok {
			return root + "ाएं"
		}
	}
	for _, e := range []string{"ा", "े", "ी"} {
		if root, ok := strings.CutSuffix(perf, e); ok {
			return root + "ें"
		}
	}
	return perf
}

// bend adds the ending of the polite order to a root.
func bend(root string) string {
	switch {
	case root == "दे", root == "ले":
		return strings.TrimSuffix(root, "े") + "ें"
	case root == "हो":
		return "हों"
	case strings.HasSuffix(root, "ा") || strings.HasSuffix(root, "ो"):
		return root + "एं"
	case root == "":
		return ""
	}
	return root + "ें"
}

func (r *reader) actionEn(c *candidate) string {
	from := c.head
	if from >= c.hi {
		from = c.lo
	}
	if c.gov.kind == gSeek {
		from = c.lo
	}
	s := r.trimmed(from, c.hi)
	if s == "" {
		return ""
	}
	return clip(strings.ToUpper(s[:1])+s[1:], 200)
}
