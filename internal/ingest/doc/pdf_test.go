package doc

import (
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/anupalan/anupalan/internal/fault"
)

var update = flag.Bool("update", false, "write the golden texts anew")

// The papers were printed by Chromium and by LibreOffice: paragraphs, numbered lists, a
// table whose numbers stand in the middle of their rows, a margin that names the owner,
// four pages with head and foot, and one typed in Kruti Dev.
func TestPDFAsItWasWritten(t *testing.T) {
	files, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d papers, %v", len(files), err)
	}
	for _, f := range files {
		if strings.Contains(f, "scan") {
			continue
		}
		t.Run(filepath.Base(f), func(t *testing.T) {
			t.Parallel()
			p, err := Read(context.Background(), f, file(t, f), Usual())
			if err != nil {
				t.Fatal(err)
			}
			golden := strings.TrimSuffix(f, ".pdf") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(p.Text+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(file(t, golden)), p.Text+"\n"); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestBothPrintersGiveOneText(t *testing.T) {
	for _, name := range []string{"note", "numbered", "table"} {
		if a, b := file(t, "testdata/"+name+"-chromium.golden"), file(t, "testdata/"+name+"-office.golden"); string(a) != string(b) {
			t.Errorf("%s: %s", name, cmp.Diff(string(a), string(b)))
		}
	}
}

func TestAScanSaysThatItIsOne(t *testing.T) {
	_, err := Read(context.Background(), "scan.pdf", file(t, "testdata/scan-chromium.pdf"), Usual())
	if err == nil || fault.As(err).Key != "ingest.pdf_scan" {
		t.Error(err)
	}
}

func TestPagesOfAPDFAreBounded(t *testing.T) {
	l := Usual()
	l.Pages = 3
	_, err := Read(context.Background(), "long.pdf", file(t, "testdata/long-chromium.pdf"), l)
	if err == nil || fault.As(err).Key != "ingest.pdf_pages" {
		t.Error(err)
	}
	l = Usual()
	l.Text = 1000
	_, err = Read(context.Background(), "long.pdf", file(t, "testdata/long-chromium.pdf"), l)
	if err == nil || fault.As(err).Key != "ingest.doc_large" {
		t.Error(err)
	}
}

func TestAPDFThatIsGivenUpLeavesNothingBehind(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, "long.pdf", file(t, "testdata/long-chromium.pdf"), Usual()); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestLostLettersAreNotRead(t *testing.T) {
	for in, least := range map[string]int{
		"निदेश दिया गया, 20 मार्च तक": 100,
		"All BDOs by 20 March": 100,
	} {
		if got := knownLetters(in); got < least {
			t.Errorf("%s: %d", in, got)
		}
	}
	for _, in := range []string{"\ue001\ue002\ue003 \ue004\ue005 a", "ि ा े ी क", "\ufffd\ufffd\ufffdab"} {
		if got := knownLetters(in); got >= known {
			t.Errorf("%q: %d", in, got)
		}
	}
}

func file(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func FuzzBoxes(f *testing.F) {
	f.Add([]byte(`<doc><page width="600" height="800"><word xMin="1" yMin="1" xMax="9" yMax="9">क</word><word xMin="50" yMin="2" xMax="60" yMax="9">1.</word><word xMin="1" yMin="20" xMax="9" yMax="29">ख</word><word xMin="50" yMin="20" xMax="60" yMax="29">ग</word></page><page/></doc>`))
	f.Add([]byte(`<page><word xMin="NaN" yMax="-Inf">x</word><word>y</word></page>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if pages, err := readBoxes(data); err == nil {
			pageText(pages)
		}
	})
}
