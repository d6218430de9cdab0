package apptest

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/packs"
)

const day = 24 * time.Hour

var blocks = strings.Fields("chhapra manjhi dighwara revelganj parsa baniapur amnour taraiya sonepur garkha ekma dariapur jalalpur marhaura mashrakh maker nagra panapur isuapur lahladpur")

func bdos() []string {
	var all []string
	for _, b := range blocks {
		all = append(all, "bdo_"+b)
	}
	return all
}

var sdos = []string{"sdo_sadar", "sdo_marhaura", "sdo_sonepur"}

var directions = []string{"आज संध्या", "1000", "50 आवेदन", "प्रतिदिन सूची", "2 मार्च", "अनुश्रवण", "नियमित समीक्षा", "तथ्य", "सेक्टर", "त्वरित", "कमियाँ", "आवासन"}

// written is the first meeting with its proceedings read, and corrected where the reader could not know.
func written(e *Env) *Meeting {
	t := e.T
	t.Helper()
	m := e.Meet("24.2.2026", slices.Concat([]string{"ddc_saran"}, sdos, bdos())...)
	v := m.Paste(Text(t, "s0_saran_coordination.txt"))
	m.Edit(m.Find(v, "1000").ID, "", "ddc_saran")
	m.Edit(m.Find(v, "50 आवेदन").ID, "", "all:bdo", "all:eo_nagar")
	m.Edit(m.Find(v, "2 मार्च").ID, "", "all:supply_inspector")
	m.Edit(m.Find(v, "नियमित समीक्षा").ID, "साप्ताहिक")
	m.Edit(m.Find(v, "तथ्य विवरणी").ID, "", "legal_saran", "sp_saran")
	m.Edit(m.Find(v, "सेक्टर").ID, "साप्ताहिक")
	return m
}

// coordination issues the directions that hold one of some words, and gives the matter of each;
// the rest, among it who took part, is left out.
func coordination(e *Env, words ...string) (*Meeting, map[string]record.Key) {
	t := e.T
	t.Helper()
	m := written(e)
	for _, d := range m.Reading().Drafts {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.Contains(d.Subject, w) }) {
			e.Must(e.App.DropDraft(context.Background(), m.Keeper, m.Key, d.ID))
		}
	}
	m.AcceptRest()
	m.Issue()
	of := map[string]record.Key{}
	s, err := e.App.Sitting(context.Background(), m.Keeper, m.Key)
	e.Must(err)
	for _, d := range s.Proceeding.Issued {
		for _, word := range words {
			if strings.Contains(d.Subject, word) {
				of[word] = d.Matters[0]
			}
		}
	}
	if len(of) != len(words) {
		t.Fatalf("%d of %d directions were issued", len(of), len(words))
	}
	return m, of
}

func TestSaranCoordinationIsRead(t *testing.T) {
	r := Read(t, "bihar", Text(t, "s0_saran_coordination.txt"))
	if r.Meeting.Date.String() != "2026-02-24" {
		t.Errorf("the meeting was on %v", r.Meeting.Date)
	}
	for _, f := range []struct {
		value, of float64
		about     bool
	}{{236, 0, false}, {143, 0, false}, {100000, 254000, true}} {
		if got := Reported(&r, f.value); len(got) != 1 || got[0].Of != f.of || got[0].About != f.about {
			t.Errorf("%v: %+v", f, got)
		}
	}
	targets := map[float64]string{}
	for _, d := range r.Directives {
		if d.Target != nil {
			targets[d.Target.Value] = d.Target.Per
		}
	}
	if targets[1000] != "week" || targets[50] != "week" {
		t.Errorf("targets %v", targets)
	}
}

func TestSaranDraftsKnowTheirPosts(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		m := e.Meet("24.2.2026")
		v := m.Paste(Text(t, "s0_saran_coordination.txt") + "\n7. सभी अंचल अधिकारी 5 मार्च तक भूमि विवादों की सूची भेजें।")
		for piece, want := range map[string]struct {
			posts int // below 0: a person says
			due   string
			kind  sitting.LimitKind
		}{"आज संध्या": {20, "2026-02-24", sitting.Counted}, "प्रतिदिन सूची": {37, "2026-02-25", sitting.Recurring}, "50 आवेदन": {-1, "2026-02-28", sitting.Recurring},
			"अनुश्रवण": {20, "2026-02-25", sitting.Recurring}, "नियमित समीक्षा": {3, "", sitting.Recurring}, "2 मार्च": {-1, "2026-03-02", sitting.OnDate},
			"त्वरित": {20, "2026-03-03", sitting.Urgent}, "आवासन": {260, "2026-03-03", sitting.NoLimit}, "भूमि विवादों": {20, "2026-03-05", sitting.OnDate}} {
			if d := m.Find(v, piece); d.Posts != want.posts && want.posts >= 0 || d.Limit.Due.String() != want.due || d.Limit.Kind != want.kind {
				t.Errorf("%s: %d posts, %v by %v; want %+v", piece, d.Posts, d.Limit.Kind, d.Limit.Due, want)
			}
		}
		if d := m.Find(v, "50 आवेदन"); d.Target == nil || d.Target.Value != "50" || d.Target.Per != "week" {
			t.Errorf("target %+v", d.Target)
		}
		if d := m.Find(v, "तथ्य विवरणी"); d.Posts != 0 || len(d.Faults) == 0 {
			t.Errorf("all concerned are %d posts", d.Posts)
		}
		if v.Issue.Ready {
			t.Error("it may be issued before anybody has looked")
		}
	})
}

