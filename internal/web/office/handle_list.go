package office

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/web"
)

const listPage = 50

func (d *Desk) listRoutes() []route {
	return slices.Concat(tables("/matters", d.mattersTable), []route{
		{"GET /matters", signedIn, d.matters},
		{"GET /search", signedIn, d.search},
		{"GET /pick/{kind}", signedIn, d.pick},
	})
}

// today is the chair's page.
func (d *Desk) today(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	by := "department"
	if r.URL.Query().Get("by") == "block" {
		by = "block"
	}
	t, err := d.app.Chair(r.Context(), who, by)
	if err != nil {
		return err
	}
	l := who.Lang
	page := &Today{Base: web.Base{Room: web.RoomToday, AsOn: t.AsOn}, ByBlock: by == "block", Sums: sums(t.Total.Counts, url.Values{})}
	for _, row := range t.Rows {
		if row.Open == 0 {
			continue
		}
		page.Rows = append(page.Rows, tally(l, by, row, t.AsOn.Date()))
	}
	if r.URL.Query().Get("all") == "" {
		page.Rows = fold(l, by, page.Rows)
	}
	page.Export = takeAway("/today", r.URL.Query())
	page.Total = tally(l, "", t.Total, t.AsOn.Date())
	page.Total.Name = i18n.Text{Hi: "पूरा जिला", En: "Whole district"}.In(l)
	page.Decisions = decisions(l, t)
	page.Dates = coming(l, t.Coming)
	quiet(page)
	return d.kit.Render(w, r, http.StatusOK, page)
}

// shownRows is how many rows of the district's table stand by themselves; the rest are one
// row of others, so that the table still adds up.
const shownRows = 10

func fold(l i18n.Lang, by string, rows []TallyRow) []TallyRow {
	if len(rows) <= shownRows+1 {
		return rows
	}
	href := web.With("/today", "by", by, "all", "yes")
	others := TallyRow{Name: i18n.Message(l, "office.others_"+by, len(rows)-shownRows), Href: href}
	for _, r := range rows[shownRows:] {
		others.Late.N += r.Late.N
		others.Soon.N += r.Soon.N
		others.InTime.N += r.InTime.N
		others.Silent.N += r.Silent.N
		others.All.N += r.All.N
		others.Oldest = max(others.Oldest, r.Oldest)
	}
	for _, c := range []*web.Count{&others.Late, &others.Soon, &others.InTime, &others.Silent, &others.All} {
		c.Href = href
	}
	return append(rows[:shownRows:shownRows], others)
}

// tally is a department or block with each number leading to its list.
func tally(l i18n.Lang, by string, row app.TodayRow, today calendar.Date) TallyRow {
	q := url.Values{}
	if by != "" {
		q.Set(by, row.Key)
	}
	s := sums(row.Counts, q)
	return TallyRow{Name: row.Name.In(l), Href: "/matters?" + q.Encode(), Late: s.Late, Soon: s.Soon, InTime: s.InTime, Silent: s.Silent, All: s.All, Oldest: oldest(row.Counts, today)}
}

// oldest is by how many days the oldest open matter is late.
func oldest(c app.Counts, today calendar.Date) int {
	if c.Late == 0 || c.Oldest == 0 {
		return 0
	}
	return calendar.DaysBetween(c.Oldest, today)
}

// sums gives the counts by standing with the list behind each; they add up.
func sums(c app.Counts, q url.Values) Sums {
	link := func(n int64, status string) web.Count {
		own := url.Values{}
		for k, v := range q {
			own[k] = v
		}
		if status != "" {
			own.Set("status", status)
		}
		return web.Count{N: int(n), Href: "/matters?" + own.Encode()}
	}
	return Sums{All: link(c.Open, ""), Late: link(c.Late, "late"), Soon: link(c.Soon, "soon"), InTime: link(c.OnTime, "on_time"), Silent: link(c.Silent, "silent")}
}

// decisions are what only this post can decide: what came to be checked, and what nobody
// can act on.
func decisions(l i18n.Lang, t app.Chair) []Decision {
	list := checks(l, t.Checks)
	if t.Excepted == 0 {
		return list
	}
	return append(list, Decision{
		Title: i18n.Message(l, "office.exceptions", t.Excepted), Note: t.Why.In(l),
		Act: web.Link{Text: i18n.Text{Hi: "देखें", En: "See them"}.In(l), Href: "/exceptions"},
	})
}

