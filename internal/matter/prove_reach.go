package matter

// targets are the states an act may lead to; staying leads nowhere new.
func (a *Act) targets() []string {
	var to []string
	if a.To != "" && !a.Stay {
		to = append(to, a.To)
	}
	for _, b := range a.Branch {
		if b.To != "" {
			to = append(to, b.To)
		}
	}
	return to
}

// proveReached wants an opening act, and every state to be reached from one.
func (t *Type) proveReached(ps *problems) {
	if len(t.opens) == 0 {
		ps.add(t.def.Pos, "pack.no_opening", t.def.Key)
		return
	}
	reached := map[string]bool{}
	var todo []string
	for _, a := range t.opens {
		todo = append(todo, a.targets()...)
	}
	if w := t.def.Allows.Withdraw; w != nil {
		todo = append(todo, w.To)
	}
	for len(todo) > 0 {
		s := todo[0]
		todo = todo[1:]
		if reached[s] {
			continue
		}
		reached[s] = true
		for _, a := range t.from[s] {
			todo = append(todo, a.targets()...)
		}
	}
	for i := range t.def.States {
		if s := &t.def.States[i]; !reached[s.Key] {
			ps.add(s.Pos, "pack.unreachable", s.Key)
		}
	}
}

// proveEnds wants a way from every open state to a closed or void one.
func (t *Type) proveEnds(ps *problems) {
	ends := map[string]bool{}
	for _, s := range t.def.States {
		if s.Phase == Closed || s.Phase == Void {
			ends[s.Key] = true
		}
	}
	for grew := true; grew; {
		grew = false
		for i := range t.def.States {
			s := &t.def.States[i]
			if !ends[s.Key] && t.leads(s.Key, ends) {
				ends[s.Key], grew = true, true
			}
		}
	}
	for i := range t.def.States {
		if s := &t.def.States[i]; s.Phase.Open() && !ends[s.Key] {
			ps.add(s.Pos, "pack.no_end", s.Key)
		}
	}
}

func (t *Type) leads(state string, to map[string]bool) bool {
	for _, a := range t.from[state] {
		for _, s := range a.targets() {
			if to[s] {
				return true
			}
		}
	}
	return false
}
