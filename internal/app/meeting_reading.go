package app

import (
	"context"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/ingest/doc"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
)

// ProceedingsForm is the text of a meeting's proceedings as it comes in: typed or pasted,
// or a paper whose text is taken out.
type ProceedingsForm struct {
	Text    string
	Typed   bool // in the page's own box, not pasted whole
	Name    string
	Data    []byte // of a paper; then Text is not looked at
	Version int32
}

// maxProceedings is the largest paper that proceedings are taken out of, in bytes.
const maxProceedings = 50 << 20

// SaveProceedings keeps a revision of the proceedings and reads the directives in it. A
// re-reading after an edit keeps whatever a person has decided. No directive is no fault:
// the reading says so.
func (a *App) SaveProceedings(ctx context.Context, who Actor, key record.Key, f ProceedingsForm) error {
	d, err := a.deskOf(ctx, who, key)
	if err != nil {
		return err
	}
	m, err := a.minutes(ctx, who, f)
	if err != nil {
		return err
	}
	s, err := a.meet(ctx, who, key, sitting.Command{Act: sitting.Record, Minutes: m, Version: f.Version})
	if err != nil {
		return err
	}
	d.s = s
	kept := s.Minutes[len(s.Minutes)-1]
	fresh, res, err := a.readText(d, kept.Text, kept.Revision)
	if err != nil {
		return err
	}
	figures := a.figuresIn(d, kept.Text, res.Facts, kept.Revision)
	return a.workDesk(who, d, func(_ *desk, k *sitting.Desk) error {
		k.Reread(kept.Text, fresh)
		return nil
	}, func(tx *store.Tx, rows []store.Draft) error {
		return rereadFigures(tx, key, rows, figures, kept.Text, func() record.ID { return a.commit.IDs().Next(a.now()) }, a.now())
	})
}

// minutes takes the text out of what came in; a paper is kept before its text is.
func (a *App) minutes(ctx context.Context, who Actor, f ProceedingsForm) (sitting.Minutes, error) {
	m := sitting.Minutes{Source: sitting.Pasted}
	if f.Typed {
		m.Source = sitting.Typed
	}
	limits := doc.Usual()
	limits.Bytes, limits.Text = maxProceedings, sitting.MaxText
	data := []byte(f.Text)
	if f.Data != nil {
		data, m.Source = f.Data, sitting.Uploaded
	}
	path := map[bool]string{true: "file", false: "text"}[f.Data != nil]
	paper, err := doc.Read(ctx, f.Name, data, limits)
	if err != nil {
		wrong := fault.As(err)
		return m, fault.New(wrong.Kind, "sitting.text_wrong").With(path, wrong.Key, wrong.Args...)
	}
	m.Text, m.Font, m.Blank = paper.Text, string(paper.Font), paper.Blank
	if f.Data == nil && paper.Font != doc.Unicode { // what was pasted is kept as it was, to be compared
		f.Name, f.Data = "pasted.txt", []byte(f.Text)
	}
	if bad := sitting.TextSound(m.Text); bad != nil {
		bad.Fields[0].Path = path
		return m, bad
	}
	if f.Data != nil {
		m.File, m.FileName, err = a.keepPaper(ctx, who, f)
	}
	return m, err
}

// ReadingView is the desk of a sitting: the text with its marks beside the drafts.
type ReadingView struct {
	Meeting    MeetingRow
	Met        calendar.Date
	Next       calendar.Date // the sitting after it; 0 not known
	Revision   int
	Text       string
	File       string
	FileName   string
	SavedAt    calendar.Instant
	By         Named
	Paragraphs []TextParagraph
	Drafts     []DraftView
	Figures    []FigureView
	Counts     DraftCounts
	Doubtful   int         // drafts a person should look at before accepting
	Asides     []TextSpan  // page furniture, which was not read
	Notes      []i18n.Text // of the text as a whole: no directive found
	Cautions   []i18n.Text // of how the text was taken out of the paper
	NextOpen   record.ID   // the first draft nobody has decided on; 0 none
	MayUndo    bool
	Issue      IssuePlan
	Issued     []IssuedView // when the minutes are frozen
}

