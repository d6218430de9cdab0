package extract

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// boundaries are the offsets at which a rune of s begins or the text ends.
func boundaries(s string) map[int]bool {
	b := map[int]bool{len(s): true}
	for i := range s {
		b[i] = true
	}
	return b
}

// checkSpans fails where a span of a result is not in the text or cuts a rune.
func checkSpans(t *testing.T, text string, res *Result) {
	t.Helper()
	at := boundaries(text)
	check := func(what string, s Span) {
		if s == (Span{}) {
			return
		}
		if s.Start < 0 || s.End > len(text) || s.Start >= s.End || !at[s.Start] || !at[s.End] {
			t.Fatalf("%s %v lies outside the text of %d bytes or cuts a rune", what, s, len(text))
		}
	}
	check("date", res.Meeting.DateSpan)
	for _, f := range res.Furniture {
		check("furniture", f)
	}
	for i := range res.Directives {
		d := &res.Directives[i]
		if len(d.Quote) == 0 || len(d.Keys) == 0 || d.Confidence <= 0 || d.Confidence > 1 {
			t.Fatalf("directive %d is incomplete: %+v", i, d)
		}
		for _, q := range d.Quote {
			check("quote", q)
			if q.Empty() {
				t.Fatalf("directive %d has an empty quote", i)
			}
		}
		for _, o := range d.Owners {
			check("owner", o.Span)
			if o.Span.Of(text) != o.Text {
				t.Fatalf("owner %q is not what its span holds", o.Text)
			}
		}
		check("deadline", d.Deadline.Span)
		if d.Deadline.Kind != NoDeadline && d.Deadline.Span.Of(text) != d.Deadline.Text {
			t.Fatalf("deadline %q is not what its span holds", d.Deadline.Text)
		}
		if d.Target != nil {
			check("target", d.Target.Span)
		}
	}
	for _, f := range res.Facts {
		check("fact", f.Quote)
	}
}

// damages are ways in which a text comes in spoilt.
var damages = map[string]func(string) string{
	"as it is":        func(s string) string { return s },
	"CRLF":            func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
	"byte-order mark": func(s string) string { return "\ufeff" + s },
	"one line":        func(s string) string { return strings.ReplaceAll(s, "\n", " ") },
	"no spaces":       func(s string) string { return strings.ReplaceAll(s, " ", "") },
	"bidi marks":      func(s string) string { return strings.ReplaceAll(s, " ", " \u200e\u202b") },
	"cut runes":       func(s string) string { return s[1 : len(s)-1] },
	"joiners":         func(s string) string { return strings.ReplaceAll(s, "्", "्\u200d") },
	"no stops":        func(s string) string { return strings.NewReplacer("।", " ", ".", " ", ",", " ").Replace(s) },
	"stray bytes":     func(s string) string { return strings.ReplaceAll(s, "ा", "ा\x80\xff") },
}

func TestSpansLieInTheTextHoweverSpoilt(t *testing.T) {
	t.Parallel()
	lex := tables(t)
	files, _ := filepath.Glob("testdata/*.txt")
	for _, damage := range damages {
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			text := damage(string(b))
			res := Read(text, Options{Lexicon: lex})
			checkSpans(t, text, &res)
		}
	}
}

// TestInvisibleSignsChangeNothing: a text full of joiners and bidi marks asks
// for the same as the clean one.
func TestInvisibleSignsChangeNothing(t *testing.T) {
	t.Parallel()
	lex := tables(t)
	files, _ := filepath.Glob("testdata/*.txt")
	for _, how := range []string{"CRLF", "byte-order mark", "bidi marks", "joiners"} {
		for _, f := range files {
			b, _ := os.ReadFile(f)
			clean, spoilt := string(b), damages[how](string(b))
			x, y := Read(clean, Options{Lexicon: lex}), Read(spoilt, Options{Lexicon: lex})
			if len(x.Directives) != len(y.Directives) {
				t.Fatalf("%s with %s: %d directives, clean %d", f, how, len(y.Directives), len(x.Directives))
			}
			for i := range x.Directives {
				if same(x.Directives[i].Keys, y.Directives[i].Keys) != 1 || x.Directives[i].Deadline.End != y.Directives[i].Deadline.End {
					t.Errorf("%s with %s: directive %d differs", f, how, i+1)
				}
			}
		}
	}
}

