package org

import (
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// Nature is what an act does, as far as delegation asks.
type Nature uint8

// The natures. Only an ordinary act may be delegated.
const (
	Ordinary Nature = iota
	Checks
	ApprovesRefusal
	Signs
	Judges
	GrantsTime
)

// Delegable reports whether an act of this nature may be done by a delegate at all.
func (n Nature) Delegable() bool { return n == Ordinary }

// standardNature knows the acts that every matter has; the rest is the pack's to say.
func standardNature(act string) Nature {
	switch act {
	case "extend", "grant", "pause":
		return GrantsTime
	case "sign":
		return Signs
	case "accept", "verify", "check", "return":
		return Checks
	case "approve_refusal", "approve":
		return ApprovesRefusal
	}
	return Ordinary
}

func (d *decision) refuse(path, key string, args ...any) told {
	d.wrong.With(path, key, args...)
	return told{}
}

// ended reports whether the change is that the row got its last day.
func ended(old, now calendar.Date) bool { return now != 0 && now != old }

func departmentEvent(row, old *Department) told {
	t := told{DepartmentChanged, record.Department, row.ID}
	switch {
	case old == nil:
		t.kind = DepartmentOpened
	case ended(old.To, row.To):
		t.kind = DepartmentClosed
	}
	return t
}

// oldPlace gives the place as it stands, without its derived path.
func (d *decision) oldPlace(p *Place) *Place {
	old := d.o.Place(p.ID)
	if old == nil {
		return nil
	}
	was := *old
	was.Path = ""
	return &was
}

// placeEvent lets a place move only with the day of the move, its earlier parent kept.
func (d *decision) placeEvent(row, old *Place) told {
	t := told{PlaceChanged, record.Place, row.ID}
	at := "place " + row.Key
	switch {
	case old == nil:
		t.kind = PlaceOpened
	case row.Key != old.Key || row.Tree != old.Tree:
		return d.refuse(at, "org.key_stays", old.Key)
	case row.Parent != old.Parent:
		was := Under{Parent: old.Parent, From: max(old.Since, old.From), To: row.Since - 1}
		if row.Since <= max(old.Since, old.From) || row.Since == 0 || len(row.Before) != len(old.Before)+1 || row.Before[len(row.Before)-1] != was {
			return d.refuse(at, "org.move_needs_day", row.Key)
		}
		t.kind = PlaceMoved
	case ended(old.To, row.To):
		t.kind = PlaceClosed
	}
	return t
}

// Move gives the place under another parent from a day on, its earlier parent kept.
func (p Place) Move(parent record.ID, day calendar.Date) Place {
	p.Before = append(slices.Clone(p.Before), Under{Parent: p.Parent, From: max(p.Since, p.From), To: day - 1})
	p.Parent, p.Since, p.Path = parent, day, ""
	return p
}

func postEvent(row, old *Post) told {
	t := told{PostChanged, record.Post, row.ID}
	switch {
	case old == nil:
		t.kind = PostOpened
	case ended(old.To, row.To):
		t.kind = PostClosed
	}
	return t
}

func personEvent(row, old *Person) told {
	t := told{PersonChanged, record.Person, row.ID}
	if old == nil {
		t.kind = PersonEntered
	}
	return t
}

// tenureEvent keeps who, where and since when: a wrong tenure is ended and entered again.
func (d *decision) tenureEvent(row, old *Tenure) told {
	t := told{TenureChanged, record.Tenure, row.ID}
	switch {
	case old == nil:
		t.kind = TenureBegan
	case row.Post != old.Post || row.Person != old.Person || row.From != old.From:
		return d.refuse("tenure "+d.postKey(old.Post), "org.tenure_stays", d.postKey(old.Post))
	case ended(old.To, row.To):
		t.kind = TenureEnded
	}
	return t
}

// delegationEvent lets only the holder of a post, in person, delegate from it, and only what may be delegated.
func (d *decision) delegationEvent(row, old *Delegation) told {
	at := "delegation " + d.postKey(row.Giver)
	if old != nil {
		same := *row
		same.To = old.To
		if !sameDelegation(&same, old) || row.To == 0 || row.To > old.To {
			return d.refuse(at, "org.delegation_only_ends", d.postKey(row.Giver))
		}
		return told{DelegationEnded, record.Delegation, row.ID}
	}
	nature := d.c.Nature
	if nature == nil {
		nature = standardNature
	}
	for _, a := range row.Acts {
		if !nature(a).Delegable() {
			return d.refuse(at, "org.act_never_delegated", a)
		}
	}
	day := d.c.Now.Date()
	if !d.c.Founding && (d.c.For != 0 || d.c.Post != row.Giver || !d.o.Holds(d.c.Person, row.Giver, day)) {
		return d.refuse(at, "org.only_holder_delegates", d.postKey(row.Giver))
	}
	return told{DelegationGiven, record.Delegation, row.ID}
}

func sameDelegation(a, b *Delegation) bool {
	return a.Giver == b.Giver && a.Taker == b.Taker && a.Person == b.Person && a.From == b.From && a.To == b.To &&
		a.Reason == b.Reason && slices.Equal(a.Acts, b.Acts)
}

// powerEvent lets nobody vest a power he does not hold himself, in his own post.
func (d *decision) powerEvent(row, old *Power) told {
	at := "power " + d.postKey(row.Post)
	if old != nil && (row.Post != old.Post || row.Name != old.Name || row.From != old.From) {
		return d.refuse(at, "org.power_only_ends", old.Name)
	}
	if !d.c.Founding && (d.c.For != 0 || !d.o.HasPower(d.c.Post, row.Name, d.c.Now.Date())) {
		return d.refuse(at, "org.power_not_held", row.Name)
	}
	if old != nil {
		return told{PowerEnded, record.Power, row.ID}
	}
	return told{PowerVested, record.Power, row.ID}
}

// checkGiven proves what needs the state after the change: keys that were kept, posts closed under their holders.
func (d *decision) checkGiven(next *Org) {
	for i := range d.o.rows.Posts {
		old := &d.o.rows.Posts[i]
		if now := next.Post(old.ID); now.Key != old.Key {
			d.wrong.With("post "+old.Key, "org.key_stays", old.Key)
		}
	}
	for i := range d.o.rows.Departments {
		old := &d.o.rows.Departments[i]
		if now := next.Department(old.ID); now.Key != old.Key {
			d.wrong.With("department "+old.Key, "org.key_stays", old.Key)
		}
	}
	if d.c.Founding && len(d.o.rows.Powers) > 0 {
		d.wrong = fault.New(fault.Refused, "org.refused").With("", "org.founded_already")
	}
}

func (d *decision) postKey(id record.ID) string {
	if p := d.o.Post(id); p != nil {
		return p.Key
	}
	for i := range d.c.Rows.Posts {
		if d.c.Rows.Posts[i].ID == id {
			return d.c.Rows.Posts[i].Key
		}
	}
	return id.String()
}
