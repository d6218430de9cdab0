package pack

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/rule"
)

// node is one value of a file. Every scalar is text, so that yes, 10 and a date mean
// what their place wants.
type node struct {
	kind    nodeKind
	text    string
	quoted  bool
	flow    bool
	entries []entry
	items   []*node
	pos     rule.Pos
	last    int            // the last line it stands on
	lines   map[string]int // of a map: where each key stands
}

type nodeKind uint8

const (
	scalar nodeKind = iota + 1
	mapping
	sequence
)

type entry struct {
	key string
	pos rule.Pos
	val *node
}

// name gives a scalar's text with the place of its first letter.
func (n *node) name() rule.Name {
	at := n.pos
	if n.quoted {
		at.Col++
	}
	return rule.Name{S: n.text, Pos: at}
}

// texts gives a scalar, or the scalars of a list.
func (n *node) texts() []rule.Name {
	if n.kind == scalar {
		return []rule.Name{n.name()}
	}
	var list []rule.Name
	for _, i := range n.items {
		if i.kind == scalar {
			list = append(list, i.name())
		}
	}
	return list
}

func (e entry) name() rule.Name { return rule.Name{S: e.key, Pos: e.pos} }

// get gives the value of a key, nil if it does not stand there.
func (n *node) get(key string) *node {
	if n == nil {
		return nil
	}
	for _, e := range n.entries {
		if e.key == key {
			return e.val
		}
	}
	return nil
}

// parse reads a file into nodes. The hand's slips are looked for first, because a YAML
// parser would report them by their consequences.
func parse(b *book, src []byte) *node {
	if len(src) > longest {
		b.add(passSlips, rule.Pos{Line: 1, Col: 1}, "pack.too_long", longest>>10)
		return nil
	}
	text := sourceText(src)
	scan := scanSource(text)
	if len(scan.slips) > 0 {
		for _, s := range scan.slips {
			b.add(passSlips, s.Pos, s.Key, s.Args...)
		}
		return nil
	}
	if scan.empty {
		b.add(passSlips, rule.Pos{Line: 1, Col: 1}, "pack.empty_file")
		return nil
	}
	return convert(b, text)
}

// sourceText is a file's text without what some editors put in: a mark at the beginning,
// carriage returns at the ends of lines.
func sourceText(src []byte) string {
	return i18n.NFC(strings.ReplaceAll(strings.TrimPrefix(string(src), "\ufeff"), "\r\n", "\n"))
}

// convert runs the YAML parser, which may itself fail on odd bytes; whatever goes wrong
// there is a fault of the file.
func convert(b *book, text string) (root *node) {
	defer func() {
		if r := recover(); r != nil {
			b.add(passSlips, rule.Pos{Line: 1, Col: 1}, "pack.yaml", fmt.Sprint(r))
			root = nil
		}
	}()
	file, err := parser.ParseBytes([]byte(text), 0, parser.AllowDuplicateMapKey())
	if err != nil {
		b.add(passSlips, yamlPos(err), "pack.yaml", yamlMessage(err))
		return nil
	}
	if len(file.Docs) != 1 || file.Docs[0].Body == nil {
		b.add(passSlips, rule.Pos{Line: 1, Col: 1}, "pack.one_document")
		return nil
	}
	c := converter{book: b}
	root = c.node(file.Docs[0].Body)
	if root != nil && root.kind != mapping {
		b.add(passSlips, root.pos, "pack.not_map")
		return nil
	}
	return root
}

// converter turns the parser's tree into nodes.
type converter struct {
	*book
	depth int
}

// A pack is some hundred lines; what goes far beyond is no pack, and would only keep the
// parser busy.
const (
	maxDepth  = 40
	maxIndent = 2 * maxDepth
	longest   = 512 << 10
)

func (c *converter) node(n ast.Node) *node {
	c.depth++
	defer func() { c.depth-- }()
	if c.depth > maxDepth {
		c.add(passSlips, posOf(n), "pack.too_deep")
		return nil
	}
	switch v := n.(type) {
	case *ast.MappingNode:
		out := &node{kind: mapping, flow: v.IsFlowStyle, pos: posOf(v), lines: map[string]int{}}
		for _, e := range v.Values {
			c.entry(out, e)
		}
		return out.ends()
	case *ast.MappingValueNode:
		out := &node{kind: mapping, pos: posOf(v.Key), lines: map[string]int{}}
		c.entry(out, v)
		return out.ends()
	case *ast.SequenceNode:
		out := &node{kind: sequence, flow: v.IsFlowStyle, pos: posOf(v)}
		for _, item := range v.Values {
			if child := c.node(item); child != nil {
				out.items = append(out.items, child)
			}
		}
		return out.ends()
	case *ast.NullNode, *ast.StringNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return c.scalar(n)
	case nil:
		return nil
	}
	c.add(passSlips, posOf(n), "pack.plain_yaml")
	return nil
}

func (c *converter) scalar(n ast.Node) *node {
	tok := n.GetToken()
	p := posOf(n)
	if v, ok := n.(*ast.NullNode); ok && v.Token.Value == "null" && tok.Origin == "" {
		return nil
	}
	quoted := tok.Type.String() == "DoubleQuote" || tok.Type.String() == "SingleQuote"
	return &node{kind: scalar, text: tok.Value, quoted: quoted, pos: p, last: p.Line}
}

func (c *converter) entry(out *node, v *ast.MappingValueNode) {
	key := v.Key.GetToken()
	e := entry{key: key.Value, pos: posOf(v.Key)}
	if line, twice := out.lines[e.key]; twice {
		c.add(passSlips, e.pos, "pack.key_twice", e.key, line)
	}
	out.lines[e.key] = e.pos.Line
	e.val = c.node(v.Value)
	if e.val == nil {
		c.add(passSlips, e.pos, "pack.no_value", e.key)
		return
	}
	out.entries = append(out.entries, e)
}

// ends fills the last line from the children.
func (n *node) ends() *node {
	n.last = n.pos.Line
	for _, e := range n.entries {
		n.last = max(n.last, e.val.last)
	}
	for _, i := range n.items {
		n.last = max(n.last, i.last)
	}
	return n
}

func posOf(n ast.Node) rule.Pos {
	tok := n.GetToken()
	if tok == nil || tok.Position == nil {
		return rule.Pos{Line: 1, Col: 1}
	}
	return rule.Pos{Line: max(1, tok.Position.Line), Col: max(1, tok.Position.Column)}
}
