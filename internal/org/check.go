package org

import (
	"cmp"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
)

// Check tells what is wrong with the dates of a snapshot: parents that did not exist, double
// holders, delegations too long. It gives nil or a fault with one field for each row.
func (o *Org) Check() error {
	wrong := fault.New(fault.Invalid, "org.unsound")
	o.checkPlaces(wrong)
	o.checkPosts(wrong)
	o.checkTenures(wrong)
	o.checkDelegations(wrong)
	o.checkPowers(wrong)
	return wrong.Any()
}

// inside reports whether one stretch lies wholly in another.
func inside(from, to, outerFrom, outerTo calendar.Date) bool {
	return from >= outerFrom && (outerTo == 0 || (to != 0 && to <= outerTo))
}

func backwards(from, to calendar.Date) bool { return to != 0 && to < from }

func (o *Org) checkPlaces(wrong *fault.Fault) {
	type lgd struct {
		kind string
		code int32
	}
	codes := map[lgd]string{}
	for i := range o.rows.Places {
		p := &o.rows.Places[i]
		at := "place " + p.Key
		if backwards(p.From, p.To) {
			wrong.With(at, "org.ends_before_it_begins", p.Key)
		}
		o.checkParents(p, wrong)
		if p.LGDCode == 0 {
			continue
		}
		k := lgd{p.LGDType, p.LGDCode}
		if other, twice := codes[k]; twice {
			wrong.With(at, "org.lgd_twice", p.LGDType, p.LGDCode, other)
		}
		codes[k] = p.Key
	}
}

func (o *Org) checkParents(p *Place, wrong *fault.Fault) {
	at := "place " + p.Key
	if up := o.Place(p.Parent); up != nil && !inside(max(p.Since, p.From), p.To, up.From, up.To) {
		wrong.With(at, "org.parent_not_then", p.Key, up.Key)
	}
	last := calendar.Date(0)
	for _, u := range p.Before {
		up := o.Place(u.Parent)
		if up != nil && !inside(max(u.From, p.From), u.To, up.From, up.To) {
			wrong.With(at, "org.parent_not_then", p.Key, up.Key)
		}
		if u.To == 0 || u.To >= p.Since || u.From <= last && last != 0 || backwards(u.From, u.To) {
			wrong.With(at, "org.parents_overlap", p.Key)
		}
		last = u.To
	}
}

func (o *Org) checkPosts(wrong *fault.Fault) {
	for i := range o.rows.Posts {
		p := &o.rows.Posts[i]
		at := "post " + p.Key
		if backwards(p.From, p.To) {
			wrong.With(at, "org.ends_before_it_begins", p.Key)
		}
		if pl := o.Place(p.Place); !Overlap(p.From, p.To, pl.From, pl.To) || (pl.To != 0 && (p.To == 0 || p.To > pl.To)) {
			wrong.With(at, "org.place_not_then", p.Key, pl.Key)
		}
		for _, r := range append([]string{p.Role}, p.Also...) {
			if _, ok := o.roles[r]; r != "" && !ok {
				wrong.With(at, "org.unknown_role", p.Key, r)
			}
		}
		for _, a := range p.Areas {
			if o.Place(a) == nil {
				wrong.With(at, "org.unknown_place", p.Key)
			}
		}
	}
}

func (o *Org) checkTenures(wrong *fault.Fault) {
	for i := range o.rows.Tenures {
		t := &o.rows.Tenures[i]
		p := o.Post(t.Post)
		if p == nil || o.Person(t.Person) == nil {
			wrong.With("tenure "+t.ID.String(), "org.unknown_post_or_person")
			continue
		}
		at := "tenure " + p.Key
		if backwards(t.From, t.To) {
			wrong.With(at, "org.ends_before_it_begins", p.Key)
		}
		if !inside(t.From, t.To, p.From, p.To) {
			wrong.With(at, "org.post_not_then", p.Key)
		}
	}
	for i := range o.rows.Posts {
		o.checkHolders(int32(i), wrong)
	}
}

// checkHolders finds a post held twice: two substantive holders, or the same person over again.
func (o *Org) checkHolders(post int32, wrong *fault.Fault) {
	p := &o.rows.Posts[post]
	list := o.tenures[post]
	for i, a := range list {
		for _, b := range list[i+1:] {
			t, u := &o.rows.Tenures[a], &o.rows.Tenures[b]
			if !Overlap(t.From, t.To, u.From, u.To) {
				continue
			}
			if t.Person == u.Person || (!p.Desk && t.Kind == Substantive && u.Kind == Substantive) {
				wrong.With("tenure "+p.Key, "org.held_twice", p.Key, o.Person(t.Person).Name, o.Person(u.Person).Name)
			}
		}
	}
}

func (o *Org) checkDelegations(wrong *fault.Fault) {
	for i := range o.rows.Delegations {
		d := &o.rows.Delegations[i]
		giver, taker := o.Post(d.Giver), o.Post(d.Taker)
		if giver == nil || taker == nil || o.Person(d.Person) == nil {
			wrong.With("delegation "+d.ID.String(), "org.unknown_post_or_person")
			continue
		}
		at := "delegation " + giver.Key
		switch {
		case d.Giver == d.Taker:
			wrong.With(at, "org.delegates_to_itself", giver.Key)
		case len(d.Acts) == 0 || slices.ContainsFunc(d.Acts, func(a string) bool { return a == "" || a == "*" || a == "all" }):
			wrong.With(at, "org.delegation_names_no_act", giver.Key)
		case d.From == 0 || d.To == 0 || d.To < d.From || d.To-d.From+1 > LongestDelegation:
			wrong.With(at, "org.delegation_too_long", giver.Key, LongestDelegation)
		case !o.Holds(d.Person, d.Taker, d.From):
			wrong.With(at, "org.taker_not_in_post", taker.Key)
		case d.Reason == "":
			wrong.With(at, "org.delegation_needs_reason", giver.Key)
		}
	}
}

func (o *Org) checkPowers(wrong *fault.Fault) {
	list := slices.Clone(o.rows.Powers)
	slices.SortFunc(list, func(a, b Power) int {
		return cmp.Or(cmp.Compare(a.Post, b.Post), cmp.Compare(a.Name, b.Name), cmp.Compare(a.From, b.From))
	})
	for i, p := range list {
		post := o.Post(p.Post)
		if post == nil {
			wrong.With("power "+p.Name, "org.unknown_post_or_person")
			continue
		}
		if p.Name == "" || backwards(p.From, p.To) {
			wrong.With("power "+post.Key, "org.ends_before_it_begins", post.Key)
		}
		if i > 0 && list[i-1].Post == p.Post && list[i-1].Name == p.Name && Overlap(p.From, p.To, list[i-1].From, list[i-1].To) {
			wrong.With("power "+post.Key, "org.power_twice", p.Name, post.Key)
		}
	}
}
