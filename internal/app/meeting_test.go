package app

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
	"github.com/anupalan/anupalan/packs"
)

// hall is the sample district with a weekly meeting of its magistrate, on a clock that
// stands until it is moved.
type hall struct {
	testing.TB
	a      *App
	o      *org.Org
	ctx    context.Context
	mu     sync.Mutex
	wall   time.Time
	dm     Actor
	steno  Actor
	bdo    Actor
	series record.Key
}

// Tuesday, 24 February 2026, 12:30 in India.
var hallOpens = time.Date(2026, time.February, 24, 7, 0, 0, 0, time.UTC)

var hallSystems = sync.OnceValues(func() (*Systems, error) { return LoadSystems(packs.FS) })

func newHall(t testing.TB, db *store.DB) *hall {
	t.Helper()
	systems, err := hallSystems()
	if err != nil {
		t.Fatal(err)
	}
	h := &hall{TB: t, ctx: context.Background(), wall: hallOpens}
	h.a, err = New(h.ctx, Config{DB: db, Systems: systems, Wall: func() time.Time { h.mu.Lock(); defer h.mu.Unlock(); return h.wall }})
	h.ok(err)
	t.Cleanup(h.a.Close)
	if _, err := h.a.ImportOrg(h.ctx, installer, sampleFiles(t)); err != nil {
		t.Fatal(err)
	}
	h.o = snapshot(t, h.a)
	h.dm, h.steno, h.bdo = h.officer("dm_saran"), h.officer("conf_saran"), h.officer("bdo_amnour")
	h.series, err = h.a.OpenSeries(h.ctx, h.dm, SeriesForm{Name: i18n.Text{Hi: "साप्ताहिक समन्वय", En: "Weekly coordination"}, Convenor: "conf_saran",
		Rhythm: "tuesday", Time: "११:००", Minutes: 90, Venue: "सभागार", Members: []string{"ddc_saran", "bdo_amnour", "bdo_ekma"}})
	h.ok(err)
	return h
}

func (h *hall) officer(post string) Actor {
	h.Helper()
	id := h.o.ByKey(record.Post, post)
	if id == 0 {
		h.Fatalf("no post %s", post)
	}
	return officer(h.o, post, h.a.today())
}

func (h *hall) ok(err error) {
	h.Helper()
	if err != nil {
		h.Fatal(i18n.Explain(i18n.English, fault.As(err)), "\n", err)
	}
}

func (h *hall) later(d time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.wall = h.wall.Add(d)
}

// sitting calls a meeting on a day and gives its key.
func (h *hall) sitting(day string) record.Key {
	h.Helper()
	k, err := h.a.PlanSitting(h.ctx, h.steno, SittingForm{Series: h.series, Day: day})
	h.ok(err)
	return k
}

func (h *hall) reading(k record.Key) ReadingView {
	h.Helper()
	v, err := h.a.Reading(h.ctx, h.steno, k)
	h.ok(err)
	return v
}

func (h *hall) matters() int {
	h.Helper()
	all, err := h.a.db.Reader().Totals(h.ctx, sampleDistrict)
	h.ok(err)
	return int(all.Matters)
}

func (h *hall) wants(err error, key string) {
	h.Helper()
	if err == nil {
		h.Fatalf("taken; want %s", key)
	}
	f := fault.As(err)
	if f.Key == key || slices.ContainsFunc(f.Fields, func(w fault.Field) bool { return w.Key == key }) {
		return
	}
	h.Fatalf("%v; want %s", err, key)
}

// set gives a draft an owner and a date and accepts it.
func (h *hall) set(k record.Key, draft record.ID, limit string, owners ...string) {
	h.Helper()
	h.ok(h.a.EditDraft(h.ctx, h.steno, k, draft, DraftForm{Owners: owners, Limit: &limit, Accept: true}))
}

const twoOrders = "जिलाधिकारी ने सभी प्रखंड विकास पदाधिकारियों को शुक्रवार तक आवास योजना की सूची भेजने का निर्देश दिया।\n" +
	"जिला आपूर्ति पदाधिकारी को 10 मार्च तक सभी पेट्रोल पंपों का निरीक्षण करने का निर्देश दिया गया।"