// decisionsShown is how many decisions stand on the chair's page.
const decisionsShown = 6

// checks gathers what came to be checked by what was asked: eighteen reports on one
// direction are one decision.
func checks(l i18n.Lang, rows []app.Check) []Decision {
	var order []string
	of := map[string][]app.Check{}
	for _, row := range rows {
		if of[row.Subject] == nil {
			order = append(order, row.Subject)
		}
		of[row.Subject] = append(of[row.Subject], row)
	}
	var list []Decision
	for _, subject := range order[:min(len(order), decisionsShown)] {
		group := of[subject]
		d := Decision{Title: subject, Note: reporters(l, group), Act: web.Link{Text: i18n.Text{Hi: "जाँचें", En: "Check"}.In(l), Href: web.Path("matters", group[0].Key)}}
		if len(group) > 1 {
			d.Title = subject + ": " + i18n.Message(l, "office.reports_came", len(group))
			d.Act.Href = "/work#check"
		}
		list = append(list, d)
	}
	return list
}

// reporters names who reported, the first few by place.
func reporters(l i18n.Lang, rows []app.Check) string {
	const named = 4
	var posts []app.Named
	var names []string
	for _, row := range rows[:min(len(rows), named)] {
		posts, names = append(posts, row.Asked), append(names, row.Asked.Name.In(l))
	}
	kind, alike := oneOffice(l, posts)
	if alike {
		names = names[:0]
		for _, p := range posts {
			_, place, _ := strings.Cut(p.Name.In(l), ", ")
			names = append(names, place)
		}
		kind += ": "
	}
	if rest := len(rows) - named; rest > 0 {
		names = append(names, i18n.Message(l, "office.and_others", rest))
	}
	return kind + l.And(names)
}

// oneOffice is the kind of office that all posts are of, where only their places differ.
func oneOffice(l i18n.Lang, posts []app.Named) (string, bool) {
	kind := ""
	for _, p := range posts {
		k, place, parted := strings.Cut(p.Name.In(l), ", ")
		if !parted || place == "" || kind != "" && k != kind {
			return "", false
		}
		kind = k
	}
	return kind, len(posts) > 1
}

// quiet lists the offices of the table that have said nothing.
func quiet(page *Today) {
	for _, row := range page.Rows {
		if row.Silent.N > 0 {
			page.Quiet = append(page.Quiet, QuietOffice{Name: row.Name, Href: row.Silent.Href, N: row.Silent})
		}
	}
}

