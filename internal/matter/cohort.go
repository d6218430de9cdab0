package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// Membership is a matter's place in a set that another matter froze. It counts there until
// it is done or excepted, and never leaves.
type Membership struct {
	Of       record.ID // the matter that froze the set
	Type     string    // of that matter, pack.key
	Revision int
	Cohort   string
	By       record.ID        // post that may except; 0 nobody
	Done     calendar.Instant // 0 not, or no longer
	Excepted calendar.Instant
	Reason   string // code of the exception
}

// Freezing is a set that an act of this matter froze.
type Freezing struct {
	Cohort   string
	At       calendar.Instant // its members are what stood then
	Gathered calendar.Instant // all are in, and none is added later; 0 not yet
	Members  int              // once gathered
	Job      record.ID        // the work that gathers them; the freezing event's own id
}

// Join takes matters into a frozen set: one chunk of the job that the freezing act left.
type Join struct {
	Cohort  string
	Members []record.ID           // candidates, in the order of their ids
	Stood   map[record.ID]*Matter // as they stood at the freezing, where they have changed since
	Before  int                   // members that earlier chunks took
	Last    bool                  // no candidate is left
}

// Cohort gives a declared cohort; nil if there is none.
func (t *Type) Cohort(key string) *Cohort {
	for i := range t.def.Cohorts {
		if t.def.Cohorts[i].Key == key {
			return &t.def.Cohorts[i]
		}
	}
	return nil
}

// CohortOf names the types whose matters a cohort may take.
func (t *Type) CohortOf(ts *Types, h *Cohort) []string {
	var names []string
	for _, s := range h.From.Of {
		switch s.Kind {
		case rule.SetMatter:
			names = append(names, t.Pack()+"."+s.Name)
		case rule.SetAsk:
			if a := ts.Answering(s.Name); a != nil {
				names = append(names, a.Name())
			}
		}
	}
	return names
}

// Freezing gives what is known of a set this matter froze; nil before.
func (m *Matter) Freezing(cohort string) *Freezing {
	for i := range m.Memory.Frozen {
		if m.Memory.Frozen[i].Cohort == cohort {
			return &m.Memory.Frozen[i]
		}
	}
	return nil
}

func (m *Matter) membership(of record.ID, cohort string) *Membership {
	for i := range m.Memory.In {
		if x := &m.Memory.In[i]; x.Of == of && x.Cohort == cohort {
			return x
		}
	}
	return nil
}

// freeze notes which sets an act freezes. Who stood in them is gathered by the caller's
// job; a set is frozen once.
func (r *run) freeze(v view, act string) {
	for i := range v.t.def.Cohorts {
		h := &v.t.def.Cohorts[i]
		if h.Frozen != act || r.get(v.m.Key.ID).Freezing(h.Key) != nil {
			continue
		}
		p := r.pen(v.t, r.get(v.m.Key.ID), Frozen, "")
		p.b.What = h.Key
		p.commit()
		r.out.Frozen = append(r.out.Frozen, FrozenSet{Of: v.m.Key, Cohort: h.Key, Job: p.ev.ID})
	}
}

// join tries each candidate as it stood when the set was frozen, and writes an event in
// every one that is taken; after the last the set is whole.
func (r *run) join(c *Command) *fault.Fault {
	m := r.get(c.Matter.ID)
	if m == nil {
		return refuse(StepVisible, StepVisible, "matter.not_found")
	}
	v, f := r.view(m), m.Freezing(c.Join.Cohort)
	if v.t == nil || v.t.Cohort(c.Join.Cohort) == nil || f == nil || f.Gathered != 0 || r.actor.Kind != Ruling {
		return refuse(StepState, StepState, "matter.cohort_whole")
	}
	h, at := v.t.Cohort(c.Join.Cohort), f.At
	taken := c.Join.Before
	r.as(Actor{Kind: Ruling, Mode: record.Program}, func() bool {
		by := record.ID(0)
		if h.By != nil {
			by = v.resolve(h.By).Post
		}
		for _, id := range c.Join.Members {
			if r.joins(v, h, at, id, c.Join.Stood[id]) {
				r.enrol(v, h, id, by)
				taken++
			}
		}
		if c.Join.Last {
			p := r.pen(v.t, r.get(m.Key.ID), Gathered, "")
			p.b.What, p.b.N = h.Key, taken
			p.commit()
		}
		return true
	})
	r.queue = nil // to be counted moves no matter
	return nil
}

// joins reports whether a candidate belongs to the set; stood is nil where it has not
// changed since.
func (r *run) joins(v view, h *Cohort, at calendar.Instant, id record.ID, stood *Matter) bool {
	now := r.get(id)
	if now == nil || id == v.m.Key.ID || now.Opened > at || now.membership(v.m.Key.ID, h.Key) != nil {
		return false
	}
	if stood == nil {
		stood = now
	}
	then := *r.w
	then.Now = at
	past := newRun(&then)
	return h.From.PicksFrom(memberFacts{past.view(stood), v.t}, past.view(v.m))
}

