package office

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/web"
)

// Weekly is the week's five main tasks of each officer: one's own, and for the chair everybody's.
type Weekly struct {
	web.Base
	From, To calendar.Date
	Prev     string
	Next     string
	Mine     []MatterRow
	Declare  web.Form // to name one's five; without fields it is not shown
	Offices  []FiveOf
	Named    int // officers who have named their five
	Officers int
	Export   []web.Link
}

// FiveOf is one officer's week: a standing for each task, and how many are done.
type FiveOf struct {
	Post  string
	Href  string
	Tasks []web.Standing
	Done  int
	Note  string
}
