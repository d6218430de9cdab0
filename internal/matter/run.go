package matter

import (
	"strconv"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// run is one command being decided: the world, and over it what was changed so far.
type run struct {
	w      *World
	actor  Actor
	out    Change
	at     map[record.ID]int // matter → its step
	done   map[doneKey]bool  // rule acts already done, each at most once a matter
	depth  int
	nested int         // raises inside raises
	queue  []record.ID // matters whose rule acts are still to be tried
	err    error
}

type doneKey struct {
	matter record.ID
	act    string
}

func newRun(w *World) *run {
	return &run{w: w, actor: w.Actor, at: map[record.ID]int{}}
}

// get gives a matter as it stands now in this command; nil if it was not loaded.
func (r *run) get(id record.ID) *Matter {
	if i, ok := r.at[id]; ok {
		return r.out.Steps[i].After
	}
	return r.w.Matters[id]
}

func (r *run) typeOf(m *Matter) *Type { return r.w.Types.Get(m.Type, m.Revision) }

// each calls f for every matter of the world as it stands now, opened ones too.
func (r *run) each(f func(*Matter)) {
	for id := range r.w.Matters {
		f(r.get(id))
	}
	for i := range r.out.Steps {
		if r.out.Steps[i].Before == nil {
			f(r.out.Steps[i].After)
		}
	}
}

func (r *run) view(m *Matter) view { return view{r: r, t: r.typeOf(m), m: m} }

func (r *run) today() calendar.Date { return r.w.Now.Date() }

// pen writes one event of a matter: first what was typed, then, once that can be seen in
// a draft, where it leads.
type pen struct {
	r      *run
	t      *Type
	was    *Matter // nil when it opens
	ev     record.Event
	b      body
	values []record.Value
}

func (r *run) pen(t *Type, m *Matter, kind, act string) *pen {
	p := &pen{r: r, t: t, was: m}
	p.ev = record.Event{
		ID: r.w.IDs.Next(r.w.Now), District: r.w.District, Kind: kind, Act: act, Version: 1,
		Person: r.actor.Person, Post: r.actor.Post, For: r.actor.For, Mode: r.actor.Mode, At: r.w.Now,
	}
	if m != nil {
		p.ev.Subject, p.ev.Version = record.Ref{Kind: record.Matter, Key: m.Key}, m.Version+1
		p.ev.District = m.Key.District
	}
	return p
}

// field puts a typed value into the event; a once field that has its first answer keeps it.
func (p *pen) field(key string, v rule.Value) {
	if p.b.Fields == nil {
		p.b.Fields = map[string]typed{}
	}
	salt := func(path string) [16]byte { return p.r.w.salt(p.ev.ID, path) }
	p.b.Fields[key] = seal("fields."+key, p.t.Field(key), v, salt, &p.values)
}

// text puts free words beside the event that are no field of the matter.
func (p *pen) text(words string) {
	if words == "" {
		return
	}
	salt := func(path string) [16]byte { return p.r.w.salt(p.ev.ID, path) }
	t := seal("text", nil, rule.Value{Kind: rule.Text, S: words}, salt, &p.values)
	p.b.Text = &t
}

// draft gives the matter as the event would leave it so far; paths to what was just typed
// are followed in it.
func (p *pen) draft() *Matter {
	m := &Matter{}
	if p.was != nil {
		m = p.was.Clone()
	}
	ev := p.ev
	ev.Values = p.values
	if err := p.b.apply(m, &ev); err != nil {
		p.r.err = err
	}
	return m
}

// commit seals the event and folds it into the matter.
func (p *pen) commit() *Matter {
	raw, err := p.b.encode()
	if err != nil {
		p.r.err = err
	}
	p.ev.Body, p.ev.Values = raw, p.values
	s := p.r.step(p)
	if err := p.b.apply(s.After, &p.ev); err != nil {
		p.r.err = err
	}
	s.Events = append(s.Events, p.ev)
	p.r.queue = append(p.r.queue, s.After.Key.ID)
	return s.After
}

func (r *run) step(p *pen) *Step {
	id := p.ev.Subject.Key.ID
	if i, ok := r.at[id]; ok {
		return &r.out.Steps[i]
	}
	s := Step{After: &Matter{}}
	if p.was != nil {
		s.Before, s.After = p.was, p.was.Clone()
	}
	r.at[id] = len(r.out.Steps)
	r.out.Steps = append(r.out.Steps, s)
	return &r.out.Steps[len(r.out.Steps)-1]
}

// finish gives the change, or the defect of the program that kept it from being whole.
func (r *run) finish() (Change, *fault.Fault) {
	if r.err != nil {
		return Change{}, fault.Wrap(r.err, fault.Internal, "matter.broken_event")
	}
	return r.out, nil
}

func itoa(n int) string { return strconv.Itoa(n) }
