package org

import (
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
)

// Charge is a post somebody holds, and how.
type Charge struct {
	Post   record.ID
	Tenure record.ID
	Kind   TenureKind
}

// PostsOf gives the posts a person holds on a day, substantive first.
func (o *Org) PostsOf(person record.ID, day calendar.Date) []Charge {
	var list []Charge
	for _, i := range o.charges[person] {
		t := &o.rows.Tenures[i]
		if p := o.Post(t.Post); p != nil && p.alive(day) && On(day, t.From, t.To) {
			list = append(list, Charge{t.Post, t.ID, t.Kind})
		}
	}
	return list
}

// Holds reports whether a person holds a post on a day, in whichever way.
func (o *Org) Holds(person, post record.ID, day calendar.Date) bool {
	return slices.ContainsFunc(o.PostsOf(person, day), func(c Charge) bool { return c.Post == post })
}

// ActsFor gives the delegations a person may use on a day. One lapses with the post it was given to.
func (o *Org) ActsFor(person record.ID, day calendar.Date) []Delegation {
	var list []Delegation
	for _, i := range o.given[person] {
		d := &o.rows.Delegations[i]
		if On(day, d.From, d.To) && o.Holds(person, d.Taker, day) {
			list = append(list, *d)
		}
	}
	return list
}

// MayActFor finds the delegation by which a person, in a post, may do an act for another post on a day; nil if none.
func (o *Org) MayActFor(person, in, giver record.ID, act string, day calendar.Date) *Delegation {
	for _, d := range o.ActsFor(person, day) {
		if d.Taker == in && d.Giver == giver && slices.Contains(d.Acts, act) {
			return &d
		}
	}
	return nil
}

// HasPower reports whether a named power is vested in the post on the day.
func (o *Org) HasPower(post record.ID, name string, day calendar.Date) bool {
	for _, i := range o.vested[post] {
		if p := &o.rows.Powers[i]; p.Name == name && On(day, p.From, p.To) {
			return true
		}
	}
	return false
}

// PowersOf gives the names of the powers vested in a post on a day, in alphabetical order.
func (o *Org) PowersOf(post record.ID, day calendar.Date) []string {
	var names []string
	for _, i := range o.vested[post] {
		if p := &o.rows.Powers[i]; On(day, p.From, p.To) {
			names = append(names, p.Name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Independent reports whether a checker is neither the doer nor under him, by post and by person, on a day:
// no post the checker's person holds may be the doer's or below any post the doer's person holds.
func (o *Org) Independent(checker, checkerPost, doer, doerPost record.ID, day calendar.Date) bool {
	if checker == doer || checkerPost == doerPost || o.Below(checkerPost, doerPost) {
		return false
	}
	for _, mine := range o.PostsOf(checker, day) {
		for _, his := range o.PostsOf(doer, day) {
			if mine.Post == his.Post || o.Below(mine.Post, his.Post) {
				return false
			}
		}
	}
	return true
}

// TenuresOf gives every tenure of a person, past and to come, substantive first and the newest of each first.
func (o *Org) TenuresOf(person record.ID) []Tenure {
	var list []Tenure
	for _, i := range o.charges[person] {
		list = append(list, o.rows.Tenures[i])
	}
	return list
}
