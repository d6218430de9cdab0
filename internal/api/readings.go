package api

import (
	"context"
	"net/http"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// RememberDraft is the words under which a correction is remembered.
type RememberDraft struct {
	ID    string `path:"id"`
	Draft string `path:"draft"`
	Words string `json:"words"`
}

// DecideFigure is what a person says of a reported figure; what is left out stays.
type DecideFigure struct {
	ID        string  `path:"id"`
	Figure    string  `path:"figure"`
	Status    string  `json:"status,omitempty" enum:"proposed accepted dropped"`
	Measure   *string `json:"measure,omitempty"`
	Indicator *string `json:"indicator,omitempty" doc:"pack.indicator; empty is a free measure"`
	Place     *string `json:"place,omitempty" doc:"key"`
	From      *string `json:"from,omitempty"`
	To        *string `json:"to,omitempty"`
	Nature    *string `json:"nature,omitempty" enum:"stock flow total"`
	Version   int32   `json:"version,omitempty" doc:"the version that was seen"`
}

// ObservationsOf narrows the list of reported figures.
type ObservationsOf struct {
	Measure string `query:"measure" doc:"key of a measure, as the list gives it"`
	After   string `query:"after" doc:"next of the page before"`
}

// ObservationList is a page of reported figures by measure, each measure's newest first.
type ObservationList struct {
	Measures []Measure `json:"measures"`
	Next     string    `json:"next,omitempty"`
	AsOn     string    `json:"as_on"`
}

// Measure is one measure with what was reported of it.
type Measure struct {
	Key          string        `json:"key"`
	Name         string        `json:"name"`
	Observations []Observation `json:"observations"`
}

// Observation is one reported figure with its source.
type Observation struct {
	ID        string  `json:"id"`
	Kind      string  `json:"kind" enum:"reported" doc:"reported figures are kept apart from verified ones"`
	Indicator string  `json:"indicator,omitempty"`
	Measure   string  `json:"measure"`
	Place     *Ref    `json:"place,omitempty"`
	From      string  `json:"from,omitempty"`
	To        string  `json:"to"`
	AsOn      string  `json:"as_on"`
	Value     float64 `json:"value"`
	Of        float64 `json:"of,omitempty"`
	Unit      string  `json:"unit,omitempty"`
	About     bool    `json:"about,omitempty"`
	Nature    string  `json:"nature" enum:"stock flow total"`
	Sitting   string  `json:"sitting"`
	Quote     string  `json:"quote"`
	By        *Ref    `json:"by,omitempty"`
}

// RememberedList is what corrections have taught, in force and retired.
type RememberedList struct {
	InForce []RememberedRule `json:"in_force"`
	Retired []RememberedRule `json:"retired"`
	AsOn    string           `json:"as_on"`
}

// RememberedRule is whom a name means, or who is asked on a subject.
type RememberedRule struct {
	ID      string `json:"id"`
	Kind    string `json:"kind" enum:"name subject"`
	Words   string `json:"words"`
	Whom    string `json:"whom"`
	Since   string `json:"since"`
	By      *Ref   `json:"by,omitempty"`
	Sitting string `json:"sitting"`
	Helped  int    `json:"helped" doc:"directives issued with what it chose"`
	Retired string `json:"retired,omitempty"`
}

// RememberedID names one rule in the address.
type RememberedID struct {
	ID string `path:"id"`
}

func (s *Server) readingRoutes() []route {
	return []route{
		write("/api/v1/sittings/{id}/figures/{figure}", "", "decideFigure", http.StatusOK,
			i18n.Text{Hi: "बताए गए आँकड़े को सुधारें, सही मानें या छोड़ें", En: "Correct, confirm or leave out a reported figure"}, s.decideFigure),
		read("/api/v1/observations", "", "listObservations",
			i18n.Text{Hi: "बैठकों में बताए गए आँकड़े, माप के अनुसार", En: "Figures reported at meetings, by measure"}, s.listObservations),
		read("/api/v1/remembered", "", "listRemembered",
			i18n.Text{Hi: "ज़िले में याद रखे गए नियम", En: "What the district has had remembered"}, s.listRemembered),
		write("/api/v1/remembered/{id}/retire", "", "retireRemembered", http.StatusOK,
			i18n.Text{Hi: "याद रखा गया नियम हटाएँ", En: "No longer follow what was remembered"}, s.retireRemembered),
	}
}

func (s *Server) rememberDraft(ctx context.Context, who app.Actor, in RememberDraft) (Reading, error) {
	return s.atDesk(ctx, who, in.ID, func(key record.Key) error {
		id, err := draftID(in.Draft)
		if err != nil {
			return err
		}
		return s.app.Remember(ctx, who, key, id, in.Words)
	})
}

func (s *Server) decideFigure(ctx context.Context, who app.Actor, in DecideFigure) (Reading, error) {
	return s.atDesk(ctx, who, in.ID, func(key record.Key) error {
		id, err := draftID(in.Figure)
		if err != nil {
			return err
		}
		return s.app.EditFigure(ctx, who, key, id, app.FigureForm{Status: in.Status, Measure: in.Measure, Indicator: in.Indicator, Place: in.Place, From: in.From, To: in.To,
			Nature: in.Nature, Version: in.Version})
	})
}

func (s *Server) listObservations(ctx context.Context, who app.Actor, in ObservationsOf) (ObservationList, error) {
	v, err := s.app.Reported(ctx, who, in.Measure, in.After)
	if err != nil {
		return ObservationList{}, err
	}
	l := who.Lang
	out := ObservationList{Measures: []Measure{}, Next: v.Next, AsOn: instant(v.AsOn)}
	for _, m := range v.Measures {
		one := Measure{Key: m.Key, Name: m.Name.In(l), Observations: []Observation{}}
		for _, f := range m.Figures {
			one.Observations = append(one.Observations, Observation{ID: f.Key.String(), Kind: string(f.Kind), Indicator: f.Indicator.Key, Measure: f.Measure, Place: ref(l, f.Place),
				From: day(f.From), To: day(f.To), AsOn: day(f.AsOn), Value: f.Value, Of: f.Of, Unit: f.Unit, About: f.About, Nature: string(f.Nature), Sitting: f.Sitting.String(),
				Quote: f.Quote, By: ref(l, f.By)})
		}
		out.Measures = append(out.Measures, one)
	}
	return out, nil
}

func (s *Server) listRemembered(ctx context.Context, who app.Actor, _ NoWords) (RememberedList, error) {
	v, err := s.app.Usages(ctx, who)
	out := RememberedList{InForce: []RememberedRule{}, Retired: []RememberedRule{}, AsOn: instant(v.AsOn)}
	for _, u := range v.InForce {
		out.InForce = append(out.InForce, rememberedRule(who, u))
	}
	for _, u := range v.Retired {
		out.Retired = append(out.Retired, rememberedRule(who, u))
	}
	return out, err
}

func rememberedRule(who app.Actor, u app.UsageView) RememberedRule {
	return RememberedRule{ID: u.Key.String(), Kind: string(u.Kind), Words: u.Words, Whom: u.Whom.In(who.Lang), Since: instant(u.Since), By: ref(who.Lang, u.By), Sitting: u.Sitting.String(),
		Helped: u.Helped, Retired: instant(u.Retired)}
}

func (s *Server) retireRemembered(ctx context.Context, who app.Actor, in RememberedID) (RememberedList, error) {
	key, err := record.ParseKey(in.ID)
	if err != nil {
		return RememberedList{}, fault.New(fault.NotFound, "sitting.usage_gone")
	}
	if err := s.app.RetireUsage(ctx, who, key); err != nil {
		return RememberedList{}, err
	}
	return s.listRemembered(ctx, who, NoWords{})
}