func (r *run) enrol(v view, h *Cohort, id, by record.ID) {
	m := r.get(id)
	p := r.pen(r.typeOf(m), m, Joined, "")
	p.b.What, p.b.Other = h.Key, record.Ref{Kind: record.Matter, Key: v.m.Key}
	p.b.Type, p.b.Revision, p.b.Post = v.t.Name(), v.t.Revision(), by
	p.commit()
}

// memberFacts are those of a member, asked by another pack: its settings are the asker's.
type memberFacts struct {
	view
	asks *Type
}

// Setting gives the value in force for the pack that froze the set.
func (f memberFacts) Setting(name string) rule.Value { return f.r.w.setting(f.asks, name).Value }

// recount writes, after everything else, which matters became done in the sets they belong
// to, or are so no longer.
func (r *run) recount() {
	for _, id := range r.stepped() {
		for i := range r.get(id).Memory.In {
			x := r.get(id).Memory.In[i]
			t := r.w.Types.Get(x.Type, x.Revision)
			if x.Excepted != 0 || t == nil || t.Cohort(x.Cohort) == nil {
				continue
			}
			done, _ := t.Cohort(x.Cohort).Done.Holds(memberFacts{r.view(r.get(id)), t})
			if done == (x.Done != 0) {
				continue
			}
			r.as(Actor{Kind: Ruling, Mode: record.Program}, func() bool {
				p := r.pen(r.typeOf(r.get(id)), r.get(id), Counted, "")
				p.b.What, p.b.Other, p.b.Holds = x.Cohort, record.Ref{Kind: record.Matter, Key: record.Key{District: r.get(id).Key.District, ID: x.Of}}, done
				p.commit()
				return true
			})
		}
	}
}

func (r *run) stepped() []record.ID {
	ids := make([]record.ID, len(r.out.Steps))
	for i := range r.out.Steps {
		ids[i] = r.out.Steps[i].After.Key.ID
	}
	return ids
}

// keepCohorts folds what an event says of frozen sets.
func (b *body) keepCohorts(m *Matter, ev *record.Event) {
	mem, at := &m.Memory, ev.At
	switch ev.Kind {
	case Frozen:
		mem.Frozen = append(mem.Frozen, Freezing{Cohort: b.What, At: at, Job: ev.ID})
	case Gathered:
		if f := m.Freezing(b.What); f != nil {
			f.Gathered, f.Members = at, b.N
		}
	case Joined:
		mem.In = append(mem.In, Membership{Of: b.Other.Key.ID, Type: b.Type, Revision: b.Revision, Cohort: b.What, By: b.Post})
	}
	x := m.membership(b.Other.Key.ID, b.What)
	if x == nil {
		return
	}
	switch ev.Kind {
	case Counted:
		if x.Done = 0; b.Holds {
			x.Done = at
		}
	case Excepted:
		x.Excepted, x.Reason = at, b.Reason
	}
}

// pending are the sets in which the matter still counts as not done.
func (m *Matter) pending() []*Membership {
	var list []*Membership
	for i := range m.Memory.In {
		if x := &m.Memory.In[i]; x.Done == 0 && x.Excepted == 0 {
			list = append(list, x)
		}
	}
	return list
}

// exceptable are those sets out of which the actor may except it.
func (v view) exceptable() []*Membership {
	return slices.DeleteFunc(v.m.pending(), func(x *Membership) bool {
		return x.By == 0 || x.By != v.r.actor.As() || v.r.actor.Kind != Officer
	})
}

// CohortDue is the instant by which a set must be done, 0 where its day is not given. It
// moves with the day it reads: an extension of the whole is one of the set.
func (t *Type) CohortDue(w *World, m *Matter, cohort string) calendar.Instant {
	h := t.Cohort(cohort)
	if h == nil || h.Due == "" {
		return 0
	}
	day := newRun(w).view(m).day(h.Due)
	if day == 0 {
		return 0
	}
	return endOf(w.calendarAt(m.Place), day, false)
}

// CohortLate reports that the day of a set is over: whoever is neither done nor excepted is
// late.
func (t *Type) CohortLate(w *World, m *Matter, cohort string) bool {
	due := t.CohortDue(w, m, cohort)
	return due != 0 && w.Now > due
}

// CohortOpen reports that a cohort takes only what stands open, so that closed matters need
// not be looked at.
func (t *Type) CohortOpen(ts *Types, h *Cohort) bool {
	for _, w := range h.From.In {
		for _, name := range t.CohortOf(ts, h) {
			s := ts.Newest(name).State(w.S)
			if w.S != "open" && !ParsePhase(w.S).Open() && (s == nil || !s.Phase.Open()) {
				return false
			}
		}
	}
	return len(h.From.In) > 0
}
