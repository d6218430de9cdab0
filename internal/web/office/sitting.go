package office

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
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
	Frozen      bool     // the agenda changes no more
	MayAttend   bool     // attendance may still be recorded
	Proceedings web.Form // the text or paper of the proceedings; without fields it is only shown
	Text        string
	Paper       *Paper // from which the text was read; nil if it was typed
	SavedAt     calendar.Instant
	SavedBy     string
	Issued      []IssuedLine
	Addenda     []Addendum // corrections of the attendance after the issue
	Amend       web.Form   // adds one; without an action it is not shown
	Press       []web.Link // what is done by a button: begin, close
	Point       web.Form   // adds a point to the agenda; without an action it is not shown
	Move        web.Form   // to another day, hour or hall
	Off         web.Form   // calls it off
	Refused     web.Form   // only its refusals are used: the attendance's
	Export      []web.Link // of the agenda
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
	Amended  bool   // by an addendum, after the issue
}

// Away reports who did not take part at all.
func (p Presence) Away() bool { return p == Absent || p == Excused }

// Label is the presence in words.
func (p Presence) Label() i18n.Text {
	return [...]i18n.Text{{Hi: "अंकित नहीं", En: "Not marked"}, {Hi: "उपस्थित", En: "Present"}, {Hi: "वीडियो से", En: "By video"},
		{Hi: "प्रतिनिधि", En: "Deputy"}, {Hi: "अनुपस्थित", En: "Absent"}, {Hi: "अनुमति से अनुपस्थित", En: "Excused"}}[p]
}

// Paper is the uploaded paper of the proceedings, with who sent it and when.
type Paper struct {
	web.File
	By string
	At calendar.Instant
}

// Files is the paper as a list of one.
func (p *Paper) Files() []web.File { return []web.File{p.File} }

// IssuedLine is one directive of the issued minutes.
type IssuedLine struct {
	N    int
	What string
	Whom string
	Href string
}

// Addendum is one correction of the attendance, as it is shown and printed below the list.
type Addendum struct {
	At      calendar.Instant
	By      string
	Words   string
	Changes []Correction
}

// Correction is what stood there and what is right; an empty Was stood not in the list.
type Correction struct {
	Post, Was, Now string
}

// Choices are the presences that a form offers.
func (a Attendee) Choices() []Presence { return marked() }

// marked are the presences that can be marked.
func marked() []Presence { return []Presence{Present, ByVideo, ByDeputy, Absent, Excused} }

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
