package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/record"
)

// deepest is how far one act may lead by rules to another.
const deepest = 3

// settle does the acts by rule whose conditions came true, to a fixed point: at most three
// deep, and each act at most once a matter and command.
func (r *run) settle() {
	if r.done == nil {
		r.done = map[doneKey]bool{}
	}
	for r.depth = 0; r.depth < deepest && len(r.queue) > 0; r.depth++ {
		touched := r.around(r.queue)
		r.queue = nil
		for _, id := range touched {
			if m := r.get(id); m != nil {
				r.rules(m)
			}
		}
	}
}

// around widens the matters touched by those that watch them: parents, and parts.
func (r *run) around(ids []record.ID) []record.ID {
	var all []record.ID
	add := func(id record.ID) {
		if id != 0 && !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	watched := map[record.ID]bool{}
	for _, id := range ids {
		add(id)
		m := r.get(id)
		for n := 0; m != nil && m.Parent != 0 && n < deepest; n++ {
			add(m.Parent)
			m = r.get(m.Parent)
		}
		watched[id] = r.hasRuledParts(id)
	}
	for _, p := range r.partsOf(watched) {
		add(p)
	}
	return all
}

func (r *run) hasRuledParts(id record.ID) bool {
	m := r.get(id)
	return m != nil && slices.ContainsFunc(r.w.Types.Parts(m.Type), func(t *Type) bool {
		return slices.ContainsFunc(t.rules, func(a *Act) bool { return !a.Opens() })
	})
}

func (r *run) partsOf(parents map[record.ID]bool) []record.ID {
	var ids []record.ID
	for _, yes := range parents {
		if yes {
			r.each(func(m *Matter) {
				if parents[m.Parent] {
					ids = append(ids, m.Key.ID)
				}
			})
			break
		}
	}
	slices.Sort(ids)
	return ids
}

// rules tries the rule acts of one matter, and those that open parts of it.
func (r *run) rules(m *Matter) {
	t := r.typeOf(m)
	if t == nil {
		return
	}
	for _, a := range t.rules {
		if a.Opens() || a.Every != nil || !slices.Contains(a.From, m.State) {
			continue
		}
		if r.byRule(t, m, a, "") {
			return // the next act of the chain is one deeper
		}
	}
	if !m.Phase.Open() {
		return
	}
	for _, part := range r.w.Types.Parts(m.Type) {
		for _, a := range part.rules {
			if a.Opens() && a.For != nil && a.Every == nil && !r.once(m.Key.ID, part.Name()+"."+a.Key) {
				r.fan(part, a, m.Key.ID, 0, "")
			}
		}
	}
}

// once marks a rule act as tried and reports whether it was already.
func (r *run) once(id record.ID, act string) bool {
	k := doneKey{id, act}
	was := r.done[k]
	r.done[k] = true
	return was
}

// byRule does one rule act if nothing says no. The event keeps what made it true.
func (r *run) byRule(t *Type, m *Matter, a *Act, cause string) bool {
	if r.done[doneKey{m.Key.ID, a.Key}] {
		return false
	}
	if a.When.IsZero() && cause == "" {
		return false
	}
	return r.as(Actor{Kind: Ruling, Mode: record.Program}, func() bool {
		v := view{r: r, t: t, m: m}
		if f := v.may(a, &Command{}); f != nil {
			return false
		}
		r.once(m.Key.ID, a.Key)
		if cause == "" {
			cause = a.When.Words()
		}
		r.perform(v, a, &Command{}, cause)
		return true
	})
}

// as does something in another character and comes back.
func (r *run) as(a Actor, do func() bool) bool {
	was := r.actor
	r.actor = a
	defer func() { r.actor = was }()
	return do()
}
