package office

import (
	"net/http"
	"strconv"
	"strings"
	"unicode"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/web"
)

func readingTrail(l i18n.Lang, v app.ReadingView) []web.Link {
	return trail(l, web.Link{Text: v.Meeting.Name.In(l), Href: web.Path("sittings", v.Meeting.Key)},
		web.Link{Text: in(l, "कार्यवाही से निदेश", "Directives from the proceedings"), Href: web.Path("sittings", v.Meeting.Key, "reading")})
}

func (d *Desk) loadDraft(r *http.Request, who app.Actor) (app.ReadingView, app.DraftView, error) {
	v, err := d.loadReading(r, who)
	if err != nil {
		return v, app.DraftView{}, err
	}
	at, err := draftAt(r, v)
	return v, at, err
}

func (d *Desk) splitForm(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, at, err := d.loadDraft(r, who)
	if err != nil {
		return err
	}
	return d.kit.Render(w, r, http.StatusOK, splitPage(who.Lang, v, at))
}

func splitPage(l i18n.Lang, v app.ReadingView, at app.DraftView) *MeetingForm {
	return &MeetingForm{Base: web.Base{Room: web.RoomMeetings}, Title: i18n.Message(l, "office.split_no", at.N), Trail: readingTrail(l, v), Story: at.Said, Form: web.Form{
		Action: web.Path("sittings", v.Meeting.Key, "reading", at.ID, "split"), Submit: in(l, "बाँटें", "Split it"), Head: in(l, "निदेश अभी नहीं बँटा", "It is not split yet"),
		Next: in(l, "पद और तिथि सब में वही रहेंगे; फिर हर एक को जाँच लें।", "Post and date go with each; look at every one after."), Fields: []web.Field{
			{Kind: web.AreaField, Name: "subject", Label: in(l, "हर पंक्ति एक निदेश", "One directive on each line"), Value: at.Subject, Rows: 6}}}}
}

func (d *Desk) split(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, at, err := d.loadDraft(r, who)
	if err != nil {
		return err
	}
	lines := strings.Split(strings.ReplaceAll(r.PostForm.Get("subject"), "\r\n", "\n"), "\n")
	if err := d.app.SplitDraft(r.Context(), who, v.Meeting.Key, at.ID, lines); err != nil {
		page := splitPage(who.Lang, v, at)
		page.Form.Fill(r)
		return d.refused(w, r, page, &page.Form, err)
	}
	d.kit.Flash(w, web.Path("sittings", v.Meeting.Key, "reading", "undo"), 60, "office.draft_split", strconv.Itoa(at.N))
	return d.toDraft(w, r, v.Meeting.Key, at.N, false)
}

func (d *Desk) mergeForm(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.loadReading(r, who)
	if err != nil {
		return err
	}
	return d.kit.Render(w, r, http.StatusOK, mergePage(who.Lang, v, r.URL.Query().Get("with")))
}

// mergePage offers all drafts that are not left out; the one it was opened from is chosen.
func mergePage(l i18n.Lang, v app.ReadingView, with string) *MeetingForm {
	drafts := web.Field{Kind: web.ManyOfField, Name: "drafts", Label: in(l, "कौन-से निदेश", "Which directives")}
	for _, at := range v.Drafts {
		if at.Status == sitting.Dropped {
			continue
		}
		drafts.Options = append(drafts.Options, web.Option{Value: at.ID.String(), Label: strconv.Itoa(at.N) + ". " + at.Subject, Note: whom(l, at), Chosen: at.ID.String() == with})
	}
	return &MeetingForm{Base: web.Base{Room: web.RoomMeetings}, Title: in(l, "निदेश मिलाएँ", "Merge directives"), Trail: readingTrail(l, v), Form: web.Form{
		Action: web.Path("sittings", v.Meeting.Key, "reading", "merge"), Submit: in(l, "एक निदेश बनाएँ", "Make one of them"), Head: in(l, "निदेश अभी नहीं मिले", "They are not merged yet"), Fields: []web.Field{
			drafts, {Kind: web.AreaField, Name: "subject", Label: in(l, "मिले हुए निदेश के शब्द", "Words of the merged directive"), Optional: true, Rows: 2,
				Hint: in(l, "खाली छोड़ने पर सबके शब्द जुड़ जाएँगे", "if left empty, the words of all are joined")}}}}
}

