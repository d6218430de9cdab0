package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/record"
)

// Logged is an event with its place in the tree and the nonce that hides it there.
type Logged struct {
	record.Event
	Leaf  int64
	Nonce [16]byte
}

const eventColumns = `district, id, leaf, subject_kind, subject_district, subject, version, kind, act, person, post, for_post, mode, at, nonce, body`

func eventTable() *table {
	return &table{name: "event", keys: 2, cols: columnsOf("district", num, "id", big, "leaf", big,
		"subject_kind", num, "subject_district", num, "subject", big, "version", num, "kind", text, "act", text,
		"person", big, "post", big, "for_post", big, "mode", num, "at", big, "nonce", binary, "body", text)}
}

func valueTable() *table {
	return &table{name: "event_value", keys: 3, cols: columnsOf("district", num, "event", big, "path", text, "salt", binary, "value", binary)}
}

// EventsInsert saves events with their values; they are never changed afterwards, except
// that a value may be erased.
func (tx *Tx) EventsInsert(events []Logged) error {
	rows := make([][]any, len(events))
	var values [][]any
	for i := range events {
		e := &events[i]
		rows[i] = []any{e.District, int64(e.ID), e.Leaf, int32(e.Subject.Kind), e.Subject.Key.District, int64(e.Subject.Key.ID), e.Version,
			e.Kind, e.Act, int64(e.Person), int64(e.Post), int64(e.For), int32(e.Mode), int64(e.At), e.Nonce[:], string(e.Body)}
		for j := range e.Values {
			v := &e.Values[j]
			values = append(values, []any{e.District, int64(e.ID), v.Path, v.Salt[:], nonNil(v.Bytes)})
		}
	}
	if err := tx.many.insert(eventTable(), "", rows); err != nil {
		return err
	}
	return tx.many.insert(valueTable(), "", values)
}

func nonNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

func scanEvent(rows *sql.Rows, e *Logged) error {
	var nonce, body []byte
	err := rows.Scan(&e.District, &e.ID, &e.Leaf, &e.Subject.Kind, &e.Subject.Key.District, &e.Subject.Key.ID, &e.Version,
		&e.Kind, &e.Act, &e.Person, &e.Post, &e.For, &e.Mode, &e.At, &nonce, &body)
	copy(e.Nonce[:], nonce)
	e.Body = body
	return err
}

// History reads the events of a thing in the order of its versions, with the values that
// still exist; after is the last event already read (0 for the first page), limit at most
// 1,000. Ids would not do: two programs' clocks may differ.
func (r *Reader) History(ctx context.Context, subject record.Key, after record.ID, limit int) ([]Logged, error) {
	from := int64(-1)
	if after != 0 {
		if _, err := first(ctx, r, `SELECT version FROM event WHERE district=$1 AND id=$2`, []any{subject.District, int64(after)}, &from); err != nil {
			return nil, err
		}
	}
	rows, err := collect(ctx, r, scanTold, withValues(`SELECT `+eventColumns+` FROM event WHERE district=$1 AND subject=$2 AND (version, id) > ($3, $4)
 ORDER BY version, id LIMIT $5`), subject.District, int64(subject.ID), from, int64(after), limit)
	return gather(rows), err
}

// told is an event with one of its values, or with none.
type told struct {
	Logged
	path  sql.NullString
	value record.Value
}

func scanTold(rows *sql.Rows, t *told) error {
	e := &t.Logged
	var nonce, salt sql.RawBytes
	err := rows.Scan(&e.District, &e.ID, &e.Leaf, &e.Subject.Kind, &e.Subject.Key.District, &e.Subject.Key.ID, &e.Version,
		&e.Kind, &e.Act, &e.Person, &e.Post, &e.For, &e.Mode, &e.At, &nonce, &e.Body, &t.path, &salt, &t.value.Bytes)
	copy(e.Nonce[:], nonce)
	copy(t.value.Salt[:], salt)
	t.value.Path = t.path.String
	return err
}

// gather puts the values of each event together, and the events into the order of versions.
func gather(rows []told) []Logged {
	if len(rows) == 0 {
		return nil
	}
	slices.SortFunc(rows, func(a, b told) int {
		return cmp.Or(cmp.Compare(a.Version, b.Version), cmp.Compare(a.ID, b.ID), strings.Compare(a.path.String, b.path.String))
	})
	events := make([]Logged, 0, len(rows))
	for i := range rows {
		t := &rows[i]
		if n := len(events); n == 0 || events[n-1].ID != t.ID {
			events = append(events, t.Logged)
		}
		if e := &events[len(events)-1]; t.path.Valid {
			e.Values = append(e.Values, t.value)
		}
	}
	return events
}

