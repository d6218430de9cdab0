package app

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/fault"
)

// zipped makes an archive of empty parts.
func zipped(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, p := range parts {
		if _, err := w.Create(p); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAFileIsWhatItsBytesSay(t *testing.T) {
	const types, macro = "[Content_Types].xml", "word/vbaProject.bin"
	for name, c := range map[string]struct {
		content []byte
		kind    string // or the message of what is wrong
	}{
		"jpeg":                {[]byte("\xff\xd8\xff\xe0"), "jpg"},
		"webp":                {[]byte("RIFF....WEBPVP8 "), "jpg"},
		"pdf":                 {[]byte("%PDF-1.7\n\x00\x01"), "pdf"},
		"word":                {zipped(t, types, "word/document.xml"), "docx"},
		"excel":               {zipped(t, types, "xl/workbook.xml"), "xlsx"},
		"text":                {[]byte("आज बैठक हुई, कार्य आरंभ हुआ।\nकल फिर होगी।"), "txt"},
		"one line":            {[]byte("प्रखंड,संख्या"), "txt"},
		"table":               {[]byte("\ufeffप्रखंड,संख्या\nअमनौर,12\n"), "csv"},
		"table of semicolons": {[]byte("a;b\n1;2\n\"x;\n y\";3"), "csv"},
		"rows of two widths":  {[]byte("a,b\n1,2,3\n"), "txt"},
		"empty":               {nil, "file.empty"},
		"only spaces":         {[]byte(" \n\t"), "file.empty"},
		"nothing but a mark":  {[]byte("\ufeff \n"), "file.empty"},
		"an archive":          {zipped(t, "a.txt"), "file.refused"},
		"half an archive":     {[]byte("PK\x03\x04xxxx"), "file.refused"},
		"macros":              {zipped(t, types, "word/document.xml", macro), "file.macros"},
		"old word":            {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "file.refused"},
		"heic":                {[]byte("\x00\x00\x00\x18ftypheic"), "file.refused"},
		"gif":                 {[]byte("GIF89a\x01\x00\x01\x00"), "file.refused"},
		"program":             {[]byte("MZ\x90\x00"), "file.refused"},
		"page":                {[]byte("\ufeff  <!DOCTYPE html><script>"), "file.refused"},
		"drawing":             {[]byte("<svg onload=alert(1)>"), "file.refused"},
		"rtf":                 {[]byte("{\\rtf1 x}"), "file.refused"},
		"script":              {[]byte("#!/bin/sh\n"), "file.refused"},
		"not utf-8":           {[]byte("\xe0\xa4 a"), "file.refused"},
		"less than":           {[]byte("< 5 हैंडपंप शेष"), "txt"},
	} {
		kind, err := fileKind("a.exe", c.content)
		if f := fault.As(err); f != nil {
			if f.Kind != fault.Invalid || len(f.Fields) != 1 || f.Fields[0].Path != "file" || f.Fields[0].Args[0] != "a.exe" {
				t.Errorf("%s: %+v", name, f)
			}
			kind = f.Fields[0].Key
		}
		if kind != c.kind {
			t.Errorf("%s is %q, want %q", name, kind, c.kind)
		}
	}
}

func TestNamesAreSafeAndSayWhatTheFileIs(t *testing.T) {
	for _, c := range []struct{ name, kind, want string }{
		{"सड़क का फोटो.HEIC", "jpg", "सड़क का फोटो.jpg"},
		{"कार्यवाही.pdf.exe", "pdf", "कार्यवाही.pdf"},
		{`C:\Users\x\report.docx`, "docx", "report.docx"},
		{"../../etc/passwd", "txt", "passwd.txt"},
		{"a\r\nSet-Cookie: x\".pdf", "pdf", "aSet-Cookie_ x_.pdf"},
		{"gpj.\u202eexe.pdf", "pdf", "gpj.exe.pdf"},
		{"दिनांक 12.3.26 की बैठक", "txt", "दिनांक 12.3.26 की बैठक.txt"},
		{"...", "csv", "file.csv"},
		{"", "csv", "file.csv"},
		{"\xff\xfe", "csv", "file.csv"},
		{strings.Repeat("क", 300) + ".pdf", "pdf", strings.Repeat("क", 80) + ".pdf"},
	} {
		if got := safeName(c.name, c.kind); got != c.want {
			t.Errorf("%q became %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzFileKind(f *testing.F) {
	f.Add("a.csv", []byte("a,b\n1,2\n"))
	f.Add("a.docx", []byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		kind, err := fileKind(name, content)
		if (kind == "") == (err == nil) || kind != "" && contentType(kind) == "application/octet-stream" {
			t.Errorf("%q, %v", kind, err)
		}
		if got := safeName(name, "pdf"); strings.ContainsAny(got, "\"/\\\r\n\x00") || len(got) > 400 || got == ".pdf" {
			t.Errorf("%q", got)
		}
	})
}
