package matter

import (
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// service: the promise runs over two states, stands still in one of them, with a cap.
func serviceDef() Def {
	sc := scope()
	sc.Books = map[string]Book{"services": {Key: "services", Dated: true}}
	return Def{
		Pack: "service", Revision: 1, Key: "application", Class: record.Office, Name: text2("application"), Scope: sc,
		Fields: append(common(), Field{Key: "service", Name: text2("service"), Type: TEntry, Arg: "services"},
			Field{Key: "applicant", Name: text2("applicant"), Type: TPerson, Personal: true},
			Field{Key: "penalty", Name: text2("penalty"), Type: TMoney, Least: atLeastMoney(50000), Most: rule.Operand{Op: rule.OpAtMost, Literal: rule.Value{Kind: rule.Money, N: 500000}}}),
		States: []State{
			{Key: "deciding", Name: text2("deciding"), Phase: Working, With: &rule.Who{Kind: rule.WhoPath, Path: rule.Path{S: "service.designated"}}},
			{Key: "deficient", Name: text2("deficient"), Phase: Waiting, With: &rule.Who{Kind: rule.WhoPath, Path: rule.Path{S: "service.designated"}}, Within: days(15)},
			{Key: "given", Name: text2("given"), Phase: Closed},
		},
		Acts: []Act{
			{Key: "apply", Name: text2("apply"), To: "deciding", By: []rule.Who{{Kind: rule.WhoImport}, {Kind: rule.WhoNamed, Name: "applicant", As: rule.AsField}}, Asks: names("service"), May: names("place", "applicant")},
			{Key: "memo", Name: text2("memo"), From: []string{"deciding"}, To: "deficient", Asks: names("remark"),
				When: all(rule.Test{Kind: rule.TestTimes, Key: "times memo", Name: "memo", Path: rule.Path{S: "memo"}, Is: rule.Operand{Op: rule.OpUnder, Literal: rule.Value{Kind: rule.Number, N: 1}}})},
			{Key: "mend", Name: text2("mend"), From: []string{"deficient"}, To: "deciding", By: []rule.Who{{Kind: rule.WhoNamed, Name: "applicant", As: rule.AsField}}},
			{Key: "give", Name: text2("give"), From: []string{"deciding"}, To: "given", May: names("penalty")},
		},
		Clocks: []Clock{{Key: "promise", Name: text2("promise"), From: "deciding", Within: rule.Duration{Path: rule.Path{S: "service.days"}},
			In: []string{"deciding", "deficient"}, Still: []string{"deficient"}, Most: days(10)}},
	}
}

func atLeastMoney(n int64) rule.Operand {
	return rule.Operand{Op: rule.OpAtLeast, Literal: rule.Value{Kind: rule.Money, N: n}}
}

func serviceBench(t *testing.T) (*bench, *Matter) {
	b := newBench(t, compile(t, serviceDef()))
	b.w.Rows[RowKey{"service.services", "caste"}] = &Row{Key: "caste", Values: map[string]rule.Value{
		"designated": link("head_of_block"), "days": length(21, calendar.Days),
	}}
	b.w.Actor = Actor{Kind: Citizen, Is: []string{"applicant"}}
	m := b.open("service.application", "apply", map[string]rule.Value{"service": link("caste"), "place": link("amnour"), "applicant": words("Ram")}, Envelope{})
	return b, m
}

func TestAClockStandsStillOnceWithACap(t *testing.T) {
	b, m := serviceBench(t)
	if m.Due.Date() != day("2026-01-27") || m.Holder != bdoAmnour {
		t.Fatalf("due %s (the 26th is a holiday) holder %d", m.Due.Date(), m.Holder)
	}
	memo := Command{Act: "memo", Typed: map[string]rule.Value{"remark": words("photo missing")}}
	m = b.on("2026-01-07").as(bdoAmnour).do(m, memo)
	if c := m.Clock("promise"); c.Due.Date() != day("2026-02-05") || m.Due.Date() != day("2026-01-22") {
		t.Fatalf("while papers are awaited the promise ends at its cap: %s, matter due %s", c.Due.Date(), m.Due.Date())
	}
	b.w.Actor = Actor{Kind: Citizen, Is: []string{"applicant"}}
	m = b.on("2026-01-12").do(m, Command{Act: "mend"})
	if c := m.Clock("promise"); c.Stands || c.Due.Date() != day("2026-01-31") || c.Value != "21 days" {
		t.Fatalf("five days stood still: %s", c.Due.Date())
	}
	b.as(bdoAmnour).refused(m, "times memo", memo)
	m = b.do(m, Command{Act: "give"})
	if c := m.Clock("promise"); c.Ended == 0 || c.Late(b.w.Now) {
		t.Fatalf("%+v", c)
	}
}

func TestStandingStillBeyondTheCapDoesNotCount(t *testing.T) {
	b, m := serviceBench(t)
	m = b.on("2026-01-07").as(bdoAmnour).do(m, Command{Act: "memo", Typed: map[string]rule.Value{"remark": words("photo missing")}})
	b.w.Actor = Actor{Kind: Citizen, Is: []string{"applicant"}}
	m = b.on("2026-01-31").do(m, Command{Act: "mend"})
	if c := m.Clock("promise"); c.Due.Date() != day("2026-02-05") {
		t.Fatalf("more than ten days counted: due %s", c.Due.Date())
	}
}

func TestMoneyStaysWithinItsBounds(t *testing.T) {
	b, m := serviceBench(t)
	b.as(bdoAmnour)
	for _, n := range []int64{-1, 49999, 500001} {
		b.refused(m, "penalty", Command{Act: "give", Typed: map[string]rule.Value{"penalty": {Kind: rule.Money, N: n}}})
	}
	b.do(m, Command{Act: "give", Typed: map[string]rule.Value{"penalty": {Kind: rule.Money, N: 250000}}})
}

func TestAnUnknownRowIsRefused(t *testing.T) {
	b, _ := serviceBench(t)
	f := b.try(Command{Type: "service.application", Act: "apply", Typed: map[string]rule.Value{"service": link("flying")}})
	if Why(f) != "service" {
		t.Fatalf("%v", f)
	}
}

func TestASheetIsBroughtByANamedOfficerOnly(t *testing.T) {
	b, _ := serviceBench(t)
	c := Command{Type: "service.application", Act: "apply", Typed: map[string]rule.Value{"service": link("caste"), "place": link("amnour")}}
	b.as(bdoAmnour)
	if f := b.try(c); Why(f) != StepHolder {
		t.Fatalf("an officer applied in a citizen's place: %v", f)
	}
	b.w.Actor.Kind = Sheet
	if f := b.try(c); f != nil {
		t.Fatal(f)
	}
}

// TestACampaignIsExtendedByTheFieldItEndsOn: the day of the field and the limit move together,
// by the authority named.
func TestACampaignIsExtendedByTheFieldItEndsOn(t *testing.T) {
	d := taskDef()
	d.Fields = append(d.Fields, Field{Key: "ends", Name: text2("ends"), Type: TDate})
	d.States[0].Within, d.States[0].By = rule.Duration{}, "ends"
	d.Acts[0].May = append(d.Acts[0].May, names("ends")...)
	d.Allows.Extend = &Extend{Clock: "owed", GrantedBy: ptr(role("head_of_district")), Asks: names("ends", "file")}
	b := newBench(t, compile(t, d))
	typed := at("amnour")
	typed["ends"] = date("2026-01-24")
	m := b.as(dm).open("order.task", "give", typed, Envelope{})
	more := map[string]rule.Value{"ends": date("2026-02-10"), "file": {Kind: rule.File, List: []string{"order"}}}
	m = b.as(bdoAmnour).do(m, Command{Act: "extend", Typed: more, Words: "flood"})
	if m.Memory.Fields["ends"].N != int64(day("2026-01-24")) || m.Due.Date() != day("2026-01-24") {
		t.Fatal("asking moved the day")
	}
	m = b.as(dm).do(m, Command{Act: "grant_time"})
	if m.Memory.Fields["ends"].N != int64(day("2026-02-10")) || m.Due.Date() != day("2026-02-10") {
		t.Fatalf("ends %v due %s", m.Memory.Fields["ends"], m.Due.Date())
	}
}
