package calendar

import (
	"fmt"
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
)

// TimeOfDay is minutes since midnight in India.
type TimeOfDay int16

// ParseTimeOfDay reads "10:00" or "9:30", a day of 24 hours.
func ParseTimeOfDay(s string) (TimeOfDay, error) {
	h, m, ok := strings.Cut(strings.TrimSpace(s), ":")
	hour, ok1 := number(h)
	minute, ok2 := number(m)
	if !ok || !ok1 || !ok2 || len(h) > 2 || len(m) != 2 || hour > 23 || minute > 59 {
		return 0, fault.New(fault.Invalid, "calendar.time_form", s)
	}
	return TimeOfDay(hour*60 + minute), nil
}

// String gives 10:00.
func (t TimeOfDay) String() string { return fmt.Sprintf("%02d:%02d", int(t)/60, int(t)%60) }

// ParseHours reads "10:00 to 17:00", opening before closing.
func ParseHours(s string) (opens, closes TimeOfDay, err error) {
	a, b, _ := strings.Cut(s, " to ")
	if opens, err = ParseTimeOfDay(a); err != nil {
		return 0, 0, err
	}
	if closes, err = ParseTimeOfDay(b); err != nil {
		return 0, 0, err
	}
	if opens >= closes {
		return 0, 0, fault.New(fault.Invalid, "calendar.hours_order", opens, closes)
	}
	return opens, closes, nil
}
