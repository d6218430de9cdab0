package store

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"slices"

	"github.com/go-json-experiment/json"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// noDue is kept where a matter has no limit, so that it sorts behind every limit.
const noDue = math.MaxInt64

const matterColumns = `district, id, number, type, revision, state, phase, level, department, place, block,
 holder, asker, asked, parent, taken_at, about_kind, about_district, about, class, subject, detail,
 opened, due, closed, updated, silent, data, version`

func matterTable() *table {
	return &table{name: "matter", keys: 2, cols: columnsOf("district", num, "id", big, "number", text, "type", text, "revision", num,
		"state", text, "phase", num, "level", num, "department", big, "place", big, "block", big,
		"holder", big, "asker", big, "asked", big, "parent", big, "taken_at", big,
		"about_kind", num, "about_district", num, "about", big, "class", num, "subject", text, "detail", text,
		"opened", big, "due", big, "closed", big, "updated", big, "silent", num, "data", text, "version", num)}
}

func matterRow(m *matter.Matter) ([]any, error) {
	data, err := json.Marshal(m.Memory, json.OmitZeroStructFields(true), json.Deterministic(true))
	if err != nil {
		return nil, fmt.Errorf("matter %s: %w", m.Key, err)
	}
	return []any{m.Key.District, int64(m.Key.ID), m.Number, m.Type, int32(m.Revision), m.State, int32(m.Phase), int32(m.Level),
		int64(m.Department), int64(m.Place), int64(m.Block), int64(m.Holder), int64(m.Asker), int64(m.Asked), int64(m.Parent), int64(m.TakenAt),
		int32(m.About.Kind), m.About.Key.District, int64(m.About.Key.ID), int32(m.Class), m.Subject, m.Detail,
		int64(m.Opened), dueOut(m.Due), int64(m.Closed), int64(m.Updated), bit(m.Silent), string(data), m.Version}, nil
}

func dueOut(due calendar.Instant) int64 {
	if due == 0 {
		return noDue
	}
	return int64(due)
}

func dueIn(due int64) calendar.Instant {
	if due == noDue {
		return 0
	}
	return calendar.Instant(due)
}

func bit(b bool) int32 {
	if b {
		return 1
	}
	return 0
}

func scanMatter(rows *sql.Rows, m *matter.Matter) error {
	var data sql.RawBytes
	var due int64
	var silent int32
	err := rows.Scan(&m.Key.District, &m.Key.ID, &m.Number, &m.Type, &m.Revision, &m.State, &m.Phase, &m.Level,
		&m.Department, &m.Place, &m.Block, &m.Holder, &m.Asker, &m.Asked, &m.Parent, &m.TakenAt,
		&m.About.Kind, &m.About.Key.District, &m.About.Key.ID, &m.Class, &m.Subject, &m.Detail,
		&m.Opened, &due, &m.Closed, &m.Updated, &silent, &data, &m.Version)
	if err != nil {
		return err
	}
	m.Due, m.Silent = dueIn(due), silent != 0
	if err := json.Unmarshal(data, &m.Memory); err != nil {
		return fmt.Errorf("matter %s: %w", m.Key, err)
	}
	return nil
}

const matterByID = `SELECT ` + matterColumns + ` FROM matter WHERE district=$1 AND id=$2`

// Matter reads one matter; NotFound if there is none.
func (r *Reader) Matter(ctx context.Context, k record.Key) (*matter.Matter, error) {
	return oneMatter(collect(ctx, r, scanMatter, matterByID, k.District, int64(k.ID)))
}

// MatterByNumber reads the matter with a public number; NotFound if there is none.
func (r *Reader) MatterByNumber(ctx context.Context, district int32, number string) (*matter.Matter, error) {
	return oneMatter(collect(ctx, r, scanMatter, `SELECT `+matterColumns+` FROM matter WHERE district=$1 AND number=$2`, district, number))
}

func oneMatter(found []matter.Matter, err error) (*matter.Matter, error) {
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, fault.New(fault.NotFound, "store.not_found")
	}
	return &found[0], nil
}

// Family reads a matter with all its parents and its parts, parts in the order in which
// they were made, in one query; NotFound if there is no such matter.
func (r *Reader) Family(ctx context.Context, k record.Key) (m *matter.Matter, parents, parts []matter.Matter, err error) {
	all, err := collect(ctx, r, scanMatter, `WITH RECURSIVE up(id, parent) AS (SELECT id, parent FROM matter WHERE district=$1 AND id=$2
 UNION SELECT p.id, p.parent FROM up JOIN matter p ON p.district=$1 AND p.id=up.parent WHERE up.parent <> 0)
 SELECT `+matterColumns+` FROM matter WHERE district=$1 AND id IN (SELECT id FROM up)
 UNION ALL SELECT `+matterColumns+` FROM matter WHERE district=$1 AND parent=$2 AND parent <> 0`, k.District, int64(k.ID))
	if err != nil {
		return nil, nil, nil, err
	}
	for i := range all {
		switch one := &all[i]; {
		case one.Key == k:
			m = one
		case one.Parent == k.ID:
			parts = append(parts, *one)
		default:
			parents = append(parents, *one)
		}
	}
	if m == nil {
		return nil, nil, nil, fault.New(fault.NotFound, "store.not_found")
	}
	slices.SortFunc(parts, func(a, b matter.Matter) int { return compareKeys(a.Key, b.Key) })
	return m, parents, parts, nil
}

