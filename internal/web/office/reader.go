package office

import (
	"net/http"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/web"
)

// digitsCookie keeps the reader's choice of Devanagari digits.
const digitsCookie = "digits"

// read tells the kit who reads: post, office, the State's words, and which rooms are open.
func (d *Desk) read(r *http.Request, who app.Actor) (*http.Request, error) {
	me, err := d.app.Me(r.Context(), who)
	if err != nil {
		return r, err
	}
	l := who.Lang
	reader := web.Reader{
		Lang: l, Words: me.State, Office: me.Office.In(l), Digits: deva(r),
		Me:    web.Me{Person: me.Person.Name.In(l), Post: me.Post.Name.In(l), Key: me.Person.Key},
		Rooms: rooms(me), Sample: d.demo != nil,
	}
	*r = *r.WithContext(web.WithReader(r.Context(), reader)) // in place: an error is shown to the same reader, with what was typed
	return r, nil
}

func deva(r *http.Request) bool {
	c, err := r.Cookie(digitsCookie)
	return err == nil && c.Value == "deva"
}

// rooms are the front doors of a post: everybody's work, and the district where the post
// has others below it.
func rooms(me app.Me) []web.Room {
	var list []web.Room
	if me.Leads {
		list = append(list, web.RoomToday)
	}
	list = append(list, web.RoomWork, web.RoomMatters, web.RoomMeetings, web.RoomWeekly)
	if me.Leads {
		list = append(list, web.RoomExceptions)
	}
	if me.Audits {
		list = append(list, web.RoomAudit)
	}
	if me.Operates {
		list = append(list, web.RoomOperator)
	}
	return list
}

// words are the States' words for $words in templates, over the standard ones.
func words(a *app.App) map[string]web.Words {
	out := map[string]web.Words{}
	for state, table := range a.Words() {
		own := web.Words{}
		for key, t := range table {
			own[key] = t
		}
		out[state] = own
	}
	return out
}

// standing puts a row's status into the kit's words.
func standing(row app.Row) web.Standing {
	s := web.Standing{Due: row.Due}
	switch row.Status {
	case app.OnTime:
		if row.Due != 0 || row.Owes() {
			s.Status = web.InTime
		}
	case app.Soon:
		s.Status = web.DueSoon
	case app.Late:
		s.Status, s.Days = web.Late, row.DaysLate
	case app.Silent:
		s.Status, s.Days = web.Silent, row.SilentDays
	case app.Ended:
		s.Status = web.Closed
		if row.Void() {
			s.Status = web.Void
		}
	}
	return s
}

func matterRow(l i18n.Lang, row app.Row) MatterRow {
	m := MatterRow{
		ID: row.Key.String(), Number: row.Number, Title: row.Subject, Standing: standing(row),
		Holder: row.Holder.Name.In(l), Place: row.Place.Name.In(l), Asker: row.Asker.Name.In(l), Last: row.StateName.In(l),
	}
	if row.Holder.ID == 0 {
		m.Holder = row.Asked.Name.In(l)
	}
	if strings.Contains(m.Holder, m.Place) {
		m.Place = ""
	}
	if row.Asker.ID == row.Holder.ID {
		m.Asker = ""
	}
	return m
}

func matterRows(l i18n.Lang, rows []app.Row) []MatterRow {
	list := make([]MatterRow, len(rows))
	for i, r := range rows {
		list[i] = matterRow(l, r)
	}
	return list
}
