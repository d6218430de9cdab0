package i18n

import (
	"math"
	"strings"
	"testing"
	"time"
)

func TestNumbersGroupAsLakhAndCrore(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0", 7: "7", 999: "999", 1000: "1,000", 99999: "99,999", 100000: "1,00,000", 254000: "2,54,000", 12345678: "1,23,45,678",
		-1: "-1", -254000: "-2,54,000", math.MaxInt64: "92,23,37,20,36,85,47,75,807", math.MinInt64: "-92,23,37,20,36,85,47,75,808",
	} {
		if got := Number(n, false); got != want {
			t.Errorf("Number(%d) = %s, want %s", n, got, want)
		}
	}
	if got := Number(-254000, true); got != "-२,५४,०००" {
		t.Errorf("Devanagari: %s", got)
	}
}

func TestRupeesHidePaiseOnlyWhenThereAreNone(t *testing.T) {
	for paise, want := range map[int64]string{0: "₹0", 500_000_00: "₹5,00,000", 1_05: "₹1.05", -99: "-₹0.99", -1_000_50: "-₹1,000.50"} {
		if got := Rupees(paise, false); got != want {
			t.Errorf("Rupees(%d) = %s, want %s", paise, got, want)
		}
	}
	if got := Rupees(math.MinInt64, true); !strings.HasPrefix(got, "-₹९") {
		t.Errorf("smallest: %s", got)
	}
}

func TestDigitsChangeSetAndNothingElse(t *testing.T) {
	if got := Digits("वार्ड 12, क", true); got != "वार्ड १२, क" {
		t.Errorf("to Devanagari: %s", got)
	}
	if got := Digits("०१२३४५६७८९ x", false); got != "0123456789 x" {
		t.Errorf("to ASCII: %s", got)
	}
}

func TestListsEndWithAWord(t *testing.T) {
	for _, c := range []struct {
		in     []string
		hi, en string
	}{
		{nil, "", ""}, {[]string{"क"}, "क", "क"}, {[]string{"क", "ख"}, "क और ख", "क and ख"}, {[]string{"क", "ख", "ग"}, "क, ख और ग", "क, ख and ग"},
	} {
		if got := Hindi.And(c.in); got != c.hi {
			t.Errorf("Hindi %v: %q", c.in, got)
		}
		if got := English.And(c.in); got != c.en {
			t.Errorf("English %v: %q", c.in, got)
		}
	}
	if got := Hindi.Or([]string{"क", "ख"}); got != "क या ख" {
		t.Errorf("or: %q", got)
	}
}

func TestMonthsAreReadHoweverTyped(t *testing.T) {
	for s, want := range map[string]time.Month{
		"जनवरी": 1, "जन०": 1, "जन.": 1, "Jan": 1, "january": 1, "फ़रवरी": 2, "मार्च": 3, "अप्रेल": 4, "मई": 5, "जून": 6, "जुलाई": 7, "अगस्त": 8,
		"सितम्बर": 9, "सितंबर": 9, "Sept.": 9, "अक्तूबर": 10, "अक्टूबर": 10, "नवम्बर": 11, "दिसम्बर": 12, "DEC": 12,
	} {
		if got, ok := ParseMonth(s); !ok || got != want {
			t.Errorf("ParseMonth(%s) = %v, %v", s, got, ok)
		}
	}
	if _, ok := ParseMonth("सोमवार"); ok {
		t.Error("a weekday was read as a month")
	}
}

func TestWeekdaysAreReadHoweverTyped(t *testing.T) {
	for s, want := range map[string]time.Weekday{
		"रविवार": 0, "इतवार": 0, "सोमवार": 1, "मंगलवार": 2, "मंगल": 2, "बुध": 3, "गुरूवार": 4, "बृहस्पतिवार": 4, "वीरवार": 4, "शुक्रवार": 5, "Fri": 5, "शनिवार": 6,
	} {
		if got, ok := ParseWeekday(s); !ok || got != want {
			t.Errorf("ParseWeekday(%s) = %v, %v", s, got, ok)
		}
	}
}

func TestReadingsNameOneMonthOrDayOnly(t *testing.T) {
	for _, table := range []struct {
		names []Text
		more  [][]string
	}{{Months[:], monthReadings[:]}, {Weekdays[:], weekdayReadings[:]}} {
		of := map[string]int{}
		for i, n := range table.names {
			for _, s := range append([]string{n.Hi, n.En}, table.more[i]...) {
				if j, seen := of[Fold(s)]; seen && j != i && s != "" {
					t.Errorf("%s names both %d and %d", s, j, i)
				}
				of[Fold(s)] = i
			}
		}
	}
}
