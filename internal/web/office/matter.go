package office

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/web"
)

// Matter is a matter's page, read from the top as a story: the ask, the state in one sentence, what can be done now, the
// parts, then the history with its evidence.
type Matter struct {
	web.Base
	Head
	Acts   []web.Link // the first is the filled button, if it is owed
	Owed   bool
	Rare   []web.Link // what is seldom wanted, folded
	Parts  []Part
	Told   string // a sentence about the parts, such as how many figures came in
	Deeds  []Deed
	Older  []Deed // folded below the newest
	Facts  []Fact
	Before string // how the holder did before, in one sentence
	Sets   []Set
	Offers []Offer
	Export []web.Link
}

// Part is the share of one post: what is done of how much, in its own unit.
type Part struct {
	ID       string
	Name     string
	Standing web.Standing
	Done, Of int // of its figure; Of 0 shows none
}

// Open reports whether a part needs to be looked at.
func (p Part) Open() bool {
	return p.Standing.Status == web.Late || p.Standing.Status == web.Silent
}

// Set is how a set stands that the matter froze, a list behind every number.
type Set struct {
	Name     string
	Due      calendar.Date
	All      web.Count
	Done     web.Count
	Excepted web.Count
	Left     web.Count
	Late     web.Count
	Looked   string // how far the finding of its members has come; "" when all are in
}

// Offer is a draft that waits to be signed or set aside; without Sign it waits before another.
type Offer struct {
	ID     string // of the matter
	Title  string // of the matter; "" on its own page
	What   string
	To     string
	Before string
	At     calendar.Instant
	Sign   web.Link
	Aside  web.Link
}

// Fact is one line of the particulars.
type Fact struct {
	What string
	Text string
	Href string
}

// Pressing are the parts that are late or silent, shown large.
func (m *Matter) Pressing() []Part { return m.pick(true) }

// Quiet are the other parts.
func (m *Matter) Quiet() []Part { return m.pick(false) }

func (m *Matter) pick(open bool) []Part {
	var list []Part
	for _, p := range m.Parts {
		if p.Open() == open {
			list = append(list, p)
		}
	}
	return list
}
