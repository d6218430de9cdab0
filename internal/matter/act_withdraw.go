package matter

import "github.com/anupalan/anupalan/internal/fault"

// withdraw takes the matter back: whoever asked for it, with what the pack wants proved.
func (r *run) withdraw(v view, c *Command) *fault.Fault {
	wd := v.t.Allows().Withdraw
	if f := v.proved(wd.Needs, c); f != nil {
		return f
	}
	p := r.pen(v.t, v.m, Withdrawn, "withdraw")
	p.text(c.Words)
	p.lead(v.t.withdrawn(wd))
	m := p.commit()
	r.tell(m.Key, v.m.Holder, "withdrawn")
	return nil
}

func (v view) mayWithdraw() *fault.Fault {
	wd := v.t.Allows().Withdraw
	if wd == nil {
		return notAllowed("withdraw")
	}
	if len(wd.By) == 0 && v.r.actor.As() != v.m.Asker || len(wd.By) > 0 && !v.isAny(wd.By) {
		return refuse(StepHolder, StepHolder, "matter.not_asker", actName("withdraw"))
	}
	if f := v.delegated("withdraw", actName("withdraw")); f != nil {
		return f
	}
	return v.unstopped("withdraw")
}

// withdrawn is the state that a withdrawal leads to: the one named, else the first void.
func (t *Type) withdrawn(wd *Withdraw) string {
	if t.State(wd.To) != nil {
		return wd.To
	}
	for i := range t.def.States {
		if t.def.States[i].Phase == Void {
			return t.def.States[i].Key
		}
	}
	return t.def.States[len(t.def.States)-1].Key
}
