package app

import (
	"context"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/indicator"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
)

// rereadFigures brings the figures of a sitting together with those of a new reading.
func rereadFigures(tx *store.Tx, key record.Key, rows []store.Draft, fresh []sitting.Figure, text string, next func() record.ID, now calendar.Instant) error {
	old, err := figuresOf(rows)
	if err != nil {
		return err
	}
	keep, gone := sitting.RereadFigures(old, fresh, text)
	for i := range keep {
		if keep[i].ID == 0 {
			keep[i].ID, keep[i].At = next(), now
		}
		if err := putFigure(tx, key, &keep[i]); err != nil {
			return err
		}
	}
	for _, id := range gone {
		if _, err := tx.DraftDrop(record.Key{District: key.District, ID: id}); err != nil {
			return err
		}
	}
	return nil
}

func putFigure(tx *store.Tx, key record.Key, f *sitting.Figure) error {
	row, err := figureRow(key, f)
	if err != nil {
		return err
	}
	return tx.DraftPut(row)
}

// FigureForm is what a person says of a reported figure; nil members stay as they are.
type FigureForm struct {
	Status    string // accepted, dropped, proposed; "" stays
	Measure   *string
	Indicator *string // "pack.indicator", "" a free measure
	Place     *string // key
	From, To  *string // days as people write them; From may be empty
	Nature    *string
	Version   int32
}

// EditFigure confirms, drops or corrects one figure of a reading; every wrong field is named.
func (a *App) EditFigure(ctx context.Context, who Actor, key record.Key, id record.ID, form FigureForm) error {
	d, err := a.deskOf(ctx, who, key)
	if err != nil {
		return err
	}
	e, err := a.readFigure(d, form)
	if err != nil {
		return err
	}
	return a.db.Update(func(tx *store.Tx) error {
		rows, err := lockDrafts(tx, key)
		if err != nil {
			return err
		}
		list, err := figuresOf(rows)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(list, func(f sitting.Figure) bool { return f.ID == id })
		if i < 0 {
			return fault.New(fault.NotFound, "sitting.figure_gone")
		}
		f := &list[i]
		if err := f.Edit(e); err != nil {
			return err
		}
		if form.Status != "" {
			f.Status = sitting.Status(form.Status)
		}
		f.Person, f.Post, f.At = who.Person, who.Post, a.now()
		return putFigure(tx, key, f)
	})
}

func (a *App) readFigure(d *desk, form FigureForm) (sitting.FigureEdit, error) {
	fm := &former{d.o, fault.New(fault.Invalid, "sitting.figure_wrong")}
	e := sitting.FigureEdit{Measure: form.Measure, Indicator: form.Indicator, Nature: form.Nature, Version: form.Version}
	if form.Measure != nil && strings.TrimSpace(*form.Measure) == "" {
		fm.bad.With("measure", "sitting.measure_required")
	}
	if form.Indicator != nil && *form.Indicator != "" && a.systems.indicatorName(*form.Indicator).IsZero() {
		fm.bad.With("indicator", "indicator.unknown_indicator")
	}
	if form.Nature != nil && !indicator.Nature(*form.Nature).Known() {
		fm.bad.With("nature", "indicator.nature_required")
	}
	if !slices.Contains([]string{"", string(sitting.Proposed), string(sitting.Accepted), string(sitting.Dropped)}, form.Status) {
		fm.bad.With("status", "indicator.wrong")
	}
	if form.Place != nil {
		id := fm.key(record.Place, "place", *form.Place)
		if id == 0 {
			id = d.o.root
		}
		e.Place = &id
	}
	for _, day := range []struct {
		path  string
		typed *string
		into  **calendar.Date
		must  bool
	}{{"from", form.From, &e.From, false}, {"to", form.To, &e.To, true}} {
		if day.typed == nil {
			continue
		}
		var on calendar.Date
		if words := strings.TrimSpace(*day.typed); words != "" || day.must {
			var err error
			if on, err = calendar.ParseHuman(words, d.means.Met); err != nil {
				fm.bad.With(day.path, "indicator.period_required")
			}
		}
		*day.into = &on
	}
	return e, fm.bad.Any()
}

// noted makes the observations of the confirmed figures, and the ids of all figures of the
// sitting, which end with the issue.
func (is *issue) noted(g *Group, s *sitting.Sitting) (list []indicator.Observation, events []record.Event, all []record.ID, err error) {
	rows, err := g.Reader().Drafts(context.Background(), is.key)
	if err != nil {
		return nil, nil, nil, err
	}
	figures, err := figuresOf(rows)
	if err != nil {
		return nil, nil, nil, err
	}
	mw := is.a.meetingWorld(is.o, is.who, g)
	w := &indicator.World{Now: mw.Now, District: mw.District, Seed: mw.Seed, IDs: mw.IDs,
		Actor: indicator.Actor{Person: mw.Actor.Person, Post: mw.Actor.Post, For: mw.Actor.For, Mode: mw.Actor.Mode}}
	for i := range figures {
		f := &figures[i]
		all = append(all, f.ID)
		if f.Status != sitting.Accepted {
			continue
		}
		o, e, err := indicator.Note(w, observed(f, s.Key.ID))
		if err != nil {
			return nil, nil, nil, err
		}
		list, events = append(list, o), append(events, e)
	}
	return list, events, all, nil
}

// observed is a figure as the observation it would be.
func observed(f *sitting.Figure, at record.ID) indicator.Observation {
	return indicator.Observation{Indicator: f.Indicator, Measure: f.Measure, Place: f.Place, From: f.From, To: f.To, AsOn: f.AsOn, Value: indicator.Number(f.Value), Of: indicator.Number(f.Of), Unit: f.Unit,
		About: f.About, Nature: indicator.Nature(f.Nature), Sitting: at, Quote: f.Said, Kind: indicator.Reported}
}
