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
	want := o.standings(who, grain, now)
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
		at(s.Key).Counts.add(&s)
		view.Total.Counts.add(&s)
	}
	for _, f := range flows {
		at(f.Key).flowed(f.What, f.N)
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

// standings narrows the tallies to what the actor's post may see. A tally knows one grain,
// so a post that sees some departments reads those, and one that sees some blocks those.
func (o *office) standings(who Actor, by store.Grain, now calendar.Instant) store.StandingWant {
	s := o.scope(who, o.day)
	want := store.StandingWant{District: o.district, By: by, Class: s.Class, Today: o.lateBefore(now), Warn: o.lateBefore(now).AddDays(soonDays)}
	switch by {
	case store.ByDepartment:
		want.Keys = s.Departments
	case store.ByBlock:
		for _, area := range s.Areas {
			if area.Block != 0 {
				want.Keys = append(want.Keys, area.Block)
			}
		}
	case store.ByPost:
		want.Keys = s.Posts
		if s.All && len(s.Departments) == 0 {
			want.Keys = nil
		}
	}
	if !s.All && by == store.ByDepartment || len(s.Departments) > 0 && by == store.ByBlock {
		// Places within a department, or the reverse, are cut by neither grain alone: the
		// posts below are added up instead.
		want.Keys = append(want.Keys, -1)
	}
	return want
}
