package org

import (
	"encoding/json"
	"slices"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// The kinds of event of the organisation; there are no others.
const (
	PlaceOpened       = "place.opened"
	PlaceChanged      = "place.changed"
	PlaceMoved        = "place.moved"
	PlaceClosed       = "place.closed"
	DepartmentOpened  = "department.opened"
	DepartmentChanged = "department.changed"
	DepartmentClosed  = "department.closed"
	PostOpened        = "post.opened"
	PostChanged       = "post.changed"
	PostClosed        = "post.closed"
	PersonEntered     = "person.entered"
	PersonChanged     = "person.changed"
	TenureBegan       = "tenure.began"
	TenureChanged     = "tenure.changed"
	TenureEnded       = "tenure.ended"
	DelegationGiven   = "delegation.given"
	DelegationEnded   = "delegation.ended"
	PowerVested       = "power.vested"
	PowerEnded        = "power.ended"
)

// Kinds gives the closed set of event kinds of this noun.
func Kinds() []string {
	return []string{PlaceOpened, PlaceChanged, PlaceMoved, PlaceClosed, DepartmentOpened, DepartmentChanged, DepartmentClosed,
		PostOpened, PostChanged, PostClosed, PersonEntered, PersonChanged, TenureBegan, TenureChanged, TenureEnded,
		DelegationGiven, DelegationEnded, PowerVested, PowerEnded}
}

// Apply gives the rows after the events, in their order. It trusts that they were decided and only refuses what it
// cannot read: an unknown kind, a body that is not ours, words that do not match their digest.
func Apply(rows Rows, events []record.Event) (Rows, error) {
	rows = rows.clone()
	at := positions(rows)
	for i := range events {
		if err := apply(&rows, at, &events[i]); err != nil {
			return Rows{}, err
		}
	}
	return rows, nil
}

func apply(rows *Rows, at map[record.Ref]int, e *record.Event) error {
	if !slices.Contains(Kinds(), e.Kind) {
		return fault.New(fault.Internal, "org.unknown_event", e.Kind)
	}
	var b body
	if err := json.Unmarshal(e.Body, &b); err != nil {
		return fault.Wrap(err, fault.Internal, "org.unknown_event", e.Kind)
	}
	if err := b.unseal(e.Subject.Kind, e.Values); err != nil {
		return err
	}
	id := e.Subject.Key.ID
	switch e.Subject.Kind {
	case record.Place:
		put(&rows.Places, at, record.Place, id, b.place(id))
	case record.Department:
		put(&rows.Departments, at, record.Department, id, b.department(id))
	case record.Post:
		put(&rows.Posts, at, record.Post, id, b.post(id))
	case record.Person:
		put(&rows.Persons, at, record.Person, id, b.person(id))
	case record.Tenure:
		put(&rows.Tenures, at, record.Tenure, id, b.tenure(id))
	case record.Delegation:
		put(&rows.Delegations, at, record.Delegation, id, b.delegation(id))
	case record.Power:
		put(&rows.Powers, at, record.Power, id, b.power(id))
	default:
		return fault.New(fault.Internal, "org.unknown_event", e.Subject.Kind)
	}
	return nil
}

// put replaces the row of this id or adds it at the end.
func put[T any](list *[]T, at map[record.Ref]int, kind record.Kind, id record.ID, row T) {
	ref := record.Ref{Kind: kind, Key: record.Key{ID: id}}
	if i, ok := at[ref]; ok {
		(*list)[i] = row
		return
	}
	at[ref] = len(*list)
	*list = append(*list, row)
}

// positions maps each row to where it stands in its list.
func positions(rows Rows) map[record.Ref]int {
	at := map[record.Ref]int{}
	mark(at, record.Place, rows.Places, func(p *Place) record.ID { return p.ID })
	mark(at, record.Department, rows.Departments, func(d *Department) record.ID { return d.ID })
	mark(at, record.Post, rows.Posts, func(p *Post) record.ID { return p.ID })
	mark(at, record.Person, rows.Persons, func(p *Person) record.ID { return p.ID })
	mark(at, record.Tenure, rows.Tenures, func(t *Tenure) record.ID { return t.ID })
	mark(at, record.Delegation, rows.Delegations, func(d *Delegation) record.ID { return d.ID })
	mark(at, record.Power, rows.Powers, func(p *Power) record.ID { return p.ID })
	return at
}

func mark[T any](at map[record.Ref]int, kind record.Kind, list []T, id func(*T) record.ID) {
	for i := range list {
		at[record.Ref{Kind: kind, Key: record.Key{ID: id(&list[i])}}] = i
	}
}
