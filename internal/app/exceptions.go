package app

import (
	"context"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
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
	found, err := a.db.Reader().Exceptions(ctx, o.scope(who, o.day), exceptionsShown)
	list, now := make([]Exception, len(found)), a.now()
	for i := range found {
		f := &found[i]
		list[i] = Exception{Row: o.row(&f.Row, now), Why: f.Why, Text: f.Text, Since: f.Since}
	}
	return list, err
}
