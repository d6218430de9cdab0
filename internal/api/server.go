package api

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"reflect"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// public marks a route that needs no sign-in.
const public = "public"

// maxKey bounds an Idempotency-Key.
const maxKey = 200

// Server serves the JSON interface.
type Server struct {
	app    *app.App
	log    *slog.Logger
	routes []route
}

// New gives the JSON interface over a; its handler serves everything under /api/v1.
func New(a *app.App, log *slog.Logger) *Server {
	s := &Server{app: a, log: log}
	s.routes = s.table()
	return s
}

// Handler gives the mux of /api/v1.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	for _, rt := range s.routes {
		mux.Handle(rt.method+" "+rt.path, s.handler(rt))
	}
	for _, lang := range []i18n.Lang{i18n.Hindi, i18n.English} {
		doc, err := json.Marshal(document(s.routes, lang))
		if err != nil {
			s.log.Error("openapi", "err", err) // a type of the table that JSON cannot write
			continue
		}
		mux.HandleFunc("GET "+documentPath(lang), func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json; charset=utf-8")
			_, _ = w.Write(doc) // the caller has gone; nothing is owed to it any more
		})
	}
	mux.HandleFunc("/api/v1/", func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, s.lang(r), fault.New(fault.NotFound, "api.no_route"))
	})
	return mux
}

func documentPath(lang i18n.Lang) string {
	if lang == i18n.Hindi {
		return "/api/v1/openapi.hi.json"
	}
	return "/api/v1/openapi.json"
}

// lang is the reader's language: Accept-Language if it names one, else Hindi.
func (s *Server) lang(r *http.Request) i18n.Lang {
	if strings.HasPrefix(strings.ToLower(r.Header.Get("Accept-Language")), "en") {
		return i18n.English
	}
	return i18n.Hindi
}

// actor finds who asks, by bearer token or by the session of a signed-in browser.
func (s *Server) actor(r *http.Request, rt route, lang i18n.Lang) (app.Actor, error) {
	if rt.power == public {
		return app.Actor{Lang: lang}, nil
	}
	who, err := s.app.Authenticate(r.Context(), credentials(r))
	if err != nil {
		return app.Actor{}, err
	}
	who.Lang = lang
	if rt.power == "" {
		return who, nil
	}
	holds, err := s.app.Holds(r.Context(), who, rt.power)
	if err == nil && !holds {
		err = fault.New(fault.Forbidden, "app.power_missing", rt.power)
	}
	return who, err
}

func credentials(r *http.Request) app.Credentials {
	if token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return app.Credentials{Token: strings.TrimSpace(token)}
	}
	if c, err := r.Cookie(app.SessionCookie); err == nil {
		return app.Credentials{Session: c.Value}
	}
	return app.Credentials{}
}

// once ties a request to its Idempotency-Key, so that the use case saves the key in its
// own commit. The body is read here and given back, because the key stands for its bytes.
func once(ctx context.Context, r *http.Request, rt route) (context.Context, error) {
	key := r.Header.Get("Idempotency-Key")
	if key == "" {
		return ctx, nil
	}
	if len(key) > maxKey {
		return nil, fault.New(fault.Invalid, "api.key_too_long", maxKey)
	}
	most := largest(reflect.New(rt.in).Interface())
	body, err := io.ReadAll(http.MaxBytesReader(nil, r.Body, most))
	if err != nil {
		return nil, fault.Wrap(err, fault.TooLarge, "api.body_too_large", most>>20)
	}
	r.Body = io.NopCloser(strings.NewReader(string(body)))
	return app.WithOnce(ctx, app.Once{
		Key:   key,
		Route: rt.method + " " + r.URL.Path,
		Body:  sha256.Sum256(body),
	}), nil
}
