package app

import (
	"context"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
)

// A sitting can be open over midnight, not for days.
const (
	sessionsBack = 3
	sessionsMost = 200
)

// seat tells a decision which sittings its type asks for: those of these days, and the
// series themselves, whose convenor answers between two sittings. An actor who keeps one
// that is open acts in its name.
func (a *App) seat(ctx context.Context, r *store.Reader, o *office, w *matter.World, c matter.Command) error {
	t := commandType(w, c)
	if t == nil || !a.asksSittings(sittingsRead(w, t, c)) {
		return nil
	}
	all, err := r.AllSeries(ctx, o.district)
	if err != nil {
		return err
	}
	declared := map[record.ID]*sitting.Series{}
	for i := range all {
		s, err := seriesOf(all[i])
		if err != nil {
			return err
		}
		if s.Declared == "" {
			continue
		}
		declared[s.Key.ID] = s
		w.Sittings = append(w.Sittings, matter.Session{Key: s.Declared, Chair: s.Chair, Convenor: keeperOf(s.Convenor, s.Chair)})
	}
	if len(declared) == 0 {
		return nil
	}
	rows, err := r.Sittings(ctx, o.district, w.Now.Date().AddDays(-sessionsBack).At(0, 0), w.Now.Date().AddDays(1).At(0, 0), sessionsMost)
	if err != nil {
		return err
	}
	for i := range rows {
		series := declared[rows[i].Series]
		if series == nil {
			continue
		}
		s, err := sittingOf(rows[i])
		if err != nil {
			return err
		}
		w.Sittings = append(w.Sittings, session(series.Declared, s))
		if s.State == sitting.Open && strings.HasPrefix(series.Declared, t.Pack()+".") && o.keepsAs(w.Actor.As(), s.Chair, s.Convenor()) && w.Actor.Kind == matter.Officer {
			w.Actor.Sitting = s.Key.ID
		}
	}
	return nil
}

// sittingsRead names the sittings that an act reads; without one, those of every act that
// the matter's state allows, for its page.
func sittingsRead(w *matter.World, t *matter.Type, c matter.Command) []string {
	names := t.Reads(w.Types, c.Act).Sittings
	if m := w.Matters[c.Matter.ID]; m != nil && c.Act == "" {
		for _, act := range t.ActsFrom(m.State) {
			names = append(names, t.Reads(w.Types, act.Key).Sittings...)
		}
	}
	return names
}

// asksSittings reports whether any of the names that a type reads is a declared series.
func (a *App) asksSittings(names []string) bool {
	return len(names) > 0 && slices.ContainsFunc(a.systems.set.Sittings(), func(d *sitting.Def) bool { return slices.Contains(names, d.Type()) })
}

func commandType(w *matter.World, c matter.Command) *matter.Type {
	if m := w.Matters[c.Matter.ID]; m != nil {
		return w.Types.Get(m.Type, m.Revision)
	}
	return w.Types.Newest(c.Type)
}

func keeperOf(convenor, chair record.ID) record.ID {
	if convenor != 0 {
		return convenor
	}
	return chair
}

// session is a sitting as matters see it.
func session(declared string, s *sitting.Sitting) matter.Session {
	state := s.State
	if state == sitting.Open {
		state = sitting.Planned // matters know planned, held, not held, cancelled; open stands apart
	}
	return matter.Session{ID: s.Key.ID, Key: declared, State: string(state), Open: s.State == sitting.Open, On: s.Starts.Date(),
		Chair: s.Chair, Convenor: s.Convenor(), Of: s.Memory.Of}
}
