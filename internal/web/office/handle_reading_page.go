package office

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/web"
)

// inHandHref is the reading with one draft or figure in hand, at its row.
func inHandHref(key record.Key, what string, n int) string {
	row := map[string]string{"edit": "#d", "figure": "#f"}[what]
	return web.With(web.Path("sittings", key, "reading"), what, strconv.Itoa(n)) + row + strconv.Itoa(n)
}

func reviewPage(l i18n.Lang, v app.ReadingView, inHand int) *Review {
	page := &Review{Base: web.Base{Room: web.RoomMeetings}, SittingID: v.Meeting.Key.String(), Meeting: v.Meeting.Name.In(l) + ", " + v.Meeting.Starts.Date().In(l),
		SavedAt: v.SavedAt, By: v.By.Name.In(l), Issue: IssuePlan{v.Issue.Directives, v.Issue.Matters, v.Issue.Posts}}
	if v.Meeting.Series != 0 {
		page.SeriesID = record.Key{District: v.Meeting.Key.District, ID: v.Meeting.Series}.String()
	}
	for _, n := range v.Notes {
		page.Summary = n.In(l)
	}
	for _, c := range v.Cautions {
		page.Cautions = append(page.Cautions, c.In(l))
	}
	if v.FileName != "" {
		page.Paper = v.FileName + " · " + paperKind(l, v.FileName)
	}
	for _, a := range v.Asides {
		page.Asides = append(page.Asides, Aside{Text: strings.TrimSpace(v.Text[a.Start:a.End]), Start: a.Start, End: a.End})
	}
	for _, f := range v.Figures {
		page.Figures = append(page.Figures, reviewFigure(l, v, f))
	}
	number := map[record.ID]int{}
	for _, at := range v.Drafts {
		number[at.ID] = at.N
	}
	for _, at := range v.Drafts {
		page.Drafts = append(page.Drafts, reviewDraft(l, v, at, inHand, number))
	}
	seen := map[string]bool{}
	for _, p := range v.Paragraphs {
		one := paragraph(v, p, inHand)
		for i := range one.Pieces {
			at := one.Pieces[i].Href
			one.Pieces[i].More, seen[at] = seen[at], true
		}
		page.Text = append(page.Text, one)
	}
	return page
}

// paperKind says what an uploaded paper is, by its name.
func paperKind(l i18n.Lang, name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".pdf":
		return "PDF"
	case ".docx":
		return "Word"
	case ".txt", "":
		return in(l, "पाठ", "text")
	}
	return strings.ToUpper(strings.TrimPrefix(path.Ext(name), "."))
}

var draftStates = map[sitting.Status]DraftState{sitting.Proposed: Pending, sitting.Accepted: Accepted, sitting.Dropped: Dropped}

func reviewDraft(l i18n.Lang, v app.ReadingView, at app.DraftView, inHand int, number map[record.ID]int) Draft {
	base := web.Path("sittings", v.Meeting.Key, "reading")
	out := Draft{N: at.N, ID: at.ID.String(), At: base + "/" + at.ID.String(), Href: inHandHref(v.Meeting.Key, "edit", at.N), Merge: base + "/merge?with=" + at.ID.String(),
		What: at.Subject, Whom: whom(l, at), When: at.Limit.Words.In(l), State: draftStates[at.Status]}
	for _, o := range at.Owners {
		for _, note := range append([]i18n.Text{o.Why}, o.Notes...) {
			if !note.IsZero() {
				out.Notes = append(out.Notes, note.In(l))
			}
		}
	}
	if at.Status == sitting.Proposed {
		for _, w := range at.Doubts {
			if text := w.In(l); text != out.When && !slices.Contains(out.Doubts, text) {
				out.Doubts = append(out.Doubts, text)
			}
		}
	}
	for _, f := range at.Faults {
		if at.Status == sitting.Accepted || f.Path == "issue" {
			out.Doubts = append(out.Doubts, i18n.Message(l, f.Key, f.Args...))
		}
	}
	if n := number[at.Into]; at.Into != 0 && n != 0 {
		out.Notes = append(out.Notes, i18n.Message(l, "office.merged_into", n))
	}
	if at.Status == sitting.Dropped {
		return out
	}
	if le := at.Lesson; le != nil {
		out.Lesson = &Lesson{Name: le.Kind == sitting.NameUsage, Words: le.Words}
	}
	if at.N == inHand {
		out.Editing, out.Form = true, draftForm(l, v, at)
	}
	return out
}

// whom is who is asked, or, while nobody is settled, what the text says.
func whom(l i18n.Lang, at app.DraftView) string {
	if s := at.Whom.In(l); s != "" {
		return s
	}
	for _, o := range at.Owners {
		if o.Text != "" {
			return "“" + o.Text + "”"
		}
	}
	return in(l, "पद चुनें", "choose the post")
}

