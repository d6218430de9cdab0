package store

import (
	"context"
	"database/sql"
	"strings"

	"github.com/anupalan/anupalan/internal/record"
)

func (tx *Tx) searchPutPostgres(docs []SearchDoc) error {
	for _, d := range docs {
		lexemes := append(append([]string{ScopeWord('d', record.ID(d.Key.District))}, d.Scope...), SearchWords(d.Text)...)
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

func (r *Reader) searchPostgres(ctx context.Context, want SearchWant, forms [][]string, prefix bool) ([]record.ID, error) {
	return collect(ctx, r, func(rows *sql.Rows, id *record.ID) error { return rows.Scan(id) },
		`SELECT id FROM `+searchTable(want.Restricted)+` WHERE district=$1 AND words @@ $2::tsquery AND id<$3 ORDER BY id DESC LIMIT $4`,
		want.District, matchPostgres(want.scopeGroups(), forms, prefix), int64(want.Before), want.Limit)
}

func matchPostgres(scope, forms [][]string, prefix bool) string {
	var parts []string
	group := func(any []string, star string) {
		quoted := make([]string, len(any))
		for i, w := range any {
			quoted[i] = "'" + strings.NewReplacer(`'`, `''`, `\`, `\\`).Replace(w) + "'" + star
		}
		parts = append(parts, "("+strings.Join(quoted, " | ")+")")
	}
	for i, f := range forms {
		star := ""
		if prefix && i == len(forms)-1 {
			star = ":*"
		}
		group(f, star)
	}
	for _, g := range scope {
		group(g, "")
	}
	return strings.Join(parts, " & ")
}
