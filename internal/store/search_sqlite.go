package store

import (
	"context"
	"database/sql"
	"strings"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/record"
)

// SearchPut indexes texts; what was indexed under the same matter is replaced.
func (tx *Tx) SearchPut(docs []SearchDoc) error {
	if err := tx.searchWordsPut(docs); err != nil {
		return err
	}
	if tx.engine == Postgres {
		return tx.searchPutPostgres(docs)
	}
	for _, d := range docs {
		if err := tx.searchDrop(d.Key); err != nil {
			return err
		}
		scope := append([]string{ScopeWord('d', record.ID(d.Key.District))}, d.Scope...)
		_, err := tx.exec(`INSERT INTO `+searchTable(d.Restricted)+` (rowid, scope, words) VALUES ($1,$2,$3)`,
			int64(d.Key.ID), strings.Join(scope, " "), strings.Join(searchTerms(d.Text), " "))
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

// asked puts one question to the engine; newest first.
func (r *Reader) asked(ctx context.Context, district int32, q question) ([]record.ID, error) {
	if r.engine == Postgres {
		return r.askedPostgres(ctx, district, q)
	}
	return collect(ctx, r, func(rows *sql.Rows, id *record.ID) error { return rows.Scan(id) },
		`SELECT rowid FROM `+q.table+` WHERE `+q.table+` MATCH $1 AND rowid<$2 ORDER BY rowid DESC LIMIT $3`,
		q.matchSQLite(), int64(q.before), q.limit)
}

// matchSQLite quotes every word, so that nothing a reader types is taken for syntax. It names no column: looking at the
// places of each word to tell columns apart cost most of the time, and words of scope are like no others.
func (q *question) matchSQLite() string {
	groups := func(list [][]string, begins bool) string {
		var parts []string
		for i, any := range list {
			var quoted []string
			for j, w := range any {
				star := ""
				if begins && i == len(list)-1 && j == 0 && beginsEnough(w) {
					star = " *"
				}
				quoted = append(quoted, `"`+strings.ReplaceAll(w, `"`, `""`)+`"`+star)
			}
			parts = append(parts, "("+strings.Join(quoted, " OR ")+")")
		}
		return strings.Join(parts, " AND ")
	}
	text := groups(q.forms, q.begins) + " AND " + groups(q.scope, false)
	if q.not == nil {
		return text
	}
	return "(" + text + ") NOT (" + groups(q.not, false) + ")"
}

// beginsEnough reports a beginning long enough to be looked up by itself; shorter ones would gather half the index.
func beginsEnough(w string) bool { return utf8.RuneCountInString(w) > 2 }
