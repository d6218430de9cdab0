package pack

import (
	"strings"

	"github.com/anupalan/anupalan/internal/rule"
)

// condition reads a map, all of which must hold, or a list of maps of which one must.
func (r *reader) condition(n *node) rule.Condition {
	c := rule.Condition{Pos: n.pos}
	switch n.kind {
	case mapping:
		c.Any = []rule.All{r.all(n)}
	case sequence:
		for _, item := range n.items {
			if item.kind != mapping {
				r.shape(item.pos, "pack.condition_shape")
				continue
			}
			c.Any = append(c.Any, r.all(item))
		}
	default:
		r.shape(n.pos, "pack.condition_shape")
	}
	return c
}

func (r *reader) all(n *node) rule.All {
	var a rule.All
	for _, e := range n.entries {
		t, slips := rule.ParseTestKey(e.name())
		r.slips(slips)
		if len(slips) > 0 {
			continue
		}
		if t.Kind == rule.TestNot || t.Kind.Quantifier() {
			if e.val.kind == scalar {
				r.shape(e.val.pos, "pack.condition_inner", e.key)
				continue
			}
			t.Inner = r.condition(e.val)
		} else {
			t.Is = r.operand(e)
		}
		a.Tests = append(a.Tests, t)
	}
	return a
}

func (r *reader) operand(e entry) rule.Operand {
	switch e.val.kind {
	case scalar:
		o, slips := rule.ParseOperand(e.val.name())
		r.slips(slips)
		return o
	case sequence:
		return rule.Operand{Op: rule.OpIs, Words: r.words(e), Pos: e.val.pos}
	}
	r.shape(e.val.pos, "pack.not_value", e.key)
	return rule.Operand{}
}

const frameKeys = "in into where not during take"

// frame reads one frame.
func (r *reader) frame(e entry) rule.Frame {
	f := rule.Frame{Pos: e.val.pos}
	if !r.block(e.val, e.pos, want{whatFrame, "of", frameKeys}) {
		return f
	}
	for _, c := range e.val.entries {
		switch c.key {
		case "of":
			for _, w := range r.words(c) {
				name, rural := strings.CutSuffix(w.S, " rural only")
				f.Of = append(f.Of, rule.Set{Name: name, Rural: rural, Pos: w.Pos})
			}
		case "in":
			f.In = r.words(c)
		case "into":
			f.Into = r.words(c)
		case "where":
			f.Where = r.condition(c.val)
		case "not":
			f.Not = r.condition(c.val)
		case "during":
			f.During = r.word(c)
		case "take":
			f.Take = r.number(c, 1, 1000)
		}
	}
	if f.In != nil && f.Into != nil {
		r.shape(e.val.pos, "pack.stock_and_flow")
	}
	return f
}

// frames reads one frame or a list of them.
func (r *reader) frames(e entry) []rule.Frame {
	if e.val.kind != sequence {
		return []rule.Frame{r.frame(e)}
	}
	var list []rule.Frame
	for _, item := range e.val.items {
		list = append(list, r.frame(entry{key: e.key, pos: item.pos, val: item}))
	}
	return list
}
