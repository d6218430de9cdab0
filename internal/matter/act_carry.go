package matter

import "github.com/anupalan/anupalan/internal/fault"

// carryPower is the power of the officer named to bring open matters under a new revision.
const carryPower = "carry_over"

// carry brings an open matter under the newest revision of its pack, by an order whose
// number is given. Its limits run on as they were.
func (r *run) carry(v view, c *Command) *fault.Fault {
	to := r.w.Types.Newest(v.m.Type)
	if c.Words == "" {
		return missing("words", "matter.reason_required")
	}
	s := to.State(r.w.carried(v))
	if s == nil {
		return fault.New(fault.Invalid, "matter.no_such_state", v.m.State)
	}
	p := r.pen(to, v.m, Carried, "carry")
	p.b.Revision, p.b.Hash, p.b.State, p.b.Phase = to.Revision(), to.Hash(), s.Key, s.Phase
	p.text(c.Words)
	p.commit()
	return nil
}

// carried is the state that a matter's state becomes.
func (w *World) carried(v view) string {
	if to, ok := w.Carries[v.t.Pack()].States[v.m.State]; ok {
		return to
	}
	return v.m.State
}

func (v view) mayCarry() *fault.Fault {
	w := v.r.w
	carry, ok := w.Carries[v.t.Pack()]
	newest := w.Types.Newest(v.m.Type)
	if !ok || newest == nil || newest.Revision() == v.m.Revision || carry.From != v.m.Revision {
		return notAllowed("carry")
	}
	if v.r.actor.Kind != Officer || !w.Org.HasPower(v.r.actor.Post, carryPower, v.r.today()) {
		return refuse(StepHolder, StepHolder, "matter.guard_power", carryPower)
	}
	if f := v.ownHand("carry"); f != nil {
		return f
	}
	return v.stillOpen("carry")
}
