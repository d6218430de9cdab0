package pack

import (
	"maps"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// Sample is the district in which examples are played: its organisation, to which every
// desk of the packs is added with an officer of its own, and its calendar.
type Sample struct {
	org  *org.Org
	days *calendar.Calendar
	set  *Set
}

// SampleCalendar is the calendar examples count by: Monday to Saturday, 10 to 17 hours,
// 26 January closed.
func SampleCalendar() *calendar.Calendar {
	closed, _ := calendar.DateOf(2026, 1, 26)
	return calendar.New(calendar.Rules{
		Holidays: []calendar.Holiday{{Date: closed, Name: i18n.Text{Hi: "गणतंत्र दिवस", En: "Republic Day"}}}, Revision: 1,
	})
}

// NewSample staffs the desks of a set in a district. A nil calendar is SampleCalendar.
func NewSample(set *Set, o *org.Org, days *calendar.Calendar) (*Sample, error) {
	if days == nil {
		days = SampleCalendar()
	}
	rows := o.Rows()
	head := headOf(o)
	if head == nil {
		head = &org.Post{}
	}
	next := record.ID(1) << 55
	for _, d := range set.Desks() {
		if o.ByKey(record.Post, d.Key) != 0 {
			continue
		}
		next += 3
		rows.Posts = append(rows.Posts, org.Post{
			ID: next, Key: d.Key, Name: d.Name, Department: head.Department, Place: head.Place, ReportsTo: head.ID, Desk: true,
		})
		rows.Persons = append(rows.Persons, org.Person{ID: next + 1, Key: d.Key, Name: d.Name})
		rows.Tenures = append(rows.Tenures, org.Tenure{ID: next + 2, Post: next, Person: next + 1, From: 1})
	}
	staffed, err := org.New(o.District(), rows, slices.Collect(maps.Values(set.Common.Roles)))
	if err != nil {
		return nil, err
	}
	return &Sample{org: staffed, days: days, set: set}, nil
}

// headOf gives the post of the district's head, under which desks stand.
func headOf(o *org.Org) *org.Post {
	for _, id := range o.Posts("head_of_district", 0, 0) {
		return o.Post(id)
	}
	return nil
}

// stage is the world of one example while it is played.
type stage struct {
	*Sample
	pack    *Pack
	w       *matter.World
	main    record.ID
	opened  []record.ID // in the order they were opened
	trail   []string
	offered map[string]int
	raised  map[string]int
	letters map[string]int
	minute  int
	said    []saidOnce
}

func (s *Sample) stage(p *Pack, on calendar.Date) (*stage, error) {
	ids, err := record.NewMaker(1, 0)
	if err != nil {
		return nil, err
	}
	serial := int64(0)
	st := &stage{
		Sample: s, pack: p, offered: map[string]int{}, raised: map[string]int{}, letters: map[string]int{},
		w: &matter.World{
			Now: on.At(11, 0), District: s.org.District(), Org: s.org, Types: s.set.typesOf(p), Calendar: s.days,
			Settings: map[string]matter.Given{}, Rows: s.set.sampleRows(on), Matters: map[record.ID]*matter.Matter{},
			IDs: ids, Seed: [32]byte{1}, Serial: func(string) int64 { serial++; return serial },
			Measured: map[string]rule.Value{}, Standing: map[matter.StandingKey]matter.Standing{},
		},
	}
	st.rowPlaces()
	return st, nil
}

// typesOf are the types an example runs among: its own pack's first, so that an ask that
// two packs answer is answered at home.
func (s *Set) typesOf(p *Pack) *matter.Types {
	home := map[string]string{}
	for _, t := range p.Types {
		if t.Answers() != "" {
			home[t.Answers()] = p.Key
		}
	}
	return matter.NewTypes(append(slices.Clone(p.Types), s.All()...), home)
}

// sampleRows are the catalogues in force and the sample rows of registers.
func (s *Set) sampleRows(on calendar.Date) map[matter.RowKey]*matter.Row {
	rows := s.Rows("", on)
	for book, list := range s.samples {
		for i := range list {
			rows[matter.RowKey{Book: book, Key: list[i].Key}] = &matter.Row{Key: list[i].Key, Name: list[i].Name, Values: list[i].Values}
		}
	}
	return rows
}

// rowPlaces gives every row the id of the place that it names.
func (st *stage) rowPlaces() {
	for _, row := range st.w.Rows {
		if v := row.Values["place"]; v.S != "" {
			row.Place = st.org.ByKey(record.Place, v.S)
		}
	}
}
