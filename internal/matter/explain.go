package matter

import (
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
)

// Explained is why one limit ends when it does, line by line.
type Explained struct {
	Clock   string
	Name    i18n.Text
	Due     calendar.Instant
	Outside bool
	Counts  bool // it is the matter's due date
	Lines   []calendar.Step
}

// Explain tells of every limit that runs or stands where it starts, by which rule and value,
// who gave the value, what was not counted and what moved it. The one that counts is first.
func Explain(w *World, m *Matter) []Explained {
	v := newRun(w).view(m)
	if v.t == nil {
		return nil
	}
	var list []Explained
	for i := range m.Memory.Clocks {
		c := &m.Memory.Clocks[i]
		if c.Ended != 0 || c.Rung {
			continue
		}
		e := Explained{Clock: c.Name, Name: v.t.clockName(c.Name), Due: c.Due, Outside: c.Outside, Counts: c.Runs() && c.Due == m.Due, Lines: v.lines(c)}
		if e.Counts {
			list = append([]Explained{e}, list...)
			continue
		}
		list = append(list, e)
	}
	return list
}

func (t *Type) clockName(key string) i18n.Text {
	if c := t.clocks[key]; c != nil {
		return c.Name
	}
	if s := t.states[key]; s != nil {
		return s.Name
	}
	if a := t.turning(key); a != nil {
		return a.Name
	}
	return i18n.Text{}
}

func (v view) lines(c *Running) []calendar.Step {
	steps := []calendar.Step{{Key: "matter.explain_rule", Args: []any{v.t.ruleName(c.Rule), v.t.valueName(c.Value)}}}
	again := v.reckoned(c)
	steps = append(steps, again...)
	if c.Extended != 0 {
		steps = append(steps, calendar.Step{Key: "matter.explain_extended", Args: []any{c.Extended.Date(), c.Unmoved}})
	}
	switch {
	case c.Stands:
		steps = append(steps, calendar.Step{Key: "matter.explain_stands", Args: []any{c.Pauses[len(c.Pauses)-1].From.Date()}})
	case c.Outside:
		steps = append(steps, calendar.Step{Key: "matter.explain_outside", Args: []any{c.Due}})
	case len(again) == 0 || c.Extended != 0:
		steps = append(steps, calendar.Step{Key: "matter.explain_due", Args: []any{c.Due}})
	}
	return steps
}

// ruleName puts a limit's rule into the words of the pack: the setting it names, or the
// field, or the rule as written.
func (t *Type) ruleName(rule string) any {
	word, name, _ := strings.Cut(rule, " ")
	if sc := t.def.Scope; sc != nil && word == "within" {
		if s, ok := sc.Settings[name]; ok && s.Unverified {
			return i18n.Text{Hi: s.Name.Hi + " (असत्यापित)", En: s.Name.En + " (unverified)"}
		} else if ok {
			return s.Name
		}
	}
	if strings.HasPrefix(rule, turnRule) {
		return turnName
	}
	if f := t.fields[name[strings.LastIndexByte(name, '.')+1:]]; f != nil && word == "by" {
		return f.Name
	}
	return rule
}

// valueName puts the value a limit froze with into words.
func (t *Type) valueName(value string) any {
	if span, err := calendar.ParseSpan(value); err == nil {
		return span
	}
	if day, err := calendar.ParseDate(value); err == nil {
		return day
	}
	return value
}

// reckoned walks the calendar again, if it is still the one that the limit was reckoned by;
// of an older one only the last day and the shift are known.
func (v view) reckoned(c *Running) []calendar.Step {
	cal := v.cal()
	span, err := calendar.ParseSpan(c.Value)
	if err == nil && c.Extended == 0 && cal.Revision() == c.Calendar {
		_, steps := cal.Explain(c.Start, span, calendar.Pauses{List: c.Pauses, Most: c.Cap})
		return steps
	}
	if c.Unmoved == 0 || c.Unmoved == c.Due.Date() {
		return nil
	}
	if h, shut := cal.Holiday(c.Unmoved); shut {
		return []calendar.Step{{Key: "calendar.step_moved", Args: []any{c.Unmoved, h.Name, c.Due.Date()}}}
	}
	return nil
}
