package app

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

// opened is a sitting of today that is going on.
func (h *hall) opened() record.Key {
	h.Helper()
	k := h.sitting("24.2.2026")
	h.ok(h.a.BeginSitting(h.ctx, h.steno, k, 0))
	return k
}

func TestLineSaidBecomesADraftWithOwnerAndDate(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		k := h.opened()
		for _, c := range []struct{ line, owner, due string }{
			{"डीडीसी शुक्रवार तक आवास योजना का प्रतिवेदन दें", "ddc_saran", "2026-02-27"},
			{"सभी बीडीओ 10 मार्च तक पंचायतवार सूची दें", "all:bdo", "2026-03-10"},
			{"डीएसओ तत्काल पेट्रोल पंपों की जाँच करें", "dso_saran", "2026-03-05"},
		} {
			v, err := h.a.PreviewLine(h.ctx, h.steno, k, c.line, "")
			h.ok(err)
			if len(v.Owners) != 1 || v.Owners[0].Key != c.owner || v.Limit.Ends.String() != c.due && v.Limit.Due.String() != c.due {
				t.Errorf("%s: %+v, %+v", c.line, v.Owners, v.Limit)
			}
		}
		if n := len(h.reading(k).Drafts); n != 0 {
			t.Fatalf("a preview recorded %d drafts", n)
		}
		id, err := h.a.SayLine(h.ctx, h.steno, k, "डीडीसी शुक्रवार तक आवास योजना का प्रतिवेदन दें", "rural_development")
		h.ok(err)
		d := h.reading(k).Drafts[0]
		if d.ID != id || d.Status != sitting.Accepted || d.Department.Key != "rural_development" {
			t.Errorf("%+v", d)
		}
	})
}

func TestLineThatNamesNobodyAsksWhoAnswersForTheDepartment(t *testing.T) {
	h := newHall(t, storetest.SQLite(t))
	k := h.opened()
	v, err := h.a.PreviewLine(h.ctx, h.steno, k, "शुक्रवार तक ग्राम पंचायतवार व्यय विवरण दें", "rural_development")
	h.ok(err)
	if len(v.Owners) != 1 || v.Owners[0].Key != "ddc_saran" {
		t.Errorf("%+v", v.Owners)
	}
}

func TestUndoOfALineLeavesNothingAndLastsTenSeconds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		k := h.opened()
		id, err := h.a.SayLine(h.ctx, h.steno, k, "डीएसओ कल तक सूची दें", "")
		h.ok(err)
		if twice, err := h.a.SayLine(h.ctx, h.steno, k, "डीएसओ कल तक सूची दें", ""); err != nil || twice != id {
			t.Errorf("a button pressed twice records %v beside %v: %v", twice, id, err)
		}
		v, err := h.a.Live(h.ctx, h.steno, k, 1)
		h.ok(err)
		if v.Undo == nil || v.Undo.ID != id || v.Undo.Seconds != 10 || v.Said != 1 {
			t.Fatalf("%+v", v.Undo)
		}
		h.wants(h.a.UndoLine(h.ctx, h.dm, k, id), "sitting.undo_late")
		h.later(4 * time.Second)
		h.ok(h.a.UndoLine(h.ctx, h.steno, k, id))
		if len(h.reading(k).Drafts) != 0 {
			t.Error("something is left")
		}
		id, err = h.a.SayLine(h.ctx, h.steno, k, "डीएसओ कल तक सूची दें", "")
		h.ok(err)
		h.later(11 * time.Second)
		h.wants(h.a.UndoLine(h.ctx, h.steno, k, id), "sitting.undo_late")
		h.ok(h.a.DropDraft(h.ctx, h.steno, k, id))
	})
}

func TestHallShowsOneDepartmentAtATime(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		k := h.written()
		h.acceptAll(k)
		_, err := h.a.IssueDirectives(h.ctx, h.steno, k)
		h.ok(err)
		h.later(7 * 24 * time.Hour)
		next := h.sitting("3.3.2026")
		_, err = h.a.Live(h.ctx, h.steno, next, 1)
		h.wants(err, "sitting.not_open")
		h.ok(h.a.BeginSitting(h.ctx, h.steno, next, 0))
		seen := map[string]LiveView{}
		for n := 1; ; n++ {
			v, err := h.a.Live(h.ctx, h.steno, next, n)
			h.ok(err)
			seen[v.Department.Key] = v
			if n >= v.Of {
				break
			}
		}
		rural, supply := seen["rural_development"], seen["food_supply"]
		if rural.Officer.Key != "ddc_saran" || len(rural.Past) != 1 || rural.Past[0].Status != Late || rural.Counts.Late != 20 {
			t.Errorf("%+v", rural)
		}
		if len(supply.Past) != 1 || supply.Past[0].DaysLate > 0 || supply.Counts.Open != 1 {
			t.Errorf("%+v", supply)
		}
	})
}

