package matter

import (
	"bytes"
	"testing"

	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

func TestApplyRefusesWhatIsOutOfPlace(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	b.as(bdoAmnour).do(m, Command{Act: "note", Words: "seen"})
	first, second := b.events[m.Key.ID][0], b.events[m.Key.ID][1]
	opened, err := Apply(Matter{}, first)
	if err != nil {
		t.Fatal(err)
	}
	for name, try := range map[string]func() (Matter, record.Event){
		"twice":         func() (Matter, record.Event) { return opened, first },
		"too early":     func() (Matter, record.Event) { return Matter{}, second },
		"unknown kind":  func() (Matter, record.Event) { ev := second; ev.Kind = "vanished"; return opened, ev },
		"other subject": func() (Matter, record.Event) { ev := second; ev.Subject.Key.ID++; return opened, ev },
		"other noun":    func() (Matter, record.Event) { ev := second; ev.Subject.Kind = record.Place; return opened, ev },
		"cut body":      func() (Matter, record.Event) { ev := second; ev.Body = ev.Body[:len(ev.Body)-1]; return opened, ev },
		"unknown word":  func() (Matter, record.Event) { ev := second; ev.Body = []byte(`{"holde":"x"}`); return opened, ev },
		"no type":       func() (Matter, record.Event) { ev := first; ev.Body = []byte(`{}`); return Matter{}, ev },
		"wild phase":    func() (Matter, record.Event) { ev := second; ev.Body = []byte(`{"phase":99}`); return opened, ev },
		"two bodies": func() (Matter, record.Event) {
			ev := second
			ev.Body = append(bytes.Clone(ev.Body), "{}"...)
			return opened, ev
		},
	} {
		was, ev := try()
		if _, err := Apply(was, ev); err == nil {
			t.Errorf("%s: applied", name)
		}
	}
	if _, err := Apply(opened, second); err != nil {
		t.Fatal(err)
	}
}

func TestApplyNeverTouchesWhatItWasGiven(t *testing.T) {
	h := newHistory(t, 5)
	for range 200 {
		h.step()
	}
	for _, id := range sortedIDs(h.w.Matters) {
		var m Matter
		for _, ev := range h.events[id] {
			was := *m.Clone()
			next, err := Apply(m, ev)
			if err != nil {
				t.Fatal(err)
			}
			if diff := same(&was, &m); diff != "" {
				t.Fatalf("%s changed its argument: %s", ev.Kind, diff)
			}
			m = next
		}
	}
}

func FuzzApply(f *testing.F) {
	h := newHistory(f, 3)
	for range 60 {
		h.step()
	}
	for _, id := range sortedIDs(h.w.Matters) {
		for _, ev := range h.events[id] {
			f.Add(ev.Kind, ev.Act, ev.Body, ev.Version)
		}
	}
	base := Matter{}
	b := newBench(f, compile(f, taskDef()))
	m := b.task()
	base = *m
	f.Fuzz(func(t *testing.T, kind, act string, body []byte, version int32) {
		ev := record.Event{ID: 1, Kind: kind, Act: act, Body: body, Version: version, Subject: record.Ref{Kind: record.Matter, Key: m.Key}, At: 1}
		for _, was := range []Matter{{}, base} {
			got, err := Apply(was, ev)
			if err == nil && got.Version != version {
				t.Fatalf("version %d, want %d", got.Version, version)
			}
		}
		if diff := same(&base, m); diff != "" {
			t.Fatal(diff)
		}
	})
}

func BenchmarkDecideMove(b *testing.B) {
	x := newBench(b, compile(b, taskDef()))
	m := x.task()
	x.as(bdoAmnour)
	c := Command{Matter: m.Key, Act: "show", Typed: map[string]rule.Value{"remark": words("सड़क खुल गई है")}}
	b.ReportAllocs()
	for b.Loop() {
		if _, f := Decide(x.w, c); f != nil {
			b.Fatal(f)
		}
	}
}

func BenchmarkDecideOpen(b *testing.B) {
	x := newBench(b, compile(b, taskDef()))
	x.as(dm)
	c := Command{Type: "order.task", Act: "give", Typed: at("amnour")}
	b.ReportAllocs()
	for b.Loop() {
		if _, f := Decide(x.w, c); f != nil {
			b.Fatal(f)
		}
	}
}

func BenchmarkFanOut(b *testing.B) {
	x := directiveBench(b)
	x.as(dm)
	c := Command{Type: "asked.directive", Act: "issue", Typed: map[string]rule.Value{"subject": words("x"), "owners": {Kind: rule.Links, List: []string{"bdo_amnour", "bdo_ekma", "sdo"}}}}
	b.ReportAllocs()
	for b.Loop() {
		if _, f := Decide(x.w, c); f != nil {
			b.Fatal(f)
		}
	}
}

func BenchmarkAvailable(b *testing.B) {
	x := newBench(b, compile(b, taskDef()))
	m := x.task()
	x.as(bdoAmnour)
	b.ReportAllocs()
	for b.Loop() {
		if len(Available(x.w, m)) == 0 {
			b.Fatal("nothing")
		}
	}
}

func BenchmarkApply(b *testing.B) {
	x := newBench(b, compile(b, taskDef()))
	m := x.task()
	ev := x.events[m.Key.ID][0]
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Apply(Matter{}, ev); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWakes(b *testing.B) {
	x := newBench(b, compile(b, taskDef()))
	m := x.task()
	typ := x.w.Types.Newest(m.Type)
	b.ReportAllocs()
	for b.Loop() {
		typ.Wakes(x.w, m)
	}
}
