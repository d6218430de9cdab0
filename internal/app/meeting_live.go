package app

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
)

// undoFor is how long a line said in the sitting may be taken back without a trace.
const undoFor = 10 * time.Second

// LiveView is the page on the wall of the hall: one department at a time.
type LiveView struct {
	Meeting    MeetingRow
	At         calendar.Instant
	Department Named
	N, Of      int
	Officer    Named // who answers for the department in the hall
	Presence   sitting.Presence
	Counts     Counts // everything open of the department
	Past       []LivePast
	PastDone   int
	Agenda     []AgendaLine // the frozen points of the department
	Lines      []DraftView  // said for this department, newest first
	Said       int          // lines said in the whole sitting
	Undo       *LiveUndo
	Prev, Next Named
}

// LivePast is a directive of an earlier sitting of the series, as it stands with the
// department.
type LivePast struct {
	Key      record.Key
	Title    string
	Status   Status
	Due      calendar.Instant
	DaysLate int
	Done     bool
	Said     string
	SaidAt   calendar.Instant
}

// LiveUndo is the line just recorded, which may be taken back while Seconds last.
type LiveUndo struct {
	ID      record.ID
	Text    string
	Seconds int
}

// Live gives the page of the n-th department (from 1) of a sitting that is going on.
func (a *App) Live(ctx context.Context, who Actor, key record.Key, n int) (LiveView, error) {
	d, err := a.deskOf(ctx, who, key)
	if err != nil {
		return LiveView{}, err
	}
	if d.s.State != sitting.Open {
		return LiveView{}, fault.New(fault.Refused, "sitting.not_open")
	}
	f, err := a.following(ctx, d.o, d.s)
	if err != nil {
		return LiveView{}, err
	}
	lines, err := a.agendaLines(ctx, d.o, d.s, f)
	if err != nil {
		return LiveView{}, err
	}
	depts := d.o.departmentsOf(d.s)
	v := LiveView{Meeting: d.o.meetingRow(d.s), At: a.now(), Of: len(depts)}
	if len(depts) == 0 {
		return v, nil
	}
	v.N = min(max(n, 1), len(depts))
	dept := depts[v.N-1]
	v.Department = d.o.department(dept)
	if v.N > 1 {
		v.Prev = d.o.department(depts[v.N-2])
	}
	if v.N < len(depts) {
		v.Next = d.o.department(depts[v.N])
	}
	if at := d.o.answers(d.s, dept); at != nil {
		v.Officer, v.Presence = d.o.post(at.Post), at.Presence
	}
	for _, l := range lines {
		if l.Department.ID == dept {
			v.Agenda = append(v.Agenda, l)
		}
	}
	if err := a.livePast(ctx, d, f, dept, &v); err != nil {
		return v, err
	}
	if err := a.liveCounts(ctx, d, dept, &v); err != nil {
		return v, err
	}
	return v, a.liveLines(ctx, who, d, dept, &v)
}

// departmentsOf are the departments of a sitting in the order of the organisation: those
// of its points and of whoever was asked.
func (o *office) departmentsOf(s *sitting.Sitting) []record.ID {
	here := map[record.ID]bool{}
	for i := range s.Agenda {
		here[s.Agenda[i].Department] = true
	}
	for i := range s.Attendance {
		if p := o.org.Post(s.Attendance[i].Post); p != nil && p.ID != s.Chair && p.Place == s.Place {
			here[p.Department] = true
		}
	}
	var list []record.ID
	for _, d := range o.org.Rows().Departments {
		if here[d.ID] {
			list = append(list, d.ID)
		}
	}
	return list
}

// answers is who answers for a department in the hall: of its posts that were asked, the
// one that stands highest.
func (o *office) answers(s *sitting.Sitting, dept record.ID) *sitting.Attendee {
	var best *sitting.Attendee
	for i := range s.Attendance {
		at := &s.Attendance[i]
		p := o.org.Post(at.Post)
		if p == nil || p.Department != dept || at.Post == s.Chair {
			continue
		}
		if best == nil || o.org.Below(best.Post, at.Post) || len(o.org.Path(p.Place)) < len(o.org.Path(o.org.Post(best.Post).Place)) {
			best = at
		}
	}
	return best
}