// written is a sitting of today with two orders written down.
func (h *hall) written() record.Key {
	h.Helper()
	k := h.sitting("24.2.2026")
	h.ok(h.a.SaveProceedings(h.ctx, h.steno, k, ProceedingsForm{Text: twoOrders}))
	return k
}

func (h *hall) acceptAll(k record.Key) {
	h.Helper()
	for _, d := range h.reading(k).Drafts {
		h.ok(h.a.AcceptDraft(h.ctx, h.steno, k, d.ID))
	}
}

func TestReadingShowsPostsDatesAndWordsBesideTheText(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		v := h.reading(h.written())
		if len(v.Drafts) != 2 || v.Counts.Proposed != 2 || v.NextOpen != v.Drafts[0].ID {
			t.Fatalf("%+v", v.Drafts)
		}
		first, second := v.Drafts[0], v.Drafts[1]
		if first.Posts != 20 || first.Whom.Hi != "प्रखंड विकास पदाधिकारी (20)" || first.Limit.Due.String() != "2026-02-27" {
			t.Errorf("%+v", first)
		}
		if second.Posts != 1 || second.Limit.Due.String() != "2026-03-10" || second.Owners[0].Name.En == "" {
			t.Errorf("%+v", second)
		}
		marked := ""
		for _, p := range v.Paragraphs {
			for _, piece := range p.Pieces {
				for _, r := range piece.Runs {
					marked += string(r.Mark) + r.Text
				}
			}
		}
		if !strings.Contains(marked, "when"+"शुक्रवार तक") && !strings.Contains(marked, "whenशुक्रवार") || len(v.Paragraphs) != 2 {
			t.Errorf("%q", marked)
		}
	})
}

func TestNothingIsRecordedUntilIssued(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		k := h.written()
		before, _ := h.a.db.Reader().Totals(h.ctx, sampleDistrict)
		d := h.reading(k).Drafts
		h.set(k, d[0].ID, "शुक्रवार", "all:bdo")
		h.ok(h.a.DropDraft(h.ctx, h.steno, k, d[1].ID))
		h.ok(h.a.TakeBack(h.ctx, h.steno, k))
		after, _ := h.a.db.Reader().Totals(h.ctx, sampleDistrict)
		if before != after || h.matters() != 0 {
			t.Errorf("work at the desk left %+v; was %+v", after, before)
		}
		_, err := h.a.IssueDirectives(h.ctx, h.steno, k)
		h.wants(err, "sitting.draft_undecided")
		if h.matters() != 0 {
			t.Error("a refused issue made matters")
		}
	})
}

func TestIssueTwiceMakesNothingTwice(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		k := h.written()
		h.acceptAll(k)
		var wg sync.WaitGroup
		results := make([]IssueResult, 4)
		for i := range results {
			wg.Go(func() {
				var err error
				if results[i], err = h.a.IssueDirectives(h.ctx, h.steno, k); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		fresh := 0
		for _, r := range results {
			if !r.Again {
				fresh++
			}
			if r.Directives != 2 || len(r.Matters) != 2 {
				t.Errorf("%+v", r)
			}
		}
		if fresh != 1 || h.matters() != 2+20+1 {
			t.Errorf("%d issued, %d matters", fresh, h.matters())
		}
		v, err := h.a.Sitting(h.ctx, h.steno, k)
		h.ok(err)
		if v.Issued == 0 || v.Proceeding == nil || !v.Proceeding.Frozen || len(v.Proceeding.Issued) != 2 || v.Drafts != (DraftCounts{}) {
			t.Errorf("%+v", v)
		}
		h.wants(h.a.SaveProceedings(h.ctx, h.steno, k, ProceedingsForm{Text: "और"}), "sitting.frozen")
		verified(t, db)
	})
}

func TestIssuedMattersRememberTheirSittingAndTellTheirOwners(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		k := h.written()
		h.acceptAll(k)
		r, err := h.a.IssueDirectives(h.ctx, h.steno, k)
		h.ok(err)
		m, err := h.a.Matter(h.ctx, h.dm, r.Matters[0])
		h.ok(err)
		if m.Sitting != k.ID || m.Asker.Key != "dm_saran" || m.Parts == nil || m.Parts.Total != 20 {
			t.Errorf("%+v", m)
		}
		work, err := h.a.MyWork(h.ctx, h.bdo, "", 10)
		h.ok(err)
		if len(work.Rows) != 1 || work.Rows[0].Due.Date().String() != "2026-02-27" || work.Rows[0].Holder.Key != "bdo_amnour" {
			t.Fatalf("%+v", work.Rows)
		}
		var told []store.Message
		h.ok(h.a.db.Update(func(tx *store.Tx) (err error) {
			told, err = tx.OutboxClaim(h.a.now()+1, h.a.now()+2, 100)
			return err
		}))
		posts := map[record.ID]bool{}
		for _, msg := range told {
			posts[msg.Post] = true
		}
		if !posts[h.bdo.Post] {
			t.Errorf("told %d posts, not the one in Amnour", len(posts))
		}
	})
}

