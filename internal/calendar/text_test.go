package calendar

import (
	"encoding/json"
	"testing"

	"github.com/anupalan/anupalan/internal/i18n"
)

func TestReadersSeeTheirLanguage(t *testing.T) {
	for _, c := range []struct {
		v      interface{ In(i18n.Lang) string }
		hi, en string
	}{
		{rhythm(t, "monday"), "प्रत्येक सोमवार", "every Monday"},
		{rhythm(t, "first and third saturday"), "माह के पहले और तीसरे शनिवार", "every first and third Saturday of the month"},
		{rhythm(t, "fortnight"), "प्रत्येक पखवाड़ा", "every fortnight"}, {Rhythm{}, "", ""},
		{Span{3, WorkingDays}, "3 कार्य दिवस", "3 working days"}, {Span{1, Days}, "1 दिन", "1 day"}, {Span{1, Hours}, "1 घंटा", "1 hour"}, {Span{Unit: EndOfMonth}, "माह के अंत तक", "by the end of the month"}, {Span{}, "", ""},
		{day(t, "2026-03-12"), "12 मार्च 2026", "12 March 2026"}, {Date(0), "", ""}, {at(t, "2026-03-12 09:05"), "12 मार्च 2026, 09:05", "12 March 2026, 09:05"},
		{Weekly.Of(day(t, "2026-03-12")), "09.03.2026–15.03.2026", "09.03.2026–15.03.2026"}, {Monthly.Of(day(t, "2026-03-12")), "मार्च 2026", "March 2026"},
		{Quarterly.Of(day(t, "2026-03-12")), "जनवरी–मार्च 2026", "January–March 2026"}, {Yearly.Of(day(t, "2026-03-12")), "2025-26", "2025-26"}, {Daily.Of(day(t, "2026-03-12")), "12 मार्च 2026", "12 March 2026"},
	} {
		if hi, en := c.v.In(i18n.Hindi), c.v.In(i18n.English); hi != c.hi || en != c.en {
			t.Errorf("%v: %q, %q", c.v, hi, en)
		}
	}
}

func TestValuesOutliveJSON(t *testing.T) {
	type row struct {
		Day   Date
		Limit Span
		Beat  Rhythm
		At    Instant
	}
	for _, want := range []row{{day(t, "2026-03-12"), span(t, "end of month"), rhythm(t, "third thursday"), 17}, {}} {
		b, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got row
		if err := json.Unmarshal(b, &got); err != nil || got != want {
			t.Errorf("%s read back as %v, %v", b, got, err)
		}
	}
	var got row
	for _, s := range []string{`{"Day":"12.3.26"}`, `{"Limit":"soon"}`, `{"Beat":"often"}`} {
		if err := json.Unmarshal([]byte(s), &got); err == nil {
			t.Errorf("%s is taken", s)
		}
	}
}
