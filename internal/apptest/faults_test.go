package apptest

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/matter"
)

// shown is a share of the block officer of Amnour that was reported and waits to be checked.
func shown(e *Env) string {
	t := e.T.(*testing.T)
	t.Helper()
	id := share(t, e.As("dm_saran").Post(matters, directive("bdo_amnour"), "").JSON(t, 201), "bdo_amnour")
	e.Do(e.Actor("bdo_amnour"), id, "report", Object{"remark": "सब अपलोड हुआ"})
	return id
}

func TestTwoOfficersAtOnceOneWins(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		id := shown(e)
		dm, above := e.SignIn("dm_saran"), e.SignIn("commissioner_saran")
		acts := []struct {
			who  *Officer
			act  string
			form url.Values
		}{{dm, "accept", nil}, {above, "return", nil}}
		for i := range acts {
			a := &acts[i]
			page := a.who.Open("/matters/" + id + "/acts/" + a.act)
			if page.Status != 200 {
				t.Fatalf("%s is offered no %s: %d %s", a.who.Post, a.act, page.Status, page.Words())
			}
			a.form = page.Hidden()
			a.form.Set("remark", a.who.Post+" ने देखा, और लिखा")
		}
		var wg sync.WaitGroup
		answers := make([]Answer, len(acts))
		for i, a := range acts {
			wg.Go(func() { answers[i] = a.who.Submit("/matters/"+id+"/acts/"+a.act, a.form) })
		}
		wg.Wait()
		won, lost := 0, 1
		if answers[0].Status != 303 {
			won, lost = 1, 0
		}
		if answers[won].Status != 303 || answers[lost].Status != 409 {
			t.Fatalf("answers %d and %d", answers[0].Status, answers[1].Status)
		}
		if page := answers[lost].Words(); !strings.Contains(page, "बदल") || !strings.Contains(page, acts[lost].who.Post+" ने देखा, और लिखा") {
			t.Errorf("who lost is not told, or loses what was typed: %s", page)
		}
		if v := e.Show("dm_saran", key(t, id)); (v.Phase == matter.Closed) != (won == 0) {
			t.Errorf("%s won, and it is %s", acts[won].who.Post, v.StateName.En)
		}
	})
}

func TestWhoComesLaterLosesNothing(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		id := shown(e)
		dm, above := e.SignIn("dm_saran"), e.SignIn("commissioner_saran")
		form := above.Open("/matters/" + id + "/acts/return").Hidden()
		if a := dm.Submit("/matters/"+id+"/acts/accept", dm.Open("/matters/"+id+"/acts/accept").Hidden()); a.Status != 303 {
			t.Fatalf("not accepted: %d", a.Status)
		}
		form.Set("remark", "चार पंचायतें शेष दिखती हैं")
		late := above.Submit("/matters/"+id+"/acts/return", form)
		if page := late.Words(); late.Status != 409 || !strings.Contains(page, "बदल") || !strings.Contains(page, form.Get("remark")) {
			t.Errorf("%d: %s", late.Status, page)
		}
	})
}

func TestAStalePageShowsWhoChangedWhat(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		id := share(t, e.As("dm_saran").Post(matters, directive("bdo_amnour"), "").JSON(t, 201), "bdo_amnour")
		bdo, dm := e.SignIn("bdo_amnour"), e.SignIn("dm_saran")
		at := "/matters/" + id + "/acts/progress"
		form := bdo.Open(at).Hidden()
		more := dm.Open("/matters/" + id + "/acts/extend").Hidden()
		more.Set("to", "28.2.2026")
		more.Set("words", "बाढ़ के कारण दो दिन और")
		if a := dm.Submit("/matters/"+id+"/acts/extend", more); a.Status != 303 {
			t.Fatalf("no more time given: %d %s", a.Status, a.Words())
		}
		form.Set("remark", "दस पंचायतों की सूची चढ़ी")
		stale := bdo.Submit(at, form)
		page := stale.Words()
		for _, w := range []string{"जिला पदाधिकारी, सारण", "बाढ़ के कारण दो दिन और", "दस पंचायतों की सूची चढ़ी"} {
			if stale.Status != 409 || !strings.Contains(page, w) {
				t.Errorf("%d without %q: %s", stale.Status, w, page)
			}
		}
		if a := bdo.Submit(at, stale.Hidden()); a.Status != 303 {
			t.Fatalf("added after it: %d %s", a.Status, a.Words())
		}
		if v := e.Show("dm_saran", key(t, id)); v.History[0].Text != form.Get("remark") || v.Due.Date().String() != "2026-02-28" {
			t.Errorf("last said %q, due %v", v.History[0].Text, v.Due.Date())
		}
	})
}

