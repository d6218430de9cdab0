package app

import (
	"context"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// Exception is a matter that nobody can act on, and why.
type Exception struct {
	Row
	Why   string // vacant, no_superior, nobody
	Text  i18n.Text
	Since calendar.Instant
}

// exceptionsShown is how many a page shows.
const exceptionsShown = 200

// Exceptions lists what would otherwise be skipped in silence, among what the actor's post sees.
func (a *App) Exceptions(ctx context.Context, who Actor) ([]Exception, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return nil, err
	}
	found, err := a.db.Reader().Exceptions(ctx, who.District, 0, exceptionsShown)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	ids := make([]record.ID, len(found))
	for i := range found {
		ids[i] = found[i].Matter.ID
	}
	matters, err := a.db.Reader().Matters(ctx, who.District, ids)
	if err != nil {
		return nil, err
	}
	byID := map[record.ID]*matter.Matter{}
	for i := range matters {
		byID[matters[i].Key.ID] = &matters[i]
	}
	w, now := a.world(o, who), a.now()
	var list []Exception
	for _, f := range found {
		m := byID[f.Matter.ID]
		if m == nil {
			continue
		}
		w.Matters = byID
		if sightIn(w, m, o.postsHeld(who, o.day)) == matter.Nothing {
			continue
		}
		list = append(list, Exception{Row: o.row(m, now), Why: f.Why, Text: f.Text, Since: f.Since})
	}
	return list, nil
}
