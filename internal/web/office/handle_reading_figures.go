package office

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/web"
)

func reviewFigure(l i18n.Lang, v app.ReadingView, f app.FigureView) Figure {
	out := Figure{N: f.N, ID: f.ID.String(), At: web.Path("sittings", v.Meeting.Key, "figures", f.ID), Href: inHandHref(v.Meeting.Key, "figure", f.N), Measure: f.Measure,
		Says: figureSays(l, f.Value, f.Of, f.Unit, f.About), About: f.Place.Name.In(l) + " · " + period(l, f.From, f.To) + " · " + f.NatureName.In(l), State: draftStates[f.Status]}
	switch {
	case !f.Indicator.Name.IsZero():
		out.Names = f.Indicator.Name.In(l)
	case len(f.Fits) > 0 && f.Status == sitting.Proposed:
		out.Names = i18n.Message(l, "office.figure_fits", f.Fits[0].Name.In(l))
	}
	if f.Status != sitting.Dropped {
		for _, x := range f.Findings {
			out.Findings = append(out.Findings, x.In(l))
		}
	}
	return out
}

// figureInHand opens one figure of the page for correction.
func (d *Desk) figureInHand(l i18n.Lang, page *Review, v app.ReadingView, n int) *web.Form {
	f := v.Figures[n-1]
	if f.Status == sitting.Dropped {
		return nil
	}
	at := &page.Figures[n-1]
	at.Editing, at.Form = true, d.figureForm(l, at.At, f)
	for i := range page.Text {
		for j := range page.Text[i].Pieces {
			if p := &page.Text[i].Pieces[j]; p.Figure == n {
				p.On = true
			}
		}
	}
	return &at.Form
}

func (d *Desk) figureForm(l i18n.Lang, at string, f app.FigureView) web.Form {
	names := web.Field{Kind: web.OneOfField, Name: "indicator", Label: in(l, "कौन-सा सूचक", "Which indicator"), Options: []web.Option{
		{Value: "-", Label: in(l, "किसी सूचक का नहीं", "of no indicator"), Chosen: f.Indicator.Key == ""}}}
	offered := map[string]bool{}
	for _, o := range append(f.Fits, d.app.Indicators()...) {
		if !offered[o.Key] {
			names.Options = append(names.Options, web.Option{Value: o.Key, Label: o.Name.In(l), Chosen: o.Key == f.Indicator.Key})
			offered[o.Key] = true
		}
	}
	nature := web.Field{Kind: web.OneOfField, Name: "nature", Label: in(l, "किस तरह की गिनती", "What kind of count")}
	for _, o := range app.Natures() {
		nature.Options = append(nature.Options, web.Option{Value: o.Key, Label: o.Name.In(l), Chosen: o.Key == string(f.Nature)})
	}
	place := web.Field{Kind: web.PlaceField, Name: "place", Label: in(l, "स्थान", "Place")}
	if f.Place.Key != "" {
		place.Options = []web.Option{{Value: f.Place.Key, Label: f.Place.Name.In(l), Chosen: true}}
	}
	from := web.Field{Kind: web.DateField, Name: "from", Label: in(l, "कब से", "From"), Optional: true}
	if f.From != 0 {
		from.Value = f.From.Dotted()
	}
	return web.Form{Action: at + "/edit", Hidden: []web.Hidden{{Name: web.VersionField, Value: strconv.Itoa(int(f.Version))}}, Head: in(l, "आँकड़ा अभी नहीं बदला", "The figure is not changed yet"), Fields: []web.Field{
		{Kind: web.AreaField, Name: "measure", Label: in(l, "किसका आँकड़ा", "What is measured"), Value: f.Measure, Rows: 2}, names, place, nature, from,
		{Kind: web.DateField, Name: "to", Label: in(l, "किस तिथि तक", "Up to which day"), Value: f.To.Dotted()}}}
}

func (d *Desk) loadFigure(r *http.Request, who app.Actor) (app.ReadingView, app.FigureView, error) {
	v, err := d.loadReading(r, who)
	if err != nil {
		return v, app.FigureView{}, err
	}
	id, err := record.ParseID(r.PathValue("figure"))
	for _, f := range v.Figures {
		if err == nil && f.ID == id {
			return v, f, nil
		}
	}
	return v, app.FigureView{}, fault.New(fault.NotFound, "sitting.figure_gone")
}

