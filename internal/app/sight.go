package app

import (
	"context"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// sight tells how much of a matter a person sees; what he covers or holds needs no query.
func (a *App) sight(ctx context.Context, o *office, who Actor, m *matter.Matter) (matter.Sight, error) {
	p := o.purview(who)
	if p.Covers(m) {
		return matter.Whole, nil
	}
	reached, err := a.reached(ctx, &p, m.Key.ID)
	return p.Has(m, reached[m.Key.ID]), err
}

// reached reads which of the purview's posts some matters were opened to.
func (a *App) reached(ctx context.Context, p *matter.Purview, ids ...record.ID) (map[record.ID][]matter.Reached, error) {
	if len(p.Posts) == 0 {
		return nil, nil
	}
	rows, err := a.db.Reader().Reach(ctx, p.District, ids, p.Posts)
	out := map[record.ID][]matter.Reached{}
	for _, r := range rows {
		out[r.Matter.ID] = append(out[r.Matter.ID], matter.Reached{Post: r.Post, Whole: r.Whole})
	}
	return out, err
}

// sights tells how much of each matter of a list a person sees, in one query at most.
func (a *App) sights(ctx context.Context, p *matter.Purview, list []store.Listed) ([]matter.Sight, error) {
	out := make([]matter.Sight, len(list))
	var ids []record.ID
	for i := range list {
		if out[i] = matter.Whole; !p.Covers(&list[i]) {
			out[i] = matter.Nothing
			ids = append(ids, list[i].Key.ID)
		}
	}
	if len(ids) == 0 {
		return out, nil
	}
	reached, err := a.reached(ctx, p, ids...)
	for i := range list {
		if out[i] == matter.Nothing {
			out[i] = p.Has(&list[i], reached[list[i].Key.ID])
		}
	}
	return out, err
}

// seenRows puts the matters of a list that a person sees into words; an outline has the
// name of its type in the place of its subject.
func (a *App) seenRows(ctx context.Context, o *office, who Actor, p *matter.Purview, list []store.Listed) ([]Row, error) {
	sights, err := a.sights(ctx, p, list)
	if err != nil {
		return nil, err
	}
	now := a.now()
	rows := make([]Row, 0, len(list))
	for i := range list {
		if sights[i] == matter.Nothing {
			continue
		}
		r := o.row(&list[i], now)
		if sights[i] == matter.Outline {
			r.Subject = r.TypeName.In(who.Lang)
		}
		rows = append(rows, r)
	}
	return rows, nil
}
