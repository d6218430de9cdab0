package house

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const root = "../.."

// long names the files that may pass 400 lines, each with its reason.
var long = map[string]string{}

// goFiles calls f with every Go file of the project, by its path from the root.
func goFiles(t *testing.T, f func(name string, src []byte)) {
	t.Helper()
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && p != root {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(p, ".go") {
			return nil
		}
		src, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, p)
		f(filepath.ToSlash(name), src)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestNoFileIsLong(t *testing.T) {
	goFiles(t, func(name string, src []byte) {
		if n := bytes.Count(src, []byte("\n")); n > 420 && long[name] == "" {
			t.Errorf("%s has %d lines; split it by action", name, n)
		}
	})
}

// TestNoPackIsNamedInGo holds the promise that a new system is a new file: no key of
// packs/systems stands as a whole string, or as the head of a dotted one, in product code.
func TestNoPackIsNamedInGo(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(root, "packs/systems/*.yaml"))
	var keys []string
	for _, f := range files {
		keys = append(keys, regexp.QuoteMeta(strings.TrimSuffix(filepath.Base(f), ".yaml")))
	}
	if len(keys) == 0 {
		t.Skip("no system pack yet")
	}
	named := regexp.MustCompile("[\"`](" + strings.Join(keys, "|") + ")([.\"`])")
	goFiles(t, func(name string, src []byte) {
		if strings.HasSuffix(name, "_test.go") {
			return
		}
		if m := named.Find(src); m != nil {
			t.Errorf("%s names a pack: %s", name, m)
		}
	})
}

// TestTimeIsAnArgument forbids the wall clock in everything that decides.
func TestTimeIsAnArgument(t *testing.T) {
	goFiles(t, func(name string, src []byte) {
		dir := filepath.ToSlash(filepath.Dir(name))
		if floor, ok := floors[dir]; !ok || floor > 1 || strings.HasSuffix(name, "_test.go") {
			return
		}
		if bytes.Contains(src, []byte("time.Now(")) {
			t.Errorf("%s reads the wall clock; take now as an argument", name)
		}
	})
}

func TestEveryPackageSaysWhatItIs(t *testing.T) {
	documented := map[string]bool{}
	goFiles(t, func(name string, src []byte) {
		if strings.HasSuffix(name, "_test.go") {
			return
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ParseComments|parser.PackageClauseOnly)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		dir := filepath.Dir(name)
		documented[dir] = documented[dir] || file.Doc != nil
	})
	for dir, ok := range documented {
		if !ok {
			t.Errorf("package %s has no doc comment", dir)
		}
	}
}

func TestEveryExportedNameIsDocumented(t *testing.T) {
	goFiles(t, func(name string, src []byte) {
		if strings.HasSuffix(name, "_test.go") {
			return
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, src, parser.ParseComments)
		if err != nil {
			return
		}
		for _, d := range file.Decls {
			if what := undocumented(d); what != "" {
				t.Errorf("%s: %s has no doc comment", fset.Position(d.Pos()), what)
			}
		}
	})
}

func undocumented(d ast.Decl) string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) {
			return d.Name.Name
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			if ts, ok := s.(*ast.TypeSpec); ok && ts.Name.IsExported() && d.Doc == nil && ts.Doc == nil {
				return ts.Name.Name
			}
		}
	}
	return ""
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	typ := d.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	id, ok := typ.(*ast.Ident)
	return ok && id.IsExported()
}

// TestNothingIsLeftOpen wants open work to be an issue, not a note in the source.
func TestNothingIsLeftOpen(t *testing.T) {
	open := regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|XX` + `X)\b`)
	goFiles(t, func(name string, src []byte) {
		if m := open.Find(src); m != nil {
			t.Errorf("%s leaves something open: %s", name, m)
		}
	})
}