func (d *Desk) merge(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.loadReading(r, who)
	if err != nil {
		return err
	}
	var ids []record.ID
	first := 1
	for _, at := range v.Drafts { // in the order of the text, whatever was ticked first
		for _, s := range r.PostForm["drafts"] {
			if at.ID.String() == s {
				ids = append(ids, at.ID)
			}
		}
		if len(ids) == 1 && ids[0] == at.ID {
			first = at.N
		}
	}
	if err := d.app.MergeDrafts(r.Context(), who, v.Meeting.Key, ids, r.PostForm.Get("subject")); err != nil {
		page := mergePage(who.Lang, v, "")
		page.Form.Fill(r)
		return d.refused(w, r, page, &page.Form, err)
	}
	d.kit.Flash(w, web.Path("sittings", v.Meeting.Key, "reading", "undo"), 60, "office.drafts_merged", strconv.Itoa(first))
	return d.toDraft(w, r, v.Meeting.Key, first, true)
}

// newDraft makes a directive of the words marked in the text, or of words of one's own; a
// reader without script is asked for them.
func (d *Desk) newDraft(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.loadReading(r, who)
	if err != nil {
		return err
	}
	page := newDraftPage(who.Lang, v)
	page.Form.Fill(r)
	words := strings.TrimSpace(r.PostForm.Get("text"))
	if words == "" && !r.PostForm.Has("asked") {
		return d.kit.Render(w, r, http.StatusOK, page)
	}
	var id record.ID
	if start, end := findWords(v.Text, words); end > start {
		id, err = d.app.AddDraft(r.Context(), who, v.Meeting.Key, start, end)
	} else {
		id, err = d.app.WriteDraft(r.Context(), who, v.Meeting.Key, words)
	}
	if err != nil {
		return d.refused(w, r, page, &page.Form, fieldsAs(err, map[string]string{"line": "text", "span": "text", "subject": "text"}))
	}
	if v, err = d.loadReading(r, who); err != nil {
		return err
	}
	for _, at := range v.Drafts {
		if at.ID == id {
			return d.toDraft(w, r, v.Meeting.Key, at.N, true)
		}
	}
	return fault.New(fault.NotFound, "sitting.draft_gone")
}

func newDraftPage(l i18n.Lang, v app.ReadingView) *MeetingForm {
	return &MeetingForm{Base: web.Base{Room: web.RoomMeetings}, Title: in(l, "अपना निदेश जोड़ें", "Add a directive of your own"), Trail: readingTrail(l, v), Form: web.Form{
		Action: web.Path("sittings", v.Meeting.Key, "reading", "new"), Hidden: []web.Hidden{{Name: "asked", Value: "yes"}}, Submit: in(l, "निदेश जोड़ें", "Add the directive"),
		Head: in(l, "निदेश अभी नहीं जुड़ा", "It is not added yet"), Fields: []web.Field{
			{Kind: web.AreaField, Name: "text", Label: in(l, "निदेश के शब्द", "Words of the directive"), Rows: 4,
				Hint: in(l, "पाठ का वाक्य यहाँ चिपकाएँ, या अपने शब्द लिखें: किसे, क्या, कब तक", "Paste a sentence of the text, or write it: whom, what, by when")}}}}
}

// findWords finds words as a browser gives a selection: white space may differ from the
// text's, and the small numbers of the marks may stand among them.
func findWords(text, words string) (start, end int) {
	for _, skip := range []func(rune) bool{unicode.IsSpace, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsDigit(r) }} {
		bare, at := squeezed(text, skip)
		want, _ := squeezed(words, skip)
		if i := strings.Index(bare, want); i >= 0 && want != "" {
			last := at[i+len(want)-1]
			return at[i], last + 1
		}
	}
	return 0, 0
}

// squeezed leaves runes out and says where each byte of the rest stood.
func squeezed(s string, skip func(rune) bool) (string, []int) {
	var b strings.Builder
	var at []int
	for i, r := range s {
		if skip(r) {
			continue
		}
		n := len(string(r))
		for k := range n {
			at = append(at, i+k)
		}
		b.WriteRune(r)
	}
	return b.String(), at
}
