package ingest

import (
	"fmt"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// Preview counts what an import would do, kind by kind, before anything is done.
type Preview struct {
	Kind    i18n.Text
	Rows    int
	New     int
	Changed int
	Same    int
}

// Bound is an organisation's files bound to rows with ids: what Decide takes, and the preview a person says yes to.
type Bound struct {
	Rows    org.Rows
	Preview []Preview
}

// binder joins the files with what stands: a key is looked up among the rows of the files first, then in the snapshot.
type binder struct {
	o       *org.Org
	ids     func() record.ID
	today   calendar.Date
	tables  map[string][]*Table
	fresh   map[string]record.ID // "post/bdo_amnour" to the id of a row of the files
	seen    map[string]string    // natural key to where it stood first
	persons map[record.ID]int    // where in the rows a person of the files stands
	wrong   *fault.Fault
	out     Bound
}

// BindOrg reads sheets as files of the organisation and binds them to rows: every reference found, every key once. It
// changes nothing; the fault names file, line and heading of each wrong cell.
func BindOrg(o *org.Org, sheets []Sheet, ids func() record.ID, today calendar.Date) (*Bound, error) {
	b := &binder{o: o, ids: ids, today: today, tables: map[string][]*Table{}, fresh: map[string]record.ID{}, seen: map[string]string{}, persons: map[record.ID]int{},
		wrong: fault.New(fault.Invalid, "ingest.wrong_files")}
	for i := range sheets {
		b.parse(&sheets[i])
	}
	if err := b.wrong.Any(); err != nil {
		return nil, err
	}
	b.give(Departments, record.Department)
	b.give(Places, record.Place)
	b.give(Posts, record.Post)
	b.givePersons()
	for _, kind := range []string{Departments, Places, Posts, Officers, Delegations, Powers} {
		b.bind(kind)
	}
	if err := b.wrong.Any(); err != nil {
		return nil, err
	}
	return &b.out, nil
}

func (b *binder) parse(s *Sheet) {
	f := FormOf(s.Header)
	if f == nil {
		b.wrong.With(s.where(1, ""), "ingest.no_form", nearestForm(s.Header))
		return
	}
	t, err := f.Parse(s, b.today)
	if err != nil {
		b.wrong.Fields = append(b.wrong.Fields, fault.As(err).Fields...)
		return
	}
	b.tables[f.Key] = append(b.tables[f.Key], t)
}

// nearestForm tells which kind of file a header comes nearest to and what it lacks.
func nearestForm(header []string) i18n.Text {
	var best *Form
	most := -1
	for _, f := range OrgForms() {
		n := 0
		for _, h := range header {
			if f.column(h) >= 0 {
				n++
			}
		}
		if n > most {
			best, most = f, n
		}
	}
	var hi, en []string
	for i := range best.Columns {
		c := &best.Columns[i]
		if c.Required && !slices.ContainsFunc(header, func(h string) bool { return best.column(h) == i }) {
			hi, en = append(hi, c.Name.Hi), append(en, c.Name.En)
		}
	}
	return i18n.Text{Hi: best.Name.Hi + ": " + i18n.Hindi.And(hi), En: best.Name.En + ": " + i18n.English.And(en)}
}

// give makes an id for each key of a kind of file, that of the snapshot where it stands already; a key twice is a fault.
func (b *binder) give(kind string, as record.Kind) {
	for _, t := range b.tables[kind] {
		for i := range t.Rows {
			r := &t.Rows[i]
			key := t.Text(r, "key")
			if !b.once(t, r, "key", as.String()+"/"+key) {
				continue
			}
			b.assign(as, key)
		}
	}
}

func (b *binder) givePersons() {
	for _, t := range b.tables[Officers] {
		for i := range t.Rows {
			b.assign(record.Person, t.Text(&t.Rows[i], "person"))
		}
	}
}

func (b *binder) assign(as record.Kind, key string) {
	name := as.String() + "/" + key
	if _, ok := b.fresh[name]; ok {
		return
	}
	id := b.o.ByKey(as, key)
	if id == 0 {
		id = b.ids()
	}
	b.fresh[name] = id
}

// once reports whether a natural key comes for the first time in these files.
func (b *binder) once(t *Table, r *Row, column, name string) bool {
	at := t.Sheet.where(r.Line, column)
	if first, twice := b.seen[name]; twice {
		b.wrong.With(at, "ingest.key_twice", t.Text(r, column), first)
		return false
	}
	b.seen[name] = at
	return true
}

// find gives the id of a key, from the files or the snapshot; an unknown one is a fault that names the nearest.
func (b *binder) find(t *Table, r *Row, column, key string, as record.Kind) record.ID {
	if key == "" {
		return 0
	}
	if id, ok := b.fresh[as.String()+"/"+key]; ok {
		return id
	}
	if id := b.o.ByKey(as, key); id != 0 {
		return id
	}
	b.wrong.With(t.Sheet.where(r.Line, column), "ingest.unknown_"+as.String(), key, rule.Meant(key, b.keys(as)))
	return 0
}

// keys lists what keys of a kind are known, for the nearest one.
func (b *binder) keys(as record.Kind) []string {
	var list []string
	rows := b.o.Rows()
	switch as {
	case record.Place:
		for i := range rows.Places {
			list = append(list, rows.Places[i].Key)
		}
	case record.Post:
		for i := range rows.Posts {
			list = append(list, rows.Posts[i].Key)
		}
	case record.Department:
		for i := range rows.Departments {
			list = append(list, rows.Departments[i].Key)
		}
	}
	prefix := as.String() + "/"
	for name := range b.fresh {
		if len(name) > len(prefix) && name[:len(prefix)] == prefix {
			list = append(list, name[len(prefix):])
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func (b *binder) findAll(t *Table, r *Row, column string, as record.Kind) []record.ID {
	var ids []record.ID
	for _, key := range t.Cell(r, column).List {
		if id := b.find(t, r, column, key, as); id != 0 {
			ids = append(ids, id)
		}
	}
	return ids
}

// bind turns the rows of one kind of file into rows of the organisation and counts them.
func (b *binder) bind(kind string) {
	for _, t := range b.tables[kind] {
		p := Preview{Kind: t.Form.Name, Rows: len(t.Rows)}
		for i := range t.Rows {
			switch r := &t.Rows[i]; kind {
			case Departments:
				b.department(t, r, &p)
			case Places:
				b.place(t, r, &p)
			case Posts:
				b.post(t, r, &p)
			case Officers:
				b.officer(t, r, &p)
			case Delegations:
				b.delegation(t, r, &p)
			case Powers:
				b.power(t, r, &p)
			}
		}
		b.out.Preview = append(b.out.Preview, p)
	}
}

// count sees whether a row is new, other than what stands, or the same.
func count[T any](p *Preview, row, old *T) {
	switch {
	case old == nil:
		p.New++
	case fmt.Sprintf("%+v", *row) == fmt.Sprintf("%+v", *old):
		p.Same++
	default:
		p.Changed++
	}
}

// DistrictOf gives the LGD code of the first row of kind district in the sheets, 0 if there is none.
func DistrictOf(sheets []Sheet) int32 {
	for i := range sheets {
		f := FormOf(sheets[i].Header)
		if f == nil || f.Key != Places {
			continue
		}
		t, err := f.Parse(&sheets[i], 1)
		if err != nil {
			return 0
		}
		for j := range t.Rows {
			if r := &t.Rows[j]; t.Text(r, "kind") == "district" {
				return int32(t.Cell(r, "lgd_code").N)
			}
		}
	}
	return 0
}
