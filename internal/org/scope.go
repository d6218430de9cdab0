package org

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/record"
)

// Scope is what a post covers: places by path, and departments. No department named means all of them.
type Scope struct {
	Paths       []string // each with all below it; none covers another
	Departments []record.ID
}

// Covers gives what the lists of a post show: its areas or, without any, its place, in its own department or in all.
// A post of another tree also covers the common places that lie in its place.
func (o *Org) Covers(post record.ID) Scope {
	p := o.Post(post)
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
	return s
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
	if len(s.Departments) > 0 && !slices.Contains(s.Departments, department) {
		return false
	}
	return slices.ContainsFunc(s.Paths, func(p string) bool { return strings.HasPrefix(path, p) })
}

// IsZero reports a scope that covers nothing.
func (s Scope) IsZero() bool { return len(s.Paths) == 0 }
