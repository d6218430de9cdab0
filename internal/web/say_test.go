package web

import (
	"html/template"
	"strings"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
)

func testFuncs(l i18n.Lang, deva bool) funcs {
	return funcs{lang: l, deva: deva, now: func() time.Time { return time.Date(2026, 2, 27, 5, 10, 0, 0, time.UTC) }}
}

func TestSayPutsArgumentsInPlace(t *testing.T) {
	hi, en := testFuncs(i18n.Hindi, false), testFuncs(i18n.English, false)
	day, _ := calendar.DateOf(2026, time.March, 5)
	for _, tc := range []struct {
		f      funcs
		format string
		args   []any
		want   any
	}{
		{hi, "%[2]v में %[1]v", []any{143, 254000}, "2,54,000 में 143"},
		{testFuncs(i18n.Hindi, true), "%[1]v दिन", []any{12}, "१२ दिन"},
		{en, "%[1]v {1|day|days} late", []any{1}, "1 day late"},
		{en, "%[1]v {1|day|days} late", []any{0}, "0 days late"},
		{en, "{1|one thing|%[1]v things}", []any{3}, "3 things"},
		{hi, "%[1]v तक", []any{day}, "5 मार्च 2026 तक"},
		{en, "by %[1]v", []any{day.At(17, 0)}, "by 5 March, 5:00\u00a0pm"},
		{hi, "100% पूर्ण", nil, "100% पूर्ण"},
		{hi, "%[1]v", []any{"<b>"}, "<b>"},
		{hi, "<%[1]v & %[2]v>", []any{"<i>", template.HTML("<b>1</b>")}, template.HTML("&lt;&lt;i&gt; &amp; <b>1</b>&gt;")},
	} {
		if got := tc.f.say(tc.format, tc.args...); got != tc.want {
			t.Errorf("say(%q, %v) = %#v, want %#v", tc.format, tc.args, got, tc.want)
		}
	}
}

func TestLinksStayOnTheSite(t *testing.T) {
	f := testFuncs(i18n.Hindi, false)
	for href, linked := range map[string]bool{"/matters?a=b&c=d": true, "#x": true, "?n=2": true, "//evil.example": false, `/\evil`: false, "javascript:x()": false, "https://x": false, "": false} {
		got := string(f.link(href, "5 < 6"))
		if strings.Contains(got, "<a ") != linked || !strings.Contains(got, "5 &lt; 6") {
			t.Errorf("link(%q) = %s", href, got)
		}
	}
}

func TestStandingsSayHowLate(t *testing.T) {
	day, _ := calendar.DateOf(2026, time.February, 27)
	for _, tc := range []struct {
		s      Standing
		hi, en string
	}{
		{Standing{Status: Late, Days: 3}, "3 दिन विलंब", "3 days late"},
		{Standing{Status: Late, Days: 1}, "1 दिन विलंब", "1 day late"},
		{Standing{Status: Late}, "समय बीत गया", "past its time"},
		{Standing{Status: DueSoon, Due: day.At(18, 0)}, "आज 18:00 तक", "by 6:00\u00a0pm today"},
		{Standing{Status: InTime, Due: day.AddDays(6).At(17, 0)}, "5 मार्च तक", "by 5 March"},
		{Standing{Status: InTime, Due: day.AddMonths(12).At(17, 0)}, "27 फरवरी 2027 तक", "by 27 February 2027"},
		{Standing{Status: InTime}, "तिथि नहीं", "no date"},
		{Standing{Status: Silent, Days: 1}, "1 दिन से मौन", "silent a day"},
		{Standing{Status: Closed}, "पूरा", "Done"},
		{Standing{}, "", ""},
	} {
		if hi, en := testFuncs(i18n.Hindi, false).standing(tc.s), testFuncs(i18n.English, false).standing(tc.s); hi != tc.hi || en != tc.en {
			t.Errorf("%+v says %q and %q", tc.s, hi, en)
		}
	}
}

// TestEveryStatusHasAShapeOfItsOwn holds that colour is never the only sign.
func TestEveryStatusHasAShapeOfItsOwn(t *testing.T) {
	seen := map[string]Status{}
	for s := InTime; s <= Void; s++ {
		drawn, err := icon(s.shape())
		if err != nil {
			t.Fatal(err)
		}
		if other, taken := seen[string(drawn)]; taken {
			t.Errorf("statuses %d and %d have one shape", s, other)
		}
		seen[string(drawn)] = s
	}
}

func TestWordingsOfForeignScriptAreMarked(t *testing.T) {
	if got := testFuncs(i18n.English, false).foreign("आज संध्या तक"); got != `lang="hi"` {
		t.Errorf("Hindi on an English page: %q", got)
	}
	if got := testFuncs(i18n.Hindi, false).foreign("आज संध्या तक"); got != "" {
		t.Errorf("Hindi on a Hindi page: %q", got)
	}
}
