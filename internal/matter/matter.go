package matter

import (
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
	Level    int // rung held, 0 the first

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
	Spoke    calendar.Instant            // last word of the holder
	Entered  map[string]calendar.Instant // last entry into a state
	Done     map[string]Doing            // last doing of an act
	Times    map[string]int              // acts done and states entered
	Paused   *Pausing
	Asking   *Asking // extension asked and not yet answered
	Extended int
	Returned int
	Transfer int
	Fired    []string // timers already fired in this visit
}

// Doing is who did an act last, and when.
type Doing struct {
	At     calendar.Instant
	Person record.ID
	Post   record.ID
	For    record.ID
	Mode   record.Mode
}

// Running is one clock: where it started, by which rule and value, and where it ends.
type Running struct {
	Name     string // the state's name for a state's own limit
	Start    calendar.Instant
	Due      calendar.Instant
	Rule     string // as written: "within facts_in"
	Value    string // the value it froze with: "7 days"
	Source   string // pack, profile revision or office that gave the value
	Revision int    // of the calendar
	Outside  bool
	Climbs   bool
	Stopped  calendar.Instant // standing still since; 0 runs
	Still    int64            // µs stood still before
	Ended    bool
	Steps    []calendar.Step // why it ends there, line by line
}

// Pausing is a pause in force.
type Pausing struct {
	Since  calendar.Instant
	Until  calendar.Instant
	Reason string
}

// Asking is an extension asked for and not yet granted or refused.
type Asking struct {
	At     calendar.Instant
	To     calendar.Date
	Reason string
	By     Doing
}
