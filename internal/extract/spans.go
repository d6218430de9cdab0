package extract

import (
	"strings"
	"unicode/utf8"
)

// toOwners turns mentions into owners.
func (r *reader) toOwners(ms []mention) []Owner {
	var out []Owner
	for _, m := range ms {
		sp := r.span(m.lo, max(m.post, m.lo+1))
		out = append(out, Owner{Span: sp, Text: sp.Of(r.text), Key: m.key, All: m.all && !m.concern || m.key == "all_concerned" || m.key == "all_officers"})
	}
	return out
}

// span gives the bytes of toks[lo:hi).
func (r *reader) span(lo, hi int) Span {
	if lo >= hi || lo >= len(r.toks) {
		return Span{}
	}
	return Span{int(r.toks[lo].start), int(r.toks[min(hi, len(r.toks))-1].end)}
}

// trimmed gives the words of a stretch without signs at either end.
func (r *reader) trimmed(lo, hi int) string {
	for hi > lo && r.toks[hi-1].kind != kWord && r.toks[hi-1].kind != kNum {
		hi--
	}
	for lo < hi && r.toks[lo].kind != kWord && r.toks[lo].kind != kNum {
		lo++
	}
	return clip(r.span(lo, hi).Of(r.text), 160)
}

// clip cuts a text after n runes.
func clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	i := 0
	for k := range s {
		if i == n {
			if at := strings.LastIndexByte(s[:k], ' '); at > k/2 {
				k = at
			}
			return s[:k] + "…"
		}
		i++
	}
	return s
}