func TestDeadlineBeforeTheMeetingIsRefused(t *testing.T) {
	db := storetest.SQLite(t)
	h := newHall(t, db)
	k := h.written()
	d := h.reading(k).Drafts[0]
	limit := "20.2.2026"
	err := h.a.EditDraft(h.ctx, h.steno, k, d.ID, DraftForm{Limit: &limit})
	h.wants(err, "sitting.date_before")
	if f := fault.As(err); f.Fields[0].Path != "limit" || !strings.Contains(i18n.Explain(i18n.Hindi, f), "24 फरवरी 2026") {
		t.Errorf("%v", i18n.Explain(i18n.Hindi, f))
	}
	words := "31 फरवरी"
	h.wants(h.a.EditDraft(h.ctx, h.steno, k, d.ID, DraftForm{Limit: &words}), fault.As(func() error { _, err := calendar.ParseHuman(words, 0); return err }()).Key)
	if got := h.reading(k).Drafts[0]; got.Version != d.Version {
		t.Error("a refused edit changed the draft")
	}
}

func TestUnknownPostIsSaidAndOffered(t *testing.T) {
	db := storetest.SQLite(t)
	h := newHall(t, db)
	k := h.sitting("24.2.2026")
	h.ok(h.a.SaveProceedings(h.ctx, h.steno, k, ProceedingsForm{Text: "संबंधित पदाधिकारियों को 10 मार्च तक तालाबों की सूची भेजने का निर्देश दिया गया।"}))
	v := h.reading(k)
	if len(v.Drafts) != 1 || v.Drafts[0].Posts != 0 || len(v.Drafts[0].Faults) == 0 {
		t.Fatalf("%+v", v.Drafts)
	}
	h.wants(h.a.AcceptDraft(h.ctx, h.steno, k, v.Drafts[0].ID), "sitting.owner_not_found")
	h.wants(h.a.EditDraft(h.ctx, h.steno, k, v.Drafts[0].ID, DraftForm{Owners: []string{"खगोल विज्ञानी"}}), "sitting.owner_not_found")
	h.set(k, v.Drafts[0].ID, "", "bdo_ekma")
	got := h.reading(k).Drafts[0]
	if got.Status != sitting.Accepted || got.Owners[0].Key != "bdo_ekma" || !got.Limit.Usual || !strings.Contains(got.Limit.Words.Hi, "सामान्य सीमा") {
		t.Errorf("%+v", got)
	}
}

