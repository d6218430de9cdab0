package app

import (
	"context"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
	"github.com/anupalan/anupalan/packs"
)

// sampleFiles are the files of the sample district.
func sampleFiles(t testing.TB) []OrgFile {
	t.Helper()
	files, err := OrgFiles(packs.FS, "sample/saran")
	if err != nil || len(files) != 6 {
		t.Fatal(len(files), err)
	}
	return files
}

// orgApp is an App on an empty database whose clock stands.
func orgApp(t testing.TB, db *store.DB) *App {
	t.Helper()
	systems, err := LoadSystems(packs.FS)
	if err != nil {
		t.Fatal(err)
	}
	wall := time.Date(2026, time.January, 5, 6, 0, 0, 0, time.UTC)
	a, err := New(context.Background(), Config{DB: db, Systems: systems, Wall: func() time.Time { return wall }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(a.Close)
	return a
}

var installer = Actor{District: sampleDistrict, Mode: record.Program}

func snapshot(t testing.TB, a *App) *org.Org {
	t.Helper()
	rows, _, err := a.db.Reader().Org(context.Background(), sampleDistrict)
	if err != nil {
		t.Fatal(err)
	}
	o, err := org.New(sampleDistrict, rows, a.systems.Roles)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// officer signs the holder of a post in, as far as the use cases ask.
func officer(o *org.Org, post string, day calendar.Date) Actor {
	id := o.ByKey(record.Post, post)
	return Actor{District: o.District(), Person: o.Holder(id, day).Person, Post: id}
}

func TestImportFoundsTheDistrictAndTheAuditAgrees(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		a, ctx, files := orgApp(t, db), context.Background(), sampleFiles(t)
		if got, err := OrgDistrict(files); err != nil || got != sampleDistrict {
			t.Fatalf("district %d, %v", got, err)
		}
		seen, err := a.PreviewOrg(ctx, installer, files)
		if err != nil || seen.Events == 0 {
			t.Fatalf("%+v %v", seen, err)
		}
		if rows, _, _ := db.Reader().Org(ctx, sampleDistrict); len(rows.Posts) != 0 {
			t.Fatal("a preview entered rows")
		}
		did, err := a.ImportOrg(ctx, installer, files)
		if err != nil || did.Events != seen.Events {
			t.Fatalf("did %d of %d: %v", did.Events, seen.Events, err)
		}
		again, err := a.ImportOrg(ctx, installer, files)
		if err != nil || again.Events != 0 {
			t.Errorf("the same files again made %d events: %v", again.Events, err)
		}
		verified(t, db)
		if got := len(snapshot(t, a).Posts("head_of_block", 0, a.today())); got != 20 {
			t.Errorf("%d BDOs", got)
		}
	})
}

func TestAfterTheFoundingOnlyAnAdministratorChangesTheOrganisation(t *testing.T) {
	db := storetest.SQLite(t)
	a, ctx := orgApp(t, db), context.Background()
	if _, err := a.ImportOrg(ctx, installer, sampleFiles(t)); err != nil {
		t.Fatal(err)
	}
	o := snapshot(t, a)
	file := []OrgFile{{"o.csv", []byte("person,name_hi,name_en,post,from\nT1,गीता देवी (नमूना),Gita Devi (sample),bao_maker,2026-01-05\n")}}
	if _, err := a.ImportOrg(ctx, officer(o, "bdo_maker", a.today()), file); !fault.Is(err, fault.Forbidden) {
		t.Errorf("a block officer changed the organisation: %v", err)
	}
	dm := officer(o, "dm_saran", a.today())
	done, err := a.ImportOrg(ctx, dm, file)
	if err != nil || done.Events != 2 {
		t.Fatalf("%+v %v", done, err)
	}
	if snapshot(t, a).Holder(o.ByKey(record.Post, "bao_maker"), a.today()).Vacant {
		t.Error("the vacant post was not filled")
	}
	power := []OrgFile{{"p.csv", []byte("post,power,from,order\nbdo_maker,secret,2026-01-05,1/2026\n")}}
	if _, err := a.ImportOrg(ctx, dm, power); !fault.Is(err, fault.Refused) {
		t.Errorf("a power nobody holds was given: %v", err)
	}
	if _, err := a.ImportOrg(ctx, installer, power); !fault.Is(err, fault.Refused) {
		t.Errorf("the program gave a power after the founding: %v", err)
	}
	verified(t, db)
}

func TestDelegationOnScreen(t *testing.T) {
	db := storetest.SQLite(t)
	a, ctx := orgApp(t, db), context.Background()
	if _, err := a.ImportOrg(ctx, installer, sampleFiles(t)); err != nil {
		t.Fatal(err)
	}
	o := snapshot(t, a)
	bdo, bpro := officer(o, "bdo_amnour", a.today()), officer(o, "bpro_amnour", a.today())
	give := func(o *org.Org, id func() record.ID) (org.Rows, error) {
		return org.Rows{Delegations: []org.Delegation{{ID: id(), Giver: bdo.Post, Taker: bpro.Post, Person: bpro.Person, Acts: []string{"remind"},
			From: a.today(), To: a.today() + 10, Reason: "प्रशिक्षण"}}}, nil
	}
	if _, err := a.ChangeOrg(ctx, bpro, "delegate", give); !fault.Is(err, fault.Refused) {
		t.Errorf("somebody delegated another's acts: %v", err)
	}
	if _, err := a.ChangeOrg(ctx, bdo, "delegate", give); err != nil {
		t.Fatal(err)
	}
	if snapshot(t, a).MayActFor(bpro.Person, bpro.Post, bdo.Post, "remind", a.today()) == nil {
		t.Error("the delegation does not serve")
	}
}

func TestAPostingRelievesTheOneBefore(t *testing.T) {
	db := storetest.SQLite(t)
	a, ctx := orgApp(t, db), context.Background()
	if _, err := a.ImportOrg(ctx, installer, sampleFiles(t)); err != nil {
		t.Fatal(err)
	}
	o, day := snapshot(t, a), a.today()
	dm, post := officer(o, "dm_saran", day), o.ByKey(record.Post, "bdo_maker")
	before := o.Holder(post, day).Person
	gita := org.Person{Key: "T1", Name: i18n.Text{Hi: "गीता देवी (नमूना)", En: "Gita Devi (sample)"}}
	if err := a.PostOfficer(ctx, dm, Posting{Post: post, Person: gita, From: day + 1, Order: "5/2026"}); err != nil {
		t.Fatal(err)
	}
	o = snapshot(t, a)
	after := o.Holder(post, day+1).Person
	if o.Holder(post, day).Person != before || after == before || o.Person(after).Key != "T1" {
		t.Error("the posting did not take place on its day")
	}
	vacant := o.ByKey(record.Post, "bao_maker")
	if err := a.PostOfficer(ctx, dm, Posting{Post: vacant, Person: *o.Person(after), From: day + 1, Additional: true}); err != nil {
		t.Fatal(err)
	}
	o = snapshot(t, a)
	if len(o.PostsOf(after, day+1)) != 2 {
		t.Error("the additional charge is not seen")
	}
	if err := a.RelieveOfficer(ctx, dm, o.PostsOf(after, day+1)[1].Tenure, day+3); err != nil {
		t.Fatal(err)
	}
	if o = snapshot(t, a); !o.Holder(vacant, day+4).Vacant || o.Holder(vacant, day+3).Vacant {
		t.Error("the charge did not end on its day")
	}
	verified(t, db)
}

func TestDelegationAndPowerOfOnesOwnPost(t *testing.T) {
	db := storetest.SQLite(t)
	a, ctx := orgApp(t, db), context.Background()
	if _, err := a.ImportOrg(ctx, installer, sampleFiles(t)); err != nil {
		t.Fatal(err)
	}
	o, day := snapshot(t, a), a.today()
	bdo, bpro := officer(o, "bdo_amnour", day), officer(o, "bpro_amnour", day)
	d := Delegating{Taker: bpro.Post, Person: bpro.Person, Acts: []string{"remind"}, From: day, To: day + 89, Reason: "प्रशिक्षण"}
	if err := a.DelegateActs(ctx, bdo, d); err != nil {
		t.Fatal(err)
	}
	d.To++
	if err := a.DelegateActs(ctx, bdo, d); err == nil {
		t.Error("ninety-one days were delegated")
	}
	given := snapshot(t, a).ActsFor(bpro.Person, day)
	if len(given) != 1 {
		t.Fatalf("%d delegations", len(given))
	}
	if err := a.EndDelegation(ctx, bpro, given[0].ID, day); err == nil {
		t.Error("the taker ended the delegation")
	}
	if err := a.EndDelegation(ctx, bdo, given[0].ID, day); err != nil {
		t.Fatal(err)
	}
	if len(snapshot(t, a).ActsFor(bpro.Person, day+1)) != 0 {
		t.Error("an ended delegation serves")
	}
	sdo := o.ByKey(record.Post, "sdo_sadar")
	if err := a.VestPower(ctx, bdo, sdo, "court_files", day, "1/2026"); !fault.Is(err, fault.Refused) {
		t.Errorf("a power not held was given: %v", err)
	}
	if err := a.VestPower(ctx, officer(o, "dm_saran", day), sdo, "court_files", day, "1/2026"); err != nil {
		t.Error(err)
	}
}

// TestChangesAtOnceAllStand lets several officers change the organisation in one group: each is decided on what the
// others have saved.
func TestChangesAtOnceAllStand(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		a, ctx := orgApp(t, db), context.Background()
		if _, err := a.ImportOrg(ctx, installer, sampleFiles(t)); err != nil {
			t.Fatal(err)
		}
		o, day := snapshot(t, a), a.today()
		dm := officer(o, "dm_saran", day)
		posts := o.Posts("head_of_block", 0, day)[:6]
		faults := make(chan error, len(posts))
		for _, p := range posts {
			go func() { faults <- a.VestPower(ctx, dm, p, "court_files", day, "1/2026") }()
		}
		for range posts {
			if err := <-faults; err != nil {
				t.Error(err)
			}
		}
		o = snapshot(t, a)
		for _, p := range posts {
			if !o.HasPower(p, "court_files", day) {
				t.Errorf("%s lost its power", o.Post(p).Key)
			}
		}
		verified(t, db)
	})
}
