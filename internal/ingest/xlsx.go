package ingest

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/anupalan/anupalan/internal/fault"
)

// partInMemory is the size above which a part of a workbook goes through a file and not through memory.
const partInMemory = 4 << 20

// readXLSX reads every visible sheet of a workbook, values as they are kept and not as they look.
func readXLSX(file string, data []byte, l Limits) (sheets []Sheet, err error) {
	defer func() {
		if p := recover(); p != nil { // a broken workbook must never end the program
			sheets, err = nil, fault.Wrap(fmt.Errorf("workbook: %v", p), fault.Invalid, "ingest.broken_workbook", file)
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: l.Unpacked, UnzipXMLSizeLimit: min(partInMemory, l.Unpacked)})
	if err != nil {
		if strings.Contains(err.Error(), "exceeds") {
			return nil, fault.Wrap(err, fault.TooLarge, "ingest.unpacks_too_large", file)
		}
		return nil, fault.Wrap(err, fault.Invalid, "ingest.broken_workbook", file)
	}
	defer f.Close()
	for _, name := range f.GetSheetList() {
		if visible, err := f.GetSheetVisible(name); err != nil || !visible {
			continue
		}
		s := Sheet{File: file, Name: name, Serial: true}
		if err := s.fill(f, l); err != nil {
			return nil, err
		}
		if len(s.Header) > 0 {
			sheets = append(sheets, s)
		}
	}
	return sheets, nil
}

// fill streams the rows of one sheet.
func (s *Sheet) fill(f *excelize.File, l Limits) error {
	rows, err := f.Rows(s.Name)
	if err != nil {
		return fault.Wrap(err, fault.Invalid, "ingest.broken_workbook", s.File)
	}
	defer rows.Close()
	for no := 1; rows.Next(); no++ {
		cells, err := rows.Columns()
		if err != nil {
			return fault.Wrap(err, fault.Invalid, "ingest.broken_workbook", s.File)
		}
		if no > 2*l.Rows+1000 {
			return fault.New(fault.TooLarge, "ingest.too_many_rows", s.File, l.Rows)
		}
		if err := s.add(l, no, cells); err != nil {
			return err
		}
	}
	return rows.Error()
}
