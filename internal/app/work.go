package app

import (
	"context"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/store"
)

// Counts is how many open matters stand how: late, else silent, else due soon, else in
// time. The four add up to Open.
type Counts struct {
	Open, Late, Soon, Silent, OnTime int64
	Reported                         int64 // said to be done, to be checked; counted above too
	Oldest                           calendar.Date
}

// Work is what a person owes, most urgent first.
type Work struct {
	List
	Counts
	Posts  []Named     // in which the work is owed
	Offers []OfferView // on the first page: what waits to be signed or set aside
}

// MyWork reads one page of what the person owes in all posts held today.
func (a *App) MyWork(ctx context.Context, who Actor, after string, limit int) (Work, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return Work{}, err
	}
	now := a.now()
	posts := o.postsHeld(who, o.day)
	got, err := a.db.Reader().MyWork(ctx, who.District, posts, o.lateBefore(now), o.lateBefore(now).AddDays(soonDays), after, limit)
	if err != nil {
		return Work{}, err
	}
	w := Work{List: List{Rows: o.rows(got.Matters, now), Next: got.Next, AsOn: now}}
	for _, s := range got.Standings {
		w.Counts.add(&s)
	}
	w.Total = int(w.Open)
	if after == "" {
		if w.Offers, err = a.offersBefore(ctx, o, posts, now); err != nil {
			return Work{}, err
		}
	}
	for _, p := range posts {
		w.Posts = append(w.Posts, o.post(p))
	}
	return w, nil
}

func (c *Counts) add(s *store.Standing) {
	c.Open += s.Open
	c.Late += s.Late
	c.Soon += s.Soon
	c.Silent += s.Silent
	c.OnTime += s.Open - s.Late - s.Soon - s.Silent
	c.Reported += s.Reported
	if s.Oldest != 0 && (c.Oldest == 0 || s.Oldest < c.Oldest) {
		c.Oldest = s.Oldest
	}
}
