package calendar

import (
	"slices"

	"github.com/anupalan/anupalan/internal/i18n"
)

// Shift says where a limit goes that ends on a closed day.
type Shift uint8

// The shifts; the zero value is the rule of the General Clauses Act: the next working day.
const (
	NextWorkingDay Shift = iota
	PreviousWorkingDay
	SameDay
)

// Holiday is one dated closed day with its name.
type Holiday struct {
	Date Date
	Name i18n.Text
}

// Silence is a stretch of days, both included, in which rhythms rest, such as a model code of conduct.
type Silence struct {
	From, To Date
	Name     i18n.Text
}

// Rules are what a place's calendar is made of, as read from its dated table.
type Rules struct {
	Week          Week      // none: Monday to Saturday
	Open, Close   TimeOfDay // none: 10:00 to 17:00
	Holidays      []Holiday
	Worked        []Date // closed days declared working
	EndsOnHoliday Shift
	CourtWeek     Week // none: the office's week
	CourtHolidays []Holiday
	Silences      []Silence
	Revision      int32 // grows with every change, so that a limit can name the calendar it was reckoned by
}

// Calendar answers for one place and one revision of its rules. It is never changed, so it may be shared.
type Calendar struct {
	rules  Rules
	closed map[Date]i18n.Text
	court  map[Date]i18n.Text
	worked map[Date]bool
}

// New makes a calendar; what the rules leave out takes the defaults named there.
func New(r Rules) *Calendar {
	if r.Week.empty() {
		r.Week = Week{Works: [7]bool{1: true, 2: true, 3: true, 4: true, 5: true, 6: true}}
	}
	if r.CourtWeek.empty() {
		r.CourtWeek = r.Week
	}
	if r.Close == 0 {
		r.Close = 17 * 60
	}
	if r.Open == 0 {
		r.Open = 10 * 60
	}
	c := &Calendar{rules: r, closed: byDay(r.Holidays), court: byDay(r.CourtHolidays), worked: map[Date]bool{}}
	for _, d := range r.Worked {
		c.worked[d] = true
	}
	return c
}

func byDay(hs []Holiday) map[Date]i18n.Text {
	m := make(map[Date]i18n.Text, len(hs))
	for _, h := range hs {
		m[h.Date] = h.Name
	}
	return m
}

// Revision gives the revision of the rules.
func (c *Calendar) Revision() int32 { return c.rules.Revision }

// Rules gives the rules that the calendar was made of, with their defaults; its lists must not be changed.
func (c *Calendar) Rules() Rules { return c.rules }

// Working reports whether the office works on d.
func (c *Calendar) Working(d Date) bool {
	if c.worked[d] {
		return true
	}
	if _, shut := c.closed[d]; shut {
		return false
	}
	return c.rules.Week.works(d)
}

// CourtDay reports whether the court sits on d.
func (c *Calendar) CourtDay(d Date) bool {
	if _, shut := c.court[d]; shut {
		return false
	}
	return c.rules.CourtWeek.works(d)
}

// Holiday gives why the office is closed on d: the dated holiday, or the weekly day off named by its weekday.
func (c *Calendar) Holiday(d Date) (Holiday, bool) {
	if c.Working(d) {
		return Holiday{}, false
	}
	if name, dated := c.closed[d]; dated {
		return Holiday{Date: d, Name: name}, true
	}
	return Holiday{Date: d, Name: i18n.Weekdays[d.Weekday()]}, true
}

// Silent gives the silence that covers d, if one does.
func (c *Calendar) Silent(d Date) (Silence, bool) {
	i := slices.IndexFunc(c.rules.Silences, func(s Silence) bool { return s.From <= d && d <= s.To })
	if i < 0 {
		return Silence{}, false
	}
	return c.rules.Silences[i], true
}

// farthest bounds every search for a working day: a calendar closed for longer is taken as wrong, not as endless.
const farthest = 400

// NextWorking gives d itself if the office works on it, else the next day on which it does.
func (c *Calendar) NextWorking(d Date) Date { return c.seek(d, 1) }

// PreviousWorking gives d itself if the office works on it, else the last day before on which it did.
func (c *Calendar) PreviousWorking(d Date) Date { return c.seek(d, -1) }

func (c *Calendar) seek(d Date, step int) Date {
	at := d
	for range farthest {
		if c.Working(at) {
			return at
		}
		at = at.AddDays(step)
	}
	return d
}

// OfficeOpens gives the instant at which the office opens on d, whether or not it works that day.
func (c *Calendar) OfficeOpens(d Date) Instant { return d.At(0, int(c.rules.Open)) }

// OfficeCloses gives the instant at which the office closes on d, whether or not it works that day.
func (c *Calendar) OfficeCloses(d Date) Instant { return d.At(0, int(c.rules.Close)) }

// Late gives by how many days now is past due: 0 until the instant is over, then at least 1.
func (c *Calendar) Late(due, now Instant) int {
	if due == 0 || now <= due {
		return 0
	}
	return max(1, DaysBetween(due.Date(), now.Date()))
}

// WorkingDaysBetween counts the working days after a up to and including b; it is 0 if b is not later.
func (c *Calendar) WorkingDaysBetween(a, b Date) int {
	n := 0
	for d := a + 1; d <= b; d++ {
		if c.Working(d) {
			n++
		}
	}
	return n
}
