package sitting

import (
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// open begins the sitting, on its day: from now on it can act.
func (d *decision) open() *fault.Fault {
	if f := d.in(Planned, "open"); f != nil {
		return f
	}
	if d.w.Now.Date() < d.s.Starts.Date() {
		return fault.New(fault.Refused, "sitting.too_early", d.s.Starts.Date())
	}
	return nil
}

// roll marks who is asked and who came, and how. Until the proceedings are issued it may
// be mended; who is absent with leave says why.
func (d *decision) roll() *fault.Fault {
	if f := d.writable("roll"); f != nil {
		return f
	}
	f := fault.New(fault.Invalid, "sitting.lacks")
	for i := range d.c.Roll {
		e := &d.c.Roll[i]
		switch {
		case e.Post == 0 && e.Guest == "", e.Post != 0 && d.w.Org.Post(e.Post) == nil:
			f.With(path("roll", i, "post"), "sitting.owner_unknown")
		case e.Presence == Excused && e.Reason == "":
			f.With(path("roll", i, "reason"), "sitting.reason_required")
		case e.Presence.Came() && d.s.State == Planned:
			f.With(path("roll", i, "presence"), "sitting.not_open")
		}
		if !e.Presence.known() {
			f.With(path("roll", i, "presence"), "sitting.not_a_code", string(e.Presence))
		}
		if e.Presence.Came() && e.At == 0 {
			e.At = d.w.Now
		}
	}
	if len(d.c.Roll) == 0 {
		f.With("roll", "sitting.nobody")
	}
	d.b = body{Roll: d.c.Roll}
	return orNil(f)
}

func (p Presence) known() bool {
	switch p {
	case Invited, InPerson, Video, Absent, Excused:
		return true
	}
	return false
}

// writable: the actor runs it, it is planned, open or held, and nothing is issued yet.
func (d *decision) writable(act string) *fault.Fault {
	if f := d.runs(d.s.Chair, d.s.Convenor); f != nil {
		return f
	}
	switch {
	case d.s.State == NotHeld || d.s.State == Cancelled:
		return fault.New(fault.Refused, "sitting.wrong_state", d.s.State, act)
	case d.s.Issued != 0:
		return fault.New(fault.Refused, "sitting.issued_already")
	}
	return nil
}

// agenda puts, drops and orders points. A point already taken up stays.
func (d *decision) agenda() *fault.Fault {
	if f := d.writable("agenda"); f != nil {
		return f
	}
	f := fault.New(fault.Invalid, "sitting.lacks")
	for _, id := range d.c.Drop {
		switch it := d.s.Item(id); {
		case it == nil:
			f.With("drop", "sitting.no_such_item", id)
		case it.Taken:
			f.With("drop", "sitting.item_taken")
		}
	}
	for i := range d.c.Items {
		it := &d.c.Items[i]
		if it.About.IsZero() && it.Subject == "" {
			f.With(path("items", i, "subject"), "sitting.text_required")
		}
		if d.onAgenda(it.About) {
			f.With(path("items", i, "about"), "sitting.item_twice")
		}
		if len(it.Why) == 0 {
			it.Why = []Why{{Key: "by_hand", Post: d.w.Post}}
		}
	}
	if f := orNil(f); f != nil {
		return f
	}
	d.b = body{Drop: d.c.Drop, Items: d.numbered(d.c.Items), Order: d.c.Order}
	return nil
}

func (d *decision) onAgenda(about record.Ref) bool {
	for i := range d.s.Agenda {
		if !about.IsZero() && d.s.Agenda[i].About == about {
			return true
		}
	}
	return false
}

func (d *decision) numbered(items []Item) []Item {
	out := make([]Item, len(items))
	for i, it := range items {
		out[i] = it
		out[i].ID = d.w.IDs.Next(d.w.Now)
	}
	return out
}

// take takes a point up while the sitting is open.
func (d *decision) take() *fault.Fault {
	if f := d.in(Open, "take"); f != nil {
		return f
	}
	if d.s.Item(d.c.Item) == nil {
		return fault.New(fault.NotFound, "sitting.no_such_item", d.c.Item)
	}
	d.b = body{Item: d.c.Item}
	return nil
}

// outcome remembers what the sitting made or decided.
func (d *decision) outcome() *fault.Fault {
	if f := d.writable("outcome"); f != nil {
		return f
	}
	if len(d.c.Outcomes) == 0 || d.s.State == Planned {
		return fault.New(fault.Refused, "sitting.wrong_state", d.s.State, "outcome")
	}
	d.b = body{Outcomes: d.c.Outcomes}
	return nil
}

// issue freezes the proceedings: chair or convenor himself, after the sitting. From then on
// nothing in them changes; what was forgotten is added beside.
func (d *decision) issue() *fault.Fault {
	if f := d.inPerson(); f != nil {
		return f
	}
	if f := d.writable("issue"); f != nil {
		return f
	}
	if d.s.State != Held {
		return fault.New(fault.Refused, "sitting.wrong_state", d.s.State, "issue")
	}
	d.b = body{Lines: d.c.Lines, Outcomes: d.c.Outcomes}
	return d.lines()
}

// add puts a line beside proceedings already issued.
func (d *decision) add() *fault.Fault {
	if f := d.inPerson(); f != nil {
		return f
	}
	if f := d.runs(d.s.Chair, d.s.Convenor); f != nil {
		return f
	}
	if d.s.Issued == 0 {
		return fault.New(fault.Refused, "sitting.not_issued")
	}
	d.b = body{Lines: d.c.Lines}
	return d.lines()
}

func (d *decision) lines() *fault.Fault {
	f := fault.New(fault.Invalid, "sitting.lacks")
	for i := range d.c.Lines {
		if d.c.Lines[i].Text == "" {
			f.With(path("lines", i, "text"), "sitting.text_required")
		}
	}
	if len(d.c.Lines) == 0 {
		f.With("lines", "sitting.text_required")
	}
	return orNil(f)
}

// inPerson: signing proceedings is never delegated and never a program's.
func (d *decision) inPerson() *fault.Fault {
	if d.w.For != 0 || d.w.Mode == record.Program {
		return fault.New(fault.Forbidden, "sitting.in_person")
	}
	return nil
}

func orNil(f *fault.Fault) *fault.Fault {
	if len(f.Fields) == 0 {
		return nil
	}
	return f
}
