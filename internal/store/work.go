package store

import (
	"context"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// Work is what a person owes in all posts held: the most urgent matters and the counts.
type Work struct {
	Matters   []Listed
	Next      string
	Standings []Standing
}

// MyWork reads one page of the open matters of the posts, soonest due first, and the
// counts of all of them, in two queries.
func (r *Reader) MyWork(ctx context.Context, district int32, posts []record.ID, today, warn calendar.Date, after string, limit int) (Work, error) {
	want := ListWant{Scope: matter.Purview{District: district}, After: after, Limit: limit}
	var out Work
	if len(posts) == 0 {
		return out, nil
	}
	q, args, err := want.heldBy(posts)
	if err != nil {
		return Work{}, err
	}
	if out.Matters, err = collect(ctx, r, scanListed, q, args...); err != nil {
		return Work{}, err
	}
	if len(out.Matters) > want.Limit {
		out.Matters = out.Matters[:want.Limit]
		out.Next = want.cursor(&out.Matters[want.Limit-1])
	}
	out.Standings, err = r.heldStandings(ctx, district, posts, today, warn)
	return out, err
}

// heldBy is the list of what posts hold, whatever its class: one branch a post.
func (want *ListWant) heldBy(posts []record.ID) (string, []any, error) {
	if want.Limit < 1 || want.Limit > 500 {
		want.Limit = 25
	}
	want.Scope.Posts = posts
	want.held = true
	return want.query()
}

// TakenAt lists the matters taken at a sitting with how they stand: its action-taken report.
func (r *Reader) TakenAt(ctx context.Context, s matter.Purview, sitting record.ID, after record.ID, limit int) ([]Listed, error) {
	var w where
	w.add("district=%s AND taken_at=%s AND taken_at <> 0", s.District, int64(sitting))
	w.add("id>%s", int64(after))
	w.parts = append(w.parts, (&scope{s}).sees(&w, "matter."))
	return collect(ctx, r, scanListed, `SELECT `+listedColumns+` FROM matter WHERE `+w.text()+` ORDER BY id LIMIT `+w.arg(limit), w.args...)
}

// About lists the matters about a thing, newest first.
func (r *Reader) About(ctx context.Context, s matter.Purview, about record.Ref, limit int) ([]Listed, error) {
	var w where
	w.add("district=%s AND about=%s AND about <> 0", s.District, int64(about.Key.ID))
	w.add("about_kind=%s", int32(about.Kind))
	w.parts = append(w.parts, (&scope{s}).sees(&w, "matter."))
	return collect(ctx, r, scanListed, `SELECT `+listedColumns+` FROM matter WHERE `+w.text()+` ORDER BY id DESC LIMIT `+w.arg(limit), w.args...)
}
