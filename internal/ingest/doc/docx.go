package doc

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
)

// mostDepth bounds how deep tables and text boxes may nest.
const mostDepth = 200

var errLarge = errors.New("too large")

// docx reads the main part of a Word document, with the numbers of its lists and the
// fonts of its words.
func docx(name string, data []byte, l Limits) (Paper, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Paper{}, fault.Wrap(err, fault.Invalid, "ingest.doc_broken", name)
	}
	body, err := part(z, "word/document.xml", l.Unpacked)
	if err == nil && body == nil {
		return Paper{}, fault.New(fault.Invalid, "ingest.doc_unknown", name)
	}
	if err != nil {
		return Paper{}, unread(err, name)
	}
	// Without these two lists lose their numbers and words their fonts, nothing else.
	numbering, _ := part(z, "word/numbering.xml", l.Unpacked)
	styles, _ := part(z, "word/styles.xml", l.Unpacked)
	lists, fonts := readLists(numbering), readFonts(styles)
	r := reader{lists: lists, counts: map[string][]int{}, fonts: fonts, most: l.Text}
	if err := r.read(body); err != nil {
		return Paper{}, unread(err, name)
	}
	p := Paper{Text: tidy(r.out.String()), Font: r.turned}
	if p.Font != Unicode {
		raw := reader{lists: lists, counts: map[string][]int{}, most: l.Text}
		if err := raw.read(body); err != nil {
			return Paper{}, unread(err, name)
		}
		p.Before = tidy(raw.out.String())
	}
	return p, nil
}

func unread(err error, name string) error {
	if errors.Is(err, errLarge) {
		return fault.New(fault.TooLarge, "ingest.doc_large", name)
	}
	return fault.Wrap(err, fault.Invalid, "ingest.doc_broken", name)
}

// part unpacks one file of the archive, at most so many bytes whatever its header says; nil if there is none.
func part(z *zip.Reader, name string, most int64) ([]byte, error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		defer r.Close()
		b, err := io.ReadAll(io.LimitReader(r, most+1))
		if err == nil && int64(len(b)) > most {
			err = errLarge
		}
		return b, err
	}
	return nil, nil
}

// reader walks the document's XML. Text goes to the innermost buffer: the page, or the cell of a table.
type reader struct {
	out    strings.Builder
	cells  []*strings.Builder // of the tables open
	first  []bool             // whether the next cell is the first of its row
	lists  map[string]kinds
	counts map[string][]int
	list   string // numId of the paragraph
	level  int
	start  bool // the paragraph has no text yet
	skip   int  // inside what was struck out or lies outside the text
	most   int
	wrote  int

	fonts  styles
	run    runFont
	turned Font            // the last old font met
	old    strings.Builder // words in an old font, until they end
}

func (r *reader) write(s string) {
	r.wrote += len(s)
	if n := len(r.cells); n > 0 {
		r.cells[n-1].WriteString(s)
		return
	}
	r.out.WriteString(s)
}

func (r *reader) read(body []byte) error {
	d := xml.NewDecoder(bytes.NewReader(body))
	d.Strict = true
	text, depth := false, 0
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if r.wrote > r.most {
			return errLarge
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if depth++; depth > mostDepth {
				return errLarge
			}
			text = t.Name.Local == "t"
			r.open(t)
		case xml.EndElement:
			depth--
			text = false
			r.close(t.Name.Local)
		case xml.CharData:
			if text && r.skip == 0 {
				r.typed(string(t))
			}
		}
	}
}

func (r *reader) open(t xml.StartElement) {
	switch t.Name.Local {
	case "del", "moveFrom", "instrText", "delText", "Fallback":
		r.skip++
	case "p":
		r.start, r.list, r.level = true, "", 0
		r.run = runFont{}
	case "pPr":
		r.run.marks = true
	case "r":
		r.run.words, r.run.style = "", ""
	case "pStyle":
		r.run.paragraph = attr(t, "val")
	case "rStyle":
		r.run.style = attr(t, "val")
	case "rFonts":
		r.run.named(t)
	case "numId":
		r.list = attr(t, "val")
	case "ilvl":
		r.level, _ = strconv.Atoi(attr(t, "val"))
	case "tab":
		r.flush()
		r.say(" ")
	case "br", "cr":
		r.flush()
		r.write("\n")
	case "tr":
		r.first = append(r.first, true)
	case "tc":
		r.cells = append(r.cells, &strings.Builder{})
	}
}

// say writes words, with the list's number before the first of a paragraph.
func (r *reader) say(s string) {
	if r.start && strings.TrimSpace(s) != "" {
		r.start = false
		r.write(r.mark())
	}
	r.write(s)
}

func (r *reader) close(name string) {
	switch name {
	case "del", "moveFrom", "instrText", "delText", "Fallback":
		r.skip = max(0, r.skip-1)
	case "pPr":
		r.run.marks = false
	case "p":
		r.flush()
		r.write("\n")
	case "tc":
		r.endCell()
	case "tr":
		r.first = r.first[:max(0, len(r.first)-1)]
		r.write("\n")
	case "tbl":
		r.write("\n")
	}
}

// endCell joins the cell's lines and puts it in its row.
func (r *reader) endCell() {
	n := len(r.cells)
	if n == 0 {
		return
	}
	s := strings.Join(strings.Fields(r.cells[n-1].String()), " ")
	r.cells = r.cells[:n-1]
	if k := len(r.first); k > 0 {
		if !r.first[k-1] {
			r.write(" | ")
		}
		r.first[k-1] = false
	}
	r.write(s)
}

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
