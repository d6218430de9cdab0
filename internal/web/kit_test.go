package web

import (
	"bytes"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

func testKit(t *testing.T) *Kit {
	t.Helper()
	at := time.Date(2026, 2, 27, 5, 10, 0, 0, time.UTC)
	k, err := New(Config{Now: func() time.Time { return at }})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// answer serves one request with a handler that fails with err.
func answer(k *Kit, r *http.Request, err error) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	k.Handle(func(http.ResponseWriter, *http.Request) error { return err }).ServeHTTP(w, r)
	return w
}

func post(path string, form url.Values) *http.Request {
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if err := r.ParseForm(); err != nil {
		panic(err)
	}
	return r
}

func TestEveryFaultHasADesignedPage(t *testing.T) {
	k := testKit(t)
	for _, tc := range []struct {
		err    error
		status int
		want   string
	}{
		{fault.New(fault.Forbidden, "fault.forbidden"), 403, "यह आपके पद के लिए खुला नहीं है"},
		{fault.New(fault.NotFound, "fault.not_found"), 404, "यह पृष्ठ नहीं मिला"},
		{fault.New(fault.Conflict, "fault.conflict"), 409, "इस बीच यह बदल गया"},
		{fault.New(fault.Refused, "fault.refused"), 409, "नियम से यह नहीं हो सकता"},
		{fault.New(fault.TooLarge, "fault.too_large"), 413, "यह बहुत बड़ा है"},
		{fault.New(fault.Invalid, "fault.invalid").With("row 4", "fault.refused"), 422, "row 4: "},
		{fault.New(fault.TooMany, "fault.too_many"), 429, "थोड़ा रुककर"},
		{fault.New(fault.Unavailable, "app.busy"), 503, "अभी बहुत काम चल रहा है"},
		{fault.New(fault.Unavailable, "store.disk_full"), 503, "जगह समाप्त"},
		{fault.New(fault.Unavailable, "store.read_only"), 503, "केवल पढ़ा जा सकता है"},
		{fault.New(fault.Unavailable, "fault.unavailable"), 503, "अभी यह सेवा उपलब्ध नहीं है"},
		{errors.New("sql: secret detail"), 500, "कार्यक्रम में त्रुटि हुई"},
		{&Changed{By: "प्रधान सहायक", At: calendar.At(k.now()), Add: "/add", Leave: "/leave", Rows: []ChangedRow{{"संख्या", "15", "16"}}}, 409, "<b>16</b>"},
	} {
		w := answer(k, httptest.NewRequest(http.MethodGet, "/matters/1", nil), tc.err)
		if w.Code != tc.status || !strings.Contains(w.Body.String(), tc.want) {
			t.Errorf("%v: status %d, want %d with %q", tc.err, w.Code, tc.status, tc.want)
		}
		if strings.Contains(w.Body.String(), "secret detail") {
			t.Errorf("%v: the page shows the cause", tc.err)
		}
	}
}

func TestErrorPagesSpeakTheReadersLanguage(t *testing.T) {
	k := testKit(t)
	r := httptest.NewRequest(http.MethodGet, "/x", nil)
	r.AddCookie(&http.Cookie{Name: langCookie, Value: "en"})
	if body := answer(k, r, fault.New(fault.NotFound, "fault.not_found")).Body.String(); !strings.Contains(body, "This page was not found") {
		t.Error("the 404 page is not in English")
	}
}

func TestAReaderWithoutSignInIsAskedToSignIn(t *testing.T) {
	k := testKit(t)
	w := answer(k, httptest.NewRequest(http.MethodGet, "/matters?late=yes", nil), fault.New(fault.Unauthenticated, "fault.unauthenticated"))
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/sign-in?next=%2Fmatters%3Flate%3Dyes" {
		t.Errorf("got %d to %q", w.Code, w.Header().Get("Location"))
	}
}

func TestWhatWasTypedIsKeptWhenTheSignInHasRunOut(t *testing.T) {
	k := testKit(t)
	w := answer(k, post("/matters/1/report", url.Values{"remark": {"शिविर लगाकर <सूची> अपलोड कर दी गई"}, "password": {"xyzzy-secret"}}), fault.New(fault.Unauthenticated, "fault.unauthenticated"))
	body := w.Body.String()
	if w.Code != 401 || !strings.Contains(body, "शिविर लगाकर &lt;सूची&gt; अपलोड कर दी गई</p>") || !strings.Contains(body, `action="/matters/1/report"`) {
		t.Errorf("status %d; the text or the way to send it again is missing", w.Code)
	}
	if strings.Contains(body, "xyzzy-secret") {
		t.Error("a password was sent back")
	}
}

