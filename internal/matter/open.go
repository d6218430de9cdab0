package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// openBy tries an act that makes a new matter.
func (r *run) openBy(c *Command) *fault.Fault {
	t := r.w.Types.Newest(c.Type)
	if t == nil {
		return fault.New(fault.NotFound, "matter.no_such_type", c.Type)
	}
	a := t.Act(c.Act)
	if a == nil || !a.Opens() {
		return refuse(StepState, StepState, "matter.no_such_act", c.Act)
	}
	if a.For != nil && r.actor.Kind == Ruling {
		r.fan(t, a, c.Envelope.Parent, c.From, "job")
		return nil
	}
	v := r.proto(t, c)
	if up := r.get(v.m.Parent); v.m.Parent != 0 && (up == nil || r.view(up).sight() == Nothing) {
		return refuse(StepVisible, StepVisible, "matter.not_found")
	}
	if t.Of() != "" && v.m.Parent == 0 {
		return fault.New(fault.Invalid, "matter.no_parent", t.Label())
	}
	if c.Envelope.State == "" {
		if f := r.mayOpen(v, a, c); f != nil {
			return f
		}
	}
	_, f := r.open(v, a, c, "")
	return f
}

func (r *run) mayOpen(v view, a *Act, c *Command) *fault.Fault {
	if f := v.may(a, c); f != nil {
		return f
	}
	if f := v.given(a, c); f != nil {
		return f
	}
	return v.proved(a.Needs, c)
}

// proto is the matter as it would be before its first event, so that by, when and the
// guards can ask it.
func (r *run) proto(t *Type, c *Command) view {
	e := &c.Envelope
	m := &Matter{
		Type: t.Name(), Revision: t.Revision(), Class: t.Class(), Asker: e.Asker, Asked: e.Asked, Parent: e.Parent,
		About: e.About, Department: e.Department, Key: record.Key{District: r.w.District},
		Memory: Memory{Fields: map[string]rule.Value{}},
	}
	for k, val := range c.Typed {
		m.Memory.Fields[k] = val
	}
	m.Subject, m.Detail = c.Typed["subject"].S, c.Typed["detail"].S
	m.Place = r.placeFor(t, c)
	if d := c.Typed["department"].S; d != "" {
		m.Department = r.w.Org.ByKey(record.Department, d)
	}
	if up := r.get(e.Parent); up != nil && m.Department == 0 {
		m.Department = up.Department
	}
	return view{r: r, t: t, m: m}
}

// placeFor: as typed, as the envelope says, of the row or post the matter is about, the
// parent's, or the actor's own.
func (r *run) placeFor(t *Type, c *Command) record.ID {
	if id := r.w.Org.ByKey(record.Place, c.Typed["place"].S); id != 0 {
		return id
	}
	if c.Envelope.Place != 0 {
		return c.Envelope.Place
	}
	for i := range t.def.Fields {
		f := &t.def.Fields[i]
		switch key := c.Typed[f.Key].S; {
		case key == "":
		case f.Type == TEntry:
			if row := r.row(t, f.Key, key); row != nil && row.row.Place != 0 {
				return row.row.Place
			}
		case f.Type == TPlace:
			if id := r.w.Org.ByKey(record.Place, key); id != 0 {
				return id
			}
		}
	}
	if up := r.get(c.Envelope.Parent); up != nil && up.Place != 0 {
		return up.Place
	}
	if p := r.w.Org.Post(r.actor.As()); p != nil {
		return p.Place
	}
	return 0
}

// open writes the first event of a matter.
func (r *run) open(v view, a *Act, c *Command, cause string) (*Matter, *fault.Fault) {
	p := r.pen(v.t, nil, Opened, a.Key)
	p.ev.Subject = record.Ref{Kind: record.Matter, Key: record.Key{District: r.w.District, ID: r.w.IDs.Next(r.w.Now)}}
	b := &p.b
	b.Type, b.Revision, b.Hash, b.Class = v.t.Name(), v.t.Revision(), v.t.Hash(), v.t.Class()
	b.Parent, b.About, b.Cause, b.Reason, b.Letter = v.m.Parent, v.m.About, cause, c.Reason, a.Letter
	b.Asker, b.Asked = v.m.Asker, v.m.Asked
	if v.m.Asker == 0 && r.actor.Kind == Officer {
		b.Asker = r.actor.As()
	}
	b.Sitting = c.Envelope.Sitting
	if b.Sitting == 0 {
		b.Sitting = r.actor.Sitting
	}
	p.place(v.m.Place)
	if v.m.Department != 0 {
		b.Department = idp(v.m.Department)
	}
	p.typed(c, a.Needs)
	p.inherit(v)
	b.Number = r.number(v)
	to := a.destination(c)
	if c.Envelope.State != "" {
		to = c.Envelope.State
	}
	if v.t.State(to) == nil {
		return nil, fault.New(fault.Invalid, "matter.no_such_state", to)
	}
	p.lead(to)
	m := p.commit()
	r.follow(r.view(m), a)
	return m, nil
}

// inherit names a part by what its parent asks, where nobody typed it: a list must say what
// is owed without reading the parent of each row.
func (p *pen) inherit(v view) {
	up := v.r.get(v.m.Parent)
	if up == nil || v.m.Subject != "" || up.Subject == "" {
		return
	}
	v.m.Subject = up.Subject
	p.field("subject", rule.Value{Kind: rule.Text, S: up.Subject})
}

// openingAct is the act by which an ask opens a type: the one open to asks, else the first
// that opens and is not a rule's.
func (t *Type) openingAct() *Act {
	for _, a := range t.opens {
		if slices.ContainsFunc(a.By, func(w rule.Who) bool { return w.Kind == rule.WhoAsk }) {
			return a
		}
	}
	for _, a := range t.opens {
		if !a.ByRule() {
			return a
		}
	}
	return nil
}
