package matter

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"testing"

	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/rule"
)

func climbing() Def {
	d := taskDef()
	d.States[0].Climbs = true
	d.Ladder = []Rung{{Key: "up", Name: text2("up"), With: role("head_of_subdivision"), Within: workingDays(2), Manner: RungHandOver}}
	return d
}

func TestAnExtensionRearmsTheLimit(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	b.wait("2026-01-13")
	if m = b.now(m); len(m.Memory.Fired) == 0 {
		t.Fatal("the limit ran out unseen")
	}
	b.on("2026-01-13").as(sdo).do(m, Command{Act: "extend", To: day("2026-01-20"), Words: "rain"})
	late := 0
	b.wait("2026-01-21")
	for _, ev := range b.events[m.Key.ID] {
		if ev.Kind == Warned {
			late++
		}
	}
	if late != 2 {
		t.Fatalf("told %d times that it is late, want once before and once after the extension", late)
	}
}

func TestAMoveEndsAPause(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	b.as(bdoAmnour).do(m, Command{Act: "pause", Reason: "flood", Until: day("2026-01-14")})
	b.on("2026-01-08")
	m = b.do(m, Command{Act: "show", Typed: map[string]rule.Value{"remark": words("done")}})
	if m.Memory.Paused != nil || m.Due.Date() != day("2026-01-10") || m.Memory.Rested == 0 {
		t.Fatalf("paused %v due %s", m.Memory.Paused, m.Due.Date())
	}
}

func TestNobodyIsSilentWhilePaused(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	b.as(bdoAmnour).do(m, Command{Act: "pause", Reason: "flood", Until: day("2026-01-14")})
	b.wait("2026-01-13")
	if b.now(m).Silent {
		t.Fatal("silent while the work is paused")
	}
}

func TestRungsOfOneLimitBeginAnewWithTheNext(t *testing.T) {
	b := newBench(t, compile(t, climbing()))
	m := b.task()
	b.wait("2026-01-13")
	if m = b.now(m); m.Level != 1 || m.Holder != sdo || m.Due.Date() != day("2026-01-14") {
		t.Fatalf("level %d holder %d due %s", m.Level, m.Holder, m.Due.Date())
	}
	m = b.as(sdo).do(m, Command{Act: "show", Typed: map[string]rule.Value{"remark": words("done")}})
	if m.Level != 0 {
		t.Fatalf("the next state begins at level %d", m.Level)
	}
}

func TestTwoLimitsClimbOnceByTheEarlier(t *testing.T) {
	d := climbing()
	d.Clocks = []Clock{{Key: "whole", Name: text2("whole"), From: "owed", Within: days(8), In: []string{"owed"}, Climbs: true}}
	d.Ladder = append(d.Ladder, Rung{Key: "top", Name: text2("top"), With: role("head_of_district"), Within: workingDays(9), Manner: RungHandOver})
	b := newBench(t, compile(t, d))
	m := b.task()
	b.wait("2026-01-13")
	if m = b.now(m); m.Clock("whole").Due.Date() != day("2026-01-13") || m.Level != 1 || m.Holder != sdo {
		t.Fatalf("the second limit climbed again: level %d holder %d", m.Level, m.Holder)
	}
	b.wait("2026-01-15")
	if m = b.now(m); m.Level != 2 || m.Holder != dm {
		t.Fatalf("the rung's own limit did not climb: level %d", m.Level)
	}
}

func TestWithoutAnyLimitTheExceptionListSaysSo(t *testing.T) {
	d := taskDef()
	d.States[0].Within, d.States[0].By = rule.Duration{}, "due"
	d.Scope = &Scope{}
	b := newBench(t, compile(t, d))
	b.task()
	if len(b.out.Exceptions) != 1 || b.out.Exceptions[0].Why != "no_limit" {
		t.Fatalf("%+v", b.out.Exceptions)
	}
}

func TestAsksThatRaiseAsksComeToAnEnd(t *testing.T) {
	d := taskDef()
	d.Acts[0].Raises = []Raise{{Ask: "task", To: ptr(role("head_of_block"))}}
	b := newBench(t, compile(t, d))
	b.task()
	if n := len(b.out.Steps); n != 1+deepest {
		t.Fatalf("%d matters opened", n)
	}
}

func TestRulesGoThreeDeepAndNoFurther(t *testing.T) {
	d := taskDef()
	yes := all(rule.Test{Kind: rule.TestPhase, Key: "phase", Is: is("open")})
	byRule := []rule.Who{{Kind: rule.WhoRule}}
	d.Acts = d.Acts[:1]
	d.States = []State{d.States[0]}
	for _, key := range []string{"b", "c", "d", "e", "f"} {
		from := d.States[len(d.States)-1].Key
		d.States = append(d.States, State{Key: key, Name: text2(key), Phase: Working, With: ptr(role("head_of_block")), Within: days(1)})
		d.Acts = append(d.Acts, Act{Key: "to_" + key, Name: text2(key), From: []string{from}, To: key, By: byRule, When: yes})
	}
	b := newBench(t, compile(t, d))
	if m := b.task(); m.State != "d" {
		t.Fatalf("rules led to %q, want three deep", m.State)
	}
}

