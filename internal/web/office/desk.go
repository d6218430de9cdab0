package office

import (
	"errors"
	"io/fs"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/web"
)

// Config is what the officers' pages are made of.
type Config struct {
	App    *app.App
	Worker *app.Worker
	Log    *slog.Logger
	Demo   *Demo // set in a demonstration only
	Secure bool
}

// Demo is what a demonstration shows besides: who may sign in, and a control of the clock.
type Demo struct {
	People []Sample
}

// Sample is somebody of the sample district by whom one may look around.
type Sample struct {
	Post     i18n.Text
	Login    string
	Password string
}

// Desk serves the officers' pages.
type Desk struct {
	app    *app.App
	worker *app.Worker
	kit    *web.Kit
	log    *slog.Logger
	demo   *Demo
	secure bool
}

// public marks a route that needs no sign-in; signedIn one that any post may use.
const (
	public   = "public"
	signedIn = "signed in"
)

// route is one page or act: its pattern, the power it needs, and its handler. A test walks
// the table to see that each names one.
type route struct {
	pattern string
	power   string
	serve   func(http.ResponseWriter, *http.Request, app.Actor) error
}

// New gives the handler of every officers' page.
func New(cfg Config) (http.Handler, error) {
	kit, err := web.New(web.Config{
		Views: Views(), Templates: []fs.FS{Templates()}, Words: words(cfg.App), Log: cfg.Log, Secure: cfg.Secure,
		Now: func() time.Time { return cfg.App.Now().Time() },
	})
	if err != nil {
		return nil, err
	}
	d := &Desk{app: cfg.App, worker: cfg.Worker, kit: kit, log: cfg.Log, demo: cfg.Demo, secure: cfg.Secure}
	mux := http.NewServeMux()
	mux.Handle("GET /assets/", kit.Assets())
	mux.Handle("GET /sw.js", kit.Worker())
	for _, rt := range d.routes() {
		mux.Handle(rt.pattern, d.handle(rt))
	}
	mux.Handle("/", d.handle(route{power: public, serve: d.nowhere}))
	return web.SwitchLang(mux), nil
}

func (d *Desk) routes() []route {
	var all []route
	for _, list := range [][]route{
		d.doorRoutes(), d.workRoutes(), d.matterRoutes(), d.listRoutes(), d.accountRoutes(), d.settingRoutes(), d.officeRoutes(), d.meetingRoutes(),
	} {
		all = append(all, list...)
	}
	if d.demo != nil {
		all = append(all, d.demoRoutes()...)
	}
	return all
}

// handle finds who reads, asks for the power of the route, and serves it; every error ends
// in the one funnel.
func (d *Desk) handle(rt route) http.Handler {
	return d.kit.Handle(func(w http.ResponseWriter, r *http.Request) error {
		who, err := d.app.Authenticate(r.Context(), session(r))
		if err != nil && rt.power != public {
			return err
		}
		if err == nil {
			who.Lang = web.LangOf(r)
			if r, err = d.read(r, who); err != nil {
				return err
			}
			if err := d.allowed(r, rt, who); err != nil {
				return err
			}
		}
		if err := parse(w, r); err != nil {
			return err
		}
		if err := d.admit(r, rt, who); err != nil {
			return err
		}
		return rt.serve(w, r, who)
	})
}

// admit holds the pace of what changes, searches and uploads. It comes after the form is
// read, so that the page that refuses still has what was typed.
func (d *Desk) admit(r *http.Request, rt route, who app.Actor) error {
	switch {
	case searching(rt.pattern):
		return d.app.Admit(who, address(r), app.Searches)
	case !strings.HasPrefix(rt.pattern, http.MethodPost):
		return nil
	}
	err := d.app.Admit(who, address(r), app.Writes)
	if err == nil && r.MultipartForm != nil && len(r.MultipartForm.File) > 0 {
		err = d.app.Admit(who, address(r), app.Uploads)
	}
	return err
}

// searching reports the routes that look through much without changing anything.
func searching(pattern string) bool {
	_, path, _ := strings.Cut(pattern, " ")
	return slices.Contains([]string{"/search", "/pick/{kind}"}, path) || strings.HasSuffix(path, "/preview") ||
		strings.HasSuffix(path, ".xlsx") || strings.HasSuffix(path, ".csv")
}

func (d *Desk) allowed(r *http.Request, rt route, who app.Actor) error {
	if rt.power == public || rt.power == signedIn {
		return nil
	}
	ok, err := d.app.Holds(r.Context(), who, rt.power)
	if err == nil && !ok {
		err = fault.New(fault.Forbidden, "app.power_missing", rt.power)
	}
	return err
}

func session(r *http.Request) app.Credentials {
	if c, err := r.Cookie(app.SessionCookie); err == nil {
		return app.Credentials{Session: c.Value}
	}
	return app.Credentials{}
}

// Uploads and forms are bounded; what is larger is refused before it is read.
const (
	maxUpload = 52 << 20
	inMemory  = 8 << 20
)

func parse(w http.ResponseWriter, r *http.Request) error {
	r.Body = http.MaxBytesReader(w, r.Body, maxUpload)
	err := r.ParseForm()
	if err == nil && strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data") {
		err = r.ParseMultipartForm(inMemory)
	}
	switch _, tooLong := errors.AsType[*http.MaxBytesError](err); {
	case err == nil:
		return nil
	case tooLong:
		return fault.New(fault.TooLarge, "web.upload_too_large", maxUpload>>20)
	}
	return fault.Wrap(err, fault.Invalid, "web.form_unread")
}

func (d *Desk) nowhere(_ http.ResponseWriter, r *http.Request, _ app.Actor) error {
	return fault.New(fault.NotFound, "fault.not_found")
}
