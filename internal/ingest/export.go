package ingest

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Guarded gives a cell that no spreadsheet takes for a formula: what begins like one and is no number gets a ' in front.
func Guarded(cell string) string {
	s := strings.TrimLeft(cell, " \t\r\n\u00a0\ufeff")
	risky := s != "" && strings.ContainsRune("=+-@\uff1d\uff0b\uff0d\uff20", []rune(s)[0])
	if !risky && cell == strings.TrimLeft(cell, "\t\r") {
		return cell
	}
	if _, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64); err == nil {
		return cell
	}
	return "'" + cell
}

// WriteCSV writes a table for spreadsheets: UTF-8 with its mark in front, so that Hindi is shown, every cell guarded.
func WriteCSV(w io.Writer, header []string, rows func(yield func([]string) bool)) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	if err := c.Write(guarded(header)); err != nil {
		return err
	}
	for row := range rows {
		if err := c.Write(guarded(row)); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

func guarded(row []string) []string {
	out := make([]string, len(row))
	for i, c := range row {
		out[i] = Guarded(c)
	}
	return out
}

// WriteXLSX writes a workbook of one sheet. Cells are written as text and so are never formulas; whole numbers and
// plain decimals are written as numbers, so that they can be added up.
func WriteXLSX(w io.Writer, sheet string, header []string, rows func(yield func([]string) bool)) error {
	f := excelize.NewFile()
	defer f.Close()
	const first = "Sheet1"
	sw, err := f.NewStreamWriter(first)
	if err != nil {
		return err
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	if err := sw.SetRow("A1", cellsOf(header, bold)); err != nil {
		return err
	}
	n := 1
	for row := range rows {
		n++
		if err := sw.SetRow("A"+strconv.Itoa(n), cellsOf(row, 0)); err != nil {
			return err
		}
	}
	if err := sw.Flush(); err != nil {
		return err
	}
	if err := f.SetSheetName(first, sheetName(sheet)); err != nil {
		return err
	}
	return f.Write(w)
}

func cellsOf(row []string, style int) []any {
	out := make([]any, len(row))
	for i, c := range row {
		out[i] = excelize.Cell{StyleID: style, Value: valueOf(c)}
	}
	return out
}

// valueOf gives a number for what is plainly one: not a code with a leading zero, a phone number or a long id.
func valueOf(cell string) any {
	if len(cell) > 12 || cell == "" || (cell[0] == '0' && len(cell) > 1 && cell[1] != '.') || cell[0] == '+' {
		return cell
	}
	if strings.IndexFunc(cell, func(r rune) bool { return (r < '0' || r > '9') && r != '.' && r != '-' }) >= 0 {
		return cell
	}
	if n, err := strconv.ParseFloat(cell, 64); err == nil {
		return n
	}
	return cell
}

// sheetName gives a name that workbooks allow: at most 31 characters, none of : \ / ? * [ ].
func sheetName(s string) string {
	s = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return '-'
		}
		return r
	}, s), "' ")
	if r := []rune(s); len(r) > 31 {
		s = string(r[:31])
	}
	if s == "" {
		return "1"
	}
	return s
}
