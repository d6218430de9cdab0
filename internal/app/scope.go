package app

import (
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// scope is what the actor's post may see, as the store's lists want it.
func (o *office) scope(who Actor, day calendar.Date) store.Scope {
	s := store.Scope{District: o.district, Class: record.Office, Posts: o.postsHeld(who, day)}
	cover := o.org.Covers(who.Post)
	s.Departments = cover.Departments
	root := o.org.Path(o.root)
	for _, path := range cover.Paths {
		if strings.HasPrefix(root, path) {
			s.All, s.Areas = true, nil
			return s
		}
		s.Areas = append(s.Areas, o.areas(path, day)...)
	}
	return s
}

// areas turns a place with all below it into areas: whole blocks and urban bodies where
// it has any, single places otherwise.
func (o *office) areas(path string, day calendar.Date) []store.Area {
	at := o.org.ByKey(record.Place, lastKey(path))
	if at == 0 {
		return nil
	}
	switch block := o.org.BlockOf(at); {
	case block == at:
		return []store.Area{{Block: at}}
	case block != 0:
		return []store.Area{{Block: block, Place: at}}
	}
	areas := []store.Area{{Place: at}}
	for _, b := range o.org.Places(at, day, "block", "urban_body") {
		areas = append(areas, store.Area{Block: b})
	}
	return areas
}

func lastKey(path string) string {
	path = strings.TrimSuffix(path, "/")
	return path[strings.LastIndexByte(path, '/')+1:]
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
