package app

import (
	"context"
	"encoding/json"
	"maps"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/store"
)

// Submit does an act on a matter as its form asks, and gives its row as it then stands;
// every wrong field is named.
func (a *App) Submit(ctx context.Context, who Actor, f ActForm) (Row, error) {
	key, err := record.ParseKey(f.ID)
	if err != nil || key.District != who.District {
		return Row{}, fault.New(fault.NotFound, "matter.not_found")
	}
	o, err := a.office(ctx, who.District)
	if err != nil {
		return Row{}, err
	}
	m, err := a.db.Reader().Matter(ctx, key)
	if err != nil {
		return Row{}, err
	}
	c, err := o.actCommand(m, f)
	if err != nil {
		return Row{}, err
	}
	return a.act(ctx, o, who, m, c)
}

// Act does an act whose command is made already. The matter's story is not read again: that
// would be half of the work, and a page leads elsewhere after an act.
func (a *App) Act(ctx context.Context, who Actor, c matter.Command) (Row, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return Row{}, err
	}
	m, err := a.db.Reader().Matter(ctx, c.Matter)
	if err != nil {
		return Row{}, err
	}
	return a.act(ctx, o, who, m, c)
}

func (a *App) act(ctx context.Context, o *office, who Actor, m *matter.Matter, c matter.Command) (Row, error) {
	in := o.actIn(who, m.Holder, c.Act, o.day)
	if in == who && !o.holds(who, m.Holder) {
		in = o.actIn(who, o.checker(m), c.Act, o.day)
	}
	if signer := o.signer(who, m, c); signer != 0 {
		in = who
		in.Post = signer
	}
	proof, err := a.proof(ctx, in, m, c)
	if err != nil {
		return Row{}, err
	}
	done, err := a.run(ctx, o, in, c, proof)
	if err != nil {
		return Row{}, err
	}
	if done.after == nil {
		if done.after, err = a.db.Reader().Matter(ctx, done.key); err != nil {
			return Row{}, err
		}
	}
	return o.row(done.after, a.now()), nil
}

// holds reports whether the actor is in the post itself.
func (o *office) holds(who Actor, post record.ID) bool { return post != 0 && who.Post == post }

// checker is the post that asked, in which a person who holds several may answer for it.
func (o *office) checker(m *matter.Matter) record.ID { return m.Asker }

// Open makes a new matter by an ask: {ask: directive, …}; the type that answers it is the
// district's business.
func (a *App) Open(ctx context.Context, who Actor, ask string, c matter.Command) (View, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return View{}, err
	}
	t := o.types.Answering(ask)
	if t == nil {
		return View{}, fault.New(fault.Invalid, "app.open_wrong").With("ask", "app.ask_unknown", ask)
	}
	c.Type, c.Act = t.Name(), openingAct(t)
	proof, err := a.proof(ctx, who, nil, c)
	if err != nil {
		return View{}, err
	}
	done, err := a.run(ctx, o, who, c, proof)
	if err != nil {
		return View{}, err
	}
	return a.Matter(ctx, who, done.key)
}

// openingAct is the first act by which a person, not a rule, opens a matter.
func openingAct(t *matter.Type) string {
	for _, act := range t.Opening() {
		if !act.ByRule() {
			return act.Key
		}
	}
	return ""
}

// run decides and saves one command and gives the matter it was about. A command that met
// an organisation changed meanwhile is decided once more on the new one.
func (a *App) run(ctx context.Context, o *office, who Actor, c matter.Command, proof matter.Proof) (decided, error) {
	done, err := a.runOn(ctx, o, who, c, proof)
	if f := fault.As(err); f == nil || f.Key != "store.org_changed" {
		return done, err
	}
	a.forget(o.district)
	if o, err = a.office(ctx, o.district); err != nil {
		return decided{}, err
	}
	return a.runOn(ctx, o, who, c, proof)
}

