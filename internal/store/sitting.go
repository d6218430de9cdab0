package store

import (
	"context"
	"database/sql"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// Sitting is a dated gathering as lists need it; Data holds what its noun knows besides.
type Sitting struct {
	Key        record.Key
	Series     record.ID
	Kind       string
	State      string // planned, open, held, not_held, cancelled …
	Title      i18n.Text
	Starts     calendar.Instant
	Ends       calendar.Instant
	Place      record.ID
	Department record.ID
	Chair      record.ID
	Class      record.Class
	Data       []byte // JSON
	Version    int32
}

const sittingColumns = `district, id, series, kind, state, title_hi, title_en, starts, ends, place, department, chair, class, data, version`

func sittingTable() *table {
	return &table{name: "sitting", keys: 2, cols: columnsOf("district", num, "id", big, "series", big, "kind", text, "state", text,
		"title_hi", text, "title_en", text, "starts", big, "ends", big, "place", big, "department", big, "chair", big, "class", num,
		"data", text, "version", num)}
}

func scanSitting(rows *sql.Rows, s *Sitting) error {
	return rows.Scan(&s.Key.District, &s.Key.ID, &s.Series, &s.Kind, &s.State, &s.Title.Hi, &s.Title.En, &s.Starts, &s.Ends,
		&s.Place, &s.Department, &s.Chair, &s.Class, &s.Data, &s.Version)
}

func sittingRow(s *Sitting) []any {
	return []any{s.Key.District, int64(s.Key.ID), int64(s.Series), s.Kind, s.State, s.Title.Hi, s.Title.En, int64(s.Starts), int64(s.Ends),
		int64(s.Place), int64(s.Department), int64(s.Chair), int32(s.Class), string(s.Data), s.Version}
}

// SittingSave saves a sitting: read is 0 for a new one, else the version it was read
// with; Conflict if somebody else changed it.
func (tx *Tx) SittingSave(s Sitting, read int32) error {
	if read == 0 {
		return tx.many.insert(sittingTable(), "", [][]any{sittingRow(&s)})
	}
	n, err := tx.exec(`UPDATE sitting SET series=$3, kind=$4, state=$5, title_hi=$6, title_en=$7, starts=$8, ends=$9, place=$10, department=$11,
 chair=$12, class=$13, data=$14, version=$15 WHERE district=$1 AND id=$2 AND version=$16`, append(sittingRow(&s), read)...)
	if err == nil && n != 1 {
		return fault.New(fault.Conflict, "store.changed")
	}
	return err
}

// SittingLocked reads a sitting and holds it until the commit; ok is false if there is none.
func (tx *Tx) SittingLocked(k record.Key) (s Sitting, ok bool, err error) {
	return oneSitting(collect(context.Background(), &tx.Reader, scanSitting,
		locked(tx.engine, `SELECT `+sittingColumns+` FROM sitting WHERE district=$1 AND id=$2`), k.District, int64(k.ID)))
}

// Sitting reads a sitting; ok is false if there is none.
func (r *Reader) Sitting(ctx context.Context, k record.Key) (s Sitting, ok bool, err error) {
	return oneSitting(collect(ctx, r, scanSitting, `SELECT `+sittingColumns+` FROM sitting WHERE district=$1 AND id=$2`, k.District, int64(k.ID)))
}

func oneSitting(found []Sitting, err error) (Sitting, bool, error) {
	if err != nil || len(found) == 0 {
		return Sitting{}, false, err
	}
	return found[0], true, nil
}

// Sittings lists the sittings of a district that start in a stretch of time, soonest first.
func (r *Reader) Sittings(ctx context.Context, district int32, from, before calendar.Instant, limit int) ([]Sitting, error) {
	return collect(ctx, r, scanSitting, `SELECT `+sittingColumns+` FROM sitting WHERE district=$1 AND starts>=$2 AND starts<$3 ORDER BY starts, id LIMIT $4`,
		district, int64(from), int64(before), limit)
}

// SittingsOf lists the sittings of a series, newest first.
func (r *Reader) SittingsOf(ctx context.Context, series record.Key, limit int) ([]Sitting, error) {
	return collect(ctx, r, scanSitting, `SELECT `+sittingColumns+` FROM sitting WHERE district=$1 AND series=$2 ORDER BY starts DESC, id DESC LIMIT $3`,
		series.District, int64(series.ID), limit)
}

// Series is a series of sittings.
type Series struct {
	Key        record.Key
	Slug       string
	Name       i18n.Text
	Place      record.ID
	Department record.ID
	Data       []byte // JSON: rhythm, members, chair
	Version    int32
}

// SeriesPut adds or replaces a series.
func (tx *Tx) SeriesPut(s Series) error {
	_, err := tx.exec(`INSERT INTO sitting_series (district, id, key, name_hi, name_en, place, department, data, version) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)
 ON CONFLICT (district, id) DO UPDATE SET key=excluded.key, name_hi=excluded.name_hi, name_en=excluded.name_en, place=excluded.place,
 department=excluded.department, data=excluded.data, version=excluded.version`,
		s.Key.District, int64(s.Key.ID), s.Slug, s.Name.Hi, s.Name.En, int64(s.Place), int64(s.Department), string(s.Data), s.Version)
	return err
}

// AllSeries lists the series of a district by key.
func (r *Reader) AllSeries(ctx context.Context, district int32) ([]Series, error) {
	return collect(ctx, r, func(rows *sql.Rows, s *Series) error {
		return rows.Scan(&s.Key.District, &s.Key.ID, &s.Slug, &s.Name.Hi, &s.Name.En, &s.Place, &s.Department, &s.Data, &s.Version)
	}, `SELECT district, id, key, name_hi, name_en, place, department, data, version FROM sitting_series WHERE district=$1 ORDER BY key`, district)
}
