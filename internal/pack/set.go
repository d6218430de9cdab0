package pack

import (
	"maps"
	"slices"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/sitting"
)

// Set is everything that packs/ declares, proved together. It is immutable.
type Set struct {
	Common   *Common
	Packs    []*Pack // the newest revision of each system, by key
	Old      []*Pack // older revisions under which matters may still be open
	Profiles map[string]*Profile
	rows     map[string][]CatalogueRow // pack.book, or state/pack.book for a State's own
	samples  map[string][]CatalogueRow // rows of registers that examples speak of
}

// Pack gives the newest revision of a system, nil if there is none.
func (s *Set) Pack(key string) *Pack {
	for _, p := range s.Packs {
		if p.Key == key {
			return p
		}
	}
	return nil
}

// Revision gives one revision of a system, nil if it is not kept.
func (s *Set) Revision(key string, revision int) *Pack {
	if p := s.Pack(key); p != nil && p.Revision == revision {
		return p
	}
	for _, p := range s.Old {
		if p.Key == key && p.Revision == revision {
			return p
		}
	}
	return nil
}

// Type gives the newest type by its whole name, "pack.matter"; nil if there is none.
func (s *Set) Type(name string) *matter.Type {
	for _, p := range s.Packs {
		for _, t := range p.Types {
			if t.Name() == name {
				return t
			}
		}
	}
	return nil
}

// All gives every compiled type, the older revisions too.
func (s *Set) All() []*matter.Type {
	var list []*matter.Type
	for _, p := range slices.Concat(s.Packs, s.Old) {
		list = append(list, p.Types...)
	}
	return list
}

// Types gives what the engine runs in a State: the profile chooses who answers an ask.
func (s *Set) Types(profile string) *matter.Types {
	var answers map[string]string
	if p := s.Profiles[profile]; p != nil {
		answers = p.answers
	}
	return matter.NewTypes(s.All(), answers)
}

// Answering gives the type that answers an ask in a State, nil if none does.
func (s *Set) Answering(profile, ask string) *matter.Type {
	var first *matter.Type
	chosen := ""
	if p := s.Profiles[profile]; p != nil {
		chosen = p.answers[ask]
	}
	for _, p := range s.Packs {
		for _, t := range p.Types {
			if t.Answers() != ask || chosen != "" && p.Key != chosen {
				continue
			}
			if first == nil {
				first = t
			}
		}
	}
	return first
}

// Sittings gives every series of sittings.
func (s *Set) Sittings() []*sitting.Def {
	var list []*sitting.Def
	for _, p := range s.Packs {
		for i := range p.Sittings {
			list = append(list, &p.Sittings[i])
		}
	}
	return list
}

// Desk is a post that a pack wants opened vacant in each district.
type Desk struct {
	Key   string // pack.post
	Name  i18n.Text
	Under string // the common role it reports to
}

// Desks lists the desks of all packs, by key.
func (s *Set) Desks() []Desk {
	var list []Desk
	for _, p := range s.Packs {
		for _, key := range slices.Sorted(maps.Keys(p.Scope.Posts)) {
			post := p.Scope.Posts[key]
			if !post.Desk {
				continue
			}
			under := post.Under
			if under == "" {
				under = "head_of_district"
			}
			list = append(list, Desk{Key: p.Key + "." + key, Name: post.Name, Under: under})
		}
	}
	return list
}
