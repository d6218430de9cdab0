package bench

import (
	"context"
	"database/sql"
	"time"

	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

func (l *load) myWork(callers int) func() (Figure, error) {
	return func() (Figure, error) {
		r := l.db.Reader()
		today := record.ID(l.owed[0].ID).Made().Date()
		return l.beside(callers, "my work, 25 and counts", func(caller int) error {
			n := int(l.n.Add(1)) + caller
			_, err := r.MyWork(l.ctx, district, []record.ID{post(n)}, today, today.AddDays(7), "", 25)
			return err
		}, func(ctx context.Context, raw *sql.DB, n int) error {
			if err := drain(ctx, raw, `SELECT * FROM matter WHERE district=$1 AND holder=$2 AND phase < 5 ORDER BY due, id LIMIT 26`, district, int64(post(n))); err != nil {
				return err
			}
			return drain(ctx, raw, `SELECT type, phase, sum(n) FROM tally WHERE district=$1 AND grain=3 AND key=$2 GROUP BY type, phase`, district, int64(post(n)))
		})
	}
}

func (l *load) today() (Figure, error) {
	r := l.db.Reader()
	today := record.ID(l.owed[0].ID).Made().Date()
	return l.beside(1, "the district today", func(int) error {
		_, err := r.Standings(l.ctx, store.StandingWant{District: district, By: store.ByDepartment, Class: record.Judicial, Today: today, Warn: today.AddDays(7)})
		return err
	}, func(ctx context.Context, raw *sql.DB, _ int) error {
		if err := drain(ctx, raw, `SELECT key, type, phase, sum(n), sum(CASE WHEN due_day < $2 THEN n ELSE 0 END) FROM tally WHERE district=$1 AND grain=1 GROUP BY key, type, phase`, district, today.String()); err != nil {
			return err
		}
		return drain(ctx, raw, `SELECT key, type, what, sum(n) FROM flow WHERE district=$1 AND grain=1 AND day >= $2 GROUP BY key, type, what`, district, today.AddDays(-6).String())
	})
}

func (l *load) story() (Figure, error) {
	r := l.db.Reader()
	return l.beside(1, "a matter with its events", func(int) error {
		k := spread(l.owed, int(l.n.Add(1)))
		if _, err := r.Matter(l.ctx, k); err != nil {
			return err
		}
		_, err := r.History(l.ctx, k, 0, 100)
		return err
	}, func(ctx context.Context, raw *sql.DB, n int) error {
		k := spread(l.owed, n)
		if err := drain(ctx, raw, `SELECT * FROM matter WHERE district=$1 AND id=$2`, district, int64(k.ID)); err != nil {
			return err
		}
		if err := drain(ctx, raw, `SELECT * FROM event WHERE district=$1 AND subject=$2 ORDER BY id`, district, int64(k.ID)); err != nil {
			return err
		}
		return drain(ctx, raw, `SELECT v.* FROM event e JOIN event_value v ON v.district=e.district AND v.event=e.id WHERE e.district=$1 AND e.subject=$2`, district, int64(k.ID))
	})
}

// beside measures a reading and the bare driver at the same reading.
func (l *load) beside(callers int, name string, product func(int) error, bare func(context.Context, *sql.DB, int) error) (Figure, error) {
	raw, err := l.raw()
	if err != nil {
		return Figure{Scenario: name}, err
	}
	defer raw.Close()
	f, err := turns(l.options, callers, product, func(length time.Duration, _ Figure) (float64, error) {
		b, err := measure(callers, length, func(int) error { return bare(l.ctx, raw, int(l.n.Add(1))) })
		return b.Product, err
	})
	f.Scenario = name
	return f, err
}

// drain runs a query and scans every value of it, as any reader must.
func drain(ctx context.Context, raw *sql.DB, q string, args ...any) error {
	rows, err := raw.QueryContext(ctx, q, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	return scanAll(rows)
}
