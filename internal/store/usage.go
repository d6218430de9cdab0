package store

import (
	"context"
	"database/sql"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// Usage is what a district means by a name, or whom it usually asks, as its noun keeps it.
type Usage struct {
	Key     record.Key
	State   string // in_force, retired
	Data    []byte // JSON
	Version int32
}

// UsageSave saves a usage: read is 0 for a new one, else the version it was read with;
// Conflict if somebody else changed it.
func (tx *Tx) UsageSave(u Usage, read int32) error {
	if read == 0 {
		_, err := tx.exec(`INSERT INTO usage (district, id, state, data, version) VALUES ($1,$2,$3,$4,$5)`,
			u.Key.District, int64(u.Key.ID), u.State, string(u.Data), u.Version)
		return err
	}
	n, err := tx.exec(`UPDATE usage SET state=$3, data=$4, version=$5 WHERE district=$1 AND id=$2 AND version=$6`,
		u.Key.District, int64(u.Key.ID), u.State, string(u.Data), u.Version, read)
	if err == nil && n != 1 {
		return fault.New(fault.Conflict, "store.changed")
	}
	return err
}

func scanUsage(rows *sql.Rows, u *Usage) error {
	return rows.Scan(&u.Key.District, &u.Key.ID, &u.State, &u.Data, &u.Version)
}

// Usages lists the usages of a district in a state, the newest first; after is the last one
// of the page before, 0 for the first page.
func (r *Reader) Usages(ctx context.Context, district int32, state string, after record.ID, limit int) ([]Usage, error) {
	if after == 0 {
		after = record.ID(1<<63 - 1)
	}
	return collect(ctx, r, scanUsage, `SELECT district, id, state, data, version FROM usage WHERE district=$1 AND state=$2 AND id<$3 ORDER BY id DESC LIMIT $4`,
		district, state, int64(after), limit)
}

// Usage reads one usage; ok is false if there is none.
func (r *Reader) Usage(ctx context.Context, k record.Key) (u Usage, ok bool, err error) {
	found, err := collect(ctx, r, scanUsage, `SELECT district, id, state, data, version FROM usage WHERE district=$1 AND id=$2`, k.District, int64(k.ID))
	if err != nil || len(found) == 0 {
		return Usage{}, false, err
	}
	return found[0], true, nil
}
