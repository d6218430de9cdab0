package bench

import (
	"context"
	"database/sql"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// asked is one query of the bare side with its arguments.
type asked struct {
	query string
	args  []any
}

// The queries of the bare side are the product's, without its scopes.
const (
	bareList  = `SELECT * FROM matter WHERE district=$1 AND holder=$2 AND phase < 5 ORDER BY due, id LIMIT 26`
	bareOwn   = `SELECT key, sum(n) FROM tally WHERE district=$1 AND grain=3 AND key=$2 GROUP BY key`
	bareToday = `SELECT key, sum(n), sum(CASE WHEN due_day < $1 THEN n ELSE 0 END), sum(reported), min(due_day)
 FROM standing WHERE district=$2 AND grain=$3 GROUP BY key`
	bareFlows = `SELECT key, what, sum(n) FROM flow WHERE district=$1 AND grain=1 AND day >= $2 GROUP BY key, what`
	bareOne   = `SELECT * FROM matter WHERE district=$1 AND id=$2`
	bareParts = `SELECT * FROM matter WHERE district=$1 AND parent=$2 AND parent <> 0`
	bareStory = `SELECT * FROM event WHERE district=$1 AND subject=$2 ORDER BY version, id`
	bareWords = `SELECT v.* FROM event e JOIN event_value v ON v.district=e.district AND v.event=e.id WHERE e.district=$1 AND e.subject=$2`
	bareComes = `SELECT * FROM sitting WHERE district=$1 AND starts > $2 ORDER BY starts, id LIMIT 200`
)

func (l *load) day() calendar.Date { return l.owed[0].ID.Made().Date() }

func (l *load) myWork(callers int) func() (Figure, error) {
	return func() (Figure, error) {
		r := l.db.Reader()
		today := l.day()
		return l.beside(callers, "my work, 25 and counts", func(caller int) error {
			n := int(l.n.Add(1)) + caller
			_, err := r.MyWork(l.ctx, district, []record.ID{post(n)}, today, today.AddDays(7), "", 25)
			return err
		}, func(n int) []asked {
			return []asked{{bareList, []any{district, int64(post(n))}}, {bareOwn, []any{district, int64(post(n))}}}
		})
	}
}

func (l *load) today() (Figure, error) {
	r := l.db.Reader()
	today := l.day()
	return l.beside(1, "the district today", func(int) error {
		_, err := r.Standings(l.ctx, store.StandingWant{Scope: matter.Everything(district), By: store.ByDepartment, Today: today, Warn: today.AddDays(7)})
		return err
	}, func(int) []asked { return []asked{{bareToday, []any{today.String(), district, 1}}} })
}

func (l *load) story() (Figure, error) {
	r := l.db.Reader()
	return l.beside(1, "a matter with its events", func(int) error {
		k := spread(l.owed, int(l.n.Add(1)))
		if _, _, _, err := r.Family(l.ctx, k); err != nil {
			return err
		}
		_, err := r.History(l.ctx, k, 0, 100)
		return err
	}, func(n int) []asked { return storyOf(spread(l.owed, n).ID) })
}

// storyOf asks for a matter, its parts, its events and their values.
func storyOf(id record.ID) []asked {
	args := []any{district, int64(id)}
	return []asked{{bareOne, args}, {bareParts, args}, {bareStory, args}, {bareWords, args}}
}

// beside measures a reading and the bare driver at the same reading.
func (l *load) beside(callers int, name string, product func(int) error, bare func(n int) []asked) (Figure, error) {
	f, err := turns(l.options, callers, product, func(length time.Duration, _ Figure) (float64, error) {
		return l.bareReads(callers, length, bare)
	})
	f.Scenario = name
	return f, err
}

// bareReads asks again and again with prepared statements, a connection a caller, and gives
// the rate.
func (l *load) bareReads(callers int, length time.Duration, ask func(n int) []asked) (float64, error) {
	raw, err := l.raw(callers)
	if err != nil {
		return 0, err
	}
	defer raw.Close()
	kept := make([]map[string]*sql.Stmt, callers)
	conns := make([]*sql.Conn, callers)
	for i := range conns {
		kept[i] = map[string]*sql.Stmt{}
		if conns[i], err = raw.Conn(l.ctx); err != nil {
			return 0, err
		}
		defer conns[i].Close()
	}
	f, err := measure(callers, length, func(caller int) error {
		for _, a := range ask(int(l.n.Add(1))) {
			st := kept[caller][a.query]
			if st == nil {
				var err error
				if st, err = conns[caller].PrepareContext(l.ctx, a.query); err != nil {
					return err
				}
				kept[caller][a.query] = st
			}
			if err := drain(l.ctx, st, a.args); err != nil {
				return err
			}
		}
		return nil
	})
	return f.Product, err
}

// drain runs a query and scans every value of it, as any reader must.
func drain(ctx context.Context, st *sql.Stmt, args []any) error {
	rows, err := st.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	return scanAll(rows)
}
