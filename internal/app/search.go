package app

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// Searched is a page of matters found by their words, the nearest first.
type Searched struct {
	Hits []SearchHit
	Next string   // cursor; "" at the end
	Near []string // where nothing was found, questions that find something
	AsOn calendar.Instant
}

// SearchHit is a matter found, with what was asked for marked in its words.
type SearchHit struct {
	Row
	Title []Marked // the subject
	Text  []Marked // words of the detail around what was found there and not in the subject
	Where []Marked // holder and place, where only these or the number were found
	Count []Marked // the number
}

// Marked is a run of text; Hit marks a word that was asked for.
type Marked struct {
	Text string
	Hit  bool
}

// Search finds matters by words of either script among what the actor sees whole: words are no part of an outline. As typed
// first, then other forms and the other script, then careless spellings, the newest first among each. The index narrows by
// the words of who may find a text; what it gives is held against the purview once more, as the matters now stand.
func (a *App) Search(ctx context.Context, who Actor, query, after string, limit int) (Searched, error) {
	out := Searched{AsOn: a.now()}
	o, err := a.office(ctx, who.District)
	if err != nil {
		return out, err
	}
	if limit < 1 || limit > 500 {
		limit = 25
	}
	p := o.purview(who)
	p.Whole = true
	want, any := searchWant(&p, i18n.NFC(query))
	if !any {
		return out, nil
	}
	if err := a.searchFill(ctx, o, who, &p, want, &out, after, limit); err != nil || len(out.Hits) > 0 || after != "" {
		return out, err
	}
	const offered = 4
	near, err := a.db.Reader().SearchNear(ctx, want, offered)
	for _, q := range near {
		var found Searched
		want.Query = q + " "
		if err := a.searchFill(ctx, o, who, &p, want, &found, "", 1); err != nil {
			return out, err
		}
		if len(found.Hits) > 0 {
			out.Near = append(out.Near, q)
		}
	}
	return out, err
}

// searchFill reads on until a page has as many hits as it may have, or there are no more.
func (a *App) searchFill(ctx context.Context, o *office, who Actor, p *matter.Purview, want store.SearchWant, out *Searched, after string, limit int) error {
	for want.After = after; ; want.After = out.Next {
		want.Limit = limit - len(out.Hits)
		page, err := a.db.Reader().Search(ctx, want)
		if err != nil {
			return err
		}
		out.Next = page.Next
		found, err := a.seenWhole(ctx, p, page.IDs)
		if err != nil {
			return err
		}
		for _, m := range found {
			out.Hits = append(out.Hits, o.searchHit(m, out.AsOn, who.Lang, page.Words))
		}
		if page.Next == "" || len(out.Hits) >= limit {
			return nil
		}
	}
}

// seenWhole reads those of some matters that are seen whole, in the order given.
func (a *App) seenWhole(ctx context.Context, p *matter.Purview, ids []record.ID) ([]*matter.Matter, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	found, err := a.db.Reader().Matters(ctx, p.District, ids)
	if err != nil {
		return nil, err
	}
	sights, err := a.sights(ctx, p, found)
	if err != nil {
		return nil, err
	}
	byID := map[record.ID]*matter.Matter{}
	for i := range found {
		if sights[i] == matter.Whole {
			byID[found[i].Key.ID] = &found[i]
		}
	}
	var list []*matter.Matter
	for _, id := range ids {
		if m := byID[id]; m != nil {
			list = append(list, m)
		}
	}
	return list, nil
}

func (o *office) searchHit(m *matter.Matter, now calendar.Instant, l i18n.Lang, words []string) SearchHit {
	h := SearchHit{Row: o.row(m, now)}
	var in, more map[string]bool
	h.Title, in = lit(m.Subject, words)
	detail, more := lit(m.Detail, words)
	if slices.ContainsFunc(words, func(w string) bool { return more[w] && !in[w] }) {
		h.Text = around(detail)
	}
	if len(in)+len(more) == 0 {
		h.Where, _ = lit(h.Holder.Name.In(l)+" · "+h.Place.Name.In(l), words)
	}
	_, whole := slices.BinarySearch(words, i18n.Fold(strings.Join(strings.FieldsFunc(m.Number, func(r rune) bool { return r == '-' || r == '/' }), "")))
	if h.Count, _ = lit(m.Number, words); whole {
		h.Count = []Marked{{m.Number, true}}
	}
	return h
}

// lit cuts a text at the words asked for and says which of these it has.
func lit(text string, words []string) ([]Marked, map[string]bool) {
	var out []Marked
	has := map[string]bool{}
	for piece, isWord := range i18n.Pieces(text) {
		hit := false
		if isWord {
			for w := range strings.FieldsSeq(i18n.Fold(piece)) {
				if _, found := slices.BinarySearch(words, w); found {
					hit, has[w] = true, true
				}
			}
		}
		if n := len(out); n > 0 && !hit && !out[n-1].Hit {
			out[n-1].Text += piece
			continue
		}
		out = append(out, Marked{piece, hit})
	}
	return out, has
}

// around keeps of a marked text what stands beside the first words found, cut at words.
func around(text []Marked) []Marked {
	const beside, most = 60, 3
	var out []Marked
	hits := 0
	for i, m := range text {
		switch {
		case m.Hit:
			hits++
			out = append(out, m)
		case hits == 0:
			out = append(out[:0], Marked{Text: tail(m.Text, beside)})
		case hits == most || i == len(text)-1:
			return append(out, Marked{Text: head(m.Text, beside)})
		case utf8.RuneCountInString(m.Text) > 2*beside:
			out = append(out, Marked{Text: head(m.Text, beside) + tail(m.Text, beside)})
		default:
			out = append(out, m)
		}
	}
	return out
}

func head(s string, runes int) string {
	if utf8.RuneCountInString(s) <= runes {
		return s
	}
	s = string([]rune(s)[:runes])
	return s[:max(0, strings.LastIndexByte(s, ' '))] + " …"
}

func tail(s string, runes int) string {
	n := utf8.RuneCountInString(s)
	if n <= runes {
		return s
	}
	_, s, _ = strings.Cut(string([]rune(s)[n-runes:]), " ")
	return "… " + s
}
