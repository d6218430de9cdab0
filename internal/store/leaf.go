package store

import (
	"context"
	"database/sql"

	"github.com/anupalan/anupalan/internal/audit"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// Leaf is one numbered leaf of a district's tree.
type Leaf struct {
	N     int64
	Event record.ID
	Hash  audit.Hash
}

func leafTable() *table {
	return &table{name: "leaf", keys: 2, cols: columnsOf("district", num, "n", big, "event", big, "hash", binary)}
}

func tileTable() *table {
	return &table{name: "tile", keys: 3, cols: columnsOf("district", num, "level", num, "n", big, "hashes", binary)}
}

// LeavesInsert saves new leaves.
func (tx *Tx) LeavesInsert(district int32, leaves []Leaf) error {
	rows := make([][]any, len(leaves))
	for i := range leaves {
		l := &leaves[i]
		rows[i] = []any{district, l.N, int64(l.Event), l.Hash[:]}
	}
	return tx.many.insert(leafTable(), "", rows)
}

// TilesPut saves the tiles that an append changed: whole ones of level 0, and higher ones in place of what they were.
func (tx *Tx) TilesPut(district int32, tiles []audit.Tile) error {
	rows := make([][]any, len(tiles))
	for i, t := range tiles {
		rows[i] = []any{district, int32(t.Level), t.N, t.Bytes()}
	}
	return tx.many.insert(tileTable(), "ON CONFLICT (district, level, n) DO UPDATE SET hashes=excluded.hashes", rows)
}

// EdgeLocked reads the size and right edge of a district's tree and holds them until the
// commit. It is the last lock a commit takes.
func (tx *Tx) EdgeLocked(district int32) (size int64, hashes []byte, err error) {
	for {
		ok, err := first(context.Background(), &tx.Reader, edgeLocked(tx.engine), []any{district}, &size, &hashes)
		if ok || err != nil {
			return size, hashes, err
		}
		_, err = tx.exec(`INSERT INTO edge (district, size, hashes) VALUES ($1, 0, $2) ON CONFLICT (district) DO NOTHING`, district, []byte{})
		if err != nil {
			return 0, nil, err
		}
	}
}

// EdgeMove saves the new edge; Conflict if the tree has grown since it was read.
func (tx *Tx) EdgeMove(district int32, from, to int64, hashes []byte) error {
	n, err := tx.exec(`UPDATE edge SET size=$1, hashes=$2 WHERE district=$3 AND size=$4`, to, hashes, district, from)
	if err == nil && n != 1 {
		return fault.New(fault.Conflict, "store.changed")
	}
	return err
}

// Edge reads the size and right edge of a district's tree; a district without events has size 0.
func (r *Reader) Edge(ctx context.Context, district int32) (size int64, hashes []byte, err error) {
	_, err = first(ctx, r, `SELECT size, hashes FROM edge WHERE district=$1`, []any{district}, &size, &hashes)
	return size, hashes, err
}

// Leaves reads leaves from number from on.
func (r *Reader) Leaves(ctx context.Context, district int32, from int64, limit int) ([]Leaf, error) {
	return collect(ctx, r, func(rows *sql.Rows, l *Leaf) error {
		var h []byte
		err := rows.Scan(&l.N, &l.Event, &h)
		copy(l.Hash[:], h)
		return err
	}, `SELECT n, event, hash FROM leaf WHERE district=$1 AND n>=$2 ORDER BY n LIMIT $3`, district, from, limit)
}

// Tiles gives the hashes of a district's tree for proofs: tiles as they are stored, and
// for the part of level 0 that is no whole tile yet the leaves themselves.
func (r *Reader) Tiles(ctx context.Context, district int32) audit.Tiles {
	return func(level int, n int64) ([]audit.Hash, error) {
		var stored []byte
		ok, err := first(ctx, r, `SELECT hashes FROM tile WHERE district=$1 AND level=$2 AND n=$3`, []any{district, level, n}, &stored)
		if err != nil {
			return nil, err
		}
		if ok {
			t, err := audit.ParseTile(level, n, stored)
			return t.Hashes, err
		}
		if level > 0 {
			return nil, nil
		}
		leaves, err := r.Leaves(ctx, district, n*audit.TileWidth, audit.TileWidth)
		hashes := make([]audit.Hash, len(leaves))
		for i := range leaves {
			hashes[i] = leaves[i].Hash
		}
		return hashes, err
	}
}

// Tile reads a stored tile as it is; nil if it is not stored.
func (r *Reader) Tile(ctx context.Context, district int32, level int, n int64) (stored []byte, err error) {
	_, err = first(ctx, r, `SELECT hashes FROM tile WHERE district=$1 AND level=$2 AND n=$3`, []any{district, level, n}, &stored)
	return stored, err
}

// Head is a signed head of a district's tree.
type Head struct {
	District int32
	Size     int64
	At       calendar.Instant
	Root     []byte
	Note     string
}

// HeadInsert keeps a signed head.
func (tx *Tx) HeadInsert(h Head) error {
	_, err := tx.exec(`INSERT INTO head (district, size, at, root, note) VALUES ($1,$2,$3,$4,$5) ON CONFLICT DO NOTHING`,
		h.District, h.Size, int64(h.At), h.Root, h.Note)
	return err
}

func scanHead(rows *sql.Rows, h *Head) error {
	return rows.Scan(&h.District, &h.Size, &h.At, &h.Root, &h.Note)
}

// Heads reads signed heads of a district, newest first.
func (r *Reader) Heads(ctx context.Context, district int32, limit int) ([]Head, error) {
	return collect(ctx, r, scanHead, `SELECT district, size, at, root, note FROM head WHERE district=$1 ORDER BY size DESC, at DESC LIMIT $2`, district, limit)
}

// HeadAfter reads the first head signed at or after an instant; ok is false if there is none yet.
func (r *Reader) HeadAfter(ctx context.Context, district int32, at calendar.Instant) (h Head, ok bool, err error) {
	found, err := collect(ctx, r, scanHead, `SELECT district, size, at, root, note FROM head WHERE district=$1 AND at>=$2 ORDER BY at, size LIMIT 1`,
		district, int64(at))
	if err != nil || len(found) == 0 {
		return Head{}, false, err
	}
	return found[0], true, nil
}

// Districts lists the districts that have a tree.
func (r *Reader) Districts(ctx context.Context) ([]int32, error) {
	return collect(ctx, r, func(rows *sql.Rows, d *int32) error { return rows.Scan(d) }, `SELECT district FROM edge ORDER BY district`)
}

// Watermark reads how many leaves of a district a follower has read.
func (r *Reader) Watermark(ctx context.Context, name string, district int32) (leaf int64, err error) {
	_, err = first(ctx, r, `SELECT leaf FROM watermark WHERE name=$1 AND district=$2`, []any{name, district}, &leaf)
	return leaf, err
}

// WatermarkSet keeps how many leaves of a district a follower has read.
func (tx *Tx) WatermarkSet(name string, district int32, leaf int64) error {
	_, err := tx.exec(`INSERT INTO watermark (name, district, leaf) VALUES ($1,$2,$3)
 ON CONFLICT (name, district) DO UPDATE SET leaf=excluded.leaf`, name, district, leaf)
	return err
}
