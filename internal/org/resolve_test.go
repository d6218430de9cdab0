package org

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/anupalan/anupalan/internal/record"
)

func TestRoleIsResolvedToTheNearestPlaceUpwards(t *testing.T) {
	b := small()
	o := b.make(t)
	for _, tc := range []struct {
		role, at, post string
		why            Why
	}{
		{"head_of_block", "gp", "bdo_amnour", Found},
		{"head_of_block", "amnour", "bdo_amnour", Found},
		{"head_of_block", "maker", "bdo_maker", WhyVacant},
		{"head_of_block", "town", "", WhyNoPost},
		{"head_of_subdivision", "gp", "sdo", Found},
		{"head_of_district", "gp", "dm", Found},
		{"head_of_district", "ps", "dm", Found}, // the police tree hangs under the district
		{"police_station_head", "gp", "sho", WhyVacant},
		{"police_head", "gp", "sp", Found},
		{"police_head", "maker", "sp", Found}, // lies in no station: the one police district of its district
		{"sector_officer", "gp", "so", WhyVacant},
		{"sector_officer", "maker", "", WhyNoPost}, // in no sector, and a tree with no sector above has none
		{"works_engineer", "gp", "ee_rural", Found},
		{"cook", "gp", "", WhyNoRole},
	} {
		r := o.Resolve(tc.role, b.id("place/"+tc.at), monday)
		var want record.ID
		if tc.post != "" {
			want = b.id("post/" + tc.post)
		}
		if r.Post != want || r.Why != tc.why || r.Vacant != (tc.why == WhyVacant) {
			t.Errorf("%s at %s = %+v, want %s %q", tc.role, tc.at, r, tc.post, tc.why)
		}
	}
	if r := o.Resolve("head_of_block", 9999, monday); r.Why != WhyNoPlace {
		t.Errorf("unknown place gave %q", r.Why)
	}
}

func TestDepartmentChoosesAmongPostsOfOneRole(t *testing.T) {
	b := small()
	o := b.make(t)
	r := o.ResolveIn("works_engineer", b.id("dept/road"), b.id("place/gp"), monday)
	if r.Post != b.id("post/ee_road") || !r.Vacant {
		t.Errorf("the road department's engineer is vacant and must be told so, got %+v", r)
	}
}

func TestHolderOnBorderDays(t *testing.T) {
	b := small()
	o := b.make(t)
	post := b.id("post/bdo_amnour")
	for _, tc := range []struct {
		d    int
		want string
	}{{-400, ""}, {-1, "chand"}, {0, "chand"}, {1, "devi"}, {900, "devi"}} {
		r := o.Holder(post, monday.AddDays(tc.d))
		var want record.ID
		if tc.want != "" {
			want = b.id("person/" + tc.want)
		}
		if r.Person != want || r.Vacant != (want == 0) {
			t.Errorf("day %+d: %+v, want %q", tc.d, r, tc.want)
		}
	}
}

func TestAdditionalChargeHoldsAVacantPost(t *testing.T) {
	b := small()
	o := b.make(t)
	r := o.Holder(b.id("post/bdo_maker"), day(2026, 2, 1))
	if r.Person != b.id("person/devi") || r.Kind != Additional {
		t.Fatalf("additional charge not seen: %+v", r)
	}
	got := o.PostsOf(b.id("person/devi"), day(2026, 2, 1))
	if len(got) != 2 || got[0].Kind != Substantive || got[1].Post != b.id("post/bdo_maker") {
		t.Errorf("posts of one person: %+v", got)
	}
}

func TestAbolishedPostIsPassedOver(t *testing.T) {
	b := small()
	b.rows.Posts[1].To = day(2026, 1, 4) // sdo
	o := b.make(t)
	if r := o.Superior(b.id("post/bdo_amnour"), monday); r.Post != b.id("post/dm") {
		t.Errorf("superior %+v, want dm", r)
	}
	if r := o.Resolve("head_of_subdivision", b.id("place/gp"), monday); r.Why != WhyNoPost {
		t.Errorf("an abolished post resolved: %+v", r)
	}
	if r := o.Superior(b.id("post/dm"), monday); r.Why != WhyNoAbove {
		t.Errorf("the first post has a superior: %+v", r)
	}
}