// Matters reads those of the keys that exist, at most 500 at once, in no order.
func (r *Reader) Matters(ctx context.Context, district int32, ids []record.ID) ([]matter.Matter, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var w where
	w.add("district=%s", district)
	w.in("id", ids)
	return collect(ctx, r, scanMatter, `SELECT `+matterColumns+` FROM matter WHERE `+w.text(), w.args...)
}

// MattersLocked reads matters with all their parents, in ascending keys, and holds them
// until the commit. Keys that do not exist are left out.
func (tx *Tx) MattersLocked(keys []record.Key) ([]matter.Matter, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	return tx.many.matters(keys)
}

// MattersInsert saves new matters.
func (tx *Tx) MattersInsert(ms []*matter.Matter) error {
	rows, err := matterRows(ms)
	if err != nil {
		return err
	}
	return tx.many.insert(matterTable(), "", rows)
}

// MattersUpdate saves matters beside what they were when they were read; Conflict if any
// has another version by now, and the transaction must then be given up.
func (tx *Tx) MattersUpdate(ms, was []*matter.Matter) error {
	rows, err := matterRows(ms)
	if err != nil {
		return err
	}
	before, err := matterRows(was)
	if err != nil {
		return err
	}
	n, err := tx.many.update(matterTable(), rows, before)
	if err == nil && n != int64(len(ms)) {
		return fault.New(fault.Conflict, "store.changed")
	}
	return err
}

func matterRows(ms []*matter.Matter) ([][]any, error) {
	rows := make([][]any, len(ms))
	for i, m := range ms {
		var err error
		if rows[i], err = matterRow(m); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// MattersFrom reads matters of a district after an id, in the order of their ids: for
// the audit, which reads all of them once.
func (r *Reader) MattersFrom(ctx context.Context, district int32, after record.ID, limit int) ([]matter.Matter, error) {
	return collect(ctx, r, scanMatter, `SELECT `+matterColumns+` FROM matter WHERE district=$1 AND id>$2 ORDER BY id LIMIT $3`, district, int64(after), limit)
}

// MatterIDs gives the ids of matters of a district after an id, in their order.
func (r *Reader) MatterIDs(ctx context.Context, district int32, after record.ID, limit int) ([]record.ID, error) {
	return collect(ctx, r, func(rows *sql.Rows, id *record.ID) error { return rows.Scan(id) },
		`SELECT id FROM matter WHERE district=$1 AND id>$2 ORDER BY id LIMIT $3`, district, int64(after), limit)
}

// Totals are the numbers of rows of a district, counted one by one.
type Totals struct {
	Events, Leaves, Matters, Opened int64
}

// Totals counts a district's events, leaves, matters and openings, for the audit; slow.
func (r *Reader) Totals(ctx context.Context, district int32) (t Totals, err error) {
	_, err = first(ctx, r, `SELECT (SELECT count(*) FROM event WHERE district=$1), (SELECT count(*) FROM leaf WHERE district=$1),
 (SELECT count(*) FROM matter WHERE district=$1), (SELECT count(*) FROM event WHERE district=$1 AND kind=$2 AND subject_kind=$3)`,
		[]any{district, matter.Opened, int32(record.Matter)}, &t.Events, &t.Leaves, &t.Matters, &t.Opened)
	return t, err
}

// RowCount counts the rows that a district has in one of the tables that an audit knows.
func (r *Reader) RowCount(ctx context.Context, district int32, table string) (n int64, err error) {
	if !slices.Contains(countedTables[:], table) {
		return 0, fmt.Errorf("store: %s is not counted", table)
	}
	_, err = first(ctx, r, `SELECT count(*) FROM `+table+` WHERE district=$1`, []any{district}, &n)
	return n, err
}

var countedTables = [...]string{"wake", "reach", "exception", "link", "setting", "holiday", "file_given", "agenda_item", "attendance", "minutes", "tile", "sitting", "sitting_series", "tally"}

// SameMatter reports whether two matters are kept in the same form.
func SameMatter(a, b *matter.Matter) (bool, error) {
	x, err := matterRow(a)
	if err != nil {
		return false, err
	}
	y, err := matterRow(b)
	return slices.Equal(x, y), err
}
