package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// Sight is how much of a matter somebody sees.
type Sight uint8

// The sights, in rising order.
const (
	Nothing Sight = iota // for him it does not exist
	Outline              // number, state, dates, money
	Whole
)

// Sees tells how much of a loaded matter the world's actor sees.
func Sees(w *World, m *Matter) Sight { return newRun(w).view(m).sight() }

func (v view) sight() Sight {
	a := v.r.actor
	switch a.Kind {
	case Citizen:
		if len(a.Is) > 0 {
			return Whole
		}
		return Nothing
	case Ruling, Raiser:
		return Whole
	}
	post := a.As()
	if post == 0 || v.r.w.Org.Post(post) == nil {
		return Nothing
	}
	if v.near(post) || v.listed(v.t.Seen().Whole, post) {
		return Whole
	}
	if v.listed(v.t.Seen().Outline, post) {
		return Outline
	}
	return v.covered(post)
}

// near: the posts that the matter lies with, was asked by or of, or that acted on it.
func (v view) near(post record.ID) bool {
	return slices.Contains(v.parties(), post) || v.inAnySitting()
}

func (v view) inAnySitting() bool {
	s := v.t.State(v.m.State)
	return s != nil && s.With != nil && s.With.As == rule.AsSitting && v.inSitting(s.With.Name)
}

func (v view) listed(list []rule.Who, post record.ID) bool {
	return slices.ContainsFunc(list, func(w rule.Who) bool { return v.resolve(&w).Post == post })
}

// covered: places and department of the post, or a place in the chain above the holder;
// above the class office a named power opens the whole, and a chain the outline.
func (v view) covered(post record.ID) Sight {
	o, m := v.r.w.Org, v.m
	inScope := o.Covers(post).Has(o.Path(m.Place), m.Department)
	above := m.Holder != 0 && o.Below(m.Holder, post)
	switch {
	case m.Class <= record.Office && (inScope || above):
		return Whole
	case m.Class <= record.Office:
		return Nothing
	case v.t.Power() != "" && inScope && o.HasPower(post, v.t.Power(), v.r.today()):
		return Whole
	case above:
		return Outline
	}
	return Nothing
}

// Reach lists the posts that see a matter besides those whose places and departments cover
// it: its parties, the chain above its holder, and the posts its type names. Sees and lists
// made from places, departments and Reach agree.
func (t *Type) Reach(w *World, m *Matter) (whole, outline []record.ID) {
	v := newRun(w).view(m)
	whole = v.parties()
	chain := v.chain()
	if m.Class <= record.Office {
		whole = append(whole, chain...)
	} else {
		outline = chain
	}
	for i := range t.def.Seen.Whole {
		whole = append(whole, posts(v.resolve(&t.def.Seen.Whole[i]).Post)...)
	}
	for i := range t.def.Seen.Outline {
		outline = append(outline, posts(v.resolve(&t.def.Seen.Outline[i]).Post)...)
	}
	return distinct(whole), distinct(outline)
}

// parties are the posts that have to do with the matter itself.
func (v view) parties() []record.ID {
	m := v.m
	ids := []record.ID{m.Holder, m.Asker, m.Asked}
	for _, d := range m.Memory.Done {
		ids = append(ids, d.As())
	}
	if up := v.r.get(m.Parent); m.Parent != 0 && up != nil {
		ids = append(ids, up.Holder, up.Asker)
	}
	return posts(ids...)
}

// chain lists the posts above the holder, nearest first.
func (v view) chain() []record.ID {
	var ids []record.ID
	for at := v.m.Holder; at != 0 && len(ids) < 12; {
		up := v.r.w.Org.Superior(at, v.r.today()).Post
		if at = up; up != 0 {
			ids = append(ids, up)
		}
	}
	return ids
}

func distinct(ids []record.ID) []record.ID {
	slices.Sort(ids)
	return slices.Compact(ids)
}
