package store

import (
	"context"
	"database/sql"
	"math/bits"
	"slices"
	"strconv"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
)

// File is what is known of a stored paper or photograph. Its bytes are a blob of the
// same hash.
type File struct {
	District int32
	Hash     string // SHA-256 in hex of what is stored
	Name     string
	Kind     string // jpeg, pdf, csv …, told from the bytes
	Size     int64
	Taken    calendar.Instant // of a picture; 0 unknown
	Lat, Lon int32            // millionths of a degree; both 0 unknown
	Picture  bool             // it has a perceptual hash
	Alike    uint64           // perceptual hash of a picture
	Original string           // SHA-256 in hex of what was sent
	Person   record.ID        // who sent it first
	Post     record.ID
	At       calendar.Instant
}

// Given says that an event of a matter names a file.
type Given struct {
	District int32
	Hash     string
	Matter   record.ID
	Event    record.ID
}

const (
	alikeBits  = 4    // hashes that differ in so many bits are one picture
	alikeBands = 5    // one more, so that a band is the same in both
	bandWidth  = 13   // 5 × 13 bits hold all 64
	bandSeen   = 1000 // newest pictures looked at in each band
)

// bands are the keys under which a perceptual hash is found again.
func bands(alike uint64) [alikeBands]int32 {
	var out [alikeBands]int32
	for i := range out {
		out[i] = int32(i<<bandWidth) | int32(alike>>(i*bandWidth)&(1<<bandWidth-1))
	}
	return out
}

const fileColumns = `district, sha256, name, kind, size, taken, lat, lon, picture, alike, original, person, post, at`

// FilePut saves what is known of a file. The same file again changes nothing: the first
// sender stays.
func (tx *Tx) FilePut(f File) error {
	added, err := tx.exec(`INSERT INTO file (`+fileColumns+`) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)
 ON CONFLICT (district, sha256) DO NOTHING`,
		f.District, f.Hash, f.Name, f.Kind, f.Size, int64(f.Taken), f.Lat, f.Lon, bit(f.Picture), int64(f.Alike), f.Original,
		int64(f.Person), int64(f.Post), int64(f.At))
	if err != nil || added == 0 || !f.Picture {
		return err
	}
	for _, band := range bands(f.Alike) {
		_, err := tx.exec(`INSERT INTO file_band (district, band, at, sha256, alike) VALUES ($1,$2,$3,$4,$5) ON CONFLICT DO NOTHING`,
			f.District, band, int64(f.At), f.Hash, int64(f.Alike))
		if err != nil {
			return err
		}
	}
	return nil
}

// File reads what is known of a file; ok is false if there is none.
func (r *Reader) File(ctx context.Context, district int32, hash string) (f File, ok bool, err error) {
	var picture int32
	var alike int64
	ok, err = first(ctx, r, `SELECT `+fileColumns+` FROM file WHERE district=$1 AND sha256=$2`, []any{district, hash},
		&f.District, &f.Hash, &f.Name, &f.Kind, &f.Size, &f.Taken, &f.Lat, &f.Lon, &picture, &alike, &f.Original, &f.Person, &f.Post, &f.At)
	f.Picture, f.Alike = picture != 0, uint64(alike)
	return f, ok, err
}

// FilesAlike lists, by hash, what is one with f: itself, what was made from the same
// original, and of the newest pictures those so like it that they show the same.
func (r *Reader) FilesAlike(ctx context.Context, f File) ([]string, error) {
	q := `SELECT sha256, alike, 1 AS same FROM file WHERE district=$1 AND original=$2`
	args := []any{f.District, f.Original}
	if f.Picture {
		for _, band := range bands(f.Alike) {
			args = append(args, band)
			q += ` UNION ALL SELECT sha256, alike, same FROM (SELECT sha256, alike, 0 AS same FROM file_band WHERE district=$1 AND band=$` +
				strconv.Itoa(len(args)) + ` ORDER BY at DESC, sha256 DESC LIMIT ` + strconv.Itoa(bandSeen) + `) AS newest`
		}
	}
	hashes := []string{f.Hash}
	_, err := collect(ctx, r, func(rows *sql.Rows, hash *string) error {
		var alike int64
		var same int32
		err := rows.Scan(hash, &alike, &same)
		if same != 0 || bits.OnesCount64(uint64(alike)^f.Alike) <= alikeBits {
			hashes = append(hashes, *hash)
		}
		return err
	}, q, args...)
	slices.Sort(hashes)
	return slices.Compact(hashes), err
}

// FilesGive notes which events name which files; what is noted already stays.
func (tx *Tx) FilesGive(list []Given) error {
	for _, g := range list {
		_, err := tx.exec(`INSERT INTO file_given (district, sha256, matter, event) VALUES ($1,$2,$3,$4) ON CONFLICT DO NOTHING`,
			g.District, g.Hash, int64(g.Matter), int64(g.Event))
		if err != nil {
			return err
		}
	}
	return nil
}

// Gave reports whether an event is noted to have given a file to a matter: for the audit.
func (r *Reader) Gave(ctx context.Context, g Given) (bool, error) {
	var event int64
	return first(ctx, r, `SELECT event FROM file_given WHERE district=$1 AND sha256=$2 AND matter=$3 AND event=$4`,
		[]any{g.District, g.Hash, int64(g.Matter), int64(g.Event)}, &event)
}

// FilesGiven reports whether any event names one of the files.
func (r *Reader) FilesGiven(ctx context.Context, district int32, hashes []string) (bool, error) {
	w := where{}
	w.add("district=%s", district)
	w.in("sha256", hashes)
	var event int64
	return first(ctx, r, `SELECT event FROM file_given WHERE `+w.text()+` LIMIT 1`, w.args, &event)
}

// FileEvents lists the events of a matter that name a file.
func (r *Reader) FileEvents(ctx context.Context, m record.Key, hash string) ([]record.ID, error) {
	return collect(ctx, r, func(rows *sql.Rows, id *record.ID) error { return rows.Scan(id) },
		`SELECT event FROM file_given WHERE district=$1 AND sha256=$2 AND matter=$3 ORDER BY event`, m.District, hash, int64(m.ID))
}
