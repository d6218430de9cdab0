package app

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

func version(t testing.TB, db *store.DB, k record.Key) int32 {
	t.Helper()
	m, err := db.Reader().Matter(context.Background(), k)
	if err != nil {
		t.Fatal(err)
	}
	return m.Version
}

func TestTwoActsOnOneVersionOneWins(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		c := started(t, db)
		k := newKey(c)
		do(t, c, openJob(c, k, 71))
		got := grouped(t, c, actJob(c, k, 1), actJob(c, k, 1))
		if got[0].err != nil || !fault.Is(got[1].err, fault.Conflict) {
			t.Fatalf("first %v, second %v", got[0].err, got[1].err)
		}
		if v := version(t, db, k); v != 2 {
			t.Errorf("version %d", v)
		}
	})
}

func TestTheSecondActSeesTheFirst(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		c := started(t, db)
		k := newKey(c)
		got := grouped(t, c, openJob(c, k, 71), actJob(c, k, 1), actJob(c, k, 2), closeJob(c, k), closeJob(c, k))
		for i, a := range got[:4] {
			if a.err != nil {
				t.Fatalf("job %d: %v", i, a.err)
			}
			if a.done.First != int64(i) || a.done.Leaves != 1 {
				t.Errorf("job %d lies at leaf %d (%d)", i, a.done.First, a.done.Leaves)
			}
		}
		if !fault.Is(got[4].err, fault.Refused) {
			t.Errorf("closing twice: %v", got[4].err)
		}
		if v := version(t, db, k); v != 4 {
			t.Errorf("version %d", v)
		}
		verified(t, db)
	})
}

func TestARefusalAnswersItsCallerOnly(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		c := started(t, db)
		a, b := newKey(c), newKey(c)
		refused := Job{District: sampleDistrict, Decide: func(g *Group) (Outcome, error) {
			if _, err := g.Serial(sampleDistrict, "sample"); err != nil {
				return Outcome{}, err
			}
			return Outcome{}, fault.New(fault.Invalid, "fault.invalid")
		}}
		got := grouped(t, c, openJob(c, a, 71), refused, openJob(c, b, 71))
		if got[0].err != nil || got[2].err != nil || !fault.Is(got[1].err, fault.Invalid) {
			t.Fatalf("%v, %v, %v", got[0].err, got[1].err, got[2].err)
		}
		if got[0].done.Answer != int64(1) || got[2].done.Answer != int64(2) {
			t.Errorf("numbers %v and %v: a refused job leaves no hole", got[0].done.Answer, got[2].done.Answer)
		}
		verified(t, db)
	})
}

func TestAPoisonedJobIsAlone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		c := started(t, db)
		a, b := newKey(c), newKey(c)
		poisons := map[string]Job{
			"sql": {District: sampleDistrict, Decide: func(*Group) (Outcome, error) {
				return Outcome{Write: func(tx *store.Tx) error { return errors.New("constraint") }}, nil
			}},
			"panic": {District: sampleDistrict, Decide: func(*Group) (Outcome, error) { panic("nil map") }},
			"same number twice": {District: sampleDistrict, Decide: func(g *Group) (Outcome, error) {
				out, err := openJob(c, newKey(c), 71).Decide(g)
				if err == nil {
					again := *out.Change.Steps[0].After
					again.Key = newKey(c)
					step := out.Change.Steps[0]
					step.After = &again
					out.Change.Steps = append(out.Change.Steps, step)
				}
				return out, err
			}},
		}
		for name, poison := range poisons {
			got := grouped(t, c, openJob(c, a, 71), poison, openJob(c, b, 71))
			if got[0].err != nil || got[2].err != nil {
				t.Fatalf("%s: %v, %v", name, got[0].err, got[2].err)
			}
			if got[1].err == nil || refusal(got[1].err) {
				t.Errorf("%s: the poisoned job was told %v", name, got[1].err)
			}
			a, b = newKey(c), newKey(c)
		}
		verified(t, db)
	})
}

func TestASameRequestIsAnsweredOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		c := started(t, db)
		k := newKey(c)
		do(t, c, openJob(c, k, 71))
		once := func(digest string) Job {
			j := actJob(c, k, 0)
			decide := j.Decide
			j.Once, j.Digest = "request-1", digest
			j.Decide = func(g *Group) (Outcome, error) {
				out, err := decide(g)
				out.Keep = []byte("saved")
				return out, err
			}
			return j
		}
		got := grouped(t, c, once("x"), once("x"), once("y"))
		if got[0].err != nil || got[0].done.Earlier != nil {
			t.Errorf("first: %+v", got[0])
		}
		if got[1].err != nil || string(got[1].done.Earlier) != "saved" {
			t.Errorf("again in the same group: %+v", got[1])
		}
		if !fault.Is(got[2].err, fault.Conflict) {
			t.Errorf("the key for another request: %v", got[2].err)
		}
		if d := do(t, c, once("x")); string(d.Earlier) != "saved" {
			t.Errorf("again later: %+v", d)
		}
		if v := version(t, db, k); v != 2 {
			t.Errorf("version %d: the act was done more than once", v)
		}
	})
}

func TestManyCallersLoseNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		c := started(t, db)
		shared := make([]record.Key, 5)
		for i := range shared {
			shared[i] = newKey(c)
			do(t, c, openJob(c, shared[i], record.ID(71+i)))
		}
		var all sync.WaitGroup
		errs := make(chan error, 1000)
		for i := range 24 {
			all.Go(func() {
				for n := range 12 {
					job := actJob(c, shared[(i+n)%len(shared)], 0)
					if n%4 == 0 {
						job = openJob(c, newKey(c), 71)
					}
					if _, err := c.Do(context.Background(), job); err != nil {
						errs <- err
					}
				}
			})
		}
		all.Wait()
		close(errs)
		for err := range errs {
			t.Error(err)
		}
		sum := int32(0)
		for _, k := range shared {
			sum += version(t, db, k) - 1
		}
		if sum != 24*9 {
			t.Errorf("%d acts of %d were kept", sum, 24*9)
		}
		verified(t, db)
	})
}

func TestAClosedCommitterSaysSo(t *testing.T) {
	db := storetest.SQLite(t)
	c := started(t, db)
	c.Close()
	if _, err := c.Do(context.Background(), openJob(c, newKey(c), 71)); !fault.Is(err, fault.Unavailable) {
		t.Errorf("got %v", err)
	}
}

func TestIdsGoOnAfterARestart(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		c := started(t, db)
		k := newKey(c)
		do(t, c, openJob(c, k, 71))
		c.Close()
		again := started(t, db)
		if next := newKey(again); next.ID <= k.ID {
			t.Errorf("after %s came %s", k, next)
		}
	})
}

func TestPartsAreSeenThroughTheirParent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		c := started(t, db)
		parent, part := newKey(c), newKey(c)
		do(t, c, openJob(c, parent, 71))
		do(t, c, openPart(c, part, 72, parent.ID))
		look := Job{District: sampleDistrict, Keys: []record.Key{part}, Parts: true, Decide: func(g *Group) (Outcome, error) {
			parts := g.Parts(parent)
			if len(parts) != 1 || parts[0].Key != part || g.Matter(parent) == nil {
				t.Errorf("parts of the parent: %v", parts)
			}
			return Outcome{}, nil
		}}
		do(t, c, look)
		verified(t, db)
	})
}

func TestAnOldOrganisationIsAConflict(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		c := started(t, db)
		if err := db.Update(func(tx *store.Tx) error { return tx.OrgVersionMove(sampleDistrict, 0) }); err != nil {
			t.Fatal(err)
		}
		job := openJob(c, newKey(c), 71)
		job.Org = 2
		if _, err := c.Do(context.Background(), job); !fault.Is(err, fault.Conflict) {
			t.Errorf("got %v", err)
		}
		job.Org = 1
		do(t, c, job)
	})
}

func TestTheLastWakesAndReachAreSaved(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		c := started(t, db)
		k := newKey(c)
		job := openJob(c, k, 71)
		decide := job.Decide
		job.Decide = func(g *Group) (Outcome, error) {
			out, err := decide(g)
			out.Wakes[k] = append(out.Wakes[k], out.Wakes[k]...)
			out.Wakes[k][1].At++
			out.Reach = map[record.Key][]matter.Reached{k: {{Post: 8}, {Post: 9}}}
			return out, err
		}
		do(t, c, job)
		do(t, c, Job{District: sampleDistrict, Keys: []record.Key{k}, Decide: func(*Group) (Outcome, error) {
			return Outcome{Reach: map[record.Key][]matter.Reached{k: {{Post: 9, Whole: true}}}}, nil
		}})
		wakes, err := db.Reader().Wakes(context.Background(), k)
		if err != nil || len(wakes) != 1 || wakes[0].At != sampleDue+2 {
			t.Errorf("wakes %v, %v", wakes, err)
		}
		reach, err := db.Reader().Reach(context.Background(), k.District, []record.ID{k.ID}, nil)
		if err != nil || len(reach) != 1 || !reach[0].Whole {
			t.Errorf("reach %v, %v", reach, err)
		}
	})
}

// TestClosingWaitsForWhoIsIn closes while many come: each is either saved or told no.
func TestClosingWaitsForWhoIsIn(t *testing.T) {
	db := storetest.SQLite(t)
	for range 20 {
		c := started(t, db)
		var all sync.WaitGroup
		for range 16 {
			k := newKey(c)
			all.Go(func() {
				_, err := c.Do(context.Background(), openJob(c, k, 71))
				_, missing := db.Reader().Matter(context.Background(), k)
				if (err == nil) != (missing == nil) {
					t.Errorf("told %v, stored %v", err, missing)
				}
			})
		}
		c.Close()
		all.Wait()
	}
}
