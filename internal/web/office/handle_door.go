package office

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/web"
)

func (d *Desk) doorRoutes() []route {
	return []route{
		{"GET /{$}", signedIn, d.home},
		{"GET /sign-in", public, d.signInPage},
		{"POST /sign-in", public, d.signIn},
		{"GET /sign-in/code", public, d.codePage},
		{"POST /sign-in/code", public, d.code},
		{"POST /sign-out", public, d.signOut},
		{"GET /offline", public, d.offline},
	}
}

// home leads to the first room: the district for who leads others, else one's own work.
func (d *Desk) home(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	me, err := d.app.Me(r.Context(), who)
	if err != nil {
		return err
	}
	to := "/work"
	if me.Leads {
		to = "/today"
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

func (d *Desk) signInPage(w http.ResponseWriter, r *http.Request, _ app.Actor) error {
	l := web.LangOf(r)
	page := &SignIn{Form: PasswordForm(l, "", next(r)), SignedOut: r.URL.Query().Get("out") != ""}
	d.people(page, l)
	return d.kit.Render(w, r, http.StatusOK, page)
}

// people are the sample sign-ins, shown only in a demonstration.
func (d *Desk) people(page *SignIn, l i18n.Lang) {
	if d.demo == nil {
		return
	}
	for _, s := range d.demo.People {
		page.Demo = append(page.Demo, DemoPerson{Post: s.Post.In(l), User: s.Login, Password: s.Password})
	}
}

// next is where the reader was going, if that is on this site.
func next(r *http.Request) string {
	to := r.FormValue("next")
	if !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.HasPrefix(to, "/\\") {
		return "/"
	}
	return to
}

func (d *Desk) signIn(w http.ResponseWriter, r *http.Request, _ app.Actor) error {
	l := web.LangOf(r)
	in, err := d.app.SignIn(r.Context(), app.SignInForm{
		Login: r.PostForm.Get("user"), Password: r.PostForm.Get("password"), Agent: r.UserAgent(), Address: address(r),
	})
	if err != nil {
		page := &SignIn{Form: PasswordForm(l, r.PostForm.Get("user"), next(r))}
		d.people(page, l)
		return d.refused(w, r, page, &page.Form, renamed(err, "login", "user"))
	}
	d.keepSession(w, in)
	if in.Code {
		http.Redirect(w, r, web.With("/sign-in/code", "next", next(r)), http.StatusSeeOther)
		return nil
	}
	http.Redirect(w, r, next(r), http.StatusSeeOther)
	return nil
}

// renamed gives a field of a fault the name it has in the form.
func renamed(err error, from, to string) error {
	if f := fault.As(err); f != nil {
		for i := range f.Fields {
			if f.Fields[i].Path == from {
				f.Fields[i].Path = to
			}
		}
	}
	return err
}

func address(r *http.Request) string {
	host, _, _ := strings.Cut(r.RemoteAddr, "]:")
	if i := strings.LastIndexByte(host, ':'); i > 0 && !strings.HasPrefix(host, "[") {
		host = host[:i]
	}
	return strings.TrimPrefix(host, "[")
}

func (d *Desk) keepSession(w http.ResponseWriter, in app.SignedIn) {
	http.SetCookie(w, &http.Cookie{Name: app.SessionCookie, Value: in.Secret, Path: "/", Expires: in.Expires,
		HttpOnly: true, Secure: d.secure, SameSite: http.SameSiteLaxMode})
}

func (d *Desk) codePage(w http.ResponseWriter, r *http.Request, _ app.Actor) error {
	return d.kit.Render(w, r, http.StatusOK, &SignIn{CodeStep: true, Form: CodeForm(web.LangOf(r), next(r))})
}

func (d *Desk) code(w http.ResponseWriter, r *http.Request, _ app.Actor) error {
	in, err := d.app.SecondStep(r.Context(), session(r).Session, r.PostForm.Get("code"))
	if err != nil {
		page := &SignIn{CodeStep: true, Form: CodeForm(web.LangOf(r), next(r))}
		return d.refused(w, r, page, &page.Form, err)
	}
	d.keepSession(w, in)
	http.Redirect(w, r, next(r), http.StatusSeeOther)
	return nil
}

func (d *Desk) signOut(w http.ResponseWriter, r *http.Request, _ app.Actor) error {
	if secret := session(r).Session; secret != "" {
		if err := d.app.SignOut(secret); err != nil {
			return err
		}
	}
	http.SetCookie(w, &http.Cookie{Name: app.SessionCookie, Path: "/", Expires: time.Unix(1, 0), HttpOnly: true, Secure: d.secure})
	http.Redirect(w, r, "/sign-in?out=1", http.StatusSeeOther)
	return nil
}

func (d *Desk) offline(w http.ResponseWriter, r *http.Request, _ app.Actor) error {
	return d.kit.Render(w, r, http.StatusOK, &web.Offline{})
}

// refused shows a form again with what is wrong with it; what a form cannot show goes on
// to the error funnel.
func (d *Desk) refused(w http.ResponseWriter, r *http.Request, page web.Page, form *web.Form, err error) error {
	l := web.LangOf(r)
	f := fault.As(err)
	status := f.Kind.Status()
	if f.Kind == fault.TooMany {
		w.Header().Set("Retry-After", strconv.Itoa(max(f.Wait, 5)))
		f = &fault.Fault{Kind: fault.Refused, Key: f.Key, Args: f.Args}
	}
	if f.Kind == fault.Forbidden && f.Key != "" {
		f = &fault.Fault{Kind: fault.Refused, Key: f.Key, Args: f.Args}
	}
	if !form.Refuse(l, f) {
		return err
	}
	return d.kit.Render(w, r, status, page)
}
