package sitting

import (
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// State says how far a sitting is.
type State string

// The states. A sitting that is open can act; one that is over says what came of it.
const (
	Planned   State = "planned"
	Open      State = "open"
	Held      State = "held"
	NotHeld   State = "not_held"
	Cancelled State = "cancelled"
)

// Over reports that nothing more happens at the sitting but its proceedings.
func (s State) Over() bool { return s == Held || s == NotHeld || s == Cancelled }

// Presence is how somebody came.
type Presence string

// The presences. Invited is whoever has not been marked yet.
const (
	Invited  Presence = "invited"
	InPerson Presence = "in_person"
	Video    Presence = "video"
	Absent   Presence = "absent"  // without leave
	Excused  Presence = "excused" // with a reason
)

// Came reports whether somebody took part.
func (p Presence) Came() bool { return p == InPerson || p == Video }

// Series is a standing body that sits again and again.
type Series struct {
	Key        record.Key
	Type       string // pack.key of its Def
	Name       i18n.Text
	Place      record.ID
	Department record.ID
	Chair      record.ID // post
	Convenor   record.ID // post
	Members    []record.ID
	Of         record.ID // the matter it belongs to: a campaign
	Class      record.Class
	Rhythm     calendar.Rhythm
	At         calendar.TimeOfDay
	Ended      bool
	Version    int32
}

// Next gives the day of the next sitting after a day by the rhythm, 0 without one.
func (s *Series) Next(after calendar.Date, c *calendar.Calendar) calendar.Date {
	if s.Ended || s.Rhythm.IsZero() {
		return 0
	}
	return s.Rhythm.Next(after, c)
}

// Sitting is one dated gathering as it stands: the fold of its events.
type Sitting struct {
	Key        record.Key
	Series     record.ID
	Type       string // pack.key of its Def
	Title      i18n.Text
	State      State
	Starts     calendar.Instant
	Ends       calendar.Instant
	Place      record.ID
	Department record.ID
	Chair      record.ID
	Convenor   record.ID
	Of         record.ID
	Row        record.Ref // the row it was planned for: an office, a panchayat
	Class      record.Class
	Opened     calendar.Instant
	Closed     calendar.Instant
	Issued     calendar.Instant
	Reason     string // code why it was not held
	Why        string // the words of it
	Moves      int    // how often its day was changed
	Agenda     []Item
	Roll       []Entry
	Minutes    []Line // frozen at issue
	Added      []Line // what was added after issue, never instead
	Outcomes   []Outcome
	Version    int32
}

// Item is one point of the agenda with why it is there.
type Item struct {
	ID         record.ID  `json:"id"`
	About      record.Ref `json:"about,omitzero"` // mostly a matter
	Department record.ID  `json:"department,omitempty"`
	Subject    string     `json:"subject,omitempty"`
	Why        []Why      `json:"why,omitempty"`
	Taken      bool       `json:"taken,omitempty"` // taken up at the sitting
}

// Entry is one post or guest on the roll.
type Entry struct {
	Post     record.ID        `json:"post,omitempty"`
	Person   record.ID        `json:"person,omitempty"` // who came for the post
	Guest    string           `json:"guest,omitempty"`  // somebody without a post: a member of the public body
	Presence Presence         `json:"presence"`
	Reason   string           `json:"reason,omitempty"`
	At       calendar.Instant `json:"at,omitempty"`
}

// same reports whether two entries are the same chair at the table.
func (e *Entry) same(o *Entry) bool {
	return e.Post == o.Post && (e.Post != 0 || e.Guest == o.Guest)
}

// Line is one line of the proceedings.
type Line struct {
	Item record.ID  `json:"item,omitempty"`
	Made record.Ref `json:"made,omitzero"` // the matter that the line became
	Text string     `json:"text"`
}

// Outcome is a matter that came of the sitting.
type Outcome struct {
	Item     record.ID  `json:"item,omitempty"`
	Made     record.Ref `json:"made"`
	Relation string     `json:"relation"` // directed, decided, taken
}

// Item gives a point of the agenda, nil if there is none.
func (s *Sitting) Item(id record.ID) *Item {
	i := slices.IndexFunc(s.Agenda, func(it Item) bool { return it.ID == id })
	if i < 0 {
		return nil
	}
	return &s.Agenda[i]
}

// Present counts who took part, in person and by video, and who was asked in all.
func (s *Sitting) Present() (inPerson, video, asked int) {
	for i := range s.Roll {
		switch s.Roll[i].Presence {
		case InPerson:
			inPerson++
		case Video:
			video++
		}
	}
	return inPerson, video, len(s.Roll)
}

// Clone copies the sitting so that a change of one is never seen in the other.
func (s *Sitting) Clone() *Sitting {
	c := *s
	c.Agenda, c.Roll = slices.Clone(s.Agenda), slices.Clone(s.Roll)
	c.Minutes, c.Added, c.Outcomes = slices.Clone(s.Minutes), slices.Clone(s.Added), slices.Clone(s.Outcomes)
	return &c
}
