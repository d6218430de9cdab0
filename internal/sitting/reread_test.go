package sitting

import (
	"slices"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/record"
)

// paragraphsOf makes the reading of a text of one directive on each line.
func paragraphsOf(lines ...string) (string, []Draft) {
	var list []Draft
	at := 0
	for _, l := range lines {
		list = append(list, Draft{Kind: Reading, Status: Proposed, Order: int64(at), Subject: l, Read: l, Said: l, Quote: []Span{{at, at + len(l)}}, Owners: []Owner{{Text: "x", Posts: []record.ID{supply}}}})
		at += len(l) + 1
	}
	return strings.Join(lines, "\n"), list
}

// TestRereadKeepsCorrectionsWhereverParagraphsGo edits the text around corrected drafts:
// every correction stays with its own sentence, however alike the others are.
func TestRereadKeepsCorrectionsWhereverParagraphsGo(t *testing.T) {
	a, b, c, d := "अमनौर के बीडीओ सूची शुक्रवार तक भेजें।", "एकमा के बीडीओ सूची शुक्रवार तक भेजें।", "मढ़ौरा के बीडीओ सूची शुक्रवार तक भेजें।", "सभी दुकानों की जाँच करें।"
	for _, step := range []struct {
		name string
		now  []string
		want map[string]string // said: state and words
	}{
		{"a paragraph is put in before", []string{d + " अभी।", a, b, c}, map[string]string{a: "accepted " + a, b: "proposed दो", c: "dropped " + c}},
		{"the first one is deleted", []string{b, c}, map[string]string{b: "proposed दो", c: "dropped " + c, a: "accepted " + a}},
		{"the last one is deleted", []string{a, b}, map[string]string{a: "accepted " + a, b: "proposed दो", c: "dropped " + c}},
		{"they are moved about", []string{c, a, d, b}, map[string]string{a: "accepted " + a, b: "proposed दो", c: "dropped " + c}},
		{"one is edited", []string{a, strings.Replace(b, "शुक्रवार", "सोमवार", 1), c}, map[string]string{a: "accepted " + a, strings.Replace(b, "शुक्रवार", "सोमवार", 1): "proposed दो", c: "dropped " + c}},
		{"one is edited, one moved, one put in", []string{c, "नया काम तुरंत करें।", strings.Replace(b, "सूची", "पूरी सूची", 1), a}, map[string]string{a: "accepted " + a, strings.Replace(b, "सूची", "पूरी सूची", 1): "proposed दो", c: "dropped " + c}},
	} {
		_, first := paragraphsOf(a, b, c)
		k, ids := shop(t)
		k.Drafts = nil
		for _, f := range first {
			f.ID = ids.Next(k.Now)
			k.Drafts = append(k.Drafts, f)
		}
		two := "दो"
		k.Drafts[0].Status, k.Drafts[2].Status = Accepted, Dropped
		if err := k.Edit(k.Drafts[1].ID, Edit{Subject: &two}); err != nil {
			t.Fatal(err)
		}
		kept := []record.ID{k.Drafts[0].ID, k.Drafts[1].ID, k.Drafts[2].ID}
		text, fresh := paragraphsOf(step.now...)
		k = again(k)
		k.Reread(text, fresh)
		for said, want := range step.want {
			i := slices.IndexFunc(k.Drafts, func(d Draft) bool { return d.Said == said })
			if i < 0 {
				t.Errorf("%s: %q is lost", step.name, said)
				continue
			}
			at := &k.Drafts[i]
			if got := string(at.Status) + " " + at.Subject; got != want || !slices.Contains(kept, at.ID) {
				t.Errorf("%s: %q is now %q, want %q", step.name, said, got, want)
			}
			if len(at.Quote) == 1 && text[at.Quote[0].Start:at.Quote[0].End] != said {
				t.Errorf("%s: the words of %q are at the wrong place", step.name, said)
			}
		}
	}
}
