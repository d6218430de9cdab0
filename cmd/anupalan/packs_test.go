package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/i18n"
)

// stray writes a pack outside of packs/, as somebody does who tries one out.
func stray(t *testing.T, change ...string) string {
	t.Helper()
	src, err := os.ReadFile("../../internal/pack/testdata/whole/systems/shut_shops.yaml")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "shut_shops.yaml")
	text := strings.NewReplacer(change...).Replace(string(src))
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestCheckNamesTheFaultAndFails(t *testing.T) {
	for _, c := range []struct {
		name   string
		change []string
		lang   i18n.Lang
		want   string
		faults int
	}{
		{"sound", nil, i18n.English, "packs/systems/shut_shops.yaml: revision 1, 1 examples", 0},
		{"a name", []string{"to opened asks", "to openned asks"}, i18n.English, `act "open_it" goes to state "openned"; did you mean "opened"?`, 1},
		{"in Hindi", []string{"to opened asks", "to openned asks"}, i18n.Hindi, `क्या "opened" लिखना था?`, 1},
		{"an example", []string{"refused: fresh_photo", "refused: remark"}, i18n.English, `refused should be "remark", is "fresh_photo"`, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			err := (&PacksCheckCmd{Files: []string{stray(t, c.change...)}}).Run(&globals{Lang: c.lang, Out: &out})
			var faults faultsError
			if errors.As(err, &faults); faults.n != c.faults || err != nil && faults.n == 0 {
				t.Errorf("%v, want %d faults", err, c.faults)
			}
			if !strings.Contains(out.String(), c.want) {
				t.Errorf("printed %q, want %q", out.String(), c.want)
			}
		})
	}
}

func TestFmtWritesOnlyWhatChanges(t *testing.T) {
	file := stray(t, "name: बंद राशन दुकानें | Shut ration shops", "name:   बंद राशन दुकानें|Shut ration shops")
	var out bytes.Buffer
	if err := (&PacksFmtCmd{Files: []string{file}}).Run(&globals{Out: &out}); err != nil || !strings.Contains(out.String(), "shut_shops.yaml") {
		t.Fatalf("%v, printed %q", err, out.String())
	}
	out.Reset()
	if err := (&PacksFmtCmd{Files: []string{file}}).Run(&globals{Out: &out}); err != nil || out.Len() > 0 {
		t.Errorf("the second time: %v, printed %q", err, out.String())
	}
}
