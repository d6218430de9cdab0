package store

import (
	"archive/zip"
	"bufio"
	"compress/flate"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/anupalan/anupalan/internal/calendar"
)

// A backup is a zip of one entry a table, each row a line of JSON with its columns in
// their order, and of a manifest that names every entry's hash. It is the same for both
// engines, so that a district's file can move to a State's server and back.

// BackupEntry is one table of a backup.
type BackupEntry struct {
	Name    string   `json:"name"` // main/matter.rows
	Columns []string `json:"columns"`
	Rows    int64    `json:"rows"`
	SHA256  string   `json:"sha256"`
}

// Manifest says what a backup holds and what it must hash to.
type Manifest struct {
	Form    int              `json:"form"`
	At      calendar.Instant `json:"at"`
	Steps   map[string]int   `json:"steps"` // applied schema steps by part
	Entries []BackupEntry    `json:"entries"`
}

const (
	backupForm    = 1
	manifestEntry = "manifest.json"
)

// notBackedUp are tables that are made anew: the schema's own steps and the indexes.
func notBackedUp(name string) bool {
	return name == "schema_step" || strings.HasPrefix(name, "search")
}

// backedUpRows is the condition of a table of which not every row is copied: a restored
// database indexes all its text anew, so it must not think that it has.
func backedUpRows(name string) string {
	if name == "watermark" {
		return " WHERE name <> '" + SearchFollower + "'"
	}
	return ""
}

// Backup writes a consistent copy of the database while others go on writing. Files come
// after the rows that name them, so that none is missing.
func (db *DB) Backup(ctx context.Context, to io.Writer, now calendar.Instant) (Manifest, error) {
	out := zip.NewWriter(to)
	out.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	m := Manifest{Form: backupForm, At: now, Steps: map[string]int{}}
	err := db.View(ctx, func(r *Reader) error { return backupMain(ctx, r, out, &m) })
	if err == nil {
		err = db.backupFiles(ctx, out, &m)
	}
	if err != nil {
		return m, err
	}
	text, err := json.Marshal(m, json.Deterministic(true), jsontext.Multiline(true))
	if err != nil {
		return m, err
	}
	w, err := out.Create(manifestEntry)
	if err != nil {
		return m, err
	}
	if _, err := w.Write(text); err != nil {
		return m, err
	}
	return m, out.Close()
}

func backupMain(ctx context.Context, r *Reader, out *zip.Writer, m *Manifest) error {
	schema, err := r.Schema(ctx)
	if err != nil {
		return err
	}
	steps, err := r.Steps(ctx)
	if err != nil {
		return err
	}
	for _, s := range steps {
		m.Steps[s.Part] = max(m.Steps[s.Part], s.Number)
	}
	for _, name := range slices.Sorted(maps.Keys(schema)) {
		if notBackedUp(name) {
			continue
		}
		if err := backupTable(ctx, r, out, m, "main/", name, schema[name]); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func (db *DB) backupFiles(ctx context.Context, out *zip.Writer, m *Manifest) error {
	files := &Reader{engine: db.engine, on: bare{db.papers}}
	steps, err := migrations(db.engine, "files")
	if err != nil {
		return err
	}
	m.Steps["files"] = len(steps)
	return backupTable(ctx, files, out, m, "files/", "blob", []string{"district INTEGER", "sha256 TEXT", "part INTEGER", "bytes BYTEA"})
}

func backupTable(ctx context.Context, r *Reader, out *zip.Writer, m *Manifest, dir, name string, columns []string) error {
	e := BackupEntry{Name: dir + name + ".rows", Columns: columns}
	w, err := out.Create(e.Name)
	if err != nil {
		return err
	}
	sum := sha256.New()
	buffered := bufio.NewWriterSize(io.MultiWriter(w, sum), 1<<16)
	cols := kindsOf(columns)
	order := make([]string, min(len(cols), 8))
	for i := range order {
		order[i] = strconv.Itoa(i + 1)
	}
	rows, err := r.on.query(ctx, "SELECT "+names(cols)+" FROM "+name+backedUpRows(name)+" ORDER BY "+strings.Join(order, ","), nil)
	if err != nil {
		return err
	}
	defer rows.Close()
	if e.Rows, err = writeRows(buffered, rows, cols); err != nil {
		return err
	}
	if err := buffered.Flush(); err != nil {
		return err
	}
	e.SHA256 = hexOf(sum)
	m.Entries = append(m.Entries, e)
	return nil
}

func hexOf(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)) }

// kindsOf reads "name TYPE" as the schema gives it.
func kindsOf(columns []string) []column {
	kinds := map[string]kind{"BIGINT": big, "INTEGER": num, "TEXT": text, "BYTEA": binary}
	out := make([]column, len(columns))
	for i, c := range columns {
		name, typ, _ := strings.Cut(c, " ")
		out[i] = column{name, kinds[typ]}
	}
	return out
}

func writeRows(w *bufio.Writer, rows *sql.Rows, cols []column) (n int64, err error) {
	values := make([]any, len(cols))
	for i, c := range cols {
		switch c.kind {
		case big, num:
			values[i] = new(int64)
		case text:
			values[i] = new(string)
		default:
			values[i] = new([]byte)
		}
	}
	var line []byte
	for rows.Next() {
		if err := rows.Scan(values...); err != nil {
			return n, err
		}
		if line, err = appendRow(line[:0], values); err != nil {
			return n, err
		}
		if _, err := w.Write(line); err != nil {
			return n, err
		}
		n++
	}
	return n, rows.Err()
}

func appendRow(line []byte, values []any) (_ []byte, err error) {
	line = append(line, '[')
	for i, v := range values {
		if i > 0 {
			line = append(line, ',')
		}
		switch v := v.(type) {
		case *int64:
			line = strconv.AppendInt(line, *v, 10)
		case *string:
			if line, err = jsontext.AppendQuote(line, *v); err != nil {
				return nil, err
			}
		case *[]byte:
			line = append(base64.StdEncoding.AppendEncode(append(line, '"'), *v), '"')
		}
	}
	return append(line, ']', '\n'), nil
}
