package calendar

import (
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/fault"
)

// Week says which days an office works, and which Saturdays (or other days) of a month it does not.
type Week struct {
	Works [7]bool  // Sunday first, as in package time
	Shut  [7]uint8 // bit n set: the n-th such day of a month is closed (n from 1)
}

var dayWords = [7]string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}

var nthWords = map[string]uint8{
	"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
}

// ParseWeek reads "monday to saturday" or "monday to saturday except second and fourth saturday".
func ParseWeek(text string) (Week, error) {
	wrong := fault.New(fault.Invalid, "calendar.week_form", text)
	days, except, has := strings.Cut(strings.ToLower(strings.Join(strings.Fields(text), " ")), " except ")
	from, to, _ := strings.Cut(days, " to ")
	first, ok := weekday(from)
	last, ok2 := weekday(to)
	if !ok || !ok2 {
		return Week{}, wrong
	}
	var w Week
	for d := first; ; d = (d + 1) % 7 {
		w.Works[d] = true
		if d == last {
			break
		}
	}
	if has {
		nths, d, ok := nthDay(except)
		if !ok {
			return Week{}, wrong
		}
		w.Shut[d] = nths
	}
	return w, nil
}

// weekday reads the English name of a day as packs write it.
func weekday(s string) (time.Weekday, bool) {
	for i, w := range dayWords {
		if s == w {
			return time.Weekday(i), true
		}
	}
	return 0, false
}

// nthDay reads "3rd thursday" or "second and fourth saturday" into bits and the day.
func nthDay(s string) (nths uint8, day time.Weekday, ok bool) {
	words := strings.Fields(strings.ReplaceAll(s, ",", " "))
	if len(words) < 2 {
		return 0, 0, false
	}
	day, ok = weekday(words[len(words)-1])
	for _, w := range words[:len(words)-1] {
		n, known := nthWords[w]
		if !known && w != "and" {
			return 0, 0, false
		}
		if known {
			nths |= 1 << n
		}
	}
	return nths, day, ok && nths != 0
}

// works reports whether the week's pattern alone has the office open on d.
func (w *Week) works(d Date) bool {
	wd := d.Weekday()
	if !w.Works[wd] {
		return false
	}
	return w.Shut[wd] == 0 || w.Shut[wd]&(1<<((d.Day()-1)/7+1)) == 0
}

// empty reports a week without any working day.
func (w *Week) empty() bool { return w.Works == [7]bool{} }
