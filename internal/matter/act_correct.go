package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// correct mends what was typed, with a reason; what stood before stays in the events. A
// field that a clock reads, a first answer and a secret kept by time cannot be corrected.
func (r *run) correct(v view, c *Command) *fault.Fault {
	f := refuse(StepAsks, "", "matter.asks", actName("correct"))
	for _, key := range sortedKeys(c.Typed) {
		val, field := c.Typed[key], v.t.Field(key)
		switch {
		case field == nil, field.Type == TSumOf, field.Type == TCountOf:
			f.With(key, "matter.not_asked", v.fieldName(key))
		case v.t.clockReads(key):
			f.With(key, "matter.clock_reads", field.Name)
		case field.Once:
			f.With(key, "matter.first_answer", field.Name)
		default:
			v.sound(key, val, f)
		}
	}
	if len(c.Typed) == 0 {
		f.With("words", "matter.nothing_typed")
	}
	if c.Words == "" {
		f.With("words", "matter.reason_required")
	}
	if f := orNil(f); f != nil {
		return f
	}
	p := r.pen(v.t, v.m, Corrected, "correct")
	p.text(c.Words)
	p.typed(c, nil)
	p.commit()
	return nil
}

func (v view) mayCorrect() *fault.Fault {
	if opener := v.openedBy(); !v.isHolder() && (opener == 0 || v.r.actor.As() != opener) {
		return refuse(StepHolder, StepHolder, "matter.not_holder", actName("correct"), v.r.w.postName(v.m.Holder))
	}
	if f := v.delegated("correct", actName("correct")); f != nil {
		return f
	}
	return v.stillOpen("correct")
}

// openedBy is the post that entered the matter.
func (v view) openedBy() record.ID {
	for _, a := range v.t.opens {
		if d, ok := v.m.Memory.Done[a.Key]; ok {
			return d.As()
		}
	}
	return 0
}

// clockReads reports whether a limit of the type starts at, ends on or is as long as a
// field says.
func (t *Type) clockReads(field string) bool {
	reads := func(d string) bool { return d == field || pathHead(d) == field }
	for i := range t.def.States {
		s := &t.def.States[i]
		if s.By == field || reads(s.Within.Path.S) {
			return true
		}
	}
	for i := range t.def.Clocks {
		c := &t.def.Clocks[i]
		if c.On == field || c.From == field || reads(c.Within.Path.S) {
			return true
		}
	}
	return slices.ContainsFunc(t.def.Ladder, func(r Rung) bool { return reads(r.Within.Path.S) })
}

func pathHead(p string) string {
	for i := range len(p) {
		if p[i] == '.' {
			return p[:i]
		}
	}
	return ""
}
