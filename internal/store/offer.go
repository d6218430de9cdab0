package store

import (
	"context"
	"database/sql"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
)

// Offer is a draft that lies, or lay, before a post.
type Offer struct {
	ID      record.ID
	Matter  record.Key
	Ask     string
	Before  record.ID
	Asked   record.ID
	At      calendar.Instant
	Settled calendar.Instant // 0 it still lies there
	Raised  record.ID        // what was raised by signing it
}

func offerTable() *table {
	return &table{name: "offer", keys: 2, cols: columnsOf("district", num, "id", big, "matter", big, "ask", text, "signer", big, "asked", big,
		"at", big, "settled", big, "raised", big)}
}

// OffersPut saves drafts; one that is kept takes what became of it.
func (tx *Tx) OffersPut(list []Offer) error {
	rows := make([][]any, len(list))
	for i, o := range list {
		rows[i] = []any{o.Matter.District, int64(o.ID), int64(o.Matter.ID), o.Ask, int64(o.Before), int64(o.Asked), int64(o.At), int64(o.Settled), int64(o.Raised)}
	}
	slices.SortFunc(rows, compareRows)
	return tx.many.insert(offerTable(), `ON CONFLICT (district, id) DO UPDATE SET settled=excluded.settled, raised=excluded.raised`, rows)
}

const offerColumns = `district, id, matter, ask, signer, asked, at, settled, raised`

func scanOffer(rows *sql.Rows, o *Offer) error {
	return rows.Scan(&o.Matter.District, &o.ID, &o.Matter.ID, &o.Ask, &o.Before, &o.Asked, &o.At, &o.Settled, &o.Raised)
}

// OffersBefore lists the drafts that lie before any of the posts, the oldest first.
func (r *Reader) OffersBefore(ctx context.Context, district int32, posts []record.ID, limit int) ([]Offer, error) {
	if len(posts) == 0 {
		return nil, nil
	}
	var w where
	w.add("district=%s", district)
	w.in("signer", posts)
	w.add("settled = 0")
	return collect(ctx, r, scanOffer, `SELECT `+offerColumns+` FROM offer WHERE `+w.text()+` ORDER BY id LIMIT `+w.arg(limit), w.args...)
}

// OffersFrom reads drafts after an id, for the audit.
func (r *Reader) OffersFrom(ctx context.Context, district int32, after record.ID, limit int) ([]Offer, error) {
	return collect(ctx, r, scanOffer, `SELECT `+offerColumns+` FROM offer WHERE district=$1 AND id>$2 ORDER BY id LIMIT $3`, district, int64(after), limit)
}
