package office

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/web"
)

// Exceptions is the named list of what would otherwise be skipped in silence.
type Exceptions struct {
	web.Base
	Groups []ExceptionGroup
	Next   string
	Export []web.Link
}

// ExceptionKind says why something cannot go on by itself.
type ExceptionKind uint8

// The kinds of exceptions.
const (
	NoHolder ExceptionKind = iota
	VacantPost
	NoSuperior
	NoDate
	Unsent
)

// Name is the kind's stable name.
func (k ExceptionKind) Name() string {
	return [...]string{"holder", "vacant", "superior", "date", "unsent"}[k]
}

// ExceptionGroup is all of one kind.
type ExceptionGroup struct {
	Kind ExceptionKind
	All  web.Count
	Rows []Exception
}

// Exception is one matter or post that nobody answers for, since when, and what would mend it.
type Exception struct {
	Title string
	Href  string
	Note  string
	Since calendar.Date
	Act   web.Link
}

// Sum counts the exceptions of all kinds.
func (e *Exceptions) Sum() int {
	n := 0
	for _, g := range e.Groups {
		n += g.All.N
	}
	return n
}
