package store

import (
	"context"
	"database/sql"
	"strings"

	"github.com/anupalan/anupalan/internal/record"
)

func (tx *Tx) searchPutPostgres(docs []SearchDoc) error {
	for _, d := range docs {
		lexemes := append(append([]string{ScopeWord('d', record.ID(d.Key.District))}, d.Scope...), searchTerms(d.Text)...)
		if _, err := tx.exec(`DELETE FROM `+searchTable(!d.Restricted)+` WHERE district=$1 AND id=$2`, d.Key.District, int64(d.Key.ID)); err != nil {
			return err
		}
		_, err := tx.exec(`INSERT INTO `+searchTable(d.Restricted)+` (district, id, words) VALUES ($1,$2,array_to_tsvector($3::text[]))
 ON CONFLICT (district, id) DO UPDATE SET words=excluded.words`, d.Key.District, int64(d.Key.ID), lexemes)
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *Reader) askedPostgres(ctx context.Context, district int32, q question) ([]record.ID, error) {
	return collect(ctx, r, func(rows *sql.Rows, id *record.ID) error { return rows.Scan(id) },
		`SELECT id FROM `+q.table+` WHERE district=$1 AND words @@ $2::tsquery AND id<$3 ORDER BY id DESC LIMIT $4`,
		district, q.matchPostgres(), int64(q.before), q.limit)
}

// matchPostgres quotes every word, so that nothing a reader types is taken for syntax.
func (q *question) matchPostgres() string {
	quote := strings.NewReplacer(`'`, `''`, `\`, `\\`)
	groups := func(list [][]string, begins bool) string {
		var parts []string
		for i, any := range list {
			var quoted []string
			for j, w := range any {
				star := ""
				if begins && i == len(list)-1 && j == 0 && beginsEnough(w) {
					star = ":*"
				}
				quoted = append(quoted, "'"+quote.Replace(w)+"'"+star)
			}
			parts = append(parts, "("+strings.Join(quoted, " | ")+")")
		}
		return strings.Join(parts, " & ")
	}
	text := groups(q.forms, q.begins) + " & " + groups(q.scope, false)
	if q.not == nil {
		return text
	}
	return text + " & !(" + groups(q.not, false) + ")"
}
