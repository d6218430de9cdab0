package pack

import (
	"strings"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

// conditionNames looks up every name of a condition that is tried at s.
func (r *reader) conditionNames(c *rule.Condition, s *start) {
	for i := range c.Any {
		for j := range c.Any[i].Tests {
			r.testNames(&c.Any[i].Tests[j], s)
		}
	}
}

func (r *reader) testNames(t *rule.Test, s *start) {
	switch t.Kind {
	case rule.TestPath:
		r.testPath(t, s)
	case rule.TestNot:
		r.conditionNames(&t.Inner, s)
	case rule.TestSome, rule.TestNo, rule.TestEvery, rule.TestLast:
		if inner := r.members(t, s); inner != nil {
			inner.outer = s
			r.conditionNames(&t.Inner, inner)
		}
	case rule.TestState:
		r.standsNames(t, s, false)
	case rule.TestPhase:
		r.standsNames(t, s, true)
	case rule.TestLevel:
		r.levelNames(t, s)
	case rule.TestLate, rule.TestSince, rule.TestUntil, rule.TestTimes:
		r.measureNames(t, s)
	case rule.TestRepeats, rule.TestBad, rule.TestWorse:
		r.fieldMeasure(t, s)
	case rule.TestChanged:
		r.changedNames(t)
	case rule.TestSilent:
		r.isYesNo(t.Is)
	case rule.TestSameMinute:
		r.boundOf(&t.Is, s, rule.Number)
	}
}

// testPath tells marks and ACT.on from fields, then looks at what it is compared with.
func (r *reader) testPath(t *rule.Test, s *start) {
	if s.m != nil {
		if act, ok := strings.CutSuffix(t.Path.S, ".on"); ok && s.m.act(act) != nil {
			t.Kind, t.Name = rule.TestActOn, act
			r.boundOf(&t.Is, s, rule.Date)
			return
		}
		if scale, word := s.m.mark(t.Path.S); scale != nil && s.m.field(t.Path.S) == nil {
			t.Kind, t.Name = rule.TestMark, t.Path.S
			if word {
				r.isYesNo(t.Is)
			} else {
				r.scaleWords(t.Is, scale)
			}
			return
		}
	}
	if at, ok := r.walk(s, t.Path); ok {
		r.comparedWith(t, at, s)
	}
}

func (r *reader) scaleWords(o rule.Operand, scale *matter.Scale) {
	var keys []string
	for _, m := range scale.Marks {
		keys = append(keys, m.Key)
	}
	for _, w := range o.Words {
		if !in(strings.Join(keys, " "), w.S) {
			r.names(w.Pos, "pack.no_such", kinds["mark"], w.S, rule.Meant(w.S, keys))
		}
	}
}

func (r *reader) isYesNo(o rule.Operand) {
	for _, w := range o.Words {
		if w.S != "yes" && w.S != "no" {
			r.names(w.Pos, "pack.yes_or_no", w.S)
		}
	}
}

// comparedWith looks at the right side by the type of the left.
func (r *reader) comparedWith(t *rule.Test, at landed, s *start) {
	if at.field == nil {
		r.wordCompared(t, at, s)
		return
	}
	switch f := at.field; f.Type {
	case matter.TOneOf, matter.TSomeOf:
		r.codeWords(t.Is, f.Arg)
	case matter.TYesNo:
		r.isYesNo(t.Is)
	case matter.TText:
		if t.Is.Op == rule.OpIs {
			r.names(t.Is.Pos, "pack.text_match", f.Key)
		}
	default:
		r.boundOf(&t.Is, s, valueKinds[f.Type])
	}
}

var valueKinds = map[matter.FieldType]rule.ValueKind{
	matter.TNumber: rule.Number, matter.TMoney: rule.Money, matter.TDate: rule.Date, matter.TDuration: rule.Length,
	matter.TCountOf: rule.Number,
}

// wordCompared looks at what state, phase and the like of another matter are compared with.
func (r *reader) wordCompared(t *rule.Test, at landed, s *start) {
	switch at.word {
	case "state":
		if owner, _ := r.owner(t.Path, s); owner != nil && owner.m != nil {
			for _, w := range t.Is.Words {
				r.isState(owner.m, w, "pack.no_state_or_phase")
			}
		}
	case "phase":
		r.phaseWords(t.Is)
	case "mark":
		if at.scale == nil {
			r.isYesNo(t.Is)
		} else {
			r.scaleWords(t.Is, at.scale)
		}
	default:
		r.boundOf(&t.Is, s, 0)
	}
}

func (r *reader) phaseWords(o rule.Operand) {
	for _, w := range o.Words {
		if w.S != "open" && matter.ParsePhase(w.S) == 0 {
			r.names(w.Pos, "pack.not_phase", w.S, rule.Meant(w.S, fieldsOf("open new working waiting reported closed void")))
		}
	}
}

func fieldsOf(s string) []string { return strings.Fields(s) }

func (r *reader) codeWords(o rule.Operand, list string) {
	l, ok := r.pack.Scope.Lists[list]
	if !ok {
		return
	}
	for _, w := range o.Words {
		if !hasCode(&l, w.S) {
			r.names(w.Pos, "pack.no_code", w.S, list, rule.Meant(w.S, codes(&l)))
		}
	}
}

// owner is where the last name of a path is looked up, and that name.
func (r *reader) owner(p rule.Path, s *start) (*start, string) {
	i := strings.LastIndexByte(p.S, '.')
	if i < 0 {
		return s, p.S
	}
	head := p.S[:i]
	if head == "here" {
		return s.outer, p.S[i+1:]
	}
	at, ok := r.walk(s, rule.Path{S: head, Pos: p.Pos})
	if !ok {
		return nil, ""
	}
	if at.next == nil {
		r.names(p.Pos, "pack.path_ends", p.S, head)
		return nil, ""
	}
	return at.next, p.S[i+1:]
}

func (r *reader) standsNames(t *rule.Test, s *start, phase bool) {
	if phase || s.m == nil {
		r.phaseWords(t.Is)
		return
	}
	for _, w := range t.Is.Words {
		r.isState(s.m, w, "pack.no_state_or_phase")
	}
}

func (r *reader) levelNames(t *rule.Test, s *start) {
	for _, w := range t.Is.Words {
		if s.m == nil || !s.m.rung(w.S) {
			r.names(w.Pos, "pack.no_such", kinds["rung"], w.S, rule.Meant(w.S, nil))
		}
	}
}

func (r *reader) fieldMeasure(t *rule.Test, s *start) {
	for _, name := range []string{t.Name, t.Than} {
		if name != "" {
			r.walk(s, rule.Path{S: name, Pos: t.Path.Pos})
		}
	}
	if t.Kind == rule.TestWorse {
		r.isYesNo(t.Is)
	} else {
		r.boundOf(&t.Is, s, rule.Number)
	}
}

// changedNames takes "changed ROLE: yes" and "changed: ROLE".
func (r *reader) changedNames(t *rule.Test) {
	if t.Name == "" && t.Is.Op == rule.OpIs && len(t.Is.Words) == 1 {
		w := t.Is.Words[0]
		t.Name, t.Path, t.Key = w.S, rule.Path(w), t.Key+" "+w.S
		t.Is.Words = []rule.Name{{S: "yes", Pos: w.Pos}}
	}
	if _, ok := r.pack.Scope.Posts[t.Name]; ok {
		r.used["post "+t.Name] = true
		return
	}
	r.isRole(rule.Name(t.Path))
}
