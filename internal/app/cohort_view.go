package app

import (
	"context"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// CohortView is how a frozen set stands: so many of so many done, so many excepted, so many
// late. Left are those neither done nor excepted; Late are all of them once Due is over.
type CohortView struct {
	Of       record.Key
	Key      string
	Name     i18n.Text
	Frozen   calendar.Instant
	Due      calendar.Instant // 0 its day is not given
	Total    int64
	Done     int64
	Excepted int64
	Left     int64
	Late     int64
	Whole    bool  // all members are in
	Looked   int64 // while they are not: candidates looked at, of so many
	ToLook   int64
}

// The words for how the members of a set stand.
const (
	MembersAll      = "all"
	MembersDone     = "done"
	MembersExcepted = "excepted"
	MembersLeft     = "left"
	MembersLate     = "late"
)

var memberStates = map[string][]store.MemberState{
	MembersAll: nil, MembersDone: {store.MemberDone}, MembersExcepted: {store.MemberExcepted},
	MembersLeft: {store.MemberWaits}, MembersLate: {store.MemberWaits},
}

// List gives the word by which a list shows the members that stand so.
func (c CohortView) List(stand string) string { return c.Of.String() + "." + c.Key + "." + stand }

// cohorts gives the sets that a matter froze, from their counts.
func (a *App) cohorts(ctx context.Context, w *matter.World, t *matter.Type, m *matter.Matter) ([]CohortView, error) {
	if len(m.Memory.Frozen) == 0 {
		return nil, nil
	}
	kept, err := a.db.Reader().Cohorts(ctx, m.Key)
	if err != nil {
		return nil, err
	}
	var list []CohortView
	for _, c := range kept {
		h := t.Cohort(c.Key)
		if h == nil {
			continue
		}
		v := CohortView{Of: m.Key, Key: c.Key, Name: h.Name, Frozen: c.Frozen, Due: t.CohortDue(w, m, c.Key),
			Total: c.Total, Done: c.Done, Excepted: c.Excepted, Left: c.Total - c.Done - c.Excepted, Whole: c.Gathered != 0}
		if t.CohortLate(w, m, c.Key) {
			v.Late = v.Left
		}
		if !v.Whole {
			j, ok, err := a.db.Reader().Job(ctx, record.Key{District: m.Key.District, ID: c.Job})
			if err != nil {
				return nil, err
			}
			if ok {
				v.Looked, v.ToLook = j.Done, j.Total
			}
		}
		list = append(list, v)
	}
	return list, nil
}

// frozenSet is a set as a list's address names it: whose, which, and how its members stand.
type frozenSet struct {
	w      *matter.World
	m      *matter.Matter
	t      *matter.Type
	cohort *matter.Cohort
	stand  string
}

// findSet reads a list's word for a set; of the matter that froze it the actor must see at
// least the outline.
func (a *App) findSet(ctx context.Context, o *office, who Actor, word string) (frozenSet, error) {
	unknown := fault.New(fault.Invalid, "app.filter_wrong").With("cohort", "app.filter_cohort", word)
	of, rest, _ := strings.Cut(word, ".")
	cohort, stand, _ := strings.Cut(rest, ".")
	key, err := record.ParseKey(of)
	if _, known := memberStates[stand]; err != nil || !known || key.District != who.District {
		return frozenSet{}, unknown
	}
	w, m, _, err := a.family(ctx, o, who, key)
	if err != nil {
		return frozenSet{}, err
	}
	sight, err := a.sight(ctx, o, who, m)
	if err != nil {
		return frozenSet{}, err
	}
	t := o.types.Get(m.Type, m.Revision)
	if t == nil || sight == matter.Nothing {
		return frozenSet{}, fault.New(fault.NotFound, "matter.not_found")
	}
	if t.Cohort(cohort) == nil {
		return frozenSet{}, unknown
	}
	return frozenSet{w, m, t, t.Cohort(cohort), stand}, nil
}

// CohortName names the set of a list's word.
func (a *App) CohortName(ctx context.Context, who Actor, word string) (i18n.Text, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return i18n.Text{}, err
	}
	s, err := a.findSet(ctx, o, who, word)
	if err != nil {
		return i18n.Text{}, err
	}
	return s.cohort.Name, nil
}

// members lists the matters of a frozen set, as far as the actor sees them.
func (a *App) members(ctx context.Context, o *office, who Actor, f Filter) (List, error) {
	s, err := a.findSet(ctx, o, who, f.Cohort)
	if err != nil {
		return List{}, err
	}
	list := List{Total: -1, AsOn: s.w.Now}
	if s.stand == MembersLate && !s.t.CohortLate(s.w, s.m, s.cohort.Key) {
		return list, nil
	}
	if f.Limit < 1 || f.Limit > 500 {
		f.Limit = 25
	}
	p := o.purview(who)
	page, next, err := a.db.Reader().Members(ctx, store.MembersWant{Scope: p, Matter: s.m.Key, Key: s.cohort.Key,
		States: memberStates[s.stand], After: f.After, Limit: f.Limit})
	if err != nil {
		return list, err
	}
	list.Next = next
	list.Rows, err = a.seenRows(ctx, o, who, &p, page)
	return list, err
}

// MarkView is a word that holds for the matter on one of its scales.
type MarkView struct {
	Scale string
	Key   string
	Name  i18n.Text
}

func marks(w *matter.World, m *matter.Matter) []MarkView {
	var list []MarkView
	for _, v := range matter.Marks(w, m) {
		list = append(list, MarkView{v.Scale, v.Mark.Key, v.Mark.Name})
	}
	return list
}
