package office

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/web"
)

// MatterRow is a matter in a list: what, who, by when, how late, the last word, and the next act.
type MatterRow struct {
	ID       string
	Number   string
	Title    string
	Standing web.Standing
	Holder   string
	Place    string
	Asker    string
	Last     string
	Act      web.Link // the next act, one tap away; no Href shows none
}

// Head is what every page about one matter begins with.
type Head struct {
	ID     string
	Number string
	Kind   string // the type's name: निदेश
	Title  string
	State  StateLine
	Ask    Quote
	Why    Why
}

// StateLine is what the state sentence is made of.
type StateLine struct {
	Label    string // the state's own name
	Holder   string // with whom it lies; "" with nobody
	Mine     bool
	Standing web.Standing
	Parts    web.Count // parts in all
	Done     web.Count
	PartWord string // what a part is: posts, places
	PartKind string // the kind of place that all parts lie in, "" if they differ
	Ended    calendar.Date
}

// Quote is what was asked, in the words of the paper.
type Quote struct {
	Text   string
	By     string
	Source string
	Href   string
}

// Why explains a due instant line by line.
type Why struct {
	Due   calendar.Instant
	Lines []WhyLine
	Note  string
	Rule  string // path of the rule
}

// WhyLine is one step of the reckoning; Sum is its result.
type WhyLine struct {
	What     string
	Value    string
	Sum      bool
	Standing web.Standing
}

// Mode says how an act was done.
type Mode uint8

// The modes.
const (
	InPerson Mode = iota
	AsDelegate
	ByRule
)

// Name is the mode's stable name.
func (m Mode) Name() string { return [...]string{"person", "delegate", "rule"}[m] }

// Deed is one act in a matter's history.
type Deed struct {
	At      calendar.Instant
	What    string
	Act     string // the act alone, without its figures
	Quote   string
	Figures []string // what was counted: आँकड़ा: 28
	Post    string
	Person  string // the delegate's own post, where one acted
	Mode    Mode
	Key     bool // somebody did something, not only a rule
	Files   []web.File
	Shares  []web.Link // whose shares it befell; none for the matter itself
	Each    []Deed     // the same act of many shares, each with its own words
}

// Few reports that the shares of a deed can be named in its own line.
func (d Deed) Few() bool { return len(d.Shares) <= 4 }
