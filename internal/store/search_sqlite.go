package store

import (
	"context"
	"database/sql"
	"strings"

	"github.com/anupalan/anupalan/internal/record"
)

// SearchPut indexes texts; what was indexed under the same matter is replaced.
func (tx *Tx) SearchPut(docs []SearchDoc) error {
	if tx.engine == Postgres {
		return tx.searchPutPostgres(docs)
	}
	for _, d := range docs {
		if err := tx.searchDrop(d.Key); err != nil {
			return err
		}
		scope := append([]string{ScopeWord('d', record.ID(d.Key.District))}, d.Scope...)
		_, err := tx.exec(`INSERT INTO `+searchTable(d.Restricted)+` (rowid, scope, words) VALUES ($1,$2,$3)`,
			int64(d.Key.ID), strings.Join(scope, " "), strings.Join(SearchWords(d.Text), " "))
		if err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) searchDrop(k record.Key) error {
	for _, t := range []string{"search", "search_restricted"} {
		if _, err := tx.exec(`DELETE FROM `+t+` WHERE rowid=$1`, int64(k.ID)); err != nil {
			return err
		}
	}
	return nil
}

// Search gives the ids of matters that fit, newest first; nil if the query has no word.
func (r *Reader) Search(ctx context.Context, want SearchWant) ([]record.ID, error) {
	forms, prefix := wanted(want.Query)
	if len(forms) == 0 {
		return nil, nil
	}
	if want.Limit < 1 || want.Limit > 500 {
		want.Limit = 25
	}
	if want.Before == 0 {
		want.Before = 1<<63 - 1
	}
	if r.engine == Postgres {
		return r.searchPostgres(ctx, want, forms, prefix)
	}
	t := searchTable(want.Restricted)
	return collect(ctx, r, func(rows *sql.Rows, id *record.ID) error { return rows.Scan(id) },
		`SELECT rowid FROM `+t+` WHERE `+t+` MATCH $1 AND rowid<$2 ORDER BY rowid DESC LIMIT $3`,
		matchSQLite(want.scopeGroups(), forms, prefix), int64(want.Before), want.Limit)
}

// matchSQLite quotes every word, so that nothing a reader types is taken for syntax.
func matchSQLite(scope, forms [][]string, prefix bool) string {
	var parts []string
	group := func(column string, any []string, star string) {
		quoted := make([]string, len(any))
		for i, w := range any {
			quoted[i] = `"` + strings.ReplaceAll(w, `"`, `""`) + `"` + star
		}
		parts = append(parts, "("+column+" : ("+strings.Join(quoted, " OR ")+"))")
	}
	for i, f := range forms {
		star := ""
		if prefix && i == len(forms)-1 {
			star = " *"
		}
		group("words", f, star)
	}
	for _, g := range scope {
		group("scope", g, "")
	}
	return strings.Join(parts, " AND ")
}

// SearchTidy merges what imports left in many pieces; slow, for after an import.
func (tx *Tx) SearchTidy() error {
	if tx.engine == Postgres {
		return nil
	}
	_, err := tx.exec(`INSERT INTO search (search) VALUES ('optimize')`)
	return err
}
