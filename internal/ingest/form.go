package ingest

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/rule"
)

// Kind is what a column holds.
type Kind uint8

// The kinds of column.
const (
	Text   Kind = iota
	Slug        // a key: small letters, digits and _
	Slugs       // several, parted by |
	List        // words parted by |
	Day         // a date in any usual form
	Number      // a whole number, digits of either script, commas allowed
	YesNo       // हाँ/नहीं, yes/no, 1/0; empty is no
)

// Column is one column of a form.
type Column struct {
	Key      string
	Name     i18n.Text
	Other    []string // further headings that are understood
	Kind     Kind
	Required bool
	Longest  int      // runes; 0 is 200
	OneOf    []string // the words allowed, as they are kept
}

// Form is the columns of one kind of file.
type Form struct {
	Key     string
	Name    i18n.Text
	Columns []Column
}

// Row is one row of a form: a cell for each of its columns.
type Row struct {
	Line  int
	Cells []Cell
}

// Cell is a value by its column's kind.
type Cell struct {
	Text string
	List []string
	Day  calendar.Date
	N    int64
	Yes  bool
}

// Table is a sheet read by a form.
type Table struct {
	Form  *Form
	Sheet *Sheet
	Rows  []Row
	at    map[string]int
}

// mostFaults is how many wrong cells of one file are told; more would not be read.
const mostFaults = 200

// Parse reads a sheet by a form. The fault has one field for each wrong cell or heading, "file:line:heading"; rows are given
// only if nothing is wrong. Relative days (कल) are refused: a file says dates.
func (f *Form) Parse(s *Sheet, today calendar.Date) (*Table, error) {
	wrong := fault.New(fault.Invalid, "ingest.wrong_rows", s.File)
	at := f.bind(s, wrong)
	if err := wrong.Any(); err != nil {
		return nil, err
	}
	t := &Table{Form: f, Sheet: s, at: map[string]int{}}
	for i := range f.Columns {
		t.at[f.Columns[i].Key] = i
	}
	for _, line := range s.Rows {
		row := Row{Line: line.No, Cells: make([]Cell, len(f.Columns))}
		for i := range f.Columns {
			text := ""
			if h := at[i]; h >= 0 && h < len(line.Cells) {
				text = line.Cells[h]
			}
			cell, key, args := f.Columns[i].read(text, s.Serial, today)
			if key != "" && len(wrong.Fields) < mostFaults {
				wrong.With(s.where(line.No, f.Columns[i].Key), key, args...)
			}
			row.Cells[i] = cell
		}
		t.Rows = append(t.Rows, row)
	}
	return t, wrong.Any()
}

// where names a cell: file, line, heading.
func (s *Sheet) where(line int, column string) string {
	name := s.File
	if s.Name != "" {
		name += "[" + s.Name + "]"
	}
	return fmt.Sprintf("%s:%d:%s", name, line, column)
}

// bind finds for each column the heading it stands under, -1 where it is left out.
func (f *Form) bind(s *Sheet, wrong *fault.Fault) []int {
	at := make([]int, len(f.Columns))
	for i := range at {
		at[i] = -1
	}
	for h, heading := range s.Header {
		i := f.column(heading)
		switch {
		case heading == "":
		case i < 0:
			wrong.With(s.where(1, heading), "ingest.unknown_heading", heading, f.meant(heading))
		case at[i] >= 0:
			wrong.With(s.where(1, heading), "ingest.heading_twice", f.Columns[i].Name)
		default:
			at[i] = h
		}
	}
	for i := range f.Columns {
		if c := &f.Columns[i]; c.Required && at[i] < 0 {
			wrong.With(s.where(1, c.Key), "ingest.heading_missing", c.Name, c.Key)
		}
	}
	return at
}

// column finds the column a heading means, in either language, -1 if none.
func (f *Form) column(heading string) int {
	h := i18n.Fold(strings.ReplaceAll(heading, "_", " "))
	return slices.IndexFunc(f.Columns, func(c Column) bool {
		return slices.ContainsFunc(c.words(), func(w string) bool { return i18n.Fold(strings.ReplaceAll(w, "_", " ")) == h })
	})
}

func (c *Column) words() []string { return append([]string{c.Key, c.Name.Hi, c.Name.En}, c.Other...) }

// meant gives the nearest heading, as a half sentence in both languages.
func (f *Form) meant(heading string) i18n.Text {
	var names []string
	for i := range f.Columns {
		names = append(names, f.Columns[i].words()...)
	}
	return rule.Meant(heading, names)
}

// Matches tells how well a header fits the form: the number of its columns found, 0 if a needed one is missing.
func (f *Form) Matches(header []string) int {
	found := 0
	have := map[int]bool{}
	for _, h := range header {
		if i := f.column(h); i >= 0 && !have[i] {
			have[i] = true
			found++
		}
	}
	for i := range f.Columns {
		if f.Columns[i].Required && !have[i] {
			return 0
		}
	}
	return found
}

// Cell gives the cell of a column by its key.
func (t *Table) Cell(r *Row, key string) *Cell { return &r.Cells[t.at[key]] }

// Text gives the text of a column by its key.
func (t *Table) Text(r *Row, key string) string { return t.Cell(r, key).Text }

func (c *Column) longest() int {
	if c.Longest == 0 {
		return 200
	}
	return c.Longest
}

// read gives the cell, or the message of what is wrong with it.
func (c *Column) read(text string, serial bool, today calendar.Date) (cell Cell, key string, args []any) {
	cell.Text = text
	switch {
	case text == "" && c.Required:
		return cell, "ingest.empty", []any{c.Name}
	case text == "":
		return cell, "", nil
	case utf8.RuneCountInString(text) > c.longest():
		return cell, "ingest.too_long", []any{c.Name, c.longest()}
	}
	switch c.Kind {
	case Slug:
		return c.slugs(cell, []string{text})
	case Slugs:
		cell.List = split(text)
		return c.slugs(cell, cell.List)
	case List:
		cell.List = split(text)
	case Day:
		day, err := parseDay(text, serial, today)
		if err != nil {
			f := fault.As(err)
			return cell, f.Key, f.Args
		}
		cell.Day = day
	case Number:
		n, ok := parseNumber(text)
		if !ok {
			return cell, "ingest.not_a_number", []any{c.Name, text}
		}
		cell.N = n
	case YesNo:
		yes, ok := parseYes(text)
		if !ok {
			return cell, "ingest.not_yes_or_no", []any{c.Name, text}
		}
		cell.Yes = yes
	}
	return c.oneOf(cell)
}

func (c *Column) oneOf(cell Cell) (Cell, string, []any) {
	if len(c.OneOf) == 0 || slices.Contains(c.OneOf, cell.Text) {
		return cell, "", nil
	}
	return cell, "ingest.not_one_of", []any{c.Name, cell.Text, rule.Meant(cell.Text, c.OneOf)}
}

func (c *Column) slugs(cell Cell, list []string) (Cell, string, []any) {
	for _, s := range list {
		if !isSlug(s) {
			return cell, "ingest.not_a_key", []any{c.Name, s}
		}
	}
	return c.oneOf(cell)
}
