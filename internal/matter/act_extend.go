package matter

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// extend asks for more time, with a day and a reason. Whoever may grant it grants it with
// the same act; where a court's paper proves it, the paper is asked and time is given.
func (r *run) extend(v view, c *Command) *fault.Fault {
	ex := v.t.Allows().Extend
	if f := v.extendAsks(ex, c); f != nil {
		return f
	}
	if v.grants(ex) || ex.byPaper() {
		r.lengthen(v, c, v.clockOf(ex, c), c.To, "extend")
		return nil
	}
	return r.askTime(v, ex, c)
}

func (v view) mayExtend() *fault.Fault {
	ex := v.t.Allows().Extend
	if ex == nil {
		return notAllowed("extend")
	}
	grants := v.grants(ex)
	if !v.isHolder() && !grants {
		return refuse(StepHolder, StepHolder, "matter.not_holder", actName("extend"), v.r.w.postName(v.m.Holder))
	}
	if f := v.ownHand("extend"); (grants || ex.byPaper()) && f != nil {
		return f
	} else if f := v.delegated("extend", actName("extend")); f != nil {
		return f
	}
	if f := v.unstopped("extend"); f != nil {
		return f
	}
	return v.extendLeft(ex)
}

// byPaper: an authority outside grants, and its paper is the proof.
func (ex *Extend) byPaper() bool { return ex.GrantedBy != nil && ex.GrantedBy.Kind == rule.WhoOutside }

// grants: the pack's named authority, the asker, or whoever is above either.
func (v view) grants(ex *Extend) bool {
	if v.r.actor.Kind != Officer || v.isHolder() {
		return false
	}
	if ex.GrantedBy != nil {
		if v.is(ex.GrantedBy) {
			return true
		}
		if a := v.resolve(ex.GrantedBy); a.Post != 0 && v.m.Class != record.Judicial && v.r.w.Org.Below(a.Post, v.r.actor.As()) {
			return true
		}
	}
	as := v.r.actor.As()
	if v.m.Class == record.Judicial {
		return v.m.Asker != 0 && as == v.m.Asker
	}
	return v.m.Asker != 0 && (as == v.m.Asker || v.r.w.Org.Below(v.m.Asker, as)) && as != 0
}

// extendLeft asks whether the matter may be extended once more.
func (v view) extendLeft(ex *Extend) *fault.Fault {
	most := ex.Most.Value(v, nil)
	if !most.Missing() && int64(v.m.Memory.Extended) >= most.N {
		return refuse(StepWhen, "most", "matter.extensions_used", v.m.Memory.Extended)
	}
	return nil
}

// clockOf is the limit meant: as asked, as the pack says, or the state's own.
func (v view) clockOf(ex *Extend, c *Command) *Running {
	for _, name := range []string{c.Clock, ex.Clock, v.m.State} {
		if k := v.m.Clock(name); name != "" && k != nil && k.Ended == 0 {
			return k
		}
	}
	return nil
}

func (v view) extendAsks(ex *Extend, c *Command) *fault.Fault {
	k := v.clockOf(ex, c)
	if k == nil {
		return refuse(StepState, StepState, "matter.no_limit", v.t.stateName(v.m.State))
	}
	if f := v.asked("extend", ex.Asks, c); f != nil {
		return f
	}
	if c.To == 0 {
		c.To = v.typedDay(ex, c)
	}
	switch {
	case c.To == 0:
		return missing("to", "matter.day_required")
	case c.To <= k.Due.Date() || c.To < v.r.today():
		return missing("to", "matter.day_not_later", c.To, k.Due.Date())
	case c.Words == "" && c.Typed["remark"].Missing() && !ex.byPaper():
		return missing("words", "matter.reason_required")
	}
	return nil
}

// typedDay reads the new day out of a date field that the act asks.
func (v view) typedDay(ex *Extend, c *Command) calendar.Date {
	for _, n := range ex.Asks {
		if val := c.Typed[n.S]; val.Kind == rule.Date {
			return calendar.Date(val.N)
		}
	}
	return 0
}

