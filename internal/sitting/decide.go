package sitting

import (
	"crypto/sha256"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
)

// World is all that a decision about a sitting may look at.
type World struct {
	Now      calendar.Instant
	District int32
	Person   record.ID
	Post     record.ID
	For      record.ID // post acted for, under a delegation
	Mode     record.Mode
	Org      *org.Org
	Def      *Def // nil where the sitting belongs to no series of a pack
	Reasons  []string
	Series   *Series
	Sitting  *Sitting // nil when one is planned
	Calendar *calendar.Calendar
	IDs      *record.Maker
	Seed     [32]byte // new for every command; salts are made from it
}

// Command is one thing that somebody wants done with a sitting.
type Command struct {
	Act      string // plan move cancel open close not_held explain roll agenda take outcome issue add lapse
	Version  int32  // the version the actor saw; 0 does not care
	Title    i18n.Text
	Starts   calendar.Instant
	Ends     calendar.Instant
	Place    record.ID
	Row      record.Ref
	Reason   string
	Why      string
	Roll     []Entry
	Items    []Item
	Drop     []record.ID
	Order    []record.ID
	Item     record.ID
	Lines    []Line
	Outcomes []Outcome
}

// Change is what a command does: the sitting before and after with its events, and posts
// to be told.
type Change struct {
	Before *Sitting
	After  *Sitting
	Events []record.Event
	Tell   []record.ID
}

// decision is one command being decided.
type decision struct {
	w *World
	c *Command
	s *Sitting
	b body
}

// Decide tries a command. It is pure: the same world, seed and ids give the same change.
func Decide(w *World, c Command) (Change, *fault.Fault) {
	d := &decision{w: w, c: &c, s: w.Sitting}
	if c.Act == "plan" {
		return d.done(EventPlanned, d.plan())
	}
	if d.s == nil {
		return Change{}, fault.New(fault.NotFound, "sitting.not_found")
	}
	if c.Version != 0 && c.Version != d.s.Version {
		return Change{}, fault.New(fault.Conflict, "sitting.changed")
	}
	switch c.Act {
	case "move":
		return d.done(EventMoved, d.move())
	case "cancel":
		return d.done(EventCancelled, d.cancel())
	case "not_held":
		return d.done(EventNotHeld, d.notHeld())
	case "lapse":
		return d.lapse()
	case "explain":
		return d.done(EventExplained, d.explain())
	case "open":
		return d.done(EventOpened, d.open())
	case "close":
		return d.done(EventClosed, d.in(Open, "close"))
	case "roll":
		return d.done(EventRolled, d.roll())
	case "agenda":
		return d.done(EventAgenda, d.agenda())
	case "take":
		return d.done(EventTaken, d.take())
	case "outcome":
		return d.done(EventOutcome, d.outcome())
	case "issue":
		return d.done(EventIssued, d.issue())
	case "add":
		return d.done(EventAdded, d.add())
	}
	return Change{}, fault.New(fault.Invalid, "sitting.no_such_act", c.Act)
}

// done writes the event and folds it in, unless something said no.
func (d *decision) done(kind string, no *fault.Fault) (Change, *fault.Fault) {
	if no != nil {
		return Change{}, no
	}
	ev := record.Event{
		ID: d.w.IDs.Next(d.w.Now), District: d.w.District, Kind: kind, Act: d.c.Act, Version: 1,
		Person: d.w.Person, Post: d.w.Post, For: d.w.For, Mode: d.w.Mode, At: d.w.Now,
	}
	was := Sitting{}
	if d.s != nil {
		was = *d.s
		ev.Subject, ev.Version = record.Ref{Kind: record.Sitting, Key: d.s.Key}, d.s.Version+1
	} else {
		ev.Subject = record.Ref{Kind: record.Sitting, Key: record.Key{District: d.w.District, ID: d.w.IDs.Next(d.w.Now)}}
	}
	if err := d.b.seal(&ev, d.salt(ev.ID)); err != nil {
		return Change{}, fault.Wrap(err, fault.Internal, "sitting.broken_event")
	}
	next, err := Apply(was, ev)
	if err != nil {
		return Change{}, fault.Wrap(err, fault.Internal, "sitting.broken_event")
	}
	return Change{Before: d.s, After: &next, Events: []record.Event{ev}, Tell: d.tell(kind, &next)}, nil
}

// salt makes the salts of one event out of the seed, which cannot be guessed.
func (d *decision) salt(ev record.ID) func() [16]byte {
	n := byte(0)
	return func() [16]byte {
		n++
		sum := sha256.Sum256(append(append(d.w.Seed[:], ev.String()...), n))
		return [16]byte(sum[:16])
	}
}

// tell lists whom a change of day concerns: everybody on the roll.
func (d *decision) tell(kind string, s *Sitting) []record.ID {
	switch kind {
	case EventPlanned, EventMoved, EventCancelled, EventIssued:
	default:
		return nil
	}
	var ids []record.ID
	for i := range s.Roll {
		if s.Roll[i].Post != 0 {
			ids = append(ids, s.Roll[i].Post)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// runs asks that the actor is chair or convenor, or that somebody above either is.
func (d *decision) runs(chair, convenor record.ID) *fault.Fault {
	as := d.w.Post
	if d.w.For != 0 {
		if d.w.Org.MayActFor(d.w.Person, d.w.Post, d.w.For, d.c.Act, d.w.Now.Date()) == nil {
			return fault.New(fault.Forbidden, "sitting.not_delegated")
		}
		as = d.w.For
	}
	if as != 0 && (as == chair || as == convenor || d.w.Org.Below(chair, as)) {
		return nil
	}
	return fault.New(fault.Forbidden, "sitting.not_convenor")
}

// in asks that the sitting is in a state and that the actor runs it.
func (d *decision) in(state State, act string) *fault.Fault {
	if f := d.runs(d.s.Chair, d.s.Convenor); f != nil {
		return f
	}
	if d.s.State != state {
		return fault.New(fault.Refused, "sitting.wrong_state", d.s.State, act)
	}
	return nil
}
