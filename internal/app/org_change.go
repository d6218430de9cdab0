package app

import (
	"context"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
)

// Posting puts a person into a post from a day on, by an order. Whoever held the post substantively is relieved the day before.
type Posting struct {
	Post       record.ID
	Person     org.Person // with its id, or a new person with id 0
	From       calendar.Date
	Order      string
	Additional bool
}

// PostOfficer makes a posting; in an additional charge nobody is relieved.
func (a *App) PostOfficer(ctx context.Context, who Actor, p Posting) error {
	_, err := a.ChangeOrg(ctx, who, "post", func(o *org.Org, id func() record.ID) (org.Rows, error) {
		if o.Post(p.Post) == nil {
			return org.Rows{}, fault.New(fault.NotFound, "org.unknown_post_or_person")
		}
		var rows org.Rows
		if p.Person.ID == 0 {
			p.Person.ID = id()
			rows.Persons = []org.Person{p.Person}
		}
		kind := org.Substantive
		if p.Additional {
			kind = org.Additional
		} else if old := standing(o, p.Post, p.From); old != nil {
			old.To = p.From - 1
			rows.Tenures = append(rows.Tenures, *old)
		}
		rows.Tenures = append(rows.Tenures, org.Tenure{ID: id(), Post: p.Post, Person: p.Person.ID, Kind: kind, From: p.From, Order: p.Order})
		return rows, nil
	})
	return err
}

// standing gives the substantive tenure that runs into a day, nil at a desk, which many hold at once.
func standing(o *org.Org, post record.ID, day calendar.Date) *org.Tenure {
	h := o.Holder(post, day)
	if h.Vacant || h.Kind != org.Substantive || o.Post(post).Desk {
		return nil
	}
	for _, t := range o.TenuresOf(h.Person) {
		if t.Post == post && t.Kind == org.Substantive && org.On(day, t.From, t.To) && t.From < day {
			return &t
		}
	}
	return nil
}

// RelieveOfficer ends a tenure with its last day; the post is vacant or in another's charge afterwards.
func (a *App) RelieveOfficer(ctx context.Context, who Actor, tenure record.ID, last calendar.Date) error {
	_, err := a.ChangeOrg(ctx, who, "relieve", func(o *org.Org, _ func() record.ID) (org.Rows, error) {
		for _, t := range o.Rows().Tenures {
			if t.ID == tenure {
				t.To = last
				return org.Rows{Tenures: []org.Tenure{t}}, nil
			}
		}
		return org.Rows{}, fault.New(fault.NotFound, "org.unknown_post_or_person")
	})
	return err
}

// Delegating hands named acts of the actor's own post to the holder of another, for at most 90 days.
type Delegating struct {
	Taker    record.ID
	Person   record.ID
	Acts     []string
	From, To calendar.Date
	Reason   string
}

// DelegateActs gives a delegation from the actor's post; it is never given in another's stead.
func (a *App) DelegateActs(ctx context.Context, who Actor, d Delegating) error {
	_, err := a.ChangeOrg(ctx, who, "delegate", func(_ *org.Org, id func() record.ID) (org.Rows, error) {
		return org.Rows{Delegations: []org.Delegation{{ID: id(), Giver: who.Post, Taker: d.Taker, Person: d.Person, Acts: d.Acts, From: d.From, To: d.To, Reason: d.Reason}}}, nil
	})
	return err
}

// EndDelegation takes a delegation of the actor's post back with its last day.
func (a *App) EndDelegation(ctx context.Context, who Actor, delegation record.ID, last calendar.Date) error {
	_, err := a.ChangeOrg(ctx, who, "undelegate", func(o *org.Org, _ func() record.ID) (org.Rows, error) {
		for _, d := range o.Rows().Delegations {
			if d.ID == delegation && d.Giver == who.Post {
				d.To = last
				return org.Rows{Delegations: []org.Delegation{d}}, nil
			}
		}
		return org.Rows{}, fault.New(fault.NotFound, "org.unknown_post_or_person")
	})
	return err
}

// VestPower gives a named power of the actor's own post to another post, by an order.
func (a *App) VestPower(ctx context.Context, who Actor, post record.ID, power string, from calendar.Date, order string) error {
	_, err := a.ChangeOrg(ctx, who, "vest", func(_ *org.Org, id func() record.ID) (org.Rows, error) {
		return org.Rows{Powers: []org.Power{{ID: id(), Post: post, Name: power, From: from, Order: order}}}, nil
	})
	return err
}
