package apptest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

const axeVersion = "4.14.1"

// Phone is a browser 360 px wide that looks at every page it comes to: axe, sideways
// scroll, the content policy, and where each request went.
type Phone struct {
	t    *testing.T
	ctx  context.Context
	URL  string
	axe  string
	seen int
}

var expires = regexp.MustCompile(`(?i); *expires=[^;]*`)

// phone starts a browser before a program. The browser lives by the wall clock, the
// program by the test's, so cookies lose their day on the way.
func phone(t *testing.T, e *Env) *Phone {
	t.Helper()
	to, err := url.Parse(e.URL)
	if err != nil {
		t.Fatal(err)
	}
	front := httptest.NewServer(&httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(to); r.Out.Host = r.In.Host },
		ModifyResponse: func(r *http.Response) error {
			for i, c := range r.Header["Set-Cookie"] {
				if !strings.Contains(c, "1970") {
					r.Header["Set-Cookie"][i] = expires.ReplaceAllString(c, "")
				}
			}
			return nil
		},
	})
	t.Cleanup(front.Close)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath("chromium"), chromedp.NoSandbox, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-gpu", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("no-pings", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"))
	alloc, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	p := &Phone{t: t, ctx: ctx, URL: front.URL, axe: axeSource(t)}
	const watch = `window.__csp=[];document.addEventListener("securitypolicyviolation",e=>__csp.push(e.violatedDirective+" "+e.blockedURI+" "+e.sample))`
	p.do(func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watch})
		return chromedp.Void{}, err
	}, chromedp.EmulateViewport(360, 780, chromedp.EmulateMobile, chromedp.EmulateTouch, chromedp.EmulatePortrait))
	return p
}

// browserOrSkip skips on a machine without a browser or axe, saying so.
func browserOrSkip(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("short: no browser")
	}
	if _, err := exec.LookPath("chromium"); err != nil {
		t.Skip("no chromium on this machine: the program was not used in a browser")
	}
	axeSource(t)
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

func (p *Phone) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.t.Fatal(err)
	}
}

// open goes to an address of the program and looks at the page.
func (p *Phone) open(at string) {
	p.t.Helper()
	p.do(chromedp.Navigate(p.URL + at))
	p.look()
}

// js gives a Go string as it is written in a script.
func js(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}

func (p *Phone) ask(script string) string {
	p.t.Helper()
	s, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](script, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("%v in %s", err, script)
	}
	return s
}

// fill types into the visible field of a name, as it stands on the page.
func (p *Phone) fill(name, text string) {
	p.t.Helper()
	got := p.ask(`(()=>{const f=[...document.getElementsByName(` + js(name) + `)].find(e=>e.checkVisibility());if(!f)return "none";
		f.focus();f.value=` + js(text) + `;f.dispatchEvent(new Event("input",{bubbles:true}));f.dispatchEvent(new Event("change",{bubbles:true}));return "ok"})()`)
	if got != "ok" {
		p.t.Fatalf("%s: no field %s on %s", p.at(), name, p.text())
	}
}

// press taps the first visible link or button within a place that begins with, or else
// holds, some words, and waits for the next page.
func (p *Phone) press(within, text string) {
	p.t.Helper()
	got := p.ask(`(()=>{window.__old=1;const all=[...document.querySelectorAll(` + js(within) + `+" :is(a,button)")].filter(e=>e.checkVisibility()),say=` + js(text) + `;
		const b=all.find(e=>e.innerText.trim().startsWith(say))||all.find(e=>e.innerText.includes(say));
		if(!b)return "none";b.scrollIntoView({block:"center"});b.click();return "ok"})()`)
	if got != "ok" {
		p.t.Fatalf("%s: nothing in %s says %q: %s", p.at(), within, text, p.text())
	}
	for range 200 {
		now, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](`window.__old?"old":document.readyState`))
		if err == nil && now == "complete" {
			p.look()
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	p.t.Fatalf("%s: %q led nowhere", p.at(), text)
}

func (p *Phone) at() string { return p.ask(`location.pathname+location.search`) }

func (p *Phone) text() string { return p.ask(`document.querySelector("main").innerText`) }

// has wants words on the page.
func (p *Phone) has(words ...string) {
	p.t.Helper()
	all := p.text()
	for _, w := range words {
		if !strings.Contains(all, w) {
			p.t.Errorf("%s: no %q in %s", p.at(), w, all)
		}
	}
}

const axeCheck = `axe.run(document,{resultTypes:["violations"],runOnly:["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]}).then(r=>r.violations.map(v=>v.id+": "+v.nodes.slice(0,2).map(n=>n.html.slice(0,150)+(n.any[0]?" ["+n.any[0].message+"]":"")).join(" ; ")))`

const foundOnPage = `(()=>{const out=[...window.__csp||[]],w=document.documentElement.clientWidth;
	if(document.documentElement.scrollWidth>w)out.push("scrolls sideways to "+document.documentElement.scrollWidth+": "+[...document.querySelectorAll("body *")].filter(e=>{const r=e.getBoundingClientRect();return r.right>w+1&&r.width>0&&!e.closest(".vh,.skip,svg")}).slice(0,2).map(e=>e.outerHTML.slice(0,110)).join(" ; "));
	for(const r of performance.getEntriesByType("resource"))if(!r.name.startsWith(location.origin)&&!r.name.startsWith("data:")&&!r.name.startsWith("blob:"))out.push("asked elsewhere: "+r.name);
	if(document.documentElement.lang!=="hi")out.push("in "+document.documentElement.lang);
	return out})()`

// look tells what is wrong with the page in hand.
func (p *Phone) look() {
	p.t.Helper()
	p.seen++
	for _, f := range p.faults() {
		p.t.Errorf("%s: %s", p.at(), f)
	}
}

func (p *Phone) faults() []string {
	p.t.Helper()
	p.do(chromedp.Evaluate[chromedp.Void](p.axe))
	var all []string
	for _, script := range []string{foundOnPage, axeCheck} {
		found, err := chromedp.Run(p.ctx, chromedp.Evaluate[[]string](script, chromedp.EvalAwaitPromise))
		if err != nil {
			p.t.Fatal(err)
		}
		all = append(all, found...)
	}
	return all
}

const password = "नमूना-पासवर्ड-1"

// signIn goes in at the door as the holder of a post.
func (p *Phone) signIn(e *Env, post string) {
	p.t.Helper()
	e.Must(e.App.SetPassword(context.Background(), District, post, password))
	p.open("/sign-in")
	p.fill("user", post)
	p.fill("password", password)
	p.press("main", "साइन इन")
	if strings.HasPrefix(p.at(), "/sign-in") {
		p.t.Fatalf("%s was not let in: %s", post, p.text())
	}
}

// photo is a picture as a telephone takes one.
func photo(t *testing.T) string {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 640, 480))
	for x := range 640 {
		for y := range 480 {
			img.Set(x, y, color.RGBA{uint8(x), uint8(y), uint8(x * y), 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), fmt.Sprintf("camp-%d.jpg", 1))
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}
