package pack

import (
	"strings"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

// measureNames looks up late, since, until and times with their names.
func (r *reader) measureNames(t *rule.Test, s *start) {
	switch t.Kind {
	case rule.TestLate:
		r.isYesNo(t.Is)
	case rule.TestTimes:
		r.boundOf(&t.Is, s, rule.Number)
	default:
		r.boundOf(&t.Is, s, rule.Length)
	}
	if t.Name == "" {
		return
	}
	at, name := r.owner(t.Path, s)
	switch {
	case at == nil:
	case at.m != nil:
		r.measured(t, at.m, name)
	case at.book != nil:
		r.step(at, name, t.Path.Pos, rule.Path{S: name, Pos: t.Path.Pos})
	}
}

// measured wants the word after the measure to be something that measure can look at.
func (r *reader) measured(t *rule.Test, d *draft, name string) {
	f := d.field(name)
	date := f != nil && f.Type == matter.TDate
	state, act := d.state(name) != nil, d.act(name) != nil
	phase := name == "open" || matter.ParsePhase(name) != 0
	var ok bool
	switch t.Kind {
	case rule.TestLate:
		ok = name == "due" || state || d.clock(name) != nil || act && d.act(name).Turns()
	case rule.TestSince:
		ok = state || act || phase || date || d.clock(name) != nil
	case rule.TestUntil:
		ok = name == "due" || state || d.clock(name) != nil || date
	case rule.TestTimes:
		ok = state || act || phase || in("extend transfer pause remind return", name)
	}
	if ok {
		d.uses(name)
		return
	}
	words := append(d.words(), d.actKeys()...)
	for _, st := range d.def.States {
		words = append(words, st.Key)
	}
	for _, c := range d.def.Clocks {
		words = append(words, c.Key)
	}
	r.names(t.Path.Pos, "pack.not_measured", strings.Fields(t.Key)[0], name, rule.Meant(name, words))
}

// members finds what a quantifier ranges over: parts, matters that link here, sittings,
// and matters about a row or a place.
func (r *reader) members(t *rule.Test, s *start) *start {
	if d := r.heads[t.Name]; d != nil {
		if s.m != nil && d.def.Of != s.m.def.Key && !d.linksTo(s.m) && !d.about() {
			r.names(t.Path.Pos, "pack.no_part", t.Name, s.m.def.Key)
			return nil
		}
		if t.By != "" && d.field(t.By) == nil {
			r.names(t.Pos, "pack.no_field", t.By, d.def.Key, rule.Meant(t.By, d.words()))
		}
		return here(d)
	}
	if r.sitting(t.Name) != nil {
		return &start{other: "sitting"}
	}
	if _, ok := r.world.common.Asks[t.Name]; ok {
		return &start{envelope: true}
	}
	if s.m != nil {
		if f := s.m.field(t.Name); f != nil && f.Type == matter.TMatter {
			return r.beyond(f)
		}
	}
	if r.border(t.Path.Pos, t.Name) {
		return nil
	}
	var names []string
	for _, d := range r.order {
		names = append(names, d.def.Key)
	}
	r.names(t.Path.Pos, "pack.no_members", t.Name, rule.Meant(t.Name, names))
	return nil
}

// about reports whether matters of the kind may be about anything.
func (d *draft) about() bool { return d.field("about") != nil && d.usesField("about") }

func (d *draft) usesField(key string) bool {
	for _, k := range d.common {
		if k == key {
			return true
		}
	}
	for _, f := range d.def.Fields {
		if f.Key == key {
			return true
		}
	}
	return false
}

// boundNames looks at a cap that may be a count, a setting or a path.
func (r *reader) boundNames(o *rule.Operand, s *start) { r.boundOf(o, s, rule.Number) }

// boundOf tells a setting from a path on the right side of a comparison, and wants it to
// be of the kind the left side has; kind 0 takes any.
func (r *reader) boundOf(o *rule.Operand, s *start, kind rule.ValueKind) {
	switch {
	case o.Path.S == "":
		r.literalOf(o, kind)
		return
	case !rule.IsPath(o.Path.S):
		return
	}
	if set, ok := r.setting(o.Path.S); ok {
		o.Setting, o.Path = o.Path.S, rule.Path{}
		r.settingOf(set, o, kind)
		return
	}
	if rule.IsName(o.Path.S) && !in(envelopeWords, o.Path.S) && (s.m == nil || s.m.field(o.Path.S) == nil) &&
		(s.book == nil || !in(strings.Join(fieldKeys(s.book.Fields), " "), o.Path.S)) {
		r.names(o.Path.Pos, "pack.no_setting", o.Path.S, rule.Meant(o.Path.S, r.settingKeys()))
		return
	}
	r.walk(s, o.Path)
}

// literalOf reads a plain number beside money as rupees, and refuses other kinds.
func (r *reader) literalOf(o *rule.Operand, kind rule.ValueKind) {
	v := &o.Literal
	if v.Kind == rule.Number && kind == rule.Money {
		v.Kind, v.N = rule.Money, v.N*100
	}
	if v.Kind != rule.None && kind != 0 && v.Kind != kind {
		r.names(o.Pos, "pack.unit", v.Written(), kindWords[kind])
	}
}

func (r *reader) settingOf(set matter.Setting, o *rule.Operand, kind rule.ValueKind) {
	if set.Value.Kind == rule.Number && kind == rule.Money {
		set.Value.Kind, set.Value.N = rule.Money, set.Value.N*100
		r.pack.Scope.Settings[set.Key] = set
	}
	if kind != 0 && set.Value.Kind != kind {
		r.names(o.Pos, "pack.setting_not", set.Key, kindWords[kind])
	}
}
