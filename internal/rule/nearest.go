package rule

import (
	"strings"

	"github.com/anupalan/anupalan/internal/i18n"
)

// nearest is Meant for a space-separated list.
func nearest(w, list string) i18n.Text { return Meant(w, strings.Fields(list)) }

// Meant is the tail of a message, "; did you mean …", or nothing when no name is near.
func Meant(w string, names []string) i18n.Text {
	n := Nearest(w, names)
	if n == "" {
		return i18n.Text{}
	}
	return i18n.Text{Hi: `; क्या "` + n + `" लिखना था?`, En: `; did you mean "` + n + `"?`}
}

// Nearest gives the name closest to w by edit distance, or "" when none is close
// enough to be what was meant: one slip in three letters, two in six, three beyond.
func Nearest(w string, names []string) string {
	best, least := "", min(3, max(1, len(w)/3))+1
	for _, n := range names {
		d := distance(w, n, least)
		if d < least || d == least-1 && best == "" {
			best, least = n, d
		}
	}
	if best == "" {
		return prefixed(w, names)
	}
	return best
}

// prefixed finds a name that goes on from w, or from which w goes on.
func prefixed(w string, names []string) string {
	for _, n := range names {
		if len(w) >= 4 && (strings.HasPrefix(n, w) || strings.HasPrefix(w, n) && len(n) >= 4) {
			return n
		}
	}
	return ""
}

// distance is the number of letters put in, left out, changed or swapped with their
// neighbour; anything from most on is given as most.
func distance(a, b string, most int) int {
	if len(a)-len(b) >= most || len(b)-len(a) >= most {
		return most
	}
	var before, prev []int
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, prev, row = prev, row, make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return min(row[len(b)], most)
}
