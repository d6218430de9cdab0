package store

import "context"

// Raw runs any statement, for tests that break things.
func (tx *Tx) Raw(q string, args ...any) error {
	_, err := tx.exec(q, args...)
	return err
}

// Migrate is what Open does.
func (db *DB) Migrate(ctx context.Context) error { return db.migrate(ctx) }
