package calendar

import (
	"fmt"
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

var periodWords = [...]string{Daily: "day", Weekly: "week", Monthly: "month", Quarterly: "quarter", Yearly: "year"}

// String gives the word of a pack: "day", "week", "month", "quarter", "year".
func (k PeriodKind) String() string {
	if int(k) < len(periodWords) {
		return periodWords[k]
	}
	return ""
}

// ParsePeriodKind reads the word of a pack.
func ParsePeriodKind(s string) (PeriodKind, bool) {
	for k, w := range periodWords {
		if w == s && w != "" {
			return PeriodKind(k), true
		}
	}
	return 0, false
}

// String gives the stored form: 2026-02-18, 2026-W08, 2026-02, 2025-Q4 (quarter of the financial year), FY2025.
func (p Period) String() string {
	y, m, _ := p.Start.Civil()
	switch p.Kind {
	case Daily:
		return p.Start.String()
	case Weekly:
		year, week := isoWeek(p.Start)
		return fmt.Sprintf("%04d-W%02d", year, week)
	case Monthly:
		return fmt.Sprintf("%04d-%02d", y, m)
	case Quarterly:
		return fmt.Sprintf("%04d-Q%d", p.Start.FinancialYear(), (int(m)+8)%12/3+1)
	case Yearly:
		return fmt.Sprintf("FY%04d", y)
	}
	return ""
}

// isoWeek counts weeks from Monday, the first being the one with the year's first Thursday.
func isoWeek(monday Date) (year, week int) {
	thursday := monday + 3
	year = thursday.Year()
	return year, DaysBetween(civil(year, 1, 1), thursday)/7 + 1
}

// ParsePeriod reads the form of Period.String.
func ParsePeriod(s string) (Period, error) {
	if d, err := ParseDate(s); err == nil {
		return Daily.Of(d), nil
	}
	p, ok := parsePeriod(s)
	if !ok || p.String() != s {
		return Period{}, fault.New(fault.Invalid, "calendar.period_form", s)
	}
	return p, nil
}

func parsePeriod(s string) (Period, bool) {
	if year, ok := strings.CutPrefix(s, "FY"); ok {
		y, ok := number(year)
		return firstOf(Yearly, y, time.April), ok
	}
	year, rest, _ := strings.Cut(s, "-")
	y, ok := number(year)
	if !ok || rest == "" {
		return Period{}, false
	}
	switch rest[0] {
	case 'W':
		n, ok := number(rest[1:])
		if n < 1 || n > 53 || y < 1 || y > 9998 {
			return Period{}, false
		}
		return Weekly.Of(civil(y, 1, 4).AddDays(7 * (n - 1))), ok
	case 'Q':
		n, ok := number(rest[1:])
		if n < 1 || n > 4 {
			return Period{}, false
		}
		p := firstOf(Quarterly, y, time.April)
		for range n - 1 {
			p = p.Next()
		}
		return p, ok
	}
	m, ok := number(rest)
	return firstOf(Monthly, y, time.Month(m)), ok
}

func firstOf(k PeriodKind, year int, m time.Month) Period {
	d, ok := DateOf(year, m, 1)
	if !ok || year > 9998 {
		return Period{}
	}
	return k.Of(d)
}

// In writes the period for a reader: 18 फरवरी 2026, फरवरी 2026, 2025-26.
func (p Period) In(l i18n.Lang) string {
	y, m, _ := p.Start.Civil()
	switch p.Kind {
	case 0:
		return ""
	case Daily:
		return p.Start.In(l)
	case Monthly:
		return i18n.Months[m].In(l) + " " + itoa(y)
	case Quarterly:
		last := p.End.Month()
		return i18n.Months[m].In(l) + "–" + i18n.Months[last].In(l) + " " + itoa(y)
	case Yearly:
		return fmt.Sprintf("%d-%02d", y, (y+1)%100)
	}
	return p.Start.Dotted() + "–" + p.End.Dotted()
}
