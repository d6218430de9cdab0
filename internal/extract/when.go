package extract

import (
	"fmt"
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
)

// timex is an expression of time in a sentence.
type timex struct {
	lo, hi     int
	kind       DeadlineKind
	start, end calendar.Date
	every      string
	clock      string
	rank       int // how much it says; the highest of a clause is its deadline
	flag       string
}

// Ranks of what a time expression says.
const (
	rankUrgent = 1 + iota
	rankEvent
	rankPending
	rankCounted
	rankDate
	rankRecurring
)

// day is a day of the calendar as the text gives it.
type day struct {
	y, m, d int // 0 where not said
	hi      int
	word    bool // N तारीख
}

// dayAt reads a day that begins at toks[i]: 12.03.2026, 12 मार्च 2026, Jan 14, 2025, 20 तारीख.
func (r *reader) dayAt(i, lo, hi int) (day, bool) {
	t := r.at(i, lo, hi)
	n, n2 := r.at(i+1, lo, hi), r.at(i+2, lo, hi)
	switch {
	case r.dayNumber(t) && (n.kind == kDash && n.glued || n.kind == kComma || r.ordinalTail(i+1, hi) && !n.latin || n.kw == kwOf) && n2.is(tMonth) && n2.kind == kWord: // 15-मार्च, 15वीं मार्च
		k := i + 3
		if s := r.at(k, lo, hi); s.kind == kDash && s.glued && r.at(k+1, lo, hi).y != 0 {
			k++
		}
		return r.year(day{m: int(n2.val), d: int(t.val), hi: k}, lo, hi), true
	case t.kind == kNum:
		if d, ok := r.dayMonth(i, lo, hi); ok {
			return d, true
		}
	}
	switch {
	case t.kind == kDay:
		return day{y: int(t.y), m: int(t.m), d: int(t.d), hi: i + 1}, true
	case r.dayNumber(t) && n.is(tMonth) && n.kind == kWord:
		return r.year(day{m: int(n.val), d: int(t.val), hi: i + 2}, lo, hi), true
	case r.dayNumber(t) && n.latin && r.ordinalEnd(n): // 5th June, 29th of January, 29th day of January
		k := i + 2
		if r.word(n2, "day") {
			k++
		}
		if r.at(k, lo, hi).kw == kwOf {
			k++
		}
		if m := r.at(k, lo, hi); m.is(tMonth) && m.kind == kWord {
			return r.year(day{m: int(m.val), d: int(t.val), hi: k + 1}, lo, hi), true
		}
		return day{}, false
	case t.is(tMonth) && r.dayNumber(n):
		d := day{m: int(t.val), d: int(n.val), hi: i + 2}
		if n2.latin && r.ordinalEnd(n2) {
			d.hi++
		}
		return r.year(d, lo, hi), true
	case r.dayNumber(t) && n.kw == kwDate && !r.word(n, "दिनांक"):
		return day{d: int(t.val), hi: i + 2, word: true}, true
	case t.kw == kwDate && n.kind == kDay:
		return day{y: int(n.y), m: int(n.m), d: int(n.d), hi: i + 2}, true
	case r.word(t, "दिनांक") && r.dayNumber(n) && n2.is(tMonth):
		return r.year(day{m: int(n2.val), d: int(n.val), hi: i + 3}, lo, hi), true
	}
	return day{}, false
}

func (r *reader) dayNumber(t *token) bool {
	return (t.kind == kNum && t.tag == 0 || t.is(tNumber) && t.kind == kWord && !t.latin && t.end-t.start > 3) && t.val >= 1 && t.val <= 31 && t.val == float64(int(t.val))
}