// TestTextsSpoiltAtRandom tears, mixes and soils the labelled texts in many ways.
func TestTextsSpoiltAtRandom(t *testing.T) {
	t.Parallel()
	lex := tables(t)
	files, _ := filepath.Glob("testdata/*.txt")
	texts := make([]string, len(files))
	for i, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts[i] = string(b)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 800 {
		text := texts[rng.IntN(len(texts))]
		for range 1 + rng.IntN(20) {
			i := rng.IntN(len(text))
			switch rng.IntN(4) {
			case 0:
				text = text[:i] + string([]byte{byte(rng.IntN(256))}) + text[i:]
			case 1:
				text = text[:i] + text[min(len(text), i+rng.IntN(60)):] + " "
			case 2:
				o := texts[rng.IntN(len(texts))]
				j := rng.IntN(len(o))
				text = text[:i] + o[j:min(len(o), j+100)] + text[i:]
			case 3:
				text = text[:i] + []string{"।", ".", ",", "(", ")", "|", "\n", "\t", "को ", " 31.02.26 ", "1. "}[rng.IntN(11)] + text[i:]
			}
		}
		res := Read(text, Options{Lexicon: lex})
		checkSpans(t, text, &res)
	}
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for i, line := range strings.Split(string(b), "\n") { // short seeds: each find is made smaller for up to a minute, step by step
			if i%4 == 0 && len(line) < 600 {
				f.Add(line)
			}
		}
	}
	for _, s := range []string{"", "।", "31.02.26 तक करें", "(करें", "सी0एम0", "1. \n2. ", "| निदेश | पद |\n| क | ख |", "\xff\xfe", "बीडीओ 99999999999999999999 दिन में करें", "अगले", "के", "को कहा", "to", "by", "१/२/३"} {
		f.Add(s)
	}
	lex := tables(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			return
		}
		res := Read(text, Options{Lexicon: lex})
		checkSpans(t, text, &res)
		if !utf8.ValidString(text) {
			return
		}
		again := Read(text, Options{Lexicon: lex})
		if len(again.Directives) != len(res.Directives) {
			t.Fatal("the same text is read in two ways")
		}
	})
}

// long gives about n bytes of proceedings.
func long(b testing.TB, n int) string {
	files, _ := filepath.Glob("testdata/*.txt")
	var s strings.Builder
	for s.Len() < n {
		for _, f := range files {
			t, err := os.ReadFile(f)
			if err != nil {
				b.Fatal(err)
			}
			s.Write(t)
			s.WriteByte('\n')
		}
	}
	return s.String()
}

func TestOneLineOfAMegabyte(t *testing.T) {
	t.Parallel()
	lex := tables(t)
	for _, text := range []string{
		strings.ReplaceAll(long(t, 1<<20), "\n", " "),
		strings.Repeat("करने और ", 1<<16),
		strings.Repeat("बीडीओ, ", 1<<16),
		strings.Repeat("(", 1<<18),
		strings.Repeat("जो करें ", 1<<16),
		strings.Repeat("क", 1<<18),
		strings.Repeat("1,", 1<<18),
	} {
		res := Read(text, Options{Lexicon: lex})
		checkSpans(t, text, &res)
	}
}

func BenchmarkRead(b *testing.B) {
	lex := tables(b)
	text := long(b, 2<<20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Read(text, Options{Lexicon: lex})
	}
}

// BenchmarkReadRepeated reads 60 KB of one phrase over and over, where a rule
// that looks too far would show.
func BenchmarkReadRepeated(b *testing.B) {
	lex := tables(b)
	for _, phrase := range []string{"5 में से ", "12 मार्च ", "सोमवार, ", "लंबित मिलने पर ", "Of 5, ", "हर ", "- 10/12/24 ko de dein\n"} {
		text := strings.Repeat(phrase, 60000/len(phrase))
		b.Run(strings.TrimSpace(phrase), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Read(text, Options{Lexicon: lex})
			}
		})
	}
}

func BenchmarkLexicon(b *testing.B) {
	var tab Tables
	tab.Designations, _ = os.ReadFile("../../packs/common/designations.csv")
	tab.Topics, _ = os.ReadFile("../../packs/common/topics.csv")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := NewLexicon(tab); err != nil {
			b.Fatal(err)
		}
	}
}
