package office

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/web"
)

func (d *Desk) hallRoutes() []route {
	return []route{
		{"GET /sittings/{id}/live", signedIn, d.live},
		{"POST /sittings/{id}/live/preview", signedIn, d.previewLine},
		{"POST /sittings/{id}/live/lines", signedIn, d.sayLine},
		{"POST /sittings/{id}/live/lines/{line}/undo", signedIn, d.undoLine},
	}
}

func (d *Desk) loadLive(r *http.Request, who app.Actor) (app.LiveView, error) {
	key, err := keyOf(r)
	if err != nil {
		return app.LiveView{}, err
	}
	n, _ := strconv.Atoi(r.URL.Query().Get("n")) // none is the first
	return d.app.Live(r.Context(), who, key, max(n, 1))
}

// live is the wall of the hall. ?say= puts words into the line, to be finished by hand.
func (d *Desk) live(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.loadLive(r, who)
	if err != nil {
		return err
	}
	page := livePage(who.Lang, v)
	if page.Line.Text = r.URL.Query().Get("say"); page.Line.Text != "" {
		if err := d.understand(r, who, v, page); err != nil {
			return err
		}
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

func livePage(l i18n.Lang, v app.LiveView) *Live {
	page := &Live{Base: web.Base{Room: web.RoomMeetings}, SittingID: v.Meeting.Key.String(), Meeting: v.Meeting.Name.In(l) + ", " + v.Meeting.Starts.Date().In(l), At: v.At,
		Department: v.Department.Name.In(l), N: v.N, Of: v.Of, Officer: v.Officer.Name.In(l), Presence: presences[v.Presence], Say: counted(l, v.Counts),
		PastDone: v.PastDone, PastAll: len(v.Past), Line: Line{N: v.Said + 1}}
	if v.N == 0 {
		page.Department = v.Meeting.Name.In(l)
	}
	for _, a := range v.Agenda {
		if a.Key.IsZero() {
			page.Past = append(page.Past, PastLine{Title: a.Title})
		}
	}
	for _, p := range v.Past {
		page.Past = append(page.Past, PastLine{Title: p.Title, Href: web.Path("matters", p.Key),
			Standing: standing(app.Row{Status: p.Status, Due: p.Due, DaysLate: p.DaysLate, SilentDays: silentDays(v, p)})})
	}
	for _, s := range v.Lines {
		page.Lines = append(page.Lines, SaidLine{N: s.N, Text: s.Subject, Whom: whom(l, s), When: s.Limit.Words.In(l)})
	}
	if v.Undo != nil {
		page.Undo = Undo{Text: i18n.Message(l, "office.line_said", v.Said, v.Undo.Text), Action: web.With(web.Path("sittings", v.Meeting.Key, "live", "lines", v.Undo.ID, "undo"), "n", strconv.Itoa(v.N)), Seconds: v.Undo.Seconds}
	}
	if page.Officer != "" {
		page.Acts = append(page.Acts, web.Link{Text: in(l, "स्पष्टीकरण माँगें", "Ask for an explanation"), Href: web.With(hallHref(v, v.N), "say", i18n.Message(i18n.Hindi, "office.explain_line", v.Officer.Name))})
	}
	page.Acts = append(page.Acts, web.Link{Text: in(l, "अलग बैठक रखें", "Hold a meeting apart"), Href: "/meetings/call"})
	if v.Prev.ID != 0 {
		page.Prev = web.Link{Text: v.Prev.Name.In(l), Href: hallHref(v, v.N-1)}
	}
	if v.Next.ID != 0 {
		page.Next = web.Link{Text: v.Next.Name.In(l), Href: hallHref(v, v.N+1)}
	}
	return page
}

func hallHref(v app.LiveView, n int) string {
	return web.With(web.Path("sittings", v.Meeting.Key, "live"), "n", strconv.Itoa(n))
}

// silentDays counts from the last word, or from the day the wall shows.
func silentDays(v app.LiveView, p app.LivePast) int {
	if p.SaidAt == 0 {
		return 1
	}
	return max(int(v.At.Date()-p.SaidAt.Date()), 1)
}

// counted says how everything open of a department stands.
func counted(l i18n.Lang, c app.Counts) string {
	if c.Open == 0 {
		return ""
	}
	return i18n.Message(l, "office.hall_says", c.Open, c.Late, c.Soon)
}

// understand puts how the line is read into the page.
func (d *Desk) understand(r *http.Request, who app.Actor, v app.LiveView, page *Live) error {
	draft, err := d.app.PreviewLine(r.Context(), who, v.Meeting.Key, page.Line.Text, v.Department.Key)
	if err != nil {
		return err
	}
	l := who.Lang
	page.Line.Preview = Preview{Whom: whom(l, draft), When: draft.Limit.Words.In(l), What: draft.Subject}
	if len(draft.Doubts) > 0 {
		page.Line.Preview.Doubt = draft.Doubts[0].In(l)
	}
	return nil
}

func (d *Desk) previewLine(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.loadLive(r, who)
	if err != nil {
		return err
	}
	page := livePage(who.Lang, v)
	if page.Line.Text = strings.TrimSpace(r.PostForm.Get("text")); page.Line.Text != "" {
		if err := d.understand(r, who, v, page); err != nil {
			return err
		}
	}
	if web.IsPart(r) {
		return d.kit.Part(w, r, http.StatusOK, page, "preview-part")
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

// sayLine records the chair's words; a line that says nothing comes back.
func (d *Desk) sayLine(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.loadLive(r, who)
	if err != nil {
		return err
	}
	text := r.PostForm.Get("text")
	_, err = d.app.SayLine(r.Context(), who, v.Meeting.Key, text, v.Department.Key)
	if f := fault.As(err); f != nil && f.Kind == fault.Invalid {
		page := livePage(who.Lang, v)
		page.Line.Text, page.Line.Fault = text, i18n.Message(who.Lang, f.Key, f.Args...)
		if len(f.Fields) > 0 {
			page.Line.Fault = i18n.Message(who.Lang, f.Fields[0].Key, f.Fields[0].Args...)
		}
		return d.kit.Render(w, r, f.Kind.Status(), page)
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, hallHref(v, v.N), http.StatusSeeOther)
	return nil
}

func (d *Desk) undoLine(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	key, err := keyOf(r)
	if err != nil {
		return err
	}
	line, err := record.ParseID(r.PathValue("line"))
	if err != nil {
		return fault.New(fault.NotFound, "sitting.draft_gone")
	}
	if err := d.app.UndoLine(r.Context(), who, key, line); err != nil {
		return err
	}
	http.Redirect(w, r, web.With(web.Path("sittings", key, "live"), "n", r.URL.Query().Get("n")), http.StatusSeeOther)
	return nil
}
