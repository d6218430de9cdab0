package store

import (
	"context"
	"database/sql"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

func wakeTable() *table {
	return &table{name: "wake", keys: 3, cols: columnsOf("district", num, "matter", big, "what", text, "at", big, "lease", big, "tries", num)}
}

// WakesRewrite replaces all wakes of the matters by the given ones.
func (tx *Tx) WakesRewrite(matters []record.Key, wakes []matter.Wake) error {
	keys := make([][]any, len(matters))
	for i, k := range matters {
		keys[i] = []any{k.District, int64(k.ID)}
	}
	if err := tx.many.remove(wakeTable(), "", keys); err != nil {
		return err
	}
	rows := make([][]any, len(wakes))
	for i, w := range wakes {
		rows[i] = []any{w.Matter.District, int64(w.Matter.ID), w.What, int64(w.At), int64(0), int32(0)}
	}
	return tx.many.insert(wakeTable(), `ON CONFLICT (district, matter, what) DO UPDATE SET at=excluded.at`, rows)
}

func scanWake(rows *sql.Rows, w *matter.Wake) error {
	return rows.Scan(&w.Matter.District, &w.Matter.ID, &w.What, &w.At)
}

// WakesClaim takes up to limit wakes that are due and that nobody holds, and holds them
// until the lease ends; a program that dies loses them to the next one.
func (tx *Tx) WakesClaim(now, lease calendar.Instant, limit int) ([]matter.Wake, error) {
	return collect(context.Background(), &tx.Reader, scanWake, `UPDATE wake SET lease=$1, tries=tries+1 WHERE (district, matter, what) IN
 (SELECT district, matter, what FROM wake WHERE at<=$2 AND lease<=$2 ORDER BY at, district, matter LIMIT $3) AND lease<=$2
 RETURNING district, matter, what, at`, int64(lease), int64(now), limit)
}

// WakeNext reads when the next wake is due; 0 if there is none.
func (r *Reader) WakeNext(ctx context.Context) (at calendar.Instant, err error) {
	_, err = first(ctx, r, `SELECT at FROM wake ORDER BY at, district, matter LIMIT 1`, nil, &at)
	return at, err
}

// Wakes reads the wakes of one matter, soonest first.
func (r *Reader) Wakes(ctx context.Context, k record.Key) ([]matter.Wake, error) {
	return collect(ctx, r, scanWake, `SELECT district, matter, what, at FROM wake WHERE district=$1 AND matter=$2 ORDER BY at, what`, k.District, int64(k.ID))
}

// WakesBetween reads the wakes of the matters after an id up to another, by matter: for the audit.
func (r *Reader) WakesBetween(ctx context.Context, district int32, after, last record.ID) ([]matter.Wake, error) {
	return collect(ctx, r, scanWake, `SELECT district, matter, what, at FROM wake WHERE district=$1 AND matter>$2 AND matter<=$3 ORDER BY matter, at, what`,
		district, int64(after), int64(last))
}

// WakeDrop forgets a wake that no longer means anything, such as one of a matter that a
// claim found closed.
func (tx *Tx) WakeDrop(w matter.Wake) error {
	_, err := tx.exec(`DELETE FROM wake WHERE district=$1 AND matter=$2 AND what=$3`, w.Matter.District, int64(w.Matter.ID), w.What)
	return err
}
