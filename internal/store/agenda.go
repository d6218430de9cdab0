package store

import (
	"context"
	"database/sql"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
)

// AgendaItem is one point of a sitting.
type AgendaItem struct {
	ID         record.ID
	Position   int32
	Kind       string
	Department record.ID
	Matter     record.ID
	Data       []byte // JSON
	Version    int32
}

// AgendaPut adds or replaces points of a sitting.
func (tx *Tx) AgendaPut(sitting record.Key, items []AgendaItem) error {
	t := &table{name: "agenda_item", keys: 3, cols: columnsOf("district", num, "sitting", big, "id", big, "position", num, "kind", text,
		"department", big, "matter", big, "data", text, "version", num)}
	rows := make([][]any, len(items))
	for i, a := range items {
		rows[i] = []any{sitting.District, int64(sitting.ID), int64(a.ID), a.Position, a.Kind, int64(a.Department), int64(a.Matter), string(a.Data), a.Version}
	}
	return tx.many.insert(t, `ON CONFLICT (district, sitting, id) DO UPDATE SET position=excluded.position, kind=excluded.kind,
 department=excluded.department, matter=excluded.matter, data=excluded.data, version=excluded.version`, rows)
}

// AgendaDrop removes a point that was never taken up.
func (tx *Tx) AgendaDrop(sitting record.Key, item record.ID) error {
	_, err := tx.exec(`DELETE FROM agenda_item WHERE district=$1 AND sitting=$2 AND id=$3`, sitting.District, int64(sitting.ID), int64(item))
	return err
}

// Agenda lists the points of a sitting in their order.
func (r *Reader) Agenda(ctx context.Context, sitting record.Key) ([]AgendaItem, error) {
	return collect(ctx, r, func(rows *sql.Rows, a *AgendaItem) error {
		return rows.Scan(&a.ID, &a.Position, &a.Kind, &a.Department, &a.Matter, &a.Data, &a.Version)
	}, `SELECT id, position, kind, department, matter, data, version FROM agenda_item WHERE district=$1 AND sitting=$2 ORDER BY position, id`,
		sitting.District, int64(sitting.ID))
}

// Attendance is one post or invitee at a sitting.
type Attendance struct {
	ID      record.ID
	Post    record.ID
	Person  record.ID
	Status  string // invited, in_person, video, absent, excused
	At      calendar.Instant
	Data    []byte // JSON: name of an invitee without post
	Version int32
}

// AttendancePut adds or replaces who was at a sitting and how.
func (tx *Tx) AttendancePut(sitting record.Key, list []Attendance) error {
	t := &table{name: "attendance", keys: 3, cols: columnsOf("district", num, "sitting", big, "id", big, "post", big, "person", big,
		"status", text, "at", big, "data", text, "version", num)}
	rows := make([][]any, len(list))
	for i, a := range list {
		rows[i] = []any{sitting.District, int64(sitting.ID), int64(a.ID), int64(a.Post), int64(a.Person), a.Status, int64(a.At), string(a.Data), a.Version}
	}
	return tx.many.insert(t, `ON CONFLICT (district, sitting, id) DO UPDATE SET post=excluded.post, person=excluded.person, status=excluded.status,
 at=excluded.at, data=excluded.data, version=excluded.version`, rows)
}

// Attendance lists who was asked to a sitting and how they came.
func (r *Reader) Attendance(ctx context.Context, sitting record.Key) ([]Attendance, error) {
	return collect(ctx, r, func(rows *sql.Rows, a *Attendance) error {
		return rows.Scan(&a.ID, &a.Post, &a.Person, &a.Status, &a.At, &a.Data, &a.Version)
	}, `SELECT id, post, person, status, at, data, version FROM attendance WHERE district=$1 AND sitting=$2 ORDER BY id`, sitting.District, int64(sitting.ID))
}

// Minutes is one revision of the proceedings of a sitting.
type Minutes struct {
	Revision int32
	State    string // draft, signed, sent
	At       calendar.Instant
	Person   record.ID
	Post     record.ID
	Data     []byte // JSON
}

