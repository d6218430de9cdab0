package office_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/web"
)

// withoutScript makes the browser one that runs no script of the pages.
func withoutScript(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
	_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	return chromedp.Void{}, err
}

// TestAReportIsSentWithoutScript fills the report form in a browser that runs no script and sends it with Enter: all that is
// typed arrives, a paper too, and the search button of a field before does not take it.
func TestAReportIsSentWithoutScript(t *testing.T) {
	t.Parallel()
	ctx, k := browser(t), kit(t)
	got := make(chan url.Values, 1)
	mux := http.NewServeMux()
	mux.Handle("GET /assets/", k.Assets())
	mux.Handle("GET /report", k.Handle(func(w http.ResponseWriter, r *http.Request) error {
		return k.Render(w, r.WithContext(web.WithReader(r.Context(), block(i18n.Hindi))), http.StatusOK, reportSample(words{i18n.Hindi}))
	}))
	mux.HandleFunc("POST /matters/d218-01/acts/report", func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseMultipartForm(1 << 20); err != nil {
			t.Error(err)
		}
		form := r.PostForm
		for name, files := range r.MultipartForm.File {
			form.Set(name, files[0].Filename)
		}
		got <- form
	})
	server := httptest.NewServer(mux)
	defer server.Close()
	paper := filepath.Join(t.TempDir(), "रसीद.pdf")
	if err := os.WriteFile(paper, []byte("%PDF-1.7"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := chromedp.Do(ctx, width{360, true}.set(), withoutScript, chromedp.Navigate(server.URL+"/report"))
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("ANUPALAN_SHOTS"); dir != "" {
		png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
		if err != nil {
			t.Fatal(err)
		}
		save(t, filepath.Join(dir, "report.hi.noscript.png"), png)
	}
	err = chromedp.Do(ctx,
		chromedp.SendKeys(chromedp.CSS(`[name="remark"]`), " और"),
		chromedp.SetUploadFiles(chromedp.CSS(`[name="proof"]`), []string{paper}),
		chromedp.SendKeys(chromedp.CSS(`[name="lists"]`), "\r"))
	if err != nil {
		t.Fatal(err)
	}
	form := <-got
	if form.Has("_pick") {
		t.Error("sending the form searched a place instead")
	}
	for name, want := range map[string]string{"places": "1", "lists": "16", "spent": "12,500", "done_on": "शुक्रवार", "place.q": "katsa", "place": "p3", "proof": "रसीद.pdf", "proof.keep": "ab12", "status": "on"} {
		if form.Get(name) != want {
			t.Errorf("%s arrived as %q, want %q", name, form.Get(name), want)
		}
	}
	if len(form["places"]) != 2 || len([]rune(form.Get("remark"))) < 40 {
		t.Errorf("places %v, remark %q", form["places"], form.Get("remark"))
	}
}
