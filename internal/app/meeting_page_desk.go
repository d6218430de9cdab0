package app

import (
	"context"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
)

// WriteDraft makes a draft of words that do not stand in the proceedings; whom and by when
// are read from them as far as they say.
func (a *App) WriteDraft(ctx context.Context, who Actor, key record.Key, words string) (id record.ID, err error) {
	err = a.atDesk(ctx, who, key, func(d *desk, k *sitting.Desk) error {
		draft, err := a.spoken(d, words, "")
		if err != nil {
			return err
		}
		lines := 0
		for i := range k.Drafts {
			lines += boolInt(k.Drafts[i].Kind == sitting.Line)
		}
		draft.Order, draft.Touched = sitting.LinesFrom+int64(lines), []string{"subject"}
		id, err = k.Add(draft)
		return err
	})
	return id, err
}

// KindsOf offers, for posts that were found, all posts of the same designation as one
// owner, as DraftForm takes it; designations held by one post are left out.
func (a *App) KindsOf(ctx context.Context, who Actor, found []Found) ([]Named, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return nil, err
	}
	var list []Named
	var seen []string
	for _, f := range found {
		p := o.org.Post(f.ID)
		if p == nil || p.Designation == "" || slices.Contains(seen, p.Designation) {
			continue
		}
		seen = append(seen, p.Designation)
		if posts := o.org.PostsNamed(p.Designation, 0, o.day); len(posts) > 1 {
			v := o.ownerView(&sitting.Owner{Key: p.Designation, All: true, Posts: posts})
			list = append(list, Named{Key: v.Key, Name: v.Name})
		}
	}
	return list, nil
}

// OwnerName gives the name of what was picked: a post or place by its key, or all posts of
// a kind; empty if there is none.
func (a *App) OwnerName(ctx context.Context, who Actor, kind record.Kind, key string) (i18n.Text, error) {
	designation, all := strings.CutPrefix(key, "all:")
	if !all && !strings.Contains(key, "+") {
		return a.NameOf(ctx, who, kind, key)
	}
	o, err := a.office(ctx, who.District)
	if err != nil {
		return i18n.Text{}, err
	}
	if !all {
		return o.ownerView(&sitting.Owner{Posts: (&desk{o: o}).listed(key)}).Name, nil
	}
	return o.ownerView(&sitting.Owner{Key: designation, All: true, Posts: o.org.PostsNamed(designation, 0, o.day)}).Name, nil
}

// MayTakeBack reports whether the last step at the desk of a sitting was a person's; the
// reading of the text itself is none.
func (a *App) MayTakeBack(ctx context.Context, key record.Key) (bool, error) {
	list, err := a.drafts(ctx, key)
	return stepByPerson(list), err
}

// TakeBack takes back the last step that a person did at the desk of a sitting.
func (a *App) TakeBack(ctx context.Context, who Actor, key record.Key) error {
	return a.atDesk(ctx, who, key, func(_ *desk, k *sitting.Desk) error {
		if !stepByPerson(k.Drafts) {
			return fault.New(fault.Refused, "sitting.nothing_to_undo")
		}
		return k.Undo()
	})
}

// stepByPerson reports whether the newest step entered no draft that only the reader made.
func stepByPerson(list []sitting.Draft) bool {
	var last record.ID
	by := false
	for i := range list {
		n := len(list[i].Past)
		if n == 0 {
			continue
		}
		read := list[i].Past[n-1].New && list[i].Kind == sitting.Reading && !list[i].ByPerson()
		switch op := list[i].Past[n-1].Op; {
		case op > last:
			last, by = op, !read
		case op == last:
			by = by && !read
		}
	}
	return by
}
