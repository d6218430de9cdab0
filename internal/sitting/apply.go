package sitting

import (
	"cmp"
	"slices"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// Rows are all series and sittings of a district, as a replay of the log gives them.
type Rows struct {
	Series   map[record.ID]*Series
	Sittings map[record.ID]*Sitting
}

// Replay folds events in their order; those of other nouns are passed over.
func Replay(events []record.Event) (Rows, error) {
	rows := Rows{Series: map[record.ID]*Series{}, Sittings: map[record.ID]*Sitting{}}
	for i := range events {
		e := &events[i]
		id := e.Subject.Key.ID
		var err error
		switch e.Subject.Kind {
		case record.Series:
			rows.Series[id], err = applySeries(rows.Series[id], e)
		case record.Sitting:
			rows.Sittings[id], err = apply(rows.Sittings[id], e)
		}
		if err != nil {
			return Rows{}, err
		}
	}
	return rows, nil
}

func applySeries(_ *Series, e *record.Event) (*Series, error) {
	b, err := read(e)
	if err != nil {
		return nil, err
	}
	if b.Series == nil {
		return nil, fault.New(fault.Internal, "sitting.unknown_event", e.Kind)
	}
	s := *b.Series
	s.Key, s.Version = e.Subject.Key, e.Version
	return &s, nil
}

// apply folds one event into a sitting, nil before its first; the one handed in is not changed.
func apply(was *Sitting, e *record.Event) (*Sitting, error) {
	b, err := read(e)
	if err != nil {
		return nil, err
	}
	s := &Sitting{Key: e.Subject.Key}
	if was != nil {
		s = was.Clone()
	} else if e.Kind != SittingPlanned {
		return nil, fault.New(fault.Internal, "sitting.unknown_event", e.Kind)
	}
	s.Version = e.Version
	s.fold(e, &b)
	return s, nil
}

func (s *Sitting) fold(e *record.Event, b *body) {
	switch e.Kind {
	case SittingPlanned:
		s.State, s.Series, s.Class, s.Department = Planned, b.Of, b.Class, b.Dept
		s.plan(b.Plan)
		s.attend(b.Attendees)
	case SittingMoved:
		s.plan(b.Plan)
		s.Memory.Moved++
		s.Memory.Words = b.Words
	case PointAdded:
		s.Agenda = append(s.Agenda, b.Items...)
	case PointDropped:
		s.Agenda = slices.DeleteFunc(s.Agenda, func(it Item) bool { return it.ID == b.Item })
	case AttendanceMarked:
		s.attend(b.Attendees)
	case AttendanceAmended:
		s.amend(b.Attendees, b.Words, e)
	case SittingBegan:
		s.State, s.Memory.Opened, s.Agenda = Open, e.At, b.Items
	case SittingClosed:
		s.State, s.Ends = Held, e.At
	case SittingNotHeld:
		s.State, s.Memory.Reason, s.Memory.Words = NotHeld, b.Reason, b.Words
	case SittingCancelled:
		s.State, s.Memory.Reason, s.Memory.Words = Cancelled, b.Reason, b.Words
	case ProceedingsStored:
		s.minute(*b.Minutes, e)
	case MinutesIssued:
		s.State, s.Memory.Issued, s.Memory.Next, s.Memory.Made = Held, e.At, b.Next, int32(b.Made)
		s.minute(*b.Minutes, e)
	}
	s.Memory.Points = int32(len(s.Agenda))
}

func (s *Sitting) plan(p *Plans) {
	s.Kind, s.Title, s.Starts, s.Ends, s.Place, s.Chair = p.Kind, p.Title, p.Starts, p.Ends, p.Place, p.Chair
	s.Memory.Venue, s.Memory.Convenor, s.Memory.Of, s.Memory.Unmoved = p.Venue, p.Convenor, p.Of, p.Unmoved
}

// attend adds or replaces attendees by their ids, which keep their order.
func (s *Sitting) attend(list []Attendee) {
	for _, a := range list {
		i, known := slices.BinarySearchFunc(s.Attendance, a.ID, func(b Attendee, id record.ID) int { return cmp.Compare(b.ID, id) })
		if known {
			s.Attendance[i] = a
		} else {
			s.Attendance = slices.Insert(s.Attendance, i, a)
		}
	}
}

// minute keeps a revision of the proceedings; who and when are the event's.
func (s *Sitting) minute(m Minutes, e *record.Event) {
	m.At, m.Person, m.Post = e.At, e.Person, e.Post
	s.Memory.Revision = m.Revision
	if i := slices.IndexFunc(s.Minutes, func(x Minutes) bool { return x.Revision == m.Revision }); i >= 0 {
		s.Minutes[i] = m
		return
	}
	s.Minutes = append(s.Minutes, m)
}
