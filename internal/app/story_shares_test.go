package app

import (
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

func TestParentTellsWhatItsSharesReported(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		k := h.written()
		h.acceptAll(k)
		r, err := h.a.IssueDirectives(h.ctx, h.steno, k)
		h.ok(err)
		parent := r.Matters[0]
		h.report(parent, "bdo_amnour", "अठारह में चौदह पंचायतों की सूची चढ़ी")
		h.report(parent, "bdo_ekma", "सभी पंचायतों की सूची चढ़ी")
		v, err := h.a.Matter(h.ctx, h.dm, parent)
		h.ok(err)
		told := map[string]string{}
		last := v.History[0].At
		for _, s := range v.History {
			if s.At > last {
				t.Errorf("the story runs backwards at %v", s.At)
			}
			last = s.At
			if s.Share != nil && s.Text != "" {
				told[s.Share.Asked.Key] = s.Text
			}
		}
		if len(told) != 2 || !strings.Contains(told["bdo_amnour"], "चौदह") || !strings.Contains(told["bdo_ekma"], "सभी") {
			t.Errorf("told %v", told)
		}
		own, err := h.a.Matter(h.ctx, h.bdo, v.Parts.Parts[0].Key)
		if err == nil {
			for _, s := range own.History {
				if s.Share != nil {
					t.Errorf("a share tells another's story: %+v", s)
				}
			}
		}
	})
}

// report says what was done about a post's share of a direction.
func (h *hall) report(parent record.Key, post, words string) {
	h.Helper()
	v, err := h.a.Matter(h.ctx, h.dm, parent)
	h.ok(err)
	who := h.officer(post)
	for _, p := range v.Parts.Parts {
		if p.Asked.Key != post {
			continue
		}
		share, err := h.a.Matter(h.ctx, who, p.Key)
		h.ok(err)
		for _, act := range share.Acts {
			if act.Main {
				_, err := h.a.Act(h.ctx, who, matter.Command{Matter: p.Key, Act: act.Key, Typed: remark(words)})
				h.ok(err)
				return
			}
		}
	}
	h.Fatalf("%s owes nothing", post)
}
