package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/rule"
)

// limits reckons, for a draft of the matter, which clocks start, stand, go on and end. It
// gives only those that changed, by name.
type limits struct {
	v       view
	act     string // the act done
	entered bool   // a state was entered by this event
	out     []Running
}

func (v view) limits(act string, entered bool) []Running {
	l := limits{v: v, act: act, entered: entered}
	if entered {
		l.leave()
		if s := v.t.State(v.m.State); s != nil && s.Phase.Open() {
			l.own(s)
		}
	} else if s := v.t.State(v.m.State); s != nil && s.By != "" && s.Outside {
		l.again(s)
	}
	for i := range v.t.def.Clocks {
		l.declared(&v.t.def.Clocks[i])
	}
	for i := range v.t.def.Acts {
		if a := &v.t.def.Acts[i]; a.Turns() {
			l.turn(a)
		}
	}
	return l.out
}

func (l *limits) put(c Running) {
	for i := range l.out {
		if l.out[i].Name == c.Name {
			l.out[i] = c
			return
		}
	}
	l.out = append(l.out, c)
}

// leave ends what belonged to the state left: its own limit, and the time of a rung told.
func (l *limits) leave() {
	for _, c := range l.v.m.Memory.Clocks {
		if c.Ended == 0 && l.v.t.Clock(c.Name) == nil && l.v.t.turning(c.Name) == nil {
			c.Ended = l.v.r.w.Now
			l.put(c)
		}
	}
}

// own starts the limit of the state entered; a fresh visit has a fresh limit.
func (l *limits) own(s *State) {
	switch {
	case s.Within.Rung:
		if r := l.v.t.rungAt(l.v.m.Level); r != nil {
			l.within(Running{Name: s.Key, Climbs: true}, r.Within, "rung "+r.Key)
		}
	case !s.Within.IsZero():
		l.within(Running{Name: s.Key, Climbs: s.Climbs, Outside: s.Outside}, s.Within, "")
	case s.By != "":
		l.byDay(Running{Name: s.Key, Climbs: s.Climbs, Outside: s.Outside}, s.By)
	}
}

// again follows a day outside that was typed anew by an act that stays: the next hearing.
// A limit of ours is never moved by typing its day again.
func (l *limits) again(s *State) {
	old := l.v.m.Clock(s.Key)
	day := l.v.day(s.By)
	if day == 0 || (old != nil && (old.Extended != 0 || old.Unmoved == day)) {
		return
	}
	l.byDay(Running{Name: s.Key, Climbs: s.Climbs, Outside: s.Outside}, s.By)
}

// within starts a clock now from a length, and freezes value, source and calendar.
func (l *limits) within(c Running, d rule.Duration, how string) {
	l.from(c, d, how, l.v.r.w.Now)
}

func (l *limits) from(c Running, d rule.Duration, how string, start calendar.Instant) {
	span, source, ok := l.v.length(d)
	if !ok {
		return
	}
	c.Start, c.Value, c.Source = start, span.String(), source
	c.Rule = "within " + d.String()
	if how != "" {
		c.Rule = "within " + how
	}
	l.v.reckon(&c, span)
	l.put(c)
}

// byDay starts a clock that ends on the day in a field. Without one the setting default_in
// gives the limit, and the clock says so; with neither the matter goes to the exception list.
func (l *limits) byDay(c Running, field string) {
	day := l.v.day(field)
	if day == 0 {
		n := len(l.out)
		l.within(c, rule.Duration{Setting: "default_in"}, "default_in")
		if len(l.out) == n && c.Name == l.v.m.State {
			l.v.r.out.Exceptions = append(l.v.r.out.Exceptions, Exception{Matter: l.v.m.Key, Why: "no_limit", Role: field})
		}
		return
	}
	cal := l.v.r.w.calendarAt(l.v.m.Place)
	c.Start, c.Due = l.v.r.w.Now, endOf(cal, day, c.Outside)
	c.Rule, c.Value, c.Source = "by "+field, day.String(), "field "+field
	c.Unmoved, c.Calendar = day, cal.Revision()
	l.put(c)
}

// day reads a date field.
func (v view) day(field string) calendar.Date {
	val := v.m.Memory.Fields[field]
	if val.Kind == rule.None {
		val = v.Value(field)
	}
	switch val.Kind {
	case rule.Date:
		return calendar.Date(val.N)
	case rule.Moment:
		return calendar.Instant(val.N).Date()
	}
	return 0
}

