package pack

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

func packFiles(t testing.TB) []string {
	t.Helper()
	var all []string
	for _, glob := range []string{"testdata/whole/*/*.yaml", "../../packs/systems/*.yaml", "../../packs/common/*.yaml", "../../packs/states/*.yaml"} {
		files, _ := filepath.Glob(glob)
		all = append(all, files...)
	}
	if len(all) < 10 {
		t.Fatalf("only %d packs found", len(all))
	}
	return all
}

func TestFormatIsStillAndKeepsTheMeaning(t *testing.T) {
	for _, file := range packFiles(t) {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		once, faults := Format(file, src)
		if faults != nil {
			t.Errorf("%s: %v", file, faults)
			continue
		}
		twice, _ := Format(file, once)
		if string(once) != string(twice) {
			t.Errorf("%s: formatting again changes it", file)
		}
		if a, b := strings.Count(string(src), "#"), strings.Count(string(once), "#"); a != b {
			t.Errorf("%s: %d comments became %d", file, a, b)
		}
		for i, line := range strings.Split(string(once), "\n") {
			// A label of a profile is one line, however long the post's name is.
			if strings.Contains(file, "/states/") {
				break
			}
			if utf8.RuneCountInString(line) > wide && !strings.Contains(line, "#") && !strings.Contains(line, `"`) {
				t.Errorf("%s:%d: %d characters", file, i+1, utf8.RuneCountInString(line))
			}
		}
	}
}

func TestFormatSetsLines(t *testing.T) {
	const src = `# head
pack:   {key: x,revision:   1}
name: बंद   दुकान|Shut shop

lists:
  why:                # reasons
    a: हाँ | Yes
    longer:   नहीं | No   # second
matters:
  m:
    acts:
      give: निदेश दें | Give a direction | to running by head_of_district or revenue_head asks subject and owners may detail and due and urgent
      # before the next
      end: अंत | End | from a to b
    seen: {whole: [asker, above(asker), head_of_district, head_of_subdivision, head_of_block, development_head, revenue_head, senior_officer, in_charge]}
# tail
`
	const want = `# head
pack: {key: x, revision: 1}
name: बंद दुकान | Shut shop

lists:
  why:  # reasons
    a:      हाँ | Yes
    longer: नहीं | No  # second
matters:
  m:
    acts:
      give:
        act: निदेश दें | Give a direction | to running by head_of_district or revenue_head
        asks: subject and owners
        may: detail and due and urgent
      # before the next
      end: अंत | End | from a to b
    seen:
      whole:
        - asker
        - above(asker)
        - head_of_district
        - head_of_subdivision
        - head_of_block
        - development_head
        - revenue_head
        - senior_officer
        - in_charge
# tail
`
	got, faults := Format("x.yaml", []byte(src))
	if faults != nil {
		t.Fatal(faults)
	}
	if string(got) != want {
		t.Errorf("got:\n%swant:\n%s", got, want)
	}
}

func FuzzFormat(f *testing.F) {
	for _, file := range packFiles(f) {
		src, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		if len(src) < 12_000 {
			f.Add(string(src))
		}
	}
	f.Add("a:\n  b: क|K\n  cc: ख | L\n  d: \"ग: | M\"\n")
	f.Add("a: {b: [c, \"d, e\"]}\n\n# c\nd:\n  - x  # y\n  - {z: w}\n")
	f.Fuzz(func(t *testing.T, src string) {
		once, faults := Format("x.yaml", []byte(src))
		if faults != nil {
			return
		}
		twice, faults := Format("x.yaml", once)
		if faults != nil {
			t.Fatalf("formatted text has faults: %v\n%s", faults, once)
		}
		if string(once) != string(twice) {
			t.Fatalf("not still:\n%q\n%q", once, twice)
		}
	})
}
