package ingest

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/anupalan/anupalan/internal/fault"
)

func TestCSVInTheFormsOfficesSend(t *testing.T) {
	want := []string{"अमनौर", "2,54,000", "a\nb"}
	for name, text := range map[string]string{
		"comma":     "name,n,t\nअमनौर,\"2,54,000\",\"a\nb\"\n",
		"mark":      "\ufeffname,n,t\nअमनौर,\"2,54,000\",\"a\nb\"\n",
		"semicolon": "name;n;t\nअमनौर;2,54,000;\"a\nb\"\n",
		"tab":       "name\tn\tt\nअमनौर\t2,54,000\t\"a\nb\"\n",
		"crlf":      "name,n,t\r\n अमनौर ,\"2,54,000\",\"a\r\nb\"\r\n",
		"utf16":     "\xff\xfe" + strings.Join(strings.Split("name\tn\tt\n", ""), "\x00") + "\x00\x05\x09\x2e\x09\x28\x09\x4c\x09\x30\x09" + strings.Join(strings.Split("\t2,54,000\t\"a\nb\"\n", ""), "\x00") + "\x00",
		"empty":     "\n\nname,n,t\n,,\n\nअमनौर,\"2,54,000\",\"a\nb\",,\n",
	} {
		s, err := Read(name, []byte(text), Usual())
		if err != nil || len(s) != 1 || len(s[0].Rows) != 1 || !slices.Equal(s[0].Rows[0].Cells, want) {
			t.Errorf("%s: %+v %v", name, s, err)
		}
	}
}

func TestLinesAreThoseOfTheFile(t *testing.T) {
	s, err := Read("x.csv", []byte("a,b\n\n\"1\n2\",x\n3,y\n"), Usual())
	if err != nil || s[0].Rows[0].No != 3 || s[0].Rows[1].No != 5 {
		t.Errorf("%+v %v", s, err)
	}
}

func key(err error) string {
	if err == nil {
		return ""
	}
	return fault.As(err).Key
}

func TestWhatIsNotATableIsRefused(t *testing.T) {
	small := Limits{Bytes: 100, Unpacked: 1 << 20, Rows: 2, Columns: 3, Cell: 5}
	for name, tc := range map[string]struct {
		data string
		l    Limits
		key  string
	}{
		"not utf8":   {"a,b\n\xff\xfe\n", Usual(), "ingest.not_utf8"},
		"binary":     {"a\x00b", Usual(), "ingest.not_a_table"},
		"quote":      {"a,b\n\"x\"y,z\n", Usual(), "ingest.quote"},
		"xls":        {"\xd0\xcf\x11\xe0rest", Usual(), "ingest.old_workbook"},
		"not xlsx":   {"PK\x03\x04rest", Usual(), "ingest.broken_workbook"},
		"large file": {strings.Repeat("a", 101), small, "ingest.file_too_large"},
		"rows":       {"a\n1\n2\n3\n", small, "ingest.too_many_rows"},
		"columns":    {"a,b,c,d\n", small, "ingest.too_many_columns"},
		"cell":       {"a\nकककककक\n", small, "ingest.cell_too_long"},
	} {
		if _, err := Read("f", []byte(tc.data), tc.l); key(err) != tc.key {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func workbook(t testing.TB) *excelize.File {
	f := excelize.NewFile()
	for cell, v := range map[string]any{"A1": "key", "B1": "from", "C1": "n", "A2": "अमनौर", "B2": 46027, "C2": 12.0, "A4": "x"} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

func packed(t testing.TB, f *excelize.File) []byte {
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestWorkbookIsReadAsItIsKept(t *testing.T) {
	f := workbook(t)
	if _, err := f.NewSheet("hidden"); err != nil {
		t.Fatal(err)
	}
	f.SetCellValue("hidden", "A1", "secret")
	f.SetSheetVisible("hidden", false)
	s, err := Read("x.xlsx", packed(t, f), Usual())
	if err != nil || len(s) != 1 || !s[0].Serial {
		t.Fatalf("%+v %v", s, err)
	}
	if got := s[0].Rows; len(got) != 2 || got[0].Cells[1] != "46027" || got[1].No != 4 {
		t.Errorf("%+v", got)
	}
	day, err := parseDay("46027", true, today)
	if err != nil || day.String() != "2026-01-05" {
		t.Errorf("day %v %v", day, err)
	}
	if _, err := parseDay("46027", false, today); err == nil {
		t.Error("a number passed for a date in a CSV file")
	}
}

func TestZipBombIsRefused(t *testing.T) {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, name := range []string{"[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"} {
		f, _ := w.Create(name)
		f.Write(bytes.Repeat([]byte(" "), 8<<20))
	}
	w.Close()
	l := Usual()
	l.Unpacked = 10 << 20
	if _, err := Read("bomb.xlsx", buf.Bytes(), l); key(err) != "ingest.unpacks_too_large" {
		t.Errorf("%d bytes: %v", buf.Len(), err)
	}
}

func TestNumbersAndAnswers(t *testing.T) {
	for text, want := range map[string]int64{"2,54,000": 254000, "२५४": 254, "12.0": 12, "-3": -3} {
		if n, ok := parseNumber(text); !ok || n != want {
			t.Errorf("%q = %d %v", text, n, ok)
		}
	}
	for _, text := range []string{"", "1.5", "१२क", "9999999999999999999"} {
		if n, ok := parseNumber(text); ok {
			t.Errorf("%q = %d", text, n)
		}
	}
	for text, want := range map[string]bool{"हाँ": true, "हां": true, "Yes": true, "नहीं": false, "NO": false} {
		if yes, ok := parseYes(text); !ok || yes != want {
			t.Errorf("%q = %v %v", text, yes, ok)
		}
	}
	if _, ok := parseYes("शायद"); ok {
		t.Error("perhaps passed for an answer")
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("key,kind,name_hi,name_en\nx,block,क,X\n"))
	f.Add([]byte("\"a\n"))
	f.Add(packed(f, workbook(f)))
	o := empty(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		l := Limits{Bytes: 1 << 20, Unpacked: 1 << 20, Rows: 100, Columns: 20, Cell: 100}
		sheets, err := Read("f", data, l)
		if err != nil {
			return
		}
		BindOrg(o, sheets, ids(), today)
	})
}
