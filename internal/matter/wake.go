package matter

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// wake does what a timer is for, once a visit. A wake that comes too early, twice, or for
// what is over does nothing and is no fault.
func (r *run) wake(c *Command) *fault.Fault {
	w := c.Wake
	if w.Matter.IsZero() {
		return r.wakeType(c)
	}
	m := r.get(w.Matter.ID)
	if m == nil {
		return refuse(StepVisible, StepVisible, "matter.not_found")
	}
	r.as(Actor{Kind: Ruling, Mode: record.Program}, func() bool {
		r.fire(r.view(m), w.What)
		return true
	})
	return nil
}

func (r *run) fire(v view, what string) {
	if v.t == nil || slices.Contains(v.m.Memory.Fired, what) || !r.ripe(v, what) {
		return
	}
	word, rest, _ := strings.Cut(what, ":")
	switch word {
	case wakeLate:
		r.ranOut(v, v.m.Clock(rest), what)
	case wakeRung:
		r.climb(v, what)
	case wakeWarn:
		r.warn(v, rest, what)
	case wakeSilence:
		p := r.pen(v.t, v.m, Silenced, "")
		p.b.Fired, p.b.Cause = what, what
		p.commit()
		r.tell(v.m.Key, v.m.Holder, "silent")
	case wakeResume:
		r.goOn(v, what)
	case wakeRule:
		act, _, _ := strings.Cut(rest, ":")
		r.ruled(v, act, what)
	case wakeHoliday:
		r.shift(v)
	}
}

// ripe asks the matter itself whether the timer is due now, so that a wake row left over
// from before changes nothing.
func (r *run) ripe(v view, what string) bool {
	for _, k := range v.t.Wakes(r.w, v.m) {
		if k.What == what {
			return k.At <= r.w.Now
		}
	}
	return strings.HasPrefix(what, wakeRule+":") || what == wakeHoliday
}

// ranOut marks that a limit ran out. One that climbs hands the matter on; two limits of
// one visit climb once, by the earlier. Rules that ask "late" are tried afterwards.
func (r *run) ranOut(v view, c *Running, what string) {
	if c.Climbs && !v.m.Memory.Climbed {
		r.climb(v, what)
		return
	}
	p := r.pen(v.t, v.m, Warned, "")
	p.b.Fired, p.b.Cause, p.b.Clock = what, what, c.Name
	p.commit()
	r.tell(v.m.Key, v.m.Holder, "late")
}

func (r *run) warn(v view, clock, what string) {
	name, _, _ := strings.Cut(clock, ":")
	p := r.pen(v.t, v.m, Warned, "")
	p.b.Fired, p.b.Cause, p.b.Clock = what, what, name
	p.commit()
	r.tell(v.m.Key, v.m.Holder, "due_soon")
}

// ruled does a rule act that time may have made true; if it is not, only a rhythm is
// marked, so that it comes again.
func (r *run) ruled(v view, act, what string) {
	a := v.t.Act(act)
	if a == nil || !a.ByRule() || a.Opens() || !slices.Contains(a.From, v.m.State) {
		return
	}
	if r.done == nil {
		r.done = map[doneKey]bool{}
	}
	r.byRule(v.t, v.m, a, ruleCause(a, what))
}

func ruleCause(a *Act, what string) string {
	if a.When.IsZero() {
		return what
	}
	return a.When.Words()
}

// wakeType opens matters by rhythm: five shares every Monday.
func (r *run) wakeType(c *Command) *fault.Fault {
	t := r.w.Types.Newest(c.Type)
	if t == nil {
		return fault.New(fault.NotFound, "matter.no_such_type", c.Type)
	}
	_, act, _ := strings.Cut(c.Wake.What, ":")
	a := t.Act(act)
	if a == nil || !a.Opens() || !a.ByRule() || c.Wake.At > r.w.Now {
		return nil
	}
	r.fan(t, a, c.Envelope.Parent, c.From, c.Wake.What)
	return nil
}
