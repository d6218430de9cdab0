package doc

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// pageText gives the text of all pages: paragraphs joined over their lines and over the
// end of a page, rows of tables as one line, without the lines repeated on every page.
func pageText(pages []sheet) string {
	all := make([][]line, len(pages))
	for i := range pages {
		all[i] = pages[i].lines()
	}
	dropFurniture(all, pages)
	w := layout{}
	for i, lines := range all {
		w.page(lines, pages[i].width)
	}
	w.end()
	return w.out.String()
}

// layout writes lines as paragraphs and rows.
type layout struct {
	out   strings.Builder
	open  string  // the paragraph so far
	right float64 // to where its page is written
	last  line
}

func (w *layout) page(lines []line, width float64) {
	w.right = 0
	for i := range lines {
		w.right = max(w.right, lines[i].x1)
	}
	pitch := usualPitch(lines)
	for i := 0; i < len(lines); {
		if n := zone(lines[i:], pitch); n > 0 {
			w.end()
			w.rows(lines[i : i+n])
			i += n
			continue
		}
		fresh := i == 0 && !w.runsOn(&lines[0]) || i > 0 && w.begins(&lines[i], &lines[i-1], pitch)
		w.add(&lines[i], fresh)
		i++
	}
}

// add continues the open paragraph or begins the next.
func (w *layout) add(l *line, fresh bool) {
	if fresh {
		w.end()
	}
	text := l.whole()
	if w.open != "" {
		text = w.open + " " + text
	}
	w.open, w.last = text, *l
}

func (w *layout) end() {
	if w.open != "" {
		w.out.WriteString(w.open + "\n")
	}
	w.open = ""
}

// begins tells whether a line begins a paragraph: a wide gap above, a number or bullet at
// its head, or a line above that ended early.
func (w *layout) begins(l, above *line, pitch float64) bool {
	if l.mid()-above.mid() > 1.45*pitch || w.open == "" || numbered(l.parts[0].text) {
		return true
	}
	return above.x1 < above.x0+0.8*(w.right-above.x0) || max(l.height(), above.height()) > 1.25*min(l.height(), above.height())
}

// runsOn tells whether the first line of a page goes on with the last paragraph of the one before.
func (w *layout) runsOn(l *line) bool {
	if w.open == "" || numbered(l.parts[0].text) {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(w.open)
	return !strings.ContainsRune("।.:;?!|", end)
}

var numbering = regexp.MustCompile(`^(?:[(\[]?(?:[0-9]{1,3}|[०-९]{1,3}|[a-zA-Z]|[ivx]{1,4}|[क-ह])[.)\]]|[•●▪➢■*–-])(?:\s|$)|^[(\[]?(?:[0-9]{1,3}|[०-९]{1,3})[.)\]]?$`)

func numbered(s string) bool { return numbering.MatchString(s) }

// usualPitch is the usual distance between lines: the median of the smaller half.
func usualPitch(lines []line) float64 {
	var d []float64
	for i := 1; i < len(lines); i++ {
		if x := lines[i].mid() - lines[i-1].mid(); x > 0.75*lines[i].height() {
			d = append(d, x)
		}
	}
	if len(d) == 0 {
		return 20
	}
	slices.Sort(d)
	return d[len(d)/3]
}

// dropFurniture takes away what stands at the same height at the head or foot of most
// pages, and page numbers above or below everything else.
func dropFurniture(all [][]line, pages []sheet) {
	seen := map[string]int{}
	edge := func(i int, l *line) bool { return l.y0 < 0.09*pages[i].height || l.y1 > 0.91*pages[i].height }
	for i := range all {
		for j := range all[i] {
			if l := &all[i][j]; edge(i, l) {
				seen[shape(l)]++
			}
		}
	}
	for i := range all {
		var kept []line
		for j := range all[i] {
			l := &all[i][j]
			outer := j == 0 || j == len(all[i])-1
			if edge(i, l) && (outer && pageNumber.MatchString(l.whole()) || len(pages) >= 3 && seen[shape(l)]*2 > len(pages)) {
				continue
			}
			kept = append(kept, *l)
		}
		all[i] = kept
	}
}

var pageNumber = regexp.MustCompile(`^(?:(?i:page|पृष्ठ|पेज)\s*(?:सं\S*)?)?\s*[-–]?\s*[0-9०-९]{1,3}\s*[-–]?(?:\s*(?:/|of|में से)\s*[0-9०-९]{1,3})?$`)

func (l *line) whole() string {
	var s []string
	for _, p := range l.parts {
		s = append(s, p.text)
	}
	return strings.Join(s, " ")
}

// shape is a line without its digits, so that numbered feet are one.
func shape(l *line) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= '०' && r <= '९' {
			return -1
		}
		return r
	}, l.whole())
}
