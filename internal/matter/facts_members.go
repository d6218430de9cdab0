package matter

import (
	"cmp"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// Members gives the parts, links, sittings and matters about it under a name, oldest first.
func (v view) Members(name, by string) []rule.Facts {
	if list := v.sessions(name); list != nil {
		return list
	}
	if f := v.t.Field(name); f != nil && f.Type == TMatter {
		if m := v.linked(v.m.Memory.Fields[name].S); m != nil {
			return []rule.Facts{v.r.view(m)}
		}
		return nil
	}
	var found []*Matter
	v.r.each(func(m *Matter) {
		if v.belongs(m, name, by) {
			found = append(found, m)
		}
	})
	return v.r.asFacts(found)
}

func (r *run) asFacts(found []*Matter) []rule.Facts {
	slices.SortFunc(found, func(a, b *Matter) int {
		return cmp.Or(cmp.Compare(a.Opened, b.Opened), cmp.Compare(a.Key.ID, b.Key.ID))
	})
	list := make([]rule.Facts, len(found))
	for i, m := range found {
		list[i] = r.view(m)
	}
	return list
}

// belongs reports whether a matter is a part of this one, points to it, or is about it.
func (v view) belongs(m *Matter, name, by string) bool {
	if m.Type != v.t.Pack()+"."+name {
		t := v.r.w.Types.Answering(name)
		return t != nil && m.Type == t.Name() && (m.About.Key == v.m.Key || slices.Contains(v.m.Memory.Raised, m.Key.ID))
	}
	if by == "" && (m.Parent == v.m.Key.ID || m.About == record.Ref{Kind: record.Matter, Key: v.m.Key}) {
		return true
	}
	for _, p := range v.r.w.Types.pointing[v.m.Type] {
		if p.from.Name() != m.Type || (by != "" && by != p.field) {
			continue
		}
		if m.Memory.Fields[p.field].S == v.m.Key.String() {
			return true
		}
	}
	return false
}

// sessions gives the sittings of a name that are about the matter, as facts.
func (v view) sessions(name string) []rule.Facts {
	var list []rule.Facts
	for i := range v.r.w.Sittings {
		s := &v.r.w.Sittings[i]
		if s.Key != v.t.Pack()+"."+name {
			continue
		}
		if s.Of == v.m.Key.ID || slices.Contains(s.Matters, v.m.Key.ID) {
			list = append(list, rowFacts{v.r, v.t, s.row(v.m.Key.District)})
		}
	}
	return list
}

func (s *Session) row(district int32) *Row {
	return &Row{
		Ref: record.Ref{Kind: record.Sitting, Key: record.Key{District: district, ID: s.ID}},
		Values: map[string]rule.Value{
			"state": code(s.State), "phase": code(sessionPhase(s.State)), "on": {Kind: rule.Date, N: int64(s.On)},
		},
	}
}

func sessionPhase(state string) string {
	switch state {
	case "held", "not_held":
		return Closed.String()
	case "cancelled":
		return Void.String()
	}
	return Working.String()
}

// rowFacts lets conditions ask a row of a register, a place, a post or a sitting.
type rowFacts struct {
	r   *run
	t   *Type // of the asking matter: its pack's settings
	row *Row
}

// Now is the instant of the command.
func (f rowFacts) Now() calendar.Instant { return f.r.w.Now }

// Reach reckons a length by the calendar of the row's place.
func (f rowFacts) Reach(from calendar.Instant, s calendar.Span) calendar.Instant {
	return f.r.w.calendarAt(f.row.Place).Due(from, s).At
}

// Setting gives the value in force for the asking matter's pack.
func (f rowFacts) Setting(name string) rule.Value { return f.r.w.setting(f.t, name).Value }

// Value gives a column of the row.
func (f rowFacts) Value(p string) rule.Value {
	if v, ok := f.row.Values[p]; ok {
		return v
	}
	switch p {
	case "place":
		return link(f.r.w.placeKey(f.row.Place))
	case "post":
		return link(f.r.w.postKey(f.row.Post))
	case "department":
		return link(f.r.w.departmentKey(f.row.Department))
	}
	return rule.Value{}
}

// Measure knows of a row only how long ago a date of it lies.
func (f rowFacts) Measure(k rule.TestKind, name, _ string) rule.Value {
	if k == rule.TestSince || k == rule.TestUntil {
		return f.Value(name)
	}
	return rule.Value{}
}

// Members gives the loaded matters of a name that are about the row or point to it.
func (f rowFacts) Members(name, by string) []rule.Facts {
	var found []*Matter
	f.r.each(func(m *Matter) {
		if m.Type == f.t.Pack()+"."+name && f.points(m, by) {
			found = append(found, m)
		}
	})
	return f.r.asFacts(found)
}

func (f rowFacts) points(m *Matter, by string) bool {
	if by == "" && (m.About == f.row.Ref || f.row.Ref.Kind == record.Place && m.Place == f.row.Ref.Key.ID) {
		return true
	}
	for key, v := range m.Memory.Fields {
		if v.Kind == rule.Link && v.S == f.row.Key && (by == "" || by == key) {
			return true
		}
	}
	return false
}
