package doc

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
)

// box is a word, or what was joined of words, at its place on the page; y grows downwards.
type box struct {
	x0, x1, y0, y1 float64
	text           string
}

func (b *box) mid() float64    { return (b.y0 + b.y1) / 2 }
func (b *box) height() float64 { return b.y1 - b.y0 }

// sheet is a page.
type sheet struct {
	width, height float64
	words         []box
}

// line is what stands beside each other, from left to right, in pieces parted by wide gaps.
type line struct {
	box
	words []box
	parts []box
}

// readBoxes reads the words and their places.
func readBoxes(data []byte) ([]sheet, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	var pages []sheet
	var word *box
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return pages, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "page":
				pages = append(pages, sheet{width: number64(t, "width"), height: number64(t, "height")})
			case "word":
				word = &box{x0: number64(t, "xMin"), x1: number64(t, "xMax"), y0: number64(t, "yMin"), y1: number64(t, "yMax")}
			}
		case xml.CharData:
			if word != nil {
				word.text += string(t)
			}
		case xml.EndElement:
			if t.Name.Local == "word" && word != nil && len(pages) > 0 && word.text != "" {
				p := &pages[len(pages)-1]
				p.words = append(p.words, *word)
			}
			if t.Name.Local == "word" {
				word = nil
			}
		}
	}
}

func number64(t xml.StartElement, name string) float64 {
	f, _ := strconv.ParseFloat(attr(t, name), 64)
	return f
}

// lines puts the words of a page into lines, top to bottom. Words stand on one line when
// the middle of one lies within the other's height.
func (p *sheet) lines() []line {
	words := slices.Clone(p.words)
	slices.SortStableFunc(words, func(a, b box) int { return order(a.mid(), b.mid()) })
	var out []line
	for _, w := range words {
		n := len(out) - 1
		if n < 0 || w.mid()-out[n].mid() > 0.4*min(w.height(), out[n].height()) {
			out = append(out, line{box: box{y0: w.y0, y1: w.y1}, words: []box{w}})
			continue
		}
		out[n].words = append(out[n].words, w)
	}
	for i := range out {
		l := &out[i]
		slices.SortStableFunc(l.words, func(a, b box) int { return order(a.x0, b.x0) })
		l.parts = l.pieces(nil)
		l.x0, l.x1 = l.parts[0].x0, l.parts[len(l.parts)-1].x1
	}
	return out
}

func order(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// pieces joins the words of a line. A gap wider than a letter parts two pieces, and so
// does one over the gutter between two columns; one too narrow for a space is none.
func (l *line) pieces(gutters []column) []box {
	space := l.space()
	parts := slices.Clone(l.words[:1])
	for _, w := range l.words[1:] {
		last := &parts[len(parts)-1]
		gap := column{last.x1, w.x0}
		wide := gap.width()
		switch {
		case wide > 0.9*l.height() && wide > 2.5*space, wide > 1.3*space && gap.meets(gutters):
			parts = append(parts, w)
			continue
		case wide < 0.9*space && endsInSign(last.text):
			last.text += w.text
		default:
			last.text += " " + w.text
		}
		last.x1 = max(last.x1, w.x1)
	}
	return parts
}

// space is the usual gap between the words of a line; where every word is a column of
// its own, no wider than half a letter.
func (l *line) space() float64 {
	var gaps []float64
	for i := 1; i < len(l.words); i++ {
		if g := l.words[i].x0 - l.words[i-1].x1; g > 0 {
			gaps = append(gaps, g)
		}
	}
	if len(gaps) == 0 {
		return 0
	}
	slices.Sort(gaps)
	return min(gaps[len(gaps)/2], 0.45*l.height())
}

// endsInSign: the last letter carries a sign without width, after which a gap is often
// taken for a space.
func endsInSign(s string) bool {
	r := []rune(s)
	return len(r) > 0 && sign(r[len(r)-1])
}
