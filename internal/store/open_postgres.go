package store

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

func openPostgres(ctx context.Context, name string, o Options) (*DB, error) {
	cfg, err := pgx.ParseConfig(name)
	if err != nil {
		return nil, err
	}
	if cfg.RuntimeParams["application_name"] == "" {
		cfg.RuntimeParams["application_name"] = "anupalan"
	}
	cfg.RuntimeParams["jit"] = "off" // short queries; compiling them costs more than running them
	switch {
	case o.Unsafe:
		cfg.RuntimeParams["synchronous_commit"] = "off"
	case cfg.RuntimeParams["synchronous_commit"] == "": // a replicated server's address may ask for more
		cfg.RuntimeParams["synchronous_commit"] = "on"
	}
	if o.ReadOnly {
		cfg.RuntimeParams["default_transaction_read_only"] = "on"
	}
	pool := stdlib.OpenDB(*cfg)
	pool.SetMaxOpenConns(o.Readers + o.Writers)
	pool.SetMaxIdleConns(o.Readers + o.Writers)
	if err := pool.PingContext(ctx); err != nil {
		pool.Close()
		return nil, err
	}
	return &DB{engine: Postgres, name: name, write: pool, read: pool, files: pool, papers: pool}, nil
}

// updatePostgres runs at read committed: rows are locked when they are loaded, so what
// was read cannot change before the commit.
func (db *DB) updatePostgres(fn func(*Tx) error) error {
	ctx := context.Background()
	tx, err := db.write.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelReadCommitted})
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := fn(&Tx{Reader: Reader{engine: Postgres, on: plain{tx}}, many: manyPostgres{tx}}); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}
