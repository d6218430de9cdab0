package matter

import (
	"testing"

	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// TestAMatterAnswersWhatConditionsAsk walks the words of the language over one filing of a
// case: paths up and through, measures, marks.
func TestAMatterAnswersWhatConditionsAsk(t *testing.T) {
	defs := caseDefs()
	defs[1].Scales = []Scale{{Key: "priority", Marks: []Mark{
		{Key: "red", When: all(rule.Test{Kind: rule.TestLate, Key: "late court", Name: "court", Is: is("yes")})},
		{Key: "orange", When: all(rule.Test{Kind: rule.TestUntil, Key: "until court", Name: "court", Is: rule.Operand{Op: rule.OpUnder, Setting: "do_in"}})},
		{Key: "green"},
	}}}
	b := newBench(t, compile(t, defs[0]), compile(t, defs[1]))
	parent, m := b.filing()
	ask := func(m *Matter) rule.Facts { return b.w.Types.Get(m.Type, m.Revision).Facts(b.w, b.now(m)) }
	for path, want := range map[string]string{
		"state": "stating", "phase": "working", "holder": "bdo_amnour", "asker": "sdo", "place": "saran", "department": "admin",
		"case.office": "bdo_amnour", "case.state": "pending", "case.office.place": "amnour", "case.office.designation": "",
		"court_due": "2026-02-02", "received": "2026-01-06", "due": "2026-01-13 17:00", "call.on": "2026-01-06", "filing.state": "stating",
		"priority": "green", "red": "no", "green": "yes", "nothing": "", "case.nothing": "", "level": "", "detail": "", "asked": "",
		"case.number": "CWJC-12/2026", "subject": "", "taken_at": "",
	} {
		if got := ask(m).Value(path).String(); got != want {
			t.Errorf("%s is %q, want %q", path, got, want)
		}
	}
	for _, x := range []struct {
		kind       rule.TestKind
		name, want string
	}{
		{rule.TestLate, "", "no"}, {rule.TestLate, "court", "no"}, {rule.TestLate, "case.pending", "no"}, {rule.TestSilent, "", "no"},
		{rule.TestSince, "stating", "2026-01-06 12:00"}, {rule.TestSince, "call", "2026-01-06 12:00"}, {rule.TestSince, "court_due", "2026-02-02"},
		{rule.TestSince, "working", "2026-01-06 12:00"}, {rule.TestSince, "court", "2026-01-06 12:00"}, {rule.TestSince, "vetting", ""},
		{rule.TestUntil, "court", "2026-02-02 17:00"}, {rule.TestUntil, "due", "2026-01-13 17:00"}, {rule.TestUntil, "court_due", "2026-02-02"},
		{rule.TestTimes, "stating", "1"}, {rule.TestTimes, "call", "1"}, {rule.TestTimes, "send", "0"}, {rule.TestTimes, "return", "0"},
		{rule.TestTimes, "extend", "0"}, {rule.TestTimes, "transfer", "0"}, {rule.TestTimes, "working", "1"},
		{rule.TestRepeats, "detail", "0"}, {rule.TestSameMinute, "", "0"}, {rule.TestActOn, "call", "2026-01-06"}, {rule.TestActOn, "send", ""},
		{rule.TestMark, "priority", "green"}, {rule.TestMark, "red", "no"}, {rule.TestBad, "detail", "0"}, {rule.TestWorse, "detail", "no"},
	} {
		if got := ask(m).Measure(x.kind, x.name, "").String(); got != x.want {
			t.Errorf("measure %d %s is %q, want %q", x.kind, x.name, got, x.want)
		}
	}
	b.on("2026-01-28")
	if got := ask(m).Value("priority").S; got != "orange" {
		t.Errorf("five days before the court's date: %s", got)
	}
	b.on("2026-02-03")
	if got := ask(m).Measure(rule.TestMark, "red", "").N; got != 1 {
		t.Error("past the court's date and not red")
	}
	if n := len(ask(parent).Members("filing", "")); n != 1 {
		t.Errorf("%d filings", n)
	}
}

func TestAClosedMatterWasLateOrNot(t *testing.T) {
	for when, want := range map[string]int64{"2026-01-12": 0, "2026-01-14": 1} {
		d := taskDef()
		d.Acts = append(d.Acts, Act{Key: "end", Name: text2("end"), From: []string{"owed"}, To: "ended"})
		b := newBench(t, compile(t, d))
		m := b.on("2026-01-05").task()
		m = b.on(when).as(bdoAmnour).do(m, Command{Act: "end"})
		b.on("2026-06-01")
		if got := b.w.Types.Newest(m.Type).Facts(b.w, m).Measure(rule.TestLate, "", "").N; got != want {
			t.Errorf("closed on %s: late %d", when, got)
		}
	}
}

func TestOneFormIsWorseThanAnother(t *testing.T) {
	d := visitDef()
	d.Fields = append(d.Fields, Field{Key: "before", Name: text2("before"), Type: TChecklist, Arg: "amenities"})
	typ := compile(t, d)
	b := newBench(t, typ)
	m := b.as(dm).open("pumps.visit", "draw", map[string]rule.Value{"place": link("amnour")}, Envelope{})
	m.Memory.Fields["sheet"] = rule.Value{Kind: rule.Answers, Map: map[string]string{"air": "poor", "water": "na"}}
	m.Memory.Fields["before"] = rule.Value{Kind: rule.Answers, Map: map[string]string{"air": "good", "water": "absent"}}
	f := typ.Facts(b.w, m)
	if f.Measure(rule.TestWorse, "sheet", "before").N != 1 || f.Measure(rule.TestWorse, "before", "sheet").N != 0 {
		t.Error("poor is not worse than good, or what does not apply was compared")
	}
	if got := f.Value("sheet.air").S; got != "poor" {
		t.Errorf("sheet.air is %q", got)
	}
}

// TestLinksAreSeenFromBothEnds: a lot, and the disposals that point to it.
func TestLinksAreSeenFromBothEnds(t *testing.T) {
	lot := taskDef()
	lot.Key, lot.Answers = "lot", ""
	disposal := taskDef()
	disposal.Key, disposal.Answers = "disposal", ""
	disposal.Fields = append(disposal.Fields, Field{Key: "lot", Name: text2("lot"), Type: TMatter, Arg: "lot"}, Field{Key: "second", Name: text2("second"), Type: TMatter, Arg: "lot"})
	disposal.Acts[0].May = append(disposal.Acts[0].May, names("lot", "second")...)
	lt, dt := compile(t, lot), compile(t, disposal)
	b := newBench(t, lt, dt)
	l := b.as(dm).open("order.lot", "give", at("amnour"), Envelope{})
	typed := at("amnour")
	typed["lot"] = link(l.Key.String())
	x := b.open("order.disposal", "give", typed, Envelope{})
	if got := dt.Facts(b.w, x).Value("lot.state").S; got != "owed" {
		t.Errorf("lot.state is %q", got)
	}
	f := lt.Facts(b.w, b.now(l))
	for by, want := range map[string]int{"": 1, "lot": 1, "second": 0} {
		if got := len(f.Members("disposal", by)); got != want {
			t.Errorf("disposal by %q: %d, want %d", by, got, want)
		}
	}
	if got := len(dt.Facts(b.w, x).Members("lot", "")); got != 1 {
		t.Errorf("%d lots seen from the disposal", got)
	}
}

func TestSittingsAndRowsAreFactsToo(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	b.w.Sittings = []Session{
		{ID: 1, Key: "order.camp", State: "held", Matters: []record.ID{m.Key.ID}, On: day("2026-01-10")},
		{ID: 2, Key: "order.camp", State: "cancelled", Of: m.Key.ID}, {ID: 3, Key: "order.camp", State: "planned"},
	}
	f := b.w.Types.Newest(m.Type).Facts(b.w, m)
	phases := ""
	for _, s := range f.Members("camp", "") {
		phases += s.Value("phase").S + " "
	}
	if phases != "closed void " {
		t.Errorf("sittings %q", phases)
	}
	camp := f.Members("camp", "")[0]
	if got := camp.Measure(rule.TestSince, "on", "").String(); got != "2026-01-10" || camp.Now() != b.w.Now {
		t.Errorf("since on: %q", got)
	}
	frame := rule.Frame{Where: all(some(rule.TestSome, "some task", "task", rule.Condition{}))}
	r := newRun(b.w)
	typ := b.w.Types.Newest(m.Type)
	var with []string
	for _, id := range b.w.Org.Places(0, b.w.Now.Date(), "block") {
		p := b.w.Org.Place(id)
		if frame.Picks(rowFacts{r, typ, &Row{Ref: r.ref(record.Place, id), Key: p.Key, Place: id}}) {
			with = append(with, p.Key)
		}
	}
	if len(with) != 1 || with[0] != "amnour" {
		t.Errorf("blocks with a task: %v", with)
	}
}

func TestOpeningsListWhatOneMayBegin(t *testing.T) {
	b := caseBench(t)
	parent, _ := b.filing()
	types := b.w.Types.All()
	if got := Openings(b.as(sdo).w, nil, types...); len(got) == 0 || !hasOpening(got, "enter") {
		t.Errorf("the legal officer may begin %v", got)
	}
	if got := Openings(b.as(bdoEkma).w, nil, types...); len(got) != 0 {
		t.Errorf("a block officer may begin %v", got)
	}
	if got := Openings(b.as(sdo).w, b.now(parent)); len(got) != 1 || got[0].Act.Key != "call" || len(got[0].Act.Asks) != 1 {
		t.Errorf("parts %v", got)
	}
}

func hasOpening(list []Opening, act string) bool {
	for _, o := range list {
		if o.Act.Key == act {
			return true
		}
	}
	return false
}
