package calendar

import (
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// ParseHuman reads a day as people type it into a form: 12.3.26, 12/03/2026, 2026-03-12, 12 मार्च, March 12 2026, आज, कल,
// परसों, शुक्रवार, अगले बुधवार, माह के अंत, 15 दिन में, tomorrow, next friday. Either digit set serves, the day stands before the
// month, कल is tomorrow, a weekday is the coming one, the next one that of the next week. A day without a year lies at
// most four months back, else ahead. The fault says which part is wrong, or which two days the words may mean.
func ParseHuman(s string, today Date) (Date, error) { return parseHuman(s, today, false) }

// ParseUntil reads the last day of a limit, as ParseHuman does; a week or month means its end: अगले माह तक.
func ParseUntil(s string, today Date) (Date, error) { return parseHuman(s, today, true) }

func parseHuman(s string, today Date, limit bool) (Date, error) {
	parts := words(s)
	if n, ok := relative(join(parts)); ok {
		return today.AddDays(n), nil
	}
	if span, ok := counted(parts); ok {
		if d, ok := today.after(span); ok {
			return d, nil
		}
	}
	if d, known, err := placed(s, parts, today, limit); known {
		return d, err
	}
	switch {
	case len(parts) == 1:
		if w, ok := i18n.ParseWeekday(parts[0]); ok {
			return today.AddDays(1 + (int(w)-int(today.Weekday())+6)%7), nil
		}
	case len(parts) == 2 || len(parts) == 3:
		return fromParts(s, parts, today)
	}
	return 0, fault.New(fault.Invalid, "calendar.human_form", s)
}

// words folds what was typed and leaves out the words that say nothing.
func words(s string) []string { return without(strings.Fields(i18n.Fold(s)), fillers[:]) }

func join(parts []string) string { return strings.Join(parts, " ") }

// fillers are words around a date that say nothing, as Fold leaves them.
var fillers = [...]string{"तक", "को", "के", "दिनांक", "तारिख", "आगामि", "by", "on", "of", "coming", "the"}

// relative gives by how many days a word is away from today.
func relative(words string) (int, bool) {
	switch words {
	case "आज", "today", "aaj":
		return 0, true
	case "कल", "tomorrow", "kal":
		return 1, true
	case "परसों", "परसो", "day after tomorrow", "parson", "parso":
		return 2, true
	case "नरसों", "नरसो":
		return 3, true
	case "yesterday", "बिता कल", "बीता कल", "बीते कल":
		return -1, true
	}
	return 0, false
}

// fromParts puts day, month and perhaps year together, in whichever order their form shows.
func fromParts(s string, parts []string, today Date) (Date, error) {
	yearFirst := len(parts) == 3 && len(parts[0]) == 4
	if yearFirst {
		parts = []string{parts[2], parts[1], parts[0]}
	}
	if _, named := i18n.ParseMonth(parts[0]); named {
		parts[0], parts[1] = parts[1], parts[0]
	}
	day, ok := number(parts[0])
	if !ok {
		return 0, fault.New(fault.Invalid, "calendar.human_day_form", s, parts[0])
	}
	month, ok := monthOf(parts[1])
	if !ok {
		return 0, fault.New(fault.Invalid, "calendar.human_month", s, parts[1])
	}
	if len(parts) == 2 {
		return nearest(s, day, month, today)
	}
	year, ok := yearOf(parts[2], today)
	if !ok {
		return 0, fault.New(fault.Invalid, "calendar.human_year", s, parts[2])
	}
	return exact(s, year, month, day)
}

func monthOf(s string) (time.Month, bool) {
	if m, ok := i18n.ParseMonth(s); ok {
		return m, true
	}
	n, ok := number(s)
	return time.Month(n), ok && len(s) <= 2 && n >= 1 && n <= 12
}

// yearOf reads a year of four digits, or of two: then not more than twenty years ahead.
func yearOf(s string, today Date) (int, bool) {
	n, ok := number(s)
	switch {
	case !ok || len(s) != 2 && len(s) != 4 || len(s) == 4 && n < 1900:
		return 0, false
	case len(s) == 4:
		return n, true
	}
	if n += 2000; n > today.Year()+20 {
		n -= 100
	}
	return n, true
}

func exact(s string, year int, month time.Month, day int) (Date, error) {
	if d, ok := DateOf(year, month, day); ok {
		return d, nil
	}
	return 0, fault.New(fault.Invalid, "calendar.human_day", s, day, i18n.Months[month], year, DaysIn(year, month))
}

// farBack is the most days that a date without a year lies in the past: letters are answered late, limits lie ahead.
const farBack = 120

// nearest gives the first year in which the day does not lie too far back.
func nearest(s string, day int, month time.Month, today Date) (Date, error) {
	from := today.AddDays(-farBack)
	year := from.Year()
	if first, ok := DateOf(year, month, min(day, DaysIn(year, month))); ok && first < from {
		year++
	}
	return exact(s, year, month, day)
}
