package matter

import (
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

func TestExtensionNeedsReason(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	b.as(bdoAmnour).refused(m, "words", Command{Act: "extend", To: day("2026-01-20")})
	b.refused(m, "to", Command{Act: "extend", To: day("2026-01-11"), Words: "rain"})
	m = b.do(m, Command{Act: "extend", To: day("2026-01-20"), Words: "rain"})
	if m.Due.Date() != day("2026-01-12") {
		t.Fatalf("asking moved the limit to %s", m.Due.Date())
	}
}

func TestExtensionIsGrantedByTheAskerOrAboveAndCounted(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	b.as(bdoAmnour).do(m, Command{Act: "extend", To: day("2026-01-20"), Words: "rain"})
	b.refused(m, StepHolder, Command{Act: "grant_time"})
	b.as(clerk).refused(m, StepHolder, Command{Act: "grant_time"})
	m = b.as(sdo).do(m, Command{Act: "grant_time"})
	if m.Due.Date() != day("2026-01-20") || m.Memory.Extended != 1 || m.Memory.Asking != nil {
		t.Fatalf("due %s, extended %d", m.Due.Date(), m.Memory.Extended)
	}
	if len(b.out.Letters) != 1 || b.out.Letters[0].Letter != "interim" || b.out.Letters[0].To[0] != dm {
		t.Fatalf("letters %+v", b.out.Letters)
	}
	b.as(bdoAmnour).refused(m, "most", Command{Act: "extend", To: day("2026-01-28"), Words: "rain again"})
}

func TestARefusedExtensionHasAReason(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	b.as(dm).refused(m, StepState, Command{Act: "refuse_time", Words: "no"})
	b.as(bdoAmnour).do(m, Command{Act: "extend", To: day("2026-01-20"), Words: "rain"})
	b.as(dm).refused(m, "words", Command{Act: "refuse_time"})
	m = b.do(m, Command{Act: "refuse_time", Words: "no"})
	if m.Memory.Asking != nil || m.Memory.Extended != 0 || m.Due.Date() != day("2026-01-12") {
		t.Fatalf("%+v", m.Memory)
	}
}

func TestAPauseHasACapAndShiftsTheLimit(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	b.as(bdoAmnour).refused(m, "reason", Command{Act: "pause", Reason: "holiday"})
	b.refused(m, "until", Command{Act: "pause", Reason: "flood", Until: day("2026-03-01")})
	m = b.on("2026-01-07").do(m, Command{Act: "pause", Reason: "flood", Until: day("2026-01-14")})
	if m.Due != 0 || m.Memory.Paused == nil {
		t.Fatalf("paused and still due %s", m.Due.Date())
	}
	b.wait("2026-01-15")
	m = b.now(m)
	if m.Memory.Paused != nil || m.Due.Date() != day("2026-01-19") {
		t.Fatalf("due %s, want seven days later", m.Due.Date())
	}
	b.as(bdoAmnour).refused(m, "until", Command{Act: "pause", Reason: "flood", Until: day("2026-01-28")})
}

func TestATransferNeedsACodeAndBuysNoTime(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	due := m.Due
	b.as(bdoAmnour).refused(m, "reason", Command{Act: "transfer", Post: bdoEkma})
	m = b.do(m, Command{Act: "transfer", Post: bdoEkma, Reason: "other_office"})
	if m.Holder != bdoEkma || m.Due != due || m.Memory.Transfer != 1 {
		t.Fatalf("holder %d due %s", m.Holder, m.Due.Date())
	}
	m = b.as(bdoEkma).do(m, Command{Act: "transfer", Post: bdoAmnour, Reason: "other_office"})
	if m.Holder != dm {
		t.Fatalf("after the most transfers it lies with %d, want the last office", m.Holder)
	}
}

func TestOnlyTheAskerTakesItBack(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	b.as(bdoAmnour).refused(m, StepHolder, Command{Act: "withdraw"})
	m = b.as(dm).do(m, Command{Act: "withdraw", Words: "no longer needed"})
	if m.Phase != Void || m.State != "dropped" {
		t.Fatalf("%s", m.State)
	}
	b.refused(m, StepState, Command{Act: "remind"})
}

func TestARemindMovesNothing(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	due := m.Due
	m = b.as(dm).do(m, Command{Act: "remind"})
	if m.Due != due || m.State != "owed" || len(b.out.Notices) != 1 || b.out.Notices[0].Post != bdoAmnour {
		t.Fatalf("%+v", b.out.Notices)
	}
}

func TestPassingDownGoesBelowOnly(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	b.as(bdoAmnour).refused(m, "post", Command{Act: "pass_down", Post: bdoEkma})
	m = b.do(m, Command{Act: "pass_down", Post: clerk})
	if m.Holder != clerk {
		t.Fatalf("holder %d", m.Holder)
	}
}

func TestAFieldThatAClockReadsIsNotCorrected(t *testing.T) {
	d := taskDef()
	d.States[0].Within, d.States[0].By = rule.Duration{}, "due"
	b := newBench(t, compile(t, d))
	typed := at("amnour")
	typed["due"] = rule.Value{Kind: rule.Date, N: int64(day("2026-01-20"))}
	m := b.as(dm).open("order.task", "give", typed, Envelope{})
	if m.Due.Date() != day("2026-01-20") {
		t.Fatalf("due %s", m.Due.Date())
	}
	b.refused(m, "due", Command{Act: "correct", Words: "slip", Typed: map[string]rule.Value{"due": {Kind: rule.Date, N: int64(day("2026-02-20"))}}})
	m = b.do(m, Command{Act: "correct", Words: "slip", Typed: map[string]rule.Value{"subject": words("Open the other road")}})
	if m.Subject != "Open the other road" || m.Due.Date() != day("2026-01-20") {
		t.Fatalf("%q due %s", m.Subject, m.Due.Date())
	}
}

func TestNoDateTakesTheSettingAndSaysSo(t *testing.T) {
	d := taskDef()
	d.States[0].Within, d.States[0].By = rule.Duration{}, "due"
	b := newBench(t, compile(t, d))
	m := b.as(dm).open("order.task", "give", at("amnour"), Envelope{})
	if c := m.Clock("owed"); c == nil || m.Due.Date() != day("2026-01-08") || c.Rule != "within default_in" {
		t.Fatalf("%+v", m.Memory.Clocks)
	}
}

func TestADuplicateIsMergedAndVoid(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	first, second := b.task(), b.task()
	other := record.Ref{Kind: record.Matter, Key: first.Key}
	b.refused(second, "words", Command{Act: "merge", Other: other})
	second = b.do(second, Command{Act: "merge", Other: other, Words: "same road"})
	if second.Phase != Void || second.Memory.Merged != first.Key.ID || len(b.now(first).Memory.Links) != 1 {
		t.Fatalf("%+v", second)
	}
}

func TestNotesNeverMoveAClock(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	before := m.Clock("owed").Due
	b.as(bdoAmnour).do(m, Command{Act: "note", Words: "work begun"})
	b.do(m, Command{Act: "attach", Typed: map[string]rule.Value{"file": {Kind: rule.File, List: []string{"ab"}}}})
	m = b.do(m, Command{Act: "attach", Typed: map[string]rule.Value{"file": {Kind: rule.File, List: []string{"cd"}}}})
	if m.Clock("owed").Due != before || len(m.Memory.Fields["file"].List) != 2 {
		t.Fatalf("%+v", m.Memory)
	}
}

func TestSilenceIsAStatus(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	b.wait("2026-01-08")
	if m = b.now(m); !m.Silent {
		t.Fatal("three days without a word and not silent")
	}
	m = b.as(dm).do(m, Command{Act: "note", Words: "what is happening?"})
	if !m.Silent {
		t.Fatal("the asker's note broke the holder's silence")
	}
	m = b.as(bdoAmnour).do(m, Command{Act: "note", Words: "tomorrow"})
	if m.Silent {
		t.Fatal("still silent after the holder spoke")
	}
}

func TestVacantPostGoesToTheExceptionList(t *testing.T) {
	d := taskDef()
	d.States[0].With = ptr(role("supply_inspector"))
	b := newBench(t, compile(t, d))
	m := b.task()
	if m.Holder != supply || len(b.out.Exceptions) != 1 || b.out.Exceptions[0].Why != "vacant" {
		t.Fatalf("holder %d exceptions %+v", m.Holder, b.out.Exceptions)
	}
	d.States[0].With = ptr(role("block_clerk"))
	b = newBench(t, compile(t, d))
	m = b.as(dm).open("order.task", "give", at("ekma"), Envelope{})
	if m.Holder != 0 || len(b.out.Exceptions) != 1 || b.out.Exceptions[0].Why != "nobody" {
		t.Fatalf("holder %d exceptions %+v", m.Holder, b.out.Exceptions)
	}
}

func TestClocksFreezeValueSourceAndCalendar(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	b.w.Settings["order.do_in"] = Given{Value: length(10, calendar.Days), Source: "district 2026-01-01"}
	m := b.task()
	due := m.Due
	b.w.Settings["order.do_in"] = Given{Value: length(2, calendar.Days), Source: "district 2026-01-06"}
	m = b.on("2026-01-06").as(bdoAmnour).do(m, Command{Act: "note", Words: "seen"})
	c := m.Clock("owed")
	if m.Due != due || c.Value != "10 days" || c.Source != "district 2026-01-01" || c.Calendar != 3 || c.Rule != "within do_in" {
		t.Fatalf("%+v", c)
	}
	m = b.do(m, Command{Act: "show", Typed: map[string]rule.Value{"remark": words("done")}})
	m = b.as(sdo).do(m, Command{Act: "return", Typed: map[string]rule.Value{"remark": words("not done")}})
	if c := m.Clock("owed"); c.Value != "2 days" || m.Due.Date() != day("2026-01-08") || m.Memory.Returned != 1 {
		t.Fatalf("a fresh visit has a fresh limit: %+v", c)
	}
}

func TestALimitOnAHolidayMovesAndIsTold(t *testing.T) {
	b := newBench(t, compile(t, taskDef())).on("2026-01-19")
	m := b.task()
	if c := m.Clock("owed"); c.Due.Date() != day("2026-01-27") || c.Unmoved != day("2026-01-26") {
		t.Fatalf("%+v", c)
	}
}

func TestATimerFiresOnce(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	k := Wake{At: m.Due + 1, Matter: m.Key, What: "late:owed"}
	b.try(Command{Wake: &k})
	if len(b.out.Steps) != 0 {
		t.Fatal("a timer fired before its time")
	}
	b.w.Now = m.Due + 1
	b.try(Command{Wake: &k})
	if len(b.out.Steps) != 1 {
		t.Fatal("the timer did not fire")
	}
	b.try(Command{Wake: &k})
	if len(b.out.Steps) != 0 {
		t.Fatal("the timer fired twice")
	}
}

func TestAStaleVersionIsAConflict(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	b.as(bdoAmnour).do(m, Command{Act: "note", Words: "seen"})
	if f := b.try(Command{Matter: m.Key, Version: 1, Act: "note", Words: "again"}); f == nil || f.Key != "matter.changed" {
		t.Fatalf("got %v", f)
	}
}

func (b *bench) delegate(giver, taker, person record.ID, days int, acts ...string) *bench {
	r := rows()
	from := day("2026-01-01")
	r.Delegations = append(r.Delegations, org.Delegation{ID: 9000, Giver: giver, Taker: taker, Person: person, Acts: acts, From: from, To: from.AddDays(days - 1)})
	b.w.Org = newOrg(b, r)
	return b
}

func TestDelegationNamesItsActsAndNeverChecks(t *testing.T) {
	shown := map[string]rule.Value{"remark": words("done")}
	b := newBench(t, compile(t, taskDef())).delegate(bdoAmnour, clerk, clerkPerson, 30, "show", "accept")
	m := b.task()
	b.w.Actor = Actor{Post: clerk, Person: clerkPerson, For: bdoAmnour, Mode: record.Delegate}
	m = b.do(m, Command{Act: "show", Typed: shown})
	if d := m.Memory.Done["show"]; d.For != bdoAmnour || d.Mode != record.Delegate || d.As() != bdoAmnour {
		t.Fatalf("%+v", d)
	}
	b.refused(m, StepHolder, Command{Act: "accept"})

	b = newBench(t, compile(t, taskDef())).delegate(bdoAmnour, clerk, clerkPerson, 30, "note")
	m = b.task()
	b.w.Actor = Actor{Post: clerk, Person: clerkPerson, For: bdoAmnour, Mode: record.Delegate}
	b.refused(m, StepHolder, Command{Act: "show", Typed: shown})

	b = newBench(t, compile(t, taskDef())).delegate(bdoAmnour, clerk, clerkPerson, 200, "show")
	m = b.task()
	b.w.Actor = Actor{Post: clerk, Person: clerkPerson, For: bdoAmnour, Mode: record.Delegate}
	b.refused(m, StepHolder, Command{Act: "show", Typed: shown})
}

func TestCheckerIsNeverTheDoerNorBelowHim(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	m = b.as(bdoAmnour).do(m, Command{Act: "show", Typed: map[string]rule.Value{"remark": words("done")}})
	b.refused(m, StepOwnWork, Command{Act: "accept"})
	b.as(clerk).refused(m, StepOwnWork, Command{Act: "accept"})
	b.w.Actor = Actor{Post: sdo, Person: bdoPerson}
	b.refused(m, StepOwnWork, Command{Act: "accept"})
	b.as(sdo).do(m, Command{Act: "accept"})
}

func TestADelegateOfTheDoerDoesNotCheckEither(t *testing.T) {
	b := newBench(t, compile(t, taskDef())).delegate(bdoAmnour, sdo, sdoPerson, 30, "note")
	m := b.task()
	m = b.as(bdoAmnour).do(m, Command{Act: "show", Typed: map[string]rule.Value{"remark": words("done")}})
	b.as(sdo).refused(m, StepOwnWork, Command{Act: "accept"})
}

func TestAProgramNeitherChecksNorSigns(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	b.as(bdoAmnour).w.Actor.Mode = record.Program
	m = b.do(m, Command{Act: "show", Typed: map[string]rule.Value{"remark": words("done")}})
	b.as(sdo).w.Actor.Mode = record.Program
	b.refused(m, StepHolder, Command{Act: "accept"})
}

func TestADeskChecksWhereEverybodyIsBelowTheDoer(t *testing.T) {
	d := taskDef()
	d.States[0].With = ptr(role("head_of_district"))
	d.Acts[2].By = []rule.Who{byDesk("office"), role("head_of_subdivision")}
	b := newBench(t, compile(t, d))
	m := b.task()
	m = b.as(dm).do(m, Command{Act: "show", Typed: map[string]rule.Value{"remark": words("done")}})
	b.as(sdo).refused(m, StepOwnWork, Command{Act: "accept"})
	r := rows()
	r.Tenures = append(r.Tenures, org.Tenure{ID: 7000, Post: officeDesk, Person: supplyPerson, From: 1})
	r.Persons = append(r.Persons, org.Person{ID: supplyPerson, Key: "px", Name: text2("x")})
	b.w.Org = newOrg(t, r)
	m = b.as(officeDesk).do(m, Command{Act: "accept"})
	ev := b.events[m.Key.ID]
	if body, _ := decode(ev[len(ev)-1].Body); !body.Independent {
		t.Fatal("the act does not say that an independent desk checked")
	}
}