func TestSaranCoordinationIsFollowedThrough(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		_, of := coordination(e, directions...)
		for word, want := range map[string]struct {
			posts int
			due   string
		}{"आज संध्या": {20, "2026-02-24"}, "1000": {1, ""}, "50 आवेदन": {29, ""}, "प्रतिदिन सूची": {37, ""}, "2 मार्च": {20, "2026-03-02"}, "अनुश्रवण": {20, ""},
			"नियमित समीक्षा": {3, ""}, "तथ्य": {2, "2026-03-05"}, "सेक्टर": {20, ""}, "त्वरित": {20, "2026-03-05"}, "कमियाँ": {20, "2026-03-05"}, "आवासन": {260, "2026-03-05"}} {
			v := e.Show("dm_saran", of[word])
			if v.Parts == nil || v.Parts.Total != want.posts || v.Parts.Done != 0 {
				t.Fatalf("%s asks %+v, want %d posts", word, v.Parts, want.posts)
			}
			for _, p := range v.Parts.Parts {
				if want.due != "" && p.Due.Date().String() != want.due {
					t.Errorf("%s is due of %s on %v, want %s", word, p.Asked.Key, p.Due.Date(), want.due)
				}
				if recurring := want.due == ""; recurring != (p.State.En == "Recurring") {
					t.Errorf("%s of %s stands %q", word, p.Asked.Key, p.State.En)
				}
			}
		}
		live := Shares(e.Show("dm_saran", of["आवासन"]))
		for _, b := range blocks {
			if live["bdo_"+b] == "" || live["co_"+b] == "" {
				t.Errorf("an officer of %s is not asked to live there", b)
			}
		}
		if got := Shares(e.Show("dm_saran", of["नियमित समीक्षा"])); got["sdo_sadar"] == "" || got["sdo_marhaura"] == "" || got["sdo_sonepur"] == "" {
			t.Errorf("subdivisions: %v", got)
		}
	})
}

func TestSaranCoordinationAttendanceIsKept(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		m := written(e)
		rows := []app.AttendanceForm{{Post: "ddc_saran", Presence: "in_person"}, {Post: "bdo_maker", Presence: "absent"}}
		for _, p := range append(slices.Clone(sdos), bdos()...) {
			if p != "bdo_maker" {
				rows = append(rows, app.AttendanceForm{Post: p, Presence: "video"})
			}
		}
		v, err := e.App.Attend(context.Background(), m.Keeper, m.Key, rows)
		e.Must(err)
		if v.Came != 1+3+19 {
			t.Errorf("%d came of %d", v.Came, v.Asked)
		}
	})
}

func TestSaranReportsAreReturnedAndAccepted(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		_, of := coordination(e, "आज संध्या")
		list := of["आज संध्या"]
		share := Shares(e.Show("dm_saran", list))
		dm := e.Actor("dm_saran")
		e.Do(e.Actor("bdo_amnour"), share["bdo_amnour"], "report", Object{"remark": "12 पंचायतों की सूची चढ़ी", "figure": "12"})
		e.Do(e.Actor("bdo_garkha"), share["bdo_garkha"], "report", Object{"remark": "23 पंचायतों की सूची चढ़ी", "figure": "23"})
		e.Do(dm, share["bdo_amnour"], "return", Object{"remark": "छह पंचायतें शेष हैं"})
		e.Do(dm, share["bdo_garkha"], "accept", nil)
		back := e.Do(e.Actor("bdo_amnour"), share["bdo_amnour"], "report", Object{"remark": "सभी 18 की सूची चढ़ी", "figure": "18"})
		if back.Phase != matter.Reported || back.Holder.Key != "dm_saran" {
			t.Errorf("reported again it is %s with %s", back.StateName.En, back.Holder.Key)
		}
		done := e.Do(dm, share["bdo_amnour"], "accept", nil)
		var figures []string
		for _, h := range done.History {
			for _, f := range h.Figures {
				figures = append(figures, f.Value.En)
			}
		}
		if done.Phase != matter.Closed || !slices.Equal(figures, []string{"18", "12"}) {
			t.Errorf("it is %s with figures %v, newest first", done.StateName.En, figures)
		}
		if v := e.Show("dm_saran", list); v.Parts.Done != 2 || v.Parts.Total != 20 || v.Phase.Open() == false {
			t.Errorf("the direction is %s with %d of %d", v.StateName.En, v.Parts.Done, v.Parts.Total)
		}
	})
}

