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

// members lists the matters of a frozen set, as far as the actor sees them; of the whole he
// must see at least the outline.
func (a *App) members(ctx context.Context, o *office, who Actor, f Filter) (List, error) {
	unknown := fault.New(fault.Invalid, "app.filter_wrong").With("cohort", "app.filter_cohort", f.Cohort)
	of, rest, _ := strings.Cut(f.Cohort, ".")
	cohort, stand, _ := strings.Cut(rest, ".")
	key, err := record.ParseKey(of)
	states, known := memberStates[stand]
	if err != nil || !known || key.District != who.District {
		return List{}, unknown
	}
	w, m, _, err := a.family(ctx, o, who, key)
	if err != nil {
		return List{}, err
	}
	t := o.types.Get(m.Type, m.Revision)
	if sightIn(w, m, o.postsHeld(who, o.day)) == matter.Nothing || t == nil {
		return List{}, fault.New(fault.NotFound, "matter.not_found")
	}
	list := List{Total: -1, AsOn: w.Now}
	if t.Cohort(cohort) == nil {
		return List{}, unknown
	}
	if stand == MembersLate && !t.CohortLate(w, m, cohort) {
		return list, nil
	}
	if f.Limit < 1 || f.Limit > 500 {
		f.Limit = 25
	}
	page, next, err := a.db.Reader().Members(ctx, store.MembersWant{Scope: o.scope(who, o.day), Matter: key, Key: cohort, States: states, After: f.After, Limit: f.Limit})
	list.Rows, list.Next = o.rows(page, w.Now), next
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