func TestATransferHasItsHour(t *testing.T) {
	d := taskDef()
	d.Allows.Transfer.Within = workingDays(2)
	b := newBench(t, compile(t, d))
	m := b.task()
	b.on("2026-01-09").as(bdoAmnour).refused(m, "within", Command{Act: "transfer", Post: bdoEkma, Reason: "other_office"})
}

func TestRolesDifferByKindOfPlace(t *testing.T) {
	d := taskDef()
	d.Scope = scope()
	d.Scope.Posts = map[string]PackPost{"local": {Key: "local", Name: text2("local"), Roles: []RoleAt{
		{Role: "head_of_district", In: []string{"district"}}, {Role: "block_clerk", In: []string{"panchayat"}}, {Role: "head_of_block", In: []string{"block"}},
	}}}
	d.States[0].With = &rule.Who{Kind: rule.WhoNamed, Name: "local", As: rule.AsRole}
	b := newBench(t, compile(t, d))
	for place, want := range map[string]string{"amnour_gp": "clerk_amnour", "ekma": "bdo_ekma", "saran": "dm"} {
		m := b.as(dm).open("order.task", "give", at(place), Envelope{})
		if got := b.w.postKey(m.Holder); got != want {
			t.Errorf("%s: %s, want %s", place, got, want)
		}
	}
}

// committee: while a sitting is open it acts; between sittings its convenor answers for the
// limit and cannot act in its place.
func TestOnlyAnOpenSittingActs(t *testing.T) {
	d := taskDef()
	d.States[0].With = &rule.Who{Kind: rule.WhoNamed, Name: "committee", As: rule.AsSitting}
	b := newBench(t, compile(t, d))
	b.w.Sittings = []Session{{ID: 500, Key: "order.committee", State: "planned", Convenor: sdo}}
	m := b.task()
	if m.Holder != sdo {
		t.Fatalf("between sittings it lies with %d", m.Holder)
	}
	shown := Command{Act: "show", Typed: map[string]rule.Value{"remark": words("recommended")}}
	b.as(sdo).refused(m, StepHolder, shown)
	b.w.Sittings[0].Open = true
	b.refused(m, StepHolder, shown)
	b.w.Actor.Sitting = 500
	m = b.do(m, shown)
	if m.TakenAt != 500 {
		t.Fatalf("taken at %d", m.TakenAt)
	}
}

func TestAGuardOfPowerServiceAndConfirmation(t *testing.T) {
	d := taskDef()
	party := &rule.Who{Kind: rule.WhoNamed, Name: "subject", As: rule.AsField}
	d.Acts[1].Needs = []Guard{{Name: "served", Arg: "interim"}, {Name: "confirmed", Who: party}, {Name: "power", Arg: "penalty"}}
	b := newBench(t, compile(t, d))
	m := b.task()
	c := Command{Act: "show", Typed: map[string]rule.Value{"remark": words("done")}}
	b.as(bdoAmnour).refused(m, "served", c)
	b.w.Proof.Served = map[string]calendar.Instant{"interim": b.w.Now}
	b.refused(m, "confirmed", c)
	b.w.Proof.Confirmed = map[string]calendar.Instant{"subject": b.w.Now}
	b.refused(m, "power", c)
}

// TestALawOfTheParentLooksAtThePartAtHand: no warrant step without a show cause on that step.
func TestALawOfTheParentLooksAtThePartAtHand(t *testing.T) {
	defs := caseDefs()
	defs[0].Stops = []Stop{{Key: "no_cause", Name: text2("no show cause"), Acts: []string{"filing.send"}, Source: text2("High Court"),
		When: all(rule.Test{Kind: rule.TestPath, Key: "filing.remark", Path: rule.Path{S: "filing.remark"}, Is: rule.Operand{Op: rule.OpMissing}})}}
	b := newBench(t, compile(t, defs[0]), compile(t, defs[1]))
	_, m := b.filing()
	b.as(bdoAmnour).refused(m, "no_cause", Command{Act: "send"})
	b.do(m, Command{Act: "correct", Words: "cause shown", Typed: map[string]rule.Value{"remark": words("shown on the 3rd")}})
	b.do(m, Command{Act: "send"})
}

func TestAChangeOfHolderIsMeasuredFromTenures(t *testing.T) {
	d := taskDef()
	d.Acts = append(d.Acts, Act{Key: "renew", Name: text2("renew"), From: []string{"owed"}, To: "dropped", By: []rule.Who{{Kind: rule.WhoRule}},
		When: all(rule.Test{Kind: rule.TestChanged, Key: "changed head_of_block", Name: "head_of_block", Path: rule.Path{S: "head_of_block"}})})
	b := newBench(t, compile(t, d))
	m := b.task()
	k := Wake{Matter: m.Key, What: "rule:renew"}
	b.on("2026-02-02").try(Command{Wake: &k})
	if got := b.now(m).State; got != "owed" {
		t.Fatalf("renewed though nobody changed: %s", got)
	}
	r := rows()
	for i := range r.Tenures {
		if r.Tenures[i].Post == bdoAmnour {
			r.Tenures[i].To = day("2026-01-31")
		}
	}
	r.Tenures = append(r.Tenures, org.Tenure{ID: 7100, Post: bdoAmnour, Person: clerkPerson, From: day("2026-02-01")})
	b.w.Org = newOrg(t, r)
	b.try(Command{Wake: &k})
	if got := b.now(m).State; got != "dropped" {
		t.Fatalf("not renewed after a change: %s", got)
	}
}

