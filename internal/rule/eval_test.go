package rule

import (
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
)

// paper is a fact sheet for tests: values by path, measures by their words, members by name.
type paper struct {
	values   map[string]Value
	measures map[string]Value
	members  map[string][]Facts
	settings map[string]Value
	now      calendar.Instant
}

func (p *paper) Value(s string) Value { return p.values[s] }

func (p *paper) Measure(k TestKind, name, than string) Value {
	return p.measures[strings.Trim(kindName(k)+" "+name+" "+than, " ")]
}

func kindName(k TestKind) string {
	for word, m := range measures {
		if m.kind == k {
			return word
		}
	}
	return "mark"
}

func (p *paper) Members(name, by string) []Facts { return p.members[strings.Trim(name+" "+by, " ")] }
func (p *paper) Setting(s string) Value          { return p.settings[s] }
func (p *paper) Now() calendar.Instant           { return p.now }

func (p *paper) Reach(from calendar.Instant, s calendar.Span) calendar.Instant {
	return calendar.New(calendar.Rules{}).Due(from, s).At
}

func day(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// cond reads one key and its value as a pack has them.
func cond(t *testing.T, key, is string, inner ...Condition) Condition {
	t.Helper()
	test, slips := ParseTestKey(Name{S: key})
	if len(slips) > 0 {
		t.Fatalf("%s: %v", key, slips)
	}
	if len(inner) > 0 {
		test.Inner = inner[0]
	} else {
		if test.Is, slips = ParseOperand(Name{S: is}); len(slips) > 0 {
			t.Fatalf("%s: %v", is, slips)
		}
		if _, known := settings[test.Is.Path.S]; known {
			test.Is.Setting, test.Is.Path = test.Is.Path.S, Path{}
		}
	}
	return Condition{Any: []All{{Tests: []Test{test}}}}
}

var settings = map[string]Value{
	"large": {Kind: Money, N: 10_00_00_000_00}, "rest": {Kind: Length, Span: calendar.Span{N: 90, Unit: calendar.Days}},
}

func sheet() *paper {
	now := day("2026-02-02").At(12, 0)
	return &paper{
		now: now, settings: settings,
		values: map[string]Value{
			"state": {Kind: Code, S: "pending"}, "phase": {Kind: Code, S: "waiting"}, "level": {Kind: Code, S: "L2"},
			"contempt": {Kind: YesNo, N: 1}, "at_stake": {Kind: Money, N: 12_00_00_000_00}, "class_is": {Kind: Code, S: "policy"},
			"reasons": {Kind: Codes, List: []string{"late", "lost"}}, "topic.visit": {Kind: YesNo}, "filed_on": {Kind: Date, N: int64(day("2014-01-01"))},
			"topic": {Kind: Link, S: "ration_shop"}, "count": {Kind: Number, N: 3}, "next_date": {Kind: Date, N: int64(day("2026-02-10"))},
			"starts": {Kind: Date, N: int64(day("2026-02-01"))}, "remark": {Kind: Text, S: "words"},
		},
		measures: map[string]Value{
			"late": {Kind: YesNo, N: 1}, "late court": {Kind: YesNo}, "times reopened": {Kind: Number, N: 3},
			"since filed_on": {Kind: Date, N: int64(day("2014-01-01"))}, "since reported": {Kind: Moment, N: int64(day("2026-01-20").At(11, 0))},
			"until due": {Kind: Moment, N: int64(now + calendar.Hour)}, "bad sheet": {Kind: Number, N: 2}, "worse a b": {Kind: YesNo, N: 1},
			"changed local_head": {Kind: YesNo, N: 1}, "silent": {Kind: YesNo},
		},
		members: map[string][]Facts{
			"share": {part("closed", 5), part("working", 9)}, "done": {part("closed", 5), part("closed", 6)}, "none": nil,
			"lot by": {part("closed", 1)},
		},
	}
}

func part(phase string, paid int64) Facts {
	return &paper{values: map[string]Value{
		"state": {Kind: Code, S: phase + "_state"}, "phase": {Kind: Code, S: phase}, "paid": {Kind: Number, N: paid},
	}, settings: settings}
}

func TestConditionsSayWhatTheyRead(t *testing.T) {
	f := sheet()
	for key, want := range map[string]map[string]bool{
		"state":            {"pending": true, "ordered": false, "open": true, "waiting": true},
		"phase":            {"waiting": true, "open": true, "closed": false},
		"level":            {"L2": true, "L1": false},
		"contempt":         {"yes": true, "no": false, "given": true, "missing": false},
		"presence":         {"no": true, "yes": false, "missing": true, "given": false},
		"at_stake":         {"over large": true, "at least 12 crore": true, "under 1 crore": false},
		"class_is":         {"policy": true, "land": false},
		"reasons":          {"lost": true, "found": false},
		"topic":            {"ration_shop": true, "other": false},
		"count":            {"at least 3": true, "over 3": false, "at most 3": true, "under 3": false},
		"next_date":        {"after 2026-02-02": true, "before 2026-02-02": false, "up to 2026-02-10": true, "same as next_date": true, "after starts": true},
		"late":             {"yes": true, "no": false},
		"late court":       {"no": true, "yes": false},
		"silent":           {"no": true},
		"times reopened":   {"at least 3": true, "under 1": false},
		"since filed_on":   {"over 10 years": true, "over 13 years": false, "under 13 years": true},
		"since reported":   {"over 11 days": true, "over 12 days": false, "over 13 days": false, "at most 13 days": true, "under rest": true},
		"until due":        {"under 2 hours": true, "under 1 hours": false, "over 30 days": false},
		"since unknown":    {"over 1 days": false, "under 1 days": false, "missing": true},
		"bad sheet":        {"at least 1": true, "at least 3": false},
		"worse a than b":   {"yes": true},
		"missing_thing.on": {"given": false, "missing": true},
	} {
		for is, holds := range want {
			got, failed := cond(t, key, is).Holds(f)
			if got != holds {
				t.Errorf("%s: %s is %v, want %v", key, is, got, holds)
			}
			if !got && failed != key {
				t.Errorf("%s: %s failed at %q", key, is, failed)
			}
		}
	}
}

func TestQuantifiersOverMembers(t *testing.T) {
	f := sheet()
	closed, rich := cond(t, "phase", "closed"), cond(t, "paid", "over 8")
	for name, want := range map[string]struct {
		c     Condition
		holds bool
	}{
		"some share":            {closed, true},
		"every share":           {closed, false},
		"every done":            {closed, true},
		"every none":            {closed, true},
		"some none":             {Condition{}, false},
		"some done":             {Condition{}, true},
		"no none":               {Condition{}, true},
		"no share":              {rich, false},
		"no done":               {rich, true},
		"last share":            {rich, true},
		"last done":             {rich, false},
		"last none":             {Condition{}, false},
		"some lot by elsewhere": {Condition{}, false},
	} {
		got, failed := cond(t, name, "", want.c).Holds(f)
		if got != want.holds || (!got && failed != name) {
			t.Errorf("%s: %v failed at %q", name, got, failed)
		}
	}
}

func TestHereIsTheMatterOutside(t *testing.T) {
	f := sheet()
	if ok, _ := cond(t, "some share", "", cond(t, "paid", "over here.count")).Holds(f); !ok {
		t.Error("the inside does not see the matter outside")
	}
	if ok, _ := cond(t, "some share", "", cond(t, "here.state", "pending")).Holds(f); !ok {
		t.Error("here.state is not the outer state")
	}
}

func TestAMapIsAllAndAListIsAny(t *testing.T) {
	f := sheet()
	yes, no := cond(t, "contempt", "yes"), cond(t, "level", "L1")
	and := Condition{Any: []All{{Tests: []Test{yes.Any[0].Tests[0], no.Any[0].Tests[0]}}}}
	or := Condition{Any: []All{no.Any[0], yes.Any[0]}}
	if ok, failed := and.Holds(f); ok || failed != "level" {
		t.Errorf("all: %v %q", ok, failed)
	}
	if ok, _ := or.Holds(f); !ok {
		t.Error("any: none held")
	}
	if ok, _ := (Condition{}).Holds(f); !ok {
		t.Error("an empty condition did not hold")
	}
	not := Condition{Any: []All{{Tests: []Test{{Kind: TestNot, Key: "not", Inner: yes}}}}}
	if ok, failed := not.Holds(f); ok || failed != "not" {
		t.Errorf("not: %v %q", ok, failed)
	}
	if got := or.Words(); got != "level | contempt" {
		t.Errorf("words %q", got)
	}
}

func TestTurnsIsTheInstantAfterWhichItHolds(t *testing.T) {
	f := sheet()
	c := cond(t, "since reported", "over 15 days")
	test := &c.Any[0].Tests[0]
	at := test.Turns(f)
	if ok, _ := c.Holds(f); ok || at == 0 {
		t.Fatalf("holds already, or never turns: %v", at)
	}
	f.now = at - 1
	if ok, _ := c.Holds(f); ok {
		t.Fatal("holds before it turns")
	}
	f.now = at
	if ok, _ := c.Holds(f); !ok {
		t.Fatal("does not hold when it turns")
	}
	if test.Turns(f) != 0 {
		t.Fatal("turns again")
	}
}

func TestAFramePicksByStateWhereAndNot(t *testing.T) {
	rows := []Facts{part("closed", 5), part("working", 9), part("working", 2)}
	f := Frame{In: []Name{{S: "open"}}, Where: cond(t, "paid", "over 1"), Not: cond(t, "paid", "over 8")}
	if got := f.Pick(rows, nil); len(got) != 1 || got[0].Value("paid").N != 2 {
		t.Fatalf("picked %d", len(got))
	}
	if !(&Frame{}).Picks(rows[0]) {
		t.Error("a bare frame leaves rows out")
	}
}

func TestDurationsResolve(t *testing.T) {
	f := sheet()
	f.values["topic.l1_days"] = Value{Kind: Length, Span: calendar.Span{N: 7, Unit: calendar.WorkingDays}}
	for _, c := range []struct {
		d    Duration
		want string
		ok   bool
	}{
		{Duration{Literal: true, Span: calendar.Span{N: 3, Unit: calendar.Days}}, "3 days", true},
		{Duration{Setting: "rest"}, "90 days", true},
		{Duration{Path: Path{S: "topic.l1_days"}}, "7 working days", true},
		{Duration{Setting: "large"}, "", false},
		{Duration{Path: Path{S: "nowhere.at"}}, "", false},
		{Duration{Rung: true}, "", false},
	} {
		span, ok := c.d.Resolve(f)
		if ok != c.ok || (ok && span.String() != c.want) {
			t.Errorf("%s is %s %v", c.d, span, ok)
		}
	}
}

func TestCompareMeetsOnTheDayAndInUnits(t *testing.T) {
	length := func(n int, u calendar.Unit) Value { return Value{Kind: Length, Span: calendar.Span{N: n, Unit: u}} }
	for _, c := range []struct {
		a, b Value
		want int
		ok   bool
	}{
		{Value{Kind: Moment, N: int64(day("2026-01-05").At(23, 0))}, Value{Kind: Date, N: int64(day("2026-01-05"))}, 0, true},
		{length(2, calendar.Days), length(47, calendar.Hours), 1, true},
		{length(1, calendar.Months), length(5, calendar.Weeks), -1, true},
		{Value{Kind: Number, N: 2}, Value{Kind: Text, S: "2"}, 0, false},
	} {
		got, ok := Compare(c.a, c.b)
		if got != c.want || ok != c.ok {
			t.Errorf("%v and %v: %d %v", c.a, c.b, got, ok)
		}
	}
}

func FuzzHolds(f *testing.F) {
	for _, s := range [][2]string{{"state", "open"}, {"since reported", "over 3 days"}, {"some share", "yes"}, {"paid", "same as here.count"}, {"until due", "under 2 hours"}} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, key, is string) {
		test, slips := ParseTestKey(Name{S: key})
		op, more := ParseOperand(Name{S: is})
		if len(slips)+len(more) > 0 {
			return
		}
		test.Is = op
		c := Condition{Any: []All{{Tests: []Test{test}}}}
		ok, failed := c.Holds(sheet())
		if again, _ := c.Holds(sheet()); again != ok {
			t.Fatalf("%s: %s answers twice differently", key, is)
		}
		if ok == (failed != "") {
			t.Fatalf("%s: %s is %v and failed at %q", key, is, ok, failed)
		}
	})
}

func BenchmarkHolds(b *testing.B) {
	f := sheet()
	c := Condition{Any: []All{{Tests: []Test{
		{Kind: TestSince, Key: "since reported", Name: "reported", Is: Operand{Op: OpOver, Literal: Value{Kind: Length, Span: calendar.Span{N: 15, Unit: calendar.Days}}}},
		{Kind: TestTimes, Key: "times reopened", Name: "reopened", Is: Operand{Op: OpAtLeast, Literal: Value{Kind: Number, N: 3}}},
	}}}}
	b.ReportAllocs()
	for b.Loop() {
		c.Holds(f)
	}
}
