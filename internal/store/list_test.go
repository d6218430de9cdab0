package store_test

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

// sees is the predicate of a scope, written once more in Go.
func sees(s store.Scope, m *matter.Matter, reach map[store.Reach]bool) bool {
	for _, p := range s.Posts {
		if m.Holder == p || reach[store.Reach{Matter: m.Key, Post: p, Whole: true}] {
			return true
		}
	}
	if m.Class > s.Class || len(s.Departments) > 0 && !slices.Contains(s.Departments, m.Department) {
		return false
	}
	return s.All || slices.ContainsFunc(s.Areas, func(a store.Area) bool {
		return a.Place == 0 && a.Block == m.Block || a.Place != 0 && a.Place == m.Place
	})
}

func fits(w store.ListWant, m *matter.Matter) bool {
	switch {
	case w.Order == store.SoonestDue && !m.Phase.Open(), w.Order == store.LatestClosed && m.Phase.Open(),
		w.Types != nil && !slices.Contains(w.Types, m.Type), w.Phases != nil && !slices.Contains(w.Phases, m.Phase),
		w.Department != 0 && w.Department != m.Department, w.Block != 0 && w.Block != m.Block, w.Place != 0 && w.Place != m.Place,
		w.Holder != 0 && w.Holder != m.Holder, w.Asker != 0 && w.Asker != m.Asker, w.Silent && !m.Silent,
		w.DueBefore != 0 && (m.Due == 0 || m.Due >= w.DueBefore), w.OpenedTo != 0 && m.Opened >= w.OpenedTo:
		return false
	}
	return true
}

func rank(w store.ListWant, m *matter.Matter) (int64, int64) {
	id := int64(m.Key.ID)
	switch {
	case w.Order == store.LatestClosed:
		return -int64(m.Closed), -id
	case w.Order == store.LatestOpened && w.Types != nil:
		return -int64(m.Opened), -id
	case w.Order == store.LatestOpened:
		return -id, -id
	case m.Due == 0:
		return math.MaxInt64, id
	}
	return int64(m.Due), id
}

func someOf[T any](rnd *rand.Rand, all []T) []T {
	if rnd.IntN(2) == 0 {
		return nil
	}
	all = slices.Clone(all)
	rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:1+rnd.IntN(len(all)-1)]
}

func randomWant(rnd *rand.Rand) store.ListWant {
	w := store.ListWant{Order: store.Order(rnd.IntN(3)), Limit: 10 + rnd.IntN(40)}
	w.Scope = store.Scope{District: district, All: rnd.IntN(3) == 0, Class: record.Class(rnd.IntN(4)),
		Departments: someOf(rnd, []record.ID{11, 12, 13, 14}), Posts: someOf(rnd, []record.ID{71, 72, 73, 74})}
	if !w.Scope.All {
		w.Scope.Areas = someOf(rnd, []store.Area{{Block: 51}, {Block: 52}, {Block: 53, Place: 531}, {Block: 54, Place: 540}, {Place: 551}})
	}
	w.Types = someOf(rnd, []string{"sample.a", "sample.b", "other.c"})
	pick := func(n int, base int) record.ID { return id(base+rnd.IntN(n)) * id(rnd.IntN(8)/7) }
	w.Department, w.Block, w.Holder, w.Asker = pick(4, 11), pick(5, 51), pick(6, 71), pick(2, 80)
	w.Silent = rnd.IntN(6) == 0
	if rnd.IntN(5) == 0 {
		w.DueBefore = noon + calendar.Instant(rnd.IntN(40))
	}
	if rnd.IntN(5) == 0 {
		w.OpenedTo = noon - calendar.Instant(rnd.IntN(40))
	}
	return w
}

