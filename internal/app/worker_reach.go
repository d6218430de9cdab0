package app

import (
	"context"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// The marks up to which what matters are opened to follows the organisation: the version
// and the day for which all rows were last reckoned.
const (
	reachVersion = "reach:version"
	reachDay     = "reach:day"
	reachBatch   = 200
)

// followOrg reckons anew to whom matters are opened, once posts, places or tenures have
// changed, by an act or because their day has come. It counts the matters that changed.
func (a *App) followOrg(ctx context.Context) (int, error) {
	changed := 0
	for _, district := range a.served() {
		n, err := a.followOrgOf(ctx, district)
		changed += n
		if err != nil {
			return changed, err
		}
	}
	return changed, nil
}

func (a *App) followOrgOf(ctx context.Context, district int32) (int, error) {
	r := a.db.Reader()
	version, err := r.OrgVersion(ctx, district)
	if err != nil || version == 0 {
		return 0, err
	}
	known, err := r.Watermark(ctx, reachVersion, district)
	if err != nil {
		return 0, err
	}
	last, err := r.Watermark(ctx, reachDay, district)
	if err != nil {
		return 0, err
	}
	if known == version && calendar.Date(last) == a.today() {
		return 0, nil
	}
	a.forget(district)
	o, err := a.office(ctx, district)
	if err != nil {
		return 0, err
	}
	changed := 0
	if known != o.version || turned(o.org.Rows(), calendar.Date(last), o.day) {
		changed, err = a.reachAnew(ctx, o)
		if fault.Is(err, fault.Conflict) {
			return changed + 1, nil // it changed meanwhile: once more
		}
		if err != nil {
			return changed, err
		}
	}
	return changed, a.db.Update(func(tx *store.Tx) error {
		if err := tx.WatermarkSet(reachVersion, district, o.version); err != nil {
			return err
		}
		return tx.WatermarkSet(reachDay, district, int64(o.day))
	})
}

// turned reports whether a post, place or tenure began or ended after one day and up to another.
func turned(rows org.Rows, after, until calendar.Date) bool {
	in := func(from, to calendar.Date) bool {
		return from > after && from <= until || to != 0 && to >= after && to < until
	}
	return slices.ContainsFunc(rows.Posts, func(p org.Post) bool { return in(p.From, p.To) }) ||
		slices.ContainsFunc(rows.Places, func(p org.Place) bool { return in(p.From, p.To) }) ||
		slices.ContainsFunc(rows.Tenures, func(t org.Tenure) bool { return in(t.From, t.To) })
}

// reachAnew walks all matters of a district, some hundred a commit, and saves what differs.
func (a *App) reachAnew(ctx context.Context, o *office) (int, error) {
	changed := 0
	for after := record.ID(0); ; {
		ids, err := a.db.Reader().MatterIDs(ctx, o.district, after, reachBatch)
		if err != nil || len(ids) == 0 {
			return changed, err
		}
		after = ids[len(ids)-1]
		keys := make([]record.Key, len(ids))
		for i, id := range ids {
			keys[i] = record.Key{District: o.district, ID: id}
		}
		done, err := a.commit.Do(ctx, Job{District: o.district, Org: o.version, Keys: keys, Decide: func(g *Group) (Outcome, error) {
			return a.reachOf(o, g, ids)
		}})
		if err != nil {
			return changed, err
		}
		changed += done.Answer.(int)
	}
}

// reachOf reckons some matters and gives those whose rows are no longer right; what is
// found of them by words is indexed anew too.
func (a *App) reachOf(o *office, g *Group, ids []record.ID) (Outcome, error) {
	rows, err := g.Reader().Reach(context.Background(), o.district, ids, nil)
	if err != nil {
		return Outcome{}, err
	}
	was := map[record.ID][]matter.Reached{}
	for _, r := range rows {
		was[r.Matter.ID] = append(was[r.Matter.ID], matter.Reached{Post: r.Post, Whole: r.Whole})
	}
	w := a.world(o, Actor{District: o.district, Mode: record.Program})
	w.Now, w.Matters = g.Now(), g.Matters(o.district)
	out := Outcome{Reach: map[record.Key][]matter.Reached{}}
	var docs []store.SearchDoc
	for _, id := range ids {
		m := w.Matters[id]
		if m == nil {
			continue
		}
		t := o.types.Get(m.Type, m.Revision)
		if t == nil {
			continue
		}
		if is := t.Reach(w, m); !slices.Equal(is, was[id]) {
			out.Reach[m.Key] = is
			docs = append(docs, o.searchDoc(m, is))
		}
	}
	out.Answer = len(out.Reach)
	out.Write = func(tx *store.Tx) error { return tx.SearchPut(docs) }
	return out, nil
}
