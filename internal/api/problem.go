package api

import (
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// Problem is a problem document of RFC 9457. Errors names every wrong field at once.
type Problem struct {
	Type   string         `json:"type" doc:"a stable reference to the kind of problem"`
	Title  string         `json:"title" doc:"what went wrong, in the reader's language"`
	Status int            `json:"status"`
	Detail string         `json:"detail,omitempty"`
	Code   string         `json:"code" doc:"the stable key of the message"`
	Errors []ProblemField `json:"errors,omitempty"`
}

// ProblemField is one wrong field of the request.
type ProblemField struct {
	Field  string `json:"field" doc:"name of the field, with an index or row where it has one: owners[1]"`
	Code   string `json:"code"`
	Detail string `json:"detail"`
}

// problemOf puts a fault into words; an internal one shows nothing of its cause.
func problemOf(lang i18n.Lang, f *fault.Fault) Problem {
	p := Problem{
		Type:   "/api/v1/problems/" + f.Kind.String(),
		Title:  i18n.Message(lang, f.Key, f.Args...),
		Status: f.Kind.Status(),
		Code:   f.Key,
	}
	for _, w := range f.Fields {
		p.Errors = append(p.Errors, ProblemField{Field: w.Path, Code: w.Key, Detail: i18n.Message(lang, w.Key, w.Args...)})
	}
	return p
}

func writeProblem(w http.ResponseWriter, lang i18n.Lang, f *fault.Fault) {
	p := problemOf(lang, f)
	h := w.Header()
	h.Set("Content-Type", "application/problem+json; charset=utf-8")
	h.Set("Content-Language", lang.String())
	h.Set("Cache-Control", "no-store")
	if p.Status == http.StatusUnauthorized {
		h.Set("WWW-Authenticate", `Bearer realm="anupalan"`)
	}
	if p.Status == http.StatusTooManyRequests || p.Status == http.StatusServiceUnavailable {
		h.Set("Retry-After", strconv.Itoa(max(f.Wait, 5)))
	}
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // the caller has gone; nothing is owed to it any more
}
