package office

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/web"
)

func (d *Desk) readingRoutes() []route {
	return []route{
		{"GET /sittings/{id}/reading", signedIn, d.review},
		{"POST /sittings/{id}/reading/{draft}/edit", signedIn, d.editDraft},
		{"POST /sittings/{id}/reading/{draft}/accept", signedIn, d.acceptDraft},
		{"POST /sittings/{id}/reading/{draft}/drop", signedIn, d.dropDraft},
		{"POST /sittings/{id}/reading/{draft}/restore", signedIn, d.restoreDraft},
		{"GET /sittings/{id}/reading/{draft}/split", signedIn, d.splitForm},
		{"POST /sittings/{id}/reading/{draft}/split", signedIn, d.split},
		{"GET /sittings/{id}/reading/merge", signedIn, d.mergeForm},
		{"POST /sittings/{id}/reading/merge", signedIn, d.merge},
		{"POST /sittings/{id}/reading/new", signedIn, d.newDraft},
		{"POST /sittings/{id}/reading/undo", signedIn, d.undoDrafts},
		{"POST /sittings/{id}/reading/issue", signedIn, d.issue},
		{"POST /sittings/{id}/reading/back", signedIn, d.bringBack},
		{"POST /sittings/{id}/reading/{draft}/remember", signedIn, d.remember},
		{"POST /sittings/{id}/reading/{draft}/forgo", signedIn, d.forgo},
		{"POST /sittings/{id}/figures/{figure}/edit", signedIn, d.editFigure},
		{"POST /sittings/{id}/figures/{figure}/accept", signedIn, d.decideFigure("accepted")},
		{"POST /sittings/{id}/figures/{figure}/drop", signedIn, d.decideFigure("dropped")},
		{"POST /sittings/{id}/figures/{figure}/restore", signedIn, d.decideFigure("proposed")},
	}
}

func (d *Desk) loadReading(r *http.Request, who app.Actor) (app.ReadingView, error) {
	key, err := keyOf(r)
	if err != nil {
		return app.ReadingView{}, err
	}
	return d.app.Reading(r.Context(), who, key)
}

// review is the desk of the proceedings; ?edit=3 takes the third draft in hand. Once the
// directives are issued there is nothing to decide, and the table of actions is the page.
func (d *Desk) review(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.loadReading(r, who)
	if err != nil {
		return err
	}
	if v.Meeting.Issued != 0 {
		http.Redirect(w, r, web.Path("sittings", v.Meeting.Key, "atr"), http.StatusSeeOther)
		return nil
	}
	n, _ := strconv.Atoi(r.URL.Query().Get("edit")) // none is none in hand
	page := reviewPage(who.Lang, v, n)
	if f, _ := strconv.Atoi(r.URL.Query().Get("figure")); f > 0 && f <= len(page.Figures) {
		d.figureInHand(who.Lang, page, v, f)
	}
	page.MayUndo, err = d.app.MayTakeBack(r.Context(), v.Meeting.Key)
	if err != nil {
		return err
	}
	return d.kit.Render(w, r, http.StatusOK, page)
}

// draftAt finds the draft of a request on the desk.
func draftAt(r *http.Request, v app.ReadingView) (app.DraftView, error) {
	id, err := record.ParseID(r.PathValue("draft"))
	for _, at := range v.Drafts {
		if err == nil && at.ID == id {
			return at, nil
		}
	}
	return app.DraftView{}, fault.New(fault.NotFound, "sitting.draft_gone")
}

// editDraft takes what was given and accepts the draft; what is not taken comes back with
// the draft still in hand.
func (d *Desk) editDraft(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, at, err := d.loadDraft(r, who)
	if err != nil {
		return err
	}
	page := reviewPage(who.Lang, v, at.N)
	form := page.inHand()
	if form == nil {
		return fault.New(fault.Refused, "office.act_not_open")
	}
	form.Fill(r)
	d.pickInto(r, who, form)
	if r.PostForm.Get("_pick") != "" {
		return d.kit.Render(w, r, http.StatusOK, page)
	}
	if len(r.PostForm["owners"]) == 0 && len(r.PostForm["more"]) == 0 && strings.TrimSpace(r.PostForm.Get("more.q")) == "" {
		err = fault.New(fault.Invalid, "sitting.draft_wrong").With("owners", "sitting.owner_required")
	} else {
		err = d.app.EditDraft(r.Context(), who, v.Meeting.Key, at.ID, draftGiven(r, at))
	}
	if err != nil {
		return d.refusedDraft(w, r, page, form, err)
	}
	return d.onward(w, r, who, v.Meeting.Key, at)
}

// draftGiven reads the form of a draft. Posts picked and posts searched count alike; words
// searched for but not picked count if they mean one post; owners left as they were stay.
func draftGiven(r *http.Request, at app.DraftView) app.DraftForm {
	p := r.PostForm
	subject, limit := p.Get("subject"), p.Get("limit")
	version, _ := strconv.ParseInt(p.Get(web.VersionField), 10, 32) // none is no version
	f := app.DraftForm{Subject: &subject, Limit: &limit, Accept: true, Version: int32(version)}
	for _, key := range append(p["owners"], p["more"]...) {
		if !slices.Contains(f.Owners, key) {
			f.Owners = append(f.Owners, key)
		}
	}
	if words := strings.TrimSpace(p.Get("more.q")); words != "" && len(f.Owners) == 0 {
		f.Owners = append(f.Owners, words)
	}
	var was []string
	for _, o := range at.Owners {
		was = append(was, o.Key)
	}
	if slices.Equal(was, f.Owners) {
		f.Owners = nil
	}
	return f
}

