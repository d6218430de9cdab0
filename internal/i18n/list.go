package i18n

import "strings"

// And joins words as a sentence does: "क, ख और ग", "a, b and c".
func (l Lang) And(words []string) string { return l.join(words, " और ", " and ") }

// Or joins words as a choice: "क, ख या ग", "a, b or c".
func (l Lang) Or(words []string) string { return l.join(words, " या ", " or ") }

func (l Lang) join(words []string, hi, en string) string {
	last := hi
	if l == English {
		last = en
	}
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + last + words[n-1]
	}
}
