package store

import (
	"context"
	"database/sql"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// Excepted is a matter on the list of what nobody can act on, and since when.
type Excepted struct {
	matter.Exception
	Since calendar.Instant
	Row   Listed
}

func exceptionTable() *table {
	return &table{name: "exception", keys: 3, cols: columnsOf("district", num, "matter", big, "why", text, "role", text, "text_hi", text, "text_en", text, "since", big)}
}

// ExceptionsPut puts matters on the list; one already there stays as it is.
func (tx *Tx) ExceptionsPut(list []matter.Exception, since calendar.Instant) error {
	rows := make([][]any, len(list))
	for i, e := range list {
		rows[i] = []any{e.Matter.District, int64(e.Matter.ID), e.Why, e.Role, e.Text.Hi, e.Text.En, int64(since)}
	}
	return tx.many.insert(exceptionTable(), `ON CONFLICT (district, matter, why) DO NOTHING`, rows)
}

// ExceptionsClear takes matters off the list.
func (tx *Tx) ExceptionsClear(matters []record.Key) error {
	keys := make([][]any, len(matters))
	for i, k := range matters {
		keys[i] = []any{k.District, int64(k.ID)}
	}
	return tx.many.remove(exceptionTable(), "", keys)
}

// Exceptions lists what nobody can act on, as far as a purview has it, by matter.
func (r *Reader) Exceptions(ctx context.Context, p matter.Purview, limit int) ([]Excepted, error) {
	var w where
	w.add("e.district=%s", p.District)
	w.parts = append(w.parts, (&scope{p}).sees(&w, "m."))
	return collect(ctx, r, func(rows *sql.Rows, e *Excepted) error {
		return scanListedAfter(rows, &e.Row, &e.Matter.District, &e.Matter.ID, &e.Why, &e.Role, &e.Text.Hi, &e.Text.En, &e.Since)
	}, `SELECT e.district, e.matter, e.why, e.role, e.text_hi, e.text_en, e.since, `+prefixed("m", listedColumns)+`
 FROM exception e JOIN matter m ON m.district=e.district AND m.id=e.matter WHERE `+w.text()+` ORDER BY e.matter, e.why LIMIT `+w.arg(limit), w.args...)
}

// ExceptionsBetween reads the list for the matters after an id up to another: for the audit.
func (r *Reader) ExceptionsBetween(ctx context.Context, district int32, after, last record.ID) ([]Excepted, error) {
	return collect(ctx, r, func(rows *sql.Rows, e *Excepted) error {
		return rows.Scan(&e.Matter.District, &e.Matter.ID, &e.Why, &e.Role, &e.Text.Hi, &e.Text.En, &e.Since)
	}, `SELECT district, matter, why, role, text_hi, text_en, since FROM exception WHERE district=$1 AND matter>$2 AND matter<=$3 ORDER BY matter, why`,
		district, int64(after), int64(last))
}