func (d *Desk) refusedDraft(w http.ResponseWriter, r *http.Request, page *Review, form *web.Form, err error) error {
	to := map[string]string{}
	if form.Field("owners") == nil {
		to["owners"] = "more"
	}
	return d.refused(w, r, page, form, fieldsAs(err, to))
}

func (d *Desk) acceptDraft(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, at, err := d.loadDraft(r, who)
	if err != nil {
		return err
	}
	if err := d.app.AcceptDraft(r.Context(), who, v.Meeting.Key, at.ID); err != nil {
		page := reviewPage(who.Lang, v, at.N)
		if form := page.inHand(); form != nil {
			return d.refusedDraft(w, r, page, form, err)
		}
		return err
	}
	return d.onward(w, r, who, v.Meeting.Key, at)
}

func (d *Desk) dropDraft(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, at, err := d.loadDraft(r, who)
	if err != nil {
		return err
	}
	if err := d.app.DropDraft(r.Context(), who, v.Meeting.Key, at.ID); err != nil {
		return err
	}
	d.kit.Flash(w, web.Path("sittings", v.Meeting.Key, "reading", "undo"), 60, "office.draft_dropped", strconv.Itoa(at.N))
	return d.onward(w, r, who, v.Meeting.Key, at)
}

func (d *Desk) restoreDraft(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, at, err := d.loadDraft(r, who)
	if err != nil {
		return err
	}
	if err := d.app.RestoreDraft(r.Context(), who, v.Meeting.Key, at.ID); err != nil {
		return err
	}
	return d.toDraft(w, r, v.Meeting.Key, at.N, false)
}

// onward goes to the next draft that nobody has decided on, where Enter accepts it as it stands.
func (d *Desk) onward(w http.ResponseWriter, r *http.Request, who app.Actor, key record.Key, at app.DraftView) error {
	v, err := d.app.Reading(r.Context(), who, key)
	if err != nil {
		return err
	}
	next := at.N
	for i := range v.Drafts {
		one := v.Drafts[(at.N+i)%len(v.Drafts)] // from the one behind it on, once around
		if one.Status == sitting.Proposed {
			return d.toDraft(w, r, key, one.N, false)
		}
	}
	return d.toDraft(w, r, key, next, false)
}

func (d *Desk) toDraft(w http.ResponseWriter, r *http.Request, key record.Key, n int, inHand bool) error {
	to := web.Path("sittings", key, "reading")
	if inHand {
		to = web.With(to, "edit", strconv.Itoa(n))
	}
	http.Redirect(w, r, to+fmt.Sprintf("#d%d", n), http.StatusSeeOther)
	return nil
}

// issue makes matters of all that is accepted; what keeps it back is named draft by draft.
func (d *Desk) issue(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.loadReading(r, who)
	if err != nil {
		return err
	}
	done, err := d.app.IssueDirectives(r.Context(), who, v.Meeting.Key)
	if err == nil {
		d.kit.Flash(w, "", 0, "office.issued", strconv.Itoa(done.Directives))
		http.Redirect(w, r, web.Path("sittings", v.Meeting.Key, "atr"), http.StatusSeeOther)
		return nil
	}
	f := fault.As(err)
	if f.Kind != fault.Invalid && f.Kind != fault.Refused {
		return err
	}
	page := reviewPage(who.Lang, v, 0)
	page.IssueForm = issueRefusals(who.Lang, f)
	return d.kit.Render(w, r, f.Kind.Status(), page)
}

func issueRefusals(l i18n.Lang, f *fault.Fault) web.Form {
	form := web.Form{Head: in(l, "निदेश अभी जारी नहीं हुए", "Not issued yet")}
	undecided, first := 0, 0
	for _, wrong := range f.Fields {
		text := i18n.Message(l, wrong.Key, wrong.Args...)
		var n int
		if _, err := fmt.Sscanf(wrong.Path, "drafts[%d]", &n); err != nil {
			form.Refused = append(form.Refused, web.Refusal{Text: text})
			continue
		}
		if wrong.Key == "sitting.draft_undecided" { // all of them are one line, which leads to the first
			if undecided++; first == 0 {
				first = n
			}
			continue
		}
		form.Refused = append(form.Refused, web.Refusal{Field: fmt.Sprintf("d%d", n), Label: i18n.Message(l, "office.directive_no", n), Text: text})
	}
	if undecided > 0 {
		form.Refused = append(form.Refused, web.Refusal{Field: fmt.Sprintf("d%d", first), Label: in(l, "जाँच शेष", "To be checked"), Text: i18n.Message(l, "sitting.undecided", undecided)})
	}
	if len(form.Refused) == 0 {
		form.Refused = append(form.Refused, web.Refusal{Text: i18n.Message(l, f.Key, f.Args...)})
	}
	return form
}

func (d *Desk) undoDrafts(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	key, err := keyOf(r)
	if err != nil {
		return err
	}
	if err := d.app.TakeBack(r.Context(), who, key); err != nil {
		return err
	}
	d.kit.Flash(w, "", 0, "office.draft_undone")
	http.Redirect(w, r, web.Path("sittings", key, "reading"), http.StatusSeeOther)
	return nil
}
