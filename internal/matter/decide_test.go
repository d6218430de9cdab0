package matter

import (
	"testing"

	"github.com/anupalan/anupalan/internal/rule"
)

func TestATaskGoesRound(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	if m.Holder != bdoAmnour || m.State != "owed" || m.Asker != dm || m.Block != amnour || m.Department != admin {
		t.Fatalf("opened wrong: %+v", m)
	}
	if got := m.Due.Date(); got != day("2026-01-12") {
		t.Fatalf("due %s, want 2026-01-12", got)
	}
	if !CheckNumber(m.Number) || m.Number[:15] != "T-218-2026-0000" {
		t.Fatalf("number %q", m.Number)
	}
	m = b.on("2026-01-08").as(bdoAmnour).do(m, Command{Act: "show", Typed: map[string]rule.Value{"remark": words("Road is open")}})
	if m.State != "shown" || m.Holder != sdo || m.Due.Date() != day("2026-01-10") {
		t.Fatalf("shown wrong: %s %d %s", m.State, m.Holder, m.Due.Date())
	}
	m = b.as(sdo).do(m, Command{Act: "accept"})
	if m.Phase != Closed || m.Holder != 0 || m.Due != 0 || m.Closed == 0 {
		t.Fatalf("closed wrong: %+v", m)
	}
}

func TestWhatSaidNoIsAskedInOrder(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	b.as(bdoEkma).refused(m, StepVisible, Command{Act: "show"})
	b.as(sdo).refused(m, StepHolder, Command{Act: "show"})
	b.as(bdoAmnour).refused(m, StepState, Command{Act: "accept"})
	b.as(bdoAmnour).refused(m, "remark", Command{Act: "show"})
	b.as(bdoAmnour).refused(m, "detail", Command{Act: "show", Typed: map[string]rule.Value{"remark": words("done"), "detail": words("x")}})
}

func TestAnEmptyBoxWasNotFilledIn(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	typed := map[string]rule.Value{"remark": words("  "), "detail": words(""), "photo": {Kind: rule.File}}
	f := b.as(bdoAmnour).refused(m, "remark", Command{Act: "show", Typed: typed})
	if len(f.Fields) != 1 || f.Fields[0].Key != "matter.asked" || len(typed) != 3 {
		t.Fatalf("%v, typed %v", f, typed)
	}
}
