package ingest

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
)

var today, _ = calendar.DateOf(2026, time.January, 5)

// roles reads the keys, levels and trees of packs/common.
func roles(t testing.TB) []org.Role {
	t.Helper()
	data, err := os.ReadFile("../../packs/common/roles.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var list []org.Role
	for sc := bufio.NewScanner(bytes.NewReader(data)); sc.Scan(); {
		key, rest, ok := strings.Cut(sc.Text(), ": ")
		parts := strings.Split(rest, " | ")
		if !ok || len(parts) != 3 || strings.HasPrefix(key, "#") {
			continue
		}
		level, tree, _ := strings.Cut(parts[2], ", ")
		in, ok := org.ParseTree(tree)
		if !ok {
			t.Fatalf("role %s: tree %q", key, tree)
		}
		list = append(list, org.Role{Key: strings.TrimSpace(key), Name: i18n.Text{Hi: parts[0], En: parts[1]}, Level: level, Tree: in})
	}
	return list
}

func sampleSheets(t testing.TB) []Sheet {
	t.Helper()
	files, err := filepath.Glob("../../packs/sample/saran/*.csv")
	if err != nil || len(files) != 6 {
		t.Fatal(files, err)
	}
	var sheets []Sheet
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s, err := Read(filepath.Base(name), data, Usual())
		if err != nil {
			t.Fatal(err)
		}
		sheets = append(sheets, s...)
	}
	return sheets
}

func ids() func() record.ID {
	n := record.ID(1000)
	return func() record.ID { n++; return n }
}

