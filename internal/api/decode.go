package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
)

// maxBody bounds a JSON request; files go to their own route.
const maxBody = 1 << 20

// decode fills in from the path (`path:"id"`), the query (`query:"after"`) and, for a
// request with a body, from its JSON. Unknown query words and members are faults, each
// by its name, so that a typo is never silently ignored.
func decode(r *http.Request, in any) error {
	v := reflect.ValueOf(in).Elem()
	if v.Kind() != reflect.Struct {
		return nil
	}
	if r.Method == http.MethodPost {
		if err := decodeBody(r, in, hasBody(v.Type()), largest(in)); err != nil {
			return err
		}
	}
	return decodeURL(r, v)
}

func hasBody(t reflect.Type) bool {
	for _, f := range reflect.VisibleFields(t) {
		if isBodyField(f) {
			return true
		}
	}
	return false
}

func isBodyField(f reflect.StructField) bool {
	return f.IsExported() && f.Tag.Get("path") == "" && f.Tag.Get("query") == "" && f.Tag.Get("json") != "-"
}

// largest is the most bytes that a request of a type may have.
func largest(in any) int64 {
	if s, ok := in.(sized); ok {
		return s.maxBytes()
	}
	return maxBody
}

func decodeBody(r *http.Request, in any, wanted bool, most int64) error {
	body, err := io.ReadAll(http.MaxBytesReader(nil, r.Body, most))
	if err != nil {
		var tooLong *http.MaxBytesError
		if errors.As(err, &tooLong) {
			return fault.New(fault.TooLarge, "api.body_too_large", most>>20)
		}
		return fault.Wrap(err, fault.Invalid, "api.body_unread")
	}
	if len(bytes.TrimSpace(body)) == 0 {
		if wanted {
			return fault.New(fault.Invalid, "api.body_missing")
		}
		return nil
	}
	if ct := r.Header.Get("Content-Type"); ct != "" && !strings.HasPrefix(ct, "application/json") {
		return fault.New(fault.Invalid, "api.body_not_json")
	}
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.DisallowUnknownFields()
	if err := dec.Decode(in); err != nil {
		return jsonFault(err)
	}
	if dec.More() {
		return fault.New(fault.Invalid, "api.body_trailing")
	}
	return nil
}

// jsonFault names the member that is wrong.
func jsonFault(err error) error {
	bad := fault.New(fault.Invalid, "api.body_wrong")
	var typeErr *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &typeErr):
		return bad.With(typeErr.Field, "api.member_type", typeErr.Value)
	case errors.As(err, &syntax):
		return bad.With("body", "api.json_syntax", syntax.Offset)
	}
	if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		name, _ = strconv.Unquote(name)
		return bad.With(name, "api.member_unknown", name)
	}
	var f *fault.Fault
	if errors.As(err, &f) {
		return f
	}
	return bad.With("body", "api.json_syntax", 0)
}

func decodeURL(r *http.Request, v reflect.Value) error {
	query := r.URL.Query()
	bad := fault.New(fault.Invalid, "api.query_wrong")
	for _, f := range reflect.VisibleFields(v.Type()) {
		name, text := "", ""
		switch {
		case f.Tag.Get("path") != "":
			name = f.Tag.Get("path")
			text = r.PathValue(name)
		case f.Tag.Get("query") != "":
			name = f.Tag.Get("query")
			text = query.Get(name)
			query.Del(name)
		}
		if name != "" && text != "" && !set(v.FieldByIndex(f.Index), text) {
			bad.With(name, "api.value_wrong", text)
		}
	}
	for name := range query {
		bad.With(name, "api.query_unknown", name)
	}
	return bad.Any()
}

func set(v reflect.Value, text string) bool {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Int, reflect.Int32, reflect.Int64:
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil || v.OverflowInt(n) {
			return false
		}
		v.SetInt(n)
	case reflect.Bool:
		b, err := strconv.ParseBool(text)
		if err != nil {
			return false
		}
		v.SetBool(b)
	default:
		return false
	}
	return true
}
