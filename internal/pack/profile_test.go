package pack

import (
	"os"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/rule"
)

const billPack = `pack: {key: bills, revision: 1, from: 2026-01-01, class: office}
name: देयक | Bills
source: परिपत्र | Circular
settings:
  pay_in: भुगतान की सीमा | Pay within | 30 days local at most
  least:  न्यूनतम राशि | Least amount | 5000 local
  hear:   सुनवाई से पहले | Before a hearing | 15 days fixed
matters:
  bill:
    name: $bill | $bill
    answers: application
    fields:
      sum: राशि | Sum | money at least least
    states:
      due:  देय | Due | working with head_of_block within pay_in
      held: रोका | Held | working with head_of_block within hear
      paid: भुगतान | Paid | closed
    acts:
      enter: दर्ज करें | Enter | to due by head_of_block asks sum
      hold:  रोकें | Hold | from due to held asks remark
      pay:   भुगतान | Pay | from due or held to paid
`

const upProfile = `profile: {key: up, revision: 3, from: 2026-01-01}
name: उत्तर प्रदेश | Uttar Pradesh
posts:
  head_of_block: खण्ड विकास अधिकारी | BDO | bdo at block
names:
  bills.bill.due: बकाया | Outstanding
  words.bill: बीजक | Invoice
settings:
  bills.pay_in:
    - value: 21 days
      from: 2026-03-01
      source: शासनादेश | Order
  bills.least:
    - value: 2 lakh
      from: 2026-01-01
      source: शासनादेश | Order
`

func billSet(t *testing.T) *Set {
	t.Helper()
	set, faults := Load(withCommon(t, map[string]string{"systems/bills.yaml": billPack, "states/up.yaml": upProfile}))
	if len(faults) > 0 {
		t.Fatal(list(faults, i18n.English))
	}
	return set
}

func days(n int) rule.Value {
	return rule.Value{Kind: rule.Length, Span: calendar.Span{N: n, Unit: calendar.Days}}
}

