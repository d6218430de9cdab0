package app

import (
	"context"
	"io"
	"strconv"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/ingest"
)

// exportRows is the most rows of one export; a longer list is narrowed first.
const exportRows = 50_000

// The forms in which a list is written.
const (
	XLSX = "xlsx"
	CSV  = "csv"
)

// ExportMatters writes the list that a filter gives, all its pages, as the actor sees it.
// No cell is ever taken for a formula.
func (a *App) ExportMatters(ctx context.Context, who Actor, f Filter, form string, w io.Writer) error {
	l := who.Lang
	header := headed(l, "", matterColumns()...).Header
	f.Limit, f.After = 500, ""
	first, err := a.Matters(ctx, who, f) // a wrong filter is told before anything is written
	if err != nil {
		return err
	}
	var failed error
	rows := func(yield func([]string) bool) {
		page := first
		for n := 0; n < exportRows; {
			for i := range page.Rows {
				if n++; !yield(page.Rows[i].cells(l)) {
					return
				}
			}
			if f.After = page.Next; f.After == "" {
				return
			}
			if page, failed = a.Matters(ctx, who, f); failed != nil {
				return
			}
		}
	}
	if form == CSV {
		err = ingest.WriteCSV(w, header, rows)
	} else {
		err = ingest.WriteXLSX(w, i18n.Message(l, "sitting.export_title", first.AsOn.Date()), header, rows)
	}
	if err == nil {
		err = failed
	}
	return err
}

func (r *Row) cells(l i18n.Lang) []string {
	late := ""
	if r.Status == Late {
		late = strconv.Itoa(r.DaysLate)
	}
	return []string{r.Number, r.TypeName.In(l), r.Subject, r.StateName.In(l), r.Holder.Name.In(l), r.Place.Name.In(l), r.Department.Name.In(l),
		dayCell(r.Due), late}
}

// dayCell writes the day of an instant, nothing for none.
func dayCell(i calendar.Instant) string {
	if i == 0 {
		return ""
	}
	return i.Date().Dotted()
}
