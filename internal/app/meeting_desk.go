package app

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
)

// askDirective is the ask by which a meeting's word becomes a matter.
const askDirective = "directive"

// drafts reads the drafts of a sitting in their order.
func (a *App) drafts(ctx context.Context, key record.Key) ([]sitting.Draft, error) {
	rows, err := a.db.Reader().Drafts(ctx, key)
	if err != nil {
		return nil, err
	}
	return draftsOf(rows)
}

// desk is a sitting with what its drafts are reckoned against.
type desk struct {
	o     *office
	s     *sitting.Sitting
	means sitting.Means
	posts *sitting.Directory
}

// deskOf opens the desk of a sitting to whoever keeps it.
func (a *App) deskOf(ctx context.Context, who Actor, key record.Key) (*desk, error) {
	o, err := a.meetingOffice(ctx, who, key)
	if err != nil {
		return nil, err
	}
	s, err := readSitting(ctx, a.db.Reader(), key)
	if err != nil {
		return nil, err
	}
	if !o.keeps(who, s.Chair, s.Convenor()) {
		if o.seesSitting(who, s) {
			return nil, fault.New(fault.Forbidden, "sitting.not_keeper")
		}
		return nil, fault.New(fault.NotFound, "sitting.not_found")
	}
	d := &desk{o: o, s: s, means: sitting.Means{Met: s.Starts.Date(), Next: s.Memory.Next, Usual: o.usualSpan(askDirective), Calendar: o.calendar}}
	usages, err := a.usagesInForce(ctx, o.district)
	if err != nil {
		return nil, err
	}
	d.posts = sitting.NewDirectory(o.org, o.day, usages...)
	if d.means.Next == 0 {
		d.means.Next, err = a.nextSitting(ctx, o, s)
	}
	return d, err
}

// nextSitting is the day of the sitting after one: planned, else as the rhythm says.
func (a *App) nextSitting(ctx context.Context, o *office, s *sitting.Sitting) (next calendar.Date, err error) {
	if s.Series == 0 {
		return 0, nil
	}
	r := a.db.Reader()
	key := record.Key{District: s.Key.District, ID: s.Series}
	row, ok, err := r.SittingSeries(ctx, key)
	if err != nil || !ok {
		return 0, err
	}
	series, err := seriesOf(row)
	if err != nil {
		return 0, err
	}
	next = series.After(s.Starts.Date(), o.calendar)
	rows, err := r.SittingsOf(ctx, key, agendaSittings)
	for i := range rows {
		if at := &rows[i]; at.Starts > s.Starts && sitting.State(at.State) == sitting.Planned {
			next = at.Starts.Date()
		}
	}
	return next, err
}

// atDesk does one step on the drafts of a sitting and saves it as one. Drafts are not yet
// said, so they leave no event.
func (a *App) atDesk(ctx context.Context, who Actor, key record.Key, step func(*desk, *sitting.Desk) error) error {
	d, err := a.deskOf(ctx, who, key)
	if err != nil {
		return err
	}
	return a.workDesk(who, d, step)
}

// workDesk does the step, and what else belongs to its commit with the rows as they were.
func (a *App) workDesk(who Actor, d *desk, step func(*desk, *sitting.Desk) error, also ...func(*store.Tx, []store.Draft) error) error {
	if d.s.Issued() {
		return fault.New(fault.Refused, "sitting.frozen")
	}
	if d.s.State.Over() {
		return fault.New(fault.Refused, "sitting.over", d.s.State.Name())
	}
	return a.db.Update(func(tx *store.Tx) error {
		rows, err := lockDrafts(tx, d.s.Key)
		if err != nil {
			return err
		}
		k := &sitting.Desk{Now: a.now(), Person: who.Person, Post: who.Post, IDs: a.commit.IDs()}
		if k.Drafts, err = draftsOf(rows); err != nil {
			return err
		}
		if err := step(d, k); err != nil {
			return err
		}
		for _, more := range also {
			if err := more(tx, rows); err != nil {
				return err
			}
		}
		return saveDesk(tx, d.s.Key, k)
	})
}

