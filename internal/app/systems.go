package app

import (
	"io/fs"
	"maps"
	"slices"
	"sync"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/extract"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/pack"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/store"
)

// Systems is everything that packs declare, ready to run in each State.
type Systems struct {
	set   *pack.Set
	Roles []org.Role

	lexicon func() (*extract.Lexicon, error) // names of posts for the reader, read when first asked

	mu    sync.Mutex
	types map[string]*matter.Types // by State
}

// LoadSystems reads and proves packs/. A fault in them is the program's, found by
// "packs check" before a release, so it stops the start.
func LoadSystems(fsys fs.FS) (*Systems, error) {
	set, faults := pack.Load(fsys)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	s := &Systems{set: set, types: map[string]*matter.Types{}, lexicon: lexiconOf(fsys)}
	for _, key := range slices.Sorted(maps.Keys(set.Common.Roles)) {
		s.Roles = append(s.Roles, set.Common.Roles[key])
	}
	return s, nil
}

// typesIn gives the types as a State runs them; they are compiled once.
func (s *Systems) typesIn(state string) *matter.Types {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.types[state] == nil {
		s.types[state] = s.set.Types(state)
	}
	return s.types[state]
}

// fill gives an office its types, settings and calendar as they are on its day.
func (s *Systems) fill(o *office, settings []store.Setting, holidays []store.Holiday) {
	own := map[string][]pack.District{}
	for _, v := range settings {
		if value, ok := rule.ParseLiteral(v.Value); ok {
			own[v.Key] = append(own[v.Key], pack.District{Value: value, From: v.Starts, Why: v.Source})
		}
	}
	o.types = s.typesIn(o.state)
	o.settings = s.set.Apply(o.state, own, o.day)
	o.catalogue = s.set.Rows(o.state, o.day)
	o.profile = s.set.Profiles[o.state]
	o.calendar = calendar.New(rules(o.profile, holidays))
}

// rules joins the State's calendar with the days the district declared closed.
func rules(p *pack.Profile, own []store.Holiday) calendar.Rules {
	var r calendar.Rules
	if p != nil {
		r = p.Calendar
	}
	r.Holidays = slices.Clone(r.Holidays)
	for _, h := range own {
		r.Holidays = append(r.Holidays, calendar.Holiday{Date: h.Day, Name: h.Name})
		r.Revision = max(r.Revision, int32(h.Revision))
	}
	return r
}

// Words are the State's words for $words in pages, by name.
func (s *Systems) Words() map[string]map[string]i18n.Text {
	out := map[string]map[string]i18n.Text{}
	for key, p := range s.set.Profiles {
		out[key] = p.Words
	}
	return out
}
