package app

import (
	"crypto/rand"

	"github.com/anupalan/anupalan/internal/matter"
)

// world makes what a decision looks at, but for the matters themselves, which are loaded
// in the commit; every command has a seed of its own.
func (a *App) world(o *office, who Actor) *matter.World {
	w := &matter.World{
		Now: a.now(), District: o.district, Actor: who.actor(), Org: o.org, Types: o.types,
		Calendar: o.calendar, Settings: o.settings, Rows: o.catalogue, IDs: a.commit.IDs(),
	}
	if who.Person != 0 {
		p := o.purview(who)
		w.Purview = &p
	}
	_, _ = rand.Read(w.Seed[:]) // never fails: the runtime ends the program instead
	return w
}

func (a Actor) actor() matter.Actor {
	return matter.Actor{Kind: matter.Officer, Person: a.Person, Post: a.Post, For: a.For, Mode: a.Mode}
}