func TestSaranSilenceAndLatenessClimb(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		_, of := coordination(e, "आज संध्या", "कमियाँ", "अनुश्रवण")
		list, gaps, daily := Shares(e.Show("dm_saran", of["आज संध्या"])), Shares(e.Show("dm_saran", of["कमियाँ"])), Shares(e.Show("dm_saran", of["अनुश्रवण"]))
		e.Do(e.Actor("bdo_garkha"), list["bdo_garkha"], "report", Object{"remark": "सब चढ़ी", "figure": "23"})
		e.Do(e.Actor("dm_saran"), list["bdo_garkha"], "accept", nil)
		e.Do(e.Actor("bdo_garkha"), daily["bdo_garkha"], "report_turn", Object{"remark": "41 शिविर देखे", "figure": "41"})
		e.Forward(day)
		if v := e.Show("bdo_amnour", key(t, list["bdo_amnour"])); v.Status != app.Late || v.DaysLate != 1 {
			t.Errorf("a day later the list of Amnour is %v by %d", v.Status, v.DaysLate)
		}
		for range 9 {
			e.Forward(day)
		}
		late := e.Show("dm_saran", key(t, list["bdo_amnour"]))
		if late.DaysLate != 10 || late.Holder.Key != "bdo_amnour" {
			t.Errorf("it is with %s, %d days late", late.Holder.Key, late.DaysLate)
		}
		if told := copied(late); !slices.Equal(told, []string{"Sub-Divisional Officer, Marhaura", "District Magistrate, Saran"}) {
			t.Errorf("told in turn: %v", told)
		}
		if v := e.Show("dm_saran", key(t, gaps["bdo_amnour"])); !v.Silent {
			t.Error("ten days without a word are not silence")
		}
		e.Do(e.Actor("bdo_amnour"), gaps["bdo_amnour"], "progress", Object{"remark": "चार केन्द्रों पर रैंप बने", "figure": "4"})
		if v := e.Show("dm_saran", key(t, gaps["bdo_amnour"])); v.Silent {
			t.Error("a word of progress did not end the silence")
		}
		if v := e.Show("dm_saran", key(t, daily["bdo_ekma"])); v.Status != app.Late || len(copied(v)) == 0 {
			t.Errorf("a daily count never sent stands %v, told to %v", v.Status, copied(v))
		}
		e.audited(packs.FS)
	})
}

// copied lists whom the ladder told of a matter, in their order.
func copied(v app.View) []string {
	var posts []string
	for _, h := range slices.Backward(v.History) {
		if h.Kind == "copied" {
			_, to, _ := strings.Cut(h.What.En, ": ")
			posts = append(posts, to)
		}
	}
	return posts
}

func key(t *testing.T, s string) record.Key {
	t.Helper()
	k, err := record.ParseKey(s)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestSaranNextAgendaAndActionTaken(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		m, of := coordination(e, "आज संध्या", "कमियाँ", "नियमित समीक्षा")
		share := Shares(e.Show("dm_saran", of["आज संध्या"]))
		for _, b := range blocks[:17] {
			e.Do(e.Actor("bdo_"+b), share["bdo_"+b], "report", Object{"remark": "सूची चढ़ी"})
			e.Do(e.Actor("dm_saran"), share["bdo_"+b], "accept", nil)
		}
		for range 7 {
			e.Forward(day)
		}
		next := m.Next("3.3.2026")
		v, err := e.App.Sitting(context.Background(), next.Keeper, next.Key)
		e.Must(err)
		on := map[record.Key]app.AgendaLine{}
		for _, l := range v.Agenda {
			if len(l.Why) == 0 {
				t.Errorf("%q is on the agenda without a reason", l.Title)
			}
			on[l.Key] = l
		}
		if l := on[of["आज संध्या"]]; len(l.Holders) != 3 || l.DaysLate != 7 || !strings.Contains(l.Why[0].Hi, "विलंबित") {
			t.Errorf("the lists: %d hold it, %d days late, %v", len(l.Holders), l.DaysLate, l.Why)
		}
		if l := on[of["कमियाँ"]]; len(l.Holders) != 20 {
			t.Errorf("the gaps: %+v", l)
		}
		atr, err := e.App.ATR(context.Background(), m.Keeper, m.Key)
		e.Must(err)
		if len(atr.Rows) != 3 || atr.Totals.All != 3 || atr.Totals.Done+atr.Totals.Open != 3 {
			t.Errorf("%d rows, %+v", len(atr.Rows), atr.Totals)
		}
		for i, row := range atr.Rows {
			if row.N != i+1 {
				t.Errorf("row %d is numbered %d", i+1, row.N)
			}
			if row.Key == of["आज संध्या"] && (row.Roll == nil || row.Roll.Done != 17 || row.Roll.Total != 20 || row.Status != app.Late || !strings.Contains(row.RollText.En, "17")) {
				t.Errorf("the lists: %+v %q", row, row.RollText.En)
			}
		}
	})
}
