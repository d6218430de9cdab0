package matter

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/rule"
)

// proveRules finds states from which acts by rule alone lead back: without a condition
// that excludes another they would chase each other in one commit.
func (t *Type) proveRules(ps *problems) {
	for i := range t.def.States {
		s := &t.def.States[i]
		if path := t.chase(s.Key, s.Key, nil); path != nil {
			ps.add(s.Pos, "pack.rules_chase", s.Key)
			return
		}
	}
}

// chase walks acts by rule from at and gives those that lead back to goal, nil if none do.
func (t *Type) chase(at, goal string, path []*Act) []*Act {
	if len(path) > len(t.def.States) {
		return nil
	}
	for _, a := range t.from[at] {
		if !a.ByRule() || a.Every != nil || slices.Contains(path, a) || excludes(path, a) {
			continue
		}
		next := append(slices.Clone(path), a)
		for _, to := range a.targets() {
			if to == goal {
				return next
			}
			if found := t.chase(to, goal, next); found != nil {
				return found
			}
		}
	}
	return nil
}

func excludes(path []*Act, a *Act) bool {
	return slices.ContainsFunc(path, func(b *Act) bool { return apart(a.When, b.When) })
}

// apart reports whether two conditions can never hold at once: every pair of their
// alternatives has a pair of tests that exclude each other.
func apart(a, b rule.Condition) bool {
	if a.IsZero() || b.IsZero() {
		return false
	}
	for _, x := range a.Any {
		for _, y := range b.Any {
			if !allsApart(x, y) {
				return false
			}
		}
	}
	return true
}

func allsApart(x, y rule.All) bool {
	for i := range x.Tests {
		for j := range y.Tests {
			if testsApart(&x.Tests[i], &y.Tests[j]) {
				return true
			}
		}
	}
	return false
}

// testsApart knows some and no of the same, given and missing, disjoint words, and over
// and under one bound.
func testsApart(a, b *rule.Test) bool {
	if a.Kind == rule.TestNo && b.Kind == rule.TestSome || a.Kind == rule.TestSome && b.Kind == rule.TestNo {
		return a.Name == b.Name && written(a.Inner) == written(b.Inner)
	}
	if a.Key != b.Key {
		return false
	}
	x, y := a.Is, b.Is
	switch {
	case x.Op == rule.OpGiven && y.Op == rule.OpMissing, x.Op == rule.OpMissing && y.Op == rule.OpGiven:
		return true
	case x.Op == rule.OpIs && y.Op == rule.OpIs:
		return !slices.ContainsFunc(x.Words, func(w rule.Name) bool {
			return slices.ContainsFunc(y.Words, func(v rule.Name) bool { return v.S == w.S })
		})
	}
	return x.Bound() != "" && x.Bound() == y.Bound() && (above(x.Op) && below(y.Op) || below(x.Op) && above(y.Op)) &&
		(x.Op == rule.OpOver || x.Op == rule.OpUnder || y.Op == rule.OpOver || y.Op == rule.OpUnder)
}

func above(o rule.Op) bool { return o == rule.OpOver || o == rule.OpAtLeast || o == rule.OpAfter }
func below(o rule.Op) bool {
	return o == rule.OpUnder || o == rule.OpAtMost || o == rule.OpBefore || o == rule.OpUpTo
}

// written gives a condition as one text, to compare two.
func written(c rule.Condition) string {
	var b strings.Builder
	for _, all := range c.Any {
		b.WriteByte('{')
		for _, t := range all.Tests {
			b.WriteString(t.Key + ": ")
			if t.Kind == rule.TestNot || t.Kind.Quantifier() {
				b.WriteString(written(t.Inner))
			} else {
				b.WriteString(t.Is.String())
			}
			b.WriteString(", ")
		}
		b.WriteByte('}')
	}
	return b.String()
}
