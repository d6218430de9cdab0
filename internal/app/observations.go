package app

import (
	"context"
	"encoding/json"
	"math"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/indicator"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
)

// FigureView is one figure of a reading, as it would be taken down.
type FigureView struct {
	N          int
	ID         record.ID
	Status     sitting.Status
	Measure    string
	Indicator  Offer
	Fits       []Offer // indicators that its words fit
	Place      Named
	From, To   calendar.Date
	AsOn       calendar.Date
	Value, Of  float64
	Unit       string
	About      bool
	Nature     indicator.Nature
	NatureName i18n.Text
	Said       string
	Quote      sitting.Span
	Findings   []i18n.Text // what does not reconcile
	Version    int32
}

// Offer is an indicator by its key, with what it is called.
type Offer struct {
	Key  string
	Name i18n.Text
}

func natureName(n indicator.Nature) i18n.Text { return message("indicator.nature_" + string(n)) }

// Natures gives the kinds of count a figure may be, with their names.
func Natures() []Offer {
	var list []Offer
	for _, n := range []indicator.Nature{indicator.Stock, indicator.Flow, indicator.Total} {
		list = append(list, Offer{string(n), natureName(n)})
	}
	return list
}

// Indicators gives every indicator of the loaded packs, for a person to choose from.
func (a *App) Indicators() []Offer {
	var list []Offer
	for _, n := range a.systems.indicators() {
		list = append(list, Offer{n.key, n.name})
	}
	return list
}

func (a *App) figureViews(ctx context.Context, d *desk, text string, figures []sitting.Figure) ([]FigureView, error) {
	findings, err := a.reconciled(ctx, d, text, figures)
	if err != nil {
		return nil, err
	}
	list := make([]FigureView, len(figures))
	for i := range figures {
		f := &figures[i]
		list[i] = FigureView{
			N: i + 1, ID: f.ID, Status: f.Status, Measure: f.Measure, Indicator: Offer{f.Indicator, a.systems.indicatorName(f.Indicator)}, Place: d.o.place(f.Place),
			From: f.From, To: f.To, AsOn: f.AsOn, Value: f.Value, Of: f.Of, Unit: f.Unit, About: f.About, Nature: indicator.Nature(f.Nature),
			NatureName: natureName(indicator.Nature(f.Nature)), Said: f.Said, Quote: f.Quote, Version: f.Version,
		}
		for _, key := range f.Fits {
			list[i].Fits = append(list[i].Fits, Offer{key, a.systems.indicatorName(key)})
		}
	}
	for _, x := range findings {
		list[x.At].Findings = append(list[x.At].Findings, findingWords(x))
	}
	return list, nil
}

func findingWords(x indicator.Finding) i18n.Text {
	return bothWords(said{"indicator." + x.Code, []any{figureText(float64(x.Given)), figureText(float64(x.Other))}})
}

// figureText writes a figure with the grouping of the country, a fraction as it is.
func figureText(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1e15 {
		return i18n.Number(int64(v), false)
	}
	raw, _ := json.Marshal(v) // a finite number always has a text
	return string(raw)
}

// reconciled points out what does not reconcile among the figures of a reading that nobody
// has dropped, and against what was reported before.
func (a *App) reconciled(ctx context.Context, d *desk, text string, figures []sitting.Figure) ([]indicator.Finding, error) {
	var list []indicator.Reading
	var at []int
	for i := range figures {
		if figures[i].Status == sitting.Dropped {
			continue
		}
		list = append(list, indicator.Reading{Observation: observed(&figures[i], d.s.Key.ID), Sentence: sentenceAt(text, figures[i].Quote.Start)})
		at = append(at, i)
	}
	var failed error
	findings := indicator.Check(list, func(o *indicator.Observation) *indicator.Observation {
		row, ok, err := a.db.Reader().ObservationLast(ctx, d.o.district, o.Topic(), o.Place, d.means.Met)
		if err != nil || !ok {
			failed = err
			return nil
		}
		last, err := observationOf(row)
		failed = err
		return &last
	})
	for i := range findings {
		findings[i].At = at[findings[i].At]
		for j := range findings[i].With {
			findings[i].With[j] = at[findings[i].With[j]]
		}
	}
	return findings, failed
}

func observationRow(o *indicator.Observation) (store.Observation, error) {
	data, err := json.Marshal(o)
	return store.Observation{Key: o.Key, Topic: o.Topic(), Sitting: o.Sitting, Place: o.Place, Day: o.To, Data: data, Version: o.Version}, err
}

func observationOf(r store.Observation) (o indicator.Observation, err error) {
	err = json.Unmarshal(r.Data, &o)
	o.Key, o.Version = r.Key, r.Version
	return o, err
}

func addObservations(tx *store.Tx, list []indicator.Observation) error {
	for i := range list {
		row, err := observationRow(&list[i])
		if err != nil {
			return err
		}
		if err := tx.ObservationAdd(row); err != nil {
			return err
		}
	}
	return nil
}

