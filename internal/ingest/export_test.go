package ingest

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestNoCellBecomesAFormula(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", " =cmd()": "' =cmd()", "+91 99": "'+91 99", "-5": "-5", "-2,54,000": "-2,54,000", "-x": "'-x", "@a": "'@a",
		"\tx": "'\tx", "＝1+1": "'＝1+1", "अमनौर": "अमनौर", "": "", "a=b": "a=b", "3.5": "3.5", "+5": "+5",
	} {
		if got := Guarded(cell); got != want {
			t.Errorf("%q became %q, want %q", cell, got, want)
		}
	}
}

func TestExportReadsBack(t *testing.T) {
	rows := [][]string{{"अमनौर", "2026", "=x", "007"}, {"मकेर, ब", "3.5", "\"q\"", "00000-12345"}}
	var buf bytes.Buffer
	if err := WriteCSV(&buf, []string{"a", "b", "c", "d"}, slices.Values(rows)); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(buf.String(), "\ufeff") || !strings.Contains(buf.String(), "'=x") {
		t.Errorf("%q", buf.String())
	}
	s, err := Read("x.csv", buf.Bytes(), Usual())
	if err != nil || s[0].Rows[1].Cells[0] != "मकेर, ब" {
		t.Errorf("%+v %v", s, err)
	}
	buf.Reset()
	if err := WriteXLSX(&buf, "सूची: 1/2", []string{"a", "b", "c", "d"}, slices.Values(rows)); err != nil {
		t.Fatal(err)
	}
	s, err = Read("x.xlsx", buf.Bytes(), Usual())
	if err != nil || len(s) != 1 || s[0].Name != "सूची- 1-2" || !slices.Equal(s[0].Rows[0].Cells, rows[0]) {
		t.Errorf("%+v %v", s, err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(buf.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if formula, _ := f.GetCellFormula("सूची- 1-2", "C2"); formula != "" {
		t.Errorf("a formula %q", formula)
	}
}
