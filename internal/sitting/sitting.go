package sitting

import (
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// State is how far a sitting is. Its directives being issued is a fact of a held one, not a state.
type State string

// The states of a sitting; they are stored.
const (
	Planned   State = "planned"
	Open      State = "open" // going on now: its agenda is frozen and it can act
	Held      State = "held"
	NotHeld   State = "not_held"  // the day passed without it, for a coded reason
	Cancelled State = "cancelled" // called off before its day
)

// Over reports whether nothing can happen at the sitting any more.
func (s State) Over() bool { return s == NotHeld || s == Cancelled }

// Name gives the state in both languages.
func (s State) Name() i18n.Text { return word("sitting.state_" + string(s)) }

// Sitting is one sitting as it stands: the fold of its events.
type Sitting struct {
	Key        record.Key
	Series     record.ID
	Kind       string // review, committee, hearing, camp, training
	State      State
	Title      i18n.Text
	Starts     calendar.Instant
	Ends       calendar.Instant
	Place      record.ID
	Department record.ID
	Chair      record.ID
	Class      record.Class
	Memory     Memory
	Agenda     []Item
	Attendance []Attendee
	Minutes    []Minutes
	Version    int32
}

// Memory is what a sitting knows besides what lists need; it is stored as one JSON document.
type Memory struct {
	Convenor record.ID        `json:"convenor,omitempty"`
	Venue    string           `json:"venue,omitempty"`
	Of       record.ID        `json:"of,omitempty"`      // the matter it belongs to
	Unmoved  calendar.Date    `json:"unmoved,omitempty"` // the day its rhythm names, where a closed day moved it
	Opened   calendar.Instant `json:"opened,omitempty"`  // since when the agenda is frozen
	Reason   string           `json:"reason,omitempty"`  // code: why it was not held or called off
	Words    string           `json:"words,omitempty"`
	Revision int32            `json:"revision,omitempty"` // of the proceedings
	Issued   calendar.Instant `json:"issued,omitempty"`
	Next     calendar.Date    `json:"next,omitempty"`  // the sitting after it, frozen at issue
	Moved    int32            `json:"moved,omitempty"` // how often it was put off
	Points   int32            `json:"points,omitempty"`
	Made     int32            `json:"made,omitempty"` // matters that its issue made
	Addenda  []Addendum       `json:"addenda,omitempty"`
}

// Issued reports whether its directives are issued and its minutes frozen.
func (s *Sitting) Issued() bool { return s.Memory.Issued != 0 }

// Convenor is the post that keeps the sitting: its own convenor, or the chair.
func (s *Sitting) Convenor() record.ID {
	if s.Memory.Convenor != 0 {
		return s.Memory.Convenor
	}
	return s.Chair
}

// Clone copies the sitting so that a change of one is never seen in the other.
func (s *Sitting) Clone() *Sitting {
	c := *s
	c.Agenda = slices.Clone(s.Agenda)
	for i := range c.Agenda {
		c.Agenda[i].Whys = slices.Clone(c.Agenda[i].Whys)
		c.Agenda[i].Holders = slices.Clone(c.Agenda[i].Holders)
	}
	c.Attendance = slices.Clone(s.Attendance)
	c.Memory.Addenda = slices.Clone(s.Memory.Addenda)
	c.Minutes = slices.Clone(s.Minutes)
	for i := range c.Minutes {
		c.Minutes[i].Directives = slices.Clone(c.Minutes[i].Directives)
	}
	return &c
}

func word(key string) i18n.Text {
	return i18n.Text{Hi: i18n.Message(i18n.Hindi, key), En: i18n.Message(i18n.English, key)}
}
