package sitting

import (
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// Why is one reason for which a point is on the agenda. Frame is the agenda's frame that
// picked it, counted from 1; 0 was put there by a person.
type Why struct {
	Frame int       `json:"frame,omitempty"`
	Days  int       `json:"days,omitempty"` // late by so many
	Key   string    `json:"key"`            // late, silent, times, in, by_hand, asked
	Post  record.ID `json:"post,omitempty"` // who put it there
	Word  string    `json:"word,omitempty"` // the state, or the words of the condition
}

// In writes the reason for a reader.
func (w Why) In(l i18n.Lang) string {
	switch w.Key {
	case "late":
		return i18n.Message(l, "sitting.why_late", w.Days)
	case "silent", "by_hand":
		return i18n.Message(l, "sitting.why_"+w.Key)
	}
	return i18n.Message(l, "sitting.why_rule", w.Word)
}

// Candidate is a thing that a frame of the agenda may pick.
type Candidate struct {
	Set        string // the frame's set it belongs to: share
	About      record.Ref
	Department record.ID
	Subject    string
	Due        calendar.Instant
	Facts      rule.Facts
}

// Propose gives the agenda that the series' frames call for: each thing once, with every
// frame that picked it, in the order of the frames and then of the candidates.
func Propose(d *Def, list []Candidate, now calendar.Instant) []Item {
	var items []Item
	at := map[record.Ref]int{}
	for n := range d.Agenda {
		f := &d.Agenda[n]
		for i := range list {
			c := &list[i]
			if !ofSet(f, c.Set) || !f.Picks(c.Facts) {
				continue
			}
			k, known := at[c.About]
			if !known {
				k = len(items)
				at[c.About] = k
				items = append(items, Item{About: c.About, Department: c.Department, Subject: c.Subject})
			}
			items[k].Why = append(items[k].Why, whyPicked(f, n+1, c, now))
		}
	}
	return items
}

func ofSet(f *rule.Frame, set string) bool {
	for i := range f.Of {
		if f.Of[i].Name == set {
			return true
		}
	}
	return false
}

// whyPicked says in the plainest word why the frame picked it: it is late, it is silent, or
// what the frame asks.
func whyPicked(f *rule.Frame, n int, c *Candidate, now calendar.Instant) Why {
	words := f.Where.Words()
	switch {
	case strings.Contains(words, "late") && c.Due != 0 && now > c.Due:
		return Why{Frame: n, Key: "late", Days: max(1, calendar.DaysBetween(c.Due.Date(), now.Date()))}
	case strings.Contains(words, "silent"):
		return Why{Frame: n, Key: "silent"}
	}
	for _, w := range f.In {
		words = strings.Trim(w.S+", "+words, ", ")
	}
	return Why{Frame: n, Key: "rule", Word: words}
}
