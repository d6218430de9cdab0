package matter

import (
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// raise makes an ask at once: the type that answers it opens, one for each thing the raise
// is for. The raiser knows nothing of who answers; asks that raise asks end at the third.
func (r *run) raise(v view, ra *Raise) {
	if ok, _ := ra.When.Holds(v); !ok || r.offersOnly(v.t, ra.Ask) || r.nested >= deepest {
		return
	}
	r.nested++
	defer func() { r.nested-- }()
	t := r.w.Types.Answering(ra.Ask)
	if t == nil {
		r.err = fault.New(fault.Internal, "matter.unanswered", ra.Ask)
		return
	}
	for _, subject := range v.each(ra) {
		if f := r.raiseOne(v, t, v.envelope(t, ra, subject), ra.Ask, 0); f != nil {
			r.err = f
			return
		}
	}
}

// raiseOne opens the matter of an ask and notes it where it came from, with the draft that
// was signed for it, if one was.
func (r *run) raiseOne(v view, t *Type, c *Command, ask string, draft record.ID) *fault.Fault {
	a := t.openingAct()
	if a == nil {
		return fault.New(fault.Internal, "matter.unanswered", ask)
	}
	var child *Matter
	var f *fault.Fault
	r.as(Actor{Kind: Raiser, Person: r.actor.Person, Post: r.actor.Post, For: r.actor.For, Mode: r.actor.Mode}, func() bool {
		child, f = r.open(r.proto(t, c), a, c, "raise "+v.m.Key.String())
		return f == nil
	})
	if f != nil {
		return f
	}
	p := r.pen(v.t, r.get(v.m.Key.ID), Raised, "")
	p.b.What, p.b.Other, p.b.Offer = ask, record.Ref{Kind: record.Matter, Key: child.Key}, draft
	p.commit()
	return nil
}

func (r *run) offersOnly(t *Type, ask string) bool {
	return t.Scope() != nil && t.Scope().Asks[ask].OffersOnly
}

// each gives a subject for every thing the raise is for: each bad item of a checklist, or
// just the matter's own.
func (v view) each(ra *Raise) []string {
	field, bad := strings.CutPrefix(ra.For, "bad ")
	if !bad {
		return []string{v.m.Subject}
	}
	var list []string
	for _, item := range v.badItems(field) {
		list = append(list, item.Name.Both())
	}
	return list
}

// envelope fills the fixed envelope of an ask: subject, detail, about, place, asker, asked,
// due, department.
func (v view) envelope(t *Type, ra *Raise, subject string) *Command {
	c := &Command{Type: t.Name(), Typed: map[string]rule.Value{}, Envelope: Envelope{
		Asker: v.r.actor.As(), Place: v.m.Place, Department: v.m.Department,
		About: record.Ref{Kind: record.Matter, Key: v.m.Key}, Sitting: v.r.actor.Sitting,
	}}
	if a := t.openingAct(); a != nil {
		c.Act = a.Key
	}
	put := func(key string, val rule.Value) {
		if !val.Missing() {
			c.Typed[key] = val
		}
	}
	put("subject", text(subject))
	if ra.To != nil {
		c.Envelope.Asked = v.resolve(ra.To).Post
		c.Envelope.Department = 0
	}
	if ra.About != "" {
		val := v.Value(ra.About)
		put("about", val)
		if row := v.r.row(v.t, ra.About, val.S); row != nil {
			c.Envelope.About = row.row.Ref
		}
	}
	if span, _, ok := v.length(ra.Within); ok {
		due := v.r.w.calendarAt(v.m.Place).Due(v.r.w.Now, span)
		put("due", rule.Value{Kind: rule.Date, N: int64(due.At.Date())})
	}
	return c
}
