package app

import (
	"testing"

	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

func TestPaperOfProceedingsIsGivenBackToThoseWhoSeeTheMeeting(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		k := h.sitting("24.2.2026")
		_, _, err := h.a.SittingPaper(h.ctx, h.steno, k)
		h.wants(err, "sitting.no_paper")
		h.ok(h.a.SaveProceedings(h.ctx, h.steno, k, ProceedingsForm{Name: `..\कार्यवाही 24 फरवरी.txt`, Data: []byte(twoOrders)}))
		h.ok(h.a.SaveProceedings(h.ctx, h.steno, k, ProceedingsForm{Text: "शुद्ध पाठ।\n" + twoOrders, Typed: true}))
		for _, who := range []Actor{h.steno, h.dm, h.bdo} {
			f, content, err := h.a.SittingPaper(h.ctx, who, k)
			h.ok(err)
			if string(content) != twoOrders || f.Name != "कार्यवाही 24 फरवरी.txt" || f.By.Key != "conf_saran" || f.At == 0 {
				t.Errorf("%+v, %d bytes", f, len(content))
			}
		}
		_, _, err = h.a.SittingPaper(h.ctx, h.officer("bdo_garkha"), k)
		h.wants(err, "sitting.no_paper")
		v, err := h.a.Sitting(h.ctx, h.dm, k)
		h.ok(err)
		if p := v.Proceeding.Paper; p == nil || p.Size != int64(len(twoOrders)) || v.Proceeding.Source != "typed" {
			t.Errorf("%+v", v.Proceeding)
		}
		verified(t, db)
	})
}

func TestCorrectedAttendanceIsShownAsACorrection(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		k := h.written()
		_, err := h.a.Attend(h.ctx, h.steno, k, []AttendanceForm{{Post: "bdo_ekma", Presence: "absent"}})
		h.ok(err)
		h.acceptAll(k)
		_, err = h.a.IssueDirectives(h.ctx, h.steno, k)
		h.ok(err)
		right := []AttendanceForm{{Post: "bdo_ekma", Presence: "deputy", Name: "सहायक"}}
		_, err = h.a.AmendAttendance(h.ctx, h.bdo, k, right, "आए थे")
		h.wants(err, "sitting.not_keeper")
		v, err := h.a.AmendAttendance(h.ctx, h.steno, k, right, "पंजी में प्रतिनिधि के हस्ताक्षर हैं")
		h.ok(err)
		if len(v.Addenda) != 1 || v.Addenda[0].Changes[0].Was.Presence != "absent" || v.Addenda[0].By.Key != "conf_saran" {
			t.Errorf("%+v", v.Addenda)
		}
		verified(t, db)
	})
}
