package store

import (
	"archive/zip"
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/anupalan/anupalan/internal/audit"
	"github.com/anupalan/anupalan/internal/fault"
)

// rowsAtOnce is how many rows a restore writes in one statement.
const rowsAtOnce = 2000

// CheckBackup reads a backup to its end and holds every entry against its hash and every
// leaf against its tree.
func CheckBackup(ctx context.Context, name string) (Manifest, error) {
	return readBackup(name, func(m *Manifest, archive *zip.ReadCloser) error {
		trees := map[int64]audit.Edge{}
		var edges [][]any // come before the leaves, few
		err := eachTable(ctx, m, archive, func(e *BackupEntry, rows [][]any) error {
			switch e.Name {
			case "main/leaf.rows":
				return growTrees(trees, rows)
			case "main/edge.rows":
				edges = append(edges, rows...)
			}
			return nil
		})
		if err != nil {
			return err
		}
		return compareEdges(trees, edges)
	})
}

func growTrees(trees map[int64]audit.Edge, rows [][]any) error {
	for _, r := range rows {
		d := int64(r[0].(int32))
		if trees[d].Size != r[1].(int64) {
			return fmt.Errorf("leaf %d of district %d is missing", trees[d].Size, d)
		}
		trees[d] = trees[d].Append(audit.Hash(r[3].([]byte)))
	}
	return nil
}

func compareEdges(trees map[int64]audit.Edge, rows [][]any) error {
	for _, r := range rows {
		d := int64(r[0].(int32))
		edge, err := audit.ParseEdge(r[1].(int64), r[2].([]byte))
		if err != nil {
			return err
		}
		if edge.Size != trees[d].Size || edge.Root() != trees[d].Root() {
			return fmt.Errorf("the tree of district %d does not fit its leaves", d)
		}
	}
	return nil
}

// Restore makes a database out of a backup: a new file, which gets its name only when it
// is whole and checked, or the empty database at a PostgreSQL address.
func Restore(ctx context.Context, backup, name string) (Manifest, error) {
	m, err := CheckBackup(ctx, backup)
	if err != nil {
		return m, err
	}
	if IsPostgres(name) {
		return m, restoreInto(ctx, backup, name)
	}
	for _, f := range []string{name, FilesName(name)} {
		if _, err := os.Stat(f); err == nil {
			return m, fault.New(fault.Conflict, "store.file_exists", f)
		}
	}
	lock, err := lockFile(name) // a server may still write a file that somebody moved away
	if err != nil {
		return m, err
	}
	defer lock.Close()
	part := name + "-restoring"
	if err := removeFile(part); err != nil {
		return m, err
	}
	if err := restoreInto(ctx, backup, part); err != nil {
		return m, errors.Join(err, removeFile(part))
	}
	return m, moveFile(part, name)
}

// beside are the files that SQLite keeps beside a database. One left from another
// database of the same name would be taken for its own.
func beside(name string) []string {
	return []string{name, name + "-wal", name + "-shm", name + "-journal"}
}

func removeFile(name string) error {
	return errors.Join(removeData(name), removeAll([]string{name + "-lock"}))
}

func removeData(name string) error {
	return removeAll(append(beside(name), beside(FilesName(name))...))
}

