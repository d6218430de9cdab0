package calendar

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/i18n"
)

// office is Monday to Saturday with the second and fourth Saturday off, closed on Holi and on Republic Day.
func office(t testing.TB, shift Shift) *Calendar {
	t.Helper()
	week, err := ParseWeek("monday to saturday except second and fourth saturday")
	if err != nil {
		t.Fatal(err)
	}
	return New(Rules{
		Week: week, Open: 10 * 60, Close: 17 * 60, EndsOnHoliday: shift, Revision: 7,
		Holidays: []Holiday{
			{day(t, "2026-01-26"), i18n.Text{Hi: "गणतंत्र दिवस", En: "Republic Day"}},
			{day(t, "2026-03-04"), i18n.Text{Hi: "होली", En: "Holi"}},
		},
		Worked:        []Date{day(t, "2026-03-14")},
		CourtHolidays: []Holiday{{day(t, "2026-03-05"), i18n.Text{Hi: "न्यायालय अवकाश", En: "Court holiday"}}},
		Silences:      []Silence{{From: day(t, "2026-04-01"), To: day(t, "2026-05-20"), Name: i18n.Text{Hi: "आदर्श आचार संहिता", En: "Model code of conduct"}}},
	})
}

func at(t testing.TB, s string) Instant {
	t.Helper()
	v, err := time.ParseInLocation("2006-01-02 15:04", s, IST())
	if err != nil {
		t.Fatal(err)
	}
	return At(v)
}

