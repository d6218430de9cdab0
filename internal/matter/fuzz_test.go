package matter

import (
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// FuzzDecide types anything into any act of any matter: it is done, or refused with a
// reason; a row is the fold of its events either way.
func FuzzDecide(f *testing.F) {
	for _, act := range append(StandardActs(), "show", "report", "submit", "record_feedback", "hear", "give", "lodge", "issue") {
		f.Add(act, "remark", uint8(rule.Text), "शब्द", int64(3), uint8(2), "reason")
		f.Add(act, "due", uint8(rule.Date), "", int64(day("2026-02-02")), uint8(1), "flood")
	}
	f.Fuzz(func(t *testing.T, act, field string, kind uint8, s string, n int64, who uint8, reason string) {
		h := newHistory(t, uint64(who)%4)
		for range 25 {
			h.step()
		}
		v := rule.Value{Kind: rule.ValueKind(kind % 16), S: s, N: n, List: []string{s, reason}, Map: map[string]string{s: reason}, Span: calendar.Span{N: int(n % 99), Unit: calendar.Unit(kind % 11)}}
		h.as([]record.ID{dm, sdo, bdoAmnour, clerk, desk, 99}[int(who)%6])
		c := Command{Act: act, Typed: map[string]rule.Value{field: v}, Reason: reason, Words: s, Relation: field, To: calendar.Date(n), Until: calendar.Date(n), Post: record.ID(n), Clock: field}
		for _, id := range sortedIDs(h.w.Matters) {
			m := h.w.Matters[id]
			c.Matter, c.Other = m.Key, record.Ref{Kind: record.Matter, Key: record.Key{District: 218, ID: record.ID(n)}}
			h.fuzzed(c)
			h.fuzzed(Command{Wake: &Wake{Matter: m.Key, What: s, At: calendar.Instant(n)}})
		}
		for _, typ := range []string{"order.task", "grievance.complaint", "asked.share", "law.case", field} {
			c.Matter, c.Type = record.Key{}, typ
			h.fuzzed(c)
		}
	})
}

func (h *history) fuzzed(c Command) {
	h.Helper()
	out, f := Decide(h.w, c)
	if f != nil {
		if f.Kind == fault.Internal {
			h.Fatalf("%s: %v", c.Act, f)
		}
		return
	}
	h.take(out)
}
