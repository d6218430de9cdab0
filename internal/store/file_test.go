package store_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

// aPicture is a stored picture with a perceptual hash.
func aPicture(n int, alike uint64) store.File {
	return store.File{
		District: district, Hash: fmt.Sprintf("%064x", n), Name: "सड़क.jpg", Kind: "jpeg", Size: 200_000, Taken: noon - 5,
		Lat: 25_780_000, Lon: 84_750_000, Picture: true, Alike: alike, Original: fmt.Sprintf("%064x", 1_000_000+n),
		Person: 41, Post: 71, At: noon + calendar.Instant(n),
	}
}

func putFiles(t *testing.T, db *store.DB, files ...store.File) {
	t.Helper()
	update(t, db, func(tx *store.Tx) error {
		for _, f := range files {
			if err := tx.FilePut(f); err != nil {
				return err
			}
		}
		return nil
	})
}

func alike(t *testing.T, db *store.DB, f store.File) []string {
	t.Helper()
	got, err := db.Reader().FilesAlike(context.Background(), f)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestAFileKeepsItsFirstSender(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		want := aPicture(1, 1<<63|7) // a hash that is negative as a column
		again := want
		again.Name, again.Person, again.At = "other.jpg", 99, noon+100
		putFiles(t, db, want, again)
		got, ok, err := db.Reader().File(ctx, district, want.Hash)
		if err != nil || !ok {
			t.Fatal(ok, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		for _, other := range []int32{district + 1, 0} {
			if _, ok, err := db.Reader().File(ctx, other, want.Hash); ok || err != nil {
				t.Errorf("district %d has it too: %v", other, err)
			}
		}
	})
}

// flip changes so many different bits of a hash.
func flip(h uint64, n int, rng *rand.Rand) uint64 {
	for _, b := range rng.Perm(64)[:n] {
		h ^= 1 << b
	}
	return h
}

func TestPicturesFourBitsApartAreOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		rng := rand.New(rand.NewPCG(1, 2))
		first := aPicture(1, rng.Uint64())
		putFiles(t, db, first)
		for apart := range 8 {
			for range 25 {
				f := aPicture(2, flip(first.Alike, apart, rng))
				if got := slices.Contains(alike(t, db, f), first.Hash); got != (apart <= 4) {
					t.Fatalf("%d bits apart: alike is %v", apart, got)
				}
			}
		}
	})
}

func TestAlikeIsWithinADistrictAndAmongPictures(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		there := aPicture(1, 0)
		there.District++
		paper := aPicture(2, 0)
		paper.Kind, paper.Picture = "pdf", false
		putFiles(t, db, there, paper)
		f := aPicture(3, 0)
		if got := alike(t, db, f); !slices.Equal(got, []string{f.Hash}) {
			t.Errorf("a blank picture is like %v", got)
		}
		f.Original = paper.Original
		if got := alike(t, db, f); !slices.Equal(got, []string{paper.Hash, f.Hash}) {
			t.Errorf("made from the same original: %v", got)
		}
	})
}

func TestOnlyTheNewestPicturesAreLookedAt(t *testing.T) {
	db := storetest.SQLite(t)
	var files []store.File
	for n := range 1100 {
		files = append(files, aPicture(n, 5))
	}
	putFiles(t, db, files...)
	f := aPicture(2000, 5)
	got := alike(t, db, f)
	if len(got) != 1001 || slices.Contains(got, files[99].Hash) || !slices.Contains(got, files[100].Hash) {
		t.Errorf("%d pictures found", len(got))
	}
}

func TestAFileIsGivenByAnEvent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx, f, other := context.Background(), aPicture(1, 1), aPicture(2, 2)
		putFiles(t, db, f, other)
		given := store.Given{District: district, Hash: f.Hash, Matter: 7, Event: 900}
		if ok, err := db.Reader().FilesGiven(ctx, district, []string{f.Hash}); ok || err != nil {
			t.Fatalf("sent and not given, yet %v, %v", ok, err)
		}
		update(t, db, func(tx *store.Tx) error { return tx.FilesGive([]store.Given{given, given}) })
		for want, hashes := range map[bool][]string{true: {other.Hash, f.Hash}, false: {other.Hash}} {
			if ok, err := db.Reader().FilesGiven(ctx, district, hashes); ok != want || err != nil {
				t.Errorf("given %v, %v; want %v", ok, err, want)
			}
		}
		for want, matter := range map[int]record.ID{1: 7, 0: 8} {
			events, err := db.Reader().FileEvents(ctx, record.Key{District: district, ID: matter}, f.Hash)
			if err != nil || len(events) != want {
				t.Errorf("matter %d: events %v, %v", matter, events, err)
			}
		}
		if ok, err := db.Reader().FilesGiven(ctx, district, nil); ok || err != nil {
			t.Errorf("no files are given: %v, %v", ok, err)
		}
	})
}
