package org

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// body is a row as an event tells it, whole, after the change. Members stand in the order of their names, which makes
// the JSON canonical. Names of places, departments and posts are labels and stand openly; what was written about a
// person, a reason or an order stands as a salted digest, its words beside the event.
type body struct {
	Abbr        string        `json:"abbr,omitempty"`
	Acts        []string      `json:"acts,omitempty"`
	Aliases     []string      `json:"aliases,omitempty"`
	AllDepts    bool          `json:"all_departments,omitempty"`
	Also        []string      `json:"also,omitempty"`
	Areas       []idText      `json:"areas,omitempty"`
	Before      []underBody   `json:"before,omitempty"`
	Department  idText        `json:"department,omitempty"`
	Designation string        `json:"designation,omitempty"`
	Desk        bool          `json:"desk,omitempty"`
	Email       string        `json:"email,omitempty"`
	From        calendar.Date `json:"from,omitempty"`
	Giver       idText        `json:"giver,omitempty"`
	Key         string        `json:"key,omitempty"`
	Kind        string        `json:"kind,omitempty"`
	LGDCode     int32         `json:"lgd_code,omitempty"`
	LGDType     string        `json:"lgd_type,omitempty"`
	LiesIn      []idText      `json:"lies_in,omitempty"`
	NameEn      string        `json:"name_en,omitempty"`
	NameHi      string        `json:"name_hi,omitempty"`
	Order       string        `json:"order,omitempty"`
	Parent      idText        `json:"parent,omitempty"`
	Person      idText        `json:"person,omitempty"`
	Phone       string        `json:"phone,omitempty"`
	Place       idText        `json:"place,omitempty"`
	Post        idText        `json:"post,omitempty"`
	Power       string        `json:"power,omitempty"`
	Reason      string        `json:"reason,omitempty"`
	ReportsTo   idText        `json:"reports_to,omitempty"`
	Role        string        `json:"role,omitempty"`
	Sample      bool          `json:"sample,omitempty"`
	Since       calendar.Date `json:"since,omitempty"`
	Taker       idText        `json:"taker,omitempty"`
	To          calendar.Date `json:"to,omitempty"`
	Tree        string        `json:"tree,omitempty"`
}

type underBody struct {
	From   calendar.Date `json:"from,omitempty"`
	Parent idText        `json:"parent,omitempty"`
	To     calendar.Date `json:"to,omitempty"`
}

// idText writes an id as the string shown everywhere.
type idText record.ID

// MarshalText gives the thirteen characters of the id.
func (i idText) MarshalText() ([]byte, error) { return []byte(record.ID(i).String()), nil }

// UnmarshalText reads them back.
func (i *idText) UnmarshalText(b []byte) error {
	id, err := record.ParseID(string(b))
	*i = idText(id)
	return err
}

func idsOut(ids []record.ID) []idText {
	var out []idText
	for _, id := range ids {
		out = append(out, idText(id))
	}
	return out
}

func idsIn(ids []idText) []record.ID {
	var out []record.ID
	for _, id := range ids {
		out = append(out, record.ID(id))
	}
	return out
}

func (p *Place) body() body {
	b := body{Aliases: p.Aliases, From: p.From, Key: p.Key, Kind: p.Kind, LGDCode: p.LGDCode, LGDType: p.LGDType, LiesIn: idsOut(p.LiesIn),
		NameEn: p.Name.En, NameHi: p.Name.Hi, Parent: idText(p.Parent), Sample: p.Sample, Since: p.Since, To: p.To, Tree: p.Tree.String()}
	for _, u := range p.Before {
		b.Before = append(b.Before, underBody{u.From, idText(u.Parent), u.To})
	}
	return b
}

func (b *body) place(id record.ID) Place {
	tree, _ := ParseTree(b.Tree)
	p := Place{ID: id, Key: b.Key, Tree: tree, Kind: b.Kind, LGDType: b.LGDType, LGDCode: b.LGDCode, Name: i18n.Text{Hi: b.NameHi, En: b.NameEn},
		Aliases: b.Aliases, Parent: record.ID(b.Parent), Since: b.Since, LiesIn: idsIn(b.LiesIn), From: b.From, To: b.To, Sample: b.Sample}
	for _, u := range b.Before {
		p.Before = append(p.Before, Under{record.ID(u.Parent), u.From, u.To})
	}
	return p
}

func (d *Department) body() body {
	return body{Abbr: d.Abbr, Aliases: d.Aliases, From: d.From, Key: d.Key, NameEn: d.Name.En, NameHi: d.Name.Hi, To: d.To}
}

