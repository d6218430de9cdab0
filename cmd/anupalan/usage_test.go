package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/i18n"
)

func TestExitCodesAndWords(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	none := filepath.Join(dir, "none.db")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"token", "--foo"}, exitUsage, "विकल्प नहीं है"},
		{[]string{"token", "--post=x", "--db", none, "--days=many"}, exitUsage, "संख्या नहीं"},
		{[]string{"token", "--db", none}, exitUsage, "यह भी चाहिए"},
		{[]string{"nosuch"}, exitUsage, "यहाँ नहीं चलता"},
		{[]string{"--lang=en", "nosuch"}, exitUsage, "unexpected argument"},
		{nil, exitUsage, "इनमें से एक चाहिए"},
		{[]string{"token", "--db", none, "--post=bdo_amnour"}, exitFailed, "डेटाबेस नहीं मिला"},
		{[]string{"--lang", "en", "token", "--db", none, "--post=bdo_amnour"}, exitFailed, "There is no database"},
		{[]string{"password", "--db", none, "--login=x"}, exitFailed, "नहीं मिला"},
		{[]string{"audit", "verify", "--db", none}, exitFailed, "नहीं मिला"},
		{[]string{"backup", "--db", none, none + ".backup"}, exitFailed, "नहीं मिला"},
		{[]string{"restore", "--db", none, none + ".backup"}, exitFailed, "नहीं मिली"},
		{[]string{"serve", "--db", filepath.Join(dir, "no", "x.db")}, exitFailed, "फ़ोल्डर"},
		{[]string{"packs", "check", none}, exitFailed, "नहीं मिली"},
		{[]string{"packs", "fmt", none}, exitFailed, "नहीं मिली"},
		{[]string{"import", "org", none}, exitFailed, none},
		{[]string{"demo", "--addr=0.0.0.0:0", "--dir", dir}, exitFailed, "इसी मशीन"},
	} {
		if r := runs(t, "", c.args...); r.code != c.code || !strings.Contains(r.err, c.says) || r.out != "" {
			t.Errorf("%v: %+v, want %d %q", c.args, r, c.code, c.says)
		}
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("a slip of the pen left %v", left)
	}
}

func TestTheLocaleNamesTheLanguage(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		args []string
		want i18n.Lang
	}{
		{nil, nil, i18n.Hindi},
		{map[string]string{"LC_ALL": "C.UTF-8"}, nil, i18n.Hindi},
		{map[string]string{"LC_ALL": "C", "LANG": "en_IN.UTF-8"}, nil, i18n.English},
		{map[string]string{"LC_ALL": "hi_IN.UTF-8", "LANG": "en_IN.UTF-8"}, nil, i18n.Hindi},
		{map[string]string{"LANG": "en_US"}, nil, i18n.English},
		{map[string]string{"LANG": "en_US"}, []string{"--lang=hi"}, i18n.Hindi},
		{nil, []string{"--lang", "en"}, i18n.English},
	} {
		if got := language(c.args, func(name string) string { return c.env[name] }); got != c.want {
			t.Errorf("%v %v: %v, want %v", c.env, c.args, got, c.want)
		}
	}
}

// TestHelpTellsEveryCommandInBothLanguages holds each line of help against its own text.
func TestHelpTellsEveryCommandInBothLanguages(t *testing.T) {
	commands := []string{"demo", "serve", "import org", "password", "token", "read", "packs check", "packs fmt", "audit verify", "backup", "restore", "migrate", "bench"}
	for _, lang := range []string{"hi", "en"} {
		code, out, _ := started(t, "--lang", lang, "--help")
		if code != exitOK {
			t.Errorf("--help: code %d", code)
		}
		for _, c := range commands {
			if !strings.Contains(out, "\n  "+c+" ") {
				t.Errorf("%s is not in the help (%s):\n%s", c, lang, out)
			}
			code, of, complaints := started(t, append([]string{"--lang", lang}, append(strings.Fields(c), "--help")...)...)
			if code != exitOK || complaints != "" || lang == "hi" && slices.ContainsFunc([]string{"Usage", "Flags:", "Show"}, func(w string) bool { return strings.Contains(of, w) }) {
				t.Errorf("%s --help (%s): code %d %s%s", c, lang, code, of, complaints)
			}
		}
	}
	for key, text := range help {
		if text.Hi == "" || text.En == "" {
			t.Errorf("%s speaks one language only", key)
		}
	}
}
