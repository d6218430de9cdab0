package org

import (
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
)

// Why says why nobody answers for a role or post; the empty Why means somebody does.
type Why string

// The reasons a resolution ends on the exception list.
const (
	Found       Why = ""
	WhyVacant   Why = "vacant"      // the post is there and nobody holds it
	WhyNoPost   Why = "no_post"     // no place upwards has a post that plays the role
	WhyNoRole   Why = "no_role"     // the role is not known
	WhyNoPlace  Why = "no_place"    // the place is not of this district
	WhyNoAbove  Why = "no_superior" // the post reports to nobody
	WhyNotAlive Why = "not_alive"   // the post does not exist on that day
)

// Resolved is the answer to "who answers for this role here on this day". A vacant post
// is an answer too: Post is set, Person is 0 and Vacant is true.
type Resolved struct {
	Post   record.ID
	Person record.ID
	Kind   TenureKind // how the person holds the post
	Vacant bool
	Why    Why
}

// Resolve finds the post that plays a role and is nearest upwards from a place on a day, in the role's tree.
// Of several posts at one place the first held one answers; a vacancy is told, never passed over for a farther post.
func (o *Org) Resolve(role string, place record.ID, day calendar.Date) Resolved {
	return o.ResolveIn(role, 0, place, day)
}

// ResolveIn is Resolve, preferring at each place a post of the department, where the role is played by several.
func (o *Org) ResolveIn(role string, department, place record.ID, day calendar.Date) Resolved {
	r, ok := o.roles[role]
	if !ok {
		return Resolved{Why: WhyNoRole}
	}
	at, ok := o.places[place]
	if !ok {
		return Resolved{Why: WhyNoPlace}
	}
	at = o.enter(at, r.Tree, day)
	for n := 0; at != none && n <= deepest; n++ {
		if list := o.postsAt[roleAt{role, at}]; len(list) > 0 {
			if i := o.pick(list, department, day); i != none {
				return o.answer(i, day)
			}
		}
		at = o.parentOn(at, day)
	}
	return Resolved{Why: WhyNoPost}
}

// enter leads from a place into a tree: itself, what it or a place above it lies in, or the tree's one root there.
func (o *Org) enter(at int32, tree Tree, day calendar.Date) int32 {
	for here, n := at, 0; here != none && n <= deepest; here, n = o.parentOn(here, day), n+1 {
		p := &o.rows.Places[here]
		if p.Tree == tree {
			return here
		}
		for _, l := range p.LiesIn {
			if in := o.places[l]; o.rows.Places[in].Tree == tree {
				return in
			}
		}
		if root, ok := o.hung[hook{here, tree}]; ok && root != none {
			return root
		}
	}
	return at
}

// pick chooses among posts of a role at one place: of the department before others, held before vacant.
func (o *Org) pick(list []int32, department record.ID, day calendar.Date) int32 {
	best, rank := none, -1
	for _, i := range list {
		p := &o.rows.Posts[i]
		if !p.alive(day) {
			continue
		}
		r := 0
		if department != 0 && p.Department == department {
			r = 2
		}
		if o.holder(i, day) != none {
			r++
		}
		if r > rank {
			best, rank = i, r
		}
	}
	return best
}

func (o *Org) answer(i int32, day calendar.Date) Resolved {
	r := Resolved{Post: o.rows.Posts[i].ID, Vacant: true, Why: WhyVacant}
	if t := o.holder(i, day); t != none {
		r.Person, r.Kind, r.Vacant, r.Why = o.rows.Tenures[t].Person, o.rows.Tenures[t].Kind, false, Found
	}
	return r
}

// holder gives the tenure in force, the substantive one first, or none.
func (o *Org) holder(i int32, day calendar.Date) int32 {
	for _, t := range o.tenures[i] {
		if u := &o.rows.Tenures[t]; On(day, u.From, u.To) {
			return t
		}
	}
	return none
}

// Holder tells who holds a post on a day; vacant is explicit.
func (o *Org) Holder(post record.ID, day calendar.Date) Resolved {
	i, ok := o.posts[post]
	if !ok {
		return Resolved{Why: WhyNoPost}
	}
	if !o.rows.Posts[i].alive(day) {
		return Resolved{Post: post, Vacant: true, Why: WhyNotAlive}
	}
	return o.answer(i, day)
}

// Holders gives everybody who holds the post on a day: several at a desk, substantive holders first.
func (o *Org) Holders(post record.ID, day calendar.Date) []record.ID {
	i, ok := o.posts[post]
	if !ok || !o.rows.Posts[i].alive(day) {
		return nil
	}
	var ids []record.ID
	for _, t := range o.tenures[i] {
		if u := &o.rows.Tenures[t]; On(day, u.From, u.To) {
			ids = append(ids, u.Person)
		}
	}
	return ids
}

// Superior gives the post that one reports to on a day, with its holder; a post abolished by then is passed over.
func (o *Org) Superior(post record.ID, day calendar.Date) Resolved {
	i, ok := o.posts[post]
	if !ok {
		return Resolved{Why: WhyNoPost}
	}
	for up := o.superiors[i]; up != none; up = o.superiors[up] {
		if o.rows.Posts[up].alive(day) {
			return o.answer(up, day)
		}
	}
	return Resolved{Vacant: true, Why: WhyNoAbove}
}

// Below reports whether post a stands under post b in the chain of superiors; a post is not below itself.
func (o *Org) Below(a, b record.ID) bool {
	i, ok := o.posts[a]
	j, ok2 := o.posts[b]
	if !ok || !ok2 {
		return false
	}
	for up := o.superiors[i]; up != none; up = o.superiors[up] {
		if up == j {
			return true
		}
	}
	return false
}

// Posts gives every post of a role in a place (0: anywhere) that exists on the day: "all BDOs". By path and key.
func (o *Org) Posts(role string, within record.ID, day calendar.Date) []record.ID {
	return o.among(o.byRole[role], within, day)
}

func (o *Org) among(list []int32, within record.ID, day calendar.Date) []record.ID {
	var ids []record.ID
	for _, i := range list {
		p := &o.rows.Posts[i]
		if p.alive(day) && (within == 0 || o.Within(p.Place, within)) {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// PostsNamed gives every post of a designation in a place (0: anywhere) on the day, by path and key.
func (o *Org) PostsNamed(designation string, within record.ID, day calendar.Date) []record.ID {
	return o.choose(within, day, func(p *Post) bool { return p.Designation == designation })
}

// PostsAt gives the officers' posts at places of a kind, "all block-level officers", optionally of one department.
func (o *Org) PostsAt(kind string, department, within record.ID, day calendar.Date) []record.ID {
	return o.choose(within, day, func(p *Post) bool {
		return !p.Desk && o.Place(p.Place).Kind == kind && (department == 0 || p.Department == department)
	})
}

func (o *Org) choose(within record.ID, day calendar.Date, want func(*Post) bool) []record.ID {
	var list []int32
	for i := range o.rows.Posts {
		if want(&o.rows.Posts[i]) {
			list = append(list, int32(i))
		}
	}
	slices.SortFunc(list, o.byPath)
	return o.among(list, within, day)
}
