package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/rule"
)

// Measures lists what conditions on matters of the type ask that only a store can count, as
// World.Measured names it: "repeats done", "same_minute".
func (t *Type) Measures() []string { return t.counts }

func measures(d *Def) []string {
	var keys []string
	add := func(c rule.Condition) { keys = append(keys, counted(c)...) }
	for i := range d.Acts {
		a := &d.Acts[i]
		add(a.When)
		for _, x := range slices.Concat(a.Raises, a.Offers) {
			add(x.When)
		}
	}
	for i := range d.Stops {
		add(d.Stops[i].When)
	}
	for i := range d.Scales {
		for j := range d.Scales[i].Marks {
			add(d.Scales[i].Marks[j].When)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func counted(c rule.Condition) []string {
	var keys []string
	for i := range c.Any {
		for j := range c.Any[i].Tests {
			switch t := &c.Any[i].Tests[j]; t.Kind {
			case rule.TestNot:
				keys = append(keys, counted(t.Inner)...)
			case rule.TestRepeats:
				keys = append(keys, "repeats "+t.Name)
			case rule.TestSameMinute:
				keys = append(keys, "same_minute")
			}
		}
	}
	return keys
}

// MarkView is the word of a scale that holds for a matter now.
type MarkView struct {
	Scale string
	Mark  *Mark
}

// Marks gives the word of each scale that holds, in the scales' order.
func Marks(w *World, m *Matter) []MarkView {
	v := newRun(w).view(m)
	if v.t == nil {
		return nil
	}
	var list []MarkView
	for i := range v.t.def.Scales {
		s := &v.t.def.Scales[i]
		held := v.firstMark(s)
		for j := range s.Marks {
			if held != "" && s.Marks[j].Key == held {
				list = append(list, MarkView{s.Key, &s.Marks[j]})
			}
		}
	}
	return list
}