// editFigure takes what was said of a figure and confirms it.
func (d *Desk) editFigure(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, f, err := d.loadFigure(r, who)
	if err != nil {
		return err
	}
	page := reviewPage(who.Lang, v, 0)
	form := d.figureInHand(who.Lang, page, v, f.N)
	if form == nil {
		return fault.New(fault.Refused, "office.act_not_open")
	}
	form.Fill(r)
	d.pickInto(r, who, form)
	if r.PostForm.Get("_pick") != "" {
		return d.kit.Render(w, r, http.StatusOK, page)
	}
	p := r.PostForm
	given := func(name string) *string { s := strings.TrimSpace(p.Get(name)); return &s }
	version, _ := strconv.ParseInt(p.Get(web.VersionField), 10, 32) // none is no version
	in := app.FigureForm{Status: string(sitting.Accepted), Measure: given("measure"), Place: given("place"), From: given("from"), To: given("to"), Nature: given("nature"), Version: int32(version)}
	if key := p.Get("indicator"); key != "" {
		key = strings.TrimPrefix(key, "-")
		in.Indicator = &key
	}
	if err := d.app.EditFigure(r.Context(), who, v.Meeting.Key, f.ID, in); err != nil {
		return d.refused(w, r, page, form, err)
	}
	return d.toFigure(w, r, v, f.N)
}

// decideFigure confirms, leaves out or takes up again one figure as it stands.
func (d *Desk) decideFigure(status string) func(http.ResponseWriter, *http.Request, app.Actor) error {
	return func(w http.ResponseWriter, r *http.Request, who app.Actor) error {
		v, f, err := d.loadFigure(r, who)
		if err != nil {
			return err
		}
		if err := d.app.EditFigure(r.Context(), who, v.Meeting.Key, f.ID, app.FigureForm{Status: status}); err != nil {
			return err
		}
		if status == string(sitting.Proposed) {
			http.Redirect(w, r, web.Path("sittings", v.Meeting.Key, "reading")+"#f"+strconv.Itoa(f.N), http.StatusSeeOther)
			return nil
		}
		return d.toFigure(w, r, v, f.N)
	}
}

// toFigure goes to the next figure that nobody has decided on, else stays.
func (d *Desk) toFigure(w http.ResponseWriter, r *http.Request, v app.ReadingView, n int) error {
	next := n
	for i := range v.Figures {
		if one := v.Figures[(n+i)%len(v.Figures)]; one.Status == sitting.Proposed && one.N != n {
			next = one.N
			break
		}
	}
	http.Redirect(w, r, web.Path("sittings", v.Meeting.Key, "reading")+"#f"+strconv.Itoa(next), http.StatusSeeOther)
	return nil
}

// bringBack reads what was set aside as page furniture.
func (d *Desk) bringBack(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	key, err := keyOf(r)
	if err != nil {
		return err
	}
	start, err1 := strconv.Atoi(r.PostForm.Get("start"))
	end, err2 := strconv.Atoi(r.PostForm.Get("end"))
	if err1 != nil || err2 != nil {
		return fault.New(fault.Invalid, "sitting.span_wrong")
	}
	first, err := d.app.BringBack(r.Context(), who, key, start, end)
	if err != nil {
		return err
	}
	v, err := d.app.Reading(r.Context(), who, key)
	if err != nil {
		return err
	}
	for _, at := range v.Drafts {
		if at.ID == first {
			return d.toDraft(w, r, key, at.N, false)
		}
	}
	return d.toDraft(w, r, key, 1, false)
}

// remember has a correction remembered for the district in the words given.
func (d *Desk) remember(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, at, err := d.loadDraft(r, who)
	if err != nil {
		return err
	}
	err = d.app.Remember(r.Context(), who, v.Meeting.Key, at.ID, r.PostForm.Get("words"))
	if bad := fault.As(err); err != nil && bad.Kind == fault.Invalid && len(bad.Fields) > 0 {
		page := reviewPage(who.Lang, v, 0)
		if le := page.Drafts[at.N-1].Lesson; le != nil {
			le.Words, le.Fault = r.PostForm.Get("words"), i18n.Message(who.Lang, bad.Fields[0].Key, bad.Fields[0].Args...)
			return d.kit.Render(w, r, bad.Kind.Status(), page)
		}
	}
	if err != nil {
		return err
	}
	d.kit.Flash(w, "", 0, "office.usage_remembered", r.PostForm.Get("words"))
	return d.onward(w, r, who, v.Meeting.Key, at)
}

// forgo puts the offer aside.
func (d *Desk) forgo(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, at, err := d.loadDraft(r, who)
	if err != nil {
		return err
	}
	if err := d.app.Forgo(r.Context(), who, v.Meeting.Key, at.ID); err != nil {
		return err
	}
	return d.onward(w, r, who, v.Meeting.Key, at)
}
