package matter

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

func same(a, b *Matter) string {
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	if string(x) != string(y) {
		return fmt.Sprintf("\n%s\n%s", x, y)
	}
	return ""
}

// compile indexes a definition without the proofs of Compile: the engine's own rules must
// hold even for a pack that they would refuse.
func compile(t testing.TB, d Def) *Type {
	t.Helper()
	return newType(d)
}

func names(keys ...string) []rule.Name {
	var list []rule.Name
	for _, k := range keys {
		list = append(list, rule.Name{S: k})
	}
	return list
}

func who(kind rule.WhoKind) *rule.Who { return &rule.Who{Kind: kind} }

func role(name string) rule.Who {
	return rule.Who{Kind: rule.WhoNamed, Name: name, As: rule.AsRole, Role: name}
}

func byDesk(name string) rule.Who { return rule.Who{Kind: rule.WhoNamed, Name: name, As: rule.AsDesk} }

func ptr[T any](v T) *T { return &v }

func days(n int) rule.Duration {
	return rule.Duration{Literal: true, Span: calendar.Span{N: n, Unit: calendar.Days}}
}

func workingDays(n int) rule.Duration {
	return rule.Duration{Literal: true, Span: calendar.Span{N: n, Unit: calendar.WorkingDays}}
}

func setting(name string) rule.Duration { return rule.Duration{Setting: name} }

func textField(key string, min int) Field {
	return Field{Key: key, Name: text2(key), Type: TText, MinChars: min}
}

func common() []Field {
	return []Field{
		textField("subject", 0), textField("detail", 0), textField("remark", 0),
		{Key: "place", Name: text2("place"), Type: TPlace, Common: true}, {Key: "due", Name: text2("due"), Type: TDate, Common: true},
		{Key: "file", Name: text2("file"), Type: TFile, Common: true}, {Key: "photo", Name: text2("photo"), Type: TFile, Common: true},
		{Key: "contact", Name: text2("contact"), Type: TText, Common: true},
	}
}

func length(n int, u calendar.Unit) rule.Value {
	return rule.Value{Kind: rule.Length, Span: calendar.Span{N: n, Unit: u}}
}

func scope() *Scope {
	return &Scope{
		Settings: map[string]Setting{
			"do_in":      {Key: "do_in", Name: text2("do_in"), Value: length(7, calendar.Days), Local: true},
			"pause_most": {Key: "pause_most", Name: text2("pause_most"), Value: length(15, calendar.Days)},
			"default_in": {Key: "default_in", Name: text2("default_in"), Value: length(3, calendar.WorkingDays)},
		},
		Lists: map[string]List{
			"pauses":    {Key: "pauses", Codes: []Code{{Key: "flood", Name: text2("flood")}}},
			"misrouted": {Key: "misrouted", Codes: []Code{{Key: "other_office", Name: text2("other office")}}},
			"heard": {Key: "heard", Codes: []Code{
				{Key: "satisfied", Name: text2("s")}, {Key: "unsatisfied", Name: text2("u")}, {Key: "unreachable", Name: text2("n")},
			}},
			"refusals": {Key: "refusals", Codes: []Code{{Key: "on_merit", Name: text2("on merit")}, {Key: "old", Name: text2("old"), Retired: true}}},
		},
		Letters: map[string]Letter{"interim": {Key: "interim", Name: text2("interim"), Kind: "letter", To: rule.Who{Kind: rule.WhoAsker}}},
	}
}

// task: the plain loop. The block officer owes it, shows it, the asker's office checks it.
func taskDef() Def {
	return Def{
		Pack: "order", Revision: 1, Key: "task", Class: record.Office, Name: text2("task"), Number: "T-{district}-{year}-{serial}",
		Answers: "task", Fields: common(), Scope: scope(),
		States: []State{
			{Key: "owed", Name: text2("owed"), Phase: Working, With: ptr(role("head_of_block")), Within: setting("do_in"), Speaks: days(3)},
			{Key: "shown", Name: text2("shown"), Phase: Reported, With: ptr(role("head_of_subdivision")), Within: workingDays(2)},
			{Key: "ended", Name: text2("ended"), Phase: Closed},
			{Key: "dropped", Name: text2("dropped"), Phase: Void},
		},
		Acts: []Act{
			{Key: "give", Name: text2("give"), To: "owed", By: []rule.Who{role("head_of_district"), role("head_of_block"), {Kind: rule.WhoAsk}}, Asks: names("subject"), May: names("place", "detail", "due")},
			{Key: "show", Name: text2("show"), From: []string{"owed"}, To: "shown", Asks: names("remark"), May: names("file", "photo")},
			{Key: "accept", Name: text2("accept"), From: []string{"shown"}, To: "ended", By: []rule.Who{role("head_of_subdivision"), role("head_of_block"), role("block_clerk"), role("head_of_district")}},
			{Key: "return", Name: text2("return"), From: []string{"shown"}, To: "owed", Asks: names("remark")},
		},
		Allows: Allows{
			Transfer: &Transfer{Reasons: "misrouted", Most: rule.Operand{Op: rule.OpAtMost, Literal: rule.Value{Kind: rule.Number, N: 1}}, Then: ptr(role("head_of_district"))},
			Extend:   &Extend{GrantedBy: &rule.Who{Kind: rule.WhoAbove, Of: who(rule.WhoHolder)}, Most: rule.Operand{Op: rule.OpAtMost, Literal: rule.Value{Kind: rule.Number, N: 1}}, Letter: "interim"},
			Pause:    &Pause{Reasons: "pauses", Most: setting("pause_most")},
			Withdraw: &Withdraw{To: "dropped"},
			Remind:   &Remind{}, PassDown: true,
		},
	}
}

func words(s string) rule.Value { return rule.Value{Kind: rule.Text, S: s} }

func at(place string) map[string]rule.Value {
	return map[string]rule.Value{"subject": words("Open the road"), "place": link(place)}
}

// given opens a task for the block officer of Amnour, asked by the district magistrate.
func (b *bench) task() *Matter {
	b.Helper()
	return b.as(dm).open("order.task", "give", at("amnour"), Envelope{})
}
