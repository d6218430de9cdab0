package store

import (
	"context"
	"database/sql"
	"slices"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// Grain is what a tally is kept by. A page reads one grain.
type Grain int32

// The grains.
const (
	ByDepartment Grain = iota + 1
	ByBlock
	ByPost
)

// ParseGrain reads the word of a cell: department, block or post; 0 if it is none.
func ParseGrain(by string) Grain {
	return Grain(1 + slices.Index([]string{"department", "block", "post"}, by))
}

// String gives the word of a grain.
func (g Grain) String() string {
	if g < ByDepartment || g > ByPost {
		return "grain " + strconv.Itoa(int(g))
	}
	return [...]string{"", "department", "block", "post"}[g]
}

func tallyTable() *table {
	return &table{name: "tally", keys: 9, cols: columnsOf("district", num, "grain", num, "key", big, "department", big, "class", num, "type", text,
		"phase", num, "due_day", text, "silent", num, "n", big)}
}

func flowTable() *table {
	return &table{name: "flow", keys: 7, cols: columnsOf("district", num, "grain", num, "key", big, "class", num, "type", text,
		"what", text, "day", text, "n", big)}
}

// Count is a cell with how much is added to it; negative takes away.
type Count struct {
	Cell matter.Cell
	N    int64
}

// FlowCount is a flow cell with how much is added to it.
type FlowCount struct {
	Cell matter.FlowCell
	N    int64
}

// TalliesMerge adds to the cells of a district, and to how it stands. Cells that come to
// zero vanish. Rows are taken in the order of their keys, so that two commits never wait for
// each other.
func (tx *Tx) TalliesMerge(district int32, counts []Count) error {
	var rows, less [][]any
	for _, c := range counts {
		if c.N == 0 {
			continue
		}
		row := []any{district, int32(ParseGrain(c.Cell.By)), int64(c.Cell.Key), int64(c.Cell.Department), int32(c.Cell.Class), c.Cell.Type, int32(c.Cell.Phase),
			c.Cell.DueDay.String(), bit(c.Cell.Silent), c.N}
		rows = append(rows, row)
		if c.N < 0 {
			less = append(less, row[:9])
		}
	}
	slices.SortFunc(rows, compareRows)
	err := tx.many.insert(tallyTable(), `ON CONFLICT (district, grain, key, department, class, type, phase, due_day, silent) DO UPDATE SET n = tally.n + excluded.n`, rows)
	if err != nil {
		return err
	}
	if err := tx.many.remove(tallyTable(), "n=0", less); err != nil {
		return err
	}
	return tx.standingMerge(district, counts)
}

// FlowsMerge adds to what happened on a day.
func (tx *Tx) FlowsMerge(district int32, counts []FlowCount) error {
	var rows [][]any
	for _, c := range counts {
		rows = append(rows, []any{district, int32(ParseGrain(c.Cell.By)), int64(c.Cell.Key), int32(c.Cell.Class), c.Cell.Type,
			c.Cell.What, c.Cell.Day.String(), c.N})
	}
	slices.SortFunc(rows, compareRows)
	return tx.many.insert(flowTable(), `ON CONFLICT (district, grain, key, class, type, what, day) DO UPDATE SET n = flow.n + excluded.n`, rows)
}

func compareRows(a, b []any) int {
	for i := range a {
		var c int
		switch x := a[i].(type) {
		case int32:
			c = int(x) - int(b[i].(int32))
		case int64:
			y := b[i].(int64)
			c = boolInt(x > y) - boolInt(x < y)
		case string:
			c = strings.Compare(x, b[i].(string))
		}
		if c != 0 {
			return c
		}
	}
	return 0
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func scanCount(rows *sql.Rows, c *Count) error {
	var grain Grain
	var due string
	var silent int32
	err := rows.Scan(&grain, &c.Cell.Key, &c.Cell.Department, &c.Cell.Class, &c.Cell.Type, &c.Cell.Phase, &due, &silent, &c.N)
	if err == nil {
		c.Cell.By, c.Cell.DueDay, c.Cell.Silent = grain.String(), day(due), silent != 0
	}
	return err
}

// Tallies reads every cell of a grain by type, for the proofs.
func (r *Reader) Tallies(ctx context.Context, district int32, by Grain) ([]Count, error) {
	return collect(ctx, r, scanCount, `SELECT grain, key, department, class, type, phase, due_day, silent, n FROM tally WHERE district=$1 AND grain=$2
 ORDER BY key, department, class, type, phase, due_day, silent`, district, int32(by))
}

// Flowed is how often something happened in a stretch of days.
type Flowed struct {
	Key  record.ID
	What string
	N    int64
}

// FlowWant narrows Flows; both days are counted. No Keys means all.
type FlowWant struct {
	District int32
	By       Grain
	Keys     []record.ID
	Class    record.Class
	From, To calendar.Date
}

// Flows sums what was opened, closed, extended and returned between two days. Days are
// named one by one, so that of each the index leads straight to the keys.
func (r *Reader) Flows(ctx context.Context, want FlowWant) ([]Flowed, error) {
	w := where{}
	w.add("district=%s AND grain=%s", want.District, int32(want.By))
	var days []string
	for d := want.From; d <= want.To; d = d.AddDays(1) {
		days = append(days, d.String())
	}
	w.in("day", days)
	if want.Keys != nil {
		w.in("key", want.Keys)
	}
	w.add("class<=%s", int32(want.Class))
	return collect(ctx, r, func(rows *sql.Rows, f *Flowed) error { return rows.Scan(&f.Key, &f.What, &f.N) },
		`SELECT key, what, sum(n) FROM flow WHERE `+w.text()+` GROUP BY key, what ORDER BY key, what`, w.args...)
}

// FlowCells reads every flow cell of a district, for the proofs.
func (r *Reader) FlowCells(ctx context.Context, district int32) ([]FlowCount, error) {
	return collect(ctx, r, func(rows *sql.Rows, c *FlowCount) error {
		var grain Grain
		var on string
		err := rows.Scan(&grain, &c.Cell.Key, &c.Cell.Class, &c.Cell.Type, &c.Cell.What, &on, &c.N)
		if err == nil {
			c.Cell.By, c.Cell.Day = grain.String(), day(on)
		}
		return err
	}, `SELECT grain, key, class, type, what, day, n FROM flow WHERE district=$1 ORDER BY grain, key, class, type, what, day`, district)
}
