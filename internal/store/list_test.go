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
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

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

func randomCharge(rnd *rand.Rand) matter.Charge {
	c := matter.Charge{Class: record.Class(rnd.IntN(4)), Opened: someOf(rnd, []string{"sample.a", "other.c"})}
	c.All, c.Departments = rnd.IntN(3) == 0, someOf(rnd, []record.ID{11, 12, 13, 14})
	if !c.All {
		c.Areas = someOf(rnd, []org.Area{{Block: 51}, {Block: 52}, {Block: 53, Place: 531}, {Block: 54, Place: 540}, {Place: 551}})
	}
	return c
}

func randomPurview(rnd *rand.Rand) matter.Purview {
	p := matter.Purview{District: district, Posts: someOf(rnd, []record.ID{71, 72, 73, 74}), Givers: someOf(rnd, []record.ID{75, 76}),
		Below: record.Class(max(rnd.IntN(8)-4, 0)), Whole: rnd.IntN(3) == 0}
	for range rnd.IntN(3) {
		p.Charges = append(p.Charges, randomCharge(rnd))
	}
	return p
}

func randomWant(rnd *rand.Rand) store.ListWant {
	w := store.ListWant{Scope: randomPurview(rnd), Order: store.Order(rnd.IntN(3)), Limit: 10 + rnd.IntN(40)}
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

type opened map[record.Key][]matter.Reached

// openSome opens some of the matters to some posts, whole or in outline.
func openSome(t *testing.T, db *store.DB, rnd *rand.Rand, all []*matter.Matter) opened {
	t.Helper()
	reach := opened{}
	var rows []store.Reach
	for range 60 {
		k, r := all[rnd.IntN(len(all))].Key, matter.Reached{Post: id(71 + rnd.IntN(4)), Whole: rnd.IntN(2) == 0}
		if !slices.ContainsFunc(reach[k], func(x matter.Reached) bool { return x.Post == r.Post }) {
			reach[k] = append(reach[k], r)
			rows = append(rows, store.Reach{Matter: k, Post: r.Post, Whole: r.Whole})
		}
	}
	update(t, db, func(tx *store.Tx) error { return tx.ReachRewrite(nil, rows) })
	return reach
}

// TestListsShowWhatThePurviewHas compares pages of random lists with the same value's own word on each matter.
func TestListsShowWhatThePurviewHas(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		rnd := rand.New(rand.NewPCG(1, 2))
		all := randomMatters(rnd, 1, 300)
		insert(t, db, all...)
		reach := openSome(t, db, rnd, all)
		for i := range 120 {
			w := randomWant(rnd)
			var want []*matter.Matter
			for _, m := range all {
				if w.Scope.Has(m, reach[m.Key]) != matter.Nothing && fits(w, m) {
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

// tallied merges the cells of matters as the committer does.
func tallied(t *testing.T, db *store.DB, all []*matter.Matter) {
	t.Helper()
	var counts []store.Count
	for _, m := range all {
		cells, _ := matter.Tally(nil, m)
		for _, c := range cells {
			counts = append(counts, store.Count{Cell: c.Cell, N: int64(c.N)})
		}
	}
	for _, c := range counts {
		update(t, db, func(tx *store.Tx) error { return tx.TalliesMerge(district, []store.Count{c}) })
	}
}

var grained = map[store.Grain][]record.ID{store.ByDepartment: {11, 12, 13, 14}, store.ByBlock: {51, 52, 53, 54, 55}, store.ByPost: {71, 72, 73, 74, 75, 76}}

// TestStandingsAddUpToTheirLists counts what random purviews see, and looks each number up in its list.
func TestStandingsAddUpToTheirLists(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		rnd := rand.New(rand.NewPCG(5, 6))
		all := randomMatters(rnd, 1, 200)
		for i, m := range all {
			if m.Due != 0 {
				m.Due += calendar.Instant(i%7-3) * 24 * calendar.Hour
			}
		}
		insert(t, db, all...)
		tallied(t, db, all)
		openSome(t, db, rnd, all)
		today, warn := noon.Date(), noon.Date().AddDays(1)
		for i := range 100 {
			want := store.StandingWant{Scope: randomPurview(rnd), By: store.Grain(1 + rnd.IntN(3)), Today: today, Warn: warn}
			list, err := db.Reader().Standings(ctx, want)
			if err != nil {
				t.Fatal(err)
			}
			sums := map[record.ID]*store.Standing{}
			for _, s := range list {
				if sums[s.Key] == nil {
					sums[s.Key] = &store.Standing{}
				}
				at := sums[s.Key]
				at.Open, at.Late, at.Soon, at.Silent = at.Open+s.Open, at.Late+s.Late, at.Soon+s.Soon, at.Silent+s.Silent
			}
			for _, key := range grained[want.By] {
				count := func(narrow func(*store.ListWant)) int64 {
					w := store.ListWant{Scope: want.Scope, Limit: 500}
					*map[store.Grain]*record.ID{store.ByDepartment: &w.Department, store.ByBlock: &w.Block, store.ByPost: &w.Holder}[want.By] = key
					narrow(&w)
					page, _, err := db.Reader().List(ctx, w)
					if err != nil {
						t.Fatal(err)
					}
					return int64(len(page))
				}
				got := store.Standing{}
				if sums[key] != nil {
					got = *sums[key]
				}
				listed := store.Standing{Open: count(func(*store.ListWant) {}), Late: count(func(w *store.ListWant) { w.DueBefore = today.At(0, 0) }),
					Soon: count(func(w *store.ListWant) {
						w.DueFrom, w.DueBefore, w.Spoken = today.At(0, 0), warn.AddDays(1).At(0, 0), true
					}),
					Silent: count(func(w *store.ListWant) { w.DueFrom, w.Silent = today.At(0, 0), true })}
				if got != listed {
					t.Fatalf("%d: %v of %s: counted %+v, listed %+v\n%+v", i, key, want.By, got, listed, want.Scope)
				}
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
		for _, w := range []store.ListWant{{}, {Scope: matter.Purview{District: district}}, {Scope: matter.Purview{District: district}, Department: 11},
			{Scope: matter.Everything(district + 1)}} {
			if got := pages(t, db, w); got != "[]" {
				t.Errorf("%+v sees %s", w, got)
			}
		}
	})
}

func TestAWrongCursorIsInvalid(t *testing.T) {
	db := storetest.SQLite(t)
	for _, c := range []string{"x", "1.2", "zzzzzzzzzzzzzzzzzzz.0000000000001", "';drop"} {
		if _, _, err := db.Reader().List(context.Background(), store.ListWant{Scope: matter.Everything(district), After: c}); err == nil {
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
