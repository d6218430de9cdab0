package store

import (
	"context"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
)

// Said is one text somebody gave in an act, by its digest.
type Said struct {
	Event  record.Key
	Person record.ID
	Digest string
	Field  string
	Matter record.ID
}

func saidTable() *table {
	return &table{name: "said", keys: 5, cols: columnsOf("district", num, "person", big, "digest", text, "event", big, "field", text, "matter", big)}
}

// SaidPut notes who gave which words.
func (tx *Tx) SaidPut(list []Said) error {
	rows := make([][]any, len(list))
	for i, s := range list {
		rows[i] = []any{s.Event.District, int64(s.Person), s.Digest, int64(s.Event.ID), s.Field, int64(s.Matter)}
	}
	slices.SortFunc(rows, compareRows)
	return tx.many.insert(saidTable(), "", rows)
}

// SaidTimes counts in how many acts a person gave a text before an event; 0 counts all.
func (r *Reader) SaidTimes(ctx context.Context, district int32, person record.ID, digest string, before record.ID) (n int64, err error) {
	if before == 0 {
		before = 1<<63 - 1
	}
	_, err = first(ctx, r, `SELECT count(DISTINCT event) FROM said WHERE district=$1 AND person=$2 AND digest=$3 AND event<$4`,
		[]any{district, int64(person), digest, int64(before)}, &n)
	return n, err
}

// SaidLast gives the newest text of a field of a matter; ok is false if none was given.
func (r *Reader) SaidLast(ctx context.Context, m record.Key, field string) (s Said, ok bool, err error) {
	ok, err = first(ctx, r, `SELECT event, person, digest FROM said WHERE district=$1 AND matter=$2 AND field=$3 ORDER BY event DESC LIMIT 1`,
		[]any{m.District, int64(m.ID), field}, &s.Event.ID, &s.Person, &s.Digest)
	s.Event.District, s.Field, s.Matter = m.District, field, m.ID
	return s, ok, err
}

// ActsInMinute counts how often a person did an act of a name in the minute of an instant.
// Ids are made in the order of time, so that the log is read by its key.
func (r *Reader) ActsInMinute(ctx context.Context, district int32, person record.ID, act string, at calendar.Instant) (n int64, err error) {
	from := at - at%calendar.Minute
	_, err = first(ctx, r, `SELECT count(*) FROM event WHERE district=$1 AND id>=$2 AND id<$3 AND person=$4 AND act=$5`,
		[]any{district, int64(record.FirstID(from)), int64(record.FirstID(from + calendar.Minute)), int64(person), act}, &n)
	return n, err
}
