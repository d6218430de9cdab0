package app

import (
	"context"
	"strings"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// searchFollower names the follower of the log that keeps the search index, and
// followBatch is how many events it reads at once.
const (
	searchFollower = store.SearchFollower
	followBatch    = 1000
)

// indexNew reads what was logged since the last time and indexes the matters it speaks
// of. New text is found about a second later.
func (a *App) indexNew(ctx context.Context) (int, error) {
	done := 0
	for _, district := range a.served() {
		n, err := a.indexDistrict(ctx, district)
		if err != nil {
			return done, err
		}
		done += n
	}
	return done, nil
}

func (a *App) indexDistrict(ctx context.Context, district int32) (int, error) {
	r := a.db.Reader()
	from, err := r.Watermark(ctx, searchFollower, district)
	if err != nil {
		return 0, err
	}
	events, err := r.EventsFrom(ctx, district, from, followBatch)
	if err != nil || len(events) == 0 {
		return 0, err
	}
	o, err := a.office(ctx, district)
	if err != nil {
		return 0, err
	}
	docs, err := a.searchDocs(ctx, o, changedMatters(events))
	if err != nil {
		return 0, err
	}
	next := events[len(events)-1].Leaf + 1
	return len(events), a.db.Update(func(tx *store.Tx) error {
		if err := tx.SearchPut(docs); err != nil {
			return err
		}
		return tx.WatermarkSet(searchFollower, district, next)
	})
}

func changedMatters(events []store.Logged) []record.ID {
	var ids []record.ID
	seen := map[record.ID]bool{}
	for i := range events {
		s := events[i].Subject
		if s.Kind == record.Matter && !seen[s.Key.ID] {
			seen[s.Key.ID] = true
			ids = append(ids, s.Key.ID)
		}
	}
	return ids
}

func (a *App) searchDocs(ctx context.Context, o *office, ids []record.ID) ([]store.SearchDoc, error) {
	var docs []store.SearchDoc
	for len(ids) > 0 {
		n := min(len(ids), 500)
		found, err := a.db.Reader().Matters(ctx, o.district, ids[:n])
		if err != nil {
			return nil, err
		}
		rows, err := a.db.Reader().Reach(ctx, o.district, ids[:n], nil)
		if err != nil {
			return nil, err
		}
		reached := map[record.ID][]matter.Reached{}
		for _, r := range rows {
			reached[r.Matter.ID] = append(reached[r.Matter.ID], matter.Reached{Post: r.Post, Whole: r.Whole})
		}
		for i := range found {
			docs = append(docs, o.searchDoc(&found[i], reached[found[i].Key.ID]))
		}
		ids = ids[n:]
	}
	return docs, nil
}

// searchDoc is what a matter is found by: number, words, the names of its posts and
// places in both scripts; and who may find it: whoever sees it whole. What is personal is
// never indexed.
func (o *office) searchDoc(m *matter.Matter, reached []matter.Reached) store.SearchDoc {
	holder, place, department := o.post(m.Holder).Name, o.place(m.Place).Name, o.department(m.Department).Name
	text := []string{m.Number, serials(m.Number), m.Subject, m.Detail, holder.Hi, holder.En, place.Hi, place.En, department.Hi, department.En}
	if p := o.org.Post(m.Holder); p != nil {
		text = append(text, p.Aliases...)
	}
	d := store.SearchDoc{Key: m.Key, Restricted: m.Class > record.Office, Text: strings.Join(text, "\n")}
	d.Scope = append(d.Scope, store.ScopeWord('k', m.Department), store.ScopeWord('b', m.Block), store.ScopeWord('p', m.Place), typeWord(m.Type))
	if m.Holder != 0 {
		d.Scope = append(d.Scope, store.ScopeWord('h', m.Holder))
	}
	for _, r := range reached {
		if r.Whole && r.Post != m.Holder {
			d.Scope = append(d.Scope, store.ScopeWord('h', r.Post))
		}
	}
	return d
}

// serials gives the parts of a number without their zeros, as it is asked for by mouth.
func serials(number string) string {
	parts := strings.FieldsFunc(number, func(r rune) bool { return r == '-' || r == '/' })
	for i := range parts {
		parts[i] = strings.TrimLeft(parts[i], "0")
	}
	return strings.Join(parts, " ")
}