func (d *Desk) matters(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	q, f := r.URL.Query(), filterOf(r)
	list, err := d.app.Matters(r.Context(), who, f)
	if err != nil {
		return err
	}
	l := who.Lang
	page := &Matters{Base: web.Base{Room: web.RoomMatters, AsOn: list.AsOn}, Rows: matterRows(l, list.Rows)}
	if page.Filters, err = d.filters(r, who); err != nil {
		return err
	}
	if f.Cohort == "" {
		if page.Choose, err = d.chooseFrom(r, who); err != nil {
			return err
		}
	}
	if page.Sums, err = d.sumsOf(r, who); err != nil {
		return err
	}
	if len(list.Rows) > 0 {
		page.Export = takeAway("/matters", q)
	}
	if list.Next != "" {
		page.Next = "/matters?" + with(q, "after", list.Next).Encode()
	}
	if f.After != "" {
		page.First = "/matters?" + with(q, "after", "").Encode()
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

// filterOf reads how a list of matters is narrowed from the address of its page.
func filterOf(r *http.Request) app.Filter {
	q := r.URL.Query()
	return app.Filter{Holder: q.Get("holder"), Asker: q.Get("asker"), Department: q.Get("department"), Block: q.Get("block"), Place: q.Get("place"),
		Phase: q.Get("phase"), Status: q.Get("status"), Ask: q.Get("ask"), Cohort: q.Get("cohort"), After: q.Get("after"), Limit: listPage}
}

// sumsOf counts what a list is taken from, where tallies can tell: all that the post sees, or
// one department or block of it, whatever the standing. Other narrowings have no sums.
func (d *Desk) sumsOf(r *http.Request, who app.Actor) (Sums, error) {
	q := r.URL.Query()
	for _, key := range []string{"holder", "asker", "place", "phase", "ask", "cohort", "after"} {
		if v := q.Get(key); v != "" && v != "open" {
			return Sums{}, nil
		}
	}
	department, block := q.Get("department"), q.Get("block")
	if department != "" && block != "" {
		return Sums{}, nil
	}
	by, key := "department", department
	if block != "" {
		by, key = "block", block
	}
	t, err := d.app.Standing(r.Context(), who, by)
	if err != nil {
		return Sums{}, err
	}
	if key == "" {
		return sums(t.Total.Counts, url.Values{}), nil
	}
	for _, row := range t.Rows {
		if row.Key == key {
			return sums(row.Counts, url.Values{by: {key}}), nil
		}
	}
	return Sums{}, nil
}

func with(q url.Values, key, value string) url.Values {
	own := url.Values{}
	for k, v := range q {
		own[k] = v
	}
	own.Del("lang")
	if value == "" {
		own.Del(key)
	} else {
		own.Set(key, value)
	}
	return own
}

// filters names each narrowing in words, with the list without it.
func (d *Desk) filters(r *http.Request, who app.Actor) ([]Filter, error) {
	l, q := who.Lang, r.URL.Query()
	var list []Filter
	add := func(key, text string) {
		list = append(list, Filter{Text: text, Remove: "/matters?" + with(q, key, "").Encode()})
	}
	for _, f := range []struct {
		key, what string
		kind      record.Kind
	}{{"holder", "office.filter_holder", record.Post}, {"asker", "office.filter_asker", record.Post},
		{"department", "office.filter_department", record.Department}, {"block", "office.filter_block", record.Place}, {"place", "office.filter_place", record.Place}} {
		key := q.Get(f.key)
		if key == "" {
			continue
		}
		name := i18n.Text{Hi: "मैं", En: "me"}
		if key != "me" {
			var err error
			if name, err = d.app.NameOf(r.Context(), who, f.kind, key); err != nil {
				return nil, err
			}
		}
		add(f.key, i18n.Message(l, f.what, name))
	}
	if set := q.Get("cohort"); set != "" {
		name, err := d.app.CohortName(r.Context(), who, set)
		if err != nil {
			return nil, err
		}
		add("cohort", i18n.Message(l, "office.members_"+set[strings.LastIndexByte(set, '.')+1:], name))
	}
	for _, key := range []string{"status", "phase"} {
		if v := q.Get(key); v != "" && v != "open" {
			add(key, i18n.Message(l, "office.is_"+v))
		}
	}
	return list, nil
}

// chooseFrom offers what else the list may be narrowed by.
func (d *Desk) chooseFrom(r *http.Request, who app.Actor) ([]web.Field, error) {
	l, q := who.Lang, r.URL.Query()
	status := web.Field{Kind: web.OneOfField, Name: "status", Label: i18n.Text{Hi: "स्थिति", En: "Status"}.In(l), Optional: true}
	for _, s := range []string{"late", "soon", "silent"} {
		status.Options = append(status.Options, web.Option{Value: s, Label: i18n.Message(l, "office.is_"+s), Chosen: q.Get("status") == s})
	}
	phase := web.Field{Kind: web.OneOfField, Name: "phase", Label: i18n.Text{Hi: "चरण", En: "Phase"}.In(l), Optional: true}
	for _, s := range []string{"open", "reported", "ended"} {
		phase.Options = append(phase.Options, web.Option{Value: s, Label: i18n.Message(l, "office.is_"+s), Chosen: q.Get("phase") == s})
	}
	departments, err := d.app.Departments(r.Context(), who)
	if err != nil {
		return nil, err
	}
	dept := web.Field{Kind: web.OneOfField, Name: "department", Label: i18n.Text{Hi: "विभाग", En: "Department"}.In(l), Optional: true}
	for _, n := range departments {
		dept.Options = append(dept.Options, web.Option{Value: n.Key, Label: n.Name.In(l), Chosen: q.Get("department") == n.Key})
	}
	return []web.Field{status, phase, dept}, nil
}
