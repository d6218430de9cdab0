package app

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
)

// MeetingRow is one sitting in a list.
type MeetingRow struct {
	Key        record.Key
	Series     record.ID
	Name       i18n.Text
	Starts     calendar.Instant
	Ends       calendar.Instant
	Venue      string
	Chair      Named
	State      sitting.State
	StateName  i18n.Text
	Reason     i18n.Text        // why it was not held or called off
	Issued     calendar.Instant // 0: its directives are not issued
	Points     int              // of its agenda, once frozen or added
	Directives int64            // taken at it
	Open, Late int64            // of those
	Version    int32
}

// SeriesView is one series: who sits, how often, when next, and how its directives stand.
type SeriesView struct {
	Key        record.Key
	Slug       string
	Name       i18n.Text
	Chair      Named
	Convenor   Named
	Members    []Named
	Rhythm     i18n.Text // empty without one
	Every      string    // the rhythm as it is typed
	Venue      string
	Hour       int // minutes after midnight
	Minutes    int // length
	Next       calendar.Date
	Moved      calendar.Holiday // the closed day that moved Next
	Directives int64
	Open, Late int64
	MayKeep    bool
	Version    int32
	Sittings   []MeetingRow // newest first; on the series' own page

	called bool // Next is a sitting already called, not the rhythm's day
}

// MeetingsView is what is coming and the series in which meetings are held.
type MeetingsView struct {
	Coming []MeetingRow // from today on and those still to be issued, soonest first
	Series []SeriesView
	MayAdd bool
	AsOn   calendar.Instant
}

// SittingView is one sitting: its agenda with the reason of every point, who came, and
// what was written down.
type SittingView struct {
	MeetingRow
	SeriesName i18n.Text
	Convenor   Named
	MayKeep    bool
	Next       calendar.Date // of the series
	Frozen     bool          // the agenda
	Agenda     []AgendaLine
	Attendance []AttendeeView
	Addenda    []AddendumView // corrections of the attendance after the issue
	Came       int
	Asked      int
	Proceeding *ProceedingView // nil: nothing is written down
	Drafts     DraftCounts
}

// AgendaLine is one point: what, whose, why it is here, and the last word on it.
type AgendaLine struct {
	Point
	Department Named
	Holders    []Named
	Key        record.Key // of the matter; zero for a point in words
	Due        calendar.Instant
	DaysLate   int
	Why        []i18n.Text
	Words      string // of the officer who put it here
	By         Named
	Said       string // last word of whoever holds it
	SaidAt     calendar.Instant
	SaidBy     Named
}

// Point is the number and title of a point of an agenda.
type Point struct {
	ID       record.ID
	Position int
	Title    string
}

// AttendeeView is one post or invitee and how it took part.
type AttendeeView struct {
	ID       record.ID
	Post     Named
	Person   i18n.Text
	Name     string // of an invitee without post, or of the deputy
	Presence sitting.Presence
	Word     i18n.Text
	Reason   string
}

// AddendumView is a correction of the attendance of issued minutes.
type AddendumView struct {
	At      calendar.Instant
	By      Named
	Words   string
	Changes []CorrectionView
}

// CorrectionView is one line of an addendum; Was is nil for who did not stand in the list.
type CorrectionView struct {
	Was *AttendeeView
	Now AttendeeView
}

// ProceedingView is the newest text of the proceedings.
type ProceedingView struct {
	Revision int
	Text     string
	Source   sitting.Source
	Paper    *PaperView // nil: it was typed
	At       calendar.Instant
	By       Named
	Frozen   bool
	Issued   []IssuedView
}

// PaperView is the paper from which proceedings were read, with who sent it and when.
type PaperView struct {
	FileView
	At calendar.Instant
	By Named
}

// IssuedView is one directive as it was issued.
type IssuedView struct {
	N       int
	Subject string
	Owners  []Named
	Matters []record.Key
}

// DraftCounts is how many drafts stand how.
type DraftCounts struct{ Proposed, Accepted, Dropped int }

func (o *office) meetingRow(s *sitting.Sitting) MeetingRow {
	r := MeetingRow{
		Key: s.Key, Series: s.Series, Name: s.Title, Starts: s.Starts, Ends: s.Ends, Venue: s.Memory.Venue, Chair: o.post(s.Chair),
		State: s.State, StateName: s.State.Name(), Issued: s.Memory.Issued, Points: int(s.Memory.Points), Version: s.Version,
	}
	if s.Memory.Reason != "" {
		r.Reason = sitting.ReasonName(s.Memory.Reason)
	}
	return r
}

func (o *office) posts(ids []record.ID) []Named {
	list := make([]Named, len(ids))
	for i, id := range ids {
		list[i] = o.post(id)
	}
	return list
}

// keeps reports whether the person may keep the sittings of a chair and convenor, in any
// post held today.
func (o *office) keeps(who Actor, chair, convenor record.ID) bool {
	in := o.keeper(who, chair, convenor)
	return o.keepsAs(in.Post, chair, convenor) || in.For != 0 && o.keepsAs(in.For, chair, convenor)
}

// keeper is the actor in that of the person's posts which may keep the sittings.
func (o *office) keeper(who Actor, chair, convenor record.ID) Actor {
	if who.For != 0 || who.Program() || o.keepsAs(who.Post, chair, convenor) {
		return who
	}
	for _, p := range o.postsHeld(who, o.day) {
		if o.keepsAs(p, chair, convenor) {
			who.Post = p
			break
		}
	}
	return who
}

func (o *office) keepsAs(as, chair, convenor record.ID) bool {
	return as != 0 && (as == chair || as == convenor || o.org.Below(chair, as) || o.org.HasPower(as, sitting.Power, o.day))
}

// bothWords gives a thing that tells itself, in both languages.
func bothWords(v interface{ In(i18n.Lang) string }) i18n.Text {
	return i18n.Text{Hi: v.In(i18n.Hindi), En: v.In(i18n.English)}
}
