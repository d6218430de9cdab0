package office

import "github.com/anupalan/anupalan/internal/web"

// Matters is a list of matters with its filters in words, its sums, and a way on to the next rows.
type Matters struct {
	web.Base
	Filters []Filter
	Choose  []web.Field // what else may be narrowed; sent by GET
	Sums    Sums
	Rows    []MatterRow
	Next    string // path of the next rows; "" at the end
	First   string // path of the first rows; "" while on them
	Empty   string // a sentence of what there is instead
	Export  []web.Link
}

// Filter is one narrowing of the list in words, with the list without it.
type Filter struct {
	Text   string
	Remove string
}

// Sums are the counts of the list by standing; they add up to All.
type Sums struct {
	All    web.Count
	Late   web.Count
	Soon   web.Count
	InTime web.Count
	Silent web.Count
	Other  web.Count // paused, being checked, closed: whatever the four do not hold
}
