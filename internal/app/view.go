package app

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// Named is something with an id and a name in both languages: a post, place, department or person.
type Named struct {
	ID   record.ID
	Key  string
	Name i18n.Text
}

// Status is how a matter stands towards its date: the one word shown on every list.
type Status uint8

const (
	OnTime Status = iota // open, more than the warning days left, or no date
	Soon                 // due within seven days
	Late                 // past its date
	Silent               // in time or late, but nothing heard in the agreed period
	Ended                // closed or void
)

// Row is one matter in a list.
type Row struct {
	Key        record.Key
	Number     string
	Type       string
	TypeName   i18n.Text
	Subject    string
	State      string
	StateName  i18n.Text
	Phase      matter.Phase
	Status     Status
	Holder     Named
	Asker      Named
	Asked      Named
	Place      Named
	Department Named
	Due        calendar.Instant
	DaysLate   int // working out from today; negative is days left
	Silent     bool
	SilentDays int // since the last word, for a silent one
	Updated    calendar.Instant
	Version    int32
	Parts      *Roll
}

// Void reports a matter that never was, such as one withdrawn.
func (r Row) Void() bool { return r.Phase == matter.Void }

// Checks reports a matter that waits for its holder to check what another did.
func (r Row) Checks() bool { return r.Phase == matter.Reported }

// Owes reports a matter on which its holder must act.
func (r Row) Owes() bool { return r.Phase == matter.New || r.Phase == matter.Working }

// Roll is how the parts of a matter stand together: 17 of 20; silent: ….
type Roll struct {
	Done, Total int
	Parts       []Part
}

// Part is the share of one post.
type Part struct {
	Key        record.Key
	Holder     Named
	Asked      Named // whose share it is
	Place      Named
	PlaceKind  string // block, subdivision …
	State      i18n.Text
	Phase      matter.Phase
	Status     Status
	DaysLate   int
	SilentDays int
	Due        calendar.Instant
}

// List is one page of rows with the key of the next page.
type List struct {
	Rows  []Row
	Next  string // cursor; "" at the end
	Total int    // from tallies where they can tell; -1 unknown
	AsOn  calendar.Instant
}

// View is a matter's page: the ask, where it stands, what can be done, and its story.
type View struct {
	Row
	Detail  string
	Opened  calendar.Instant
	Closed  calendar.Instant
	Fields  []FieldView
	Clocks  []ClockView
	Acts    []ActView
	History []Happening
	Parent  *Row
	Level   i18n.Text
	Asking  *ExtensionView
	Sitting record.ID
	Marks   []MarkView
	Cohorts []CohortView
	Offers  []OfferView // that wait before a post
}

// FieldView is one recorded value in words.
type FieldView struct {
	Key    string
	Name   i18n.Text
	Value  i18n.Text
	Masked bool
}

// ClockView explains a due date line by line.
type ClockView struct {
	Name    i18n.Text
	Due     calendar.Instant
	Outside bool
	Counts  bool // it is the matter's due date
	Steps   []i18n.Text
}

// ActView is an act the reader may do now, and what it asks.
type ActView struct {
	Key      string
	Name     i18n.Text
	Main     bool // the one filled button
	Standard bool // open to every type, not the pack's own
	Inputs   []Input
	Then     i18n.Text // what happens next, in words
}

// InputKind is the control an input needs.
type InputKind string

const (
	InText   InputKind = "text"
	InLong   InputKind = "long"
	InNumber InputKind = "number"
	InMoney  InputKind = "money"
	InDate   InputKind = "date"
	InYesNo  InputKind = "yes_no"
	InOne    InputKind = "one_of"
	InSome   InputKind = "some_of"
	InPost   InputKind = "post"
	InPosts  InputKind = "posts"
	InPlace  InputKind = "place"
	InFile   InputKind = "file"
	InPhone  InputKind = "phone"
)

// Input is one thing an act asks for.
type Input struct {
	Key      string
	Name     i18n.Text
	Kind     InputKind
	Required bool
	MinChars int
	Options  []Option
}

// Option is one coded word to choose.
type Option struct {
	Code string
	Name i18n.Text
}

// Happening is one event of the story, in words.
type Happening struct {
	ID      record.ID
	At      calendar.Instant
	What    i18n.Text
	Text    string // what was typed
	Post    Named
	Person  string // shown only where somebody is to be telephoned
	For     Named
	Mode    record.Mode
	Rule    bool // by the clock, not by a person
	Files   []FileView
	Figures []FieldView // numbers typed in the act
	Kind    string
	Act     string
	Leaf    int64
	Share   *Part // the part it befell; nil for the matter itself
}

// FileView is an attached paper or photograph.
type FileView struct {
	Hash string
	Name string // safe in a header and on a disk
	Kind string
	Type string // content type; "" in a story
	Size int64
}

// ExtensionView is more time asked for and not yet decided.
type ExtensionView struct {
	To calendar.Date
	By Named
}
