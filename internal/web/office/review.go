package office

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/web"
)

// Review shows a text of proceedings with its spans marked, beside the directives read from it. Nothing is issued before
// somebody has looked at every one.
type Review struct {
	web.Base
	SittingID string
	Meeting   string
	SeriesID  string
	SavedAt   calendar.Instant
	By        string
	Paper     string   // the file it was taken out of, with its kind; "" typed or pasted
	Cautions  []string // what is to be compared with the paper
	Text      []Paragraph
	Asides    []Aside // page furniture, which was not read
	Summary   string  // what the sentences gave, in one line
	Drafts    []Draft
	Figures   []Figure
	Issue     IssuePlan
	IssueForm web.Form // only its refusals are used
	MayUndo   bool     // the last step may be taken back
}

// inHand gives the form of the draft in hand; nil if none is.
func (r *Review) inHand() *web.Form {
	for i := range r.Drafts {
		if r.Drafts[i].Editing {
			return &r.Drafts[i].Form
		}
	}
	return nil
}

// Paragraph is one paragraph of the text; a heading stands by itself.
type Paragraph struct {
	Heading bool
	Pieces  []Piece
}

// Piece is a run of text; with Draft it is what directive Draft was read from.
type Piece struct {
	Draft  int
	Also   []Further // directives read from it too
	Figure int       // the figure read from it
	Aside  bool      // page furniture
	Off    bool      // its draft is left out
	On     bool      // its draft is in hand
	More   bool      // its draft was read from a piece before this one too
	Href   string    // the draft or figure in hand
	Runs   []Run
}

// Further is one more directive that was read from the same words.
type Further struct {
	N    int
	Href string
}

// Of lists the numbers of everything that was read from the piece, as the script looks for them.
func (p Piece) Of() string {
	var list []string
	if p.Draft > 0 {
		list = append(list, strconv.Itoa(p.Draft))
	}
	for _, n := range p.Also {
		list = append(list, strconv.Itoa(n.N))
	}
	if p.Figure > 0 {
		list = append(list, "f"+strconv.Itoa(p.Figure))
	}
	return strings.Join(list, " ")
}

// Mark says what a run tells.
type Mark uint8

// The marks.
const (
	NoMark Mark = iota
	Whom
	ByWhen
	HowMany
)

// Name is the mark's class.
func (m Mark) Name() string { return [...]string{"", "who", "when", "many"}[m] }

// Run is text with one mark; For are the directives that it tells it of, by their numbers.
type Run struct {
	Text string
	Mark Mark
	For  string
}

// Aside is a piece of page furniture that may be brought back into the reading.
type Aside struct {
	Text       string
	Start, End int
}

// DraftState says what was decided about a draft.
type DraftState uint8

// The states of a draft.
const (
	Pending DraftState = iota
	Accepted
	Dropped
)

// Name is the state's stable name.
func (d DraftState) Name() string { return [...]string{"pending", "accepted", "dropped"}[d] }

// Draft is one directive as read: what, whom, by when, and what the text does not say.
type Draft struct {
	N       int
	ID      string
	At      string // where its decisions are sent
	Href    string // the page with it in hand
	Merge   string // where it is merged with others
	What    string
	Whom    string
	When    string
	Doubts  []string // why it is not sure, in words
	Notes   []string // what chose the posts, and whether anybody sits there
	State   DraftState
	Editing bool
	Form    web.Form // filled while in hand
	Lesson  *Lesson
}

// Lesson offers to have a correction remembered for the district.
type Lesson struct {
	Name  bool // what a name means; else who is asked about a subject
	Words string
	Fault string
}

// Figure is one number that the proceedings report.
type Figure struct {
	N        int
	ID       string
	At       string // where its decisions are sent
	Href     string // the page with it in hand
	Measure  string
	Says     string // value, whole, unit
	About    string // place, period, kind of count
	Names    string // the indicator it counts for, or those that it may
	Findings []string
	State    DraftState
	Editing  bool
	Form     web.Form
}

// IssuePlan says what issuing would make.
type IssuePlan struct {
	Directives int
	Matters    int
	Posts      int
}

// Count gives how many drafts are in a state.
func (r *Review) Count(state string) int {
	n := 0
	for _, d := range r.Drafts {
		if d.State.Name() == state {
			n++
		}
	}
	return n
}

// Looked counts the drafts that somebody has decided on.
func (r *Review) Looked() int { return len(r.Drafts) - r.Count("pending") }

// Doubtful counts the drafts still to be decided of which something is not sure.
func (r *Review) Doubtful() int {
	n := 0
	for _, d := range r.Drafts {
		if d.InDoubt() {
			n++
		}
	}
	return n
}

// FirstDoubt is the anchor of the first doubtful draft.
func (r *Review) FirstDoubt() string {
	for _, d := range r.Drafts {
		if d.InDoubt() {
			return fmt.Sprintf("#d%d", d.N)
		}
	}
	return ""
}

// Confirmed counts the figures that will be taken down.
func (r *Review) Confirmed() int {
	n := 0
	for _, f := range r.Figures {
		if f.State == Accepted {
			n++
		}
	}
	return n
}

// InDoubt reports a draft still to be decided of which something is not sure.
func (d Draft) InDoubt() bool { return d.State == Pending && len(d.Doubts) > 0 }

// InDoubt reports a figure still to be decided that does not reconcile.
func (f Figure) InDoubt() bool { return f.State == Pending && len(f.Findings) > 0 }

// To is where one decision on the draft is sent: "accept", "drop", "restore".
func (d Draft) To(act string) string { return d.At + "/" + act }

// To is where one decision on the figure is sent.
func (f Figure) To(act string) string { return f.At + "/" + act }

// To is where the reading as a whole is acted on: "issue", "new".
func (r *Review) To(act string) string { return web.Path("sittings", r.SittingID, "reading", act) }
