package app

import (
	"cmp"
	"context"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// TodayRow is one department, block or post of the district's table.
type TodayRow struct {
	Named
	Counts
	Opened, Closed, Extended, Returned int64 // in the last seven days
}

// Today is the chair's page: how everything open stands, and who lags.
type Today struct {
	By    string
	Rows  []TodayRow // most late first
	Total TodayRow   // adds up to the rows
	From  calendar.Date
	AsOn  calendar.Instant
}

// Today reads the district by department, block or post from the tallies, in two queries.
func (a *App) Today(ctx context.Context, who Actor, by string) (Today, error) {
	grain := store.ParseGrain(by)
	if grain == 0 {
		by, grain = "department", store.ByDepartment
	}
	o, err := a.office(ctx, who.District)
	if err != nil {
		return Today{}, err
	}
	now := a.now()
	from := o.day.AddDays(-6)
	want, of := o.standings(who, grain, now)
	standings, flows, err := a.db.Reader().Today(ctx, want, from, o.day)
	if err != nil {
		return Today{}, err
	}
	view := Today{By: by, From: from, AsOn: now}
	rows := map[record.ID]*TodayRow{}
	at := func(id record.ID) *TodayRow {
		if rows[id] == nil {
			rows[id] = &TodayRow{Named: o.named(grain, id)}
		}
		return rows[id]
	}
	for _, s := range standings {
		at(of(s.Key)).Counts.add(&s)
		view.Total.Counts.add(&s)
	}
	for _, f := range flows {
		at(of(f.Key)).flowed(f.What, f.N)
		view.Total.flowed(f.What, f.N)
	}
	for _, r := range rows {
		view.Rows = append(view.Rows, *r)
	}
	slices.SortFunc(view.Rows, func(x, y TodayRow) int {
		return cmp.Or(cmp.Compare(y.Late, x.Late), cmp.Compare(y.Silent, x.Silent), cmp.Compare(y.Open, x.Open), cmp.Compare(x.Name.Hi, y.Name.Hi))
	})
	return view, nil
}

func (r *TodayRow) flowed(what string, n int64) {
	switch what {
	case "opened":
		r.Opened += n
	case "closed":
		r.Closed += n
	case "extended":
		r.Extended += n
	case "returned":
		r.Returned += n
	}
}

// standings narrows the tallies to what the actor's post may see, and says to which row of
// the table a cell belongs. A tally knows one grain: departments do for who sees the whole
// district, blocks for who sees all departments. Whoever sees some departments of some
// places reads the cells of the posts there, each counted for its department or block.
func (o *office) standings(who Actor, by store.Grain, now calendar.Instant) (store.StandingWant, func(record.ID) record.ID) {
	s := o.scope(who, o.day)
	want := store.StandingWant{District: o.district, By: by, Class: s.Class, Today: o.lateBefore(now), Warn: o.lateBefore(now).AddDays(soonDays)}
	itself := func(id record.ID) record.ID { return id }
	switch {
	case by == store.ByDepartment && s.All:
		want.Keys = s.Departments
		return want, itself
	case by == store.ByBlock && len(s.Departments) == 0 && (s.All || wholeBlocks(s.Areas)):
		for _, area := range s.Areas {
			want.Keys = append(want.Keys, area.Block)
		}
		return want, itself
	case by == store.ByPost && s.All && len(s.Departments) == 0:
		return want, itself
	}
	want.By, want.Keys = store.ByPost, o.postsCovered(who)
	if by == store.ByPost {
		return want, itself
	}
	return want, func(post record.ID) record.ID {
		p := o.org.Post(post)
		switch {
		case p == nil:
			return 0
		case by == store.ByDepartment:
			return p.Department
		}
		return o.org.BlockOf(p.Place)
	}
}

// wholeBlocks reports areas that are blocks and nothing besides.
func wholeBlocks(areas []store.Area) bool {
	return !slices.ContainsFunc(areas, func(a store.Area) bool { return a.Block == 0 || a.Place != 0 })
}

// postsCovered are the posts that lie in the places and departments of the actor's post,
// and those the person holds; never none, so that nothing is not taken for everything.
func (o *office) postsCovered(who Actor) []record.ID {
	posts := append([]record.ID{-1}, o.postsHeld(who, o.day)...)
	cover := o.org.Covers(who.Post)
	for _, p := range o.org.Rows().Posts {
		if cover.Has(o.org.Path(p.Place), p.Department) && !slices.Contains(posts, p.ID) {
			posts = append(posts, p.ID)
		}
	}
	return posts
}