func (a *App) runOn(ctx context.Context, o *office, who Actor, c matter.Command, proof matter.Proof) (decided, error) {
	job := Job{District: o.district, Org: o.version, Parts: true, Decide: a.deciding(o, who, c, proof)}
	if !c.Matter.IsZero() {
		job.Keys = []record.Key{c.Matter}
	}
	if c.Envelope.Parent != 0 {
		job.Keys = append(job.Keys, record.Key{District: o.district, ID: c.Envelope.Parent})
	}
	once(ctx, who, &job)
	done, err := a.commit.Do(ctx, job)
	if err != nil {
		return decided{}, reused(err)
	}
	if k, again := done.earlier(); again {
		return decided{key: k}, nil
	}
	first, _ := done.Answer.(decided)
	a.gatherFirst(ctx, first.jobs)
	return first, a.goOn(ctx, o, first.rest)
}

// decided is what a decision answers its caller: the matter it was about, and what is
// left of a fan-out that was too large for one commit.
type decided struct {
	key   record.Key
	after *matter.Matter // as it then stood; nil for a request answered before
	rest  *matter.Command
	jobs  []store.Job // sets just frozen, to be gathered
}

// rest is what a job left to be done.
func (d *Done) rest() *matter.Command {
	first, _ := d.Answer.(decided)
	return first.rest
}

// goOn does what is left of a large fan-out, some hundreds of rows a commit.
func (a *App) goOn(ctx context.Context, o *office, rest *matter.Command) error {
	for rest != nil {
		c := *rest
		program := Actor{District: o.district, Mode: record.Program}
		job := Job{District: o.district, Org: o.version, Parts: true, Decide: a.decidingIn(o, program, c, func(w *matter.World) { w.Actor.Kind = matter.Ruling })}
		if c.Envelope.Parent != 0 {
			job.Keys = []record.Key{{District: o.district, ID: c.Envelope.Parent}}
		}
		done, err := a.commit.Do(ctx, job)
		if err != nil {
			return err
		}
		rest = done.rest()
	}
	return nil
}

// deciding is the job's decision: the engine's, on what the group has loaded.
func (a *App) deciding(o *office, who Actor, c matter.Command, proof matter.Proof) func(*Group) (Outcome, error) {
	return a.decidingIn(o, who, c, func(w *matter.World) { w.Proof = proof })
}

// decidingIn is deciding with more of the world known: bring puts it in.
func (a *App) decidingIn(o *office, who Actor, c matter.Command, bring func(*matter.World)) func(*Group) (Outcome, error) {
	return func(g *Group) (Outcome, error) {
		w := a.world(o, who)
		w.Now, w.Matters = g.Now(), g.Matters(o.district)
		if err := a.seat(context.Background(), g.Reader(), o, w, c); err != nil {
			return Outcome{}, err
		}
		bring(w)
		if err := a.measure(context.Background(), g.Reader(), w, w.Matters[c.Matter.ID], c); err != nil {
			return Outcome{}, err
		}
		var failed error
		w.Serial = func(series string) int64 {
			n, err := g.Serial(o.district, series)
			if err != nil {
				failed = err
			}
			return n
		}
		change, f := matter.Decide(w, c)
		if failed != nil {
			return Outcome{}, failed
		}
		if f != nil {
			return Outcome{}, f
		}
		return a.outcome(w, c, change)
	}
}

// outcome adds to a change what follows from the matters as they now stand: their wakes,
// who else sees them, and what is to be told.
func (a *App) outcome(w *matter.World, c matter.Command, change matter.Change) (Outcome, error) {
	out := Outcome{Change: change}
	out.follow(w)
	first := decided{key: c.Matter, rest: change.Rest}
	for _, s := range change.Frozen {
		j, err := gatherJob(w, s)
		if err != nil {
			return Outcome{}, err
		}
		out.Jobs = append(out.Jobs, j)
	}
	first.jobs, out.Said = out.Jobs, a.saidIn(w, change)
	for i := range change.Steps {
		m := change.Steps[i].After
		if first.key.IsZero() && m.Parent == c.Envelope.Parent {
			first.key = m.Key
		}
		if m.Key == first.key {
			first.after = m
		}
	}
	for _, n := range change.Notices {
		msg, err := a.notice(w.Now, n)
		if err != nil {
			return Outcome{}, err
		}
		out.Outbox = append(out.Outbox, msg)
	}
	for _, l := range change.Letters {
		msg, err := a.letter(w.Now, l)
		if err != nil {
			return Outcome{}, err
		}
		out.Outbox = append(out.Outbox, msg)
	}
	out.Answer, out.Keep = first, []byte(first.key.String())
	return out, nil
}

