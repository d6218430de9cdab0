package calendar

import (
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/fault"
)

func day(t testing.TB, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDatesAreReadAsPeopleTypeThem(t *testing.T) {
	today := day(t, "2026-03-12") // a Thursday
	for in, want := range map[string]string{
		"12.3.26": "2026-03-12", "12/03/2026": "2026-03-12", "2026-03-12": "2026-03-12", "१२.०३.२०२६": "2026-03-12", "12-3-26": "2026-03-12", " 5 4 2026 ": "2026-04-05",
		"12 मार्च 2026": "2026-03-12", "१५ अप्रैल": "2026-04-15", "15 जुलाई तक": "2026-07-15", "March 15, 2026": "2026-03-15", "31 Dec": "2025-12-31", "दिनांक 20.3.2026": "2026-03-20",
		"15/4": "2026-04-15", "1.9": "2026-09-01", "15 अक्तूबर": "2026-10-15", "15 नवंबर": "2025-11-15", "01.01.1985": "1985-01-01", "1.1.85": "1985-01-01", "29.2.24": "2024-02-29",
		"आज": "2026-03-12", "कल": "2026-03-13", "परसों": "2026-03-14", "tomorrow": "2026-03-13", "day after tomorrow": "2026-03-14", "बीता कल": "2026-03-11",
		"शुक्रवार": "2026-03-13", "friday": "2026-03-13", "गुरुवार": "2026-03-19", "बुधवार को": "2026-03-18", "आगामी सोमवार": "2026-03-16", "Sun": "2026-03-15",
	} {
		got, err := ParseHuman(in, today)
		if err != nil || got.String() != want {
			t.Errorf("ParseHuman(%q) = %v, %v; want %s", in, got, err, want)
		}
	}
}

func TestDatesInWordsAreReadInBothLanguages(t *testing.T) {
	today := day(t, "2026-02-24") // a Tuesday
	for in, want := range map[string]string{
		"अगले बुधवार": "2026-03-04", "अगले बुधवार तक": "2026-03-04", "next wednesday": "2026-03-04", "Next Tuesday": "2026-03-03", "अगले सोमवार को": "2026-03-02",
		"इस शुक्रवार": "2026-02-27", "this friday": "2026-02-27", "इसी शुक्रवार तक": "2026-02-27", "इस मंगलवार": "2026-02-24", "बुधवार": "2026-02-25",
		"माह के अंत": "2026-02-28", "माह के अन्त तक": "2026-02-28", "महीने के आख़िर में": "2026-02-28", "end of the month": "2026-02-28", "month end": "2026-02-28", "by end of month": "2026-02-28",
		"इस माह के अंत तक": "2026-02-28", "अगले माह के अंत": "2026-03-31", "end of next month": "2026-03-31", "मार्च के अंत तक": "2026-03-31", "end of march": "2026-03-31",
		"सप्ताह के अंत": "2026-03-01", "end of the week": "2026-03-01", "वित्तीय वर्ष के अंत": "2026-03-31", "end of the financial year": "2026-03-31",
		"15 दिन में": "2026-03-11", "१५ दिन में": "2026-03-11", "15 दिनों के भीतर": "2026-03-11", "within 15 days": "2026-03-11", "in 2 weeks": "2026-03-10", "अगले 15 दिनों में": "2026-03-11",
		"दो सप्ताह": "2026-03-10", "एक माह के अंदर": "2026-03-24", "एक पखवाड़े में": "2026-03-11", "a fortnight": "2026-03-10", "ten days": "2026-03-06", "३ हफ़्ते में": "2026-03-17",
		"परसों": "2026-02-26", "परसों तक": "2026-02-26", "the day after tomorrow": "2026-02-26", "२८.०२.२०२६": "2026-02-28",
	} {
		got, err := ParseHuman(in, today)
		if err != nil || got.String() != want {
			t.Errorf("ParseHuman(%q) = %v, %v; want %s", in, got, err, want)
		}
	}
}

func TestWordsOfTwoMeaningsOfferBoth(t *testing.T) {
	for _, c := range []struct {
		today, in, a, b string
		limit           string // as the end of a limit; "" has two meanings there too
	}{
		{"2026-02-25", "इस मंगलवार", "2026-02-24", "2026-03-03", ""},
		{"2026-02-25", "this monday", "2026-02-23", "2026-03-02", ""},
		{"2026-02-24", "वर्ष के अंत", "2026-03-31", "2026-12-31", ""},
		{"2026-05-01", "end of the year", "2026-12-31", "2027-03-31", ""},
		{"2026-02-24", "अगले माह", "2026-03-01", "2026-03-31", "2026-03-31"},
		{"2026-02-24", "next week", "2026-03-02", "2026-03-08", "2026-03-08"},
		{"2026-02-24", "इस सप्ताह", "2026-02-24", "2026-03-01", "2026-03-01"},
	} {
		d, err := ParseHuman(c.in, day(t, c.today))
		f := fault.As(err)
		if err == nil || d != 0 || f.Key != "calendar.human_two" || f.Args[2] != day(t, c.a) || f.Args[4] != day(t, c.b) {
			t.Errorf("ParseHuman(%q) = %v, %v; want %s or %s", c.in, d, err, c.a, c.b)
		}
		until, err := ParseUntil(c.in, day(t, c.today))
		if until.String() != c.limit || (err == nil) != (c.limit != "") {
			t.Errorf("ParseUntil(%q) = %v, %v; want %s", c.in, until, err, c.limit)
		}
	}
}

func TestWrongDateSaysWhichPart(t *testing.T) {
	today := day(t, "2026-03-12")
	for in, key := range map[string]string{
		"31.02.2026": "calendar.human_day", "0.5.26": "calendar.human_day", "03/25/2026": "calendar.human_month", "5 चैत्र": "calendar.human_month", "12.3.123": "calendar.human_year",
		"12.3.0026": "calendar.human_year", "x.3.2026": "calendar.human_day_form", "": "calendar.human_form", "जल्दी": "calendar.human_form", "1.2.3.4": "calendar.human_form", "29.2.26": "calendar.human_day",
	} {
		d, err := ParseHuman(in, today)
		if err == nil || fault.As(err).Key != key || d != 0 {
			t.Errorf("ParseHuman(%q) = %v, %v; want %s", in, d, err, key)
		}
	}
}

func TestDayWithoutYearIsRecentOrAhead(t *testing.T) {
	today := day(t, "2026-11-20")
	for in, want := range map[string]string{"12/3": "2027-03-12", "12/11": "2026-11-12", "15/1": "2027-01-15", "1/6": "2027-06-01", "1/8": "2026-08-01"} {
		if got, err := ParseHuman(in, today); err != nil || got.String() != want {
			t.Errorf("ParseHuman(%q) = %v, %v; want %s", in, got, err, want)
		}
	}
}

func FuzzParseHuman(f *testing.F) {
	for _, s := range []string{"12.3.26", "कल", "29/2", "शुक्रवार", "अगले माह के अंत", "इस मंगलवार", "within 730 months", "2026-03-12", "99999999999 1"} {
		f.Add(s, int32(739687))
	}
	f.Fuzz(func(t *testing.T, s string, n int32) {
		today := max(Date(n), 1).AddDays(0)
		d, err := ParseHuman(s, today)
		if (err == nil) != (d != 0) {
			t.Fatalf("ParseHuman(%q, %v) = %d, %v", s, today, d, err)
		}
		if err == nil {
			if y, m, n := d.Civil(); n < 1 || n > DaysIn(y, m) {
				t.Fatalf("ParseHuman(%q, %v) = %v", s, today, d)
			}
		}
	})
}

func TestCivilDaysAgreeWithTheStandardLibrary(t *testing.T) {
	at := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := Date(1); d <= 1_200_000; d += 97 {
		want := at.AddDate(0, 0, int(d)-1)
		y, m, n := d.Civil()
		if y != want.Year() || m != want.Month() || n != want.Day() || d.Weekday() != want.Weekday() || d.String() != want.Format(time.DateOnly) {
			t.Fatalf("%d is %v, want %v", d, d, want)
		}
		if back, ok := DateOf(y, m, n); !ok || back != d {
			t.Fatalf("DateOf(%v) = %d, want %d", want, back, d)
		}
	}
	if last, _ := DateOf(9999, 12, 31); last != MaxDate {
		t.Fatalf("the last day is %d", last)
	}
}

func TestImpossibleDaysAreRefused(t *testing.T) {
	for _, s := range []string{"2026-02-30", "2026-13-01", "2026-00-10", "2026-1-1", "0000-01-01", "2026-02-29", "2026/02/01", "२०२६-०१-०१", "", "2026-01-011"} {
		if d, err := ParseDate(s); err == nil || d != 0 {
			t.Errorf("ParseDate(%q) = %v", s, d)
		}
	}
}

func TestMonthsClamp(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-01-31", 1, "2026-02-28"}, {"2024-01-31", 1, "2024-02-29"}, {"2026-03-31", -1, "2026-02-28"}, {"2026-08-31", 1, "2026-09-30"},
		{"2024-02-29", 12, "2025-02-28"}, {"2026-12-15", 1, "2027-01-15"}, {"2026-01-15", -1, "2025-12-15"}, {"2026-05-31", 0, "2026-05-31"},
		{"0001-02-10", -5, "0001-01-01"}, {"9999-11-30", 5, "9999-12-31"},
	} {
		if got := day(t, c.from).AddMonths(c.n); got.String() != c.want {
			t.Errorf("%s + %d months = %v, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestDaysAreThoseOfIndia(t *testing.T) {
	at := At(time.Date(2026, 3, 11, 18, 30, 0, 0, time.UTC))
	if at.Date().String() != "2026-03-12" || (at-1).Date().String() != "2026-03-11" {
		t.Fatalf("midnight in India: %v, before: %v", at.Date(), (at - 1).Date())
	}
	d := day(t, "2026-03-12")
	if h, m := d.At(9, 5).Clock(); h != 9 || m != 5 || d.At(9, 5).Date() != d {
		t.Fatalf("09:05 is %d:%d on %v", h, m, d.At(9, 5).Date())
	}
	if got := day(t, "1960-07-04").At(0, 0).Date().String(); got != "1960-07-04" {
		t.Fatalf("before 1970: %s", got)
	}
	if got := d.At(17, 0).Time().Format(time.RFC3339); got != "2026-03-12T17:00:00+05:30" {
		t.Fatalf("Time: %s", got)
	}
}

func TestNoDayStaysNoDay(t *testing.T) {
	if Date(0).AddDays(5) != 0 || Date(0).AddMonths(1) != 0 || Date(0).At(1, 1) != 0 || Instant(0).Date() != 0 || Date(0).String() != "" || !Instant(0).Time().IsZero() || At(time.Time{}) != 0 {
		t.Fatal("nothing became a day")
	}
}
