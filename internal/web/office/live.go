package office

import (
	"strconv"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/web"
)

// Live is the page on the wall of the hall: one department at a time, and one line for the chair's words.
type Live struct {
	web.Base
	SittingID  string
	Meeting    string
	At         calendar.Instant // the clock on the wall when the page was made
	Department string
	N, Of      int // which department of how many
	Officer    string
	Presence   Presence
	Say        string // how the department stands, in one sentence
	Past       []PastLine
	PastDone   int
	PastAll    int
	Lines      []SaidLine // recorded in this sitting for this department, newest first
	Line       Line
	Undo       Undo
	Acts       []web.Link // what else the chair may ask for: an explanation, a meeting apart
	Prev, Next web.Link
}

// PastLine is a directive of the meeting before.
type PastLine struct {
	Title    string
	Href     string
	Standing web.Standing
}

// SaidLine is a directive recorded today, still a draft.
type SaidLine struct {
	N    int
	Text string
	Whom string
	When string
}

// Line is the line being written, with how it is understood so far.
type Line struct {
	N       int
	Text    string
	Fault   string
	Preview Preview
}

// Preview is how a line is understood: whom, by when, what; Doubt says what it does not tell.
type Preview struct {
	Whom  string
	When  string
	What  string
	Doubt string
}

// Undo is the line just recorded, which may be taken back while Seconds last.
type Undo struct {
	Text    string
	Action  string
	Seconds int
}

// LineHref is where the line is recorded.
func (l *Live) LineHref() string { return l.at("lines") }

// PreviewHref is where a line is understood without being recorded; its answer is the block "preview-part" of this page.
func (l *Live) PreviewHref() string { return l.at("preview") }

// at is a path of the wall that keeps the department on it.
func (l *Live) at(last string) string {
	return web.With(web.Path("sittings", l.SittingID, "live", last), "n", strconv.Itoa(l.N))
}