func TestAllOfAKind(t *testing.T) {
	b := small()
	o := b.make(t)
	want := []record.ID{b.id("post/bdo_amnour"), b.id("post/bdo_maker")}
	if got := o.Posts("head_of_block", b.id("place/saran"), monday); !slices.Equal(got, want) {
		t.Errorf("all BDOs: %v", got)
	}
	if got := o.Posts("head_of_block", b.id("place/maker"), monday); len(got) != 1 {
		t.Errorf("BDOs of one block: %v", got)
	}
	if got := o.PostsAt("block", 0, 0, monday); !slices.Equal(got, want) {
		t.Errorf("block-level officers: %v", got)
	}
	if got := o.PostsNamed("works_engineer", 0, monday); len(got) != 2 {
		t.Errorf("engineers: %v", got)
	}
}

// TestResolveAlwaysGivesTheNearest compares with a climb written the slow way.
func TestResolveAlwaysGivesTheNearest(t *testing.T) {
	b := large()
	o := b.make(t)
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		p := &b.rows.Places[rnd.IntN(len(b.rows.Places))]
		role := []string{"head_of_district", "head_of_subdivision", "head_of_block"}[rnd.IntN(3)]
		var want record.ID
		for at := p.ID; at != 0 && want == 0; at = o.Place(at).Parent {
			for i := range b.rows.Posts {
				if b.rows.Posts[i].Role == role && b.rows.Posts[i].Place == at {
					want = b.rows.Posts[i].ID
				}
			}
		}
		if r := o.Resolve(role, p.ID, monday); r.Post != want {
			t.Fatalf("%s at %s = %v, want %v", role, p.Key, r.Post, want)
		}
	}
}

func TestBelowIsAStrictOrder(t *testing.T) {
	b := large()
	o := b.make(t)
	rnd := rand.New(rand.NewPCG(3, 4))
	pick := func() record.ID { return b.rows.Posts[rnd.IntN(len(b.rows.Posts))].ID }
	for range 5000 {
		x, y, z := pick(), pick(), pick()
		if o.Below(x, x) {
			t.Fatal("a post is below itself")
		}
		if o.Below(x, y) && o.Below(y, x) {
			t.Fatal("two posts are below one another")
		}
		if o.Below(x, y) && o.Below(y, z) && !o.Below(x, z) {
			t.Fatal("below does not carry over")
		}
	}
	if !o.Below(b.id("post/x0_block0_gp0"), b.id("post/dm")) {
		t.Fatal("a panchayat post is not below the district's head")
	}
}

func TestCheckerMustStandOutsideTheDoersLine(t *testing.T) {
	b := small()
	o := b.make(t)
	d := day(2026, 2, 2)
	person := func(s string) record.ID { return b.id("person/" + s) }
	post := func(s string) record.ID { return b.id("post/" + s) }
	for _, tc := range []struct {
		name                  string
		checker, in, doer, as string
		want                  bool
	}{
		{"above checks", "birju", "sdo", "devi", "bdo_amnour", true},
		{"below never", "devi", "bdo_amnour", "birju", "sdo", false},
		{"oneself never", "devi", "bdo_maker", "devi", "bdo_amnour", false},
		{"the same post never", "asha", "bdo_amnour", "devi", "bdo_amnour", false},
		{"below through another charge", "devi", "ee_road", "birju", "sdo", false},
		{"beside is free", "esha", "ee_rural", "devi", "bdo_amnour", true},
	} {
		if got := o.Independent(person(tc.checker), post(tc.in), person(tc.doer), post(tc.as), d); got != tc.want {
			t.Errorf("%s: %v", tc.name, got)
		}
	}
}

func BenchmarkResolve(b *testing.B) {
	l := large()
	o := l.make(b)
	at := l.id("place/block7_gp3")
	for b.Loop() {
		o.Resolve("head_of_district", at, monday)
	}
}

func BenchmarkNew(b *testing.B) {
	l := large()
	for b.Loop() {
		l.make(b)
	}
}
