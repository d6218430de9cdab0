package office_test

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"testing"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/web"
)

// TestAFirstViewIsLight holds the first view of every page, fonts apart, under 60 KB over the wire: the page, its
// stylesheet and its scripts, packed as they are sent.
func TestAFirstViewIsLight(t *testing.T) {
	k := kit(t)
	part := regexp.MustCompile(`(?:href|src)="(/assets/[^"]+)"`)
	most, name := 0, ""
	for _, s := range samples() {
		for _, l := range []i18n.Lang{i18n.Hindi, i18n.English} {
			html := render(t, k, s, l, false)
			sum := packed(t, k.Handle(func(w http.ResponseWriter, r *http.Request) error {
				return k.Render(w, r.WithContext(web.WithReader(r.Context(), s.reader(l))), http.StatusOK, s.page(words{l}))
			}), "/page")
			page := sum
			for _, m := range part.FindAllStringSubmatch(html, -1) {
				sum += packed(t, k.Assets(), m[1])
			}
			if sum > 60<<10 {
				t.Errorf("%s in %s weighs %d bytes (the page %d)", s.name, l, sum, page)
			}
			if sum > most {
				most, name = sum, s.name
			}
		}
	}
	t.Logf("heaviest first view: %s, %d bytes", name, most)
}

func packed(t *testing.T, h http.Handler, url string) int {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, url, nil)
	r.Header.Set("Accept-Encoding", "gzip")
	w := httptest.NewRecorder()
	if h.ServeHTTP(w, r); w.Code != http.StatusOK {
		t.Fatalf("%s: %d", url, w.Code)
	}
	return w.Body.Len()
}
