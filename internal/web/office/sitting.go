package office

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/web"
)

// Sitting is one meeting: its agenda with the reason of every point, who came, and what was written down.
type Sitting struct {
	web.Base
	SittingRow
	SeriesID    string
	SeriesName  string
	Chair       string
	Acts        []web.Link // go live, close, read the proceedings, table of actions
	Agenda      []AgendaItem
	Attendance  []Attendee
	MayAttend   bool     // attendance may still be recorded
	Proceedings web.Form // the text or paper of the proceedings; without fields it is only shown
	Text        string
	Files       []web.File
	SavedAt     calendar.Instant
	Press       []web.Link // what is done by a button: begin, close
	Point       web.Form   // adds a point to the agenda; without an action it is not shown
	Move        web.Form   // to another day, hour or hall
	Off         web.Form   // calls it off
	Refused     web.Form   // only its refusals are used: the attendance's
	Reason      string     // why it was called off
}

// AgendaItem is one point, with why it is here: a rule of the series, or somebody who put it.
type AgendaItem struct {
	Title    string
	Href     string
	Holder   string
	Standing web.Standing
	Why      []string

	Department string
	Said       string // the last word of whoever holds it
	SaidAt     calendar.Instant
	Drop       string // path by which it is taken off; "" if it may not be
}

// Presence is how a post took part.
type Presence uint8

// The presences; the zero value is not yet recorded.
const (
	NotMarked Presence = iota
	Present
	ByVideo
	ByDeputy
	Absent
	Excused
)

// Name is the presence's stable name, the value of the form.
func (p Presence) Name() string {
	return [...]string{"", "present", "video", "deputy", "absent", "excused"}[p]
}

// Attendee is one invited post.
type Attendee struct {
	PostID   string
	Post     string
	Presence Presence
	Deputy   string // who came instead
}

// Choices are the presences that a form offers.
func (a Attendee) Choices() []string {
	return []string{"present", "video", "deputy", "absent", "excused"}
}

// AttendanceHref is where the attendance form is sent.
func (s *Sitting) AttendanceHref() string { return web.Path("sittings", s.ID, "attendance") }

// Came counts the invited posts by how they took part.
func (s *Sitting) Came(names ...string) int {
	n := 0
	for _, a := range s.Attendance {
		for _, name := range names {
			if a.Presence.Name() == name {
				n++
			}
		}
	}
	return n
}