// TestListsShowWhatTheScopeSees compares pages of random lists with the predicate in Go.
func TestListsShowWhatTheScopeSees(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		rnd := rand.New(rand.NewPCG(1, 2))
		all := randomMatters(rnd, 1, 300)
		insert(t, db, all...)
		reach := map[store.Reach]bool{}
		var rows []store.Reach
		for range 60 {
			r := store.Reach{Matter: all[rnd.IntN(len(all))].Key, Post: id(71 + rnd.IntN(4)), Whole: true}
			if !reach[r] {
				reach[r] = true
				rows = append(rows, r)
			}
		}
		update(t, db, func(tx *store.Tx) error { return tx.ReachPut(rows) })
		for i := range 80 {
			w := randomWant(rnd)
			var want []*matter.Matter
			for _, m := range all {
				if sees(w.Scope, m, reach) && fits(w, m) {
					want = append(want, m)
				}
			}
			slices.SortFunc(want, func(a, b *matter.Matter) int {
				a1, a2 := rank(w, a)
				b1, b2 := rank(w, b)
				return cmp.Or(cmp.Compare(a1, b1), cmp.Compare(a2, b2))
			})
			if got, want := pages(t, db, w), keysOf(want); got != want {
				t.Fatalf("list %d %+v:\n got %s\nwant %s", i, w, got, want)
			}
		}
	})
}

func pages(t *testing.T, db *store.DB, w store.ListWant) string {
	t.Helper()
	var got []*matter.Matter
	for range 500 {
		page, next, err := db.Reader().List(context.Background(), w)
		if err != nil {
			t.Fatalf("%+v: %v", w, err)
		}
		for i := range page {
			got = append(got, &page[i])
		}
		if w.After = next; next == "" {
			return keysOf(got)
		}
	}
	t.Fatal("a list that never ends")
	return ""
}

func keysOf(ms []*matter.Matter) string {
	out := make([]int, len(ms))
	for i, m := range ms {
		out[i] = int(m.Key.ID)
	}
	return fmt.Sprint(out)
}

func TestAnEmptyScopeSeesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		insert(t, db, randomMatters(rand.New(rand.NewPCG(3, 4)), 1, 50)...)
		for _, w := range []store.ListWant{{}, {Scope: store.Scope{District: district}}, {Scope: store.Scope{District: district, Class: record.Judicial}, Department: 11},
			{Scope: store.Scope{District: district + 1, All: true, Class: record.Judicial}}} {
			if got := pages(t, db, w); got != "[]" {
				t.Errorf("%+v sees %s", w, got)
			}
		}
	})
}

func TestAWrongCursorIsInvalid(t *testing.T) {
	db := storetest.SQLite(t)
	for _, c := range []string{"x", "1.2", "zzzzzzzzzzzzzzzzzzz.0000000000001", "';drop"} {
		if _, _, err := db.Reader().List(context.Background(), store.ListWant{Scope: store.Scope{District: district, All: true}, After: c}); err == nil {
			t.Errorf("cursor %q was taken", c)
		}
	}
}

func TestMyWorkIsWhatMyPostsHold(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		all := randomMatters(rand.New(rand.NewPCG(5, 6)), 1, 300)
		insert(t, db, all...)
		work, err := db.Reader().MyWork(context.Background(), district, []record.ID{71, 72}, noon.Date(), noon.Date().AddDays(7), "", 10)
		if err != nil || len(work.Matters) != 10 || work.Next == "" {
			t.Fatalf("%d rows, next %q, %v", len(work.Matters), work.Next, err)
		}
		for i, m := range work.Matters {
			if m.Holder != 71 && m.Holder != 72 || !m.Phase.Open() {
				t.Errorf("row %d is held by %d in phase %s", i, m.Holder, m.Phase)
			}
		}
		none, err := db.Reader().MyWork(context.Background(), district, nil, noon.Date(), noon.Date(), "", 10)
		if err != nil || len(none.Matters) != 0 || len(none.Standings) != 0 {
			t.Errorf("without a post: %v, %v", none.Matters, err)
		}
	})
}
