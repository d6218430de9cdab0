package matter

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// Change is all that one command does: matters with their new events, and what must
// be told or sent. It is saved whole or not at all.
type Change struct {
	Steps      []Step
	Letters    []LetterIntent
	Notices    []Notice
	Exceptions []Exception
	Frozen     []FrozenSet
	Rest       *Command // what is left of a fan-out, for a job
}

// FrozenSet is a set just frozen, whose members are still to be gathered.
type FrozenSet struct {
	Of     record.Key
	Cohort string
	Job    record.ID
}

// Step is one matter before and after, with the events between; Before is nil when it opens.
type Step struct {
	Before *Matter
	After  *Matter
	Events []record.Event
}

// LetterIntent is a letter an act calls for; it goes to the outbox until letters are run.
type LetterIntent struct {
	Matter record.Key
	Letter string
	To     []record.ID
	Copy   []record.ID
}

// Notice tells a post of something that happened to a matter.
type Notice struct {
	Matter record.Key
	Post   record.ID
	// What is asked, returned, climbed, late, due_soon, silent, reminded, extension_asked,
	// extended, extension_refused, paused, resumed, withdrawn, merged, offered or shifted.
	What string
}

// Exception puts a matter on the named list of what nobody holds.
type Exception struct {
	Matter record.Key
	Why    string // vacant, no_superior, nobody, no_limit
	Role   string
	Text   i18n.Text
}

// Wake is an instant at which a matter must be looked at, and why.
type Wake struct {
	At     calendar.Instant
	Matter record.Key
	What   string // silence, warn:<clock>:<n>, late:<clock>, rung:<n>, rule:<act>
}

// Cell is one cell of a tally of open matters. By is department, block or post; cells of
// blocks also know the department, so that the charge of any post adds up from them.
type Cell struct {
	By         string
	Key        record.ID
	Department record.ID // of a block's cell; 0 in the others
	Class      record.Class
	Type       string
	Phase      Phase
	DueDay     calendar.Date
	Silent     bool
}

// FlowCell is one cell of what happened on a day: opened, closed, extended, returned.
type FlowCell struct {
	By    string
	Key   record.ID
	Class record.Class
	Type  string
	What  string
	Day   calendar.Date
}
