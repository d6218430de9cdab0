package app

import (
	"hash/fnv"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// searchWant is a search of what a purview may have whole; any is false where nothing can be found.
func searchWant(p *matter.Purview, query string) (want store.SearchWant, any bool) {
	want = store.SearchWant{District: p.District, Query: query}
	if want.Scope, any = searchScope(p, false); !any {
		return want, false
	}
	if above, some := searchScope(p, true); some {
		want.Above = above
	}
	return want, true
}

// searchScope gives the groups of words of which a found text must carry one each: what
// lies in a charge, or is held by or opened to a post. It is no narrower than the purview;
// any is false where nothing can be found.
func searchScope(p *matter.Purview, restricted bool) (groups [][]string, any bool) {
	var opened []string
	for _, post := range p.Posts {
		opened = append(opened, store.ScopeWord('h', post))
	}
	for _, post := range p.Givers {
		opened = append(opened, store.ScopeWord('h', post))
	}
	var charges []matter.Charge
	for _, c := range p.Charges {
		if !restricted || len(c.Opened) > 0 {
			charges = append(charges, c)
		}
	}
	if len(charges) == 0 {
		return [][]string{opened}, len(opened) > 0
	}
	places, departments, types := chargeWords(charges)
	if !restricted {
		types = nil
	}
	for _, g := range [][]string{places, departments, types} {
		if g != nil {
			groups = append(groups, append(g, opened...))
		}
	}
	return groups, true
}

// chargeWords gives the words of places, departments and opened types of all charges
// together; nil where one of them does not narrow.
func chargeWords(charges []matter.Charge) (places, departments, types []string) {
	var anywhere, anything bool
	for _, c := range charges {
		anywhere, anything = anywhere || c.All, anything || len(c.Departments) == 0
		for _, d := range c.Departments {
			departments = append(departments, store.ScopeWord('k', d))
		}
		for _, area := range c.Areas {
			if area.Place != 0 {
				places = append(places, store.ScopeWord('p', area.Place))
			} else {
				places = append(places, store.ScopeWord('b', area.Block))
			}
		}
		for _, t := range c.Opened {
			types = append(types, typeWord(t))
		}
	}
	if anywhere {
		places = nil
	}
	if anything {
		departments = nil
	}
	return places, departments, types
}

// typeWord is the word of a type in the index of who may find a text.
func typeWord(name string) string {
	h := fnv.New64a()
	_, _ = h.Write([]byte(name)) // never fails
	return store.ScopeWord('t', record.ID(h.Sum64()>>1))
}
