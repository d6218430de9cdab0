package api

import (
	"context"
	"net/http"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// SeriesID names a series of meetings in the address.
type SeriesID struct {
	ID string `path:"id"`
}

// NewSeries founds a series of meetings.
type NewSeries struct {
	Name     string   `json:"name"`
	NameEn   string   `json:"name_en,omitempty"`
	Chair    string   `json:"chair,omitempty" doc:"key of the post; one's own without one"`
	Convenor string   `json:"convenor,omitempty" doc:"key of the post that keeps the proceedings"`
	Members  []string `json:"members,omitempty" doc:"keys of posts"`
	Rhythm   string   `json:"rhythm,omitempty" doc:"tuesday; first and third saturday"`
	Time     string   `json:"time,omitempty" doc:"11:00"`
	Minutes  int      `json:"minutes,omitempty" doc:"length"`
	Venue    string   `json:"venue,omitempty"`
}

// SeriesFull is one series with its sittings, newest first.
type SeriesFull struct {
	SeriesRow
	Convenor *Ref         `json:"convenor,omitempty"`
	Members  []Ref        `json:"members"`
	Venue    string       `json:"venue,omitempty"`
	Sittings []SittingRow `json:"sittings"`
}

// WeekOf chooses a week by any day of it.
type WeekOf struct {
	Week string `query:"week" doc:"YYYY-MM-DD; this week without one"`
}

// NameTasks are the main tasks of one's week.
type NameTasks struct {
	Tasks []string `json:"tasks"`
}

// Week is the weekly five: one's own tasks and, for who leads others, everybody's.
type Week struct {
	From    string      `json:"from"`
	To      string      `json:"to"`
	Mine    []MatterRow `json:"mine"`
	Left    int         `json:"left" doc:"tasks one may still name"`
	Offices []WeekRow   `json:"offices"`
}

// WeekRow is one officer's week.
type WeekRow struct {
	Post  *Ref        `json:"post"`
	Tasks []MatterRow `json:"tasks"`
	Done  int         `json:"done"`
}

// ExceptionList is what cannot go on by itself.
type ExceptionList struct {
	Exceptions []ExceptionRow `json:"exceptions"`
}

// ExceptionRow is one matter that nobody can act on, and why.
type ExceptionRow struct {
	MatterRow
	Why   string `json:"why" enum:"vacant no_superior nobody"`
	Text  string `json:"text"`
	Since string `json:"since"`
}

func (s *Server) seriesRoutes() []route {
	return []route{
		write("/api/v1/series", "", "openSeries", http.StatusCreated,
			i18n.Text{Hi: "बैठकों की शृंखला बनाएँ", En: "Found a series of meetings"}, s.openSeries),
		read("/api/v1/series/{id}", "", "getSeries",
			i18n.Text{Hi: "एक शृंखला, बैठकों सहित", En: "One series with its meetings"}, s.getSeries),
		read("/api/v1/weekly", "", "getWeek",
			i18n.Text{Hi: "सप्ताह के पाँच", En: "The weekly five"}, s.getWeek),
		write("/api/v1/weekly", "", "nameTasks", http.StatusOK,
			i18n.Text{Hi: "सप्ताह के कार्य बताएँ", En: "Name the tasks of one's week"}, s.nameTasks),
		read("/api/v1/exceptions", "", "listExceptions",
			i18n.Text{Hi: "अपवाद: जो अपने-आप आगे नहीं बढ़ सकता", En: "Exceptions: what cannot go on by itself"}, s.exceptions),
	}
}

func (f SeriesFull) location() string { return "/api/v1/series/" + f.ID }

func (s *Server) openSeries(ctx context.Context, who app.Actor, in NewSeries) (SeriesFull, error) {
	key, err := s.app.OpenSeries(ctx, who, app.SeriesForm{Name: i18n.Text{Hi: in.Name, En: in.NameEn}, Chair: in.Chair, Convenor: in.Convenor, Members: in.Members,
		Rhythm: in.Rhythm, Time: in.Time, Minutes: in.Minutes, Venue: in.Venue})
	if err != nil {
		return SeriesFull{}, err
	}
	return s.seriesOf(ctx, who, key)
}

func (s *Server) getSeries(ctx context.Context, who app.Actor, in SeriesID) (SeriesFull, error) {
	key, err := record.ParseKey(in.ID)
	if err != nil {
		return SeriesFull{}, fault.New(fault.NotFound, "sitting.series_gone")
	}
	return s.seriesOf(ctx, who, key)
}

func (s *Server) seriesOf(ctx context.Context, who app.Actor, key record.Key) (SeriesFull, error) {
	v, err := s.app.Series(ctx, who, key)
	if err != nil {
		return SeriesFull{}, err
	}
	l := who.Lang
	out := SeriesFull{SeriesRow: seriesRow(l, v), Convenor: ref(l, v.Convenor), Members: refs(l, v.Members), Venue: v.Venue, Sittings: []SittingRow{}}
	for _, m := range v.Sittings {
		out.Sittings = append(out.Sittings, sittingRow(l, m))
	}
	return out, nil
}

func (s *Server) getWeek(ctx context.Context, who app.Actor, in WeekOf) (Week, error) {
	var on calendar.Date
	if in.Week != "" {
		var err error
		if on, err = calendar.ParseDate(in.Week); err != nil {
			return Week{}, fault.New(fault.Invalid, "api.query_wrong").With("week", "api.value_wrong", in.Week)
		}
	}
	v, err := s.app.Weekly(ctx, who, on)
	if err != nil {
		return Week{}, err
	}
	l := who.Lang
	out := Week{From: day(v.From), To: day(v.To), Left: v.Left, Mine: rows(l, v.Mine), Offices: []WeekRow{}}
	for _, f := range v.Offices {
		out.Offices = append(out.Offices, WeekRow{Post: ref(l, f.Post), Tasks: rows(l, f.Tasks), Done: f.Done})
	}
	return out, nil
}

func rows(l i18n.Lang, list []app.Row) []MatterRow {
	out := []MatterRow{}
	for _, r := range list {
		out = append(out, row(l, r))
	}
	return out
}

func (s *Server) nameTasks(ctx context.Context, who app.Actor, in NameTasks) (Week, error) {
	if err := s.app.NameTasks(ctx, who, in.Tasks); err != nil {
		return Week{}, err
	}
	return s.getWeek(ctx, who, WeekOf{})
}

func (s *Server) exceptions(ctx context.Context, who app.Actor, _ NoWords) (ExceptionList, error) {
	list, err := s.app.Exceptions(ctx, who)
	if err != nil {
		return ExceptionList{}, err
	}
	out := ExceptionList{Exceptions: []ExceptionRow{}}
	for _, e := range list {
		out.Exceptions = append(out.Exceptions, ExceptionRow{MatterRow: row(who.Lang, e.Row), Why: e.Why, Text: e.Text.In(who.Lang), Since: instant(e.Since)})
	}
	return out, nil
}