func TestActionTakenReportRollsSharesUpAndNamesTheSilent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		k := h.written()
		h.acceptAll(k)
		_, err := h.a.IssueDirectives(h.ctx, h.steno, k)
		h.ok(err)
		for _, post := range []string{"bdo_amnour", "bdo_ekma"} {
			who := h.officer(post)
			work, err := h.a.MyWork(h.ctx, who, "", 10)
			h.ok(err)
			_, err = h.a.Act(h.ctx, who, matter.Command{Matter: work.Rows[0].Key, Act: "report", Typed: remark("=सूची भेज दी गई है, सभी पंचायतें")})
			h.ok(err)
			if post == "bdo_ekma" {
				_, err = h.a.Act(h.ctx, h.dm, matter.Command{Matter: work.Rows[0].Key, Act: "accept"})
				h.ok(err)
			}
		}
		h.later(4 * 24 * time.Hour)
		v, err := h.a.ATR(h.ctx, h.dm, k)
		h.ok(err)
		if len(v.Rows) != 2 || v.Totals.All != 2 || v.Totals.Late != 1 || v.Totals.Done+v.Totals.Open != v.Totals.All {
			t.Fatalf("%+v", v.Totals)
		}
		r := v.Rows[0]
		if r.N != 1 || r.Roll.Total != 20 || r.Roll.Done != 1 || r.Whom.Hi != "प्रखंड विकास पदाधिकारी (20)" || r.Status != Late || r.DaysLate == 0 || r.Due.String() != "2026-02-27" {
			t.Errorf("%+v", r)
		}
		if !strings.Contains(r.RollText.Hi, "20 में 1 पूर्ण") || !strings.Contains(r.Said, "सूची भेज दी") {
			t.Errorf("%q %q", r.RollText.Hi, r.Said)
		}
		var b bytes.Buffer
		table, err := h.a.ATRTable(h.ctx, h.dm, k)
		h.ok(err)
		h.ok(table.Write(XLSX, &b))
		f, err := excelize.OpenReader(&b)
		h.ok(err)
		rows, err := f.GetRows(f.GetSheetName(0))
		h.ok(err)
		if len(rows) != 4 || rows[0][2] != "निदेश" || !strings.HasPrefix(rows[3][2], "कुल 2") {
			t.Errorf("%q", rows)
		}
		if formula, _ := f.GetCellFormula(f.GetSheetName(0), "G2"); formula != "" {
			t.Errorf("a cell is a formula: %s", formula)
		}
		own, err := h.a.ATR(h.ctx, h.bdo, k)
		h.ok(err)
		for _, r := range own.Rows {
			if r.Key == v.Rows[1].Key {
				t.Error("a block officer sees what another department owes")
			}
		}
	})
}

func TestListGoesOutWholeAndWithoutFormulas(t *testing.T) {
	h := newHall(t, storetest.SQLite(t))
	k := h.written()
	words := "=cmd|' /C calc'!A0"
	h.ok(h.a.EditDraft(h.ctx, h.steno, k, h.reading(k).Drafts[0].ID, DraftForm{Subject: &words}))
	h.acceptAll(k)
	_, err := h.a.IssueDirectives(h.ctx, h.steno, k)
	h.ok(err)
	var b bytes.Buffer
	h.ok(h.a.ExportMatters(h.ctx, h.dm, Filter{Ask: "directive"}, CSV, &b))
	if got := b.String(); !strings.Contains(got, "'=cmd") || strings.Count(got, "\n") != 3 {
		t.Errorf("%s", got)
	}
	h.wants(h.a.ExportMatters(h.ctx, h.dm, Filter{Status: "odd"}, XLSX, &b), "app.status_unknown")
}

