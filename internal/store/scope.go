package store

import (
	"github.com/anupalan/anupalan/internal/record"
)

// Area is a part of a district as matters know it: a whole block (Place 0), one place
// below a block, or, without a block, one place of the district's own level.
type Area struct {
	Block record.ID
	Place record.ID
}

// Scope is what somebody may see: the areas in the departments up to a class, and
// whatever is held by, or was opened to, one of the posts. Every list, tally, search,
// draw and export of matters goes through one.
type Scope struct {
	District    int32
	All         bool // the whole district; Areas is not looked at
	Areas       []Area
	Departments []record.ID // empty: all
	Class       record.Class
	Posts       []record.ID

	holderOnly bool // what the posts hold, and nothing else
}

// covered is the condition of the areas and departments alone.
func (s *Scope) covered(w *where, col string) string {
	if !s.All && len(s.Areas) == 0 {
		return "1=0"
	}
	cond := col + "class<=" + w.arg(int32(s.Class))
	if len(s.Departments) > 0 {
		cond += " AND " + w.oneOf(col+"department", s.Departments)
	}
	if !s.All {
		cond += " AND (" + areasText(w, col, s.Areas) + ")"
	}
	return cond
}

func areasText(w *where, col string, areas []Area) string {
	var whole, single []record.ID
	for _, a := range areas {
		if a.Place == 0 {
			whole = append(whole, a.Block)
		} else {
			single = append(single, a.Place)
		}
	}
	switch {
	case len(single) == 0:
		return w.oneOf(col+"block", whole)
	case len(whole) == 0:
		return w.oneOf(col+"place", single)
	}
	return w.oneOf(col+"block", whole) + " OR " + w.oneOf(col+"place", single)
}

// opened is the condition of being held by, or opened to, one of the posts.
func (s *Scope) opened(w *where, col string) string {
	if len(s.Posts) == 0 {
		return "1=0"
	}
	return "(" + w.oneOf(col+"holder", s.Posts) + " OR EXISTS (SELECT 1 FROM reach WHERE reach.district=" + col + "district AND reach.matter=" + col + "id AND " +
		w.oneOf("reach.post", s.Posts) + "))"
}

// sees is the whole predicate.
func (s *Scope) sees(w *where, col string) string {
	return "(" + s.covered(w, col) + " OR " + s.opened(w, col) + ")"
}

// blocks gives the whole blocks of a scope that consists of few of them, by which an
// index can be walked block by block; nil otherwise.
func (s *Scope) blocks() []record.ID {
	const few = 12
	if s.All || len(s.Areas) == 0 {
		return nil
	}
	var out []record.ID
	seen := map[record.ID]bool{}
	for _, a := range s.Areas {
		if a.Block == 0 {
			return nil
		}
		if !seen[a.Block] {
			seen[a.Block] = true
			out = append(out, a.Block)
		}
	}
	if len(out) > few {
		return nil
	}
	return out
}
