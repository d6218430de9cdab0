package matter

import (
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// grievance: a ladder, a branch by the complainant's word, guards, a rule that time makes true.
func grievanceDef() Def {
	sc := scope()
	sc.Posts = map[string]PackPost{"feedback": {Key: "feedback", Name: text2("feedback"), Desk: true}}
	topics := []Field{{Key: "l1", Type: TPost}, {Key: "l1_days", Type: TDuration}, {Key: "visit", Type: TYesNo}, {Key: "proofs", Type: TNumber}}
	sc.Books = map[string]Book{"topics": {Key: "topics", RowKey: "code", Dated: true, Fields: topics}}
	rung := rule.Duration{Rung: true}
	path := func(p string) rule.Who { return rule.Who{Kind: rule.WhoPath, Path: rule.Path{S: p}} }
	return Def{
		Pack: "grievance", Revision: 1, Key: "complaint", Class: record.Office, Name: text2("complaint"), Answers: "grievance", Scope: sc,
		Fields: append(common(),
			Field{Key: "topic", Name: text2("topic"), Type: TEntry, Arg: "topics"},
			Field{Key: "filer", Name: text2("filer"), Type: TPerson, Personal: true},
			Field{Key: "phone", Name: text2("phone"), Type: TPhone, Personal: true},
			textField("done", 40), textField("speaking", 20),
			Field{Key: "heard", Name: text2("heard"), Type: TOneOf, Arg: "heard", Once: true},
		),
		States: []State{
			{Key: "with_l", Name: text2("with_l"), Phase: Working, With: who(rule.WhoRung), Within: rung},
			{Key: "refusal", Name: text2("refusal"), Phase: Working, Within: workingDays(3),
				With: &rule.Who{Kind: rule.WhoAbove, Of: &rule.Who{Kind: rule.WhoDoer, Act: "propose"}}},
			{Key: "answered", Name: text2("answered"), Phase: Reported, With: ptr(byDesk("feedback")), Within: days(7)},
			{Key: "refused", Name: text2("refused"), Phase: Reported, With: ptr(byDesk("feedback")), Within: days(7)},
			{Key: "reopened", Name: text2("reopened"), Phase: Working, With: who(rule.WhoNextRung), Within: rung},
			{Key: "satisfied", Name: text2("satisfied"), Phase: Closed},
			{Key: "unproved", Name: text2("unproved"), Phase: Closed},
		},
		Acts: []Act{
			{Key: "lodge", Name: text2("lodge"), To: "with_l", By: []rule.Who{{Kind: rule.WhoNamed, Name: "filer", As: rule.AsField}, byDesk("feedback")},
				Asks: names("topic", "detail", "place", "filer"), May: names("phone", "file")},
			{Key: "report", Name: text2("report"), From: []string{"with_l", "reopened"}, To: "answered", Asks: names("done"), May: names("photo"),
				Needs: []Guard{{Name: "contact", Who: &rule.Who{Kind: rule.WhoNamed, Name: "filer", As: rule.AsField}}, {Name: "visited", Arg: "topic.visit"}, {Name: "evidence", Arg: "topic.proofs"}, {Name: "own_words"}}},
			{Key: "propose", Name: text2("propose"), From: []string{"with_l", "reopened"}, To: "refusal", Reasons: &Reasons{List: "refusals"}, Asks: names("speaking")},
			{Key: "approve", Name: text2("approve"), From: []string{"refusal"}, To: "refused"},
			{Key: "record_feedback", Name: text2("record"), From: []string{"answered", "refused"}, BranchOn: "heard", Asks: names("heard"), May: names("remark"),
				Branch: []Branch{{"satisfied", "satisfied"}, {"unsatisfied", "reopened"}, {"unreachable", ""}}},
			{Key: "give_up", Name: text2("give up"), From: []string{"answered", "refused"}, To: "unproved", By: []rule.Who{{Kind: rule.WhoRule}},
				When: all(
					rule.Test{Kind: rule.TestSince, Key: "since reported", Name: "reported", Is: over(length(15, calendar.Days))},
					rule.Test{Kind: rule.TestTimes, Key: "times record_feedback", Name: "record_feedback", Is: atLeast(3)},
				)},
		},
		Ladder: []Rung{
			{Key: "L1", Name: text2("L1"), With: path("topic.l1"), Within: rule.Duration{Path: rule.Path{S: "topic.l1_days"}}},
			{Key: "L2", Name: text2("L2"), With: role("head_of_subdivision"), Within: workingDays(5), Manner: RungHandOver},
			{Key: "L3", Name: text2("L3"), With: role("head_of_district"), Within: workingDays(7), Manner: RungHandOver},
			{Key: "L4", Name: text2("L4"), With: rule.Who{Kind: rule.WhoNamed, Name: "state", As: rule.AsOutside}, Within: workingDays(10), Manner: RungByHand},
		},
		Allows: Allows{Remind: &Remind{By: []rule.Who{{Kind: rule.WhoNamed, Name: "filer", As: rule.AsField}}}},
	}
}

func all(tests ...rule.Test) rule.Condition { return rule.Condition{Any: []rule.All{{Tests: tests}}} }

func over(v rule.Value) rule.Operand { return rule.Operand{Op: rule.OpOver, Literal: v} }

func atLeast(n int64) rule.Operand {
	return rule.Operand{Op: rule.OpAtLeast, Literal: rule.Value{Kind: rule.Number, N: n}}
}

func is(word string) rule.Operand { return rule.Operand{Op: rule.OpIs, Words: names(word)} }

func (b *bench) topic(visit bool, proofs int64) *bench {
	b.w.Rows[RowKey{"grievance.topics", "ration_shop"}] = &Row{Key: "ration_shop", Values: map[string]rule.Value{
		"l1": link("head_of_block"), "l1_days": length(7, calendar.WorkingDays), "visit": yes(visit), "proofs": {Kind: rule.Number, N: proofs},
	}}
	return b
}

func complaint() map[string]rule.Value {
	return map[string]rule.Value{
		"topic": link("ration_shop"), "detail": words("The shop is shut"), "place": link("amnour_gp"), "filer": words("Sita Devi"),
		"phone": {Kind: rule.Phone, S: "9431000000"},
	}
}

func (b *bench) lodge() *Matter {
	b.Helper()
	b.w.Actor = Actor{Kind: Citizen, Is: []string{"filer"}}
	return b.open("grievance.complaint", "lodge", complaint(), Envelope{})
}

func reported() map[string]rule.Value {
	return map[string]rule.Value{
		"done": words("Shop opened and the January ration given before all present"), "contact": words("phone"),
	}
}

func TestSilenceClimbs(t *testing.T) {
	b := newBench(t, compile(t, grievanceDef())).topic(false, 0)
	m := b.lodge()
	if m.Holder != bdoAmnour || b.w.Types.Newest(m.Type).RungOf(m.Level) != "L1" || m.Due.Date() != day("2026-01-13") {
		t.Fatalf("holder %d level %d due %s", m.Holder, m.Level, m.Due.Date())
	}
	b.wait("2026-01-16")
	m = b.now(m)
	if m.State != "with_l" || m.Level != 1 || m.Holder != sdo || m.Due.Date() != day("2026-01-19") {
		t.Fatalf("after the limit: %s level %d holder %d due %s", m.State, m.Level, m.Holder, m.Due.Date())
	}
	b.wait("2026-03-01")
	m = b.now(m)
	if m.Level != 2 || m.Holder != dm {
		t.Fatalf("a clock climbed past the rung reached by hand: level %d holder %d", m.Level, m.Holder)
	}
}

func TestNotSatisfiedGoesOneUp(t *testing.T) {
	b := newBench(t, compile(t, grievanceDef())).topic(false, 0)
	m := b.lodge()
	b.on("2026-01-08").as(bdoAmnour).do(m, Command{Act: "report", Typed: reported()})
	m = b.on("2026-01-09").as(desk).do(m, Command{Act: "record_feedback", Typed: map[string]rule.Value{"heard": code("unsatisfied")}})
	if m.State != "reopened" || m.Level != 1 || m.Holder != sdo || m.Memory.Times["reopened"] != 1 || m.Memory.Returned != 1 {
		t.Fatalf("%s level %d holder %d %+v", m.State, m.Level, m.Holder, m.Memory.Times)
	}
}

func TestNoReportWithoutContact(t *testing.T) {
	b := newBench(t, compile(t, grievanceDef())).topic(false, 0)
	m := b.lodge()
	typed := reported()
	delete(typed, "contact")
	b.on("2026-01-08").as(bdoAmnour).refused(m, "contact", Command{Act: "report", Typed: typed})
	m = b.do(m, Command{Act: "note", Relation: "filer", Typed: map[string]rule.Value{"contact": words("phone")}})
	b.do(m, Command{Act: "report", Typed: typed})
}

func TestATalkBeforeItReachedHimProvesNothing(t *testing.T) {
	b := newBench(t, compile(t, grievanceDef())).topic(false, 0)
	m := b.lodge()
	b.as(bdoAmnour).do(m, Command{Act: "note", Relation: "filer", Typed: map[string]rule.Value{"contact": words("phone")}})
	b.wait("2026-01-16")
	typed := reported()
	delete(typed, "contact")
	b.as(sdo).refused(m, "contact", Command{Act: "report", Typed: typed})
}

func TestGuardsAskForVisitEvidenceAndOwnWords(t *testing.T) {
	b := newBench(t, compile(t, grievanceDef())).topic(true, 1)
	m := b.lodge()
	b.on("2026-01-08").as(bdoAmnour)
	b.refused(m, "visited", Command{Act: "report", Typed: reported()})
	b.w.Proof.Visit = &Visit{At: b.w.Now, NoFix: "no_signal"}
	b.refused(m, "evidence", Command{Act: "report", Typed: reported()})
	typed := reported()
	typed["photo"] = rule.Value{Kind: rule.File, List: []string{"aa"}}
	b.w.Proof.Said = map[string]bool{SaidKey("shop opened and  the january RATION given before all present"): true}
	b.refused(m, "own_words", Command{Act: "report", Typed: typed})
	b.w.Proof.Said = nil
	b.do(m, Command{Act: "report", Typed: typed})
}

func TestARefusalNeedsACodedReasonAndTheLevelAbove(t *testing.T) {
	b := newBench(t, compile(t, grievanceDef())).topic(false, 0)
	m := b.lodge()
	typed := map[string]rule.Value{"speaking": words("The rule does not allow this at all")}
	b.as(bdoAmnour).refused(m, "reason", Command{Act: "propose", Typed: typed})
	b.refused(m, "reason", Command{Act: "propose", Typed: typed, Reason: "old"})
	m = b.do(m, Command{Act: "propose", Typed: typed, Reason: "on_merit"})
	if m.Holder != sdo {
		t.Fatalf("lies with %d, want the level above", m.Holder)
	}
	b.refused(m, StepHolder, Command{Act: "approve"})
	m = b.as(sdo).do(m, Command{Act: "approve"})
	if m.State != "refused" || !m.Phase.Open() {
		t.Fatalf("a refusal approved is still open to the citizen's word: %s", m.State)
	}
}

func TestTheFirstAnswerStays(t *testing.T) {
	b := newBench(t, compile(t, grievanceDef())).topic(false, 0)
	m := b.lodge()
	b.as(bdoAmnour).do(m, Command{Act: "report", Typed: reported()})
	b.as(desk).do(m, Command{Act: "record_feedback", Typed: map[string]rule.Value{"heard": code("unreachable")}})
	m = b.do(m, Command{Act: "record_feedback", Typed: map[string]rule.Value{"heard": code("satisfied")}})
	if m.State != "satisfied" || m.Memory.Fields["heard"].S != "unreachable" || m.Memory.Fields["heard+"].S != "satisfied" {
		t.Fatalf("%s %+v", m.State, m.Memory.Fields)
	}
}

func TestTimeMakesARuleTrue(t *testing.T) {
	b := newBench(t, compile(t, grievanceDef())).topic(false, 0)
	m := b.lodge()
	b.as(bdoAmnour).do(m, Command{Act: "report", Typed: reported()})
	for range 3 {
		b.as(desk).do(m, Command{Act: "record_feedback", Typed: map[string]rule.Value{"heard": code("unreachable")}})
	}
	b.wait("2026-01-19")
	if got := b.now(m).State; got != "answered" {
		t.Fatalf("gave up on day 14: %s", got)
	}
	b.wait("2026-01-21")
	m = b.now(m)
	if m.State != "unproved" {
		t.Fatalf("not given up after 15 days: %s", m.State)
	}
	ev := b.events[m.Key.ID]
	body, _ := decode(ev[len(ev)-1].Body)
	if body.Cause == "" || ev[len(ev)-1].Mode != record.Program {
		t.Fatalf("the event does not keep the condition that fired it: %+v", body)
	}
}

func TestPersonalValuesNeverStandInTheBody(t *testing.T) {
	b := newBench(t, compile(t, grievanceDef())).topic(false, 0)
	m := b.lodge()
	ev := b.events[m.Key.ID][0]
	for _, s := range []string{"Sita", "9431000000", "shut"} {
		if contains(ev.Body, s) {
			t.Errorf("body shows %q", s)
		}
	}
	if len(ev.Values) != 3 {
		t.Fatalf("%d values beside the event, want 3", len(ev.Values))
	}
	ev.Values = nil
	erased, err := Apply(Matter{}, ev)
	if err != nil || !Erased(erased.Memory.Fields["filer"]) || erased.Holder != m.Holder {
		t.Fatalf("an erased event does not replay: %v %+v", err, erased.Memory.Fields["filer"])
	}
}

func TestTamperedValuesDoNotReplay(t *testing.T) {
	b := newBench(t, compile(t, grievanceDef())).topic(false, 0)
	m := b.lodge()
	ev := b.events[m.Key.ID][0]
	ev.Values = append([]record.Value(nil), ev.Values...)
	ev.Values[0].Bytes = []byte("somebody else")
	if _, err := Apply(Matter{}, ev); err == nil {
		t.Fatal("a changed value replays")
	}
}

func contains(b []byte, s string) bool {
	for i := 0; i+len(s) <= len(b); i++ {
		if string(b[i:i+len(s)]) == s {
			return true
		}
	}
	return false
}

func TestTextIsKeptComposed(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	typed := at("amnour")
	typed["subject"] = words("सड\u093cक खोलें")
	m := b.as(dm).open("order.task", "give", typed, Envelope{})
	if m.Subject != i18n.NFC("सड\u093cक खोलें") {
		t.Fatalf("%q", m.Subject)
	}
}
