package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/extract"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/ingest/doc"
	"github.com/anupalan/anupalan/packs"
)

// maxText is the largest text that read takes, in bytes.
const maxText = 50 << 20

// ReadCmd proposes the directives of proceedings in text files.
type ReadCmd struct {
	Date   string   `placeholder:"YYYY-MM-DD" help:"${help_read_date}"`
	State  string   `placeholder:"bihar" help:"${help_read_state}"`
	Format string   `enum:"table,json" default:"table" help:"${help_read_format}"`
	Out    string   `placeholder:"DIR" help:"${help_read_out}"`
	Files  []string `arg:"" name:"file" help:"${help_read_file}"`
}

// Run reads every file; the faults of one do not keep the next from being read.
func (c *ReadCmd) Run(g *globals) error {
	o := extract.Options{State: c.State}
	if c.Date != "" {
		d, err := calendar.ParseDate(c.Date)
		if err != nil {
			return fault.Wrap(err, fault.Invalid, "extract.flag_date", c.Date)
		}
		o.Date = d
	}
	lex, err := lexicon()
	if err != nil {
		return err
	}
	o.Lexicon = lex
	bad := 0
	for _, name := range c.Files {
		if err := c.read(g, name, o); err != nil {
			fmt.Fprintln(g.Err, i18n.Explain(g.Lang, fault.As(err)))
			bad++
		}
	}
	if bad > 0 {
		return faultsError{bad}
	}
	return nil
}

// lexicon reads the word lists of the packs.
func lexicon() (*extract.Lexicon, error) {
	var t extract.Tables
	for name, into := range map[string]*[]byte{"common/designations.csv": &t.Designations, "common/topics.csv": &t.Topics} {
		b, err := packs.FS.ReadFile(name)
		if err != nil {
			return nil, fault.Wrap(err, fault.Internal, "extract.table", name, err.Error())
		}
		*into = b
	}
	return extract.NewLexicon(t)
}

// read reads one file and writes what it found.
func (c *ReadCmd) read(g *globals, name string, o extract.Options) error {
	text, err := load(g, name)
	if err != nil {
		return err
	}
	res := extract.Read(text, o)
	id := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	if c.Out == "" {
		return c.write(g.Out, g.Lang, id, text, &res)
	}
	ext := ".txt"
	if c.Format == "json" {
		ext = ".json"
	}
	if err := os.MkdirAll(c.Out, 0o755); err != nil {
		return fault.Wrap(err, fault.Invalid, "extract.out", c.Out, err.Error())
	}
	var b bytes.Buffer
	if err := c.write(&b, g.Lang, id, text, &res); err != nil {
		return err
	}
	path := filepath.Join(c.Out, id+ext)
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		return fault.Wrap(err, fault.Invalid, "extract.out", path, err.Error())
	}
	return nil
}

func (c *ReadCmd) write(w io.Writer, l i18n.Lang, id, text string, res *extract.Result) error {
	if c.Format == "json" {
		return extract.WriteJSON(w, id, text, res)
	}
	return extract.WriteTable(w, l, id, res)
}

// load reads a text file and says plainly why one cannot be read.
func load(g *globals, name string) (string, error) {
	info, err := os.Stat(name)
	switch {
	case os.IsNotExist(err):
		return "", fault.New(fault.NotFound, "extract.file_missing", name)
	case err != nil:
		return "", fault.Wrap(err, fault.Invalid, "extract.file", name, err.Error())
	case info.IsDir():
		return "", fault.New(fault.Invalid, "extract.file_folder", name)
	case info.Size() > maxText:
		return "", fault.New(fault.TooLarge, "extract.file_large", name, info.Size()>>20, maxText>>20)
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return "", fault.Wrap(err, fault.Invalid, "extract.file", name, err.Error())
	}
	return plain(g, name, b)
}

// plain takes the bytes as text, or tells what they are instead.
func plain(g *globals, name string, b []byte) (string, error) {
	head := b[:min(len(b), 4096)]
	switch {
	case len(bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\ufeff")))) == 0:
		return "", fault.New(fault.Invalid, "extract.file_empty", name)
	case bytes.HasPrefix(b, []byte("%PDF")), bytes.HasPrefix(b, []byte("PK\x03\x04")), bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0")):
		return document(g, name, b)
	case bytes.IndexByte(head, 0) >= 0, broken(head) > len(head)/10:
		return "", fault.New(fault.Invalid, "extract.file_binary", name)
	}
	return string(b), nil
}

// document takes the text out of a paper, and says so where its font was turned.
func document(g *globals, name string, b []byte) (string, error) {
	l := doc.Usual()
	l.Bytes, l.Text = maxText, maxText
	p, err := doc.Read(context.Background(), name, b, l)
	if err == nil && p.Font != doc.Unicode {
		fmt.Fprintln(g.Err, i18n.Explain(g.Lang, fault.New(fault.Invalid, "ingest.turned", name, p.Font.Name())))
	}
	return p.Text, err
}

// broken counts the bytes that are no UTF-8.
func broken(b []byte) int {
	n := 0
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 && len(b) >= utf8.UTFMax {
			n++
		}
		b = b[size:]
	}
	return n
}