// TestAddingAfterAnotherIsNotStoppedAgain holds that the form of a conflict does not carry the state that is no more.
func TestAddingAfterAnotherIsNotStoppedAgain(t *testing.T) {
	form := url.Values{"remark": {"पूरा हुआ"}, VersionField: {"7"}}
	body := answer(testKit(t), post("/matters/1/acts/report", form), &Changed{By: "प्रधान सहायक", Add: "/matters/1/acts/report", Leave: "/matters/1"}).Body.String()
	if !strings.Contains(body, `name="remark" value="पूरा हुआ"`) || strings.Contains(body, `name="version"`) {
		t.Error("the form lost its text or kept its version")
	}
	if body := answer(testKit(t), post("/matters/1/acts/report", form), fault.New(fault.Unavailable, "app.busy")).Body.String(); !strings.Contains(body, `name="version" value="7"`) {
		t.Error("a form sent again after a busy moment lost its version")
	}
}

// TestUnreadFormsAreKeptToo covers a sign-in that runs out before any handler has read the form, with a photograph in it.
func TestUnreadFormsAreKeptToo(t *testing.T) {
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	file, err := m.CreateFormFile("proof", "photo.jpg")
	if err != nil {
		t.Fatal(err)
	}
	_, _ = file.Write(make([]byte, 3<<20))
	_ = m.WriteField("remark", "शिविर लगाकर सूची अपलोड")
	_ = m.Close()
	mixed := httptest.NewRequest(http.MethodPost, "/matters/1/report", &b)
	mixed.Header.Set("Content-Type", m.FormDataContentType())
	plain := httptest.NewRequest(http.MethodPost, "/matters/1/report", strings.NewReader("remark=%E0%A4%B6%E0%A4%BF%E0%A4%B5%E0%A4%BF%E0%A4%B0+a"))
	plain.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for _, r := range []*http.Request{mixed, plain} {
		body := answer(testKit(t), r, fault.New(fault.Unauthenticated, "fault.unauthenticated")).Body.String()
		if !strings.Contains(body, `name="remark" value="शिविर`) || strings.Contains(body, `name="proof"`) {
			t.Errorf("the typed remark is lost")
		}
	}
}

func TestAPanicIsOneBadPage(t *testing.T) {
	w := httptest.NewRecorder()
	testKit(t).Handle(func(http.ResponseWriter, *http.Request) error { panic("index out of range") }).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	if w.Code != 500 || !strings.Contains(w.Body.String(), "कार्यक्रम में त्रुटि हुई") || strings.Contains(w.Body.String(), "index out") {
		t.Errorf("got %d", w.Code)
	}
}

func TestAForbiddenActEchoesNothing(t *testing.T) {
	w := answer(testKit(t), post("/matters/1/report", url.Values{"remark": {"from another site, perhaps"}}), fault.New(fault.Forbidden, "fault.forbidden"))
	if strings.Contains(w.Body.String(), "from another site") {
		t.Error("a forbidden request was echoed")
	}
}

func TestAPartGetsOneLineNotAPage(t *testing.T) {
	r := httptest.NewRequest(http.MethodGet, "/pick/post?q=x", nil)
	r.Header.Set("HX-Request-Type", "partial")
	w := answer(testKit(t), r, fault.New(fault.Invalid, "fault.invalid"))
	if body := w.Body.String(); w.Code != 422 || strings.Contains(body, "<html") || !strings.Contains(body, `role="alert"`) {
		t.Errorf("got %d %s", w.Code, body)
	}
}

func TestEveryPageIsGuarded(t *testing.T) {
	h := answer(testKit(t), httptest.NewRequest(http.MethodGet, "/x", nil), fault.New(fault.NotFound, "fault.not_found")).Header()
	csp := h.Get("Content-Security-Policy")
	if !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") || strings.Contains(csp, "http") {
		t.Errorf("policy %q", csp)
	}
	for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin", "Cache-Control": "private, no-store"} {
		if h.Get(name) != want {
			t.Errorf("%s is %q, want %q", name, h.Get(name), want)
		}
	}
	if !strings.Contains(strings.Join(h.Values("Server-Timing"), ","), "total;dur=") {
		t.Errorf("Server-Timing is %q", h.Values("Server-Timing"))
	}
}

