package matter

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
)

// ExceptionOf gives the exception that an event of a matter tells of: nobody answers where
// it went, and why. An exception that a matter keeps without an event of its own, such as
// having no limit, is not told.
func ExceptionOf(ev record.Event) (Exception, bool) {
	b, err := decode(ev.Body)
	if err != nil || !slices.Contains([]string{string(org.WhyVacant), string(org.WhyNoAbove), whyNobody}, b.What) {
		return Exception{}, false
	}
	e := Exception{Matter: ev.Subject.Key, Why: b.What, Role: b.Role}
	if ev.Kind == Copied {
		_, e.Role, _ = strings.Cut(b.Role, "=")
	}
	return e, true
}

// Untold reports whether an exception is of those that no event tells of: they are kept
// with the row alone, until somebody holds the matter again.
func (e *Exception) Untold() bool {
	return e.Why == "no_limit" || e.Role == "granted_by" || strings.HasPrefix(e.Role, "above(")
}