// dayMonth reads a day and a month in digits without a year, where the words
// around make it a limit: 15/03 तक, by 24/12, दिनांक 15.03 को.
func (r *reader) dayMonth(i, lo, hi int) (day, bool) {
	t, n, n2 := r.at(i, lo, hi), r.at(i+1, lo, hi), r.at(i+2, lo, hi)
	d := day{hi: i + 3}
	switch {
	case r.dayNumber(t) && (n.kind == kSlash || n.kind == kDash) && n.glued && n2.glued && r.dayNumber(n2) && n2.val <= 12:
		d.d, d.m = int(t.val), int(n2.val)
	case t.tag == 0 && t.val >= 1 && t.val < 32:
		whole, frac, ok := strings.Cut(r.text[t.start:t.end], ".")
		if !ok || len(whole) > 2 || len(frac) != 2 || frac > "12" || frac < "01" {
			return d, false
		}
		d.d, d.m, d.hi = int(t.val), int(frac[0]-'0')*10+int(frac[1]-'0'), i+1
	default:
		return d, false
	}
	p, after, n3 := r.at(i-1, lo, hi), r.at(d.hi, lo, hi), r.at(d.hi+1, lo, hi)
	before := p.kw == kwDate && !p.latin || p.kw == kwBy || p.is(tTak) && p.latin || p.kw == kwBefore && p.latin || p.kw == kwOn && p.latin && n.kind == kSlash || r.word(p, "dated") || r.word(p, "i.e")
	return d, before || after.is(tTak) || (after.is(tSe) || after.is(tGen)) && n3.kw == kwBefore || after.is(tKo) && n.kind == kSlash || r.bare && n.kind == kSlash
}

func (r *reader) ordinalEnd(t *token) bool {
	switch r.raw(t) {
	case "st", "nd", "rd", "th":
		return t.glued
	}
	return false
}

// year takes the year that may follow a day: 12 मार्च 2026; 23 Nov, 17.
func (r *reader) year(d day, lo, hi int) day {
	k := d.hi
	if r.at(k, lo, hi).kind == kComma {
		k++
	}
	if t := r.at(k, lo, hi); t.kind == kNum && t.y != 0 {
		d.y, d.hi = int(t.y), k+1
	} else if t.kind == kQuote && t.glued { // 15 मार्च'26
		if n := r.at(k+1, lo, hi); n.kind == kNum && n.glued && n.tag == 0 && n.val >= 10 && n.val <= 99 {
			d.y, d.hi = 2000+int(n.val), k+2
		}
	}
	return d
}

// resolve puts a day into the calendar. Without a year it is the one of the
// meeting, or the next where the day lies far behind the meeting.
func (r *reader) resolve(d day) (calendar.Date, string) {
	met := r.res.Meeting.Date
	if d.y == 0 && met == 0 {
		return 0, "year_missing"
	}
	y, m := d.y, d.m
	if y == 0 {
		y = met.Year()
	}
	if m == 0 {
		m = int(met.Month())
		if met != 0 && d.d < met.Day() {
			if m++; m > 12 {
				m, y = 1, y+1
			}
		}
	}
	day, ok := calendar.DateOf(y, time.Month(m), d.d)
	if !ok {
		return 0, "impossible_date"
	}
	if met == 0 || day >= met {
		return day, ""
	}
	if d.y == 0 && calendar.DaysBetween(day, met) > 150 {
		if next, ok := calendar.DateOf(y+1, time.Month(m), d.d); ok {
			return next, ""
		}
	}
	return day, "before_meeting"
}

// counted gives the end of n units from the meeting.
func (r *reader) counted(n float64, unit int, working bool) calendar.Date {
	d := r.res.Meeting.Date
	if d == 0 || n <= 0 || n > 4000 {
		return 0
	}
	switch unit {
	case 1:
		if working {
			return workdays(d, int(n))
		}
		return d.AddDays(int(n))
	case 2:
		return d.AddDays(int(n+23) / 24)
	case 3:
		return d.AddDays(int(n * 7))
	case 4:
		if n != float64(int(n)) {
			return d.AddDays(int(n * 30))
		}
		return d.AddMonths(int(n))
	case 5:
		return d.AddDays(int(n) * 15)
	case 6:
		return d.AddMonths(int(n * 12))
	case 8: // fortnight
		return d.AddDays(int(n) * 14)
	}
	return 0
}

