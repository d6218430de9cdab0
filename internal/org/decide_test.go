package org

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

func maker(t testing.TB) *record.Maker {
	m, err := record.NewMaker(1, 0)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// by makes a command of the district's head, in person.
func (b *builder) by(t testing.TB, rows Rows) Command {
	return Command{Rows: rows, Act: "edit", Person: b.id("person/asha"), Post: b.id("post/dm"), Now: now, Version: 2, Seed: [32]byte{1}, IDs: maker(t)}
}

func kinds(c Change) []string {
	var list []string
	for _, e := range c.Events {
		list = append(list, e.Kind)
	}
	return list
}

var sorted4 = []cmp.Option{
	cmpopts.IgnoreFields(Place{}, "Path"), cmpopts.EquateEmpty(),
}

func TestFoundingMakesTheDistrictFromEvents(t *testing.T) {
	b := small()
	b.delegates(30)
	b.rows.Powers = []Power{{ID: 950, Post: b.id("post/dm"), Name: "court_files", From: monday, Order: "12/2025"}}
	empty, err := New(218, Rows{}, roles())
	if err != nil {
		t.Fatal(err)
	}
	c := b.by(t, b.rows)
	c.Founding = true
	change, err := Decide(empty, c)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(b.make(t).Rows(), change.Next.Rows(), sorted4...); diff != "" {
		t.Error(diff)
	}
	again, err := Apply(Rows{}, change.Events)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(change.Next.Rows(), again, sorted4...); diff != "" {
		t.Errorf("replay differs: %s", diff)
	}
	for _, e := range change.Events {
		if err := e.Check(); err != nil {
			t.Errorf("%s: %v", e.Kind, err)
		}
		if !slices.Contains(Kinds(), e.Kind) {
			t.Errorf("unknown kind %q", e.Kind)
		}
	}
}

func TestTheSameRowsChangeNothing(t *testing.T) {
	b := small()
	change, err := Decide(b.make(t), b.by(t, b.rows))
	if err != nil || len(change.Events) != 0 || change.Next == nil {
		t.Fatalf("%v %v", change.Events, err)
	}
}

func TestWhatAPersonIsStandsOnlyBesideTheEvent(t *testing.T) {
	b := small()
	p := Person{ID: 800, Key: "S9", Name: i18n.Text{Hi: "गीता देवी", En: "Gita Devi"}, Phone: "00000-12345", Email: "gita@example.in"}
	change, err := Decide(b.make(t), b.by(t, Rows{Persons: []Person{p}}))
	if err != nil {
		t.Fatal(err)
	}
	e := change.Events[0]
	for _, secret := range []string{"गीता", "Gita", "12345", "example", "S9"} {
		if bytes.Contains(e.Body, []byte(secret)) {
			t.Errorf("the body holds %q: %s", secret, e.Body)
		}
	}
	if len(e.Values) != 5 || e.Values[0].Salt == e.Values[1].Salt {
		t.Fatalf("values: %d, or one salt for two", len(e.Values))
	}
	e.Values = e.Values[:0] // erased
	rows, err := Apply(Rows{}, []record.Event{e})
	if err != nil || rows.Persons[0].Name.Hi != "" {
		t.Errorf("an erased person came back: %+v %v", rows.Persons, err)
	}
	b.rows.Persons = append(b.rows.Persons, rows.Persons[0], Person{ID: 801})
	if o := b.make(t); o.Person(800) == nil || o.ByKey(record.Person, "") != 0 {
		t.Error("a district with erased persons does not open")
	}
}

func TestForgedWordsAreNotApplied(t *testing.T) {
	b := small()
	change, err := Decide(b.make(t), b.by(t, Rows{Persons: []Person{{ID: 800, Key: "S9", Phone: "00000-12345"}}}))
	if err != nil {
		t.Fatal(err)
	}
	change.Events[0].Values[0].Bytes = []byte("other")
	if _, err := Apply(Rows{}, change.Events); !has(err, "org.digest") {
		t.Errorf("forged words were taken: %v", err)
	}
}

func TestBodyIsCanonical(t *testing.T) {
	b := small()
	change, err := Decide(b.make(t), b.by(t, Rows{Posts: []Post{{ID: 700, Key: "co_amnour", Place: b.id("place/amnour"), Department: b.id("dept/gad"), Aliases: []string{"CO<&>"}}}}))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"aliases":["CO<&>"],"department":"0000000000001","key":"co_amnour","place":"0000000000006"}`
	if got := string(change.Events[0].Body); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	var m map[string]any
	if json.Unmarshal(change.Events[0].Body, &m) != nil {
		t.Error("not JSON")
	}
}

func TestChangesAndTheirEvents(t *testing.T) {
	b := small()
	o := b.make(t)
	row := func(f func(r *Rows)) Rows { var r Rows; f(&r); return r }
	place := func(key string) Place { p := *o.Place(b.id("place/" + key)); return p }
	post := func(key string) Post { return *o.Post(b.id("post/" + key)) }
	for name, tc := range map[string]struct {
		rows Rows
		kind string // "" refused
		key  string
	}{
		"renamed":                      {row(func(r *Rows) { p := place("gp"); p.Name.En = "New"; r.Places = []Place{p} }), PlaceChanged, ""},
		"moved":                        {row(func(r *Rows) { r.Places = []Place{place("maker").Move(b.id("place/saran"), monday)} }), PlaceMoved, ""},
		"moved without day":            {row(func(r *Rows) { p := place("maker"); p.Parent = b.id("place/saran"); r.Places = []Place{p} }), "", "org.move_needs_day"},
		"moved under itself":           {row(func(r *Rows) { r.Places = []Place{place("sub").Move(b.id("place/gp"), monday)} }), "", "org.place_loop"},
		"closed":                       {row(func(r *Rows) { p := place("town"); p.To = monday; r.Places = []Place{p} }), PlaceClosed, ""},
		"closed over others":           {row(func(r *Rows) { p := place("amnour"); p.To = monday; r.Places = []Place{p} }), "", "org.parent_not_then"},
		"key changed":                  {row(func(r *Rows) { p := place("gp"); p.Key = "other"; r.Places = []Place{p} }), "", "org.key_stays"},
		"post renamed":                 {row(func(r *Rows) { p := post("dm"); p.Name.En = "Collector"; r.Posts = []Post{p} }), PostChanged, ""},
		"post key changed":             {row(func(r *Rows) { p := post("dm"); p.Key = "collector"; r.Posts = []Post{p} }), "", "org.key_stays"},
		"post closed":                  {row(func(r *Rows) { p := post("ee_road"); p.To = monday; r.Posts = []Post{p} }), PostClosed, ""},
		"post closed under its holder": {row(func(r *Rows) { p := post("dm"); p.To = monday; r.Posts = []Post{p} }), "", "org.post_not_then"},
		"chain bent to a loop":         {row(func(r *Rows) { p := post("dm"); p.ReportsTo = b.id("post/bdo_amnour"); r.Posts = []Post{p} }), "", "org.chain_loop"},
		"tenure ended":                 {row(func(r *Rows) { u := b.rows.Tenures[0]; u.To = monday; r.Tenures = []Tenure{u} }), TenureEnded, ""},
		"tenure moved":                 {row(func(r *Rows) { u := b.rows.Tenures[0]; u.Post = b.id("post/sdo"); r.Tenures = []Tenure{u} }), "", "org.tenure_stays"},
		"tenure over another": {row(func(r *Rows) {
			r.Tenures = []Tenure{{ID: 600, Post: b.id("post/dm"), Person: b.id("person/esha"), From: monday}}
		}), "", "org.held_twice"},
		"department": {row(func(r *Rows) { r.Departments = []Department{{ID: 601, Key: "jail"}} }), DepartmentOpened, ""},
	} {
		change, err := Decide(o, b.by(t, tc.rows))
		if tc.kind != "" && (err != nil || !slices.Equal(kinds(change), []string{tc.kind})) {
			t.Errorf("%s: %v %v", name, kinds(change), err)
		}
		if tc.kind == "" && (!has(err, tc.key) || change.Events != nil) {
			t.Errorf("%s: want %s, got %v", name, tc.key, err)
		}
	}
}

func TestAPowerIsGivenOnlyByWhoHoldsIt(t *testing.T) {
	b := small()
	b.rows.Powers = []Power{{ID: 950, Post: b.id("post/dm"), Name: "court_files", From: monday - 10}}
	o := b.make(t)
	give := func(name string) Rows {
		return Rows{Powers: []Power{{ID: 951, Post: b.id("post/sdo"), Name: name, From: monday}}}
	}
	if change, err := Decide(o, b.by(t, give("court_files"))); err != nil || !change.Next.HasPower(b.id("post/sdo"), "court_files", monday) {
		t.Errorf("a held power could not be given: %v", err)
	}
	if _, err := Decide(o, b.by(t, give("discipline"))); !has(err, "org.power_not_held") {
		t.Errorf("a power not held was given: %v", err)
	}
	c := b.by(t, give("court_files"))
	c.For = b.id("post/sdo")
	if _, err := Decide(o, c); !has(err, "org.power_not_held") {
		t.Errorf("a delegate gave a power: %v", err)
	}
	c = b.by(t, give("discipline"))
	c.Founding = true
	if _, err := Decide(o, c); !has(err, "org.founded_already") {
		t.Errorf("a district was founded twice: %v", err)
	}
	ended := b.rows.Powers[0]
	ended.To = monday
	if change, err := Decide(o, b.by(t, Rows{Powers: []Power{ended}})); err != nil || kinds(change)[0] != PowerEnded {
		t.Errorf("%v %v", kinds(change), err)
	}
}

func TestDelegationIsGivenInPersonByTheHolder(t *testing.T) {
	b := small()
	d := *b.delegates(30)
	b.rows.Delegations = nil
	o := b.make(t)
	if change, err := Decide(o, b.by(t, Rows{Delegations: []Delegation{d}})); err != nil || kinds(change)[0] != DelegationGiven {
		t.Errorf("%v %v", kinds(change), err)
	}
	onward := b.by(t, Rows{Delegations: []Delegation{d}})
	onward.Person, onward.Post, onward.For = b.id("person/birju"), b.id("post/sdo"), b.id("post/dm")
	if _, err := Decide(o, onward); !has(err, "org.only_holder_delegates") {
		t.Errorf("a delegation was passed on: %v", err)
	}
	for _, act := range []string{"accept", "sign", "approve_refusal", "extend"} {
		e := d
		e.Acts = []string{"remind", act}
		if _, err := Decide(o, b.by(t, Rows{Delegations: []Delegation{e}})); !has(err, "org.act_never_delegated") {
			t.Errorf("%s was delegated: %v", act, err)
		}
	}
	c := b.by(t, Rows{Delegations: []Delegation{d}})
	c.Nature = func(string) Nature { return Judges }
	if _, err := Decide(o, c); !has(err, "org.act_never_delegated") {
		t.Errorf("a judicial act was delegated: %v", err)
	}
	b.rows.Delegations = []Delegation{d}
	longer := d
	longer.To = d.To + 5
	if _, err := Decide(b.make(t), b.by(t, Rows{Delegations: []Delegation{longer}})); !has(err, "org.delegation_only_ends") {
		t.Errorf("a delegation was lengthened: %v", err)
	}
}

func TestARefusedCommandChangesNothing(t *testing.T) {
	b := small()
	o := b.make(t)
	good := Department{ID: 601, Key: "jail"}
	bad := Tenure{ID: 600, Post: b.id("post/dm"), Person: b.id("person/esha"), From: monday}
	change, err := Decide(o, b.by(t, Rows{Departments: []Department{good}, Tenures: []Tenure{bad}}))
	if err == nil || change.Events != nil || change.Next != nil || o.ByKey(record.Department, "jail") != 0 {
		t.Errorf("half a command was taken: %v", kinds(change))
	}
}

func TestAMovedPlaceCarriesThePlacesBelowIt(t *testing.T) {
	b := small()
	o := b.make(t)
	amnour := o.Place(b.id("place/amnour")).Move(b.id("place/saran"), monday)
	change, err := Decide(o, b.by(t, Rows{Places: []Place{amnour}}))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, p := range change.Rows.Places {
		got[p.Key] = p.Path
	}
	if len(got) != 2 || got["amnour"] != "saran/amnour/" || got["gp"] != "saran/amnour/gp/" {
		t.Errorf("%v", got)
	}
	if len(change.Events) != 1 {
		t.Errorf("%d events for one move", len(change.Events))
	}
}
