package app

import (
	"context"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/sitting"
)

// DeclaredSeries is a series that a system declares and the district has not opened yet.
type DeclaredSeries struct {
	Key      string // as the system names it
	Name     i18n.Text
	Chair    Named
	Convenor Named
	Members  int
	Rhythm   i18n.Text
}

// DeclaredSeries lists what the systems declare and the district has not opened.
func (a *App) DeclaredSeries(ctx context.Context, who Actor) ([]DeclaredSeries, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return nil, err
	}
	rows, err := a.db.Reader().AllSeries(ctx, who.District)
	if err != nil {
		return nil, err
	}
	open := map[string]bool{}
	for i := range rows {
		s, err := seriesOf(rows[i])
		if err != nil {
			return nil, err
		}
		open[s.Declared] = true
	}
	var list []DeclaredSeries
	for _, def := range a.systems.set.Sittings() {
		if open[def.Type()] {
			continue
		}
		s := o.declared(def)
		d := DeclaredSeries{Key: def.Type(), Name: def.Name, Chair: o.post(s.Chair), Convenor: o.post(s.Convenor), Members: len(s.Members)}
		if !s.Rhythm.IsZero() {
			d.Rhythm = bothWords(s.Rhythm)
		}
		list = append(list, d)
	}
	return list, nil
}

// OpenDeclared founds a series as a system declares it, its roles resolved to the posts of
// the district.
func (a *App) OpenDeclared(ctx context.Context, who Actor, declared, at string) (record.Key, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return record.Key{}, err
	}
	i := slices.IndexFunc(a.systems.set.Sittings(), func(d *sitting.Def) bool { return d.Type() == declared })
	if i < 0 {
		return record.Key{}, fault.New(fault.NotFound, "sitting.series_gone")
	}
	s := o.declared(a.systems.set.Sittings()[i])
	if at != "" {
		minutes, ok := clockTime(at)
		if !ok {
			return record.Key{}, fault.New(fault.Invalid, "sitting.series_wrong").With("time", "sitting.hour_wrong")
		}
		s.Hour = int16(minutes)
	}
	done, err := a.commit.Do(ctx, Job{District: who.District, Decide: func(g *Group) (Outcome, error) {
		return a.decideSeries(o, who, record.Key{}, s, 0, g)
	}})
	if err != nil {
		return record.Key{}, err
	}
	return done.Answer.(record.Key), nil
}

// declared is a declared series in the district: roles become posts, as of today.
func (o *office) declared(def *sitting.Def) sitting.Series {
	s := sitting.Series{Slug: strings.ReplaceAll(def.Type(), ".", "_"), Name: def.Name, Declared: def.Type(), Place: o.root, Class: record.Office,
		Chair: o.roleHolder(&def.Chair), Convenor: o.roleHolder(&def.Convenor)}
	if p := o.org.Post(s.Chair); p != nil {
		s.Department = p.Department
	}
	if def.Every != nil {
		s.Rhythm = *def.Every
	}
	for i := range def.Members {
		for _, id := range o.rolePosts(&def.Members[i], o.day) {
			if id != s.Chair && id != s.Convenor && !slices.Contains(s.Members, id) {
				s.Members = append(s.Members, id)
			}
		}
	}
	return s
}

func roleOf(w *rule.Who) string {
	if w.Role != "" {
		return w.Role
	}
	return w.Name
}

func (o *office) roleHolder(w *rule.Who) record.ID {
	if w.Kind != rule.WhoNamed {
		return 0
	}
	return o.org.Resolve(roleOf(w), o.root, o.day).Post
}

func (o *office) rolePosts(w *rule.Who, day calendar.Date) []record.ID {
	if w.Kind != rule.WhoNamed {
		return nil
	}
	return o.org.Posts(roleOf(w), 0, day)
}
