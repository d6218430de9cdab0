package matter

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/rule"
)

// The first words of Wake.What.
const (
	wakeSilence = "silence"
	wakeWarn    = "warn" // warn:<clock>:<n>
	wakeLate    = "late" // late:<clock>
	wakeRung    = "rung" // rung:<n>, the time of a rung that was told
	wakeRule    = "rule" // rule:<act>
	wakeResume  = "resume"
	wakeHoliday = "holiday" // the calendar changed; sent by whoever changed it, never planned
)

// Wakes gives every instant at which the matter must be looked at again, earliest first:
// its limits, their warnings, silence, the end of a pause and rules that time makes true.
// It reads the matter and what its rules read; the rows in the store are rewritten from it.
func (t *Type) Wakes(w *World, m *Matter) []Wake {
	k := &waker{v: view{r: newRun(w), t: t, m: m}}
	if m.Phase.Open() {
		k.clocks()
		k.silence()
		if p := m.Memory.Paused; p != nil && p.Until != 0 {
			k.add(p.Until, wakeResume)
		}
	}
	k.rules()
	slices.SortFunc(k.out, func(a, b Wake) int { return cmp.Or(cmp.Compare(a.At, b.At), strings.Compare(a.What, b.What)) })
	return k.out
}

type waker struct {
	v   view
	out []Wake
}

// add notes a wake unless its timer has fired in this visit already.
func (k *waker) add(at calendar.Instant, what string) {
	if at == 0 || slices.Contains(k.v.m.Memory.Fired, what) {
		return
	}
	k.out = append(k.out, Wake{At: at, Matter: k.v.m.Key, What: what})
}

func (k *waker) clocks() {
	for i := range k.v.m.Memory.Clocks {
		c := &k.v.m.Memory.Clocks[i]
		if !c.Runs() {
			continue
		}
		switch {
		case c.Rung:
			k.add(c.Due+1, wakeRung+":"+strconv.Itoa(k.v.m.Level+1))
		default:
			k.add(c.Due+1, wakeLate+":"+c.Name)
		}
		for n, span := range k.v.t.warnings(c.Name) {
			if at := before(k.v.cal(), c.Due, span); at > c.Start {
				k.add(at, wakeWarn+":"+c.Name+":"+strconv.Itoa(n))
			}
		}
	}
}

func (v view) cal() *calendar.Calendar { return v.r.w.calendarAt(v.m.Place) }

// warnings are the lengths before a limit at which its holder is told.
func (t *Type) warnings(clock string) []calendar.Span {
	if c := t.clocks[clock]; c != nil {
		return c.Warn
	}
	if s := t.states[clock]; s != nil {
		return s.Warn
	}
	return nil
}

// before gives the opening of the office so many days before a limit.
func before(c *calendar.Calendar, due calendar.Instant, s calendar.Span) calendar.Instant {
	d := due.Date()
	switch s.Unit {
	case calendar.Hours:
		return due - calendar.Instant(s.N)*calendar.Hour
	case calendar.Weeks:
		d = d.AddDays(-7 * s.N)
	case calendar.Months:
		d = d.AddMonths(-s.N)
	case calendar.WorkingDays, calendar.CourtDays:
		for n := s.N; n > 0 && d > 1; {
			d = d.AddDays(-1)
			if c.Working(d) {
				n--
			}
		}
	default:
		d = d.AddDays(-s.N)
	}
	return c.OfficeOpens(d)
}

func (k *waker) silence() {
	s := k.v.t.State(k.v.m.State)
	if s == nil || s.Speaks.IsZero() || k.v.m.Silent || k.v.m.Memory.Paused != nil {
		return
	}
	if span, _, ok := k.v.length(s.Speaks); ok {
		k.add(k.v.cal().Due(k.v.m.Memory.Spoke, span).At+1, wakeSilence)
	}
}

// rules notes when an act by rule may come true by time alone, and the rhythm of those
// that have one.
func (k *waker) rules() {
	for _, a := range k.v.t.rules {
		if a.Opens() || !slices.Contains(a.From, k.v.m.State) {
			continue
		}
		what := wakeRule + ":" + a.Key
		if a.Every != nil {
			if day := a.Every.Next(k.v.r.today(), k.v.cal()); day != 0 {
				k.add(k.v.cal().OfficeOpens(day), what)
			}
			continue
		}
		turns := k.turns(a.When, nil)
		slices.Sort(turns)
		for n, at := range slices.Compact(turns) {
			if n > 0 {
				what = wakeRule + ":" + a.Key + ":" + strconv.Itoa(n)
			}
			k.add(at, what)
		}
	}
}

// turns gathers the instants ahead at which a condition may change its answer by time alone.
func (k *waker) turns(c rule.Condition, out []calendar.Instant) []calendar.Instant {
	for i := range c.Any {
		for j := range c.Any[i].Tests {
			t := &c.Any[i].Tests[j]
			at := calendar.Instant(0)
			switch t.Kind {
			case rule.TestNot:
				out = k.turns(t.Inner, out)
			case rule.TestLate:
				at = k.lateFrom(t.Name)
			case rule.TestSince, rule.TestUntil:
				at = t.Turns(k.v)
			}
			if at > k.v.r.w.Now {
				out = append(out, at)
			}
		}
	}
	return out
}

func (k *waker) lateFrom(clock string) calendar.Instant {
	if clock == "" {
		return k.v.m.Due + 1
	}
	if c := k.v.m.Clock(clock); c != nil && c.Runs() {
		return c.Due + 1
	}
	return 0
}

// Timed gives the next instants at which the type opens matters by itself, with no matter
// in their key: rule:<act>. A rhythm has its own days; a "for" without one, which keeps a
// register or all panchayats covered, is looked at each working day. By the district's calendar.
func (t *Type) Timed(w *World) []Wake {
	var out []Wake
	for _, a := range t.rules {
		beat := t.Beat(a)
		if beat == nil {
			continue
		}
		if day := beat.Next(w.Now.Date(), w.Calendar); day != 0 {
			out = append(out, Wake{At: w.Calendar.OfficeOpens(day), What: wakeRule + ":" + a.Key})
		}
	}
	return out
}

// Beat is how often an act opens matters by itself: its own rhythm, or each working day
// where it keeps a set covered; nil for acts that something else sets off.
func (t *Type) Beat(a *Act) *calendar.Rhythm {
	switch {
	case !a.Opens() || !a.ByRule():
		return nil
	case a.Every != nil:
		return a.Every
	case t.Of() == "" && a.For != nil && !drawn(a.For):
		return &calendar.Rhythm{Beat: calendar.EveryWorkingDay}
	}
	return nil
}

// drawn reports whether the rows come from a draw, which has its own hour.
func drawn(f *rule.Frame) bool {
	return slices.ContainsFunc(f.Of, func(s rule.Set) bool { return s.Kind == rule.SetDraw })
}
