package pack

import (
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

// Example is one test of a pack: a matter as given, what is done, and what must be true
// at the end.
type Example struct {
	Name   i18n.Text
	Matter string
	Fields []Typed
	Beside []Beside // matters that stand beside it
	On     calendar.Date
	State  string // the state it is put into, "" where its opening act leads
	Steps  []Step
	Then   []Fact
	Pos    rule.Pos
}

// Beside is another matter that an example is given: of the pack, or of an ask whoever
// answers it.
type Beside struct {
	Of     rule.Name
	Fields []Typed
}

// Typed is a value as somebody types it: a word, a list or a filled checklist.
type Typed struct {
	Key  rule.Name
	Text string
	List []string
	Map  map[string]string
}

// Step is one line of "when": somebody's act on a day, or a wait until the day's end.
type Step struct {
	Day   calendar.Date
	Wait  bool
	Who   rule.Name
	Act   rule.Name // "filing.call" for a part's act
	Typed []Typed
	Pos   rule.Pos
}

// Fact is one line of "then": a named fact and what it must be.
type Fact struct {
	Key  rule.Name
	Want string
}

func (r *reader) examples(e entry) {
	if e.val.kind != sequence {
		r.shape(e.pos, "pack.wants_list", e.key)
		return
	}
	for _, item := range e.val.items {
		x := Example{Pos: item.pos}
		if !r.block(item, item.pos, want{whatExample, "name given when then", ""}) {
			continue
		}
		for _, k := range item.entries {
			r.exampleKey(&x, k)
		}
		r.pack.Examples = append(r.pack.Examples, x)
		r.later(func() { r.exampleNames(&x) })
	}
}

func (r *reader) exampleKey(x *Example, k entry) {
	switch k.key {
	case "name":
		x.Name = r.text(k)
		x.Pos = k.pos
	case "given":
		r.given(x, k)
	case "when":
		if k.val.kind != sequence {
			r.shape(k.pos, "pack.wants_list", k.key)
			return
		}
		for _, item := range k.val.items {
			r.step1(x, item)
		}
	case "then":
		if k.val.kind != mapping {
			r.shape(k.pos, "pack.wants_map", k.key)
			return
		}
		for _, c := range k.val.entries {
			x.Then = append(x.Then, Fact{Key: c.name(), Want: r.fact(c)})
		}
	}
}

// fact reads what a fact must be; refusals may stand in two words.
func (r *reader) fact(c entry) string {
	if c.val.kind == sequence {
		return strings.Join(strs(r.words(c)), " ")
	}
	return r.word(c).S
}

func (r *reader) given(x *Example, k entry) {
	if k.val.kind != mapping {
		r.shape(k.pos, "pack.wants_map", k.key)
		return
	}
	for _, c := range k.val.entries {
		switch c.key {
		case "on":
			x.On = r.day(c)
		case "state":
			x.State = r.word(c).S
		default:
			if x.Matter != "" {
				r.beside(x, c)
				continue
			}
			x.Matter = c.key
			x.Fields = r.typed(c.val)
			r.later(func() { r.isMatter(c.name()) })
		}
	}
	if x.Matter == "" || k.val.get("on") == nil {
		r.shape(k.pos, "pack.given_what")
	}
}

// beside reads a further matter of "given": its fields, or a list of them for several.
func (r *reader) beside(x *Example, c entry) {
	list := []*node{c.val}
	if c.val.kind == sequence {
		list = c.val.items
	}
	for _, n := range list {
		x.Beside = append(x.Beside, Beside{Of: c.name(), Fields: r.typed(n)})
	}
	r.later(func() {
		if !hasKey(r.world.common.Asks, c.key) {
			r.isMatter(c.name())
		}
	})
}

// typed reads {field: value}.
func (r *reader) typed(n *node) []Typed {
	if n.kind != mapping {
		r.shape(n.pos, "pack.wants_map", "given")
		return nil
	}
	var list []Typed
	for _, c := range n.entries {
		t := Typed{Key: c.name()}
		switch c.val.kind {
		case scalar:
			t.Text = c.val.text
		case sequence:
			t.List = strs(r.words(c))
		case mapping:
			t.Map = map[string]string{}
			for _, a := range c.val.entries {
				t.Map[a.key] = r.word(a).S
			}
		}
		list = append(list, t)
	}
	return list
}

// step1 reads [day, wait] or [day, who, act, {typed}].
func (r *reader) step1(x *Example, n *node) {
	if n.kind != sequence || len(n.items) < 2 || len(n.items) > 4 {
		r.shape(n.pos, "pack.step_shape")
		return
	}
	s := Step{Pos: n.pos}
	for i, item := range n.items[:min(len(n.items), 3)] {
		if item.kind != scalar {
			r.shape(item.pos, "pack.step_shape")
			return
		}
		switch i {
		case 0:
			s.Day = r.day(entry{key: "when", pos: n.pos, val: item})
		case 1:
			s.Who = item.name()
			s.Wait = item.text == "wait" && len(n.items) == 2
		case 2:
			s.Act = item.name()
		}
	}
	if len(n.items) == 4 {
		s.Typed = r.typed(n.items[3])
	}
	if len(n.items) == 2 && !s.Wait {
		r.shape(n.pos, "pack.step_shape")
		return
	}
	x.Steps = append(x.Steps, s)
}

// proofs are what an example may hand to the guards beside the fields.
const proofs = "asked asker contact photo visited old_photo served confirmed power file to"

func (r *reader) exampleNames(x *Example) {
	d := r.heads[x.Matter]
	if d == nil {
		return
	}
	r.typedNames(d, x.Fields)
	for _, b := range x.Beside {
		if other := r.heads[b.Of.S]; other != nil {
			r.typedNames(other, b.Fields)
		} else {
			r.envelopeNames(b)
		}
	}
	if x.State != "" {
		r.isState(d, rule.Name{S: x.State, Pos: x.Pos}, "pack.no_state_or_phase")
	}
	for _, s := range x.Steps {
		if !s.Wait {
			r.stepNames(d, s)
		}
	}
	for _, f := range x.Then {
		r.factNames(d, f)
	}
}

func (r *reader) typedNames(d *draft, list []Typed) {
	for _, t := range list {
		f := d.field(t.Key.S)
		switch {
		case in(proofs, t.Key.S) && f == nil:
		case f == nil:
			r.names(t.Key.Pos, "pack.no_field", t.Key.S, d.def.Key, rule.Meant(t.Key.S, d.words()))
		case f.Type == matter.TOneOf:
			r.codeWords(rule.Operand{Words: []rule.Name{{S: t.Text, Pos: t.Key.Pos}}}, f.Arg)
			d.uses(t.Key.S)
		default:
			d.uses(t.Key.S)
		}
	}
}

// envelopeNames wants of an ask's matter only what every matter may have.
func (r *reader) envelopeNames(b Beside) {
	for _, t := range b.Fields {
		if !in(proofs, t.Key.S) && !hasKey(r.world.common.Fields, t.Key.S) {
			r.names(t.Key.Pos, "pack.not_envelope", t.Key.S)
		}
	}
}

// standardActs may be done in an example though no pack declares them.
const standardActs = "transfer extend grant_time refuse_time pause resume withdraw remind pass_down hand_back climb note attach correct link merge " +
	"sign_offer set_aside except"

func (r *reader) stepNames(d *draft, s Step) {
	owner, key := d, s.Act.S
	if i := indexDot(s.Act.S); i >= 0 {
		if head := s.Act.S[:i]; r.heads[head] == nil && hasKey(r.world.common.Asks, head) {
			if !in(standardActs, s.Act.S[i+1:]) {
				r.names(s.Act.Pos, "pack.example_border", s.Act.S, head)
			}
			return
		}
		owner, key = r.heads[s.Act.S[:i]], s.Act.S[i+1:]
		if owner == nil {
			r.names(s.Act.Pos, "pack.no_part", s.Act.S[:i], d.def.Key)
			return
		}
	}
	if owner.act(key) == nil && !in(standardActs, key) {
		r.names(s.Act.Pos, "pack.no_act", key, rule.Meant(key, owner.actKeys()))
		return
	}
	for _, t := range s.Typed {
		if t.Key.S != "reason" {
			r.typedNames(owner, []Typed{t})
		}
	}
}

// factNames wants a fact that can be looked at.
func (r *reader) factNames(d *draft, f Fact) {
	words := rule.Words(f.Key.S, f.Key.Pos)
	if len(words) == 0 {
		return
	}
	head := words[0]
	if i := indexDot(head.S); i >= 0 {
		if d.cohort(head.S[:i]) != nil {
			if tail := head.S[i+1:]; !in(cohortFacts, tail) {
				r.names(head.Pos, "pack.no_cohort_fact", head.S[:i], tail, rule.Meant(tail, fieldsOf(cohortFacts)))
			}
			return
		}
		part := r.heads[head.S[:i]]
		if part == nil && hasKey(r.world.common.Asks, head.S[:i]) {
			return
		}
		if part == nil {
			r.names(head.Pos, "pack.no_part", head.S[:i], d.def.Key)
			return
		}
		head.S = head.S[i+1:]
		d = part
	}
	switch {
	case in("state level holder due refused phase number silent extended letter opened", head.S):
	case in("times raised offered", head.S) && len(words) == 2:
	default:
		if scale, _ := d.mark(head.S); scale == nil && d.field(head.S) == nil {
			r.names(head.Pos, "pack.no_fact", f.Key.S)
		}
	}
}
