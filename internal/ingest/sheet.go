package ingest

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// Sheet is one table of a file: its first row as the header, the others as text, with the line each stood on.
type Sheet struct {
	File   string
	Name   string // of the sheet in a workbook; "" in a CSV file
	Header []string
	Rows   []Line
	Serial bool // numbers in date columns are days counted from 1900, as workbooks keep them
}

// Line is one row of a sheet.
type Line struct {
	No    int // line in the file, the header being line 1 where nothing stands above it
	Cells []string
}

// Limits bound what is read from one file.
type Limits struct {
	Bytes    int64 // of the file
	Unpacked int64 // of a workbook's parts together
	Rows     int
	Columns  int
	Cell     int // runes
}

// Usual are the limits of an upload: 20 MB, 100,000 rows of at most 100 columns.
func Usual() Limits {
	return Limits{Bytes: 20 << 20, Unpacked: 200 << 20, Rows: 100_000, Columns: 100, Cell: 4000}
}

// Read reads a CSV file or workbook, told apart by its first bytes and not by its name. Sheets without a row are left out.
func Read(file string, data []byte, l Limits) ([]Sheet, error) {
	if int64(len(data)) > l.Bytes {
		return nil, fault.New(fault.TooLarge, "ingest.file_too_large", file, i18n.Number(l.Bytes>>20, false))
	}
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return readXLSX(file, data, l)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return nil, fault.New(fault.Invalid, "ingest.old_workbook", file)
	}
	s, err := readCSV(file, data, l)
	if err != nil || len(s.Header) == 0 {
		return nil, err
	}
	return []Sheet{s}, nil
}

// clean gives a cell as it is kept: NFC, one space between words, without invisible marks at its ends.
func clean(s string) string {
	if s == "" {
		return ""
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.TrimFunc(s, func(r rune) bool { return r <= ' ' || r == 0xA0 || r == 0xFEFF || r == 0x200B })
	return i18n.NFC(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"))
}

// check bounds a row and cleans its cells; trailing empty cells are dropped.
func (l Limits) check(file string, no int, cells []string) ([]string, error) {
	for len(cells) > 0 && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) > l.Columns {
		return nil, fault.New(fault.TooLarge, "ingest.too_many_columns", file, no, l.Columns)
	}
	for i, c := range cells {
		if len(c) > l.Cell && utf8.RuneCountInString(c) > l.Cell {
			return nil, fault.New(fault.TooLarge, "ingest.cell_too_long", file, no, i+1, l.Cell)
		}
		cells[i] = clean(c)
	}
	return cells, nil
}

// add enters a row: the first that holds anything is the header, empty ones are passed over.
func (s *Sheet) add(l Limits, no int, cells []string) error {
	cells, err := l.check(s.File, no, cells)
	if err != nil || len(cells) == 0 {
		return err
	}
	if s.Header == nil {
		s.Header = cells
		return nil
	}
	if len(s.Rows) >= l.Rows {
		return fault.New(fault.TooLarge, "ingest.too_many_rows", s.File, i18n.Number(int64(l.Rows), false))
	}
	s.Rows = append(s.Rows, Line{no, cells})
	return nil
}
