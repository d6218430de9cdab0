package apptest

import (
	"context"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/packs"
)

// seeing is the rule of docs/adr/0010-seeing.md written once more, from the rows of the
// organisation and the matters alone: by paths of places and chains of posts, without any
// of the program's own scopes and rows of reach.
type seeing struct {
	org     *org.Org
	day     calendar.Date
	matters map[record.ID]*matter.Matter
	power   map[string]string      // of a type
	named   map[string][]record.ID // posts that a type's "seen" names, whole
	outline map[string][]record.ID
}

func (e *Env) seeing() *seeing {
	e.T.Helper()
	ctx := context.Background()
	systems, err := app.LoadSystems(packs.FS)
	e.Must(err)
	rows, _, err := e.DB.Reader().Org(ctx, District)
	e.Must(err)
	o, err := org.New(District, rows, systems.Roles)
	e.Must(err)
	s := &seeing{org: o, day: calendar.At(e.Now()).Date(), matters: map[record.ID]*matter.Matter{}}
	for after := record.ID(0); ; {
		page, err := e.DB.Reader().MattersFrom(ctx, District, after, 500)
		e.Must(err)
		if len(page) == 0 {
			return s
		}
		for i := range page {
			s.matters[page[i].Key.ID] = &page[i]
		}
		after = page[len(page)-1].Key.ID
	}
}

// person says how much a person sees: the most that any of his posts sees, and the whole of
// what lies with a post that delegated to him.
func (s *seeing) person(person record.ID, m *matter.Matter) matter.Sight {
	sight := matter.Nothing
	for _, t := range s.org.TenuresOf(person) {
		if org.On(s.day, t.From, t.To) {
			sight = max(sight, s.post(t.Post, m))
		}
	}
	for _, d := range s.org.Rows().Delegations {
		if d.Person == person && d.Giver == m.Holder && m.Holder != 0 && org.On(s.day, d.From, d.To) {
			return matter.Whole
		}
	}
	return sight
}

func (s *seeing) post(post record.ID, m *matter.Matter) matter.Sight {
	parties := []record.ID{m.Holder, m.Asker, m.Asked}
	for _, d := range m.Memory.Done {
		parties = append(parties, d.Post, d.For)
	}
	if up := s.matters[m.Parent]; up != nil {
		parties = append(parties, up.Holder, up.Asker)
	}
	office := m.Class <= record.Office
	above := s.above(m.Holder, post)
	switch {
	case slices.Contains(parties, post), slices.Contains(s.named[m.Type], post):
		return matter.Whole
	case s.covers(post, m) && (office || s.org.HasPower(post, s.power[m.Type], s.day)):
		return matter.Whole
	case above && office:
		return matter.Whole
	case above, slices.Contains(s.outline[m.Type], post):
		return matter.Outline
	}
	return matter.Nothing
}

// covers asks for a place below one of the post's and, unless it has all, its department.
func (s *seeing) covers(post record.ID, m *matter.Matter) bool {
	p, at := s.org.Post(post), s.org.Path(m.Place)
	if !p.AllDepts && p.Department != m.Department {
		return false
	}
	areas := p.Areas
	if len(areas) == 0 {
		areas = []record.ID{p.Place}
	}
	return slices.ContainsFunc(areas, func(a record.ID) bool {
		in := s.org.Place(a)
		if up := s.org.Place(in.Parent); up != nil && up.Tree != in.Tree {
			in = up // the root of another tree lies over the place it hangs under
		}
		if strings.HasPrefix(s.org.Path(s.org.ByKey(record.Place, "saran")), in.Path) || at != "" && strings.HasPrefix(at, s.org.Path(a)) {
			return true
		}
		// A place of the common tree may lie in one of the police or election tree.
		for up := s.org.Place(m.Place); up != nil; up = s.org.Place(up.Parent) {
			for _, in := range up.LiesIn {
				if strings.HasPrefix(s.org.Path(in), s.org.Path(a)) {
					return true
				}
			}
		}
		return false
	})
}

func (s *seeing) above(holder, post record.ID) bool {
	for at := s.org.Post(holder); at != nil && at.ReportsTo != 0; at = s.org.Post(at.ReportsTo) {
		if at.ReportsTo == post {
			return true
		}
	}
	return false
}