func (b *body) department(id record.ID) Department {
	return Department{ID: id, Key: b.Key, Name: i18n.Text{Hi: b.NameHi, En: b.NameEn}, Abbr: b.Abbr, Aliases: b.Aliases, From: b.From, To: b.To}
}

func (p *Post) body() body {
	return body{Aliases: p.Aliases, AllDepts: p.AllDepts, Also: p.Also, Areas: idsOut(p.Areas), Department: idText(p.Department),
		Designation: p.Designation, Desk: p.Desk, From: p.From, Key: p.Key, NameEn: p.Name.En, NameHi: p.Name.Hi,
		Place: idText(p.Place), ReportsTo: idText(p.ReportsTo), Role: p.Role, To: p.To}
}

func (b *body) post(id record.ID) Post {
	return Post{ID: id, Key: b.Key, Role: b.Role, Also: b.Also, Designation: b.Designation, Name: i18n.Text{Hi: b.NameHi, En: b.NameEn},
		Aliases: b.Aliases, Department: record.ID(b.Department), Place: record.ID(b.Place), ReportsTo: record.ID(b.ReportsTo),
		Desk: b.Desk, AllDepts: b.AllDepts, Areas: idsIn(b.Areas), From: b.From, To: b.To}
}

func (p *Person) body() body {
	return body{Email: p.Email, Key: p.Key, NameEn: p.Name.En, NameHi: p.Name.Hi, Phone: p.Phone}
}

func (b *body) person(id record.ID) Person {
	return Person{ID: id, Key: b.Key, Name: i18n.Text{Hi: b.NameHi, En: b.NameEn}, Phone: b.Phone, Email: b.Email}
}

func (t *Tenure) body() body {
	return body{From: t.From, Kind: t.Kind.String(), Order: t.Order, Person: idText(t.Person), Post: idText(t.Post), To: t.To}
}

func (b *body) tenure(id record.ID) Tenure {
	t := Tenure{ID: id, Post: record.ID(b.Post), Person: record.ID(b.Person), From: b.From, To: b.To, Order: b.Order}
	if b.Kind == Additional.String() {
		t.Kind = Additional
	}
	return t
}

func (d *Delegation) body() body {
	return body{Acts: d.Acts, From: d.From, Giver: idText(d.Giver), Person: idText(d.Person), Reason: d.Reason, Taker: idText(d.Taker), To: d.To}
}

func (b *body) delegation(id record.ID) Delegation {
	return Delegation{ID: id, Giver: record.ID(b.Giver), Taker: record.ID(b.Taker), Person: record.ID(b.Person), Acts: b.Acts, From: b.From, To: b.To, Reason: b.Reason}
}

func (p *Power) body() body {
	return body{From: p.From, Order: p.Order, Post: idText(p.Post), Power: p.Name, To: p.To}
}

func (b *body) power(id record.ID) Power {
	return Power{ID: id, Post: record.ID(b.Post), Name: b.Power, From: b.From, To: b.To, Order: b.Order}
}

// sealed gives the members that never stand in a body of this kind, by their path.
func (b *body) sealed(kind record.Kind) map[string]*string {
	m := map[string]*string{"order": &b.Order, "reason": &b.Reason}
	if kind == record.Person {
		m["name_hi"], m["name_en"], m["phone"], m["email"], m["key"] = &b.NameHi, &b.NameEn, &b.Phone, &b.Email, &b.Key
	}
	return m
}

// seal puts digests in the place of sealed members and their words into values, by path.
func (b *body) seal(kind record.Kind, salt func(path string) [16]byte) []record.Value {
	sealed := b.sealed(kind)
	var values []record.Value
	for _, path := range []string{"email", "key", "name_en", "name_hi", "order", "phone", "reason"} {
		at := sealed[path]
		if at == nil || *at == "" {
			continue
		}
		v := record.Value{Path: path, Salt: salt(path), Bytes: []byte(*at)}
		*at = v.Sealed()
		values = append(values, v)
	}
	return values
}

// unseal puts the words back; what was erased stays empty, and a digest that does not match is a fault.
func (b *body) unseal(kind record.Kind, values []record.Value) error {
	for path, at := range b.sealed(kind) {
		want := *at
		*at = ""
		for _, v := range values {
			if v.Path != path {
				continue
			}
			if v.Sealed() != want {
				return fault.New(fault.Internal, "org.digest", path)
			}
			*at = string(v.Bytes)
		}
	}
	return nil
}

func (b *body) encode() ([]byte, error) { return record.Canonical(b) }
