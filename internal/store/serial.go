package store

import (
	"context"
	"database/sql"

	"github.com/anupalan/anupalan/internal/fault"
)

// SerialsLocked holds all number series of a district until the commit. One lock for all
// of them: two commits that each need two series cannot wait for each other.
func (tx *Tx) SerialsLocked(district int32) error {
	for {
		var next int64
		ok, err := first(context.Background(), &tx.Reader, locked(tx.engine, `SELECT next FROM serial WHERE district=$1 AND name=''`), []any{district}, &next)
		if ok || err != nil || tx.engine == SQLite {
			return err
		}
		if _, err = tx.exec(`INSERT INTO serial (district, name, next) VALUES ($1,'',0) ON CONFLICT (district, name) DO NOTHING`, district); err != nil {
			return err
		}
	}
}

// Serial reads the next number of a series; a new one begins at 1.
func (r *Reader) Serial(ctx context.Context, district int32, name string) (next int64, err error) {
	next = 1
	_, err = first(ctx, r, `SELECT next FROM serial WHERE district=$1 AND name=$2`, []any{district, name}, &next)
	return next, err
}

// Serials reads the next number of every series of a district.
func (r *Reader) Serials(ctx context.Context, district int32) (map[string]int64, error) {
	type row struct {
		name string
		next int64
	}
	rows, err := collect(ctx, r, func(rows *sql.Rows, s *row) error { return rows.Scan(&s.name, &s.next) },
		`SELECT name, next FROM serial WHERE district=$1 AND name <> ''`, district)
	out := make(map[string]int64, len(rows))
	for _, s := range rows {
		out[s.name] = s.next
	}
	return out, err
}

// SerialSet saves the next number of a series, which must be held.
func (tx *Tx) SerialSet(district int32, name string, next int64) error {
	_, err := tx.exec(`INSERT INTO serial (district, name, next) VALUES ($1,$2,$3)
 ON CONFLICT (district, name) DO UPDATE SET next=excluded.next`, district, name, next)
	return err
}

// Answered is a request that was answered already: its digest and the answer given.
type Answered struct {
	Digest string
	Answer []byte
}

// Answered reads the answer given to a request key; ok is false if it is new.
func (r *Reader) Answered(ctx context.Context, district int32, key string) (a Answered, ok bool, err error) {
	ok, err = first(ctx, r, `SELECT digest, answer FROM idempotency WHERE district=$1 AND key=$2`, []any{district, key}, &a.Digest, &a.Answer)
	return a, ok, err
}

// AnswerKeep saves the answer to a request key in the commit of its act; Conflict if the
// key was used already.
func (tx *Tx) AnswerKeep(district int32, key string, at int64, a Answered) error {
	n, err := tx.exec(`INSERT INTO idempotency (district, key, at, digest, answer) VALUES ($1,$2,$3,$4,$5) ON CONFLICT (district, key) DO NOTHING`,
		district, key, at, a.Digest, string(a.Answer))
	if err == nil && n == 0 {
		return fault.New(fault.Conflict, "store.key_reused")
	}
	return err
}

// AnswersForget deletes answers older than an instant.
func (tx *Tx) AnswersForget(before int64) (int64, error) {
	return tx.exec(`DELETE FROM idempotency WHERE at<$1`, before)
}
