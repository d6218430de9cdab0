package pack

import (
	"strings"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/rule"
)

// flow walks over braces and brackets, which may go on over several deeper lines.
func (s *scanner) flow(v string, col, indent int) {
	for i := 0; i < len(v); {
		c, size := utf8.DecodeRuneInString(v[i:])
		switch {
		case c == '{' || c == '[':
			s.opened = append(s.opened, bracket{c, rule.Pos{Line: s.line, Col: col}, indent})
			if len(s.opened) > maxDepth {
				s.slip(col, "pack.too_deep")
				return
			}
		case c == '}' || c == ']':
			if !s.closes(c, col) {
				return
			}
			if len(s.opened) == 0 {
				s.after(v[i+1:], col+1, "pack.after_brace")
				return
			}
		case (c == '"' || c == '\'') && begins(v[:i]):
			end := closing(v[i:])
			if end < 0 {
				s.slip(col, "pack.quote_open")
				return
			}
			col += utf8.RuneCountInString(v[i : i+end])
			i += end
			size = 1
		case c == '#' && i > 1 && v[i-1] == ' ' && !strings.ContainsRune(" ,{[", rune(v[i-2])):
			s.slip(col, "pack.cut_text", first(v[:i]))
			return
		case c == '#' && (i == 0 || v[i-1] == ' '):
			s.comments = append(s.comments, comment{s.line, strings.TrimRight(v[i:], " \t"), i == 0})
			return
		case strings.ContainsRune("&*!", c) && begins(v[:i]):
			s.slip(col, "pack.first_letter", string(c))
			return
		}
		i += size
		col++
	}
}

// begins reports whether a value starts after what was read so far.
func begins(before string) bool {
	t := strings.TrimRight(before, " ")
	return t == "" || strings.ContainsRune("{[,", rune(t[len(t)-1])) || strings.HasSuffix(t, ":") && len(t) < len(before)
}

// closes takes off the bracket that c closes, and reports a wrong one.
func (s *scanner) closes(c rune, col int) bool {
	top := s.opened[len(s.opened)-1]
	if (top.open == '{') != (c == '}') {
		s.slips = append(s.slips, rule.Slip{Pos: top.pos, Key: "pack.brace_other", Args: []any{string(top.open), string(c), s.line, col}})
		s.opened = nil
		return false
	}
	s.opened = s.opened[:len(s.opened)-1]
	return true
}

// lostBrace reports what is still open, where it was opened.
func (s *scanner) lostBrace() {
	if len(s.opened) == 0 {
		return
	}
	top := s.opened[len(s.opened)-1]
	s.slips = append(s.slips, rule.Slip{Pos: top.pos, Key: "pack.brace_lost", Args: []any{string(top.open)}})
	s.opened = nil
}
