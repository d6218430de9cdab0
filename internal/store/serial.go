package store

import (
	"context"

	"github.com/anupalan/anupalan/internal/fault"
)

// SerialLocked reads the next number of a series and holds the series until the commit;
// a new series begins at 1.
func (tx *Tx) SerialLocked(district int32, name string) (next int64, err error) {
	for {
		ok, err := first(context.Background(), &tx.Reader, locked(tx.engine, `SELECT next FROM serial WHERE district=$1 AND name=$2`), []any{district, name}, &next)
		if ok || err != nil {
			return next, err
		}
		_, err = tx.exec(`INSERT INTO serial (district, name, next) VALUES ($1,$2,1) ON CONFLICT (district, name) DO NOTHING`, district, name)
		if err != nil {
			return 0, err
		}
	}
}

// SerialSet saves the next number of a series that is held.
func (tx *Tx) SerialSet(district int32, name string, next int64) error {
	_, err := tx.exec(`UPDATE serial SET next=$1 WHERE district=$2 AND name=$3`, next, district, name)
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
