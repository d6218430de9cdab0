package indicator

import (
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
)

func on(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func given(measure, sentence string, value, of Number, unit string, n Nature) Reading {
	return Reading{Observation{Measure: measure, Place: 1, To: on("2026-03-03"), Value: value, Of: of, Unit: unit, Nature: n}, sentence}
}

func TestFiguresThatDoNotReconcileArePointedOut(t *testing.T) {
	before := map[string]*Observation{}
	for _, r := range []Reading{given("दाखिल खारिज के 900 मामले लंबित", "", 900, 0, "मामले", Stock), given("अब तक 400 आवास पूर्ण", "", 400, 0, "आवास", Total)} {
		o := r.Observation
		o.To = on("2026-02-24")
		before[o.Topic()] = &o
	}
	for _, c := range []struct {
		name string
		list []Reading
		code string
		at   int
		than Number
	}{
		{"a part above the whole", []Reading{given("a", "x", 120, 100, "", Flow)}, PartLarger, 0, 100},
		{"more than a hundred", []Reading{given("a", "x", 130, 0, "प्रतिशत", Flow)}, PercentOver, 0, 100},
		{"of a target it may", []Reading{given("a", "लक्ष्य का 130 प्रतिशत", 130, 0, "प्रतिशत", Flow)}, "", 0, 0},
		{"a share against its counts", []Reading{given("a", "x", 980, 1250, "आवेदन", Flow), given("b", "x", 88, 0, "प्रतिशत", Flow)}, PercentCounts, 1, 78.4},
		{"a rounded share", []Reading{given("a", "x", 980, 1250, "आवेदन", Flow), given("b", "x", 78, 0, "प्रतिशत", Flow)}, "", 0, 0},
		{"parts against the total", []Reading{given("कुल 100 वाद", "x", 100, 0, "वाद", Flow), given("60 निष्पादित", "x", 60, 0, "वाद", Flow), given("30 लंबित", "x", 30, 0, "वाद", Stock)}, SumDiffers, 0, 90},
		{"parts that make it", []Reading{given("कुल 100 वाद", "x", 100, 0, "वाद", Flow), given("60 निष्पादित", "x", 60, 0, "वाद", Flow), given("40 लंबित", "x", 40, 0, "वाद", Stock)}, "", 0, 0},
		{"one measure, two values", []Reading{given("राशन दुकान 40 की जाँच", "x", 40, 0, "", Flow), given("राशन दुकान 45 की जाँच", "y", 45, 0, "", Flow)}, TwoValues, 1, 40},
		{"a stock that fell without disposals", []Reading{given("दाखिल खारिज के 700 मामले लंबित", "x", 700, 0, "मामले", Stock)}, StockFell, 0, 900},
		{"one that was disposed of", []Reading{given("दाखिल खारिज के 700 मामले लंबित", "x", 700, 0, "मामले", Stock), given("दाखिल खारिज के 250 निष्पादित", "x", 250, 0, "मामले", Flow)}, "", 0, 0},
		{"a running total that fell", []Reading{given("अब तक 380 आवास पूर्ण", "x", 380, 0, "आवास", Total)}, TotalFell, 0, 400},
		{"nothing wrong", []Reading{given("अब तक 480 आवास पूर्ण", "x", 480, 0, "आवास", Total)}, "", 0, 0},
	} {
		got := Check(c.list, func(o *Observation) *Observation { return before[o.Topic()] })
		if c.code == "" {
			if len(got) != 0 {
				t.Errorf("%s: %+v", c.name, got)
			}
			continue
		}
		if len(got) != 1 || got[0].Code != c.code || got[0].At != c.at || got[0].Other != c.than {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}
