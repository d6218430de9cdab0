package api

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"reflect"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// route is one operation: what it needs, what it takes and gives, and how it is served.
type route struct {
	method, path string
	power        string // what the caller's post must hold; "" any signed-in post; "public" nobody
	name         string // operationId
	summary      i18n.Text
	status       int
	in, out      reflect.Type
	serve        func(context.Context, app.Actor, *http.Request) (any, error)
}

// located is an answer that names where the new thing lies.
type located interface{ location() string }

// read makes a GET route from a typed use case.
func read[In, Out any](path, power, name string, summary i18n.Text, f func(context.Context, app.Actor, In) (Out, error)) route {
	return typed(http.MethodGet, path, power, name, summary, http.StatusOK, f)
}

// write makes a POST route from a typed use case; status is that of success.
func write[In, Out any](path, power, name string, status int, summary i18n.Text, f func(context.Context, app.Actor, In) (Out, error)) route {
	return typed(http.MethodPost, path, power, name, summary, status, f)
}

func typed[In, Out any](method, path, power, name string, summary i18n.Text, status int, f func(context.Context, app.Actor, In) (Out, error)) route {
	return route{
		method: method, path: path, power: power, name: name, summary: summary, status: status,
		in: reflect.TypeFor[In](), out: reflect.TypeFor[Out](),
		serve: func(ctx context.Context, who app.Actor, r *http.Request) (any, error) {
			var in In
			if err := decode(r, &in); err != nil {
				return nil, err
			}
			return f(ctx, who, in)
		},
	}
}

// handler serves one route: authenticate, authorise, decode, call, answer.
func (s *Server) handler(rt route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		lang := s.lang(r)
		ctx := r.Context()
		who, err := s.actor(r, rt, lang)
		if err != nil {
			s.fail(w, r, lang, err)
			return
		}
		if err := s.admit(r, rt, who); err != nil {
			s.fail(w, r, lang, err)
			return
		}
		if rt.method == http.MethodPost {
			if ctx, err = once(ctx, r, rt); err != nil {
				s.fail(w, r, lang, err)
				return
			}
		}
		out, err := rt.serve(ctx, who, r)
		if err != nil {
			s.fail(w, r, lang, err)
			return
		}
		answer(w, rt.status, out)
	})
}

// admit holds the pace of what changes and of searches.
func (s *Server) admit(r *http.Request, rt route, who app.Actor) error {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	switch {
	case rt.path == "/api/v1/search":
		return s.app.Admit(who, host, app.Searches)
	case rt.method == http.MethodGet:
		return nil
	}
	if _, carries := reflect.New(rt.in).Interface().(sized); carries {
		if err := s.app.Admit(who, host, app.Uploads); err != nil {
			return err
		}
	}
	return s.app.Admit(who, host, app.Writes)
}

func answer(w http.ResponseWriter, status int, out any) {
	if l, ok := out.(located); ok && status == http.StatusCreated {
		w.Header().Set("Location", l.location())
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(out) // the caller has gone; nothing is owed to it any more
}

// fail answers a problem document and logs what is ours.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, lang i18n.Lang, err error) {
	f := fault.As(err)
	if f.Kind == fault.Internal && !errors.Is(err, context.Canceled) {
		s.log.Error("api", "method", r.Method, "path", r.URL.Path, "err", err)
	}
	writeProblem(w, lang, f)
}
