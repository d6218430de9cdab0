package house

import (
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/anupalan/anupalan"

// floors says on which floor a package stands. A package may import only lower floors,
// except for the arrows of sideways.
var floors = map[string]int{
	"packs":                    0,
	"internal/fault":           0,
	"internal/i18n":            0,
	"internal/calendar":        0,
	"internal/record":          0,
	"internal/audit":           0,
	"internal/org":             1,
	"internal/rule":            1,
	"internal/matter":          1,
	"internal/sitting":         1,
	"internal/indicator":       1,
	"internal/extract":         1,
	"internal/pack":            2,
	"internal/ingest":          2,
	"internal/ingest/doc":      2,
	"internal/notify":          2,
	"internal/photo":           2,
	"internal/store":           2,
	"internal/store/storetest": 3,
	"internal/app":             3,
	"internal/web":             4,
	"internal/web/office":      4,
	"internal/api":             4,
	"internal/program":         5,
	"internal/demo":            5,
	"internal/apptest":         6,
	"bench":                    6,
	"cmd/anupalan":             7,
}

// sideways are the arrows allowed inside one floor, each with its reason.
var sideways = map[string]string{
	"internal/i18n > internal/fault":      "messages explain faults",
	"internal/calendar > internal/i18n":   "holidays and faults have names in both languages",
	"internal/calendar > internal/fault":  "a date that cannot be is a fault",
	"internal/record > internal/calendar": "ids and events carry instants",
	"internal/record > internal/fault":    "a bad key is a fault",
	"internal/record > internal/i18n":     "classes and modes are shown",
	"internal/audit > internal/fault":     "a broken proof is a fault",
	"internal/matter > internal/org":      "every noun knows the organisation",
	"internal/matter > internal/rule":     "every noun is declared in rules",
	"internal/sitting > internal/org":     "every noun knows the organisation",
	"internal/sitting > internal/rule":    "every noun is declared in rules",
	"internal/web/office > internal/web":  "the officers' pages use the kit",
}

// pure are the floors that do no I/O: no third-party module but golang.org/x, and
// nothing of the standard library that touches the world.
var impure = []string{"os", "os/exec", "net", "net/http", "database/sql", "io/ioutil", "syscall"}

type goPackage struct {
	path    string
	imports []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, module+"/...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []goPackage
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		words := strings.Fields(line)
		all = append(all, goPackage{strings.TrimPrefix(strings.TrimPrefix(words[0], module), "/"), words[1:]})
	}
	return all
}

func TestAFloorImportsOnlyLowerFloors(t *testing.T) {
	for _, p := range packages(t) {
		if p.path == "internal/house" {
			continue
		}
		from, known := floors[p.path]
		if !known {
			t.Errorf("%s stands on no floor; give it one in floors", p.path)
			continue
		}
		for _, imp := range p.imports {
			if !strings.HasPrefix(imp, module+"/") {
				continue
			}
			to := strings.TrimPrefix(imp, module+"/")
			if floors[to] < from || sideways[p.path+" > "+to] != "" {
				continue
			}
			t.Errorf("%s (floor %d) may not import %s (floor %d)", p.path, from, to, floors[to])
		}
	}
}

func TestEverySidewaysArrowIsUsed(t *testing.T) {
	used := map[string]bool{}
	for _, p := range packages(t) {
		for _, imp := range p.imports {
			used[p.path+" > "+strings.TrimPrefix(imp, module+"/")] = true
		}
	}
	for arrow := range sideways {
		if !used[arrow] {
			t.Errorf("arrow %q is allowed and not used", arrow)
		}
	}
}

func TestFloorsZeroAndOneDoNoIO(t *testing.T) {
	for _, p := range packages(t) {
		if floor, ok := floors[p.path]; !ok || floor > 1 || p.path == "packs" {
			continue
		}
		for _, imp := range p.imports {
			host, _, _ := strings.Cut(imp, "/")
			if strings.Contains(host, ".") && !strings.HasPrefix(imp, module) && !strings.HasPrefix(imp, "golang.org/x/") {
				t.Errorf("%s imports %s; floors 0 and 1 use only the standard library and golang.org/x", p.path, imp)
			}
			for _, bad := range impure {
				if imp == bad {
					t.Errorf("%s imports %s; floors 0 and 1 do no I/O", p.path, imp)
				}
			}
		}
	}
}

func TestWebAndAPINeverSeeTheStore(t *testing.T) {
	for _, p := range packages(t) {
		if floors[p.path] != 4 {
			continue
		}
		for _, imp := range p.imports {
			if imp == module+"/internal/store" {
				t.Errorf("%s imports the store; ask app", p.path)
			}
		}
	}
}
