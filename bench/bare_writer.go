package bench

import (
	"database/sql"
	"fmt"
	"slices"
)

// commit writes the rows in one transaction: row by row, or a statement a table.
func (w *bareWriter) commit(rows []bareRow) error {
	if err := w.exec("BEGIN"); err != nil {
		return err
	}
	var err error
	if w.many {
		err = w.byTable(rows)
	} else {
		err = w.byRow(rows)
	}
	if err != nil {
		_ = w.exec("ROLLBACK")
		return err
	}
	return w.exec("COMMIT")
}

func (w *bareWriter) byRow(rows []bareRow) error {
	for _, r := range rows {
		if err := w.run(r.to.one, r.to.query, r.args); err != nil {
			return err
		}
	}
	return nil
}

// byTable keeps the order in which statements first come.
func (w *bareWriter) byTable(rows []bareRow) error {
	var order []*bareStatement
	of := map[*bareStatement][][]any{}
	for _, r := range rows {
		if of[r.to] == nil {
			order = append(order, r.to)
		}
		of[r.to] = append(of[r.to], r.args)
	}
	for _, st := range order {
		if err := w.run(st.many, st.query, columns(st.types, of[st])); err != nil {
			return err
		}
	}
	return nil
}

// merged adds up the rows that meet in one key, as the product's counts are.
func merged(rows []bareRow) []bareRow {
	type place struct {
		to  *bareStatement
		key string
	}
	at := map[place]int{}
	out := rows[:0:0]
	for _, r := range rows {
		keys := r.to.keys
		if keys == 0 {
			out = append(out, r)
			continue
		}
		k := place{r.to, fmt.Sprint(r.args[:keys]...)}
		i, met := at[k]
		if !met {
			at[k] = len(out)
			out = append(out, bareRow{r.to, slices.Clone(r.args)})
		} else if last := len(r.args) - 1; last == keys { // a count
			out[i].args[last] = out[i].args[last].(int64) + r.args[last].(int64)
		}
	}
	return out
}

func columns(types string, rows [][]any) []any {
	out := make([]any, len(types))
	for i := range types {
		switch types[i] {
		case 'b':
			out[i] = column[int64](rows, i)
		case 'i':
			out[i] = column[int32](rows, i)
		case 't':
			out[i] = column[string](rows, i)
		default:
			out[i] = column[[]byte](rows, i)
		}
	}
	return out
}

func column[T any](rows [][]any, i int) []T {
	out := make([]T, len(rows))
	for j, r := range rows {
		out[j] = r[i].(T)
	}
	return out
}

func (w *bareWriter) exec(q string) error {
	_, err := w.conn.ExecContext(w.ctx, q)
	return err
}

func (w *bareWriter) run(q string, query bool, args []any) error {
	st := w.kept[q]
	if st == nil {
		var err error
		if st, err = w.conn.PrepareContext(w.ctx, q); err != nil {
			return err
		}
		w.kept[q] = st
	}
	if !query {
		_, err := st.ExecContext(w.ctx, args...)
		return err
	}
	rows, err := st.QueryContext(w.ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	return scanAll(rows)
}

func scanAll(rows *sql.Rows) error {
	cols, err := rows.Columns()
	if err != nil {
		return err
	}
	into := make([]any, len(cols))
	for i := range into {
		into[i] = new(sql.RawBytes)
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
	}
	return rows.Err()
}
