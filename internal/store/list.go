package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// Order is how a list is sorted; each order has its indexes.
type Order uint8

// The orders.
const (
	SoonestDue   Order = iota // open matters, most urgent first
	LatestClosed              // closed and void ones, newest first
	LatestOpened              // newest first
)

// ListWant narrows a list of matters. Zero members do not narrow. Scope is never optional:
// a zero one sees nothing. Department, Block and Holder may be None.
type ListWant struct {
	Scope      matter.Purview
	Order      Order
	Types      []string
	States     []string
	Phases     []matter.Phase
	Department record.ID
	Block      record.ID
	Place      record.ID
	Holder     record.ID
	Asker      record.ID
	DueFrom    calendar.Instant // due at or after
	DueBefore  calendar.Instant // due before: late
	OpenedFrom calendar.Instant
	OpenedTo   calendar.Instant // before
	ClosedFrom calendar.Instant
	ClosedTo   calendar.Instant // before
	Silent     bool
	Spoken     bool   // not silent
	After      string // cursor of the page before; "" the first
	Limit      int    // rows a page, 1 to 500

	held bool // what the posts hold, and nothing else
}

// Listed is one matter of a list: its columns without its memory.
type Listed = matter.Matter

const listedColumns = `district, id, number, type, revision, state, phase, level, department, place, block,
 holder, asker, asked, parent, taken_at, about_kind, about_district, about, class, subject, detail,
 opened, due, closed, updated, silent, version`

func scanListed(rows *sql.Rows, m *Listed) error { return scanListedAfter(rows, m) }

// scanListedAfter scans a row whose columns of a matter come after some others.
func scanListedAfter(rows *sql.Rows, m *Listed, before ...any) error {
	var due int64
	var silent int32
	err := rows.Scan(append(before, &m.Key.District, &m.Key.ID, &m.Number, &m.Type, &m.Revision, &m.State, &m.Phase, &m.Level,
		&m.Department, &m.Place, &m.Block, &m.Holder, &m.Asker, &m.Asked, &m.Parent, &m.TakenAt,
		&m.About.Kind, &m.About.Key.District, &m.About.Key.ID, &m.Class, &m.Subject, &m.Detail,
		&m.Opened, &due, &m.Closed, &m.Updated, &silent, &m.Version)...)
	m.Due, m.Silent = dueIn(due), silent != 0
	return err
}

// List reads one page of matters and the cursor of the next; "" at the end. The rows have
// no memory: a page that needs it reads the matter.
func (r *Reader) List(ctx context.Context, want ListWant) (page []Listed, next string, err error) {
	if want.Limit < 1 || want.Limit > 500 {
		want.Limit = 25
	}
	q, args, err := want.query()
	if err != nil || q == "" {
		return nil, "", err
	}
	page, err = collect(ctx, r, scanListed, q, args...)
	if err != nil || len(page) <= want.Limit {
		return page, "", err
	}
	page = page[:want.Limit]
	return page, want.cursor(&page[want.Limit-1]), nil
}

// sorting gives the column of an order, its direction, the phases it walks. Ids grow
// with time, so that the newest of all types are the last ids.
func (want *ListWant) sorting() (column, direction, phases string) {
	switch {
	case want.Order == LatestClosed:
		return "closed", " DESC", "phase >= 5"
	case want.Order == LatestOpened && len(want.Types) == 0:
		return "id", " DESC", ""
	case want.Order == LatestOpened:
		return "opened", " DESC", ""
	}
	return "due", "", "phase < 5"
}

func (want *ListWant) cursor(last *Listed) string {
	at := dueOut(last.Due)
	switch column, _, _ := want.sorting(); column {
	case "closed":
		at = int64(last.Closed)
	case "opened":
		at = int64(last.Opened)
	case "id":
		at = int64(last.Key.ID)
	}
	return strconv.FormatInt(at, 36) + "." + last.Key.ID.String()
}

func (want *ListWant) position() (at int64, id record.ID, err error) {
	head, tail, _ := strings.Cut(want.After, ".")
	if at, err = strconv.ParseInt(head, 36, 64); err == nil {
		id, err = record.ParseID(tail)
	}
	if err != nil {
		err = fault.New(fault.Invalid, "store.cursor")
	}
	return at, id, err
}

// query joins one branch for each index that leads straight to a part of what is seen:
// the blocks, departments or types of the scope, each holder, the reach of the posts.
// Each branch stops at the page's end, so that no list reads more than a few pages.
func (want *ListWant) query() (string, []any, error) {
	var w where
	common, err := want.narrow(&w)
	if err != nil {
		return "", nil, err
	}
	column, direction, _ := want.sorting()
	tail := fmt.Sprintf(" ORDER BY %s%s, id%s LIMIT %d", column, direction, direction, want.Limit+1)
	var branches []string
	for i, b := range want.branches(&w) {
		branches = append(branches, "SELECT * FROM (SELECT "+listedColumns+" FROM matter WHERE "+strings.Join(slices.Concat(b, common), " AND ")+tail+") AS b"+strconv.Itoa(i))
	}
	switch len(branches) {
	case 0:
		return "", nil, nil
	case 1:
		return branches[0] + tail, w.args, nil
	}
	return "SELECT * FROM (" + strings.Join(branches, " UNION ") + ") AS page" + tail, w.args, nil
}

type branchList = [][]string

// narrow writes the conditions that every branch shares.
func (want *ListWant) narrow(w *where) ([]string, error) {
	column, direction, phases := want.sorting()
	w.add("district=%s", want.Scope.District)
	if phases != "" {
		w.add(phases)
	}
	if want.Scope.Below != 0 {
		w.add("class<%s", int32(want.Scope.Below))
	}
	if want.After != "" {
		at, id, err := want.position()
		if err != nil {
			return nil, err
		}
		than := ">"
		if direction != "" {
			than = "<"
		}
		w.add("("+column+", id) "+than+" (%s, %s)", at, int64(id))
	}
	want.narrowFields(w)
	want.narrowTimes(w)
	common := w.parts
	w.parts = nil
	return common, nil
}

func (want *ListWant) narrowFields(w *where) {
	if want.Types != nil {
		w.in("type", want.Types)
	}
	if want.States != nil {
		w.in("state", want.States)
	}
	if want.Phases != nil {
		w.in("phase", want.Phases)
	}
	for _, f := range []struct {
		column string
		id     record.ID
	}{{"department", want.Department}, {"block", want.Block}, {"place", want.Place}, {"holder", want.Holder}, {"asker", want.Asker}} {
		switch f.id {
		case 0:
		case None:
			w.add(f.column + "=0")
		default:
			w.add(f.column+"=%s", int64(f.id))
		}
	}
	if want.Asker != 0 {
		w.add("asker <> 0") // what the index of askers holds
	}
	if want.Silent {
		w.add("silent=1")
	}
	if want.Spoken {
		w.add("silent=0")
	}
}

func (want *ListWant) narrowTimes(w *where) {
	for _, f := range []struct {
		cond string
		at   calendar.Instant
	}{
		{"due>=%s", want.DueFrom}, {"due<%s", want.DueBefore}, {"opened>=%s", want.OpenedFrom}, {"opened<%s", want.OpenedTo},
		{"closed>=%s", want.ClosedFrom}, {"closed<%s", want.ClosedTo},
	} {
		if f.at != 0 {
			w.add(f.cond, int64(f.at))
		}
	}
}
