package sitting

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// Addendum is a correction of the attendance of minutes that are frozen: who made it, why,
// and what stood there before.
type Addendum struct {
	At      calendar.Instant `json:"at"`
	Person  record.ID        `json:"person"`
	Post    record.ID        `json:"post"`
	Words   string           `json:"words"`
	Changes []Correction     `json:"changes"`
}

// Correction is one line of an addendum. Was is zero for somebody who did not stand in the list.
type Correction struct {
	Was Attendee `json:"was,omitzero"`
	Now Attendee `json:"now"`
}

// amend corrects the attendance of issued minutes. It is the keeper's word with a reason,
// so no program says it; before the issue the attendance itself is marked.
func (d *decision) amend(s *Sitting) *fault.Fault {
	switch {
	case d.w.Actor.Mode == record.Program:
		return fault.New(fault.Forbidden, "sitting.amend_in_person")
	case !s.Issued():
		return fault.New(fault.Refused, "sitting.amend_early")
	}
	f := fault.New(fault.Invalid, "sitting.attendance_wrong")
	marked := d.marks(s, f)
	words := clean(d.c.Words)
	if words == "" {
		f.With("words", "sitting.words_required")
	}
	if len(f.Fields) == 0 && len(marked) == 0 {
		f.With("attendees", "sitting.amend_same")
	}
	if len(f.Fields) > 0 {
		return f
	}
	return d.put(s, AttendanceAmended, body{Attendees: marked, Words: words})
}

// amend keeps what stood there before beside what stands there now.
func (s *Sitting) amend(list []Attendee, words string, e *record.Event) {
	add := Addendum{At: e.At, Person: e.Person, Post: e.Post, Words: words}
	for _, a := range list {
		c := Correction{Now: a}
		if was := s.attendee(a); was != nil {
			c.Was = *was
		}
		add.Changes = append(add.Changes, c)
	}
	s.attend(list)
	s.Memory.Addenda = append(s.Memory.Addenda, add)
}
