package app

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// soonDays is how many days before its date a matter counts as due soon.
const soonDays = 7

// row puts a matter into words for a list.
func (o *office) row(m *matter.Matter, now calendar.Instant) Row {
	r := Row{
		Key: m.Key, Number: m.Number, Type: m.Type, Subject: m.Subject, State: m.State, Phase: m.Phase,
		Holder: o.post(m.Holder), Asker: o.post(m.Asker), Asked: o.post(m.Asked), Place: o.place(m.Place), Department: o.department(m.Department),
		Due: m.Due, Silent: m.Silent, Updated: m.Updated, Version: m.Version,
		Status: status(m, now), DaysLate: daysLate(o.calendar, m, now),
	}
	if m.Silent {
		r.SilentDays = calendar.DaysBetween(m.Updated.Date(), now.Date())
	}
	if t := o.types.Get(m.Type, m.Revision); t != nil {
		r.TypeName = t.Label()
		r.StateName = stateName(t, m.State)
	}
	return r
}

func stateName(t *matter.Type, key string) i18n.Text {
	if s := t.State(key); s != nil {
		return s.Name
	}
	return i18n.Text{Hi: key, En: key}
}

func (o *office) rows(list []store.Listed, now calendar.Instant) []Row {
	rows := make([]Row, len(list))
	for i := range list {
		rows[i] = o.row(&list[i], now)
	}
	return rows
}

// status is the one word for how a matter stands. Silence is shown before time: what says
// nothing may be late unseen.
func status(m *matter.Matter, now calendar.Instant) Status {
	switch {
	case !m.Phase.Open():
		return Ended
	case m.Due != 0 && m.Due < now:
		return Late
	case m.Silent:
		return Silent
	case m.Due != 0 && m.Due.Date() <= now.Date().AddDays(soonDays):
		return Soon
	}
	return OnTime
}

// daysLate counts whole days past the date, or, negative, the days still left.
func daysLate(c *calendar.Calendar, m *matter.Matter, now calendar.Instant) int {
	at := now
	if m.Closed != 0 {
		at = m.Closed
	}
	if m.Due == 0 {
		return 0
	}
	if late := c.Late(m.Due, at); late > 0 {
		return late
	}
	return -calendar.DaysBetween(at.Date(), m.Due.Date())
}

// named gives the name of what a tally is kept by.
func (o *office) named(by store.Grain, id record.ID) Named {
	if id == 0 {
		return Named{Key: Nothing, Name: [...]i18n.Text{{}, {Hi: "कोई विभाग नहीं", En: "No department"}, {Hi: "ज़िला स्तर", En: "District level"},
			{Hi: "किसी के पास नहीं", En: "With nobody"}}[by]}
	}
	switch by {
	case store.ByDepartment:
		return o.department(id)
	case store.ByBlock:
		return o.place(id)
	}
	return o.post(id)
}
