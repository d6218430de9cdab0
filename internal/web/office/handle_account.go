package office

import (
	"encoding/base64"
	"html/template"
	"net/http"
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/web"
)

func (d *Desk) accountRoutes() []route {
	return []route{
		{"GET /account", signedIn, d.account},
		{"POST /account/post", signedIn, d.choosePost},
		{"POST /account/reading", signedIn, d.readingChoice},
		{"POST /account/password", signedIn, d.password},
		{"POST /account/code", signedIn, d.keepCode},
		{"POST /account/code/off", signedIn, d.dropCode},
		{"POST /account/code/spare", signedIn, d.newSpares},
		{"POST /account/sessions/{id}/end", signedIn, d.endSession},
	}
}

func (d *Desk) account(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	page, err := d.accountPage(r, who)
	if err != nil {
		return err
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

func (d *Desk) accountPage(r *http.Request, who app.Actor) (*Account, error) {
	a, err := d.app.Account(r.Context(), who)
	if err != nil {
		return nil, err
	}
	l := who.Lang
	page := &Account{Base: web.Base{AsOn: d.app.Now()}, Reading: readingForm(l, r), Password: passwordForm(l)}
	for _, p := range a.Posts {
		page.Posts = append(page.Posts, HeldPost{ID: p.ID.String(), Name: p.Name.In(l), Current: p.ID == a.Post})
	}
	for _, s := range a.Sessions {
		page.Sessions = append(page.Sessions, Session{ID: s.ID, Device: device(s.Agent), Where: s.Address, Seen: s.Seen, Here: s.Current})
	}
	if page.Code, err = d.codeState(r, who, a.HasCode); a.HasCode {
		page.Code.Left, page.Code.Renew = a.Spares, sparesForm(l)
	}
	return page, err
}

func readingForm(l i18n.Lang, r *http.Request) web.Form {
	return web.Form{Action: "/account/reading", Submit: i18n.Text{Hi: "सहेजें", En: "Save"}.In(l), Fields: []web.Field{
		{Kind: web.OneOfField, Name: "lang", Label: i18n.Text{Hi: "भाषा", En: "Language"}.In(l), Options: []web.Option{
			{Value: "hi", Label: "हिन्दी", Chosen: l == i18n.Hindi}, {Value: "en", Label: "English", Chosen: l == i18n.English}}},
		{Kind: web.OneOfField, Name: "digits", Label: i18n.Text{Hi: "अंक", En: "Figures"}.In(l), Options: []web.Option{
			{Value: "ascii", Label: "1, 2, 3", Chosen: !deva(r)}, {Value: "deva", Label: "१, २, ३", Chosen: deva(r)}}},
	}}
}

func passwordForm(l i18n.Lang) web.Form {
	return web.Form{Action: "/account/password", Submit: i18n.Text{Hi: "पासवर्ड बदलें", En: "Change the password"}.In(l),
		Next: i18n.Text{Hi: "और सब जगह से बाहर हो जाएँगे।", En: "Every other place will be signed out."}.In(l), Fields: []web.Field{
			{Kind: web.SecretField, Name: "old", Label: i18n.Text{Hi: "पुराना पासवर्ड", En: "Old password"}.In(l), Auto: "current-password"},
			{Kind: web.SecretField, Name: "password", Label: i18n.Text{Hi: "नया पासवर्ड", En: "New password"}.In(l), Auto: "new-password"},
		}}
}

func (d *Desk) codeState(r *http.Request, who app.Actor, on bool) (CodeState, error) {
	l := who.Lang
	if on {
		return CodeState{On: true, Form: web.Form{Action: "/account/code/off", Submit: i18n.Text{Hi: "कोड बंद करें", En: "Switch the code off"}.In(l),
			Fields: []web.Field{{Kind: web.SecretField, Name: "password_off", Label: i18n.Text{Hi: "पासवर्ड", En: "Password"}.In(l), Auto: "current-password"}}}}, nil
	}
	secret := r.PostForm.Get("secret")
	var picture []byte
	if secret == "" {
		var err error
		if secret, picture, err = d.app.NewCode(r.Context(), who); err != nil {
			return CodeState{}, err
		}
	}
	return CodeState{Secret: fours(secret), QR: dataURL(picture), Form: web.Form{Action: "/account/code", Hidden: []web.Hidden{{Name: "secret", Value: secret}},
		Submit: i18n.Text{Hi: "कोड चालू करें", En: "Switch the code on"}.In(l),
		Fields: []web.Field{{Kind: web.CodeField, Name: "code", Label: i18n.Text{Hi: "ऐप में दिखे 6 अंक", En: "The 6 figures in the app"}.In(l), Auto: "one-time-code"}}}}, nil
}

// dataURL puts a PNG picture into the page itself; nothing is fetched from elsewhere.
func dataURL(picture []byte) template.URL {
	if len(picture) == 0 {
		return ""
	}
	return template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(picture))
}

// device names a browser and its system, out of what it says of itself.
func device(agent string) string {
	pick := func(names ...string) string {
		for _, n := range names {
			if strings.Contains(agent, n) {
				return n
			}
		}
		return ""
	}
	browser := pick("Edg", "OPR", "SamsungBrowser", "Firefox", "Chrome", "Safari")
	system := pick("Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux")
	if browser == "" && system == "" {
		return agent
	}
	return strings.Trim(browser+", "+system, ", ")
}

func fours(s string) string {
	var out []byte
	for i := range len(s) {
		if i > 0 && i%4 == 0 {
			out = append(out, ' ')
		}
		out = append(out, s[i])
	}
	return string(out)
}

func (d *Desk) choosePost(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	id, err := record.ParseID(r.PostForm.Get("post"))
	if err != nil {
		return fault.New(fault.Forbidden, "app.not_your_post")
	}
	if err := d.app.ChoosePost(r.Context(), who, id); err != nil {
		return err
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
	return nil
}

// readingChoice keeps the language and the figures the reader wants, on this device.
func (d *Desk) readingChoice(w http.ResponseWriter, r *http.Request, _ app.Actor) error {
	http.SetCookie(w, &http.Cookie{Name: digitsCookie, Value: r.PostForm.Get("digits"), Path: "/", MaxAge: int((365 * 24 * time.Hour).Seconds()),
		HttpOnly: true, Secure: d.secure, SameSite: http.SameSiteLaxMode})
	http.Redirect(w, r, web.With("/account", "lang", i18n.ParseLang(r.PostForm.Get("lang")).String()), http.StatusSeeOther)
	return nil
}

func (d *Desk) password(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	err := d.app.ChangePassword(r.Context(), who, r.PostForm.Get("old"), r.PostForm.Get("password"))
	return d.accountDone(w, r, who, err, "office.password_changed", func(p *Account) *web.Form { return &p.Password })
}

func (d *Desk) keepCode(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	codes, err := d.app.KeepCode(who, r.PostForm.Get("secret"), r.PostForm.Get("code"))
	return d.showSpares(w, r, who, codes, err, func(p *Account) *web.Form { return &p.Code.Form })
}

func (d *Desk) newSpares(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	codes, err := d.app.NewSpares(r.Context(), who, r.PostForm.Get("password_spare"))
	return d.showSpares(w, r, who, codes, renamed(err, "password", "password_spare"), func(p *Account) *web.Form { return &p.Code.Renew })
}

// showSpares shows the spare codes in the answer itself: no address leads to them again.
func (d *Desk) showSpares(w http.ResponseWriter, r *http.Request, who app.Actor, codes []string, err error, form func(*Account) *web.Form) error {
	if err != nil {
		return d.accountDone(w, r, who, err, "", form)
	}
	return d.kit.Render(w, r, http.StatusOK, &Spares{Base: web.Base{AsOn: d.app.Now()}, Codes: codes})
}

// sparesForm asks the password before new spare codes replace the old.
func sparesForm(l i18n.Lang) web.Form {
	return web.Form{Action: "/account/code/spare", Submit: in(l, "नए आपात कोड बनाएँ", "Make new spare codes"), Next: in(l, "पुराने आपात कोड समाप्त हो जाएँगे।", "The old spare codes end."),
		Fields: []web.Field{{Kind: web.SecretField, Name: "password_spare", Label: in(l, "पासवर्ड", "Password"), Auto: "current-password"}}}
}

func (d *Desk) dropCode(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	err := d.app.DropCode(r.Context(), who, r.PostForm.Get("password_off"))
	return d.accountDone(w, r, who, renamed(err, "password", "password_off"), "office.code_off", func(p *Account) *web.Form { return &p.Code.Form })
}

// accountDone shows the page again, with what was wrong in one of its forms if anything was.
func (d *Desk) accountDone(w http.ResponseWriter, r *http.Request, who app.Actor, err error, said string, form func(*Account) *web.Form) error {
	if err == nil {
		d.kit.Flash(w, "", 0, said)
		http.Redirect(w, r, "/account", http.StatusSeeOther)
		return nil
	}
	page, loadErr := d.accountPage(r, who)
	if loadErr != nil {
		return loadErr
	}
	return d.refused(w, r, page, form(page), err)
}

func (d *Desk) endSession(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	if err := d.app.EndSession(r.Context(), who, r.PathValue("id")); err != nil {
		return err
	}
	http.Redirect(w, r, "/account", http.StatusSeeOther)
	return nil
}
