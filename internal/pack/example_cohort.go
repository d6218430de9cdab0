package pack

import (
	"slices"
	"strconv"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// cohortFacts are what an example may look at in a frozen set: "old.done".
const cohortFacts = "total done excepted late"

func (d *draft) cohort(key string) *matter.Cohort {
	for i := range d.def.Cohorts {
		if d.def.Cohorts[i].Key == key {
			return &d.def.Cohorts[i]
		}
	}
	return nil
}

// gather takes what stands in the example into a set just frozen, as the program's job does.
func (st *stage) gather(s matter.FrozenSet) *fault.Fault {
	m := st.w.Matters[s.Of.ID]
	t := st.w.Types.Get(m.Type, m.Revision)
	join := &matter.Join{Cohort: s.Cohort, Last: true}
	for _, id := range st.opened {
		if slices.Contains(t.CohortOf(st.w.Types, t.Cohort(s.Cohort)), st.w.Matters[id].Type) {
			join.Members = append(join.Members, id)
		}
	}
	st.w.Actor = matter.Actor{Kind: matter.Ruling, Mode: record.Program}
	return st.try(matter.Command{Matter: s.Of, Join: join})
}

// cohort gives how a frozen set stands, counted over the example's matters.
func (st *stage) cohort(t *matter.Type, m *matter.Matter, key, fact string) string {
	n := map[string]int{}
	for _, id := range st.opened {
		for _, x := range st.w.Matters[id].Memory.In {
			if x.Of != m.Key.ID || x.Cohort != key {
				continue
			}
			n["total"]++
			switch {
			case x.Excepted != 0:
				n["excepted"]++
			case x.Done != 0:
				n["done"]++
			case t.CohortLate(st.w, m, key):
				n["late"]++
			}
		}
	}
	return strconv.Itoa(n[fact])
}
