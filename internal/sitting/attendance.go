package sitting

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// Presence is how a post took part. The words are stored.
type Presence string

// The presences.
const (
	Invited  Presence = "invited" // not yet marked
	InPerson Presence = "in_person"
	ByVideo  Presence = "video"
	ByDeputy Presence = "deputy" // somebody else came for the post
	Absent   Presence = "absent"
	Excused  Presence = "excused" // absent with a reason that was accepted
)

// Presences lists what may be marked.
func Presences() []Presence { return []Presence{InPerson, ByVideo, ByDeputy, Absent, Excused} }

// Came reports whether the post took part, itself or by somebody.
func (p Presence) Came() bool { return p == InPerson || p == ByVideo || p == ByDeputy }

// Name gives the presence in both languages.
func (p Presence) Name() i18n.Text { return word("sitting.presence_" + string(p)) }

// Attendee is one post, or one named invitee, at a sitting.
type Attendee struct {
	ID       record.ID        `json:"id"`
	Post     record.ID        `json:"post,omitempty"`   // 0: an invitee without post
	Person   record.ID        `json:"person,omitempty"` // who held the post that day
	Presence Presence         `json:"presence"`
	At       calendar.Instant `json:"at,omitempty"`
	Name     string           `json:"name,omitempty"`   // of an invitee, or of the deputy
	Reason   string           `json:"reason,omitempty"` // why absent, in words
}
