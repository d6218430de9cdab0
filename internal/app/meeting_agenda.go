package app

import (
	"context"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
)

// An agenda looks at the open matters of the last sittings of its series.
const (
	agendaSittings = 200  // of the series, newest first
	agendaMatters  = 2000 // open ones at most
	agendaPoints   = 150  // most that rules put there; a longer agenda is not read
)

// followed is what a series still follows: its open matters with their open parts.
type followed struct {
	matters map[record.ID]*matter.Matter
	parts   map[record.ID][]*matter.Matter // open ones, by parent
	before  map[record.ID]bool             // stood on the agenda of the sitting before
	next    calendar.Date
}

// following reads what a series follows up to a sitting, in five queries.
func (a *App) following(ctx context.Context, o *office, s *sitting.Sitting) (*followed, error) {
	f := &followed{matters: map[record.ID]*matter.Matter{}, parts: map[record.ID][]*matter.Matter{}, before: map[record.ID]bool{}}
	if s.Series == 0 {
		return f, nil
	}
	r := a.db.Reader()
	key := record.Key{District: s.Key.District, ID: s.Series}
	var err error
	if f.next, err = a.nextSitting(ctx, o, s); err != nil {
		return f, err
	}
	rows, err := r.SittingsOf(ctx, key, agendaSittings)
	if err != nil {
		return f, err
	}
	if err := a.boardBefore(ctx, f, s, rows); err != nil {
		return f, err
	}
	open, err := r.OpenTakenAt(ctx, o.sittingPurview(s), sittingIDs(rows), agendaMatters)
	if err != nil {
		return f, err
	}
	return f, f.add(ctx, r, s.Key.District, open)
}

// boardBefore notes what stood on the agenda of the last sitting that began.
func (a *App) boardBefore(ctx context.Context, f *followed, s *sitting.Sitting, rows []store.Sitting) error {
	for i := range rows {
		state := sitting.State(rows[i].State)
		if rows[i].Starts >= s.Starts || state != sitting.Held && state != sitting.Open {
			continue
		}
		items, err := a.db.Reader().Agenda(ctx, rows[i].Key)
		for _, it := range items {
			f.before[it.Matter] = true
		}
		return err
	}
	return nil
}

func (f *followed) add(ctx context.Context, r *store.Reader, district int32, open []matter.Matter) error {
	ids := make([]record.ID, len(open))
	for i := range open {
		ids[i] = open[i].Key.ID
		f.matters[ids[i]] = &open[i]
	}
	parts, err := r.PartsOf(ctx, district, ids)
	for i := range parts {
		if p := &parts[i]; p.Phase.Open() {
			f.parts[p.Parent] = append(f.parts[p.Parent], p)
		}
	}
	return err
}

// standings tells how each followed matter stands: one line for each department that still
// owes a part of it, or one for the matter itself.
func (f *followed) standings(o *office, now calendar.Instant) []sitting.Standing {
	var list []sitting.Standing
	for _, id := range sortedIDs(f.matters) {
		m := f.matters[id]
		of := f.parts[id]
		if len(of) == 0 {
			of = []*matter.Matter{m}
		}
		at := map[record.ID]int{}
		for _, p := range of {
			dept := p.Department
			if dept == 0 {
				dept = m.Department
			}
			i, known := at[dept]
			if !known {
				i = len(list)
				at[dept] = i
				list = append(list, sitting.Standing{Matter: id, Title: m.Subject, Department: dept, Before: f.before[id]})
			}
			o.stands(&list[i], p, now)
		}
	}
	return list
}

