package app

import (
	"strings"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

const reportedText = "समीक्षा में पाया गया कि अमनौर प्रखंड में दाखिल खारिज के 900 मामले लंबित हैं।\n" +
	"राशन कार्ड के 1,250 आवेदनों में से 980 निष्पादित पाए गए।\n" +
	"जिला आपूर्ति पदाधिकारी को 10 मार्च तक सभी दुकानों का निरीक्षण करने का निर्देश दिया गया।"

func (h *hall) figure(k int, v ReadingView, form FigureForm) {
	h.Helper()
	h.ok(h.a.EditFigure(h.ctx, h.steno, v.Meeting.Key, v.Figures[k].ID, form))
}

// TestConfirmedFiguresBecomeObservations holds the way of a figure: offered beside the
// directives, confirmed or dropped by a person, taken down at issue with its quote, pointed
// out when the next meeting says otherwise, and rebuilt by the audit.
func TestConfirmedFiguresBecomeObservations(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		k, _ := h.read("24.2.2026", reportedText)
		v := h.reading(k)
		if len(v.Figures) != 2 || v.Figures[0].Value != 900 || v.Figures[0].Nature != "stock" || v.Figures[0].Place.Key != "amnour" || v.Figures[1].Of != 1250 {
			t.Fatalf("%+v", v.Figures)
		}
		bad, typed, place := "?", "लंबित दाखिल खारिज", "amnour"
		h.wants(h.a.EditFigure(h.ctx, h.steno, k, v.Figures[0].ID, FigureForm{Nature: &bad, To: new(string), Indicator: &bad}), "indicator.nature_required")
		h.wants(h.a.EditFigure(h.ctx, h.bdo, k, v.Figures[0].ID, FigureForm{Status: "accepted"}), "sitting.not_keeper")
		h.figure(0, v, FigureForm{Measure: &typed, Place: &place, Status: "accepted"})
		h.figure(1, v, FigureForm{Status: "dropped"})
		h.ok(h.a.SaveProceedings(h.ctx, h.steno, k, ProceedingsForm{Text: "एक नई पंक्ति जुड़ी।\n" + reportedText}))
		if v = h.reading(k); len(v.Figures) != 2 || v.Figures[0].Measure != typed || v.Figures[0].Status != sitting.Accepted || v.Figures[1].Status != sitting.Dropped ||
			v.Text[v.Figures[0].Quote.Start:v.Figures[0].Quote.End] == "" {
			t.Fatalf("a re-reading lost the corrections: %+v", v.Figures)
		}
		h.acceptAll(k)
		_, err := h.a.IssueDirectives(h.ctx, h.steno, k)
		h.ok(err)
		seen, err := h.a.Reported(h.ctx, h.steno, "", "")
		h.ok(err)
		if len(seen.Measures) != 1 || len(seen.Measures[0].Figures) != 1 {
			t.Fatalf("%+v", seen)
		}
		one := seen.Measures[0].Figures[0]
		if one.Value != 900 || one.Measure != typed || !strings.Contains(one.Quote, "900") || one.Sitting != k || one.Meeting.Hi == "" || one.KindName.En != "reported" {
			t.Errorf("%+v", one)
		}
		if other, _ := h.a.Reported(h.ctx, h.officer("bdo_ekma"), "", ""); len(other.Measures) != 0 {
			t.Error("another block sees it")
		}
		if own, _ := h.a.Reported(h.ctx, h.bdo, "", ""); len(own.Measures) != 1 {
			t.Error("its own block does not see it")
		}

		h.later(7 * 24 * time.Hour)
		k, _ = h.read("3.3.2026", strings.ReplaceAll(reportedText, "900", "700"))
		v = h.reading(k)
		h.figure(0, v, FigureForm{Measure: &typed})
		if v = h.reading(k); len(v.Figures[0].Findings) != 1 || !strings.Contains(v.Figures[0].Findings[0].En, "it was 900 at the last meeting") {
			t.Errorf("the stock that fell is not pointed out: %+v", v.Figures[0].Findings)
		}
		found, err := VerifyLog(h.ctx, db, h.a.systems, h.a.now())
		h.ok(err)
		if len(found[0].Findings) != 0 {
			t.Errorf("the audit finds %+v", found[0].Findings)
		}
		h.ok(db.Update(func(tx *store.Tx) error {
			return tx.Execute(`UPDATE observation SET day='2026-01-01' WHERE district=$1`, sampleDistrict)
		}))
		found, err = VerifyLog(h.ctx, db, h.a.systems, h.a.now())
		h.ok(err)
		if len(found[0].Findings) != 1 {
			t.Errorf("the audit overlooks a changed figure: %+v", found[0].Findings)
		}
	})
}
