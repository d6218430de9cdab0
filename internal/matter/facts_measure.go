package matter

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/rule"
)

// Measure answers a measured fact of the matter.
func (v view) Measure(k rule.TestKind, name, than string) rule.Value {
	if head, rest, deep := strings.Cut(name, "."); deep && v.t.Field(head) == nil {
		if up, ok := v.above(head); ok {
			return up.Measure(k, rest, than)
		}
		if head == v.t.Key() {
			return v.Measure(k, rest, than)
		}
		if v.part != nil && head == v.part.t.Key() {
			return v.part.Measure(k, rest, than)
		}
	}
	switch k {
	case rule.TestMark:
		return v.mark(name)
	case rule.TestLate:
		return yes(v.late(name))
	case rule.TestSilent:
		return yes(v.m.Silent)
	case rule.TestSince:
		return v.since(name)
	case rule.TestUntil:
		return v.until(name)
	case rule.TestTimes:
		return rule.Value{Kind: rule.Number, N: v.times(name)}
	case rule.TestRepeats:
		return v.r.measured("repeats " + name)
	case rule.TestSameMinute:
		return v.r.measured("same_minute")
	case rule.TestChanged:
		return v.changed(name)
	case rule.TestBad:
		return rule.Value{Kind: rule.Number, N: int64(len(v.badItems(name)))}
	case rule.TestWorse:
		return yes(v.worse(name, than))
	case rule.TestActOn:
		return v.actOn(name)
	}
	return rule.Value{}
}

// times counts an act, a state, a phase, or what was returned, extended or transferred.
func (v view) times(name string) int64 {
	mem := &v.m.Memory
	if v.t.Act(name) == nil && v.t.State(name) == nil {
		switch name {
		case "return":
			return int64(mem.Returned)
		case "extend":
			return int64(mem.Extended)
		case "transfer":
			return int64(mem.Transfer)
		}
	}
	return int64(mem.Times[name])
}

// changed reports whether somebody else holds a role's post since the state was entered.
func (v view) changed(role string) rule.Value {
	if val, ok := v.r.w.Measured["changed "+role]; ok {
		return val
	}
	now := v.word(role)
	then := v.m.Memory.Entered[v.m.State].Date()
	o := v.r.w.Org
	return yes(now.Post != 0 && o.Holder(now.Post, v.r.today()).Person != o.Holder(now.Post, then).Person)
}

// measured gives a count that only the store can know; not measured is none.
func (r *run) measured(key string) rule.Value {
	if v, ok := r.w.Measured[key]; ok {
		return v
	}
	return rule.Value{Kind: rule.Number}
}

func (v view) actOn(act string) rule.Value {
	if d, ok := v.m.Memory.Done[act]; ok {
		return rule.Value{Kind: rule.Date, N: int64(d.At.Date())}
	}
	return rule.Value{}
}

// late asks the named clock, or whatever limits the holder; of a closed matter, whether it
// was late when it closed.
func (v view) late(name string) bool {
	if name != "" && name != "due" {
		c := v.m.Clock(name)
		return c != nil && c.Late(v.r.w.Now)
	}
	if v.m.Phase.Open() {
		return v.m.Due != 0 && v.r.w.Now > v.m.Due
	}
	for i := range v.m.Memory.Clocks {
		if c := &v.m.Memory.Clocks[i]; !c.Outside && !c.Hint && c.Ended == v.m.Closed && c.Late(v.r.w.Now) {
			return true
		}
	}
	return false
}

func (v view) since(name string) rule.Value {
	if at, ok := v.m.Memory.Entered[name]; ok {
		return moment(at)
	}
	if d, ok := v.m.Memory.Done[name]; ok {
		return moment(d.At)
	}
	if c := v.m.Clock(name); c != nil {
		return moment(c.Start)
	}
	if val := v.Value(name); val.Kind == rule.Date || val.Kind == rule.Moment {
		return val
	}
	return rule.Value{}
}

func (v view) until(name string) rule.Value {
	if c := v.m.Clock(name); c != nil {
		return moment(c.Due)
	}
	if val := v.Value(name); val.Kind == rule.Date || val.Kind == rule.Moment {
		return val
	}
	return rule.Value{}
}

func moment(at calendar.Instant) rule.Value {
	if at == 0 {
		return rule.Value{}
	}
	return rule.Value{Kind: rule.Moment, N: int64(at)}
}

// mark gives the word of a scale, or yes or no for a word by its own name.
func (v view) mark(name string) rule.Value {
	for i := range v.t.def.Scales {
		s := &v.t.def.Scales[i]
		at := slices.IndexFunc(s.Marks, func(m Mark) bool { return m.Key == name })
		if s.Key != name && at < 0 {
			continue
		}
		held := v.firstMark(s)
		if s.Key == name {
			return code(held)
		}
		return yes(held == name)
	}
	return rule.Value{}
}

func (v view) firstMark(s *Scale) string {
	for i := range s.Marks {
		if ok, _ := s.Marks[i].When.Holds(v); ok {
			return s.Marks[i].Key
		}
	}
	return ""
}

// badItems lists the items of a filled checklist that have a bad mark, as the form has them.
func (v view) badItems(field string) []*CheckItem {
	list, val := v.checklist(field)
	if list == nil {
		return nil
	}
	var bad []*CheckItem
	for i := range list.Items {
		if slices.Contains(list.Bad, val.Map[list.Items[i].Key]) {
			bad = append(bad, &list.Items[i])
		}
	}
	return bad
}

func (v view) checklist(field string) (*Checklist, rule.Value) {
	f := v.t.Field(field)
	if f == nil || f.Type != TChecklist || v.t.Scope() == nil {
		return nil, rule.Value{}
	}
	list, ok := v.t.Scope().Checklist[f.Arg]
	if !ok {
		return nil, rule.Value{}
	}
	return &list, v.m.Memory.Fields[field]
}

// worse reports whether any item of one form stands lower than in the other; marks are
// written from good to bad, and what does not apply is not compared.
func (v view) worse(field, than string) bool {
	list, a := v.checklist(field)
	_, b := v.checklist(than)
	if list == nil {
		return false
	}
	rank := func(mark string) int {
		return slices.IndexFunc(list.Marks, func(c Code) bool { return c.Key == mark && c.Key != "na" })
	}
	for item, mark := range a.Map {
		x, y := rank(mark), rank(b.Map[item])
		if x >= 0 && y >= 0 && x > y {
			return true
		}
	}
	return false
}
