package matter

import (
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// The small district: a district magistrate, two block officers, a clerk under one of
// them, a desk and a vacant post. 26 January 2026 is a holiday, Sundays are free.
const (
	district record.ID = iota + 1
	amnour
	ekma
	amnourGP
	admin
	welfare
	dm
	sdo
	bdoAmnour
	bdoEkma
	clerk
	supply
	desk
	officeDesk
	dmPerson
	sdoPerson
	bdoPerson
	ekmaPerson
	clerkPerson
	deskPerson
	supplyPerson
)

func text2(en string) i18n.Text { return i18n.Text{Hi: en, En: en} }

func place(id record.ID, key, kind string, parent record.ID) org.Place {
	return org.Place{ID: id, Key: key, Kind: kind, Name: text2(key), Parent: parent}
}

func officer(id record.ID, key, role string, dept, at, up record.ID) org.Post {
	return org.Post{ID: id, Key: key, Role: role, Name: text2(key), Department: dept, Place: at, ReportsTo: up}
}

func rows() org.Rows {
	all := officer(dm, "dm", "head_of_district", admin, district, 0)
	all.AllDepts = true
	d := officer(desk, "grievance.feedback", "", admin, district, dm)
	d.Desk = true
	e := officer(officeDesk, "order.office", "", admin, district, dm)
	e.Desk = true
	r := org.Rows{
		Places: []org.Place{
			place(district, "saran", "district", 0), place(amnour, "amnour", "block", district),
			place(ekma, "ekma", "block", district), place(amnourGP, "amnour_gp", "panchayat", amnour),
		},
		Departments: []org.Department{{ID: admin, Key: "admin", Name: text2("admin")}, {ID: welfare, Key: "welfare", Name: text2("welfare")}},
		Posts: []org.Post{
			all, officer(sdo, "sdo", "head_of_subdivision", admin, district, dm),
			officer(bdoAmnour, "bdo_amnour", "head_of_block", admin, amnour, sdo),
			officer(bdoEkma, "bdo_ekma", "head_of_block", admin, ekma, sdo),
			officer(clerk, "clerk_amnour", "block_clerk", admin, amnour, bdoAmnour),
			officer(supply, "supply_amnour", "supply_inspector", welfare, amnour, bdoAmnour),
			d, e,
		},
	}
	hold := func(post, person record.ID) {
		r.Persons = append(r.Persons, org.Person{ID: person, Key: "p" + person.String(), Name: text2("officer")})
		r.Tenures = append(r.Tenures, org.Tenure{ID: 1000 + person, Post: post, Person: person, From: 1})
	}
	hold(dm, dmPerson)
	hold(sdo, sdoPerson)
	hold(bdoAmnour, bdoPerson)
	hold(bdoEkma, ekmaPerson)
	hold(clerk, clerkPerson)
	hold(desk, deskPerson)
	return r
}

func roles() []org.Role {
	var list []org.Role
	for key, level := range map[string]string{
		"head_of_district": "district", "head_of_subdivision": "district", "head_of_block": "block", "block_clerk": "block", "supply_inspector": "block",
	} {
		list = append(list, org.Role{Key: key, Name: text2(key), Level: level})
	}
	return list
}

func newOrg(t testing.TB, r org.Rows) *org.Org {
	t.Helper()
	o, err := org.New(218, r, roles())
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func day(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func sampleCalendar() *calendar.Calendar {
	return calendar.New(calendar.Rules{Holidays: []calendar.Holiday{{Date: day("2026-01-26"), Name: text2("Republic Day")}}, Revision: 3})
}

// bench is a world that keeps what was decided, so that one act sees the last.
type bench struct {
	testing.TB
	w      *World
	last   record.Key
	events map[record.ID][]record.Event
	out    Change
}

func newBench(t testing.TB, types ...*Type) *bench {
	t.Helper()
	ids, err := record.NewMaker(1, 0)
	if err != nil {
		t.Fatal(err)
	}
	serial := int64(0)
	return &bench{TB: t, events: map[record.ID][]record.Event{}, w: &World{
		Now: day("2026-01-05").At(11, 0), District: 218, Org: newOrg(t, rows()), Types: NewTypes(types, nil), Calendar: sampleCalendar(),
		Matters: map[record.ID]*Matter{}, IDs: ids, Seed: [32]byte{1}, Settings: map[string]Given{}, Rows: map[RowKey]*Row{},
		Serial: func(string) int64 { serial++; return serial },
	}}
}

func (b *bench) as(post record.ID) *bench {
	b.w.Actor = Actor{Post: post, Person: b.w.Org.Holder(post, b.w.Now.Date()).Person}
	return b
}

func (b *bench) on(date string) *bench {
	b.w.Now = day(date).At(12, 0)
	return b
}

func (b *bench) try(c Command) *fault.Fault {
	b.Helper()
	out, f := Decide(b.w, c)
	if f != nil {
		if f.Kind == fault.Internal {
			b.Fatalf("internal: %v", f)
		}
		return f
	}
	b.keep(out)
	return nil
}

// keep stores a change, and holds that every row is the fold of its events.
func (b *bench) keep(out Change) {
	b.Helper()
	b.out = out
	for _, s := range out.Steps {
		id := s.After.Key.ID
		b.events[id] = append(b.events[id], s.Events...)
		for i := range s.Events {
			b.sealed(&s.Events[i])
		}
		b.w.Matters[id] = s.After
		if s.Before == nil {
			b.last = s.After.Key
		}
		b.replay(id)
	}
}

func (b *bench) open(typ, act string, typed map[string]rule.Value, e Envelope) *Matter {
	b.Helper()
	if f := b.try(Command{Type: typ, Act: act, Typed: typed, Envelope: e}); f != nil {
		b.Fatalf("open %s: %v", typ, f)
	}
	return b.out.Steps[0].After
}

func (b *bench) do(m *Matter, c Command) *Matter {
	b.Helper()
	c.Matter = m.Key
	if f := b.try(c); f != nil {
		b.Fatalf("%s: %v", c.Act, f)
	}
	return b.now(m)
}

func (b *bench) now(m *Matter) *Matter { return b.w.Matters[m.Key.ID] }

func (b *bench) refused(m *Matter, why string, c Command) *fault.Fault {
	b.Helper()
	c.Matter = m.Key
	f := b.try(c)
	if f == nil {
		b.Fatalf("%s was done, want it refused by %s", c.Act, why)
	}
	if got := Why(f); got != why {
		b.Fatalf("%s refused by %q, want %q (%v)", c.Act, got, why, f)
	}
	if !i18n.Known(f.Key) {
		b.Errorf("no message for %q", f.Key)
	}
	for _, w := range f.Fields {
		if !i18n.Known(w.Key) {
			b.Errorf("no message for %q", w.Key)
		}
	}
	return f
}

// wait runs the timers up to the end of a day, each at its instant.
func (b *bench) wait(date string) {
	b.Helper()
	end := day(date).At(23, 59)
	for range 1000 {
		var next *Wake
		for _, m := range b.w.Matters {
			for _, k := range b.w.Types.Get(m.Type, m.Revision).Wakes(b.w, m) {
				if k.At <= end && (next == nil || k.At < next.At) {
					next = &k
				}
			}
		}
		if next == nil {
			break
		}
		b.w.Now = max(b.w.Now, next.At)
		before := b.w.Matters[next.Matter.ID].Version
		if f := b.try(Command{Wake: next}); f != nil {
			b.Fatalf("wake %v: %v", next, f)
		}
		if b.w.Matters[next.Matter.ID].Version == before {
			break
		}
	}
	b.w.Now = end
}

func (b *bench) replay(id record.ID) {
	b.Helper()
	var m Matter
	for _, ev := range b.events[id] {
		next, err := Apply(m, ev)
		if err != nil {
			b.Fatalf("replay: %v", err)
		}
		m = next
	}
	if diff := same(&m, b.w.Matters[id]); diff != "" {
		b.Fatalf("replay of events is not the stored matter: %s", diff)
	}
}

// sealed holds that a body is canonical and its values stand in it as digests only.
func (b *bench) sealed(ev *record.Event) {
	b.Helper()
	if err := ev.Check(); err != nil {
		b.Fatalf("%s: %v", ev.Body, err)
	}
	if again, err := record.Recanonical(ev.Body); err != nil || string(again) != string(ev.Body) {
		b.Fatalf("not canonical: %s, %v", ev.Body, err)
	}
}
