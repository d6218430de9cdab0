package office

import (
	"io"
	"mime/multipart"
	"net/http"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/web"
)

// report is the page of the one act that a matter waits for.
func (d *Desk) report(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.load(r, who)
	if err != nil {
		return err
	}
	a, ok := mainAct(v)
	if !ok {
		http.Redirect(w, r, web.Path("matters", v.Key), http.StatusSeeOther)
		return nil
	}
	return d.kit.Render(w, r, http.StatusOK, d.reportPage(who, v, a))
}

func mainAct(v app.View) (app.ActView, bool) {
	for _, a := range v.Acts {
		if a.Main {
			return a, true
		}
	}
	return app.ActView{}, false
}

func (d *Desk) reportPage(who app.Actor, v app.View, a app.ActView) *Report {
	l := who.Lang
	page := &Report{Base: web.Base{Room: web.RoomWork, AsOn: d.app.Now()}, Head: head(l, who, v), Form: actForm(l, who, v, a)}
	for _, other := range v.Acts {
		if other.Key != a.Key {
			page.Other = append(page.Other, web.Link{Text: other.Name.In(l), Href: web.Path("matters", v.Key, "acts", other.Key)})
		}
	}
	page.Deeds = deeds(l, v)
	if len(page.Deeds) > 3 {
		page.Deeds = page.Deeds[:3]
		page.All = web.Count{N: len(v.History), Href: web.Path("matters", v.Key)}
	}
	return page
}

func (d *Desk) actPage(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, a, err := d.loadAct(r, who)
	if err != nil {
		return err
	}
	return d.kit.Render(w, r, http.StatusOK, d.actForm(who, v, a))
}

func (d *Desk) loadAct(r *http.Request, who app.Actor) (app.View, app.ActView, error) {
	v, err := d.load(r, who)
	if err != nil {
		return v, app.ActView{}, err
	}
	for _, a := range v.Acts {
		if a.Key == r.PathValue("act") {
			return v, a, nil
		}
	}
	return v, app.ActView{}, fault.New(fault.Refused, "office.act_not_open")
}

func (d *Desk) actForm(who app.Actor, v app.View, a app.ActView) *Act {
	return &Act{Base: web.Base{Room: web.RoomMatters, AsOn: d.app.Now()}, Head: head(who.Lang, who, v), Name: a.Name.In(who.Lang),
		Form: actForm(who.Lang, who, v, a)}
}

// actForm makes the form of any act from what it declares.
func actForm(l i18n.Lang, who app.Actor, v app.View, a app.ActView) web.Form {
	f := web.Form{
		Action: web.Path("matters", v.Key, "acts", a.Key),
		Hidden: []web.Hidden{{Name: "version", Value: strconv.Itoa(int(v.Version))}},
		Submit: a.Name.In(l), Draft: who.Person.String() + "/" + v.Key.String() + "/" + a.Key,
		Head: i18n.Text{Hi: "अभी नहीं हुआ", En: "Not done yet"}.In(l),
	}
	if then := a.Then.In(l); then != "" {
		f.Next = i18n.Text{Hi: "इसके बाद की स्थिति: ", En: "It will then stand: "}.In(l) + then
	}
	for _, in := range a.Inputs {
		f.Fields = append(f.Fields, field(l, in))
	}
	return f
}

var fieldKinds = map[app.InputKind]web.FieldKind{
	app.InText: web.TextField, app.InLong: web.AreaField, app.InNumber: web.NumberField, app.InMoney: web.MoneyField, app.InDate: web.DateField,
	app.InYesNo: web.OneOfField, app.InOne: web.OneOfField, app.InSome: web.ManyOfField, app.InPost: web.PostField, app.InPosts: web.PostField,
	app.InPlace: web.PlaceField, app.InFile: web.FileField, app.InPhone: web.TextField,
}

func field(l i18n.Lang, in app.Input) web.Field {
	f := web.Field{Kind: fieldKinds[in.Kind], Name: in.Key, Label: in.Name.In(l), Optional: !in.Required, Many: in.Kind == app.InPosts || in.Kind == app.InFile}
	for _, o := range in.Options {
		f.Options = append(f.Options, web.Option{Value: o.Code, Label: o.Name.In(l)})
	}
	if in.Kind == app.InYesNo {
		f.Options = []web.Option{{Value: "yes", Label: i18n.Text{Hi: "हाँ", En: "Yes"}.In(l)}, {Value: "no", Label: i18n.Text{Hi: "नहीं", En: "No"}.In(l)}}
	}
	if in.MinChars > 0 {
		f.Hint = i18n.Message(l, "office.at_least", in.MinChars)
	}
	if in.Kind == app.InFile && in.Key == "file" {
		f.Accept = ".pdf,.docx,.xlsx,.txt,.csv,image/*"
	}
	return f
}