func span(t testing.TB, s string) Span {
	t.Helper()
	v, err := ParseSpan(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func show(i Instant) string {
	if i == 0 {
		return "none"
	}
	return i.Time().Format("2006-01-02 15:04")
}

func TestLimitsEndWhereTheOrderSays(t *testing.T) {
	c := office(t, NextWorkingDay)
	for _, l := range []struct{ start, span, want string }{
		{"2026-03-02 11:20", "1 day", "2026-03-03 17:00"},
		{"2026-03-02 11:20", "2 days", "2026-03-05 17:00"},         // Holi moves it
		{"2026-03-02 11:20", "3 working days", "2026-03-06 17:00"}, // Holi is not counted
		{"2026-03-02 11:20", "3 court days", "2026-03-06 17:00"},   // the court works on Holi, not the day after
		{"2026-03-06 19:00", "1 working day", "2026-03-07 17:00"},
		{"2026-03-07 09:00", "1 working day", "2026-03-09 17:00"},
		{"2026-03-08 09:00", "1 working day", "2026-03-09 17:00"},
		{"2026-03-12 09:00", "2 working days", "2026-03-14 17:00"}, // declared working
		{"2026-03-27 09:00", "1 working day", "2026-03-30 17:00"},  // fourth Saturday
		{"2026-03-02 11:20", "1 week", "2026-03-09 17:00"},
		{"2026-01-31 10:00", "1 month", "2026-03-02 17:00"}, // 28 February is a fourth Saturday
		{"2026-03-02 10:00", "1 year", "2027-03-02 17:00"},
		{"2026-03-03 16:30", "48 hours", "2026-03-05 16:30"},
		{"2026-03-03 16:30", "1 hour", "2026-03-03 17:30"},
		{"2026-03-02 11:20", "same day", "2026-03-02 17:00"},
		{"2026-03-03 18:00", "same day", "2026-03-05 17:00"},
		{"2026-03-04 09:00", "same day", "2026-03-05 17:00"},
		{"2026-03-02 11:20", "end of week", "2026-03-07 17:00"},
		{"2026-03-09 11:20", "end of week", "2026-03-14 17:00"},
		{"2026-03-23 11:20", "end of week", "2026-03-27 17:00"},
		{"2026-03-07 18:00", "end of week", "2026-03-09 17:00"},
		{"2026-02-10 10:00", "end of month", "2026-02-27 17:00"},
		{"2026-03-10 10:00", "end of month", "2026-03-31 17:00"},
		{"2026-03-02 11:20", "0 working days", "2026-03-02 17:00"},
		{"2026-03-04 11:20", "0 working days", "2026-03-05 17:00"},
	} {
		if got := c.Due(at(t, l.start), span(t, l.span)); show(got.At) != l.want {
			t.Errorf("%s + %s = %s, want %s", l.start, l.span, show(got.At), l.want)
		}
	}
}

func TestEndOnHolidayMovesAsTheCalendarSays(t *testing.T) {
	for shift, want := range map[Shift]string{NextWorkingDay: "2026-03-05 17:00", PreviousWorkingDay: "2026-03-03 17:00", SameDay: "2026-03-04 17:00"} {
		due := office(t, shift).Due(at(t, "2026-03-01 12:00"), span(t, "3 days"))
		if show(due.At) != want || due.Unmoved.String() != "2026-03-04" || due.Revision != 7 {
			t.Errorf("shift %d: %s, unmoved %v", shift, show(due.At), due.Unmoved)
		}
		if due.Moved() != (shift != SameDay) || due.Moved() && due.By.Name.En != "Holi" {
			t.Errorf("shift %d: moved by %v", shift, due.By)
		}
	}
}

func TestLimitNeverEndsBeforeItsStart(t *testing.T) {
	c := office(t, PreviousWorkingDay)
	due := c.Due(at(t, "2026-03-07 18:00"), span(t, "1 day"))
	if show(due.At) != "2026-03-09 17:00" {
		t.Fatalf("one day from Saturday evening = %s", show(due.At))
	}
}

func TestNoStartOrNoLimitGivesNoInstant(t *testing.T) {
	c := office(t, NextWorkingDay)
	if c.Due(0, Span{3, Days}).At != 0 || c.Due(at(t, "2026-03-02 10:00"), Span{}).At != 0 {
		t.Fatal("a limit out of nothing")
	}
	if _, steps := c.Explain(0, Span{3, Days}, Pauses{}); steps != nil {
		t.Fatalf("steps out of nothing: %v", steps)
	}
}

func TestPausesPushTheEndOut(t *testing.T) {
	c := office(t, NextWorkingDay)
	pause := func(from, to string) Pause {
		p := Pause{From: at(t, from)}
		if to != "" {
			p.To = at(t, to)
		}
		return p
	}
	for _, l := range []struct {
		name, start, span string
		p                 Pauses
		want              string
	}{
		{"civil days", "2026-03-09 10:00", "10 days", Pauses{List: []Pause{pause("2026-03-10 10:00", "2026-03-13 12:00")}}, "2026-03-23 17:00"},
		{"same day counts nothing", "2026-03-09 10:00", "10 days", Pauses{List: []Pause{pause("2026-03-10 10:00", "2026-03-10 16:00")}}, "2026-03-19 17:00"},
		{"working days", "2026-03-09 10:00", "3 working days", Pauses{List: []Pause{pause("2026-03-10 10:00", "2026-03-12 12:00")}}, "2026-03-14 17:00"},
		{"from the first day", "2026-03-09 10:00", "3 working days", Pauses{List: []Pause{pause("2026-03-09 11:00", "2026-03-12 12:00")}}, "2026-03-16 17:00"},
		{"on the last day", "2026-03-09 10:00", "3 working days", Pauses{List: []Pause{pause("2026-03-12 11:00", "2026-03-16 12:00")}}, "2026-03-16 17:00"},
		{"after the end", "2026-03-09 10:00", "3 working days", Pauses{List: []Pause{pause("2026-03-12 18:00", "2026-03-16 12:00")}}, "2026-03-12 17:00"},
		{"hours", "2026-03-09 10:00", "10 hours", Pauses{List: []Pause{pause("2026-03-09 12:00", "2026-03-09 13:30")}}, "2026-03-09 21:30"},
		{"two", "2026-03-09 10:00", "5 days", Pauses{List: []Pause{pause("2026-03-10 10:00", "2026-03-11 10:00"), pause("2026-03-12 10:00", "2026-03-14 10:00")}}, "2026-03-17 17:00"},
		{"overlapping", "2026-03-09 10:00", "5 days", Pauses{List: []Pause{pause("2026-03-10 10:00", "2026-03-12 10:00"), pause("2026-03-11 10:00", "2026-03-13 10:00")}}, "2026-03-17 17:00"},
		{"still standing", "2026-03-09 10:00", "5 days", Pauses{List: []Pause{pause("2026-03-10 10:00", "")}}, "none"},
		{"still standing, working", "2026-03-09 10:00", "5 working days", Pauses{List: []Pause{pause("2026-03-10 10:00", "")}}, "none"},
		{"still standing, hours", "2026-03-09 10:00", "50 hours", Pauses{List: []Pause{pause("2026-03-10 10:00", "")}}, "none"},
		{"began too late to matter", "2026-03-09 10:00", "5 days", Pauses{List: []Pause{pause("2026-03-20 10:00", "")}}, "2026-03-14 17:00"},
		{"cap", "2026-03-09 10:00", "10 days", Pauses{List: []Pause{pause("2026-03-10 10:00", "2026-03-30 12:00")}, Most: Span{3, Days}}, "2026-03-23 17:00"},
		{"cap of an open pause", "2026-03-09 10:00", "10 days", Pauses{List: []Pause{pause("2026-03-10 10:00", "")}, Most: Span{3, Days}}, "2026-03-23 17:00"},
		{"cap in working days", "2026-03-09 10:00", "1 working day", Pauses{List: []Pause{pause("2026-03-09 10:00", "")}, Most: Span{5, WorkingDays}}, "2026-03-16 17:00"},
		{"cap in hours", "2026-03-09 10:00", "10 hours", Pauses{List: []Pause{pause("2026-03-09 12:00", "")}, Most: Span{2, Hours}}, "2026-03-09 22:00"},
		{"cap over two pauses", "2026-03-09 10:00", "20 days", Pauses{List: []Pause{pause("2026-03-10 10:00", "2026-03-12 10:00"), pause("2026-03-13 10:00", "2026-03-20 10:00")}, Most: Span{3, Days}}, "2026-04-01 17:00"},
	} {
		if got := c.DueWith(at(t, l.start), span(t, l.span), l.p); show(got.At) != l.want || got.Stopped != (l.want == "none") {
			t.Errorf("%s: %s, stopped %v, want %s", l.name, show(got.At), got.Stopped, l.want)
		}
	}
}

func TestExplanationNamesWhatWasSkippedAndMoved(t *testing.T) {
	c := office(t, NextWorkingDay)
	due, steps := c.Explain(at(t, "2026-03-02 11:20"), span(t, "3 working days"), Pauses{})
	if want := c.Due(at(t, "2026-03-02 11:20"), span(t, "3 working days")); due != want {
		t.Fatalf("Explain reckons %v, Due %v", due, want)
	}
	want := []string{
		"Start: 2 March 2026, 11:20",
		"Rule: 3 working days; the first day and closed days are not counted, the last runs to office closing",
		"4 March 2026 not counted: Holi",
		"Due: 6 March 2026, 17:00",
	}
	if got := lines(steps, i18n.English); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s", got)
	}
	_, steps = c.Explain(at(t, "2026-03-02 11:20"), span(t, "2 days"), Pauses{List: []Pause{{From: at(t, "2026-03-02 12:00"), To: at(t, "2026-03-06 12:00")}}})
	hindi := lines(steps, i18n.Hindi)
	for _, part := range []string{"आरंभ: 2 मार्च 2026, 11:20", "नियम: 2 दिन", "विराम 2 मार्च 2026 से 6 मार्च 2026 तक: 4 दिन", "8 मार्च 2026 को कार्यालय बंद है (रविवार), इसलिए 9 मार्च 2026", "अंतिम समय: 9 मार्च 2026, 17:00"} {
		if !strings.Contains(hindi, part) {
			t.Errorf("%q is missing in\n%s", part, hindi)
		}
	}
}

func lines(steps []Step, l i18n.Lang) string {
	var all []string
	for _, s := range steps {
		all = append(all, s.In(l))
	}
	return strings.Join(all, "\n")
}

// anySpan and anyCalendar draw from a seeded source, so that a failure can be run again.
func anySpan(r *rand.Rand) Span {
	u := Unit(r.IntN(int(EndOfMonth))) + Hours
	if !u.counted() {
		return Span{Unit: u}
	}
	return Span{N: r.IntN(40), Unit: u}
}

func anyCalendar(r *rand.Rand, shift Shift, base Date) Rules {
	weeks := []string{"monday to friday", "monday to saturday", "monday to saturday except second and fourth saturday", "sunday to thursday"}
	week, _ := ParseWeek(weeks[r.IntN(len(weeks))])
	rules := Rules{Week: week, EndsOnHoliday: shift}
	for range r.IntN(20) {
		rules.Holidays = append(rules.Holidays, Holiday{Date: base.AddDays(r.IntN(120))})
		rules.CourtHolidays = append(rules.CourtHolidays, Holiday{Date: base.AddDays(r.IntN(120))})
	}
	return rules
}

func TestLaterStartIsNeverDueEarlier(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	base := day(t, "2026-01-20")
	for range 6_000 {
		c := New(anyCalendar(r, Shift(r.IntN(3)), base))
		s := anySpan(r)
		early := base.At(0, r.IntN(60*24*60))
		late := early + Instant(r.Int64N(10*fullDay))
		if a, b := c.Due(early, s), c.Due(late, s); b.At < a.At || a.At <= early && s != (Span{0, Hours}) {
			t.Fatalf("%v from %s: %s; from %s: %s", s, show(early), show(a.At), show(late), show(b.At))
		}
	}
}

func TestAddedHolidayIsNeverDueEarlier(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	base := day(t, "2026-01-20")
	for range 6_000 {
		rules := anyCalendar(r, []Shift{NextWorkingDay, SameDay}[r.IntN(2)], base)
		s := anySpan(r)
		start := base.At(0, r.IntN(60*24*60))
		before := New(rules).Due(start, s)
		rules.Holidays = append(rules.Holidays, Holiday{Date: base.AddDays(r.IntN(120))})
		rules.CourtHolidays = append(rules.CourtHolidays, Holiday{Date: base.AddDays(r.IntN(120))})
		if after := New(rules).Due(start, s); after.At < before.At {
			t.Fatalf("%v from %s: %s, with a holiday more %s", s, show(start), show(before.At), show(after.At))
		}
	}
}

func TestPauseIsNeverDueEarlier(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	base := day(t, "2026-01-20")
	for range 6_000 {
		c := New(anyCalendar(r, NextWorkingDay, base))
		s, start := anySpan(r), base.At(0, r.IntN(30*24*60))
		from := start + Instant(r.Int64N(20*fullDay))
		p := Pause{From: from, To: from + Instant(r.Int64N(20*fullDay))}
		longer := Pause{From: from, To: p.To + Instant(r.Int64N(5*fullDay))}
		a, b, d := c.Due(start, s), c.DueWith(start, s, Pauses{List: []Pause{p}}), c.DueWith(start, s, Pauses{List: []Pause{longer}})
		if b.At < a.At || d.At < b.At {
			t.Fatalf("%v from %s: %s; paused %s to %s: %s; longer, to %s: %s", s, show(start), show(a.At), show(from), show(p.To), show(b.At), show(longer.To), show(d.At))
		}
	}
}

func TestLatenessIsCountedInBegunDays(t *testing.T) {
	c := office(t, NextWorkingDay)
	due := at(t, "2026-03-06 17:00")
	for now, want := range map[string]int{"2026-03-06 17:00": 0, "2026-03-06 17:01": 1, "2026-03-07 09:00": 1, "2026-03-09 09:00": 3, "2026-03-01 09:00": 0} {
		if got := c.Late(due, at(t, now)); got != want {
			t.Errorf("Late at %s = %d, want %d", now, got, want)
		}
	}
	if c.Late(0, due) != 0 {
		t.Error("no limit is never late")
	}
}

func BenchmarkDueWorkingDays(b *testing.B) {
	c := office(b, NextWorkingDay)
	start := at(b, "2026-03-02 11:20")
	b.ReportAllocs()
	for b.Loop() {
		c.Due(start, Span{30, WorkingDays})
	}
}
