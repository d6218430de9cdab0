package matter

import (
	"testing"

	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// campaignDef freezes the open tasks when it starts.
func campaignDef() Def {
	sc := scope()
	sc.Lists["beyond"] = List{Key: "beyond", Codes: []Code{{Key: "court", Name: text2("Before a court")}, {Key: "old", Name: text2("Old"), Retired: true}}}
	return Def{
		Pack: "camp", Revision: 1, Key: "campaign", Class: record.Office, Name: text2("campaign"), Scope: sc,
		Fields: append(common(), Field{Key: "ends", Name: text2("ends"), Type: TDate}),
		States: []State{
			{Key: "planned", Name: text2("planned"), Phase: New, With: who(rule.WhoAsker), By: "ends"},
			{Key: "running", Name: text2("running"), Phase: Working, With: who(rule.WhoAsker), By: "ends"},
			{Key: "over", Name: text2("over"), Phase: Closed},
		},
		Acts: []Act{
			{Key: "plan", Name: text2("plan"), To: "planned", By: []rule.Who{role("head_of_district")}, Asks: names("ends"), May: names("place")},
			{Key: "start", Name: text2("start"), From: []string{"planned"}, To: "running"},
			{Key: "end", Name: text2("end"), From: []string{"running"}, To: "over"},
		},
		Cohorts: []Cohort{{
			Key: "old", Name: text2("old ones"), Frozen: "start", Due: "ends", Reason: "beyond", By: ptr(role("head_of_district")),
			From: rule.Frame{Of: []rule.Set{{Name: "task", Kind: rule.SetAsk}}, In: names("open")},
			Done: all(rule.Test{Kind: rule.TestPhase, Key: "phase", Is: is("closed")}),
		}},
	}
}

// campaign is a started one, and the tasks that stood before it.
func campaign(t *testing.T, tasks int) (*bench, *Matter, []*Matter) {
	t.Helper()
	b := newBench(t, compile(t, campaignDef()), compile(t, taskDef()))
	var list []*Matter
	for range tasks {
		list = append(list, b.task())
	}
	m := b.as(dm).open("camp.campaign", "plan", map[string]rule.Value{"ends": dateValue("2026-02-28"), "place": link("saran")}, Envelope{})
	m = b.do(m, Command{Act: "start"})
	if len(b.out.Frozen) != 1 || b.out.Frozen[0] != (FrozenSet{Of: m.Key, Cohort: "old", Job: m.Freezing("old").Job}) || m.Freezing("old").Gathered != 0 {
		t.Fatalf("frozen %+v, %+v", b.out.Frozen, m.Memory.Frozen)
	}
	return b, m, list
}

func dateValue(s string) rule.Value { return rule.Value{Kind: rule.Date, N: int64(day(s))} }

// gather does a chunk of the job.
func (b *bench) gather(m *Matter, j Join) {
	b.Helper()
	was := b.w.Actor
	b.w.Actor = Actor{Kind: Ruling, Mode: record.Program}
	j.Cohort = "old"
	if f := b.try(Command{Matter: m.Key, Join: &j}); f != nil {
		b.Fatal(f)
	}
	b.w.Actor = was
}

func ids(list []*Matter) []record.ID {
	var out []record.ID
	for _, m := range list {
		out = append(out, m.Key.ID)
	}
	return out
}

func TestAFrozenSetIsWhatStoodThen(t *testing.T) {
	b, m, list := campaign(t, 3)
	before := b.now(list[1]).Clone()
	b.on("2026-01-07").as(bdoAmnour).do(list[1], Command{Act: "show", Typed: map[string]rule.Value{"remark": text("done")}})
	b.as(dm).do(list[1], Command{Act: "accept"})
	later := b.task()
	b.gather(m, Join{Members: ids(list[:2]), Stood: map[record.ID]*Matter{list[1].Key.ID: before}})
	if b.now(m).Freezing("old").Gathered != 0 {
		t.Fatal("whole after the first chunk")
	}
	b.gather(m, Join{Members: append(ids(list[2:]), later.Key.ID, list[0].Key.ID), Before: 2, Last: true})
	if f := b.now(m).Freezing("old"); f.Gathered == 0 || f.Members != 3 {
		t.Fatalf("%+v", f)
	}
	if len(b.now(later).Memory.In) != 0 {
		t.Error("a task opened later counts")
	}
	if x := b.now(list[1]).Memory.In; len(x) != 1 || x[0].Done == 0 {
		t.Errorf("one that closed meanwhile: %+v", x)
	}
	if x := b.now(list[0]).Memory.In; len(x) != 1 || x[0].Done != 0 || x[0].By != dm {
		t.Errorf("one that is open: %+v", x)
	}
	for _, k := range append(ids(list), m.Key.ID) {
		b.replay(k)
	}
}

func TestNobodyJoinsAWholeSet(t *testing.T) {
	b, m, list := campaign(t, 1)
	b.gather(m, Join{Members: ids(list), Last: true})
	b.w.Actor = Actor{Kind: Ruling, Mode: record.Program}
	b.refused(m, "state", Command{Join: &Join{Cohort: "old", Members: ids(list)}})
	b.as(dm).refused(m, "state", Command{Join: &Join{Cohort: "old", Members: ids(list)}})
}

func TestAMemberReopenedIsNotDone(t *testing.T) {
	b, m, list := campaign(t, 1)
	b.gather(m, Join{Members: ids(list), Last: true})
	b.on("2026-01-08").as(bdoAmnour).do(list[0], Command{Act: "show", Typed: map[string]rule.Value{"remark": text("done")}})
	if b.now(list[0]).Memory.In[0].Done != 0 {
		t.Error("a report is not the end")
	}
	x := b.as(dm).do(list[0], Command{Act: "accept"})
	if x.Memory.In[0].Done != x.Closed {
		t.Errorf("%+v", x.Memory.In)
	}
	b.replay(x.Key.ID)
}

func TestOnlyTheAuthorityExcepts(t *testing.T) {
	b, m, list := campaign(t, 1)
	b.refused(list[0], "state", Command{Act: "except", Reason: "court"})
	b.gather(m, Join{Members: ids(list), Last: true})
	b.as(bdoAmnour).refused(list[0], "holder", Command{Act: "except", Reason: "court"})
	b.as(dm).refused(list[0], "reason", Command{Act: "except"})
	b.refused(list[0], "reason", Command{Act: "except", Reason: "old"})
	x := b.do(list[0], Command{Act: "except", Reason: "court", Words: "Stayed by the court"})
	if in := x.Memory.In[0]; in.Excepted == 0 || in.Reason != "court" || in.Done != 0 || x.Phase == Closed {
		t.Errorf("%+v", in)
	}
	b.refused(x, "state", Command{Act: "except", Reason: "court"})
	b.on("2026-01-08").as(bdoAmnour).do(x, Command{Act: "show", Typed: map[string]rule.Value{"remark": text("done")}})
	if x = b.as(dm).do(x, Command{Act: "accept"}); x.Memory.In[0].Done != 0 {
		t.Error("what was excepted is counted again")
	}
	b.replay(x.Key.ID)
}
