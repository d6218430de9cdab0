package app

import (
	"context"
	"io"
	"slices"
	"strconv"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/ingest"
	"github.com/anupalan/anupalan/internal/record"
)

// Table is a list to take away: what a page shows, cell by cell, in the reader's language.
type Table struct {
	Title  string
	Header []string
	Rows   [][]string
}

// Write writes a table as a workbook or as CSV. No cell is ever taken for a formula.
func (t Table) Write(form string, w io.Writer) error {
	if form == CSV {
		return ingest.WriteCSV(w, t.Header, slices.Values(t.Rows))
	}
	return ingest.WriteXLSX(w, t.Title, t.Header, slices.Values(t.Rows))
}

// headed begins a table with the columns of an area: sitting.column_number, ….
func headed(l i18n.Lang, title string, columns ...string) Table {
	t := Table{Title: title}
	for _, k := range columns {
		t.Header = append(t.Header, i18n.Message(l, "sitting.column_"+k))
	}
	return t
}

func matterColumns() []string {
	return []string{"number", "type", "subject", "state", "holder", "place", "department", "due", "late"}
}

// WorkTable is what the actor owes and is to check, most urgent first.
func (a *App) WorkTable(ctx context.Context, who Actor) (Table, error) {
	const most = 500
	list, err := a.MyWork(ctx, who, "", most)
	if err != nil {
		return Table{}, err
	}
	t := headed(who.Lang, i18n.Message(who.Lang, "sitting.export_title", list.AsOn.Date()), matterColumns()...)
	for i := range list.Rows {
		t.Rows = append(t.Rows, list.Rows[i].cells(who.Lang))
	}
	return t, nil
}

// TodayTable is the district by department or block, with its total as the last row.
func (a *App) TodayTable(ctx context.Context, who Actor, by string) (Table, error) {
	v, err := a.Standing(ctx, who, by)
	if err != nil {
		return Table{}, err
	}
	l := who.Lang
	first := map[string]string{"block": "place"}[v.By]
	if first == "" {
		first = "department"
	}
	t := headed(l, i18n.Message(l, "sitting.export_today", v.AsOn.Date()), first, "n_late", "n_soon", "n_in_time", "n_silent", "n_open")
	row := func(name string, c Counts) {
		cells := []string{name}
		for _, n := range []int64{c.Late, c.Soon, c.OnTime, c.Silent, c.Open} {
			cells = append(cells, strconv.FormatInt(n, 10))
		}
		t.Rows = append(t.Rows, cells)
	}
	for _, r := range v.Rows {
		if r.Open > 0 {
			row(r.Name.In(l), r.Counts)
		}
	}
	row(i18n.Message(l, "sitting.export_all"), v.Total.Counts)
	return t, nil
}

// WeeklyTable is each officer's week: how many tasks are named and done.
func (a *App) WeeklyTable(ctx context.Context, who Actor) (Table, error) {
	v, err := a.Weekly(ctx, who, 0)
	if err != nil {
		return Table{}, err
	}
	l := who.Lang
	t := headed(l, i18n.Message(l, "sitting.export_weekly", v.From), "holder", "n_tasks", "n_done", "subject")
	for _, f := range v.Offices {
		var names []string
		for _, task := range f.Tasks {
			names = append(names, task.Subject)
		}
		t.Rows = append(t.Rows, []string{f.Post.Name.In(l), strconv.Itoa(len(f.Tasks)), strconv.Itoa(f.Done), l.And(names)})
	}
	return t, nil
}

// ExceptionsTable is what cannot go on by itself, with why and since when.
func (a *App) ExceptionsTable(ctx context.Context, who Actor) (Table, error) {
	list, err := a.Exceptions(ctx, who)
	if err != nil {
		return Table{}, err
	}
	l := who.Lang
	t := headed(l, i18n.Message(l, "sitting.export_exceptions", a.today()), "number", "subject", "why", "since")
	for _, e := range list {
		t.Rows = append(t.Rows, []string{e.Row.Number, e.Subject, e.Text.In(l), dayCell(e.Since)})
	}
	return t, nil
}

// AgendaTable is the agenda of a sitting in its order, with why each point is there.
func (a *App) AgendaTable(ctx context.Context, who Actor, key record.Key) (Table, error) {
	v, err := a.Sitting(ctx, who, key)
	if err != nil {
		return Table{}, err
	}
	l := who.Lang
	t := headed(l, i18n.Message(l, "sitting.export_agenda", v.Starts.Date()), "no", "subject", "holder", "department", "due", "late", "why", "said")
	for i := range v.Agenda {
		p := &v.Agenda[i]
		var holders, why []string
		for _, h := range p.Holders {
			holders = append(holders, h.Name.In(l))
		}
		for _, w := range p.Why {
			why = append(why, w.In(l))
		}
		late := ""
		if p.DaysLate > 0 {
			late = strconv.Itoa(p.DaysLate)
		}
		t.Rows = append(t.Rows, []string{strconv.Itoa(i + 1), p.Title, l.And(holders), p.Department.Name.In(l), dayCell(p.Due), late, l.And(why), p.Said})
	}
	return t, nil
}

// ATRTable is the action-taken report of a sitting, with its totals as the last row.
func (a *App) ATRTable(ctx context.Context, who Actor, key record.Key) (Table, error) {
	v, err := a.ATR(ctx, who, key)
	if err != nil {
		return Table{}, err
	}
	l := who.Lang
	t := Table{Title: i18n.Message(l, "sitting.atr_title") + " " + v.Meeting.Starts.Date().Dotted()}
	for _, k := range []string{"no", "number", "what", "whom", "due", "status", "said", "late"} {
		t.Header = append(t.Header, i18n.Message(l, "sitting.atr_"+k))
	}
	for i := range v.Rows {
		t.Rows = append(t.Rows, v.Rows[i].cells(l))
	}
	n := v.Totals
	t.Rows = append(t.Rows, []string{"", "", i18n.Message(l, "sitting.atr_total", n.All, n.Done, n.Late, n.Silent), "", "", i18n.Message(l, "sitting.atr_as_on", v.AsOn), "", ""})
	return t, nil
}
