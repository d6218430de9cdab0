package rule

import (
	"cmp"

	"github.com/anupalan/anupalan/internal/calendar"
)

// timed tries "since X" and "until X" against a length, or as a plain moment or date.
// A length is reckoned by the calendar of the place, so "10 years" is ten years.
func (t *Test) timed(f, here Facts) bool {
	v := f.Measure(t.Kind, t.argument(), t.Than)
	if t.Is.Op <= OpMissing {
		return t.Is.accepts(v, f, here)
	}
	at, ok := v.instant()
	side := t.Is.Value(f, here)
	if !ok || side.Missing() {
		return false
	}
	if side.Kind != Length {
		c, ok := Compare(v, side)
		return ok && t.Is.Op.fits(c)
	}
	if t.Kind == TestSince {
		return t.Is.Op.fits(cmp.Compare(f.Now(), f.Reach(at, side.Span)))
	}
	return t.Is.Op.fits(cmp.Compare(at, f.Reach(f.Now(), side.Span)))
}

// Turns gives the instant from which a "since" test with a length may change its answer,
// zero if none lies ahead that can be told now.
func (t *Test) Turns(f Facts) calendar.Instant {
	if t.Kind != TestSince || t.Is.Op <= OpMissing {
		return 0
	}
	at, ok := f.Measure(t.Kind, t.argument(), t.Than).instant()
	side := t.Is.Value(f, nil)
	if !ok || side.Kind != Length {
		return 0
	}
	if at = f.Reach(at, side.Span); at >= f.Now() {
		return at + 1
	}
	return 0
}

// instant reads a moment, or a date as the beginning of its day.
func (v Value) instant() (calendar.Instant, bool) {
	switch v.Kind {
	case Moment:
		return calendar.Instant(v.N), v.N != 0
	case Date:
		return calendar.Date(v.N).At(0, 0), v.N != 0
	}
	return 0, false
}

func (v Value) day() (calendar.Date, bool) {
	switch v.Kind {
	case Moment:
		return calendar.Instant(v.N).Date(), true
	case Date:
		return calendar.Date(v.N), true
	}
	return 0, false
}

func (v Value) counted() bool { return v.Kind == Number || v.Kind == Money || v.Kind == YesNo }

// compareLengths orders two spans of one unit, or by their usual number of hours.
func compareLengths(a, b Value) (int, bool) {
	if a.Span.Unit == b.Span.Unit {
		return cmp.Compare(a.Span.N, b.Span.N), true
	}
	return cmp.Compare(usualHours(a.Span), usualHours(b.Span)), true
}

func usualHours(s calendar.Span) int {
	switch s.Unit {
	case calendar.Hours:
		return s.N
	case calendar.Weeks:
		return s.N * 7 * 24
	case calendar.Months:
		return s.N * 30 * 24
	case calendar.Years:
		return s.N * 365 * 24
	case calendar.EndOfWeek:
		return 7 * 24
	case calendar.EndOfMonth:
		return 30 * 24
	case calendar.EndOfDay:
		return 24
	}
	return s.N * 24
}
