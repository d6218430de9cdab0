package app

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

// field runs the packs of the language's document in the sample district, with their desks
// held by officers who are there.
type field struct {
	testing.TB
	a    *App
	ctx  context.Context
	mu   sync.Mutex
	wall time.Time
}

var documentSystems = sync.OnceValues(func() (*Systems, error) { return LoadSystems(os.DirFS("../pack/testdata/whole")) })

func newField(t testing.TB, db *store.DB) *field {
	t.Helper()
	systems, err := documentSystems()
	if err != nil {
		t.Fatal(err)
	}
	f := newFieldOf(t, db, systems)
	_, err = f.a.ChangeOrg(f.ctx, installer, "desk", f.desk)
	f.ok(err)
	return f
}

func newFieldOf(t testing.TB, db *store.DB, systems *Systems) *field {
	t.Helper()
	var err error
	f := &field{TB: t, ctx: context.Background(), wall: time.Date(2026, time.January, 5, 6, 0, 0, 0, time.UTC)}
	f.a, err = New(f.ctx, Config{DB: db, Systems: systems, Wall: func() time.Time { f.mu.Lock(); defer f.mu.Unlock(); return f.wall }})
	f.ok(err)
	t.Cleanup(f.a.Close)
	_, err = f.a.ImportOrg(f.ctx, installer, sampleFiles(t))
	f.ok(err)
	return f
}

// desk opens the campaign's desk and gives it to the development head in additional charge.
func (f *field) desk(o *org.Org, id func() record.ID) (org.Rows, error) {
	above := o.Post(o.ByKey(record.Post, "ddc_saran"))
	desk := org.Post{ID: id(), Key: matter.DeskKey("jan_seva", "camp_nodal"), Name: i18n.Text{Hi: "अभियान नोडल", En: "Campaign nodal officer"},
		Department: above.Department, Place: above.Place, ReportsTo: above.ID, Desk: true}
	tenure := org.Tenure{ID: id(), Post: desk.ID, Person: o.Holder(above.ID, f.a.today()).Person, Kind: org.Additional, From: f.a.today()}
	return org.Rows{Posts: []org.Post{desk}, Tenures: []org.Tenure{tenure}}, nil
}

func (f *field) ok(err error) {
	f.Helper()
	if err != nil {
		f.Fatal(i18n.Explain(i18n.English, fault.As(err)), "\n", err)
	}
}

func (f *field) to(day string, hour int) {
	d, _ := calendar.ParseDate(day)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.wall = time.UnixMicro(int64(d.At(hour, 0)))
}

func (f *field) officer(post string) Actor { return officer(snapshot(f, f.a), post, f.a.today()) }

// opens does an opening act and gives the new matter's key.
func (f *field) opens(who Actor, typ, act string, typed map[string]rule.Value) record.Key {
	f.Helper()
	o, err := f.a.office(f.ctx, who.District)
	f.ok(err)
	done, err := f.a.run(f.ctx, o, who, matter.Command{Type: typ, Act: act, Typed: typed}, matter.Proof{})
	f.ok(err)
	return done.key
}

func (f *field) does(who Actor, k record.Key, c matter.Command) {
	f.Helper()
	c.Matter = k
	_, err := f.a.Act(f.ctx, who, c)
	f.ok(err)
}

func (f *field) clocks() {
	f.Helper()
	for {
		n, err := f.a.wakeDue(f.ctx)
		f.ok(err)
		if n == 0 {
			return
		}
	}
}

func (f *field) gathers() bool {
	f.Helper()
	n, err := f.a.gatherDue(f.ctx)
	f.ok(err)
	return n > 0
}

func (f *field) set(who Actor, k record.Key, key string) CohortView {
	f.Helper()
	v, err := f.a.Matter(f.ctx, who, k)
	f.ok(err)
	for _, c := range v.Cohorts {
		if c.Key == key {
			return c
		}
	}
	f.Fatalf("no set %s in %+v", key, v.Cohorts)
	return CohortView{}
}

func (f *field) listed(who Actor, c CohortView, stand string) int {
	f.Helper()
	n, after := 0, ""
	for {
		l, err := f.a.Matters(f.ctx, who, Filter{Cohort: c.List(stand), After: after, Limit: 200})
		f.ok(err)
		if n += len(l.Rows); l.Next == "" {
			return n
		}
		after = l.Next
	}
}

func textValue(s string) rule.Value { return rule.Value{Kind: rule.Text, S: s} }
func linkValue(s string) rule.Value { return rule.Value{Kind: rule.Link, S: s} }
func dayValue(s string) rule.Value {
	d, _ := calendar.ParseDate(s)
	return rule.Value{Kind: rule.Date, N: int64(d)}
}

// campaign is planned and started, with the open days of its demands.
func (f *field) campaign(dm, nodal Actor) record.Key {
	f.Helper()
	k := f.opens(dm, "jan_seva.campaign", "plan", map[string]rule.Value{"subject": textValue("जन सेवा शिविर"), "starts": dayValue("2026-01-10"),
		"ends": dayValue("2026-01-20"), "cutoff": dayValue("2026-01-05"), "settle_by": dayValue("2026-02-20")})
	f.does(nodal, k, matter.Command{Act: "start"})
	return k
}

// demands opens many at the same time, so that they share commits.
func (f *field) demands(nodal Actor, n int) []record.Key {
	f.Helper()
	keys := make([]record.Key, n)
	var wg sync.WaitGroup
	for part := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := part; i < n; i += 8 {
				keys[i] = f.opens(nodal, "jan_seva.demand", "take", map[string]rule.Value{"place": linkValue("amnour"), "detail": textValue(fmt.Sprint("माँग ", i))})
			}
		}()
	}
	wg.Wait()
	return keys
}

