package web_test

import (
	"html/template"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template/parse"
	"unicode"

	"github.com/jba/templatecheck"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/web"
	"github.com/anupalan/anupalan/internal/web/office"
)

// TestEveryTemplateFitsItsPage checks each field, method and function of every template against the struct of its page.
func TestEveryTemplateFitsItsPage(t *testing.T) {
	k, err := web.New(web.Config{Views: office.Views(), Templates: []fs.FS{office.Templates()}})
	if err != nil {
		t.Fatal(err)
	}
	own := []web.View{{Name: "error", Page: &web.ErrorPage{}}, {Name: "conflict", Page: &web.ConflictPage{}}, {Name: "offline", Page: &web.Offline{}}, {Name: "choices", Page: &web.Choices{}}}
	for _, l := range []i18n.Lang{i18n.Hindi, i18n.English} {
		sets := k.Sets(l)
		for _, v := range append(own, office.Views()...) {
			if sets[v.Name] == nil {
				t.Errorf("no template for %s", v.Name)
			} else if err := templatecheck.CheckHTML(sets[v.Name], v.Page); err != nil {
				t.Errorf("%s in %s: %v", v.Name, l, err)
			}
		}
	}
}

// TestTheCheckCanFail keeps the check above honest.
func TestTheCheckCanFail(t *testing.T) {
	bad := template.Must(template.New("bad").Parse(`{{range .Late}}{{.Nowhere}}{{end}}`))
	if err := templatecheck.CheckHTML(bad, &office.Work{}); err == nil {
		t.Error("a template that names a field of no struct passed")
	}
}

// TestEveryTemplateHasAPage finds templates that no view renders.
func TestEveryTemplateHasAPage(t *testing.T) {
	files, err := filepath.Glob("office/*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".html")
		if name != "parts" && !slices.ContainsFunc(office.Views(), func(v web.View) bool { return v.Name == name }) {
			t.Errorf("%s belongs to no page", f)
		}
	}
	types := map[reflect.Type]bool{}
	for _, v := range office.Views() {
		if types[reflect.TypeOf(v.Page)] {
			t.Errorf("%T has two templates", v.Page)
		}
		types[reflect.TypeOf(v.Page)] = true
	}
}

var placeholder = regexp.MustCompile(`%\[\d+\]v`)

// TestEveryWordingHasBothLanguages holds that each call of t says something in Devanagari and in Latin letters, with the
// same placeholders, and that no other text of a template is shown.
func TestEveryWordingHasBothLanguages(t *testing.T) {
	n := 0
	for _, file := range templateFiles(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		tree := parse.New(file)
		tree.Mode = parse.SkipFuncCheck
		trees := map[string]*parse.Tree{}
		if _, err := tree.Parse(string(text), "", "", trees); err != nil {
			t.Fatal(err)
		}
		for name, tree := range trees {
			web.VisitCalls(tree, func(args []parse.Node) {
				n++
				checkWording(t, file+" "+name, args)
			})
		}
	}
	if n < 300 {
		t.Errorf("only %d wordings were found", n)
	}
}

func templateFiles(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, glob := range []string{"templates/*.html", "pages/*.html", "office/*.html"} {
		files, err := filepath.Glob(glob)
		if err != nil || len(files) == 0 {
			t.Fatal(glob, err)
		}
		all = append(all, files...)
	}
	return all
}

func checkWording(t *testing.T, where string, args []parse.Node) {
	hi, ok1 := args[1].(*parse.StringNode)
	en, ok2 := args[2].(*parse.StringNode)
	if !ok1 || !ok2 {
		t.Errorf("%s: %v has halves that are no literals", where, args)
		return
	}
	bare := placeholder.ReplaceAllString(hi.Text, "")
	deva := strings.IndexFunc(bare, func(r rune) bool { return unicode.Is(unicode.Devanagari, r) || r == '।' }) >= 0
	onlySlots := strings.IndexFunc(strings.ReplaceAll(bare, "$", "क"), unicode.IsLetter) < 0 || strings.HasPrefix(bare, "$")
	if !deva && !onlySlots {
		t.Errorf("%s: the Hindi half %q has no Devanagari", where, hi.Text)
	}
	if strings.TrimSpace(en.Text) == "" {
		t.Errorf("%s: %q has no English half", where, hi.Text)
	}
	if strings.IndexFunc(en.Text, func(r rune) bool { return r >= 0x904 && r <= 0x939 }) >= 0 && !strings.Contains(en.Text, "प्रखण्ड") {
		t.Errorf("%s: the English half %q has Devanagari letters", where, en.Text)
	}
	if a, b := slots(hi.Text), slots(en.Text); !slices.Equal(a, b) {
		t.Errorf("%s: %q and %q take different arguments", where, hi.Text, en.Text)
	}
	given := len(args) - 3
	for _, s := range slots(hi.Text + en.Text) {
		if int(s[2]-'0') > given {
			t.Errorf("%s: %q wants argument %s, and %d are given", where, hi.Text, s, given)
		}
	}
}

// slots lists the placeholders of a wording, each once; a number that only chooses a plural need not be shown.
func slots(s string) []string {
	found := placeholder.FindAllString(s, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

var markup = regexp.MustCompile(`<[^>]*>|[a-z-]+="[^"]*"| data-[a-z]+|&\w+;`)

// TestNoTemplateSpeaksOutsideT finds words in a template that stand outside t, and so in one language only.
func TestNoTemplateSpeaksOutsideT(t *testing.T) {
	known := []string{"अनुपालन", "English", "हिंदी", "Enter", "Ctrl", "Esc", "hall", "wide"} // wordmark, switch, keys, body classes
	word := regexp.MustCompile(`[\p{L}\p{M}]{2,}`)
	code := regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	for _, file := range templateFiles(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		bare := markup.ReplaceAllString(code.ReplaceAllString(string(text), " "), " ")
		for _, w := range word.FindAllString(bare, -1) {
			if !slices.Contains(known, w) {
				t.Errorf("%s says %q outside t", file, w)
			}
		}
	}
}
