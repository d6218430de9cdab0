package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// checks reports whether the act accepts what somebody reported: it leads out of a
// reported state to another that is not back to work.
func (v view) checks(a *Act) bool {
	s := v.t.State(v.m.State)
	if s == nil || s.Phase != Reported || a.Opens() || a.Stay {
		return false
	}
	if a.To == "" && len(a.Branch) == 0 {
		return false
	}
	return a.To == "" || forward(v.t.State(a.To))
}

func forward(s *State) bool { return s != nil && (s.Phase == Closed || s.Phase == Reported) }

// ownWork keeps the checker apart from the doer, and whoever an act names after "not".
func (v view) ownWork(a *Act) *fault.Fault {
	r := v.r
	for i := range a.Not {
		if a.Not[i].Kind == rule.WhoDoer {
			if d, ok := v.m.Memory.Done[a.Not[i].Act]; ok && r.sameHand(d) {
				return refuse(StepOwnWork, StepOwnWork, "matter.own_work", a.Name)
			}
			continue
		}
		if v.is(&a.Not[i]) {
			return refuse(StepOwnWork, StepOwnWork, "matter.own_work", a.Name)
		}
	}
	if r.actor.Kind != Officer && r.actor.Kind != Sheet || !v.checks(a) || v.m.Memory.Shown == nil {
		return nil
	}
	if v.independent(*v.m.Memory.Shown) || v.lastResort(*v.m.Memory.Shown) {
		return nil
	}
	return refuse(StepOwnWork, StepOwnWork, "matter.own_work", a.Name)
}

// sameHand compares person and post, the ones acted for too.
func (r *run) sameHand(d Doing) bool {
	a := r.actor
	if a.Person != 0 && a.Person == d.Person {
		return true
	}
	for _, p := range []record.ID{a.Post, a.For} {
		if p != 0 && (p == d.Post || p == d.For) {
			return true
		}
	}
	return false
}

// independent reports whether the actor is neither the doer nor below him, by person and
// post, on the act's day and today, nor tied to him by a delegation either way.
func (v view) independent(d Doing) bool {
	r := v.r
	if d.Post == 0 && d.For == 0 {
		return d.Person == 0 || d.Person != r.actor.Person
	}
	if r.sameHand(d) || r.tied(d) {
		return false
	}
	for _, day := range []calendar.Date{d.At.Date(), r.today()} {
		if !v.apartOn(d, day) {
			return false
		}
	}
	return true
}

// apartOn compares every pair of posts: those acted in and for, with whoever holds them.
func (v view) apartOn(d Doing, day calendar.Date) bool {
	r, o := v.r, v.r.w.Org
	for _, mine := range posts(r.actor.Post, r.actor.For) {
		for _, his := range posts(d.Post, d.For) {
			doer := d.Person
			if his != d.Post {
				doer = o.Holder(his, day).Person
			}
			if !o.Independent(r.actor.Person, mine, doer, his, day) {
				return false
			}
			if h := o.Holder(his, day).Person; h != 0 && h == r.actor.Person {
				return false
			}
		}
	}
	return true
}

func posts(ids ...record.ID) []record.ID {
	return slices.DeleteFunc(ids, func(id record.ID) bool { return id == 0 })
}

// tied reports whether one of the two may act for the other by a delegation, then or now.
func (r *run) tied(d Doing) bool {
	for _, day := range []calendar.Date{d.At.Date(), r.today()} {
		if r.delegates(r.actor.Person, posts(d.Post, d.For), day) || r.delegates(d.Person, posts(r.actor.Post, r.actor.For), day) {
			return true
		}
	}
	return false
}

// delegates reports whether a person may act for one of the posts.
func (r *run) delegates(person record.ID, givers []record.ID, day calendar.Date) bool {
	if person == 0 {
		return false
	}
	for _, d := range r.w.Org.ActsFor(person, day) {
		if slices.Contains(givers, d.Giver) {
			return true
		}
	}
	return false
}

// lastResort lets a desk check where everybody of the district is below the doer; never
// the doer himself. The event says that it was so.
func (v view) lastResort(d Doing) bool {
	r := v.r
	post := r.w.Org.Post(r.actor.As())
	if post == nil || !post.Desk || r.sameHand(d) || r.tied(d) {
		return false
	}
	return r.w.Org.Superior(d.As(), r.today()).Post == 0
}
