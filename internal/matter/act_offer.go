package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// Offering is a draft that an act laid before a post: what it asks, of whom, and what
// became of it. Nothing is raised until that post signs.
type Offering struct {
	ID      record.ID // of the event that laid it
	Ask     string
	Act     string // whose offer it is, and which of them
	N       int
	Subject string
	Before  record.ID // post that signs or sets aside
	To      record.ID // post it would ask; 0 nobody
	At      calendar.Instant
	Settled calendar.Instant
	Raised  record.ID // the matter, if it was signed
}

// open reports a draft that is neither signed nor set aside.
func (o *Offering) open() bool { return o.Settled == 0 }

// OpenOffers lists the drafts that wait before posts, oldest first.
func (m *Matter) OpenOffers() []Offering {
	return slices.DeleteFunc(slices.Clone(m.Memory.Offers), func(o Offering) bool { return !o.open() })
}

// keepOffers folds what an event says of drafts.
func (b *body) keepOffers(m *Matter, ev *record.Event) {
	mem := &m.Memory
	if ev.Kind == Offered {
		o := Offering{ID: ev.ID, Ask: b.What, Act: b.Relation, N: b.N, Before: b.Post, To: b.Other.Key.ID, At: ev.At}
		if b.Text != nil {
			v, _ := b.Text.open("text", ev.Values) // write has opened it already
			o.Subject = v.S
		}
		mem.Offers = append(mem.Offers, o)
		return
	}
	for i := range mem.Offers {
		if o := &mem.Offers[i]; o.ID == b.Offer && o.open() {
			o.Settled = ev.At
			if ev.Kind == Raised {
				o.Raised = b.Other.Key.ID
			}
		}
	}
}

// offer lays a draft before the post the pack names, else before whoever acted; nothing is
// opened.
func (r *run) offer(v view, a *Act, n int) {
	ra := &a.Offers[n]
	if ok, _ := ra.When.Holds(v); !ok || r.w.Types.Answering(ra.Ask) == nil {
		return
	}
	before, to := r.actor.As(), record.ID(0)
	if ra.By != nil {
		before = v.resolve(ra.By).Post
	}
	if ra.To != nil {
		to = v.resolve(ra.To).Post
	}
	if before == 0 {
		r.out.Exceptions = append(r.out.Exceptions, Exception{Matter: v.m.Key, Why: "nobody", Role: ra.Ask})
	}
	for _, subject := range v.each(ra) {
		p := r.pen(v.t, r.get(v.m.Key.ID), Offered, "")
		p.b.What, p.b.Relation, p.b.N, p.b.Post = ra.Ask, a.Key, n, before
		if to != 0 {
			p.b.Other = r.ref(record.Post, to)
		}
		p.text(subject)
		p.commit()
		r.tell(v.m.Key, before, "offered")
	}
}

// signOffer raises what a draft asks, as of now: a limit "within" counts from the signing.
func (r *run) signOffer(v view, c *Command) *fault.Fault {
	o, f := v.picked(c)
	if f != nil {
		return f
	}
	a, t := v.t.Act(o.Act), r.w.Types.Answering(o.Ask)
	if a == nil || o.N >= len(a.Offers) || t == nil {
		return fault.New(fault.Refused, "matter.unanswered", o.Ask)
	}
	ra := a.Offers[o.N]
	cmd := v.envelope(t, &ra, o.Subject)
	cmd.Envelope.Asked = o.To
	for _, key := range []string{"subject", "detail", "due"} {
		if val := c.Typed[key]; !val.Missing() {
			cmd.Typed[key] = val
		}
	}
	return r.raiseOne(v, t, cmd, o.Ask, o.ID)
}

func (v view) maySign() *fault.Fault { return v.mayOffer("sign_offer") }

func (v view) maySetAside() *fault.Fault { return v.mayOffer("set_aside") }

// setAside ends a draft with words why; nothing was asked of anybody.
func (r *run) setAside(v view, c *Command) *fault.Fault {
	o, f := v.picked(c)
	if f != nil {
		return f
	}
	if c.Words == "" {
		return missing("words", "matter.words_required")
	}
	p := r.pen(v.t, v.m, SetAside, "set_aside")
	p.b.What, p.b.Offer = o.Ask, o.ID
	p.text(c.Words)
	p.commit()
	return nil
}

func (v view) mayOffer(act string) *fault.Fault {
	open := v.m.OpenOffers()
	if len(open) == 0 {
		return notAllowed(act)
	}
	if len(v.offers()) == 0 {
		return refuse(StepHolder, StepHolder, "matter.not_holder", actName(act), v.r.w.postName(open[0].Before))
	}
	return v.ownHand(act)
}

// offers are the open drafts before the actor.
func (v view) offers() []Offering {
	return slices.DeleteFunc(v.m.OpenOffers(), func(o Offering) bool {
		return o.Before == 0 || o.Before != v.r.actor.As() || v.r.actor.Kind != Officer
	})
}

// picked is the draft meant; where only one waits it need not be named.
func (v view) picked(c *Command) (*Offering, *fault.Fault) {
	list := v.offers()
	for i := range list {
		if list[i].ID == c.Pick || c.Pick == 0 && len(list) == 1 {
			return &list[i], nil
		}
	}
	return nil, missing("pick", "matter.offer_which")
}