// workdays counts n days that are neither Saturday nor Sunday.
func workdays(d calendar.Date, n int) calendar.Date {
	for n > 0 {
		d = d.AddDays(1)
		if w := d.Weekday(); w != time.Saturday && w != time.Sunday {
			n--
		}
	}
	return d
}

// nextWeekday gives the first such day after the meeting; wd is 1 Monday to 7 Sunday.
func (r *reader) nextWeekday(wd int) calendar.Date {
	d := r.res.Meeting.Date
	if d == 0 {
		return 0
	}
	for n := 1; n <= 7; n++ {
		if x := d.AddDays(n); int(x.Weekday()) == wd%7 {
			return x
		}
	}
	return 0
}

// endOf gives the last day of the week or month of the meeting, or of the next.
func (r *reader) endOf(unit int, next bool) calendar.Date {
	d := r.res.Meeting.Date
	if d == 0 {
		return 0
	}
	switch unit {
	case 1:
		return d
	case 3:
		d = d.AddDays((7 - int(d.Weekday())) % 7)
		if next {
			d = d.AddDays(7)
		}
		return d
	case 4:
		y, m := d.Year(), d.Month()
		if next {
			if m++; m > 12 {
				m, y = 1, y+1
			}
		}
		return lastOf(y, int(m))
	case 6:
		return lastOf(d.Year(), 12)
	}
	return 0
}

func lastOf(y, m int) calendar.Date {
	if y == 0 {
		return 0
	}
	d, _ := calendar.DateOf(y, time.Month(m), calendar.DaysIn(y, time.Month(m)))
	return d
}

// monthYear gives the year a bare month lies in: the meeting's, or the next.
func (r *reader) monthYear(m, y int) int {
	met := r.res.Meeting.Date
	switch {
	case y != 0:
		return y
	case met == 0:
		return 0
	case m < int(met.Month()) && int(met.Month())-m > 5:
		return met.Year() + 1
	}
	return met.Year()
}

// clockAt reads an hour of the day: शाम 6 बजे, 10:30 बजे, 5 pm.
func (r *reader) clockAt(i, lo, hi int) (string, int, bool) {
	part := 0
	k := i
	switch t := r.at(k, lo, hi); {
	case r.word(t, "सुबह"), r.word(t, "प्रातः"), r.word(t, "प्रात"), r.word(t, "पूर्वाह्न"):
		part = 1
		k++
	case r.word(t, "शाम"), r.word(t, "संध्या"), r.word(t, "सायं"), r.word(t, "दोपहर"), r.word(t, "अपराह्न"):
		part = 2
		k++
	case r.word(t, "रात"), r.word(t, "रात्रि"):
		part = 3
		k++
	}
	t, n := r.at(k, lo, hi), r.at(k+1, lo, hi)
	if t.kind != kNum && !t.is(tNumber) || t.val < 0 || t.val > 24 {
		return "", 0, false
	}
	var end int
	switch {
	case n.kw == kwHour:
		end = k + 2
	case n.latin && (r.word(n, "am") || r.word(n, "AM")):
		part, end = 1, k+2
	case n.latin && (r.word(n, "pm") || r.word(n, "PM")):
		part, end = 2, k+2
	default:
		return "", 0, false
	}
	h, m := int(t.val), 0
	if t.is(tClock) {
		m = int(t.m)
	} else if f := t.val - float64(h); f > 0 {
		m = int(f*100 + 0.5)
	}
	if (part == 2 || part == 3 && h > 5) && h < 12 {
		h += 12
	}
	if m > 59 || h > 24 {
		return "", 0, false
	}
	return fmt.Sprintf("%02d:%02d", h, m), end, true
}
