package store

import (
	"fmt"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// kind is the type of a column, as both engines know it.
type kind uint8

const (
	big    kind = iota + 1 // BIGINT
	num                    // INTEGER
	text                   // TEXT
	binary                 // BYTEA
)

func (k kind) array() string {
	return [...]string{"", "bigint[]", "integer[]", "text[]", "bytea[]"}[k]
}

// column is one column of a table that is written many rows at a time.
type column struct {
	name string
	kind kind
}

// table is what a many-row write must know: the name, the columns in order, and how
// many of them, from the first, make the key.
type table struct {
	name string
	cols []column
	keys int
}

// many writes many rows of one table. SQLite runs a prepared statement a row on its one
// connection; PostgreSQL sends one statement with an array a column.
type many interface {
	// insert adds rows; after is the text behind VALUES: an ON CONFLICT clause or nothing.
	insert(t *table, after string, rows [][]any) error
	// update sets the columns that differ from what the row was, where the key fits and the
	// last column, the version, still has its old value. It answers how many rows it found.
	update(t *table, rows, was [][]any) (int64, error)
	// remove deletes the rows with these keys for which extra holds ("" for all).
	remove(t *table, extra string, keys [][]any) error
	// matters reads matters and their parents in ascending keys and locks them.
	matters(keys []record.Key) ([]matter.Matter, error)
}

func (t *table) check(rows [][]any, want int) error {
	for _, r := range rows {
		if len(r) != want {
			return fmt.Errorf("store: %s has %d columns, the row %d", t.name, want, len(r))
		}
	}
	return nil
}

// withOld adds the version that a row had before to a table's columns.
func (t *table) withOld() []column {
	return append(append([]column{}, t.cols...), column{"old_version", num})
}

func names(cols []column) string {
	s := ""
	for i, c := range cols {
		if i > 0 {
			s += ","
		}
		s += c.name
	}
	return s
}

// columnsOf reads "a:big b:text" into columns.
func columnsOf(pairs ...any) []column {
	var out []column
	for i := 0; i+1 < len(pairs); i += 2 {
		out = append(out, column{pairs[i].(string), pairs[i+1].(kind)})
	}
	return out
}
