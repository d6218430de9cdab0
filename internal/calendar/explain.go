package calendar

import "github.com/anupalan/anupalan/internal/i18n"

// Step is one line of the answer to "why is this due then": a message and its arguments.
type Step struct {
	Key  string
	Args []any
}

// In writes the step for a reader.
func (s Step) In(l i18n.Lang) string { return i18n.Message(l, s.Key, s.Args...) }

// Explain reckons like DueWith and tells how: start, rule, what was not counted, pauses, shift, end.
func (c *Calendar) Explain(start Instant, s Span, p Pauses) (Due, []Step) {
	var trail []Step
	r := reckoning{Calendar: c, due: Due{Start: start, Span: s, Revision: c.rules.Revision}, trail: &trail}
	if start == 0 || s.IsZero() {
		return r.due, nil
	}
	r.note("calendar.step_start", start)
	r.note("calendar.step_rule_"+ruleOf(s.Unit), s)
	r.run(p)
	if r.due.Moved() {
		r.note("calendar.step_moved", r.due.By.Date, r.due.By.Name, r.due.At.Date())
	}
	if !r.due.Stopped {
		r.note("calendar.step_due", r.due.At)
	}
	return r.due, trail
}

func ruleOf(u Unit) string {
	switch u {
	case Hours:
		return "hours"
	case WorkingDays, CourtDays:
		return "counted"
	case EndOfDay, EndOfWeek, EndOfMonth:
		return "end"
	}
	return "days"
}

func (r *reckoning) note(key string, args ...any) {
	if r.trail != nil {
		*r.trail = append(*r.trail, Step{key, args})
	}
}

// skip notes a closed day that was not counted.
func (r *reckoning) skip(d Date) {
	if r.trail == nil {
		return
	}
	name, dated := r.closed[d]
	if r.due.Span.Unit == CourtDays {
		name, dated = r.court[d]
	}
	if !dated {
		name = i18n.Weekdays[d.Weekday()]
	}
	r.note("calendar.step_skipped", d, name)
}
