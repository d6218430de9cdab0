package matter

import (
	"slices"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
)

// pause stops the limits inside for a coded reason until a day; all pauses together stay
// under the pack's cap. A court's limit never stops.
func (r *run) pause(v view, c *Command) *fault.Fault {
	pa := v.t.Allows().Pause
	until, f := v.pauseAsks(pa, c)
	if f != nil {
		return f
	}
	p := r.pen(v.t, v.m, Paused, "pause")
	p.b.Reason, p.b.Until = c.Reason, until
	p.b.Spoke = v.isHolder()
	p.text(c.Words)
	p.b.Clocks = v.paused(calendar.Pause{From: r.w.Now})
	m := p.commit()
	r.tell(m.Key, m.Asker, "paused")
	return nil
}

func (v view) mayPause() *fault.Fault {
	if v.t.Allows().Pause == nil {
		return notAllowed("pause")
	}
	if !v.isHolder() && !v.asksOrAbove() {
		return refuse(StepHolder, StepHolder, "matter.not_holder", actName("pause"), v.r.w.postName(v.m.Holder))
	}
	if f := v.ownHand("pause"); f != nil {
		return f
	}
	if v.m.Memory.Paused != nil {
		return refuse(StepState, StepState, "matter.paused_already", v.m.Memory.Paused.Until)
	}
	return v.unstopped("pause")
}

func (v view) pauseAsks(pa *Pause, c *Command) (calendar.Instant, *fault.Fault) {
	if c.Reason == "" {
		c.Reason = c.Typed["reason"].S
	}
	f := refuse(StepAsks, "", "matter.asks", actName("pause"))
	v.coded(pa.Reasons, "", c.Reason, f)
	if f := orNil(f); f != nil {
		return 0, f
	}
	most, left := v.pauseLeft(pa)
	until := v.cal().OfficeCloses(c.Until)
	switch {
	case c.Until == 0:
		until = left
	case until <= v.r.w.Now:
		return 0, missing("until", "matter.day_not_later", c.Until, v.r.today())
	}
	if left <= v.r.w.Now || until > left {
		return 0, missing("until", "matter.pause_cap", most)
	}
	return until, nil
}

// pauseLeft gives the cap and the last instant at which a pause that begins now must end.
func (v view) pauseLeft(pa *Pause) (calendar.Span, calendar.Instant) {
	most, _, ok := v.length(pa.Most)
	if !ok {
		return most, v.r.w.Now
	}
	used := time.Duration(v.m.Memory.Rested) * time.Microsecond
	end := v.r.w.Now.Date()
	switch most.Unit {
	case calendar.Hours:
		return most, v.r.w.Now.Add(time.Duration(most.N)*time.Hour - used)
	case calendar.Months:
		end = end.AddMonths(most.N)
	case calendar.Years:
		end = end.AddMonths(12 * most.N)
	case calendar.Weeks:
		end = end.AddDays(7 * most.N)
	default:
		end = end.AddDays(most.N)
	}
	return most, v.cal().OfficeCloses(end).Add(-used)
}

// paused adds a pause to every limit inside that runs, or ends the open one.
func (v view) paused(p calendar.Pause) []Running {
	var out []Running
	for i := range v.m.Memory.Clocks {
		c := v.m.Memory.Clocks[i]
		if c.Ended != 0 || c.Outside || c.Due == 0 && !c.Stands {
			continue
		}
		c.Pauses = slices.Clone(c.Pauses)
		open := len(c.Pauses) > 0 && c.Pauses[len(c.Pauses)-1].To == 0
		switch {
		case p.To == 0 && !open:
			c.Pauses = append(c.Pauses, p)
		case p.To != 0 && open && !v.standsStill(c.Name):
			c.Pauses[len(c.Pauses)-1].To = p.To
		default:
			continue
		}
		v.again(&c)
		out = append(out, c)
	}
	return out
}

// standsStill reports whether a clock stands in this state anyway.
func (v view) standsStill(clock string) bool {
	c := v.t.Clock(clock)
	return c != nil && slices.Contains(c.Still, v.m.State)
}

// resume ends a pause before its time: the holder, the asker or whoever is above.
func (r *run) resume(v view, _ *Command) *fault.Fault {
	r.goOnAs(v, "resume", "")
	return nil
}

func (v view) mayResume() *fault.Fault {
	if v.m.Memory.Paused == nil {
		return refuse(StepState, StepState, "matter.not_paused")
	}
	if !v.isHolder() && !v.asksOrAbove() {
		return refuse(StepHolder, StepHolder, "matter.not_holder", actName("resume"), v.r.w.postName(v.m.Holder))
	}
	return v.delegated("resume", actName("resume"))
}

// goOn ends a pause whose time is over.
func (r *run) goOn(v view, what string) { r.goOnAs(v, "", what) }

func (r *run) goOnAs(v view, act, what string) {
	p := r.pen(v.t, v.m, Resumed, act)
	p.b.Fired, p.b.Cause = what, what
	p.b.Clocks = v.paused(calendar.Pause{To: r.w.Now})
	m := p.commit()
	r.tell(m.Key, m.Holder, "resumed")
}