func TestAFrozenSetIsGatheredByAJobAndCounted(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		f := newField(t, db)
		dm, nodal, bdo := f.officer("dm_saran"), f.officer("jan_seva.camp_nodal"), f.officer("bdo_amnour")
		k := f.campaign(dm, nodal)
		if c := f.set(dm, k, "old"); !c.Whole || c.Total != 0 {
			t.Fatalf("a set of nobody: %+v", c)
		}
		f.to("2026-01-12", 11)
		keys := f.demands(nodal, 620)
		settle := func(i int) {
			t.Helper()
			f.does(bdo, keys[i], matter.Command{Act: "settle", Typed: map[string]rule.Value{"remark": textValue("निपटाया गया")}})
		}
		settle(0) // before the freezing: no member
		f.to("2026-01-22", 11)
		f.clocks()
		f.to("2026-01-22", 12)
		settle(1) // after it, before the job: a member, and done
		late := f.demands(nodal, 1)[0]
		if !f.gathers() {
			t.Fatal("no job waits")
		}
		c := f.set(dm, k, "taken")
		if c.Whole || c.Total != 500 || c.Looked != 500 || c.ToLook != 620 {
			t.Fatalf("after the first chunk: %+v", c)
		}
		settle(619) // between two chunks
		if !f.gathers() || f.gathers() {
			t.Fatal("the job did not end with its second chunk")
		}
		c = f.set(dm, k, "taken")
		if !c.Whole || c.Total != 619 || c.Done != 2 || c.Left != 617 || c.Late != 0 {
			t.Fatalf("whole: %+v", c)
		}
		if m, err := db.Reader().Matter(f.ctx, late); err != nil || len(m.Memory.In) != 0 {
			t.Errorf("a demand of later counts: %+v %v", m.Memory.In, err)
		}
		_, err := f.a.Act(f.ctx, bdo, matter.Command{Matter: keys[2], Act: "except", Reason: "court"})
		if !fault.Is(err, fault.Forbidden) {
			t.Errorf("the holder excepts himself: %v", err)
		}
		f.does(nodal, keys[3], matter.Command{Act: "withdraw", Words: "मांग वापस"})
		f.to("2026-02-21", 11)
		c = f.set(dm, k, "taken")
		if c.Done != 3 || c.Late != 616 || c.Left != 616 {
			t.Errorf("past the day: %+v", c)
		}
		for stand, want := range map[string]int{MembersAll: 619, MembersDone: 3, MembersLate: 616, MembersLeft: 616, MembersExcepted: 0} {
			if n := f.listed(dm, c, stand); n != want {
				t.Errorf("%s lists %d, not %d", stand, n, want)
			}
		}
		verified(t, db)
	})
}

func TestAnExceptionLeavesTheSet(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		f := newField(t, db)
		dm, nodal, bdo := f.officer("dm_saran"), f.officer("jan_seva.camp_nodal"), f.officer("bdo_amnour")
		g := f.opens(nodal, "jan_seva.demand", "take", map[string]rule.Value{"place": linkValue("amnour"), "detail": textValue("पेंशन")})
		f.does(bdo, g, matter.Command{Act: "note", Words: "जाँच में"})
		k := f.campaign(dm, nodal)
		f.to("2026-01-22", 11)
		f.clocks()
		for f.gathers() {
		}
		if c := f.set(dm, k, "taken"); c.Total != 1 || c.Left != 1 {
			t.Fatalf("%+v", c)
		}
		page, err := f.a.Matter(f.ctx, dm, g)
		f.ok(err)
		if in := inputsOf(page, "except"); len(in) == 0 || in[0].Key != "reason" || len(in[0].Options) != 2 {
			t.Errorf("the form asks %+v", in)
		}
		f.does(dm, g, matter.Command{Act: "except", Reason: "court", Words: "न्यायालय में वाद"})
		f.to("2026-02-21", 11)
		c := f.set(dm, k, "taken")
		if c.Excepted != 1 || c.Left != 0 || c.Late != 0 || f.listed(dm, c, MembersExcepted) != 1 || f.listed(dm, c, MembersLate) != 0 {
			t.Errorf("%+v", c)
		}
		f.does(bdo, g, matter.Command{Act: "settle", Typed: map[string]rule.Value{"remark": textValue("निपटाया गया")}})
		if c = f.set(dm, k, "taken"); c.Done != 0 || c.Excepted != 1 {
			t.Errorf("what was excepted is counted as done: %+v", c)
		}
		verified(t, db)
		for name, sql := range map[string]string{
			"a count": `UPDATE cohort SET done=done+1`, "a member": `DELETE FROM cohort_member`, "a state": `UPDATE cohort_member SET state=0`,
		} {
			if !tampered(t, db, sql, "store.verify_beside") {
				t.Errorf("%s: the audit finds nothing", name)
			}
		}
		if err := unknownSet(f, dm, k); !strings.Contains(fmt.Sprint(err), "filter_cohort") && !fault.Is(err, fault.Invalid) {
			t.Errorf("an unknown set: %v", err)
		}
	})
}

func unknownSet(f *field, who Actor, k record.Key) error {
	_, err := f.a.Matters(f.ctx, who, Filter{Cohort: k.String() + ".none.all"})
	return err
}

func inputsOf(v View, act string) []Input {
	for _, a := range v.Acts {
		if a.Key == act {
			return a.Inputs
		}
	}
	return nil
}
