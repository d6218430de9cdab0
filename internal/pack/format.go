package pack

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/rule"
)

// wide is the most characters on a line; an act past actWide becomes a block.
const (
	wide    = 140
	actWide = 120
)

// Format sets the lines and spaces of one pack, profile or common file. It keeps comments,
// single empty lines and every word; a file with slips of the hand is left alone and its
// faults are given back. What it gives means the same as what it was given.
func Format(file string, src []byte) ([]byte, Faults) {
	b := &book{file: file}
	root := parse(b, src)
	if root == nil || len(b.faults) > 0 {
		return nil, b.faults.earliest()
	}
	scan := scanSource(sourceText(src))
	p := &printer{scan: scan}
	p.block(root.entries, 0, "")
	p.lead(1<<30, 0)
	out := p.out.Bytes()
	check := &book{file: file}
	if again := parse(check, out); again == nil || meaningHash(again) != meaningHash(root) {
		b.add(passSlips, root.pos, "pack.format_differs")
		return nil, b.faults
	}
	return out, nil
}

// printer writes nodes; comments are written when the entry after them comes.
type printer struct {
	out  bytes.Buffer
	scan scanned
	next int // the next comment
}

// lead writes what stands before an entry that began on a line of the source: comments of
// their own, and one empty line if there was any.
func (p *printer) lead(line, indent int) {
	empty := p.scan.blank[line-1]
	for p.next < len(p.scan.comments) && p.scan.comments[p.next].line < line {
		c := p.scan.comments[p.next]
		p.next++
		if p.scan.blank[c.line-1] && p.out.Len() > 0 {
			p.newline()
		}
		p.indent(indent)
		p.out.WriteString(c.text)
		p.newline()
	}
	if empty && p.out.Len() > 0 && !bytes.HasSuffix(p.out.Bytes(), []byte("\n\n")) {
		p.newline()
	}
}

// trail writes the comment that stood at the end of a line.
func (p *printer) trail(line int) {
	if p.next < len(p.scan.comments) {
		if c := p.scan.comments[p.next]; c.line == line && !c.own {
			p.out.WriteString("  " + c.text)
			p.next++
		}
	}
	p.newline()
}

func (p *printer) newline() { p.out.WriteByte('\n') }

func (p *printer) indent(n int) { p.out.WriteString(strings.Repeat(" ", n)) }

// block writes entries one below the other; the values of line entries that follow one
// another begin in one column.
func (p *printer) block(entries []entry, indent int, of string) {
	pads := columns(entries, indent, of)
	for i, e := range entries {
		p.lead(e.pos.Line, indent)
		p.indent(indent)
		p.entry(e, indent, pads[i], of)
	}
}

// columns gives for each entry how wide its key is written.
func columns(entries []entry, indent int, of string) []int {
	pads := make([]int, len(entries))
	for i := 0; i < len(entries); {
		j, longest := i, 0
		for j < len(entries) && isLine(entries[j]) && !longAct(entries[j], indent, of) {
			longest = max(longest, len(entries[j].key))
			j++
		}
		for ; i < j; i++ {
			pads[i] = longest
		}
		if j < len(entries) {
			pads[j] = len(entries[j].key)
		}
		i = j + 1
	}
	return pads
}

// longAct reports whether an act on one line is to become a block.
func longAct(e entry, indent int, of string) bool {
	if of != "acts" || e.val.kind != scalar || e.val.quoted || indent+width(writtenKey(e.key))+2+width(tidy(e.val)) <= actWide {
		return false
	}
	parts := rule.Halves(e.val.text, rule.Pos{Line: 1, Col: 1})
	if len(parts) != 3 {
		return false
	}
	_, slips := rule.ParseAct(parts[2])
	return len(slips) == 0
}

// isLine reports whether an entry is one line of "Hindi | English".
func isLine(e entry) bool {
	if e.val.kind != scalar || e.key == "name" || e.key == "source" || e.key == "act" || len(e.key) > 20 {
		return false
	}
	text := tidy(e.val)
	return text[0] != '"' && strings.Contains(text, " | ")
}

func (p *printer) entry(e entry, indent, pad int, of string) {
	key := writtenKey(e.key) + ":"
	switch v := e.val; {
	case v.kind == scalar:
		p.scalarEntry(e, key, indent, pad, of)
	case v.flow && indent+len(key)+1+width(flow(v)) <= wide || empty(v):
		p.out.WriteString(key + " " + flow(v))
		p.trail(v.last)
	case v.kind == mapping:
		p.out.WriteString(key)
		p.trail(e.pos.Line)
		p.block(v.entries, indent+2, e.key)
	default:
		p.out.WriteString(key)
		p.trail(e.pos.Line)
		p.items(v, indent+2)
	}
}

func empty(n *node) bool { return len(n.entries) == 0 && len(n.items) == 0 }

