package app

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
	"github.com/anupalan/anupalan/packs"
)

func TestRepeatedWordsAndHasteAreMeasured(t *testing.T) {
	systems := withPack(t, "visits")
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		f := newFieldOf(t, db, systems)
		dm, bdo, other := f.officer("dm_saran"), f.officer("bdo_amnour"), f.officer("bdo_ekma")
		open := func(place string) matter.Command {
			return matter.Command{Matter: f.opens(dm, "visits.visit", "give", map[string]rule.Value{"place": linkValue(place), "detail": textValue("पंचायत भवन देखें")})}
		}
		said := map[string]rule.Value{"found": textValue("सब कुछ ठीक मिला, भवन साफ़ था")}
		report := func(who Actor, c matter.Command, act string) error {
			c.Act, c.Typed = act, said
			_, err := f.a.Act(f.ctx, who, c)
			return err
		}
		var owed []matter.Command
		for n := range 5 {
			f.to("2026-01-05", 11+n)
			owed = append(owed, open("amnour"))
		}
		last, fourth := owed[2], owed[3]
		for _, c := range owed[:3] {
			if v, err := f.a.Matter(f.ctx, dm, c.Matter); err != nil || len(v.Marks) != 0 {
				t.Fatalf("before a report: %+v %v", v.Marks, err)
			}
			f.ok(report(bdo, c, "report"))
		}
		v, err := f.a.Matter(f.ctx, dm, last.Matter)
		f.ok(err)
		if len(v.Marks) != 2 || v.Marks[0].Key != "same_text" || v.Marks[1].Key != "unread" {
			t.Errorf("after three: %+v", v.Marks)
		}
		if err := report(bdo, fourth, "own"); !fault.Is(err, fault.Refused) {
			t.Errorf("an earlier reply was taken for own words: %v", err)
		}
		f.ok(report(other, open("ekma"), "own"))
		f.does(dm, last.Matter, matter.Command{Act: "again", Typed: map[string]rule.Value{"remark": textValue("फिर से जाकर देखें")}})
		f.to("2026-01-06", 11)
		f.ok(report(bdo, fourth, "report"))
		if v, err = f.a.Matter(f.ctx, dm, fourth.Matter); err != nil || len(v.Marks) != 1 || v.Marks[0].Key != "same_text" {
			t.Errorf("a day later: %+v %v", v.Marks, err)
		}
		verified(t, db)
	})
}

// withPack are the shipped common words with one small pack of the language's tests.
func withPack(t testing.TB, key string) *Systems {
	t.Helper()
	files := fstest.MapFS{}
	put := func(name string, b []byte, err error) {
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: b}
	}
	b, err := os.ReadFile("../pack/testdata/small/" + key + ".yaml")
	put("systems/"+key+".yaml", b, err)
	for _, name := range []string{"common/asks.yaml", "common/fields.yaml", "common/roles.yaml"} {
		b, err := packs.FS.ReadFile(name)
		put(name, b, err)
	}
	s, err := LoadSystems(files)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