func on(t *testing.T, s string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTheDistrictsValueStandsOverTheStatesOverThePacks(t *testing.T) {
	set := billSet(t)
	own := []District{{Value: days(14), From: on(t, "2026-05-01"), Why: "dm: harvest"}, {Value: days(40), From: on(t, "2026-06-01"), Why: "dm: too long"}}
	for _, c := range []struct {
		day, profile, want, source string
		own                        []District
	}{
		{"2026-02-01", "", "30 days", "bills@1", nil},
		{"2026-02-01", "up", "30 days", "bills@1", nil},
		{"2026-04-01", "up", "21 days", "up@3", nil},
		{"2026-04-30", "up", "21 days", "up@3", own},
		{"2026-05-01", "up", "14 days", "dm: harvest", own},
		{"2026-07-01", "up", "14 days", "dm: harvest", own},
	} {
		got, ok := set.Setting(c.profile, "bills.pay_in", c.own, on(t, c.day))
		if !ok || got.Value.Written() != c.want || got.Source != c.source {
			t.Errorf("%s in %q: %q by %q, want %q by %q", c.day, c.profile, got.Value.Written(), got.Source, c.want, c.source)
		}
	}
	all := set.Apply("up", map[string][]District{"bills.least": {{Value: rule.Value{Kind: rule.Number, N: 700}, From: 1}}}, on(t, "2026-07-01"))
	if v := all["bills.least"].Value; v.Kind != rule.Money || v.N != 700_00 {
		t.Errorf("a plain number beside money is %+v, want 700 rupees", v)
	}
}

func TestADistrictStaysWithinTheBound(t *testing.T) {
	set := billSet(t)
	for _, c := range []struct {
		path string
		v    rule.Value
		want string
	}{
		{"bills.pay_in", days(30), ""},
		{"bills.pay_in", days(31), "pack.profile_most"},
		{"bills.pay_in", rule.Value{Kind: rule.Number, N: 3}, "pack.profile_unit"},
		{"bills.hear", days(15), "pack.setting_not_local"},
		{"bills.none", days(1), "pack.profile_path"},
	} {
		got := ""
		if f := set.CheckLocal(c.path, c.v); f != nil {
			got = f.Key
		}
		if got != c.want {
			t.Errorf("%s %s: %q, want %q", c.path, c.v.Written(), got, c.want)
		}
	}
}

func TestAProfileRenamesAndPutsItsWordsIn(t *testing.T) {
	set := billSet(t)
	bill := set.Type("bills.bill")
	up := set.Profiles["up"]
	for _, c := range []struct {
		p    *Profile
		path string
		own  i18n.Text
		want string
	}{
		{up, "bills.bill.due", bill.State("due").Name, "Outstanding"},
		{nil, "bills.bill.due", bill.State("due").Name, "Due"},
		{up, "bills.bill.paid", bill.State("paid").Name, "Paid"},
		{up, "bills.bill", bill.Label(), "Invoice"},
	} {
		if got := c.p.Label(c.path, c.own); got.En != c.want {
			t.Errorf("%s is %q, want %q", c.path, got.En, c.want)
		}
	}
	if got := up.RoleName(set.Common, "head_of_block"); got.En != "BDO" {
		t.Errorf("head_of_block is %q", got.En)
	}
}

func TestTwoAnswersWantAChoice(t *testing.T) {
	second := `pack: {key: pleas, revision: 1, from: 2026-01-01, class: office}
name: प्रार्थना | Pleas
source: परिपत्र | Circular
matters:
  plea:
    name: प्रार्थना | Plea
    answers: application
    states:
      open_now: नई | New | working with head_of_block within 3 days
      ended:    समाप्त | Ended | closed
    acts:
      enter: दर्ज करें | Enter | to open_now by head_of_block or ask asks detail
      end:
        act: समाप्त | End | from open_now to ended
        raises: application
`
	files := map[string]string{"systems/bills.yaml": billPack, "systems/pleas.yaml": second, "states/up.yaml": upProfile}
	_, faults := Load(withCommon(t, files))
	if len(faults) != 1 || faults[0].Key != "pack.ask_twice" {
		t.Fatalf("faults: %s", list(faults, i18n.English))
	}
	files["states/up.yaml"] = upProfile + "answers: {application: pleas}\n"
	set, faults := Load(withCommon(t, files))
	if len(faults) > 0 {
		t.Fatalf("faults: %s", list(faults, i18n.English))
	}
	if got := set.Answering("up", "application").Name(); got != "pleas.plea" {
		t.Errorf("answered by %s", got)
	}
	if got := set.Types("up").Answering("application").Name(); got != "pleas.plea" {
		t.Errorf("the engine has it answered by %s", got)
	}
}

func TestACatalogueRowCountsInItsDays(t *testing.T) {
	books := billPack + `registers:
  heads:
    name: शीर्ष | Heads
    key: code
    dated: yes
    kept_by: head_of_district
    fields:
      code: कूट | Code | text
      days: सीमा | Limit | duration
`
	rows := "code,days,name_hi,name_en,from,to\nroad,7 days,सड़क,Road,,2026-03-31\nroad,5 days,सड़क,Road,2026-04-01,\n"
	set, faults := Load(withCommon(t, map[string]string{"systems/bills.yaml": books, "systems/bills.heads.csv": rows}))
	if len(faults) > 0 {
		t.Fatal(list(faults, i18n.English))
	}
	for day, want := range map[string]string{"2026-03-31": "7 days", "2026-04-01": "5 days"} {
		found := false
		for key, row := range set.Rows("", on(t, day)) {
			found = key.Book == "bills.heads" && key.Key == "road" && row.Values["days"].Written() == want
		}
		if !found {
			t.Errorf("on %s the limit is not %s", day, want)
		}
	}
}

func TestOldRevisionsStayProvedAndAreCarried(t *testing.T) {
	carried := "pack: {key: bills, revision: 2, from: 2026-04-01, class: office, carries: {from: 1, states: {due: due, held: hold}}}" + billPack[len("pack: {key: bills, revision: 1, from: 2026-01-01, class: office}"):]
	files := map[string]string{"systems/bills.yaml": carried, "old/bills@1.yaml": billPack}
	if _, faults := Load(withCommon(t, files)); len(faults) != 1 || faults[0].Key != "pack.carries_state" {
		t.Fatalf("faults: %s", list(faults, i18n.English))
	}
	files["systems/bills.yaml"] = "pack: {key: bills, revision: 2, from: 2026-04-01, class: office}" + billPack[len("pack: {key: bills, revision: 1, from: 2026-01-01, class: office}"):]
	set, faults := Load(withCommon(t, files))
	if len(faults) > 0 {
		t.Fatal(list(faults, i18n.English))
	}
	if set.Revision("bills", 1) == nil || set.Revision("bills", 2) != set.Pack("bills") || set.Types("").Get("bills.bill", 1).Revision() != 1 {
		t.Error("both revisions must be there to run")
	}
	if set.Revision("bills", 1).Hash != set.Revision("bills", 2).Hash {
		t.Error("the revision's number is no part of the meaning")
	}
}

func TestTheHashIsTheMeaningsAlone(t *testing.T) {
	src, err := os.ReadFile("testdata/whole/systems/court.yaml")
	if err != nil {
		t.Fatal(err)
	}
	hash := func(text string) string {
		b := &book{}
		return meaningHash(parse(b, []byte(text)))
	}
	was := hash(string(src))
	laid, _ := Format("court.yaml", src)
	if hash(string(laid)) != was {
		t.Error("laying out lines changed the hash")
	}
	for _, change := range [][2]string{{"Facts awaited", "Facts wanted"}, {"| 7 days local", "|  7 days  local"}} {
		if hash(replace(t, string(src), change)) != was {
			t.Errorf("%v changed the hash", change)
		}
	}
	for _, change := range [][2]string{{"| 7 days local", "| 8 days local"}, {"from vetting to approval", "from vetting to drafting"}, {"asks facts\n", "may facts\n"}} {
		if hash(replace(t, string(src), change)) == was {
			t.Errorf("%v did not change the hash", change)
		}
	}
}

func replace(t *testing.T, s string, change [2]string) string {
	t.Helper()
	for i := 0; i+len(change[0]) <= len(s); i++ {
		if s[i:i+len(change[0])] == change[0] {
			return s[:i] + change[1] + s[i+len(change[0]):]
		}
	}
	t.Fatalf("%q is not there", change[0])
	return ""
}
