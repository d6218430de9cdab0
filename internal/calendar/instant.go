package calendar

import (
	"fmt"
	"strconv"
	"time"

	"github.com/anupalan/anupalan/internal/i18n"
)

// Instant is a point in time in microseconds since 1970-01-01 UTC; 0 is none.
type Instant int64

// The lengths that instants are counted in.
const (
	Minute  = 60_000_000
	Hour    = 60 * Minute
	fullDay = 24 * Hour
	east    = 5*Hour + 30*Minute // IST is five and a half hours ahead of UTC, all the year
)

// IST gives India's zone, a fixed +05:30, so that no zone file is needed.
func IST() *time.Location { return time.FixedZone("IST", 5*3600+30*60) }

// At gives the instant of t, and none for the zero time.
func At(t time.Time) Instant {
	if t.IsZero() {
		return 0
	}
	return Instant(t.UnixMicro())
}

// Time gives the instant in IST; none gives the zero time.
func (i Instant) Time() time.Time {
	if i == 0 {
		return time.Time{}
	}
	return time.UnixMicro(int64(i)).In(IST())
}

// Date gives the civil day in India; none gives no day.
func (i Instant) Date() Date {
	if i == 0 {
		return 0
	}
	return unixEpoch + Date(floor(int64(i)+east, fullDay))
}

func floor(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Clock gives the hour and minute in India.
func (i Instant) Clock() (hour, minute int) {
	in := int64(i) + east
	m := int(in-floor(in, fullDay)*fullDay) / Minute
	return m / 60, m % 60
}

// Add moves the instant by d; none stays none.
func (i Instant) Add(d time.Duration) Instant {
	if i == 0 {
		return 0
	}
	return i + Instant(d.Microseconds())
}

// Sub gives the time from j to i.
func (i Instant) Sub(j Instant) time.Duration { return time.Duration(i-j) * time.Microsecond }

// At gives the instant at which India's clocks show h:m on day d; no day gives none.
func (d Date) At(h, m int) Instant {
	if d == 0 {
		return 0
	}
	return Instant(int64(d-unixEpoch)*fullDay + int64(h)*Hour + int64(m)*Minute - east)
}

// In writes the instant for a reader, 12 मार्च 2026, 17:00.
func (i Instant) In(l i18n.Lang) string {
	if i == 0 {
		return ""
	}
	h, m := i.Clock()
	return fmt.Sprintf("%s, %02d:%02d", i.Date().In(l), h, m)
}

func itoa(n int) string { return strconv.Itoa(n) }
