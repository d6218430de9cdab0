package office

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/web"
)

// administer is the power of the pages that show how the program and its log fare.
const administer = "administer"

func (d *Desk) officeRoutes() []route {
	return slices.Concat(tables("/exceptions", d.exceptionsTable), []route{
		{"GET /exceptions", signedIn, d.exceptions},
		{"GET /audit", administer, d.audit},
		{"GET /audit/head", administer, d.head},
		{"GET /operator", administer, d.operator},
		{"POST /operator/messages/{id}/retry", administer, d.retry},
	})
}

var exceptionKinds = map[string]ExceptionKind{"nobody": NoHolder, "vacant": VacantPost, "no_superior": NoSuperior}

func (d *Desk) exceptions(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	list, err := d.app.Exceptions(r.Context(), who)
	if err != nil {
		return err
	}
	l := who.Lang
	groups := map[ExceptionKind]*ExceptionGroup{}
	page := &Exceptions{Base: web.Base{Room: web.RoomExceptions, AsOn: d.app.Now()}}
	for _, kind := range []ExceptionKind{NoHolder, VacantPost, NoSuperior} {
		groups[kind] = &ExceptionGroup{Kind: kind}
	}
	for _, e := range list {
		g := groups[exceptionKinds[e.Why]]
		g.All.N++
		g.Rows = append(g.Rows, Exception{Title: e.Subject, Href: web.Path("matters", e.Row.Key), Note: e.Text.In(l), Since: e.Since.Date(),
			Act: web.Link{Text: i18n.Text{Hi: "देखें", En: "See"}.In(l), Href: web.Path("matters", e.Row.Key)}})
	}
	if len(list) > 0 {
		page.Export = takeAway("/exceptions", nil)
	}
	for _, kind := range []ExceptionKind{NoHolder, VacantPost, NoSuperior} {
		if groups[kind].All.N > 0 {
			page.Groups = append(page.Groups, *groups[kind])
		}
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

func (d *Desk) audit(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	from := int64(-1)
	if s := r.URL.Query().Get("from"); s != "" {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return fault.New(fault.Invalid, "api.cursor_wrong")
		}
		from = n
	}
	v, err := d.app.Log(r.Context(), who, from)
	if err != nil {
		return err
	}
	l := who.Lang
	page := &AuditLog{Base: web.Base{Room: web.RoomAudit, AsOn: d.app.Now()}, Size: int(v.Size), Root: v.Root, Signed: v.Signed, Key: v.Key}
	if v.Note != "" {
		page.Proof = "/audit/head"
	}
	if v.Next >= 0 {
		page.Next = web.With("/audit", "from", strconv.FormatInt(v.Next, 10))
	}
	for _, row := range v.Rows {
		page.Rows = append(page.Rows, auditRow(l, row))
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

func auditRow(l i18n.Lang, row app.LogRow) AuditRow {
	key := "app.event_" + strings.ReplaceAll(row.Kind, ".", "_")
	out := AuditRow{Leaf: int(row.Leaf), At: row.At, Act: row.Kind, Subject: row.Subject.String(), Post: row.Post.Name.In(l)}
	if i18n.Known(key) {
		out.Act = i18n.Message(l, key)
	}
	switch row.Subject.Kind {
	case record.Matter:
		out.Href, out.Subject = web.Path("matters", row.Subject.Key), in(l, "प्रकरण ", "matter ")+row.Subject.Key.String()
	case record.Sitting:
		out.Href, out.Subject = web.Path("sittings", row.Subject.Key), in(l, "बैठक ", "meeting ")+row.Subject.Key.String()
	case record.Series:
		out.Href, out.Subject = web.Path("meetings", row.Subject.Key), in(l, "शृंखला ", "series ")+row.Subject.Key.String()
	}
	switch {
	case row.Rule:
		out.Mode = ByRule
	case row.For.ID != 0:
		out.Mode, out.Post, out.Person = AsDelegate, row.For.Name.In(l), row.Post.Name.In(l)
	}
	return out
}

// head gives the newest signed head as the note it is, to be kept elsewhere.
func (d *Desk) head(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.app.Log(r.Context(), who, -1)
	if err != nil {
		return err
	}
	if v.Note == "" {
		return fault.New(fault.NotFound, "office.no_head")
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="anupalan-head.txt"`)
	_, err = w.Write([]byte(v.Note))
	return err
}

func (d *Desk) operator(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	op, err := d.worker.Operation(r.Context(), who)
	if err != nil {
		return err
	}
	l := who.Lang
	page := &Operator{Base: web.Base{Room: web.RoomOperator, AsOn: op.AsOn}, Failed: web.Count{N: len(op.GivenUp)}}
	for _, t := range op.Tasks {
		h := Health{What: i18n.Message(l, "office.task_"+t.Name), Status: web.InTime, Say: i18n.Message(l, "office.task_ran", t.Ran, t.Done)}
		if t.Failed != "" {
			h.Status, h.Say = web.Late, i18n.Message(l, "office.task_failed", t.Since)
		}
		page.Health = append(page.Health, h)
	}
	for _, m := range op.GivenUp {
		page.Messages = append(page.Messages, Message{ID: m.Key.ID.String(), By: m.Kind, Tries: m.Tries, Fault: i18n.Message(l, m.Reason)})
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

func (d *Desk) retry(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	id, err := record.ParseID(r.PathValue("id"))
	if err != nil {
		return fault.New(fault.NotFound, "fault.not_found")
	}
	if err := d.worker.Retry(r.Context(), who, id); err != nil {
		return err
	}
	http.Redirect(w, r, "/operator", http.StatusSeeOther)
	return nil
}
