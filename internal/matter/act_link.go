package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// link ties the matter to another thing by a relation; the tie is seen from both ends.
func (r *run) link(v view, c *Command) *fault.Fault {
	if c.Other.IsZero() || c.Other.Key == v.m.Key {
		return missing("other", "matter.other_required")
	}
	if !rule.IsName(c.Relation) {
		return missing("relation", "matter.not_a_code", c.Relation)
	}
	if slices.ContainsFunc(v.m.Memory.Links, func(l Linked) bool { return l.To == c.Other && l.Relation == c.Relation }) {
		return missing("other", "matter.linked_already")
	}
	if other := r.get(c.Other.Key.ID); c.Other.Kind == record.Matter && (other == nil || r.view(other).sight() == Nothing) {
		return missing("other", "matter.not_found")
	}
	p := r.pen(v.t, v.m, Linking, "link")
	p.b.Other, p.b.Relation = c.Other, c.Relation
	p.text(c.Words)
	p.commit()
	return nil
}

// merge closes a duplicate into the matter it repeats; it is void, so it counts nowhere.
func (r *run) merge(v view, c *Command) *fault.Fault {
	other := r.get(c.Other.Key.ID)
	switch {
	case c.Other.Kind != record.Matter || other == nil || other.Key == v.m.Key || r.view(other).sight() == Nothing:
		return missing("other", "matter.other_required")
	case other.Type != v.m.Type || other.Memory.Merged != 0 || other.Phase == Void:
		return missing("other", "matter.not_mergeable")
	case c.Words == "":
		return missing("words", "matter.reason_required")
	}
	p := r.pen(v.t, v.m, Merged, "merge")
	p.b.Other = c.Other
	p.text(c.Words)
	p.b.State, p.b.Phase, p.b.Holder = v.m.State, Void, idp(0)
	p.b.Clocks = view{r: r, t: v.t, m: p.draft()}.ended()
	p.commit()
	back := r.pen(v.t, r.get(other.Key.ID), Linking, "link")
	back.b.Other, back.b.Relation = record.Ref{Kind: record.Matter, Key: v.m.Key}, "duplicate"
	back.commit()
	r.tell(other.Key, other.Holder, "merged")
	return nil
}

func (v view) mayMerge() *fault.Fault {
	if !v.isHolder() && !v.asksOrAbove() {
		return refuse(StepHolder, StepHolder, "matter.not_holder", actName("merge"), v.r.w.postName(v.m.Holder))
	}
	if f := v.ownHand("merge"); f != nil {
		return f
	}
	return v.stillOpen("merge")
}

// ended stops every clock of a matter that is over.
func (v view) ended() []Running {
	var out []Running
	for _, c := range v.m.Memory.Clocks {
		if c.Ended == 0 {
			c.Ended = v.r.w.Now
			out = append(out, c)
		}
	}
	return out
}
