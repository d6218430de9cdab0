package store

import (
	"fmt"
	"strings"
)

// where gathers conditions with their arguments, numbered as they come.
type where struct {
	parts []string
	args  []any
}

// arg adds an argument and gives its placeholder.
func (w *where) arg(v any) string {
	w.args = append(w.args, v)
	return fmt.Sprintf("$%d", len(w.args))
}

// add adds a condition; each %s of it takes the next argument.
func (w *where) add(cond string, args ...any) {
	marks := make([]any, len(args))
	for i, a := range args {
		marks[i] = w.arg(a)
	}
	w.parts = append(w.parts, fmt.Sprintf(cond, marks...))
}

// text joins the conditions by AND.
func (w *where) text() string { return strings.Join(w.parts, " AND ") }

// in adds column IN (…); an empty list holds for nothing.
func (w *where) in(column string, ids any) { w.parts = append(w.parts, w.oneOf(column, ids)) }

// oneOf names a list of 1, 2, 4, 8 … values, the last one repeated: so there are few
// statements of every kind, and each can stay prepared.
func (w *where) oneOf(column string, ids any) string {
	values := plainValues(ids)
	var marks []string
	for _, v := range values {
		marks = append(marks, w.arg(v))
	}
	for n := len(marks); n&(n-1) != 0; n++ {
		marks = append(marks, w.arg(values[len(values)-1]))
	}
	switch len(marks) {
	case 0:
		return "1=0"
	case 1:
		return column + "=" + marks[0]
	}
	return column + " IN (" + strings.Join(marks, ",") + ")"
}
