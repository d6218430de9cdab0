package store

import (
	"context"
	"database/sql"
	"fmt"
)

// Migrate is what Open does.
func (db *DB) Migrate(ctx context.Context) error { return db.migrate(ctx) }

// MigrateTo brings the schema to where it stood at an older step.
func (db *DB) MigrateTo(ctx context.Context, last int) error { return db.migrateTo(ctx, last) }

// Query is a statement that a Reader ran, with its arguments.
type Query struct {
	Text string
	Args []any
}

// Recorded gives a Reader that notes every query it runs.
func (db *DB) Recorded(into *[]Query) *Reader {
	return &Reader{engine: db.engine, on: recorder{(*pool)(db), into}}
}

type recorder struct {
	runner
	into *[]Query
}

func (r recorder) query(ctx context.Context, q string, args []any) (*sql.Rows, error) {
	*r.into = append(*r.into, Query{q, args})
	return r.runner.query(ctx, q, args)
}

// Rows runs any query in a transaction and hands the last column of each over.
func (tx *Tx) Rows(q string, args []any, each func(string)) error {
	rows, err := tx.on.query(context.Background(), q, args)
	if err != nil {
		return err
	}
	defer rows.Close()
	cols, err := rows.Columns()
	if err != nil {
		return err
	}
	for rows.Next() {
		into := make([]any, len(cols))
		for i := range into {
			into[i] = new(any)
		}
		if err := rows.Scan(into...); err != nil {
			return err
		}
		each(fmt.Sprint(*into[len(into)-1].(*any)))
	}
	return rows.Err()
}