// ObservationView is one reported figure with where and when it was said.
type ObservationView struct {
	Key        record.Key
	Indicator  Offer
	Measure    string
	Place      Named
	From, To   calendar.Date
	AsOn       calendar.Date
	Value, Of  float64
	Unit       string
	About      bool
	Nature     indicator.Nature
	NatureName i18n.Text
	Kind       indicator.Kind
	KindName   i18n.Text
	Quote      string
	Sitting    record.Key
	Meeting    i18n.Text
	By         Named
}

// MeasureView is one measure with its reported figures, the newest day first.
type MeasureView struct {
	Key     string
	Name    i18n.Text
	Figures []ObservationView
}

// FiguresView is a page of reported figures by measure.
type FiguresView struct {
	Measures []MeasureView
	Next     string // of the page after this one; "" the last
	AsOn     calendar.Instant
}

// figuresPage is how many figures a page holds.
const figuresPage = 100

// Reported lists the figures reported at the meetings of the district, by measure: all to
// those who see the whole district, else those of the places that the post covers.
func (a *App) Reported(ctx context.Context, who Actor, topic, after string) (FiguresView, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return FiguresView{}, err
	}
	want := store.ObservationWant{District: who.District, Topic: topic, Limit: figuresPage + 1}
	want.All, want.Places = o.placesSeen(who)
	if after != "" {
		key, err := record.ParseKey(after)
		if err != nil || key.District != who.District {
			return FiguresView{}, fault.New(fault.Invalid, "api.cursor_wrong")
		}
		last, err := a.db.Reader().ObservationsFrom(ctx, who.District, key.ID-1, 1)
		if err != nil || len(last) == 0 || last[0].Key != key {
			return FiguresView{}, missing(err, "api.cursor_wrong")
		}
		want.After = last[0]
	}
	rows, err := a.db.Reader().Observations(ctx, want)
	if err != nil {
		return FiguresView{}, err
	}
	v := FiguresView{AsOn: a.now()}
	if len(rows) > figuresPage {
		rows = rows[:figuresPage]
		v.Next = rows[figuresPage-1].Key.String()
	}
	meetings := map[record.Key]i18n.Text{}
	for i := range rows {
		one, err := observationOf(rows[i])
		if err != nil {
			return v, err
		}
		at := record.Key{District: who.District, ID: one.Sitting}
		if _, known := meetings[at]; !known {
			if meetings[at], err = a.sittingName(ctx, at); err != nil {
				return v, err
			}
		}
		a.enterFigure(&v, o, &one, at, meetings[at])
	}
	return v, nil
}

func (a *App) enterFigure(v *FiguresView, o *office, one *indicator.Observation, at record.Key, meeting i18n.Text) {
	topic := one.Topic()
	if n := len(v.Measures); n == 0 || v.Measures[n-1].Key != topic {
		name := a.systems.indicatorName(one.Indicator)
		if name.IsZero() {
			name = i18n.Text{Hi: one.Measure, En: one.Measure}
		}
		v.Measures = append(v.Measures, MeasureView{Key: topic, Name: name})
	}
	m := &v.Measures[len(v.Measures)-1]
	m.Figures = append(m.Figures, ObservationView{
		Key: one.Key, Indicator: Offer{one.Indicator, a.systems.indicatorName(one.Indicator)}, Measure: one.Measure, Place: o.place(one.Place), From: one.From, To: one.To, AsOn: one.AsOn,
		Value: float64(one.Value), Of: float64(one.Of), Unit: one.Unit, About: one.About, Nature: one.Nature, NatureName: natureName(one.Nature), Kind: one.Kind, KindName: message("indicator.kind_" + string(one.Kind)),
		Quote: one.Quote, Sitting: at, Meeting: meeting, By: o.post(one.Post),
	})
}

// sittingName is the title and day of a sitting; nothing for one that is not there.
func (a *App) sittingName(ctx context.Context, key record.Key) (i18n.Text, error) {
	row, ok, err := a.db.Reader().Sitting(ctx, key)
	if err != nil || !ok {
		return i18n.Text{}, err
	}
	day := row.Starts.Date()
	return i18n.Text{Hi: row.Title.In(i18n.Hindi) + ", " + day.In(i18n.Hindi), En: row.Title.In(i18n.English) + ", " + day.In(i18n.English)}, nil
}

// placesSeen tells in which places a person has a charge, in whatever post: the whole
// district, or a list.
func (o *office) placesSeen(who Actor) (all bool, places []record.ID) {
	p := o.purview(who)
	var areas []org.Area
	for i := range p.Charges {
		if p.Charges[i].All {
			return true, nil
		}
		areas = append(areas, p.Charges[i].Areas...)
	}
	covered := org.Scope{Areas: areas}
	for _, at := range o.org.Rows().Places {
		if covered.Holds(o.org.BlockOf(at.ID), at.ID, 0) {
			places = append(places, at.ID)
		}
	}
	return false, places
}