func (p *printer) scalarEntry(e entry, key string, indent, pad int, of string) {
	text := tidy(e.val)
	line := key + strings.Repeat(" ", max(0, pad-len(e.key))+1) + text
	if longAct(e, indent, of) {
		p.actBlock(e, key, indent)
		return
	}
	if indent+width(line) > wide && in("from by not asks may needs", e.key) && !e.val.quoted {
		p.listed(e, key, indent)
		return
	}
	p.out.WriteString(line)
	p.trail(e.val.last)
}

// listed writes a clause too long for a line as a list, one name a line.
func (p *printer) listed(e entry, key string, indent int) {
	joint := " and "
	if in("from by not", e.key) {
		joint = " or "
	}
	p.out.WriteString(key)
	p.trail(e.val.last)
	for name := range strings.SplitSeq(tidy(e.val), joint) {
		p.indent(indent + 2)
		p.out.WriteString("- " + name)
		p.newline()
	}
}

// actBlock writes a long act as a block: its way on the first line, the rest below.
func (p *printer) actBlock(e entry, key string, indent int) {
	parts := rule.Halves(e.val.text, rule.Pos{Line: 1, Col: 1})
	phrase, _ := rule.ParseAct(parts[2])
	p.out.WriteString(key)
	p.trail(e.val.last)
	head := parts[0].S + " | " + parts[1].S
	var below []rule.Clause
	way := ""
	for _, c := range phrase.Clauses() {
		switch {
		case in("from to by not every offline", c.Key) && !(c.Key == "by" && len(c.Value) > 60):
			way = strings.TrimSpace(way + " " + strings.TrimSpace(c.Key+" "+c.Value))
		default:
			below = append(below, c)
		}
	}
	if way != "" {
		head += " | " + way
	}
	p.indent(indent + 2)
	p.out.WriteString("act: " + head)
	p.newline()
	for _, c := range below {
		p.indent(indent + 2)
		p.out.WriteString(c.Key + ": " + c.Value)
		p.newline()
	}
}

// items writes a list one item below the other.
func (p *printer) items(n *node, indent int) {
	for _, item := range n.items {
		p.lead(item.pos.Line, indent)
		p.indent(indent)
		p.out.WriteString("- ")
		switch {
		case item.kind == scalar:
			p.out.WriteString(tidy(item))
			p.trail(item.last)
		case item.flow && indent+2+width(flow(item)) <= wide || empty(item):
			p.out.WriteString(flow(item))
			p.trail(item.last)
		case item.kind == mapping:
			pads := columns(item.entries, indent+2, "")
			p.entry(item.entries[0], indent+2, pads[0], "")
			for i, e := range item.entries[1:] {
				p.lead(e.pos.Line, indent+2)
				p.indent(indent + 2)
				p.entry(e, indent+2, pads[i+1], "")
			}
		default:
			p.out.WriteString(flow(item))
			p.trail(item.last)
		}
	}
}

// flow writes a node in braces and brackets on one line.
func flow(n *node) string {
	var b strings.Builder
	switch n.kind {
	case scalar:
		return flowScalar(n)
	case mapping:
		b.WriteByte('{')
		for i, e := range n.entries {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(writtenKey(e.key) + ": " + flow(e.val))
		}
		b.WriteByte('}')
	case sequence:
		b.WriteByte('[')
		for i, item := range n.items {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(flow(item))
		}
		b.WriteByte(']')
	}
	return b.String()
}

func flowScalar(n *node) string {
	if !n.quoted && strings.ContainsAny(n.text, ",[]{}") {
		return quote(n.text)
	}
	return tidy(n)
}

// tidy writes a scalar with single spaces between its words and around its bars.
func tidy(n *node) string {
	if n.quoted {
		return quote(n.text)
	}
	text := strings.Join(strings.Fields(n.text), " ")
	if strings.Contains(text, "|") {
		parts := rule.Halves(text, rule.Pos{})
		words := make([]string, len(parts))
		for i, h := range parts {
			words[i] = h.S
		}
		text = strings.TrimSpace(strings.Join(words, " | "))
	}
	if needsQuote(text) {
		return quote(text)
	}
	return text
}

func needsQuote(s string) bool {
	return s == "" || strings.ContainsRune("{}[]&*!%@|>'\"#,?`-", rune(s[0])) && !(s[0] == '-' && len(s) > 1 && s[1] != ' ') ||
		strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.HasSuffix(s, ":") || !utf8.ValidString(s)
}

func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range s {
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\t':
			b.WriteString(`\t`)
		case c < ' ' || c == 0x7f:
			b.WriteString(" ")
		default:
			b.WriteRune(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func writtenKey(k string) string {
	if needsQuote(k) || strings.ContainsAny(k, ",[]{}") {
		return quote(k)
	}
	return k
}

func width(s string) int { return utf8.RuneCountInString(s) }
