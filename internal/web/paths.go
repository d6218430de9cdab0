package web

import (
	"fmt"
	"net/url"
	"strings"
)

// Path joins segments to a path of this site, each escaped: Path("matters", id, "report") is /matters/<id>/report.
func Path(segments ...any) string {
	var b strings.Builder
	for _, s := range segments {
		b.WriteByte('/')
		b.WriteString(url.PathEscape(fmt.Sprint(s)))
	}
	if b.Len() == 0 {
		return "/"
	}
	return b.String()
}

// With adds query pairs to a path: With("/matters", "late", "yes") is /matters?late=yes. Empty values are left out.
func With(path string, pairs ...string) string {
	q := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			q.Add(pairs[i], pairs[i+1])
		}
	}
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}
