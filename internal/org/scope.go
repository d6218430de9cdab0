package org

import (
	"slices"
	"strings"
	"sync"

	"github.com/anupalan/anupalan/internal/record"
)

// Area is a part of a district as rows know it: a whole block or urban body (Place 0), or
// one place by itself.
type Area struct {
	Block record.ID // 0 where the place lies in none
	Place record.ID
}

// Scope is what a post covers: places by path, and departments. No department named means all of them.
type Scope struct {
	Paths       []string // each with all below it; none covers another
	All         bool     // the whole district; Areas is then empty
	Areas       []Area   // what the paths hold: whole blocks, and places that lie in none of them
	Departments []record.ID
}

// Covers gives what the lists of a post show: its areas or, without any, its place, in its own department or in all.
// A post of another tree also covers the common places that lie in its place. It is reckoned once and must not be changed.
func (o *Org) Covers(post record.ID) Scope {
	if s, ok := o.covers.Load(post); ok {
		return s.(Scope)
	}
	s := o.coverOf(o.Post(post))
	o.covers.Store(post, s)
	return s
}

func (o *Org) coverOf(p *Post) Scope {
	if p == nil {
		return Scope{}
	}
	var paths []string
	areas := p.Areas
	if len(areas) == 0 {
		areas = []record.ID{p.Place}
	}
	for _, at := range areas {
		if q := o.Place(at); q != nil {
			paths = append(paths, q.Path)
			paths = append(paths, o.inside[at]...)
		}
	}
	s := Scope{Paths: outermost(paths)}
	if !p.AllDepts {
		s.Departments = []record.ID{p.Department}
	}
	s.All = slices.ContainsFunc(s.Paths, func(path string) bool { return o.root() != "" && strings.HasPrefix(o.root(), path) })
	if !s.All {
		s.Areas = o.areas(s.Paths)
	}
	return s
}

// areas gives every block that lies in the paths, whole, and every other place there.
func (o *Org) areas(paths []string) []Area {
	var list []Area
	for i := range o.rows.Places {
		p := &o.rows.Places[i]
		if !within(paths, p.Path) {
			continue
		}
		switch block := o.BlockOf(p.ID); {
		case block == p.ID:
			list = append(list, Area{Block: p.ID})
		case block == 0 || !within(paths, o.Path(block)):
			list = append(list, Area{Block: block, Place: p.ID})
		}
	}
	return list
}

// rootPath gives the path of the district's own place; "" where it has none.
func (o *Org) rootPath() string {
	for i := range o.rows.Places {
		if o.rows.Places[i].Kind == "district" {
			return o.rows.Places[i].Path
		}
	}
	return ""
}

func within(paths []string, path string) bool {
	return slices.ContainsFunc(paths, func(p string) bool { return strings.HasPrefix(path, p) })
}

// outermost sorts the paths and drops those that lie in another.
func outermost(paths []string) []string {
	slices.Sort(paths)
	kept := paths[:0]
	for _, p := range paths {
		if len(kept) == 0 || !strings.HasPrefix(p, kept[len(kept)-1]) {
			kept = append(kept, p)
		}
	}
	return kept
}

// Has reports whether a place (by its path) and department lie in the scope.
func (s Scope) Has(path string, department record.ID) bool {
	return s.of(department) && within(s.Paths, path)
}

// Holds reports whether what lies at a block and place, as its row says, and in a department lies in the scope.
func (s Scope) Holds(block, place, department record.ID) bool {
	return s.of(department) && (s.All || slices.ContainsFunc(s.Areas, func(a Area) bool {
		return a.Place == 0 && a.Block == block || a.Place != 0 && a.Place == place
	}))
}

func (s Scope) of(department record.ID) bool {
	return len(s.Departments) == 0 || slices.Contains(s.Departments, department)
}

// IsZero reports a scope that covers nothing.
func (s Scope) IsZero() bool { return len(s.Paths) == 0 }

// scopes are the scopes of posts that were asked for, and where the district's own place lies.
type scopes struct {
	covers sync.Map
	root   func() string
}