// lockDrafts reads the drafts of a sitting that nobody else works on until the commit: one
// desk at a time, and none once it is issued.
func lockDrafts(tx *store.Tx, key record.Key) ([]store.Draft, error) {
	row, ok, err := tx.SittingLocked(key)
	if err != nil || !ok {
		return nil, missing(err, "sitting.not_found")
	}
	s, err := sittingOf(row)
	if err != nil {
		return nil, err
	}
	if s.Issued() {
		return nil, fault.New(fault.Refused, "sitting.frozen")
	}
	return tx.Drafts(context.Background(), key)
}

func saveDesk(tx *store.Tx, key record.Key, k *sitting.Desk) error {
	for _, d := range k.Changed() {
		row, err := draftRow(key, &d)
		if err != nil {
			return err
		}
		if err := tx.DraftPut(row); err != nil {
			return err
		}
	}
	for _, id := range k.Gone() {
		if _, err := tx.DraftDrop(record.Key{District: key.District, ID: id}); err != nil {
			return err
		}
	}
	return nil
}

// DraftForm is what a person gives a draft; nil or empty members stay as they are.
type DraftForm struct {
	Subject    *string
	Owners     []string // keys of posts; "all:" and a designation or role is all of a kind
	Limit      *string  // as people type it: 12.3.26, शुक्रवार, 3 दिन, अगली बैठक, तत्काल, प्रतिदिन; "" none
	Place      *string  // key
	Department *string  // key
	Sanction   *string
	Accept     bool // and accept it as it then stands
	Version    int32
}

// EditDraft changes a draft; every wrong field is named and nothing is changed then.
func (a *App) EditDraft(ctx context.Context, who Actor, key record.Key, draft record.ID, f DraftForm) error {
	return a.atDesk(ctx, who, key, func(d *desk, k *sitting.Desk) error {
		e, err := d.readEdit(f)
		if err != nil {
			return err
		}
		if err := k.Edit(draft, e); err != nil || !f.Accept {
			return err
		}
		return k.Accept(draft, d.means)
	})
}

func (d *desk) readEdit(f DraftForm) (sitting.Edit, error) {
	fm := &former{d.o, fault.New(fault.Invalid, "sitting.draft_wrong")}
	e := sitting.Edit{Subject: f.Subject, Sanction: f.Sanction, Version: f.Version}
	for i, key := range f.Owners {
		e.Owners = append(e.Owners, d.chosen(fm, fmt.Sprintf("owners[%d]", i), key))
	}
	if f.Limit != nil {
		l, err := sitting.ParseLimit(*f.Limit, d.means)
		if err != nil {
			wrong := fault.As(err)
			fm.bad.With("limit", wrong.Key, wrong.Args...)
		}
		e.Limit = &l
		if r := l.Reckon(d.means); err == nil && r.Key != "" {
			fm.bad.With("limit", r.Key, l.Text, r.Due, d.means.Met)
		}
	}
	if f.Place != nil {
		id := fm.key(record.Place, "place", *f.Place)
		e.Place = &id
	}
	if f.Department != nil {
		id := fm.key(record.Department, "department", *f.Department)
		e.Department = &id
	}
	return e, fm.bad.Any()
}

// chosen reads one owner that a person picked: a post by its key, all of a kind, or a name
// as it is typed, which must mean one post.
func (d *desk) chosen(fm *former, path, key string) sitting.Owner {
	o, posts := d.o, d.posts
	if kind, all := strings.CutPrefix(key, "all:"); all {
		w := posts.Chosen(nil, kind)
		if w.Open() {
			fm.bad.With(path, "sitting.owner_not_found", kind)
		}
		return w
	}
	if several := d.listed(key); several != nil {
		return posts.Chosen(several, "")
	}
	if id := o.org.ByKey(record.Post, key); id != 0 {
		w := posts.Chosen([]record.ID{id}, "")
		w.Text = o.org.Post(id).Name.Hi
		return w
	}
	w := posts.Resolve(sitting.Owner{Text: i18n.NFC(strings.TrimSpace(key))}, sitting.Around{})
	if w.Open() {
		fm.bad.With(path, "sitting.owner_not_found", key)
	}
	return w
}