func TestWhoHeldThePostThatDay(t *testing.T) {
	d := taskDef()
	d.Fields = append(d.Fields, Field{Key: "officer", Name: text2("officer"), Type: TPerson, PersonOf: "head_of_block", PersonOn: "due"})
	typ := compile(t, d)
	b := newBench(t, typ)
	typed := at("amnour")
	typed["due"] = date("2026-01-02")
	m := b.as(dm).open("order.task", "give", typed, Envelope{})
	if got, want := typ.Facts(b.w, m).Value("officer").S, b.w.Org.Person(bdoPerson).Key; got != want {
		t.Fatalf("officer %q, want %q", got, want)
	}
}

func TestAVisitIsNearTheThingAndSinceItWasOwed(t *testing.T) {
	d := visitDef()
	d.Scope.Books = map[string]Book{"pumps": {Key: "pumps"}}
	d.Fields = append(d.Fields, Field{Key: "pump", Name: text2("pump"), Type: TEntry, Arg: "pumps"})
	d.Acts[0].May = names("place", "pump")
	d.Acts[1].Needs = []Guard{{Name: "visited", Arg: "pump"}}
	b := newBench(t, compile(t, d))
	b.w.Rows[RowKey{"pumps.pumps", "shanti"}] = &Row{Key: "shanti", Place: ekma, Lat: 25_780_000, Lon: 84_740_000}
	m := b.as(dm).open("pumps.visit", "draw", map[string]rule.Value{"pump": link("shanti")}, Envelope{Asked: bdoEkma})
	if m.Place != ekma {
		t.Fatalf("the matter lies at %d, not where the pump is", m.Place)
	}
	c := Command{Act: "submit", Typed: map[string]rule.Value{"sheet": {Kind: rule.Answers, Map: map[string]string{"air": "good"}}}}
	for _, at := range map[string]*Visit{
		"nowhere": nil, "far": {At: b.w.Now, Lat: 25_790_000, Lon: 84_740_000}, "before": {At: b.w.Now - 1, Lat: 25_780_000, Lon: 84_740_000},
	} {
		b.w.Proof.Visit = at
		b.as(bdoEkma).refused(m, "visited", c)
	}
	b.w.Proof.Visit = &Visit{At: b.w.Now, Lat: 25_783_000, Lon: 84_741_000}
	b.do(m, c)
}

func TestAMatterKeepsItsRevisionUntilAnOrderCarriesIt(t *testing.T) {
	old := compile(t, taskDef())
	d := taskDef()
	d.Revision, d.States[0].Key = 2, "asked_for"
	for i := range d.Acts {
		for j, s := range d.Acts[i].From {
			if s == "owed" {
				d.Acts[i].From[j] = "asked_for"
			}
		}
	}
	d.Acts[0].To, d.Acts[3].To = "asked_for", "asked_for"
	b := newBench(t, old)
	m := b.task()
	due := m.Due
	b.w.Types = NewTypes([]*Type{old, compile(t, d)}, nil)
	b.w.Carries = map[string]Carry{"order": {From: 1, States: map[string]string{"owed": "asked_for"}}}
	b.as(dm).refused(m, StepHolder, Command{Act: "carry", Words: "order 12/2026"})
	r := rows()
	r.Powers = append(r.Powers, org.Power{ID: 8100, Post: dm, Name: "carry_over", From: 1})
	b.w.Org = newOrg(t, r)
	b.refused(m, "words", Command{Act: "carry"})
	m = b.do(m, Command{Act: "carry", Words: "order 12/2026"})
	if m.Revision != 2 || m.State != "asked_for" || m.Due != due || m.Memory.Visit != 1 {
		t.Fatalf("%+v", m)
	}
	b.as(bdoAmnour).do(m, Command{Act: "show", Typed: map[string]rule.Value{"remark": words("done")}})
}

func TestATypeThatKeepsASetCoveredIsLookedAtEachDay(t *testing.T) {
	d := taskDef()
	d.Acts = append(d.Acts, Act{Key: "list", Name: text2("list"), To: "owed", By: []rule.Who{{Kind: rule.WhoRule}}, Once: true,
		For: &rule.Frame{Of: []rule.Set{{Name: "block", Kind: rule.SetPlaceKind}}}})
	typ := compile(t, d)
	b := newBench(t, typ)
	timed := typ.Timed(b.w)
	if len(timed) != 1 || timed[0].At.Date() != day("2026-01-06") {
		t.Fatalf("%+v", timed)
	}
	b.on("2026-01-06").try(Command{Wake: &timed[0], Type: "order.task"})
	if len(b.out.Steps) != 2 || b.out.Steps[0].After.Place != amnour {
		t.Fatalf("%d opened", len(b.out.Steps))
	}
}
