package app

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

func execute(t testing.TB, db *store.DB, q string) {
	t.Helper()
	if err := db.Update(func(tx *store.Tx) error { return tx.Execute(q) }); err != nil {
		t.Fatal(err)
	}
}

// refusedWhole tries jobs that cannot be saved, and looks that nothing of them is there.
func refusedWhole(t *testing.T, db *store.DB, c *Committer, key string) {
	t.Helper()
	jobs, keys := make([]Job, 40), make([]record.Key, 40)
	for i := range jobs {
		keys[i] = newKey(c)
		jobs[i] = openJob(c, keys[i], 71)
	}
	for i, a := range grouped(t, c, jobs...) {
		if f := fault.As(a.err); f == nil || f.Kind != fault.Unavailable || key != "" && f.Key != key {
			t.Errorf("job %d was told %v", i, a.err)
		}
		if _, err := db.Reader().Matter(context.Background(), keys[i]); !fault.Is(err, fault.NotFound) {
			t.Errorf("matter %d: %v", i, err)
		}
	}
}

func TestADiskThatCannotBeWrittenIsUnavailable(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, on, off, key string }{
		{"read only", "PRAGMA query_only=1", "", "store.read_only"},
		{"full", "PRAGMA max_page_count=1", "PRAGMA max_page_count=1000000", "store.disk_full"},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := storetest.SQLite(t)
			committer := started(t, db)
			do(t, committer, openJob(committer, newKey(committer), 71))
			execute(t, db, c.on)
			refusedWhole(t, db, committer, c.key)
			if c.off == "" { // cannot be taken back on the same connection
				verified(t, db)
				return
			}
			execute(t, db, c.off)
			do(t, committer, openJob(committer, newKey(committer), 71))
			verified(t, db)
		})
	}
}

func TestALockedFileIsUnavailable(t *testing.T) {
	t.Parallel()
	db := storetest.SQLite(t)
	c := started(t, db)
	execute(t, db, "PRAGMA busy_timeout=20")
	other, err := sql.Open("sqlite", db.Name())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	other.SetMaxOpenConns(1)
	if _, err := other.Exec("BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Do(context.Background(), openJob(c, newKey(c), 71)); !fault.Is(err, fault.Unavailable) {
		t.Errorf("got %v", err)
	}
	if _, err := other.Exec("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	do(t, c, openJob(c, newKey(c), 71))
	verified(t, db)
}

func TestALostServerIsUnavailable(t *testing.T) {
	t.Parallel()
	db := storetest.Postgres(t)
	c := started(t, db)
	do(t, c, openJob(c, newKey(c), 71))
	u, err := url.Parse(db.Name())
	if err != nil {
		t.Fatal(err)
	}
	name := strings.TrimPrefix(u.Path, "/")
	u.Path = "/postgres"
	admin, err := sql.Open("pgx", u.String())
	if err != nil {
		t.Fatal(err)
	}
	defer admin.Close()
	set := func(value string) {
		t.Helper()
		for _, q := range []string{"ALTER DATABASE " + name + " SET default_transaction_read_only=" + value,
			fmt.Sprintf("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname='%s'", name)} {
			if _, err := admin.Exec(q); err != nil {
				t.Fatal(err)
			}
		}
	}
	set("on")
	refusedWhole(t, db, c, "")
	set("off")
	for range 10 { // dead connections of the pool come to light one by one
		if _, err = c.Do(context.Background(), openJob(c, newKey(c), 71)); err == nil {
			break
		}
	}
	if err != nil {
		t.Error(err)
	}
	verified(t, db)
}
