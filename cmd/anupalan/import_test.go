package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// started runs a command line and gives its exit code and what it printed.
func started(t *testing.T, args ...string) (code int, out, errOut string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(args, &o, &e, func(string) string { return "" })
	return code, o.String(), e.String()
}

func sampleTables(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../../packs/sample/saran/*.csv")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	return files
}

func TestImportChecksPreviewsAndEntersOnce(t *testing.T) {
	db := filepath.Join(t.TempDir(), "saran.db")
	files := sampleTables(t)
	for _, step := range []struct {
		flags []string
		says  string
	}{
		{nil, "nothing was entered. Give --db"},
		{[]string{"--db", db, "--preview"}, "would be made; nothing was entered"},
		{[]string{"--db", db}, "events were entered"},
		{[]string{"--db", db}, "everything stands so already"},
	} {
		args := append(append([]string{"--lang", "en", "import", "org"}, step.flags...), files...)
		code, out, errOut := started(t, args...)
		if code != exitOK || !strings.Contains(out, step.says) {
			t.Fatalf("%v: code %d\n%s%s", step.flags, code, out, errOut)
		}
	}
}

func TestImportNamesWhatIsWrong(t *testing.T) {
	file := filepath.Join(t.TempDir(), "p.csv")
	if err := os.WriteFile(file, []byte("key,kind,name_hi,name_en,parent\nx,blok,क,X,amnour\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, errOut := started(t, "import", "org", file)
	if code != exitFaults || out != "" || !strings.Contains(errOut, `p.csv:2:kind: प्रकार में "blok" नहीं चलता; क्या "block" लिखना था?`) {
		t.Errorf("code %d\n%s%s", code, out, errOut)
	}
	if code, _, errOut := started(t, "import", "org", file+".none"); code != exitFailed || errOut == "" {
		t.Errorf("a missing file: code %d %q", code, errOut)
	}
	if code, _, _ := started(t, "import", "org"); code != exitUsage {
		t.Errorf("no file: code %d", code)
	}
	_, _, errOut = started(t, "--lang", "en", "import", "org", file, "--db", file+".db")
	if !strings.Contains(errOut, "no row of the district") {
		t.Errorf("%q", errOut)
	}
}