// follow reckons the wakes and the reach of every matter of a change as all of them now
// stand, and the reach of the parts of one that changed hands.
func (out *Outcome) follow(w *matter.World) {
	now := *w
	now.Matters = maps.Clone(w.Matters)
	if now.Matters == nil {
		now.Matters = map[record.ID]*matter.Matter{}
	}
	moved := map[record.ID]bool{}
	for i := range out.Change.Steps {
		s := &out.Change.Steps[i]
		now.Matters[s.After.Key.ID] = s.After
		moved[s.After.Key.ID] = s.Before != nil && (s.Before.Holder != s.After.Holder || s.Before.Asker != s.After.Asker)
	}
	out.Wakes, out.Reach = map[record.Key][]matter.Wake{}, map[record.Key][]matter.Reached{}
	for i := range out.Change.Steps {
		m := out.Change.Steps[i].After
		t := now.Types.Get(m.Type, m.Revision)
		out.Wakes[m.Key], out.Reach[m.Key] = t.Wakes(&now, m), t.Reach(&now, m)
	}
	for _, m := range w.Matters {
		if _, done := out.Reach[m.Key]; moved[m.Parent] && !done {
			out.Reach[m.Key] = now.Types.Get(m.Type, m.Revision).Reach(&now, m)
		}
	}
}

// The kinds of message in the outbox.
const (
	messageNotice = "notice"
	messageLetter = "letter"
)

// noticeBody is what a notice keeps; its words are written when it is sent.
type noticeBody struct {
	What string `json:"what"`
}

type letterBody struct {
	Letter string      `json:"letter"`
	To     []record.ID `json:"to,omitempty"`
	Copy   []record.ID `json:"copy,omitempty"`
}

func (a *App) notice(now calendar.Instant, n matter.Notice) (store.Message, error) {
	body, err := json.Marshal(noticeBody{What: n.What})
	return a.message(now, messageNotice, n.Matter, n.Post, body), err
}

func (a *App) letter(now calendar.Instant, l matter.LetterIntent) (store.Message, error) {
	body, err := json.Marshal(letterBody{Letter: l.Letter, To: l.To, Copy: l.Copy})
	return a.message(now, messageLetter, l.Matter, 0, body), err
}

func (a *App) message(now calendar.Instant, kind string, m record.Key, post record.ID, body []byte) store.Message {
	return store.Message{
		Key:  record.Key{District: m.District, ID: a.commit.IDs().Next(now)},
		Kind: kind, Matter: m.ID, Post: post, Due: now, Body: body,
	}
}

// proof finds out, before the commit, what guards will ask about this command: its files
// and where the doer stood.
func (a *App) proof(ctx context.Context, who Actor, m *matter.Matter, c matter.Command) (matter.Proof, error) {
	p := matter.Proof{Files: map[string]matter.FileFact{}, Said: map[string]bool{}}
	for key, v := range c.Typed {
		if v.Kind != rule.File {
			continue
		}
		for _, hash := range v.List {
			f, err := a.fileFact(ctx, who.District, hash)
			if err != nil {
				return p, err
			}
			if f == nil {
				return p, fault.New(fault.Invalid, "app.open_wrong").With(key, "app.file_unknown")
			}
			p.Files[hash] = *f
		}
	}
	return p, a.saidBefore(ctx, who, c, p.Said)
}
