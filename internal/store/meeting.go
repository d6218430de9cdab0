package store

import (
	"context"
	"database/sql"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// OpenTakenAt reads the open matters taken at any of some sittings, as far as the scope
// sees them, in the order of their ids; limit bounds the answer.
func (r *Reader) OpenTakenAt(ctx context.Context, s matter.Purview, sittings []record.ID, limit int) ([]matter.Matter, error) {
	if len(sittings) == 0 {
		return nil, nil
	}
	var w where
	w.add("district=%s AND taken_at <> 0 AND phase < 5", s.District)
	w.in("taken_at", sittings)
	w.parts = append(w.parts, (&scope{s}).sees(&w, "matter."))
	return collect(ctx, r, scanMatter, `SELECT `+matterColumns+` FROM matter WHERE `+w.text()+` ORDER BY id LIMIT `+w.arg(limit), w.args...)
}

// PartsOf reads the parts of many matters at once, parent by parent, in the order in which
// they were made.
func (r *Reader) PartsOf(ctx context.Context, district int32, parents []record.ID) ([]matter.Matter, error) {
	if len(parents) == 0 {
		return nil, nil
	}
	var w where
	w.add("district=%s AND parent <> 0", district)
	w.in("parent", parents)
	return collect(ctx, r, scanMatter, `SELECT `+matterColumns+` FROM matter WHERE `+w.text()+` ORDER BY parent, id`, w.args...)
}

// LastWord is what was last said about a matter, after it was opened, by a person.
type LastWord struct {
	Matter record.ID
	At     calendar.Instant
	Post   record.ID
	Text   string
}

// LastWords reads the last words of many matters in one query. Paths are where words lie
// in events, such as "text.d" or "fields.remark.d"; what was erased is not found.
func (r *Reader) LastWords(ctx context.Context, district int32, matters []record.ID, paths []string) (map[record.ID]LastWord, error) {
	if len(matters) == 0 || len(paths) == 0 {
		return nil, nil
	}
	var w where
	w.add("e.district=%s AND e.version > 1 AND e.person <> 0", district)
	w.in("e.subject", matters)
	w.in("v.path", paths)
	rows, err := collect(ctx, r, func(rows *sql.Rows, l *LastWord) error {
		var text []byte
		err := rows.Scan(&l.Matter, &l.At, &l.Post, &text)
		l.Text = string(text)
		return err
	}, `SELECT e.subject, e.at, e.post, v.value FROM event e JOIN event_value v ON v.district=e.district AND v.event=e.id
 WHERE `+w.text()+` ORDER BY e.subject, e.id`, w.args...)
	if err != nil {
		return nil, err
	}
	last := make(map[record.ID]LastWord, len(matters))
	for _, l := range rows {
		if l.Text != "" {
			last[l.Matter] = l
		}
	}
	return last, nil
}

// SittingSeries reads one series; ok is false if there is none.
func (r *Reader) SittingSeries(ctx context.Context, k record.Key) (s Series, ok bool, err error) {
	ok, err = first(ctx, r, `SELECT district, id, key, name_hi, name_en, place, department, data, version FROM sitting_series WHERE district=$1 AND id=$2`,
		[]any{k.District, int64(k.ID)}, &s.Key.District, &s.Key.ID, &s.Slug, &s.Name.Hi, &s.Name.En, &s.Place, &s.Department, &s.Data, &s.Version)
	return s, ok, err
}

// MinutesLast reads the newest revision of the proceedings of a sitting; ok is false if
// nothing is written down.
func (r *Reader) MinutesLast(ctx context.Context, sitting record.Key) (m Minutes, ok bool, err error) {
	ok, err = first(ctx, r, `SELECT revision, state, at, person, post, data FROM minutes WHERE district=$1 AND sitting=$2 ORDER BY revision DESC LIMIT 1`,
		[]any{sitting.District, int64(sitting.ID)}, &m.Revision, &m.State, &m.At, &m.Person, &m.Post, &m.Data)
	return m, ok, err
}

// Taken is how the matters taken at one sitting stand together.
type Taken struct {
	Sitting         record.ID
	All, Open, Late int64 // late: itself or one of its open parts
}

// TakenCounts counts the matters taken at each of some sittings, as far as a purview has
// them; a sitting without any is left out.
func (r *Reader) TakenCounts(ctx context.Context, p matter.Purview, sittings []record.ID, now calendar.Instant) (map[record.ID]Taken, error) {
	if len(sittings) == 0 {
		return nil, nil
	}
	var w where
	late := w.arg(int64(now))
	w.add("district=%s AND taken_at <> 0", p.District)
	w.in("taken_at", sittings)
	w.parts = append(w.parts, (&scope{p}).sees(&w, "matter."))
	rows, err := collect(ctx, r, func(rows *sql.Rows, t *Taken) error {
		return rows.Scan(&t.Sitting, &t.All, &t.Open, &t.Late)
	}, `SELECT taken_at, count(*), sum(CASE WHEN phase < 5 THEN 1 ELSE 0 END), sum(CASE WHEN phase < 5 AND (due < `+late+` OR EXISTS
 (SELECT 1 FROM matter p WHERE p.district=matter.district AND p.parent=matter.id AND p.parent <> 0 AND p.phase < 5 AND p.due < `+late+`)) THEN 1 ELSE 0 END)
 FROM matter WHERE `+w.text()+` GROUP BY taken_at`, w.args...)
	counts := make(map[record.ID]Taken, len(rows))
	for _, t := range rows {
		counts[t.Sitting] = t
	}
	return counts, err
}
