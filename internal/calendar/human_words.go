package calendar

import (
	"slices"
	"strconv"
	"time"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// The words that place a day, as Fold leaves them.
var (
	nextWords = []string{"अगले", "अगला", "अगलि", "next"}
	thisWords = []string{"इस", "इसी", "इसि", "this"}
	endWords  = []string{"अंत", "आखिर", "end", "ending"}
	manyWords = []string{"within", "in", "भितर", "अंदर", "में", "time"}
	noWords   = []string{"the", "a", "का", "day", "दिन"} // beside an end they say nothing

	weekWords  = []string{"सप्ताह", "हफ्ते", "हफ्ता", "week"}
	monthWords = []string{"माह", "महिने", "महिना", "मास", "month"}
	yearWords  = []string{"वर्ष", "साल", "year"}
	moneyWords = []string{"वित्तिय", "वित्त", "financial", "fiscal"}
)

// numbers are small numbers in words, as Fold leaves them.
var numbers = map[string]int{
	"एक": 1, "दो": 2, "तिन": 3, "तीन": 3, "चार": 4, "पांच": 5, "छह": 6, "छः": 6, "सात": 7, "आठ": 8, "नौ": 9, "दस": 10, "पंद्रह": 15, "बिस": 20, "बीस": 20, "तिस": 30, "तीस": 30,
	"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30,
}

// spans are the words in which a limit is counted; a पखवाड़ा is fifteen days, a fortnight two weeks.
var spans = map[string]Span{
	"दिन": {1, Days}, "दिनों": {1, Days}, "दिवस": {1, Days}, "day": {1, Days}, "days": {1, Days},
	"सप्ताह": {1, Weeks}, "हफ्ते": {1, Weeks}, "हफ्ता": {1, Weeks}, "हफ्तों": {1, Weeks}, "week": {1, Weeks}, "weeks": {1, Weeks},
	"माह": {1, Months}, "महिने": {1, Months}, "महिना": {1, Months}, "महिनों": {1, Months}, "month": {1, Months}, "months": {1, Months},
	"पखवाडा": {15, Days}, "पखवाडे": {15, Days}, "fortnight": {2, Weeks}, "fortnights": {2, Weeks},
	"कार्यदिवस": {1, WorkingDays}, "कार्यदिवसों": {1, WorkingDays}, "कार्य दिवस": {1, WorkingDays}, "कार्य दिवसों": {1, WorkingDays}, "कार्य दिन": {1, WorkingDays},
	"working day": {1, WorkingDays}, "working days": {1, WorkingDays},
}

// furthest is the largest number that a typed limit may have.
const furthest = 730

// ParseCount reads a stretch of time as people type it: 15 दिन में, एक सप्ताह, within 3 weeks, 7 कार्य दिवस. ok is false for anything else.
func ParseCount(s string) (span Span, ok bool) {
	return counted(words(s))
}

func counted(parts []string) (Span, bool) {
	parts = slices.DeleteFunc(slices.Clone(parts), func(w string) bool { return slices.Contains(manyWords, w) })
	if len(parts) > 1 && slices.Contains(nextWords, parts[0]) {
		parts = parts[1:] // the next 15 days
	}
	if len(parts) < 2 || len(parts) > 3 {
		return Span{}, false
	}
	n, err := strconv.Atoi(parts[0])
	if named := numbers[parts[0]]; err != nil && named > 0 {
		n, err = named, nil
	}
	unit, known := spans[join(parts[1:])]
	if err != nil || !known || n < 1 || n > furthest {
		return Span{}, false
	}
	return Span{N: n * unit.N, Unit: unit.Unit}, true
}

// after counts a stretch of days, weeks or months from a day; working days need a calendar.
func (d Date) after(s Span) (Date, bool) {
	switch s.Unit {
	case Days:
		return d.AddDays(s.N), true
	case Weeks:
		return d.AddDays(7 * s.N), true
	case Months:
		return d.AddMonths(s.N), true
	}
	return 0, false
}

// placed reads what words place: अगले बुधवार, इस शुक्रवार, माह के अंत, next month. What may be two days is a fault
// that names both. known is false for other words.
func placed(s string, parts []string, today Date, limit bool) (d Date, known bool, err error) {
	rest := without(parts, manyWords)
	next := len(rest) > 0 && slices.Contains(nextWords, rest[0])
	this := len(rest) > 0 && slices.Contains(thisWords, rest[0])
	if next || this {
		rest = rest[1:]
	}
	if len(rest) == 1 && (next || this) {
		if w, ok := i18n.ParseWeekday(rest[0]); ok {
			d, err = weekdayOf(s, w, next, today)
			return d, true, err
		}
	}
	end := slices.ContainsFunc(rest, func(w string) bool { return slices.Contains(endWords, w) })
	if rest = without(rest, endWords); end {
		rest = without(rest, noWords)
		if len(rest) > 1 && (slices.Contains(nextWords, rest[0]) || slices.Contains(thisWords, rest[0])) {
			next, rest = slices.Contains(nextWords, rest[0]), rest[1:]
		}
	}
	if !end && !next && !this {
		return 0, false, nil
	}
	first, last, ok, err := period(s, rest, next, today)
	switch {
	case !ok || err != nil:
		return 0, ok, err
	case end || limit:
		return last, true, nil
	}
	return 0, true, two(s, max(first, today), last)
}

// weekdayOf gives a weekday of this week or the next; weeks begin on Mondays. This Tuesday, said on a
// Wednesday, may be yesterday or the coming one.
func weekdayOf(s string, w time.Weekday, next bool, today Date) (Date, error) {
	day := monday(today).AddDays((int(w) + 6) % 7)
	switch {
	case next:
		return day.AddDays(7), nil
	case day < today:
		return 0, two(s, day, day.AddDays(7))
	}
	return day, nil
}

func monday(d Date) Date { return d.AddDays(-(int(d.Weekday()) + 6) % 7) }

// period gives the first and last day of a week, month or financial year. A plain year has two ends.
func period(s string, of []string, next bool, today Date) (first, last Date, ok bool, err error) {
	switch {
	case len(of) == 1 && slices.Contains(weekWords, of[0]):
		first = monday(today)
		if next {
			first = first.AddDays(7)
		}
		return first, first.AddDays(6), true, nil
	case len(of) == 1 && slices.Contains(monthWords, of[0]):
		first, _ = DateOf(today.Year(), today.Month(), 1)
		if next {
			first = first.AddMonths(1)
		}
		return first, first.AddMonths(1).AddDays(-1), true, nil
	case len(of) == 1 && slices.Contains(yearWords, of[0]):
		civil, _ := DateOf(today.Year(), time.December, 31)
		money := marchEnd(today)
		if next {
			civil, money = civil.AddMonths(12), money.AddMonths(12)
		}
		return 0, 0, true, two(s, min(civil, money), max(civil, money))
	case len(of) == 2 && slices.Contains(moneyWords, of[0]) && slices.Contains(yearWords, of[1]):
		last = marchEnd(today)
		if next {
			last = last.AddMonths(12)
		}
		return last.AddMonths(-12).AddDays(1), last, true, nil
	}
	if len(of) == 1 && !next {
		if m, named := i18n.ParseMonth(of[0]); named {
			first, err = nearest(s, 1, m, today)
			return first, first.AddMonths(1).AddDays(-1), true, err
		}
	}
	return 0, 0, false, nil
}

// marchEnd is the last day of the financial year of a day.
func marchEnd(d Date) Date {
	end, _ := DateOf(d.Year(), time.March, 31)
	if end < d {
		end = end.AddMonths(12)
	}
	return end
}

// two is the fault of words that may mean two days; it offers both.
func two(s string, a, b Date) error {
	return fault.New(fault.Invalid, "calendar.human_two", s, i18n.Weekdays[a.Weekday()], a, i18n.Weekdays[b.Weekday()], b)
}

func without(parts, drop []string) []string {
	return slices.DeleteFunc(slices.Clone(parts), func(w string) bool { return slices.Contains(drop, w) })
}