func TestOneRefusedDraftKeepsTheIssueBackAndIsNamed(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		k := h.written()
		h.acceptAll(k)
		d := h.reading(k).Drafts[1]
		// The post is abolished between accepting and issuing: the draft holds nobody.
		h.ok(h.a.db.Update(func(tx *store.Tx) error {
			rows, err := tx.Drafts(h.ctx, k)
			if err != nil {
				return err
			}
			list, err := draftsOf(rows)
			if err != nil {
				return err
			}
			list[1].Owners = []sitting.Owner{{Text: "कोई नहीं"}}
			row, err := draftRow(k, &list[1])
			if err != nil {
				return err
			}
			return tx.DraftPut(row)
		}))
		_, err := h.a.IssueDirectives(h.ctx, h.steno, k)
		h.wants(err, "sitting.owner_not_found")
		if !strings.Contains(err.Error(), "drafts[2].owners") || h.matters() != 0 {
			t.Errorf("%v; %d matters", err, h.matters())
		}
		h.ok(h.a.DropDraft(h.ctx, h.steno, k, d.ID))
		r, err := h.a.IssueDirectives(h.ctx, h.steno, k)
		h.ok(err)
		if r.Directives != 1 || h.matters() != 21 {
			t.Errorf("%+v; %d matters", r, h.matters())
		}
	})
}

func TestIssueOfMoreThanFiveHundredPostsGoesInParts(t *testing.T) {
	h := newHall(t, storetest.SQLite(t))
	k := h.sitting("24.2.2026")
	h.ok(h.a.SaveProceedings(h.ctx, h.steno, k, ProceedingsForm{Text: twoOrders}))
	drafts := h.reading(k).Drafts
	for range 29 { // each time the first draft's twenty officers again
		h.ok(h.a.SplitDraft(h.ctx, h.steno, k, drafts[0].ID, []string{"सूची भेजें", "सूची की प्रति रखें"}))
	}
	h.acceptAll(k)
	if plan := h.reading(k).Issue; plan.Matters != 601 || !plan.Ready {
		t.Fatalf("%+v", plan)
	}
	r, err := h.a.IssueDirectives(h.ctx, h.steno, k)
	h.ok(err)
	if r.Directives != 31 || len(r.Matters) != 31 || h.matters() != 31+601 {
		t.Errorf("%d directives, %d of %d matters", r.Directives, len(r.Matters), h.matters())
	}
	again, err := h.a.IssueDirectives(h.ctx, h.steno, k)
	h.ok(err)
	if !again.Again || h.matters() != 31+601 {
		t.Errorf("%+v", again)
	}
}

func TestRecurringDirectiveIsOneOpenMatterWithARhythm(t *testing.T) {
	h := newHall(t, storetest.SQLite(t))
	k := h.written()
	d := h.reading(k).Drafts
	h.set(k, d[0].ID, "प्रत्येक सोमवार", "bdo_amnour")
	h.ok(h.a.DropDraft(h.ctx, h.steno, k, d[1].ID))
	if v := h.reading(k).Drafts[0]; !strings.Contains(v.Limit.Words.Hi, "सोमवार") {
		t.Errorf("%+v", v.Limit)
	}
	_, err := h.a.IssueDirectives(h.ctx, h.steno, k)
	h.ok(err)
	work, err := h.a.MyWork(h.ctx, h.bdo, "", 10)
	h.ok(err)
	if len(work.Rows) != 1 || work.Rows[0].State != "standing" || work.Rows[0].Due.Date().String() != "2026-03-05" {
		t.Errorf("%+v", work.Rows)
	}
}

func TestMeetingsListCountsTheirDirectives(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		k := h.written()
		h.acceptAll(k)
		_, err := h.a.IssueDirectives(h.ctx, h.steno, k)
		h.ok(err)
		h.later(5 * 24 * time.Hour)
		h.sitting("6.3.2026")
		_, err = h.a.PlanSitting(h.ctx, h.steno, SittingForm{Series: h.series, Day: "6.3.2026"})
		h.wants(err, "sitting.called_already")
		v, err := h.a.Meetings(h.ctx, h.dm)
		h.ok(err)
		if len(v.Coming) != 1 || len(v.Series) != 1 {
			t.Fatalf("%+v", v)
		}
		s := v.Series[0]
		if s.Directives != 2 || s.Open != 2 || s.Late != 1 || s.Rhythm.Hi == "" || !s.MayKeep || s.Next.String() != "2026-03-06" {
			t.Errorf("%+v", s)
		}
		one, err := h.a.Series(h.ctx, h.dm, h.series)
		h.ok(err)
		if len(one.Sittings) != 2 || one.Sittings[1].Directives != 2 || one.Sittings[0].State != sitting.Planned {
			t.Errorf("%+v", one.Sittings)
		}
	})
}

