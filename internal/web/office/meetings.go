package office

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/web"
)

// Meetings lists what is coming and the series in which meetings are held.
type Meetings struct {
	web.Base
	Coming []SittingRow
	Series []SeriesRow
	Call   string // path by which a meeting is called; "" if the post may not
	Found  string // path by which a series is founded; "" likewise
}

// SittingState says how far a sitting is.
type SittingState uint8

// The states of a sitting.
const (
	Called SittingState = iota
	Running
	Held      // over, its proceedings not yet issued
	Issued    // its directives are issued
	Cancelled // did not take place
)

// Name is the state's stable name.
func (s SittingState) Name() string {
	return [...]string{"called", "running", "held", "issued", "cancelled"}[s]
}

// SittingRow is one sitting in a list.
type SittingRow struct {
	ID         string
	Name       string
	At         calendar.Instant
	Venue      string
	State      SittingState
	Points     int       // of its agenda
	Directives web.Count // issued at it
	Done       web.Count // of those, finished
}

// SeriesRow is one series with its rhythm and how its directives stand.
type SeriesRow struct {
	ID     string
	Name   string
	Chair  string
	Rhythm string // in the reader's words
	Next   calendar.Date
	Open   web.Count
	Late   web.Count
}

// Series is one series of meetings: the next sitting and those before.
type Series struct {
	web.Base
	ID     string
	Name   string
	Chair  string
	Rhythm string
	Rows   []SittingRow // newest first
	Next   string       // path of older rows
	Call   string
	ATR    string // path of the table of actions taken
}
