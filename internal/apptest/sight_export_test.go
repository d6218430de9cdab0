package apptest

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/matter"
)

// exports holds both forms of the export against the rule, by the numbers in the files.
func (v *viewer) exports() {
	v.T.Helper()
	for _, form := range []string{app.XLSX, app.CSV} {
		var out bytes.Buffer
		v.Must(v.App.ExportMatters(context.Background(), v.who, app.Filter{}, form, &out))
		text := out.String()
		if form == app.XLSX {
			text = unzipped(v.T, out.Bytes())
		}
		v.same("export "+form, v.named(text), v.wanted(matter.Outline, open))
	}
	for _, r := range v.list(app.Filter{}) {
		if m := v.rule.matters[r.Key.ID]; v.rule.person(v.who.Person, m) == matter.Outline && r.Subject == m.Subject {
			v.T.Errorf("%s: a list tells the subject of %s", v.post, m.Number)
		}
	}
}

// named are the numbers of the matters that a text names.
func (v *viewer) named(text string) []string {
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("<>,\"\n\r", r) }) {
		words[w] = true
	}
	var list []string
	for _, m := range v.rule.matters {
		if words[m.Number] {
			list = append(list, m.Number)
		}
	}
	return list
}

func unzipped(t testing.TB, file []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, in); err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}
