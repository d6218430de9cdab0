package matter

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// history plays random acts by random officers on random days, most of them refused.
type history struct {
	*bench
	rnd   *rand.Rand
	cells map[Cell]int
	flows map[FlowCell]int
	done  map[string]int
}

func newHistory(t testing.TB, seed uint64) *history {
	var types []*Type
	defs := append(append(directiveDefs(), caseDefs()...), taskDef(), grievanceDef(), visitDef())
	for _, d := range defs {
		types = append(types, compile(t, d))
	}
	b := newBench(t, types...).topic(false, 0)
	b.w.Proof.Files = map[string]FileFact{"p1": {Image: true, Taken: day("2027-01-01").At(0, 0)}}
	return &history{bench: b, rnd: rand.New(rand.NewPCG(seed, 7)), cells: map[Cell]int{}, flows: map[FlowCell]int{}, done: map[string]int{}}
}

func (h *history) pick(n int) int { return h.rnd.IntN(n) }

func (h *history) actor() {
	all := []record.ID{dm, sdo, bdoAmnour, bdoEkma, clerk, desk}
	h.as(all[h.pick(len(all))])
	if h.pick(8) == 0 {
		h.w.Actor = Actor{Kind: Citizen, Is: []string{"filer"}}
	}
}

func (h *history) matter() *Matter {
	n := h.pick(max(len(h.w.Matters), 1))
	for _, id := range sortedIDs(h.w.Matters) {
		if n == 0 {
			return h.w.Matters[id]
		}
		n--
	}
	return nil
}

func sortedIDs(m map[record.ID]*Matter) []record.ID {
	var ids []record.ID
	for id := range maps.Keys(m) {
		ids = append(ids, id)
	}
	return slices.Compact(slices.Sorted(slices.Values(ids)))
}

func (h *history) typed(t *Type, a *Act) map[string]rule.Value {
	out := map[string]rule.Value{}
	for _, n := range append(append([]rule.Name(nil), a.Asks...), a.May...) {
		f := t.Field(n.S)
		if f == nil || h.pick(12) == 0 {
			continue
		}
		out[n.S] = h.value(f)
	}
	for i := range a.Needs {
		switch a.Needs[i].Name {
		case "contact":
			out["contact"] = words("phone")
		case "fresh_photo":
			out["photo"] = rule.Value{Kind: rule.File, List: []string{"p1"}}
		}
	}
	return out
}

func (h *history) value(f *Field) rule.Value {
	switch f.Type {
	case TDate:
		return rule.Value{Kind: rule.Date, N: int64(h.w.Now.Date().AddDays(h.pick(40)))}
	case TPlace:
		return link([]string{"amnour", "ekma", "amnour_gp"}[h.pick(3)])
	case TFile:
		return rule.Value{Kind: rule.File, List: []string{fmt.Sprint(h.pick(100))}}
	case TOneOf:
		return code([]string{"satisfied", "unsatisfied", "unreachable"}[h.pick(3)])
	case TPosts:
		return rule.Value{Kind: rule.Links, List: []string{"bdo_amnour", "bdo_ekma"}[:1+h.pick(2)]}
	case TPost:
		return link("bdo_amnour")
	case TEntry:
		return link("ration_shop")
	case TPhone:
		return rule.Value{Kind: rule.Phone, S: "9431000000"}
	case TYesNo:
		return yes(h.pick(2) == 0)
	case TMoney:
		return rule.Value{Kind: rule.Money, N: int64(h.pick(1000))}
	case TChecklist:
		return rule.Value{Kind: rule.Answers, Map: map[string]string{"air": "good", "water": []string{"good", "poor"}[h.pick(2)]}}
	}
	return words("कार्य किया गया और सभी के सामने दिखाया गया, विवरण संलग्न है")
}

