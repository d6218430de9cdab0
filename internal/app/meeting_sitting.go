package app

import (
	"context"
	"slices"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
)

// Sitting gives one meeting's page. Who keeps it and who was asked to it sees the whole,
// every other officer that it is held.
func (a *App) Sitting(ctx context.Context, who Actor, key record.Key) (SittingView, error) {
	o, err := a.meetingOffice(ctx, who, key)
	if err != nil {
		return SittingView{}, err
	}
	r := a.db.Reader()
	s, err := readSitting(ctx, r, key)
	if err != nil {
		return SittingView{}, err
	}
	asked := o.askedTo(who, s)
	if !o.seesSitting(who, s) && !asked {
		return SittingView{}, fault.New(fault.NotFound, "sitting.not_found")
	}
	v := SittingView{MeetingRow: o.meetingRow(s), Convenor: o.post(s.Convenor()), MayKeep: o.keeps(who, s.Chair, s.Convenor()), Frozen: s.Memory.Opened != 0}
	counts, err := a.takenCounts(ctx, o, who, s)
	if err != nil {
		return v, err
	}
	v.MeetingRow = v.MeetingRow.counted(counts[key.ID])
	if !asked && !v.MayKeep {
		return v, nil
	}
	f, err := a.following(ctx, o, s)
	if err != nil {
		return v, err
	}
	v.Next = f.next
	if s.Memory.Next != 0 {
		v.Next = s.Memory.Next
	}
	if v.Agenda, err = a.agendaLines(ctx, o, s, f); err != nil {
		return v, err
	}
	v.Points = len(v.Agenda)
	o.attendance(&v, s)
	o.addenda(&v, s)
	if n := len(s.Minutes); n > 0 {
		v.Proceeding = o.proceeding(&s.Minutes[n-1])
		if v.Proceeding.Paper, err = a.paper(ctx, o, &s.Minutes[n-1]); err != nil {
			return v, err
		}
	}
	if v.MayKeep {
		drafts, err := a.drafts(ctx, key)
		if err != nil {
			return v, err
		}
		v.Drafts = countDrafts(drafts)
	}
	return v, nil
}

// askedTo reports whether one of the person's posts was asked to the sitting.
func (o *office) askedTo(who Actor, s *sitting.Sitting) bool {
	held := append(o.postsHeld(who, o.day), who.Post)
	return slices.ContainsFunc(s.Attendance, func(at sitting.Attendee) bool { return at.Post != 0 && slices.Contains(held, at.Post) })
}

func (o *office) attendance(v *SittingView, s *sitting.Sitting) {
	for i := range s.Attendance {
		at := &s.Attendance[i]
		v.Attendance = append(v.Attendance, o.attendee(at))
		v.Asked++
		if at.Presence.Came() {
			v.Came++
		}
	}
}

func (o *office) attendee(at *sitting.Attendee) AttendeeView {
	return AttendeeView{ID: at.ID, Post: o.post(at.Post), Person: o.person(at.Person), Name: at.Name, Presence: at.Presence, Word: at.Presence.Name(), Reason: at.Reason}
}

func (o *office) proceeding(m *sitting.Minutes) *ProceedingView {
	v := &ProceedingView{Revision: int(m.Revision), Text: m.Text, Source: m.Source, At: m.At, By: o.post(m.Post), Frozen: m.Frozen}
	for _, d := range m.Directives {
		is := IssuedView{N: int(d.N), Subject: d.Subject, Owners: o.posts(d.Owners)}
		for _, id := range d.Matters {
			is.Matters = append(is.Matters, record.Key{District: o.district, ID: id})
		}
		v.Issued = append(v.Issued, is)
	}
	return v
}

func countDrafts(list []sitting.Draft) DraftCounts {
	var c DraftCounts
	for i := range list {
		switch list[i].Status {
		case sitting.Accepted:
			c.Accepted++
		case sitting.Dropped:
			c.Dropped++
		default:
			c.Proposed++
		}
	}
	return c
}

