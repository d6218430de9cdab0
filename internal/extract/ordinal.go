package extract

import "strings"

// ordinalTail tells whether an ending of rank is glued to the number before k: 29वां, 17वीं, 3rd.
func (r *reader) ordinalTail(k, hi int) bool {
	t := r.at(k, 0, hi)
	if t.kind != kWord || !t.glued {
		return false
	}
	switch r.raw(t) {
	case "वां", "वाँ", "वें", "वे", "वीं", "वी", "वा", "वेँ", "वॉ", "वाॅ", "st", "nd", "rd", "th":
		return true
	}
	return false
}

// rankWord gives the rank that a word spells: पहले, सातवें, बीसवां, third; 0 if none.
func (r *reader) rankWord(t *token) float64 {
	if t.kind != kWord {
		return 0
	}
	if n := r.nth(t); n > 0 && n < 9 && t.kw != kwBefore || r.word(t, "पहले") {
		return float64(max(n, 1))
	}
	s := r.raw(t)
	if t.latin {
		for i, w := range [...]string{"fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"} {
			if strings.EqualFold(s, w) {
				return float64(i + 5)
			}
		}
		return 0
	}
	switch s {
	case "छठा", "छठे", "छठी", "छठवें", "छठवां", "षष्ठ":
		return 6
	case "पंचम":
		return 5
	}
	for _, end := range [...]string{"वां", "वाँ", "वें", "वीं", "वे", "वी"} {
		if root, ok := strings.CutSuffix(s, end); ok && len(root) >= 6 {
			r.sc.fold = appendFold(r.sc.fold[:0], root)
			if v := r.lex.numbers[string(r.sc.fold)]; v > 0 && v <= 100 {
				return v
			}
		}
	}
	return 0
}