func TestAssetsAreKeptForEver(t *testing.T) {
	k := testKit(t)
	for _, url := range k.AssetURLs() {
		w := httptest.NewRecorder()
		r := httptest.NewRequest(http.MethodGet, url, nil)
		r.Header.Set("Accept-Encoding", "gzip, br")
		k.Assets().ServeHTTP(w, r)
		if w.Code != 200 || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") || w.Header().Get("Content-Type") == "" {
			t.Errorf("%s: %d %v", url, w.Code, w.Header())
		}
		again := httptest.NewRequest(http.MethodGet, url, nil)
		again.Header.Set("If-None-Match", w.Header().Get("ETag"))
		w = httptest.NewRecorder()
		if k.Assets().ServeHTTP(w, again); w.Code != http.StatusNotModified {
			t.Errorf("%s with its tag: %d, want 304", url, w.Code)
		}
	}
	w := httptest.NewRecorder()
	if k.Assets().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/assets/app.000000.css", nil)); w.Code != 404 {
		t.Errorf("an unknown asset: %d", w.Code)
	}
}

func TestTheStylesheetNamesHashedFonts(t *testing.T) {
	k := testKit(t)
	css := string(k.assets.byName["app.css"].plain)
	if strings.Contains(css, "url(fonts/") || strings.Count(css, "url(/assets/noto-sans") != 4 {
		t.Error("a font in the stylesheet has no hash")
	}
	if n := len(css); n > 30<<10 {
		t.Errorf("the stylesheet has %d bytes, more than 30 KB", n)
	}
}

func TestTheWorkerKeepsTheOfflinePage(t *testing.T) {
	k := testKit(t)
	w := httptest.NewRecorder()
	k.Worker().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/sw.js", nil))
	body := w.Body.String()
	if strings.Contains(body, "{{") || !strings.Contains(body, `"/offline"`) || !strings.Contains(body, k.assets.byName["app.css"].url) {
		t.Errorf("worker: %s", body)
	}
}

func TestFlashCrossesOnePageOnly(t *testing.T) {
	k := testKit(t)
	w := httptest.NewRecorder()
	k.Flash(w, "/undo/1", 10, "fault.refused")
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.AddCookie(w.Result().Cookies()[0])
	w = httptest.NewRecorder()
	f := k.takeFlash(w, r, i18n.English)
	if f.Text != "A rule does not allow this." || f.Undo != "/undo/1" || w.Result().Cookies()[0].MaxAge >= 0 {
		t.Errorf("flash %+v, cookie %v", f, w.Result().Cookies())
	}
	for _, forged := range []string{"", "!!!", "eyJrIjoiPGI+In0", "eyJrIjoiZmF1bHQucmVmdXNlZCIsInUiOiIvL2V2aWwifQ"} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.AddCookie(&http.Cookie{Name: flashCookie, Value: forged})
		if f := k.takeFlash(httptest.NewRecorder(), r, i18n.Hindi); f.Undo != "" {
			t.Errorf("a forged flash gave %+v", f)
		}
	}
}

func TestSwitchingLanguageStaysOnThePage(t *testing.T) {
	h := SwitchLang(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, r.URL.String()) }))
	for from, want := range map[string]string{"/matters?late=yes&lang=en": "/matters?late=yes", "/?lang=hi": "/", "//evil.example/?lang=en": "/"} {
		r := httptest.NewRequest(http.MethodGet, "http://anupalan.test/", nil)
		u, err := url.Parse("http://anupalan.test" + from)
		if err != nil {
			t.Fatal(err)
		}
		r.URL = u
		w := httptest.NewRecorder()
		if h.ServeHTTP(w, r); w.Code != http.StatusSeeOther || w.Header().Get("Location") != want {
			t.Errorf("%s goes to %q (%d), want %q", from, w.Header().Get("Location"), w.Code, want)
		}
	}
	b := Base{Reader: Reader{Path: "/matters?late=yes"}}
	if got := b.LangHref(); got != "/matters?lang=en&late=yes" {
		t.Errorf("the switch points to %q", got)
	}
}
