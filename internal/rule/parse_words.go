package rule

import (
	"strings"
	"unicode/utf8"
)

// Slip is one fault of a phrase: where in the file, the key of its message, and the
// message's arguments. A phrase is always read to its end, so several come at once.
type Slip struct {
	Pos  Pos
	Key  string
	Args []any
}

// reader gathers the slips of one phrase.
type reader struct{ slips []Slip }

func (r *reader) slip(at Pos, key string, args ...any) {
	r.slips = append(r.slips, Slip{Pos: at, Key: key, Args: args})
}

// Halves cuts a line entry at its bars: "Hindi | English | rest". Each part is trimmed
// and knows its own column.
func Halves(s string, at Pos) []Name {
	var parts []Name
	for {
		head, tail, more := strings.Cut(s, "|")
		parts = append(parts, trimmed(head, at))
		if !more {
			return parts
		}
		at.Col += utf8.RuneCountInString(head) + 1
		s = tail
	}
}

func trimmed(s string, at Pos) Name {
	t := strings.TrimLeft(s, " ")
	at.Col += len(s) - len(t)
	return Name{S: strings.TrimRight(t, " "), Pos: at}
}

// Words cuts a phrase at its spaces, but not inside parentheses.
func Words(s string, at Pos) []Name {
	var words []Name
	depth, start, col := 0, -1, at.Col
	var from int
	for i, c := range s {
		switch {
		case c == ' ' && depth == 0:
			if start >= 0 {
				words = append(words, Name{s[start:i], Pos{at.Line, from}})
				start = -1
			}
		case start < 0:
			start, from = i, col
		}
		switch c {
		case '(':
			depth++
		case ')':
			depth = max(0, depth-1)
		}
		col++
	}
	if start >= 0 {
		words = append(words, Name{s[start:], Pos{at.Line, from}})
	}
	return words
}

// clause is a word that begins something, and the words up to the next such word.
type clause struct {
	key  Name
	body []Name
}

// clauses cuts words where one of keys stands; head is what comes before the first.
func (r *reader) clauses(words []Name, keys string) (head []Name, list []clause) {
	seen := map[string]bool{}
	for _, w := range words {
		switch {
		case isWord(keys, w.S):
			if seen[w.S] {
				r.slip(w.Pos, "pack.word_twice", w.S)
			}
			seen[w.S] = true
			list = append(list, clause{key: w})
		case len(list) == 0:
			head = append(head, w)
		default:
			c := &list[len(list)-1]
			c.body = append(c.body, w)
		}
	}
	return head, list
}

// isWord reports whether w is one of the words of a space-separated list.
func isWord(list, w string) bool {
	for len(list) > 0 {
		var head string
		head, list, _ = strings.Cut(list, " ")
		if head == w {
			return true
		}
	}
	return false
}

// split cuts words at a joining word: "a or b" gives two.
func (r *reader) split(c clause, join string) [][]Name {
	if len(c.body) == 0 {
		r.slip(c.key.Pos, "pack.word_empty", c.key.S)
		return nil
	}
	var parts [][]Name
	start := 0
	for i := 0; i <= len(c.body); i++ {
		if i < len(c.body) && c.body[i].S != join {
			continue
		}
		if i == start {
			at := c.key.Pos
			if i > 0 {
				at = c.body[i-1].Pos
			}
			r.slip(at, "pack.join_hangs", join)
		} else {
			parts = append(parts, c.body[start:i])
		}
		start = i + 1
	}
	return parts
}

// names reads "a or b", each one plain word.
func (r *reader) names(c clause, join string) []Name {
	var list []Name
	for _, p := range r.split(c, join) {
		if len(p) > 1 {
			r.slip(p[1].Pos, "pack.word_extra", p[1].S, c.key.S)
		}
		list = append(list, p[0])
	}
	return list
}

// one reads a clause of exactly one word.
func (r *reader) one(c clause) Name {
	if len(c.body) == 0 {
		r.slip(c.key.Pos, "pack.word_empty", c.key.S)
		return Name{}
	}
	if len(c.body) > 1 {
		r.slip(c.body[1].Pos, "pack.word_extra", c.body[1].S, c.key.S)
	}
	return c.body[0]
}

// bare reads a clause that is a flag and takes no word.
func (r *reader) bare(c clause) bool {
	if len(c.body) > 0 {
		r.slip(c.body[0].Pos, "pack.word_extra", c.body[0].S, c.key.S)
	}
	return true
}

// join puts words together again with single spaces.
func join(words []Name) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.S)
	}
	return b.String()
}

// IsName reports whether s is a name: a small letter, then letters, digits and "_".
func IsName(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		letter := c >= 'a' && c <= 'z'
		if !letter && (i == 0 || c != '_' && (c < '0' || c > '9')) {
			return false
		}
	}
	return s != ""
}

// IsPath reports whether s is names joined by dots.
func IsPath(s string) bool {
	for part := range strings.SplitSeq(s, ".") {
		if !IsName(part) {
			return false
		}
	}
	return true
}
