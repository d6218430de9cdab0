package api

import (
	"context"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// TalliesBy says by what the open matters are counted.
type TalliesBy struct {
	By string `query:"by" enum:"department block post"`
}

// Tallies is how everything open stands, by department, block or post.
type Tallies struct {
	By    string     `json:"by"`
	From  string     `json:"from" doc:"first day of what happened"`
	AsOn  string     `json:"as_on"`
	Rows  []TallyRow `json:"rows"`
	Total TallyRow   `json:"total"`
}

// TallyRow is one department, block or post.
type TallyRow struct {
	Of       *Ref  `json:"of,omitempty"`
	Open     int64 `json:"open"`
	Late     int64 `json:"late"`
	Soon     int64 `json:"soon"`
	OnTime   int64 `json:"on_time"`
	Silent   int64 `json:"silent"`
	Reported int64 `json:"reported" doc:"said to be done, to be checked"`
	Opened   int64 `json:"opened"`
	Closed   int64 `json:"closed"`
	Extended int64 `json:"extended"`
	Returned int64 `json:"returned"`
}

// SearchFor are the words of a search.
type SearchFor struct {
	Query  string `query:"q" doc:"words of either script"`
	Before string `query:"before" doc:"next of the page before"`
	Limit  int    `query:"limit"`
}

func (s *Server) figureRoutes() []route {
	return []route{
		read("/api/v1/tallies", "", "tallies",
			i18n.Text{Hi: "खुले प्रकरणों की स्थिति", En: "How open matters stand"}, s.tallies),
		read("/api/v1/search", "", "search",
			i18n.Text{Hi: "दोनों लिपियों में खोज", En: "Search in either script"}, s.search),
	}
}

func (s *Server) tallies(ctx context.Context, who app.Actor, in TalliesBy) (Tallies, error) {
	switch in.By {
	case "department", "block", "post":
	default:
		return Tallies{}, fault.New(fault.Invalid, "api.query_wrong").With("by", "api.by_unknown")
	}
	t, err := s.app.Today(ctx, who, in.By)
	if err != nil {
		return Tallies{}, err
	}
	out := Tallies{By: t.By, From: t.From.String(), AsOn: instant(t.AsOn), Rows: []TallyRow{}, Total: tallyRow(who.Lang, t.Total)}
	for _, r := range t.Rows {
		out.Rows = append(out.Rows, tallyRow(who.Lang, r))
	}
	return out, nil
}

func tallyRow(l i18n.Lang, r app.TodayRow) TallyRow {
	return TallyRow{Of: ref(l, r.Named), Open: r.Open, Late: r.Late, Soon: r.Soon, OnTime: r.OnTime, Silent: r.Silent, Reported: r.Reported,
		Opened: r.Opened, Closed: r.Closed, Extended: r.Extended, Returned: r.Returned}
}

func (s *Server) search(ctx context.Context, who app.Actor, in SearchFor) (MatterPage, error) {
	if in.Limit == 0 {
		in.Limit = 25
	}
	found, err := s.app.Search(ctx, who, in.Query, in.Before, in.Limit)
	if err != nil {
		return MatterPage{}, err
	}
	list := app.List{Next: found.Next, AsOn: found.AsOn, Total: -1}
	for _, h := range found.Hits {
		list.Rows = append(list.Rows, h.Row)
	}
	return page(who.Lang, list), nil
}

// table lists every operation.
func (s *Server) table() []route {
	var all []route
	all = append(all, s.matterRoutes()...)
	all = append(all, s.offerRoutes()...)
	all = append(all, s.settingRoutes()...)
	all = append(all, s.figureRoutes()...)
	for _, more := range [][]route{s.sittingRoutes(), s.sittingActRoutes(), s.draftRoutes(), s.readingRoutes(), s.hallRoutes(), s.seriesRoutes(), s.fileRoutes()} {
		all = append(all, more...)
	}
	return all
}
