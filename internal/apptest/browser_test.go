package apptest

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/anupalan/anupalan/internal/store/storetest"
)

const twoOrders = "सभी प्रखंड विकास पदाधिकारियों को शुक्रवार तक शेष पंचायतों की सूची चढ़ाने का निदेश दिया गया।\n" +
	"संबंधित पदाधिकारियों को 10 मार्च तक तालाबों की सूची भेजने का निदेश दिया गया।"

// TestLoopOnAPhone goes once around, in Hindi on a small screen, as the office that keeps
// the meeting, two block officers and the magistrate do.
func TestLoopOnAPhone(t *testing.T) {
	browserOrSkip(t)
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		m := e.Meet("24.2.2026", "ddc_saran", "bdo_amnour", "bdo_garkha")
		p := phone(t, e)
		issueOnThePhone(p, m)
		reportOnThePhone(p, e)
		checkOnThePhone(p, e)
		whatIsRecorded(p, m)
		climbOnThePhone(p, e)
		meetAgainOnThePhone(p, m)
		if p.seen < 25 {
			t.Errorf("only %d pages were looked at", p.seen)
		}
	})
}

func issueOnThePhone(p *Phone, m *Meeting) {
	p.signIn(m.Env, "conf_saran")
	p.open("/meetings")
	p.open("/meetings/" + m.Series.String())
	p.open("/sittings/" + m.Key.String())
	p.fill("text", twoOrders)
	p.press("#proceedings", "सहेजें")
	p.has("शुक्रवार", "प्रखंड विकास पदाधिकारी (20)")
	p.press("#d2", "तालाबों")
	p.fill("more.q", "bdo ekma")
	p.press("#d2", "खोजें")
	tick(p, "#d2", "एकमा")
	p.press("#d2", "निदेश 2 स्वीकार")
	if m.Reading().Drafts[0].Status == "proposed" {
		p.open("/sittings/" + m.Key.String() + "/reading")
		p.press("#d1", "स्वीकार करें")
	}
	p.press("main", "जाँच पूरी कर जारी करें")
	p.has("शेष पंचायतों की सूची", "तालाबों की सूची")
}

// tick chooses an option by a word of it.
func tick(p *Phone, within, word string) {
	p.t.Helper()
	if got := p.ask(`(()=>{const o=[...document.querySelectorAll(` + js(within) + `+" label.opt")].find(e=>e.innerText.includes(` + js(word) + `));if(!o)return "none";const i=o.querySelector("input");if(!i.checked)i.click();return "ok"})()`); got != "ok" {
		p.t.Fatalf("%s: no choice of %q: %s", p.at(), word, p.text())
	}
}

func reportOnThePhone(p *Phone, e *Env) {
	p.signIn(e, "bdo_amnour")
	p.open("/work")
	p.has("शेष पंचायतों की सूची")
	p.press("main", "बताएँ")
	p.fill("remark", "बारह पंचायतों की सूची चढ़ी, छह शेष")
	p.fill("figure", "12")
	p.do(chromedp.SetUploadFiles("input[name=photo]", []string{photo(p.t)}))
	p.press("main", "अनुपालन बताएँ")
	p.has("अनुपालन बताएँ")
	p.signIn(e, "bdo_garkha")
	p.open("/work")
	p.press("main", "बताएँ")
	p.press("main", "अनुपालन बताएँ")
	p.has("अभी नहीं हुआ") // without a word it is not taken
	p.fill("remark", "सभी पंचायतों की सूची चढ़ी")
	p.press("main", "अनुपालन बताएँ")
}

func checkOnThePhone(p *Phone, e *Env) {
	p.signIn(e, "dm_saran")
	p.open("/work")
	p.press("main", "जाँचें")
	whose := p.text()
	p.press("main .act1", "लौटाएँ")
	p.fill("remark", "शेष पंचायतों की सूची भी चढ़वाएँ")
	p.press("main", "लौटाएँ")
	p.open("/work")
	p.press("main", "जाँचें")
	if p.text() == whose {
		p.t.Error("what was returned is still to be checked")
	}
	p.press("main .act1", "स्वीकार")
	p.press("main", "स्वीकार")
	p.open("/work")
}

