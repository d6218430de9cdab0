package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"github.com/go-json-experiment/json"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/org"
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

// OrgSave adds or replaces rows of a district's organisation. Paths come from a snapshot.
func (tx *Tx) OrgSave(district int32, rows org.Rows) error {
	for _, save := range []func(*Tx, int32, *org.Rows) error{savePlaces, saveDepartments, savePosts, savePersons, saveTenures, saveDelegations, savePowers} {
		if err := save(tx, district, &rows); err != nil {
			return err
		}
	}
	return nil
}

func saveOrg[T any](tx *Tx, district int32, name string, list []T, cols []column, row func(*T) []any) error {
	t := &table{name: name, keys: 2, cols: append(columnsOf("district", num, "id", big), append(cols, column{"data", text})...)}
	out := make([][]any, len(list))
	for i := range list {
		data, err := json.Marshal(&list[i], json.OmitZeroStructFields(true), json.Deterministic(true))
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		out[i] = append(append([]any{district}, row(&list[i])...), string(data))
	}
	return tx.many.insert(t, orgUpdate(t), out)
}

func savePlaces(tx *Tx, district int32, rows *org.Rows) error {
	return saveOrg(tx, district, "place", rows.Places, columnsOf("key", text, "tree", text, "kind", text, "lgd_type", text, "lgd_code", num,
		"name_hi", text, "name_en", text, "parent", big, "path", text, "starts", text, "ends", text), func(p *org.Place) []any {
		return []any{int64(p.ID), p.Key, p.Tree.String(), p.Kind, p.LGDType, p.LGDCode, p.Name.Hi, p.Name.En, int64(p.Parent), p.Path, p.From.String(), p.To.String()}
	})
}

func saveDepartments(tx *Tx, district int32, rows *org.Rows) error {
	return saveOrg(tx, district, "department", rows.Departments, columnsOf("key", text, "name_hi", text, "name_en", text, "starts", text, "ends", text),
		func(d *org.Department) []any {
			return []any{int64(d.ID), d.Key, d.Name.Hi, d.Name.En, d.From.String(), d.To.String()}
		})
}

func savePosts(tx *Tx, district int32, rows *org.Rows) error {
	return saveOrg(tx, district, "post", rows.Posts, columnsOf("key", text, "role", text, "designation", text, "name_hi", text, "name_en", text,
		"department", big, "place", big, "reports_to", big, "starts", text, "ends", text), func(p *org.Post) []any {
		return []any{int64(p.ID), p.Key, p.Role, p.Designation, p.Name.Hi, p.Name.En, int64(p.Department), int64(p.Place), int64(p.ReportsTo), p.From.String(), p.To.String()}
	})
}

func savePersons(tx *Tx, district int32, rows *org.Rows) error {
	return saveOrg(tx, district, "person", rows.Persons, columnsOf("key", text, "name_hi", text, "name_en", text, "phone", text, "email", text),
		func(p *org.Person) []any {
			return []any{int64(p.ID), p.Key, p.Name.Hi, p.Name.En, p.Phone, p.Email}
		})
}

func saveTenures(tx *Tx, district int32, rows *org.Rows) error {
	return saveOrg(tx, district, "tenure", rows.Tenures, columnsOf("post", big, "person", big, "kind", text, "starts", text, "ends", text),
		func(t *org.Tenure) []any {
			return []any{int64(t.ID), int64(t.Post), int64(t.Person), t.Kind.String(), t.From.String(), t.To.String()}
		})
}

func saveDelegations(tx *Tx, district int32, rows *org.Rows) error {
	return saveOrg(tx, district, "delegation", rows.Delegations, columnsOf("giver", big, "taker", big, "person", big, "starts", text, "ends", text),
		func(d *org.Delegation) []any {
			return []any{int64(d.ID), int64(d.Giver), int64(d.Taker), int64(d.Person), d.From.String(), d.To.String()}
		})
}

func savePowers(tx *Tx, district int32, rows *org.Rows) error {
	return saveOrg(tx, district, "power", rows.Powers, columnsOf("post", big, "name", text, "starts", text, "ends", text),
		func(p *org.Power) []any {
			return []any{int64(p.ID), int64(p.Post), p.Name, p.From.String(), p.To.String()}
		})
}

// OrgDiffers names the rows in which two organisations differ, paths apart, which are
// derived.
func OrgDiffers(a, b org.Rows) []string {
	out := differs("place", a.Places, b.Places, func(p *org.Place) (string, any) { c := *p; c.Path = ""; return p.ID.String(), c })
	out = append(out, differs("department", a.Departments, b.Departments, func(d *org.Department) (string, any) { return d.ID.String(), *d })...)
	out = append(out, differs("post", a.Posts, b.Posts, func(p *org.Post) (string, any) { return p.ID.String(), *p })...)
	out = append(out, differs("person", a.Persons, b.Persons, func(p *org.Person) (string, any) { return p.ID.String(), *p })...)
	out = append(out, differs("tenure", a.Tenures, b.Tenures, func(t *org.Tenure) (string, any) { return t.ID.String(), *t })...)
	out = append(out, differs("delegation", a.Delegations, b.Delegations, func(d *org.Delegation) (string, any) { return d.ID.String(), *d })...)
	return append(out, differs("power", a.Powers, b.Powers, func(p *org.Power) (string, any) { return p.ID.String(), *p })...)
}

func differs[T any](name string, a, b []T, of func(*T) (string, any)) []string {
	form := func(list []T) map[string]string {
		out := make(map[string]string, len(list))
		for i := range list {
			id, row := of(&list[i])
			text, err := json.Marshal(row, json.OmitZeroStructFields(true), json.Deterministic(true))
			if err != nil {
				text = []byte(err.Error())
			}
			out[id] = string(text)
		}
		return out
	}
	x, y := form(a), form(b)
	var out []string
	for id, text := range x {
		if y[id] != text {
			out = append(out, name+" "+id)
		}
		delete(y, id)
	}
	for id := range y {
		out = append(out, name+" "+id)
	}
	slices.Sort(out)
	return out
}
