package store

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// plainValues gives a list of our types as what both drivers take.
func plainValues(list any) []any {
	var out []any
	switch list := list.(type) {
	case []record.ID:
		for _, v := range list {
			out = append(out, int64(v))
		}
	case []matter.Phase:
		for _, v := range list {
			out = append(out, int32(v))
		}
	case []string:
		for _, v := range list {
			out = append(out, v)
		}
	}
	return out
}

func day(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		return 0
	}
	return d
}
