package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"

	"github.com/anupalan/anupalan/internal/fault"
)

const blobPart = 256 << 10

// BlobPut saves a file and gives its SHA-256 in hex. It is on disk before an act that
// names it is committed; the same file twice is kept once in a district.
func (db *DB) BlobPut(ctx context.Context, district int32, content []byte) (hash string, err error) {
	sum := sha256.Sum256(content)
	hash = hex.EncodeToString(sum[:])
	tx, err := db.files.BeginTx(ctx, nil)
	if err != nil {
		return "", unwell(err)
	}
	defer tx.Rollback()
	for part, from := int32(0), 0; from < len(content) || part == 0; part, from = part+1, from+blobPart {
		_, err := tx.ExecContext(ctx, `INSERT INTO blob (district, sha256, part, bytes) VALUES ($1,$2,$3,$4) ON CONFLICT DO NOTHING`,
			district, hash, part, nonNil(content[from:min(from+blobPart, len(content))]))
		if err != nil {
			return "", unwell(err)
		}
	}
	return hash, unwell(tx.Commit())
}

// Blob reads a file and checks its hash; NotFound if there is none.
func (db *DB) Blob(ctx context.Context, district int32, hash string) ([]byte, error) {
	files := &Reader{engine: db.engine, on: bare{db.papers}}
	parts, err := collect(ctx, files, func(rows *sql.Rows, b *[]byte) error { return rows.Scan(b) },
		`SELECT bytes FROM blob WHERE district=$1 AND sha256=$2 ORDER BY part`, district, hash)
	if err != nil {
		return nil, err
	}
	if len(parts) == 0 {
		return nil, fault.New(fault.NotFound, "store.not_found")
	}
	content := bytes.Join(parts, nil)
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != hash {
		return nil, fault.New(fault.Unavailable, "store.blob_bad", hash)
	}
	return content, nil
}

// BlobDrop deletes a file that the law wants erased; its hash stays in the log.
func (db *DB) BlobDrop(ctx context.Context, district int32, hash string) error {
	_, err := db.files.ExecContext(ctx, `DELETE FROM blob WHERE district=$1 AND sha256=$2`, district, hash)
	return unwell(err)
}

// BlobHashes lists the files of a district after a hash, in the order of their hashes.
func (db *DB) BlobHashes(ctx context.Context, district int32, after string, limit int) ([]string, error) {
	files := &Reader{engine: db.engine, on: bare{db.papers}}
	return collect(ctx, files, func(rows *sql.Rows, h *string) error { return rows.Scan(h) },
		`SELECT DISTINCT sha256 FROM blob WHERE district=$1 AND sha256>$2 ORDER BY sha256 LIMIT $3`, district, after, limit)
}

// bare runs statements on a pool without keeping them.
type bare struct{ db *sql.DB }

func (b bare) query(ctx context.Context, q string, args []any) (*sql.Rows, error) {
	return b.db.QueryContext(ctx, q, args...)
}

func (b bare) exec(ctx context.Context, q string, args []any) (sql.Result, error) {
	return b.db.ExecContext(ctx, q, args...)
}
