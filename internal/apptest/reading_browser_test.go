package apptest

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

// clerk works a page by keys alone and counts them.
type clerk struct {
	*Phone
	strokes int
}

// stroke presses one key, or one with Control; led waits for the page that it leads to.
func (c *clerk) stroke(key string, led bool, with ...chromedp.KeyOption) {
	c.t.Helper()
	c.ask(`window.__old=1,"ok"`)
	c.do(chromedp.KeyEvent(key, with...))
	c.strokes++
	for range 200 {
		now, err := chromedp.Run(c.ctx, chromedp.Evaluate[string](`window.__old?"old":document.readyState`))
		if !led && err == nil || err == nil && now == "complete" {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if led {
		c.ask(`new Promise(r=>setTimeout(()=>r("ok"),15))`) // the page takes up its row after it has loaded
	}
}

// focused lets a browser without a window send the events of focus.
func focused(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
	_, err := cdp.Call(ctx, t, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return chromedp.Void{}, err
}

// mostStrokes is how many keys forty directives may cost: one each, and a few for what the
// text leaves open.
const mostStrokes = 75

// TestFortyDirectivesAreReviewedByKeyboard looks at every directive of a real meeting's
// length by keys alone, corrects what is doubtful, and issues.
func TestFortyDirectivesAreReviewedByKeyboard(t *testing.T) {
	browserOrSkip(t)
	e := Boot(t, storetest.SQLite(t))
	m := e.Meet("24.2.2026")
	v := m.Paste(Text(t, "forty_directives.txt"))
	if len(v.Drafts) != 40 {
		t.Fatalf("%d drafts", len(v.Drafts))
	}
	doubtful := v.Doubtful
	p := phone(t, e)
	p.do(chromedp.EmulateViewport(1280, 900))
	p.signIn(m.Env, "conf_saran")
	c := &clerk{Phone: p}
	p.open("/sittings/" + m.Key.String() + "/reading")
	p.has("40 में 0 देखे")
	began := time.Now()
	c.stroke("j", false)
	for range 60 {
		row := p.ask(`(()=>{const r=document.activeElement.closest("[data-draft-row]");return r&&r.id[0]=="d"&&r.querySelector("[data-key=accept]")?r.id+(r.dataset.doubt!==undefined?"?":""):""})()`)
		if row == "" {
			break
		}
		if !strings.HasSuffix(row, "?") {
			c.stroke(kb.Enter, true)
			continue
		}
		c.stroke("o", true)
		if kind := p.ask(`document.activeElement.type`); kind == "checkbox" {
			c.stroke(" ", false)
			c.stroke(kb.Enter, true)
			continue
		}
		for _, r := range "dso" {
			c.stroke(string(r), false)
		}
		c.stroke(kb.Enter, true, chromedp.KeyModifiers(2))
	}
	took := time.Since(began)
	for _, d := range m.Reading().Drafts {
		if d.Status == sitting.Proposed {
			t.Errorf("%d is not decided: %s %v", d.N, d.Subject, d.Doubts)
		}
	}
	p.has("40 में 40 देखे")
	t.Logf("40 directives, %d doubtful: %d key strokes, %v in the browser", doubtful, c.strokes, took.Round(time.Millisecond))
	if c.strokes > mostStrokes {
		t.Errorf("%d key strokes, at most %d are meant", c.strokes, mostStrokes)
	}
	c.stroke("a", true)
	if !strings.HasSuffix(p.at(), "/atr") {
		t.Errorf("not issued: %s %s", p.at(), p.text())
	}
}

// TestWordsAndFieldsOfAReadingFindEachOther goes from a field to its words and back, takes
// back with u, walks the doubtful with n, and opens the pages of s and m.
func TestWordsAndFieldsOfAReadingFindEachOther(t *testing.T) {
	browserOrSkip(t)
	e := Boot(t, storetest.SQLite(t))
	m := e.Meet("24.2.2026")
	v := m.Paste(Text(t, "forty_directives.txt"))
	p := phone(t, e)
	p.do(chromedp.EmulateViewport(1280, 900), focused)
	p.signIn(m.Env, "conf_saran")
	c := &clerk{Phone: p}
	at := "/sittings/" + m.Key.String() + "/reading"
	want := func(what, script, want string) {
		t.Helper()
		if got := p.ask(script); got != want {
			t.Errorf("%s: %s is %q, want %q", what, script, got, want)
		}
	}
	p.open(at + "?edit=30&at=when#d30")
	const seen = `((e)=>{const r=e.getBoundingClientRect();return r.top>=0&&r.bottom<=innerHeight?"seen":"hidden at "+r.top})`
	want("the field in hand", `document.activeElement.name`, "limit")
	want("its words", `[...document.querySelectorAll(".text .lit")].map(e=>e.textContent).join()`, "14 मार्च तक")
	want("are in sight", seen+`(document.querySelector(".text .lit"))`, "seen")
	p.ask(`(document.querySelector("#d30 [name=subject]").focus(),"ok")`)
	want("the whole sentence", `[...document.querySelectorAll(".text .on")].map(e=>e.dataset.n).join()+document.querySelectorAll(".text .lit").length`, "300")
	c.stroke(kb.Escape, false)
	p.ask(`(window.__old=1,document.querySelector('.text u.who[data-n="7"]').click(),"ok")`)
	for range 100 {
		if now, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](`window.__old?"old":document.readyState`)); err == nil && now == "complete" {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	p.ask(`new Promise(r=>setTimeout(()=>r("ok"),50))`)
	want("words open their draft at the field", `document.activeElement.closest("[data-draft-row]").id+" "+document.activeElement.name`, "d7 owners")
	p.open(at)
	first := 0
	for _, d := range v.Drafts {
		if d.Doubtful {
			first = d.N
			break
		}
	}
	c.stroke("n", false)
	want("the first doubtful", `document.activeElement.closest("[data-draft-row]").id`, fmt.Sprintf("d%d", first))
	p.open(at)
	c.stroke("j", false)
	c.stroke("x", true)
	if s := m.Reading().Drafts[0].Status; s != sitting.Dropped {
		t.Errorf("x: %s", s)
	}
	c.stroke("u", true)
	if s := m.Reading().Drafts[0].Status; s != sitting.Proposed {
		t.Errorf("u: %s", s)
	}
	c.stroke("j", false)
	c.stroke("s", true)
	want("s", `location.pathname.endsWith("/split")+""`, "true")
	p.open(at)
	c.stroke("j", false)
	c.stroke("m", true)
	want("m", `location.pathname.endsWith("/merge")+" "+document.querySelectorAll(":checked").length`, "true 1")
	c.stroke("?", false)
	want("help", `document.getElementById("keys").open+""`, "true")
	p.look()
}

// TestALongReadingIsFast states what forty directives weigh on the wire and cost the server.
func TestALongReadingIsFast(t *testing.T) {
	e := Boot(t, storetest.SQLite(t))
	m := e.Meet("24.2.2026")
	m.Paste(Text(t, "forty_directives.txt"))
	o := e.SignIn("conf_saran")
	at := "/sittings/" + m.Key.String() + "/reading"
	page := o.Open(at)
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, _ = z.Write(page.Body) // into memory
	_ = z.Close()
	best := time.Hour
	for range 5 {
		began := time.Now()
		if _, err := m.App.Reading(context.Background(), m.Keeper, m.Key); err != nil {
			t.Fatal(err)
		}
		best = min(best, time.Since(began))
	}
	t.Logf("40 directives: %d bytes, %d packed; the reading takes %v", len(page.Body), packed.Len(), best)
	if packed.Len() > 30<<10 || best > 250*time.Millisecond {
		t.Errorf("%d bytes packed, %v", packed.Len(), best)
	}
}
