package app

import (
	"context"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
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

// Exceptions lists what would otherwise be skipped in silence, among what the actor's post
// sees, in one query.
func (a *App) Exceptions(ctx context.Context, who Actor) ([]Exception, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return nil, err
	}
	p := o.purview(who)
	found, err := a.db.Reader().Exceptions(ctx, p, exceptionsShown)
	if err != nil {
		return nil, err
	}
	matters := make([]store.Listed, len(found))
	for i := range found {
		matters[i] = found[i].Row
	}
	rows, err := a.seenRows(ctx, o, who, &p, matters)
	if err != nil {
		return nil, err
	}
	byID := map[record.ID]Row{}
	for _, r := range rows {
		byID[r.Key.ID] = r
	}
	var list []Exception
	for _, f := range found {
		if r, seen := byID[f.Matter.ID]; seen {
			list = append(list, Exception{Row: r, Why: f.Why, Text: f.Text, Since: f.Since})
		}
	}
	return list, nil
}
