package office

import (
	"net/http"
	"slices"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/web"
)

// picked is how many posts or places a search offers.
const picked = 8

// pick answers the search of a picked field as a part of its form.
func (d *Desk) pick(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	q := r.URL.Query()
	name := q.Get("field")
	f := web.Field{Kind: web.PostField, Name: name, Many: q.Get("many") != "", Kinds: q.Get("kinds") != ""}
	if r.PathValue("kind") == "place" {
		f.Kind = web.PlaceField
	}
	if err := d.options(r, who, &f, q.Get(name+".q")); err != nil {
		return err
	}
	d.keepChosen(r, who, &f, q[name])
	page := &web.Choices{Field: f}
	if web.IsPart(r) {
		return d.kit.Part(w, r, http.StatusOK, page, "main")
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

func (d *Desk) options(r *http.Request, who app.Actor, f *web.Field, text string) error {
	kind := record.Post
	if f.Kind == web.PlaceField {
		kind = record.Place
	}
	found, err := d.app.Find(r.Context(), who, text, picked, kind)
	if err != nil {
		return err
	}
	f.Value, f.Searched = text, true
	if f.Kinds {
		kinds, err := d.app.KindsOf(r.Context(), who, found)
		if err != nil {
			return err
		}
		for _, k := range kinds {
			f.Options = append(f.Options, web.Option{Value: k.Key, Label: k.Name.In(who.Lang)})
		}
	}
	for i, one := range found {
		f.Options = append(f.Options, web.Option{Value: one.Key, Label: one.Name.In(who.Lang), Note: one.Note.In(who.Lang), Chosen: i == 0 && len(found) == 1})
	}
	return nil
}

// pickInto fills the pickers of a form by what was typed, for readers without script.
func (d *Desk) pickInto(r *http.Request, who app.Actor, form *web.Form) {
	for i := range form.Fields {
		f := &form.Fields[i]
		if f.Kind != web.PostField && f.Kind != web.PlaceField {
			continue
		}
		if text := r.PostForm.Get(f.Name + ".q"); text != "" {
			if err := d.options(r, who, f, text); err != nil {
				d.log.Warn("picker", "err", err)
			}
		}
		d.keepChosen(r, who, f, r.PostForm[f.Name])
	}
}

// keepChosen keeps what was chosen in a picker, though another search was made since.
func (d *Desk) keepChosen(r *http.Request, who app.Actor, f *web.Field, values []string) {
	for _, v := range values {
		if i := slices.IndexFunc(f.Options, func(o web.Option) bool { return o.Value == v }); i >= 0 {
			f.Options[i].Chosen = true
			continue
		}
		kind := record.Post
		if f.Kind == web.PlaceField {
			kind = record.Place
		}
		name, err := d.app.OwnerName(r.Context(), who, kind, v)
		if err == nil && !name.IsZero() {
			f.Options = append([]web.Option{{Value: v, Label: name.In(who.Lang), Chosen: true}}, f.Options...)
		}
	}
}
