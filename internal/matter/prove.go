package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/rule"
)

// prove runs every proof that needs one definition alone. Each looks at a single promise:
// a holder and a limit for what is open, a way to an end, nobody's own work checked by
// himself, rules that cannot chase one another.
func (t *Type) prove() []Problem {
	var ps problems
	for i := range t.def.States {
		t.proveState(&ps, &t.def.States[i])
	}
	for i := range t.def.Acts {
		t.proveAct(&ps, &t.def.Acts[i])
	}
	t.proveReached(&ps)
	t.proveEnds(&ps)
	t.proveOwnWork(&ps)
	t.proveRules(&ps)
	t.proveClocks(&ps)
	t.proveAllows(&ps)
	t.proveMarks(&ps)
	return ps
}

// proveState wants a holder and one limit for an open state, and neither for a closed one.
func (t *Type) proveState(ps *problems, s *State) {
	own := 0
	for _, has := range []bool{!s.Within.IsZero(), s.By != "", s.Until != ""} {
		if has {
			own++
		}
	}
	switch {
	case s.Phase == 0:
	case !s.Phase.Open() && (s.With != nil || own > 0):
		ps.add(s.Pos, "pack.closed_holder", s.Key)
	case !s.Phase.Open():
	case s.With == nil:
		ps.add(s.Pos, "pack.no_holder", s.Key)
	case own == 0 && !t.clocked(s):
		ps.add(s.Pos, "pack.no_limit", s.Key)
	case own > 1:
		ps.add(s.Pos, "pack.two_limits", s.Key)
	}
	if s.Climbs && len(t.def.Ladder) == 0 {
		ps.add(s.Pos, "pack.climbs_where", s.Key)
	}
}

// clocked reports whether a declared clock runs in the state, one that only hints too, or an
// act is owed in it with a rhythm.
func (t *Type) clocked(s *State) bool {
	if slices.ContainsFunc(t.from[s.Key], (*Act).Turns) {
		return true
	}
	for i := range t.def.Clocks {
		if t.def.Clocks[i].runsIn(s) {
			return true
		}
	}
	return false
}

// runsIn reports whether the clock runs while a matter is in the state; no list is every open state.
func (c *Clock) runsIn(s *State) bool {
	if !s.Phase.Open() {
		return false
	}
	if len(c.In) == 0 {
		return true
	}
	return slices.ContainsFunc(c.In, func(w string) bool { return w == s.Key || w == "open" || w == s.Phase.String() })
}

// proveAct wants somebody for every act, and of an act by rule an occasion and no question.
func (t *Type) proveAct(ps *problems, a *Act) {
	byRule := a.ByRule()
	switch {
	case a.Opens() && len(a.By) == 0:
		ps.add(a.Pos, "pack.open_by", a.Key)
	case len(a.By) == 0 && t.fromClosed(a):
		ps.add(a.Pos, "pack.closed_by", a.Key)
	case byRule && a.When.IsZero() && a.Every == nil && a.For == nil:
		ps.add(a.Pos, "pack.rule_without", a.Key)
	case a.Turns() && a.Opens():
		ps.add(a.Pos, "pack.every_opens", a.Key)
	case a.Turns() && t.fromClosed(a):
		ps.add(a.Pos, "pack.every_closed", a.Key)
	}
	if byRule && len(a.By) == 1 && len(a.Asks) > 0 {
		ps.add(a.Asks[0].Pos, "pack.rule_asks", a.Key, a.Asks[0].S)
	}
}

func (t *Type) fromClosed(a *Act) bool {
	return slices.ContainsFunc(a.From, func(k string) bool {
		s := t.states[k]
		return s != nil && !s.Phase.Open()
	})
}

// proveClocks wants every clock to run somewhere, and a cap where it may stand still.
func (t *Type) proveClocks(ps *problems) {
	for i := range t.def.Clocks {
		c := &t.def.Clocks[i]
		runs := slices.ContainsFunc(t.def.States, func(s State) bool { return c.runsIn(&s) })
		if !runs {
			ps.add(c.Pos, "pack.clock_nowhere", c.Key)
		}
		if len(c.Still) > 0 && c.Most.IsZero() {
			ps.add(c.Pos, "pack.still_cap", c.Key)
		}
		if c.Climbs && len(t.def.Ladder) == 0 {
			ps.add(c.Pos, "pack.climbs_where", c.Key)
		}
	}
	for i := range t.def.Ladder {
		g := &t.def.Ladder[i]
		last := i == len(t.def.Ladder)-1
		if g.Within.IsZero() && !last {
			ps.add(g.Pos, "pack.ladder_end", g.Key)
		}
	}
}

// proveAllows wants coded reasons and caps on what may be done over and over.
func (t *Type) proveAllows(ps *problems) {
	al := &t.def.Allows
	if x := al.Transfer; x != nil {
		named := len(x.By) > 0 && x.To != nil
		if x.Reasons == "" && !asks(x.Asks, "remark") {
			ps.add(x.Pos, "pack.transfer_reasons")
		}
		if x.Most.Op == 0 && !named {
			ps.add(x.Pos, "pack.transfer_cap")
		}
	}
	if x := al.Pause; x != nil && x.Most.IsZero() {
		ps.add(x.Pos, "pack.pause_cap")
	}
}

func asks(list []rule.Name, key string) bool {
	return slices.ContainsFunc(list, func(n rule.Name) bool { return n.S == key })
}

// proveMarks wants a condition of every word of a scale but the last.
func (t *Type) proveMarks(ps *problems) {
	for _, s := range t.def.Scales {
		for i, m := range s.Marks {
			if m.When.IsZero() && i < len(s.Marks)-1 {
				ps.add(m.Pos, "pack.mark_when", m.Key)
			}
		}
	}
}
