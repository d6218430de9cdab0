package pack

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/anupalan/anupalan/internal/i18n"
)

// FuzzLoad holds that no bytes whatever make loading panic, and that every fault says in
// both languages where it stands.
func FuzzLoad(f *testing.F) {
	for _, glob := range []string{"testdata/whole/systems/*.yaml", "testdata/faults/*.txt", "../../packs/systems/*.yaml"} {
		files, _ := filepath.Glob(glob)
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			_, parts := archive(string(src))
			f.Add(parts[""])
			f.Add(parts["systems/shops.yaml"])
		}
	}
	f.Add("a: {b: [c, {d: e}]}\n- x\n")
	f.Add("pack: {key: x\n y: }")
	common := map[string]string{}
	for _, name := range []string{"roles", "fields", "asks"} {
		src, err := os.ReadFile("testdata/whole/common/" + name + ".yaml")
		if err != nil {
			f.Fatal(err)
		}
		common["common/"+name+".yaml"] = string(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 40_000 {
			return
		}
		m := fstest.MapFS{"systems/shops.yaml": {Data: []byte(src)}, "states/bihar.yaml": {Data: []byte(src)}}
		for name, text := range common {
			m[name] = &fstest.MapFile{Data: []byte(text)}
		}
		_, faults := Load(m)
		for _, fl := range faults {
			if fl.Pos.Line < 1 || fl.Pos.Col < 1 {
				t.Fatalf("%s stands nowhere", fl)
			}
			fl.In(i18n.Hindi)
		}
	})
}