// length resolves a duration with the source that gave it.
func (v view) length(d rule.Duration) (calendar.Span, string, bool) {
	if d.Setting != "" {
		g := v.r.w.setting(v.t, d.Setting)
		return g.Value.Span, g.Source, g.Value.Kind == rule.Length
	}
	span, ok := d.Resolve(v)
	source := v.t.source()
	if d.Path.S != "" {
		source = d.Path.S
	}
	return span, source, ok
}

// reckon sets where the clock ends, leaving out its pauses.
func (v view) reckon(c *Running, span calendar.Span) {
	cal := v.r.w.calendarAt(v.m.Place)
	due := cal.DueWith(c.Start, span, calendar.Pauses{List: c.Pauses, Most: c.Cap})
	c.Due, c.Unmoved, c.Stands, c.Calendar = due.At, due.Unmoved, due.Stopped, due.Revision
}

// again reckons a clock anew after its pauses changed, from the value it froze with.
func (v view) again(c *Running) {
	span, err := calendar.ParseSpan(c.Value)
	if err != nil || c.Extended != 0 || span.IsZero() {
		v.shiftDay(c)
		return
	}
	v.reckon(c, span)
}

// shiftDay moves a limit that is a day, not a length, by the days it stood still.
func (v view) shiftDay(c *Running) {
	last := c.Pauses[len(c.Pauses)-1]
	if c.Stands = last.To == 0; c.Stands {
		return
	}
	cal := v.r.w.calendarAt(v.m.Place)
	days := calendar.DaysBetween(last.From.Date(), last.To.Date())
	c.Unmoved = c.Due.Date().AddDays(days)
	c.Due = endOf(cal, c.Unmoved, c.Outside)
}

// endOf gives the instant at which a limit of one day is over: office closing, moved off a
// closed day unless the limit is not ours.
func endOf(cal *calendar.Calendar, day calendar.Date, outside bool) calendar.Instant {
	if outside {
		return cal.OfficeCloses(day)
	}
	return cal.Due(day.At(0, 0), calendar.Span{Unit: calendar.EndOfDay}).At
}

// declared follows one clock of the type.
func (l *limits) declared(c *Clock) {
	m, now := l.v.m, l.v.r.w.Now
	runs := m.Phase.Open() && (len(c.In) == 0 || inAny(m, c.In))
	var old Running
	if p := m.Clock(c.Key); p != nil {
		old = *p
		old.Pauses = slices.Clone(old.Pauses)
	}
	live := old.Name != "" && old.Ended == 0
	switch {
	case live && !runs:
		old.Ended = now
		l.put(old)
	case runs && l.starts(c, &old, live):
		l.start(c)
	case live:
		l.stand(c, old)
	}
}

// starts reports whether the clock begins with this event, or, being a limit from outside,
// begins anew because the day it reads was typed again.
func (l *limits) starts(c *Clock, old *Running, live bool) bool {
	if c.On != "" {
		day := l.v.day(c.On)
		return day != 0 && (!live || (c.Outside && old.Extended == 0 && old.Unmoved != day))
	}
	if l.v.t.State(c.From) != nil {
		return !live && l.entered && l.v.m.State == c.From
	}
	if l.v.t.Act(c.From) != nil {
		return !live && l.act == c.From
	}
	day := l.v.day(c.From)
	return day != 0 && (!live || (c.Outside && old.Start.Date() != day))
}

func (l *limits) start(c *Clock) {
	n := Running{Name: c.Key, Climbs: c.Climbs, Outside: c.Outside, Hint: c.Hint}
	if !c.Most.IsZero() {
		n.Cap, _, _ = l.v.length(c.Most)
	}
	if c.On != "" {
		l.byDay(n, c.On)
		return
	}
	start := l.v.r.w.Now
	if day := l.v.day(c.From); l.v.t.State(c.From) == nil && l.v.t.Act(c.From) == nil && day != 0 {
		start = day.At(0, 0)
	}
	l.from(n, c.Within, "", start)
}

// stand stops a clock in the states it stands still in, and lets it go on after them.
func (l *limits) stand(c *Clock, old Running) {
	now := l.v.r.w.Now
	still := slices.Contains(c.Still, l.v.m.State)
	open := len(old.Pauses) > 0 && old.Pauses[len(old.Pauses)-1].To == 0
	switch {
	case still && !open:
		old.Pauses = append(old.Pauses, calendar.Pause{From: now})
	case !still && open && l.v.m.Memory.Paused == nil:
		old.Pauses[len(old.Pauses)-1].To = now
	default:
		return
	}
	l.v.again(&old)
	l.put(old)
}

// inAny reports whether the matter stands in one of the states or phases.
func inAny(m *Matter, words []string) bool {
	for _, w := range words {
		if w == m.State || w == m.Phase.String() || (w == "open" && m.Phase.Open()) {
			return true
		}
	}
	return false
}
