package pack

import (
	"strings"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

// frameNames looks up the sets of a frame and its conditions; s is the matter outside,
// nil where there is none. It gives the start of the frame's rows.
func (r *reader) frameNames(f *rule.Frame, s *start) *start {
	var inner *start
	for i := range f.Of {
		at := r.setNames(&f.Of[i], s)
		if inner == nil {
			inner = at
		}
	}
	if inner == nil {
		return nil
	}
	inner.outer = s
	for _, list := range [][]rule.Name{f.In, f.Into} {
		for _, w := range list {
			r.frameState(inner, w)
		}
	}
	r.conditionNames(&f.Where, inner)
	r.conditionNames(&f.Not, inner)
	if f.During.S != "" && !in(periodWords, f.During.S) {
		r.names(f.During.Pos, "pack.period", f.During.S)
	}
	r.forgetsTowns(f)
	return inner
}

func (r *reader) frameState(s *start, w rule.Name) {
	switch {
	case s.m != nil:
		r.isStateOrPhase(s.m, w)
	case w.S != "open" && matter.ParsePhase(w.S) == 0 && s.other != "sitting":
		r.names(w.Pos, "pack.not_phase", w.S, rule.Meant(w.S, fieldsOf("open new working waiting reported closed void")))
	}
}

// setNames says what a set is and what its members can be asked.
func (r *reader) setNames(set *rule.Set, s *start) *start {
	switch name := set.Name; {
	case r.heads[name] != nil:
		set.Kind = rule.SetMatter
		return here(r.heads[name])
	case r.sitting(name) != nil:
		set.Kind = rule.SetSitting
		return &start{other: "sitting"}
	case hasKey(r.pack.Scope.Books, name):
		set.Kind = rule.SetRegister
		r.used["register "+name] = true
		b := r.pack.Scope.Books[name]
		return &start{book: &b}
	case in(placeKinds, name):
		set.Kind = rule.SetPlaceKind
		return &start{other: "place"}
	case hasKey(r.world.common.Roles, name), hasKey(r.pack.Scope.Posts, name):
		set.Kind = rule.SetRole
		r.used["post "+name] = true
		return &start{other: "post"}
	case hasKey(r.world.common.Asks, name):
		set.Kind = rule.SetAsk
		return &start{envelope: true}
	}
	return r.setElse(set, s)
}

func hasKey[V any](m map[string]V, key string) bool { _, ok := m[key]; return ok }

// setElse tries cohorts, draws and fields of posts.
func (r *reader) setElse(set *rule.Set, s *start) *start {
	for _, d := range r.order {
		for i := range d.def.Cohorts {
			if d.def.Cohorts[i].Key == set.Name {
				set.Kind = rule.SetCohort
				return &start{envelope: true}
			}
		}
	}
	for _, dr := range r.pack.Draws {
		if dr.Key == set.Name {
			set.Kind = rule.SetDraw
			var none *draft
			inner := r.setNames(&rule.Set{Name: firstSet(dr.From), Pos: dr.Pos}, here(none))
			return inner
		}
	}
	if s != nil && s.m != nil && strings.Contains(set.Name, ".") {
		if at, ok := r.walk(s, rule.Path{S: set.Name, Pos: set.Pos}); ok {
			if !holdsPosts(at) {
				r.names(set.Pos, "pack.not_a", set.Name, fieldTypeText(matter.TPosts))
				return nil
			}
			set.Kind, set.Path = rule.SetPosts, rule.Path{S: set.Name, Pos: set.Pos}
			return &start{other: "post"}
		}
		return nil
	}
	if !r.border(set.Pos, set.Name) {
		r.names(set.Pos, "pack.no_set", set.Name, rule.Meant(set.Name, r.setWords()))
	}
	return nil
}

// holdsPosts reports whether a path leads to posts: a field of them, or who asked whom.
func holdsPosts(at landed) bool {
	if at.field == nil {
		return in("asked asker holder", at.word)
	}
	return at.field.Type == matter.TPosts || at.field.Type == matter.TPost
}

func firstSet(f rule.Frame) string {
	if len(f.Of) == 0 {
		return ""
	}
	return f.Of[0].Name
}

func (r *reader) setWords() []string {
	var words []string
	for _, d := range r.order {
		words = append(words, d.def.Key)
	}
	for k := range r.pack.Scope.Books {
		words = append(words, k)
	}
	for _, s := range r.pack.Sittings {
		words = append(words, s.Key)
	}
	words = append(words, strings.Fields(placeKinds)...)
	words = append(words, r.world.common.AskOrder...)
	return append(words, r.world.common.RoleOrder...)
}

// forgetsTowns warns of a frame over panchayats that leaves towns out unsaid.
func (r *reader) forgetsTowns(f *rule.Frame) {
	var village, town bool
	for _, s := range f.Of {
		village = village || s.Name == "panchayat" && !s.Rural
		town = town || s.Name == "urban_body"
	}
	if village && !town {
		r.warn(f.Of[0].Pos, "pack.no_town")
	}
}
