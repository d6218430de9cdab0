package bench

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/store"
)

const (
	district    = 218
	departments = 40
	blocks      = 20
	posts       = 1200
	types       = 12
	openShare   = 10 // of a hundred filled-in matters stay open, after some years
	fillAtOnce  = 500
)

// shape is what the nth matter is like. Its members have nothing to do with each other, so
// that the counts have as many cells as those of a district.
type shape struct {
	typ, phase           int
	department, block    record.ID
	place, holder, asker record.ID
	days                 int // left until it is due
}

func shapeOf(n int) shape {
	x := uint64(n) * 0x9E3779B97F4A7C15
	draw := func(of int) int {
		x ^= x >> 30
		x *= 0xBF58476D1CE4E5B9
		x ^= x >> 27
		return int(x>>8) % of
	}
	s := shape{typ: draw(types), phase: 2, department: record.ID(10 + draw(departments)), block: record.ID(100 + draw(blocks)),
		place: record.ID(1000 + draw(400)), holder: post(draw(posts)), asker: post(draw(posts)), days: 1 + draw(75)}
	if draw(8) == 0 {
		s.phase = 4
	}
	return s
}

// load is a district at work: matters spread over departments, blocks, posts and days.
type load struct {
	ctx     context.Context
	db      *store.DB
	c       *app.Committer
	options Options
	tables  bareTables
	owed    []record.Key // open matters
	n       atomic.Int64
}

func (l *load) key() record.Key {
	return record.Key{District: district, ID: l.c.IDs().Next(calendar.At(time.Now()))}
}

func post(n int) record.ID { return record.ID(5000 + n%posts) }

// opening makes the step that opens the nth matter: seven members that lists are sorted
// and counted by, a clock, and a subject kept beside the event.
func (l *load) opening(g *app.Group, k record.Key, n int) (matter.Step, matter.Wake, error) {
	serial, err := g.Serial(district, "bench")
	if err != nil {
		return matter.Step{}, matter.Wake{}, err
	}
	subject := record.Value{Path: "fields.subject.d", Salt: [16]byte{byte(n), byte(n >> 8), 1}, Bytes: fmt.Appendf(nil, "वार्ड %d में हैंडपंप खराब है", n)}
	m := shapeOf(n)
	due := g.Now() + calendar.Instant(m.days)*24*calendar.Hour
	body := fmt.Sprintf(`{"asker":%q,"block":%q,"class":"office","clocks":[{"due":%d,"name":"sent","rule":"within 7 days","start":%d,"value":"7 days"}],"department":%q,"fields":{"subject":{"d":%q,"k":%d}},"holder":%q,"number":"B-%08d","phase":%d,"place":%q,"state":"sent","type":"bench.t%d"}`,
		m.asker, m.block, due, g.Now(), m.department, subject.Sealed(), rule.Text, m.holder, serial, m.phase, m.place, m.typ)
	step, err := fold(l, g, nil, k, matter.Opened, "send", body, subject)
	return step, matter.Wake{At: due + 1, Matter: k, What: "late:sent"}, err
}

func fold(l *load, g *app.Group, before *matter.Matter, k record.Key, kind, act, body string, values ...record.Value) (matter.Step, error) {
	var m matter.Matter
	if before != nil {
		m = *before
	}
	ev := record.Event{ID: l.c.IDs().Next(g.Now()), District: district, Subject: record.Ref{Kind: record.Matter, Key: k}, Version: m.Version + 1,
		Kind: kind, Act: act, Person: 7, Post: 5001, At: g.Now(), Body: []byte(body), Values: values}
	after, err := matter.Apply(m, ev)
	return matter.Step{Before: before, After: &after, Events: []record.Event{ev}}, err
}

func (l *load) openJob(k record.Key, n int) app.Job {
	return app.Job{District: district, Decide: func(g *app.Group) (app.Outcome, error) {
		step, wake, err := l.opening(g, k, n)
		return app.Outcome{Change: matter.Change{Steps: []matter.Step{step}}, Wakes: map[record.Key][]matter.Wake{k: {wake}}}, err
	}}
}

