package doc

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func looksHTML(s string) bool {
	head := strings.ToLower(s[:min(len(s), 2000)])
	return strings.Contains(head, "<html") || strings.Contains(head, "<!doctype html") ||
		(strings.HasPrefix(strings.TrimSpace(head), "<") && strings.Contains(head, "</"))
}

// HTML gives the text of a page or of what was pasted from one: blocks on lines of their own, cells parted by " | ", list
// items numbered, scripts and styles left out. Nothing is fetched.
func HTML(s string) string {
	w := writer{}
	z := html.NewTokenizer(strings.NewReader(s))
	skip := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return tidy(w.b.String())
		case html.TextToken:
			if skip == 0 {
				w.words(string(z.Text()))
			}
		case html.StartTagToken:
			tag, _ := z.TagName()
			if a := atom.Lookup(tag); hidden(a) {
				skip++
			} else if skip == 0 {
				w.open(a)
			}
		case html.SelfClosingTagToken:
			tag, _ := z.TagName()
			if skip == 0 {
				w.open(atom.Lookup(tag))
			}
		case html.EndTagToken:
			tag, _ := z.TagName()
			if a := atom.Lookup(tag); hidden(a) {
				skip = max(0, skip-1)
			} else if skip == 0 {
				w.close(a)
			}
		}
	}
}

func hidden(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Head, atom.Template, atom.Noscript, atom.Svg, atom.Select:
		return true
	}
	return false
}

// writer turns tags into lines; a list remembers its count, a row whether a cell stands before.
type writer struct {
	b      strings.Builder
	counts []int // of the lists open; -1 is a list without numbers
	cells  []int // of the rows open
}

func (w *writer) words(s string) {
	if strings.Contains(s, "\n") {
		s = strings.ReplaceAll(s, "\n", " ")
	}
	w.b.WriteString(s)
}

func (w *writer) open(a atom.Atom) {
	switch a {
	case atom.Br:
		w.b.WriteByte('\n')
	case atom.Ol, atom.Ul:
		w.list(a == atom.Ol)
	case atom.Li:
		w.b.WriteByte('\n')
		w.item()
	case atom.Tr:
		w.cells = append(w.cells, 0)
		w.b.WriteByte('\n')
	case atom.Td, atom.Th:
		w.cell()
	default:
		if block(a) && len(w.cells) == 0 {
			w.b.WriteString("\n\n")
		} else if block(a) {
			w.b.WriteByte(' ')
		}
	}
}

// list begins a list; only one that stands in no other has an empty line before it.
func (w *writer) list(numbered bool) {
	if len(w.counts) == 0 {
		w.b.WriteByte('\n')
	}
	count := -1
	if numbered {
		count = 0
	}
	w.counts = append(w.counts, count)
}

func (w *writer) item() {
	if n := len(w.counts) - 1; n >= 0 && w.counts[n] >= 0 {
		w.counts[n]++
		w.b.WriteString(number(w.counts[n]))
		return
	}
	w.b.WriteString("• ")
}

func (w *writer) cell() {
	n := len(w.cells) - 1
	if n < 0 {
		w.b.WriteByte(' ')
		return
	}
	if w.cells[n] > 0 {
		w.b.WriteString(" | ")
	}
	w.cells[n]++
}

func (w *writer) close(a atom.Atom) {
	switch a {
	case atom.Ol, atom.Ul:
		w.counts = w.counts[:max(0, len(w.counts)-1)]
		w.b.WriteByte('\n')
	case atom.Tr:
		w.cells = w.cells[:max(0, len(w.cells)-1)]
		w.b.WriteByte('\n')
	case atom.Table:
		w.cells = nil
		w.b.WriteByte('\n')
	default:
		if block(a) && len(w.cells) == 0 {
			w.b.WriteString("\n\n")
		}
	}
}

func block(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Section, atom.Article, atom.Header, atom.Footer,
		atom.Blockquote, atom.Pre, atom.Table, atom.Hr, atom.Main, atom.Aside, atom.Dt, atom.Dd, atom.Figcaption:
		return true
	}
	return false
}
