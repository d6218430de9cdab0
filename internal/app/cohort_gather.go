package app

import (
	"context"
	"encoding/json"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// A frozen set is gathered by a job, some hundreds of candidates a commit. Each is judged
// as it stood when the set was frozen, so that it does not matter when the job gets to it,
// nor what else is done meanwhile.
const (
	jobGather   = "gather"
	gatherChunk = 500
	gatherLease = 2 * time.Minute
)

// gathering is what the job has still to do.
type gathering struct {
	Matter record.Key `json:"matter"`
	Cohort string     `json:"cohort"`
}

// gathered is how far it has come.
type gathered struct {
	After   record.ID `json:"after"` // the last candidate looked at
	Members int       `json:"members"`
}

// gatherJob is the work that an act which froze a set leaves. A person's request holds it
// first; what the clock froze waits for the worker.
func gatherJob(w *matter.World, s matter.FrozenSet) (store.Job, error) {
	data, err := json.Marshal(gathering{s.Of, s.Cohort})
	j := store.Job{Key: record.Key{District: s.Of.District, ID: s.Job}, Kind: jobGather, Person: w.Actor.Person, Post: w.Actor.As(), State: "waiting",
		Created: w.Now, Updated: w.Now, Data: data, Result: []byte("{}")}
	if w.Actor.Person != 0 {
		j.State, j.Lease = "running", w.Now.Add(gatherLease)
	}
	return j, err
}

// gatherFirst does the first chunk at once, so that a small set is whole when the act is
// answered. What fails here the worker does again.
func (a *App) gatherFirst(ctx context.Context, jobs []store.Job) {
	for _, j := range jobs {
		if err := a.gather(ctx, j); err != nil {
			a.log.Error("gathering", "job", j.Key.String(), "err", err)
		}
	}
}

// gatherDue takes one waiting set and does the next chunk of it.
func (a *App) gatherDue(ctx context.Context) (int, error) {
	var j store.Job
	var ok bool
	now := a.now()
	err := a.db.Update(func(tx *store.Tx) (err error) {
		j, ok, err = tx.JobClaim(now, now.Add(gatherLease))
		return err
	})
	if err != nil || !ok {
		return 0, err
	}
	return 1, a.gather(ctx, j)
}

// gather does one chunk. An organisation that changed meanwhile is met once more.
func (a *App) gather(ctx context.Context, j store.Job) error {
	err := a.gatherNext(ctx, j)
	if f := fault.As(err); err == nil || f == nil || f.Key != "store.org_changed" {
		return err
	}
	a.forget(j.Key.District)
	return a.gatherNext(ctx, j)
}

func (a *App) gatherNext(ctx context.Context, j store.Job) error {
	var what gathering
	var so gathered
	if err := json.Unmarshal(j.Data, &what); err != nil {
		return err
	}
	if err := json.Unmarshal(j.Result, &so); err != nil {
		return err
	}
	o, err := a.office(ctx, j.Key.District)
	if err != nil {
		return err
	}
	m, err := a.db.Reader().Matter(ctx, what.Matter)
	if err != nil {
		return err
	}
	t := o.types.Get(m.Type, m.Revision)
	f := m.Freezing(what.Cohort)
	if t == nil || t.Cohort(what.Cohort) == nil || f == nil {
		return a.endJob(j, "failed")
	}
	if f.Gathered != 0 {
		return a.endJob(j, "done")
	}
	types, every := t.CohortOf(o.types, t.Cohort(what.Cohort)), !t.CohortOpen(o.types, t.Cohort(what.Cohort))
	if j.Total == 0 {
		if j.Total, err = a.db.Reader().CandidateCount(ctx, o.district, types, f.At, every); err != nil {
			return err
		}
	}
	ids, err := a.db.Reader().Candidates(ctx, o.district, types, so.After, f.At, every, gatherChunk)
	if err != nil {
		return err
	}
	return a.joinChunk(ctx, o, j, what, so, ids)
}

// joinChunk decides on some candidates and saves the job's progress in the same commit.
func (a *App) joinChunk(ctx context.Context, o *office, j store.Job, what gathering, so gathered, ids []record.ID) error {
	last := len(ids) < gatherChunk
	keys := []record.Key{what.Matter}
	for _, id := range ids {
		keys = append(keys, record.Key{District: o.district, ID: id})
	}
	join := &matter.Join{Cohort: what.Cohort, Members: ids, Before: so.Members, Last: last}
	program := Actor{District: o.district, Mode: record.Program}
	c := matter.Command{Matter: what.Matter, Join: join}
	job := Job{District: o.district, Org: o.version, Keys: keys, Decide: func(g *Group) (Outcome, error) {
		var err error
		m := g.Matter(what.Matter)
		if join.Stood, err = stoodThen(g, m.Freezing(what.Cohort).At, keys[1:]); err != nil {
			return Outcome{}, err
		}
		out, err := a.decidingIn(o, program, c, func(w *matter.World) { w.Actor.Kind = matter.Ruling })(g)
		if err != nil {
			return Outcome{}, err
		}
		next := so
		next.Members += joiners(out.Change)
		if len(ids) > 0 {
			next.After = ids[len(ids)-1]
		}
		now := j
		now.State, now.Lease, now.Updated, now.Done = "waiting", 0, g.Now(), j.Done+int64(len(ids))
		if now.Total = max(j.Total, now.Done); last {
			now.State = "done"
		}
		now.Result, err = json.Marshal(next)
		out.Jobs = append(out.Jobs, now)
		return out, err
	}}
	_, err := a.commit.Do(ctx, job)
	return err
}

func joiners(c matter.Change) int {
	n := 0
	for i := range c.Steps {
		for _, e := range c.Steps[i].Events {
			if e.Kind == matter.Joined {
				n++
			}
		}
	}
	return n
}

// stoodThen folds those matters that have changed since an instant up to it.
func stoodThen(g *Group, at calendar.Instant, keys []record.Key) (map[record.ID]*matter.Matter, error) {
	stood := map[record.ID]*matter.Matter{}
	for _, k := range keys {
		m := g.Matter(k)
		if m == nil || m.Updated <= at || m.Opened > at {
			continue
		}
		var was matter.Matter
		for after := record.ID(0); ; {
			events, err := g.Reader().History(context.Background(), k, after, gatherChunk)
			if err != nil {
				return nil, err
			}
			for i := range events {
				if events[i].At > at {
					events = events[:i]
					break
				}
				if was, err = matter.Apply(was, events[i].Event); err != nil {
					return nil, err
				}
				after = events[i].ID
			}
			if len(events) < gatherChunk {
				break
			}
		}
		stood[k.ID] = &was
	}
	return stood, nil
}

func (a *App) endJob(j store.Job, state string) error {
	j.State, j.Lease = state, 0
	return a.db.Update(func(tx *store.Tx) error { return tx.JobPut(j) })
}