// handOver gives a matter to another post with some words: a row loaded, changed, moved
// between counts, and an event with a value.
func (l *load) handOver(k record.Key, n int) app.Job {
	return app.Job{District: district, Keys: []record.Key{k}, Decide: func(g *app.Group) (app.Outcome, error) {
		words := record.Value{Path: "text.d", Salt: [16]byte{byte(n), 2}, Bytes: []byte("स्थल पर जाकर देखें और बताएँ")}
		body := fmt.Sprintf(`{"holder":%q,"text":{"d":%q,"k":%d}}`, post(n), words.Sealed(), rule.Text)
		m := g.Matter(k)
		step, err := fold(l, g, m, k, matter.Assigned, "transfer", body, words)
		return app.Outcome{Change: matter.Change{Steps: []matter.Step{step}}, Wakes: map[record.Key][]matter.Wake{k: {{At: m.Due + 1, Matter: k, What: "late:sent"}}}}, err
	}}
}

// fill opens the matters by hundreds in a job, as an import does, and closes most of them.
func (l *load) fill() (Figure, error) {
	total := l.options.Matters
	start := time.Now()
	for from := 0; from < total; from += fillAtOnce {
		n := min(fillAtOnce, total-from)
		keys := make([]record.Key, n)
		_, err := l.c.Do(l.ctx, app.Job{District: district, Decide: func(g *app.Group) (app.Outcome, error) {
			out := app.Outcome{Wakes: map[record.Key][]matter.Wake{}}
			for i := range n {
				keys[i] = l.key()
				step, wake, err := l.opening(g, keys[i], from+i)
				if err != nil {
					return out, err
				}
				out.Change.Steps = append(out.Change.Steps, step)
				if (from+i)%100 < openShare {
					out.Wakes[keys[i]] = []matter.Wake{wake}
					continue
				}
				closed, err := fold(l, g, step.After, keys[i], matter.Moved, "close", `{"phase":5,"state":"done"}`)
				if err != nil {
					return out, err
				}
				out.Change.Steps = append(out.Change.Steps, closed)
			}
			return out, nil
		}})
		if err != nil {
			return Figure{Scenario: "import"}, err
		}
		for i, k := range keys {
			if (from+i)%100 < openShare {
				l.owed = append(l.owed, k)
			}
		}
	}
	took := time.Since(start)
	l.n.Store(int64(total))
	f := Figure{Scenario: "import, most closed at once", Callers: 1, Product: float64(total) / took.Seconds()}
	var err error
	if f.Bare, err = l.bare(fillAtOnce, min(20_000, max(total, 2000)), 0, l.bareFill); err == nil {
		f.Ratio = f.Product / f.Bare
	}
	return f, err
}

func (l *load) open(callers int) func() (Figure, error) {
	return func() (Figure, error) {
		return l.durable("open a matter", callers, func(int) error {
			_, err := l.c.Do(l.ctx, l.openJob(l.key(), int(l.n.Add(1))))
			return err
		}, l.bareOpen)
	}
}

func (l *load) act(callers int) func() (Figure, error) {
	return func() (Figure, error) {
		return l.durable("act on a matter", callers, func(int) error {
			n := int(l.n.Add(1))
			_, err := l.c.Do(l.ctx, l.handOver(spread(l.owed, n), n))
			return err
		}, l.bareAct)
	}
}

// durable measures the product, then the bare driver with as many acts in a commit as the
// product came to.
func (l *load) durable(name string, callers int, do func(int) error, bare bareAct) (Figure, error) {
	if callers == 0 {
		callers = l.options.many()
	}
	startJobs, startCommits := l.c.Stats()
	jobs, commits := startJobs, startCommits
	f, err := turns(l.options, callers, do, func(length time.Duration, _ Figure) (float64, error) {
		j, k := l.c.Stats()
		group := max(1, int(float64(j-jobs)/float64(max(1, k-commits))+.5))
		jobs, commits = j, k
		return l.bare(group, 0, length, bare)
	})
	f.Scenario = name
	f.Group = float64(jobs-startJobs) / float64(max(1, commits-startCommits))
	return f, err
}
