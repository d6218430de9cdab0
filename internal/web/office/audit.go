package office

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/web"
)

// AuditLog is the record that nobody can change unseen: its signed head, and the events by number.
type AuditLog struct {
	web.Base
	Size    int
	Root    string // the head's hash
	Signed  calendar.Instant
	Key     string // name of the signing key
	Filters []Filter
	Rows    []AuditRow
	Next    string
	Proof   string // path of the head as a signed note
}

// AuditRow is one event: its number, what was done to what, by which post and how.
type AuditRow struct {
	Leaf    int
	At      calendar.Instant
	Act     string
	Subject string
	Href    string
	Post    string
	Person  string
	Mode    Mode
}
