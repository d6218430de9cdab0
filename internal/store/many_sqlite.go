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

func (m manySQLite) update(t *table, rows [][]any) (int64, error) {
	if err := t.check(rows, len(t.cols)+1); err != nil || len(rows) == 0 {
		return 0, err
	}
	var set, where []string
	for i, c := range t.cols {
		if i < t.keys {
			where = append(where, fmt.Sprintf("%s=$%d", c.name, i+1))
			continue
		}
		set = append(set, fmt.Sprintf("%s=$%d", c.name, i+1))
	}
	last := t.cols[len(t.cols)-1].name
	where = append(where, fmt.Sprintf("%s=$%d", last, len(t.cols)+1))
	return m.each("UPDATE "+t.name+" SET "+strings.Join(set, ",")+" WHERE "+strings.Join(where, " AND "), rows)
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