// MinutesPut saves a revision of the proceedings.
func (tx *Tx) MinutesPut(sitting record.Key, m Minutes) error {
	_, err := tx.exec(`INSERT INTO minutes (district, sitting, revision, state, at, person, post, data) VALUES ($1,$2,$3,$4,$5,$6,$7,$8)
 ON CONFLICT (district, sitting, revision) DO UPDATE SET state=excluded.state, at=excluded.at, person=excluded.person, post=excluded.post, data=excluded.data`,
		sitting.District, int64(sitting.ID), m.Revision, m.State, int64(m.At), int64(m.Person), int64(m.Post), string(m.Data))
	return err
}

// Minutes lists the revisions of the proceedings of a sitting, newest first.
func (r *Reader) Minutes(ctx context.Context, sitting record.Key) ([]Minutes, error) {
	return collect(ctx, r, func(rows *sql.Rows, m *Minutes) error {
		return rows.Scan(&m.Revision, &m.State, &m.At, &m.Person, &m.Post, &m.Data)
	}, `SELECT revision, state, at, person, post, data FROM minutes WHERE district=$1 AND sitting=$2 ORDER BY revision DESC`, sitting.District, int64(sitting.ID))
}

// Draft is something not yet said: a line of a sitting, a reading. It has no event.
type Draft struct {
	Key     record.Key
	Sitting record.ID
	Kind    string
	Person  record.ID
	Post    record.ID
	Updated calendar.Instant
	Data    []byte // JSON
	Version int32
}

const draftColumns = `district, id, sitting, kind, person, post, updated, data, version`

func scanDraft(rows *sql.Rows, d *Draft) error {
	return rows.Scan(&d.Key.District, &d.Key.ID, &d.Sitting, &d.Kind, &d.Person, &d.Post, &d.Updated, &d.Data, &d.Version)
}

// DraftPut adds or replaces a draft.
func (tx *Tx) DraftPut(d Draft) error {
	_, err := tx.exec(`INSERT INTO draft (`+draftColumns+`) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)
 ON CONFLICT (district, id) DO UPDATE SET sitting=excluded.sitting, kind=excluded.kind, updated=excluded.updated, data=excluded.data, version=excluded.version`,
		d.Key.District, int64(d.Key.ID), int64(d.Sitting), d.Kind, int64(d.Person), int64(d.Post), int64(d.Updated), string(d.Data), d.Version)
	return err
}

// DraftDrop deletes a draft: an undo, or because it was issued. It tells whether it was there.
func (tx *Tx) DraftDrop(k record.Key) (bool, error) {
	n, err := tx.exec(`DELETE FROM draft WHERE district=$1 AND id=$2`, k.District, int64(k.ID))
	return n == 1, err
}

// Draft reads one draft; ok is false if there is none.
func (r *Reader) Draft(ctx context.Context, k record.Key) (d Draft, ok bool, err error) {
	found, err := collect(ctx, r, scanDraft, `SELECT `+draftColumns+` FROM draft WHERE district=$1 AND id=$2`, k.District, int64(k.ID))
	if err != nil || len(found) == 0 {
		return Draft{}, false, err
	}
	return found[0], true, nil
}

// Drafts lists the drafts of a sitting in the order in which they were begun.
func (r *Reader) Drafts(ctx context.Context, sitting record.Key) ([]Draft, error) {
	return collect(ctx, r, scanDraft, `SELECT `+draftColumns+` FROM draft WHERE district=$1 AND sitting=$2 ORDER BY id`, sitting.District, int64(sitting.ID))
}

// DraftsOf lists the drafts of a post in the order in which they were begun.
func (r *Reader) DraftsOf(ctx context.Context, district int32, post record.ID) ([]Draft, error) {
	return collect(ctx, r, scanDraft, `SELECT `+draftColumns+` FROM draft WHERE district=$1 AND post=$2 ORDER BY id`, district, int64(post))
}
