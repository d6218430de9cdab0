// Package doc takes the text out of proceedings as they are sent: Word documents, PDF,
// plain text, and what is pasted from a page. A paragraph becomes a line, a table row a
// line with its cells parted by " | ", a list item keeps its number. What was typed in a
// font from before Unicode is turned, and the paper says so.
//
// Documents come from outside: the unpacked size, the depth, the pages, the time and the
// length of the text are bounded, nothing outside the document is fetched, and no file
// can end the program.
package doc

import (
	"bytes"
	"context"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// Limits bound one document.
type Limits struct {
	Bytes    int64 // of the file
	Unpacked int64 // of its main part
	Text     int   // bytes of the text taken out
	Pages    int   // of a PDF
}

// Usual are the limits of an upload: 20 MB, 40 MB unpacked, 2 MB of text, 500 pages.
func Usual() Limits { return Limits{Bytes: 20 << 20, Unpacked: 40 << 20, Text: 2 << 20, Pages: 500} }

// Paper is what was taken out of a document.
type Paper struct {
	Text   string
	Font   Font    // from before Unicode, which the text or a part of it was typed in
	Before string  // the text as it was typed, where Font is one
	Pages  int     // of a PDF
	Blank  []int32 // pages of a PDF without any text: pictures
}

// Read gives the text of a document, told by its first bytes and not by its name. The fault says what to send instead.
func Read(ctx context.Context, name string, data []byte, l Limits) (Paper, error) {
	if int64(len(data)) > l.Bytes {
		return Paper{}, fault.New(fault.TooLarge, "ingest.doc_large", name)
	}
	p, err := read(ctx, name, data, l)
	if err != nil {
		return Paper{}, err
	}
	text, font := Legacy(p.Text)
	if font != Unicode {
		if p.Font == Unicode {
			p.Before = p.Text
		}
		p.Text, p.Font = text, font
	}
	return p, nil
}

func read(ctx context.Context, name string, data []byte, l Limits) (Paper, error) {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return docx(name, data, l)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return Paper{}, fault.New(fault.Invalid, "ingest.doc_old", name)
	case bytes.HasPrefix(data, []byte("%PDF")):
		return pdf(ctx, name, data, l)
	}
	text, err := plain(name, data, l)
	return Paper{Text: text}, err
}

// plain reads UTF-8 or UTF-16 text; what looks like a page is read as one.
func plain(name string, data []byte, l Limits) (string, error) {
	s, ok := decode(data)
	if !ok || strings.ContainsRune(s, 0) {
		return "", fault.New(fault.Invalid, "ingest.doc_unknown", name)
	}
	if len(s) > l.Text {
		return "", fault.New(fault.TooLarge, "ingest.doc_large", name)
	}
	if looksHTML(s) {
		return HTML(s), nil
	}
	return tidy(s), nil
}

// decode gives the text of a file in UTF-8 or, with its mark, in UTF-16.
func decode(data []byte) (string, bool) {
	data, _, err := transform.Bytes(unicode.BOMOverride(transform.Nop), data)
	return string(data), err == nil && utf8.Valid(data)
}

// tidy brings text to NFC with single spaces, at most one empty line between paragraphs, and none at the ends.
func tidy(s string) string {
	s = i18n.NFC(strings.ToValidUTF8(s, "\uFFFD"))
	var b strings.Builder
	empty := 1
	for line := range strings.Lines(strings.ReplaceAll(s, "\r", "\n")) {
		line = strings.Join(strings.FieldsFunc(line, isGap), " ")
		if line == "" {
			empty++
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
			if empty > 0 {
				b.WriteByte('\n')
			}
		}
		empty = 0
		b.WriteString(line)
	}
	return b.String()
}

func isGap(r rune) bool {
	return r <= ' ' || r == 0xA0 || r == 0xFEFF || r == 0x200B || (r >= 0x2000 && r <= 0x200A) || r == 0x2028 || r == 0x2029 || r == 0x3000
}
