package office

import (
	"net/http"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/web"
)

func (d *Desk) settingRoutes() []route {
	return []route{
		{"GET /settings", signedIn, d.settings},
		{"GET /settings/{key}", signedIn, d.setting},
		{"POST /settings/{key}", org.PowerAdminister, d.setSetting},
	}
}

func (d *Desk) settings(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.app.Settings(r.Context(), who)
	if err != nil {
		return err
	}
	l := who.Lang
	page := &Settings{Base: web.Base{AsOn: v.AsOn}}
	for i := range v.Rows {
		s := &v.Rows[i]
		name := s.System.In(l)
		if n := len(page.Groups); n == 0 || page.Groups[n-1].Name != name {
			page.Groups = append(page.Groups, SettingGroup{Name: name})
		}
		g := &page.Groups[len(page.Groups)-1]
		g.Rows = append(g.Rows, settingLine(l, s))
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

// settingLine is a value and whose it is.
func settingLine(l i18n.Lang, s *app.SettingView) Setting {
	from := i18n.Text{Hi: "पैक का मान", En: "the pack’s"}
	switch {
	case strings.HasPrefix(s.Source, "office"):
		from = i18n.Text{Hi: "ज़िले का मान", En: "the district’s own"}
	case s.Source != s.PackSource:
		from = i18n.Text{Hi: "राज्य का मान", En: "the State’s"}
	}
	return Setting{Name: s.Name.In(l), Href: web.Path("settings", s.Key), Value: valueWords(l, s.Value), From: from.In(l), Unverified: s.Unverified, Local: s.Local}
}

// valueWords puts a value as packs write it into the reader's words, where it is a length.
func valueWords(l i18n.Lang, written string) string { return app.ValueIn(l, written) }

func (d *Desk) setting(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	page, err := d.settingPage(r, who)
	if err != nil {
		return err
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

func (d *Desk) settingPage(r *http.Request, who app.Actor) (*SettingPage, error) {
	v, err := d.app.Settings(r.Context(), who)
	if err != nil {
		return nil, err
	}
	l := who.Lang
	for i := range v.Rows {
		s := &v.Rows[i]
		if s.Key != r.PathValue("key") {
			continue
		}
		p := &SettingPage{Base: web.Base{AsOn: v.AsOn}, Setting: settingLine(l, s), System: s.System.In(l), Pack: valueWords(l, s.Pack), Source: s.PackSource,
			State: valueWords(l, s.State), Since: s.StateFrom, May: v.May && s.Local, Form: settingForm(l, s)}
		if s.Bound != "" {
			p.Bound = i18n.Message(l, "office.bound_"+strings.ReplaceAll(s.Bound, " ", "_"))
		}
		for _, o := range s.Own {
			p.Own = append(p.Own, OwnValue{Value: valueWords(l, o.Value), From: o.From, Post: o.Post.Name.In(l), Why: o.Why, Ahead: o.Ahead})
		}
		return p, nil
	}
	return nil, fault.New(fault.NotFound, "fault.not_found")
}

func settingForm(l i18n.Lang, s *app.SettingView) web.Form {
	t := func(hi, en string) string { return i18n.Text{Hi: hi, En: en}.In(l) }
	return web.Form{Action: web.Path("settings", s.Key), Submit: t("मान बदलें", "Set the value"), Head: t("मान अभी नहीं बदला", "The value was not changed"),
		Fields: []web.Field{
			{Kind: web.TextField, Name: "value", Label: t("नया मान", "New value"), Hint: t("उसी इकाई में, जैसे ", "in its own unit, such as ") + s.Value},
			{Kind: web.DateField, Name: "from", Label: t("किस दिन से", "From which day")},
			{Kind: web.AreaField, Name: "why", Label: t("कारण", "Why"), Rows: 3},
		}}
}

func (d *Desk) setSetting(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	page, err := d.settingPage(r, who)
	if err != nil {
		return err
	}
	page.Form.Fill(r)
	err = d.app.SetSetting(r.Context(), who, app.SettingForm{Key: r.PathValue("key"), Value: r.PostForm.Get("value"), From: r.PostForm.Get("from"), Why: r.PostForm.Get("why")})
	if err != nil {
		return d.refused(w, r, page, &page.Form, err)
	}
	d.kit.Flash(w, "", 0, "office.setting_done", page.Name)
	http.Redirect(w, r, web.Path("settings", r.PathValue("key")), http.StatusSeeOther)
	return nil
}
