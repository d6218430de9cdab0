package extract

import (
	"strings"

	"github.com/anupalan/anupalan/internal/i18n"
)

// emit turns a candidate into a directive with all its fields.
func (r *reader) emit(c *candidate) {
	if !c.bound(len(r.toks)) {
		return
	}
	d := Directive{Sanction: c.sanction, Confidence: 0.9, Subject: r.subjectOf(c)}
	d.Quote = []Span{r.span(c.lo, c.hi)}
	owners := r.toOwners(c.owners)
	generic := len(c.owners) > 0 && c.owners[0].generic
	if len(owners) == 0 {
		var why string
		owners, why = r.carried(c)
		d.doubt(why)
	}
	if len(owners) == 0 {
		d.Keys, d.AllOfKind, generic = []string{"all_concerned"}, true, true
	} else {
		d.setOwners(owners)
	}
	for _, o := range c.owners {
		if !o.known {
			d.doubt("post_unknown")
			break
		}
	}
	d.Deadline = r.deadline(c, &d)
	r.pointsBack(c, &d)
	d.Target = r.target(c)
	d.Action = r.action(c)
	r.judge(c, &d)
	if r.repeated(c, &d) {
		return
	}
	r.res.Directives = append(r.res.Directives, d)
	r.remember(c.lo, c.hi, d.Owners, generic, c.sanction != NoSanction)
	r.ctx.subject = len(c.owners) > 0 && !c.owners[0].generic && (c.owners[0].role == rBare || c.spoken) && c.gov.kind == gNone || len(c.owners) == 0 && r.ctx.subject
	r.ctx.spoken = c.spoken || c.gov.kind == gSay || c.gov.kind == gOrder
}

// pointsBack takes in the sentence before, where a clause only says that
// action is to be taken on it: इसके लिए सभी पदाधिकारियों को कार्रवाई का निदेश दिया गया.
func (r *reader) pointsBack(c *candidate, d *Directive) {
	b := &r.ctx.before
	if b.hi == 0 || r.toks[c.head].kw != kwAct || c.gov.kind == gNone || !r.toks[c.text].is(tPro) {
		return
	}
	d.Quote = append([]Span{r.span(b.lo, b.hi)}, d.Quote...)
	if d.Deadline.Kind == NoDeadline {
		d.Deadline = r.deadline(&candidate{lo: b.lo, hi: b.hi, text: b.lo, head: b.hi - 1}, d)
	}
}

// bound keeps the parts of a candidate inside its quote, and tells whether
// anything is left; a clause cut short in the middle may lose its head.
func (c *candidate) bound(n int) bool {
	c.hi = min(c.hi, n)
	c.lo = max(0, c.lo)
	if c.lo >= c.hi {
		return false
	}
	within := func(k int) int { return max(c.lo, min(k, c.hi-1)) }
	c.head, c.main, c.text = within(c.head), within(c.main), within(c.text)
	c.pred.at, c.pred.end = within(c.pred.at), min(max(c.pred.end, c.lo), c.hi)
	return true
}

// judge lowers the confidence for what a person should look at.
func (r *reader) judge(c *candidate, d *Directive) {
	switch {
	case c.gov.kind == gNone && c.pred.kind == pName, c.pred.kind == pDue, c.pred.kind == pWould:
		d.doubt("verb_weak")
	case c.gov.kind == gNone && (c.pred.kind == pFut || c.pred.kind == pPassFut):
		d.doubt("verb_future")
	}
	if c.cond {
		d.doubt("conditional")
	}
	if d.Quote[0].End-d.Quote[0].Start > 900 {
		d.doubt("long_sentence")
	}
}

// weights say how much each doubt takes from the confidence.
var weights = map[string]float64{
	"owner_missing": 0.25, "owner_carried": 0.15, "owner_from_heading": 0.05, "owner_audience": 0.1, "post_unknown": 0.15,
	"verb_weak": 0.25, "verb_future": 0.1, "conditional": 0.1, "long_sentence": 0.2,
	"two_dates": 0.15, "impossible_date": 0.2, "before_meeting": 0.2, "year_missing": 0.1, "range_backwards": 0.2, "meeting_date_missing": 0.05,
}

// doubt notes a reason and lowers the confidence by its weight.
func (d *Directive) doubt(code string) {
	if code == "" {
		return
	}
	d.Why = append(d.Why, reason(code))
	d.Confidence = max(0.05, d.Confidence-weights[code])
}

// reason gives the remark with a code in both languages.
func reason(code string) Reason {
	key := "extract." + code
	return Reason{Code: code, Text: i18n.Text{Hi: i18n.Message(i18n.Hindi, key), En: i18n.Message(i18n.English, key)}}
}

// subjectOf gives what a directive is about.
func (r *reader) subjectOf(c *candidate) string {
	if r.ctx.heading != "" {
		return r.ctx.heading
	}
	lo := c.main
	for k := lo; k < c.head && k < lo+12; k++ {
		t := &r.toks[k]
		if !t.is(tGen) || k == lo || r.isPost(k-1) || r.isPost(k) {
			continue
		}
		from := k - 1
		for from > lo && r.toks[from-1].kind == kWord && r.toks[from-1].tag == 0 && r.toks[from-1].kw == 0 && !r.isPost(from-1) && from > k-4 {
			from--
		}
		if r.toks[from].kind == kWord && r.toks[from].tag&^(tAct|tState|tEvent|tPublic) == 0 && r.toks[from].kw == 0 {
			return r.trimmed(from, k)
		}
	}
	return ""
}

func lower(s string) string { return strings.ToLower(s) }
