package sitting

import (
	"cmp"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// WhyCode says why a point is on the agenda. The codes are stored.
type WhyCode string

// The reasons, gravest first; the order is the order of the agenda within a department.
const (
	WhyLate      WhyCode = "late"      // N days past its date
	WhySilent    WhyCode = "silent"    // nothing heard for N days
	WhyExtension WhyCode = "extension" // more time is asked, up to Day
	WhyReturned  WhyCode = "returned"  // sent back N times, twice or more
	WhyCarried   WhyCode = "carried"   // stood on the agenda before and is still open
	WhySoon      WhyCode = "soon"      // due on Day, before the next sitting
	WhyAdded     WhyCode = "added"     // put there by an officer, with Words
)

var gravity = [...]WhyCode{WhyLate, WhySilent, WhyExtension, WhyReturned, WhyCarried, WhySoon, WhyAdded}

// Why is one reason with its figure.
type Why struct {
	Code WhyCode       `json:"code"`
	N    int           `json:"n,omitempty"`
	Day  calendar.Date `json:"day,omitempty"`
}

// In writes the reason for a reader: "12 दिन विलंबित".
func (w Why) In(l i18n.Lang) string {
	return i18n.Message(l, "sitting.why_"+string(w.Code), w.N, w.Day)
}

// Item is one point of an agenda.
type Item struct {
	ID         record.ID        `json:"id"`
	Position   int32            `json:"position"`
	Department record.ID        `json:"department,omitempty"`
	Matter     record.ID        `json:"matter,omitempty"` // 0: a point in words
	Title      string           `json:"title"`
	Holders    []record.ID      `json:"holders,omitempty"`
	Due        calendar.Instant `json:"due,omitempty"`
	Whys       []Why            `json:"whys"`
	Words      string           `json:"words,omitempty"` // why the officer added it
	By         record.ID        `json:"by,omitempty"`    // post that added it
}

// Standing is one open matter as the agenda is made from it.
type Standing struct {
	Matter     record.ID
	Title      string
	Department record.ID
	Holders    []record.ID
	Due        calendar.Instant
	DaysLate   int // 0 or less is not late
	SilentDays int // 0 is not silent
	Asking     calendar.Date
	Returned   int
	Before     bool // stood on the agenda of the sitting before
}

// Frame is what an agenda is made against.
type Frame struct {
	Next        calendar.Date // the sitting after this one; 0 not known
	Departments map[record.ID]int
	Limit       int // most points that rules put there; 0 has no limit
}

// Whys gives the reasons for which a matter belongs on the agenda, gravest first; none if
// it does not.
func (s *Standing) Whys(f Frame) []Why {
	var list []Why
	if s.DaysLate > 0 {
		list = append(list, Why{Code: WhyLate, N: s.DaysLate})
	}
	if s.SilentDays > 0 {
		list = append(list, Why{Code: WhySilent, N: s.SilentDays})
	}
	if s.Asking != 0 {
		list = append(list, Why{Code: WhyExtension, Day: s.Asking})
	}
	if s.Returned >= 2 {
		list = append(list, Why{Code: WhyReturned, N: s.Returned})
	}
	if s.Before {
		list = append(list, Why{Code: WhyCarried})
	}
	if s.DaysLate <= 0 && s.Due != 0 && f.Next != 0 && s.Due.Date() <= f.Next {
		list = append(list, Why{Code: WhySoon, Day: s.Due.Date()})
	}
	return list
}

// Agenda makes the points of a sitting: the matters that have a reason, and what officers
// added, department by department, gravest first. An added matter that also has reasons
// of its own is one point with all of them.
func Agenda(standing []Standing, added []Item, f Frame) []Item {
	own := map[record.ID]int{}
	var items []Item
	for i := range standing {
		s := &standing[i]
		if whys := s.Whys(f); len(whys) > 0 {
			own[s.Matter] = len(items)
			items = append(items, Item{ID: s.Matter, Department: s.Department, Matter: s.Matter, Title: s.Title,
				Holders: s.Holders, Due: s.Due, Whys: whys})
		}
	}
	slices.SortStableFunc(items, graver)
	if f.Limit > 0 && len(items) > f.Limit {
		items = items[:f.Limit]
	}
	clear(own)
	for i := range items {
		own[items[i].Matter] = i
	}
	for _, a := range added {
		if i, both := own[a.Matter]; both && a.Matter != 0 {
			it := &items[i]
			it.ID, it.Words, it.By = a.ID, a.Words, a.By
			it.Whys = append(it.Whys, Why{Code: WhyAdded})
			continue
		}
		a.Whys = []Why{{Code: WhyAdded}}
		items = append(items, a)
	}
	slices.SortStableFunc(items, func(a, b Item) int {
		return cmp.Or(cmp.Compare(f.rank(a.Department), f.rank(b.Department)), graver(a, b))
	})
	for i := range items {
		items[i].Position = int32(i + 1)
	}
	return items
}

// rank is the place of a department in the order of the sitting; unknown ones come last.
func (f *Frame) rank(department record.ID) int {
	if n, ok := f.Departments[department]; ok {
		return n
	}
	return len(f.Departments)
}

// graver orders points by their first reason, then by its figure, then by date and id.
func graver(a, b Item) int {
	x, y := a.Whys[0], b.Whys[0]
	return cmp.Or(cmp.Compare(slices.Index(gravity[:], x.Code), slices.Index(gravity[:], y.Code)), cmp.Compare(y.N, x.N),
		cmp.Compare(a.Due, b.Due), cmp.Compare(a.ID, b.ID))
}
