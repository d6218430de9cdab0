package app

import (
	"time"

	"github.com/anupalan/anupalan/internal/record"
)

// Use is what a request asks of the program, as far as its pace is held.
type Use uint8

// The uses.
const (
	Writes   Use = iota // a form or act
	Searches            // a search, a pick by typing, a table to take away
	Uploads             // a form with files
	uses
)

// Pace is how often a person may do a thing: Burst at once, then one each Every.
type Pace struct {
	Every time.Duration
	Burst int
}

// UsualPaces are far above what a hand does and far below what a program that runs wild does.
func UsualPaces() [3]Pace {
	return [uses]Pace{Writes: {500 * time.Millisecond, 240}, Searches: {250 * time.Millisecond, 120}, Uploads: {3 * time.Second, 40}}
}

// Admit takes one use of a person, or of a network address where nobody is signed in; above
// the pace it is TooMany with the seconds to wait.
func (a *App) Admit(who Actor, address string, use Use) error {
	key := "address:" + address
	if who.Person != 0 {
		key = "person:" + record.Key{District: who.District, ID: who.Person}.String()
	}
	return a.paces[use].allow(key, a.wall())
}

func limiters(paces [3]Pace) [3]*limiter {
	if paces == ([3]Pace{}) {
		paces = UsualPaces()
	}
	var list [3]*limiter
	for i, p := range paces {
		list[i] = newLimiter(p.Every, p.Burst)
	}
	return list
}
