package app

import (
	"context"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// Found is a post, place or department offered for what was typed.
type Found struct {
	Named
	Kind   record.Kind
	Note   i18n.Text // what tells it apart: the department of a post, the parent of a place
	Met    bool      // every word typed is a word of the name, another form of one, or its beginning
	Whole  bool      // what was typed is its whole name or short form, in whatever script
	Filter string    // the word of Filter by which its matters are listed; "" is every matter
}

// Find offers posts, places or departments for words of either script; no kinds means all three.
func (a *App) Find(ctx context.Context, who Actor, text string, n int, kinds ...record.Kind) ([]Found, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return nil, err
	}
	if len(kinds) == 0 {
		kinds = []record.Kind{record.Post, record.Place, record.Department}
	}
	var list []Found
	for _, m := range o.org.Find(text, n, o.day, kinds...) {
		f := Found{Named: Named{ID: m.ID, Key: m.Key, Name: m.Name}, Kind: m.Kind, Met: m.Met, Whole: m.Named, Filter: "department"}
		switch m.Kind {
		case record.Post:
			f.Filter = "holder"
			if p := o.org.Post(m.ID); p != nil {
				f.Note = o.department(p.Department).Name
			}
		case record.Place:
			f.Filter = o.placeFilter(m.ID)
			if p := o.org.Place(m.ID); p != nil {
				f.Note = o.place(p.Parent).Name
			}
		}
		list = append(list, f)
	}
	return list, nil
}

// placeFilter names the filter that lists the matters of a place: a block with all below it, the district whole.
func (o *office) placeFilter(id record.ID) string {
	switch id {
	case o.root:
		return ""
	case o.org.BlockOf(id):
		return "block"
	}
	return "place"
}

// Departments lists the district's departments, for filters.
func (a *App) Departments(ctx context.Context, who Actor) ([]Named, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return nil, err
	}
	var list []Named
	for _, d := range o.org.Rows().Departments {
		list = append(list, Named{ID: d.ID, Key: d.Key, Name: d.Name})
	}
	return list, nil
}

// NameOf gives the name behind a key of a post, place or department, and of having none.
func (a *App) NameOf(ctx context.Context, who Actor, kind record.Kind, key string) (i18n.Text, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return i18n.Text{}, err
	}
	grain := map[record.Kind]store.Grain{record.Post: store.ByPost, record.Place: store.ByBlock, record.Department: store.ByDepartment}[kind]
	id := o.org.ByKey(kind, key)
	if id == 0 && key != Nothing {
		return i18n.Text{}, nil
	}
	return o.named(grain, id).Name, nil
}
