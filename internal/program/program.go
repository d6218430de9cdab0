// Package program puts the parts together: a database, the use cases, the pages, the JSON
// interface and the worker behind one address. The commands and the tests boot the same.
package program

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/anupalan/anupalan/internal/api"
	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/web/office"
)

// Config is what a program is made of.
type Config struct {
	DB     *store.DB
	Packs  fs.FS
	Addr   string // host:port; port 0 takes a free one
	Keys   Keys
	Mailer app.Mailer // nil sends nothing
	Log    *slog.Logger
	Wall   func() time.Time
	Demo   *office.Demo // the business clock may be moved, on loopback only
	Secure bool         // behind https: cookies are held to it
	Paces  [3]app.Pace  // by use; none given takes the usual ones
	Quiet  bool         // the worker does not run by itself; a test calls it
}

// Program is a running server.
type Program struct {
	App    *app.App
	Worker *app.Worker
	URL    string

	http   *http.Server
	cancel context.CancelFunc
	done   sync.WaitGroup
}

// How long a request may take to arrive and to be answered, and how long a stop waits.
const (
	headerTime = 10 * time.Second
	readTime   = 2 * time.Minute
	writeTime  = 2 * time.Minute
	idleTime   = 2 * time.Minute
	stopTime   = 20 * time.Second
)

// Start opens everything and listens; it returns when requests are answered.
func Start(ctx context.Context, cfg Config) (*Program, error) {
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if err := mayServe(ctx, cfg); err != nil {
		return nil, err
	}
	systems, err := app.LoadSystems(cfg.Packs)
	if err != nil {
		return nil, err
	}
	a, err := app.New(ctx, app.Config{DB: cfg.DB, Systems: systems, Wall: cfg.Wall, Log: cfg.Log, Secret: cfg.Keys.Secret, Signer: cfg.Keys.Signer, Paces: cfg.Paces})
	if err != nil {
		return nil, err
	}
	p := &Program{App: a, Worker: app.NewWorker(a, cfg.Mailer)}
	handler, err := p.handler(cfg)
	if err != nil {
		a.Close()
		return nil, err
	}
	if err := p.listen(cfg, handler); err != nil {
		a.Close()
		return nil, err
	}
	return p, nil
}

// mayServe refuses a demonstration's database outside of a demonstration: its clock runs
// ahead, so its dates are not those of an office.
func mayServe(ctx context.Context, cfg Config) error {
	demo, err := app.IsDemo(ctx, cfg.DB)
	if err == nil && demo && cfg.Demo == nil {
		err = fault.New(fault.Refused, "app.demo_database")
	}
	return err
}

func (p *Program) handler(cfg Config) (http.Handler, error) {
	pages, err := office.New(office.Config{App: p.App, Worker: p.Worker, Log: cfg.Log, Demo: cfg.Demo, Secure: cfg.Secure})
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/api/v1/", http.NewCrossOriginProtection().Handler(api.New(p.App, cfg.Log).Handler()))
	mux.Handle("/", http.NewCrossOriginProtection().Handler(pages))
	return mux, nil
}

func (p *Program) listen(cfg Config, handler http.Handler) error {
	l, err := net.Listen("tcp", cfg.Addr)
	if err != nil {
		return fault.Wrap(err, fault.Unavailable, "command.listen", cfg.Addr)
	}
	p.URL = "http://" + l.Addr().String() + "/"
	p.http = &http.Server{Handler: handler, ReadHeaderTimeout: headerTime, ReadTimeout: readTime, WriteTimeout: writeTime,
		IdleTimeout: idleTime, ErrorLog: slog.NewLogLogger(cfg.Log.Handler(), slog.LevelWarn)}
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	p.done.Add(1)
	if !cfg.Quiet {
		p.done.Add(1)
		go func() {
			defer p.done.Done()
			p.Worker.Run(ctx)
		}()
	}
	go func() {
		defer p.done.Done()
		if err := p.http.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			cfg.Log.Error("serve", "err", err)
		}
	}()
	return nil
}

// Close answers what is under way, stops the worker and saves the last id. The database
// stays open.
func (p *Program) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), stopTime)
	defer cancel()
	err := p.http.Shutdown(ctx)
	p.cancel()
	p.done.Wait()
	p.App.Close()
	return err
}
