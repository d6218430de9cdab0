package calendar

import (
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/fault"
)

// Rhythm is how often something is owed: every day, every Monday, the third Thursday. The zero Rhythm is none.
type Rhythm struct {
	Beat Beat
	Day  time.Weekday // of OnDay and OnNth
	Nth  uint8        // of OnNth: bit n set for the n-th such day of the month
}

// Beat is the kind of a rhythm.
type Beat uint8

// The beats. A week, month, quarter or year is owed by its last office day; a fortnight by the 15th and the month's end.
const (
	EveryDay Beat = iota + 1
	EveryWorkingDay
	EveryWeek
	EveryFortnight
	EveryMonth
	EveryQuarter
	EveryYear
	OnDay
	OnNth
)

var beats = [...]string{
	EveryDay: "day", EveryWorkingDay: "working day", EveryWeek: "week", EveryFortnight: "fortnight",
	EveryMonth: "month", EveryQuarter: "quarter", EveryYear: "year",
}

// IsZero reports that there is no rhythm.
func (r Rhythm) IsZero() bool { return r.Beat == 0 }

// ParseRhythm reads "day", "working day", "fortnight", "monday", "3rd thursday", "first and third saturday".
func ParseRhythm(text string) (Rhythm, error) {
	words := strings.Join(strings.Fields(text), " ")
	for b := EveryDay; b <= EveryYear; b++ {
		if words == beats[b] {
			return Rhythm{Beat: b}, nil
		}
	}
	if d, ok := weekday(words); ok {
		return Rhythm{Beat: OnDay, Day: d}, nil
	}
	if nths, d, ok := nthDay(words); ok {
		return Rhythm{Beat: OnNth, Day: d, Nth: nths}, nil
	}
	return Rhythm{}, fault.New(fault.Invalid, "calendar.rhythm_form", text)
}

var ordinals = [...]string{"", "first", "second", "third", "fourth", "fifth"}

// String gives the words of a pack; ParseRhythm reads them back to the same Rhythm.
func (r Rhythm) String() string {
	switch r.Beat {
	case 0:
		return ""
	case OnDay:
		return dayWords[r.Day]
	case OnNth:
		var nths []string
		for n := 1; n <= 5; n++ {
			if r.Nth&(1<<n) != 0 {
				nths = append(nths, ordinals[n])
			}
		}
		return strings.Join(nths, " and ") + " " + dayWords[r.Day]
	}
	return beats[r.Beat]
}

// Next gives the first day after the given one on which the rhythm is owed: moved off closed days as the calendar says,
// and never inside a silence. It gives no day if none comes within ten years.
func (r Rhythm) Next(after Date, c *Calendar) Date {
	if r.Beat == 0 || after == 0 {
		return 0
	}
	for d := after.AddDays(-31); d < after+3660; {
		d = r.nominal(d+1, c)
		if d == 0 {
			return 0
		}
		if at := r.moved(d, c); at > after {
			if _, quiet := c.Silent(at); !quiet {
				return at
			}
		}
	}
	return 0
}

// moved shifts a nominal day off a closed one.
func (r Rhythm) moved(d Date, c *Calendar) Date {
	switch {
	case c.rules.EndsOnHoliday == SameDay || c.Working(d):
		return d
	case c.rules.EndsOnHoliday == PreviousWorkingDay:
		return c.PreviousWorking(d)
	}
	return c.NextWorking(d)
}

// nominal gives the first day from d on that the rhythm names, before shifts.
func (r Rhythm) nominal(d Date, c *Calendar) Date {
	switch r.Beat {
	case EveryDay:
		return d
	case EveryWorkingDay:
		return c.NextWorking(d)
	case EveryWeek:
		return c.lastFrom(Weekly, d)
	case EveryFortnight:
		return c.fortnight(d)
	case EveryMonth:
		return c.lastFrom(Monthly, d)
	case EveryQuarter:
		return c.lastFrom(Quarterly, d)
	case EveryYear:
		return c.lastFrom(Yearly, d)
	case OnDay:
		return d.AddDays((int(r.Day) - int(d.Weekday()) + 7) % 7)
	}
	return r.nominalNth(d)
}

// lastFrom gives the last office day of d's period, or of the next one if that day has gone.
func (c *Calendar) lastFrom(k PeriodKind, d Date) Date {
	p := k.Of(d)
	if at := c.lastOpen(p); at >= d {
		return at
	}
	return c.lastOpen(p.Next())
}

// fortnight gives the 15th or the last office day of the month, whichever comes first from d on.
func (c *Calendar) fortnight(d Date) Date {
	if day := d.Day(); day <= 15 {
		return d.AddDays(15 - day)
	}
	month := Monthly.Of(d)
	if at := c.lastOpen(month); at >= d {
		return at
	}
	return month.End.AddDays(15)
}

func (r Rhythm) nominalNth(d Date) Date {
	d = d.AddDays((int(r.Day) - int(d.Weekday()) + 7) % 7)
	for range 60 {
		if r.Nth&(1<<((d.Day()-1)/7+1)) != 0 {
			return d
		}
		d = d.AddDays(7)
	}
	return 0
}
