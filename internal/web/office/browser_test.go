package office_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/web"
)

const axeVersion = "4.14.1"

// serveSamples serves every sample through the kit itself, with its headers, at /<name>.<lang>.
func serveSamples(t *testing.T) string {
	t.Helper()
	k := kit(t)
	mux := http.NewServeMux()
	mux.Handle("GET /assets/", k.Assets())
	for _, s := range samples() {
		for _, l := range languages() {
			mux.Handle("GET /"+s.name+"."+l.String(), k.Handle(func(w http.ResponseWriter, r *http.Request) error {
				r = r.WithContext(web.WithReader(r.Context(), s.reader(l)))
				return k.Render(w, r, http.StatusOK, s.page(words{l}))
			}))
		}
	}
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

// browser starts a headless Chromium; a machine without one skips, saying so.
func browser(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("short: no browser")
	}
	if _, err := exec.LookPath("chromium"); err != nil {
		t.Skip("no chromium on this machine: pages were not looked at in a browser")
	}
	alloc, cancel := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath("chromium"), chromedp.NoSandbox, chromedp.UserDataDir(t.TempDir()))...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	watch := `window.__csp=[];document.addEventListener("securitypolicyviolation",e=>__csp.push(e.violatedDirective+" "+e.blockedURI+" "+e.sample))`
	err := chromedp.Do(ctx, func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watch})
		return chromedp.Void{}, err
	})
	if err != nil {
		t.Fatal(err)
	}
	return ctx
}

func axeSource(t *testing.T) string {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Skip("no cache folder: axe was not run")
	}
	src, err := os.ReadFile(filepath.Join(cache, "anupalan", "axe-core-"+axeVersion, "axe.min.js"))
	if err != nil {
		t.Skip("axe-core is not in the cache (run internal/web/fetch-axe.sh): axe was not run")
	}
	return string(src)
}

type width struct {
	px    int64
	phone bool
}

func (w width) set() chromedp.Action[chromedp.Void] {
	if w.phone {
		return chromedp.EmulateViewport(w.px, 780, chromedp.EmulateMobile, chromedp.EmulateTouch, chromedp.EmulatePortrait)
	}
	return chromedp.EmulateViewport(w.px, 900)
}

func media(kind, scheme string) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: kind, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
		return chromedp.Void{}, err
	}
}

// TestAxeFindsNothing runs axe on every page in both languages, wide and on a phone, light and dark.
func TestAxeFindsNothing(t *testing.T) {
	t.Parallel()
	axe := axeSource(t)
	ctx, url := browser(t), serveSamples(t)
	const check = `axe.run(document,{resultTypes:["violations"],runOnly:["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]}).then(r=>r.violations.map(v=>v.id+": "+v.nodes.slice(0,3).map(n=>n.html.slice(0,150)+(n.any[0]?" ["+n.any[0].message+"]":"")).join(" ; ")))`
	for _, s := range chosen() {
		for _, l := range languages() {
			at := fmt.Sprintf("%s.%s", s.name, l)
			if err := chromedp.Do(ctx, width{px: 1280}.set(), media("screen", "light"), chromedp.Navigate(url+"/"+at), chromedp.Evaluate[chromedp.Void](axe)); err != nil {
				t.Fatal(at, err)
			}
			for _, look := range looks(l) {
				if err := chromedp.Do(ctx, look.set(), media("screen", look.scheme)); err != nil {
					t.Fatal(at, err)
				}
				found, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](check, chromedp.EvalAwaitPromise))
				if err != nil {
					t.Fatal(at, err)
				}
				for _, f := range found {
					t.Errorf("%s at %d px, %s: %s", at, look.px, look.scheme, f)
				}
			}
		}
	}
}

type appearance struct {
	width
	scheme string
}

// looks are wide and on a phone, light and dark; what differs by language is seen on the phone.
func looks(l i18n.Lang) []appearance {
	if l == i18n.English {
		return []appearance{{width{360, true}, "light"}}
	}
	return []appearance{{width{px: 1280}, "light"}, {width{360, true}, "dark"}}
}

