package matter

import (
	"testing"

	"github.com/anupalan/anupalan/internal/rule"
)

// cond builds a condition of one key, as a pack would write it.
func cond(t *testing.T, key, value string) rule.Condition {
	t.Helper()
	test, slips := rule.ParseTestKey(rule.Name{S: key, Pos: rule.Pos{Line: 1, Col: 1}})
	if len(slips) > 0 {
		t.Fatal(slips)
	}
	if test.Kind.Quantifier() {
		test.Inner = cond(t, "phase", value)
	} else if test.Is, slips = rule.ParseOperand(rule.Name{S: value, Pos: rule.Pos{Line: 1, Col: 9}}); len(slips) > 0 {
		t.Fatal(slips)
	}
	return rule.Condition{Any: []rule.All{{Tests: []rule.Test{test}}}}
}

func TestOnlySureOppositesKeepRulesApart(t *testing.T) {
	for _, c := range []struct {
		a, b [2]string
		want bool
	}{
		{[2]string{"some visit", "open"}, [2]string{"no visit", "open"}, true},
		{[2]string{"some visit", "open"}, [2]string{"no visit", "closed"}, false},
		{[2]string{"some visit", "open"}, [2]string{"no filing", "open"}, false},
		{[2]string{"paid_on", "given"}, [2]string{"paid_on", "missing"}, true},
		{[2]string{"paid_on", "given"}, [2]string{"told_on", "missing"}, false},
		{[2]string{"urgent", "yes"}, [2]string{"urgent", "no"}, true},
		{[2]string{"urgent", "yes"}, [2]string{"urgent", "yes"}, false},
		{[2]string{"times sent", "at least 3"}, [2]string{"times sent", "under 3"}, true},
		{[2]string{"times sent", "at least 3"}, [2]string{"times sent", "at most 3"}, false},
		{[2]string{"times sent", "at least 3"}, [2]string{"times sent", "under 4"}, false},
		{[2]string{"since sent", "over 5 days"}, [2]string{"since sent", "at most 5 days"}, true},
		{[2]string{"since sent", "over 5 days"}, [2]string{"since sent", "at most 9 days"}, false},
	} {
		a, b := cond(t, c.a[0], c.a[1]), cond(t, c.b[0], c.b[1])
		if got := apart(a, b); got != c.want || apart(b, a) != got {
			t.Errorf("%v and %v apart: %v, want %v", c.a, c.b, got, c.want)
		}
	}
	if apart(rule.Condition{}, cond(t, "urgent", "yes")) {
		t.Error("no condition is apart from none")
	}
}
