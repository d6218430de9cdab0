package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// manner asks how the actor acts: a delegate only what was delegated and never what may
// not be; a program's token neither checks nor signs.
func (v view) manner(a *Act) *fault.Fault {
	if f := v.delegated(a.Key, a.Name); f != nil {
		return f
	}
	by := v.r.actor
	if by.For == 0 && by.Mode != record.Program {
		return nil
	}
	if v.checks(a) || v.approvesRefusal(a) || signs(a) {
		return refuse(StepHolder, StepHolder, "matter.in_person", a.Name)
	}
	return nil
}

// delegated asks the organisation whether this person may do this act for that post today.
func (v view) delegated(act string, name any) *fault.Fault {
	by := v.r.actor
	if by.For == 0 {
		return nil
	}
	if v.m.Class == record.Judicial {
		return refuse(StepHolder, StepHolder, "matter.judicial_in_person", name)
	}
	for _, key := range []string{v.t.Name() + "." + act, act} {
		if d := v.r.w.Org.MayActFor(by.Person, by.Post, by.For, key, v.r.today()); d != nil && !tooLong(d) {
			return nil
		}
	}
	return refuse(StepHolder, StepHolder, "matter.not_delegated", name)
}

func tooLong(d *org.Delegation) bool {
	return d.To == 0 || calendar.DaysBetween(d.From, d.To)+1 > org.LongestDelegation
}

// approvesRefusal: the act leads on from a state to which a coded refusal was brought.
func (v view) approvesRefusal(a *Act) bool {
	s := v.t.State(v.m.State)
	if s == nil || s.With == nil || s.With.Kind != rule.WhoAbove || s.With.Of == nil || s.With.Of.Kind != rule.WhoDoer {
		return false
	}
	brought := v.t.Act(s.With.Of.Act)
	return brought != nil && brought.Reasons != nil && !slices.Contains(brought.From, a.To)
}

// signs: the act needs a vested power, so it is a named officer's own.
func signs(a *Act) bool {
	return slices.ContainsFunc(a.Needs, func(g Guard) bool { return g.Name == "power" })
}

// ownHand refuses a delegate and a program for the standard acts that are never passed on.
func (v view) ownHand(act string) *fault.Fault {
	if v.r.actor.For != 0 || v.r.actor.Mode == record.Program {
		return refuse(StepHolder, StepHolder, "matter.in_person", act)
	}
	return nil
}
