package office_test

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/web"
	. "github.com/anupalan/anupalan/internal/web/office"
)

func kit(t testing.TB) *web.Kit {
	t.Helper()
	k, err := web.New(web.Config{Views: Views(), Templates: []fs.FS{Templates()}, Now: now.Time})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// render gives a sample page as it is answered.
func render(t testing.TB, k *web.Kit, s sample, l i18n.Lang, deva bool) string {
	t.Helper()
	reader := s.reader(l)
	reader.Digits = deva
	r := httptest.NewRequest(http.MethodGet, "/page?by=block", nil)
	r = r.WithContext(web.WithReader(r.Context(), reader))
	w := httptest.NewRecorder()
	if err := k.Render(w, r, http.StatusOK, s.page(words{l})); err != nil {
		t.Fatalf("%s in %s: %v", s.name, l, err)
	}
	return w.Body.String()
}

func languages() []i18n.Lang { return []i18n.Lang{i18n.Hindi, i18n.English} }

func TestEveryPageRendersInBothLanguages(t *testing.T) {
	k := kit(t)
	inline := regexp.MustCompile(`(?i)\sstyle=|<style|\son[a-z]+=|<script>|javascript:`)
	for _, s := range samples() {
		for _, l := range languages() {
			html := render(t, k, s, l, false)
			if m := inline.FindString(html); m != "" {
				t.Errorf("%s in %s has something inline, which the content policy forbids: %q", s.name, l, m)
			}
			for _, bad := range []string{"%!", "%[", "ZgotmplZ", "&lt;a ", "&lt;b&gt;", "{1|", "$officer", "<no value>"} {
				if strings.Contains(html, bad) {
					t.Errorf("%s in %s shows %q", s.name, l, bad)
				}
			}
			if !strings.Contains(html, `<html lang="`+l.String()+`"`) || strings.Count(html, "<h1") != 1 {
				t.Errorf("%s in %s: language or the one h1 is missing", s.name, l)
			}
		}
	}
}

// TestEnglishPagesSpeakEnglish finds wordings of ours left in Hindi: only marked text, the wordmark and the switch may be.
func TestEnglishPagesSpeakEnglish(t *testing.T) {
	k := kit(t)
	hindi := regexp.MustCompile(`<(\w+)[^>]*\blang="hi"[^>]*>`)
	for _, s := range samples() {
		html := render(t, k, s, i18n.English, false)
		for m := hindi.FindStringSubmatchIndex(html); m != nil; m = hindi.FindStringSubmatchIndex(html) {
			end := "</" + html[m[2]:m[3]] + ">"
			stop := strings.Index(html[m[1]:], end)
			if stop < 0 {
				stop = 0
			}
			html = html[:m[0]] + html[m[1]+stop:]
		}
		if m := regexp.MustCompile(`[^<>]{0,20}[\x{904}-\x{939}][^<>]{0,30}`).FindString(html); m != "" && !sampleHindi(m) {
			t.Errorf("%s in English shows %q", s.name, m)
		}
	}
}

// sampleHindi lets pass what a sample holds in Hindi whatever the page speaks, in places that carry no language.
func sampleHindi(s string) bool {
	for _, ok := range []string{"रसीद-कटसा", "हिंदी", "सभी पेट्रोल पंपों", "सीएससी के साथ", "प्रखण्ड", "पानापुर"} {
		if strings.Contains(s, ok) {
			return true
		}
	}
	return false
}

func TestDigitsFollowTheSetting(t *testing.T) {
	k := kit(t)
	var today sample
	for _, s := range samples() {
		if s.name == "today" {
			today = s
		}
	}
	html := render(t, k, today, i18n.Hindi, true)
	for _, want := range []string{"४१२", "२७ फरवरी २०२६", "१०:४०"} {
		if !strings.Contains(html, want) {
			t.Errorf("the page with Devanagari digits lacks %s", want)
		}
	}
	if strings.Contains(html, ">412<") {
		t.Error("the page with Devanagari digits shows 412")
	}
}

func TestTheWordsFollowTheState(t *testing.T) {
	up := web.Words{"direction": {Hi: "निर्देश", En: "direction"}, "directions": {Hi: "निर्देशों", En: "directions"}}
	k, err := web.New(web.Config{Views: Views(), Templates: []fs.FS{Templates()}, Now: now.Time, Words: map[string]web.Words{"bihar": nil, "up": up}})
	if err != nil {
		t.Fatal(err)
	}
	s := readingSamples()[0]
	reader := s.reader
	s.reader = func(l i18n.Lang) web.Reader { r := reader(l); r.Words = "up"; return r }
	if html := render(t, k, s, i18n.Hindi, false); !strings.Contains(html, "कार्यवाही से निर्देश") {
		t.Error("the State's own word is not on the page")
	}
	s.reader = func(l i18n.Lang) web.Reader { r := reader(l); r.Words = "bihar"; return r }
	if html := render(t, k, s, i18n.Hindi, false); !strings.Contains(html, "कार्यवाही से निदेश") {
		t.Error("the standard word is not on the page")
	}
}

// TestPartsAreBlocksOfTheirPage renders what htmx asks for alone.
func TestPartsAreBlocksOfTheirPage(t *testing.T) {
	k := kit(t)
	for block, tc := range map[string]struct {
		page web.Page
		want string
	}{
		"preview-part": {&Live{Line: Line{Text: "x", Preview: Preview{Whom: "जिला कल्याण पदाधिकारी"}}}, "<dd>जिला कल्याण पदाधिकारी</dd>"},
		"main":         {&web.Choices{Field: web.Field{Kind: web.PostField, Name: "post", Searched: true, Options: []web.Option{{Value: "p1", Label: "बीडीओ"}}}}, `<input type="radio" name="post" value="p1">`},
	} {
		w := httptest.NewRecorder()
		if err := k.Part(w, httptest.NewRequest(http.MethodGet, "/part", nil), http.StatusOK, tc.page, block); err != nil {
			t.Fatal(block, err)
		}
		if body := w.Body.String(); !strings.Contains(body, tc.want) || strings.Contains(body, "<html") {
			t.Errorf("%s gives %s", block, body)
		}
	}
}

// TestWritePages writes every sample as a file, to be looked at, if ANUPALAN_PAGES names a folder.
func TestWritePages(t *testing.T) {
	dir := os.Getenv("ANUPALAN_PAGES")
	if dir == "" {
		t.Skip("ANUPALAN_PAGES names no folder")
	}
	writePages(t, kit(t), dir)
}

func writePages(t testing.TB, k *web.Kit, dir string) {
	for _, s := range samples() {
		for _, l := range languages() {
			name := filepath.Join(dir, s.name+"."+l.String()+".html")
			if err := os.WriteFile(name, []byte(render(t, k, s, l, false)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, url := range k.AssetURLs() {
		w := httptest.NewRecorder()
		k.Assets().ServeHTTP(w, httptest.NewRequest(http.MethodGet, url, nil))
		name := filepath.Join(dir, filepath.FromSlash(url))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, w.Body.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
