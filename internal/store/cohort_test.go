package store_test

import (
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

func TestASetIsCountedAsItsMembersStand(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		var list []*matter.Matter
		for n := range 4 {
			list = append(list, aMatter(n+1))
		}
		insert(t, db, list...)
		member := func(n int, s store.MemberState) store.Member {
			return store.Member{Of: key(9), Key: "old", Member: id(n), State: s}
		}
		update(t, db, func(tx *store.Tx) error {
			if err := tx.CohortsMerge([]store.Cohort{{Matter: key(9), Key: "old", Frozen: noon, Job: 5, Total: 3}}); err != nil {
				return err
			}
			return tx.MembersPut([]store.Member{member(3, store.MemberWaits), member(1, store.MemberWaits), member(2, store.MemberDone)})
		})
		update(t, db, func(tx *store.Tx) error {
			if err := tx.CohortsMerge([]store.Cohort{{Matter: key(9), Key: "old", Gathered: noon + 1, Done: 1, Excepted: 1}}); err != nil {
				return err
			}
			return tx.MembersPut([]store.Member{member(1, store.MemberExcepted)})
		})
		got, err := db.Reader().Cohorts(ctx, key(9))
		same(t, "counts", got, []store.Cohort{{Matter: key(9), Key: "old", Frozen: noon, Gathered: noon + 1, Job: 5, Total: 3, Done: 1, Excepted: 1}}, err)
		all := matter.Everything(district)
		page, next, err := db.Reader().Members(ctx, store.MembersWant{Scope: all, Matter: key(9), Key: "old", Limit: 2})
		same(t, "first page", []record.ID{page[0].Key.ID, page[1].Key.ID}, []record.ID{3, 2}, err)
		page, next, err = db.Reader().Members(ctx, store.MembersWant{Scope: all, Matter: key(9), Key: "old", Limit: 2, After: next})
		same(t, "second page", page[0].Key.ID, id(1), err)
		same(t, "the end", next, "", nil)
		page, _, err = db.Reader().Members(ctx, store.MembersWant{Scope: all, Matter: key(9), Key: "old", States: []store.MemberState{store.MemberWaits}, Limit: 2})
		same(t, "those that wait", page[0].Key.ID, id(3), err)
		page, _, err = db.Reader().Members(ctx, store.MembersWant{Scope: matter.Purview{District: district}, Matter: key(9), Key: "old", Limit: 2})
		same(t, "a scope that sees nothing", len(page), 0, err)
	})
}

func TestCandidatesAreWhatStoodOpen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		var list []*matter.Matter
		for n := range 5 {
			m := aMatter(n + 1)
			m.Type = "drive.job"
			list = append(list, m)
		}
		closed := func(m *matter.Matter, at calendar.Instant) { m.Phase, m.Closed = matter.Closed, at }
		closed(list[1], noon-1)
		closed(list[2], noon+1)
		list[4].Type = "other.job"
		insert(t, db, list...)
		got, err := db.Reader().Candidates(ctx, district, []string{"drive.job"}, 0, noon, false, 10)
		same(t, "open then", got, []record.ID{1, 3, 4}, err)
		got, err = db.Reader().Candidates(ctx, district, []string{"drive.job"}, 1, noon, true, 2)
		same(t, "all, by pages", got, []record.ID{2, 3}, err)
		n, err := db.Reader().CandidateCount(ctx, district, []string{"drive.job"}, noon, false)
		same(t, "counted", n, int64(3), err)
	})
}

func TestWordsAreKnownAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		said := func(event, person int, digest string, m int) store.Said {
			return store.Said{Event: key(event), Person: id(person), Digest: digest, Field: "done", Matter: id(m)}
		}
		update(t, db, func(tx *store.Tx) error {
			return tx.SaidPut([]store.Said{said(101, 61, "x", 1), said(102, 61, "x", 2), said(103, 62, "x", 3), said(104, 61, "y", 1)})
		})
		n, err := db.Reader().SaidTimes(ctx, district, 61, "x", 0)
		same(t, "by one person", n, int64(2), err)
		n, err = db.Reader().SaidTimes(ctx, district, 61, "x", 102)
		same(t, "before an act", n, int64(1), err)
		last, ok, err := db.Reader().SaidLast(ctx, key(1), "done")
		same(t, "the newest", last, said(104, 61, "y", 1), err)
		same(t, "there is one", ok, true, nil)
	})
}
