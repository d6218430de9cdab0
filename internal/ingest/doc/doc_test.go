package doc

import (
	"archive/zip"
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/fault"
)

// text reads a document whose fonts are of today.
func text(name string, data []byte, l Limits) (string, error) {
	p, err := Read(context.Background(), name, data, l)
	return p.Text, err
}

// word packs the body of a document, and its lists, as Word does.
func word(t testing.TB, body, numbering string) []byte {
	t.Helper()
	const ns = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for name, text := range map[string]string{
		"word/document.xml":  `<w:document ` + ns + `><w:body>` + body + `</w:body></w:document>`,
		"word/numbering.xml": `<w:numbering ` + ns + `>` + numbering + `</w:numbering>`,
	} {
		f, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		f.Write([]byte(text))
	}
	z.Close()
	return buf.Bytes()
}

func para(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

func item(list, level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

const lists = `<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>`

func TestWordDocumentKeepsParagraphsListsAndTables(t *testing.T) {
	body := para("समन्वय बैठक") +
		item("1", "0", "जाँच करें") + item("1", "0", "प्रतिवेदन दें") + item("1", "1", "फोटो सहित") + item("1", "0", "तीसरा") + item("2", "0", "बिंदु") +
		`<w:tbl><w:tr><w:tc>` + para("क्र.") + `</w:tc><w:tc>` + para("निदेश") + para("दूसरी पंक्ति") + `</w:tc></w:tr>` +
		`<w:tr><w:tc>` + para("1") + `</w:tc><w:tc>` + para("सड़क") + `</w:tc></w:tr></w:tbl>` +
		`<w:p><w:r><w:t>दो</w:t></w:r><w:r><w:tab/><w:t xml:space="preserve"> शब्द</w:t></w:r><w:del><w:r><w:delText>हटा</w:delText></w:r></w:del></w:p>`
	got, err := text("x.docx", word(t, body, lists), Usual())
	if err != nil {
		t.Fatal(err)
	}
	want := "समन्वय बैठक\n1. जाँच करें\n2. प्रतिवेदन दें\na. फोटो सहित\n3. तीसरा\n• बिंदु\nक्र. | निदेश दूसरी पंक्ति\n1 | सड़क\n\nदो शब्द"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestPastedPage(t *testing.T) {
	in := `<html><head><title>x</title></head><body><h2>बैठक</h2><p>पहला <b>अनुच्छेद</b>&nbsp;है</p><script>alert(1)</script>
<ol><li>एक</li><li>दो<ul><li>भीतर</li></ul></li></ol><table><tr><th>क</th><td><p>ख</p></td></tr></table>अंत<br>पंक्ति</body></html>`
	want := "बैठक\n\nपहला अनुच्छेद है\n\n1. एक\n2. दो\n• भीतर\n\nक | ख\n\nअंत\nपंक्ति"
	got, err := text("paste", []byte(in), Usual())
	if err != nil || got != want {
		t.Errorf("got\n%s\nwant\n%s\n%v", got, want, err)
	}
}

func TestPlainTextInItsEncodings(t *testing.T) {
	for name, in := range map[string]string{
		"utf8":   "निदेश  दिया\r\n\r\n\r\n गया\n",
		"marked": "\xef\xbb\xbfनिदेश दिया\n\nगया",
		"utf16":  "\xff\xfe" + le("निदेश दिया\n\nगया"),
	} {
		got, err := text(name, []byte(in), Usual())
		if err != nil || got != "निदेश दिया\n\nगया" {
			t.Errorf("%s: %q %v", name, got, err)
		}
	}
	if got, _ := text("x", []byte("\xff\xfe"+le("a𝄞")), Usual()); got != "a𝄞" {
		t.Errorf("%q", got)
	}
}

func le(s string) string {
	var b []byte
	for _, r := range s {
		if r >= 0x10000 {
			r -= 0x10000
			hi, lo := 0xD800+r>>10, 0xDC00+r&0x3FF
			b = append(b, byte(hi), byte(hi>>8), byte(lo), byte(lo>>8))
			continue
		}
		b = append(b, byte(r), byte(r>>8))
	}
	return string(b)
}

func TestWhatIsNotReadSaysWhatToSend(t *testing.T) {
	var other bytes.Buffer
	z := zip.NewWriter(&other)
	z.Create("other.xml")
	z.Close()
	deep := strings.Repeat("<w:a>", 300)
	for name, tc := range map[string]struct {
		data []byte
		l    Limits
		key  string
	}{
		"broken pdf": {[]byte("%PDF-1.7"), Usual(), "ingest.doc_broken"},
		"doc":        {[]byte("\xd0\xcf\x11\xe0"), Usual(), "ingest.doc_old"},
		"other zip":  {other.Bytes(), Usual(), "ingest.doc_unknown"},
		"broken zip": {[]byte("PK\x03\x04x"), Usual(), "ingest.doc_broken"},
		"broken xml": {word(t, "<w:p><w:x", ""), Usual(), "ingest.doc_broken"},
		"deep xml":   {word(t, deep, ""), Usual(), "ingest.doc_large"},
		"binary":     {[]byte("a\x00b"), Usual(), "ingest.doc_unknown"},
		"not utf8":   {[]byte("a\xc3("), Usual(), "ingest.doc_unknown"},
		"bomb":       {word(t, strings.Repeat(" ", 2<<20), ""), Limits{Bytes: 1 << 20, Unpacked: 1 << 20, Text: 100}, "ingest.doc_large"},
		"long text":  {word(t, para(strings.Repeat("अ", 99)), ""), Limits{Bytes: 1 << 20, Unpacked: 1 << 20, Text: 100}, "ingest.doc_large"},
	} {
		if _, err := text(name, tc.data, tc.l); err == nil || fault.As(err).Key != tc.key {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(word(f, para("x")+"<w:tbl><w:tr><w:tc></w:tc></w:tr></w:tbl></w:tc>", lists))
	f.Add([]byte("<p>a<li></ol></table><td>b"))
	f.Add([]byte("\xff\xfea"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text("x", data, Limits{Bytes: 1 << 20, Unpacked: 1 << 20, Text: 1 << 20})
		HTML(string(data))
	})
}
