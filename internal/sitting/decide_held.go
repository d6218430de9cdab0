package sitting

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// addPoint puts a matter or a line of words on the agenda; why is asked, and told there.
func (d *decision) addPoint(s *Sitting) *fault.Fault {
	if s.State != Planned {
		return fault.New(fault.Refused, "sitting.agenda_frozen")
	}
	f := fault.New(fault.Invalid, "sitting.point_wrong")
	if len(d.c.Items) != 1 {
		return f.With("title", "sitting.title_required")
	}
	it := d.c.Items[0]
	it.Title, it.Words = clean(it.Title), clean(it.Words)
	if it.Title == "" {
		f.With("title", "sitting.title_required")
	}
	if it.Words == "" {
		f.With("words", "sitting.words_required")
	}
	if it.Matter != 0 && slices.ContainsFunc(s.Agenda, func(x Item) bool { return x.Matter == it.Matter }) {
		f.With("matter", "sitting.point_twice")
	}
	if len(f.Fields) > 0 {
		return f
	}
	it.ID, it.By, it.Whys = d.w.IDs.Next(d.w.Now), d.w.Actor.As(), []Why{{Code: WhyAdded}}
	it.Position = int32(len(s.Agenda) + 1)
	return d.put(s, PointAdded, body{Items: []Item{it}})
}

func (d *decision) dropPoint(s *Sitting) *fault.Fault {
	if s.State != Planned {
		return fault.New(fault.Refused, "sitting.agenda_frozen")
	}
	if !slices.ContainsFunc(s.Agenda, func(x Item) bool { return x.ID == d.c.Item }) {
		return fault.New(fault.NotFound, "sitting.point_gone")
	}
	d.out.Dropped = []record.ID{d.c.Item}
	return d.put(s, PointDropped, body{Item: d.c.Item})
}

// attend marks many posts at once; what is marked as it stands already makes no event.
func (d *decision) attend(s *Sitting) *fault.Fault {
	f := fault.New(fault.Invalid, "sitting.attendance_wrong")
	marked := d.marks(s, f)
	if len(f.Fields) > 0 {
		return f
	}
	if len(marked) == 0 {
		d.out.Sitting = s
		return nil
	}
	return d.put(s, AttendanceMarked, body{Attendees: marked})
}

// marks gives the attendees that a command marks otherwise than they stand, and notes on f
// what is wrong with any.
func (d *decision) marks(s *Sitting, f *fault.Fault) []Attendee {
	var marked []Attendee
	for i := range d.c.Attendees {
		a := d.c.Attendees[i]
		a.Name, a.Reason = clean(a.Name), clean(a.Reason)
		was := s.attendee(a)
		d.attendeeSound(&a, was, f)
		if was != nil {
			a.ID = was.ID
			if a.Person == 0 {
				a.Person = was.Person
			}
			a.At = was.At
			if a == *was {
				continue
			}
		} else {
			a.ID = d.w.IDs.Next(d.w.Now)
		}
		if a.Person == 0 && a.Post != 0 {
			a.Person = d.w.Org.Holder(a.Post, s.Starts.Date()).Person
		}
		a.At = d.w.Now
		marked = append(marked, a)
	}
	return marked
}

// attendee finds who is meant: by id, by post, or an invitee by name.
func (s *Sitting) attendee(a Attendee) *Attendee {
	for i := range s.Attendance {
		x := &s.Attendance[i]
		if a.ID != 0 && x.ID == a.ID || a.ID == 0 && a.Post != 0 && x.Post == a.Post || a.ID == 0 && a.Post == 0 && x.Post == 0 && x.Name == a.Name {
			return x
		}
	}
	return nil
}

func (d *decision) attendeeSound(a, was *Attendee, f *fault.Fault) {
	if was != nil && a.Post == 0 {
		a.Post = was.Post
	}
	path := a.Name
	if p := d.w.Org.Post(a.Post); p != nil {
		path = p.Key
	} else if a.Post != 0 {
		f.With("post", "sitting.post_unknown")
	} else if a.Name == "" {
		f.With("name", "sitting.name_required")
	}
	if a.Presence != Invited && !slices.Contains(Presences(), a.Presence) {
		f.With(path, "sitting.presence_wrong")
	}
	if a.Presence == Excused && a.Reason == "" {
		f.With(path, "sitting.absence_reason")
	}
}

// begin opens the sitting and freezes the agenda it is handed.
func (d *decision) begin(s *Sitting) *fault.Fault {
	if s.State != Planned {
		return fault.New(fault.Refused, "sitting.began_already")
	}
	if s.Starts.Date() > d.w.Now.Date() {
		return fault.New(fault.Refused, "sitting.not_yet", s.Starts)
	}
	return d.put(s, SittingBegan, body{Items: d.c.Items})
}

func (d *decision) close(s *Sitting) *fault.Fault {
	if s.State != Open {
		return fault.New(fault.Refused, "sitting.not_open")
	}
	return d.put(s, SittingClosed, body{})
}

// record keeps a revision of the proceedings; the same text again makes no revision.
func (d *decision) record(s *Sitting) *fault.Fault {
	if s.Starts.Date() > d.w.Now.Date() {
		return fault.New(fault.Refused, "sitting.not_yet", s.Starts)
	}
	m := d.c.Minutes
	m.Text = i18n.NFC(m.Text)
	if f := TextSound(m.Text); f != nil {
		return f
	}
	if n := len(s.Minutes); n > 0 && m.File == "" {
		m.File, m.FileName = s.Minutes[n-1].File, s.Minutes[n-1].FileName // the paper stays beside its corrected text
	}
	if n := len(s.Minutes); n > 0 && s.Minutes[n-1].Text == m.Text && s.Minutes[n-1].Source == m.Source && s.Minutes[n-1].File == m.File {
		d.out.Sitting = s
		return nil
	}
	m.Revision, m.Frozen, m.Directives, m.At = s.Memory.Revision+1, false, nil, 0
	return d.put(s, ProceedingsStored, body{Minutes: &m})
}

// TextSound tells what is wrong with a text of proceedings: empty, too long, not text.
func TextSound(text string) *fault.Fault {
	switch {
	case strings.TrimSpace(text) == "":
		return fault.New(fault.Invalid, "sitting.text_wrong").With("text", "sitting.text_empty")
	case len(text) > MaxText:
		return fault.New(fault.TooLarge, "sitting.text_wrong").With("text", "sitting.text_long", MaxText>>20)
	case !sound(text):
		return fault.New(fault.Invalid, "sitting.text_wrong").With("text", "sitting.text_binary")
	}
	return nil
}

// issue freezes the minutes with what was made of them. It is the chair's word, so no
// program says it; a sitting still open is closed by it.
func (d *decision) issue(s *Sitting) *fault.Fault {
	if d.w.Actor.Mode == record.Program {
		return fault.New(fault.Forbidden, "sitting.in_person")
	}
	if s.Starts.Date() > d.w.Now.Date() {
		return fault.New(fault.Refused, "sitting.not_yet", s.Starts)
	}
	m := d.c.Minutes
	m.Revision, m.Frozen, m.At = s.Memory.Revision, true, 0
	if m.Revision == 0 {
		m.Revision, m.Source = 1, Live
	}
	return d.put(s, MinutesIssued, body{Minutes: &m, Next: d.c.Next, Made: d.c.Made})
}