// livePast lists what the department still owes of earlier sittings and what it has done
// of the last one.
func (a *App) livePast(ctx context.Context, d *desk, f *followed, dept record.ID, v *LiveView) error {
	now := a.now()
	done, err := a.doneOfLast(ctx, d, dept)
	if err != nil {
		return err
	}
	standing := f.standings(d.o, now)
	words, err := a.lastWords(ctx, d.o, d.s.Key.District, agendaSubjects(asItems(standing), f))
	if err != nil {
		return err
	}
	for _, s := range standing {
		if s.Department != dept || f.matters[s.Matter].TakenAt == d.s.Key.ID {
			continue
		}
		past := LivePast{Key: record.Key{District: d.s.Key.District, ID: s.Matter}, Title: s.Title, Due: s.Due, DaysLate: s.DaysLate, Status: standingStatus(&s, now)}
		if last := f.lastOf(&sitting.Item{Matter: s.Matter, Department: dept}, words); last.At != 0 {
			past.Said, past.SaidAt = last.Text, last.At
		}
		v.Past = append(v.Past, past)
	}
	slices.SortStableFunc(v.Past, func(x, y LivePast) int { return y.DaysLate - x.DaysLate })
	v.Past = append(v.Past, done...)
	v.PastDone = len(done)
	return nil
}

func asItems(list []sitting.Standing) []sitting.Item {
	items := make([]sitting.Item, len(list))
	for i := range list {
		items[i].Matter = list[i].Matter
	}
	return items
}

// standingStatus is the one word for how a line stands.
func standingStatus(s *sitting.Standing, now calendar.Instant) Status {
	switch {
	case s.DaysLate > 0:
		return Late
	case s.SilentDays > 0:
		return Silent
	case s.Due != 0 && s.Due.Date() <= now.Date().AddDays(soonDays):
		return Soon
	}
	return OnTime
}

// doneOfLast are the directives of the sitting before that the department has finished.
func (a *App) doneOfLast(ctx context.Context, d *desk, dept record.ID) ([]LivePast, error) {
	if d.s.Series == 0 {
		return nil, nil
	}
	r := a.db.Reader()
	rows, err := r.SittingsOf(ctx, record.Key{District: d.s.Key.District, ID: d.s.Series}, agendaSittings)
	if err != nil {
		return nil, err
	}
	for i := range rows {
		if rows[i].Starts >= d.s.Starts || sitting.State(rows[i].State) != sitting.Held {
			continue
		}
		taken, err := r.TakenAt(ctx, d.o.sittingPurview(d.s), rows[i].Key.ID, 0, agendaMatters)
		if err != nil {
			return nil, err
		}
		return a.doneOf(ctx, d, taken, dept)
	}
	return nil, nil
}

func (a *App) doneOf(ctx context.Context, d *desk, taken []store.Listed, dept record.ID) ([]LivePast, error) {
	ids := make([]record.ID, len(taken))
	for i := range taken {
		ids[i] = taken[i].Key.ID
	}
	parts, err := a.db.Reader().PartsOf(ctx, d.s.Key.District, ids)
	if err != nil {
		return nil, err
	}
	type tally struct{ all, done int }
	of := map[record.ID]tally{}
	for i := range parts {
		p := &parts[i]
		if p.Department != dept || p.Phase == matter.Void {
			continue
		}
		t := of[p.Parent]
		t.all++
		if p.Phase == matter.Closed {
			t.done++
		}
		of[p.Parent] = t
	}
	var list []LivePast
	for i := range taken {
		m := &taken[i]
		t := of[m.Key.ID]
		if t.all > 0 && t.all == t.done || t.all == 0 && m.Department == dept && m.Phase == matter.Closed {
			list = append(list, LivePast{Key: m.Key, Title: m.Subject, Status: Ended, Due: m.Due, Done: true})
		}
	}
	return list, nil
}

// liveCounts adds up everything open of the department, from the tallies.
func (a *App) liveCounts(ctx context.Context, d *desk, dept record.ID, v *LiveView) error {
	list, err := a.db.Reader().Standings(ctx, store.StandingWant{Scope: d.o.sittingPurview(d.s), By: store.ByDepartment, Keys: []record.ID{dept},
		Today: d.o.day, Warn: d.o.day.AddDays(soonDays)})
	for i := range list {
		v.Counts.add(&list[i])
	}
	return err
}

