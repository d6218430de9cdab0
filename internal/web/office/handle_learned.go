package office

import (
	"net/http"
	"strconv"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/web"
)

// learnedRoutes are the pages of what readings have left behind: rules and figures.
func (d *Desk) learnedRoutes() []route {
	return []route{
		{"GET /remembered", signedIn, d.remembered},
		{"POST /remembered/{id}/retire", signedIn, d.retireUsage},
		{"GET /figures", signedIn, d.figures},
	}
}

func (d *Desk) remembered(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.app.Usages(r.Context(), who)
	if err != nil {
		return err
	}
	page := &Remembered{Base: web.Base{Room: web.RoomMeetings, AsOn: v.AsOn}}
	for _, u := range v.InForce {
		page.InForce = append(page.InForce, usageLine(who.Lang, u))
	}
	for _, u := range v.Retired {
		page.Retired = append(page.Retired, usageLine(who.Lang, u))
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

func usageLine(l i18n.Lang, u app.UsageView) Usage {
	out := Usage{Words: u.Words, Name: u.Kind == sitting.NameUsage, Whom: u.Whom.In(l), By: u.By.Name.In(l), Since: u.Since.Date(), Helped: u.Helped,
		Sitting: web.Link{Text: u.Meeting.In(l), Href: web.Path("sittings", u.Sitting)}}
	if u.Last != 0 {
		out.Last = u.Last.Date()
	}
	if u.Retired != 0 {
		out.Retired = u.Retired.Date()
	}
	if u.MayRetire {
		out.Retire = web.Path("remembered", u.Key, "retire")
	}
	return out
}

func (d *Desk) retireUsage(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	key, err := record.ParseKey(r.PathValue("id"))
	if err != nil {
		return fault.New(fault.NotFound, "sitting.usage_gone")
	}
	if err := d.app.RetireUsage(r.Context(), who, key); err != nil {
		return err
	}
	d.kit.Flash(w, "", 0, "office.usage_retired")
	http.Redirect(w, r, "/remembered", http.StatusSeeOther)
	return nil
}

func (d *Desk) figures(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	measure := r.URL.Query().Get("measure")
	v, err := d.app.Reported(r.Context(), who, measure, r.URL.Query().Get("after"))
	if err != nil {
		return err
	}
	page := &Figures{Base: web.Base{Room: web.RoomMeetings, AsOn: v.AsOn}}
	if measure != "" {
		page.All = "/figures"
	}
	if v.Next != "" {
		page.Next = web.With("/figures", "measure", measure, "after", v.Next)
	}
	for _, m := range v.Measures {
		one := Measure{Name: m.Name.In(who.Lang), Href: web.With("/figures", "measure", m.Key)}
		for _, f := range m.Figures {
			one.Rows = append(one.Rows, reported(who.Lang, f))
		}
		page.Measures = append(page.Measures, one)
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

func reported(l i18n.Lang, f app.ObservationView) Reported {
	return Reported{Says: figureSays(l, f.Value, f.Of, f.Unit, f.About), Place: f.Place.Name.In(l), Period: period(l, f.From, f.To), Nature: f.KindName.In(l) + ", " + f.NatureName.In(l),
		Day: f.To, Quote: f.Quote, By: f.By.Name.In(l), Sitting: web.Link{Text: f.Meeting.In(l), Href: web.Path("sittings", f.Sitting)}}
}

// figureSays writes a figure as it was reported: about, value, whole, unit.
func figureSays(l i18n.Lang, value, of float64, unit string, about bool) string {
	text := grouped(value)
	if of != 0 {
		text = i18n.Message(l, "office.figure_of", text, grouped(of))
	}
	if unit != "" {
		text += " " + unit
	}
	if about {
		text = i18n.Message(l, "office.figure_about", text)
	}
	return text
}

// grouped writes a whole number with the grouping of the country, a fraction as it is.
func grouped(v float64) string {
	if whole := int64(v); float64(whole) == v {
		return i18n.Number(whole, false)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// period writes the stretch of a figure: up to a day, or between two.
func period(l i18n.Lang, from, to calendar.Date) string {
	if from == 0 {
		return i18n.Message(l, "office.figure_to", to)
	}
	return i18n.Message(l, "sitting.limit_range", from, to)
}
