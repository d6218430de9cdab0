package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"github.com/go-json-experiment/json"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
)

// Org reads the whole organisation of a district with the version it has.
func (r *Reader) Org(ctx context.Context, district int32) (rows org.Rows, version int64, err error) {
	if _, err = first(ctx, r, `SELECT version FROM org_version WHERE district=$1`, []any{district}, &version); err != nil {
		return rows, 0, err
	}
	for _, step := range []func() error{
		loadOrg(ctx, r, district, &rows.Places, `SELECT data FROM place WHERE district=$1 ORDER BY id`),
		loadOrg(ctx, r, district, &rows.Departments, `SELECT data FROM department WHERE district=$1 ORDER BY id`),
		loadOrg(ctx, r, district, &rows.Posts, `SELECT data FROM post WHERE district=$1 ORDER BY id`),
		loadOrg(ctx, r, district, &rows.Persons, `SELECT data FROM person WHERE district=$1 ORDER BY id`),
		loadOrg(ctx, r, district, &rows.Tenures, `SELECT data FROM tenure WHERE district=$1 ORDER BY id`),
		loadOrg(ctx, r, district, &rows.Delegations, `SELECT data FROM delegation WHERE district=$1 ORDER BY id`),
		loadOrg(ctx, r, district, &rows.Powers, `SELECT data FROM power WHERE district=$1 ORDER BY id`),
	} {
		if err := step(); err != nil {
			return org.Rows{}, 0, err
		}
	}
	return rows, version, nil
}

func loadOrg[T any](ctx context.Context, r *Reader, district int32, into *[]T, q string) func() error {
	return func() (err error) {
		*into, err = collect(ctx, r, func(rows *sql.Rows, v *T) error {
			var data []byte
			if err := rows.Scan(&data); err != nil {
				return err
			}
			return json.Unmarshal(data, v)
		}, q, district)
		return err
	}
}

// OrgVersion reads the version of a district's organisation, by which a cached one is known to be old.
func (r *Reader) OrgVersion(ctx context.Context, district int32) (version int64, err error) {
	_, err = first(ctx, r, `SELECT version FROM org_version WHERE district=$1`, []any{district}, &version)
	return version, err
}

// OrgDistricts lists the districts that have an organisation.
func (r *Reader) OrgDistricts(ctx context.Context) ([]int32, error) {
	return collect(ctx, r, func(rows *sql.Rows, d *int32) error { return rows.Scan(d) }, `SELECT district FROM org_version ORDER BY district`)
}

// OrgVersionMove raises the version of a district's organisation; Conflict if it is not
// the one the change was made on.
func (tx *Tx) OrgVersionMove(district int32, from int64) error {
	if from == 0 {
		if _, err := tx.exec(`INSERT INTO org_version (district, version) VALUES ($1, 0) ON CONFLICT (district) DO NOTHING`, district); err != nil {
			return err
		}
	}
	n, err := tx.exec(`UPDATE org_version SET version=version+1 WHERE district=$1 AND version=$2`, district, from)
	if err == nil && n != 1 {
		return fault.New(fault.Conflict, "store.changed")
	}
	return err
}

// orgUpdate is the clause that replaces a row of the organisation that is there already.
func orgUpdate(t *table) string {
	s := "ON CONFLICT (district, id) DO UPDATE SET "
	for i, c := range t.cols[2:] {
		if i > 0 {
			s += ","
		}
		s += c.name + "=excluded." + c.name
	}
	return s
}

// orgSheet is one table of an organisation with the rows that it holds, ids second.
type orgSheet struct {
	table *table
	rows  [][]any
}

