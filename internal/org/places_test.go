package org

import (
	"slices"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

func TestPathIsAskedOnItsDay(t *testing.T) {
	b := small()
	b.rows.Places[3] = b.rows.Places[3].Move(b.id("place/saran"), monday) // maker leaves the subdivision
	o := b.make(t)
	if got := o.PathOf(b.id("place/maker"), monday.AddDays(-1)); len(got) != 3 {
		t.Errorf("the day before: %v", got)
	}
	if got := o.PathOf(b.id("place/maker"), monday); len(got) != 2 {
		t.Errorf("on the day: %v", got)
	}
	if r := o.Resolve("head_of_subdivision", b.id("place/maker"), monday.AddDays(-1)); r.Post != b.id("post/sdo") {
		t.Errorf("the subdivision of yesterday: %+v", r)
	}
	if r := o.Resolve("head_of_subdivision", b.id("place/maker"), monday); r.Why != WhyNoPost {
		t.Errorf("the subdivision of today: %+v", r)
	}
}

func TestBlockOf(t *testing.T) {
	b := small()
	o := b.make(t)
	for key, want := range map[string]string{"gp": "amnour", "amnour": "amnour", "town": "town", "saran": "", "sub": ""} {
		var id record.ID
		if want != "" {
			id = b.id("place/" + want)
		}
		if got := o.BlockOf(b.id("place/" + key)); got != id {
			t.Errorf("block of %s = %v, want %q", key, got, want)
		}
	}
}

func TestWithinDoesNotMistakeNamesThatBeginAlike(t *testing.T) {
	b := small()
	b.place("amnour2", "block", "sub", Common, "अमनौर दो", "Amnour Two")
	o := b.make(t)
	if o.Within(b.id("place/amnour2"), b.id("place/amnour")) || !o.Within(b.id("place/gp"), b.id("place/amnour")) || !o.Within(b.id("place/gp"), b.id("place/gp")) {
		t.Error("within is wrong")
	}
	if got := o.Places(b.id("place/sub"), monday, "block", "urban_body"); len(got) != 4 {
		t.Errorf("places of kinds: %v", got)
	}
	if got := o.Children(b.id("place/amnour"), monday); !slices.Equal(got, []record.ID{b.id("place/gp")}) {
		t.Errorf("children: %v", got)
	}
}

func TestCoversPlacesAndDepartments(t *testing.T) {
	b := small()
	b.post("sdc", "", "saran", "dm", "वरीय उप समाहर्ता", "Senior Deputy Collector").Areas = []record.ID{b.id("place/sub"), b.id("place/amnour")}
	o := b.make(t)
	gp, maker := o.Path(b.id("place/gp")), o.Path(b.id("place/maker"))
	for _, tc := range []struct {
		post, path, dept string
		want             bool
	}{
		{"dm", gp, "rural", true},
		{"bdo_amnour", gp, "gad", true},
		{"bdo_amnour", gp, "rural", false},
		{"bdo_amnour", maker, "gad", false},
		{"sho", gp, "gad", true}, // the panchayat lies in his station
		{"sho", maker, "gad", false},
		{"sp", maker, "gad", true},
		{"so", gp, "gad", true},
		{"sdc", maker, "gad", true},
		{"sdc", o.Path(b.id("place/saran")), "gad", false},
	} {
		if got := o.Covers(b.id("post/"+tc.post)).Has(tc.path, b.id("dept/"+tc.dept)); got != tc.want {
			t.Errorf("%s covers %s in %s = %v", tc.post, tc.path, tc.dept, got)
		}
	}
	if s := o.Covers(b.id("post/sdc")); len(s.Paths) != 1 {
		t.Errorf("an area inside another counts once: %v", s.Paths)
	}
	if !o.Covers(99999).IsZero() {
		t.Error("an unknown post covers something")
	}
}

func TestUnsoundRowsAreRefusedByName(t *testing.T) {
	for name, tc := range map[string]struct {
		spoil func(b *builder)
		want  string
	}{
		"loop of places":     {func(b *builder) { b.at("saran").Parent = b.id("place/gp") }, "org.place_loop"},
		"loop of superiors":  {func(b *builder) { b.rows.Posts[0].ReportsTo = b.id("post/bdo_amnour") }, "org.chain_loop"},
		"unknown parent":     {func(b *builder) { b.at("gp").Parent = 777 }, "org.unknown_parent"},
		"unknown station":    {func(b *builder) { b.at("gp").LiesIn = []record.ID{777} }, "org.unknown_lies_in"},
		"unknown place":      {func(b *builder) { b.rows.Posts[2].Place = 777 }, "org.unknown_place"},
		"unknown department": {func(b *builder) { b.rows.Posts[2].Department = 777 }, "org.unknown_department"},
		"unknown superior":   {func(b *builder) { b.rows.Posts[2].ReportsTo = 777 }, "org.unknown_superior"},
		"key twice":          {func(b *builder) { b.rows.Posts[2].Key = "dm" }, "org.key_twice"},
		"id twice":           {func(b *builder) { b.rows.Places[2].ID = b.rows.Places[1].ID }, "org.id_twice"},
		"loop of former days": {func(b *builder) {
			*b.at("saran") = b.at("saran").Move(0, monday)
			b.at("saran").Before[0].Parent = b.id("place/gp")
		}, "org.place_loop"},
	} {
		b := small()
		tc.spoil(b)
		_, err := New(218, b.rows, roles())
		if !has(err, tc.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func has(err error, key string) bool {
	if err == nil {
		return false
	}
	f := fault.As(err)
	return f.Key == key || slices.ContainsFunc(f.Fields, func(w fault.Field) bool { return w.Key == key })
}

func TestDatesThatCannotBeAreRefusedByName(t *testing.T) {
	for name, tc := range map[string]struct {
		spoil func(b *builder)
		want  string
	}{
		"place ends first":     {func(b *builder) { b.at("gp").From, b.at("gp").To = monday, monday-1 }, "org.ends_before_it_begins"},
		"parent closed before": {func(b *builder) { b.at("amnour").To = monday }, "org.parent_not_then"},
		"parents overlap": {func(b *builder) {
			*b.at("maker") = b.at("maker").Move(b.id("place/saran"), monday)
			b.at("maker").Before[0].To = monday
		}, "org.parents_overlap"},
		"post outlives its place": {func(b *builder) {
			b.at("gp").To = monday
			b.post("mukhia", "", "gp", "sdo", "मुखिया", "Mukhiya")
		}, "org.place_not_then"},
		"role nobody knows":        {func(b *builder) { b.rows.Posts[2].Role = "cook" }, "org.unknown_role"},
		"lgd twice":                {func(b *builder) { lgd(b, "amnour", "maker") }, "org.lgd_twice"},
		"held twice":               {func(b *builder) { b.holds("gita", "dm", Substantive, monday, 0) }, "org.held_twice"},
		"held twice on one day":    {func(b *builder) { b.rows.Tenures[2].To = day(2026, 1, 6) }, "org.held_twice"},
		"tenure before the post":   {func(b *builder) { b.rows.Posts[1].From = monday }, "org.post_not_then"},
		"delegation of 91 days":    {func(b *builder) { b.delegates(91) }, "org.delegation_too_long"},
		"delegation without end":   {func(b *builder) { b.delegates(10).To = 0 }, "org.delegation_too_long"},
		"delegation of everything": {func(b *builder) { b.delegates(10).Acts = []string{"*"} }, "org.delegation_names_no_act"},
		"delegation of nothing":    {func(b *builder) { b.delegates(10).Acts = nil }, "org.delegation_names_no_act"},
		"delegation unexplained":   {func(b *builder) { b.delegates(10).Reason = "" }, "org.delegation_needs_reason"},
		"delegation to oneself":    {func(b *builder) { b.delegates(10).Taker = b.id("post/dm") }, "org.delegates_to_itself"},
		"taker not in post":        {func(b *builder) { b.delegates(10).Person = b.id("person/chand") }, "org.taker_not_in_post"},
		"power twice": {func(b *builder) {
			b.rows.Powers = []Power{{ID: 901, Post: b.id("post/dm"), Name: "x"}, {ID: 902, Post: b.id("post/dm"), Name: "x", From: monday}}
		}, "org.power_twice"},
	} {
		b := small()
		tc.spoil(b)
		o := b.make(t)
		if err := o.Check(); !has(err, tc.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	b := small()
	b.delegates(90)
	if err := b.make(t).Check(); err != nil {
		t.Errorf("a sound district was refused: %v", err)
	}
}

func lgd(b *builder, keys ...string) {
	for _, k := range keys {
		b.at(k).LGDType, b.at(k).LGDCode = "block", 2059
	}
}

// delegates lets the district's head delegate to the subdivision's for so many days.
func (b *builder) delegates(days int) *Delegation {
	b.rows.Delegations = append(b.rows.Delegations, Delegation{ID: 900, Giver: b.id("post/dm"), Taker: b.id("post/sdo"), Person: b.id("person/birju"),
		Acts: []string{"remind"}, From: monday, To: monday + calendar.Date(days) - 1, Reason: "प्रशिक्षण"})
	return &b.rows.Delegations[len(b.rows.Delegations)-1]
}

func TestDelegationServesItsDaysActsAndPost(t *testing.T) {
	b := small()
	b.delegates(30)
	o := b.make(t)
	birju, sdo, dm := b.id("person/birju"), b.id("post/sdo"), b.id("post/dm")
	for _, tc := range []struct {
		name string
		day  calendar.Date
		act  string
		want bool
	}{
		{"first day", monday, "remind", true}, {"last day", monday + 29, "remind", true},
		{"day before", monday - 1, "remind", false}, {"day after", monday + 30, "remind", false},
		{"another act", monday, "accept", false},
	} {
		if got := o.MayActFor(birju, sdo, dm, tc.act, tc.day) != nil; got != tc.want {
			t.Errorf("%s: %v", tc.name, got)
		}
	}
	b.rows.Tenures[1].To = monday + 3 // birju leaves the subdivision
	if o := b.make(t); o.MayActFor(birju, sdo, dm, "remind", monday+4) != nil {
		t.Error("a delegation outlived the post it was given to")
	}
}