// Story reads the first events of a thing in the order of its versions and, newest first,
// the newest events of some others, such as its parts; all with the values that still exist,
// in one query. At most 500 others.
func (r *Reader) Story(ctx context.Context, subject record.Key, limit int, others []record.ID, most int) (own, theirs []Logged, err error) {
	var w where
	district := w.arg(subject.District)
	events := `SELECT ` + eventColumns + ` FROM event WHERE district=` + district + ` AND subject=` + w.arg(int64(subject.ID)) +
		` ORDER BY version, id LIMIT ` + w.arg(limit)
	if len(others) > 0 {
		events = `SELECT * FROM (` + events + `) AS own UNION ALL SELECT * FROM (SELECT ` + eventColumns + ` FROM event WHERE district=` + district +
			` AND ` + w.oneOf("subject", others) + ` ORDER BY at DESC, id DESC LIMIT ` + w.arg(most) + `) AS theirs`
	}
	rows, err := collect(ctx, r, scanTold, withValues(events), w.args...)
	for _, e := range gather(rows) {
		if e.Subject.Key == subject {
			own = append(own, e)
		} else {
			theirs = append(theirs, e)
		}
	}
	slices.SortFunc(theirs, func(a, b Logged) int { return cmp.Or(cmp.Compare(b.At, a.At), cmp.Compare(b.ID, a.ID)) })
	return own, theirs, err
}

// withValues joins events with their values.
func withValues(events string) string {
	return `SELECT ` + prefixed("e", eventColumns) + `, v.path, v.salt, v.value FROM (` + events + `) AS e
 LEFT JOIN event_value v ON v.district=e.district AND v.event=e.id`
}

// Event reads one event with its values; ok is false if there is none.
func (r *Reader) Event(ctx context.Context, k record.Key) (e Logged, ok bool, err error) {
	found, err := collect(ctx, r, scanEvent, `SELECT `+eventColumns+` FROM event WHERE district=$1 AND id=$2`, k.District, int64(k.ID))
	if err != nil || len(found) == 0 {
		return Logged{}, false, err
	}
	err = r.addValues(ctx, found, `SELECT event, path, salt, value FROM event_value WHERE district=$1 AND event=$2 ORDER BY path`,
		k.District, int64(k.ID))
	return found[0], true, err
}

// EventsFrom reads the log by leaf number, from the given leaf on: what followers do.
func (r *Reader) EventsFrom(ctx context.Context, district int32, leaf int64, limit int) ([]Logged, error) {
	events, err := collect(ctx, r, scanEvent, `SELECT `+prefixed("e", eventColumns)+` FROM leaf l JOIN event e ON e.district=l.district AND e.id=l.event
 WHERE l.district=$1 AND l.n>=$2 ORDER BY l.n LIMIT $3`, district, leaf, limit)
	if err != nil || len(events) == 0 {
		return nil, err
	}
	last := events[len(events)-1].Leaf
	return events, r.addValues(ctx, events, `SELECT v.event, v.path, v.salt, v.value FROM leaf l JOIN event_value v ON v.district=l.district AND v.event=l.event
 WHERE l.district=$1 AND l.n>=$2 AND l.n<=$3 ORDER BY v.event, v.path`, district, leaf, last)
}

type storedValue struct {
	event record.ID
	value record.Value
}

func (r *Reader) addValues(ctx context.Context, events []Logged, q string, args ...any) error {
	values, err := collect(ctx, r, func(rows *sql.Rows, v *storedValue) error {
		var salt []byte
		err := rows.Scan(&v.event, &v.value.Path, &salt, &v.value.Bytes)
		copy(v.value.Salt[:], salt)
		return err
	}, q, args...)
	if err != nil {
		return err
	}
	at := make(map[record.ID]int, len(events))
	for i := range events {
		at[events[i].ID] = i
	}
	for _, v := range values {
		if i, ok := at[v.event]; ok {
			events[i].Values = append(events[i].Values, v.value)
		}
	}
	return nil
}

// ValuesErase deletes values of an event with their salts, so that the digests in its
// body say nothing any more. The event that says so is the caller's.
func (tx *Tx) ValuesErase(event record.Key, paths []string) error {
	for _, p := range paths {
		if _, err := tx.exec(`DELETE FROM event_value WHERE district=$1 AND event=$2 AND path=$3`, event.District, int64(event.ID), p); err != nil {
			return err
		}
	}
	_, err := tx.exec(`DELETE FROM said WHERE district=$1 AND matter=(SELECT subject FROM event WHERE district=$1 AND id=$2) AND event=$2`,
		event.District, int64(event.ID))
	return err
}

// prefixed puts a table's alias before each column of a list.
func prefixed(alias, columns string) string {
	out := []byte(alias + ".")
	for i := 0; i < len(columns); i++ {
		c := columns[i]
		if c == '\n' || (c == ' ' && i > 0) {
			continue
		}
		out = append(out, c)
		if c == ',' {
			out = append(out, alias+"."...)
		}
	}
	return string(out)
}
