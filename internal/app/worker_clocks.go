package app

import (
	"context"
	"slices"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// wakeBatch is how many due timers are taken at once, and wakeLease how long they are
// held by a program that may die with them.
const (
	wakeBatch = 200
	wakeLease = 2 * time.Minute
)

// wakeDue lets every timer ring that is due: limits, warnings, silences, rules of time.
func (a *App) wakeDue(ctx context.Context) (int, error) {
	now := a.now()
	var due []matter.Wake
	err := a.db.Update(func(tx *store.Tx) (err error) {
		due, err = tx.WakesClaim(now, now.Add(wakeLease), wakeBatch)
		return err
	})
	if err != nil {
		return 0, err
	}
	for _, w := range due {
		if err := a.wakeOne(ctx, w); err != nil {
			return 0, err
		}
	}
	return len(due), nil
}

// wakeOne rings one timer. The wakes of a changed matter are rewritten with it; those of
// one that did not change are reckoned anew without what is due already, so that nothing
// is tried for ever and a rhythm comes again.
func (a *App) wakeOne(ctx context.Context, w matter.Wake) error {
	o, err := a.office(ctx, w.Matter.District)
	if err != nil {
		return err
	}
	c := matter.Command{Matter: w.Matter, Wake: &w}
	decide := a.deciding(o, Actor{District: o.district, Mode: record.Program}, c, matter.Proof{})
	job := Job{District: o.district, Org: o.version, Keys: []record.Key{w.Matter}, Parts: true, Decide: func(g *Group) (Outcome, error) {
		out, err := decide(g)
		if m := g.Matter(w.Matter); err == nil && m != nil && !touched(out.Change, w.Matter) {
			later := a.laterWakes(o, g, m)
			out.Write = func(tx *store.Tx) error { return tx.WakesRewrite([]record.Key{w.Matter}, later) }
		}
		return out, err
	}}
	done, err := a.commit.Do(ctx, job)
	if err == nil {
		return a.goOn(ctx, o, done.rest())
	}
	if fault.Is(err, fault.NotFound) {
		return a.db.Update(func(tx *store.Tx) error { return tx.WakeDrop(w) })
	}
	return err
}

// laterWakes are the wakes of a matter that lie ahead.
func (a *App) laterWakes(o *office, g *Group, m *matter.Matter) []matter.Wake {
	w := a.world(o, Actor{District: o.district, Mode: record.Program})
	w.Now, w.Matters = g.Now(), g.Matters(o.district)
	t := o.types.Get(m.Type, m.Revision)
	if t == nil {
		return nil
	}
	return slices.DeleteFunc(t.Wakes(w, m), func(k matter.Wake) bool { return k.At <= g.Now() })
}

func touched(c matter.Change, key record.Key) bool {
	for i := range c.Steps {
		if c.Steps[i].After.Key == key {
			return true
		}
	}
	return false
}

// wakeTypes opens what a rhythm opens by itself, such as every officer's list of the
// week. How far each rhythm has come is kept, so that none is missed or repeated.
func (a *App) wakeTypes(ctx context.Context) (int, error) {
	opened := 0
	for _, district := range a.served() {
		o, err := a.office(ctx, district)
		if err != nil {
			return opened, err
		}
		for _, t := range o.types.All() {
			n, err := a.wakeType(ctx, o, t)
			if err != nil {
				return opened, err
			}
			opened += n
		}
	}
	return opened, nil
}

func (a *App) wakeType(ctx context.Context, o *office, t *matter.Type) (int, error) {
	opened := 0
	for _, act := range t.Rules() {
		beat := t.Beat(act)
		if beat == nil {
			continue
		}
		name := "rhythm:" + t.Name() + ":" + act.Key
		last, err := a.db.Reader().Watermark(ctx, name, o.district)
		if err != nil {
			return opened, err
		}
		at := a.turnDue(o, beat, calendar.Date(last))
		if at == 0 {
			continue
		}
		if err := a.openTurn(ctx, o, t, act, at, name); err != nil {
			return opened, err
		}
		opened++
	}
	return opened, nil
}

// turnDue is the last day of a rhythm that has come and was not yet served; 0 if none. A
// district that has just begun is served from its next turn on.
func (a *App) turnDue(o *office, beat *calendar.Rhythm, served calendar.Date) calendar.Date {
	from := served
	if from == 0 {
		from = o.day - 1
	}
	var due calendar.Date
	for d := beat.Next(from, o.calendar); d != 0 && o.calendar.OfficeOpens(d) <= a.now(); d = beat.Next(d, o.calendar) {
		due = d
	}
	return due
}

func (a *App) openTurn(ctx context.Context, o *office, t *matter.Type, act *matter.Act, day calendar.Date, name string) error {
	w := matter.Wake{At: o.calendar.OfficeOpens(day), What: "rule:" + act.Key}
	c := matter.Command{Type: t.Name(), Wake: &w}
	standing, err := a.standing(ctx, o, t)
	if err != nil {
		return err
	}
	who := Actor{District: o.district, Mode: record.Program}
	decide := a.decidingIn(o, who, c, func(mw *matter.World) { mw.Standing = standing })
	done, err := a.commit.Do(ctx, Job{District: o.district, Org: o.version, Decide: func(g *Group) (Outcome, error) {
		out, err := decide(g)
		if err == nil {
			out.Write = func(tx *store.Tx) error { return tx.WatermarkSet(name, o.district, int64(day)) }
		}
		return out, err
	}})
	if err != nil {
		return err
	}
	return a.goOn(ctx, o, done.rest())
}

// standing tells which posts have an open matter of a type already.
func (a *App) standing(ctx context.Context, o *office, t *matter.Type) (map[matter.StandingKey]matter.Standing, error) {
	out := map[matter.StandingKey]matter.Standing{}
	want := store.ListWant{Scope: matter.Everything(o.district), Types: []string{t.Name()}, Limit: 500}
	for {
		page, next, err := a.db.Reader().List(ctx, want)
		if err != nil {
			return nil, err
		}
		for i := range page {
			m := &page[i]
			row := record.Ref{Kind: record.Post, Key: record.Key{District: o.district, ID: m.Asked}}
			out[matter.StandingKey{Type: t.Name(), Parent: m.Parent, Row: row}] = matter.Standing{Open: true, Ever: true}
		}
		if next == "" {
			return out, nil
		}
		want.After = next
	}
}
