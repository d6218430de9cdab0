package sitting

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
)

// Act is what is wanted of a series or sitting. The words stand in events.
type Act string

// The acts.
const (
	OpenSeries   Act = "open_series"
	ChangeSeries Act = "change_series"
	Plan         Act = "plan"
	Move         Act = "move" // to another hour or place, with words
	AddPoint     Act = "add_point"
	DropPoint    Act = "drop_point"
	Attend       Act = "attend"
	Amend        Act = "amend" // puts the attendance of frozen minutes right, by an addendum
	Begin        Act = "begin"
	Close        Act = "close"
	Miss         Act = "miss" // it was not held
	Cancel       Act = "cancel"
	Record       Act = "record" // a revision of the proceedings
	Issue        Act = "issue"
)

// Power lets a post keep any sitting of its district: the desk that writes for the chair.
const Power = "keep_meetings"

// Command is one thing that somebody wants done to a series or a sitting.
type Command struct {
	Act       Act
	Version   int32 // the version the actor saw; 0 does not care
	Series    Series
	Plan      Plans
	Items     []Item // Begin: the whole agenda; AddPoint: one
	Item      record.ID
	Attendees []Attendee
	Minutes   Minutes
	Made      int           // Issue: matters made
	Next      calendar.Date // Issue: the sitting after this one
	Reason    string        // code
	Words     string
}

// Plans is what a sitting is planned with; what is left out is the series'.
type Plans struct {
	Kind     string           `json:"kind"`
	Title    i18n.Text        `json:"title,omitzero"`
	Starts   calendar.Instant `json:"starts"`
	Ends     calendar.Instant `json:"ends,omitempty"`
	Venue    string           `json:"venue,omitempty"`
	Place    record.ID        `json:"place,omitempty"`
	Chair    record.ID        `json:"chair,omitempty"`
	Convenor record.ID        `json:"convenor,omitempty"`
	Of       record.ID        `json:"of,omitempty"`
	Unmoved  calendar.Date    `json:"unmoved,omitempty"`
}

// Actor is who acts, in which post, for whom and how.
type Actor struct {
	Person record.ID
	Post   record.ID
	For    record.ID
	Mode   record.Mode
}

// As is the post in whose duty the actor acts.
func (a Actor) As() record.ID {
	if a.For != 0 {
		return a.For
	}
	return a.Post
}

// World is all that a decision may look at; Decide changes nothing in it but the id maker.
type World struct {
	Now      calendar.Instant
	District int32
	Actor    Actor
	Org      *org.Org
	Calendar *calendar.Calendar
	Series   *Series  // nil for a sitting of no series, or a series to be opened
	Sitting  *Sitting // nil to plan one
	Seed     [32]byte // from a good source, new for every command; salts are made from it
	IDs      *record.Maker
}

// Change is what a command does: its events and what stands after them. A command that
// changes nothing has no events.
type Change struct {
	Events  []record.Event
	Series  *Series
	Sitting *Sitting
	Dropped []record.ID // points taken off the agenda
}
