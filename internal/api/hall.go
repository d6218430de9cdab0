package api

import (
	"context"
	"net/http"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// LiveAt names a department of a running sitting by its place in the order of the hall.
type LiveAt struct {
	ID string `path:"id"`
	N  int    `query:"n" doc:"from 1"`
}

// SayLine is a line as the chair said it.
type SayLine struct {
	ID         string `path:"id"`
	Text       string `json:"text"`
	Department string `json:"department,omitempty" doc:"key of the department on the wall"`
}

// LineID names a line that was said.
type LineID struct {
	ID   string `path:"id"`
	Line string `path:"line"`
}

// Live is what the wall of the hall shows for one department.
type Live struct {
	Sitting    string     `json:"sitting"`
	Department *Ref       `json:"department,omitempty"`
	Officer    *Ref       `json:"officer,omitempty" doc:"who answers for the department"`
	N          int        `json:"n"`
	Of         int        `json:"of"`
	Past       []PastItem `json:"past" doc:"directives of earlier sittings"`
	Lines      []Draft    `json:"lines" doc:"said for this department, newest first"`
	Undo       string     `json:"undo,omitempty" doc:"id of the line that may still be taken back"`
}

// PastItem is a directive of an earlier sitting as it stands with the department.
type PastItem struct {
	Matter   string `json:"matter"`
	Title    string `json:"title"`
	Status   string `json:"status"`
	Due      string `json:"due,omitempty"`
	DaysLate int    `json:"days_late"`
	Done     bool   `json:"done"`
}

func (s *Server) hallRoutes() []route {
	return []route{
		read("/api/v1/sittings/{id}/live", "", "getLive",
			i18n.Text{Hi: "सभागार के परदे की सामग्री", En: "What the wall of the hall shows"}, s.getLive),
		write("/api/v1/sittings/{id}/live/preview", "", "previewLine", http.StatusOK,
			i18n.Text{Hi: "कही गई पंक्ति कैसे समझी जाएगी", En: "How a line would be understood"}, s.previewLine),
		write("/api/v1/sittings/{id}/live/lines", "", "sayLine", http.StatusOK,
			i18n.Text{Hi: "कही गई पंक्ति दर्ज करें", En: "Record a line as it is said"}, s.sayLine),
		write("/api/v1/sittings/{id}/live/lines/{line}/undo", "", "undoLine", http.StatusOK,
			i18n.Text{Hi: "पंक्ति वापस लें", En: "Take a line back within ten seconds"}, s.undoLine),
	}
}

func (s *Server) getLive(ctx context.Context, who app.Actor, in LiveAt) (Live, error) {
	key, err := sittingKey(in.ID)
	if err != nil {
		return Live{}, err
	}
	v, err := s.app.Live(ctx, who, key, max(in.N, 1))
	if err != nil {
		return Live{}, err
	}
	l := who.Lang
	out := Live{Sitting: v.Meeting.Key.String(), Department: ref(l, v.Department), Officer: ref(l, v.Officer), N: v.N, Of: v.Of, Past: []PastItem{}, Lines: []Draft{}}
	for _, p := range v.Past {
		out.Past = append(out.Past, PastItem{Matter: p.Key.String(), Title: p.Title, Status: statusWords[p.Status], Due: instant(p.Due), DaysLate: p.DaysLate, Done: p.Done})
	}
	for _, d := range v.Lines {
		out.Lines = append(out.Lines, draft(l, d))
	}
	if v.Undo != nil {
		out.Undo = v.Undo.ID.String()
	}
	return out, nil
}

func (s *Server) previewLine(ctx context.Context, who app.Actor, in SayLine) (Draft, error) {
	key, err := sittingKey(in.ID)
	if err != nil {
		return Draft{}, err
	}
	d, err := s.app.PreviewLine(ctx, who, key, in.Text, in.Department)
	return draft(who.Lang, d), err
}

func (s *Server) sayLine(ctx context.Context, who app.Actor, in SayLine) (Reading, error) {
	return s.atDesk(ctx, who, in.ID, func(k record.Key) error {
		_, err := s.app.SayLine(ctx, who, k, in.Text, in.Department)
		return err
	})
}

func (s *Server) undoLine(ctx context.Context, who app.Actor, in LineID) (Reading, error) {
	return s.atDesk(ctx, who, in.ID, func(k record.Key) error {
		id, err := draftID(in.Line)
		if err != nil {
			return err
		}
		return s.app.UndoLine(ctx, who, k, id)
	})
}
