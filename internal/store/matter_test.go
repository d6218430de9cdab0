package store_test

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

func TestAMatterComesBackAsItWasSaved(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		want := aMatter(1)
		insert(t, db, want)
		got, err := db.Reader().Matter(context.Background(), want.Key)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got\n%+v\nwant\n%+v", got, want)
		}
		byNumber, err := db.Reader().MatterByNumber(context.Background(), district, want.Number)
		if err != nil || byNumber.Key != want.Key {
			t.Errorf("by number: %v, %v", byNumber, err)
		}
		if _, err := db.Reader().Matter(context.Background(), key(2)); !fault.Is(err, fault.NotFound) {
			t.Errorf("a matter that is not there: %v", err)
		}
	})
}

func TestAStaleVersionIsAConflict(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		m := aMatter(1)
		insert(t, db, m)
		was := *m
		m.Version, m.Subject = 3, "नया"
		update(t, db, func(tx *store.Tx) error { return tx.MattersUpdate([]*matter.Matter{m}, []*matter.Matter{&was}) })
		m.Version = 4
		err := db.Update(func(tx *store.Tx) error { return tx.MattersUpdate([]*matter.Matter{m}, []*matter.Matter{&was}) })
		if !fault.Is(err, fault.Conflict) {
			t.Fatalf("got %v", err)
		}
		got, _ := db.Reader().Matter(context.Background(), m.Key)
		if got.Version != 3 || got.Subject != "नया" {
			t.Errorf("stored version %d, %q", got.Version, got.Subject)
		}
	})
}

// TestEveryColumnOfAMatterCanChange changes one member at a time and looks for it.
func TestEveryColumnOfAMatterCanChange(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		changes := []func(*matter.Matter){
			func(m *matter.Matter) { m.State, m.Phase = "done", matter.Closed }, func(m *matter.Matter) { m.Holder = 1 }, func(m *matter.Matter) { m.Due = 0 },
			func(m *matter.Matter) { m.Due, m.Silent = 5, false }, func(m *matter.Matter) { m.Block, m.Place, m.Department = 1, 2, 3 },
			func(m *matter.Matter) { m.Memory.Visit++ }, func(m *matter.Matter) { m.Closed, m.Updated = 8, 9 }, func(m *matter.Matter) { m.Subject, m.Level = "x", 4 },
			func(m *matter.Matter) { m.TakenAt, m.Class = 3, record.Restricted }, func(m *matter.Matter) {},
		}
		now := *aMatter(1)
		insert(t, db, &now)
		for i, change := range changes {
			was := now
			change(&now)
			now.Version++
			update(t, db, func(tx *store.Tx) error { return tx.MattersUpdate([]*matter.Matter{&now}, []*matter.Matter{&was}) })
			got, err := db.Reader().Matter(context.Background(), now.Key)
			if err != nil || !reflect.DeepEqual(*got, now) {
				t.Fatalf("change %d: %v\n got %+v\nwant %+v", i, err, got, now)
			}
		}
	})
}

func TestLoadingLocksParentsToo(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		grand, parent, child, other := aMatter(3), aMatter(1), aMatter(7), aMatter(9)
		parent.Parent, child.Parent = grand.Key.ID, parent.Key.ID
		insert(t, db, grand, parent, child, other)
		update(t, db, func(tx *store.Tx) error {
			got, err := tx.MattersLocked([]record.Key{child.Key, key(100)})
			if err != nil {
				return err
			}
			var ids []record.ID
			for _, m := range got {
				ids = append(ids, m.Key.ID)
			}
			if !reflect.DeepEqual(ids, []record.ID{1, 3, 7}) {
				t.Errorf("locked %v", ids)
			}
			return nil
		})
		m, above, parts, err := db.Reader().Family(context.Background(), parent.Key)
		if err != nil || m.Key != parent.Key || len(above) != 1 || above[0].Key != grand.Key || len(parts) != 1 || parts[0].Key != child.Key {
			t.Errorf("family of %v: %v, %v, %v, %v", parent.Key, m, above, parts, err)
		}
	})
}

func TestAFailedTransactionLeavesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		boom := errors.New("boom")
		err := db.Update(func(tx *store.Tx) error {
			if err := tx.MattersInsert([]*matter.Matter{aMatter(1)}); err != nil {
				return err
			}
			return boom
		})
		if !errors.Is(err, boom) {
			t.Fatal(err)
		}
		if _, err := db.Reader().Matter(context.Background(), key(1)); !fault.Is(err, fault.NotFound) {
			t.Errorf("got %v", err)
		}
		insert(t, db, aMatter(1))
		err = db.Update(func(tx *store.Tx) error { return tx.MattersInsert([]*matter.Matter{aMatter(1)}) })
		if !store.IsUnique(err) {
			t.Errorf("the same key twice: %v", err)
		}
	})
}