// longReport is a report of some hours' typing.
var longReport = strings.Repeat("पंचायत के सभी वार्डों में सर्वे पूरा हुआ। ", 300)

func TestNothingTypedIsLostWhenTheSessionRunsOut(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		id := share(t, e.As("dm_saran").Post(matters, directive("bdo_amnour"), "").JSON(t, 201), "bdo_amnour")
		bdo := e.SignIn("bdo_amnour")
		form := bdo.Open("/matters/" + id + "/report").Hidden()
		form.Set("remark", longReport)
		form.Set("figure", "18")
		e.Forward(3 * time.Hour)
		at := "/matters/" + id + "/acts/report"
		for name, out := range map[string]Answer{"form": bdo.Submit(at, form), "form with a photograph": bdo.Upload(at, form, "photo", "a.jpg", []byte("\xff\xd8\xff"))} {
			if out.Status != 401 || !strings.Contains(out.Words(), strings.TrimSpace(longReport)) {
				t.Fatalf("%s: %d, %d bytes", name, out.Status, len(out.Body))
			}
			kept := out.Hidden()
			if kept.Get("remark") != longReport || kept.Get("figure") != "18" || !strings.Contains(string(out.Body), `action="`+at+`"`) {
				t.Fatalf("%s: what is sent again is %d of %d bytes, figure %q", name, len(kept.Get("remark")), len(longReport), kept.Get("figure"))
			}
			form = kept
		}
		bdo.Again()
		if a := bdo.Submit(at, form); a.Status != 303 {
			t.Fatalf("sent again after signing in: %d %s", a.Status, a.Words())
		}
		if v := e.Show("dm_saran", key(t, id)); v.Phase != matter.Reported || !strings.Contains(v.History[0].Text, strings.TrimSpace(longReport)) {
			t.Errorf("it is %s", v.StateName.En)
		}
	})
}

func TestProceedingsThatCannotBeReadGetAClearAnswer(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		m := e.Meet("24.2.2026")
		conf := e.SignIn("conf_saran")
		at := "/sittings/" + m.Key.String() + "/proceedings"
		for _, c := range []struct {
			name, file string
			content    []byte
			status     int
			say        string
		}{
			{"empty file", "a.txt", nil, 422, "खाली"},
			{"binary", "a.txt", bytes.Repeat([]byte{0, 1, 2, 255}, 1000), 422, "a.txt"},
			{"a picture named text", "a.docx", []byte("\x89PNG\r\n\x1a\n\x00\x00"), 422, "a.docx"},
			{"not UTF-8", "a.txt", []byte("lHkh iz\xa4[kaM fodkl inkf/kdkjh \xe9\xe8"), 422, "a.txt"},
			{"a broken archive", "a.docx", []byte("PK\x03\x04broken"), 422, "a.docx"},
			{"50 MB of text", "a.txt", bytes.Repeat([]byte("क "), 50<<20/4), 413, ""},
			{"60 MB", "a.txt", make([]byte, 60<<20), 413, "52"},
		} {
			a := conf.Upload(at, nil, "file", c.file, c.content)
			words := a.Words()
			if a.Status != c.status || !strings.Contains(words, c.say) {
				t.Errorf("%s: %d, want %d and %q: %.600s", c.name, a.Status, c.status, c.say, words)
			}
			if ref := "संदर्भ"; strings.Contains(words, ref) {
				t.Errorf("%s is taken for a fault of the program: %.300s", c.name, words)
			}
		}
		if a := conf.Submit(at, url.Values{"text": {"  \n"}}); a.Status != 422 || !strings.Contains(a.Words(), "खाली") {
			t.Errorf("an empty text: %d", a.Status)
		}
		v, err := e.App.Sitting(context.Background(), m.Keeper, m.Key)
		e.Must(err)
		if v.Proceeding != nil || v.Drafts != (app.DraftCounts{}) {
			t.Errorf("what was refused left %+v", v.Proceeding)
		}
	})
}

func TestWhoAsksTooOftenIsToldHowLongToWait(t *testing.T) {
	Each(t, func(e *Env) {
		o := e.SignIn("bdo_amnour")
		var a Answer
		for range app.UsualPaces()[app.Searches].Burst + 1 {
			a = o.Open("/search?q=x")
		}
		if wait := a.Header.Get("Retry-After"); a.Status != http.StatusTooManyRequests || wait == "" || !strings.Contains(a.Words(), "थोड़ा रुककर") {
			e.T.Errorf("%d, Retry-After %q: %.200s", a.Status, wait, a.Words())
		}
		if a := o.Open("/work"); a.Status != http.StatusOK {
			e.T.Errorf("reading waits too: %d", a.Status)
		}
	})
}
