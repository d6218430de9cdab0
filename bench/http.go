package bench

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// The clients are keep-alive and in the same process, as the bare measurements had.
const (
	clients   = 8
	onServers = 32 // on PostgreSQL, which serves several programs
)

// over is one thing that is asked over HTTP, and the bare side of it: acts, or queries.
type over struct {
	name    string
	callers int
	do      func() error
	act     bareAct
	read    func(n int) []asked
	page    *timings
}

// timings are the server's own times of a page.
type timings struct {
	mu sync.Mutex
	ms []float64
}

func (t *timings) of(ms float64, err error) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.ms = append(t.ms, ms)
	return err
}

// http measures what a program or a browser asks of the whole. Its bare side is the driver
// alone at the same rows: acts in commits as large as the product came to, readings by as
// many callers. It gives the tokens with which a server on this database can be asked.
func (l *load) http(tell func(Figure)) (map[string]string, error) {
	f, err := l.front(onServers)
	if err != nil {
		return nil, err
	}
	defer f.p.Close()
	for _, s := range append(append(f.acts(), f.readings()...), f.pages()...) {
		fig, err := f.turn(s)
		fig.Scenario = s.name
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
		tell(fig)
	}
	return f.tokens, nil
}

func (f *front) n() int { return int(f.l.n.Add(1)) }

func (f *front) acts() []over {
	l := f.l
	direct := over{name: "HTTP: a direction, two matters", callers: clients, do: func() error {
		n := f.n()
		_, err := f.direct(f.owners[n%len(f.owners)], n)
		return err
	},
		act: func(n int) []bareRow { return append(l.bareOpen(n), l.bareOpen(f.n())...) }}
	progress := over{name: "HTTP: progress on a share", callers: clients, do: func() error { return f.say(f.shares, f.n()) }, act: l.bareAct}
	list := []over{direct, progress}
	if l.db.Engine() == store.Postgres {
		direct.callers, progress.callers = onServers, onServers
		list = append(list, direct, progress)
	}
	return list
}

func (f *front) readings() []over {
	today := f.l.day()
	owner := func(n int) string { return f.owners[n%len(f.owners)] }
	story := func() error { return f.get(chair, "/api/v1/matters/"+f.told[f.n()%len(f.told)]) }
	return []over{
		{name: "HTTP: list of 25", callers: clients, do: func() error { return f.get(chair, "/api/v1/matters?limit=25&holder="+owner(f.n())) },
			read: func(n int) []asked { return []asked{{bareList, []any{district, int64(f.posts[owner(n)])}}} }},
		{name: "HTTP: a matter with its story", callers: 1, do: story, read: f.toldOf},
		{name: "HTTP: a matter with its story", callers: clients, do: story, read: f.toldOf},
		{name: "HTTP: tallies by department", callers: clients, do: func() error { return f.get(chair, "/api/v1/tallies?by=department") },
			read: func(int) []asked {
				return []asked{{bareToday, []any{today.String(), district, 1}}, {bareFlows, []any{district, today.AddDays(-6).String()}}}
			}},
	}
}

func (f *front) toldOf(n int) []asked {
	k, err := record.ParseKey(f.told[n%len(f.told)])
	if err != nil {
		return nil
	}
	return storyOf(k.ID)
}

func (f *front) pages() []over {
	today := f.l.day()
	var list []over
	for _, callers := range []int{1, clients} {
		work, page := &timings{}, &timings{}
		list = append(list,
			over{name: "page: my work", callers: callers, page: work, do: func() error { return work.of(f.page(reader, "/work")) },
				read: func(int) []asked {
					post := int64(f.posts[reader])
					return []asked{{bareList, []any{district, post}}, {bareOwn, []any{district, post}}}
				}},
			over{name: "page: the district today", callers: callers, page: page, do: func() error { return page.of(f.page(chair, "/today")) },
				read: func(int) []asked {
					return []asked{{bareToday, []any{today.String(), district, 1}}, {bareComes, []any{district, int64(today.At(0, 0))}}}
				}})
	}
	return list
}

func (f *front) turn(s over) (Figure, error) {
	startJobs, startCommits := f.p.App.Stats()
	jobs, commits := startJobs, startCommits
	fig, err := turns(f.l.options, s.callers, func(int) error { return s.do() }, func(length time.Duration, _ Figure) (float64, error) {
		if s.act == nil {
			return f.l.bareReads(s.callers, length, s.read)
		}
		j, k := f.p.App.Stats()
		group := max(1, int(float64(j-jobs)/float64(max(1, k-commits))+.5))
		jobs, commits = j, k
		return f.l.bare(group, 0, length, s.act)
	})
	if s.act != nil {
		fig.Group = float64(jobs-startJobs) / float64(max(1, commits-startCommits))
	}
	if s.page != nil && len(s.page.ms) > 0 {
		slices.Sort(s.page.ms)
		fig.Server = s.page.ms[len(s.page.ms)/2]
	}
	return fig, err
}
