package matter

import (
	"maps"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// Matter is one matter as it stands: the fold of its events.
type Matter struct {
	Key      record.Key
	Number   string // public number, with its check digit
	Type     string // pack.key
	Revision int
	State    string
	Phase    Phase
	Level    int // rungs climbed, 0 the first holder

	Department record.ID
	Place      record.ID
	Block      record.ID // the block or urban body above Place, for tallies; 0 at district level
	Holder     record.ID // post; 0 puts it on the exception list
	Asker      record.ID // post that asked
	Asked      record.ID // post it was asked of
	Parent     record.ID // 0 if not a part
	TakenAt    record.ID // the sitting it was taken at
	About      record.Ref
	Class      record.Class

	Subject string
	Detail  string

	Opened  calendar.Instant
	Due     calendar.Instant // earliest limit on the holder; 0 none
	Closed  calendar.Instant
	Updated calendar.Instant
	Version int32
	Silent  bool

	Memory Memory
}

// Memory is what a matter remembers besides its columns; it is stored as one JSON
// document and rebuilt from events like everything else.
type Memory struct {
	Fields   map[string]rule.Value
	Clocks   []Running
	Visit    int32                       // counts entries into states; a timer fires once a visit
	Reached  calendar.Instant            // since when it lies with its holder
	Spoke    calendar.Instant            // last word of the holder
	Entered  map[string]calendar.Instant // last entry into a state or phase
	Done     map[string]Doing            // last doing of an act
	Times    map[string]int              // acts done and states entered
	Shown    *Doing                      // who claimed it done, while that is to be accepted
	Talks    []Talk                      // logged talks since it reached its holder
	Papers   int                         // files given since it reached its holder
	Paused   *Pausing
	Rested   calendar.Instant // µs paused so far, against the cap
	Asking   *Asking          // extension asked and not yet answered
	Extended int
	Returned int
	Transfer int
	Climbed  bool         // a limit of this visit has climbed
	Links    []Linked     // matters and things tied to it by hand
	Merged   record.ID    // the matter it was found to repeat
	Fired    []string     // timers already fired in this visit
	Raised   []record.ID  // matters raised out of it
	Offers   []Offering   // drafts laid before posts
	Frozen   []Freezing   // sets it froze
	In       []Membership // sets it counts in
}

// Doing is who did an act last, and when.
type Doing struct {
	At     calendar.Instant
	Person record.ID
	Post   record.ID
	For    record.ID
	Mode   record.Mode
}

// As is the post whose duty was done: the one acted for, or the doer's own.
func (d Doing) As() record.ID {
	if d.For != 0 {
		return d.For
	}
	return d.Post
}

// Talk is one logged talk with a party of the matter.
type Talk struct {
	With string // the word after contact: filer, person
	How  string // phone, visit …
	At   calendar.Instant
	By   record.ID // person
	Post record.ID
}

// Linked is a tie to another matter or thing, made by hand.
type Linked struct {
	To       record.Ref
	Relation string
}

// Running is one clock: where it started, by which rule and value, and where it ends.
type Running struct {
	Calendar int32            `json:"calendar,omitempty"` // revision of the calendar it was reckoned by
	Cap      calendar.Span    `json:"cap,omitzero"`       // the most it may stand still
	Climbs   bool             `json:"climbs,omitempty"`
	Due      calendar.Instant `json:"due,omitempty"`
	Ended    calendar.Instant `json:"ended,omitempty"` // when it stopped to count; 0 runs
	Extended calendar.Instant `json:"extended,omitempty"`
	Hint     bool             `json:"hint,omitempty"`
	Name     string           `json:"name"` // the state's name for a state's own limit
	Outside  bool             `json:"outside,omitempty"`
	Pauses   []calendar.Pause `json:"pauses,omitempty"`
	Rule     string           `json:"rule"`             // as written: "within facts_in"
	Rung     bool             `json:"rung,omitempty"`   // the time of a rung that was told, not handed over
	Source   string           `json:"source,omitempty"` // pack, profile revision or office that gave the value
	Stands   bool             `json:"stands,omitempty"` // stands still now
	Start    calendar.Instant `json:"start,omitempty"`
	Unmoved  calendar.Date    `json:"unmoved,omitempty"` // its last day before a closed day moved it
	Value    string           `json:"value,omitempty"`   // the value it froze with: "7 days"
}

// Runs reports whether the clock counts towards an instant: neither over nor standing still.
func (c *Running) Runs() bool { return c.Ended == 0 && !c.Stands && c.Due != 0 }

// Late reports whether the clock had run out when it ended, or has by now.
func (c *Running) Late(now calendar.Instant) bool {
	if c.Ended != 0 && c.Ended < now {
		now = c.Ended
	}
	return c.Due != 0 && !c.Stands && now > c.Due
}

// Pausing is a pause in force.
type Pausing struct {
	Since  calendar.Instant
	Until  calendar.Instant
	Reason string
}

// Asking is an extension asked for and not yet granted or refused.
type Asking struct {
	At    calendar.Instant
	Clock string
	To    calendar.Date
	By    Doing
}

// Clock gives the clock of a name, ended or not; nil if it never started.
func (m *Matter) Clock(name string) *Running {
	for i := range m.Memory.Clocks {
		if m.Memory.Clocks[i].Name == name {
			return &m.Memory.Clocks[i]
		}
	}
	return nil
}

// Clone copies the matter so that a change of one is never seen in the other.
func (m *Matter) Clone() *Matter {
	c := *m
	mem := &c.Memory
	mem.Fields = maps.Clone(m.Memory.Fields)
	mem.Entered = maps.Clone(m.Memory.Entered)
	mem.Done = maps.Clone(m.Memory.Done)
	mem.Times = maps.Clone(m.Memory.Times)
	mem.Clocks = slices.Clone(m.Memory.Clocks)
	for i := range mem.Clocks {
		mem.Clocks[i].Pauses = slices.Clone(mem.Clocks[i].Pauses)
	}
	mem.Talks = slices.Clone(m.Memory.Talks)
	mem.Links = slices.Clone(m.Memory.Links)
	mem.Fired = slices.Clone(m.Memory.Fired)
	mem.Raised = slices.Clone(m.Memory.Raised)
	mem.Offers = slices.Clone(m.Memory.Offers)
	mem.Frozen = slices.Clone(m.Memory.Frozen)
	mem.In = slices.Clone(m.Memory.In)
	mem.Shown = copyOf(m.Memory.Shown)
	mem.Paused = copyOf(m.Memory.Paused)
	mem.Asking = copyOf(m.Memory.Asking)
	return &c
}

func copyOf[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}

// earliest is the due instant: the earliest running limit on the holder. An outside limit
// counts only as the state's own, when nothing inside runs.
func (m *Matter) earliest() calendar.Instant {
	var inner, own calendar.Instant
	for i := range m.Memory.Clocks {
		c := &m.Memory.Clocks[i]
		switch {
		case !c.Runs() || c.Hint:
		case c.Outside:
			if c.Name == m.State {
				own = c.Due
			}
		case inner == 0 || c.Due < inner:
			inner = c.Due
		}
	}
	if inner == 0 {
		return own
	}
	return inner
}
