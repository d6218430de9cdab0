package app

import (
	"context"

	"github.com/anupalan/anupalan/internal/audit"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/store"
)

// signHeads signs the head of every district's tree that has grown since its last one.
// Without a key nothing is signed, and the audit page says so.
func (a *App) signHeads(ctx context.Context) (int, error) {
	if a.signer == nil {
		return 0, nil
	}
	for _, district := range a.served() {
		if err := a.signHead(ctx, district); err != nil {
			return 0, err
		}
	}
	return 0, nil
}

func (a *App) signHead(ctx context.Context, district int32) error {
	r := a.db.Reader()
	size, stored, err := r.Edge(ctx, district)
	if err != nil || size == 0 {
		return err
	}
	last, err := r.Heads(ctx, district, 1)
	if err != nil || len(last) > 0 && last[0].Size == size {
		return err
	}
	edge, err := audit.ParseEdge(size, stored)
	if err != nil {
		return err
	}
	root, at := edge.Root(), calendar.At(a.wall())
	signed, err := audit.Head{District: district, Size: size, Root: root, At: int64(at)}.Sign(*a.signer)
	if err != nil {
		return err
	}
	return a.db.Update(func(tx *store.Tx) error {
		return tx.HeadInsert(store.Head{District: district, Size: size, At: at, Root: root[:], Note: signed})
	})
}
