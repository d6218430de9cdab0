package app

import (
	"cmp"
	"context"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
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

// Today reads the district by department, block or post from the tallies, with what
// happened in seven days, in two queries.
func (a *App) Today(ctx context.Context, who Actor, by string) (Today, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return Today{}, err
	}
	view, table, err := a.stand(ctx, o, who, by)
	if err != nil {
		return Today{}, err
	}
	flows, err := a.db.Reader().Flows(ctx, store.FlowWant{District: o.district, By: table.want.By, Keys: table.want.Keys, Class: table.want.Class,
		From: view.From, To: o.day})
	for _, f := range flows {
		table.row(table.of(f.Key)).flowed(f.What, f.N)
		view.Total.flowed(f.What, f.N)
	}
	view.Rows = table.sorted()
	return view, err
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
	ahead, err := a.db.Reader().Ahead(ctx, store.AheadWant{Scope: o.scope(who, o.day), Post: who.Post, From: o.day.AddDays(1-issueBy).At(0, 0),
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
	by   store.Grain
	want store.StandingWant
	of   func(record.ID) record.ID // the row to which a cell's key belongs
	rows map[record.ID]*TodayRow
}

func (t *todayTable) row(id record.ID) *TodayRow {
	if t.rows[id] == nil {
		t.rows[id] = &TodayRow{Named: t.o.named(t.by, id)}
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
	t := &todayTable{o: o, by: grain, rows: map[record.ID]*TodayRow{}}
	t.want, t.of = o.standings(who, grain, now)
	standings, err := a.db.Reader().Standings(ctx, t.want)
	for i := range standings {
		s := &standings[i]
		t.row(t.of(s.Key)).Counts.add(s)
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
