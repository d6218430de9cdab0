package sitting

import (
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// Series is one series of sittings in a district: who sits, under whom, how often.
type Series struct {
	Key        record.Key      `json:"-"`
	Slug       string          `json:"slug"` // unique in the district: samanvay
	Name       i18n.Text       `json:"name"`
	Declared   string          `json:"declared,omitempty"` // Def.Type, where a pack declares it
	Place      record.ID       `json:"place,omitempty"`
	Department record.ID       `json:"department,omitempty"`
	Chair      record.ID       `json:"chair"`
	Convenor   record.ID       `json:"convenor,omitempty"` // 0: the chair's own post
	Members    []record.ID     `json:"members,omitempty"`  // posts asked to every sitting
	Rhythm     calendar.Rhythm `json:"rhythm,omitzero"`    // none: planned one by one
	Hour       int16           `json:"hour,omitempty"`     // minutes after midnight at which it begins
	Minutes    int16           `json:"minutes,omitempty"`  // how long it lasts
	Venue      string          `json:"venue,omitempty"`
	Class      record.Class    `json:"class,omitempty"`
	Last       calendar.Date   `json:"last,omitempty"` // no sitting is planned after it; 0 goes on
	Version    int32           `json:"-"`
}

// Calls gives the posts asked to every sitting: chair, convenor, members, each once.
func (s *Series) Calls() []record.ID {
	var posts []record.ID
	for _, id := range append([]record.ID{s.Chair, s.Convenor}, s.Members...) {
		if id != 0 && !slices.Contains(posts, id) {
			posts = append(posts, id)
		}
	}
	return posts
}

// NextAfter gives the day of the first sitting after a day, moved off closed days as the
// calendar says, and the closed day it was moved from. Without rhythm there is none.
func (s *Series) NextAfter(day calendar.Date, c *calendar.Calendar) (on calendar.Date, moved calendar.Holiday) {
	if s.Rhythm.IsZero() {
		return 0, calendar.Holiday{}
	}
	on = s.Rhythm.Next(day, c)
	if on == 0 || s.Last != 0 && on > s.Last {
		return 0, calendar.Holiday{}
	}
	if plain := s.Rhythm.Next(day, everyDayOpen()); plain != on {
		if h, closed := c.Holiday(plain); closed {
			return on, h
		}
	}
	return on, calendar.Holiday{}
}

// After gives the day of the sitting after one that was held on a day. One held on its
// own day though that was closed does not come again on the day it would have moved to.
func (s *Series) After(held calendar.Date, c *calendar.Calendar) calendar.Date {
	on, _ := s.NextAfter(held, c)
	open := everyDayOpen()
	if on != 0 && s.Rhythm.Next(held-1, open) == held && on < s.Rhythm.Next(held, open) {
		on, _ = s.NextAfter(on, c)
	}
	return on
}

// everyDayOpen is a calendar without closed days; it tells the day that a rhythm names.
func everyDayOpen() *calendar.Calendar {
	return calendar.New(calendar.Rules{Week: calendar.Week{Works: [7]bool{true, true, true, true, true, true, true}}})
}
