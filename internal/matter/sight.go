package matter

import (
	"cmp"
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
	if v.inAnySitting() {
		return Whole
	}
	p := v.r.purview()
	if p.Covers(v.m) {
		return Whole
	}
	return p.Has(v.m, v.opened())
}

// purview is what the actor sees: as the world says, or else by the post acted in alone.
func (r *run) purview() *Purview {
	if r.w.Purview == nil {
		p := NewPurview(r.w.Org, r.w.Types, []record.ID{r.actor.As()}, nil, r.today())
		return &p
	}
	return r.w.Purview
}

func (v view) inAnySitting() bool {
	s := v.t.State(v.m.State)
	return s != nil && s.With != nil && s.With.As == rule.AsSitting && v.inSitting(s.With.Name)
}

// Reach lists the posts that a matter is opened to: its parties, the chain above its
// holder, and the posts its type names. A post that covers the matter anyway is left out,
// unless a power is needed for that, which comes and goes by its own dates.
func (t *Type) Reach(w *World, m *Matter) []Reached {
	v := newRun(w).view(m)
	return slices.DeleteFunc(v.opened(), func(r Reached) bool {
		return m.Class <= record.Office && w.Org.Covers(r.Post).Holds(m.Block, m.Place, m.Department)
	})
}

// opened lists every post that the matter is opened to, by id, each once with the most it sees.
func (v view) opened() []Reached {
	var list []Reached
	add := func(whole bool, ids ...record.ID) {
		for _, id := range ids {
			if id != 0 {
				list = append(list, Reached{id, whole})
			}
		}
	}
	add(true, v.parties()...)
	add(v.m.Class <= record.Office, v.chain()...)
	seen := v.t.Seen()
	for i := range seen.Whole {
		add(true, v.resolve(&seen.Whole[i]).Post)
	}
	for i := range seen.Outline {
		add(false, v.resolve(&seen.Outline[i]).Post)
	}
	slices.SortFunc(list, func(a, b Reached) int { return cmp.Or(cmp.Compare(a.Post, b.Post), -boolCompare(a.Whole, b.Whole)) })
	return slices.CompactFunc(list, func(a, b Reached) bool { return a.Post == b.Post })
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// parties are the posts that have to do with the matter itself: with whom it lies, who asked
// and was asked, who acted on it, for himself or for another, and who has its parent.
func (v view) parties() []record.ID {
	m := v.m
	ids := []record.ID{m.Holder, m.Asker, m.Asked}
	for _, d := range m.Memory.Done {
		ids = append(ids, d.Post, d.For)
	}
	if up := v.r.get(m.Parent); m.Parent != 0 && up != nil {
		ids = append(ids, up.Holder, up.Asker)
	}
	return ids
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
