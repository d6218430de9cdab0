package office

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/web"
)

// Remembered lists what the district's offices have had remembered from their corrections.
type Remembered struct {
	web.Base
	InForce []Usage
	Retired []Usage
}

// Usage is one thing remembered: a name and whom it means, or a subject and who is asked.
type Usage struct {
	Words   string
	Name    bool // what a name means; else who is asked about a subject
	Whom    string
	By      string
	Since   calendar.Date
	Sitting web.Link
	Helped  int
	Last    calendar.Date
	Retired calendar.Date
	Retire  string // where it is put out of force; "" the reader may not
}
