package matter

import (
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// plainNumber is the pattern of a type that has none of its own.
const plainNumber = "{year}/{serial}"

// number makes the public number from the type's pattern. One with a serial ends in a
// check digit; without a source of serials the matter has none yet.
func (r *run) number(v view) string {
	pattern := v.t.Number()
	if up := r.get(v.m.Parent); pattern == "" && up != nil && up.Number != "" {
		return up.Number + "/" + strconv.Itoa(r.shares(v.m.Parent)+1)
	}
	if pattern == "" {
		pattern = plainNumber
	}
	serial := strings.Contains(pattern, "{serial}")
	if serial && r.w.Serial == nil {
		return ""
	}
	var b strings.Builder
	for rest := pattern; rest != ""; {
		head, tail, braced := strings.Cut(rest, "{")
		b.WriteString(head)
		if !braced {
			break
		}
		name, after, _ := strings.Cut(tail, "}")
		b.WriteString(r.numberPart(v, name))
		rest = after
	}
	if !serial {
		return b.String()
	}
	return b.String() + "-" + string(record.CheckDigit(b.String()))
}

// shares counts the parts a matter has so far, those of this command too.
func (r *run) shares(parent record.ID) int {
	n := 0
	r.each(func(m *Matter) {
		if m.Parent == parent {
			n++
		}
	})
	return n
}

func (r *run) numberPart(v view, name string) string {
	switch name {
	case "district":
		return strconv.Itoa(int(r.w.District))
	case "year":
		return strconv.Itoa(r.today().Year())
	case "serial":
		n := r.w.Serial(series(v.t) + ":" + strconv.Itoa(r.today().Year()))
		s := strconv.FormatInt(n, 10)
		return strings.Repeat("0", max(0, 6-len(s))) + s
	}
	val := v.Value(name)
	if val.Kind == rule.Text {
		return val.S
	}
	return val.String()
}

// series names the run of serials a type's numbers come from. Types with the plain
// pattern share one, because nothing else in their numbers tells them apart.
func series(t *Type) string {
	if t.Number() == "" {
		return "plain"
	}
	return t.Name()
}

// SerialOf names the series from which a matter's number took the next serial; "" where the
// number is its parent's, or has no serial.
func (t *Type) SerialOf(m *Matter) string {
	if m.Number == "" || t.Number() == "" && m.Parent != 0 || t.Number() != "" && !strings.Contains(t.Number(), "{serial}") {
		return ""
	}
	return series(t) + ":" + strconv.Itoa(m.Opened.Date().Year())
}

// CheckNumber reports whether a public number ends with its own check digit.
func CheckNumber(s string) bool {
	i := strings.LastIndexByte(s, '-')
	return i > 0 && i == len(s)-2 && record.CheckDigit(s[:i]) == s[i+1]
}
