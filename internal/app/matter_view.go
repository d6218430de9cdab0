package app

import (
	"context"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// historyShown is how many of the newest events a matter's page tells at first.
const historyShown = 200

// Matter gives a matter's page for the actor; what he may not see does not exist.
func (a *App) Matter(ctx context.Context, who Actor, key record.Key) (View, error) {
	if key.District != who.District {
		return View{}, fault.New(fault.NotFound, "matter.not_found")
	}
	o, err := a.office(ctx, who.District)
	if err != nil {
		return View{}, err
	}
	w, m, parts, err := a.family(ctx, o, who, key)
	if err != nil {
		return View{}, err
	}
	sight, err := a.sight(ctx, o, who, m)
	if err != nil {
		return View{}, err
	}
	if sight == matter.Nothing {
		return View{}, fault.New(fault.NotFound, "matter.not_found")
	}
	v, err := o.view(w, m, parts, sight == matter.Whole)
	if sight == matter.Outline {
		v.Subject = v.TypeName.In(who.Lang)
	}
	if err != nil || sight != matter.Whole {
		return v, err
	}
	if v.Cohorts, err = a.cohorts(ctx, w, o.types.Get(m.Type, m.Revision), m); err != nil {
		return View{}, err
	}
	shares, err := a.sharesSeen(ctx, o, who, parts)
	if err != nil {
		return View{}, err
	}
	v.History, err = a.story(ctx, o, w, m, &v, shares)
	return v, err
}

// family loads a matter with its parents and parts into a world.
func (a *App) family(ctx context.Context, o *office, who Actor, key record.Key) (*matter.World, *matter.Matter, []matter.Matter, error) {
	m, parents, parts, err := a.db.Reader().Family(ctx, key)
	if err != nil {
		return nil, nil, nil, err
	}
	w := a.world(o, o.actIn(who, m.Holder, "", o.day))
	w.Matters = map[record.ID]*matter.Matter{m.Key.ID: m}
	for _, list := range [][]matter.Matter{parents, parts} {
		for i := range list {
			w.Matters[list[i].Key.ID] = &list[i]
		}
	}
	if err := a.seat(ctx, a.db.Reader(), o, w, matter.Command{Matter: m.Key}); err != nil {
		return nil, nil, nil, err
	}
	if err := a.measure(ctx, a.db.Reader(), w, m, matter.Command{Matter: m.Key}); err != nil {
		return nil, nil, nil, err
	}
	return w, m, parts, nil
}

func (o *office) view(w *matter.World, m *matter.Matter, parts []matter.Matter, whole bool) (View, error) {
	t := o.types.Get(m.Type, m.Revision)
	if t == nil {
		return View{}, fault.New(fault.Internal, "matter.unknown_type", m.Type)
	}
	v := View{Row: o.row(m, w.Now), Opened: m.Opened, Closed: m.Closed, Sitting: m.TakenAt}
	v.Parts = o.roll(parts, w.Now)
	if parent := w.Matters[m.Parent]; parent != nil && whole && parent.Class <= m.Class {
		r := o.row(parent, w.Now)
		v.Parent = &r
	}
	if !whole {
		return v, nil
	}
	v.Detail = m.Detail
	v.Level = rungName(t, m.Level)
	v.Fields = o.fields(t, m)
	v.Clocks = clocks(w, m)
	v.Acts = o.acts(w, t, m)
	v.Marks = marks(w, m)
	v.Offers = o.offers(t, m)
	if ask := m.Memory.Asking; ask != nil {
		v.Asking = &ExtensionView{To: ask.To, By: o.post(ask.By.As())}
	}
	return v, nil
}

func rungName(t *matter.Type, level int) i18n.Text {
	if r := t.Rung(level); r != nil && r.Manner == matter.RungHandOver {
		return r.Name
	}
	return i18n.Text{}
}

// roll sums the parts of a matter; nil where it has none.
func (o *office) roll(parts []matter.Matter, now calendar.Instant) *Roll {
	if len(parts) == 0 {
		return nil
	}
	r := &Roll{}
	for i := range parts {
		m := &parts[i]
		if m.Phase == matter.Void {
			continue
		}
		row := o.row(m, now)
		r.Total++
		if m.Phase == matter.Closed {
			r.Done++
		}
		r.Parts = append(r.Parts, Part{Key: m.Key, Holder: row.Holder, Asked: row.Asked, Place: row.Place, PlaceKind: o.placeKind(row.Place.ID), State: row.StateName,
			Phase: m.Phase, Status: row.Status, DaysLate: row.DaysLate, SilentDays: row.SilentDays, Due: m.Due})
	}
	return r
}

// toldElsewhere are common fields that a matter's page shows in its head and history.
var toldElsewhere = map[string]bool{"subject": true, "detail": true, "remark": true, "reason": true, "place": true, "department": true}

// fields gives what is recorded, but for what stands elsewhere on the page. A personal
// value is masked; a page that shows it asks for it and is logged.
func (o *office) fields(t *matter.Type, m *matter.Matter) []FieldView {
	var list []FieldView
	for _, f := range t.Fields() {
		v := m.Memory.Fields[f.Key]
		if v.Missing() || toldElsewhere[f.Key] || f.Type == matter.TPosts || v.Kind == rule.File {
			continue
		}
		fv := FieldView{Key: f.Key, Name: f.Name, Masked: f.Personal}
		if !f.Personal {
			fv.Value = o.valueText(t, &f, v)
		}
		list = append(list, fv)
	}
	return list
}

// clocks explains each limit line by line, the one that counts first.
func clocks(w *matter.World, m *matter.Matter) []ClockView {
	var list []ClockView
	for _, e := range matter.Explain(w, m) {
		view := ClockView{Name: e.Name, Due: e.Due, Outside: e.Outside, Counts: e.Counts}
		for _, s := range e.Lines {
			view.Steps = append(view.Steps, i18n.Text{Hi: s.In(i18n.Hindi), En: s.In(i18n.English)})
		}
		list = append(list, view)
	}
	return list
}

// placeKind is the kind of a place, empty for none.
func (o *office) placeKind(id record.ID) string {
	if p := o.org.Place(id); p != nil {
		return p.Kind
	}
	return ""
}