var textMarks = map[app.TextMark]Mark{app.WhomText: Whom, app.WhenText: ByWhen, app.ManyText: HowMany}

func paragraph(v app.ReadingView, p app.TextParagraph, inHand int) Paragraph {
	out := Paragraph{Heading: p.Heading}
	for _, piece := range p.Pieces {
		one := Piece{Draft: piece.Draft, Figure: piece.Figure, Aside: piece.Aside, On: piece.Draft != 0 && piece.Draft == inHand}
		for _, n := range piece.Also {
			one.Also = append(one.Also, Further{n, inHandHref(v.Meeting.Key, "edit", n)})
			one.On = one.On || n == inHand
		}
		switch n := piece.Draft; {
		case n > 0 && n <= len(v.Drafts):
			one.Off = v.Drafts[n-1].Status == sitting.Dropped
			one.Href = inHandHref(v.Meeting.Key, "edit", n)
		case piece.Figure > 0:
			one.Href = inHandHref(v.Meeting.Key, "figure", piece.Figure)
		}
		for _, run := range piece.Runs {
			one.Runs = append(one.Runs, Run{Text: run.Text, Mark: textMarks[run.Mark], For: spaced(run.Drafts)})
		}
		out.Pieces = append(out.Pieces, one)
	}
	return out
}

func spaced(list []int) string {
	var out []string
	for _, n := range list {
		out = append(out, strconv.Itoa(n))
	}
	return strings.Join(out, " ")
}

// draftForm asks what, whom and by when; what is known stands in it.
func draftForm(l i18n.Lang, v app.ReadingView, at app.DraftView) web.Form {
	owners := web.Field{Kind: web.ManyOfField, Name: "owners", Label: in(l, "किसे", "Whom")}
	for _, o := range at.Owners {
		if o.Key != "" {
			owners.Options = append(owners.Options, web.Option{Value: o.Key, Label: o.Name.In(l), Note: apartTexts(l, o.Why, o.Notes), Chosen: true})
			continue
		}
		if o.Text != "" {
			owners.Warning = i18n.Message(l, "office.text_says", o.Text)
		}
		for _, c := range o.Choices {
			owners.Options = append(owners.Options, web.Option{Value: c.Key, Label: c.Name.In(l), Note: c.Note.In(l)})
		}
	}
	more := web.Field{Kind: web.PostField, Name: "more", Label: in(l, "पद खोजकर जोड़ें", "Find and add a post"), Many: true, Kinds: true, Optional: len(owners.Options) > 0}
	if len(owners.Options) == 0 {
		more.Label, more.Warning, owners.Warning = owners.Label, owners.Warning, ""
	}
	limit := web.Field{Kind: web.DateField, Name: "limit", Label: in(l, "कब तक", "By when"), Value: typedLimit(l, at.Limit), Shown: at.Limit.Words.In(l), Optional: true,
		Hint: in(l, "तिथि, शुक्रवार, 3 दिन, अगली बैठक, तत्काल, प्रतिदिन", "a day, Friday, 3 days, next meeting, at once, daily")}
	f := web.Form{Action: web.Path("sittings", v.Meeting.Key, "reading", at.ID, "edit"), Hidden: []web.Hidden{{Name: web.VersionField, Value: strconv.Itoa(int(at.Version))}},
		Head: in(l, "निदेश अभी स्वीकार नहीं हुआ", "The directive is not accepted yet"), Fields: []web.Field{
			{Kind: web.AreaField, Name: "subject", Label: in(l, "निदेश", "Directive"), Value: at.Subject, Rows: 2}}}
	if len(owners.Options) > 0 {
		f.Fields = append(f.Fields, owners)
	}
	f.Fields = append(f.Fields, more, limit)
	return f
}

// apartTexts joins what is to be known of an owner.
func apartTexts(l i18n.Lang, why i18n.Text, notes []i18n.Text) string {
	var list []string
	for _, n := range append([]i18n.Text{why}, notes...) {
		if !n.IsZero() {
			list = append(list, n.In(l))
		}
	}
	return strings.Join(list, " · ")
}

// typedLimit is a limit as the form takes it back; a rhythm in the reader's words if they
// are understood again.
func typedLimit(l i18n.Lang, v app.LimitView) string {
	if v.Kind != sitting.Recurring {
		return v.Typed
	}
	every, err := calendar.ParseRhythm(v.Typed)
	if err != nil {
		return v.Typed
	}
	if back, err := sitting.ParseLimit(every.In(l), sitting.Means{}); err == nil && back.Every == v.Typed {
		return every.In(l)
	}
	return v.Typed
}
