package pack

import (
	"strings"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/rule"
)

// scanned is what a first look over the source finds: slips of the hand, and comments,
// which the formatter puts back.
type scanned struct {
	slips    []rule.Slip
	comments []comment
	blank    map[int]bool // empty lines
	empty    bool
}

type comment struct {
	line int
	text string // with its "#"
	own  bool   // alone on its line
}

// bracket is an open brace or bracket of the flow style.
type bracket struct {
	open   rune
	pos    rule.Pos
	indent int
}

type scanner struct {
	scanned
	line   int
	opened []bracket
	wants  *pending // a key whose value must follow on deeper lines
}

type pending struct {
	key    string
	pos    rule.Pos
	indent int
}

func scanSource(text string) scanned {
	s := scanner{}
	s.empty, s.blank = true, map[int]bool{}
	for line := range strings.SplitSeq(text, "\n") {
		s.line++
		s.scanLine(strings.TrimSuffix(line, "\r"))
	}
	s.unpend()
	s.lostBrace()
	return s.scanned
}

// slip notes a fault on this line; what is open there is no longer looked for.
func (s *scanner) slip(col int, key string, args ...any) {
	s.opened = nil
	s.slips = append(s.slips, rule.Slip{Pos: rule.Pos{Line: s.line, Col: col}, Key: key, Args: args})
}

func (s *scanner) scanLine(line string) {
	body := strings.TrimLeft(line, " ")
	indent := len(line) - len(body)
	if strings.TrimSpace(body) == "" {
		s.blank[s.line] = true
		return
	}
	switch {
	case body[0] == '\t':
		s.slip(indent+1, "pack.tab")
		return
	case body[0] == '#':
		s.comments = append(s.comments, comment{s.line, strings.TrimRight(body, " \t"), true})
		return
	case indent == 0 && (strings.HasPrefix(body, "---") || strings.HasPrefix(body, "...") || body[0] == '%'):
		s.slip(1, "pack.one_document")
		return
	case !utf8.ValidString(body):
		s.slip(1, "pack.not_utf8")
		return
	case indent > maxIndent:
		s.slip(indent+1, "pack.too_deep")
		return
	}
	s.empty = false
	if len(s.opened) > 0 && indent <= s.opened[0].indent && body[0] != '}' && body[0] != ']' {
		s.lostBrace()
	}
	if len(s.opened) > 0 {
		s.flow(body, indent+1, indent)
		return
	}
	s.block(body, indent)
}

// block reads one line of the block style: list dashes, then "key: value" or a value.
func (s *scanner) block(body string, indent int) {
	at := indent
	item := false
	for strings.HasPrefix(body, "- ") || body == "-" {
		s.settle(at, true)
		rest := strings.TrimLeft(body[1:], " ")
		at += len(body) - len(rest)
		body, item = rest, true
		if at > maxIndent {
			s.slip(at+1, "pack.too_deep")
			return
		}
	}
	if !item {
		s.settle(at, false)
	}
	if body == "" {
		return
	}
	if strings.ContainsRune(`{[`, rune(body[0])) || item && body[0] == '"' {
		s.value(body, at+1, at)
		return
	}
	key, rest, colon := cutKey(body)
	switch {
	case !colon && !item:
		s.noColon(body, at)
	case !colon:
		s.value(body, at+1, at)
	default:
		s.keyed(key, rest, at)
	}
}

// cutKey cuts "key: value"; a quoted key may hold colons.
func cutKey(body string) (key, rest string, ok bool) {
	if body[0] == '"' {
		if end := strings.Index(body[1:], `"`); end >= 0 && strings.HasPrefix(body[end+2:], ":") {
			return body[:end+2], body[end+3:], true
		}
	}
	if i := strings.Index(body, ": "); i >= 0 {
		return body[:i], body[i+1:], true
	}
	trimmed := strings.TrimRight(body, " ")
	if strings.HasSuffix(trimmed, ":") {
		return trimmed[:len(trimmed)-1], "", true
	}
	if i := strings.Index(body, ":\t"); i >= 0 {
		return body[:i], strings.TrimLeft(body[i+1:], "\t "), true
	}
	return "", "", false
}

