package matter

import (
	"maps"
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/rule"
)

// Decide is the one door: it tries a command on a world and gives all that follows from
// it, or the one rule that says no. It is pure; the same world, seed and ids give the same
// change. A fault of kind Internal means a defect of the program.
func Decide(w *World, c Command) (Change, *fault.Fault) {
	r := newRun(w)
	c.Typed = said(c.Typed)
	if f := r.command(&c); f != nil {
		return Change{}, f
	}
	r.settle()
	r.recount()
	return r.finish()
}

// said leaves out what is only white space: an empty box of a form was not filled in.
func said(typed map[string]rule.Value) map[string]rule.Value {
	empty := func(v rule.Value) bool {
		switch v.Kind {
		case rule.Text, rule.Phone, rule.Code, rule.Link:
			return strings.TrimSpace(v.S) == ""
		case rule.Codes, rule.Links, rule.File:
			return len(v.List) == 0
		}
		return v.Missing()
	}
	for key, v := range typed {
		if !empty(v) {
			continue
		}
		typed = maps.Clone(typed)
		delete(typed, key)
		return said(typed)
	}
	return typed
}

func (r *run) command(c *Command) *fault.Fault {
	switch {
	case c.Wake != nil:
		return r.wake(c)
	case c.Join != nil:
		return r.join(c)
	case c.Matter.IsZero():
		return r.openBy(c)
	}
	return r.act(c)
}

// act tries a declared, standard or always-there act on a matter.
func (r *run) act(c *Command) *fault.Fault {
	m := r.get(c.Matter.ID)
	if m == nil || m.Key != c.Matter {
		return refuse(StepVisible, StepVisible, "matter.not_found")
	}
	v := r.view(m)
	if v.t == nil {
		return fault.New(fault.Internal, "matter.unknown_type", m.Type)
	}
	if v.sight() == Nothing {
		return refuse(StepVisible, StepVisible, "matter.not_found")
	}
	if c.Version != 0 && c.Version != m.Version {
		return fault.New(fault.Conflict, "matter.changed", m.Number)
	}
	if a := v.t.Act(c.Act); a != nil && !a.Opens() {
		return r.declared(v, a, c)
	}
	std, ok := standardActOf(c.Act)
	if !ok {
		return refuse(StepState, StepState, "matter.no_such_act", c.Act)
	}
	if f := std.may(v); f != nil {
		return f
	}
	return std.do(r, v, c)
}
