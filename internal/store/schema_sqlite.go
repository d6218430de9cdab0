package store

import (
	"context"
	"database/sql"
)

const sqliteColumns = `SELECT m.name, p.name, p.type FROM sqlite_master m JOIN pragma_table_info(m.name) p
 WHERE m.type='table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, p.cid`

const postgresColumns = `SELECT table_name, column_name, upper(data_type) FROM information_schema.columns
 WHERE table_schema='public' ORDER BY table_name, ordinal_position`

// Schema gives the columns of every table as "name TYPE", for the tests and the tools
// that compare two databases. On SQLite it leaves out the second file.
func (r *Reader) Schema(ctx context.Context) (map[string][]string, error) {
	q := sqliteColumns
	if r.engine == Postgres {
		q = postgresColumns
	}
	type col struct{ table, name, typ string }
	cols, err := collect(ctx, r, func(rows *sql.Rows, c *col) error { return rows.Scan(&c.table, &c.name, &c.typ) }, q)
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for _, c := range cols {
		if c.table == "blob" { // the second file's
			continue
		}
		out[c.table] = append(out[c.table], c.name+" "+c.typ)
	}
	return out, nil
}
