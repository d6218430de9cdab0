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

// SittingID names a sitting in the address.
type SittingID struct {
	ID string `path:"id"`
}

// NoWords is the address of a list that is not narrowed.
type NoWords struct{}

// PlanSitting is the body that calls a meeting.
type PlanSitting struct {
	Series string `json:"series,omitempty" doc:"id of the series; a meeting of its own without one"`
	Title  string `json:"title,omitempty" doc:"the name of the series where it is not given"`
	Day    string `json:"day,omitempty" doc:"YYYY-MM-DD; the next day of the series where it is not given"`
	Time   string `json:"time,omitempty" doc:"11:00; the hour of the series where it is not given"`
	Venue  string `json:"venue,omitempty"`
}

// MarkAttendance is how posts took part, many at once.
type MarkAttendance struct {
	ID        string     `path:"id"`
	Attendees []Presence `json:"attendees"`
}

// Presence is how one post, or an invitee by name, took part.
type Presence struct {
	ID       string `json:"id,omitempty" doc:"of a row that is there already"`
	Post     string `json:"post,omitempty" doc:"key of the post"`
	Name     string `json:"name,omitempty" doc:"of a deputy, or of an invitee without post"`
	Presence string `json:"presence" enum:"in_person video deputy absent excused"`
	Reason   string `json:"reason,omitempty"`
}

// WriteProceedings is the text of a meeting's proceedings, to be read.
type WriteProceedings struct {
	ID      string `path:"id"`
	Text    string `json:"text,omitempty"`
	File    *Paper `json:"file,omitempty" doc:"DOCX, TXT or HTML to be read instead of a text"`
	Version int32  `json:"version,omitempty" doc:"the version of the sitting that was seen"`
}

func (WriteProceedings) maxBytes() int64 { return maxFileBody }

func (s *Server) sittingRoutes() []route {
	return []route{
		read("/api/v1/sittings", "", "listSittings",
			i18n.Text{Hi: "आगामी बैठकें और शृंखलाएँ", En: "Coming meetings and their series"}, s.listSittings),
		write("/api/v1/sittings", "", "planSitting", http.StatusCreated,
			i18n.Text{Hi: "बैठक बुलाएँ", En: "Call a meeting"}, s.planSitting),
		read("/api/v1/sittings/{id}", "", "getSitting",
			i18n.Text{Hi: "एक बैठक: कार्यसूची और उपस्थिति सहित", En: "One meeting with its agenda and attendance"}, s.getSitting),
		read("/api/v1/sittings/{id}/agenda", "", "getAgenda",
			i18n.Text{Hi: "कार्यसूची, हर बिंदु के कारण सहित", En: "The agenda with the reason of every point"}, s.getAgenda),
		write("/api/v1/sittings/{id}/attendance", "", "markAttendance", http.StatusOK,
			i18n.Text{Hi: "उपस्थिति अंकित करें", En: "Mark who attended"}, s.markAttendance),
		write("/api/v1/sittings/{id}/proceedings", "", "writeProceedings", http.StatusOK,
			i18n.Text{Hi: "कार्यवाही सहेजें और निदेश पढ़ें", En: "Save the proceedings and read the directives in them"}, s.writeProceedings),
		read("/api/v1/sittings/{id}/drafts", "", "listDrafts",
			i18n.Text{Hi: "प्रस्तावित निदेश", En: "Directives proposed and not yet issued"}, s.listDrafts),
		write("/api/v1/sittings/{id}/issue", "", "issueDirectives", http.StatusOK,
			i18n.Text{Hi: "स्वीकृत निदेश जारी करें", En: "Issue the accepted directives"}, s.issueDirectives),
		read("/api/v1/sittings/{id}/atr", "", "actionsTaken",
			i18n.Text{Hi: "बैठक का अनुपालन", En: "What was done about a meeting's directives"}, s.actionsTaken),
	}
}

func sittingKey(id string) (record.Key, error) {
	key, err := record.ParseKey(id)
	if err != nil {
		return key, fault.New(fault.NotFound, "sitting.not_found")
	}
	return key, nil
}

func (s *Server) listSittings(ctx context.Context, who app.Actor, _ NoWords) (SittingList, error) {
	v, err := s.app.Meetings(ctx, who)
	if err != nil {
		return SittingList{}, err
	}
	l := who.Lang
	out := SittingList{Coming: []SittingRow{}, Series: []SeriesRow{}, AsOn: instant(v.AsOn)}
	for _, m := range v.Coming {
		out.Coming = append(out.Coming, sittingRow(l, m))
	}
	for _, one := range v.Series {
		out.Series = append(out.Series, seriesRow(l, one))
	}
	return out, nil
}

func seriesRow(l i18n.Lang, one app.SeriesView) SeriesRow {
	return SeriesRow{ID: one.Key.String(), Name: one.Name.In(l), Chair: ref(l, one.Chair), Rhythm: one.Every, Next: day(one.Next),
		Directives: one.Directives, Open: one.Open, Late: one.Late}
}

