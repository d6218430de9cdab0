package app

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

func TestOnlyTheKeepersSeeTheDesk(t *testing.T) {
	db := storetest.SQLite(t)
	h := newHall(t, db)
	k := h.written()
	_, err := h.a.Reading(h.ctx, h.bdo, k)
	h.wants(err, "sitting.not_keeper")
	h.wants(h.a.SaveProceedings(h.ctx, h.bdo, k, ProceedingsForm{Text: "x"}), "sitting.not_keeper")
	if _, err := h.a.IssueDirectives(h.ctx, h.bdo, k); !fault.Is(err, fault.Forbidden) {
		t.Errorf("%v", err)
	}
	asked, err := h.a.Sitting(h.ctx, h.bdo, k)
	h.ok(err)
	other, err := h.a.Sitting(h.ctx, h.officer("bdo_maker"), k)
	h.ok(err)
	if asked.Proceeding == nil || other.Proceeding != nil || other.Attendance != nil {
		t.Errorf("asked %+v, not asked %+v", asked.Proceeding, other)
	}
	elsewhere := h.dm
	elsewhere.District = 1
	if _, err := h.a.Sitting(h.ctx, elsewhere, k); !fault.Is(err, fault.NotFound) {
		t.Errorf("another district: %v", err)
	}
}

func TestOneFormMarksTheAttendanceOfMany(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		k := h.sitting("24.2.2026")
		v, err := h.a.Attend(h.ctx, h.steno, k, []AttendanceForm{{Post: "ddc_saran", Presence: "in_person"}, {Post: "bdo_amnour", Presence: "video"},
			{Post: "bdo_ekma", Presence: "excused", Reason: "प्रशिक्षण में"}, {Name: "सांसद प्रतिनिधि", Presence: "in_person"}})
		h.ok(err)
		if v.Asked != 6 || v.Came != 3 {
			t.Errorf("%d asked, %d came", v.Asked, v.Came)
		}
		_, err = h.a.Attend(h.ctx, h.steno, k, []AttendanceForm{{Post: "nobody_here", Presence: "video"}})
		h.wants(err, "app.post_unknown")
	})
}

func TestAgendaIsWhatTheSeriesStillFollows(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		k := h.written()
		h.acceptAll(k)
		issued, err := h.a.IssueDirectives(h.ctx, h.steno, k)
		h.ok(err)
		work, err := h.a.MyWork(h.ctx, h.bdo, "", 10)
		h.ok(err)
		_, err = h.a.Act(h.ctx, h.bdo, matter.Command{Matter: work.Rows[0].Key, Act: "progress", Typed: remark("दो पंचायतों की सूची शेष है, कल तक भेजेंगे")})
		h.ok(err)
		h.later(6 * 24 * time.Hour)
		next := h.sitting("3.3.2026")
		h.ok(h.a.AddPoint(h.ctx, h.steno, next, PointForm{Title: "होली की तैयारी", Words: "विधि-व्यवस्था"}))
		v, err := h.a.Sitting(h.ctx, h.steno, next)
		h.ok(err)
		if len(v.Agenda) != 3 {
			t.Fatalf("%+v", v.Agenda)
		}
		by := map[record.Key]AgendaLine{}
		for _, l := range v.Agenda {
			by[l.Key] = l
		}
		late := by[issued.Matters[0]]
		if len(late.Why) == 0 || !strings.Contains(late.Why[0].Hi, "विलंबित") || len(late.Holders) != 20 || late.Said == "" || late.SaidBy.Key != "bdo_amnour" {
			t.Errorf("%+v", late)
		}
		if soon := by[issued.Matters[1]]; len(soon.Why) == 0 || !strings.Contains(soon.Why[0].En, "before the next sitting") {
			t.Errorf("%+v", soon)
		}
		if added := by[record.Key{}]; added.Words != "विधि-व्यवस्था" || added.By.Key != "conf_saran" {
			t.Errorf("%+v", added)
		}
		h.later(24 * time.Hour)
		h.ok(h.a.BeginSitting(h.ctx, h.steno, next, 0))
		frozen, err := h.a.Sitting(h.ctx, h.steno, next)
		h.ok(err)
		if !frozen.Frozen || len(frozen.Agenda) != 3 || frozen.State != sitting.Open {
			t.Errorf("%+v", frozen)
		}
		h.wants(h.a.AddPoint(h.ctx, h.steno, next, PointForm{Title: "x", Words: "y"}), "sitting.agenda_frozen")
	})
}

func TestTheAuditFindsAChangedMeeting(t *testing.T) {
	h := newHall(t, storetest.SQLite(t))
	k := h.written()
	h.ok(h.a.AddPoint(h.ctx, h.steno, k, PointForm{Title: "होली की तैयारी", Words: "विधि-व्यवस्था"}))
	_, err := h.a.Attend(h.ctx, h.steno, k, []AttendanceForm{{Post: "bdo_amnour", Presence: "absent"}})
	h.ok(err)
	h.ok(h.a.BeginSitting(h.ctx, h.steno, k, 0))
	h.acceptAll(k)
	_, err = h.a.IssueDirectives(h.ctx, h.steno, k)
	h.ok(err)
	verified(t, h.a.db)
	for name, change := range map[string]func(tx *store.Tx) error{
		"who was absent": func(tx *store.Tx) error {
			list, err := tx.Attendance(h.ctx, k)
			for i := range list {
				list[i].Status = "in_person"
			}
			return errors.Join(err, tx.AttendancePut(k, list))
		},
		"the frozen minutes": func(tx *store.Tx) error {
			m, _, err := tx.MinutesLast(h.ctx, k)
			m.Data = bytes.Replace(m.Data, []byte("शुक्रवार"), []byte("सोमवार"), 1)
			return errors.Join(err, tx.MinutesPut(k, m))
		},
		"why a point was there": func(tx *store.Tx) error {
			items, err := tx.Agenda(h.ctx, k)
			return errors.Join(err, tx.AgendaDrop(k, items[0].ID))
		},
	} {
		undo := errors.New("undo")
		err := h.a.db.Update(func(tx *store.Tx) error {
			h.ok(change(tx))
			v := verifierOf(t, &tx.Reader)
			h.ok(v.all())
			if len(v.out.Findings) == 0 || v.out.Findings[0].Key != "store.verify_meeting" {
				t.Errorf("%s: %+v", name, v.out.Findings)
			}
			return undo
		})
		if !errors.Is(err, undo) {
			t.Fatal(err)
		}
	}
}

func TestRefusalOfALaterPartSaysWhatStands(t *testing.T) {
	refused := fault.New(fault.Refused, "sitting.issue_wrong", 2).With("drafts[9].limit", "sitting.date_open", "")
	f := fault.As(partly(refused, [][]record.ID{{1, 2, 3}, {4}}))
	if got := i18n.Message(i18n.English, f.Key, f.Args...); got != "4 directives were issued; something is left to do in 2" || len(f.Fields) != 1 {
		t.Errorf("%s", got)
	}
	if partly(nil, [][]record.ID{{1}}) != nil || fault.As(partly(refused, nil)) != refused {
		t.Error("what is whole is told as a part")
	}
}
