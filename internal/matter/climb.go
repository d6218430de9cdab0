package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/rule"
)

// climb goes one rung up because a limit ran out: the next rung takes the matter over, or
// is told and given its own time. A rung reached by hand is never climbed to by a clock.
func (r *run) climb(v view, cause string) {
	next := v.t.rungAt(v.m.Level + 1)
	if v.m.Level+1 > v.t.lastLevel() {
		next = nil
	}
	if next == nil || next.Manner == RungByHand {
		p := r.pen(v.t, v.m, Warned, "")
		p.b.Fired, p.b.Cause = cause, cause
		p.commit()
		r.tell(v.m.Key, v.m.Holder, "late")
		if next == nil {
			r.above(v)
		}
		return
	}
	r.up(v, next, cause)
}

// above tells the superior of a holder whose matter has no rung left to climb to.
func (r *run) above(v view) {
	if v.m.Holder == 0 {
		return
	}
	up := v.superior(v.seated(v.m.Holder, "holder"))
	if up.Post == 0 {
		r.out.Exceptions = append(r.out.Exceptions, Exception{Matter: v.m.Key, Why: up.Why, Role: up.Role})
		return
	}
	r.tell(v.m.Key, up.Post, "late")
}

func (r *run) up(v view, rung *Rung, cause string) {
	if rung.Manner == RungCopy {
		r.copied(v, rung, cause)
		return
	}
	p := r.pen(v.t, v.m, Climbed, "")
	p.b.Fired, p.b.Cause = cause, cause
	p.takeOver(v, rung)
}

// takeOver seats the rung as the holder, one level higher, under its own limit.
func (p *pen) takeOver(v view, rung *Rung) {
	level := v.m.Level + 1
	p.b.Level = &level
	a := v.resolve(&rung.With)
	a.Role = rung.Key + "=" + a.Role
	p.settleOn(v, a)
	l := limits{v: view{r: p.r, t: v.t, m: p.draft()}}
	l.taken(rung)
	p.b.Clocks = l.out
	m := p.commit()
	p.r.tell(m.Key, m.Holder, "climbed")
}

// taken gives the rung that took over its own limit, and disarms every other: one visit
// climbs once.
func (l *limits) taken(rung *Rung) {
	l.leave()
	l.within(Running{Name: l.v.m.State, Climbs: true}, rung.Within, "rung "+rung.Key)
	for _, c := range l.v.m.Memory.Clocks {
		if c.Climbs && c.Ended == 0 && l.v.t.Clock(c.Name) != nil {
			c.Climbs = false
			l.put(c)
		}
	}
}

// copied tells the rung; the holder and its limit stay, and the rung's own time runs.
func (r *run) copied(v view, rung *Rung, cause string) {
	level, a := v.m.Level+1, v.resolve(&rung.With)
	p := r.pen(v.t, v.m, Copied, "")
	p.b.Fired, p.b.Cause, p.b.Level = cause, cause, &level
	p.b.Role, p.b.Post = rung.Key+"="+a.Role, a.Post
	if a.Why != "" && a.Why != whyOutside {
		p.b.What = a.Why
		r.out.Exceptions = append(r.out.Exceptions, Exception{Matter: v.m.Key, Why: a.Why, Role: a.Role})
	}
	l := limits{v: view{r: r, t: v.t, m: p.draft()}}
	if c := v.m.Clock(rungClock); c != nil && c.Ended == 0 {
		over := *c
		over.Ended = r.w.Now
		l.put(over)
	}
	if !rung.Within.IsZero() && v.m.Level+1 < v.t.lastLevel() {
		l.within(Running{Name: rungClock, Climbs: true, Rung: true, Hint: true}, rung.Within, "rung "+rung.Key)
	}
	p.b.Clocks = l.out
	m := p.commit()
	r.tell(m.Key, a.Post, "climbed")
}

// rungClock is the name of the time of a rung that was told; no name of a pack has a dash.
const rungClock = "-rung"

// climbByHand takes a matter to the next rung by a person's act: the holder, the asker or
// one above the holder, with a reason.
func (r *run) climbByHand(v view, c *Command) *fault.Fault {
	if c.Words == "" {
		return missing("words", "matter.reason_required")
	}
	p := r.pen(v.t, v.m, Climbed, "climb")
	p.text(c.Words)
	p.takeOver(v, v.t.rungAt(v.m.Level+1))
	return nil
}

func (v view) mayClimb() *fault.Fault {
	if v.t.rungAt(v.m.Level+1) == nil || v.m.Level+1 > v.t.lastLevel() || !v.climbs() {
		return refuse(StepState, StepState, "matter.no_rung")
	}
	if !v.isHolder() && !v.asksOrAbove() {
		return refuse(StepHolder, StepHolder, "matter.not_holder", actName("climb"), v.r.w.postName(v.m.Holder))
	}
	return v.ownHand("climb")
}

// climbs reports whether the state lies on the ladder: with a rung, or under a limit that
// climbs.
func (v view) climbs() bool {
	s := v.t.State(v.m.State)
	if s == nil || !s.Phase.Open() || s.Phase == Reported {
		return false
	}
	if s.With != nil && (s.With.Kind == rule.WhoRung || s.With.Kind == rule.WhoNextRung) {
		return true
	}
	return slices.ContainsFunc(v.m.Memory.Clocks, func(c Running) bool { return c.Climbs && c.Ended == 0 })
}

// handBack returns a matter that climbed to the rung below, with a reason and a fresh limit.
func (r *run) handBack(v view, c *Command) *fault.Fault {
	if c.Words == "" {
		return missing("words", "matter.reason_required")
	}
	level := v.m.Level - 1
	p := r.pen(v.t, v.m, HandedBack, "hand_back")
	p.b.Level = &level
	p.text(c.Words)
	down := view{r: r, t: v.t, m: p.draft()}
	s := v.t.State(v.m.State)
	if rung := v.t.rungAt(level); rung != nil {
		p.settleOn(v, down.resolve(&rung.With))
	} else if s.With != nil {
		p.settleOn(v, down.resolve(s.With))
	}
	l := limits{v: view{r: r, t: v.t, m: p.draft()}}
	l.leave()
	l.own(s)
	p.b.Clocks = l.out
	m := p.commit()
	r.tell(m.Key, m.Holder, "returned")
	return nil
}

func (v view) mayHandBack() *fault.Fault {
	if v.m.Level == 0 || !v.climbs() {
		return refuse(StepState, StepState, "matter.no_rung")
	}
	return v.doneBy("hand_back", nil)
}
