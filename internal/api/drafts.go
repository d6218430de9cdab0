package api

import (
	"context"
	"net/http"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// DraftID names a draft of a sitting in the address.
type DraftID struct {
	ID    string `path:"id"`
	Draft string `path:"draft"`
}

// MarkDraft makes a draft of a piece of the text.
type MarkDraft struct {
	ID    string `path:"id"`
	Start int    `json:"start" doc:"first byte of the piece in the text"`
	End   int    `json:"end" doc:"byte after the piece"`
}

// EditDraft changes a draft; members left out stay as they are.
type EditDraft struct {
	ID         string   `path:"id"`
	Draft      string   `path:"draft"`
	Subject    *string  `json:"subject,omitempty"`
	Owners     []string `json:"owners,omitempty" doc:"keys of posts; all: and a designation is everybody of it"`
	Limit      *string  `json:"limit,omitempty" doc:"as people type it: 12.3.26, शुक्रवार, next wednesday, 15 days; empty is none"`
	Place      *string  `json:"place,omitempty" doc:"key"`
	Department *string  `json:"department,omitempty" doc:"key"`
	Sanction   *string  `json:"sanction,omitempty"`
	Accept     bool     `json:"accept,omitempty" doc:"accept it as it then stands"`
	Version    int32    `json:"version,omitempty"`
}

// SplitDraft parts a draft into several.
type SplitDraft struct {
	ID       string   `path:"id"`
	Draft    string   `path:"draft"`
	Subjects []string `json:"subjects"`
}

// MergeDrafts makes one draft of several.
type MergeDrafts struct {
	ID      string   `path:"id"`
	Drafts  []string `json:"drafts" doc:"ids"`
	Subject string   `json:"subject,omitempty" doc:"the words of all, joined, where it is not given"`
}

func (s *Server) draftRoutes() []route {
	return []route{
		write("/api/v1/sittings/{id}/drafts", "", "markDraft", http.StatusOK,
			i18n.Text{Hi: "पाठ के अंश से निदेश बनाएँ", En: "Make a draft of a piece of the text"}, s.markDraft),
		write("/api/v1/sittings/{id}/drafts/{draft}", "", "editDraft", http.StatusOK,
			i18n.Text{Hi: "प्रस्तावित निदेश सुधारें", En: "Change a draft"}, s.editDraft),
		write("/api/v1/sittings/{id}/drafts/{draft}/accept", "", "acceptDraft", http.StatusOK,
			i18n.Text{Hi: "निदेश स्वीकार करें", En: "Accept a draft"}, s.onDraft(s.app.AcceptDraft)),
		write("/api/v1/sittings/{id}/drafts/{draft}/drop", "", "dropDraft", http.StatusOK,
			i18n.Text{Hi: "निदेश छोड़ें", En: "Leave a draft out"}, s.onDraft(s.app.DropDraft)),
		write("/api/v1/sittings/{id}/drafts/{draft}/restore", "", "restoreDraft", http.StatusOK,
			i18n.Text{Hi: "छोड़ा निदेश वापस लाएँ", En: "Bring a draft back"}, s.onDraft(s.app.RestoreDraft)),
		write("/api/v1/sittings/{id}/drafts/{draft}/split", "", "splitDraft", http.StatusOK,
			i18n.Text{Hi: "निदेश बाँटें", En: "Part a draft into several"}, s.splitDraft),
		write("/api/v1/sittings/{id}/merge", "", "mergeDrafts", http.StatusOK,
			i18n.Text{Hi: "निदेश मिलाएँ", En: "Make one draft of several"}, s.mergeDrafts),
		write("/api/v1/sittings/{id}/drafts/{draft}/remember", "", "rememberDraft", http.StatusOK,
			i18n.Text{Hi: "सुधार ज़िले के लिए याद रखें", En: "Have a correction remembered for the district"}, s.rememberDraft),
		write("/api/v1/sittings/{id}/undo", "", "undoDrafts", http.StatusOK,
			i18n.Text{Hi: "पिछला परिवर्तन वापस लें", En: "Take the last change back"}, s.undoDrafts),
	}
}

// atDesk does one change at the desk of a sitting and gives the reading as it then stands.
func (s *Server) atDesk(ctx context.Context, who app.Actor, id string, change func(record.Key) error) (Reading, error) {
	return after(id, change, func(key record.Key) (Reading, error) {
		v, err := s.app.Reading(ctx, who, key)
		return reading(who.Lang, v), err
	})
}

func draftID(text string) (record.ID, error) {
	id, err := record.ParseID(text)
	if err != nil {
		return 0, fault.New(fault.NotFound, "sitting.draft_gone")
	}
	return id, nil
}

func (s *Server) onDraft(do func(context.Context, app.Actor, record.Key, record.ID) error) func(context.Context, app.Actor, DraftID) (Reading, error) {
	return func(ctx context.Context, who app.Actor, in DraftID) (Reading, error) {
		return s.atDesk(ctx, who, in.ID, func(k record.Key) error {
			id, err := draftID(in.Draft)
			if err != nil {
				return err
			}
			return do(ctx, who, k, id)
		})
	}
}

func (s *Server) markDraft(ctx context.Context, who app.Actor, in MarkDraft) (Reading, error) {
	return s.atDesk(ctx, who, in.ID, func(k record.Key) error {
		_, err := s.app.AddDraft(ctx, who, k, in.Start, in.End)
		return err
	})
}

func (s *Server) editDraft(ctx context.Context, who app.Actor, in EditDraft) (Reading, error) {
	return s.atDesk(ctx, who, in.ID, func(k record.Key) error {
		id, err := draftID(in.Draft)
		if err != nil {
			return err
		}
		return s.app.EditDraft(ctx, who, k, id, app.DraftForm{Subject: in.Subject, Owners: in.Owners, Limit: in.Limit, Place: in.Place,
			Department: in.Department, Sanction: in.Sanction, Accept: in.Accept, Version: in.Version})
	})
}

func (s *Server) splitDraft(ctx context.Context, who app.Actor, in SplitDraft) (Reading, error) {
	return s.atDesk(ctx, who, in.ID, func(k record.Key) error {
		id, err := draftID(in.Draft)
		if err != nil {
			return err
		}
		return s.app.SplitDraft(ctx, who, k, id, in.Subjects)
	})
}

func (s *Server) mergeDrafts(ctx context.Context, who app.Actor, in MergeDrafts) (Reading, error) {
	return s.atDesk(ctx, who, in.ID, func(k record.Key) error {
		var ids []record.ID
		for _, text := range in.Drafts {
			id, err := draftID(text)
			if err != nil {
				return err
			}
			ids = append(ids, id)
		}
		return s.app.MergeDrafts(ctx, who, k, ids, in.Subject)
	})
}

func (s *Server) undoDrafts(ctx context.Context, who app.Actor, in SittingID) (Reading, error) {
	return s.atDesk(ctx, who, in.ID, func(k record.Key) error { return s.app.TakeBack(ctx, who, k) })
}
