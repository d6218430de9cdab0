package calendar

import (
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// Unit is what a limit is counted in.
type Unit uint8

// The units; the last three take no number.
const (
	Hours Unit = iota + 1
	Days
	WorkingDays
	CourtDays
	Weeks
	Months
	Years
	EndOfDay
	EndOfWeek
	EndOfMonth
)

// MaxSpan is the largest number a limit may have.
const MaxSpan = 9999

// units are the words of a pack: one, many, and the reader's words.
var units = [...]struct {
	one, many string
	read      i18n.Text
}{
	Hours:       {"hour", "hours", i18n.Text{Hi: "घंटे", En: "hours"}},
	Days:        {"day", "days", i18n.Text{Hi: "दिन", En: "days"}},
	WorkingDays: {"working day", "working days", i18n.Text{Hi: "कार्य दिवस", En: "working days"}},
	CourtDays:   {"court day", "court days", i18n.Text{Hi: "न्यायालय दिवस", En: "court days"}},
	Weeks:       {"week", "weeks", i18n.Text{Hi: "सप्ताह", En: "weeks"}},
	Months:      {"month", "months", i18n.Text{Hi: "माह", En: "months"}},
	Years:       {"year", "years", i18n.Text{Hi: "वर्ष", En: "years"}},
	EndOfDay:    {"same day", "end of day", i18n.Text{Hi: "उसी दिन", En: "same day"}},
	EndOfWeek:   {"end of week", "end of week", i18n.Text{Hi: "सप्ताह के अंत तक", En: "by the end of the week"}},
	EndOfMonth:  {"end of month", "end of month", i18n.Text{Hi: "माह के अंत तक", En: "by the end of the month"}},
}

// counted reports whether the unit takes a number.
func (u Unit) counted() bool { return u >= Hours && u <= Years }

// Span is a limit as an order writes it: so many of a unit. The zero Span is no limit.
type Span struct {
	N    int
	Unit Unit
}

// IsZero reports that there is no limit.
func (s Span) IsZero() bool { return s.Unit == 0 }

// ParseSpan reads "3 working days", "1 month", "same day", "end of month"; words are those of a pack, lower case.
func ParseSpan(text string) (Span, error) {
	words := strings.Join(strings.Fields(text), " ")
	n, rest, spaced := strings.Cut(words, " ")
	count, isNumber := number(n)
	for u := Hours; u <= EndOfMonth; u++ {
		if !u.counted() && (words == units[u].one || words == units[u].many) {
			return Span{Unit: u}, nil
		}
		if u.counted() && spaced && isNumber && count <= MaxSpan && (rest == units[u].one || rest == units[u].many) {
			return Span{N: count, Unit: u}, nil
		}
	}
	if isNumber && count > MaxSpan {
		return Span{}, fault.New(fault.Invalid, "calendar.span_long", text, MaxSpan)
	}
	return Span{}, fault.New(fault.Invalid, "calendar.span_form", text)
}

// String gives the words of a pack; ParseSpan reads them back to the same Span.
func (s Span) String() string {
	switch {
	case s.Unit == 0 || int(s.Unit) >= len(units):
		return ""
	case !s.Unit.counted():
		return units[s.Unit].one
	case s.N == 1:
		return "1 " + units[s.Unit].one
	}
	return itoa(s.N) + " " + units[s.Unit].many
}

// In writes the limit for a reader: "3 कार्य दिवस", "3 working days".
func (s Span) In(l i18n.Lang) string {
	switch {
	case s.Unit == 0 || int(s.Unit) >= len(units):
		return ""
	case !s.Unit.counted():
		return units[s.Unit].read.In(l)
	case l == i18n.English && s.N == 1:
		return "1 " + units[s.Unit].one
	case l == i18n.Hindi && s.Unit == Hours && s.N == 1:
		return "1 घंटा"
	}
	return itoa(s.N) + " " + units[s.Unit].read.In(l)
}

// MarshalText gives the words of a pack.
func (s Span) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the words of a pack; empty text is no limit.
func (s *Span) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*s = Span{}
		return nil
	}
	v, err := ParseSpan(string(b))
	if err == nil {
		*s = v
	}
	return err
}
