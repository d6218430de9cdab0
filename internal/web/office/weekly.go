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

// HaveNamed are the officers who have named tasks.
func (w *Weekly) HaveNamed() []FiveOf { return w.pick(true) }

// NotNamed are the officers who have named none.
func (w *Weekly) NotNamed() []FiveOf { return w.pick(false) }

func (w *Weekly) pick(named bool) []FiveOf {
	var list []FiveOf
	for _, f := range w.Offices {
		if len(f.Tasks) > 0 == named {
			list = append(list, f)
		}
	}
	return list
}

// FiveOf is one officer's week: a standing for each task, and how many are done.
type FiveOf struct {
	Post  string
	Href  string
	Tasks []web.Standing
	Done  int
	Note  string
}
