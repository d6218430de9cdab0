package matter

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// Def is one matter of a pack as it was written, with its names resolved. Compile
// turns it into a Type.
type Def struct {
	Pack     string
	Revision int
	Hash     string // of the pack's meaning
	Key      string // name inside the pack; Pack+"."+Key names the type everywhere
	Class    record.Class
	Power    string // opens a class above office
	Name     i18n.Text
	Of       string // the matter this is a part of
	Answers  string // the ask it answers
	Number   string // number pattern: HL-{district}-{year}-{serial}
	Same     []string
	Alike    []string
	Fields   []Field
	States   []State
	Acts     []Act
	Clocks   []Clock
	Ladder   []Rung
	Stops    []Stop
	Allows   Allows
	Scales   []Scale
	Cohorts  []Cohort
	Seen     Seen
	Scope    *Scope
	Pos      rule.Pos
}

// FieldType is the type of a field.
type FieldType uint8

const (
	TText FieldType = iota + 1
	TNumber
	TYesNo
	TMoney
	TDate
	TDuration
	TRhythm
	TFile
	TPhone
	TPerson
	TPost
	TPosts // a field of posts, for fan-out
	TPlace
	TOneOf
	TSomeOf
	TEntry
	TMatter
	TChecklist
	TSumOf
	TCountOf
)

// Field is what is recorded about a matter.
type Field struct {
	Key      string
	Name     i18n.Text
	Type     FieldType
	Arg      string   // list, register, matter, checklist, or PART.FIELD of a sum
	Places   []string // kinds of place allowed
	MinChars int
	Least    rule.Operand // money bounds
	Most     rule.Operand
	OrNew    bool   // an act may add the register row
	PersonOf string // person of POST on DATE
	PersonOn string
	Personal bool
	Once     bool // the first answer stays
	Secret   string
	Common   bool // declared in packs/common
	Pos      rule.Pos
}

// State is one stretch of the work: its phase, who holds it and by when.
type State struct {
	Key     string
	Name    i18n.Text
	Phase   Phase
	With    *rule.Who
	Within  rule.Duration // one of Within, By, UntilParts, UntilLink, or none with a clock
	By      string        // a date field
	Until   string        // "parts", or the name of a link
	Outside bool
	Warn    []calendar.Span
	Speaks  rule.Duration // silence longer than this shows
	Climbs  bool
	Pos     rule.Pos
}

// Branch is where an act leads for one code of the list it asks.
type Branch struct {
	Code string
	To   string // "" stays
}

// Guard is a named proof in Go with its argument.
type Guard struct {
	Name  string // contact visited evidence fresh_photo own_words power served confirmed
	Who   *rule.Who
	Arg   string // path, field, letter, power
	Count rule.Operand
	Pos   rule.Pos
}

// Act is an arrow between states.
type Act struct {
	Key     string
	Name    i18n.Text
	From    []string // empty opens
	To      string   // "" stays
	Stay    bool
	By      []rule.Who // empty: the holder
	Not     []rule.Who
	Every   *calendar.Rhythm
	Asks    []rule.Name
	May     []rule.Name
	Reasons *Reasons
	Needs   []Guard
	Letter  string
	Bulk    int
	Offline bool
	When    rule.Condition
	Branch  []Branch // by the code of BranchOn
	// BranchOn is the asked one-of field whose code picks the branch.
	BranchOn string
	For      *rule.Frame // opens one for each row
	Once     bool        // ever, not just while one is open
	Raises   []Raise
	Offers   []Raise
	Pos      rule.Pos
}

// Opens reports whether the act makes a new matter.
func (a *Act) Opens() bool { return len(a.From) == 0 }

// ByRule reports whether the clock or a condition, not a person, does the act.
func (a *Act) ByRule() bool {
	for _, w := range a.By {
		if w.Kind == rule.WhoRule {
			return true
		}
	}
	return false
}

// Reasons is the list that codes a reason, or a path to the codes allowed.
type Reasons struct {
	List string
	Path rule.Path
	Pos  rule.Pos
}

// Raise is an ask made or offered by an act.
type Raise struct {
	Ask    string
	By     *rule.Who // who signs an offer; nil whoever acts
	For    string    // e.g. "bad sheet": one for each
	To     *rule.Who
	About  string
	Within rule.Duration
	When   rule.Condition
	Pos    rule.Pos
}

// Clock is a limit over several states, or one that starts elsewhere than where its
// state is entered. A state's own limit is a clock by the state's name.
type Clock struct {
	Key     string
	Name    i18n.Text
	On      string // a date field
	From    string // a state, act or date field
	Within  rule.Duration
	In      []string // states or phases in which it runs
	Outside bool     // a court's, never ours
	Hint    bool
	Still   []string // states in which it stands still
	Most    rule.Duration
	Warn    []calendar.Span
	Climbs  bool
	Pos     rule.Pos
}

// Manner is how a rung acts when it is reached.
type Manner uint8

const (
	RungStays    Manner = iota // the first rung: the holder itself
	RungHandOver               // takes the matter over
	RungCopy                   // is told
	RungByHand                 // is reached only by a person's act
)

// Rung is one step of the ladder.
type Rung struct {
	Key    string
	Name   i18n.Text
	With   rule.Who
	Within rule.Duration
	Manner Manner
	Pos    rule.Pos
}

// Stop is a law's no: while When holds the acts are refused by this name.
type Stop struct {
	Key    string
	Name   i18n.Text
	Acts   []string
	When   rule.Condition
	Source i18n.Text
	Pos    rule.Pos
}

// Allows says which standard acts are open here, and how far; nil means not.
type Allows struct {
	Transfer *Transfer
	Extend   *Extend
	Pause    *Pause
	Withdraw *Withdraw
	Remind   *Remind
	PassDown bool
}

// Transfer lets a matter go to another office with a coded reason.
type Transfer struct {
	Reasons string
	By      []rule.Who
	To      *rule.Who
	Within  rule.Duration
	Most    rule.Operand
	Then    *rule.Who // who gets it after Most
	Needs   []Guard
	Asks    []rule.Name
	Pos     rule.Pos
}

// Extend lets the asker or above grant more time on a clock.
type Extend struct {
	GrantedBy *rule.Who
	Clock     string
	Most      rule.Operand
	Asks      []rule.Name
	Letter    string
	Pos       rule.Pos
}

// Pause lets a clock stand still for a coded reason, with a cap.
type Pause struct {
	Reasons string
	Most    rule.Duration
	Pos     rule.Pos
}

// Withdraw lets the one who asked take it back.
type Withdraw struct {
	By    []rule.Who
	To    string
	Needs []Guard
	Pos   rule.Pos
}

// Remind lets somebody ask again without moving anything.
type Remind struct{ By []rule.Who }

// Scale is a scale of words; the first that holds is shown.
type Scale struct {
	Key   string
	Marks []Mark
}

// Mark is one word of a scale.
type Mark struct {
	Key  string
	Name i18n.Text
	When rule.Condition
	Pos  rule.Pos
}

// Cohort is a set frozen when an act is done.
type Cohort struct {
	Key    string
	Name   i18n.Text
	From   rule.Frame
	Frozen string
	Done   rule.Condition
	Due    string
	Reason string    // list of reasons for an exception
	By     *rule.Who // who may except
	Pos    rule.Pos
}

// Seen says who sees the whole and who only the outline.
type Seen struct {
	Whole   []rule.Who
	Outline []rule.Who
}