// whatIsRecorded holds the record against what was tapped.
func whatIsRecorded(p *Phone, m *Meeting) {
	s, err := m.App.Sitting(context.Background(), m.Keeper, m.Key)
	m.Must(err)
	list := m.Show("dm_saran", s.Proceeding.Issued[0].Matters[0])
	if ponds := m.Show("dm_saran", s.Proceeding.Issued[1].Matters[0]); ponds.Parts.Total != 1 || ponds.Parts.Parts[0].Asked.Key != "bdo_ekma" {
		p.t.Errorf("the ponds are asked of %+v", ponds.Parts)
	}
	states := map[string]int{}
	for _, part := range list.Parts.Parts {
		states[part.State.En]++
	}
	if list.Parts.Total != 20 || states["Accepted"] != 1 || states["To be redone"] != 1 {
		p.t.Errorf("of %d shares: %v", list.Parts.Total, states)
	}
	amnour := Shares(list)["bdo_amnour"]
	files := 0
	for _, h := range m.Show("dm_saran", key(p.t, amnour)).History {
		files += len(h.Files)
	}
	if files != 1 {
		p.t.Errorf("the report from Amnour has %d photographs", files)
	}
	p.open("/matters/" + amnour)
	p.has("बारह पंचायतों की सूची चढ़ी, छह शेष", "12")
	if kinds := p.ask(`(async()=>{const a=document.querySelector("a.ev[href*=files]");return a?(await fetch(a.href)).headers.get("content-type"):"none"})()`); kinds != "image/jpeg" {
		p.t.Errorf("the photograph is given as %s", kinds)
	}
}

func climbOnThePhone(p *Phone, e *Env) {
	for range 8 {
		e.Forward(24 * time.Hour)
	}
	p.signIn(e, "dm_saran")
	p.open("/today")
	p.open("/matters?status=late")
	p.has("शेष पंचायतों की सूची")
	p.signIn(e, "bdo_ekma")
	p.open("/work")
	p.has("विलंबित")
	p.press("main", "शेष पंचायतों की सूची")
	p.has("समय बीतने की सूचना: अनुमंडल पदाधिकारी, छपरा सदर")
}

func meetAgainOnThePhone(p *Phone, m *Meeting) {
	p.signIn(m.Env, "conf_saran")
	p.open("/meetings/" + m.Series.String() + "/call")
	p.fill("day", "10.3.2026")
	p.press("main .form", "बैठक बुलाएँ")
	p.has("शेष पंचायतों की सूची", "तालाबों की सूची")
	next := p.at()
	p.open("/sittings/" + m.Key.String() + "/atr")
	p.has("20")
	for range 6 {
		m.Forward(24 * time.Hour)
	}
	p.signIn(m.Env, "conf_saran")
	p.open(next)
	p.press("main .act1", "बैठक आरंभ करें")
	p.press("main .act1", "परदे पर चलाएँ")
	p.open(next)
	p.press("main .act1", "बैठक समाप्त करें")
}

// TestPlantedFaultsAreSeen holds that the look at each page would find what it looks for.
func TestPlantedFaultsAreSeen(t *testing.T) {
	browserOrSkip(t)
	p := phone(t, Boot(t, storetest.SQLite(t)))
	p.open("/sign-in")
	p.ask(`(()=>{const i=new Image();i.src="https://example.invalid/a.png";const d=document.createElement("div");d.style.width="500px";d.textContent="x";document.querySelector("main").append(i,d);return ""})()`)
	found := strings.Join(p.faults(), "\n")
	for _, want := range []string{"image-alt", "scrolls sideways", "img-src"} {
		if !strings.Contains(found, want) {
			t.Errorf("no %s in %s", want, found)
		}
	}
}
