package matter

import (
	"cmp"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
)

// CellDelta is by how much one cell of the open matters changes; never zero.
type CellDelta struct {
	Cell
	N int
}

// FlowDelta is how many of something happened on a day; always positive.
type FlowDelta struct {
	FlowCell
	N int
}

// cells gives the three cells an open matter is counted in: by department, block and post.
// A key of 0 counts too: what lies with nobody.
func (m *Matter) cells() []Cell {
	if m == nil || m.Version == 0 || !m.Phase.Open() {
		return nil
	}
	c := Cell{Class: m.Class, Type: m.Type, Phase: m.Phase, DueDay: m.Due.Date(), Silent: m.Silent}
	by := func(name string, key record.ID) Cell { c.By, c.Key = name, key; return c }
	block := by("block", m.Block)
	block.Department = m.Department
	return []Cell{block, by("department", m.Department), by("post", m.Holder)}
}

// Tally gives what one matter's change does to the tallies: the cells it leaves and enters,
// and what happened to it today. It is pure, so tallies can be rebuilt from events.
func Tally(before, after *Matter) ([]CellDelta, []FlowDelta) {
	return cellDeltas(before.cells(), after.cells()), flowDeltas(before, after)
}

func cellDeltas(was, is []Cell) []CellDelta {
	if len(was) == len(is) && slices.Equal(was, is) {
		return nil
	}
	sum := map[Cell]int{}
	for _, c := range was {
		sum[c]--
	}
	for _, c := range is {
		sum[c]++
	}
	out := make([]CellDelta, 0, len(sum))
	for c, n := range sum {
		if n != 0 {
			out = append(out, CellDelta{c, n})
		}
	}
	slices.SortFunc(out, func(a, b CellDelta) int {
		return cmp.Or(strings.Compare(a.By, b.By), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Department, b.Department), cmp.Compare(a.N, b.N))
	})
	return out
}

// flowDeltas keeps opening + opened + reopened + came − closed − void − went = closing for
// every key: what moves between keys is told on both.
func flowDeltas(before, after *Matter) []FlowDelta {
	if after == nil {
		return nil
	}
	if before == nil {
		before = &Matter{}
	}
	f := flow{was: before, is: after, day: after.Updated.Date()}
	switch was, is := before.Phase.Open(), after.Phase.Open(); {
	case before.Version == 0:
		f.add("opened", after, 1)
		f.ended(after)
	case was && !is:
		f.ended(before)
	case !was && is:
		f.add("reopened", after, 1)
	case was && is:
		f.between()
	}
	f.add("extended", after, after.Memory.Extended-before.Memory.Extended)
	f.add("returned", after, after.Memory.Returned-before.Memory.Returned)
	return f.out
}

type flow struct {
	was, is *Matter
	day     calendar.Date
	out     []FlowDelta
}

func (f *flow) put(m *Matter, what, by string, key record.ID, n int) {
	f.out = append(f.out, FlowDelta{FlowCell{By: by, Key: key, Class: m.Class, Type: m.Type, What: what, Day: f.day}, n})
}

func (f *flow) add(what string, m *Matter, n int) {
	if n <= 0 {
		return
	}
	f.put(m, what, "block", m.Block, n)
	f.put(m, what, "department", m.Department, n)
	f.put(m, what, "post", m.Holder, n)
}

// ended counts a closing under those who held the matter until then.
func (f *flow) ended(held *Matter) {
	switch f.is.Phase {
	case Closed:
		f.add("closed", held, 1)
	case Void:
		f.add("void", held, 1)
	}
}

// between tells of an open matter that went from one block, department or post to another.
func (f *flow) between() {
	pairs := []struct {
		by      string
		was, is record.ID
	}{{"block", f.was.Block, f.is.Block}, {"department", f.was.Department, f.is.Department}, {"post", f.was.Holder, f.is.Holder}}
	for _, p := range pairs {
		if p.was != p.is {
			f.put(f.was, "went", p.by, p.was, 1)
			f.put(f.is, "came", p.by, p.is, 1)
		}
	}
}