func (h *history) command() Command {
	h.actor()
	m := h.matter()
	if m == nil || h.pick(6) == 0 {
		return h.opening(m)
	}
	if m.Memory.Asking != nil && h.pick(3) == 0 {
		h.as([]record.ID{dm, sdo}[h.pick(2)])
		return Command{Matter: m.Key, Act: []string{"grant_time", "refuse_time"}[h.pick(2)], Words: "कारण"}
	}
	t := h.w.Types.Get(m.Type, m.Revision)
	c := Command{Matter: m.Key, Words: "कारण", Reason: []string{"flood", "other_office", "on_merit", ""}[h.pick(4)]}
	if acts := t.ActsFrom(m.State); len(acts) > 0 && h.pick(3) > 0 {
		a := acts[h.pick(len(acts))]
		c.Act, c.Typed = a.Key, h.typed(t, a)
		if h.pick(4) > 0 && m.Holder != 0 {
			h.as(m.Holder)
		}
		return c
	}
	c.Act = played()[h.pick(len(played()))]
	if who := []record.ID{m.Holder, m.Asker, dm, sdo}[h.pick(4)]; who != 0 {
		h.as(who)
	}
	c.To, c.Until = h.w.Now.Date().AddDays(h.pick(60)), h.w.Now.Date().AddDays(h.pick(9))
	c.Post = []record.ID{sdo, bdoAmnour, bdoEkma, clerk}[h.pick(4)]
	c.Relation = "related"
	if o := h.matter(); o != nil {
		c.Other = record.Ref{Kind: record.Matter, Key: o.Key}
	}
	switch c.Act {
	case "transfer":
		c.Reason = "other_office"
	case "pass_down":
		c.Post = clerk
		if m.Holder != 0 {
			h.as(m.Holder)
		}
	case "pause":
		c.Reason = "flood"
	case "attach":
		c.Typed = map[string]rule.Value{"file": {Kind: rule.File, List: []string{"f"}}}
	case "correct":
		c.Typed = map[string]rule.Value{"subject": words("नया विषय")}
	}
	return c
}

func (h *history) opening(m *Matter) Command {
	all := []string{"order.task", "grievance.complaint", "asked.directive", "law.case", "law.filing", "pumps.visit"}
	t := h.w.Types.Newest(all[h.pick(len(all))])
	a := t.opens[0]
	c := Command{Type: t.Name(), Act: a.Key, Typed: h.typed(t, a)}
	if t.Of() != "" && m != nil {
		c.Envelope.Parent = m.Key.ID
		if m.Type != t.Pack()+"."+t.Of() {
			return Command{Type: "order.task", Act: "give", Typed: at("ekma")}
		}
	}
	h.as([]record.ID{dm, sdo}[h.pick(2)])
	c.Envelope.Asked = []record.ID{bdoAmnour, bdoEkma}[h.pick(2)]
	if t.Pack() == "grievance" {
		h.w.Actor = Actor{Kind: Citizen, Is: []string{"filer"}}
	}
	return c
}

// played are the standard acts that a history may do; carrying over, drafts and frozen sets
// have tests of their own.
func played() []string {
	apart := []string{"carry", "sign_offer", "set_aside", "except"}
	return slices.DeleteFunc(StandardActs(), func(s string) bool { return slices.Contains(apart, s) })
}

// step does one thing and follows it in the tallies.
func (h *history) step() {
	if h.pick(5) == 0 {
		h.w.Now += calendar.Instant(h.pick(72)) * calendar.Hour
		h.timers()
		return
	}
	c := h.command()
	out, f := Decide(h.w, c)
	if f != nil {
		h.said(c, f)
		return
	}
	h.done[c.Act]++
	h.take(out)
}

func (h *history) said(c Command, f *fault.Fault) {
	h.Helper()
	if f.Kind == fault.Internal {
		h.Fatalf("%s: %v", c.Act, f)
	}
	if !i18n.Known(f.Key) {
		h.Fatalf("%s: no message for %s", c.Act, f.Key)
	}
	for _, w := range f.Fields {
		if !i18n.Known(w.Key) {
			h.Fatalf("%s: no message for %s", c.Act, w.Key)
		}
	}
}

func (h *history) take(out Change) {
	h.Helper()
	for _, s := range out.Steps {
		cells, flows := Tally(s.Before, s.After)
		for _, d := range cells {
			h.cells[d.Cell] += d.N
			if h.cells[d.Cell] == 0 {
				delete(h.cells, d.Cell)
			}
		}
		for _, d := range flows {
			h.flows[d.FlowCell] += d.N
		}
	}
	h.keep(out)
}

