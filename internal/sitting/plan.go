package sitting

import (
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// plan sets a day. The series gives chair, convenor, members and place; whoever is asked
// besides stands on the roll that comes with the command.
func (d *decision) plan() *fault.Fault {
	se := d.w.Series
	if se == nil || se.Ended {
		return fault.New(fault.Invalid, "sitting.no_series")
	}
	if d.w.Mode != record.Program {
		if f := d.runs(se.Chair, se.Convenor); f != nil {
			return f
		}
	}
	if f := d.day(); f != nil {
		return f
	}
	c := d.c
	title := c.Title
	if title.IsZero() {
		title = se.Name
	}
	d.b = body{
		Series: se.Key.ID, Type: se.Type, TitleHi: title.Hi, TitleEn: title.En, Starts: c.Starts, Ends: c.Ends, Row: c.Row,
		Place: c.Place, Department: se.Department, Chair: se.Chair, Convenor: se.Convenor, Of: se.Of, Class: se.Class,
	}
	if d.b.Place == 0 {
		d.b.Place = se.Place
	}
	d.b.Roll = d.asked(se, c.Roll)
	d.b.Items = d.numbered(c.Items)
	return nil
}

// day wants a beginning that is not over and an end after it.
func (d *decision) day() *fault.Fault {
	f := fault.New(fault.Invalid, "sitting.day_wrong")
	switch {
	case d.c.Starts == 0:
		f.With("starts", "sitting.day_required")
	case d.c.Starts.Date() < d.w.Now.Date():
		f.With("starts", "sitting.day_past", d.c.Starts.Date())
	}
	if d.c.Ends != 0 && d.c.Ends <= d.c.Starts {
		f.With("ends", "sitting.ends_early")
	}
	if len(f.Fields) > 0 {
		return f
	}
	return nil
}

// asked puts chair, members and guests on the roll, each once.
func (d *decision) asked(se *Series, more []Entry) []Entry {
	var roll []Entry
	add := func(e Entry) {
		e.Presence = Invited
		if e.Post == 0 && e.Guest == "" || slices.ContainsFunc(roll, func(o Entry) bool { return o.same(&e) }) {
			return
		}
		roll = append(roll, e)
	}
	add(Entry{Post: se.Chair})
	add(Entry{Post: se.Convenor})
	for _, p := range se.Members {
		add(Entry{Post: p})
	}
	for _, e := range more {
		add(Entry{Post: e.Post, Guest: e.Guest})
	}
	return roll
}

// move gives another day or place, with a reason; the roll is told.
func (d *decision) move() *fault.Fault {
	if f := d.in(Planned, "move"); f != nil {
		return f
	}
	if f := d.day(); f != nil {
		return f
	}
	if d.c.Why == "" {
		return lacks("why", "sitting.reason_required")
	}
	d.b = body{Starts: d.c.Starts, Ends: d.c.Ends, Place: d.c.Place, Why: d.c.Why}
	if d.b.Place == 0 {
		d.b.Place = d.s.Place
	}
	return nil
}

func (d *decision) cancel() *fault.Fault {
	if f := d.in(Planned, "cancel"); f != nil {
		return f
	}
	if d.c.Why == "" {
		return lacks("why", "sitting.reason_required")
	}
	d.b = body{Why: d.c.Why, Reason: d.c.Reason}
	return nil
}

// notHeld says that nobody sat, with a coded reason where the pack has codes.
func (d *decision) notHeld() *fault.Fault {
	if f := d.in(Planned, "not_held"); f != nil {
		return f
	}
	return d.reason()
}

func (d *decision) reason() *fault.Fault {
	switch {
	case len(d.w.Reasons) > 0 && !slices.Contains(d.w.Reasons, d.c.Reason):
		return lacks("reason", "sitting.not_a_code", d.c.Reason)
	case len(d.w.Reasons) == 0 && d.c.Why == "":
		return lacks("why", "sitting.reason_required")
	}
	d.b = body{Reason: d.c.Reason, Why: d.c.Why}
	return nil
}

// explain says why a sitting lapsed, once.
func (d *decision) explain() *fault.Fault {
	if f := d.in(NotHeld, "explain"); f != nil {
		return f
	}
	if d.s.Reason != "" || d.s.Why != "" {
		return fault.New(fault.Refused, "sitting.explained_already")
	}
	return d.reason()
}

// lapse marks a planned sitting whose day went by unopened; it comes from a timer, does
// nothing a second time, and leaves the reason to be said.
func (d *decision) lapse() (Change, *fault.Fault) {
	if d.s.State != Planned || d.w.Now < d.s.lapses() {
		return Change{}, nil
	}
	d.w.Person, d.w.Post, d.w.For, d.w.Mode = 0, 0, 0, record.Program
	ch, f := d.done(EventNotHeld, nil)
	if f == nil {
		ch.Tell = []record.ID{d.s.Convenor, d.s.Chair}
	}
	return ch, f
}

// lapses is the end of the day on which the sitting was to be.
func (s *Sitting) lapses() calendar.Instant {
	last := max(s.Starts, s.Ends)
	return last.Date().AddDays(1).At(0, 0)
}

// Lapses gives the instant at which a sitting nobody opened counts as not held; 0 if it was
// opened or is over.
func (s *Sitting) Lapses() calendar.Instant {
	if s.State != Planned {
		return 0
	}
	return s.lapses()
}

func lacks(field, key string, args ...any) *fault.Fault {
	return fault.New(fault.Invalid, "sitting.lacks").With(field, key, args...)
}