func sortedIDs[V any](m map[record.ID]V) []record.ID {
	ids := make([]record.ID, 0, len(m))
	for id := range m {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// stands adds how one open part stands to its line.
func (o *office) stands(s *sitting.Standing, p *matter.Matter, now calendar.Instant) {
	holder := p.Holder
	if p.Phase == matter.Reported && p.Asked != 0 {
		holder = p.Asked
	}
	if holder != 0 && !slices.Contains(s.Holders, holder) {
		s.Holders = append(s.Holders, holder)
	}
	if p.Due != 0 && (s.Due == 0 || p.Due < s.Due) {
		s.Due = p.Due
	}
	s.DaysLate = max(s.DaysLate, o.calendar.Late(p.Due, now)*boolInt(p.Due != 0))
	if p.Silent {
		since := max(p.Memory.Spoke, p.Memory.Reached, p.Opened)
		s.SilentDays = max(s.SilentDays, calendar.DaysBetween(since.Date(), now.Date()), 1)
	}
	if p.Memory.Asking != nil {
		s.Asking = max(s.Asking, p.Memory.Asking.To)
	}
	s.Returned = max(s.Returned, p.Memory.Returned)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// frame is what the agenda of a sitting is made against: departments in the order of the
// organisation.
func (o *office) frame(next calendar.Date) sitting.Frame {
	f := sitting.Frame{Next: next, Limit: agendaPoints, Departments: map[record.ID]int{}}
	for i, d := range o.org.Rows().Departments {
		f.Departments[d.ID] = i
	}
	return f
}

// agenda gives the points of a sitting: as frozen, or, before it begins, as they stand now.
func (a *App) agenda(ctx context.Context, o *office, s *sitting.Sitting, f *followed) []sitting.Item {
	if s.Memory.Opened != 0 || s.Issued() {
		return s.Agenda
	}
	return sitting.Agenda(f.standings(o, a.now()), s.Agenda, o.frame(f.next))
}

// BeginSitting opens a sitting: its agenda is made and frozen.
func (a *App) BeginSitting(ctx context.Context, who Actor, key record.Key, version int32) error {
	o, err := a.meetingOffice(ctx, who, key)
	if err != nil {
		return err
	}
	s, err := readSitting(ctx, a.db.Reader(), key)
	if err != nil {
		return err
	}
	f, err := a.following(ctx, o, s)
	if err != nil {
		return err
	}
	items := slices.Clone(a.agenda(ctx, o, s, f))
	for i := range items {
		if items[i].By == 0 {
			items[i].ID = a.commit.IDs().Next(a.now())
		}
	}
	if version == 0 {
		version = s.Version // what was added meanwhile would be lost
	}
	_, err = a.meet(ctx, who, key, sitting.Command{Act: sitting.Begin, Items: items, Version: version})
	return err
}

// PointForm is a point that an officer puts on the agenda: a matter or a line of words.
type PointForm struct {
	Matter     string // public number or key; "" a point in words
	Title      string
	Department string
	Words      string // why
}

// AddPoint puts a point on the agenda of a planned sitting, with why.
func (a *App) AddPoint(ctx context.Context, who Actor, key record.Key, f PointForm) error {
	o, err := a.meetingOffice(ctx, who, key)
	if err != nil {
		return err
	}
	it := sitting.Item{Title: f.Title, Words: f.Words}
	bad := &former{o, fault.New(fault.Invalid, "sitting.point_wrong")}
	it.Department = bad.key(record.Department, "department", f.Department)
	if f.Matter != "" {
		m, err := a.pointMatter(ctx, who, f.Matter)
		if err != nil {
			return err
		}
		it.Matter, it.Due, it.Holders = m.Key.ID, m.Due, []record.ID{m.Holder}
		if it.Title == "" {
			it.Title = m.Subject
		}
		if it.Department == 0 {
			it.Department = m.Department
		}
	}
	if err := bad.bad.Any(); err != nil {
		return err
	}
	_, err = a.meet(ctx, who, key, sitting.Command{Act: sitting.AddPoint, Items: []sitting.Item{it}})
	return err
}

// pointMatter finds a matter by its key or number, if the actor sees it.
func (a *App) pointMatter(ctx context.Context, who Actor, text string) (*matter.Matter, error) {
	key, err := record.ParseKey(text)
	if err != nil {
		m, err := a.db.Reader().MatterByNumber(ctx, who.District, text)
		if err != nil {
			return nil, fault.New(fault.Invalid, "sitting.point_wrong").With("matter", "matter.not_found")
		}
		key = m.Key
	}
	if _, err := a.Matter(ctx, who, key); err != nil {
		return nil, fault.New(fault.Invalid, "sitting.point_wrong").With("matter", "matter.not_found")
	}
	return a.db.Reader().Matter(ctx, key)
}

// DropPoint takes a point off that an officer put there.
func (a *App) DropPoint(ctx context.Context, who Actor, key record.Key, point record.ID) error {
	_, err := a.meet(ctx, who, key, sitting.Command{Act: sitting.DropPoint, Item: point})
	return err
}
