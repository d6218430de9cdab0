package app

import (
	"cmp"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
)

// TextMark says what a run of the proceedings tells.
type TextMark string

// The marks.
const (
	PlainText TextMark = ""
	WhomText  TextMark = "who"
	WhenText  TextMark = "when"
	ManyText  TextMark = "many"
)

// TextRun is a run of text with one mark; Drafts are the numbers of those it tells it of.
type TextRun struct {
	Text   string
	Mark   TextMark
	Drafts []int
}

// TextPiece is a run of text; with Draft it is what that draft was read from, and with Also
// what further ones were.
type TextPiece struct {
	Draft  int // number of the first draft; 0 none
	Also   []int
	Figure int  // number of the figure read from it; 0 none
	Aside  bool // page furniture, which is not read
	ID     record.ID
	Start  int // byte in the whole text
	End    int
	Runs   []TextRun
}

// TextParagraph is one paragraph of the proceedings; a heading stands by itself.
type TextParagraph struct {
	Heading bool
	Pieces  []TextPiece
}

// cover is one stretch of the text and what it is: the words of draft n, one of its marks,
// the words of figure n, or page furniture.
type cover struct {
	sitting.Span
	n      int
	mark   TextMark
	figure bool
	aside  bool
}

// marked is a text with all that covers it.
type marked struct {
	text   string
	drafts []sitting.Draft
	covers []cover
}

func (m *marked) cover(spans []sitting.Span, c cover) {
	for _, s := range spans {
		if s.Start >= 0 && s.Start < s.End && s.End <= len(m.text) {
			c.Span = s
			m.covers = append(m.covers, c)
		}
	}
}

// markedText gathers what covers a text.
func markedText(text string, drafts []sitting.Draft, figures []sitting.Figure, aside []sitting.Span) *marked {
	m := &marked{text: text, drafts: drafts}
	for i := range drafts {
		d := &drafts[i]
		m.cover(d.Quote, cover{n: i + 1})
		m.cover(d.Whom, cover{n: i + 1, mark: WhomText})
		m.cover(d.When, cover{n: i + 1, mark: WhenText})
		m.cover(d.Many, cover{n: i + 1, mark: ManyText})
	}
	for i := range figures {
		m.cover([]sitting.Span{figures[i].Quote}, cover{n: i + 1, figure: true})
	}
	m.cover(aside, cover{aside: true})
	slices.SortStableFunc(m.covers, func(a, b cover) int { return cmp.Compare(a.Start, b.Start) })
	return m
}

// paragraphs cuts the text into paragraphs, and each into what the drafts were read from.
func (m *marked) paragraphs() []TextParagraph {
	var list []TextParagraph
	at := 0
	for line := range strings.Lines(m.text) {
		body := strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(body) != "" {
			list = append(list, TextParagraph{Heading: heading(body), Pieces: m.pieces(at, at+len(body))})
		}
		at += len(line)
	}
	return list
}

// heading reports a short line that ends without a stop, or with a colon.
func heading(line string) bool {
	return len([]rune(line)) < 80 && (strings.HasSuffix(line, ":") || !strings.ContainsAny(line[len(line)-1:], ".!?") && !strings.HasSuffix(line, "।") && !strings.ContainsAny(line, "।|"))
}

// pieces cuts a paragraph wherever something begins or ends, and joins neighbours that
// belong to the same drafts.
func (m *marked) pieces(from, to int) []TextPiece {
	var within []cover
	edges := []int{from, to}
	for _, c := range m.covers {
		if c.Start >= to {
			break
		}
		if c.End > from {
			within = append(within, c)
			edges = append(edges, max(c.Start, from), min(c.End, to))
		}
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	var list []TextPiece
	for i := 1; i < len(edges); i++ {
		p := m.piece(edges[i-1], edges[i], within)
		if n := len(list); n > 0 && list[n-1].joins(&p) {
			list[n-1].add(p)
			continue
		}
		list = append(list, p)
	}
	return list
}

// piece says what one stretch between two edges is.
func (m *marked) piece(from, to int, within []cover) TextPiece {
	p := TextPiece{Start: from, End: to}
	run := TextRun{Text: m.text[from:to]}
	for _, c := range within {
		if c.Start > from || c.End < to {
			continue
		}
		switch {
		case c.aside:
			p.Aside = true
		case c.figure:
			p.Figure = c.n
		case c.mark != PlainText && (run.Mark == PlainText || run.Mark == c.mark):
			run.Mark = c.mark
			run.Drafts = append(run.Drafts, c.n)
		case c.mark != PlainText:
		case p.Draft == 0:
			p.Draft, p.ID = c.n, m.drafts[c.n-1].ID
		case p.Draft != c.n && !slices.Contains(p.Also, c.n):
			p.Also = append(p.Also, c.n)
		}
	}
	p.Runs = []TextRun{run}
	return p
}

func (p *TextPiece) joins(q *TextPiece) bool {
	return p.Draft == q.Draft && slices.Equal(p.Also, q.Also) && p.Figure == q.Figure && p.Aside == q.Aside
}

// add takes a neighbour in; a run like the last one lengthens it.
func (p *TextPiece) add(q TextPiece) {
	last, next := &p.Runs[len(p.Runs)-1], q.Runs[0]
	p.End = q.End
	if last.Mark == next.Mark && slices.Equal(last.Drafts, next.Drafts) {
		last.Text += next.Text
		return
	}
	p.Runs = append(p.Runs, next)
}
