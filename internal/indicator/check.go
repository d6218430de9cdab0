package indicator

import (
	"math"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/i18n"
)

// Finding says that a figure does not reconcile. Code names a message; At is the figure and
// With the ones it does not agree with, by their places in the list that was checked.
type Finding struct {
	Code  string
	At    int
	With  []int
	Given Number // what the figure says
	Other Number // what the others make it
	Last  bool   // Other is of an earlier report
}

// The codes of findings.
const (
	PartLarger    = "part_larger"    // the part is larger than the whole
	PercentOver   = "percent_over"   // a share of more than a hundred
	PercentCounts = "percent_counts" // the share is not that of the counts beside it
	SumDiffers    = "sum_differs"    // the parts do not make the total
	TwoValues     = "two_values"     // one measure, two values
	StockFell     = "stock_fell"     // fewer are left, and no disposal is reported
	TotalFell     = "total_fell"     // what only grows has become less
)

// Reading is a figure as Check looks at it: the observation it would be, and the sentence
// and paragraph it stands in.
type Reading struct {
	Observation
	Sentence string
}

// slack is by how many points a share may differ from its counts: reports are rounded.
const slack = 1.0

// Check points out what does not reconcile among the figures of one report, and against the
// last report of the same measure and place, nil where there is none. It refuses nothing.
func Check(list []Reading, last func(*Observation) *Observation) []Finding {
	var out []Finding
	for i := range list {
		out = append(out, alone(i, &list[i])...)
		out = append(out, shareOfCounts(i, list)...)
		out = append(out, twoValues(i, list)...)
		if before := last(&list[i].Observation); before != nil {
			out = append(out, fell(i, list, before)...)
		}
	}
	return append(out, sums(list)...)
}

// alone checks a figure against itself.
func alone(i int, r *Reading) []Finding {
	switch {
	case r.Percent() && r.Value > 100 && !growth(r.Sentence):
		return []Finding{{Code: PercentOver, At: i, Given: r.Value, Other: 100}}
	case !r.Percent() && r.Of > 0 && r.Value > r.Of:
		return []Finding{{Code: PartLarger, At: i, Given: r.Value, Other: r.Of}}
	}
	return nil
}

// growth words let a share pass a hundred: an achievement of a target, a rise.
var growthWords = []string{"लक्ष्य", "वृद्धि", "अधिक", "target", "growth", "increase"}

func growth(sentence string) bool {
	folded := i18n.Fold(sentence)
	return slices.ContainsFunc(growthWords, func(w string) bool { return strings.Contains(folded, i18n.Fold(w)) })
}

// shareOfCounts holds a share against counts of the same sentence with part and whole.
func shareOfCounts(i int, list []Reading) []Finding {
	r := &list[i]
	if !r.Percent() {
		return nil
	}
	var counts []int
	for j := range list {
		if c := &list[j]; j != i && !c.Percent() && c.Of > 0 && c.Sentence == r.Sentence && c.Place == r.Place {
			counts = append(counts, j)
		}
	}
	if len(counts) != 1 {
		return nil // which of them it is the share of is not said
	}
	c := &list[counts[0]]
	if share := 100 * c.Value / c.Of; math.Abs(float64(share-r.Value)) > slack {
		return []Finding{{Code: PercentCounts, At: i, With: counts, Given: r.Value, Other: Number(math.Round(float64(share)*10) / 10)}}
	}
	return nil
}

// twoValues finds an earlier figure of the same measure, place and period with another value.
func twoValues(i int, list []Reading) []Finding {
	r := &list[i]
	for j := range i {
		e := &list[j]
		if e.Topic() == r.Topic() && e.Place == r.Place && e.From == r.From && e.To == r.To && e.Nature == r.Nature && e.Percent() == r.Percent() && e.Value != r.Value {
			return []Finding{{Code: TwoValues, At: i, With: []int{j}, Given: r.Value, Other: e.Value}}
		}
	}
	return nil
}

// fell holds a figure against the last report of the same measure and place.
func fell(i int, list []Reading, before *Observation) []Finding {
	r := &list[i]
	if before.To >= r.To || r.Percent() || before.Percent() || r.Value >= before.Value {
		return nil
	}
	switch {
	case r.Nature == Total:
		return []Finding{{Code: TotalFell, At: i, Given: r.Value, Other: before.Value, Last: true}}
	case r.Nature == Stock && !slices.ContainsFunc(list, func(o Reading) bool { return o.Nature == Flow && o.Place == r.Place && kin(&o, r) }):
		return []Finding{{Code: StockFell, At: i, Given: r.Value, Other: before.Value, Last: true}}
	}
	return nil
}

// kin reports two figures whose measures share a word of weight.
func kin(a, b *Reading) bool {
	words := strings.Fields(i18n.Fold(b.Measure))
	for _, w := range strings.Fields(i18n.Fold(a.Measure)) {
		if len([]rune(w)) > 3 && slices.Contains(words, w) {
			return true
		}
	}
	return false
}

// totalWords stand before the total of a sentence.
var totalWords = []string{"कुल", "total"}

// sums holds a sentence's total against its parts: a figure called the total, and at least
// two others of the same unit behind it.
func sums(list []Reading) []Finding {
	var out []Finding
	for i := range list {
		r := &list[i]
		if r.Percent() || r.Of != 0 || !isTotal(r) {
			continue
		}
		sum, parts := Number(0), []int(nil)
		for j := i + 1; j < len(list) && list[j].Sentence == r.Sentence; j++ {
			p := &list[j]
			if p.Percent() || p.Unit != r.Unit || p.Of != 0 && p.Of != r.Value {
				continue
			}
			sum, parts = sum+p.Value, append(parts, j)
		}
		if len(parts) >= 2 && sum != r.Value {
			out = append(out, Finding{Code: SumDiffers, At: i, With: parts, Given: r.Value, Other: sum})
		}
	}
	return out
}

func isTotal(r *Reading) bool {
	words := strings.Fields(i18n.Fold(r.Measure))
	return slices.ContainsFunc(totalWords, func(w string) bool { return slices.Contains(words, i18n.Fold(w)) })
}
