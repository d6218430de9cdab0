package matter

import (
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

func some(kind rule.TestKind, key, name string, inner rule.Condition) rule.Test {
	return rule.Test{Kind: kind, Key: key, Name: name, Inner: inner}
}

func closedParts() rule.Condition {
	return all(rule.Test{Kind: rule.TestPhase, Key: "phase", Is: is("closed")})
}

// directive and its shares: fan-out over a field of posts, and a parent that watches.
func directiveDefs() []Def {
	sc := scope()
	directive := Def{
		Pack: "asked", Revision: 1, Key: "directive", Class: record.Office, Name: text2("directive"), Scope: sc, Answers: "directive",
		Fields: append(common(), Field{Key: "owners", Name: text2("owners"), Type: TPosts}, Field{Key: "total", Name: text2("total"), Type: TSumOf, Arg: "share.paid"},
			Field{Key: "shares", Name: text2("shares"), Type: TCountOf, Arg: "share"}),
		States: []State{
			{Key: "given", Name: text2("given"), Phase: Waiting, With: who(rule.WhoAsker), Until: "parts"},
			{Key: "complied", Name: text2("complied"), Phase: Closed}, {Key: "void", Name: text2("void"), Phase: Void},
		},
		Acts: []Act{
			{Key: "issue", Name: text2("issue"), To: "given", By: []rule.Who{role("head_of_district"), {Kind: rule.WhoAsk}}, Asks: names("subject", "owners")},
			{Key: "done", Name: text2("done"), From: []string{"given"}, To: "complied", By: []rule.Who{{Kind: rule.WhoRule}}, When: all(
				some(rule.TestSome, "some share", "share", rule.Condition{}), some(rule.TestEvery, "every share", "share", closedParts()))},
		},
		Allows: Allows{Withdraw: &Withdraw{To: "void"}},
	}
	share := Def{
		Pack: "asked", Revision: 1, Key: "share", Of: "directive", Class: record.Office, Name: text2("share"), Scope: sc,
		Fields: append(common(), Field{Key: "post", Name: text2("post"), Type: TPost}, Field{Key: "paid", Name: text2("paid"), Type: TMoney}),
		States: []State{
			{Key: "owed", Name: text2("owed"), Phase: Working, With: who(rule.WhoAsked), Within: days(7)},
			{Key: "shown", Name: text2("shown"), Phase: Reported, With: who(rule.WhoAsker), Within: workingDays(2)},
			{Key: "ended", Name: text2("ended"), Phase: Closed}, {Key: "off", Name: text2("off"), Phase: Void},
		},
		Acts: []Act{
			{Key: "give", Name: text2("give"), To: "owed", By: []rule.Who{{Kind: rule.WhoRule}}, Once: true,
				For: &rule.Frame{Of: []rule.Set{{Name: "directive.owners", Kind: rule.SetPosts, Path: rule.Path{S: "directive.owners"}}}}},
			{Key: "show", Name: text2("show"), From: []string{"owed"}, To: "shown", Asks: names("remark"), May: names("paid")},
			{Key: "accept", Name: text2("accept"), From: []string{"shown"}, To: "ended"},
			{Key: "drop", Name: text2("drop"), From: []string{"owed", "shown"}, To: "off", By: []rule.Who{{Kind: rule.WhoRule}},
				When: all(rule.Test{Kind: rule.TestPath, Key: "directive.state", Path: rule.Path{S: "directive.state"}, Is: is("void")})},
		},
	}
	return []Def{directive, share}
}

func directiveBench(t testing.TB) *bench {
	var types []*Type
	for _, d := range directiveDefs() {
		types = append(types, compile(t, d))
	}
	return newBench(t, types...)
}

func (b *bench) directive(owners ...string) *Matter {
	b.Helper()
	return b.as(dm).open("asked.directive", "issue", map[string]rule.Value{"subject": words("Report on pumps"), "owners": {Kind: rule.Links, List: owners}}, Envelope{})
}

func (b *bench) shares(parent *Matter) []*Matter {
	var list []*Matter
	r := newRun(b.w)
	for _, f := range r.view(b.now(parent)).Members("share", "") {
		list = append(list, f.(view).m)
	}
	return list
}

func TestOneShareOpensForEachPost(t *testing.T) {
	b := directiveBench(t)
	m := b.directive("bdo_amnour", "bdo_ekma", "sdo")
	shares := b.shares(m)
	if len(shares) != 3 || len(b.out.Steps) != 4 {
		t.Fatalf("%d shares in %d steps", len(shares), len(b.out.Steps))
	}
	for i, want := range []record.ID{bdoAmnour, bdoEkma, sdo} {
		if s := shares[i]; s.Holder != want || s.Asker != dm || s.Memory.Fields["post"].S != b.w.postKey(want) || s.Parent != m.Key.ID {
			t.Errorf("share %d: holder %d asker %d %+v", i, s.Holder, s.Asker, s.Memory.Fields)
		}
	}
	b.as(dm).do(m, Command{Act: "note", Words: "hurry"})
	if len(b.shares(m)) != 3 {
		t.Fatal("a share opened twice")
	}
}

func (b *bench) finish(s *Matter) {
	b.Helper()
	b.as(s.Holder).do(s, Command{Act: "show", Typed: map[string]rule.Value{"remark": words("done"), "paid": {Kind: rule.Money, N: 5000}}})
	b.as(dm).do(s, Command{Act: "accept"})
}

func TestParentClosesWithItsLastPart(t *testing.T) {
	b := directiveBench(t)
	m := b.directive("bdo_amnour", "bdo_ekma")
	shares := b.shares(m)
	b.finish(shares[0])
	if got := b.now(m).State; got != "given" {
		t.Fatalf("closed with one share open: %s", got)
	}
	b.finish(shares[1])
	m = b.now(m)
	if m.State != "complied" || len(b.out.Steps) != 2 {
		t.Fatalf("%s in %d steps", m.State, len(b.out.Steps))
	}
	v := newRun(b.w).view(m)
	if v.Value("total").N != 10000 || v.Value("shares").N != 2 {
		t.Fatalf("sum %v count %v", v.Value("total"), v.Value("shares"))
	}
}

func TestPartsFollowAParentThatIsVoid(t *testing.T) {
	b := directiveBench(t)
	m := b.directive("bdo_amnour", "bdo_ekma")
	b.as(dm).do(m, Command{Act: "withdraw", Words: "by mistake"})
	for _, s := range b.shares(m) {
		if s.State != "off" {
			t.Errorf("a share of a void directive is %s", s.State)
		}
	}
}

func TestAPartIsNotSeenWithoutItsParent(t *testing.T) {
	b := directiveBench(t)
	m := b.directive("bdo_amnour", "bdo_ekma")
	s := b.shares(m)[1]
	b.as(bdoAmnour).refused(s, StepVisible, Command{Act: "show"})
}

// rhythm: five new shares every Monday, by a role.
func TestARhythmOpensAndOpensOnce(t *testing.T) {
	monday, _ := calendar.ParseRhythm("monday")
	d := taskDef()
	d.Acts = append(d.Acts, Act{Key: "weekly", Name: text2("weekly"), To: "owed", By: []rule.Who{{Kind: rule.WhoRule}}, Every: &monday,
		For: &rule.Frame{Of: []rule.Set{{Name: "head_of_block", Kind: rule.SetRole}}}})
	typ := compile(t, d)
	b := newBench(t, typ).on("2026-01-07")
	timed := typ.Timed(b.w)
	if len(timed) != 1 || timed[0].At.Date() != day("2026-01-12") || timed[0].What != "rule:weekly" {
		t.Fatalf("%+v", timed)
	}
	b.on("2026-01-12")
	b.try(Command{Wake: &timed[0], Type: "order.task"})
	if len(b.out.Steps) != 2 {
		t.Fatalf("%d opened", len(b.out.Steps))
	}
	b.try(Command{Wake: &timed[0], Type: "order.task"})
	if len(b.out.Steps) != 0 {
		t.Fatal("opened again while one stands open")
	}
}

// visit: a checklist whose bad answers raise findings; and one that offers an explanation.
func visitDef() Def {
	sc := scope()
	sc.Checklist = map[string]Checklist{"amenities": {Key: "amenities", Bad: []string{"poor", "absent"},
		Marks: []Code{{Key: "good", Name: text2("good")}, {Key: "poor", Name: text2("poor")}, {Key: "absent", Name: text2("absent")}},
		Items: []CheckItem{{Key: "air", Name: text2("air")}, {Key: "water", Name: text2("water")}, {Key: "toilet", Name: text2("toilet")}}}}
	sc.Asks = map[string]Ask{"task": {Key: "task"}, "explanation": {Key: "explanation", OffersOnly: true}}
	return Def{
		Pack: "pumps", Revision: 1, Key: "visit", Class: record.Office, Name: text2("visit"), Scope: sc,
		Fields: append(common(), Field{Key: "sheet", Name: text2("sheet"), Type: TChecklist, Arg: "amenities"}),
		States: []State{
			{Key: "drawn", Name: text2("drawn"), Phase: New, With: who(rule.WhoAsked), Within: days(1)},
			{Key: "done", Name: text2("done"), Phase: Reported, With: ptr(role("head_of_district")), Within: days(3)},
			{Key: "accepted", Name: text2("accepted"), Phase: Closed},
		},
		Acts: []Act{
			{Key: "draw", Name: text2("draw"), To: "drawn", By: []rule.Who{role("head_of_district")}, May: names("place")},
			{Key: "submit", Name: text2("submit"), From: []string{"drawn"}, To: "done", Asks: names("sheet"), Needs: []Guard{{Name: "fresh_photo"}}},
			{Key: "accept", Name: text2("accept"), From: []string{"done"}, To: "accepted",
				Raises: []Raise{{Ask: "task", For: "bad sheet", To: ptr(role("head_of_block")), Within: days(5)}},
				Offers: []Raise{{Ask: "explanation", To: ptr(role("head_of_block")), Within: days(3), When: all(rule.Test{Kind: rule.TestBad, Key: "bad sheet", Name: "sheet", Is: atLeast(2)})}}},
		},
	}
}

func TestABadAnswerRaisesAndOffers(t *testing.T) {
	d := taskDef()
	d.States[0].With, d.States[0].Within, d.States[0].By = who(rule.WhoAsked), rule.Duration{}, "due"
	explain := taskDef()
	explain.Pack, explain.Answers = "why", "explanation"
	b := newBench(t, compile(t, visitDef()), compile(t, d), compile(t, explain))
	m := b.as(dm).open("pumps.visit", "draw", map[string]rule.Value{"place": link("amnour")}, Envelope{Asked: bdoEkma})
	typed := map[string]rule.Value{
		"sheet": {Kind: rule.Answers, Map: map[string]string{"air": "good", "water": "poor", "toilet": "absent"}},
		"photo": {Kind: rule.File, List: []string{"p1"}},
	}
	b.as(bdoEkma).refused(m, "fresh_photo", Command{Act: "submit", Typed: typed})
	b.w.Proof.Files = map[string]FileFact{"p1": {Image: true, Taken: b.w.Now, Seen: true}}
	b.refused(m, "fresh_photo", Command{Act: "submit", Typed: typed})
	b.w.Proof.Files["p1"] = FileFact{Image: true, Taken: b.w.Now}
	b.do(m, Command{Act: "submit", Typed: typed})
	m = b.as(dm).do(m, Command{Act: "accept"})
	if len(m.Memory.Raised) != 2 || len(m.OpenOffers()) != 1 || m.OpenOffers()[0].Before != dm || m.OpenOffers()[0].To != bdoAmnour {
		t.Fatalf("raised %d offers %+v", len(m.Memory.Raised), m.Memory.Offers)
	}
	child := b.w.Matters[m.Memory.Raised[0]]
	if child.Holder != bdoAmnour || child.Due.Date() != day("2026-01-10") || child.Asker != dm || child.Subject != "water" || child.About.Key != m.Key {
		t.Fatalf("%+v due %s", child, child.Due.Date())
	}
	v := newRun(b.w).view(m)
	if got := len(v.Members("task", "")); got != 2 {
		t.Fatalf("%d matters answer the ask", got)
	}
	b.as(bdoEkma).refused(m, "holder", Command{Act: "sign_offer"})
	b.as(dm).refused(m, "words", Command{Act: "set_aside"})
	m = b.on("2026-01-07").do(m, Command{Act: "sign_offer"})
	asked := b.w.Matters[m.Memory.Offers[0].Raised]
	if len(m.OpenOffers()) != 0 || asked == nil || asked.Type != "why.task" || asked.Asked != bdoAmnour || asked.Asker != dm ||
		asked.Memory.Fields["due"].N != int64(day("2026-01-10")) {
		t.Fatalf("signed %+v, raised %+v", m.Memory.Offers, asked)
	}
	b.refused(m, "state", Command{Act: "sign_offer"})
}

func TestADraftSetAsideRaisesNothing(t *testing.T) {
	d := visitDef()
	d.Acts[2].Raises, d.Acts[2].Offers[0].When = nil, rule.Condition{}
	d.Acts[1].Needs = nil
	explain := taskDef()
	explain.Pack, explain.Answers = "why", "explanation"
	b := newBench(t, compile(t, d), compile(t, explain))
	m := b.as(dm).open("pumps.visit", "draw", map[string]rule.Value{"place": link("amnour")}, Envelope{Asked: bdoEkma})
	b.as(bdoEkma).do(m, Command{Act: "submit", Typed: map[string]rule.Value{"sheet": {Kind: rule.Answers, Map: map[string]string{"air": "good"}}}})
	b.as(dm).do(m, Command{Act: "accept"})
	m = b.do(m, Command{Act: "set_aside", Words: "The shortfall was reported in time"})
	if len(m.OpenOffers()) != 0 || m.Memory.Offers[0].Settled == 0 || m.Memory.Offers[0].Raised != 0 || len(m.Memory.Raised) != 0 {
		t.Fatalf("%+v", m.Memory.Offers)
	}
	b.replay(m.Key.ID)
}

// case and filing: a court's clock beside ours, a stop of the parent on a part's act.
func caseDefs() []Def {
	sc := scope()
	office := rule.Who{Kind: rule.WhoPath, Path: rule.Path{S: "case.office"}}
	c := Def{
		Pack: "law", Revision: 1, Key: "case", Class: record.Office, Name: text2("case"), Scope: sc, Number: "{forum}-{outside_no}",
		Fields: append(common(), Field{Key: "office", Name: text2("office"), Type: TPost}, textField("forum", 0), textField("outside_no", 0),
			Field{Key: "next_date", Name: text2("next"), Type: TDate}, Field{Key: "stayed", Name: text2("stayed"), Type: TYesNo}),
		States: []State{
			{Key: "pending", Name: text2("pending"), Phase: Waiting, With: ptr(role("head_of_subdivision")), By: "next_date", Outside: true, Warn: []calendar.Span{{N: 7, Unit: calendar.Days}}},
			{Key: "disposed", Name: text2("disposed"), Phase: Closed},
		},
		Acts: []Act{
			{Key: "enter", Name: text2("enter"), To: "pending", By: []rule.Who{role("head_of_subdivision")}, Asks: names("office", "forum", "outside_no", "next_date")},
			{Key: "hear", Name: text2("hear"), From: []string{"pending"}, Stay: true, Asks: names("next_date"), May: names("stayed")},
			{Key: "end", Name: text2("end"), From: []string{"pending"}, To: "disposed"},
		},
		Stops: []Stop{{Key: "stay", Name: text2("A stay is in force"), Acts: []string{"end", "filing.send"}, Source: text2("High Court"),
			When: all(rule.Test{Kind: rule.TestPath, Key: "stayed", Path: rule.Path{S: "stayed"}, Is: is("yes")})}},
	}
	f := Def{
		Pack: "law", Revision: 1, Key: "filing", Of: "case", Class: record.Office, Name: text2("filing"), Scope: sc,
		Fields: append(common(), Field{Key: "court_due", Name: text2("court due"), Type: TDate}),
		States: []State{
			{Key: "stating", Name: text2("stating"), Phase: Working, With: &office, Within: days(7), Climbs: true},
			{Key: "vetting", Name: text2("vetting"), Phase: Working, With: &rule.Who{Kind: rule.WhoAbove, Of: &office}, Within: days(3)},
			{Key: "filed", Name: text2("filed"), Phase: Closed},
		},
		Acts: []Act{
			{Key: "call", Name: text2("call"), To: "stating", By: []rule.Who{role("head_of_subdivision")}, Asks: names("court_due")},
			{Key: "send", Name: text2("send"), From: []string{"stating"}, To: "vetting", May: names("file")},
			{Key: "return", Name: text2("return"), From: []string{"vetting"}, To: "stating", Asks: names("remark")},
			{Key: "lodge", Name: text2("lodge"), From: []string{"vetting"}, To: "filed"},
		},
		Clocks: []Clock{{Key: "court", Name: text2("court"), On: "court_due", In: []string{"open"}, Outside: true, Warn: []calendar.Span{{N: 7, Unit: calendar.Days}}}},
		Ladder: []Rung{
			{Key: "R1", Name: text2("R1"), With: rule.Who{Kind: rule.WhoAbove, Of: &office}, Within: days(2), Manner: RungCopy},
			{Key: "R2", Name: text2("R2"), With: role("head_of_district"), Within: days(2), Manner: RungCopy},
		},
		Allows: Allows{Extend: &Extend{Clock: "court", GrantedBy: who(rule.WhoOutside), Asks: names("court_due", "file")}},
	}
	return []Def{c, f}
}

func date(s string) rule.Value { return rule.Value{Kind: rule.Date, N: int64(day(s))} }

func (b *bench) filing() (parent, part *Matter) {
	b.Helper()
	parent = b.as(sdo).open("law.case", "enter", map[string]rule.Value{
		"office": link("bdo_amnour"), "forum": words("CWJC"), "outside_no": words("12/2026"), "next_date": date("2026-03-02"),
	}, Envelope{})
	b.on("2026-01-06")
	part = b.open("law.filing", "call", map[string]rule.Value{"court_due": date("2026-02-02")}, Envelope{Parent: parent.Key.ID})
	return parent, part
}

func caseBench(t testing.TB) *bench {
	var types []*Type
	for _, d := range caseDefs() {
		types = append(types, compile(t, d))
	}
	return newBench(t, types...)
}

func TestTheCourtsClockStandsApart(t *testing.T) {
	b := caseBench(t)
	parent, m := b.filing()
	if parent.Number != "CWJC-12/2026" || parent.Due.Date() != day("2026-03-02") {
		t.Fatalf("%s due %s", parent.Number, parent.Due.Date())
	}
	if m.Holder != bdoAmnour || m.Due.Date() != day("2026-01-13") || m.Clock("court").Due.Date() != day("2026-02-02") {
		t.Fatalf("holder %d due %s court %s", m.Holder, m.Due.Date(), m.Clock("court").Due.Date())
	}
	b.wait("2026-01-14")
	m = b.now(m)
	typ := b.w.Types.Newest(m.Type)
	if typ.RungOf(m.Level) != "R1" || m.Holder != bdoAmnour || m.Due.Date() != day("2026-01-13") || m.Clock("court").Due.Date() != day("2026-02-02") {
		t.Fatalf("%s holder %d due %s", typ.RungOf(m.Level), m.Holder, m.Due.Date())
	}
	b.wait("2026-01-17")
	if m = b.now(m); typ.RungOf(m.Level) != "R2" || m.Holder != bdoAmnour {
		t.Fatalf("%s holder %d", typ.RungOf(m.Level), m.Holder)
	}
	b.wait("2026-01-31")
	warned := 0
	for _, ev := range b.events[m.Key.ID] {
		if ev.Kind == Warned {
			warned++
		}
	}
	if warned != 1 {
		t.Fatalf("warned %d times of the court's date, want once", warned)
	}
}

func TestACourtsPaperProvesAnExtension(t *testing.T) {
	b := caseBench(t)
	_, m := b.filing()
	b.as(bdoAmnour).refused(m, "file", Command{Act: "extend", Typed: map[string]rule.Value{"court_due": date("2026-03-02")}})
	m = b.do(m, Command{Act: "extend", Typed: map[string]rule.Value{"court_due": date("2026-03-02"), "file": {Kind: rule.File, List: []string{"o1"}}}})
	if m.Clock("court").Due.Date() != day("2026-03-02") || m.Due.Date() != day("2026-01-13") || m.Memory.Fields["court_due"].N != int64(day("2026-03-02")) {
		t.Fatalf("court %s inner %s", m.Clock("court").Due.Date(), m.Due.Date())
	}
}

func TestALawsStopIsNamedOnPartsToo(t *testing.T) {
	b := caseBench(t)
	parent, m := b.filing()
	b.as(sdo).do(parent, Command{Act: "hear", Typed: map[string]rule.Value{"next_date": date("2026-03-20"), "stayed": yes(true)}})
	if got := b.now(parent).Due.Date(); got != day("2026-03-20") {
		t.Fatalf("the next hearing is %s", got)
	}
	b.refused(parent, "stay", Command{Act: "end"})
	b.as(bdoAmnour).refused(m, "stay", Command{Act: "send"})
	acts := Available(b.as(sdo).w, b.now(parent))
	for _, a := range acts {
		if a.Key == "end" && (a.Stopped == nil || a.Stopped.Key != "stay") {
			t.Fatal("the page does not show which law stops the act")
		}
	}
}

func TestARungIsReachedByHandAndHandedBack(t *testing.T) {
	b := newBench(t, compile(t, grievanceDef())).topic(false, 0)
	m := b.lodge()
	b.wait("2026-01-16")
	b.as(sdo).refused(m, "words", Command{Act: "hand_back"})
	m = b.do(m, Command{Act: "hand_back", Words: "within the block's reach"})
	if m.Level != 0 || m.Holder != bdoAmnour || m.Due.Date() != day("2026-01-24") {
		t.Fatalf("level %d holder %d due %s", m.Level, m.Holder, m.Due.Date())
	}
	m = b.as(bdoAmnour).do(m, Command{Act: "climb", Words: "needs the subdivision"})
	if m.Level != 1 || m.Holder != sdo {
		t.Fatalf("level %d holder %d", m.Level, m.Holder)
	}
}
