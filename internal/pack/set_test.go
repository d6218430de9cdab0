package pack

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

func wholeSet(t *testing.T) *Set {
	t.Helper()
	set, faults := Load(os.DirFS("testdata/whole"))
	if faults.Fatal() {
		t.Fatal(list(faults, i18n.English))
	}
	return set
}

func TestASetIsFoundByItsNames(t *testing.T) {
	set := wholeSet(t)
	if set.Type("court.filing") == nil || set.Type("court.filling") != nil || set.Pack("courts") != nil {
		t.Error("a type is found by pack and key, and by nothing else")
	}
	if set.Answering("", "finding").Name() != "findings.finding" || set.Answering("", "directive") != nil {
		t.Error("an ask is answered by the type that says so")
	}
	var series []string
	for _, s := range set.Sittings() {
		series = append(series, s.Type())
	}
	if !slices.Equal(series, []string{"jan_seva.camp", "vishwakarma.committee"}) {
		t.Errorf("sittings: %v", series)
	}
	under := map[string]string{}
	for _, d := range set.Desks() {
		under[d.Key] = d.Under
	}
	if under["jan_seva.camp_nodal"] != "development_head" || under["court.legal"] != "head_of_district" || under["court.counsel"] != "" {
		t.Errorf("desks: %v", under)
	}
	if rows := set.Catalogue("", "cm_helpline.topics"); len(rows) != 1 || rows[0].Name.En != "Ration shop" {
		t.Errorf("topics: %+v", rows)
	}
}

func TestActsThatNoExampleTakesAreListed(t *testing.T) {
	got := wholeSet(t).Pack("shut_shops").UntakenActs()
	if !slices.Equal(got, []string{"shut_shop.accept", "shut_shop.return"}) {
		t.Errorf("%v", got)
	}
}

func TestFaultsAreOneErrorForWhoeverStartsTheProgram(t *testing.T) {
	_, faults := Load(withCommon(t, map[string]string{"systems/shops.yaml": "pack: {key: shops}\n"}))
	err := fault.As(faults.Err())
	if err == nil || err.Kind != fault.Invalid || len(err.Fields) != len(faults) {
		t.Fatalf("%v", err)
	}
	if text := i18n.Explain(i18n.English, err); !strings.Contains(text, "packs/systems/shops.yaml:1:1: a pack lacks the key \"name\"") {
		t.Error(text)
	}
	if (Faults{{Warning: true}}).Err() != nil {
		t.Error("a warning keeps nothing from starting")
	}
}

func TestAFileOfAnotherEditorMeansTheSame(t *testing.T) {
	src, err := os.ReadFile("testdata/whole/systems/shut_shops.yaml")
	if err != nil {
		t.Fatal(err)
	}
	odd := "\ufeff" + strings.ReplaceAll(string(src), "\n", "\r\n")
	set, faults := Load(withCommon(t, map[string]string{"systems/shut_shops.yaml": odd}))
	if len(faults) > 0 {
		t.Fatal(list(faults, i18n.English))
	}
	if set.Packs[0].Hash != wholeSet(t).Pack("shut_shops").Hash {
		t.Error("line ends are no part of the meaning")
	}
	if out, _ := Format("x.yaml", []byte(odd)); strings.ContainsAny(string(out), "\r\ufeff") {
		t.Error("formatting leaves the ends of another editor")
	}
}

// TestTheDocumentsPacksLoad keeps the language document true: what it shows whole is read
// by the program, and its list of asks is the one in packs/common.
func TestTheDocumentsPacksLoad(t *testing.T) {
	src, err := os.ReadFile("../../docs/packs.md")
	if err != nil {
		t.Fatal(err)
	}
	packs, asks := 0, 0
	for _, block := range strings.Split(string(src), "```yaml\n")[1:] {
		block, _, _ = strings.Cut(block, "```")
		switch {
		case strings.HasPrefix(block, "pack: {key: "):
			key, _, _ := strings.Cut(strings.TrimPrefix(block, "pack: {key: "), ",")
			_, faults := Load(withCommon(t, map[string]string{"systems/" + key + ".yaml": block}))
			if len(faults) > 0 {
				t.Error(list(faults, i18n.English))
			}
			packs++
		case strings.HasPrefix(block, "asks:"):
			shown, faults := Load(withCommon(t, map[string]string{"common/asks.yaml": block}))
			real, _ := Load(withCommon(t, nil))
			if len(faults) > 0 || !slices.Equal(shown.Common.AskOrder, real.Common.AskOrder) {
				t.Errorf("the document shows the asks %v, there are %v", shown.Common.AskOrder, real.Common.AskOrder)
			}
			asks++
		}
	}
	if packs == 0 || asks != 1 {
		t.Errorf("%d packs and %d lists of asks in the document", packs, asks)
	}
}
