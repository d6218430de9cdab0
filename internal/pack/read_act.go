package pack

import (
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

// actDraft is an act with what must be looked up once all names are known.
type actDraft struct {
	act    *matter.Act
	phrase rule.ActPhrase
	branch []entry
	pos    rule.Pos
}

func (r *reader) acts(d *draft, e entry) {
	list := r.entries(e)
	d.def.Acts = make([]matter.Act, 0, len(list))
	for _, c := range list {
		d.def.Acts = append(d.def.Acts, matter.Act{Key: c.key, Pos: c.pos})
		a := &actDraft{act: &d.def.Acts[len(d.def.Acts)-1], pos: c.pos}
		if c.val.kind == scalar {
			r.actLine(a, c)
		} else {
			r.actBlock(d, a, c)
		}
		r.later(func() { r.actNames(d, a) })
	}
}

// actLine reads "Hindi | English | phrase".
func (r *reader) actLine(a *actDraft, c entry) {
	name, rest, ok := r.line(c, true)
	if !ok {
		return
	}
	a.act.Name = name
	p, slips := rule.ParseAct(rest)
	r.slips(slips)
	a.phrase = p
}

const actKeys = "from to by not every may asks reasons needs letter bulk offline when for once raises offers"

func (r *reader) actBlock(d *draft, a *actDraft, c entry) {
	if !r.block(c.val, c.pos, want{whatAct, "act", actKeys}) {
		return
	}
	for i, k := range c.val.entries {
		if k.key == "act" {
			if i > 0 {
				r.shape(k.pos, "pack.act_first")
			}
			r.actHead(a, k)
		}
	}
	for _, k := range c.val.entries {
		r.actKey(d, a, k)
	}
}

// actHead reads the first key of a block, where the phrase may be missing.
func (r *reader) actHead(a *actDraft, k entry) {
	name, rest, ok := r.line(k, false)
	if !ok {
		return
	}
	a.act.Name = name
	if rest.S == "" {
		return
	}
	p, slips := rule.ParseAct(rest)
	r.slips(slips)
	a.phrase = p
}

func (r *reader) actKey(d *draft, a *actDraft, k entry) {
	switch k.key {
	case "act":
	case "to":
		if k.val.kind == mapping {
			a.branch = k.val.entries
			return
		}
		r.actClause(a, k)
	case "when":
		a.act.When = r.condition(k.val)
	case "for":
		f := r.frame(k)
		a.act.For = &f
	case "once":
		a.act.Once = r.yes(k)
	case "raises":
		a.act.Raises = r.raises(k)
	case "offers":
		a.act.Offers = r.raises(k)
	case "offline":
		a.phrase.Offline = r.yes(k)
	default:
		if in(actKeys, k.key) {
			r.actClause(a, k)
		}
	}
}

// actClause reads a clause that stands as a key of the block, written as in the phrase or
// as a list.
func (r *reader) actClause(a *actDraft, k entry) {
	if said(a.phrase, k.key) {
		r.shape(k.pos, "pack.word_twice", k.key)
	}
	for _, w := range r.words(k) {
		r.slips(a.phrase.Clause(k.name(), w))
	}
}

// said reports whether a clause of the block stands in its phrase already.
func said(p rule.ActPhrase, key string) bool {
	for _, c := range p.Clauses() {
		if c.Key == key {
			return true
		}
	}
	return false
}

// raises reads {finding: {for: bad sheet, to: block_supply}} or a bare ask; an offer may
// also say by whom it is signed.
func (r *reader) raises(e entry) []matter.Raise {
	if e.val.kind == scalar {
		w := r.word(e)
		r.later(func() { r.raisesAsk(w) })
		return []matter.Raise{{Ask: w.S, Pos: w.Pos}}
	}
	if e.val.kind != mapping {
		r.shape(e.pos, "pack.wants_map", e.key)
		return nil
	}
	var list []matter.Raise
	for _, c := range e.val.entries {
		x := matter.Raise{Ask: c.key, Pos: c.pos}
		r.later(func() { r.raisesAsk(c.name()) })
		keys := "for to about within when"
		if e.key == "offers" {
			keys += " by"
		}
		if !r.block(c.val, c.pos, want{whatRaise, "", keys}) {
			continue
		}
		for _, k := range c.val.entries {
			r.raiseKey(&x, k)
		}
		list = append(list, x)
	}
	return list
}

func (r *reader) raiseKey(x *matter.Raise, k entry) {
	switch k.key {
	case "for":
		x.For = r.word(k).S
	case "to":
		x.To = r.who(r.word(k))
	case "by":
		x.By = r.who(r.word(k))
	case "about":
		x.About = r.word(k).S
	case "within":
		x.Within = r.duration(k)
	case "when":
		x.When = r.condition(k.val)
	}
}

func (r *reader) allows(d *draft, e entry) {
	if !r.block(e.val, e.pos, want{whatAllows, "", "transfer extend pause withdraw remind pass_down"}) {
		return
	}
	al := &d.def.Allows
	for _, c := range e.val.entries {
		switch c.key {
		case "transfer":
			al.Transfer = r.transfer(d, c)
		case "extend":
			al.Extend = r.extend(d, c)
		case "pause":
			al.Pause = r.pause(d, c)
		case "withdraw":
			al.Withdraw = r.withdraw(d, c)
		case "remind":
			al.Remind = r.remind(d, c)
		case "pass_down":
			al.PassDown = r.yes(c)
		}
	}
}

func (r *reader) transfer(d *draft, e entry) *matter.Transfer {
	t := &matter.Transfer{Pos: e.pos}
	if !r.block(e.val, e.pos, want{whatAllows, "", "reasons by to within most then needs asks"}) {
		return t
	}
	for _, c := range e.val.entries {
		switch c.key {
		case "reasons":
			w := r.word(c)
			t.Reasons = w.S
			r.later(func() { r.isList(w) })
		case "by":
			t.By = r.whos(c)
			r.later(func() { r.whosNames(d, t.By) })
		case "to":
			t.To = r.who(r.word(c))
			r.later(func() { r.whoNames(d, t.To) })
		case "within":
			t.Within = r.duration(c)
			r.later(func() { r.durationNames(d, &t.Within) })
		case "most":
			t.Most = r.atMost(d, c, &t.Most)
		case "then":
			t.Then = r.who(r.word(c))
			r.later(func() { r.whoNames(d, t.Then) })
		case "needs":
			t.Needs = r.guardList(d, c)
		case "asks":
			t.Asks = r.words(c)
			r.later(func() { r.fieldList(d, t.Asks) })
		}
	}
	return t
}

// atMost reads a cap: a count, a setting or a path.
func (r *reader) atMost(d *draft, e entry, into *rule.Operand) rule.Operand {
	w := r.word(e)
	o, slips := rule.ParseOperand(rule.Name{S: "at most " + w.S, Pos: rule.Pos{Line: w.Pos.Line, Col: w.Pos.Col - len("at most ")}})
	r.slips(slips)
	r.later(func() { r.boundNames(into, here(d)) })
	return o
}

func (r *reader) extend(d *draft, e entry) *matter.Extend {
	x := &matter.Extend{Pos: e.pos}
	if !r.block(e.val, e.pos, want{whatAllows, "granted_by", "clock most asks letter"}) {
		return x
	}
	for _, c := range e.val.entries {
		switch c.key {
		case "granted_by":
			x.GrantedBy = r.who(r.word(c))
			r.later(func() { r.whoNames(d, x.GrantedBy) })
		case "clock":
			w := r.word(c)
			x.Clock = w.S
			r.later(func() { r.isClock(d, w) })
		case "most":
			x.Most = r.atMost(d, c, &x.Most)
		case "asks":
			x.Asks = r.words(c)
			r.later(func() { r.fieldList(d, x.Asks) })
		case "letter":
			w := r.word(c)
			x.Letter = w.S
			r.later(func() { r.isLetter(w) })
		}
	}
	return x
}

func (r *reader) pause(d *draft, e entry) *matter.Pause {
	p := &matter.Pause{Pos: e.pos}
	if !r.block(e.val, e.pos, want{whatAllows, "reasons", "most"}) {
		return p
	}
	for _, c := range e.val.entries {
		switch c.key {
		case "reasons":
			w := r.word(c)
			p.Reasons = w.S
			r.later(func() { r.isList(w) })
		case "most":
			p.Most = r.duration(c)
			r.later(func() { r.durationNames(d, &p.Most) })
		}
	}
	return p
}

func (r *reader) withdraw(d *draft, e entry) *matter.Withdraw {
	x := &matter.Withdraw{Pos: e.pos}
	if !r.block(e.val, e.pos, want{whatAllows, "by to", "needs"}) {
		return x
	}
	for _, c := range e.val.entries {
		switch c.key {
		case "by":
			x.By = r.whos(c)
			r.later(func() { r.whosNames(d, x.By) })
		case "to":
			w := r.word(c)
			x.To = w.S
			r.later(func() { r.isState(d, w, "pack.withdraw_to") })
		case "needs":
			x.Needs = r.guardList(d, c)
		}
	}
	return x
}

func (r *reader) remind(d *draft, e entry) *matter.Remind {
	x := &matter.Remind{}
	if !r.block(e.val, e.pos, want{whatAllows, "by", ""}) {
		return x
	}
	for _, c := range e.val.entries {
		if c.key == "by" {
			x.By = r.whos(c)
			r.later(func() { r.whosNames(d, x.By) })
		}
	}
	return x
}

// guardList reads guards that stand in brackets.
func (r *reader) guardList(d *draft, e entry) []matter.Guard {
	words := r.words(e)
	list := make([]matter.Guard, len(words))
	for i, w := range words {
		call, slips := rule.ParseCall(w)
		r.slips(slips)
		list[i] = matter.Guard{Name: call.Name.S, Arg: call.Arg.S, Pos: w.Pos}
		if len(slips) == 0 {
			r.later(func() { r.guardNames(d, &list[i], call) })
		}
	}
	return list
}