func (r *run) askTime(v view, ex *Extend, c *Command) *fault.Fault {
	if v.m.Memory.Asking != nil {
		return refuse(StepWhen, "asking", "matter.already_asked", v.m.Memory.Asking.To)
	}
	p := r.pen(v.t, v.m, ExtensionAsked, "extend")
	p.b.To, p.b.Clock = c.To, v.clockOf(ex, c).Name
	p.b.Spoke = true
	p.text(c.Words)
	p.typed(c.without(ex.dates(v.t)), nil)
	m := p.commit()
	to := m.Asker
	if ex.GrantedBy != nil {
		to = v.resolve(ex.GrantedBy).Post
	}
	if to == 0 {
		to = v.superior(v.seated(m.Holder, "holder")).Post
	}
	if to == 0 {
		r.out.Exceptions = append(r.out.Exceptions, Exception{Matter: m.Key, Why: whyNobody, Role: "granted_by"})
	}
	r.tell(m.Key, to, "extension_asked")
	return nil
}

// dates are the asked date fields: they change only when the time is granted.
func (ex *Extend) dates(t *Type) map[string]bool {
	out := map[string]bool{}
	for _, n := range ex.Asks {
		if f := t.Field(n.S); f != nil && f.Type == TDate {
			out[n.S] = true
		}
	}
	return out
}

func (c *Command) without(fields map[string]bool) *Command {
	d := *c
	d.Typed = map[string]rule.Value{}
	for k, val := range c.Typed {
		if !fields[k] {
			d.Typed[k] = val
		}
	}
	return &d
}

// grantTime grants what was asked, or another later day.
func (r *run) grantTime(v view, c *Command) *fault.Fault {
	ask := v.m.Memory.Asking
	if c.To == 0 {
		c.To = ask.To
	}
	k := v.m.Clock(ask.Clock)
	if k == nil || k.Ended != 0 {
		return refuse(StepState, StepState, "matter.no_limit", v.t.stateName(v.m.State))
	}
	if c.To <= k.Due.Date() {
		return missing("to", "matter.day_not_later", c.To, k.Due.Date())
	}
	r.lengthen(v, c, k, c.To, "grant_time")
	return nil
}

// refuseTime answers no, with a reason.
func (r *run) refuseTime(v view, c *Command) *fault.Fault {
	if c.Words == "" {
		return missing("words", "matter.reason_required")
	}
	p := r.pen(v.t, v.m, ExtensionRefused, "refuse_time")
	p.text(c.Words)
	m := p.commit()
	r.tell(m.Key, m.Holder, "extension_refused")
	return nil
}

// answering asks who may answer: in person, somebody who may grant, neither the one who
// asked for time nor below him.
func (v view) answering(act string) *fault.Fault {
	ex := v.t.Allows().Extend
	if ex == nil {
		return notAllowed(act)
	}
	if !v.grants(ex) {
		return refuse(StepHolder, StepHolder, "matter.not_granter", actName(act))
	}
	if f := v.ownHand(act); f != nil {
		return f
	}
	ask := v.m.Memory.Asking
	if ask == nil {
		return refuse(StepState, StepState, "matter.nothing_asked")
	}
	if !v.independent(ask.By) {
		return refuse(StepOwnWork, StepOwnWork, "matter.own_work", actName(act))
	}
	return v.extendLeft(ex)
}

func (v view) mayGrant() *fault.Fault  { return v.answering("grant_time") }
func (v view) mayRefuse() *fault.Fault { return v.answering("refuse_time") }

// lengthen moves a limit to the end of a day by an act: the one way a limit ever moves.
func (r *run) lengthen(v view, c *Command, k *Running, to calendar.Date, act string) {
	ex := v.t.Allows().Extend
	n := *k
	cal := v.cal()
	n.Due, n.Unmoved, n.Extended, n.Calendar = endOf(cal, to, k.Outside), to, r.w.Now, cal.Revision()
	p := r.pen(v.t, v.m, Extended, act)
	p.b.To, p.b.Clock, p.b.Clocks, p.b.Letter = to, k.Name, []Running{n}, ex.Letter
	p.text(c.Words)
	p.typed(c, nil)
	for _, field := range sortedKeys(ex.dates(v.t)) {
		p.field(field, rule.Value{Kind: rule.Date, N: int64(to)})
	}
	p.b.Spoke = v.isHolder()
	m := p.commit()
	if ex.Letter != "" {
		r.letter(r.view(m), ex.Letter)
	}
	r.tell(m.Key, m.Holder, "extended")
}
