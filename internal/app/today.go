package app

import (
	"cmp"
	"context"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/org"
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

// Today reads the district by department, block or post: exactly what the actor's lists
// show, with what happened in seven days, in two queries.
func (a *App) Today(ctx context.Context, who Actor, by string) (Today, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return Today{}, err
	}
	view, table, err := a.stand(ctx, o, who, by)
	if err != nil {
		return Today{}, err
	}
	happened, of := o.happened(&table.want.Scope, table.want.By)
	flows, err := a.db.Reader().Flows(ctx, happened)
	for _, f := range flows {
		table.row(of(f.Key)).flowed(f.What, f.N)
		view.Total.flowed(f.What, f.N)
	}
	view.Rows = table.sorted()
	return view, err
}

// Standing reads how everything open stands by department or block, in one query.
func (a *App) Standing(ctx context.Context, who Actor, by string) (Today, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return Today{}, err
	}
	view, table, err := a.stand(ctx, o, who, by)
	if err != nil {
		return Today{}, err
	}
	view.Rows = table.sorted()
	return view, nil
}

// Chair is the page of who leads: the district today, and what waits for this post.
type Chair struct {
	Today
	Checks   []Check
	Excepted int       // matters that nobody can act on
	Why      i18n.Text // of the first of them
	Coming   []MeetingRow
}

// Check is a matter that the post must check.
type Check struct {
	Key     record.Key
	Subject string
	Asked   Named
}

// checksRead is how many reported matters are looked through for the chair's page.
const checksRead = 100

// Chair reads the chair's page in two queries: the tallies, and the three short lists.
func (a *App) Chair(ctx context.Context, who Actor, by string) (Chair, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return Chair{}, err
	}
	var view Chair
	var table *todayTable
	if view.Today, table, err = a.stand(ctx, o, who, by); err != nil {
		return Chair{}, err
	}
	view.Rows = table.sorted()
	ahead, err := a.db.Reader().Ahead(ctx, store.AheadWant{Scope: table.want.Scope, Post: who.Post, From: o.day.AddDays(1-issueBy).At(0, 0),
		Reported: checksRead, Excepted: exceptionsShown, Sittings: sessionsMost})
	if err != nil {
		return Chair{}, err
	}
	for _, r := range ahead.Reported {
		view.Checks = append(view.Checks, Check{r.Key, r.Subject, o.post(r.Asked)})
	}
	view.Excepted, view.Why = ahead.Excepted, ahead.Why
	view.Coming, err = o.coming(who, ahead.Sittings)
	return view, err
}

// comingShown is how many sittings stand on the chair's page.
const comingShown = 5

func (o *office) coming(who Actor, rows []store.Sitting) ([]MeetingRow, error) {
	var list []MeetingRow
	for i := range rows {
		s, err := sittingOf(rows[i])
		if err != nil {
			return nil, err
		}
		if m := o.meetingRow(s); m.coming(o.day) && o.seesSitting(who, s) {
			if list = append(list, m); len(list) == comingShown {
				break
			}
		}
	}
	return list, nil
}

// todayTable gathers cells into the rows of the district's table.
type todayTable struct {
	o    *office
	want store.StandingWant
	rows map[record.ID]*TodayRow
}

func (t *todayTable) row(id record.ID) *TodayRow {
	if t.rows[id] == nil {
		t.rows[id] = &TodayRow{Named: t.o.named(t.want.By, id)}
	}
	return t.rows[id]
}

// sorted gives the rows, most late first.
func (t *todayTable) sorted() []TodayRow {
	list := make([]TodayRow, 0, len(t.rows))
	for _, r := range t.rows {
		list = append(list, *r)
	}
	slices.SortFunc(list, func(x, y TodayRow) int {
		return cmp.Or(cmp.Compare(y.Late, x.Late), cmp.Compare(y.Silent, x.Silent), cmp.Compare(y.Open, x.Open), cmp.Compare(x.Name.Hi, y.Name.Hi))
	})
	return list
}

// stand reads how everything open stands, in one query.
func (a *App) stand(ctx context.Context, o *office, who Actor, by string) (Today, *todayTable, error) {
	grain := store.ParseGrain(by)
	if grain == 0 {
		by, grain = "department", store.ByDepartment
	}
	now := a.now()
	view := Today{By: by, From: o.day.AddDays(-6), AsOn: now}
	t := &todayTable{o: o, rows: map[record.ID]*TodayRow{}}
	t.want = store.StandingWant{Scope: o.purview(who), By: grain, Today: o.lateBefore(now), Warn: o.lateBefore(now).AddDays(soonDays)}
	standings, err := a.db.Reader().Standings(ctx, t.want)
	for i := range standings {
		s := &standings[i]
		t.row(s.Key).Counts.add(s)
		view.Total.Counts.add(s)
	}
	return view, t, err
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

// happened narrows the flows to what the actor may see, and says to which row of the table
// a cell belongs. A flow knows one key: departments do for who sees the whole district,
// blocks for who sees all departments. Whoever sees some departments of some places reads
// what the posts there did, each counted for its department or block.
func (o *office) happened(p *matter.Purview, by store.Grain) (store.FlowWant, func(record.ID) record.ID) {
	want := store.FlowWant{District: o.district, By: by, Class: record.Office, From: o.day.AddDays(-6), To: o.day}
	itself := func(id record.ID) record.ID { return id }
	if len(p.Charges) == 1 {
		switch c := &p.Charges[0]; {
		case by == store.ByDepartment && c.All:
			want.Keys = c.Departments
			return want, itself
		case by == store.ByBlock && len(c.Departments) == 0 && wholeBlocks(c.Areas):
			for _, area := range c.Areas {
				want.Keys = append(want.Keys, area.Block)
			}
			return want, itself
		case by == store.ByPost && c.All && len(c.Departments) == 0:
			return want, itself
		}
	}
	want.By, want.Keys = store.ByPost, o.postsCovered(p)
	if by == store.ByPost {
		return want, itself
	}
	return want, func(post record.ID) record.ID {
		at := o.org.Post(post)
		switch {
		case at == nil:
			return 0
		case by == store.ByDepartment:
			return at.Department
		}
		return o.org.BlockOf(at.Place)
	}
}

// wholeBlocks reports areas that are blocks and nothing besides.
func wholeBlocks(areas []org.Area) bool {
	return !slices.ContainsFunc(areas, func(a org.Area) bool { return a.Block == 0 || a.Place != 0 })
}

// postsCovered are the posts that lie in the places and departments of a purview, and its
// own; never none, so that nothing is not taken for everything.
func (o *office) postsCovered(p *matter.Purview) []record.ID {
	posts := append([]record.ID{-1}, p.Posts...)
	for _, at := range o.org.Rows().Posts {
		block := o.org.BlockOf(at.Place)
		covered := slices.ContainsFunc(p.Charges, func(c matter.Charge) bool { return c.Holds(block, at.Place, at.Department) })
		if covered && !slices.Contains(posts, at.ID) {
			posts = append(posts, at.ID)
		}
	}
	return posts
}