// TextSpan is a piece of the text in bytes.
type TextSpan struct{ Start, End int }

// furniture gives what of a text is page furniture and was not read: letterheads, page
// numbers, lists of copies. What a person has brought back is none any more.
func (a *App) furniture(d *desk, text string, drafts []sitting.Draft) ([]sitting.Span, error) {
	if text == "" {
		return nil, nil
	}
	res, err := a.extracted(d, text)
	if err != nil {
		return nil, err
	}
	var list []sitting.Span
	for _, f := range res.Furniture {
		back := slices.ContainsFunc(drafts, func(at sitting.Draft) bool {
			return slices.ContainsFunc(at.Quote, func(q sitting.Span) bool { return q.Start < f.End && f.Start < q.End })
		})
		if !back && !f.Empty() {
			list = append(list, sitting.Span{Start: f.Start, End: f.End})
		}
	}
	return list, nil
}

// IssuePlan says what issuing now would make.
type IssuePlan struct {
	Directives int
	Matters    int // one for each post asked
	Posts      int
	Ready      bool
}

// DraftView is one directive that is not yet said.
type DraftView struct {
	N          int
	ID         record.ID
	Kind       string
	Status     sitting.Status
	StatusName i18n.Text
	Subject    string
	Owners     []OwnerView
	Whom       i18n.Text // all owners in a few words; empty where nobody is settled
	Posts      int
	Limit      LimitView
	Place      Named
	Department Named
	Sanction   string
	Target     *sitting.Target
	Confidence int // percent
	Doubts     []i18n.Text
	Faults     []fault.Field // what keeps it from being issued
	Said       string
	Quote      []sitting.Span
	Into       record.ID // the draft it was merged into
	Doubtful   bool      // a person should look before accepting
	Lesson     *LessonView
	Version    int32
}

// OwnerView is one owner: the post or kind of post, or the choice still to be made.
type OwnerView struct {
	Text    string // as the proceedings name it
	Key     string // "all:bdo" or a post's key, as the form takes it; "" open
	Name    i18n.Text
	Posts   int
	Why     i18n.Text   // what chose them, where a person should know
	Notes   []i18n.Text // of the seat: vacant, in additional charge, held by two
	Choices []OwnerChoice
}

// OwnerChoice is a post offered where the text does not decide, with what tells it apart.
type OwnerChoice struct {
	Named
	Note i18n.Text
}

// LessonView is the offer to have a correction remembered for the district.
type LessonView struct {
	Kind  sitting.UsageKind
	Words string
}

// LimitView is a draft's date in words.
type LimitView struct {
	Kind  sitting.LimitKind
	Typed string // as the form takes it
	Words i18n.Text
	Due   calendar.Date
	Ends  calendar.Date // after closed days have moved it
	Moved i18n.Text     // the closed day
	Usual bool          // nobody said a day
}

// Reading gives the desk of a sitting to whoever keeps it.
func (a *App) Reading(ctx context.Context, who Actor, key record.Key) (ReadingView, error) {
	d, err := a.deskOf(ctx, who, key)
	if err != nil {
		return ReadingView{}, err
	}
	rows, err := a.db.Reader().Drafts(ctx, key)
	if err != nil {
		return ReadingView{}, err
	}
	drafts, err := draftsOf(rows)
	if err != nil {
		return ReadingView{}, err
	}
	figures, err := figuresOf(rows)
	if err != nil {
		return ReadingView{}, err
	}
	v := ReadingView{Meeting: d.o.meetingRow(d.s), Met: d.means.Met, Next: d.means.Next, Counts: countDrafts(drafts)}
	if n := len(d.s.Minutes); n > 0 {
		m := &d.s.Minutes[n-1]
		v.Revision, v.Text, v.File, v.FileName, v.SavedAt, v.By = int(m.Revision), m.Text, m.File, m.FileName, m.At, d.o.post(m.Post)
		v.Issued = d.o.proceeding(m).Issued
		if len(drafts) == 0 && !m.Frozen && m.Source != sitting.Live {
			v.Notes = append(v.Notes, message("sitting.no_directive"))
		}
		v.Cautions = cautions(m)
	}
	for i := range drafts {
		v.Drafts = append(v.Drafts, d.draftView(i+1, &drafts[i]))
		v.MayUndo = v.MayUndo || len(drafts[i].Past) > 0
		v.Doubtful += boolInt(drafts[i].Doubtful())
	}
	aside, err := a.furniture(d, v.Text, drafts)
	if err != nil {
		return v, err
	}
	for _, s := range aside {
		v.Asides = append(v.Asides, TextSpan{s.Start, s.End})
	}
	v.Paragraphs = markedText(v.Text, drafts, figures, aside).paragraphs()
	if v.Figures, err = a.figureViews(ctx, d, v.Text, figures); err != nil {
		return v, err
	}
	if next := sitting.NextOpen(drafts, 0); next != nil {
		v.NextOpen = next.ID
	}
	v.Issue = d.issuePlan(drafts)
	return v, nil
}

