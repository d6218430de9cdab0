package matter

import "github.com/anupalan/anupalan/internal/fault"

// remind asks again and moves nothing; it is counted.
func (r *run) remind(v view, c *Command) *fault.Fault {
	p := r.pen(v.t, v.m, Reminded, "remind")
	p.text(c.Words)
	m := p.commit()
	r.tell(m.Key, m.Holder, "reminded")
	return nil
}

func (v view) mayRemind() *fault.Fault {
	rm := v.t.Allows().Remind
	if rm == nil {
		return notAllowed("remind")
	}
	if !v.asksOrAbove() && (len(rm.By) == 0 || !v.isAny(rm.By)) {
		return refuse(StepHolder, StepHolder, "matter.not_asker", actName("remind"))
	}
	return v.stillOpen("remind")
}
