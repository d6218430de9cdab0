package app

import (
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// replayed is a matter as its events fold, with what else they tell.
type replayed struct {
	matter   *matter.Matter
	excepted map[string]store.Excepted // by why: what stands on the list of exceptions
}

// matters folds the events of each matter and compares what comes out with its row, and
// what follows from it with the rows beside, a page at a time in the order of the ids.
func (v *verifier) matters() error {
	after := record.ID(0)
	for {
		page, err := v.r.MattersFrom(v.ctx, v.out.District, after, verifyPage)
		if err != nil || len(page) == 0 {
			return err
		}
		list := make([]replayed, 0, len(page))
		for i := range page {
			one, err := v.matter(&page[i])
			if err != nil {
				return err
			}
			if one.matter != nil {
				list = append(list, one)
			}
		}
		last := page[len(page)-1].Key.ID
		if err := v.following(list, after, last); err != nil {
			return err
		}
		after = last
		v.out.Matters += int64(len(page))
	}
}

func (v *verifier) matter(stored *matter.Matter) (replayed, error) {
	one := replayed{excepted: map[string]store.Excepted{}}
	events, err := v.history(stored.Key)
	if err != nil {
		return one, err
	}
	var m *matter.Matter
	for i := range events {
		ev := &events[i].Event
		before := matter.Matter{}
		if m != nil {
			before = *m
		}
		next, err := matter.Apply(before, *ev)
		if err != nil {
			v.found(stored.Key.String(), "store.verify_replay", stored.Number, err.Error())
			return one, nil
		}
		v.count(m, &next)
		if err := v.given(m, ev); err != nil {
			return one, err
		}
		one.except(m, &next, ev)
		m = &next
	}
	if m == nil {
		v.found(stored.Key.String(), "store.verify_no_event", stored.Number)
		return one, nil
	}
	one.matter = m
	v.side.follow(nil, m)
	v.numbered(m)
	same, err := store.SameMatter(m, stored)
	if err == nil && !same {
		v.found(stored.Key.String(), "store.verify_row", stored.Number)
	}
	return one, err
}

func (v *verifier) history(k record.Key) ([]store.Logged, error) {
	var all []store.Logged
	for {
		after := record.ID(0)
		if len(all) > 0 {
			after = all[len(all)-1].ID
		}
		page, err := v.r.History(v.ctx, k, after, verifyPage)
		all = append(all, page...)
		if err != nil || len(page) < verifyPage {
			return all, err
		}
	}
}

func (v *verifier) count(before, after *matter.Matter) {
	cells, flows := matter.Tally(before, after)
	for _, c := range cells {
		v.cells[c.Cell] += int64(c.N)
	}
	for _, f := range flows {
		v.flows[f.FlowCell] += int64(f.N)
	}
}

// given looks up each file that an event names first.
func (v *verifier) given(before *matter.Matter, ev *record.Event) error {
	seen := map[string]bool{}
	for _, g := range filesGiven(before, ev) {
		if seen[g.Hash] {
			continue
		}
		seen[g.Hash] = true
		v.rows["file_given"]++
		there, err := v.r.Gave(v.ctx, g)
		if err != nil {
			return err
		}
		if !there {
			v.found("file_given "+g.Hash, "store.verify_given", ev.ID)
		}
	}
	return nil
}

// numbered counts a number under the series that gave it.
func (v *verifier) numbered(m *matter.Matter) {
	t := v.office.types.Get(m.Type, m.Revision)
	if t == nil {
		v.unknown = true
		return
	}
	if name := t.SerialOf(m); name != "" {
		v.serials[name]++
	}
}

// except puts a matter on the list where an event says that nobody answers, and takes it
// off when somebody else holds it or it ends, as the committer does.
func (one *replayed) except(before, after *matter.Matter, ev *record.Event) {
	if before != nil && heldAgain(before, after) {
		clear(one.excepted)
	}
	if e, told := matter.ExceptionOf(*ev); told {
		if _, stands := one.excepted[e.Why]; !stands {
			one.excepted[e.Why] = store.Excepted{Exception: e, Since: ev.At}
		}
	}
}

// heldAgain reports a step after which a matter is no longer on the list of exceptions.
func heldAgain(before, after *matter.Matter) bool {
	return after.Holder != 0 && before.Holder != after.Holder || !after.Phase.Open()
}
