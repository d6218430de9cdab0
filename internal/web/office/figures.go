package office

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/web"
)

// Figures lists the figures reported at meetings, by what they measure.
type Figures struct {
	web.Base
	Measures []Measure
	Next     string // href of the page after this one
	All      string // href of all measures, where one is shown alone
}

// Measure is one measure with all that was reported of it.
type Measure struct {
	Name string
	Href string
	Rows []Reported
}

// Reported is one figure with the words it was reported in.
type Reported struct {
	Says    string
	Place   string
	Period  string
	Nature  string
	Day     calendar.Date
	Sitting web.Link
	Quote   string
	By      string
}
