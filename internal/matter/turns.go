package matter

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// An act by persons that says "every RHYTHM" is owed once each turn while the matter stands
// in one of its states. The turn has a limit by the act's name, which ends with the office
// on the rhythm's day; once it is served the act is refused until the next turn begins, the
// day after. A turn that was missed stays late until the act is done, and the ones that
// passed meanwhile are not asked again.

// Turns reports that the act is owed with a rhythm by persons, not done by one.
func (a *Act) Turns() bool { return a.Every != nil && !a.ByRule() }

// turnRule begins the rule of a limit that is a turn.
const turnRule = "every "

// turning gives the act whose turns a limit of that name are; nil if there is none.
func (t *Type) turning(name string) *Act {
	if a := t.acts[name]; a != nil && a.Turns() {
		return a
	}
	return nil
}

// turn follows the limit of an act's turns: begun with the state, moved on by the act itself.
func (l *limits) turn(a *Act) {
	m := l.v.m
	runs := m.Phase.Open() && slices.Contains(a.From, m.State)
	old := m.Clock(a.Key)
	live := old != nil && old.Ended == 0
	switch {
	case live && !runs:
		c := *old
		c.Ended = l.v.r.w.Now
		l.put(c)
	case runs && !live:
		l.owe(a, l.v.r.today()-1)
	case runs && l.act == a.Key:
		l.owe(a, old.Due.Date())
	}
}

// owe begins the first turn after a day that is not over yet.
func (l *limits) owe(a *Act, after calendar.Date) {
	cal, now := l.v.cal(), l.v.r.w.Now
	day := a.Every.Next(after, cal)
	for day != 0 && endOf(cal, day, false) <= now {
		day = a.Every.Next(day, cal)
	}
	if day == 0 {
		return
	}
	l.put(Running{Name: a.Key, Start: now, Due: endOf(cal, day, false), Rule: turnRule + a.Every.String(), Value: day.String(),
		Source: "act " + a.Key, Unmoved: day, Calendar: cal.Revision()})
}

// turnServed refuses an act whose turn at hand is served already.
func (v view) turnServed(a *Act) *fault.Fault {
	c := v.m.Clock(a.Key)
	if !a.Turns() || c == nil || c.Ended != 0 || c.Due.Date() <= a.Every.Next(v.r.today()-1, v.cal()) {
		return nil
	}
	return refuse(StepWhen, "every", "matter.turn_served", a.Name, c.Due.Date())
}

// freshTurns forgets the timers of a turn that is over, so that those of the next ring.
func (b *body) freshTurns(m *Matter) {
	for _, c := range b.Clocks {
		if !strings.HasPrefix(c.Rule, turnRule) {
			continue
		}
		m.Memory.Fired = slices.DeleteFunc(m.Memory.Fired, func(what string) bool { return ofClock(what, c.Name) })
	}
}

// turnName is how a limit that is a turn is explained.
var turnName = i18n.Text{Hi: "हर बारी", En: "each turn"}
