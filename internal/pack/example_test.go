package pack

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/ingest"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
)

// district reads the sample district as the program does.
func district(t testing.TB, set *Set) *org.Org {
	t.Helper()
	roles := slices.Collect(maps.Values(set.Common.Roles))
	o, err := org.New(218, org.Rows{}, roles)
	if err != nil {
		t.Fatal(err)
	}
	var sheets []ingest.Sheet
	for _, name := range []string{"places", "departments", "posts", "officers", "powers", "delegations"} {
		file := filepath.Join("../../packs/sample/saran", name+".csv")
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := ingest.Read(file, data, ingest.Usual())
		if err != nil {
			t.Fatal(err)
		}
		sheets = append(sheets, s...)
	}
	n := record.ID(1000)
	today, _ := calendar.ParseDate("2026-11-23")
	b, err := ingest.BindOrg(o, sheets, func() record.ID { n++; return n }, today)
	if err != nil {
		t.Fatal(err)
	}
	o, err = org.New(218, b.Rows, roles)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func play(t *testing.T, dir fs.FS) {
	t.Helper()
	set, faults := Load(dir)
	if faults.Fatal() {
		t.Fatal(faults[0])
	}
	sample, err := NewSample(set, district(t, set), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range set.Packs {
		for _, x := range sample.Play(p) {
			if x.Wrong == nil {
				continue
			}
			t.Errorf("%s\n\t%s", x.Wrong, x.Wrong.In(i18n.Hindi))
			for _, line := range x.Trail {
				t.Log(line)
			}
		}
	}
}

func TestExamplesOfTheDocumentHold(t *testing.T) {
	t.Parallel()
	play(t, os.DirFS("testdata/whole"))
}

func TestExamplesOfShippedPacksHold(t *testing.T) {
	t.Parallel()
	play(t, os.DirFS("../../packs"))
}

// TestExamplesOfSmallPacksHold plays each pack that shows one part of the language.
func TestExamplesOfSmallPacksHold(t *testing.T) {
	files, _ := filepath.Glob("testdata/small/*.yaml")
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		play(t, withCommon(t, map[string]string{"systems/" + filepath.Base(file): string(src)}))
	}
}
