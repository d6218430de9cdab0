package extract

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
)

// Span is a piece of the original text in bytes, from Start up to End; both lie between runes.
type Span struct{ Start, End int }

// Empty tells whether the span holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Of gives the piece of the text that the span stands for.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Options are what a reader may know beside the text.
type Options struct {
	Date    calendar.Date // day of the meeting; 0 takes it from the text
	State   string        // bihar, up, mp, rajasthan or a two-letter code; prefers that State's sense of a short form
	Lexicon *Lexicon      // nil reads with the grammar alone, so posts get no keys
}

// Result is what a text asks for and reports.
type Result struct {
	Meeting    Meeting
	Directives []Directive
	Facts      []Fact
	Notes      []Reason
	Furniture  []Span // what is not part of the proceedings
}

// Meeting is what the text says of the meeting itself; what it does not say is zero.
type Meeting struct {
	Date                  calendar.Date
	DateSpan              Span
	Chair, Place, Subject string
	ChairKey              string
}

// Directive is one act asked of one owner or one group of owners.
type Directive struct {
	Quote      []Span
	Action     string
	Owners     []Owner
	Keys       []string // of the owners, each once; never empty
	AllOfKind  bool
	Subject    string
	Deadline   Deadline
	Target     *Target
	Sanction   Sanction
	Confidence float64 // 0 to 1; below 0.6 a person should look first
	Why        []Reason
}

// Owner is a post as the text names it, with the key of the designation table.
type Owner struct {
	Span Span
	Text string
	Key  string // empty where the lexicon does not know the post
	All  bool   // everybody who holds such a post
}

// Sanction is a measure ordered against an officer.
type Sanction uint8

const (
	NoSanction Sanction = iota
	Explanation
	ShowCause
	ChargeSheet
	SalaryStop
)

// String gives the word of the exchange format.
func (s Sanction) String() string {
	return [...]string{"none", "explanation", "show_cause", "chargesheet", "salary_stop"}[s]
}

// DeadlineKind says how a limit is given.
type DeadlineKind uint8

const (
	NoDeadline DeadlineKind = iota
	OnDate
	InRange
	Relative
	Recurring
)

// String gives the word of the exchange format.
func (k DeadlineKind) String() string {
	return [...]string{"none", "date", "range", "relative", "recurring"}[k]
}

// Deadline is the limit of a directive. Start and End are 0 where the text
// does not let them be computed; they are never guessed.
type Deadline struct {
	Span       Span
	Text       string
	Kind       DeadlineKind
	Start, End calendar.Date
	Every      string // day, week or month of what recurs, else empty
	Clock      string // hour of the day as 18:00, if said
	Flags      []Reason
}

// Target is the number a directive asks for.
type Target struct {
	Span  Span
	Value float64
	Unit  string
	Per   string // day, week, month or empty
}

// Fact is a number reported about progress, pendency or rank.
type Fact struct {
	Quote      Span
	Measure    string
	Value      float64
	Of         float64 // the whole, 0 if not said
	Unit       string
	About      bool // लगभग
	Confidence float64
}

// Reason is a coded remark for the person who checks the reading.
type Reason struct {
	Code string
	Text i18n.Text
}