func removeAll(names []string) error {
	for _, f := range names {
		if err := os.Remove(f); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// moveFile gives a closed database its name; the second file first, so that whoever
// finds the first finds both.
func moveFile(from, to string) error {
	if err := removeData(to); err != nil {
		return err
	}
	for _, pair := range [][2]string{{FilesName(from), FilesName(to)}, {from, to}} {
		if err := os.Rename(pair[0], pair[1]); err != nil {
			return err
		}
	}
	if err := removeFile(from); err != nil {
		return err
	}
	dir, err := os.Open(filepath.Dir(to))
	if err != nil {
		return err
	}
	defer dir.Close()
	return dir.Sync()
}

func restoreInto(ctx context.Context, backup, name string) (err error) {
	db, err := Open(ctx, name, Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := db.isEmpty(ctx); err != nil {
		return err
	}
	_, err = readBackup(backup, func(m *Manifest, archive *zip.ReadCloser) error {
		if err := db.takesSteps(ctx, m); err != nil {
			return err
		}
		return db.Update(func(tx *Tx) error {
			return eachTable(ctx, m, archive, func(e *BackupEntry, rows [][]any) error {
				if e.Name == "files/blob.rows" {
					return db.restoreFiles(ctx, rows)
				}
				return tx.many.insert(&table{name: tableOf(e), cols: kindsOf(e.Columns)}, "", rows)
			})
		})
	})
	return err
}

func (db *DB) isEmpty(ctx context.Context) error {
	var n int
	_, err := first(ctx, db.Reader(), `SELECT count(*) FROM (SELECT id FROM event LIMIT 1) AS e`, nil, &n)
	if err == nil && n > 0 {
		return fault.New(fault.Conflict, "store.file_exists", db.name)
	}
	return err
}

// takesSteps refuses a backup of another schema: restore it with its own version of the
// program, which can then be brought up to date.
func (db *DB) takesSteps(ctx context.Context, m *Manifest) error {
	for _, part := range schemaParts {
		steps, err := migrations(db.engine, part)
		if err != nil {
			return err
		}
		if m.Steps[part] != len(steps) {
			return fault.New(fault.Conflict, "store.backup_schema", m.Steps[part], len(steps))
		}
	}
	return nil
}

func (db *DB) restoreFiles(ctx context.Context, rows [][]any) error {
	tx, err := db.files.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, r := range rows {
		if _, err := tx.ExecContext(ctx, `INSERT INTO blob (district, sha256, part, bytes) VALUES ($1,$2,$3,$4) ON CONFLICT DO NOTHING`, r...); err != nil {
			return err
		}
	}
	return tx.Commit()
}

func tableOf(e *BackupEntry) string {
	base := filepath.Base(e.Name)
	return base[:len(base)-len(".rows")]
}

func readBackup(name string, use func(*Manifest, *zip.ReadCloser) error) (m Manifest, err error) {
	archive, err := zip.OpenReader(name)
	if errors.Is(err, os.ErrNotExist) {
		return m, fault.Wrap(err, fault.NotFound, "store.no_file", name)
	}
	if err == nil {
		defer archive.Close()
		err = readManifest(archive, &m)
	}
	if err == nil {
		err = use(&m, archive)
	}
	if f := (*fault.Fault)(nil); err != nil && !errors.As(err, &f) {
		err = fault.Wrap(err, fault.Invalid, "store.backup_bad", name, err.Error())
	}
	return m, err
}

func readManifest(archive *zip.ReadCloser, m *Manifest) error {
	f, err := archive.Open(manifestEntry)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := json.UnmarshalRead(f, m); err != nil {
		return err
	}
	if m.Form != backupForm {
		return fmt.Errorf("form %d", m.Form)
	}
	return nil
}

// eachTable hands over the rows of each entry, some at a time, and checks the entry's
// count and hash at its end.
func eachTable(ctx context.Context, m *Manifest, archive *zip.ReadCloser, take func(*BackupEntry, [][]any) error) error {
	for i := range m.Entries {
		e := &m.Entries[i]
		if err := eachRows(ctx, archive, e, func(rows [][]any) error { return take(e, rows) }); err != nil {
			return fmt.Errorf("%s: %w", e.Name, err)
		}
	}
	return nil
}

func eachRows(ctx context.Context, archive *zip.ReadCloser, e *BackupEntry, take func([][]any) error) error {
	f, err := archive.Open(e.Name)
	if err != nil {
		return err
	}
	defer f.Close()
	sum := sha256.New()
	dec := jsontext.NewDecoder(bufio.NewReaderSize(io.TeeReader(f, sum), 1<<16))
	cols := kindsOf(e.Columns)
	var n int64
	rows := make([][]any, 0, rowsAtOnce)
	for {
		row, err := readRow(dec, cols)
		if err != nil && err != io.EOF {
			return err
		}
		if err == nil {
			rows = append(rows, row)
			n++
		}
		if len(rows) == rowsAtOnce || err == io.EOF && len(rows) > 0 {
			if err := take(rows); err != nil {
				return err
			}
			rows = rows[:0]
		}
		if err == io.EOF {
			break
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	if n != e.Rows || hexOf(sum) != e.SHA256 {
		return fmt.Errorf("%d rows with another hash; %d were written", n, e.Rows)
	}
	return nil
}

func readRow(dec *jsontext.Decoder, cols []column) ([]any, error) {
	if _, err := dec.ReadToken(); err != nil {
		return nil, err
	}
	row := make([]any, len(cols))
	for i, c := range cols {
		tok, err := dec.ReadToken()
		if err != nil {
			return nil, noEOF(err)
		}
		switch c.kind {
		case big:
			row[i] = tok.Int()
		case num:
			row[i] = int32(tok.Int())
		case text:
			row[i] = tok.String()
		default:
			b, err := base64.StdEncoding.DecodeString(tok.String())
			if err != nil {
				return nil, err
			}
			row[i] = b
		}
	}
	_, err := dec.ReadToken()
	return row, noEOF(err)
}

func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
