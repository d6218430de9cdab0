package store

import (
	"context"
	"database/sql"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// Cohort is how a frozen set stands. Written, its counts are added to what is kept.
type Cohort struct {
	Matter   record.Key // that froze it
	Key      string
	Frozen   calendar.Instant
	Gathered calendar.Instant // 0 while members are still being found
	Job      record.ID        // that finds them
	Total    int64
	Done     int64
	Excepted int64
}

// MemberState is how a member stands in its set.
type MemberState int32

// The states of a member.
const (
	MemberWaits MemberState = iota
	MemberDone
	MemberExcepted
)

// Member is one matter's place in a frozen set.
type Member struct {
	Of     record.Key // the matter that froze it
	Key    string
	Member record.ID
	State  MemberState
	Reason string // code of an exception
}

func cohortTable() *table {
	return &table{name: "cohort", keys: 3, cols: columnsOf("district", num, "matter", big, "key", text, "frozen", big, "gathered", big, "job", big,
		"total", big, "done", big, "excepted", big)}
}

func memberTable() *table {
	return &table{name: "cohort_member", keys: 4, cols: columnsOf("district", num, "matter", big, "key", text, "member", big, "state", num, "reason", text)}
}

// CohortsMerge adds to the counts of sets and notes when they were frozen and gathered;
// an instant of 0 says nothing. Rows are taken in the order of their keys.
func (tx *Tx) CohortsMerge(list []Cohort) error {
	rows := make([][]any, len(list))
	for i, c := range list {
		rows[i] = []any{c.Matter.District, int64(c.Matter.ID), c.Key, int64(c.Frozen), int64(c.Gathered), int64(c.Job), c.Total, c.Done, c.Excepted}
	}
	slices.SortFunc(rows, compareRows)
	return tx.many.insert(cohortTable(), `ON CONFLICT (district, matter, key) DO UPDATE SET
 frozen = CASE WHEN excluded.frozen <> 0 THEN excluded.frozen ELSE cohort.frozen END,
 gathered = CASE WHEN excluded.gathered <> 0 THEN excluded.gathered ELSE cohort.gathered END,
 job = CASE WHEN excluded.job <> 0 THEN excluded.job ELSE cohort.job END,
 total = cohort.total + excluded.total, done = cohort.done + excluded.done, excepted = cohort.excepted + excluded.excepted`, rows)
}

// MembersPut saves places in sets; one that is kept already takes the new state.
func (tx *Tx) MembersPut(list []Member) error {
	rows := make([][]any, len(list))
	for i, m := range list {
		rows[i] = []any{m.Of.District, int64(m.Of.ID), m.Key, int64(m.Member), int32(m.State), m.Reason}
	}
	slices.SortFunc(rows, compareRows)
	return tx.many.insert(memberTable(), `ON CONFLICT (district, matter, key, member) DO UPDATE SET state=excluded.state, reason=excluded.reason`, rows)
}

const cohortColumns = `district, matter, key, frozen, gathered, job, total, done, excepted`

func scanCohort(rows *sql.Rows, c *Cohort) error {
	return rows.Scan(&c.Matter.District, &c.Matter.ID, &c.Key, &c.Frozen, &c.Gathered, &c.Job, &c.Total, &c.Done, &c.Excepted)
}

// Cohorts reads how the sets stand that a matter froze.
func (r *Reader) Cohorts(ctx context.Context, k record.Key) ([]Cohort, error) {
	return collect(ctx, r, scanCohort, `SELECT `+cohortColumns+` FROM cohort WHERE district=$1 AND matter=$2 ORDER BY key`, k.District, int64(k.ID))
}

// AllCohorts reads every set of a district, for the audit.
func (r *Reader) AllCohorts(ctx context.Context, district int32) ([]Cohort, error) {
	return collect(ctx, r, scanCohort, `SELECT `+cohortColumns+` FROM cohort WHERE district=$1 ORDER BY matter, key`, district)
}

// MembersFrom reads places in sets after one, in the order of their keys, for the audit.
func (r *Reader) MembersFrom(ctx context.Context, district int32, after Member, limit int) ([]Member, error) {
	return collect(ctx, r, func(rows *sql.Rows, m *Member) error {
		return rows.Scan(&m.Of.District, &m.Of.ID, &m.Key, &m.Member, &m.State, &m.Reason)
	}, `SELECT district, matter, key, member, state, reason FROM cohort_member WHERE district=$1 AND (matter, key, member) > ($2, $3, $4)
 ORDER BY matter, key, member LIMIT $5`, district, int64(after.Of.ID), after.Key, int64(after.Member), limit)
}

// MembersWant is one page of the matters of a set, the newest first.
type MembersWant struct {
	Scope  matter.Purview
	Matter record.Key // that froze it
	Key    string
	States []MemberState // nil: all
	After  string        // cursor of the page before; "" the first
	Limit  int
}

// Members lists the matters of a set as far as the scope sees them, and the cursor of the
// next page.
func (r *Reader) Members(ctx context.Context, want MembersWant) (page []Listed, next string, err error) {
	var w where
	w.add("c.district=%s AND c.matter=%s AND c.key=%s", want.Matter.District, int64(want.Matter.ID), want.Key)
	if len(want.States) == 1 {
		w.add("c.state=%s", int32(want.States[0]))
	}
	if want.After != "" {
		id, err := record.ParseID(want.After)
		if err != nil {
			return nil, "", fault.New(fault.Invalid, "store.cursor")
		}
		w.add("c.member<%s", int64(id))
	}
	w.parts = append(w.parts, (&scope{want.Scope}).sees(&w, "m."))
	page, err = collect(ctx, r, scanListed, `SELECT `+prefixed("m", listedColumns)+` FROM cohort_member c JOIN matter m ON m.district=c.district AND m.id=c.member
 WHERE `+w.text()+` ORDER BY c.member DESC LIMIT `+w.arg(want.Limit+1), w.args...)
	if err != nil || len(page) <= want.Limit {
		return page, "", err
	}
	page = page[:want.Limit]
	return page, page[want.Limit-1].Key.ID.String(), nil
}

// Candidates gives, in the order of their ids, up to limit matters of a type after an id
// that may have stood open at an instant: what is open now, and what closed since. With
// every the closed ones before it are given too.
func (r *Reader) Candidates(ctx context.Context, district int32, types []string, after record.ID, at calendar.Instant, every bool, limit int) ([]record.ID, error) {
	var w where
	q := w.candidates(district, types, after, at, every) + ` ORDER BY id LIMIT ` + w.arg(limit)
	return collect(ctx, r, scanID, q, w.args...)
}

// CandidateCount counts what Candidates would give in all.
func (r *Reader) CandidateCount(ctx context.Context, district int32, types []string, at calendar.Instant, every bool) (n int64, err error) {
	var w where
	_, err = first(ctx, r, `SELECT count(*) FROM (`+w.candidates(district, types, 0, at, every)+`) AS found`, w.args, &n)
	return n, err
}

func (w *where) candidates(district int32, types []string, after record.ID, at calendar.Instant, every bool) string {
	in, from := w.arg(district), w.arg(int64(after))
	head := `SELECT id FROM matter WHERE district=` + in + ` AND id>` + from + ` AND ` + w.oneOf("type", types)
	if every {
		return head
	}
	return head + ` AND phase < 5 UNION ` + head + ` AND phase >= 5 AND closed >= ` + w.arg(int64(at))
}

func scanID(rows *sql.Rows, id *record.ID) error { return rows.Scan(id) }
