package matter

import "github.com/anupalan/anupalan/internal/fault"

// remind asks again and moves nothing; it is counted.
func (r *run) remind(v view, c *Command) *fault.Fault {
	rm := v.t.Allows().Remind
	if rm == nil {
		return notAllowed("remind")
	}
	if len(rm.By) > 0 && !v.isAny(rm.By) && !v.asksOrAbove() || len(rm.By) == 0 && !v.asksOrAbove() {
		return refuse(StepHolder, StepHolder, "matter.not_asker", actName("remind"))
	}
	if f := v.stillOpen("remind"); f != nil {
		return f
	}
	p := r.pen(v.t, v.m, Reminded, "remind")
	p.text(c.Words)
	m := p.commit()
	r.tell(m.Key, m.Holder, "reminded")
	return nil
}
