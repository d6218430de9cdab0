package web

import (
	"fmt"
	"html/template"
	"regexp"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
)

// slot is a place in a wording: %[2]v is the second argument, {2|day|days} the first form where that argument is 1.
var slot = regexp.MustCompile(`%\[(\d+)\]v|\{(\d+)\|([^|{}]*)\|([^|{}]*)\}`)

// say puts the arguments into a wording: numbers grouped, dates in words. If an argument is markup the whole is markup,
// with everything else escaped; otherwise it is a plain string.
func (f funcs) say(format string, args ...any) any {
	rich := false
	for _, a := range args {
		if _, ok := a.(template.HTML); ok {
			rich = true
		}
	}
	escape := func(s string) string { return s }
	if rich {
		escape = template.HTMLEscapeString
	}
	text := fill(plurals(format, args), func(literal string) string { return escape(literal) }, func(n int) string {
		if n < 1 || n > len(args) {
			return "?"
		}
		if h, ok := args[n-1].(template.HTML); ok {
			return string(h)
		}
		return escape(f.plain(args[n-1]))
	})
	if rich {
		return template.HTML(text) //nolint:gosec // every part was escaped or is markup of ours
	}
	return text
}

// plurals chooses between the two forms of every {n|one|many}; forms may hold slots themselves.
func plurals(format string, args []any) string {
	if !strings.Contains(format, "{") {
		return format
	}
	return slot.ReplaceAllStringFunc(format, func(m string) string {
		g := slot.FindStringSubmatch(m)
		if g[2] == "" {
			return m
		}
		if n, _ := strconv.Atoi(g[2]); n >= 1 && n <= len(args) && isOne(args[n-1]) {
			return g[3]
		}
		return g[4]
	})
}

func isOne(a any) bool {
	switch v := a.(type) {
	case int:
		return v == 1
	case int64:
		return v == 1
	case Count:
		return v.N == 1
	}
	return false
}

func fill(format string, literal func(string) string, arg func(n int) string) string {
	if !strings.Contains(format, "%[") {
		return literal(format)
	}
	var b strings.Builder
	at := 0
	for _, m := range slot.FindAllStringSubmatchIndex(format, -1) {
		b.WriteString(literal(format[at:m[0]]))
		n, _ := strconv.Atoi(format[m[2]:m[3]])
		b.WriteString(arg(n))
		at = m[1]
	}
	b.WriteString(literal(format[at:]))
	return b.String()
}

// plain writes one argument as text in the reader's language and digits.
func (f funcs) plain(a any) string {
	switch v := a.(type) {
	case nil:
		return ""
	case string:
		return v
	case int:
		return i18n.Number(int64(v), f.deva)
	case int64:
		return i18n.Number(v, f.deva)
	case Count:
		return i18n.Number(int64(v.N), f.deva)
	case calendar.Date:
		return f.date(v)
	case calendar.Instant:
		return f.at(v)
	case i18n.Text:
		return v.In(f.lang)
	}
	return fmt.Sprint(a)
}
