package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

type manyPostgres struct{ tx *sql.Tx }

// arrays turns rows into one array a column, in the types pgx sends without guessing.
func arrays(cols []column, rows [][]any) ([]any, error) {
	out := make([]any, len(cols))
	for i, c := range cols {
		var err error
		switch c.kind {
		case big:
			out[i], err = turned[int64](rows, i)
		case num:
			out[i], err = turned[int32](rows, i)
		case text:
			out[i], err = turned[string](rows, i)
		default:
			out[i], err = turned[[]byte](rows, i)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.name, err)
		}
	}
	return out, nil
}

func turned[T any](rows [][]any, i int) ([]T, error) {
	out := make([]T, len(rows))
	for j, r := range rows {
		v, ok := r[i].(T)
		if !ok {
			return nil, fmt.Errorf("store: a %T where %T is kept", r[i], v)
		}
		out[j] = v
	}
	return out, nil
}

func unnest(cols []column) string {
	parts := make([]string, len(cols))
	for i, c := range cols {
		parts[i] = fmt.Sprintf("$%d::%s", i+1, c.kind.array())
	}
	return "unnest(" + strings.Join(parts, ",") + ")"
}

func (m manyPostgres) run(q string, cols []column, rows [][]any) (int64, error) {
	args, err := arrays(cols, rows)
	if err != nil {
		return 0, err
	}
	res, err := m.tx.ExecContext(context.Background(), q, args...)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

func (m manyPostgres) insert(t *table, after string, rows [][]any) error {
	if err := t.check(rows, len(t.cols)); err != nil || len(rows) == 0 {
		return err
	}
	_, err := m.run("INSERT INTO "+t.name+" ("+names(t.cols)+") SELECT * FROM "+unnest(t.cols)+" "+after, t.cols, rows)
	return err
}

func (m manyPostgres) update(t *table, rows, was [][]any) (int64, error) {
	if err := t.check(rows, len(t.cols)); err != nil || len(rows) == 0 {
		return 0, err
	}
	var set, where []string
	for i, c := range t.cols {
		if i < t.keys {
			where = append(where, fmt.Sprintf("t.%s=u.%s", c.name, c.name))
			continue
		}
		set = append(set, fmt.Sprintf("%s=u.%s", c.name, c.name))
	}
	last := len(t.cols) - 1
	where = append(where, "t."+t.cols[last].name+"=u.old_version")
	cols := t.withOld()
	withOld := make([][]any, len(rows))
	for i, row := range rows {
		withOld[i] = append(append([]any{}, row...), was[i][last])
	}
	return m.run("UPDATE "+t.name+" AS t SET "+strings.Join(set, ",")+" FROM "+unnest(cols)+" AS u("+names(cols)+") WHERE "+
		strings.Join(where, " AND "), cols, withOld)
}

func (m manyPostgres) remove(t *table, extra string, keys [][]any) error {
	if len(keys) == 0 {
		return nil
	}
	cols := t.cols[:len(keys[0])]
	var where []string
	for _, c := range cols {
		where = append(where, fmt.Sprintf("t.%s=u.%s", c.name, c.name))
	}
	if extra != "" {
		where = append(where, "t."+extra)
	}
	_, err := m.run("DELETE FROM "+t.name+" AS t USING "+unnest(cols)+" AS u("+names(cols)+") WHERE "+strings.Join(where, " AND "), cols, keys)
	return err
}

// A parent never changes, so the keys found going up are those locked on the way down.
const mattersLocked = `WITH RECURSIVE wanted(district, id) AS (
  SELECT * FROM unnest($1::integer[], $2::bigint[])
  UNION
  SELECT m.district, m.parent FROM wanted w JOIN matter m ON m.district=w.district AND m.id=w.id WHERE m.parent <> 0
) SELECT ` + matterColumns + ` FROM matter WHERE (district, id) IN (SELECT district, id FROM wanted)
 ORDER BY district, id FOR UPDATE`

func (m manyPostgres) matters(keys []record.Key) ([]matter.Matter, error) {
	districts, ids := make([]int32, len(keys)), make([]int64, len(keys))
	for i, k := range keys {
		districts[i], ids[i] = k.District, int64(k.ID)
	}
	r := &Reader{engine: Postgres, on: plain(m)}
	return collect(context.Background(), r, scanMatter, mattersLocked, districts, ids)
}
