package store

import (
	"context"
	"database/sql"
	"io"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/anupalan/anupalan/internal/fault"
)

// Engine is the database below: the SQL is the same, a few files differ.
type Engine uint8

// The two engines.
const (
	SQLite Engine = iota + 1
	Postgres
)

// String gives the engine's name as tools print it.
func (e Engine) String() string {
	if e == Postgres {
		return "postgres"
	}
	return "sqlite"
}

// Options says how a database is opened. The zero value suits a server.
type Options struct {
	Readers   int  // reading connections; 0 is 4
	Writers   int  // PostgreSQL's writing connections; 0 is 8
	ReadOnly  bool // reads only, beside a running server; nothing is created or migrated
	NoMigrate bool // leaves the schema as it is
	Unsafe    bool // does not wait for the disk; for tests that throw the file away
}

// DB is an open database. It is safe for many goroutines.
type DB struct {
	engine Engine
	name   string  // file or address
	write  *sql.DB // SQLite: exactly one connection
	read   *sql.DB
	files  *sql.DB // writes blobs; on SQLite one connection to a second file
	papers *sql.DB // reads blobs
	pinned *pinned // SQLite's one writer
	lock   io.Closer
	kept   sync.Map // text of a fixed query → *sql.Stmt on read
	heard  atomic.Pointer[func(string)]

	keptCount atomic.Int64
}

// Open opens a file as SQLite or a postgres:// address, and brings its schema up to
// date. A SQLite file that another program writes is refused with Unavailable.
func Open(ctx context.Context, name string, o Options) (*DB, error) {
	if o.Readers == 0 {
		o.Readers = 4
	}
	if o.Writers == 0 {
		o.Writers = 8
	}
	open := openSQLite
	if IsPostgres(name) {
		open = openPostgres
	}
	db, err := open(ctx, name, o)
	if err != nil {
		return nil, unwell(err)
	}
	if o.ReadOnly || o.NoMigrate {
		return db, nil
	}
	if err := db.migrate(ctx); err != nil {
		db.Close()
		return nil, unwell(err)
	}
	return db, nil
}

// IsPostgres reports whether a name is an address of PostgreSQL rather than a file.
func IsPostgres(name string) bool {
	return strings.HasPrefix(name, "postgres://") || strings.HasPrefix(name, "postgresql://")
}

// Engine says which engine is below.
func (db *DB) Engine() Engine { return db.engine }

// Name gives the file or address the database was opened with.
func (db *DB) Name() string { return db.name }

// Close lets go of every connection and of the file's lock.
func (db *DB) Close() error {
	if db.pinned != nil {
		db.pinned.close()
	}
	var first error
	for _, c := range []io.Closer{db.read, db.write, db.papers, db.files, db.lock} {
		if c == nil || c == io.Closer((*sql.DB)(nil)) {
			continue
		}
		if err := c.Close(); err != nil && first == nil {
			first = err
		}
	}
	return first
}

// Check asks each connection pool for an answer, for a health page.
func (db *DB) Check(ctx context.Context) error {
	if err := db.read.PingContext(ctx); err != nil {
		return fault.Wrap(err, fault.Unavailable, "store.unavailable")
	}
	return nil
}

// Reader gives the reading side. Each query sees the last commit.
func (db *DB) Reader() *Reader { return &Reader{engine: db.engine, on: (*pool)(db)} }

// Listen tells fn the text of each query that readers run from now on, for a test that
// counts what a page asks; nil ends it.
func (db *DB) Listen(fn func(query string)) {
	if fn == nil {
		db.heard.Store(nil)
		return
	}
	db.heard.Store(&fn)
}

// View runs fn on one unchanging picture of the database, for several queries that
// must agree with each other.
func (db *DB) View(ctx context.Context, fn func(*Reader) error) error {
	tx, err := db.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true, Isolation: snapshotLevel(db.engine)})
	if err != nil {
		return unwell(err)
	}
	defer tx.Rollback()
	return unwell(fn(&Reader{engine: db.engine, on: plain{tx}}))
}

func snapshotLevel(e Engine) sql.IsolationLevel {
	if e == Postgres {
		return sql.LevelRepeatableRead
	}
	return sql.LevelDefault
}

// Update runs fn in one writing transaction and commits it to disk; an error rolls back.
// On SQLite writers wait for each other here.
func (db *DB) Update(fn func(*Tx) error) error {
	if db.engine == SQLite {
		if db.pinned == nil {
			return fault.New(fault.Unavailable, "store.read_only")
		}
		return unwell(db.pinned.update(fn))
	}
	return unwell(db.updatePostgres(fn))
}
