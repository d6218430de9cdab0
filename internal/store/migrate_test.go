package store_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

// released holds the hash of every migration that has left the house: a changed file is
// a new migration, never an edit of an old one.
const released = "testdata/released"

func TestMigrationsAreContiguousAndSayWhy(t *testing.T) {
	for _, part := range []string{"main", "files"} {
		files, _ := filepath.Glob("migrations/" + part + "/*.sql")
		seen := map[string]int{}
		for _, f := range files {
			src, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(string(src), "-- ") {
				t.Errorf("%s does not begin with its reason", f)
			}
			seen[filepath.Base(f)[:4]]++
		}
		for i := 1; i <= len(seen); i++ {
			if seen[fmt.Sprintf("%04d", i)] == 0 {
				t.Errorf("%s has no step %04d", part, i)
			}
		}
	}
}

func TestReleasedMigrationsNeverChange(t *testing.T) {
	want, err := os.ReadFile(released)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Fields(string(want)) {
		name, hash, _ := strings.Cut(line, "=")
		src, err := os.ReadFile("migrations/" + name)
		if err != nil {
			t.Error(err)
			continue
		}
		if sum := sha256.Sum256(src); hex.EncodeToString(sum[:]) != hash {
			t.Errorf("%s was released and has changed; write the next migration instead", name)
		}
	}
}

func TestBothEnginesHaveTheSameTables(t *testing.T) {
	ctx := context.Background()
	lite, pg := storetest.SQLite(t), storetest.Postgres(t)
	want, err := lite.Reader().Schema(ctx)
	if err != nil {
		t.Fatal(err)
	}
	got, err := pg.Reader().Schema(ctx)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for n := range want {
		names[n] = true
	}
	for n := range got {
		names[n] = true
	}
	var sorted []string
	for n := range names {
		sorted = append(sorted, n)
	}
	sort.Strings(sorted)
	for _, n := range sorted {
		if strings.HasPrefix(n, "search") {
			continue
		}
		if a, b := strings.Join(want[n], ","), strings.Join(got[n], ","); a != b {
			t.Errorf("%s: sqlite has %s; postgres has %s", n, a, b)
		}
	}
	if len(want["matter"]) < 25 {
		t.Errorf("the schema of matter was not read: %v", want["matter"])
	}
}

func TestAChangedMigrationIsRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		if err := db.Update(func(tx *store.Tx) error { return tx.Execute(`UPDATE schema_step SET hash='x' WHERE number=2`) }); err != nil {
			t.Fatal(err)
		}
		err := db.Migrate(context.Background())
		if !fault.Is(err, fault.Unavailable) {
			t.Fatalf("got %v", err)
		}
	})
}

func TestMigratingTwiceChangesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		if err := db.Migrate(context.Background()); err != nil {
			t.Fatal(err)
		}
		steps, err := db.Reader().Steps(context.Background())
		if err != nil || len(steps) < 7 {
			t.Fatalf("steps %v, %v", steps, err)
		}
	})
}

func TestASecondProgramOnTheSameFileIsRefused(t *testing.T) {
	db := storetest.SQLite(t)
	_, err := store.Open(context.Background(), db.Name(), store.Options{})
	if f := fault.As(err); f == nil || f.Kind != fault.Unavailable || f.Key != "store.in_use" {
		t.Fatalf("got %v", err)
	}
}

func TestAnOldFileIsCopiedBeforeItIsMigrated(t *testing.T) {
	fresh := storetest.SQLite(t)
	newest, err := fresh.Reader().Steps(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "old.db")
	open := func(o store.Options) *store.DB {
		t.Helper()
		o.Unsafe = true
		db, err := store.Open(context.Background(), name, o)
		if err != nil {
			t.Fatal(err)
		}
		return db
	}
	db := open(store.Options{NoMigrate: true})
	if err := db.MigrateTo(context.Background(), 9); err != nil {
		t.Fatal(err)
	}
	insert(t, db, aMatter(1))
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	db = open(store.Options{})
	defer db.Close()
	steps, err := db.Reader().Steps(context.Background())
	if err != nil || len(steps) != len(newest) {
		t.Errorf("%d steps of %d, %v", len(steps), len(newest), err)
	}
	before, err := store.Open(context.Background(), name+"-before-0010", store.Options{NoMigrate: true, Unsafe: true})
	if err != nil {
		t.Fatal(err)
	}
	defer before.Close()
	if _, err := before.Reader().Matter(context.Background(), key(1)); err != nil {
		t.Errorf("the copy: %v", err)
	}
	if err := db.Close(); err != nil {
		t.Error(err)
	}
}
