package store

import (
	"context"
	"database/sql"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// noDay stands where a matter has no due day, so that it sorts and compares behind all.
const noDay = "9999-12-31"

// StandingCell is one count of how departments, and blocks with their departments, stand, over all types and phases.
type StandingCell struct {
	By         string
	Key        record.ID
	Department record.ID // of a block's cell
	Class      record.Class
	DueDay     calendar.Date // 0 none
	Silent     bool
}

// StandingOf gives the cell in which a tally is counted again; ok is false for a post's,
// which are few and read as they are.
func StandingOf(c *matter.Cell) (cell StandingCell, ok bool) {
	return StandingCell{c.By, c.Key, c.Department, c.Class, c.DueDay, c.Silent}, ParseGrain(c.By) != ByPost
}

// StandingCount is how many matters a cell has, and how many of them are to be checked.
type StandingCount struct{ N, Reported int64 }

// Add counts more of a tally in, or, negative, out.
func (s *StandingCount) Add(c *matter.Cell, n int64) {
	s.N += n
	if c.Phase == matter.Reported {
		s.Reported += n
	}
}

func standingTable() *table {
	return &table{name: "standing", keys: 7, cols: columnsOf("district", num, "grain", num, "key", big, "department", big, "class", num, "due_day", text,
		"silent", num, "n", big, "reported", big)}
}

func (tx *Tx) standingMerge(district int32, counts []Count) error {
	sums := map[StandingCell]StandingCount{}
	for i := range counts {
		if cell, ok := StandingOf(&counts[i].Cell); ok {
			sum := sums[cell]
			sum.Add(&counts[i].Cell, counts[i].N)
			sums[cell] = sum
		}
	}
	var rows, less [][]any
	for c, sum := range sums {
		if sum == (StandingCount{}) {
			continue
		}
		due := noDay
		if c.DueDay != 0 {
			due = c.DueDay.String()
		}
		row := []any{district, int32(ParseGrain(c.By)), int64(c.Key), int64(c.Department), int32(c.Class), due, bit(c.Silent), sum.N, sum.Reported}
		rows = append(rows, row)
		if sum.N < 0 {
			less = append(less, row[:7])
		}
	}
	slices.SortFunc(rows, compareRows)
	err := tx.many.insert(standingTable(), `ON CONFLICT (district, grain, key, department, class, due_day, silent) DO UPDATE SET n = standing.n + excluded.n,
 reported = standing.reported + excluded.reported`, rows)
	if err != nil {
		return err
	}
	return tx.many.remove(standingTable(), "n=0", less)
}

// StandingCells reads every cell of a district, for the proofs.
func (r *Reader) StandingCells(ctx context.Context, district int32) (map[StandingCell]StandingCount, error) {
	type row struct {
		cell StandingCell
		sum  StandingCount
	}
	rows, err := collect(ctx, r, func(rows *sql.Rows, c *row) error {
		var grain Grain
		var due string
		var silent int32
		err := rows.Scan(&grain, &c.cell.Key, &c.cell.Department, &c.cell.Class, &due, &silent, &c.sum.N, &c.sum.Reported)
		if err == nil {
			c.cell.By, c.cell.DueDay, c.cell.Silent = grain.String(), dueDay(due), silent != 0
			if c.cell.DueDay == 0 && due != noDay {
				c.cell.DueDay = -1 // no day at all, which must not pass for having none
			}
		}
		return err
	}, `SELECT grain, key, department, class, due_day, silent, n, reported FROM standing WHERE district=$1 ORDER BY grain, key, department, class, due_day, silent`, district)
	cells := make(map[StandingCell]StandingCount, len(rows))
	for _, c := range rows {
		cells[c.cell] = c.sum
	}
	return cells, err
}

func dueDay(s string) calendar.Date {
	if s == noDay {
		return 0
	}
	return day(s)
}
