package rule

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func at(s string) Name { return Name{s, Pos{1, 1}} }

func TestActPhraseRoundTrips(t *testing.T) {
	for _, s := range []string{
		"from shown to owed asks remark",
		"to with_l by filer or counter or import or ask",
		"from with_l or reopened to refusal asks speaking reasons topic.refusals needs contact(filer)",
		"from stage_2 to stage_3 not doer(recommend_1) letter forwarding bulk 500",
		"from drawn to done asks sheet needs visited(pump) and fresh_photo offline",
		"to owed by rule every monday",
		"from hearing to stay by above(doer(propose)) may photo",
		"",
	} {
		a, slips := ParseAct(at(s))
		if len(slips) > 0 {
			t.Errorf("%q: %v", s, slips)
		}
		if got := a.String(); got != s {
			t.Errorf("%q came back as %q", s, got)
		}
	}
}

func TestStatePhraseRoundTrips(t *testing.T) {
	for _, s := range []string{
		"closed",
		"working with case.office within facts_in climbs",
		"working with above(doer(propose_refusal)) within 3 working days",
		"waiting with legal by next_date outside warn 15 days and 7 days and 1 day",
		"working with rung within rung",
		"working with legal until parts",
		"working with asked within 7 days speaks speak_in",
	} {
		p, slips := ParseState(at(s))
		if len(slips) > 0 {
			t.Errorf("%q: %v", s, slips)
		}
		if got := p.String(); got != s {
			t.Errorf("%q came back as %q", s, got)
		}
	}
}

func TestSlipsPointAtTheWord(t *testing.T) {
	for _, c := range []struct {
		read func(Name) []Slip
		in   string
		want string
		col  int
	}{
		{act, "from a to b ask remark", "pack.word_extra", 13},
		{act, "form a to b", "pack.act_word", 1},
		{act, "from a or to b", "pack.join_hangs", 8},
		{act, "from a to", "pack.word_empty", 8},
		{act, "from a to b to c", "pack.word_twice", 13},
		{act, "from a to b needs contact(filer", "pack.parenthesis", 19},
		{act, "from a to b every blue moon", "pack.not_rhythm", 19},
		{act, "from a to b bulk many", "pack.not_count", 18},
		{state, "working holder within 2 days", "pack.state_word", 9},
		{state, "working with holder within 2 dayz", "pack.not_duration", 28},
		{state, "with holder", "pack.no_phase", 1},
		{field, "texts", "pack.field_type", 1},
		{field, "one forums", "pack.field_of", 1},
		{field, "text forty", "pack.field_flag", 6},
		{field, "money at least 5 at mist 6", "pack.not_value", 18},
		{field, "money over 5", "pack.money_bound", 7},
		{operand, "at least", "pack.word_empty", 1},
		{operand, "two words", "pack.not_value", 1},
		{test, "since", "pack.word_empty", 1},
		{test, "silent now", "pack.word_extra", 8},
		{test, "worse a", "pack.worse_than", 1},
		{test, "Not A Path", "pack.not_condition", 1},
		{post, "clerk at block", "pack.word_extra", 7},
		{setting, "local", "pack.setting_value", 1},
		{letter, "letter copy holder", "pack.letter_to", 1},
		{rung, "with holder copy by_hand", "pack.two_manners", 18},
	} {
		slips := c.read(at(c.in))
		if len(slips) == 0 {
			t.Errorf("%q: no slip, want %s", c.in, c.want)
			continue
		}
		if slips[0].Key != c.want || slips[0].Pos.Col != c.col {
			t.Errorf("%q: %s at %d, want %s at %d", c.in, slips[0].Key, slips[0].Pos.Col, c.want, c.col)
		}
	}
}

func act(n Name) []Slip     { _, s := ParseAct(n); return s }
func state(n Name) []Slip   { _, s := ParseState(n); return s }
func field(n Name) []Slip   { _, s := ParseField(n); return s }
func operand(n Name) []Slip { _, s := ParseOperand(n); return s }
func test(n Name) []Slip    { _, s := ParseTestKey(n); return s }
func post(n Name) []Slip    { _, s := ParsePost(n); return s }
func setting(n Name) []Slip { _, s := ParseSetting(n); return s }
func letter(n Name) []Slip  { _, s := ParseLetter(n); return s }
func rung(n Name) []Slip    { _, s := ParseRung(n); return s }
func who(n Name) []Slip     { _, s := ParseWho(n); return s }

func TestHalvesKnowTheirColumns(t *testing.T) {
	got := Halves("तथ्य अपेक्षित | Facts awaited | closed", Pos{4, 11})
	want := []Name{
		{"तथ्य अपेक्षित", Pos{4, 11}}, {"Facts awaited", Pos{4, 27}}, {"closed", Pos{4, 43}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestLiterals(t *testing.T) {
	for s, want := range map[string]string{
		"5000": "5000", "2 lakh": "2 lakh", "10 crore": "10 crore", "2026-01-05": "2026-01-05",
		"3 working days": "3 working days", "yes": "yes", "no": "no", "facts_in": "", "case.office": "", "": "",
		"2026-02-30": "", "two lakh": "", "monday": "",
	} {
		v, ok := ParseLiteral(s)
		if ok != (want != "") || ok && v.Written() != want {
			t.Errorf("%q: %v %q, want %q", s, ok, v.Written(), want)
		}
	}
}

func TestNearestName(t *testing.T) {
	names := []string{"vetting", "stating", "approval", "contact", "transfer"}
	for w, want := range map[string]string{
		"veting": "vetting", "contacted": "contact", "aproval": "approval", "tranfser": "transfer", "zebra": "", "x": "",
	} {
		if got := Nearest(w, names); got != want {
			t.Errorf("%q: %q, want %q", w, got, want)
		}
	}
}

func FuzzPhrases(f *testing.F) {
	for _, s := range []string{"from a or b to c needs contact(filer)", "working with above(holder) within rung", "text 40+ once",
		"person of asked on happened_on", "at least 3", "some disposal by lot", "desk under x", "|", "((", "with", "money at at"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n := at(strings.ToValidUTF8(s, ""))
		for _, read := range []func(Name) []Slip{act, state, field, operand, test, post, setting, letter, rung, who} {
			for _, slip := range read(n) {
				if slip.Pos.Line != 1 || slip.Pos.Col < 1 || slip.Key == "" {
					t.Fatalf("%q: slip stands nowhere: %+v", s, slip)
				}
			}
		}
		if a, slips := ParseAct(n); len(slips) == 0 {
			again, slips := ParseAct(at(a.String()))
			if len(slips) > 0 || again.String() != a.String() {
				t.Fatalf("%q became %q, then %q %v", s, a.String(), again.String(), slips)
			}
		}
	})
}
