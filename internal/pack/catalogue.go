package pack

import (
	"encoding/csv"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

// CatalogueRow is one row of a dated catalogue with its days of validity.
type CatalogueRow struct {
	Key    string
	Name   i18n.Text
	From   calendar.Date // first day; 0 ever
	To     calendar.Date // last day; 0 open
	Source string
	Values map[string]rule.Value
}

// valid reports whether the row counts on a day.
func (c *CatalogueRow) valid(on calendar.Date) bool {
	return (c.From == 0 || c.From <= on) && (c.To == 0 || on <= c.To)
}

// Rows gives the rows of every catalogue in force on a day in a State, for a decision: a
// State's own row stands before the one beside the pack.
func (s *Set) Rows(profile string, on calendar.Date) map[matter.RowKey]*matter.Row {
	out := map[matter.RowKey]*matter.Row{}
	for _, p := range s.Packs {
		for _, key := range slices.Sorted(maps.Keys(p.Scope.Books)) {
			book := p.Key + "." + key
			for _, c := range s.catalogue(profile, book) {
				if c.valid(on) {
					out[matter.RowKey{Book: book, Key: c.Key}] = &matter.Row{Key: c.Key, Name: c.Name, Values: c.Values}
				}
			}
		}
	}
	return out
}

// Catalogue gives all rows of one book in a State, past and future ones too.
func (s *Set) Catalogue(profile, book string) []CatalogueRow { return s.catalogue(profile, book) }

func (s *Set) catalogue(profile, book string) []CatalogueRow {
	if own, ok := s.rows[profile+"/"+book]; ok && profile != "" {
		return own
	}
	return s.rows[book]
}

// catalogues reads the CSV beside each pack, systems/<pack>.<register>.csv, and the rows
// its examples speak of, systems/<pack>.<register>.sample.csv.
func (l *loader) catalogues() {
	for _, p := range l.set.Packs {
		for _, key := range slices.Sorted(maps.Keys(p.Scope.Books)) {
			name := p.Key + "." + key
			l.catalogue("systems/"+name+".csv", name, p, l.set.rows)
			l.catalogue("systems/"+name+".sample.csv", name, p, l.set.samples)
		}
	}
}

func (l *loader) catalogue(file, name string, p *Pack, into map[string][]CatalogueRow) {
	if _, err := fs.Stat(l.fsys, file); err != nil {
		return
	}
	b := p.Scope.Books[strings.TrimPrefix(name, p.Key+".")]
	into[name] = l.csv(file, p, &b)
}

// csv reads the rows of one book. Besides the book's fields there may be name_hi, name_en,
// from, to and source.
func (l *loader) csv(file string, p *Pack, b *matter.Book) []CatalogueRow {
	bk := &book{file: shown(file)}
	defer func() { l.take(bk) }()
	src, err := fs.ReadFile(l.fsys, file)
	if err != nil {
		bk.shape(rule.Pos{Line: 1, Col: 1}, "pack.file_unreadable", err.Error())
		return nil
	}
	rd := csv.NewReader(strings.NewReader(strings.TrimPrefix(i18n.NFC(string(src)), "\ufeff")))
	rd.Comment = '#'
	all, err := rd.ReadAll()
	if err != nil || len(all) == 0 {
		bk.shape(rule.Pos{Line: 1, Col: 1}, "pack.row_csv", err)
		return nil
	}
	t := table{book: bk, pack: p, of: b, head: all[0], seen: map[string]bool{}}
	if !t.columns() {
		return nil
	}
	var rows []CatalogueRow
	for i, rec := range all[1:] {
		rows = append(rows, t.row(i+2, rec))
	}
	return rows
}

// table reads one CSV of rows.
type table struct {
	*book
	pack *Pack
	of   *matter.Book
	head []string
	seen map[string]bool
}

const rowColumns = "name_hi name_en from to source"

func (t *table) columns() bool {
	ok := true
	for i, h := range t.head {
		if !in(rowColumns, h) && column(t.of, h) == nil {
			t.shape(rule.Pos{Line: 1, Col: i + 1}, "pack.row_column", h, t.of.Key, rule.Meant(h, fieldKeys(t.of.Fields)))
			ok = false
		}
	}
	return ok
}

func (t *table) row(line int, rec []string) CatalogueRow {
	row := CatalogueRow{Values: map[string]rule.Value{}}
	for i, text := range rec {
		t.cell(&row, line, t.head[i], text)
	}
	row.Key = row.Values[t.of.RowKey].S
	id := row.Key + row.From.String()
	if row.Key == "" || t.seen[id] {
		t.shape(rule.Pos{Line: line, Col: 1}, "pack.row_key", line, t.of.RowKey)
	}
	t.seen[id] = true
	return row
}

func (t *table) cell(row *CatalogueRow, line int, head, text string) {
	switch head {
	case "name_hi":
		row.Name.Hi = text
	case "name_en":
		row.Name.En = text
	case "source":
		row.Source = text
	case "from":
		row.From = t.date(line, head, text)
	case "to":
		row.To = t.date(line, head, text)
	default:
		f := column(t.of, head)
		v, ok := ValueOf(f, text)
		if !ok || !t.coded(f, v) {
			t.shape(rule.Pos{Line: line, Col: 1}, "pack.row_value", line, head, text, fieldTypeText(f.Type))
			return
		}
		row.Values[head] = v
	}
}

// coded wants codes of the list, and retired ones no longer.
func (t *table) coded(f *matter.Field, v rule.Value) bool {
	l, ok := t.pack.Scope.Lists[f.Arg]
	if !ok || f.Type != matter.TOneOf && f.Type != matter.TSomeOf {
		return true
	}
	for _, c := range append(v.List, v.S) {
		if c != "" && !hasCode(&l, c) {
			return false
		}
	}
	return true
}

func (t *table) date(line int, head, text string) calendar.Date {
	if text == "" {
		return 0
	}
	d, err := calendar.ParseDate(text)
	if err != nil {
		t.shape(rule.Pos{Line: line, Col: 1}, "pack.row_value", line, head, text, fieldTypeText(matter.TDate))
	}
	return d
}
