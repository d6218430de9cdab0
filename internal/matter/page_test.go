package matter

import (
	"slices"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

func actKeys(list []ActView) []string {
	var keys []string
	for _, a := range list {
		keys = append(keys, a.Key)
	}
	return keys
}

func TestAPageShowsWhatTheActorMayDo(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	for post, want := range map[record.ID][]string{
		bdoAmnour: {"show", "extend", "transfer", "pass_down", "pause", "note", "attach", "link", "correct", "merge"},
		dm:        {"extend", "pause", "remind", "withdraw", "note", "attach", "link", "correct", "merge"},
		bdoEkma:   nil,
	} {
		if got := actKeys(Available(b.as(post).w, m)); !slices.Equal(sorted(got), sorted(want)) {
			t.Errorf("%s may do %v, want %v", b.w.postKey(post), got, want)
		}
	}
	show := Available(b.as(bdoAmnour).w, m)[0]
	if show.To.En != "shown" || len(show.Asks) != 1 || show.Asks[0].Key != "remark" || len(show.May) != 2 || show.Checks {
		t.Errorf("%+v", show)
	}
}

func sorted(s []string) []string { s = slices.Clone(s); slices.Sort(s); return s }

// TestWhatAPageShowsIsNeverRefusedForWhoOrWhen: an act on the page is refused only for what
// is typed, and an act that is not on it is refused before.
func TestWhatAPageShowsIsNeverRefusedForWhoOrWhen(t *testing.T) {
	for seed := range uint64(12) {
		h := newHistory(t, seed)
		for range 120 {
			h.step()
			h.actor()
			m := h.matter()
			if m == nil {
				continue
			}
			shown := actKeys(Available(h.w, m))
			for _, act := range append(StandardActs(), actsOf(h.w, m)...) {
				_, f := Decide(h.w, Command{Matter: m.Key, Act: act})
				no := Refused(asError(f))
				early := no != nil && slices.Contains([]string{StepVisible, StepHolder, StepOwnWork, StepWhen}, no.Step)
				if on := slices.Contains(shown, act); on && early && no.Step != StepWhen {
					t.Fatalf("seed %d: %s is on the page of %s and refused by %s", seed, act, m.Type, no)
				} else if !on && f == nil {
					t.Fatalf("seed %d: %s is not on the page of %s and done", seed, act, m.Type)
				}
			}
		}
	}
}

func actsOf(w *World, m *Matter) []string {
	var keys []string
	for _, a := range w.Types.Get(m.Type, m.Revision).ActsFrom(m.State) {
		keys = append(keys, a.Key)
	}
	return keys
}

func TestADueDateIsExplainedLineByLine(t *testing.T) {
	b := newBench(t, compile(t, taskDef())).on("2026-01-19")
	m := b.task()
	list := Explain(b.w, m)
	if len(list) != 1 || !list[0].Counts || list[0].Clock != "owed" || len(list[0].Lines) < 4 {
		t.Fatalf("%+v", list)
	}
	for _, lang := range []i18n.Lang{i18n.Hindi, i18n.English} {
		for _, s := range list[0].Lines {
			if !i18n.Known(s.Key) || s.In(lang) == "" {
				t.Errorf("no words for %s", s.Key)
			}
		}
	}
	b.w.Calendar = calendar.New(calendar.Rules{Revision: 9, Holidays: []calendar.Holiday{{Date: day("2026-01-26"), Name: text2("Republic Day")}}})
	if later := Explain(b.w, m); len(later[0].Lines) >= len(list[0].Lines) || later[0].Due != list[0].Due {
		t.Fatalf("explained by a calendar it was not reckoned by: %+v", later)
	}
}

func TestAHolidayDeclaredLaterMovesOnlyWhatEndsOnIt(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m, other := b.task(), b.on("2026-01-06").task()
	holidays := []calendar.Holiday{{Date: day("2026-01-12"), Name: text2("flood")}}
	b.w.Calendar = calendar.New(calendar.Rules{Holidays: holidays, Revision: 4})
	for _, x := range []*Matter{m, other} {
		k := Shift(x)
		b.try(Command{Wake: &k})
	}
	if m = b.now(m); m.Due.Date() != day("2026-01-13") || m.Clock("owed").Calendar != 4 || m.Clock("owed").Unmoved != day("2026-01-12") {
		t.Fatalf("%+v", m.Clock("owed"))
	}
	if other = b.now(other); other.Due.Date() != day("2026-01-13") || other.Version != 1 {
		t.Fatalf("a limit of another day moved: %+v", other.Clock("owed"))
	}
}

func TestReadsNamesWhatAWorldMustHold(t *testing.T) {
	b := directiveBench(t)
	share := b.w.Types.Newest("asked.share")
	if rd := share.Reads(b.w.Types, "accept"); !rd.Parts {
		t.Errorf("a share is decided without its siblings: %+v", rd)
	}
	g := newBench(t, compile(t, grievanceDef()))
	rd := g.w.Types.Newest("grievance.complaint").Reads(g.w.Types, "report")
	if !rd.Said || !rd.Visit || !rd.Files || !slices.Equal(rd.Rows, []string{"topic"}) || rd.Parts {
		t.Errorf("%+v", rd)
	}
	plain := newBench(t, compile(t, taskDef()))
	if rd := plain.w.Types.Newest("order.task").Reads(plain.w.Types, "show"); rd.Parts || rd.Said || rd.Files || rd.Frames != nil {
		t.Errorf("a plain act reads %+v", rd)
	}
}

func TestAboveOfficeTheChainSeesTheOutline(t *testing.T) {
	d := taskDef()
	d.Class, d.Power = record.Restricted, "court_files"
	b := newBench(t, compile(t, d))
	m := b.task()
	if got := Sees(b.as(sdo).w, m); got != Outline {
		t.Fatalf("the superior sees %d", got)
	}
	if got := Sees(b.as(clerk).w, m); got != Nothing {
		t.Fatalf("the clerk sees %d", got)
	}
	r := rows()
	r.Powers = append(r.Powers, org.Power{ID: 8000, Post: sdo, Name: "court_files", From: 1})
	r.Posts[1].AllDepts = true
	b.w.Org = newOrg(t, r)
	if got := Sees(b.as(sdo).w, m); got != Whole {
		t.Fatalf("the power opens %d", got)
	}
	b.as(clerk).refused(m, StepVisible, Command{Act: "note", Words: "x"})
}

// TestListsAndPagesShowTheSame: the stored rows of Reach are enough to say what Sees says of an act.
func TestListsAndPagesShowTheSame(t *testing.T) {
	for seed := range uint64(8) {
		h := newHistory(t, seed)
		for range 100 {
			h.step()
		}
		for _, m := range h.w.Matters {
			rows := h.w.Types.Get(m.Type, m.Revision).Reach(h.w, m)
			for _, post := range []record.ID{dm, sdo, bdoAmnour, bdoEkma, clerk, desk} {
				p := NewPurview(h.w.Org, h.w.Types, []record.ID{post}, nil, h.w.Now.Date())
				if sees, listed := Sees(h.as(post).w, m), p.Has(m, rows); sees != listed {
					t.Fatalf("seed %d: %s in %s: page %v, list %v", seed, h.w.postKey(post), m.Type, sees, listed)
				}
			}
		}
	}
}

func TestASecretIsHiddenUntilItsDay(t *testing.T) {
	d := taskDef()
	d.Fields = append(d.Fields, Field{Key: "site", Name: text2("site"), Type: TText, Secret: "due"}, Field{Key: "names", Name: text2("names"), Type: TText, Secret: "ended"})
	typ := compile(t, d)
	b := newBench(t, typ)
	typed := at("amnour")
	typed["due"] = rule.Value{Kind: rule.Date, N: int64(day("2026-01-20"))}
	m := b.as(dm).open("order.task", "give", typed, Envelope{})
	if got := typ.Hidden(b.w, m); !slices.Equal(got, []string{"site", "names"}) {
		t.Fatalf("hidden %v", got)
	}
	if got := typ.Hidden(b.on("2026-01-20").w, m); !slices.Equal(got, []string{"names"}) {
		t.Fatalf("hidden %v", got)
	}
}

func TestInAJudicialMatterNobodyAboveActs(t *testing.T) {
	d := taskDef()
	d.Class = record.Judicial
	b := newBench(t, compile(t, d)).delegate(bdoAmnour, clerk, clerkPerson, 30, "show")
	m := b.as(bdoEkma).open("order.task", "give", at("ekma"), Envelope{})
	m = b.now(m)
	b.as(sdo).refused(m, StepHolder, Command{Act: "pause", Reason: "flood"})
	m = b.as(bdoAmnour).open("order.task", "give", at("amnour"), Envelope{})
	b.w.Actor = Actor{Post: clerk, Person: clerkPerson, For: bdoAmnour, Mode: record.Delegate}
	b.refused(m, StepHolder, Command{Act: "show", Typed: map[string]rule.Value{"remark": words("done")}})
}

func asError(f *fault.Fault) error {
	if f == nil {
		return nil
	}
	return f
}
