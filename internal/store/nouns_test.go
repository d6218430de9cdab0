package store_test

import (
	"bytes"
	"context"
	"reflect"
	"slices"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

var ctx = context.Background()

func same(t *testing.T, what string, got, want any, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n got %+v\nwant %+v", what, got, want)
	}
}

// upTo is a purview of the whole district up to a class.
func upTo(class record.Class) matter.Purview {
	p := matter.Everything(district)
	p.Charges[0].Class = class
	return p
}

func TestCountsAtZeroVanish(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		cell := func(by string, key int, due calendar.Date, silent bool) matter.Cell {
			return matter.Cell{By: by, Key: id(key), Class: record.Office, Type: "sample.a", Phase: matter.Working, DueDay: due, Silent: silent}
		}
		d := noon.Date()
		merge := func(counts ...store.Count) {
			update(t, db, func(tx *store.Tx) error { return tx.TalliesMerge(district, counts) })
		}
		merge(store.Count{Cell: cell("department", 11, d, false), N: 3}, store.Count{Cell: cell("department", 11, d.AddDays(-2), true), N: 2},
			store.Count{Cell: cell("department", 12, 0, false), N: 5}, store.Count{Cell: cell("post", 71, d, false), N: 1})
		merge(store.Count{Cell: cell("department", 11, d, false), N: -3}, store.Count{Cell: cell("department", 12, 0, false), N: 2}, store.Count{Cell: cell("post", 71, d, false), N: 0})
		got, err := db.Reader().Tallies(ctx, district, store.ByDepartment)
		same(t, "cells", got, []store.Count{{Cell: cell("department", 11, d.AddDays(-2), true), N: 2}, {Cell: cell("department", 12, 0, false), N: 7}}, err)
		standings, err := db.Reader().Standings(ctx, store.StandingWant{Scope: upTo(record.Office), By: store.ByDepartment, Today: d, Warn: d.AddDays(3)})
		same(t, "standings", standings, []store.Standing{{Key: 11, Open: 2, Late: 2, Oldest: d.AddDays(-2)}, {Key: 12, Open: 7}}, err)
		hidden, err := db.Reader().Standings(ctx, store.StandingWant{Scope: upTo(record.Public), By: store.ByDepartment, Today: d})
		same(t, "above the class", len(hidden), 0, err)
	})
}

func TestAWakeIsClaimedByOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		wakes := []matter.Wake{{At: noon, Matter: key(1), What: "late:sent"}, {At: noon + 9, Matter: key(1), What: "silence"}, {At: noon + 1, Matter: key(2), What: "late:sent"}}
		update(t, db, func(tx *store.Tx) error { return tx.WakesRewrite([]record.Key{key(1), key(2)}, wakes) })
		next, err := db.Reader().WakeNext(ctx)
		same(t, "next", next, noon, err)
		claim := func(now, lease calendar.Instant) (got []matter.Wake) {
			update(t, db, func(tx *store.Tx) (err error) { got, err = tx.WakesClaim(now, lease, 10); return err })
			slices.SortFunc(got, func(a, b matter.Wake) int { return int(a.At - b.At) })
			return got
		}
		same(t, "due", claim(noon+5, noon+100), []matter.Wake{wakes[0], wakes[2]}, nil)
		same(t, "held", len(claim(noon+5, noon+100)), 0, nil)
		same(t, "the lease is over", len(claim(noon+100, noon+200)), 3, nil)
		update(t, db, func(tx *store.Tx) error { return tx.WakesRewrite([]record.Key{key(1)}, wakes[1:2]) })
		left, err := db.Reader().Wakes(ctx, key(1))
		same(t, "rewritten", left, wakes[1:2], err)
	})
}

func TestAMessageIsTriedUntilItIsGivenUp(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		m := store.Message{Key: key(9), Kind: "sms", Matter: 1, Post: 71, Due: noon, Body: []byte(`{"x":1}`)}
		update(t, db, func(tx *store.Tx) error { return tx.OutboxPut([]store.Message{m}) })
		claim := func(now calendar.Instant) (got []store.Message) {
			update(t, db, func(tx *store.Tx) (err error) { got, err = tx.OutboxClaim(now, now+10, 5); return err })
			return got
		}
		m.Tries = 1
		same(t, "claimed", claim(noon), []store.Message{m}, nil)
		same(t, "held", len(claim(noon)), 0, nil)
		update(t, db, func(tx *store.Tx) error { return tx.OutboxFailed(m.Key, "no network", noon+50) })
		same(t, "not yet", len(claim(noon+20)), 0, nil)
		same(t, "again", len(claim(noon+50)), 1, nil)
		update(t, db, func(tx *store.Tx) error { return tx.OutboxFailed(m.Key, "wrong number", 0) })
		same(t, "given up", len(claim(noon+999)), 0, nil)
		bad, err := db.Reader().OutboxGivenUp(ctx, district, 5)
		if err != nil || len(bad) != 1 || bad[0].Reason != "wrong number" || bad[0].Tries != 2 {
			t.Errorf("given up: %+v, %v", bad, err)
		}
		update(t, db, func(tx *store.Tx) error { return tx.OutboxRetry(m.Key, noon) })
		same(t, "retried", len(claim(noon+999)), 1, nil)
		update(t, db, func(tx *store.Tx) error { return tx.OutboxSent(m.Key) })
		next, err := db.Reader().OutboxNext(ctx)
		same(t, "nothing waits", next, calendar.Instant(0), err)
	})
}

