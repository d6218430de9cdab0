package rule

import "strings"

// Holds tries the condition. When it does not hold, failed is the first key that said no, as
// it was written; of several alternatives the first one's.
func (c Condition) Holds(f Facts) (ok bool, failed string) { return c.holds(f, nil) }

func (c Condition) holds(f, here Facts) (bool, string) {
	if c.IsZero() {
		return true, ""
	}
	first := ""
	for i := range c.Any {
		ok, failed := c.Any[i].holds(f, here)
		if ok {
			return true, ""
		}
		if i == 0 {
			first = failed
		}
	}
	return false, first
}

func (a All) holds(f, here Facts) (bool, string) {
	for i := range a.Tests {
		if !a.Tests[i].holds(f, here) {
			return false, a.Tests[i].Key
		}
	}
	return true, ""
}

func (t *Test) holds(f, here Facts) bool {
	switch t.Kind {
	case TestNot:
		ok, _ := t.Inner.holds(f, here)
		return !ok
	case TestSome, TestNo, TestEvery, TestLast:
		return t.quantified(f)
	case TestState, TestPhase:
		return t.stands(f)
	case TestSince, TestUntil:
		return t.timed(f, here)
	}
	return t.Is.accepts(t.value(f, here), f, here)
}

// quantified tries the members of f; inside, "here." is f itself.
func (t *Test) quantified(f Facts) bool {
	members := f.Members(t.Name, t.By)
	if t.Kind == TestLast {
		if len(members) == 0 {
			return false
		}
		ok, _ := t.Inner.holds(members[len(members)-1], f)
		return ok
	}
	for _, m := range members {
		ok, _ := t.Inner.holds(m, f)
		if ok != (t.Kind == TestEvery) {
			return t.Kind == TestSome
		}
	}
	return t.Kind != TestSome
}

// stands compares state and phase, for which "open" is every phase but closed and void.
func (t *Test) stands(f Facts) bool {
	return Stands(f, t.Is.Words)
}

// Stands reports whether the state or the phase of f is one of the words; no words hold always.
func Stands(f Facts, words []Name) bool {
	if len(words) == 0 {
		return true
	}
	state, phase := f.Value("state").S, f.Value("phase").S
	for _, w := range words {
		switch {
		case w.S == state, w.S == phase:
			return true
		case w.S == "open" && phase != "closed" && phase != "void" && phase != "":
			return true
		}
	}
	return false
}

// value is the left side of a plain test.
func (t *Test) value(f, here Facts) Value {
	switch t.Kind {
	case TestPath:
		p := t.Path.S
		if p == "" {
			p = t.Name
		}
		return follow(p, f, here)
	case TestLevel:
		return f.Value("level")
	}
	return f.Measure(t.Kind, t.argument(), t.Than)
}

// argument is the word after the measure's name; a path counts as well as a name.
func (t *Test) argument() string {
	if t.Name == "" {
		return t.Path.S
	}
	return t.Name
}

// follow reads a path at f, or at the matter outside when it begins with "here.".
func follow(p string, f, here Facts) Value {
	if rest, ok := strings.CutPrefix(p, "here."); ok {
		if here == nil {
			return f.Value(rest)
		}
		return here.Value(rest)
	}
	return f.Value(p)
}

// Words gives the keys of the condition as written, alternatives apart by " | ": what an
// event keeps of the condition that fired it.
func (c Condition) Words() string {
	var b strings.Builder
	for i := range c.Any {
		if i > 0 {
			b.WriteString(" | ")
		}
		for j := range c.Any[i].Tests {
			if j > 0 {
				b.WriteString(", ")
			}
			b.WriteString(c.Any[i].Tests[j].Key)
		}
	}
	return b.String()
}
