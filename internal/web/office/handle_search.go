package office

import (
	"net/http"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/web"
)

// How many names a search offers, how many of these with their matters, and how many matters of each.
const (
	mostNamed     = 5
	mostNamedOpen = 2
	openOfNamed   = 3
)

func (d *Desk) search(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	page := &Search{Query: strings.TrimSpace(r.FormValue("q"))}
	if page.Query == "" {
		return d.kit.Render(w, r, http.StatusOK, page)
	}
	before := r.FormValue("before")
	if before == "" {
		if err := d.searchNames(r, who, page); err != nil {
			return err
		}
	}
	found, err := d.app.Search(r.Context(), who, page.Query, before, listPage)
	if err != nil {
		return err
	}
	for _, h := range found.Hits {
		page.Hits = append(page.Hits, Hit{Kind: h.TypeName.In(who.Lang), Title: matches(h.Title), Href: web.Path("matters", h.Key), Number: matches(h.Count),
			Standing: standing(h.Row), Note: h.Holder.Name.In(who.Lang), Text: matches(h.Text), Where: matches(h.Where)})
	}
	page.Found, page.Later, page.Near = len(page.Hits), before != "", found.Near
	page.Forms = otherForms(page)
	if found.Next != "" {
		page.Capped, page.Next = true, web.With("/search", "q", page.Query, "before", found.Next)
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

// searchNames offers what the query names; what it names outright comes with its open matters.
func (d *Desk) searchNames(r *http.Request, who app.Actor, page *Search) error {
	found, err := d.app.Find(r.Context(), who, page.Query, mostNamed)
	if err != nil {
		return err
	}
	for i, f := range found {
		if !f.Met || !f.Whole && found[0].Whole {
			break
		}
		named := namedHit(who.Lang, f)
		if f.Whole && i < mostNamedOpen && f.Filter != "" {
			list, err := d.app.Matters(r.Context(), who, filterBy(f, openOfNamed))
			if err != nil {
				return err
			}
			for _, row := range list.Rows {
				named.Open = append(named.Open, matterRow(who.Lang, row))
			}
		}
		page.Named = append(page.Named, named)
	}
	return nil
}

func filterBy(f app.Found, limit int) app.Filter {
	by := app.Filter{Limit: limit}
	switch f.Filter {
	case "holder":
		by.Holder = f.Key
	case "block":
		by.Block = f.Key
	case "place":
		by.Place = f.Key
	case "department":
		by.Department = f.Key
	}
	return by
}

func namedHit(l i18n.Lang, f app.Found) NamedHit {
	h := NamedHit{Name: f.Name.In(l), Note: f.Note.In(l), Href: "/matters"}
	switch f.Kind {
	case record.Post:
		h.Kind = i18n.Text{Hi: "पद", En: "Post"}.In(l)
	case record.Place:
		h.Kind = i18n.Text{Hi: "स्थान", En: "Place"}.In(l)
	case record.Department:
		h.Kind = i18n.Text{Hi: "विभाग", En: "Department"}.In(l)
	}
	if f.Filter != "" {
		h.Href = web.With("/matters", f.Filter, f.Key)
	}
	return h
}

func matches(list []app.Marked) []Match {
	var out []Match
	for _, m := range list {
		out = append(out, Match(m))
	}
	return out
}

// otherForms gives the marked words that are not as they were typed, each once.
func otherForms(page *Search) []string {
	const most = 8
	seen := map[string]bool{}
	for w := range strings.FieldsSeq(i18n.Fold(page.Query)) {
		seen[w] = true
	}
	var list []string
	for _, h := range page.Hits {
		for _, run := range [][]Match{h.Title, h.Text, h.Where} {
			for _, m := range run {
				if key := i18n.Fold(m.Text); m.Hit && !seen[key] && len(list) < most {
					seen[key] = true
					list = append(list, m.Text)
				}
			}
		}
	}
	return list
}
