package rule

import "github.com/anupalan/anupalan/internal/calendar"

// ValueKind is the type of a value at run time. The numbers are stored and hashed: never
// change or reuse one.
type ValueKind uint8

const (
	None ValueKind = iota
	Text
	Number
	Money   // paise
	Date    // calendar.Date in N
	Moment  // calendar.Instant in N
	YesNo   // 0 or 1 in N
	Code    // one code in S
	Codes   // codes in List
	Length  // a span; compared in whole microseconds or, for days, in days
	Link    // a post, place, person, register row or matter, by its key in S
	Links   // several of them in List
	File    // SHA-256 in hex in List
	Phone   // S
	Answers // a filled checklist: item to mark in Map
)

// Value is a typed value of a field, a measure or a setting. The zero Value is None.
type Value struct {
	Kind ValueKind
	S    string
	N    int64
	List []string
	Span calendar.Span
	Map  map[string]string
}

// Missing reports whether there is no value.
func (v Value) Missing() bool { return v.Kind == None }
