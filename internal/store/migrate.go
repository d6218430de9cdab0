package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/fault"
)

//go:embed migrations
var migrationFiles embed.FS

// migration is one step of the schema of a part: main, or files for the second file.
type migration struct {
	part   string
	number int
	name   string
	sql    string
	hash   string
}

// The parts of the schema in the order in which they are made.
var schemaParts = [...]string{"main", "files"}

// migrations gives the steps of a part for an engine. A step is one file for both
// engines, or a pair ending in .sqlite.sql and .postgres.sql. Portable files say WITHOUT
// ROWID, which PostgreSQL does not know and does not need.
func migrations(e Engine, part string) ([]migration, error) {
	dir := path.Join("migrations", part)
	entries, err := fs.ReadDir(migrationFiles, dir)
	if err != nil {
		return nil, err
	}
	var out []migration
	for _, entry := range entries {
		base := strings.TrimSuffix(entry.Name(), ".sql")
		for _, other := range []Engine{SQLite, Postgres} {
			if rest, ok := strings.CutSuffix(base, "."+other.String()); ok {
				base = rest
				if other != e {
					base = ""
				}
			}
		}
		if base == "" {
			continue
		}
		m, err := readMigration(e, part, dir, entry.Name(), base)
		if err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b migration) int { return a.number - b.number })
	return out, nil
}

func readMigration(e Engine, part, dir, file, base string) (migration, error) {
	src, err := fs.ReadFile(migrationFiles, path.Join(dir, file))
	if err != nil {
		return migration{}, err
	}
	number, err := strconv.Atoi(base[:4])
	if err != nil {
		return migration{}, fmt.Errorf("%s: a migration begins with four digits", file)
	}
	sum := sha256.Sum256(src)
	text := string(src)
	if e == Postgres {
		text = strings.ReplaceAll(text, ") WITHOUT ROWID;", ");")
	}
	return migration{part, number, base, text, hex.EncodeToString(sum[:])}, nil
}

const appliedTable = `CREATE TABLE IF NOT EXISTS schema_step (
  part TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (part, number))`

// Step is one applied step of the schema, as tools list it.
type Step struct {
	Part   string
	Number int
	Name   string
	Hash   string
	At     int64
}

// Steps lists the applied steps of the schema.
func (r *Reader) Steps(ctx context.Context) ([]Step, error) {
	return collect(ctx, r, func(rows *sql.Rows, s *Step) error {
		return rows.Scan(&s.Part, &s.Number, &s.Name, &s.Hash, &s.At)
	}, `SELECT part, number, name, hash, at FROM schema_step ORDER BY part, number`)
}

// migrate applies what is missing, each part in one transaction, and refuses a
// database whose applied steps are not ours.
func (db *DB) migrate(ctx context.Context) error { return db.migrateTo(ctx, math.MaxInt) }

// migrateTo applies no step with a number above the last; only tests stop before the newest.
func (db *DB) migrateTo(ctx context.Context, last int) error {
	for _, part := range schemaParts {
		steps, err := migrations(db.engine, part)
		if err != nil {
			return err
		}
		steps = slices.DeleteFunc(steps, func(m migration) bool { return m.number > last })
		on := db.write
		if part == "files" {
			on = db.files
		}
		if err := db.migratePart(ctx, on, part, steps); err != nil {
			return err
		}
	}
	return nil
}

func (db *DB) migratePart(ctx context.Context, on *sql.DB, part string, steps []migration) error {
	conn, err := db.migrationConn(ctx, on)
	if err != nil {
		return err
	}
	defer conn.release()
	if err := conn.exec(ctx, appliedTable); err != nil {
		return err
	}
	done, err := conn.applied(ctx, part)
	if err != nil {
		return err
	}
	for _, s := range steps[:min(len(done), len(steps))] {
		if done[s.number] != s.hash {
			return fault.New(fault.Unavailable, "store.migration_changed", fmt.Sprintf("%s/%s", part, s.name))
		}
	}
	if len(done) > len(steps) {
		return fault.New(fault.Unavailable, "store.schema_newer", db.name)
	}
	if len(done) == len(steps) {
		return nil
	}
	if len(done) > 0 && db.engine == SQLite {
		if err := conn.copyBefore(ctx, db.name, part, len(done)); err != nil {
			return err
		}
	}
	return conn.apply(ctx, steps[len(done):])
}

// migrationConn is one connection on which a part is migrated: SQLite's pinned writer
// or a PostgreSQL connection that holds the advisory lock.
type migrationConn struct {
	conn    *sql.Conn
	engine  Engine
	release func()
}

const migrateLock = 7_233_001 // any number; every anupalan asks for the same one

func (db *DB) migrationConn(ctx context.Context, on *sql.DB) (*migrationConn, error) {
	if db.engine == SQLite && on == db.write {
		db.pinned.mu.Lock()
		return &migrationConn{db.pinned.conn, db.engine, db.pinned.mu.Unlock}, nil
	}
	conn, err := on.Conn(ctx)
	if err != nil {
		return nil, err
	}
	m := &migrationConn{conn, db.engine, func() { conn.Close() }}
	if db.engine == Postgres {
		if err := m.exec(ctx, fmt.Sprintf("SELECT pg_advisory_lock(%d)", migrateLock)); err != nil {
			conn.Close()
			return nil, err
		}
		m.release = func() {
			_ = m.exec(ctx, fmt.Sprintf("SELECT pg_advisory_unlock(%d)", migrateLock))
			conn.Close()
		}
	}
	return m, nil
}

func (m *migrationConn) exec(ctx context.Context, q string, args ...any) error {
	_, err := m.conn.ExecContext(ctx, q, args...)
	return err
}

func (m *migrationConn) applied(ctx context.Context, part string) (map[int]string, error) {
	rows, err := m.conn.QueryContext(ctx, `SELECT number, hash FROM schema_step WHERE part=$1`, part)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	done := map[int]string{}
	for rows.Next() {
		var n int
		var h string
		if err := rows.Scan(&n, &h); err != nil {
			return nil, err
		}
		done[n] = h
	}
	return done, rows.Err()
}

func (m *migrationConn) apply(ctx context.Context, steps []migration) error {
	tx, err := m.conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, s := range steps {
		for _, stmt := range statements(s.sql) {
			if _, err := tx.ExecContext(ctx, stmt); err != nil {
				return fmt.Errorf("%s/%s: %w", s.part, s.name, err)
			}
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO schema_step (part, number, name, hash, at) VALUES ($1,$2,$3,$4,$5)`,
			s.part, s.number, s.name, s.hash, time.Now().UnixMicro())
		if err != nil {
			return err
		}
	}
	return tx.Commit()
}

// statements cuts a migration at the semicolons that end a line.
func statements(text string) []string {
	var out []string
	for _, s := range strings.Split(text, ";\n") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// copyBefore keeps a copy of the file as it was before its schema changes.
func (m *migrationConn) copyBefore(ctx context.Context, name, part string, from int) error {
	if part == "files" {
		name = FilesName(name)
	}
	to := fmt.Sprintf("%s-before-%04d", name, from+1)
	if _, err := os.Stat(to); err == nil {
		return nil
	}
	return m.exec(ctx, `VACUUM INTO $1`, to)
}
