package app

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/photo"
)

// The kinds of file that are kept, which are also the ends of their names.
const (
	kindPhoto = "jpg"
	kindPDF   = "pdf"
	kindDocx  = "docx"
	kindXlsx  = "xlsx"
	kindText  = "txt"
	kindCSV   = "csv"
)

// contentType gives the media type under which a kind is sent.
func contentType(kind string) string {
	switch kind {
	case kindPhoto:
		return "image/jpeg"
	case kindPDF:
		return "application/pdf"
	case kindDocx:
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	case kindXlsx:
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case kindText:
		return "text/plain; charset=utf-8"
	case kindCSV:
		return "text/csv; charset=utf-8"
	}
	return "application/octet-stream"
}

// fileKind tells what a file is by its bytes alone; what it calls itself counts for nothing.
func fileKind(name string, content []byte) (string, error) {
	switch {
	case len(content) == 0:
		return "", wrongFile("file.empty", name)
	case photo.Kind(content) != "":
		return kindPhoto, nil
	case bytes.HasPrefix(content, []byte("%PDF-")):
		return kindPDF, nil
	case bytes.HasPrefix(content, []byte("PK\x03\x04")):
		return officeKind(name, content)
	}
	text := bytes.TrimSpace(bytes.TrimPrefix(content, []byte("\ufeff")))
	switch {
	case !utf8.Valid(content) || bytes.ContainsFunc(content, unprintable) || isMarkup(text):
		return "", wrongFile("file.refused", name)
	case len(text) == 0:
		return "", wrongFile("file.empty", name)
	case isTable(text):
		return kindCSV, nil
	}
	return kindText, nil
}

func wrongFile(key, name string, args ...any) error {
	return fault.New(fault.Invalid, "file.wrong").With("file", key, append([]any{name}, args...)...)
}

// officeKind tells Word from Excel by the parts of the archive. Nothing is unpacked.
func officeKind(name string, content []byte) (string, error) {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return "", wrongFile("file.refused", name)
	}
	parts := map[string]bool{}
	for _, f := range archive.File {
		parts[f.Name] = true
		if strings.EqualFold(path.Base(f.Name), "vbaProject.bin") {
			return "", wrongFile("file.macros", name)
		}
	}
	switch {
	case !parts["[Content_Types].xml"]:
	case parts["word/document.xml"]:
		return kindDocx, nil
	case parts["xl/workbook.xml"]:
		return kindXlsx, nil
	}
	return "", wrongFile("file.refused", name)
}

// unprintable are the control characters that no text has.
func unprintable(r rune) bool { return r < ' ' && !strings.ContainsRune("\t\n\r\f", r) || r == 0x7f }

// isMarkup reports whether a text is a page, a drawing or a program's rather than a
// person's: it could do things where it is opened.
func isMarkup(text []byte) bool {
	for _, head := range []string{"{\\rtf", "%!", "#!"} {
		if bytes.HasPrefix(text, []byte(head)) {
			return true
		}
	}
	return len(text) > 1 && text[0] == '<' && (text[1] == '!' || text[1] == '?' || unicode.IsLetter(rune(text[1])))
}

// isTable reports whether the first lines of a text are rows of one width.
func isTable(text []byte) bool {
	const looked = 50
	for _, comma := range ",;\t" {
		r := csv.NewReader(bytes.NewReader(text))
		r.Comma, r.ReuseRecord = comma, true
		rows, width := 0, 0
		for rows < looked {
			row, err := r.Read()
			if err != nil {
				if len(row) > 0 || rows < 2 || err.Error() != "EOF" {
					rows = 0
				}
				break
			}
			rows, width = rows+1, len(row)
		}
		if rows > 1 && width > 1 {
			return true
		}
	}
	return false
}

// plainName is a name that may stand in a header, on a page and on any disk: no folders,
// no control or direction characters.
func plainName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`"<>:|?*;%`, r):
			return '_'
		case r == '\u200c' || r == '\u200d' || unicode.IsGraphic(r):
			return r
		}
		return -1
	}, strings.ToValidUTF8(name, ""))
	return i18n.NFC(strings.Trim(strings.Join(strings.Fields(name), " "), ". "))
}

const longestName = 80 // characters, without the end

// safeName is a plain name with the end that fits what the file is.
func safeName(name, kind string) string {
	name = plainName(name)
	if end := path.Ext(name); len(end) <= 6 && !strings.Contains(end, " ") {
		name = strings.TrimSuffix(name, end)
	}
	name = strings.TrimSuffix(name, "."+kind)
	if runes := []rune(name); len(runes) > longestName {
		name = string(runes[:longestName])
	}
	if name = strings.Trim(name, ". "); name == "" {
		name = "file"
	}
	return name + "." + kind
}
