package web

import (
	"errors"
	"log/slog"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// ErrorPage is every failed request: what happened, what was kept, what to do next.
type ErrorPage struct {
	Base
	Kind   string // the fault's kind by name, "busy", "full" or "readonly"
	Status int
	Say    string
	Lines  []string
	Ref    string // to quote to the operator; "" where the reader can help himself
	Kept   []Kept
	Again  string // where the kept form may be sent again
}

// Prose are the kept values worth reading again.
func (p *ErrorPage) Prose() []Kept {
	return slices.DeleteFunc(slices.Clone(p.Kept), func(k Kept) bool { return !k.Prose() })
}

// Home is where a reader without a way on goes: work for the signed-in, the door for a visitor.
func (p *ErrorPage) Home() string {
	if p.Me.SignedIn() {
		return "/"
	}
	return "/sign-in"
}

// Changed is the error of an act that found its matter changed meanwhile; the page shows both sides.
type Changed struct {
	By    string // the post that changed it
	At    calendar.Instant
	Rows  []ChangedRow
	Add   string // where the kept form is sent to be added after the other; "" if it cannot be
	Leave string // where leaving one's own goes
}

// ChangedRow is one thing as it is saved now and as the reader has it.
type ChangedRow struct{ What, Saved, Yours string }

// Differs reports whether the two sides are not the same.
func (c ChangedRow) Differs() bool { return c.Saved != c.Yours }

// Error makes Changed an error.
func (c *Changed) Error() string { return "changed meanwhile by " + c.By }

// ConflictPage shows what changed while the reader was writing.
type ConflictPage struct {
	Base
	Changed
	Mine calendar.Instant
	Kept []Kept
}

// Offline is the page that the browser keeps for when the network is away.
type Offline struct{ Base }

// Error is the one funnel of failed requests: it logs what the reader must not see and shows the designed page with the
// right status. A part asked for by script gets one line; a reader whose sign-in ran out is asked to sign in.
func (k *Kit) Error(w http.ResponseWriter, r *http.Request, err error) {
	f := fault.As(err)
	ref := k.logged(r, f, err)
	status := f.Kind.Status()
	if f.Kind == fault.TooMany || f.Kind == fault.Unavailable {
		w.Header().Set("Retry-After", strconv.Itoa(max(f.Wait, 5)))
	}
	if f.Kind == fault.Unauthenticated && r.Method != http.MethodPost && !IsPart(r) {
		http.Redirect(w, r, With("/sign-in", "next", r.URL.RequestURI()), http.StatusSeeOther)
		return
	}
	var failed error
	switch page := k.errorPage(r, f, err, ref).(type) {
	case *ConflictPage:
		failed = k.Render(w, r, http.StatusConflict, page)
	case *ErrorPage:
		if IsPart(r) {
			failed = k.Part(w, r, status, page, "line")
		} else {
			failed = k.Render(w, r, status, page)
		}
	}
	if failed != nil {
		k.log.Error("error page", "err", failed)
		http.Error(w, i18n.Message(ReaderOf(r).Lang, "fault.internal"), http.StatusInternalServerError)
	}
}

// logged writes what is ours to the log and gives the number under which it stands there.
func (k *Kit) logged(r *http.Request, f *fault.Fault, err error) string {
	level, ref := slog.LevelInfo, ""
	if f.Kind == fault.Internal || f.Kind == fault.Unavailable {
		level, ref = slog.LevelError, reference(k.now().UnixMicro())
	}
	k.log.Log(r.Context(), level, "request failed", "method", r.Method, "path", r.URL.Path, "kind", f.Kind.String(), "ref", ref, "err", err)
	return ref
}

// reference is short enough to be read out on the telephone: no letters that sound or look alike.
func reference(n int64) string {
	const letters = "23456789CFGHJMPQRVWX"
	var b [7]byte
	for i := range b {
		b[len(b)-1-i] = letters[n%int64(len(letters))]
		n /= int64(len(letters))
	}
	return string(b[:3]) + "-" + string(b[3:])
}

func (k *Kit) errorPage(r *http.Request, f *fault.Fault, err error, ref string) Page {
	if changed, ok := errors.AsType[*Changed](err); ok {
		return &ConflictPage{Changed: *changed, Mine: calendar.At(k.now()), Kept: unversioned(kept(r))}
	}
	p := k.plainError(r, f, ref)
	if f.Kind != fault.Forbidden && f.Kind != fault.NotFound {
		p.Kept = kept(r)
	}
	if len(p.Kept) > 0 {
		p.Again = local(r.URL.Path, r.URL.RawQuery)
	}
	return p
}

func (k *Kit) plainError(r *http.Request, f *fault.Fault, ref string) *ErrorPage {
	l := ReaderOf(r).Lang
	p := &ErrorPage{Kind: cause(f), Status: f.Kind.Status(), Ref: ref, Say: i18n.Message(l, f.Key, f.Args...)}
	for _, wrong := range f.Fields {
		line := i18n.Message(l, wrong.Key, wrong.Args...)
		if wrong.Path != "" {
			line = wrong.Path + ": " + line
		}
		p.Lines = append(p.Lines, line)
	}
	return p
}

// cause names the design: the fault's kind, and for a store that cannot write just now, why.
func cause(f *fault.Fault) string {
	if f.Kind != fault.Unavailable {
		return f.Kind.String()
	}
	_, why, _ := strings.Cut(f.Key, ".")
	switch why {
	case "disk_full":
		return "full"
	case "read_only":
		return "readonly"
	case "busy":
		return "busy"
	}
	return f.Kind.String()
}

// Unwrap gives the kind: somebody else was first.
func (c *Changed) Unwrap() error { return fault.New(fault.Conflict, "fault.conflict") }
