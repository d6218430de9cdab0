package office

import (
	"fmt"

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
	Text      []Paragraph
	Summary   string // what the sentences gave, in one line
	Drafts    []Draft
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
	Draft int
	Off   bool // its draft is left out
	On    bool // its draft is in hand
	More  bool // its draft was read from a piece before this one too
	Runs  []Run
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

// Run is text with one mark.
type Run struct {
	Text string
	Mark Mark
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
	What    string
	Whom    string
	When    string
	Doubt   string // what the text leaves open
	Note    string
	State   DraftState
	Editing bool
	Form    web.Form // filled while in hand
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

// Row is where a draft's decisions are sent: "accept", "drop", "restore".
func (r *Review) Row(d Draft, act string) string {
	return web.Path("sittings", r.SittingID, "reading", d.ID, act)
}

// Edit is the page with a draft in hand.
func (r *Review) Edit(d Draft) string {
	return web.With(web.Path("sittings", r.SittingID, "reading"), "edit", fmt.Sprint(d.N)) + fmt.Sprintf("#d%d", d.N)
}

// To is where the reading as a whole is acted on: "issue", "new".
func (r *Review) To(act string) string { return web.Path("sittings", r.SittingID, "reading", act) }
