package app

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// following compares the rows that follow from a page of matters by the rules: when each is
// looked at again, to whom it is opened, and what stands on the list of exceptions. It
// takes some queries a page, whatever the page holds.
func (v *verifier) following(list []replayed, after, last record.ID) error {
	if err := v.exceptions(list, after, last); err != nil {
		return err
	}
	w, err := v.family(list)
	if err != nil {
		return err
	}
	wakes, err := v.r.WakesBetween(v.ctx, v.out.District, after, last)
	if err != nil {
		return err
	}
	reach, err := v.r.ReachBetween(v.ctx, v.out.District, after, last)
	if err != nil {
		return err
	}
	day, err := v.r.Watermark(v.ctx, reachDay, v.out.District)
	if err != nil {
		return err
	}
	v.rows["wake"] += int64(len(wakes))
	v.rows["reach"] += int64(len(reach))
	for i := range list {
		m := list[i].matter
		var woken []matter.Wake
		var opened []matter.Reached
		for ; len(wakes) > 0 && wakes[0].Matter.ID <= m.Key.ID; wakes = wakes[1:] {
			woken = append(woken, wakes[0])
		}
		for ; len(reach) > 0 && reach[0].Matter.ID <= m.Key.ID; reach = reach[1:] {
			opened = append(opened, matter.Reached{Post: reach[0].Post, Whole: reach[0].Whole})
		}
		if t := v.office.types.Get(m.Type, m.Revision); t != nil {
			v.wakes(t, w, m, woken)
			v.reach(t, w, m, opened, calendar.Date(day))
		}
	}
	return nil
}

// family makes the world of a page: its matters as they fold, with their parents and parts.
func (v *verifier) family(list []replayed) (*matter.World, error) {
	o := v.office
	w := &matter.World{District: o.district, Org: o.org, Types: o.types, Calendar: o.calendar, Settings: o.settings, Rows: o.catalogue, Matters: map[record.ID]*matter.Matter{}}
	var whole []record.ID
	for i := range list {
		m := list[i].matter
		w.Matters[m.Key.ID] = m
		if len(o.types.Parts(m.Type)) > 0 {
			whole = append(whole, m.Key.ID)
		}
	}
	parts, err := v.r.PartsOf(v.ctx, o.district, whole)
	if err != nil {
		return nil, err
	}
	enter := func(found []matter.Matter) {
		for i := range found {
			if w.Matters[found[i].Key.ID] == nil {
				w.Matters[found[i].Key.ID] = &found[i]
			}
		}
	}
	enter(parts)
	for {
		missing := map[record.ID]bool{}
		for _, m := range w.Matters {
			if m.Parent != 0 && w.Matters[m.Parent] == nil {
				missing[m.Parent] = true
			}
		}
		found, err := v.r.Matters(v.ctx, o.district, sortedIDs(missing))
		if err != nil || len(found) == 0 {
			return w, err
		}
		enter(found)
	}
}

// wakes holds the timers of a matter against the rules. One that lies ahead must be there;
// one that is there must be what the rules gave when the matter changed last, or the next
// turn after a timer that changed nothing.
func (v *verifier) wakes(t *matter.Type, w *matter.World, m *matter.Matter, stored []matter.Wake) {
	at := func(now calendar.Instant) []matter.Wake {
		then := *w
		then.Now = now
		return t.Wakes(&then, m)
	}
	first := at(m.Updated)
	for _, s := range stored {
		if !hasWake(first, s) && !hasWake(at(s.At.Date().AddDays(-1).At(0, 0)), s) {
			v.found("wake "+m.Key.String(), "store.verify_wake", m.Number, s.What, s.At)
		}
	}
	for _, want := range at(v.now) {
		if want.At <= v.now || hasWake(stored, want) {
			continue
		}
		pending := slices.ContainsFunc(stored, func(s matter.Wake) bool { return s.At <= v.now && sameTimer(s, want) })
		if !pending {
			v.found("wake "+m.Key.String(), "store.verify_wake", m.Number, want.What, want.At)
		}
	}
}

func hasWake(list []matter.Wake, w matter.Wake) bool {
	return slices.ContainsFunc(list, func(k matter.Wake) bool { return k.At == w.At && sameTimer(k, w) })
}

// sameTimer compares what two wakes are for; the turns of a rule are numbered from the one
// that comes next, so that the same turn has another number later.
func sameTimer(a, b matter.Wake) bool {
	if rule, ok := strings.CutPrefix(a.What, "rule:"); ok {
		other, ok := strings.CutPrefix(b.What, "rule:")
		act, _, _ := strings.Cut(rule, ":")
		same, _, _ := strings.Cut(other, ":")
		return ok && act == same
	}
	return a.What == b.What
}

// reach holds the posts that a matter was opened to against the rules, as of the day on
// which it or a matter above it changed last, or on which all were last reckoned.
func (v *verifier) reach(t *matter.Type, w *matter.World, m *matter.Matter, stored []matter.Reached, day calendar.Date) {
	then := *w
	then.Now = max(m.Updated, day.At(12, 0))
	for up := w.Matters[m.Parent]; up != nil; up = w.Matters[up.Parent] {
		then.Now = max(then.Now, up.Updated)
	}
	if !slices.Equal(stored, t.Reach(&then, m)) {
		v.found("reach "+m.Key.String(), "store.verify_reach", m.Number)
	}
}

// exceptions compares the list of what nobody can act on with what the events tell. Those
// that no event tells of may only stand where the matter is open.
func (v *verifier) exceptions(list []replayed, after, last record.ID) error {
	stored, err := v.r.ExceptionsBetween(v.ctx, v.out.District, after, last)
	if err != nil {
		return err
	}
	v.rows["exception"] += int64(len(stored))
	for i := range list {
		one := &list[i]
		for ; len(stored) > 0 && stored[0].Matter.ID <= one.matter.Key.ID; stored = stored[1:] {
			s := stored[0]
			want := one.excepted[s.Why]
			delete(one.excepted, s.Why)
			if (s.Exception != want.Exception || s.Since != want.Since) && (!s.Untold() || !one.matter.Phase.Open()) {
				v.found("exception "+one.matter.Key.String(), "store.verify_exception", one.matter.Number, s.Why)
			}
		}
		for why := range one.excepted {
			v.found("exception "+one.matter.Key.String(), "store.verify_exception", one.matter.Number, why)
		}
	}
	return nil
}
