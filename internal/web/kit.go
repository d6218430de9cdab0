package web

import (
	"compress/gzip"
	"embed"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"runtime/debug"
	"sync"
	"time"
)

//go:embed templates/*.html
var templates embed.FS

// Config is what a kit is made of.
type Config struct {
	Views     []View
	Templates []fs.FS          // folders in which the views' templates lie
	Words     map[string]Words // the States' word tables by key; nil is the standard words alone
	Now       func() time.Time
	Log       *slog.Logger
	Secure    bool // served over https: cookies and transport are held to it
}

// Kit renders pages and errors; it is made once and shared by all handlers.
type Kit struct {
	engine  *engine
	assets  *assets
	log     *slog.Logger
	now     func() time.Time
	secure  bool
	packers sync.Pool // of *gzip.Writer
}

// New proves every template against every language and word table; a wording or word that is missing is an error here.
func New(cfg Config) (*Kit, error) {
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	a, err := loadAssets()
	if err != nil {
		return nil, err
	}
	cfg.Views = append(ownViews(), cfg.Views...)
	cfg.Templates = append([]fs.FS{ownTemplates()}, cfg.Templates...)
	e, err := newEngine(cfg, a)
	if err != nil {
		return nil, err
	}
	return &Kit{engine: e, assets: a, log: cfg.Log, now: cfg.Now, secure: cfg.Secure,
		packers: sync.Pool{New: func() any { return gzip.NewWriter(nil) }}}, nil
}

// Handler is a handler that may fail; what it returns goes through Kit.Error.
type Handler func(w http.ResponseWriter, r *http.Request) error

// Handle serves h: security headers before it, its time measured, its error shown as a designed page.
func (k *Kit) Handle(h Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		k.guard(w.Header())
		r = r.WithContext(withClock(r.Context(), k.now()))
		if err := recovered(h, w, r); err != nil {
			k.Error(w, r, err)
		}
	})
}

// recovered serves h and gives a panic as an error with its stack, so that one bad page is one bad page.
func recovered(h Handler, w http.ResponseWriter, r *http.Request) (err error) {
	defer func() {
		switch p := recover(); p {
		case nil:
		case http.ErrAbortHandler:
			panic(p)
		default:
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return h(w, r)
}

// Assets serves /assets/.
func (k *Kit) Assets() http.Handler { return k.assets }

// Worker serves /sw.js, the script that shows the offline page when the network is away.
func (k *Kit) Worker() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-cache")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		k.assets.worker.write(w, r)
	})
}

// guard sets what every page carries: nothing inline, nothing from elsewhere, no framing, no stored copy.
func (k *Kit) guard(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "+
		"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(self), geolocation=(self), microphone=(), payment=()")
	h.Set("Cache-Control", "private, no-store")
	if k.secure {
		h.Set("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
	}
}
