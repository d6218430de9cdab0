package org

import (
	"bytes"
	"crypto/sha256"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// Command is a wish to change the organisation: rows as they shall be after it, new ones with ids of their own. Rows that
// are not named stay, and nothing is removed: what ends gets its last day.
type Command struct {
	Rows    Rows
	Act     string // what the officer did: import, transfer, delegate
	Person  record.ID
	Post    record.ID
	For     record.ID // the post acted for; powers and delegations are never given in another's stead
	Mode    record.Mode
	Now     calendar.Instant
	Version int32 // of the organisation after this change; it numbers the events
	Seed    [32]byte
	IDs     *record.Maker
	// Founding lets an empty district be set up: powers may then be vested that nobody holds yet.
	Founding bool
	// Nature tells what an act does, so that what is never delegated is refused; nil knows only the standard acts.
	Nature func(act string) Nature
}

// Change is what a command does: its events, the rows they changed, and the next snapshot. Without events it does nothing.
type Change struct {
	Events []record.Event
	Rows   Rows
	Next   *Org
}

// Decide tries a command against a snapshot. It is refused whole, with one field for each row that is wrong; a
// command that changes nothing gives a change without events.
func Decide(o *Org, c Command) (Change, error) {
	d := decision{o: o, c: &c, wrong: fault.New(fault.Refused, "org.refused")}
	d.compareAll()
	if err := d.wrong.Any(); err != nil {
		return Change{}, err
	}
	if len(d.change.Events) == 0 {
		return Change{Next: o}, nil
	}
	next, err := d.next()
	if err != nil {
		return Change{}, err
	}
	if err := next.Check(); err != nil {
		return Change{}, err
	}
	d.checkGiven(next)
	if err := d.wrong.Any(); err != nil {
		return Change{}, err
	}
	d.change.Next = next
	d.change.Rows.Places = repathed(d.o, next, d.change.Rows.Places)
	return d.change, nil
}

// repathed gives the changed places as the next snapshot has them, with every place whose path they moved.
func repathed(old, next *Org, changed []Place) []Place {
	touched := map[record.ID]bool{}
	for i := range changed {
		touched[changed[i].ID] = true
	}
	var list []Place
	for i := range next.rows.Places {
		p := next.rows.Places[i]
		if was := old.Place(p.ID); touched[p.ID] || was == nil || was.Path != p.Path {
			list = append(list, p)
		}
	}
	return list
}

type decision struct {
	o      *Org
	c      *Command
	wrong  *fault.Fault
	change Change
	fail   error
}

// next makes the snapshot after the change.
func (d *decision) next() (*Org, error) {
	if d.fail != nil {
		return nil, d.fail
	}
	rows, err := Apply(d.o.rows, d.change.Events)
	if err != nil {
		return nil, err
	}
	return New(d.o.district, rows, d.o.Roles())
}

func (d *decision) compareAll() {
	o, r := d.o, &d.c.Rows
	for i := range r.Departments {
		n := &r.Departments[i]
		compare(d, n, o.Department(n.ID), &d.change.Rows.Departments, departmentEvent)
	}
	for i := range r.Places {
		n := r.Places[i]
		n.Path = ""
		compare(d, &n, d.oldPlace(&n), &d.change.Rows.Places, d.placeEvent)
	}
	for i := range r.Posts {
		n := &r.Posts[i]
		compare(d, n, o.Post(n.ID), &d.change.Rows.Posts, postEvent)
	}
	for i := range r.Persons {
		n := &r.Persons[i]
		compare(d, n, o.Person(n.ID), &d.change.Rows.Persons, personEvent)
	}
	tenures, delegations, powers := byID(o.rows.Tenures, tenureID), byID(o.rows.Delegations, delegationID), byID(o.rows.Powers, powerID)
	for i := range r.Tenures {
		compare(d, &r.Tenures[i], tenures[r.Tenures[i].ID], &d.change.Rows.Tenures, d.tenureEvent)
	}
	for i := range r.Delegations {
		compare(d, &r.Delegations[i], delegations[r.Delegations[i].ID], &d.change.Rows.Delegations, d.delegationEvent)
	}
	for i := range r.Powers {
		compare(d, &r.Powers[i], powers[r.Powers[i].ID], &d.change.Rows.Powers, d.powerEvent)
	}
}

// told is what an event says of a row.
type told struct {
	kind    string // event kind
	subject record.Kind
	id      record.ID
}

// compare enters an event and the row if it is new or differs from what stands.
func compare[T any](d *decision, row, old *T, changed *[]T, event func(row, old *T) told) {
	b := bodyOf(row)
	if old != nil {
		was := bodyOf(old)
		a, err1 := b.encode()
		z, err2 := was.encode()
		if err1 == nil && err2 == nil && bytes.Equal(a, z) {
			return
		}
	}
	t := event(row, old)
	if t.kind == "" {
		return // refused; told in wrong
	}
	d.enter(t, b)
	*changed = append(*changed, *row)
}

func bodyOf(row any) body {
	switch v := row.(type) {
	case *Place:
		return v.body()
	case *Department:
		return v.body()
	case *Post:
		return v.body()
	case *Person:
		return v.body()
	case *Tenure:
		return v.body()
	case *Delegation:
		return v.body()
	case *Power:
		return v.body()
	}
	return body{}
}

// enter writes the event, sealing what is personal.
func (d *decision) enter(t told, b body) {
	c := d.c
	id := c.IDs.Next(c.Now)
	e := record.Event{ID: id, District: d.o.district, Subject: record.Ref{Kind: t.subject, Key: record.Key{District: d.o.district, ID: t.id}},
		Version: c.Version, Kind: t.kind, Act: c.Act, Person: c.Person, Post: c.Post, For: c.For, Mode: c.Mode, At: c.Now}
	e.Values = b.seal(t.subject, func(path string) [16]byte { return salt(c.Seed, id, path) })
	raw, err := b.encode()
	if err != nil {
		d.fail = err
		return
	}
	e.Body = raw
	d.change.Events = append(d.change.Events, e)
}

// salt makes the salt of one value of one event; without the seed it cannot be guessed.
func salt(seed [32]byte, id record.ID, path string) [16]byte {
	h := sha256.New()
	h.Write(seed[:])
	h.Write([]byte(id.String() + "/" + path))
	return [16]byte(h.Sum(nil)[:16])
}

func byID[T any](list []T, id func(*T) record.ID) map[record.ID]*T {
	m := make(map[record.ID]*T, len(list))
	for i := range list {
		m[id(&list[i])] = &list[i]
	}
	return m
}

func tenureID(t *Tenure) record.ID         { return t.ID }
func delegationID(d *Delegation) record.ID { return d.ID }
func powerID(p *Power) record.ID           { return p.ID }
