package store

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"sync"

	_ "modernc.org/sqlite" // the driver named sqlite

	"github.com/anupalan/anupalan/internal/fault"
)

// The second file holds the papers and photographs, so that the first stays small
// enough to copy at noon.
const filesSuffix = "-files"

// FilesName gives the name of the second file beside a SQLite database.
func FilesName(name string) string { return name + filesSuffix }

// patience is how long a connection waits for another program's lock, in milliseconds.
const patience = "busy_timeout(5000)"

func sqliteDSN(name string, pragmas ...string) string {
	q := url.Values{"_txlock": {"immediate"}, "_pragma": pragmas}
	abs, err := filepath.Abs(name)
	if err != nil {
		abs = name
	}
	return "file:" + (&url.URL{Path: filepath.ToSlash(abs)}).EscapedPath() + "?" + q.Encode()
}

func openSQLite(ctx context.Context, name string, o Options) (*DB, error) {
	db := &DB{engine: SQLite, name: name}
	if o.ReadOnly {
		return db, db.openReaders(o)
	}
	lock, err := lockFile(name)
	if err != nil {
		return nil, err
	}
	db.lock = lock
	sync := "synchronous(FULL)"
	if o.Unsafe {
		sync = "synchronous(OFF)"
	}
	writer := []string{patience, "journal_mode(WAL)", sync, "wal_autocheckpoint(16000)", "cache_size(-32000)", "foreign_keys(0)", "temp_store(MEMORY)"}
	if db.write, err = openOne(name, writer...); err != nil {
		db.Close()
		return nil, err
	}
	if db.files, err = openOne(FilesName(name), append(writer, "cache_size(-4000)")...); err != nil {
		db.Close()
		return nil, err
	}
	if db.pinned, err = pin(ctx, db.write); err != nil {
		db.Close()
		return nil, err
	}
	if err := db.openReaders(o); err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

func openOne(name string, pragmas ...string) (*sql.DB, error) {
	one, err := sql.Open("sqlite", sqliteDSN(name, pragmas...))
	if err != nil {
		return nil, err
	}
	one.SetMaxOpenConns(1)
	one.SetMaxIdleConns(1)
	return one, nil
}

func (db *DB) openReaders(o Options) error {
	if o.ReadOnly {
		if _, err := os.Stat(db.name); err != nil {
			return fault.Wrap(err, fault.NotFound, "store.no_file", db.name)
		}
	}
	read, err := sql.Open("sqlite", sqliteDSN(db.name, patience, "query_only(1)", "cache_size(-8000)", "temp_store(MEMORY)"))
	if err != nil {
		return err
	}
	read.SetMaxOpenConns(o.Readers)
	read.SetMaxIdleConns(o.Readers)
	db.read = read
	papers, err := sql.Open("sqlite", sqliteDSN(FilesName(db.name), patience, "query_only(1)", "cache_size(-2000)"))
	if err != nil {
		return err
	}
	papers.SetMaxOpenConns(2)
	db.papers = papers
	if o.ReadOnly {
		db.files = papers
	}
	return nil
}

// lockFile holds an exclusive transaction on a file of its own for as long as the
// program lives. The kernel lets go of it when the program dies, however it dies.
func lockFile(name string) (io.Closer, error) {
	held, err := sql.Open("sqlite", sqliteDSN(name+"-lock", "journal_mode(MEMORY)", "busy_timeout(200)"))
	if err != nil {
		return nil, err
	}
	held.SetMaxOpenConns(1)
	held.SetMaxIdleConns(1)
	held.SetConnMaxLifetime(0)
	if _, err := held.Exec("BEGIN EXCLUSIVE"); err != nil {
		held.Close()
		if code := sqliteCode(err); code == 5 || code == 6 {
			return nil, fault.Wrap(err, fault.Unavailable, "store.in_use", name)
		}
		return nil, err
	}
	return held, nil
}

// pinned is SQLite's one writing connection with the statements prepared on it.
type pinned struct {
	mu   sync.Mutex
	conn *sql.Conn
	kept map[string]*keptStatement
	tick int64
}

type keptStatement struct {
	st   *sql.Stmt
	used int64
}

func pin(ctx context.Context, db *sql.DB) (*pinned, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	return &pinned{conn: conn, kept: map[string]*keptStatement{}}, nil
}

func (p *pinned) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, k := range p.kept {
		k.st.Close()
	}
	p.conn.Close()
}

// prepared gives a statement, prepared once; the one used longest ago makes room.
func (p *pinned) prepared(q string) (*sql.Stmt, error) {
	p.tick++
	if k, ok := p.kept[q]; ok {
		k.used = p.tick
		return k.st, nil
	}
	st, err := p.conn.PrepareContext(context.Background(), q)
	if err != nil {
		return nil, err
	}
	if len(p.kept) >= keptStatements {
		oldest := ""
		for text, k := range p.kept {
			if oldest == "" || k.used < p.kept[oldest].used {
				oldest = text
			}
		}
		p.kept[oldest].st.Close()
		delete(p.kept, oldest)
	}
	p.kept[q] = &keptStatement{st, p.tick}
	return st, nil
}

func (p *pinned) query(ctx context.Context, q string, args []any) (*sql.Rows, error) {
	st, err := p.prepared(q)
	if err != nil {
		return nil, err
	}
	return st.QueryContext(ctx, args...)
}

func (p *pinned) exec(ctx context.Context, q string, args []any) (sql.Result, error) {
	st, err := p.prepared(q)
	if err != nil {
		return nil, err
	}
	return st.ExecContext(ctx, args...)
}

func (p *pinned) update(fn func(*Tx) error) (err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	ctx := context.Background()
	if _, err := p.exec(ctx, "BEGIN IMMEDIATE", nil); err != nil {
		return err
	}
	done := false
	defer func() {
		if !done { // an error, or a panic passing through
			_, _ = p.exec(ctx, "ROLLBACK", nil)
		}
	}()
	if err := fn(&Tx{Reader: Reader{engine: SQLite, on: p}, many: manySQLite{p}}); err != nil {
		return err
	}
	if _, err := p.exec(ctx, "COMMIT", nil); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	done = true
	return nil
}