// listed reads several posts named by their keys; nil if one of them is none.
func (d *desk) listed(key string) []record.ID {
	keys := strings.Split(key, "+")
	if len(keys) < 2 {
		return nil
	}
	var list []record.ID
	for _, k := range keys {
		id := d.o.org.ByKey(record.Post, k)
		if id == 0 {
			return nil
		}
		list = append(list, id)
	}
	return list
}

// AcceptDraft says that a draft is right as it stands.
func (a *App) AcceptDraft(ctx context.Context, who Actor, key record.Key, draft record.ID) error {
	return a.atDesk(ctx, who, key, func(d *desk, k *sitting.Desk) error { return k.Accept(draft, d.means) })
}

// DropDraft leaves a draft out of the issue.
func (a *App) DropDraft(ctx context.Context, who Actor, key record.Key, draft record.ID) error {
	return a.atDesk(ctx, who, key, func(_ *desk, k *sitting.Desk) error { return k.Drop(draft) })
}

// RestoreDraft takes a draft back that was left out or accepted.
func (a *App) RestoreDraft(ctx context.Context, who Actor, key record.Key, draft record.ID) error {
	return a.atDesk(ctx, who, key, func(_ *desk, k *sitting.Desk) error { return k.Restore(draft) })
}

// SplitDraft makes a draft of each line of words out of one.
func (a *App) SplitDraft(ctx context.Context, who Actor, key record.Key, draft record.ID, subjects []string) error {
	return a.atDesk(ctx, who, key, func(_ *desk, k *sitting.Desk) error { return k.Split(draft, subjects) })
}

// MergeDrafts makes one draft of several; the first keeps its place.
func (a *App) MergeDrafts(ctx context.Context, who Actor, key record.Key, drafts []record.ID, subject string) error {
	return a.atDesk(ctx, who, key, func(_ *desk, k *sitting.Desk) error { return k.Merge(drafts, subject) })
}

// AddDraft makes a draft of a marked piece of the text, in bytes; owner and date are read
// from it as far as it names them.
func (a *App) AddDraft(ctx context.Context, who Actor, key record.Key, start, end int) (id record.ID, err error) {
	err = a.atDesk(ctx, who, key, func(d *desk, k *sitting.Desk) error {
		n := len(d.s.Minutes)
		if n == 0 || start < 0 || end <= start || end > len(d.s.Minutes[n-1].Text) || !utf8.ValidString(d.s.Minutes[n-1].Text[start:end]) {
			return fault.New(fault.Invalid, "sitting.draft_wrong").With("span", "sitting.span_wrong")
		}
		text := d.s.Minutes[n-1].Text
		draft, err := a.ofLine(d, text[start:end])
		if err != nil {
			return err
		}
		draft.Kind, draft.Order, draft.Said, draft.Revision = sitting.Reading, int64(start), text[start:end], d.s.Minutes[n-1].Revision
		draft.Quote, draft.Whom, draft.When, draft.Many = []sitting.Span{{Start: start, End: end}}, shifted(draft.Whom, start), shifted(draft.When, start), shifted(draft.Many, start)
		draft.Touched = []string{"subject"}
		id, err = k.Add(draft)
		return err
	})
	return id, err
}

func shifted(list []sitting.Span, by int) []sitting.Span {
	for i := range list {
		list[i].Start, list[i].End = list[i].Start+by, list[i].End+by
	}
	return list
}

// ofLine reads one line that is a directive because a person says so, whatever its verb.
func (a *App) ofLine(d *desk, line string) (sitting.Draft, error) {
	line = strings.TrimSpace(i18n.NFC(line))
	found, _, err := a.readText(d, line, 0)
	if err != nil {
		return sitting.Draft{}, err
	}
	if len(found) == 1 {
		found[0].Why = nil
		return found[0], nil
	}
	out := sitting.Draft{Kind: sitting.Reading, Status: sitting.Proposed, Subject: line, Said: line, Limit: sitting.Limit{Kind: sitting.NoLimit}}
	for i := range found { // several clauses: one directive in the words of the line
		if len(out.Owners) == 0 {
			out.Owners, out.Whom = found[i].Owners, found[i].Whom
		}
		if out.Limit.Kind == sitting.NoLimit {
			out.Limit, out.When = found[i].Limit, found[i].When
		}
	}
	return out, nil
}
