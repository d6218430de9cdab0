package doc

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/anupalan/anupalan/internal/fault"
)

// pdfTime bounds the reading of one PDF.
const pdfTime = 30 * time.Second

// pdfMemory bounds the memory of the reading program, in KB.
const pdfMemory = 1 << 20

// known is the least share of letters, in a hundred, that must be letters of a script
// for a text to be called readable.
const known = 60

// pdf takes the text out of a PDF with the program pdftotext, which runs by itself, for a
// bounded time and in bounded memory. No library in Go was found that reads Hindi right:
// vowel signs come apart from their letters.
func pdf(ctx context.Context, name string, data []byte, l Limits) (Paper, error) {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		return Paper{}, fault.New(fault.Invalid, "ingest.pdf_tool", name)
	}
	out, err := boxes(ctx, tool, data, l)
	if err != nil {
		if errors.Is(err, errLarge) {
			return Paper{}, fault.New(fault.TooLarge, "ingest.doc_large", name)
		}
		return Paper{}, pdfFault(err, name)
	}
	pages, err := readBoxes(out)
	if err != nil {
		return Paper{}, fault.Wrap(err, fault.Invalid, "ingest.doc_broken", name)
	}
	if len(pages) > l.Pages {
		return Paper{}, fault.New(fault.TooLarge, "ingest.pdf_pages", name, l.Pages)
	}
	p := Paper{Text: tidy(pageText(pages)), Pages: len(pages)}
	for i := range pages {
		if len(pages[i].words) == 0 {
			p.Blank = append(p.Blank, int32(i+1))
		}
	}
	switch {
	case len(p.Blank) == len(pages):
		return Paper{}, fault.New(fault.Invalid, "ingest.pdf_scan", name)
	case len(p.Text) > l.Text:
		return Paper{}, fault.New(fault.TooLarge, "ingest.doc_large", name)
	case knownLetters(p.Text) < known:
		return Paper{}, fault.New(fault.Invalid, "ingest.pdf_letters", name)
	}
	return p, nil
}

// boxes runs the program: words with their places on the page, as XHTML.
func boxes(ctx context.Context, tool string, data []byte, l Limits) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, pdfTime)
	defer cancel()
	// The shell only sets the bound of memory, which the program itself cannot.
	cmd := exec.CommandContext(ctx, "/bin/sh", "-c", "ulimit -v "+strconv.Itoa(pdfMemory)+"; exec \"$@\"", "sh",
		tool, "-q", "-enc", "UTF-8", "-bbox", "-l", strconv.Itoa(l.Pages+1), "-", "-")
	cmd.Env = []string{"LC_ALL=C.UTF-8"}
	cmd.Stdin = bytes.NewReader(data)
	var complaint bytes.Buffer
	cmd.Stderr = &capped{&complaint, 2000}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	most := int64(l.Text) * 40 // a word costs about as much for its place
	got, err := io.ReadAll(io.LimitReader(out, most+1))
	if int64(len(got)) > most {
		cancel()
		cmd.Wait()
		return nil, errLarge
	}
	if err := errors.Join(err, cmd.Wait()); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("%w: %s", err, complaint.String())
	}
	return got, nil
}

// capped keeps the first bytes of what is written and drops the rest.
type capped struct {
	*bytes.Buffer
	left int
}

func (c *capped) Write(p []byte) (int, error) {
	n := min(len(p), c.left)
	c.left -= n
	c.Buffer.Write(p[:n])
	return len(p), nil
}

func pdfFault(err error, name string) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return fault.Wrap(err, fault.TooLarge, "ingest.pdf_slow", name)
	}
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && strings.Contains(strings.ToLower(err.Error()), "password") {
		return fault.Wrap(err, fault.Invalid, "ingest.pdf_locked", name)
	}
	return fault.Wrap(err, fault.Invalid, "ingest.doc_broken", name)
}

// knownLetters gives how many in a hundred of the signs are letters, marks or digits of
// Hindi or English, or what stands between them. A vowel sign that follows no letter is
// the mark of a text whose letters were lost.
func knownLetters(s string) int {
	all, good := 0, 0
	last := ' '
	for _, r := range s {
		if !unicode.IsSpace(r) {
			all++
			if knownLetter(r, last) {
				good++
			}
		}
		last = r
	}
	if all == 0 {
		return 0
	}
	return good * 100 / all
}

func knownLetter(r, last rune) bool {
	switch {
	case r < 0x7F:
		return true
	case unicode.Is(unicode.Devanagari, r):
		return !(unicode.Is(unicode.M, r) && !unicode.Is(unicode.Devanagari, last))
	case r >= 0xA0 && r < 0x100: // Latin letters with signs: an old font, which is told apart later
		return true
	}
	return strings.ContainsRune("–—‘’“”•…₹●■◆▪➢✓\u200c\u200d", r) || r >= 0x152 && r <= 0x192 || r == 'ˆ' || r == '˜' || r == '„' || r == '†' || r == '‡' || r == '‰' || r == '‹' || r == '›' || r == '€' || r == '™'
}
