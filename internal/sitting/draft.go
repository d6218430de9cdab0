package sitting

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// Draft is a reading of proceedings, or a line spoken while the sitting is open. It is not
// yet said: it has no event, and to undo it is to delete it.
type Draft struct {
	ID      record.ID
	Item    record.ID
	Text    string // the line as spoken or read
	Ask     string // what it becomes; "" is only a line of the proceedings
	Subject string
	Owners  []record.ID // posts asked
	About   record.Ref
	Place   record.ID
	Date    Date
	By      record.ID // post that recorded it
}

// DateKind says how a line gives its date.
type DateKind string

// The ways.
const (
	NoDate      DateKind = ""
	OnDay       DateKind = "date"
	Range       DateKind = "range" // its last day counts
	Urgent      DateKind = "urgent"
	NextSitting DateKind = "next_sitting"
	Recurring   DateKind = "recurring"
)

// Date is the date of a line as it was said.
type Date struct {
	Kind   DateKind
	Day    calendar.Date
	From   calendar.Date
	Rhythm string // of Recurring, as packs write it
}

// Settled is a date as it will be issued: the day, and how it came about.
type Settled struct {
	Due    calendar.Date
	Shown  calendar.Date // the working day it falls to, if Due is a closed day
	How    string        // said, default_in, next_sitting, rhythm
	Rhythm string
}

// Settle turns what was said into a day. A day said stands, its shift is shown; urgent and
// no date take the office's own limit; the next sitting's day is frozen now; what recurs is
// one open matter with a rhythm, due on its first day.
func (d Date) Settle(now calendar.Instant, next calendar.Date, defaultIn calendar.Span, c *calendar.Calendar) (Settled, error) {
	s := Settled{How: "said", Due: d.Day}
	switch d.Kind {
	case NoDate, Urgent:
		s.How, s.Due = "default_in", c.Due(now, defaultIn).At.Date()
	case NextSitting:
		s.How, s.Due = "next_sitting", next
	case Recurring:
		r, err := calendar.ParseRhythm(d.Rhythm)
		if err != nil {
			return Settled{}, err
		}
		s.How, s.Rhythm, s.Due = "rhythm", d.Rhythm, r.Next(now.Date(), c)
	}
	if s.Due == 0 {
		return Settled{}, fault.New(fault.Invalid, "sitting.no_day")
	}
	if s.Due < now.Date() {
		return Settled{}, fault.New(fault.Invalid, "sitting.day_past", s.Due)
	}
	s.Shown = c.NextWorking(s.Due)
	return s, nil
}

// Sound says what a draft lacks before it can be issued, field by field.
func (d *Draft) Sound() *fault.Fault {
	f := fault.New(fault.Invalid, "sitting.draft_unready")
	if strings.TrimSpace(d.Text) == "" {
		f.With("text", "sitting.text_required")
	}
	if d.Ask != "" && len(d.Owners) == 0 {
		f.With("owners", "sitting.owner_required")
	}
	if slices.Contains(d.Owners, 0) {
		f.With("owners", "sitting.owner_unknown")
	}
	if len(f.Fields) == 0 {
		return nil
	}
	return f
}
