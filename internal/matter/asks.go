package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/rule"
)

// given asks whether everything the act asks was typed, soundly, and nothing else. All
// wrong fields come back together.
func (v view) given(a *Act, c *Command) *fault.Fault {
	if v.r.actor.Kind == Ruling || v.r.actor.Kind == Raiser {
		return nil
	}
	f := refuse(StepAsks, "", "matter.asks", a.Name)
	v.reason(a, c, f)
	for i := range a.Asks {
		if key := a.Asks[i].S; c.Typed[key].Missing() {
			f.With(key, "matter.asked", v.fieldName(key))
		}
	}
	for _, key := range sortedKeys(c.Typed) {
		switch val := c.Typed[key]; {
		case val.Missing():
		case !a.takes(key):
			f.With(key, "matter.not_asked", v.fieldName(key))
		default:
			v.sound(key, val, f)
		}
	}
	return orNil(f)
}

// orNil gives the refusal named after its first field, or nothing.
func orNil(f *fault.Fault) *fault.Fault {
	if len(f.Fields) == 0 {
		return nil
	}
	slices.SortStableFunc(f.Fields, func(a, b fault.Field) int { return rank(a.Key) - rank(b.Key) })
	Refused(f).Name = f.Fields[0].Path
	return f
}

func rank(key string) int {
	if key == "matter.asked" {
		return 0
	}
	return 1
}

// takes reports whether a field may be typed with the act: asked, allowed, or needed by a
// guard that reads it.
func (a *Act) takes(key string) bool {
	named := func(n rule.Name) bool { return n.S == key }
	if slices.ContainsFunc(a.Asks, named) || slices.ContainsFunc(a.May, named) {
		return true
	}
	if key == "reason" {
		return a.Reasons != nil
	}
	for i := range a.Needs {
		if slices.Contains(guardReads[a.Needs[i].Name], key) {
			return true
		}
	}
	return false
}

// guardReads are the common fields that a guard reads when the act asks for none.
var guardReads = map[string][]string{
	"contact": {"contact"}, "evidence": {"file", "photo"}, "fresh_photo": {"photo"}, "visited": {"photo"},
}

func (v view) fieldName(key string) any {
	if f := v.t.Field(key); f != nil {
		return f.Name
	}
	return key
}

// reason asks for a code out of the act's list.
func (v view) reason(a *Act, c *Command, f *fault.Fault) {
	if c.Reason == "" {
		c.Reason = c.Typed["reason"].S
	}
	if a.Reasons == nil {
		return
	}
	v.coded(a.Reasons.List, a.Reasons.Path.S, c.Reason, f)
}

func (v view) coded(list, path, reason string, f *fault.Fault) {
	switch {
	case reason == "":
		f.With("reason", "matter.reason_required")
	case path != "":
		if val := v.Value(path); !slices.Contains(val.List, reason) && val.S != reason {
			f.With("reason", "matter.not_a_code", reason)
		}
	default:
		v.oneOf("reason", list, reason, f)
	}
}

// oneOf asks whether a code is of a list and not retired.
func (v view) oneOf(key, list, code string, f *fault.Fault) {
	sc := v.t.Scope()
	if sc == nil {
		return
	}
	l := sc.Lists[list]
	i := slices.IndexFunc(l.Codes, func(c Code) bool { return c.Key == code && !c.Retired })
	if i < 0 {
		f.With(key, "matter.not_a_code", code)
	}
}