func (d *desk) draftView(n int, at *sitting.Draft) DraftView {
	o := d.o
	v := DraftView{
		N: n, ID: at.ID, Kind: at.Kind, Status: at.Status, StatusName: at.Status.Name(), Subject: at.Subject, Posts: len(at.Posts()),
		Limit: d.limitView(&at.Limit), Place: o.place(at.Place), Department: o.department(at.Department), Sanction: at.Sanction, Target: at.Target,
		Confidence: at.Confidence, Said: at.Said, Quote: at.Quote, Into: at.Into, Version: at.Version,
	}
	var names []i18n.Text
	for i := range at.Owners {
		w := o.ownerView(&at.Owners[i])
		w.Why = d.whyOwner(&at.Owners[i])
		v.Owners = append(v.Owners, w)
		if w.Posts > 0 {
			names = append(names, w.Name)
		}
	}
	v.Whom = joined(names)
	v.Doubtful = at.Doubtful()
	if at.Lesson != nil {
		v.Lesson = &LessonView{at.Lesson.Kind, at.Lesson.Words}
	}
	for _, code := range at.Doubts() {
		v.Doubts = append(v.Doubts, doubt(code, at))
	}
	if at.Status != sitting.Dropped {
		if f := at.Ready(d.means); f != nil {
			v.Faults = f.Fields
		}
	}
	if at.Fault != "" {
		v.Faults = append(v.Faults, fault.Field{Path: "issue", Key: at.Fault})
	}
	return v
}

// doubt puts the code of a remark into words: the reader's own, or the desk's.
func doubt(code string, d *sitting.Draft) i18n.Text {
	if key := "sitting." + code; i18n.Known(key) {
		words := d.Limit.Text
		if strings.HasPrefix(code, "owner_") {
			words = d.OpenOwner()
		}
		return bothWords(said{key, []any{words}})
	}
	return message("extract." + code)
}

// said is a message with its arguments.
type said struct {
	key  string
	args []any
}

// In writes the message for a reader.
func (s said) In(l i18n.Lang) string { return i18n.Message(l, s.key, s.args...) }

func joined(names []i18n.Text) i18n.Text {
	var hi, en []string
	for _, n := range names {
		hi, en = append(hi, n.Hi), append(en, n.En)
	}
	return i18n.Text{Hi: i18n.Hindi.And(hi), En: i18n.English.And(en)}
}

// issuePlan counts what issuing now would make.
func (d *desk) issuePlan(drafts []sitting.Draft) IssuePlan {
	p := IssuePlan{Ready: !d.s.Issued()}
	posts := map[record.ID]bool{}
	for i := range drafts {
		at := &drafts[i]
		switch at.Status {
		case sitting.Proposed:
			p.Ready = false
		case sitting.Accepted:
			p.Directives++
			p.Matters += len(at.Posts())
			for _, id := range at.Posts() {
				posts[id] = true
			}
			p.Ready = p.Ready && at.Ready(d.means) == nil
		}
	}
	p.Posts = len(posts)
	p.Ready = p.Ready && p.Directives > 0
	return p
}
