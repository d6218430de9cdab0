package app

import (
	"testing"

	"github.com/anupalan/anupalan/internal/store/storetest"
)

func TestTheReadingItselfIsNoStepToTakeBack(t *testing.T) {
	h := newHall(t, storetest.SQLite(t))
	k := h.written()
	before := len(h.reading(k).Drafts)
	may, err := h.a.MayTakeBack(h.ctx, k)
	h.ok(err)
	if may {
		t.Error("the reading may be taken back")
	}
	h.wants(h.a.TakeBack(h.ctx, h.steno, k), "sitting.nothing_to_undo")
	h.ok(h.a.DropDraft(h.ctx, h.steno, k, h.reading(k).Drafts[0].ID))
	h.ok(h.a.TakeBack(h.ctx, h.steno, k))
	if v := h.reading(k); len(v.Drafts) != before || v.Counts.Dropped != 0 {
		t.Errorf("%d drafts, %+v", len(v.Drafts), v.Counts)
	}
}

func TestWordsNotInTheTextBecomeADraft(t *testing.T) {
	h := newHall(t, storetest.SQLite(t))
	k := h.written()
	id, err := h.a.WriteDraft(h.ctx, h.steno, k, "डीडीसी 5 मार्च तक आवास योजना का प्रतिवेदन दें")
	h.ok(err)
	v := h.reading(k)
	d := v.Drafts[len(v.Drafts)-1]
	if d.ID != id || len(d.Owners) != 1 || d.Owners[0].Key != "ddc_saran" || d.Limit.Due.String() != "2026-03-05" {
		t.Errorf("%+v", d)
	}
	_, err = h.a.WriteDraft(h.ctx, h.steno, k, "  ")
	h.wants(err, "sitting.subject_required")
}

func TestPostsFoundOfferTheirWholeKind(t *testing.T) {
	h := newHall(t, storetest.SQLite(t))
	found, err := h.a.Find(h.ctx, h.steno, "प्रखंड विकास पदाधिकारी", 8)
	h.ok(err)
	kinds, err := h.a.KindsOf(h.ctx, h.steno, found)
	h.ok(err)
	if len(kinds) == 0 || kinds[0].Key != "all:bdo" {
		t.Fatalf("%+v", kinds)
	}
	if name, err := h.a.OwnerName(h.ctx, h.steno, 0, "all:bdo"); err != nil || name != kinds[0].Name {
		t.Errorf("%v %v", name, err)
	}
}
