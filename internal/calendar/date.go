// Package calendar keeps time as an office keeps it: civil days in India, working days, holidays, office hours, periods
// and the limits that are counted in them.
//
// India has one zone without summer time, so a civil day is a number and an instant becomes a day by one addition.
// Everything here is a pure value or a function of its arguments; "now" is always handed in.
package calendar

import (
	"time"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// Date is a civil day, counted from 1 = 0001-01-01; 0 is no day.
type Date int32

// MaxDate is the last day that can be written, 9999-12-31.
const MaxDate Date = 3652059

// unixEpoch is 1970-01-01.
const unixEpoch Date = 719163

const (
	marchZero = 305    // days from 0000-03-01 to the day before 0001-01-01
	era       = 146097 // days in 400 years
)

// DateOf gives the day, and false for a day that does not exist, such as 31 February.
func DateOf(year int, month time.Month, day int) (Date, bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > DaysIn(year, month) {
		return 0, false
	}
	return civil(year, int(month), day), true
}

// civil counts the days of a year that begins in March, so that the leap day comes last.
func civil(y, m, d int) Date {
	if m <= 2 {
		y--
	}
	of := y / 400
	yoe := y - of*400
	doy := (153*((m+9)%12)+2)/5 + d - 1
	return Date(of*era + yoe*365 + yoe/4 - yoe/100 + doy - marchZero)
}

// DaysIn gives the number of days in a month.
func DaysIn(year int, month time.Month) int {
	switch month {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// Civil gives year, month and day; no day gives zeros.
func (d Date) Civil() (year int, month time.Month, day int) {
	if d < 1 {
		return 0, 0, 0
	}
	z := int(d) + marchZero
	of := z / era
	doe := z - of*era
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	month = time.Month((mp+2)%12 + 1)
	year = yoe + of*400
	if month <= 2 {
		year++
	}
	return year, month, doy - (153*mp+2)/5 + 1
}

// Year gives the year of the common era.
func (d Date) Year() int { y, _, _ := d.Civil(); return y }

// Month gives the month.
func (d Date) Month() time.Month { _, m, _ := d.Civil(); return m }

// Day gives the day of the month.
func (d Date) Day() int { _, _, n := d.Civil(); return n }

// Weekday gives the day of the week.
func (d Date) Weekday() time.Weekday { return time.Weekday(((d % 7) + 7) % 7) }

// AddDays moves the day by n; no day stays no day, and the ends of the calendar hold.
func (d Date) AddDays(n int) Date {
	if d == 0 {
		return 0
	}
	return Date(min(max(int64(d)+int64(n), 1), int64(MaxDate)))
}

// AddMonths moves the day by n months; a day that the month has not becomes its last (31 January + 1 = 28 February).
func (d Date) AddMonths(n int) Date {
	if d == 0 {
		return 0
	}
	y, m, day := d.Civil()
	at := int64(y)*12 + int64(m) - 1 + int64(n)
	if at < 12 {
		return 1
	}
	if at >= 10000*12 {
		return MaxDate
	}
	y, m = int(at/12), time.Month(at%12+1)
	return civil(y, int(m), min(day, DaysIn(y, m)))
}

// DaysBetween counts the days from a to b, negative if b is earlier.
func DaysBetween(a, b Date) int { return int(b - a) }

// String gives 2026-03-12, and nothing for no day.
func (d Date) String() string {
	if d < 1 || d > MaxDate {
		return ""
	}
	b := d.AppendText10(make([]byte, 0, 10))
	return string(b)
}

// AppendText10 appends the ten characters of String; the day must exist.
func (d Date) AppendText10(b []byte) []byte {
	y, m, day := d.Civil()
	return append(b, byte('0'+y/1000), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10), '-',
		byte('0'+m/10), byte('0'+m%10), '-', byte('0'+day/10), byte('0'+day%10))
}

// ParseDate reads 2026-03-12, the stored form; it takes no other. ParseHuman reads what people type.
func ParseDate(s string) (Date, error) {
	if len(s) == 10 && s[4] == '-' && s[7] == '-' {
		y, ok1 := number(s[:4])
		m, ok2 := number(s[5:7])
		n, ok3 := number(s[8:])
		if d, ok := DateOf(y, time.Month(m), n); ok && ok1 && ok2 && ok3 {
			return d, nil
		}
	}
	return 0, fault.New(fault.Invalid, "calendar.date_form", s)
}

// number reads ASCII digits only, at most nine of them.
func number(s string) (int, bool) {
	if s == "" || len(s) > 9 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// MarshalText gives the stored form, empty for no day.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the stored form; empty text is no day.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = 0
		return nil
	}
	v, err := ParseDate(string(b))
	if err == nil {
		*d = v
	}
	return err
}

// In writes the day for a reader, 12 मार्च 2026 or 12 March 2026.
func (d Date) In(l i18n.Lang) string {
	if d == 0 {
		return ""
	}
	y, m, day := d.Civil()
	return itoa(day) + " " + i18n.Months[m].In(l) + " " + itoa(y)
}

// Dotted writes the day as office letters do, 12.03.2026.
func (d Date) Dotted() string {
	if d == 0 {
		return ""
	}
	s := d.String()
	return s[8:] + "." + s[5:7] + "." + s[:4]
}
