package api

import (
	"context"
	"net/http"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// MoveSitting puts a planned meeting off, or to another hour or hall.
type MoveSitting struct {
	ID      string `path:"id"`
	Day     string `json:"day,omitempty" doc:"as people type it; the day stays without one"`
	Time    string `json:"time,omitempty" doc:"11:00"`
	Venue   string `json:"venue,omitempty"`
	Words   string `json:"words" doc:"why"`
	Version int32  `json:"version,omitempty" doc:"the version of the sitting that was seen"`
}

// CallOff cancels a meeting before its hour; after it, says that it was not held.
type CallOff struct {
	ID     string `path:"id"`
	Reason string `json:"reason" enum:"chair_away higher_meeting election holiday disaster no_business other"`
	Words  string `json:"words,omitempty"`
}

// NewPoint puts a matter, or a line of words, on the agenda.
type NewPoint struct {
	ID         string `path:"id"`
	Matter     string `json:"matter,omitempty" doc:"public number or id; a point in words without one"`
	Title      string `json:"title,omitempty"`
	Department string `json:"department,omitempty" doc:"key"`
	Words      string `json:"words" doc:"why it is here"`
}

// PointID names a point of an agenda in the address.
type PointID struct {
	ID    string `path:"id"`
	Point string `path:"point"`
}

// AmendAttendance corrects the attendance of issued minutes by an addendum.
type AmendAttendance struct {
	ID        string     `path:"id"`
	Attendees []Presence `json:"attendees"`
	Words     string     `json:"words" doc:"why it is corrected"`
}

// Paper is a file with its bytes.
type Paper struct {
	Name string `json:"name"`
	Type string `json:"type,omitempty" doc:"media type"`
	Hash string `json:"hash,omitempty" doc:"SHA-256 in hexadecimal"`
	Size int64  `json:"size,omitempty"`
	Data []byte `json:"data,omitempty" doc:"base64"`
}

func (s *Server) sittingActRoutes() []route {
	return []route{
		write("/api/v1/sittings/{id}/move", "", "moveSitting", http.StatusOK,
			i18n.Text{Hi: "बैठक का समय या स्थान बदलें", En: "Move a meeting to another time or hall"}, s.moveSitting),
		write("/api/v1/sittings/{id}/off", "", "callOffSitting", http.StatusOK,
			i18n.Text{Hi: "बैठक रद्द करें", En: "Call a meeting off"}, s.callOff),
		write("/api/v1/sittings/{id}/begin", "", "beginSitting", http.StatusOK,
			i18n.Text{Hi: "बैठक आरंभ करें", En: "Begin a meeting; its agenda is frozen"}, s.begin),
		write("/api/v1/sittings/{id}/close", "", "closeSitting", http.StatusOK,
			i18n.Text{Hi: "बैठक समाप्त करें", En: "Close a meeting"}, s.closeSitting),
		write("/api/v1/sittings/{id}/points", "", "addPoint", http.StatusOK,
			i18n.Text{Hi: "कार्यसूची में बिंदु जोड़ें", En: "Add a point to the agenda"}, s.addPoint),
		write("/api/v1/sittings/{id}/points/{point}/drop", "", "dropPoint", http.StatusOK,
			i18n.Text{Hi: "कार्यसूची से बिंदु हटाएँ", En: "Take a point off the agenda"}, s.dropPoint),
		write("/api/v1/sittings/{id}/attendance/amend", "", "amendAttendance", http.StatusOK,
			i18n.Text{Hi: "जारी कार्यवाही की उपस्थिति में शुद्धि", En: "Correct the attendance of issued minutes"}, s.amendAttendance),
		read("/api/v1/sittings/{id}/paper", "", "getPaper",
			i18n.Text{Hi: "कार्यवाही की मूल फ़ाइल", En: "The paper from which the proceedings were read"}, s.getPaper),
	}
}

// onSitting does one act on a sitting and gives it as it then stands.
func (s *Server) onSitting(ctx context.Context, who app.Actor, id string, act func(record.Key) error) (SittingFull, error) {
	return after(id, act, func(key record.Key) (SittingFull, error) {
		v, err := s.app.Sitting(ctx, who, key)
		return sittingFull(who.Lang, v), err
	})
}

// after does an act on the sitting an address names, and then shows it.
func after[T any](id string, act func(record.Key) error, show func(record.Key) (T, error)) (view T, err error) {
	key, err := sittingKey(id)
	if err != nil {
		return view, err
	}
	if err := act(key); err != nil {
		return view, err
	}
	return show(key)
}

func (s *Server) moveSitting(ctx context.Context, who app.Actor, in MoveSitting) (SittingFull, error) {
	return s.onSitting(ctx, who, in.ID, func(k record.Key) error {
		return s.app.MoveSitting(ctx, who, k, app.SittingForm{Day: in.Day, Time: in.Time, Venue: in.Venue, Words: in.Words, Version: in.Version})
	})
}

func (s *Server) callOff(ctx context.Context, who app.Actor, in CallOff) (SittingFull, error) {
	return s.onSitting(ctx, who, in.ID, func(k record.Key) error { return s.app.CallOff(ctx, who, k, in.Reason, in.Words) })
}

func (s *Server) begin(ctx context.Context, who app.Actor, in SittingID) (SittingFull, error) {
	return s.onSitting(ctx, who, in.ID, func(k record.Key) error { return s.app.BeginSitting(ctx, who, k, 0) })
}

func (s *Server) closeSitting(ctx context.Context, who app.Actor, in SittingID) (SittingFull, error) {
	return s.onSitting(ctx, who, in.ID, func(k record.Key) error { return s.app.CloseSitting(ctx, who, k) })
}

func (s *Server) addPoint(ctx context.Context, who app.Actor, in NewPoint) (SittingFull, error) {
	return s.onSitting(ctx, who, in.ID, func(k record.Key) error {
		return s.app.AddPoint(ctx, who, k, app.PointForm{Matter: in.Matter, Title: in.Title, Department: in.Department, Words: in.Words})
	})
}

func (s *Server) dropPoint(ctx context.Context, who app.Actor, in PointID) (SittingFull, error) {
	return s.onSitting(ctx, who, in.ID, func(k record.Key) error {
		point, err := record.ParseID(in.Point)
		if err != nil {
			return fault.New(fault.NotFound, "sitting.point_gone")
		}
		return s.app.DropPoint(ctx, who, k, point)
	})
}

func attendanceForms(list []Presence) []app.AttendanceForm {
	var rows []app.AttendanceForm
	for _, a := range list {
		rows = append(rows, app.AttendanceForm{ID: a.ID, Post: a.Post, Name: a.Name, Presence: a.Presence, Reason: a.Reason})
	}
	return rows
}

func (s *Server) amendAttendance(ctx context.Context, who app.Actor, in AmendAttendance) (SittingFull, error) {
	return s.onSitting(ctx, who, in.ID, func(k record.Key) error {
		_, err := s.app.AmendAttendance(ctx, who, k, attendanceForms(in.Attendees), in.Words)
		return err
	})
}

func (s *Server) getPaper(ctx context.Context, who app.Actor, in SittingID) (Paper, error) {
	key, err := sittingKey(in.ID)
	if err != nil {
		return Paper{}, err
	}
	f, content, err := s.app.SittingPaper(ctx, who, key)
	return paper(f.FileView, content), err
}

func paper(f app.FileView, content []byte) Paper {
	return Paper{Name: f.Name, Type: f.Type, Hash: f.Hash, Size: f.Size, Data: content}
}
