package calendar

import (
	"testing"

	"github.com/anupalan/anupalan/internal/fault"
)

func rhythm(t testing.TB, s string) Rhythm {
	t.Helper()
	r, err := ParseRhythm(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestRhythmNamesItsNextDay(t *testing.T) {
	c := office(t, NextWorkingDay)
	for _, l := range []struct{ rhythm, after, want string }{
		{"day", "2026-03-02", "2026-03-03"}, {"day", "2026-03-03", "2026-03-05"}, {"working day", "2026-03-07", "2026-03-09"}, {"working day", "2026-03-13", "2026-03-14"},
		{"week", "2026-03-02", "2026-03-07"}, {"week", "2026-03-07", "2026-03-14"}, {"week", "2026-03-14", "2026-03-21"}, {"week", "2026-03-21", "2026-03-27"},
		{"fortnight", "2026-03-01", "2026-03-16"}, {"fortnight", "2026-03-16", "2026-03-31"}, {"month", "2026-03-01", "2026-03-31"}, {"month", "2026-02-27", "2026-03-31"},
		{"quarter", "2026-01-10", "2026-03-31"}, {"year", "2025-06-01", "2026-03-31"},
		{"monday", "2026-01-19", "2026-01-27"}, {"monday", "2026-01-25", "2026-01-27"}, {"wednesday", "2026-03-04", "2026-03-05"},
		{"3rd thursday", "2026-03-01", "2026-03-19"}, {"3rd thursday", "2026-02-19", "2026-03-19"}, {"first and third saturday", "2026-03-07", "2026-03-21"}, {"fifth monday", "2026-02-01", "2026-03-30"},
	} {
		if got := rhythm(t, l.rhythm).Next(day(t, l.after), c); got.String() != l.want {
			t.Errorf("%s after %s = %v, want %s", l.rhythm, l.after, got, l.want)
		}
	}
}

func TestModelCodeSilencesRhythms(t *testing.T) {
	c := office(t, NextWorkingDay)
	for r, want := range map[string]string{"monday": "2026-05-25", "day": "2026-05-21", "3rd thursday": "2026-05-21", "month": "2026-05-30"} {
		if got := rhythm(t, r).Next(day(t, "2026-03-31"), c); got.String() != want {
			t.Errorf("%s after the code began = %v, want %s", r, got, want)
		}
	}
	if s, quiet := c.Silent(day(t, "2026-05-20")); !quiet || s.Name.En != "Model code of conduct" {
		t.Errorf("last day of the code: %v, %v", s, quiet)
	}
	if _, quiet := c.Silent(day(t, "2026-05-21")); quiet {
		t.Error("the day after the code is silent")
	}
}

func TestRhythmMovesForwardUnderEveryShift(t *testing.T) {
	for _, shift := range []Shift{NextWorkingDay, PreviousWorkingDay, SameDay} {
		c := office(t, shift)
		for _, s := range []string{"day", "working day", "week", "fortnight", "month", "quarter", "year", "sunday", "monday", "2nd and 4th saturday", "fifth friday"} {
			r, d := rhythm(t, s), day(t, "2026-01-01")
			for range 40 {
				next := r.Next(d, c)
				if next <= d || next > d+400 {
					t.Fatalf("%s, shift %d: %v after %v", s, shift, next, d)
				}
				if shift != SameDay && !c.Working(next) {
					t.Fatalf("%s, shift %d: %v is closed", s, shift, next)
				}
				d = next
			}
		}
	}
	if (Rhythm{}).Next(day(t, "2026-01-01"), office(t, SameDay)) != 0 {
		t.Error("no rhythm has a next day")
	}
}

func TestWordsOfLimitsAndRhythmsReadBack(t *testing.T) {
	for u := Hours; u <= EndOfMonth; u++ {
		for _, n := range []int{0, 1, 2, 30, MaxSpan} {
			s := Span{N: n, Unit: u}
			if !u.counted() {
				s.N = 0
			}
			if got, err := ParseSpan(s.String()); err != nil || got != s {
				t.Errorf("%v: read back as %v, %v", s, got, err)
			}
		}
	}
	for _, s := range []string{"day", "working day", "week", "fortnight", "month", "quarter", "year", "monday", "third thursday", "first and third saturday", "second and fourth saturday"} {
		r := rhythm(t, s)
		if r.String() != s {
			t.Errorf("%s became %s", s, r)
		}
	}
	if rhythm(t, "3rd thursday") != rhythm(t, "third thursday") || rhythm(t, "1st, 3rd and 5th friday").String() != "first and third and fifth friday" {
		t.Error("ordinals differ by their spelling")
	}
}

func TestWrongWordsAreRefusedByName(t *testing.T) {
	for s, key := range map[string]string{
		"": "calendar.span_form", "3": "calendar.span_form", "days": "calendar.span_form", "-1 days": "calendar.span_form", "3 fortnights": "calendar.span_form",
		"10000 days": "calendar.span_long", "1 same day": "calendar.span_form", "3days": "calendar.span_form", "३ days": "calendar.span_form",
	} {
		if v, err := ParseSpan(s); err == nil || fault.As(err).Key != key || !v.IsZero() {
			t.Errorf("ParseSpan(%q) = %v, %v", s, v, err)
		}
	}
	for _, s := range []string{"", "daily", "sixth monday", "3rd", "and monday", "first second", "mon"} {
		if v, err := ParseRhythm(s); err == nil || fault.As(err).Key != "calendar.rhythm_form" || !v.IsZero() {
			t.Errorf("ParseRhythm(%q) = %v, %v", s, v, err)
		}
	}
	for _, s := range []string{"", "monday", "monday to", "monday to saturday except", "monday to saturday except sunday", "mon to sat", "monday to saturday except and saturday"} {
		if v, err := ParseWeek(s); err == nil || !v.empty() {
			t.Errorf("ParseWeek(%q) = %v, %v", s, v, err)
		}
	}
	for _, s := range []string{"", "10:00", "17:00 to 10:00", "10:00 to 10:00", "10 to 17", "24:00 to 25:00", "10:0 to 17:00"} {
		if _, _, err := ParseHours(s); err == nil {
			t.Errorf("ParseHours(%q) is taken", s)
		}
	}
	if opens, closes, err := ParseHours("9:30 to 17:00"); err != nil || opens.String() != "09:30" || closes != 17*60 {
		t.Errorf("hours: %v to %v, %v", opens, closes, err)
	}
}

func TestWeekWrapsOverSaturday(t *testing.T) {
	w, err := ParseWeek("sunday to thursday")
	if err != nil || w.Works != [7]bool{true, true, true, true, true, false, false} {
		t.Fatalf("%v, %v", w, err)
	}
}

func TestPeriodsTileTheCalendar(t *testing.T) {
	for k := Daily; k <= Yearly; k++ {
		p := k.Of(day(t, "2023-06-15"))
		for range 30 {
			n := p.Next()
			if n.Start != p.End+1 || n.Previous() != p || n.Kind != k || !n.Has(n.Start) || !n.Has(n.End) || n.Has(p.End) {
				t.Fatalf("%v: after %v to %v comes %v to %v", k, p.Start, p.End, n.Start, n.End)
			}
			for d := n.Start; d <= n.End; d++ {
				if k.Of(d) != n {
					t.Fatalf("%v lies in %v, not in %v", d, k.Of(d), n)
				}
			}
			p = n
		}
	}
}

func TestPeriodsBeginWhereOfficesBeginThem(t *testing.T) {
	d := day(t, "2026-02-18")
	for k, want := range map[PeriodKind][2]string{
		Daily: {"2026-02-18", "2026-02-18"}, Weekly: {"2026-02-16", "2026-02-22"}, Monthly: {"2026-02-01", "2026-02-28"},
		Quarterly: {"2026-01-01", "2026-03-31"}, Yearly: {"2025-04-01", "2026-03-31"},
	} {
		if p := k.Of(d); p.Start.String() != want[0] || p.End.String() != want[1] {
			t.Errorf("%v of %v = %v to %v", k, d, p.Start, p.End)
		}
	}
	if d.FinancialYear() != 2025 || day(t, "2026-04-01").FinancialYear() != 2026 {
		t.Error("the financial year does not begin in April")
	}
}

func TestPeriodsReadBackAndName(t *testing.T) {
	d := day(t, "2026-02-18")
	for k := Daily; k <= Yearly; k++ {
		p := k.Of(d)
		if got, err := ParsePeriod(p.String()); err != nil || got != p {
			t.Errorf("%v read back as %v, %v", p, got, err)
		}
		if got, ok := ParsePeriodKind(k.String()); !ok || got != k {
			t.Errorf("%v read back as %v", k, got)
		}
	}
	for _, s := range []string{"", "2026", "2026-W9x", "2026-13", "2025-27", "2026-Q5", "2026-W60", "2026-W53x", "FY26"} {
		if p, err := ParsePeriod(s); err == nil {
			t.Errorf("ParsePeriod(%q) = %v", s, p)
		}
	}
}

func TestHolidaySaysWhyTheOfficeIsClosed(t *testing.T) {
	c := office(t, NextWorkingDay)
	for s, want := range map[string]string{"2026-03-04": "Holi", "2026-03-08": "Sunday", "2026-03-28": "Saturday", "2026-03-14": "", "2026-03-05": ""} {
		h, shut := c.Holiday(day(t, s))
		if shut != (want != "") || h.Name.En != want {
			t.Errorf("%s: %v, %v", s, h, shut)
		}
	}
	if n := c.WorkingDaysBetween(day(t, "2026-03-02"), day(t, "2026-03-09")); n != 5 {
		t.Errorf("working days after the 2nd up to the 9th: %d", n)
	}
}

func TestCalendarHasDefaults(t *testing.T) {
	c := New(Rules{})
	d := day(t, "2026-03-07")
	if !c.Working(d) || c.Working(d+1) || show(c.OfficeOpens(d)) != "2026-03-07 10:00" || show(c.OfficeCloses(d)) != "2026-03-07 17:00" {
		t.Fatalf("%s to %s", show(c.OfficeOpens(d)), show(c.OfficeCloses(d)))
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"3 working days", "end of week", "first and third saturday", "monday to friday", "10:00 to 17:00", "2026-Q3", "0 hours"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if v, err := ParseSpan(s); err == nil {
			if back, err := ParseSpan(v.String()); err != nil || back != v {
				t.Fatalf("%q: %v read back as %v", s, v, back)
			}
		}
		if v, err := ParseRhythm(s); err == nil {
			if back, err := ParseRhythm(v.String()); err != nil || back != v {
				t.Fatalf("%q: %v read back as %v", s, v, back)
			}
		}
		if v, err := ParseDate(s); err == nil && v.String() != s {
			t.Fatalf("%q became %v", s, v)
		}
		if v, err := ParsePeriod(s); err == nil && v.String() != s {
			t.Fatalf("%q became %v", s, v)
		}
		_, _ = ParseWeek(s)
		_, _, _ = ParseHours(s)
	})
}
