package store

import (
	"context"
	"database/sql"
)

// runner is where a statement runs: the readers' pool, a snapshot, or a transaction.
type runner interface {
	query(ctx context.Context, q string, args []any) (*sql.Rows, error)
	exec(ctx context.Context, q string, args []any) (sql.Result, error)
}

// Reader reads. Queries take a context, so that a reader who has gone away stops them.
type Reader struct {
	engine Engine
	on     runner
}

// Tx writes in one transaction, and reads what it has written. It belongs to one
// goroutine and takes no context: a commit is never abandoned half-way.
type Tx struct {
	Reader
	many many
}

func (tx *Tx) exec(q string, args ...any) (int64, error) {
	res, err := tx.on.exec(context.Background(), q, args)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

// pool runs queries on the readers, keeping the fixed ones prepared.
type pool DB

const keptStatements = 300

func (p *pool) query(ctx context.Context, q string, args []any) (*sql.Rows, error) {
	if fn := p.heard.Load(); fn != nil {
		(*fn)(q)
	}
	if p.engine == Postgres { // pgx keeps its own
		return p.read.QueryContext(ctx, q, args...)
	}
	st, ok := p.kept.Load(q)
	if !ok {
		if p.keptCount.Add(1) > keptStatements {
			return p.read.QueryContext(ctx, q, args...)
		}
		made, err := p.read.PrepareContext(ctx, q)
		if err != nil {
			return nil, err
		}
		var twice bool
		if st, twice = p.kept.LoadOrStore(q, made); twice {
			made.Close()
		}
	}
	return st.(*sql.Stmt).QueryContext(ctx, args...)
}

func (p *pool) exec(ctx context.Context, q string, args []any) (sql.Result, error) {
	return p.read.ExecContext(ctx, q, args...)
}

// plain runs statements unprepared on a transaction; pgx keeps its own prepared ones.
type plain struct{ tx *sql.Tx }

func (p plain) query(ctx context.Context, q string, args []any) (*sql.Rows, error) {
	return p.tx.QueryContext(ctx, q, args...)
}

func (p plain) exec(ctx context.Context, q string, args []any) (sql.Result, error) {
	return p.tx.ExecContext(ctx, q, args...)
}

// collect runs a query and scans every row.
func collect[T any](ctx context.Context, r *Reader, scan func(*sql.Rows, *T) error, q string, args ...any) ([]T, error) {
	rows, err := r.on.query(ctx, q, args)
	if err != nil {
		return nil, unwell(err)
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		var v T
		if err := scan(rows, &v); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, unwell(rows.Err())
}

// first runs a query and scans its first row; ok is false when there is none.
func first(ctx context.Context, r *Reader, q string, args []any, into ...any) (ok bool, err error) {
	rows, err := r.on.query(ctx, q, args)
	if err != nil {
		return false, unwell(err)
	}
	defer rows.Close()
	if !rows.Next() {
		return false, unwell(rows.Err())
	}
	return true, rows.Scan(into...)
}

// Execute runs any statement, for the tools that repair and the tests that break.
func (tx *Tx) Execute(q string, args ...any) error {
	_, err := tx.exec(q, args...)
	return err
}
