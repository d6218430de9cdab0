package app

import (
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

// askWeek asks an officer for the tasks of this week, as the Monday rule does.
func (h *hall) askWeek(post string) {
	h.Helper()
	o, err := h.a.office(h.ctx, sampleDistrict)
	h.ok(err)
	t := o.types.Answering(askCommitment)
	who := h.officer(post)
	c := matter.Command{Type: t.Name(), Act: openingAct(t), Envelope: matter.Envelope{Asked: who.Post, Place: h.o.Post(who.Post).Place}}
	_, err = h.a.run(h.ctx, o, h.dm, c, matter.Proof{})
	h.ok(err)
}

func TestFiveTasksStandBesideLastWeeksWithTheirOutcome(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		ddc := h.officer("ddc_saran")
		h.wants(h.a.NameTasks(h.ctx, ddc, []string{"आवास"}), "sitting.five_not_asked")
		h.askWeek("ddc_saran")
		v, err := h.a.Weekly(h.ctx, ddc, 0)
		h.ok(err)
		if v.Left != 5 || v.From.String() != "2026-02-23" || v.To.String() != "2026-03-01" || v.Next != 0 {
			t.Fatalf("%+v", v)
		}
		h.wants(h.a.NameTasks(h.ctx, ddc, []string{"", " "}), "sitting.five_few")
		h.wants(h.a.NameTasks(h.ctx, ddc, []string{"1", "2", "3", "4", "5", "6"}), "sitting.five_many")
		h.ok(h.a.NameTasks(h.ctx, ddc, []string{"आवास की किस्त", "सोख्ता गड्ढे", "", "जीविका भवन"}))
		v, err = h.a.Weekly(h.ctx, ddc, 0)
		h.ok(err)
		if len(v.Mine) != 3 || v.Left != 0 || v.Mine[0].Subject != "आवास की किस्त" {
			t.Fatalf("%+v", v.Mine)
		}
		_, err = h.a.Act(h.ctx, ddc, matter.Command{Matter: v.Mine[0].Key, Act: "report", Typed: remark("सभी किस्तें भेजी गईं")})
		h.ok(err)
		_, err = h.a.Act(h.ctx, h.dm, matter.Command{Matter: v.Mine[0].Key, Act: "accept"})
		h.ok(err)
		_, err = h.a.Act(h.ctx, h.dm, matter.Command{Matter: v.Mine[1].Key, Act: "miss", Typed: remark("आरंभ नहीं हुआ")})
		h.ok(err)
		h.later(6 * 24 * time.Hour)
		h.askWeek("ddc_saran")
		all, err := h.a.Weekly(h.ctx, h.dm, 0)
		h.ok(err)
		if len(all.Offices) != 1 || len(all.Offices[0].Last) != 3 || all.Offices[0].LastDone != 1 || len(all.Offices[0].Tasks) != 0 || all.Named != 0 || all.Officers != 1 {
			t.Errorf("%+v", all)
		}
		before, err := h.a.Weekly(h.ctx, h.dm, all.Prev)
		h.ok(err)
		if before.Offices[0].Done != 1 || len(before.Offices[0].Tasks) != 3 || before.Next != all.From {
			t.Errorf("%+v", before)
		}
		if other, err := h.a.Weekly(h.ctx, h.bdo, 0); err != nil || len(other.Offices) != 0 {
			t.Errorf("a block officer sees %+v, %v", other.Offices, err)
		}
	})
}

func TestWeekRunsFromMondayToSunday(t *testing.T) {
	for day, want := range map[string]string{"2026-02-23": "2026-02-23", "2026-02-24": "2026-02-23", "2026-03-01": "2026-02-23", "2026-03-02": "2026-03-02"} {
		if from, to := week(dayOf(t, day)); from.String() != want || to != from.AddDays(6) {
			t.Errorf("%s lies in %v to %v", day, from, to)
		}
	}
}
