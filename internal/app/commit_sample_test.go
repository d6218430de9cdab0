package app

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/store"
)

// The tests of the committer decide by hand, on real events that the engine folds.
const (
	sampleDistrict = 218
	sampleDue      = calendar.Instant(1_780_000_000_000_000)
)

func started(t testing.TB, db *store.DB) *Committer {
	t.Helper()
	c, err := NewCommitter(context.Background(), db, func() calendar.Instant { return calendar.At(time.Now()) })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

// sampleStep folds an event with a body into a matter.
func sampleStep(c *Committer, g *Group, before *matter.Matter, k record.Key, kind, act, body string, values ...record.Value) (matter.Step, error) {
	var m matter.Matter
	if before != nil {
		m = *before
	}
	ev := record.Event{ID: c.IDs().Next(g.Now()), District: k.District, Subject: record.Ref{Kind: record.Matter, Key: k}, Version: m.Version + 1,
		Kind: kind, Act: act, Person: 5, Post: 6, At: g.Now(), Body: []byte(body), Values: values}
	after, err := matter.Apply(m, ev)
	return matter.Step{Before: before, After: &after, Events: []record.Event{ev}}, err
}

// openJob opens a matter held by a post, with a number of the series and a subject that
// is kept beside the event.
func openJob(c *Committer, k record.Key, holder record.ID) Job { return openPart(c, k, holder, 0) }

// openPart opens a matter as a part of another.
func openPart(c *Committer, k record.Key, holder, parent record.ID) Job {
	return Job{District: k.District, Decide: func(g *Group) (Outcome, error) {
		n, err := g.Serial(k.District, "sample")
		if err != nil {
			return Outcome{}, err
		}
		subject := record.Value{Path: "fields.subject.d", Salt: [16]byte{1, byte(n)}, Bytes: []byte("हैंडपंप खराब")}
		body := fmt.Sprintf(`{"block":%q,"clocks":[{"due":%d,"name":"sent","rule":"within 7 days","start":%d}],"department":%q,"fields":{"subject":{"d":%q,"k":%d}},"holder":%q,"number":"N-%d","parent":%q,"phase":2,"place":%q,"state":"sent","type":"sample.a"}`,
			record.ID(51), sampleDue, g.Now(), record.ID(11), subject.Sealed(), rule.Text, holder, n, parent, record.ID(501))
		step, err := sampleStep(c, g, nil, k, matter.Opened, "send", body, subject)
		wake := matter.Wake{At: sampleDue + 1, Matter: k, What: "late:sent"}
		return Outcome{Change: matter.Change{Steps: []matter.Step{step}}, Wakes: map[record.Key][]matter.Wake{wake.Matter: {wake}}, Answer: n}, err
	}}
}

// actJob notes on a matter if it still has the version the caller saw; 0 does not care.
func actJob(c *Committer, k record.Key, version int32) Job {
	return Job{District: k.District, Keys: []record.Key{k}, Decide: func(g *Group) (Outcome, error) {
		m := g.Matter(k)
		if m == nil {
			return Outcome{}, fault.New(fault.NotFound, "store.not_found")
		}
		if version != 0 && m.Version != version {
			return Outcome{}, fault.New(fault.Conflict, "store.changed")
		}
		step, err := sampleStep(c, g, m, k, matter.Noted, "note", `{}`)
		wake := matter.Wake{At: sampleDue + 1, Matter: k, What: "late:sent"}
		return Outcome{Change: matter.Change{Steps: []matter.Step{step}}, Wakes: map[record.Key][]matter.Wake{wake.Matter: {wake}}, Answer: step.After.Version}, err
	}}
}

// closeJob closes a matter.
func closeJob(c *Committer, k record.Key) Job {
	return Job{District: k.District, Keys: []record.Key{k}, Decide: func(g *Group) (Outcome, error) {
		m := g.Matter(k)
		if m == nil || !m.Phase.Open() {
			return Outcome{}, fault.New(fault.Refused, "fault.refused")
		}
		step, err := sampleStep(c, g, m, k, matter.Moved, "close", `{"phase":5,"state":"done"}`)
		return Outcome{Change: matter.Change{Steps: []matter.Step{step}}}, err
	}}
}

func newKey(c *Committer) record.Key {
	return record.Key{District: sampleDistrict, ID: c.IDs().Next(calendar.At(time.Now()))}
}

func do(t testing.TB, c *Committer, j Job) Done {
	t.Helper()
	d, err := c.Do(context.Background(), j)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// grouped puts jobs into one group and gives their answers in order.
func grouped(t testing.TB, c *Committer, jobs ...Job) []answered {
	t.Helper()
	group := make([]*waiting, len(jobs))
	for i := range jobs {
		group[i] = &waiting{job: &jobs[i], answer: make(chan answered, 1)}
	}
	c.commitGroup(group)
	out := make([]answered, len(group))
	for i, w := range group {
		out[i] = <-w.answer
	}
	return out
}
