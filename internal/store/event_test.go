package store_test

import (
	"testing"

	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

func anEvent(eventID, version int) store.Logged {
	return store.Logged{Event: record.Event{ID: id(eventID), District: district, Subject: record.Ref{Kind: record.Matter, Key: key(1)}, Version: int32(version),
		Kind: "noted", Act: "note", Person: 4, Post: 5, For: 6, Mode: record.Delegate, At: noon, Body: []byte(`{"text":{"d":"x","k":1}}`),
		Values: []record.Value{{Path: "text.d", Salt: [16]byte{byte(version)}, Bytes: []byte("शब्द")}}}, Leaf: int64(version), Nonce: [16]byte{9}}
}

// TestAStoryIsReadByVersion gives a later act a smaller id, as a program whose clock goes
// behind would.
func TestAStoryIsReadByVersion(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		events := []store.Logged{anEvent(50, 1), anEvent(70, 2), anEvent(60, 3), anEvent(80, 4)}
		update(t, db, func(tx *store.Tx) error { return tx.EventsInsert(events) })
		all, err := db.Reader().History(ctx, key(1), 0, 100)
		same(t, "story", all, events, err)
		var paged []store.Logged
		for after := record.ID(0); ; after = paged[len(paged)-1].ID {
			page, err := db.Reader().History(ctx, key(1), after, 1)
			if err != nil {
				t.Fatal(err)
			}
			if len(page) == 0 {
				break
			}
			paged = append(paged, page...)
		}
		same(t, "page by page", paged, events, nil)
	})
}

func TestAnErasedValueLeavesTheEvent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		want := anEvent(50, 1)
		update(t, db, func(tx *store.Tx) error { return tx.EventsInsert([]store.Logged{want}) })
		update(t, db, func(tx *store.Tx) error { return tx.ValuesErase(key(50), []string{"text.d", "nothing"}) })
		want.Values = nil
		got, ok, err := db.Reader().Event(ctx, key(50))
		same(t, "event", got, want, err)
		same(t, "found", ok, true, nil)
	})
}

// TestManyStatementsMakeRoom runs more different statements than are kept prepared.
func TestManyStatementsMakeRoom(t *testing.T) {
	db := storetest.SQLite(t)
	insert(t, db, aMatter(1))
	for round := range 2 {
		update(t, db, func(tx *store.Tx) error {
			for n := range 700 {
				ids := make([]record.ID, 1+(n+round)%350)
				for i := range ids {
					ids[i] = id(i + 1)
				}
				found, err := tx.Matters(ctx, district, ids)
				if err != nil || len(found) != 1 {
					t.Fatalf("%d ids: %d found, %v", len(ids), len(found), err)
				}
			}
			return nil
		})
	}
}
