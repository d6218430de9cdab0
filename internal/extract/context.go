package extract

import "strings"

// context is what one sentence hands on to the next.
type context struct {
	last       []Owner // of the last directive of the paragraph
	generic    bool    // they are no single post
	stems      []uint32
	heading    string
	section    []Owner // of the last directive under this heading, if one post
	head       []Owner // named by the heading or the opening line of a list
	before     cell    // the sentence before in this paragraph, if it asked for nothing
	weak       []Owner // the department of a heading that is a mere topic
	bound      bool    // the items of a list bind those it is addressed to
	subject    bool    // the last directive named them as its subject
	sentence   bool    // the last sentence asked for something
	next       bool    // it stands in the sentence before
	advice     bool    // the public is spoken to
	topic      string  // of the works last named
	told       []Owner // who reported in this paragraph
	toldNow    bool    // in the sentence that is read
	toldBefore bool    // in the one before
	title      bool    // head stands in the title: it holds for a list right below
	spoken     bool    // they were spoken to: X को ... कहा
	asking     bool    // the items of this list are directives, whatever their verb
	from       int     // first directive of the paragraph or item
	audience   []Owner
	limit      Deadline // said in the line that opens the list
}

// paragraph begins a new paragraph or item.
func (c *context) paragraph(directives int) {
	c.subject, c.sentence = false, false
	c.advice = c.advice && directives == 0
	c.last, c.told, c.stems, c.generic, c.from, c.before = nil, nil, c.stems[:0], false, directives, cell{}
}

// remember notes the owners and the matter of the last directive.
func (r *reader) remember(lo, hi int, owners []Owner, generic, punished bool) {
	c := &r.ctx
	if len(owners) > 0 {
		c.last, c.generic = owners, generic
		if !generic && !punished {
			c.section = owners
		}
	}
	c.stems = c.stems[:0]
	for k := lo; k < hi && len(c.stems) < 64; k++ {
		if r.matter(k) {
			c.stems = append(c.stems, r.toks[k].stem, r.prefix(k))
		}
	}
}

// matter tells whether a word says what a sentence is about.
func (r *reader) matter(k int) bool {
	t := &r.toks[k]
	return t.kind == kWord && t.kw == 0 && t.end-t.start >= 9 && t.tag&^(tState|tPublic) == 0
}

// prefix is a key of the first five letters, so that मतदानकेन्द्र meets मतदान.
func (r *reader) prefix(k int) uint32 {
	t := &r.toks[k]
	s := r.raw(t)
	if len(s) < 18 {
		return t.stem
	}
	r.sc.fold = appendFold(r.sc.fold[:0], s)
	return hash(r.sc.fold[:min(15, len(r.sc.fold))])
}

// addressedBack gives the owners named afterwards to the directives of the
// paragraph that have none: यह निर्देश उन्होंने सभी एसडीएम को दिए.
func (r *reader) addressedBack(lo, hi int) {
	at := -1
	for k := lo + 1; k < hi && k < lo+14; k++ {
		if t := &r.toks[k]; t.is(tOrder) && (r.word(&r.toks[k-1], "यह") || r.word(&r.toks[k-1], "ये") || r.word(&r.toks[k-1], "उक्त") || r.word(&r.toks[k-1], "उपरोक्त")) {
			at = k
		}
	}
	if at < 0 {
		return
	}
	ms := r.pick(lo, hi, func(m *mention) bool { return m.role == rKo })
	owners := r.toOwners(ms)
	if len(owners) == 0 {
		return
	}
	for i := r.ctx.from; i < len(r.res.Directives); i++ {
		if d := &r.res.Directives[i]; len(d.Owners) == 0 {
			d.setOwners(owners)
		}
	}
}

// elliptic tells whether a clause goes on speaking to whom the one before
// spoke: Z करने को कहा; का भी निर्देश दिया.
func (r *reader) elliptic(c *candidate) bool {
	if r.ctx.subject && r.ctx.next && c.gov.kind == gNone && (c.pred.kind == pSubj || c.pred.kind == pFut) && !c.pred.not {
		return true // the subject of the sentence before goes on
	}
	return r.ctx.spoken && (c.resumed || c.gov.kind == gSay || c.gov.kind == gOrder && r.has(c.head, c.hi, kwAlso))
}

// coheres tells whether a clause goes on about the matter of the last directive.
func (r *reader) coheres(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		t := &r.toks[k]
		if k < lo+3 && (t.is(tPro) && t.kw != kwThis && !t.latin || r.word(t, "साथ") && k == lo || t.is(tPerf) && r.at(k+1, lo, hi).is(tGone)) {
			return true
		}
		if !r.matter(k) {
			continue
		}
		p := r.prefix(k)
		for _, s := range r.ctx.stems {
			if s == t.stem || s == p {
				return true
			}
		}
	}
	return false
}

// carried gives the owners that a clause without any takes from before it.
func (r *reader) carried(c *candidate) ([]Owner, string) {
	switch {
	case len(r.ctx.last) > 0 && !r.ctx.generic && (r.item || r.elliptic(c) || r.coheres(c.text, c.hi)):
		return r.ctx.last, "owner_carried"
	case len(r.ctx.told) > 0 && (r.item || r.pointsTo(c) || r.ctx.toldBefore && c.gov.kind != gNone && c.gov.kind != gDecide):
		return r.ctx.told, "owner_carried"
	case len(r.ctx.head) > 0 && strings.HasSuffix(r.ctx.head[0].Key, "_dept") && len(r.ctx.last) > 0 && !r.ctx.generic:
		return r.ctx.last, "owner_carried"
	case len(r.ctx.head) > 0 && len(r.ctx.section) == 1 && !r.ctx.section[0].All && strings.HasSuffix(r.ctx.head[0].Key, "_dept"):
		return r.ctx.section, "owner_carried"
	case len(r.ctx.head) > 0:
		return r.ctx.head, "owner_from_heading"
	case len(r.ctx.section) > 0 && len(r.ctx.weak) > 0:
		return r.ctx.section, "owner_carried"
	case len(r.ctx.weak) > 0:
		return r.ctx.weak, "owner_from_heading"
	case len(r.ctx.audience) > 0:
		return r.ctx.audience, "owner_audience"
	}
	return nil, "owner_missing"
}

// pointsTo tells whether a clause speaks of somebody by a pronoun: उन्हें, उनसे, वे.
func (r *reader) pointsTo(c *candidate) bool {
	for k := c.text; k < c.head && k < c.text+16; k++ {
		switch r.raw(&r.toks[k]) {
		case "उन्हें", "उन्हे", "उनको", "उनसे", "इन्हें", "इनसे", "वे", "वह", "उसे", "उनके":
			return true
		}
	}
	return false
}