func TestPlannedSittingIsMovedWithAReasonOrNotHeld(t *testing.T) {
	h := newHall(t, storetest.SQLite(t))
	k := h.sitting("")
	v, err := h.a.Sitting(h.ctx, h.steno, k)
	h.ok(err)
	if v.Starts.Date().String() != "2026-03-05" || v.Chair.Key != "dm_saran" { // Holi moves Tuesday's
		t.Errorf("%v", v.Starts.Date())
	}
	h.wants(h.a.MoveSitting(h.ctx, h.steno, k, SittingForm{Day: "9.3.2026", Time: "15:30"}), "sitting.words_required")
	h.ok(h.a.MoveSitting(h.ctx, h.steno, k, SittingForm{Day: "9.3.2026", Time: "15:30", Words: "मुख्यमंत्री का कार्यक्रम"}))
	v, err = h.a.Sitting(h.ctx, h.steno, k)
	h.ok(err)
	if v.Starts != v.Starts.Date().At(15, 30) || v.Ends-v.Starts != 90*60*1_000_000 {
		t.Errorf("%v to %v", v.Starts, v.Ends)
	}
	h.wants(h.a.CallOff(h.ctx, h.steno, k, "", "कारण"), "sitting.reason_required")
	h.ok(h.a.CallOff(h.ctx, h.steno, k, "higher_meeting", "मुख्य सचिव की वीसी"))
	v, err = h.a.Sitting(h.ctx, h.steno, k)
	h.ok(err)
	if v.State != sitting.Cancelled || v.Reason.En == "" {
		t.Errorf("%+v", v.MeetingRow)
	}
}

func TestSeriesWithWrongFieldsNamesThem(t *testing.T) {
	h := newHall(t, storetest.SQLite(t))
	_, err := h.a.OpenSeries(h.ctx, h.dm, SeriesForm{Name: i18n.Text{En: "Odd"}, Chair: "nobody", Rhythm: "whenever", Time: "25:00"})
	for _, key := range []string{"app.post_unknown", "sitting.rhythm_wrong", "sitting.hour_wrong"} {
		h.wants(err, key)
	}
	_, err = h.a.OpenSeries(h.ctx, h.dm, SeriesForm{Name: i18n.Text{En: "Weekly coordination"}})
	h.wants(err, "sitting.slug_taken")
	_, err = h.a.ChangeSeries(h.ctx, h.bdo, h.series, SeriesForm{Name: i18n.Text{Hi: "मेरी"}, Chair: "dm_saran"})
	h.wants(err, "sitting.not_keeper")
	_, err = h.a.ChangeSeries(h.ctx, h.steno, h.series, SeriesForm{Name: i18n.Text{Hi: "साप्ताहिक समीक्षा", En: "Weekly review"}, Chair: "dm_saran", Convenor: "conf_saran", Rhythm: "monday"})
	h.ok(err)
	v, err := h.a.Series(h.ctx, h.dm, h.series)
	h.ok(err)
	if v.Name.En != "Weekly review" || v.Every != "monday" || v.Slug != "weekly_coordination" {
		t.Errorf("%+v", v)
	}
}

func TestWhileASittingIsOpenItActs(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		list, err := h.a.DeclaredSeries(h.ctx, h.dm)
		h.ok(err)
		var declared string
		for _, d := range list {
			if strings.HasSuffix(d.Key, ".coordination") {
				declared = d.Key
			}
		}
		series, err := h.a.OpenDeclared(h.ctx, h.dm, declared, "11:00")
		h.ok(err)
		v, err := h.a.Series(h.ctx, h.dm, series)
		h.ok(err)
		if v.Chair.Key != "dm_saran" || v.Convenor.Key != "ddc_saran" || v.Every != "monday" || len(v.Members) < 20 {
			t.Errorf("%+v", v)
		}
		ddc, bdo := h.officer("ddc_saran"), h.officer("dto_saran")
		h.askWeek("dto_saran")
		h.ok(h.a.NameTasks(h.ctx, bdo, []string{"पुराने वाहनों की सूची"}))
		week, err := h.a.Weekly(h.ctx, bdo, 0)
		h.ok(err)
		miss := matter.Command{Matter: week.Mine[0].Key, Act: "miss", Typed: remark("सूची नहीं बनी")}
		if _, err := h.a.Act(h.ctx, ddc, miss); err == nil {
			t.Fatal("the convenor acts for a sitting that is not open")
		}
		k, err := h.a.PlanSitting(h.ctx, ddc, SittingForm{Series: series, Day: "24.2.2026"})
		h.ok(err)
		h.ok(h.a.BeginSitting(h.ctx, ddc, k, 0))
		page, err := h.a.Matter(h.ctx, ddc, miss.Matter)
		h.ok(err)
		if !slices.ContainsFunc(page.Acts, func(v ActView) bool { return v.Key == "miss" }) {
			t.Errorf("the page of the open sitting's convenor offers %+v", page.Acts)
		}
		_, err = h.a.Act(h.ctx, ddc, miss)
		h.ok(err)
	})
}
