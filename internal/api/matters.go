package api

import (
	"context"
	"net/http"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// OpenMatter is the body that opens a matter by an ask.
type OpenMatter struct {
	Ask        string         `json:"ask" doc:"what is asked: directive, …" enum:"directive grievance application finding explanation appreciation"`
	Subject    string         `json:"subject" doc:"the act asked, in a line"`
	Detail     string         `json:"detail,omitempty"`
	Owners     []string       `json:"owners,omitempty" doc:"keys of the posts that owe it"`
	Due        string         `json:"due,omitempty" doc:"day, YYYY-MM-DD"`
	Rhythm     string         `json:"rhythm,omitempty" doc:"day, week, monday, month …; not together with due"`
	Place      string         `json:"place,omitempty" doc:"key of the place; the owners' own where it is not given"`
	Department string         `json:"department,omitempty"`
	Fields     map[string]any `json:"fields,omitempty" doc:"further fields of the matter, by their keys"`
}

// ListMatters are the words of a list's address.
type ListMatters struct {
	Holder     string `query:"holder" doc:"key of a post, or me"`
	Asker      string `query:"asker" doc:"key of a post, or me"`
	Department string `query:"department"`
	Block      string `query:"block"`
	Place      string `query:"place"`
	Phase      string `query:"phase" enum:"open ended new working waiting reported closed void"`
	Status     string `query:"status" enum:"late soon on_time silent"`
	Ask        string `query:"ask"`
	Cohort     string `query:"cohort" doc:"members of a frozen set and how they stand: its list word, then .all, .done, .excepted, .left or .late"`
	After      string `query:"after" doc:"cursor of the page before"`
	Limit      int    `query:"limit" doc:"1 to 500, 25 if not given"`
}

// MatterID names a matter in the address.
type MatterID struct {
	ID string `path:"id"`
}

// DoAct is an act on a matter and what it was given.
type DoAct struct {
	ID      string         `path:"id"`
	Act     string         `path:"act"`
	Version int32          `json:"version,omitempty" doc:"the version seen; the act is refused if it has changed since"`
	Reason  string         `json:"reason,omitempty" doc:"code of the act's list of reasons"`
	Words   string         `json:"words,omitempty" doc:"free words of a standard act"`
	Post    string         `json:"post,omitempty" doc:"key of the post chosen: transfer, pass_down"`
	To      string         `json:"to,omitempty" doc:"day asked or granted, YYYY-MM-DD"`
	Until   string         `json:"until,omitempty" doc:"last day of a pause, YYYY-MM-DD"`
	Pick    string         `json:"pick,omitempty" doc:"id of the draft or set meant, where the act asks which"`
	Fields  map[string]any `json:"fields,omitempty" doc:"what the act asks, by the keys of its fields"`
}

func (s *Server) matterRoutes() []route {
	return []route{
		write("/api/v1/matters", "", "openMatter", http.StatusCreated,
			i18n.Text{Hi: "माँग से प्रकरण खोलें", En: "Open a matter by an ask"}, s.openMatter),
		read("/api/v1/matters", "", "listMatters",
			i18n.Text{Hi: "प्रकरणों की सूची, सबसे निकट तिथि पहले", En: "Matters, soonest due first"}, s.listMatters),
		read("/api/v1/matters/{id}", "", "getMatter",
			i18n.Text{Hi: "एक प्रकरण, इतिहास सहित", En: "One matter with its history"}, s.getMatter),
		write("/api/v1/matters/{id}/acts/{act}", "", "act", http.StatusOK,
			i18n.Text{Hi: "प्रकरण पर कार्य करें", En: "Do an act on a matter"}, s.act),
	}
}

func (s *Server) openMatter(ctx context.Context, who app.Actor, in OpenMatter) (MatterFull, error) {
	c, err := s.app.OpenCommand(ctx, who, app.OpenForm{
		Ask: in.Ask, Subject: in.Subject, Detail: in.Detail, Owners: in.Owners, Due: in.Due, Rhythm: in.Rhythm,
		Place: in.Place, Department: in.Department, Fields: in.Fields,
	})
	if err != nil {
		return MatterFull{}, err
	}
	v, err := s.app.Open(ctx, who, in.Ask, c)
	return full(who.Lang, v), err
}

func (s *Server) listMatters(ctx context.Context, who app.Actor, in ListMatters) (MatterPage, error) {
	list, err := s.app.Matters(ctx, who, app.Filter(in))
	if err != nil {
		return MatterPage{}, err
	}
	return page(who.Lang, list), nil
}

func (s *Server) getMatter(ctx context.Context, who app.Actor, in MatterID) (MatterFull, error) {
	key, err := record.ParseKey(in.ID)
	if err != nil {
		return MatterFull{}, err
	}
	v, err := s.app.Matter(ctx, who, key)
	return full(who.Lang, v), err
}

func (s *Server) act(ctx context.Context, who app.Actor, in DoAct) (MatterRow, error) {
	r, err := s.app.Submit(ctx, who, app.ActForm{
		ID: in.ID, Act: in.Act, Version: in.Version, Reason: in.Reason, Words: in.Words, Post: in.Post,
		To: in.To, Until: in.Until, Pick: in.Pick, Fields: in.Fields,
	})
	return row(who.Lang, r), err
}
