package app

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/extract"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/indicator"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
)

// figuresIn turns the facts that the reader found into figures, with the indicators that
// their words fit, the place they name, and what kind of count they seem to be.
func (a *App) figuresIn(d *desk, text string, facts []extract.Fact, revision int32) []sitting.Figure {
	var list []sitting.Figure
	for i := range facts {
		f := &facts[i]
		said := strings.TrimSpace(f.Quote.Of(text))
		sentence := sentenceAt(text, f.Quote.Start)
		fig := sitting.Figure{
			Status: sitting.Proposed, Order: int64(f.Quote.Start), Quote: sitting.Span{Start: f.Quote.Start, End: f.Quote.End}, Said: said,
			Measure: strings.TrimSpace(f.Measure), Value: f.Value, Of: f.Of, Unit: f.Unit, About: f.About, Revision: revision,
			Place: d.placeOf(said, sentence), To: d.means.Met, AsOn: d.means.Met, Nature: string(natureOf(said)),
		}
		if fig.Measure == "" {
			fig.Measure = said
		}
		if fig.Nature == string(indicator.Flow) {
			fig.From = monthOf(sentence, d.means.Met)
		}
		fig.Fits = a.systems.fitting(said + " " + sentence)
		list = append(list, fig)
	}
	return list
}

// sentenceAt gives the sentence in which a byte of the text stands.
func sentenceAt(text string, at int) string {
	at = min(at, len(text))
	from := strings.LastIndexAny(text[:at], "\n।|")
	if from >= 0 {
		_, size := utf8.DecodeRuneInString(text[from:])
		from += size
	}
	end := strings.IndexAny(text[at:], "\n।|")
	if end < 0 {
		end = len(text) - at
	}
	return strings.TrimSpace(text[max(from, 0) : at+end])
}

// placeOf is the one place that the words or their sentence name, else that of the sitting.
func (d *desk) placeOf(texts ...string) record.ID {
	for _, t := range texts {
		if at := d.posts.OnePlace(t); at != 0 {
			return at
		}
	}
	return cmp.Or(d.s.Place, d.o.root)
}

// Words by which a figure shows what it counts, folded on first use.
var (
	stockWords = []string{"लंबित", "लम्बित", "शेष", "अवशेष", "बकाया", "रिक्त", "उपलब्ध", "pending", "outstanding", "vacant", "remaining", "available"}
	totalWords = []string{"अब तक", "अबतक", "कुल", "so far", "till date", "cumulative", "total"}
)

// natureOf guesses what a figure counts from its words; a person may say otherwise.
func natureOf(said string) indicator.Nature {
	folded := " " + i18n.Fold(said) + " "
	has := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(folded, " "+i18n.Fold(w)+" ") })
	}
	switch {
	case has(stockWords):
		return indicator.Stock
	case has(totalWords):
		return indicator.Total
	}
	return indicator.Flow
}

// monthOf is the first day of the month of the sitting where a sentence speaks of this
// month, else 0: the beginning is not said.
func monthOf(sentence string, met calendar.Date) calendar.Date {
	folded := i18n.Fold(sentence)
	for _, w := range []string{"इस माह", "इस महीने", "चालू माह", "this month"} {
		if strings.Contains(folded, i18n.Fold(w)) {
			return met.AddDays(1 - met.Day())
		}
	}
	return 0
}

// named is an indicator of a pack with the folded words of its names.
type named struct {
	key   string
	name  i18n.Text
	words [][]string
}

// fit is the least share of an indicator's words that a text must hold to be offered it.
const fit = 0.6

// mostFits is how many indicators are offered for a figure.
const mostFits = 3

// indicators gives every indicator of the loaded packs.
func (s *Systems) indicators() []named {
	var list []named
	for _, p := range s.set.Packs {
		for i := range p.Indicators {
			x := &p.Indicators[i]
			n := named{key: p.Key + "." + x.Key, name: x.Name}
			for _, text := range []string{x.Name.Hi, x.Name.En} {
				words := slices.DeleteFunc(strings.Fields(i18n.Fold(text)), func(w string) bool { return len([]rune(w)) < 3 })
				if len(words) > 0 {
					n.words = append(n.words, words)
				}
			}
			list = append(list, n)
		}
	}
	return list
}

// fitting gives the indicators whose names a text speaks of, the nearest first.
func (s *Systems) fitting(text string) []string {
	type scored struct {
		key   string
		share float64
	}
	said := strings.Fields(i18n.Fold(text))
	var list []scored
	for _, n := range s.indicators() {
		best := 0.0
		for _, words := range n.words {
			met := 0
			for _, w := range words {
				met += boolInt(slices.Contains(said, w))
			}
			best = max(best, float64(met)/float64(len(words)))
		}
		if best >= fit {
			list = append(list, scored{n.key, best})
		}
	}
	slices.SortStableFunc(list, func(a, b scored) int { return cmp.Compare(b.share, a.share) })
	var keys []string
	for _, f := range list[:min(len(list), mostFits)] {
		keys = append(keys, f.key)
	}
	return keys
}

// indicatorName is what an indicator is called; nothing for a key that is none.
func (s *Systems) indicatorName(key string) i18n.Text {
	for _, n := range s.indicators() {
		if n.key == key {
			return n.name
		}
	}
	return i18n.Text{}
}
