package office

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/web"
)

// ATR is the table of actions taken on a meeting's directives, for the screen and, on A4 across, for the file.
type ATR struct {
	web.Base
	SittingID string
	Meeting   string
	At        calendar.Instant
	Chair     string
	Rows      []ATRRow
	Sums      Sums
	Done      web.Count
	Export    []web.Link
}

// ATRRow is one directive with what was done about it.
type ATRRow struct {
	N        int
	ID       string
	What     string
	Whom     string
	Due      calendar.Date
	Action   string // what was reported last
	On       calendar.Date
	Standing web.Standing
}
