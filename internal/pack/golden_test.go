package pack

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/anupalan/anupalan/internal/i18n"
)

var update = flag.Bool("update", false, "write the golden lists of faults anew")

// archive cuts "-- name --" sections, as txtar does.
func archive(src string) (order []string, files map[string]string) {
	files = map[string]string{}
	name := ""
	for line := range strings.Lines(src) {
		if t := strings.TrimSpace(line); strings.HasPrefix(t, "-- ") && strings.HasSuffix(t, " --") {
			name = strings.TrimSuffix(strings.TrimPrefix(t, "-- "), " --")
			order = append(order, name)
			continue
		}
		files[name] += line
	}
	return order, files
}

// withCommon gives the files of an archive beside the real common words.
func withCommon(t testing.TB, files map[string]string) fs.FS {
	t.Helper()
	m := fstest.MapFS{}
	for name, text := range files {
		if name != "" && name != "faults" && name != "दोष" {
			m[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	for _, name := range []string{"roles", "fields", "asks"} {
		file := "common/" + name + ".yaml"
		if _, own := m[file]; own {
			continue
		}
		data, err := os.ReadFile(filepath.Join("../../packs", file))
		if err != nil {
			t.Fatal(err)
		}
		m[file] = &fstest.MapFile{Data: data}
	}
	return m
}

func list(fs Faults, l i18n.Lang) string {
	var b strings.Builder
	for _, f := range fs {
		if f.Warning {
			b.WriteString("warning: ")
		}
		b.WriteString(f.In(l) + "\n")
	}
	return b.String()
}

// TestFaultsAreNamedWithTheirPlace compares each bad pack of testdata/faults with its list.
func TestFaultsAreNamedWithTheirPlace(t *testing.T) {
	files, _ := filepath.Glob("testdata/faults/*.txt")
	if len(files) == 0 {
		t.Fatal("no golden files")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			order, parts := archive(string(src))
			_, faults := Load(withCommon(t, parts))
			en, hi := list(faults, i18n.English), list(faults, i18n.Hindi)
			if *update {
				writeGolden(t, file, order, parts, en, hi)
				return
			}
			if en != parts["faults"] {
				t.Errorf("faults:\n%swant:\n%s", en, parts["faults"])
			}
			if hi != parts["दोष"] {
				t.Errorf("दोष:\n%swant:\n%s", hi, parts["दोष"])
			}
		})
	}
}

func writeGolden(t *testing.T, file string, order []string, parts map[string]string, en, hi string) {
	t.Helper()
	var b strings.Builder
	b.WriteString(parts[""])
	for _, name := range order {
		if name != "faults" && name != "दोष" {
			b.WriteString("-- " + name + " --\n" + parts[name])
		}
	}
	b.WriteString("-- faults --\n" + en + "-- दोष --\n" + hi)
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestEveryFaultHasBothLanguages reads the source for message keys and looks each up.
func TestEveryFaultHasBothLanguages(t *testing.T) {
	for _, dir := range []string{".", "../rule", "../matter"} {
		files, _ := filepath.Glob(filepath.Join(dir, "*.go"))
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(string(src)) {
				code, _, _ := strings.Cut(line, "//")
				for _, part := range strings.Split(code, `"pack.`)[1:] {
					if key, _, _ := strings.Cut(part, `"`); !i18n.Known("pack." + key) {
						t.Errorf("%s: no message for pack.%s", file, key)
					}
				}
			}
		}
	}
}