func TestRereadingAnEditedTextKeepsTheCorrections(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := newHall(t, db)
		k := h.written()
		d := h.reading(k).Drafts[0]
		words := "आवास की प्रखंडवार सूची ईमेल से भेजें"
		h.ok(h.a.EditDraft(h.ctx, h.steno, k, d.ID, DraftForm{Subject: &words, Owners: []string{"bdo_amnour"}}))
		h.ok(h.a.SaveProceedings(h.ctx, h.steno, k, ProceedingsForm{Typed: true, Text: "बैठक 11 बजे आरंभ हुई।\n" + twoOrders}))
		v := h.reading(k)
		i := slices.IndexFunc(v.Drafts, func(x DraftView) bool { return x.ID == d.ID })
		if i < 0 || v.Drafts[i].Subject != words || v.Drafts[i].Posts != 1 || v.Revision != 2 || len(v.Drafts) != 2 {
			t.Fatalf("%+v", v.Drafts)
		}
		if q := v.Drafts[i].Quote[0]; !strings.Contains(v.Text[q.Start:q.End], "आवास योजना") {
			t.Errorf("its words are now %q", v.Text[q.Start:q.End])
		}
	})
}

func TestProceedingsThatCannotBeReadSayWhy(t *testing.T) {
	db := storetest.SQLite(t)
	h := newHall(t, db)
	k := h.sitting("24.2.2026")
	for _, c := range []struct {
		f   ProceedingsForm
		key string
	}{
		{ProceedingsForm{Text: "  \n"}, "sitting.text_empty"},
		{ProceedingsForm{Name: "a.pdf", Data: []byte("%PDF-1.7")}, "ingest.doc_broken"},
		{ProceedingsForm{Name: "a.doc", Data: []byte("\xd0\xcf\x11\xe0\xa1")}, "ingest.doc_old"},
		{ProceedingsForm{Name: "a.txt", Data: []byte{0, 1, 2, 3}}, "ingest.doc_unknown"},
		{ProceedingsForm{Name: "a.txt", Data: make([]byte, maxProceedings+1)}, "ingest.doc_large"},
		{ProceedingsForm{Text: strings.Repeat("क ", sitting.MaxText/4+9)}, "ingest.doc_large"},
	} {
		h.wants(h.a.SaveProceedings(h.ctx, h.steno, k, c.f), c.key)
	}
	h.ok(h.a.SaveProceedings(h.ctx, h.steno, k, ProceedingsForm{Name: "a.txt", Data: []byte("आज मौसम अच्छा है।")}))
	v := h.reading(k)
	if len(v.Drafts) != 0 || len(v.Notes) == 0 || v.File == "" {
		t.Errorf("%+v", v)
	}
	at := strings.Index(v.Text, "मौसम")
	id, err := h.a.AddDraft(h.ctx, h.steno, k, at, at+len("मौसम"))
	h.ok(err)
	if got := h.reading(k).Drafts; len(got) != 1 || got[0].ID != id || got[0].Said != "मौसम" {
		t.Errorf("%+v", got)
	}
	_, err = h.a.AddDraft(h.ctx, h.steno, k, at+1, at+7)
	h.wants(err, "sitting.span_wrong")
}

func remark(words string) map[string]rule.Value {
	return map[string]rule.Value{"remark": {Kind: rule.Text, S: words}}
}

func dayOf(t testing.TB, s string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestATextInAnOldFontIsTurnedAndSaysSo(t *testing.T) {
	db := storetest.SQLite(t)
	h := newHall(t, db)
	k := h.sitting("24.2.2026")
	typed := "fnukad 24-02-2026 dh cSBd esa ftyk inkf/kdkjh us funsZ'k fn;k fd lHkh iz[k.M fodkl inkf/kdkjh 20 ekpZ 2026 rd vkokl ;kstuk dh lwph HkstsaA"
	h.ok(h.a.SaveProceedings(h.ctx, h.steno, k, ProceedingsForm{Text: typed}))
	v := h.reading(k)
	if len(v.Drafts) != 1 || !strings.Contains(v.Text, "सभी प्रखण्ड विकास पदाधिकारी") || len(v.Cautions) != 1 || !strings.Contains(v.Cautions[0].En, "Kruti Dev") {
		t.Fatalf("%d drafts of %q, %v", len(v.Drafts), v.Text, v.Cautions)
	}
	_, kept, err := h.a.SittingPaper(h.ctx, h.steno, k)
	if err != nil || string(kept) != typed {
		t.Errorf("the paper is %q, %v", kept, err)
	}
}
