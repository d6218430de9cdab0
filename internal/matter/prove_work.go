package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/rule"
)

// doers are the posts that may do an act, as phrases: the holder of each state it leaves
// where nobody is named. Rules, sheets and other packs check nothing and are left out.
func (t *Type) doers(a *Act) []string {
	by := a.By
	if len(by) == 0 {
		by = []rule.Who{{Kind: rule.WhoHolder}}
	}
	var list []string
	for i := range by {
		switch w := &by[i]; w.Kind {
		case rule.WhoRule, rule.WhoImport, rule.WhoAsk:
		case rule.WhoHolder:
			list = append(list, t.holders(a)...)
		default:
			list = append(list, w.String())
		}
	}
	return list
}

func (t *Type) holders(a *Act) []string {
	var list []string
	for _, key := range a.From {
		if s := t.states[key]; s != nil && s.With != nil {
			list = append(list, s.With.String())
		}
	}
	return list
}

// proveOwnWork finds an act that accepts out of a reported state and may be done by the
// very post that reported: what the engine would always refuse must not load.
func (t *Type) proveOwnWork(ps *problems) {
	for i := range t.def.Acts {
		check := &t.def.Acts[i]
		for _, from := range check.From {
			if s := t.states[from]; s != nil && s.Phase == Reported && t.closes(check) {
				t.checkedBy(ps, check, s)
			}
		}
	}
}

// closes reports whether an act may lead to a closed state.
func (t *Type) closes(a *Act) bool {
	return slices.ContainsFunc(a.targets(), func(k string) bool {
		s := t.states[k]
		return s != nil && s.Phase == Closed
	})
}

func (t *Type) checkedBy(ps *problems, check *Act, s *State) {
	checkers := t.doers(check)
	for i := range t.def.Acts {
		work := &t.def.Acts[i]
		if work == check || !slices.Contains(work.targets(), s.Key) || t.fromReported(work) {
			continue
		}
		for _, d := range t.doers(work) {
			if slices.Contains(checkers, d) && !excluded(check, work.Key) {
				ps.add(check.Pos, "pack.own_work", check.Key, work.Key)
				return
			}
		}
	}
}

func (t *Type) fromReported(a *Act) bool {
	return slices.ContainsFunc(a.From, func(k string) bool { return t.states[k] != nil && t.states[k].Phase == Reported })
}

// excluded reports whether the check says "not doer(work)" itself.
func excluded(check *Act, work string) bool {
	return slices.ContainsFunc(check.Not, func(w rule.Who) bool { return w.Kind == rule.WhoDoer && w.Act == work })
}