// noColon tells a key written without the space after its colon from a line that is no entry.
func (s *scanner) noColon(body string, at int) {
	if i := strings.IndexByte(body, ':'); i > 0 && !strings.ContainsAny(body[:i], " |") {
		s.slip(at+i+1, "pack.no_space", body[:i])
		return
	}
	s.slip(at+1, "pack.no_key", first(body))
}

func first(s string) string {
	if utf8.RuneCountInString(s) <= 30 {
		return s
	}
	return string([]rune(s)[:30]) + "…"
}

func (s *scanner) keyed(key, rest string, at int) {
	if i := strings.IndexByte(key, ':'); i > 0 && key[0] != '"' && rule.IsName(key[:i]) {
		s.slip(at+i+1, "pack.no_space", key[:i])
		return
	}
	value := strings.TrimLeft(rest, " ")
	col := at + utf8.RuneCountInString(key) + 2 + len(rest) - len(value)
	if value == "" || value[0] == '#' {
		if value != "" {
			s.comments = append(s.comments, comment{s.line, strings.TrimRight(value, " \t"), false})
		}
		s.wants = &pending{strings.Trim(key, `"`), rule.Pos{Line: s.line, Col: at + 1}, at}
		return
	}
	s.value(value, col, at)
}

// settle closes the wait of the last key: its value must be deeper, or a list at its own depth.
func (s *scanner) settle(indent int, dash bool) {
	if w := s.wants; w != nil && (indent > w.indent || dash && indent == w.indent) {
		s.wants = nil
	}
	s.unpend()
}

func (s *scanner) unpend() {
	if w := s.wants; w != nil {
		s.slips = append(s.slips, rule.Slip{Pos: w.pos, Key: "pack.no_value", Args: []any{w.key}})
		s.wants = nil
	}
}

// value reads a value that begins on this line, at column col.
func (s *scanner) value(v string, col, indent int) {
	switch v[0] {
	case '{', '[':
		s.flow(v, col, indent)
	case '"', '\'':
		s.quoted(v, col)
	case '&', '*', '!', '|', '>', '%', '@', '`':
		s.slip(col, "pack.first_letter", v[:1])
	default:
		s.plain(v, col)
	}
}

// quoted reads a whole quoted value; only a comment may follow it.
func (s *scanner) quoted(v string, col int) {
	end := closing(v)
	if end < 0 {
		s.slip(col, "pack.quote_open")
		return
	}
	s.after(v[end+1:], col+utf8.RuneCountInString(v[:end+1]), "pack.after_quote")
}

// closing gives the byte of the quote that closes the one v begins with, or -1.
func closing(v string) int {
	q := v[0]
	for i := 1; i < len(v); i++ {
		switch {
		case v[i] == '\\' && q == '"':
			i++
		case v[i] == q && q == '\'' && i+1 < len(v) && v[i+1] == q:
			i++
		case v[i] == q:
			return i
		}
	}
	return -1
}

// after allows nothing but a comment behind a quote or a closed brace.
func (s *scanner) after(rest string, col int, key string) {
	t := strings.TrimLeft(rest, " \t")
	switch {
	case t == "":
	case t[0] == '#' && len(t) < len(rest):
		s.comments = append(s.comments, comment{s.line, strings.TrimRight(t, " \t"), false})
	default:
		s.slip(col+len(rest)-len(t), key, first(t))
	}
}

// plain reads an unquoted text. A colon and a space would turn it into a map, a space
// and a "#" would cut it; a comment stands after two spaces.
func (s *scanner) plain(v string, col int) {
	if i := strings.Index(v, " #"); i >= 0 {
		if !strings.HasPrefix(v[i:], "  #") && !strings.HasSuffix(v[:i], " ") {
			s.slip(col+utf8.RuneCountInString(v[:i])+1, "pack.cut_text", first(strings.TrimSpace(v[:i])))
			return
		}
		s.comments = append(s.comments, comment{s.line, strings.TrimRight(v[i+strings.Index(v[i:], "#"):], " \t"), false})
		v = v[:i]
	}
	v = strings.TrimRight(v, " \t")
	i := strings.Index(v, ": ")
	if i < 0 && strings.HasSuffix(v, ":") {
		i = len(v) - 1
	}
	if i >= 0 {
		s.slip(col+utf8.RuneCountInString(v[:i]), "pack.text_map", first(v))
	}
}
