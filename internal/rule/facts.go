package rule

import "github.com/anupalan/anupalan/internal/calendar"

// Facts is what a condition may ask of the world: the matter tried, or a row of a
// register, a sitting, a place. Two kinds implement it: loaded matters and rows.
type Facts interface {
	// Value follows a path; None where nothing stands. "state" and "phase" are codes.
	Value(p string) Value
	// Measure answers a measured fact (TestMark … TestActOn) with its argument(s). Since and
	// until give the Moment or Date they are counted from or to; counts give a Number.
	Measure(k TestKind, name, than string) Value
	// Members gives the parts, links, sittings or matters about it under this name,
	// oldest first, for some, no, every and last.
	Members(name, by string) []Facts
	// Setting gives a setting's value, as it stands for this place and day.
	Setting(name string) Value
	// Now is the instant at which the question is put.
	Now() calendar.Instant
	// Reach gives the instant at which a length that starts at from is over here.
	Reach(from calendar.Instant, s calendar.Span) calendar.Instant
}
