package extract

import "strings"

// sentences cuts the tokens of a block at full stops and hands each piece on.
// A stretch without any is cut at maxSentence, so that work stays linear.
const maxSentence = 300

func (r *reader) sentences(do func(lo, hi int)) {
	toks := r.toks
	lo := 0
	for i := range toks {
		if !r.ends(i) && i-lo < maxSentence {
			continue
		}
		hi := i
		if i-lo >= maxSentence && !r.ends(i) {
			hi = i + 1
		}
		if lo < hi {
			do(lo, hi)
		}
		lo = i + 1
	}
	if lo < len(toks) {
		do(lo, len(toks))
	}
}

// ends tells whether toks[i] ends a sentence.
func (r *reader) ends(i int) bool {
	toks := r.toks
	t := &toks[i]
	switch t.kind {
	case kDanda, kQuery, kSemi:
		return true
	case kPipe:
		return t.glued || i+1 == len(toks)
	case kStop:
	default:
		return false
	}
	if i == 0 || i+1 == len(toks) {
		return true
	}
	p, n := &toks[i-1], &toks[i+1]
	if p.kind == kNum {
		return !n.glued
	}
	if p.kind != kWord {
		return !n.glued
	}
	if p.is(tHon) || p.latin && shortened(r.raw(p)) {
		return false
	}
	if n.glued && p.latin && n.latin { // told.All
		a, b := r.text[p.end-1], r.text[n.start]
		return p.end-p.start >= 3 && a >= 'a' && a <= 'z' && b >= 'A' && b <= 'Z'
	}
	if n.glued { // no space after: दिया.उन्होंने, but not क.ख
		return p.end-p.start > 9 && n.kind == kWord && !p.latin || n.kind == kQuote
	}
	if n.kind == kDash || n.kind == kComma {
		return false
	}
	return p.latin || p.end-p.start > 6 || p.tag != 0
}

// shortened tells whether a Latin word before a full stop is an abbreviation.
func shortened(s string) bool {
	switch s {
	case "Dr", "Mr", "Mrs", "Ms", "Smt", "Shri", "Sri", "No", "Nos", "Rs", "vs", "Prof", "St", "Sr", "Jr", "Er", "Lt", "Col", "Dist", "Distt", "Govt", "Dept":
		return true
	}
	return len(s) == 1
}

// shut tells whether a clause can end before toks[i].
func (r *reader) shut(i, hi int) bool {
	if i >= hi {
		return true
	}
	t := &r.toks[i]
	switch t.kind {
	case kComma, kColon, kDash, kClose, kOpen, kQuote, kStop, kSemi:
		return true
	}
	return t.kind == kWord && t.is(tAnd|tThat|tAim|tThen|tIf|tRel)
}

// raw gives the letters of a token without joiners, marks of direction and nuktas.
func (r *reader) raw(t *token) string {
	s := r.text[t.start:t.end]
	if !t.odd {
		return s
	}
	return strings.Map(func(c rune) rune {
		switch {
		case c == nukta || isInvisible(c) || c == '\n' || c == '-':
			return -1
		case c >= 0x0958 && c <= 0x095f:
			return nuktaBase[c-0x0958]
		}
		return c
	}, s)
}

// shown gives the letters of a token as they are to be read: without joiners and marks of
// direction, but with its nuktas.
func (r *reader) shown(t *token) string {
	s := r.text[t.start:t.end]
	if !t.odd {
		return s
	}
	return strings.Map(func(c rune) rune {
		if isInvisible(c) || c == '\n' || c == '-' {
			return -1
		}
		return c
	}, s)
}

// at gives a token, or an empty one outside the sentence.
func (r *reader) at(i, lo, hi int) *token {
	if i < lo || i >= hi {
		return &r.none
	}
	return &r.toks[i]
}
