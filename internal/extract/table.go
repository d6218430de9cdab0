package extract

import "slices"

// column says what stands in a column of an action-taken table.
type column uint8

const (
	colOther column = iota
	colAct          // the direction
	colOwner        // who
	colLimit        // by when
	colSubject
	colStatus // what was done
)

// cell is a piece of a row.
type cell struct{ lo, hi int }

// cells cuts a row at its bars or tabs.
func (r *reader) cells() []cell {
	var out []cell
	lo := 0
	for i := range r.toks {
		if k := r.toks[i].kind; k == kPipe || k == kTab {
			if i > lo || i > 0 {
				out = append(out, cell{lo, i})
			}
			lo = i + 1
		}
	}
	if lo < len(r.toks) {
		out = append(out, cell{lo, len(r.toks)})
	}
	return out
}

// row reads one row of a table: a heading tells what the columns are.
func (r *reader) row() {
	cells := r.cells()
	if cols, ok := r.heading(cells); ok {
		r.cols = cols
		return
	}
	if len(r.cols) == 0 {
		r.ctx.paragraph(len(r.res.Directives))
		if r.unheaded(cells) {
			return
		}
		for _, c := range cells {
			if c.hi-c.lo > 4 {
				r.sentence(c.lo, c.hi)
			}
		}
		return
	}
	r.ctx = context{stems: r.ctx.stems[:0], asking: true, audience: r.ctx.audience, bound: r.ctx.bound, topic: r.ctx.topic}
	var owners []Owner
	act, limit := cell{}, cell{}
	for i, c := range cells {
		if i >= len(r.cols) || c.lo >= c.hi {
			continue
		}
		switch r.cols[i] {
		case colAct:
			if act.hi == 0 {
				act = c
			}
		case colLimit:
			limit = c
		case colStatus:
			r.statements(c.lo, c.hi)
		case colSubject:
			r.ctx.heading = r.trimmed(c.lo, c.hi)
			if weak := r.topicHead(c.lo, c.hi); len(weak) > 0 {
				r.ctx.weak = weak
			}
		case colOwner:
			if r.mentions(c.lo, c.hi); len(owners) == 0 {
				owners = r.toOwners(r.posts)
			}
		}
	}
	if act.hi > act.lo {
		r.acts(act, limit, owners)
	}
	r.ctx.asking = false
}

// unheaded reads a row of a table without a heading, where one cell names who is to act
// and the longest other one says what: 1. नालों की सफाई कराएं | कार्रवाई: नगर आयुक्त.
func (r *reader) unheaded(cells []cell) bool {
	act, limit := cell{}, cell{}
	var owners []Owner
	for _, c := range cells {
		if r.mentions(c.lo, c.hi); len(owners) == 0 && len(r.posts) > 0 && c.lo < c.hi && c.hi-c.lo < 30 && !r.speaks(c.lo, c.hi) && r.ownerCell(c) {
			owners = r.toOwners(r.posts)
			continue
		}
		if times := r.findTimes(c.lo, c.hi); len(times) > 0 && c.hi-c.lo < 8 && !r.speaks(c.lo, c.hi) {
			limit = c
			continue
		}
		if c.hi-c.lo > act.hi-act.lo {
			act = c
		}
	}
	if len(owners) == 0 || act.hi-act.lo < 4 || !r.speaks(act.lo, act.hi) && !r.hasTag(act.lo, act.hi, tAct|tNoun) {
		return false
	}
	r.ctx.asking = true
	r.acts(act, limit, owners)
	r.ctx.asking = false
	return true
}

// ownerCell tells whether a cell only names who acts: its first words are a post or
// a word of a margin.
func (r *reader) ownerCell(c cell) bool {
	return r.posts[0].lo <= c.lo+1 || marginWord(r.span(c.lo, c.hi).Of(r.text)) > 0
}

// heading reads the names of the columns.
func (r *reader) heading(cells []cell) ([]column, bool) {
	cols := make([]column, len(cells))
	named := 0
	for i, c := range cells {
		if c.hi-c.lo > 9 {
			return nil, false
		}
		cols[i] = r.columnName(c)
		if cols[i] != colOther {
			named++
		}
	}
	acts := 0
	for i, c := range cols {
		if c == colAct {
			if acts++; acts > 1 && !slices.Contains(cols, colOwner) { // निर्देश | कार्यवाही: the second names who
				cols[i] = colOwner
			}
		}
	}
	return cols, acts > 0 && named >= 2
}

func (r *reader) columnName(c cell) column {
	found := colOther
	for k := c.lo; k < c.hi; k++ {
		t := &r.toks[k]
		switch {
		case t.is(tPast), r.word(t, "अनुपालन"), r.word(t, "स्थिति"), r.word(t, "प्रगति"), r.word(t, "अभ्युक्ति"), r.word(t, "status"), r.word(t, "Status"), r.word(t, "remarks"), r.word(t, "Remarks"):
			return colStatus
		case t.is(tPost | tDuty), r.word(t, "उत्तरदायी"), r.word(t, "उत्तरदायित्व"), r.word(t, "पालनकर्ता"), r.word(t, "कौन"), r.word(t, "जिम्मेदार"), r.word(t, "responsibility"), r.word(t, "Responsibility"), r.word(t, "पदनाम"), r.word(t, "Owner"), r.word(t, "Responsible"):
			return colOwner
		case t.kw == kwDate, t.kw == kwTime, r.limitWord(t), t.is(tTak), r.word(t, "कब") && r.at(k+1, c.lo, c.hi).is(tTak), r.word(t, "Date"), r.word(t, "date"):
			found = colLimit
		case t.is(tOrder | tDecision), t.kw == kwAct, r.word(t, "Direction"), r.word(t, "Decision"), r.word(t, "Action"):
			if found == colOther {
				found = colAct
			}
		case r.word(t, "विषय"), t.kw == kwDept, r.word(t, "योजना"), r.word(t, "Subject"), r.word(t, "मद"):
			if found == colOther {
				found = colSubject
			}
		}
	}
	return found
}

// acts reads the cell of the direction; owner and limit come from their cells.
func (r *reader) acts(act, limit cell, owners []Owner) {
	first := len(r.res.Directives)
	lo := act.lo
	for k := act.lo; k <= act.hi; k++ {
		if k == act.hi || r.ends(k) {
			if lo < k {
				r.sentence(lo, k)
			}
			lo = k + 1
		}
	}
	if len(r.res.Directives) == first && act.hi-act.lo >= 3 && !(r.earlier(act.lo, act.hi) && r.hasTag(act.lo, act.hi, tWas)) {
		r.mentions(act.lo, act.hi)
		r.emit(&candidate{lo: act.lo, hi: act.hi, main: act.lo, head: act.hi - 1, text: act.lo, pred: predicate{at: act.hi - 1, end: act.hi, kind: pName}})
	}
	for i := first; i < len(r.res.Directives); i++ {
		d := &r.res.Directives[i]
		if len(owners) > 0 {
			d.setOwners(owners)
		}
		if d.Deadline.Kind == NoDeadline && limit.hi > limit.lo {
			d.Deadline = r.limitCell(limit.lo, limit.hi, d)
		}
	}
}