func empty(t testing.TB) *org.Org {
	o, err := org.New(218, org.Rows{}, roles(t))
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// found sets the sample district up, as the program does.
func found(t testing.TB) *org.Org {
	t.Helper()
	o := empty(t)
	b, err := BindOrg(o, sampleSheets(t), ids(), today)
	if err != nil {
		t.Fatal(i18n.Explain(i18n.English, fault.As(err)))
	}
	m, err := record.NewMaker(1, 0)
	if err != nil {
		t.Fatal(err)
	}
	change, err := org.Decide(o, org.Command{Rows: b.Rows, Act: "import", Mode: record.Program, Now: today.At(9, 0), Version: 1, IDs: m, Founding: true})
	if err != nil {
		t.Fatal(i18n.Explain(i18n.English, fault.As(err)))
	}
	return change.Next
}

func TestSampleDistrictIsSound(t *testing.T) {
	o := found(t)
	saran := o.ByKey(record.Place, "saran")
	for kind, want := range map[string]int{"subdivision": 3, "block": 20, "urban_body": 10, "panchayat": 27, "police_station": 21, "constituency": 10} {
		if got := len(o.Places(saran, today, kind)); got != want {
			t.Errorf("%d places of kind %s, want %d", got, kind, want)
		}
	}
	if got := o.Posts("head_of_block", saran, today); len(got) != 20 {
		t.Errorf("all BDOs are %d posts, want 20", len(got))
	}
	vacant := 0
	rows := o.Rows()
	for i := range rows.Posts {
		if o.Holder(rows.Posts[i].ID, today).Vacant {
			vacant++
		}
	}
	if vacant != 2 {
		t.Errorf("%d vacant posts, want 2", vacant)
	}
	if r := o.Holder(o.ByKey(record.Post, "bdo_panapur"), today); r.Kind != org.Additional {
		t.Errorf("panapur is held in %v charge", r.Kind)
	}
	if o.ByLGD("district", 218) != saran || o.ByLGD("block", 218) != 0 {
		t.Error("LGD codes are found by type and code")
	}
}

func TestEveryRoleIsPlayedInTheSample(t *testing.T) {
	o := found(t)
	gp := o.ByKey(record.Place, "amnour_gp")
	elsewhere := map[string]string{"town_executive": "kopa_np", "returning_officer": "sector_amnour_1"}
	for _, r := range o.Roles() {
		at := gp
		if key := elsewhere[r.Key]; key != "" {
			at = o.ByKey(record.Place, key)
		}
		got := o.Resolve(r.Key, at, today)
		if got.Post == 0 {
			t.Errorf("role %s is played by nobody: %s", r.Key, got.Why)
			continue
		}
		if kind := o.Place(o.Post(got.Post).Place).Kind; kind != r.Level {
			t.Errorf("role %s is played at a %s, its level is %s", r.Key, kind, r.Level)
		}
	}
}

func TestSampleNamesNoRealPerson(t *testing.T) {
	rows := found(t).Rows()
	for _, p := range rows.Persons {
		if !strings.HasSuffix(p.Name.Hi, "(नमूना)") || !strings.HasSuffix(p.Name.En, "(sample)") {
			t.Errorf("%s is not marked as a sample", p.Name.Hi)
		}
		if !strings.HasPrefix(p.Phone, "00000-") || !strings.HasSuffix(p.Email, "@example.in") {
			t.Errorf("%s has the phone %q and e-mail %q", p.Key, p.Phone, p.Email)
		}
	}
	for _, p := range rows.Places {
		if p.Kind == "panchayat" && (!p.Sample || p.LGDCode != 0) {
			t.Errorf("the panchayat %s looks real", p.Key)
		}
	}
}

func TestTheSameFileAgainChangesNothing(t *testing.T) {
	o := found(t)
	b, err := BindOrg(o, sampleSheets(t), ids(), today)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range b.Preview {
		if p.New != 0 || p.Changed != 0 || p.Same != p.Rows {
			t.Errorf("%s: %+v", p.Kind.En, p)
		}
	}
	m, _ := record.NewMaker(1, 0)
	change, err := org.Decide(o, org.Command{Rows: b.Rows, Now: today.At(9, 0), IDs: m})
	if err != nil || len(change.Events) != 0 {
		t.Errorf("%d events, %v", len(change.Events), err)
	}
}

func sheet(name, text string) Sheet {
	s, err := Read(name, []byte(text), Usual())
	if err != nil {
		panic(err)
	}
	return s[0]
}

func TestWrongRowsAreNamedByLineAndHeading(t *testing.T) {
	o := found(t)
	const places = "key,kind,name_hi,name_en,parent,lgd_type,lgd_code\n"
	const posts = "key,designation,name_hi,name_en,department,place,reports_to,roles\n"
	const officers = "person,name_hi,name_en,post,from\n"
	for name, tc := range map[string]struct {
		sheets []Sheet
		path   string
		key    string
	}{
		"unknown parent":     {[]Sheet{sheet("p.csv", places+"x,panchayat,क,X,amnor,,\n")}, "p.csv:2:parent", "ingest.unknown_place"},
		"unknown kind":       {[]Sheet{sheet("p.csv", places+"x,panchyat,क,X,amnour,,\n")}, "p.csv:2:kind", "ingest.not_one_of"},
		"empty required":     {[]Sheet{sheet("p.csv", places+"x,panchayat,,X,amnour,,\n")}, "p.csv:2:name_hi", "ingest.empty"},
		"too long":           {[]Sheet{sheet("p.csv", places+"x,panchayat,"+strings.Repeat("क", 201)+",X,amnour,,\n")}, "p.csv:2:name_hi", "ingest.too_long"},
		"key twice":          {[]Sheet{sheet("p.csv", places+"x,panchayat,क,X,amnour,,\nx,panchayat,क,X,amnour,,\n")}, "p.csv:3:key", "ingest.key_twice"},
		"key with a space":   {[]Sheet{sheet("p.csv", places+"x y,panchayat,क,X,amnour,,\n")}, "p.csv:2:key", "ingest.not_a_key"},
		"moved without day":  {[]Sheet{sheet("p.csv", places+"amnour,block,अमनौर,Amnour,sonepur_sub,,\n")}, "p.csv:2:parent", "ingest.move_needs_day"},
		"code without type":  {[]Sheet{sheet("p.csv", places+"x,panchayat,क,X,amnour,,77\n")}, "p.csv:2:lgd_type", "ingest.lgd_needs_type"},
		"code no number":     {[]Sheet{sheet("p.csv", places+"x,panchayat,क,X,amnour,block,7a\n")}, "p.csv:2:lgd_code", "ingest.not_a_number"},
		"unknown department": {[]Sheet{sheet("q.csv", posts+"x,bdo,क,X,helth,saran,dm_saran,\n")}, "q.csv:2:department", "ingest.unknown_department"},
		"unknown superior":   {[]Sheet{sheet("q.csv", posts+"x,bdo,क,X,health,saran,dm_sarn,\n")}, "q.csv:2:reports_to", "ingest.unknown_post"},
		"unknown role":       {[]Sheet{sheet("q.csv", posts+"x,bdo,क,X,health,saran,dm_saran,head_of_blok\n")}, "q.csv:2:roles", "ingest.unknown_role"},
		"impossible date":    {[]Sheet{sheet("o.csv", officers+"S1,क,X,dm_saran,31.02.2026\n")}, "o.csv:2:from", "calendar.human_day"},
		"day without year":   {[]Sheet{sheet("o.csv", officers+"S1,क,X,dm_saran,कल\n")}, "o.csv:2:from", "calendar.human_form"},
		"unnamed officer":    {[]Sheet{sheet("o.csv", officers+"new1,,,dm_saran,2026-01-01\n")}, "o.csv:2:person", "ingest.person_unnamed"},
		"two minds":          {[]Sheet{sheet("o.csv", officers+"new1,क,X,bao_maker,2026-01-01\nnew1,ख,X,cdpo_lahladpur,2026-01-01\n")}, "o.csv:3:person", "ingest.person_differs"},
		"wrong heading":      {[]Sheet{sheet("p.csv", "key,kind,name_hi,name_en,perent\nx,panchayat,क,X,amnour\n")}, "p.csv:1:perent", "ingest.unknown_heading"},
		"heading twice":      {[]Sheet{sheet("p.csv", "key,kind,name_hi,name_en,kind\nx,panchayat,क,X,amnour\n")}, "p.csv:1:kind", "ingest.heading_twice"},
		"no form":            {[]Sheet{sheet("p.csv", "kind,parent,name_hi\nx,y,z\n")}, "p.csv:1:", "ingest.no_form"},
	} {
		b, err := BindOrg(o, tc.sheets, ids(), today)
		f := fault.As(err)
		if b != nil || f == nil || !slices.ContainsFunc(f.Fields, func(w fault.Field) bool { return w.Path == tc.path && w.Key == tc.key }) {
			t.Errorf("%s: want %s %s, got %v", name, tc.path, tc.key, err)
		}
	}
}

func TestFaultsNameWhatWasMeant(t *testing.T) {
	o := found(t)
	_, err := BindOrg(o, []Sheet{sheet("p.csv", "key,kind,name_hi,name_en,parent\nx,panchayat,क,X,amnor\n")}, ids(), today)
	if got := i18n.Explain(i18n.English, fault.As(err)); !strings.Contains(got, `did you mean "amnour"?`) {
		t.Error(got)
	}
	_, err = BindOrg(o, []Sheet{sheet("p.csv", "key,kind,name_hi,name_en,perent\nx,panchayat,क,X,amnour\n")}, ids(), today)
	if got := i18n.Explain(i18n.Hindi, fault.As(err)); !strings.Contains(got, `क्या "parent" लिखना था?`) {
		t.Error(got)
	}
}

func TestHindiHeadingsAndNewDistrictRows(t *testing.T) {
	o := found(t)
	s := sheet("p.csv", "\ufeffकुंजी;प्रकार;नाम (हिन्दी);नाम (अंग्रेज़ी);ऊपर का स्थान;आरंभ तिथि;नमूना\nnaya_gp;panchayat;नया;Naya;amnour;१.४.२०२५;हाँ\n")
	b, err := BindOrg(o, []Sheet{s}, ids(), today)
	if err != nil {
		t.Fatal(err)
	}
	p := b.Rows.Places[0]
	if p.Key != "naya_gp" || p.From.String() != "2025-04-01" || !p.Sample || p.Parent != o.ByKey(record.Place, "amnour") {
		t.Errorf("%+v", p)
	}
	if b.Preview[0].New != 1 {
		t.Errorf("%+v", b.Preview)
	}
}

func TestATransferIsOneFile(t *testing.T) {
	o := found(t)
	s := sheet("o.csv", "person,name_hi,name_en,post,from,to,order\nT1,गीता देवी (नमूना),Gita Devi (sample),bdo_maker,2026-01-06,,5/2026\n")
	b, err := BindOrg(o, []Sheet{s}, ids(), today)
	if err != nil {
		t.Fatal(err)
	}
	m, _ := record.NewMaker(1, 0)
	cmd := org.Command{Rows: b.Rows, Now: today.At(9, 0), IDs: m}
	if _, err := org.Decide(o, cmd); err == nil {
		t.Error("a second holder was let in beside the first")
	}
	held := o.Holder(o.ByKey(record.Post, "bdo_maker"), today)
	old := o.Person(held.Person)
	s2 := sheet("o2.csv", "person,post,from,to,order\n"+old.Key+",bdo_maker,2025-06-02,2026-01-05,5/2026\n")
	b, err = BindOrg(o, []Sheet{s, s2}, ids(), today)
	if err != nil {
		t.Fatal(err)
	}
	cmd.Rows = b.Rows
	change, err := org.Decide(o, cmd)
	if err != nil {
		t.Fatal(err)
	}
	post := o.ByKey(record.Post, "bdo_maker")
	if now, then := change.Next.Holder(post, today+1), change.Next.Holder(post, today); now.Person == then.Person || then.Person != held.Person {
		t.Error("the transfer did not take place on its day")
	}
}

func BenchmarkBindSample(b *testing.B) {
	sheets := sampleSheets(b)
	o := empty(b)
	for b.Loop() {
		if _, err := BindOrg(o, sheets, ids(), today); err != nil {
			b.Fatal(err)
		}
	}
}
