package app

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

func backedUp(t *testing.T, db *store.DB, name string) store.Manifest {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := db.Backup(context.Background(), f, calendar.Instant(1))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestABackupMovesBetweenEngines takes a database to the other engine and back: every
// row must be the same in the end, and the audit must find nothing.
func TestABackupMovesBetweenEngines(t *testing.T) {
	t.Parallel()
	db := storetest.SQLite(t)
	c := started(t, db)
	k := newKey(c)
	grouped(t, c, openJob(c, k, 71), actJob(c, k, 0), openJob(c, newKey(c), 72), closeJob(c, k))
	paper := bytes.Repeat([]byte("कागज"), 100_000)
	hash, err := db.BlobPut(context.Background(), sampleDistrict, paper)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *store.Tx) error {
		return errors.Join(tx.WatermarkSet(store.SearchFollower, sampleDistrict, 4), tx.WatermarkSet("webhook", sampleDistrict, 3))
	})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	want := backedUp(t, db, filepath.Join(dir, "one.zip"))
	address := storetest.PostgresAddress(t)
	if _, err := store.Restore(context.Background(), filepath.Join(dir, "one.zip"), address); err != nil {
		t.Fatal(err)
	}
	pg := reopened(t, address)
	verified(t, pg)
	moved := backedUp(t, pg, filepath.Join(dir, "two.zip"))
	if diff := cmp.Diff(want, moved); diff != "" {
		t.Errorf("the other engine's backup differs:\n%s", diff)
	}
	name := filepath.Join(dir, "back.db")
	if err := os.WriteFile(name+"-wal", []byte("left from another database"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Restore(context.Background(), filepath.Join(dir, "two.zip"), name); err != nil {
		t.Fatal(err)
	}
	back := reopened(t, name)
	verified(t, back)
	for follower, want := range map[string]int64{store.SearchFollower: 0, "webhook": 3} {
		if n, err := back.Reader().Watermark(context.Background(), follower, sampleDistrict); err != nil || n != want {
			t.Errorf("%s goes on from leaf %d, %v; want %d", follower, n, err, want)
		}
	}
	got, err := back.Blob(context.Background(), sampleDistrict, hash)
	if err != nil || !bytes.Equal(got, paper) {
		t.Errorf("the paper came back with %d bytes, %v", len(got), err)
	}
	do(t, started(t, back), actJob(c, k, 0))
}

func reopened(t *testing.T, name string) *store.DB {
	t.Helper()
	db, err := store.Open(context.Background(), name, store.Options{Unsafe: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestADamagedBackupIsRefusedAndNothingIsMade(t *testing.T) {
	t.Parallel()
	db := storetest.SQLite(t)
	c := started(t, db)
	do(t, c, openJob(c, newKey(c), 71))
	dir := t.TempDir()
	whole := filepath.Join(dir, "whole.zip")
	backedUp(t, db, whole)
	src, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	archive, err := zip.OpenReader(whole)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	flipped := bytes.Clone(src)
	for _, f := range archive.File {
		if at, err := f.DataOffset(); err == nil && f.Name == "main/event.rows" {
			flipped[at+int64(f.CompressedSize64/2)] ^= 0x40
		}
	}
	for what, content := range map[string][]byte{"cut": src[:len(src)/2], "one bit": flipped, "empty": nil, "no zip": []byte("hello")} {
		bad, to := filepath.Join(dir, what+".zip"), filepath.Join(dir, what+".db")
		if err := os.WriteFile(bad, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := store.Restore(context.Background(), bad, to); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", what, err)
		}
		if left, _ := filepath.Glob(to + "*"); len(left) > 0 {
			t.Errorf("%s left %v", what, left)
		}
	}
	if _, err := store.Restore(context.Background(), whole, db.Name()); !fault.Is(err, fault.Conflict) {
		t.Errorf("over a database that is there: %v", err)
	}
}

func TestABackupIsTakenWhileOthersWrite(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		c := started(t, db)
		stop := make(chan struct{})
		finished := make(chan struct{})
		go func() {
			defer close(finished)
			for {
				select {
				case <-stop:
					return
				default:
					_, _ = c.Do(context.Background(), openJob(c, newKey(c), 71))
				}
			}
		}()
		for range 3 {
			name := filepath.Join(t.TempDir(), "live.zip")
			backedUp(t, db, name)
			if _, err := store.CheckBackup(context.Background(), name); err != nil {
				t.Error(err)
			}
		}
		close(stop)
		<-finished
	})
}
