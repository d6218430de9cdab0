package store

import (
	"context"
	"database/sql"
	"strconv"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// Standing is how the open matters of a department, block or post stand on a day.
type Standing struct {
	Key      record.ID
	Open     int64
	Late     int64         // due before the day
	Soon     int64         // due from the day to the last day of warning, and not silent
	Silent   int64         // said nothing, and not late
	Reported int64         // said to be done, to be checked
	Oldest   calendar.Date // the earliest due day; 0 none has one
}

// StandingWant narrows Standings; no Keys means all. A zero Scope sees nothing.
type StandingWant struct {
	Scope matter.Purview
	By    Grain
	Keys  []record.ID
	Today calendar.Date
	Warn  calendar.Date // last day that counts as soon
}

// The cells of posts, in the form of the others.
const postsStanding = `(SELECT district, grain, key, department, class, CASE due_day WHEN '' THEN '` + noDay + `' ELSE due_day END AS due_day, silent, n,
 CASE phase WHEN 4 THEN n ELSE 0 END AS reported FROM tally)`

// Standings counts what the scope sees, by department, block or post: exactly the matters
// that a list of the same scope shows. What charges cover is added up from cells, whatever
// the number of matters; the little that is seen besides is counted from its rows in the
// same query. A key may come more than once.
func (r *Reader) Standings(ctx context.Context, want StandingWant) ([]Standing, error) {
	var w where
	q := ""
	column, grain := want.grain()
	if grain != 0 {
		q = want.cells(&w, column, grain)
	}
	if besides := want.besides(&w, grain); besides != "" && q != "" {
		q += ` UNION ALL ` + besides
	} else if besides != "" {
		q = besides
	}
	if q == "" {
		return nil, nil
	}
	return collect(ctx, r, scanStanding, q+` ORDER BY key`, w.args...)
}

func scanStanding(rows *sql.Rows, s *Standing) error {
	var on string
	var due int64
	err := rows.Scan(&s.Key, &s.Open, &s.Late, &s.Soon, &s.Silent, &s.Reported, &on, &due)
	if s.Oldest = dueDay(on); s.Oldest == 0 {
		s.Oldest = dueIn(due).Date()
	}
	return err
}

// grain chooses the cells that hold what the charges cover, and the column to add up by;
// 0 where none does: then everything is counted from the rows.
func (want *StandingWant) grain() (column string, grain Grain) {
	s := scope{want.Scope}
	wide := len(s.Charges) == 1 && s.Charges[0].All
	switch {
	case len(s.Charges) == 0:
		return "", 0
	case want.By == ByDepartment && wide:
		return "key", ByDepartment
	case want.By == ByDepartment:
		return "department", ByBlock
	case want.By == ByBlock:
		return "key", ByBlock
	case wide && len(s.Charges[0].Departments) == 0:
		return "key", ByPost
	}
	return "", 0
}

// cells adds up the cells of the charges; what only a power opens stands in none.
func (want *StandingWant) cells(w *where, column string, grain Grain) string {
	s := scope{want.Scope}
	sums := cellSums(w, want.Today, want.Warn)
	cond := "district=" + w.arg(s.District) + " AND grain=" + w.arg(int32(grain)) +
		" AND " + s.anyCharge(func(c *matter.Charge) string { return cellText(w, grain, c) }) + s.bound("")
	if want.Keys != nil {
		cond += " AND " + w.oneOf(column, want.Keys)
	}
	from := "standing"
	if grain == ByPost {
		from = postsStanding
	}
	return `SELECT ` + column + ` AS key, ` + sums + ` FROM ` + from + ` AS s WHERE ` + cond + ` GROUP BY ` + column
}

// cellText is the condition of a charge on the cells of a grain.
func cellText(w *where, grain Grain, c *matter.Charge) string {
	whole, _ := parted(c.Areas)
	if !c.All && len(whole) == 0 {
		return ""
	}
	cond := "class<=" + strconv.Itoa(int(c.Class))
	if !c.All {
		cond += " AND " + w.oneOf("key", whole)
	}
	if len(c.Departments) > 0 {
		column := "department"
		if grain == ByDepartment {
			column = "key"
		}
		cond += " AND " + w.oneOf(column, c.Departments)
	}
	return cond
}

func cellSums(w *where, day, last calendar.Date) string {
	today, warn := w.arg(day.String()), w.arg(last.String())
	return `sum(n), sum(CASE WHEN due_day < ` + today + ` THEN n ELSE 0 END),
 sum(CASE WHEN due_day >= ` + today + ` AND due_day <= ` + warn + ` AND silent = 0 THEN n ELSE 0 END),
 sum(CASE WHEN silent = 1 AND due_day >= ` + today + ` THEN n ELSE 0 END),
 sum(reported), min(due_day), 9223372036854775807`
}

// heldStandings counts what posts hold, whatever its class, from the tallies of posts.
func (r *Reader) heldStandings(ctx context.Context, district int32, posts []record.ID, today, warn calendar.Date) ([]Standing, error) {
	w := where{}
	sums := cellSums(&w, today, warn)
	w.add("district=%s AND grain=%s", district, int32(ByPost))
	w.in("key", posts)
	return collect(ctx, r, scanStanding, `SELECT key, `+sums+` FROM `+postsStanding+` AS s WHERE `+w.text()+` GROUP BY key ORDER BY key`, w.args...)
}

// besides counts from their rows the matters that are seen and stand in no cell of the
// charges: single places, what a power opens, what the posts hold, and what was opened to
// them; "" where there are none.
func (want *StandingWant) besides(w *where, grain Grain) string {
	s := scope{want.Scope}
	if grain != 0 && s.everything() {
		return ""
	}
	column := [...]string{"", "department", "block", "holder"}[want.By]
	before := len(w.args)
	today, later := w.arg(int64(want.Today.At(0, 0))), w.arg(int64(want.Warn.AddDays(1).At(0, 0)))
	district := w.arg(s.District)
	roads := s.roads(w, district, grain)
	if roads == "" {
		w.args = w.args[:before]
		return ""
	}
	cond := "district=" + district + " AND phase < 5 AND id IN (" + roads + ") AND " + s.sees(w, "matter.")
	if grain != 0 {
		cond += " AND NOT (" + s.anyCharge(func(c *matter.Charge) string { return wholeText(w, c) }) + ")"
	}
	if want.Keys != nil {
		cond += " AND " + w.oneOf(column, want.Keys)
	}
	return `SELECT ` + column + ` AS key, count(*), sum(CASE WHEN due < ` + today + ` THEN 1 ELSE 0 END),
 sum(CASE WHEN due >= ` + today + ` AND due < ` + later + ` AND silent = 0 THEN 1 ELSE 0 END),
 sum(CASE WHEN silent = 1 AND due >= ` + today + ` THEN 1 ELSE 0 END),
 sum(CASE phase WHEN 4 THEN 1 ELSE 0 END), '` + noDay + `', min(due)
 FROM matter WHERE ` + cond + ` GROUP BY ` + column
}

// wholeText is the part of a charge that stands in the cells of blocks and departments.
func wholeText(w *where, c *matter.Charge) string {
	whole, _ := parted(c.Areas)
	if !c.All && len(whole) == 0 {
		return ""
	}
	cond := "matter.class<=" + strconv.Itoa(int(c.Class))
	if len(c.Departments) > 0 {
		cond += " AND " + w.oneOf("matter.department", c.Departments)
	}
	if !c.All {
		cond += " AND " + w.oneOf("matter.block", whole)
	}
	return cond
}

// roads names the open matters that may be seen and stand in no cell, each set by its index.
func (s *scope) roads(w *where, district string, grain Grain) string {
	roads := ""
	add := func(text string) {
		if roads != "" {
			roads += " UNION "
		}
		roads += text
	}
	open := func(cond string) string {
		return "SELECT id FROM matter WHERE district=" + district + " AND phase < 5 AND " + cond
	}
	switch {
	case grain != 0 && s.wide(record.Office):
		return open("class > 1") // everything else stands in a cell
	case grain == 0 && s.wide(record.Public):
		return open("phase < 5") // no tally fits and no index cuts
	}
	for i := range s.Charges {
		c := &s.Charges[i]
		whole, single := parted(c.Areas)
		if len(single) > 0 {
			add(open(w.oneOf("place", single)))
		}
		switch {
		case grain != 0 && len(c.Opened) > 0:
			add(open(w.oneOf("type", c.Opened)))
		case grain != 0:
		case c.All:
			add(open(w.oneOf("department", c.Departments)))
		case len(whole) > 0:
			add(open(w.oneOf("block", whole)))
		}
	}
	if len(s.holders()) > 0 {
		add(open(w.oneOf("holder", s.holders())))
	}
	if len(s.Posts) > 0 {
		add("SELECT matter FROM reach WHERE district=" + district + " AND " + w.oneOf("post", s.Posts) + s.inWhole())
	}
	return roads
}
