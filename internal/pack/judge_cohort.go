package pack

import (
	"slices"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

// judgeCohorts wants sets that can be frozen: a stock of matters, each judged alone, by an
// act that happens once.
func (r *reader) judgeCohorts(d *draft) {
	for i := range d.def.Cohorts {
		h := &d.def.Cohorts[i]
		for _, s := range h.From.Of {
			if s.Kind != rule.SetMatter && s.Kind != rule.SetAsk {
				r.meaning(s.Pos, "pack.cohort_of", h.Key, s.Name)
			}
		}
		if h.From.Into != nil || h.From.During.S != "" {
			r.meaning(h.From.Pos, "pack.cohort_stock", h.Key)
		}
		for _, c := range []rule.Condition{h.From.Where, h.From.Not, h.Done} {
			if key := looksAround(c); key != "" {
				r.meaning(c.Pos, "pack.cohort_alone", h.Key, key)
			}
		}
		if a := d.act(h.Frozen); a != nil && r.comesAgain(d, a) {
			r.meaning(h.Pos, "pack.cohort_once", h.Key, a.Key)
		}
	}
}

// looksAround gives the first test that asks more than the matter itself.
func looksAround(c rule.Condition) string {
	for i := range c.Any {
		for j := range c.Any[i].Tests {
			t := &c.Any[i].Tests[j]
			if t.Kind.Quantifier() || t.Kind == rule.TestRepeats || t.Kind == rule.TestSameMinute {
				return t.Key
			}
			if t.Kind == rule.TestNot {
				if key := looksAround(t.Inner); key != "" {
					return key
				}
			}
		}
	}
	return ""
}

// comesAgain reports an act that stays where it is, or to whose states others lead back.
func (r *reader) comesAgain(d *draft, a *matter.Act) bool {
	if a.Opens() {
		return false
	}
	seen := map[string]bool{}
	next := targets(a)
	for len(next) > 0 {
		at := next[0]
		next = next[1:]
		if at == "" || slices.Contains(a.From, at) {
			return true
		}
		if seen[at] {
			continue
		}
		seen[at] = true
		for i := range d.def.Acts {
			if b := &d.def.Acts[i]; slices.Contains(b.From, at) {
				next = append(next, slices.DeleteFunc(targets(b), func(s string) bool { return s == "" })...)
			}
		}
	}
	return false
}

// targets are the states an act may lead to; "" stays.
func targets(a *matter.Act) []string {
	if len(a.Branch) == 0 {
		return []string{a.To}
	}
	var list []string
	for _, b := range a.Branch {
		list = append(list, b.To)
	}
	return list
}