// timers runs everything that is due; it must come to an end by itself.
func (h *history) timers() {
	for range 2000 {
		fired := false
		for _, id := range sortedIDs(h.w.Matters) {
			m := h.w.Matters[id]
			for _, k := range h.w.Types.Get(m.Type, m.Revision).Wakes(h.w, m) {
				if k.At > h.w.Now {
					continue
				}
				out, f := Decide(h.w, Command{Wake: &k})
				if f != nil {
					h.Fatalf("%s: %v", k.What, f)
				}
				fired = fired || len(out.Steps) > 0
				h.take(out)
				break
			}
		}
		if !fired {
			return
		}
	}
	h.Fatal("the timers never come to rest")
}

// recount counts the open matters afresh.
func (h *history) recount() map[Cell]int {
	sum := map[Cell]int{}
	for _, m := range h.w.Matters {
		for _, c := range m.cells() {
			sum[c]++
		}
	}
	return sum
}

// TestTalliesAreTheRecount: over any history the sums of the deltas are what counting the
// matters gives, and opening + opened + reopened + came − closed − void − went = closing.
func TestTalliesAreTheRecount(t *testing.T) {
	for seed := range uint64(30) {
		h := newHistory(t, seed)
		for range 150 {
			h.step()
		}
		if want := h.recount(); !maps.Equal(h.cells, want) {
			t.Fatalf("seed %d: tallies %v, recount %v", seed, h.cells, want)
		}
		h.balance(seed)
	}
}

func (h *history) balance(seed uint64) {
	type key struct {
		by  string
		key record.ID
		typ string
	}
	sign := map[string]int{"opened": 1, "reopened": 1, "came": 1, "closed": -1, "void": -1, "went": -1}
	net := map[key]int{}
	for f, n := range h.flows {
		net[key{f.By, f.Key, f.Type}] += sign[f.What] * n
	}
	for c, n := range h.cells {
		net[key{c.By, c.Key, c.Type}] -= n
	}
	for k, n := range net {
		if n != 0 {
			h.Fatalf("seed %d: flows of %+v are off by %d", seed, k, n)
		}
	}
}

// TestARandomHistoryReachesEveryAct guards the property tests against testing nothing.
func TestARandomHistoryReachesEveryAct(t *testing.T) {
	done := map[string]int{}
	for seed := range uint64(40) {
		h := newHistory(t, seed)
		for range 200 {
			h.step()
		}
		for k, n := range h.done {
			done[k] += n
		}
	}
	for _, act := range append(played(), "give", "show", "accept", "report", "propose", "approve", "record_feedback", "issue", "hear", "send", "submit") {
		if done[act] == 0 {
			t.Errorf("%s was never done in any history", act)
		}
	}
}

// TestADecisionIsTheSameTwice: same world, seed and ids give the same change.
func TestADecisionIsTheSameTwice(t *testing.T) {
	var last string
	for range 3 {
		h := newHistory(t, 11)
		for range 120 {
			h.step()
		}
		all := ""
		for _, id := range sortedIDs(h.w.Matters) {
			for _, ev := range h.events[id] {
				all += fmt.Sprint(ev.ID, ev.Kind, ev.Act, string(ev.Body), ev.Values)
			}
		}
		if last != "" && all != last {
			t.Fatal("two runs differ")
		}
		last = all
	}
}

// TestNoActButAnExtensionMovesALimit: whatever is done, a clock that ran before and runs
// after with the same start ends where it ended, unless it was extended or stood still.
func TestNoActButAnExtensionMovesALimit(t *testing.T) {
	for seed := range uint64(30) {
		h := newHistory(t, seed)
		for range 150 {
			before := maps.Clone(h.w.Matters)
			h.step()
			for id, m := range h.w.Matters {
				h.unmoved(before[id], m)
			}
		}
	}
}

func (h *history) unmoved(was, is *Matter) {
	h.Helper()
	if was == nil || was == is {
		return
	}
	for i := range is.Memory.Clocks {
		c := &is.Memory.Clocks[i]
		old := was.Clock(c.Name)
		if old == nil || old.Start != c.Start || old.Ended != 0 || len(c.Pauses) > 0 || c.Extended != old.Extended || c.Rule != old.Rule || c.Outside {
			continue
		}
		if c.Due != old.Due {
			h.Fatalf("%s of %s moved from %v to %v without an extension", c.Name, is.Type, old.Due.Date(), c.Due.Date())
		}
	}
}
