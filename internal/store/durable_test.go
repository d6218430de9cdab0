package store_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

// TestACommitWaitsForTheDisk holds the settings on which the promise "saved" rests.
func TestACommitWaitsForTheDisk(t *testing.T) {
	db, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "a b?.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "wal_autocheckpoint": "16000"} {
		update(t, db, func(tx *store.Tx) error {
			return tx.Rows("PRAGMA "+pragma, nil, func(got string) {
				if got != want {
					t.Errorf("%s is %s, want %s", pragma, got, want)
				}
			})
		})
	}
}

func TestACommitOnPostgresWaitsForTheDisk(t *testing.T) {
	db, err := store.Open(context.Background(), storetest.PostgresAddress(t), store.Options{NoMigrate: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	update(t, db, func(tx *store.Tx) error {
		return tx.Rows("SHOW synchronous_commit", nil, func(got string) {
			if got != "on" {
				t.Errorf("synchronous_commit is %s", got)
			}
		})
	})
}