func TestAFileComesBackWhole(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		for _, size := range []int{0, 1, 256 << 10, 600_000} {
			content := bytes.Repeat([]byte{7, 0, 255, 1}, size/4+1)[:size]
			for range 2 {
				hash, err := db.BlobPut(ctx, district, content)
				if err != nil {
					t.Fatal(err)
				}
				got, err := db.Blob(ctx, district, hash)
				if err != nil || !bytes.Equal(got, content) {
					t.Errorf("%d bytes: got %d, %v", size, len(got), err)
				}
			}
		}
		if _, err := db.Blob(ctx, district+1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"); !fault.Is(err, fault.NotFound) {
			t.Errorf("another district's file: %v", err)
		}
	})
}

func TestTextIsFoundInEitherScriptAndByScope(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		k := func(n int) []string { return []string{store.ScopeWord('k', id(n))} }
		docs := []store.SearchDoc{
			{Key: key(1), Text: "प्रखण्ड कार्यालय में शिकायतें", Scope: k(11)}, {Key: key(2), Text: "प्रखंड मुख्यालय", Scope: k(12)},
			{Key: key(3), Text: "prakhand office", Scope: k(11)}, {Key: key(4), Text: "गोपनीय प्रखंड", Scope: append(k(11), store.ScopeWord('h', id(71))), Restricted: true},
			{Key: key(5), Text: `नील "नाला" OR`, Scope: k(11)},
		}
		update(t, db, func(tx *store.Tx) error { return tx.SearchPut(docs) })
		update(t, db, func(tx *store.Tx) error { return tx.SearchPut(docs[:2]) })
		find := func(q string, scope ...[]string) []record.ID {
			got, err := db.Reader().Search(ctx, store.SearchWant{District: district, Query: q, Scope: scope})
			if err != nil {
				t.Fatalf("%q: %v", q, err)
			}
			return got.IDs
		}
		for q, want := range map[string][]record.ID{
			"प्रखंड": {3, 2, 1}, "prakhand": {3, 2, 1}, "prakhnd": {2, 1, 3}, "शिकाय": {1}, "नाल ": nil, `"नाला`: {5}, "OR": {5}, "' | zz": nil, "": nil, "मुख्यालय प्रखण्ड": {2},
		} {
			if got := find(q); !slices.Equal(got, want) {
				t.Errorf("%q finds %v, want %v", q, got, want)
			}
		}
		same(t, "in a department", find("प्रखंड", k(11)), []record.ID{3, 1}, nil)
		opened := func(post int) [][]string { return [][]string{{store.ScopeWord('h', id(post))}} }
		hidden, err := db.Reader().Search(ctx, store.SearchWant{District: district, Query: "गोपनीय", Above: opened(71)})
		same(t, "restricted, open to the post", hidden.IDs, []record.ID{4}, err)
		hidden, err = db.Reader().Search(ctx, store.SearchWant{District: district, Query: "गोपनीय", Above: opened(72)})
		same(t, "restricted, open to another", len(hidden.IDs), 0, err)
		same(t, "restricted text in the open index", len(find("गोपनीय")), 0, nil)
		other, err := db.Reader().Search(ctx, store.SearchWant{District: district + 1, Query: "प्रखंड"})
		same(t, "another district", len(other.IDs), 0, err)
	})
}

func TestAnOrganisationComesBackAsItWasSaved(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		d := noon.Date()
		rows := org.Rows{
			Places:      []org.Place{{ID: 1, Key: "saran", Kind: "district", Name: i18n.Text{Hi: "सारण", En: "Saran"}, Aliases: []string{"Chhapra"}, LGDType: "district", LGDCode: 218, From: d, Path: "saran/"}},
			Departments: []org.Department{{ID: 2, Key: "panchayat", Name: i18n.Text{Hi: "पंचायती राज", En: "Panchayati Raj"}, From: d}},
			Posts:       []org.Post{{ID: 3, Key: "dm", Role: "head_of_district", Department: 2, Place: 1, From: d, To: d.AddDays(9)}},
			Persons:     []org.Person{{ID: 4, Key: "e1", Phone: "9800000001"}},
			Tenures:     []org.Tenure{{ID: 5, Post: 3, Person: 4, Kind: org.Additional, From: d}},
			Delegations: []org.Delegation{{ID: 6, Giver: 3, Taker: 3, Person: 4, Acts: []string{"report"}, From: d, To: d}},
			Powers:      []org.Power{{ID: 7, Post: 3, Name: "sign", From: d}},
		}
		save := func(version int64) error {
			return db.Update(func(tx *store.Tx) error {
				if err := tx.OrgVersionMove(district, version); err != nil {
					return err
				}
				return tx.OrgSave(district, rows)
			})
		}
		if err := save(0); err != nil {
			t.Fatal(err)
		}
		rows.Posts[0].Name.En = "District Magistrate"
		if err := save(1); err != nil {
			t.Fatal(err)
		}
		if err := save(1); !fault.Is(err, fault.Conflict) {
			t.Errorf("an old version: %v", err)
		}
		got, version, err := db.Reader().Org(ctx, district)
		same(t, "organisation", got, rows, err)
		same(t, "version", version, int64(2), nil)
		differ, err := db.Reader().OrgDiffers(ctx, district, rows)
		same(t, "differences", len(differ), 0, err)
		who, err := db.Reader().PersonByPhone(ctx, "9800000001")
		same(t, "by phone", who, []record.Key{key(4)}, err)
	})
}
