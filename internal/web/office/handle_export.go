package office

import (
	"bytes"
	"mime"
	"net/http"
	"net/url"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/web"
)

// forms are the forms in which every list may be taken away, with their media types.
var forms = map[string]string{
	app.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	app.CSV:  "text/csv; charset=utf-8",
}

// writer writes a list into a buffer in one of the forms.
type writer func(r *http.Request, who app.Actor, form string, into *bytes.Buffer) error

// tables are the routes by which the list of a page is taken away: its path with .xlsx and .csv.
func tables(page string, write writer) []route {
	var list []route
	for _, form := range []string{app.XLSX, app.CSV} {
		list = append(list, route{"GET " + page + "." + form, signedIn, func(w http.ResponseWriter, r *http.Request, who app.Actor) error {
			var book bytes.Buffer // whole before the first byte leaves
			if err := write(r, who, form, &book); err != nil {
				return err
			}
			name := strings.Trim(strings.ReplaceAll(strings.TrimSuffix(r.URL.Path, "."+form), "/", "-"), "-")
			w.Header().Set("Content-Type", forms[form])
			w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name + "." + form}))
			_, err := w.Write(book.Bytes())
			return err
		}})
	}
	return list
}

// takeAway are the links to those routes, with the narrowing of the page.
func takeAway(page string, q url.Values) []web.Link {
	var list []web.Link
	for _, form := range []string{app.XLSX, app.CSV} {
		href := page + "." + form
		if keep := with(q, "after", "").Encode(); keep != "" {
			href += "?" + keep
		}
		list = append(list, web.Link{Text: strings.ToUpper(form), Href: href})
	}
	return list
}

// written writes a table that a use case gives.
func written(t app.Table, err error, form string, into *bytes.Buffer) error {
	if err != nil {
		return err
	}
	return t.Write(form, into)
}

func (d *Desk) mattersTable(r *http.Request, who app.Actor, form string, into *bytes.Buffer) error {
	return d.app.ExportMatters(r.Context(), who, filterOf(r), form, into)
}

func (d *Desk) workTable(r *http.Request, who app.Actor, form string, into *bytes.Buffer) error {
	t, err := d.app.WorkTable(r.Context(), who)
	return written(t, err, form, into)
}

func (d *Desk) todayTable(r *http.Request, who app.Actor, form string, into *bytes.Buffer) error {
	t, err := d.app.TodayTable(r.Context(), who, r.URL.Query().Get("by"))
	return written(t, err, form, into)
}

func (d *Desk) weeklyTable(r *http.Request, who app.Actor, form string, into *bytes.Buffer) error {
	t, err := d.app.WeeklyTable(r.Context(), who)
	return written(t, err, form, into)
}

func (d *Desk) exceptionsTable(r *http.Request, who app.Actor, form string, into *bytes.Buffer) error {
	t, err := d.app.ExceptionsTable(r.Context(), who)
	return written(t, err, form, into)
}

func (d *Desk) agendaTable(r *http.Request, who app.Actor, form string, into *bytes.Buffer) error {
	key, err := keyOf(r)
	if err != nil {
		return err
	}
	t, err := d.app.AgendaTable(r.Context(), who, key)
	return written(t, err, form, into)
}

func (d *Desk) atrTable(r *http.Request, who app.Actor, form string, into *bytes.Buffer) error {
	key, err := keyOf(r)
	if err != nil {
		return err
	}
	t, err := d.app.ATRTable(r.Context(), who, key)
	return written(t, err, form, into)
}