// TestPagesFitTheirScreens holds that nothing scrolls sideways from 320 px, that a thumb finds every control, that no page
// breaks the content policy, and that the web fonts are the ones in use.
func TestPagesFitTheirScreens(t *testing.T) {
	t.Parallel()
	ctx, url := browser(t), serveSamples(t)
	const wide = `(()=>{const w=document.documentElement.clientWidth;if(document.documentElement.scrollWidth<=w)return [];
		return [...document.querySelectorAll("body *")].filter(e=>{const r=e.getBoundingClientRect();return r.right>w+1&&r.width>0&&!e.closest(".vh,.skip,svg")}).slice(0,4).map(e=>"too wide: "+e.outerHTML.slice(0,110))})()`
	const small = `[...document.querySelectorAll("a,button,input:not([type=hidden]),select,textarea,summary")].filter(e=>{
		if(e.closest(".vh,.skip,[hidden],dialog,p:not(.acts,.chips),dd,.ask")||e.matches("[type=file],.skip")||!e.checkVisibility())return false;
		const at=e.getBoundingClientRect(),a=getComputedStyle(e,"::after");let h=at.height;
		if(a.position==="absolute"&&a.inset!=="auto")h=Math.max(h,e.closest(".row,.agenda>li").getBoundingClientRect().height);
		const l=e.closest("label");if(l)h=Math.max(h,l.getBoundingClientRect().height);
		return at.width>0&&h<43.5}).slice(0,5).map(e=>"under 44 px ("+Math.round(e.getBoundingClientRect().height)+"): "+e.outerHTML.slice(0,110))`
	for _, s := range chosen() {
		for _, l := range languages() {
			at := fmt.Sprintf("%s.%s", s.name, l)
			if err := chromedp.Do(ctx, width{320, true}.set(), media("screen", "light"), chromedp.Navigate(url+"/"+at)); err != nil {
				t.Fatal(at, err)
			}
			look(t, ctx, at+" at 320 px", wide)
			look(t, ctx, at, small)
			look(t, ctx, at, `__csp`)
			for _, px := range []int64{360, 640, 900, 1024} {
				if err := chromedp.Do(ctx, width{px: px}.set()); err != nil {
					t.Fatal(at, err)
				}
				look(t, ctx, fmt.Sprintf("%s at %d px", at, px), wide)
			}
		}
	}
	loaded, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](`document.fonts.ready.then(()=>[...document.fonts].filter(f=>f.status==="loaded").map(f=>f.family))`, chromedp.EvalAwaitPromise))
	if err != nil || !strings.Contains(fmt.Sprint(loaded), "Noto Sans Devanagari") {
		t.Errorf("the web font is not in use: %v %v", loaded, err)
	}
}

func look(t *testing.T, ctx context.Context, at, script string) {
	t.Helper()
	found, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](script))
	if err != nil {
		t.Fatal(at, err)
	}
	for _, f := range found {
		t.Errorf("%s: %s", at, f)
	}
}

// TestTakePictures takes pictures of every page, to be looked at, if ANUPALAN_SHOTS names a folder.
func TestTakePictures(t *testing.T) {
	dir := os.Getenv("ANUPALAN_SHOTS")
	if dir == "" {
		t.Skip("ANUPALAN_SHOTS names no folder")
	}
	ctx, url := browser(t), serveSamples(t)
	for _, s := range chosen() {
		for _, l := range languages() {
			pictures(t, ctx, url, dir, s.name, l)
		}
	}
}

// chosen are the samples that a developer is at work on: those whose name begins with one of ANUPALAN_ONLY, or all.
func chosen() []sample {
	only := strings.Split(os.Getenv("ANUPALAN_ONLY"), ",")
	return slices.DeleteFunc(samples(), func(s sample) bool { return !begins(s.name, only) })
}

func begins(name string, with []string) bool {
	for _, w := range with {
		if strings.HasPrefix(name, w) {
			return true
		}
	}
	return false
}

func pictures(t *testing.T, ctx context.Context, url, dir, name string, l i18n.Lang) {
	t.Helper()
	at := name + "." + l.String()
	for _, shot := range []struct {
		end, scheme string
		width
	}{{"wide", "light", width{px: 1280}}, {"phone", "light", width{360, true}}, {"dark", "dark", width{px: 1280}}} {
		if shot.end == "dark" && l == i18n.English {
			continue
		}
		if err := chromedp.Do(ctx, shot.set(), media("screen", shot.scheme), chromedp.Navigate(url+"/"+at), chromedp.Sleep(60*time.Millisecond)); err != nil {
			t.Fatal(at, err)
		}
		png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
		if err != nil {
			t.Fatal(at, err)
		}
		save(t, filepath.Join(dir, at+"."+shot.end+".png"), png)
	}
	if err := chromedp.Do(ctx, media("print", "light")); err != nil {
		t.Fatal(err)
	}
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(func(p *page.PrintToPDFParams) { yes := true; p.PreferCSSPageSize = &yes }))
	if err != nil {
		t.Fatal(at, err)
	}
	save(t, filepath.Join(dir, at+".print.pdf"), pdf)
}

func save(t *testing.T, name string, body []byte) {
	t.Helper()
	if err := os.WriteFile(name, body, 0o644); err != nil {
		t.Fatal(err)
	}
}