// liveLines lists what was said for the department, and the line that may be taken back.
func (a *App) liveLines(ctx context.Context, who Actor, d *desk, dept record.ID, v *LiveView) error {
	drafts, err := a.drafts(ctx, d.s.Key)
	if err != nil {
		return err
	}
	for i := range drafts {
		at := &drafts[i]
		if at.Kind != sitting.Line {
			continue
		}
		v.Said++
		if left := undoLeft(at, a.now()); left > 0 && at.Person == who.Person && !at.Issued() {
			v.Undo = &LiveUndo{ID: at.ID, Text: at.Subject, Seconds: left}
		}
		if at.Department == dept {
			v.Lines = append(v.Lines, d.draftView(v.Said, at))
		}
	}
	slices.Reverse(v.Lines)
	return nil
}

// undoLeft is how many seconds a line may still be taken back without a trace.
func undoLeft(d *sitting.Draft, now calendar.Instant) int {
	left := undoFor - now.Sub(d.At)
	if left <= 0 {
		return 0
	}
	return int((left + time.Second - 1) / time.Second)
}

// PreviewLine tells how a line would be understood, without recording it.
func (a *App) PreviewLine(ctx context.Context, who Actor, key record.Key, line, department string) (DraftView, error) {
	d, err := a.deskOf(ctx, who, key)
	if err != nil {
		return DraftView{}, err
	}
	draft, err := a.spoken(d, line, department)
	return d.draftView(0, &draft), err
}

// SayLine records a line said in the sitting as a draft; one that names post and date
// stands as accepted, any other waits to be settled before the issue.
func (a *App) SayLine(ctx context.Context, who Actor, key record.Key, line, department string) (id record.ID, err error) {
	err = a.atDesk(ctx, who, key, func(d *desk, k *sitting.Desk) error {
		if d.s.State != sitting.Open {
			return fault.New(fault.Refused, "sitting.not_open")
		}
		draft, err := a.spoken(d, line, department)
		if err != nil {
			return err
		}
		said := slices.DeleteFunc(slices.Clone(k.Drafts), func(x sitting.Draft) bool { return x.Kind != sitting.Line })
		if n := len(said); n > 0 && said[n-1].Said == draft.Said && said[n-1].Person == k.Person && undoLeft(&said[n-1], k.Now) > 0 {
			id = said[n-1].ID // the button was pressed twice
			return nil
		}
		draft.Order = sitting.LinesFrom + int64(len(said))
		if draft.Ready(d.means) == nil {
			draft.Status = sitting.Accepted
		}
		id, err = k.Add(draft)
		return err
	})
	return id, err
}

// spoken reads a line; one that names nobody asks who answers for the department.
func (a *App) spoken(d *desk, line, department string) (sitting.Draft, error) {
	if bad := sitting.TextSound(line); bad != nil || len(line) > longestLine {
		return sitting.Draft{}, fault.New(fault.Invalid, "sitting.draft_wrong").With("line", "sitting.subject_required")
	}
	draft, err := a.ofLine(d, line)
	if err != nil {
		return draft, err
	}
	draft.Kind = sitting.Line
	draft.Quote, draft.Whom, draft.When, draft.Many = nil, nil, nil, nil
	draft.Said = strings.TrimSpace(i18n.NFC(line))
	draft.Department = d.o.org.ByKey(record.Department, department)
	named := slices.ContainsFunc(draft.Owners, func(w sitting.Owner) bool { return w.Text != "" && w.Key != "all_concerned" })
	if !named && draft.Department != 0 {
		if at := d.o.answers(d.s, draft.Department); at != nil {
			draft.Owners = []sitting.Owner{{Posts: []record.ID{at.Post}}}
		}
	}
	return draft, nil
}

// longestLine is the longest line that is said in a sitting, in bytes.
const longestLine = 4 << 10

// UndoLine takes a line back, for ten seconds, by whoever recorded it: nothing is left of it.
func (a *App) UndoLine(ctx context.Context, who Actor, key record.Key, draft record.ID) error {
	d, err := a.deskOf(ctx, who, key)
	if err != nil {
		return err
	}
	return a.db.Update(func(tx *store.Tx) error {
		rows, err := lockDrafts(tx, d.s.Key)
		if err != nil {
			return err
		}
		drafts, err := draftsOf(rows)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(drafts, func(x sitting.Draft) bool { return x.ID == draft && x.Kind == sitting.Line })
		switch {
		case i < 0:
			return fault.New(fault.NotFound, "sitting.draft_gone")
		case undoLeft(&drafts[i], a.now()) == 0 || drafts[i].Person != who.Person || drafts[i].Issued():
			return fault.New(fault.Refused, "sitting.undo_late")
		}
		_, err = tx.DraftDrop(record.Key{District: key.District, ID: draft})
		return err
	})
}