// act does the act; whatever is refused comes back with everything that was typed, files
// included, which are kept by their hash.
func (d *Desk) act(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, a, err := d.loadAct(r, who)
	if f := fault.As(err); f != nil && f.Key == "office.act_not_open" && r.PostForm.Get("version") != strconv.Itoa(int(v.Version)) {
		return d.changed(r, who, v, err)
	}
	if err != nil {
		return err
	}
	page := d.actForm(who, v, a)
	page.Form.Fill(r)
	if r.PostForm.Get("_pick") != "" {
		d.pickInto(r, who, &page.Form)
		return d.kit.Render(w, r, http.StatusOK, page)
	}
	files, err := d.takeFiles(r, who, a)
	keepFiles(&page.Form, files)
	if err != nil {
		return d.refused(w, r, page, &page.Form, err)
	}
	_, err = d.app.Submit(r.Context(), who, actFormOf(r, v, a, files))
	if fault.Is(err, fault.Conflict) && err != nil {
		return d.changed(r, who, v, err)
	}
	if err != nil {
		d.pickInto(r, who, &page.Form)
		return d.refused(w, r, page, &page.Form, err)
	}
	d.kit.Flash(w, "", 0, "office.done", a.Name.In(who.Lang), v.Number)
	to := "/work"
	if !v.Owes() {
		to = web.Path("matters", v.Key)
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

// changed shows what somebody else did while the form was being filled in.
func (d *Desk) changed(r *http.Request, who app.Actor, was app.View, err error) error {
	now, loadErr := d.app.Matter(r.Context(), who, was.Key)
	if loadErr != nil || len(now.History) == 0 {
		return err
	}
	l := who.Lang
	last := now.History[0]
	c := &web.Changed{By: last.Post.Name.In(l), At: last.At, Add: r.URL.Path, Leave: web.Path("matters", was.Key)}
	c.Rows = []web.ChangedRow{
		{What: i18n.Text{Hi: "कार्य", En: "Act"}.In(l), Saved: last.What.In(l), Yours: actName(l, was, r.PathValue("act"))},
		{What: i18n.Text{Hi: "स्थिति", En: "State"}.In(l), Saved: now.StateName.In(l), Yours: was.StateName.In(l)},
	}
	if words := strings.TrimSpace(r.PostForm.Get("remark") + r.PostForm.Get("words")); words != "" || last.Text != "" {
		c.Rows = append(c.Rows, web.ChangedRow{What: i18n.Text{Hi: "विवरण", En: "Words"}.In(l), Saved: last.Text, Yours: words})
	}
	return c
}

func actName(l i18n.Lang, v app.View, key string) string {
	for _, a := range v.Acts {
		if a.Key == key {
			return a.Name.In(l)
		}
	}
	return key
}

func actFormOf(r *http.Request, v app.View, a app.ActView, files map[string][]app.FileView) app.ActForm {
	version, _ := strconv.ParseInt(r.PostForm.Get("version"), 10, 32) // none is no version
	f := app.ActForm{ID: v.Key.String(), Act: a.Key, Version: int32(version), Fields: map[string]any{},
		Reason: r.PostForm.Get("reason"), Words: r.PostForm.Get("words"), Post: r.PostForm.Get("post"), To: r.PostForm.Get("to"), Until: r.PostForm.Get("until"), Pick: r.PostForm.Get("pick")}
	for _, in := range a.Inputs {
		switch in.Key {
		case "reason", "words", "post", "to", "until", "pick":
			continue
		}
		if in.Kind == app.InFile {
			var hashes []string
			for _, one := range files[in.Key] {
				hashes = append(hashes, one.Hash)
			}
			f.Fields[in.Key] = hashes
			continue
		}
		f.Fields[in.Key] = r.PostForm[in.Key]
	}
	return f
}

// takeFiles keeps what was uploaded, and what an earlier try had kept already.
func (d *Desk) takeFiles(r *http.Request, who app.Actor, a app.ActView) (map[string][]app.FileView, error) {
	out := map[string][]app.FileView{}
	bad := fault.New(fault.Invalid, "app.act_wrong")
	for _, in := range a.Inputs {
		if in.Kind != app.InFile {
			continue
		}
		for _, hash := range r.PostForm[in.Key+".keep"] {
			out[in.Key] = append(out[in.Key], app.FileView{Hash: hash, Name: hash[:min(8, len(hash))]})
		}
		if r.MultipartForm == nil {
			continue
		}
		for _, h := range r.MultipartForm.File[in.Key] {
			f, err := d.takeFile(r, who, h)
			if err != nil {
				bad = bad.With(in.Key, fault.As(err).Key, fault.As(err).Args...)
				continue
			}
			out[in.Key] = append(out[in.Key], f)
		}
	}
	return out, bad.Any()
}

func (d *Desk) takeFile(r *http.Request, who app.Actor, h *multipart.FileHeader) (app.FileView, error) {
	src, err := h.Open()
	if err != nil {
		return app.FileView{}, err
	}
	defer src.Close()
	content, err := io.ReadAll(src)
	if err != nil {
		return app.FileView{}, err
	}
	return d.app.PutFile(r.Context(), who, h.Filename, content)
}

func keepFiles(form *web.Form, files map[string][]app.FileView) {
	for key, list := range files {
		f := form.Field(key)
		if f == nil {
			continue
		}
		for _, one := range list {
			f.Files = append(f.Files, web.File{Name: one.Name, Hash: one.Hash, Bytes: one.Size})
		}
	}
}
