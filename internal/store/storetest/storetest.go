// Package storetest gives every test a database of its own, migrated and empty, on both
// engines: a copy of a file on SQLite, a clone of a template on PostgreSQL.
//
// PostgreSQL is the cluster named by ANUPALAN_TEST_PG, else one started for the test
// program from the binaries found on the machine; without either its tests are skipped.
package storetest

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/anupalan/anupalan/internal/store"
)

// Each runs a test on both engines, at the same time, each on its own fresh database.
func Each(t *testing.T, test func(t *testing.T, db *store.DB)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { t.Parallel(); test(t, SQLite(t)) })
	t.Run("postgres", func(t *testing.T) { t.Parallel(); test(t, Postgres(t)) })
}

// SQLite opens a fresh database in a file. It does not wait for the disk.
func SQLite(t testing.TB) *store.DB {
	t.Helper()
	return opened(t, SQLiteFile(t))
}

// SQLiteFile makes a fresh database file and gives its name, for a test that opens it itself.
func SQLiteFile(t testing.TB) string {
	t.Helper()
	from, err := sqliteTemplate()
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "test.db")
	for suffix, b := range from {
		if err := os.WriteFile(to+suffix, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return to
}

// Postgres opens a fresh database on PostgreSQL, or skips the test where there is none.
func Postgres(t testing.TB) *store.DB {
	t.Helper()
	return opened(t, PostgresAddress(t))
}

// PostgresAddress makes a fresh database on PostgreSQL and gives its address.
func PostgresAddress(t testing.TB) string {
	t.Helper()
	c, err := cluster()
	if err != nil {
		t.Fatal(err)
	}
	if c == nil {
		t.Skip("no PostgreSQL: set ANUPALAN_TEST_PG or install postgresql")
	}
	name, err := c.clone(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.drop(name) })
	return c.address(name)
}

func opened(t testing.TB, name string) *store.DB {
	t.Helper()
	db, err := store.Open(context.Background(), name, store.Options{Unsafe: true, NoMigrate: true, Readers: 2, Writers: 3})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

// sqliteTemplate is a migrated, empty database: the bytes of its two files.
var sqliteTemplate = sync.OnceValues(func() (map[string][]byte, error) {
	dir, err := os.MkdirTemp("", "anupalan-template-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, "template.db")
	db, err := store.Open(context.Background(), name, store.Options{Unsafe: true})
	if err != nil {
		return nil, err
	}
	if err := db.Close(); err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, suffix := range []string{"", "-files"} {
		if files[suffix], err = os.ReadFile(name + suffix); err != nil {
			return nil, err
		}
	}
	return files, nil
})

var cloned atomic.Int64

// Cluster is a PostgreSQL server with a migrated template.
type Cluster struct {
	server   *Server
	base     *url.URL
	template string
}

func (c *Cluster) address(database string) string {
	u := *c.base
	u.Path = "/" + database
	return u.String()
}

func (c *Cluster) clone(ctx context.Context) (string, error) {
	name := fmt.Sprintf("t%d_%d", os.Getpid(), cloned.Add(1))
	return name, c.admin(ctx, "CREATE DATABASE "+name+" TEMPLATE "+c.template)
}

func (c *Cluster) drop(name string) {
	_ = c.admin(context.Background(), "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)")
}
