package app

import (
	"strings"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

// read writes a text down at a sitting of a day and gives its drafts.
func (h *hall) read(day, text string) (record.Key, []DraftView) {
	h.Helper()
	k := h.sitting(day)
	h.ok(h.a.SaveProceedings(h.ctx, h.steno, k, ProceedingsForm{Text: text}))
	return k, h.reading(k).Drafts
}

// whomAsked gives the keys of the posts of a draft, or what is open.
func whomAsked(d DraftView) string {
	var keys []string
	for _, o := range d.Owners {
		if o.Key == "" {
			var choices []string
			for _, c := range o.Choices {
				choices = append(choices, c.Key)
			}
			keys = append(keys, "?"+strings.Join(choices, "|"))
			continue
		}
		keys = append(keys, o.Key)
	}
	return strings.Join(keys, " ")
}

func TestOwnersAreThePostsOfTheDistrict(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		for _, c := range []struct{ name, text, want, why string }{
			{"a department is asked through its head", "शिक्षा विभाग को विद्यालयों की सूची देने का निर्देश दिया गया।", "deo_saran", "as head of the department"},
			{"stops in a short form", "सी०एस० को निर्देश दिया गया कि वे सदर अस्पताल का निरीक्षण करें।", "cs_saran", ""},
			{"a short form of several posts", "डीपीओ को निर्देश दिया गया कि वे सूची दें।", "?dpo_be_saran|dpo_mdm_saran|dpo_icds_saran", ""},
			{"told apart by the heading", "मध्याह्न भोजन:\nडीपीओ को निर्देश दिया गया कि वे सूची दें।", "dpo_mdm_saran", "decided by the department of the heading"},
			{"told apart by the sentence", "डीपीओ को निर्देश दिया गया कि वे आईसीडीएस की सूची दें।", "dpo_icds_saran", "decided by what the sentence is about"},
			{"two of a kind by their places", "सीओ अमनौर एवं सीओ मढ़ौरा को लंबित मामले निष्पादित करने का निर्देश दिया गया।", "co_amnour co_marhaura", ""},
		} {
			k, drafts := h.read(h.a.today().Dotted(), c.text)
			h.later(24 * time.Hour)
			if len(drafts) != 1 {
				t.Fatalf("%s: %d drafts at %v", c.name, len(drafts), k)
			}
			if got := whomAsked(drafts[0]); got != c.want || drafts[0].Owners[0].Why.En != c.why {
				t.Errorf("%s: %s, %q; want %s, %q", c.name, got, drafts[0].Owners[0].Why.En, c.want, c.why)
			}
		}
	})
}

func TestAllOfAKindIsThoseOfTheAreaNamed(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		_, drafts := h.read("24.2.2026", "सोनपुर अनुमंडल के सभी बीडीओ को आवास योजना की सूची भेजने का निर्देश दिया गया।\nसभी बीडीओ को शिविर लगाने का निर्देश दिया गया।")
		if len(drafts) != 2 || drafts[1].Posts != 20 || drafts[0].Posts < 2 || drafts[0].Posts > 8 || drafts[0].Owners[0].Why.En != "all in the area named" {
			t.Fatalf("%+v", drafts)
		}
	})
}

func TestVacantPostIsSaidAndStillChosen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		for _, u := range h.o.TenuresOf(h.o.Holder(h.o.ByKey(record.Post, "co_amnour"), h.a.today()).Person) {
			if u.Post == h.o.ByKey(record.Post, "co_amnour") {
				h.ok(h.a.RelieveOfficer(h.ctx, h.officer("dm_saran"), u.ID, h.a.today().AddDays(-1)))
			}
		}
		_, drafts := h.read("24.2.2026", "सीओ अमनौर को लंबित मामले निष्पादित करने का निर्देश दिया गया।")
		if len(drafts) != 1 || whomAsked(drafts[0]) != "co_amnour" || len(drafts[0].Owners[0].Notes) != 1 || drafts[0].Owners[0].Notes[0].Hi != "पद रिक्त है" {
			t.Fatalf("%+v", drafts)
		}
	})
}

const sayDPO = "डीपीओ को निर्देश दिया गया कि वे सूची दें।\nदाखिल खारिज के लंबित मामलों का निष्पादन सुनिश्चित करने का निर्देश दिया गया।"

