package record

import "github.com/anupalan/anupalan/internal/calendar"

// Event is one thing that was done. Body is canonical JSON in which each sensitive value is replaced by its salted
// digest; the values themselves lie in Values and can be erased without touching the body.
type Event struct {
	ID       ID
	District int32
	Subject  Ref
	Version  int32  // of the subject, after the event
	Kind     string // the noun's own event kind
	Act      string
	Person   ID
	Post     ID
	For      ID // the post acted for, if a delegate
	Mode     Mode
	At       calendar.Instant
	Body     []byte
	Values   []Value
}

// Value is one text, person, phone or file value of an event: where in the body it stands, its salt and its bytes.
type Value struct {
	Path  string // names and positions joined by dots: contact.phone, rows.3.name
	Salt  [16]byte
	Bytes []byte
}
