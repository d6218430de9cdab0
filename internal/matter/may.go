package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/rule"
)

// may asks, in the fixed order, everything that can say no to a declared act before its
// guards: holder, state, own work, a law's stop, when, what is asked.
func (v view) may(a *Act, c *Command) *fault.Fault {
	if f := v.mayBy(a); f != nil {
		return f
	}
	if !a.Opens() && !slices.Contains(a.From, v.m.State) {
		return refuse(StepState, StepState, "matter.wrong_state", a.Name, v.t.stateName(v.m.State))
	}
	if f := v.ownWork(a); f != nil {
		return f
	}
	if f := v.stopped(a.Key); f != nil {
		return f
	}
	if f := v.turnServed(a); f != nil {
		return f
	}
	if ok, failed := a.When.Holds(v); !ok {
		return refuse(StepWhen, failed, "matter.when", a.Name, failed)
	}
	return nil
}

func (t *Type) stateName(key string) any {
	if s := t.State(key); s != nil {
		return s.Name
	}
	return key
}

// mayBy asks whether the act belongs to the actor at all, and in the way he acts.
func (v view) mayBy(a *Act) *fault.Fault {
	r := v.r
	if r.actor.Kind == Ruling {
		if a.ByRule() {
			return nil
		}
		return refuse(StepHolder, StepHolder, "matter.not_by_rule", a.Name)
	}
	if !v.belongsTo(a) {
		return refuse(StepHolder, StepHolder, "matter.not_holder", a.Name, r.w.postName(v.m.Holder))
	}
	return v.manner(a)
}

// belongsTo: with no "by" the holder; in a sitting's state the open sitting, and between
// sittings nobody in its place.
func (v view) belongsTo(a *Act) bool {
	if len(a.By) > 0 {
		return v.isAny(a.By)
	}
	if s := v.t.State(v.m.State); s != nil && s.With != nil {
		if s.With.Kind == rule.WhoNamed && s.With.As == rule.AsSitting {
			return v.inSitting(s.With.Name)
		}
	}
	return v.isHolder()
}

func (v view) isHolder() bool {
	a := v.r.actor
	return (a.Kind == Officer || a.Kind == Sheet) && v.m.Holder != 0 && a.As() == v.m.Holder
}

// stopped asks the laws that name this act, the parent's too: "step.issue".
func (v view) stopped(act string) *fault.Fault {
	if f := v.stops(act); f != nil {
		return f
	}
	if up, ok := v.above(v.t.Of()); ok {
		up.part = &v
		return up.stops(v.t.Key() + "." + act)
	}
	return nil
}

func (v view) stops(act string) *fault.Fault {
	for _, s := range v.t.StopsFor(act) {
		if ok, _ := s.When.Holds(v); ok {
			return refuse(StepStop, s.Key, "matter.stopped", s.Name, s.Source)
		}
	}
	return nil
}
