package app

import (
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
)

// purview is what a person sees today, whichever of his posts he sits in: what his posts
// cover, what lies with them or was opened to them, and what lies with a post that
// delegated to him. Every page, list, count, search and export of matters goes through it.
func (o *office) purview(who Actor) matter.Purview {
	return matter.NewPurview(o.org, o.types, o.postsHeld(who, o.day), o.givers(who), o.day)
}

// postPurview is what a post sees, whoever holds it.
func (o *office) postPurview(post record.ID) matter.Purview {
	return matter.NewPurview(o.org, o.types, []record.ID{post}, nil, o.day)
}

// sittingPurview is what stands in the papers of a sitting, its agenda and action-taken
// report: what its chair's post sees, up to the sitting's class, because they are read out
// to all who were asked.
func (o *office) sittingPurview(s *sitting.Sitting) matter.Purview {
	p := o.postPurview(s.Chair)
	p.Below, p.Whole = s.Class+1, true
	return p
}

// papers is what of a sitting's matters a person reads: who keeps it, all that stands in
// its papers; anybody else what he sees whole himself.
func (o *office) papers(who Actor, s *sitting.Sitting) matter.Purview {
	if o.keeps(who, s.Chair, s.Convenor()) {
		return o.sittingPurview(s)
	}
	p := o.purview(who)
	p.Whole = true
	return p
}

// givers are the posts for which a person may act by delegation; a program may not.
func (o *office) givers(who Actor) []record.ID {
	if who.Program() {
		return nil
	}
	var posts []record.ID
	for _, d := range o.org.ActsFor(who.Person, o.day) {
		if !slices.Contains(posts, d.Giver) {
			posts = append(posts, d.Giver)
		}
	}
	return posts
}

// postsHeld are all posts the person holds today; whoever is in additional charge owes for both.
func (o *office) postsHeld(who Actor, day calendar.Date) []record.ID {
	var posts []record.ID
	for _, c := range o.org.PostsOf(who.Person, day) {
		posts = append(posts, c.Post)
	}
	return posts
}

// actIn chooses the post in which a person acts on what a post holds: that post, if the
// person holds it; that post's delegation, if one names the act; else the post chosen.
func (o *office) actIn(who Actor, holder record.ID, act string, day calendar.Date) Actor {
	if holder == 0 || holder == who.Post {
		return who
	}
	if o.org.Holds(who.Person, holder, day) {
		who.Post = holder
		return who
	}
	if who.Program() {
		return who
	}
	if d := o.delegation(who, holder, act, day); d != nil {
		who.Post, who.For, who.Mode = d.Taker, holder, record.Delegate
	}
	return who
}

func (o *office) delegation(who Actor, giver record.ID, act string, day calendar.Date) *org.Delegation {
	for _, d := range o.org.ActsFor(who.Person, day) {
		if d.Giver == giver && o.org.MayActFor(who.Person, d.Taker, giver, act, day) != nil {
			return &d
		}
	}
	return nil
}
