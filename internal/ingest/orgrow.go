package ingest

import (
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

func (t *Table) name(r *Row) i18n.Text {
	return i18n.Text{Hi: t.Text(r, "name_hi"), En: t.Text(r, "name_en")}
}

func (b *binder) department(t *Table, r *Row, p *Preview) {
	d := org.Department{ID: b.fresh["department/"+t.Text(r, "key")], Key: t.Text(r, "key"), Name: t.name(r), Abbr: t.Text(r, "abbr"),
		Aliases: t.Cell(r, "aliases").List, From: t.Cell(r, "from").Day, To: t.Cell(r, "to").Day}
	count(p, &d, b.o.Department(d.ID))
	b.out.Rows.Departments = append(b.out.Rows.Departments, d)
}

// place keeps what a file does not tell of a place that stands: its former parents. Another parent needs the day of the move.
func (b *binder) place(t *Table, r *Row, p *Preview) {
	tree, _ := org.ParseTree(t.Text(r, "tree"))
	n := org.Place{ID: b.fresh["place/"+t.Text(r, "key")], Key: t.Text(r, "key"), Tree: tree, Kind: t.Text(r, "kind"),
		LGDType: t.Text(r, "lgd_type"), LGDCode: int32(t.Cell(r, "lgd_code").N), Name: t.name(r), Aliases: t.Cell(r, "aliases").List,
		Parent: b.find(t, r, "parent", t.Text(r, "parent"), record.Place), LiesIn: b.findAll(t, r, "lies_in", record.Place),
		From: t.Cell(r, "from").Day, To: t.Cell(r, "to").Day, Sample: t.Cell(r, "sample").Yes}
	old := b.o.Place(n.ID)
	moved := t.Cell(r, "moved_on").Day
	switch {
	case old == nil:
	case old.Parent == n.Parent:
		n.Since, n.Before, n.Path = old.Since, old.Before, old.Path
	case moved == 0:
		b.wrong.With(t.Sheet.where(r.Line, "parent"), "ingest.move_needs_day", n.Key)
	default:
		parent := n.Parent
		n.Parent, n.Since, n.Before = old.Parent, old.Since, old.Before
		n = n.Move(parent, moved)
	}
	if n.LGDCode != 0 && n.LGDType == "" {
		b.wrong.With(t.Sheet.where(r.Line, "lgd_type"), "ingest.lgd_needs_type", n.Key)
	}
	count(p, &n, old)
	b.out.Rows.Places = append(b.out.Rows.Places, n)
}

func (b *binder) post(t *Table, r *Row, p *Preview) {
	n := org.Post{ID: b.fresh["post/"+t.Text(r, "key")], Key: t.Text(r, "key"), Designation: t.Text(r, "designation"), Name: t.name(r),
		Aliases: t.Cell(r, "aliases").List, Department: b.find(t, r, "department", t.Text(r, "department"), record.Department),
		Place: b.find(t, r, "place", t.Text(r, "place"), record.Place), ReportsTo: b.find(t, r, "reports_to", t.Text(r, "reports_to"), record.Post),
		Desk: t.Cell(r, "desk").Yes, AllDepts: t.Cell(r, "all_departments").Yes, Areas: b.findAll(t, r, "areas", record.Place),
		From: t.Cell(r, "from").Day, To: t.Cell(r, "to").Day}
	if roles := t.Cell(r, "roles").List; len(roles) > 0 {
		n.Role = roles[0]
		if len(roles) > 1 {
			n.Also = roles[1:]
		}
		b.knownRoles(t, r, roles)
	}
	count(p, &n, b.o.Post(n.ID))
	b.out.Rows.Posts = append(b.out.Rows.Posts, n)
}

func (b *binder) knownRoles(t *Table, r *Row, roles []string) {
	for _, role := range roles {
		if _, ok := b.o.Role(role); !ok {
			b.wrong.With(t.Sheet.where(r.Line, "roles"), "ingest.unknown_role", role, rule.Meant(role, b.roleKeys()))
		}
	}
}

func (b *binder) roleKeys() []string {
	var keys []string
	for _, r := range b.o.Roles() {
		keys = append(keys, r.Key)
	}
	return keys
}

// officer enters the person, once however many posts he holds, and the tenure.
func (b *binder) officer(t *Table, r *Row, p *Preview) {
	key := t.Text(r, "person")
	person := b.fresh["person/"+key]
	b.person(t, r, person, key)
	post := b.find(t, r, "post", t.Text(r, "post"), record.Post)
	from := t.Cell(r, "from").Day
	if !b.once(t, r, "person", "tenure/"+key+"/"+t.Text(r, "post")+"/"+from.String()) || post == 0 {
		return
	}
	n := org.Tenure{Post: post, Person: person, From: from, To: t.Cell(r, "to").Day, Order: t.Text(r, "order")}
	if c := t.Text(r, "charge"); c == "additional" || c == "अतिरिक्त" {
		n.Kind = org.Additional
	}
	var old *org.Tenure
	for _, u := range b.o.TenuresOf(person) {
		if u.Post == post && u.From == from {
			old = &u
			n.ID = u.ID
		}
	}
	if old == nil {
		n.ID = b.ids()
	}
	count(p, &n, old)
	b.out.Rows.Tenures = append(b.out.Rows.Tenures, n)
}

// person takes the first line's word about a person; a later line may leave it out but not say otherwise.
func (b *binder) person(t *Table, r *Row, id record.ID, key string) {
	n := org.Person{ID: id, Key: key, Name: t.name(r), Phone: t.Text(r, "phone"), Email: t.Text(r, "email")}
	silent := n.Name.IsZero() && n.Phone == "" && n.Email == ""
	at := t.Sheet.where(r.Line, "person")
	if i, told := b.persons[id]; told {
		if !silent && b.out.Rows.Persons[i] != n {
			b.wrong.With(at, "ingest.person_differs", key, b.seen["person/"+key])
		}
		return
	}
	if silent && b.o.Person(id) != nil {
		return
	}
	if n.Name.Hi == "" {
		b.wrong.With(at, "ingest.person_unnamed", key)
		return
	}
	b.seen["person/"+key] = at
	b.persons[id] = len(b.out.Rows.Persons)
	b.out.Rows.Persons = append(b.out.Rows.Persons, n)
}

func (b *binder) delegation(t *Table, r *Row, p *Preview) {
	n := org.Delegation{Giver: b.find(t, r, "giver", t.Text(r, "giver"), record.Post), Taker: b.find(t, r, "taker", t.Text(r, "taker"), record.Post),
		Person: b.findPerson(t, r), Acts: t.Cell(r, "acts").List, From: t.Cell(r, "from").Day, To: t.Cell(r, "to").Day, Reason: t.Text(r, "reason")}
	if !b.once(t, r, "giver", "delegation/"+t.Text(r, "giver")+"/"+t.Text(r, "person")+"/"+n.From.String()) {
		return
	}
	var old *org.Delegation
	rows := b.o.Rows()
	for i := range rows.Delegations {
		if d := &rows.Delegations[i]; d.Giver == n.Giver && d.Taker == n.Taker && d.Person == n.Person && d.From == n.From {
			old, n.ID = d, d.ID
		}
	}
	if old == nil {
		n.ID = b.ids()
	}
	count(p, &n, old)
	b.out.Rows.Delegations = append(b.out.Rows.Delegations, n)
}

func (b *binder) findPerson(t *Table, r *Row) record.ID {
	key := t.Text(r, "person")
	if id, ok := b.fresh["person/"+key]; ok {
		return id
	}
	id := b.o.ByKey(record.Person, key)
	if id == 0 {
		b.wrong.With(t.Sheet.where(r.Line, "person"), "ingest.unknown_person", key)
	}
	return id
}

func (b *binder) power(t *Table, r *Row, p *Preview) {
	n := org.Power{Post: b.find(t, r, "post", t.Text(r, "post"), record.Post), Name: t.Text(r, "power"), From: t.Cell(r, "from").Day,
		To: t.Cell(r, "to").Day, Order: t.Text(r, "order")}
	if !b.once(t, r, "post", "power/"+t.Text(r, "post")+"/"+n.Name+"/"+n.From.String()) {
		return
	}
	var old *org.Power
	rows := b.o.Rows()
	for i := range rows.Powers {
		if v := &rows.Powers[i]; v.Post == n.Post && v.Name == n.Name && v.From == n.From {
			old, n.ID = v, v.ID
		}
	}
	if old == nil {
		n.ID = b.ids()
	}
	count(p, &n, old)
	b.out.Rows.Powers = append(b.out.Rows.Powers, n)
}
