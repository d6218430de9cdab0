package rule

import (
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
)

// ParseLiteral reads a number, an amount, a date, a length or yes and no; ok is false
// when the words are none of these and so must be a name.
func ParseLiteral(s string) (v Value, ok bool) {
	switch s {
	case "":
		return Value{}, false
	case "yes":
		return Value{Kind: YesNo, N: 1}, true
	case "no":
		return Value{Kind: YesNo}, true
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return Value{Kind: Number, N: n}, true
	}
	if v, ok := parseAmount(s); ok {
		return v, true
	}
	if d, err := calendar.ParseDate(s); err == nil {
		return Value{Kind: Date, N: int64(d)}, true
	}
	if span, ok := parseSpan(s); ok {
		return Value{Kind: Length, Span: span}, true
	}
	return Value{}, false
}

// parseAmount reads "2 lakh" and "10 crore", in paise.
func parseAmount(s string) (Value, bool) {
	num, unit, _ := strings.Cut(s, " ")
	n, err := strconv.ParseInt(num, 10, 40)
	if err != nil || n < 0 {
		return Value{}, false
	}
	switch unit {
	case "lakh":
		return Value{Kind: Money, N: n * 1_00_000 * 100}, n < 1e9
	case "crore":
		return Value{Kind: Money, N: n * 1_00_00_000 * 100}, n < 1e9
	}
	return Value{}, false
}

// parseSpan takes only the written forms of the language, which begin with a digit,
// "same" or "end", so that no name is ever read as a length.
func parseSpan(s string) (calendar.Span, bool) {
	if c := s[0]; (c < '0' || c > '9') && !strings.HasPrefix(s, "same ") && !strings.HasPrefix(s, "end of ") {
		return calendar.Span{}, false
	}
	span, err := calendar.ParseSpan(s)
	return span, err == nil
}

// ParseDuration reads a literal length, "rung", a setting's name or a path; which of the
// last two a single name is, the compiler says.
func ParseDuration(words []Name) (Duration, []Slip) {
	var r reader
	return r.duration(words), r.slips
}

func (r *reader) duration(words []Name) Duration {
	if len(words) == 0 {
		return Duration{}
	}
	at := words[0].Pos
	s := join(words)
	if span, ok := parseSpan(s); ok {
		return Duration{Span: span, Literal: true, Pos: at}
	}
	switch {
	case s == "rung":
		return Duration{Rung: true, Pos: at}
	case IsPath(s):
		return Duration{Path: Path{s, at}, Pos: at}
	}
	r.slip(at, "pack.not_duration", s)
	return Duration{}
}

func (r *reader) durationOf(c clause) Duration {
	if len(c.body) == 0 {
		r.slip(c.key.Pos, "pack.word_empty", c.key.S)
	}
	return r.duration(c.body)
}

// spans reads "15 days and 7 days".
func (r *reader) spans(c clause) []calendar.Span {
	var list []calendar.Span
	for _, p := range r.split(c, "and") {
		span, ok := parseSpan(join(p))
		if !ok {
			r.slip(p[0].Pos, "pack.not_duration", join(p))
			continue
		}
		list = append(list, span)
	}
	return list
}

// String gives the length as it is written in a pack.
func (d Duration) String() string {
	switch {
	case d.Literal:
		return d.Span.String()
	case d.Rung:
		return "rung"
	case d.Setting != "":
		return d.Setting
	}
	return d.Path.S
}
