package store

import (
	"context"
	"database/sql"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// Node is a leased number under which a program makes ids, and the largest id made under it.
type Node struct {
	Number int
	Last   record.ID
	Until  calendar.Instant
}

// NodeLease takes the lowest number that nobody holds, until the given instant. The
// largest id ever stored under the number comes with it, so that ids never go back.
func (db *DB) NodeLease(holder string, now, until calendar.Instant) (n Node, err error) {
	err = db.Update(func(tx *Tx) error {
		type held struct {
			node  int
			until calendar.Instant
		}
		all, err := collect(context.Background(), &tx.Reader, func(rows *sql.Rows, h *held) error { return rows.Scan(&h.node, &h.until) },
			locked(tx.engine, `SELECT node, until FROM node ORDER BY node`))
		if err != nil {
			return err
		}
		n.Number, n.Until = 0, until
		for _, h := range all {
			if h.node != n.Number || h.until <= now {
				break
			}
			n.Number++
		}
		for ; n.Number <= record.MaxNode; n.Number++ {
			if taken, err := tx.nodeTake(&n, holder, now); taken || err != nil {
				return err
			}
		}
		return fault.New(fault.Unavailable, "store.nodes_used")
	})
	return n, err
}

// nodeTake tries one number; another program may have taken it a moment before.
func (tx *Tx) nodeTake(n *Node, holder string, now calendar.Instant) (bool, error) {
	taken, err := tx.exec(`INSERT INTO node (node, holder, until, last) VALUES ($1,$2,$3,0)
 ON CONFLICT (node) DO UPDATE SET holder=excluded.holder, until=excluded.until WHERE node.until<=$4`, n.Number, holder, int64(n.Until), int64(now))
	if err != nil || taken == 0 {
		return false, err
	}
	var last int64
	if _, err = first(context.Background(), &tx.Reader, `SELECT last FROM node WHERE node=$1`, []any{n.Number}, &last); err != nil {
		return false, err
	}
	// A program that died kept no note of its last ids; they lie at the end of the log.
	var logged sql.NullInt64
	if _, err = first(context.Background(), &tx.Reader, `SELECT max(id) FROM (SELECT (SELECT max(id) FROM event WHERE event.district=edge.district) AS id FROM edge) AS newest`, nil, &logged); err != nil {
		return false, err
	}
	n.Last = max(record.ID(last), record.ID(logged.Int64))
	return true, nil
}

// NodeKeep prolongs a lease and notes the largest id made; Conflict if another holds it now.
func (db *DB) NodeKeep(n Node, holder string) error {
	return db.Update(func(tx *Tx) error {
		k, err := tx.exec(`UPDATE node SET until=$1, last=$2 WHERE node=$3 AND holder=$4`, int64(n.Until), int64(n.Last), n.Number, holder)
		if err == nil && k != 1 {
			return fault.New(fault.Conflict, "store.changed")
		}
		return err
	})
}
