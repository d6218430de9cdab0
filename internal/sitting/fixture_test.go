package sitting

import (
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
)

// A small district: a magistrate with a section that keeps the meetings, an officer of
// supply, and block officers of three blocks.
const (
	saran record.ID = iota + 1
	amnour
	ekma
	marhaura
	admin
	supplyDept
	dm
	section
	supply
	bdoAmnour
	bdoEkma
	bdoMarhaura
	dmPerson
	sectionPerson
	supplyPerson
	amnourPerson
	ekmaPerson
)

func both(hi, en string) i18n.Text { return i18n.Text{Hi: hi, En: en} }

func sampleOrg(t testing.TB) *org.Org {
	t.Helper()
	place := func(id record.ID, key, kind string, name i18n.Text, parent record.ID) org.Place {
		return org.Place{ID: id, Key: key, Kind: kind, Name: name, Parent: parent}
	}
	post := func(id record.ID, key, role, named string, name i18n.Text, dept, at, up record.ID) org.Post {
		return org.Post{ID: id, Key: key, Role: role, Designation: named, Name: name, Department: dept, Place: at, ReportsTo: up}
	}
	bdo := func(id record.ID, key string, at record.ID, name i18n.Text) org.Post {
		return post(id, key, "head_of_block", "bdo", both("प्रखंड विकास पदाधिकारी, "+name.Hi, "BDO, "+name.En), admin, at, dm)
	}
	rows := org.Rows{
		Places: []org.Place{place(saran, "saran", "district", both("सारण", "Saran"), 0), place(amnour, "amnour", "block", both("अमनौर", "Amnour"), saran),
			place(ekma, "ekma", "block", both("एकमा", "Ekma"), saran), place(marhaura, "marhaura", "block", both("मढ़ौरा", "Marhaura"), saran)},
		Departments: []org.Department{{ID: admin, Key: "admin", Name: both("प्रशासन", "Administration")}, {ID: supplyDept, Key: "supply", Name: both("आपूर्ति", "Supply")}},
		Posts: []org.Post{
			post(dm, "dm", "head_of_district", "dm", both("जिला पदाधिकारी, सारण", "District Magistrate, Saran"), admin, saran, 0),
			post(section, "section", "", "section", both("गोपनीय शाखा", "Confidential section"), admin, saran, dm),
			post(supply, "dso", "supply_officer", "dso", both("जिला आपूर्ति पदाधिकारी", "District supply officer"), supplyDept, saran, dm),
			bdo(bdoAmnour, "bdo_amnour", amnour, both("अमनौर", "Amnour")), bdo(bdoEkma, "bdo_ekma", ekma, both("एकमा", "Ekma")),
			bdo(bdoMarhaura, "bdo_marhaura", marhaura, both("मढ़ौरा", "Marhaura")),
		},
	}
	for post, person := range map[record.ID]record.ID{dm: dmPerson, section: sectionPerson, supply: supplyPerson, bdoAmnour: amnourPerson, bdoEkma: ekmaPerson} {
		rows.Persons = append(rows.Persons, org.Person{ID: person, Key: "p" + person.String(), Name: both("पदाधिकारी", "Officer")})
		rows.Tenures = append(rows.Tenures, org.Tenure{ID: 100 + person, Post: post, Person: person, From: 1})
	}
	var roles []org.Role
	for key, level := range map[string]string{"head_of_district": "district", "supply_officer": "district", "head_of_block": "block"} {
		roles = append(roles, org.Role{Key: key, Level: level, Name: both(key, key)})
	}
	o, err := org.New(218, rows, roles)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func date(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Holi is Wednesday, 4 March 2026; Sundays are free.
func sampleCalendar() *calendar.Calendar {
	return calendar.New(calendar.Rules{Holidays: []calendar.Holiday{{Date: date("2026-03-04"), Name: both("होली", "Holi")}}, Revision: 1})
}

// room keeps what was decided, so that one act sees the last.
type room struct {
	testing.TB
	w      *World
	log    []record.Event
	series *Series
	at     *Sitting
}

func newRoom(t testing.TB) *room {
	ids, err := record.NewMaker(1, 0)
	if err != nil {
		t.Fatal(err)
	}
	return &room{TB: t, w: &World{Now: date("2026-02-24").At(12, 0), District: 218, Org: sampleOrg(t), Calendar: sampleCalendar(), IDs: ids, Seed: [32]byte{7}}}
}

func (r *room) as(post record.ID) *room {
	r.w.Actor = Actor{Post: post, Person: r.w.Org.Holder(post, r.w.Now.Date()).Person}
	return r
}

func (r *room) try(c Command) *fault.Fault {
	r.Helper()
	r.w.Series, r.w.Sitting = r.series, r.at
	if c.Act == OpenSeries {
		r.w.Series = nil
	}
	out, f := Decide(r.w, c)
	if f != nil {
		if f.Kind == fault.Internal {
			r.Fatalf("internal: %v", f)
		}
		return f
	}
	for i := range out.Events {
		if err := out.Events[i].Check(); err != nil {
			r.Fatal(err)
		}
	}
	r.log = append(r.log, out.Events...)
	if out.Series != nil {
		r.series = out.Series
	}
	if out.Sitting != nil {
		r.at = out.Sitting
	}
	return nil
}

func (r *room) do(c Command) *room {
	r.Helper()
	if f := r.try(c); f != nil {
		r.Fatalf("%s: %s", c.Act, i18n.Explain(i18n.English, f))
	}
	return r
}

func (r *room) refused(c Command, key string) {
	r.Helper()
	f := r.try(c)
	if f == nil {
		r.Fatalf("%s is taken; want %s", c.Act, key)
	}
	if f.Key == key {
		return
	}
	for _, w := range f.Fields {
		if w.Key == key {
			return
		}
	}
	r.Fatalf("%s is refused with %v; want %s", c.Act, f, key)
}

func weekly() Series {
	r, _ := calendar.ParseRhythm("tuesday")
	return Series{Slug: "weekly", Name: both("साप्ताहिक समन्वय", "Weekly coordination"), Chair: dm, Convenor: section, Rhythm: r, Hour: 11 * 60, Minutes: 90,
		Members: []record.ID{supply, bdoAmnour, bdoEkma}, Venue: "सभागार", Class: record.Office}
}

// planned is a room with a sitting of the weekly series this morning.
func planned(t testing.TB) *room {
	r := newRoom(t).as(dm).do(Command{Act: OpenSeries, Series: weekly()})
	return r.as(section).do(Command{Act: Plan, Plan: Plans{Starts: date("2026-02-24").At(11, 0)}})
}