// orgSheets gives an organisation as its tables hold it.
func orgSheets(district int32, rows *org.Rows) ([]orgSheet, error) {
	var all []orgSheet
	for _, sheet := range []func(int32, *org.Rows) (orgSheet, error){places, departments, posts, persons, tenures, delegations, powers} {
		s, err := sheet(district, rows)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

// OrgSave adds or replaces rows of a district's organisation. Paths come from a snapshot.
func (tx *Tx) OrgSave(district int32, rows org.Rows) error {
	sheets, err := orgSheets(district, &rows)
	if err != nil {
		return err
	}
	for _, s := range sheets {
		if err := tx.many.insert(s.table, orgUpdate(s.table), s.rows); err != nil {
			return err
		}
	}
	return nil
}

// OrgDiffers names the rows in which the stored organisation of a district is not, column
// by column, the given one with its paths.
func (r *Reader) OrgDiffers(ctx context.Context, district int32, rows org.Rows) ([]string, error) {
	sheets, err := orgSheets(district, &rows)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, s := range sheets {
		want := map[int64]string{}
		for _, row := range s.rows {
			want[row[1].(int64)] = fmt.Sprintf("%#v", row)
		}
		stored, err := collect(ctx, r, func(rows *sql.Rows, row *[]any) error { return scanPlain(rows, s.table, row) },
			`SELECT `+names(s.table.cols)+` FROM `+s.table.name+` WHERE district=$1`, district)
		if err != nil {
			return nil, err
		}
		for _, row := range stored {
			id := row[1].(int64)
			if want[id] != fmt.Sprintf("%#v", row) {
				out = append(out, s.table.name+" "+record.ID(id).String())
			}
			delete(want, id)
		}
		for id := range want {
			out = append(out, s.table.name+" "+record.ID(id).String())
		}
	}
	slices.Sort(out)
	return out, nil
}

// scanPlain scans a row of a table as its writer would hand it over.
func scanPlain(rows *sql.Rows, t *table, row *[]any) error {
	into := make([]any, len(t.cols))
	for i, c := range t.cols {
		switch c.kind {
		case big:
			into[i] = new(int64)
		case num:
			into[i] = new(int32)
		default:
			into[i] = new(string)
		}
	}
	if err := rows.Scan(into...); err != nil {
		return err
	}
	for _, v := range into {
		switch v := v.(type) {
		case *int64:
			*row = append(*row, *v)
		case *int32:
			*row = append(*row, *v)
		case *string:
			*row = append(*row, *v)
		}
	}
	return nil
}

func orgSheetOf[T any](district int32, name string, list []T, cols []column, row func(*T) []any) (orgSheet, error) {
	s := orgSheet{table: &table{name: name, keys: 2, cols: append(columnsOf("district", num, "id", big), append(cols, column{"data", text})...)}, rows: make([][]any, len(list))}
	for i := range list {
		data, err := json.Marshal(&list[i], json.OmitZeroStructFields(true), json.Deterministic(true))
		if err != nil {
			return s, fmt.Errorf("%s: %w", name, err)
		}
		s.rows[i] = append(append([]any{district}, row(&list[i])...), string(data))
	}
	return s, nil
}

func places(district int32, rows *org.Rows) (orgSheet, error) {
	return orgSheetOf(district, "place", rows.Places, columnsOf("key", text, "tree", text, "kind", text, "lgd_type", text, "lgd_code", num,
		"name_hi", text, "name_en", text, "parent", big, "path", text, "starts", text, "ends", text), func(p *org.Place) []any {
		return []any{int64(p.ID), p.Key, p.Tree.String(), p.Kind, p.LGDType, p.LGDCode, p.Name.Hi, p.Name.En, int64(p.Parent), p.Path, p.From.String(), p.To.String()}
	})
}

func departments(district int32, rows *org.Rows) (orgSheet, error) {
	return orgSheetOf(district, "department", rows.Departments, columnsOf("key", text, "name_hi", text, "name_en", text, "starts", text, "ends", text),
		func(d *org.Department) []any {
			return []any{int64(d.ID), d.Key, d.Name.Hi, d.Name.En, d.From.String(), d.To.String()}
		})
}

func posts(district int32, rows *org.Rows) (orgSheet, error) {
	return orgSheetOf(district, "post", rows.Posts, columnsOf("key", text, "role", text, "designation", text, "name_hi", text, "name_en", text,
		"department", big, "place", big, "reports_to", big, "starts", text, "ends", text), func(p *org.Post) []any {
		return []any{int64(p.ID), p.Key, p.Role, p.Designation, p.Name.Hi, p.Name.En, int64(p.Department), int64(p.Place), int64(p.ReportsTo), p.From.String(), p.To.String()}
	})
}

func persons(district int32, rows *org.Rows) (orgSheet, error) {
	return orgSheetOf(district, "person", rows.Persons, columnsOf("key", text, "name_hi", text, "name_en", text, "phone", text, "email", text),
		func(p *org.Person) []any {
			return []any{int64(p.ID), p.Key, p.Name.Hi, p.Name.En, p.Phone, p.Email}
		})
}

func tenures(district int32, rows *org.Rows) (orgSheet, error) {
	return orgSheetOf(district, "tenure", rows.Tenures, columnsOf("post", big, "person", big, "kind", text, "starts", text, "ends", text),
		func(t *org.Tenure) []any {
			return []any{int64(t.ID), int64(t.Post), int64(t.Person), t.Kind.String(), t.From.String(), t.To.String()}
		})
}

func delegations(district int32, rows *org.Rows) (orgSheet, error) {
	return orgSheetOf(district, "delegation", rows.Delegations, columnsOf("giver", big, "taker", big, "person", big, "starts", text, "ends", text),
		func(d *org.Delegation) []any {
			return []any{int64(d.ID), int64(d.Giver), int64(d.Taker), int64(d.Person), d.From.String(), d.To.String()}
		})
}

func powers(district int32, rows *org.Rows) (orgSheet, error) {
	return orgSheetOf(district, "power", rows.Powers, columnsOf("post", big, "name", text, "starts", text, "ends", text),
		func(p *org.Power) []any {
			return []any{int64(p.ID), int64(p.Post), p.Name, p.From.String(), p.To.String()}
		})
}
