package app

import (
	"encoding/json"

	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
)

func sittingRow(s *sitting.Sitting) (store.Sitting, error) {
	data, err := json.Marshal(&s.Memory)
	return store.Sitting{Key: s.Key, Series: s.Series, Kind: s.Kind, State: string(s.State), Title: s.Title, Starts: s.Starts, Ends: s.Ends,
		Place: s.Place, Department: s.Department, Chair: s.Chair, Class: s.Class, Data: data, Version: s.Version}, err
}

func sittingOf(r store.Sitting) (*sitting.Sitting, error) {
	s := &sitting.Sitting{Key: r.Key, Series: r.Series, Kind: r.Kind, State: sitting.State(r.State), Title: r.Title, Starts: r.Starts, Ends: r.Ends,
		Place: r.Place, Department: r.Department, Chair: r.Chair, Class: r.Class, Version: r.Version}
	return s, json.Unmarshal(r.Data, &s.Memory)
}

func seriesRow(s *sitting.Series) (store.Series, error) {
	data, err := json.Marshal(s)
	return store.Series{Key: s.Key, Slug: s.Slug, Name: s.Name, Place: s.Place, Department: s.Department, Data: data, Version: s.Version}, err
}

func seriesOf(r store.Series) (*sitting.Series, error) {
	var s sitting.Series
	err := json.Unmarshal(r.Data, &s)
	s.Key, s.Version = r.Key, r.Version
	return &s, err
}

func agendaRows(items []sitting.Item) ([]store.AgendaItem, error) {
	rows := make([]store.AgendaItem, len(items))
	for i := range items {
		it := &items[i]
		data, err := json.Marshal(it)
		if err != nil {
			return nil, err
		}
		kind := "matter"
		if it.Matter == 0 {
			kind = "point"
		}
		rows[i] = store.AgendaItem{ID: it.ID, Position: it.Position, Kind: kind, Department: it.Department, Matter: it.Matter, Data: data, Version: 1}
	}
	return rows, nil
}

// attendeeData is what a row of attendance keeps besides its columns.
type attendeeData struct {
	Name   string `json:"name,omitempty"`
	Reason string `json:"reason,omitempty"`
}

func attendanceRows(list []sitting.Attendee) ([]store.Attendance, error) {
	rows := make([]store.Attendance, len(list))
	for i := range list {
		v := &list[i]
		data, err := json.Marshal(attendeeData{v.Name, v.Reason})
		if err != nil {
			return nil, err
		}
		rows[i] = store.Attendance{ID: v.ID, Post: v.Post, Person: v.Person, Status: string(v.Presence), At: v.At, Data: data, Version: 1}
	}
	return rows, nil
}

func attendeeOf(r *store.Attendance) (sitting.Attendee, error) {
	var d attendeeData
	err := json.Unmarshal(r.Data, &d)
	return sitting.Attendee{ID: r.ID, Post: r.Post, Person: r.Person, Presence: sitting.Presence(r.Status), At: r.At, Name: d.Name, Reason: d.Reason}, err
}

func minutesRow(m *sitting.Minutes) (store.Minutes, error) {
	data, err := json.Marshal(m)
	state := "draft"
	if m.Frozen {
		state = "issued"
	}
	return store.Minutes{Revision: m.Revision, State: state, At: m.At, Person: m.Person, Post: m.Post, Data: data}, err
}

func draftRow(at record.Key, d *sitting.Draft) (store.Draft, error) {
	data, err := json.Marshal(d)
	return store.Draft{Key: record.Key{District: at.District, ID: d.ID}, Sitting: at.ID, Kind: d.Kind, Person: d.Person, Post: d.Post,
		Updated: d.At, Data: data, Version: d.Version + 1}, err
}

func draftsOf(rows []store.Draft) ([]sitting.Draft, error) {
	list := make([]sitting.Draft, 0, len(rows))
	for i := range rows {
		if rows[i].Kind == sitting.FigureKind {
			continue
		}
		var d sitting.Draft
		if err := json.Unmarshal(rows[i].Data, &d); err != nil {
			return nil, err
		}
		d.ID, d.Version = rows[i].Key.ID, rows[i].Version
		list = append(list, d)
	}
	sitting.SortDrafts(list)
	return list, nil
}

func figureRow(at record.Key, f *sitting.Figure) (store.Draft, error) {
	data, err := json.Marshal(f)
	return store.Draft{Key: record.Key{District: at.District, ID: f.ID}, Sitting: at.ID, Kind: sitting.FigureKind, Person: f.Person, Post: f.Post,
		Updated: f.At, Data: data, Version: f.Version + 1}, err
}

// figuresOf gives the figures among the drafts of a sitting, in the order of the text.
func figuresOf(rows []store.Draft) ([]sitting.Figure, error) {
	var list []sitting.Figure
	for i := range rows {
		if rows[i].Kind != sitting.FigureKind {
			continue
		}
		var f sitting.Figure
		if err := json.Unmarshal(rows[i].Data, &f); err != nil {
			return nil, err
		}
		f.ID, f.Version = rows[i].Key.ID, rows[i].Version
		list = append(list, f)
	}
	sitting.SortFigures(list)
	return list, nil
}