// agendaLines puts the points of a sitting into words, with the last word on each, in one
// more query.
func (a *App) agendaLines(ctx context.Context, o *office, s *sitting.Sitting, f *followed) ([]AgendaLine, error) {
	items := a.agenda(ctx, o, s, f)
	words, err := a.lastWords(ctx, o, s.Key.District, agendaSubjects(items, f))
	if err != nil {
		return nil, err
	}
	now := a.now()
	lines := make([]AgendaLine, len(items))
	for i := range items {
		it := &items[i]
		l := AgendaLine{
			Point: Point{ID: it.ID, Position: int(it.Position), Title: it.Title}, Department: o.department(it.Department), Holders: o.posts(it.Holders),
			Due: it.Due, Words: it.Words, By: o.post(it.By),
		}
		if it.Matter != 0 {
			l.Key = record.Key{District: s.Key.District, ID: it.Matter}
		}
		if it.Due != 0 {
			l.DaysLate = o.calendar.Late(it.Due, now)
		}
		for _, w := range it.Whys {
			l.Why = append(l.Why, bothWords(w))
		}
		if last := f.lastOf(it, words); last.At != 0 {
			l.Said, l.SaidAt, l.SaidBy = last.Text, last.At, o.post(last.Post)
		}
		lines[i] = l
	}
	return lines, nil
}

// agendaSubjects are the matters of a list and their open parts: any may have the last word.
func agendaSubjects(items []sitting.Item, f *followed) []record.ID {
	var ids []record.ID
	for i := range items {
		if items[i].Matter == 0 {
			continue
		}
		ids = append(ids, items[i].Matter)
		for _, p := range f.parts[items[i].Matter] {
			ids = append(ids, p.Key.ID)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// lastOf gives the newest word on a point: on the matter or on a part of its department.
func (f *followed) lastOf(it *sitting.Item, words map[record.ID]store.LastWord) store.LastWord {
	last := words[it.Matter]
	for _, p := range f.parts[it.Matter] {
		if w := words[p.Key.ID]; w.At > last.At && (p.Department == it.Department || it.Department == 0) {
			last = w
		}
	}
	return last
}

// lastWords reads what was last said about matters, wherever their types keep words.
func (a *App) lastWords(ctx context.Context, o *office, district int32, ids []record.ID) (map[record.ID]store.LastWord, error) {
	return a.db.Reader().LastWords(ctx, district, ids, o.wordPaths())
}

// wordPaths are the places in events where somebody's words about a matter lie.
func (o *office) wordPaths() []string {
	paths := []string{"text.d"}
	for _, t := range o.types.All() {
		for _, f := range t.Fields() {
			path := "fields." + f.Key + ".d"
			if f.Type == matter.TText && !f.Personal && f.Secret == "" && f.Key != "subject" && f.Key != "detail" && !slices.Contains(paths, path) {
				paths = append(paths, path)
			}
		}
	}
	slices.Sort(paths)
	return paths
}

// AttendanceForm is one row of the attendance of a sitting; Post is a key, or empty for an
// invitee by name.
type AttendanceForm struct {
	ID       string // of a row that is there already
	Post     string
	Name     string
	Presence string
	Reason   string
}

// Attend marks how posts and invitees took part, many at once; it changes only what differs.
func (a *App) Attend(ctx context.Context, who Actor, key record.Key, rows []AttendanceForm) (SittingView, error) {
	return a.markAttendance(ctx, who, key, rows, sitting.Command{Act: sitting.Attend})
}

func (a *App) markAttendance(ctx context.Context, who Actor, key record.Key, rows []AttendanceForm, c sitting.Command) (SittingView, error) {
	o, err := a.meetingOffice(ctx, who, key)
	if err != nil {
		return SittingView{}, err
	}
	fm := &former{o, fault.New(fault.Invalid, "sitting.attendance_wrong")}
	for i := range rows {
		f := &rows[i]
		at := sitting.Attendee{Name: f.Name, Presence: sitting.Presence(f.Presence), Reason: f.Reason}
		if at.ID, err = record.ParseID(f.ID); f.ID != "" && err != nil {
			fm.bad.With("id", "record.id_form", f.ID)
		}
		at.Post = fm.key(record.Post, "post", f.Post)
		c.Attendees = append(c.Attendees, at)
	}
	if err := fm.bad.Any(); err != nil {
		return SittingView{}, err
	}
	if _, err := a.meet(ctx, who, key, c); err != nil {
		return SittingView{}, err
	}
	return a.Sitting(ctx, who, key)
}
