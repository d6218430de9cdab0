package doc

import (
	"slices"
	"strings"
)

// column is the stretch of the page that a column of a table takes.
type column struct{ x0, x1 float64 }

func (c column) width() float64 { return c.x1 - c.x0 }

// meets tells whether the stretch lies over one of the others.
func (c column) meets(others []column) bool {
	return slices.ContainsFunc(others, func(o column) bool { return c.x0 < o.x1 && o.x0 < c.x1 })
}

// gutters are the stretches between columns.
func gutters(cols []column) []column {
	var out []column
	for i := 1; i < len(cols); i++ {
		out = append(out, column{cols[i-1].x1, cols[i].x0})
	}
	return out
}

// zone gives how many of the lines belong to a table that begins with the first; 0 is
// none. A table begins with a line in pieces, and goes on while the pieces of each line
// fit into columns that stay apart.
func zone(lines []line, pitch float64) int {
	cols := columnsOf(lines[0].parts)
	if len(cols) < 2 {
		return 0
	}
	apart := 0 // lines in pieces
	n := 0
	for i := range lines {
		if i > 0 && lines[i].mid()-lines[i-1].mid() > 3.2*pitch {
			break
		}
		parts := lines[i].pieces(gutters(cols))
		merged := merge(cols, columnsOf(parts))
		if len(merged) < 2 || len(merged) < len(cols)-1 {
			break
		}
		if len(parts) > 1 {
			apart, n = apart+1, i+1
		} else if i-n >= 6 || i > 0 && numbered(parts[0].text) && lines[i].x1-lines[i].x0 > 0.6*(merged[len(merged)-1].x1-merged[0].x0) {
			break
		}
		cols, lines[i].parts = merged, parts
	}
	if apart < 2 {
		return 0
	}
	// Lines of one piece that follow closely are the rest of the last row's cells.
	for n < len(lines) && lines[n].mid()-lines[n-1].mid() < 1.3*pitch && len(lines[n].parts) == 1 &&
		len(merge(cols, columnsOf(lines[n].parts))) == len(cols) && !numbered(lines[n].parts[0].text) && within(cols, &lines[n].parts[0]) > 0 {
		n++
	}
	return n
}

func columnsOf(parts []box) []column {
	cols := make([]column, len(parts))
	for i, p := range parts {
		cols[i] = column{p.x0, p.x1}
	}
	return cols
}

// merge joins what overlaps.
func merge(a, b []column) []column {
	all := slices.Concat(a, b)
	slices.SortFunc(all, func(x, y column) int { return order(x.x0, y.x0) })
	out := all[:1]
	for _, c := range all[1:] {
		if last := &out[len(out)-1]; c.x0 < last.x1+1 {
			last.x1 = max(last.x1, c.x1)
			continue
		}
		out = append(out, c)
	}
	return out
}

// within gives the column that a piece lies in.
func within(cols []column, b *box) int {
	for i, c := range cols {
		if b.x0 < c.x1 && b.x1 > c.x0 {
			return i
		}
	}
	return 0
}

// rows writes the lines of a table as rows.
func (w *layout) rows(lines []line) {
	var cols []column
	for i := range lines {
		cols = merge(cols, columnsOf(lines[i].parts))
	}
	begins := rowStarts(lines, cols)
	var cells []string
	for i := range lines {
		if begins[i] {
			w.row(cells)
			cells = make([]string, len(cols))
		}
		for _, p := range lines[i].parts {
			at := within(cols, &p)
			cells[at] = strings.TrimSpace(cells[at] + " " + p.text)
		}
	}
	w.row(cells)
	w.out.WriteByte('\n')
}

// rowStarts tells which lines begin a row: after a wider gap than the lines of a cell
// have, or with something in a narrow first column, or with a number in a wide one.
// Where neither is to be seen, whatever fills its row begins one.
func rowStarts(lines []line, cols []column) []bool {
	white := whiteAbove(lines)
	least, most := spread(white)
	height := lines[0].height()
	narrow := cols[0].width() < 0.15*(cols[len(cols)-1].x1-cols[0].x0)
	var heads []int // lines that carry the first column's mark
	for i := range lines {
		if first := &lines[i].parts[0]; within(cols, first) == 0 && (narrow || numbered(first.text)) {
			heads = append(heads, i)
		}
	}
	starts := make([]bool, len(lines))
	starts[0] = true
	switch {
	case most-least > 0.35*height:
		for i := 1; i < len(lines); i++ {
			starts[i] = white[i] > least+0.35*height || white[i] > beside && slices.Contains(heads, i) && numbered(lines[i].parts[0].text)
		}
	case narrow && slices.ContainsFunc(heads, func(i int) bool { return white[i] < beside }):
		aroundHeads(lines, heads, starts)
	case len(heads) > 1:
		for _, i := range heads {
			starts[i] = true
		}
	default:
		for i := range lines {
			starts[i] = i == 0 || white[i] > beside && len(lines[i].parts) > 1
		}
	}
	return starts
}

// aroundHeads marks the rows of a table whose numbers stand in the middle of their rows: as
// far below its number as above it a row goes on.
func aroundHeads(lines []line, heads []int, starts []bool) {
	at := 0
	for _, h := range heads {
		if h < at {
			continue
		}
		starts[at] = true
		foot := 2*lines[h].mid() - lines[at].mid() + 0.5*lines[h].height()
		for at = h + 1; at < len(lines) && lines[at].mid() < foot; {
			at++
		}
	}
	if at < len(lines) {
		starts[at] = true
	}
}

// beside is the white above a line that stands beside another: a cell set in the middle of its row.
const beside = -1000

// whiteAbove gives the white between each line and the one before it that it does not stand beside.
func whiteAbove(lines []line) []float64 {
	white := make([]float64, len(lines))
	last := 0
	for i := 1; i < len(lines); i++ {
		gap, height := lines[i].y0-lines[last].y1, lines[i].height()
		other := !meets(&lines[i], &lines[last]) && (i+1 == len(lines) || !meets(&lines[i], &lines[i+1]))
		if gap < -0.3*height || other && gap < 0.1*height {
			white[i] = 2 * beside
			continue
		}
		white[i], last = gap, i
	}
	return white
}

// meets tells whether two lines have a column in common.
func meets(a, b *line) bool {
	cols := columnsOf(b.parts)
	return slices.ContainsFunc(columnsOf(a.parts), func(c column) bool { return c.meets(cols) })
}

// spread gives the least and the greatest white between lines.
func spread(white []float64) (least, most float64) {
	first := true
	for _, gap := range white[1:] {
		if gap < beside {
			continue
		}
		if first {
			least, most, first = gap, gap, false
		}
		least, most = min(least, gap), max(most, gap)
	}
	return least, most
}

func (w *layout) row(cells []string) {
	if len(cells) > 0 {
		w.out.WriteString(strings.Join(cells, " | ") + "\n")
	}
}
