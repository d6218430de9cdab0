package app

import (
	"testing"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

func TestADraftWaitsForItsSigner(t *testing.T) {
	systems := withPack(t, "returns")
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		f := newFieldOf(t, db, systems)
		dm, bdo := f.officer("dm_saran"), f.officer("bdo_amnour")
		ask := func() matter.Command {
			return matter.Command{Matter: f.opens(dm, "returns.report", "give", map[string]rule.Value{"place": linkValue("amnour"), "subject": textValue("प्रतिदिन की सूची")})}
		}
		one, two := ask(), ask()
		f.to("2026-01-09", 11)
		f.clocks()
		waiting, err := f.a.Offers(f.ctx, dm)
		f.ok(err)
		if len(waiting) != 2 || waiting[0].To.Key != "bdo_amnour" || waiting[0].Ask != "explanation" || waiting[0].Matter.Key != one.Matter {
			t.Fatalf("before the head of the district: %+v", waiting)
		}
		if mine, err := f.a.Offers(f.ctx, bdo); err != nil || len(mine) != 0 {
			t.Errorf("before the block officer: %+v %v", mine, err)
		}
		for _, act := range []string{"sign_offer", "set_aside"} {
			one.Act, one.Words = act, "अपना बचाव"
			if _, err := f.a.Act(f.ctx, bdo, one); !fault.Is(err, fault.Forbidden) {
				t.Errorf("%s by the one it is about: %v", act, err)
			}
		}
		matters := func() int64 {
			all, err := db.Reader().Totals(f.ctx, sampleDistrict)
			f.ok(err)
			return all.Matters
		}
		before := matters()
		f.does(dm, two.Matter, matter.Command{Act: "set_aside", Words: "बाढ़ में था"})
		if matters() != before {
			t.Error("a draft set aside raised a matter")
		}
		f.does(dm, one.Matter, matter.Command{Act: "sign_offer"})
		work, err := f.a.MyWork(f.ctx, bdo, "", 10)
		f.ok(err)
		if matters() != before+1 || len(work.Rows) != 3 {
			t.Errorf("%d matters after %d, work %d", matters(), before, len(work.Rows))
		}
		if waiting, err = f.a.Offers(f.ctx, dm); err != nil || len(waiting) != 0 {
			t.Errorf("still waiting: %+v %v", waiting, err)
		}
		verified(t, db)
		if !tampered(t, db, `UPDATE offer SET settled=0`, "store.verify_beside") {
			t.Error("the audit finds no reopened draft")
		}
	})
}
