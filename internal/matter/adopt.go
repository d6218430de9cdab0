package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/fault"
)

// Adopt opens a matter as if it had come to a state already: for examples of packs, and for
// work brought in from before the program. Nothing is asked and nobody is refused, but what
// was typed must be sound; the event says by which act it would have opened.
func Adopt(w *World, t *Type, c Command) (Change, *fault.Fault) {
	r := newRun(w)
	a := t.openingAct()
	if a == nil && len(t.opens) > 0 {
		a = t.opens[0]
	}
	if i := slices.IndexFunc(t.opens, func(o *Act) bool { return o.Key == c.Act }); i >= 0 {
		a = t.opens[i]
	}
	if a == nil {
		return Change{}, fault.New(fault.Invalid, "matter.no_such_act", t.Key())
	}
	v := r.proto(t, &c)
	f := refuse(StepAsks, "", "matter.asks", a.Name)
	for _, key := range sortedKeys(c.Typed) {
		v.sound(key, c.Typed[key], f)
	}
	if f := orNil(f); f != nil {
		return Change{}, f
	}
	if _, f := r.open(v, a, &c, "adopted"); f != nil {
		return Change{}, f
	}
	r.settle()
	return r.finish()
}
