package store

import (
	"context"
	"database/sql"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// Ahead is what lies before a post that leads, beside how the district stands.
type Ahead struct {
	Reported []Reported // said to be done, for the post to check, soonest due first
	Excepted int        // matters on the list of what nobody can act on
	Why      i18n.Text  // of the first of them
	Sittings []Sitting  // neither over nor called off, soonest first
}

// Reported is a matter that waits to be checked.
type Reported struct {
	Key     record.Key
	Subject string
	Asked   record.ID // whose share it is
}

// AheadWant says for whom, from when, and how much of each.
type AheadWant struct {
	Scope    matter.Purview
	Post     record.ID
	From     calendar.Instant // sittings that start at or after
	Reported int
	Excepted int
	Sittings int
}

// aheadRow is one row of the three lists: the columns of a sitting, those of the others
// where they fit.
type aheadRow struct {
	list int
	Sitting
}

// Ahead reads the three short lists of the chair's page in one query.
func (r *Reader) Ahead(ctx context.Context, want AheadWant) (Ahead, error) {
	q, args := want.query()
	rows, err := collect(ctx, r, func(rows *sql.Rows, a *aheadRow) error {
		s := &a.Sitting
		return rows.Scan(&a.list, &s.Key.District, &s.Key.ID, &s.Series, &s.Kind, &s.State, &s.Title.Hi, &s.Title.En, &s.Starts, &s.Ends,
			&s.Place, &s.Department, &s.Chair, &s.Class, &s.Data, &s.Version)
	}, q, args...)
	var out Ahead
	for i := range rows {
		switch s := &rows[i].Sitting; rows[i].list {
		case 1:
			out.Reported = append(out.Reported, Reported{Key: s.Key, Subject: s.Title.Hi, Asked: s.Chair})
		case 2:
			if out.Excepted++; out.Excepted == 1 {
				out.Why = s.Title
			}
		default:
			out.Sittings = append(out.Sittings, *s)
		}
	}
	return out, err
}

func (want *AheadWant) query() (string, []any) {
	var w where
	district := w.arg(want.Scope.District)
	lists := []string{
		`SELECT 1 AS list, district, id, 0 AS series, '' AS kind, '' AS state, subject AS title_hi, '' AS title_en, due AS starts, 0 AS ends,
 0 AS place, 0 AS department, asked AS chair, class, '' AS data, version
 FROM matter WHERE district=` + district + ` AND holder=` + w.arg(int64(want.Post)) + ` AND phase < 5 AND phase=` + w.arg(int32(matter.Reported)) +
			` ORDER BY due, id LIMIT ` + w.arg(want.Reported),
		`SELECT 2, e.district, e.matter, 0, e.why, '', e.text_hi, e.text_en, e.matter, 0, 0, 0, 0, m.class, '', m.version
 FROM exception e JOIN matter m ON m.district=e.district AND m.id=e.matter WHERE e.district=` + district + ` AND ` + (&scope{want.Scope}).sees(&w, "m.") +
			` ORDER BY e.matter, e.why LIMIT ` + w.arg(want.Excepted),
		`SELECT 3, ` + sittingColumns + ` FROM sitting WHERE district=` + district + ` AND starts>=` + w.arg(int64(want.From)) +
			` AND state IN ('planned', 'open', 'held') ORDER BY starts, id LIMIT ` + w.arg(want.Sittings),
	}
	for i := range lists {
		lists[i] = `SELECT * FROM (` + lists[i] + `) AS l` + string(rune('1'+i))
	}
	return strings.Join(lists, ` UNION ALL `) + ` ORDER BY list, starts, id`, w.args
}
