package ingest

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/anupalan/anupalan/internal/fault"
)

// readCSV reads UTF-8 with or without a mark in front, or UTF-16 with one as old spreadsheets save "Unicode text",
// parted by commas, semicolons or tabs.
func readCSV(file string, data []byte, l Limits) (Sheet, error) {
	data, _, err := transform.Bytes(unicode.BOMOverride(transform.Nop), data)
	if err != nil || !utf8.Valid(data) {
		return Sheet{}, fault.New(fault.Invalid, "ingest.not_utf8", file)
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return Sheet{}, fault.New(fault.Invalid, "ingest.not_a_table", file)
	}
	s := Sheet{File: file}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = separator(data)
	r.FieldsPerRecord = -1
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return s, nil
		}
		if pe := (*csv.ParseError)(nil); errors.As(err, &pe) {
			return Sheet{}, fault.Wrap(err, fault.Invalid, "ingest.quote", file, pe.Line, pe.Column)
		}
		if err != nil {
			return Sheet{}, fault.Wrap(err, fault.Invalid, "ingest.not_a_table", file)
		}
		no, _ := r.FieldPos(0)
		if err := s.add(l, no, cells); err != nil {
			return Sheet{}, err
		}
	}
}

// separator picks what parts the first line most often, outside quotes.
func separator(data []byte) rune {
	count := map[byte]int{}
	quoted := false
	for _, c := range data[:min(len(data), 64<<10)] {
		if c == '"' {
			quoted = !quoted
		}
		if !quoted && c == '\n' && len(count) > 0 {
			break
		}
		if !quoted && (c == ',' || c == ';' || c == '\t') {
			count[c]++
		}
	}
	best := byte(',')
	for _, c := range []byte{';', '\t'} {
		if count[c] > count[best] {
			best = c
		}
	}
	return rune(best)
}
