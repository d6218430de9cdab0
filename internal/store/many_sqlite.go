package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

type manySQLite struct{ on *pinned }

func holes(from, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "$%d", from+i)
	}
	return b.String()
}

func (m manySQLite) each(q string, rows [][]any) (int64, error) {
	st, err := m.on.prepared(q)
	if err != nil {
		return 0, err
	}
	var n int64
	for _, r := range rows {
		res, err := st.ExecContext(context.Background(), r...)
		if err != nil {
			return n, err
		}
		k, err := res.RowsAffected()
		if err != nil {
			return n, err
		}
		n += k
	}
	return n, nil
}

func (m manySQLite) insert(t *table, after string, rows [][]any) error {
	if err := t.check(rows, len(t.cols)); err != nil || len(rows) == 0 {
		return err
	}
	_, err := m.each("INSERT INTO "+t.name+" ("+names(t.cols)+") VALUES ("+holes(1, len(t.cols))+") "+after, rows)
	return err
}

// update names only the columns that change: SQLite rewrites every index of a column that
// is named, whether its value changes or not.
func (m manySQLite) update(t *table, rows, was [][]any) (n int64, err error) {
	if err := t.check(rows, len(t.cols)); err != nil {
		return 0, err
	}
	for i, row := range rows {
		q, args := changedColumns(t, row, was[i])
		k, err := m.each(q, [][]any{args})
		if err != nil {
			return n, err
		}
		n += k
	}
	return n, nil
}

func changedColumns(t *table, row, was []any) (string, []any) {
	var set []string
	args := append([]any{}, row[:t.keys]...)
	for i := t.keys; i < len(row); i++ {
		if row[i] != was[i] {
			args = append(args, row[i])
			set = append(set, fmt.Sprintf("%s=$%d", t.cols[i].name, len(args)))
		}
	}
	where := make([]string, t.keys)
	for i := range where {
		where[i] = fmt.Sprintf("%s=$%d", t.cols[i].name, i+1)
	}
	args = append(args, was[len(was)-1])
	version := fmt.Sprintf("%s=$%d", t.cols[len(t.cols)-1].name, len(args))
	return "UPDATE " + t.name + " SET " + strings.Join(set, ",") + " WHERE " + strings.Join(append(where, version), " AND "), args
}

func (m manySQLite) remove(t *table, extra string, keys [][]any) error {
	if len(keys) == 0 {
		return nil
	}
	n := len(keys[0])
	var where []string
	for i, c := range t.cols[:n] {
		where = append(where, fmt.Sprintf("%s=$%d", c.name, i+1))
	}
	if extra != "" {
		where = append(where, extra)
	}
	_, err := m.each("DELETE FROM "+t.name+" WHERE "+strings.Join(where, " AND "), keys)
	return err
}

func (m manySQLite) matters(keys []record.Key) ([]matter.Matter, error) {
	ctx := context.Background()
	r := &Reader{engine: SQLite, on: m.on}
	seen := map[record.Key]bool{}
	var out []matter.Matter
	for len(keys) > 0 {
		var parents []record.Key
		for _, k := range keys {
			if seen[k] {
				continue
			}
			seen[k] = true
			found, err := collect(ctx, r, scanMatter, matterByID, k.District, int64(k.ID))
			if err != nil {
				return nil, err
			}
			for _, f := range found {
				if f.Parent != 0 {
					parents = append(parents, record.Key{District: k.District, ID: f.Parent})
				}
			}
			out = append(out, found...)
		}
		keys = parents
	}
	slices.SortFunc(out, func(a, b matter.Matter) int { return compareKeys(a.Key, b.Key) })
	return out, nil
}

func compareKeys(a, b record.Key) int {
	return cmp.Or(cmp.Compare(a.District, b.District), cmp.Compare(a.ID, b.ID))
}
