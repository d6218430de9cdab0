// Package fault is the one taxonomy of things that go wrong.
//
// A fault is a kind, the key of a message and the message's arguments; the words themselves live in i18n, so that an
// officer reads Hindi, a log reads the key and the cause, and an API reads the code. Whatever is not a *Fault is
// internal: its text is for the log and is never shown.
package fault

import (
	"errors"
	"fmt"
	"strings"
)

// Kind says what sort of failure it is; each has one HTTP status. The zero Kind is Internal, the safe one.
type Kind uint8

// The kinds, in no order of gravity.
const (
	Internal        Kind = iota // ours: nothing the caller did, nothing to show
	Invalid                     // the input is wrong, field by field
	Unauthenticated             // not signed in, or the sign-in has run out
	Forbidden                   // signed in, but this post may not
	NotFound                    // does not exist, or must not be seen to exist
	Conflict                    // somebody else changed it first
	Refused                     // a rule says no to an act that is well formed
	TooLarge                    // more bytes or rows than are taken at once
	TooMany                     // too often
	Unavailable                 // cannot be done now, can be tried again
)

// kinds gives each its name and status; the numbers are HTTP's, written out so that this floor knows no network.
var kinds = [...]struct {
	name   string
	status int
}{
	Internal:        {"internal", 500},
	Invalid:         {"invalid", 422},
	Unauthenticated: {"unauthenticated", 401},
	Forbidden:       {"forbidden", 403},
	NotFound:        {"not_found", 404},
	Conflict:        {"conflict", 409},
	Refused:         {"refused", 409},
	TooLarge:        {"too_large", 413},
	TooMany:         {"too_many", 429},
	Unavailable:     {"unavailable", 503},
}

// String gives the kind's stable name, as the API sends it: "not_found".
func (k Kind) String() string {
	if int(k) < len(kinds) {
		return kinds[k].name
	}
	return kinds[Internal].name
}

// Status gives the HTTP status of the kind; an unknown kind is 500.
func (k Kind) Status() int {
	if int(k) < len(kinds) {
		return kinds[k].status
	}
	return kinds[Internal].status
}

// Field is one wrong field, row or line: where it is, and the message with its arguments.
type Field struct {
	Path string
	Key  string
	Args []any
}

// Fault is an error that may be shown: Key and Args name a message of i18n, Err keeps the cause for the log.
type Fault struct {
	Kind   Kind
	Key    string
	Args   []any
	Fields []Field
	Wait   int // seconds until it may be tried again; 0 unsaid
	Err    error
}

// New makes a fault of a kind with the message key and its arguments.
func New(k Kind, key string, args ...any) *Fault {
	return &Fault{Kind: k, Key: key, Args: args}
}

// Wrap makes a fault that keeps err as its cause; a nil err gives nil.
func Wrap(err error, k Kind, key string, args ...any) *Fault {
	if err == nil {
		return nil
	}
	return &Fault{Kind: k, Key: key, Args: args, Err: err}
}

// As gives err as a fault: the fault found in its chain, or Internal around it; nil stays nil.
func As(err error) *Fault {
	if err == nil {
		return nil
	}
	if f, ok := errors.AsType[*Fault](err); ok {
		return f
	}
	return &Fault{Kind: Internal, Key: "fault.internal", Err: err}
}

// Is reports whether err is, or wraps, a fault of kind k. An error that is no fault counts as Internal.
func Is(err error, k Kind) bool {
	f := As(err)
	return f != nil && f.Kind == k
}

// With adds one wrong field, row or line and returns f itself.
func (f *Fault) With(path, key string, args ...any) *Fault {
	f.Fields = append(f.Fields, Field{Path: path, Key: key, Args: args})
	return f
}

// Any gives f as an error if it carries a wrong field, and a true nil otherwise: the end of a validation.
func (f *Fault) Any() error {
	if f == nil || len(f.Fields) == 0 {
		return nil
	}
	return f
}

// Error is the log's form: kind, key, arguments, fields and cause; it is not meant for readers of pages.
func (f *Fault) Error() string {
	var b strings.Builder
	b.WriteString(f.Kind.String() + ": " + f.Key)
	writeArgs(&b, f.Args)
	for i, w := range f.Fields {
		b.WriteString([]string{" [", "; "}[min(i, 1)] + w.Path + ": " + w.Key)
		writeArgs(&b, w.Args)
	}
	if len(f.Fields) > 0 {
		b.WriteByte(']')
	}
	if f.Err != nil {
		b.WriteString(": " + f.Err.Error())
	}
	return b.String()
}

func writeArgs(b *strings.Builder, args []any) {
	for i, a := range args {
		fmt.Fprintf(b, "%s%v", []string{"(", ", "}[min(i, 1)], a)
	}
	if len(args) > 0 {
		b.WriteByte(')')
	}
}

// Unwrap gives the cause, for errors.Is and errors.As.
func (f *Fault) Unwrap() error { return f.Err }