// TestWhatTheOfficeCorrectsMakesTheNextReadingBetter holds the whole way: a correction is
// offered to be remembered, never taken silently, helps the next reading and says why, is
// counted, verified, and retired.
func TestWhatTheOfficeCorrectsMakesTheNextReadingBetter(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		k, drafts := h.read("24.2.2026", sayDPO)
		if len(drafts) != 2 {
			t.Fatalf("%d drafts", len(drafts))
		}
		for _, d := range drafts {
			if d.Posts != 0 {
				t.Fatalf("settled without the office: %s", whomAsked(d))
			}
		}
		h.set(k, drafts[0].ID, "10.3.2026", "dpo_icds_saran")
		h.set(k, drafts[1].ID, "10.3.2026", "dclr_sonepur")
		drafts = h.reading(k).Drafts
		if v, _ := h.a.Usages(h.ctx, h.steno); len(v.InForce) != 0 {
			t.Fatal("learned silently")
		}
		if l := drafts[0].Lesson; l == nil || l.Kind != sitting.NameUsage || l.Words != "डीपीओ" {
			t.Fatalf("the name is not offered: %+v", l)
		}
		h.ok(h.a.Remember(h.ctx, h.steno, k, drafts[0].ID, "डीपीओ"))
		if l := drafts[1].Lesson; l == nil || l.Kind != sitting.SubjectUsage {
			t.Fatalf("the subject is not offered: %+v", l)
		}
		h.wants(h.a.Remember(h.ctx, h.steno, k, drafts[1].ID, " "), "sitting.usage_words")
		h.ok(h.a.Remember(h.ctx, h.steno, k, drafts[1].ID, "दाखिल खारिज"))
		h.wants(h.a.Remember(h.ctx, h.steno, k, drafts[1].ID, "दाखिल खारिज"), "sitting.nothing_to_remember")
		h.later(7 * 24 * time.Hour)

		k, drafts = h.read("3.3.2026", strings.ReplaceAll(sayDPO, "मामलों", "सोनपुर के मामलों"))
		if got := whomAsked(drafts[0]) + " " + whomAsked(drafts[1]); got != "dpo_icds_saran dclr_sonepur" {
			t.Fatalf("the second reading: %s", got)
		}
		if why := drafts[0].Owners[0].Why; why.En != "by the district's rule of 24.02.2026" || why.Hi != "ज़िले के 24.02.2026 के नियम से" {
			t.Errorf("why: %+v", why)
		}
		h.acceptAll(k)
		_, err := h.a.IssueDirectives(h.ctx, h.steno, k)
		h.ok(err)
		v, err := h.a.Usages(h.ctx, h.steno)
		h.ok(err)
		if len(v.InForce) != 2 || v.InForce[0].Helped != 1 || v.InForce[1].Helped != 1 || v.InForce[0].Meeting.In(i18n.English) == "" || !v.InForce[0].MayRetire {
			t.Fatalf("%+v", v.InForce)
		}
		h.wants(h.a.RetireUsage(h.ctx, h.bdo, v.InForce[0].Key), "sitting.usage_not_yours")
		h.ok(h.a.RetireUsage(h.ctx, h.steno, v.InForce[0].Key))
		h.wants(h.a.RetireUsage(h.ctx, h.steno, v.InForce[0].Key), "sitting.usage_retired")
		if v, _ = h.a.Usages(h.ctx, h.steno); len(v.InForce) != 1 || len(v.Retired) != 1 {
			t.Fatalf("after retiring: %+v", v)
		}
		found, err := VerifyLog(h.ctx, db, h.a.systems, h.a.now())
		h.ok(err)
		for _, d := range found {
			if len(d.Findings) != 0 {
				t.Errorf("the audit finds %+v", d.Findings)
			}
		}
		h.ok(db.Update(func(tx *store.Tx) error {
			return tx.Execute(`UPDATE usage SET data='{}' WHERE district=$1`, sampleDistrict)
		}))
		found, err = VerifyLog(h.ctx, db, h.a.systems, h.a.now())
		h.ok(err)
		if len(found[0].Findings) != 2 {
			t.Errorf("the audit overlooks a changed rule: %+v", found[0].Findings)
		}
	})
}