func (s *Server) planSitting(ctx context.Context, who app.Actor, in PlanSitting) (SittingFull, error) {
	f := app.SittingForm{Title: i18n.Text{Hi: in.Title}, Day: in.Day, Time: in.Time, Venue: in.Venue}
	var err error
	if in.Series != "" {
		if f.Series, err = record.ParseKey(in.Series); err != nil {
			return SittingFull{}, fault.New(fault.Invalid, "sitting.plan_wrong").With("series", "sitting.series_gone")
		}
	}
	key, err := s.app.PlanSitting(ctx, who, f)
	if err != nil {
		return SittingFull{}, err
	}
	v, err := s.app.Sitting(ctx, who, key)
	return sittingFull(who.Lang, v), err
}

func (s *Server) getSitting(ctx context.Context, who app.Actor, in SittingID) (SittingFull, error) {
	key, err := sittingKey(in.ID)
	if err != nil {
		return SittingFull{}, err
	}
	v, err := s.app.Sitting(ctx, who, key)
	return sittingFull(who.Lang, v), err
}

func (s *Server) getAgenda(ctx context.Context, who app.Actor, in SittingID) (AgendaList, error) {
	v, err := s.getSitting(ctx, who, in)
	return AgendaList{Frozen: v.Frozen, Agenda: v.Agenda}, err
}

func (s *Server) markAttendance(ctx context.Context, who app.Actor, in MarkAttendance) (SittingFull, error) {
	key, err := sittingKey(in.ID)
	if err != nil {
		return SittingFull{}, err
	}
	v, err := s.app.Attend(ctx, who, key, attendanceForms(in.Attendees))
	return sittingFull(who.Lang, v), err
}

func (s *Server) writeProceedings(ctx context.Context, who app.Actor, in WriteProceedings) (Reading, error) {
	key, err := sittingKey(in.ID)
	if err != nil {
		return Reading{}, err
	}
	f := app.ProceedingsForm{Text: in.Text, Version: in.Version}
	if in.File != nil {
		f.Name, f.Data = in.File.Name, in.File.Data
		if f.Data == nil {
			f.Data = []byte{}
		}
	}
	if err := s.app.SaveProceedings(ctx, who, key, f); err != nil {
		return Reading{}, err
	}
	v, err := s.app.Reading(ctx, who, key)
	return reading(who.Lang, v), err
}

func (s *Server) listDrafts(ctx context.Context, who app.Actor, in SittingID) (Reading, error) {
	key, err := sittingKey(in.ID)
	if err != nil {
		return Reading{}, err
	}
	v, err := s.app.Reading(ctx, who, key)
	return reading(who.Lang, v), err
}

func (s *Server) issueDirectives(ctx context.Context, who app.Actor, in SittingID) (IssuedNow, error) {
	key, err := sittingKey(in.ID)
	if err != nil {
		return IssuedNow{}, err
	}
	done, err := s.app.IssueDirectives(ctx, who, key)
	if err != nil {
		return IssuedNow{}, err
	}
	out := IssuedNow{Directives: done.Directives, Matters: []string{}, Again: done.Again}
	for _, k := range done.Matters {
		out.Matters = append(out.Matters, k.String())
	}
	return out, nil
}

func (s *Server) actionsTaken(ctx context.Context, who app.Actor, in SittingID) (ActionsTaken, error) {
	key, err := sittingKey(in.ID)
	if err != nil {
		return ActionsTaken{}, err
	}
	v, err := s.app.ATR(ctx, who, key)
	if err != nil {
		return ActionsTaken{}, err
	}
	l := who.Lang
	out := ActionsTaken{Sitting: sittingRow(l, v.Meeting), All: v.Totals.All, Done: v.Totals.Done, Open: v.Totals.Open, Late: v.Totals.Late, Silent: v.Totals.Silent,
		Rows: []ActionTaken{}, AsOn: instant(v.AsOn)}
	for _, r := range v.Rows {
		out.Rows = append(out.Rows, ActionTaken{N: r.N, Matter: r.Key.String(), Number: r.Number, What: r.What, Whom: r.Whom.In(l), Due: day(r.Due), Status: statusWords[r.Status],
			DaysLate: r.DaysLate, Said: r.Said, SaidAt: instant(r.SaidAt), SaidBy: ref(l, r.SaidBy), Silent: refs(l, r.Silent)})
	}
	return out, nil
}

func day(d calendar.Date) string {
	if d == 0 {
		return ""
	}
	return d.String()
}

func refs(l i18n.Lang, list []app.Named) []Ref {
	out := []Ref{}
	for _, n := range list {
		out = append(out, Ref{Key: n.Key, Name: n.Name.In(l)})
	}
	return out
}
