package web

import (
	"io"
	"maps"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// The most that is kept of what was typed: a long report fits, a photograph does not.
const (
	keptField = 64 << 10
	keptFiles = 64 << 20 // skipped over to reach the fields behind them
)

// Kept is one thing that the reader had typed when the act failed.
type Kept struct{ Name, Value string }

// Prose reports whether the value is worth reading again, not a code or a number.
func (k Kept) Prose() bool { return len([]rune(k.Value)) >= 20 || strings.ContainsRune(k.Value, ' ') }

// kept gathers what a failed POST had carried, without passwords and files, whether or not a handler had read it yet.
func kept(r *http.Request) []Kept {
	if r.Method != http.MethodPost {
		return nil
	}
	form := r.PostForm
	if form == nil {
		form = unread(r)
	}
	secrets := []string{"password", "code", "secret", "token"}
	var list []Kept
	for _, name := range slices.Sorted(maps.Keys(form)) {
		if slices.ContainsFunc(secrets, func(s string) bool { return strings.Contains(name, s) }) {
			continue
		}
		for _, v := range form[name] {
			if v != "" {
				list = append(list, Kept{name, v})
			}
		}
	}
	return list
}

// VersionField is the hidden field that says which state of a matter a form was made of. A reader who has seen what
// changed and adds his answer after it sends the form without.
const VersionField = "version"

func unversioned(list []Kept) []Kept {
	return slices.DeleteFunc(list, func(k Kept) bool { return k.Name == VersionField })
}

// unread reads the fields of a body that nobody has read: a sign-in that ran out fails before any handler.
func unread(r *http.Request) url.Values {
	parts, err := r.MultipartReader()
	if err == nil {
		return textParts(parts)
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, 8*keptField))
	if err != nil {
		return nil
	}
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return nil
	}
	return form
}

// textParts takes the fields of a form with files and skips the files; what breaks off midway keeps what came before.
func textParts(parts *multipart.Reader) url.Values {
	form, skipped := url.Values{}, int64(0)
	for skipped < keptFiles {
		p, err := parts.NextPart()
		if err != nil {
			return form
		}
		if p.FileName() != "" {
			n, err := io.Copy(io.Discard, io.LimitReader(p, keptFiles-skipped))
			if skipped += n; err != nil {
				return form
			}
			continue
		}
		value, err := io.ReadAll(io.LimitReader(p, keptField))
		if err != nil {
			return form
		}
		form.Add(p.FormName(), string(value))
	}
	return form
}
