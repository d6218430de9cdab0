package app

import (
	"context"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// OfferView is a draft that waits before a post: what would be asked of whom, if it signs.
type OfferView struct {
	ID      record.ID
	Ask     string
	Name    i18n.Text
	Subject string
	Before  Named
	To      Named
	At      calendar.Instant
	Matter  Row // where it was offered
}

// signer is the post of a person before which a draft lies that he signs or sets aside, 0
// for every other act.
func (o *office) signer(who Actor, m *matter.Matter, c matter.Command) record.ID {
	if c.Act != "sign_offer" && c.Act != "set_aside" {
		return 0
	}
	for _, d := range m.OpenOffers() {
		if (c.Pick == 0 || c.Pick == d.ID) && slices.Contains(o.postsHeld(who, o.day), d.Before) {
			return d.Before
		}
	}
	return 0
}

// offersShown is how many drafts before a person a list shows at most.
const offersShown = 50

// offers gives those of a matter.
func (o *office) offers(t *matter.Type, m *matter.Matter) []OfferView {
	var list []OfferView
	for _, d := range m.OpenOffers() {
		v := OfferView{ID: d.ID, Ask: d.Ask, Subject: d.Subject, Before: o.post(d.Before), To: o.post(d.To), At: d.At}
		if sc := t.Scope(); sc != nil {
			v.Name = sc.Asks[d.Ask].Name
		}
		list = append(list, v)
	}
	return list
}

// Offers gives the drafts that wait before any post the person holds.
func (a *App) Offers(ctx context.Context, who Actor) ([]OfferView, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return nil, err
	}
	return a.offersBefore(ctx, o, o.postsHeld(who, o.day), a.now())
}

// offersBefore gives the drafts that wait before any of the posts, with the matters they
// came out of, in two queries.
func (a *App) offersBefore(ctx context.Context, o *office, posts []record.ID, now calendar.Instant) ([]OfferView, error) {
	if !o.types.Offering() {
		return nil, nil
	}
	offers, err := a.db.Reader().OffersBefore(ctx, o.district, posts, offersShown)
	if err != nil || len(offers) == 0 {
		return nil, err
	}
	var ids []record.ID
	for _, d := range offers {
		ids = append(ids, d.Matter.ID)
	}
	found, err := a.db.Reader().Matters(ctx, o.district, ids)
	if err != nil {
		return nil, err
	}
	at := map[record.ID]*matter.Matter{}
	for i := range found {
		at[found[i].Key.ID] = &found[i]
	}
	var list []OfferView
	for _, d := range offers {
		m := at[d.Matter.ID]
		if m == nil {
			continue
		}
		t := o.types.Get(m.Type, m.Revision)
		for _, v := range o.offers(t, m) {
			if v.ID == d.ID {
				v.Matter = o.row(m, now)
				list = append(list, v)
			}
		}
	}
	return list, nil
}
