package apptest

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/extract"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
)

// at finds the one directive whose words hold a piece.
func at(t *testing.T, r *extract.Result, piece string) extract.Directive {
	t.Helper()
	var found []extract.Directive
	for _, d := range r.Directives {
		if strings.Contains(d.Action, piece) {
			found = append(found, d)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d directives hold %q", len(found), piece)
	}
	return found[0]
}

// issueTo gives every draft to posts by a word of its subject, the rest to one post, and issues all.
func issueTo(m *Meeting, text, rest string, posts map[string][]string) app.IssueResult {
	m.T.Helper()
	for _, d := range m.Paste(text).Drafts {
		owners, limit := []string{rest}, ""
		for word, keys := range posts {
			if strings.Contains(d.Subject, word) {
				owners = keys
			}
		}
		if slices.ContainsFunc(d.Doubts, func(x i18n.Text) bool { return strings.Contains(x.En, "gives no day") }) {
			limit = "साप्ताहिक"
		}
		m.Edit(d.ID, limit, owners...)
	}
	return m.Issue()
}

func TestKatniCampaignIsRead(t *testing.T) {
	r := Read(t, "mp", Text(t, "s1_katni_campaign.txt"))
	for piece, due := range map[string]string{"गूगल शीट": "2026-04-10", "अद्यतन": "2026-04-10", "स्थलों की सूची": "2026-04-05"} {
		if d := at(t, &r, piece); d.Deadline.End.String() != due {
			t.Errorf("%s is due on %v, want %s", piece, d.Deadline.End, due)
		}
	}
	if d := at(t, &r, "15 अप्रैल"); d.Deadline.End != 0 {
		t.Errorf("complaints received up to a day are not due on it: %v", d.Deadline.End)
	}
	if d := at(t, &r, "पंपलेट"); !slices.Equal(d.Keys, []string{"lok_seva_manager"}) {
		t.Errorf("pamphlets are asked of %v", d.Keys)
	}
	if d := at(t, &r, "शिविर लगाएं"); !d.AllOfKind || d.Keys[0] != "all_officers" {
		t.Errorf("camps are asked of %v", d.Keys)
	}
}

func TestKatniCampaignIsIssuedByHand(t *testing.T) {
	EachAt(t, time.Date(2026, 4, 4, 10, 0, 0, 0, Start.Location()), func(e *Env) {
		t := e.T.(*testing.T)
		m := e.Meet("4.4.2026")
		r := issueTo(m, Text(t, "s1_katni_campaign.txt"), "ac_saran_revenue", map[string][]string{"स्थलों की सूची": {"all:bdo"}, "गूगल शीट": {"dso_saran", "all:bdo"}, "25 मई": {"ddc_saran"}})
		if r.Directives != 9 {
			t.Errorf("%d directions", r.Directives)
		}
		for _, k := range r.Matters {
			v := e.Show("dm_saran", k)
			var want, due = 1, ""
			switch {
			case strings.Contains(v.Subject, "स्थलों की सूची"):
				want, due = 20, "2026-04-06" // the Sunday evening said: a closed day moves it
			case strings.Contains(v.Subject, "गूगल शीट"):
				want, due = 21, "2026-04-10"
			case strings.Contains(v.Subject, "25 मई"):
				due = "2026-05-25"
			}
			if v.Parts.Total != want || due != "" && v.Parts.Parts[0].Due.Date().String() != due {
				t.Errorf("%q: %d posts, due %v, want %d, %s", v.Subject, v.Parts.Total, v.Parts.Parts[0].Due.Date(), want, due)
			}
		}
	})
}

func TestKanpurDashboardIsRead(t *testing.T) {
	r := Read(t, "up", Text(t, "s2_kanpur_dashboard.txt"))
	explain := map[string]bool{}
	for _, d := range r.Directives {
		if d.Sanction == extract.Explanation {
			explain[d.Keys[0]] = true
		}
	}
	for _, post := range []string{"dpro", "bsa", "district_tourism_officer", "dc_nrlm"} {
		if !explain[post] {
			t.Errorf("%s is not asked to explain: %v", post, explain)
		}
	}
	if d := at(t, &r, "तीनों कार्य"); d.Target == nil || d.Target.Value != 3 || d.Deadline.Kind != extract.Relative {
		t.Errorf("three works at once: %+v", d)
	}
	if d := at(t, &r, "बैठक आयोजित"); !slices.Equal(d.Keys, []string{"dc_nrlm"}) {
		t.Errorf("the meeting with banks is asked of %v: who only takes part is no owner", d.Keys)
	}
	if d := at(t, &r, "निर्माणाधीन"); d.Deadline.Kind != extract.Recurring {
		t.Errorf("works are watched regularly: %v", d.Deadline.Kind)
	}
}

func TestKanpurDashboardIsIssuedByHand(t *testing.T) {
	EachAt(t, time.Date(2026, 9, 10, 10, 0, 0, 0, Start.Location()), func(e *Env) {
		t := e.T.(*testing.T)
		m := e.Meet("10.9.2026")
		v := m.Paste(Text(t, "s2_kanpur_dashboard.txt"))
		offered := 0
		for _, d := range v.Drafts {
			if d.Sanction == "explanation" {
				offered++
			}
		}
		if offered != 5 {
			t.Errorf("%d explanations are offered", offered)
		}
		r := issueTo(m, Text(t, "s2_kanpur_dashboard.txt"), "dpro_saran", nil)
		open := e.Show("dm_saran", r.Matters[0])
		if r.Directives != len(v.Drafts) || open.Parts.Total != 1 {
			t.Errorf("%d of %d issued", r.Directives, len(v.Drafts))
		}
	})
}

func TestJaipurHelplineIsRead(t *testing.T) {
	r := Read(t, "rajasthan", Text(t, "s4_jaipur_helpline.txt"))
	if d := at(t, &r, "आरोप पत्र"); d.Sanction != extract.ChargeSheet {
		t.Errorf("sanction %v", d.Sanction)
	}
	for _, piece := range []string{"जनसुनवाई", "जनप्रतिनिधियों"} {
		if d := at(t, &r, piece); !slices.Equal(d.Keys, []string{"sdm"}) || !d.AllOfKind {
			t.Errorf("%s is asked of %v", piece, d.Keys)
		}
	}
	for _, piece := range []string{"समय पर", "स्वयं", "दूरभाष", "प्रचार"} {
		if d := at(t, &r, piece); d.Keys[0] != "all_officers" {
			t.Errorf("%s is asked of %v", piece, d.Keys)
		}
	}
}

func TestJaipurHelplineIsIssuedByHand(t *testing.T) {
	EachAt(t, time.Date(2026, 4, 21, 10, 0, 0, 0, Start.Location()), func(e *Env) {
		t := e.T.(*testing.T)
		m := e.Meet("21.4.2026")
		r := issueTo(m, Text(t, "s4_jaipur_helpline.txt"), "ddc_saran", map[string][]string{"जनसुनवाई": sdos, "जनप्रतिनिधियों": sdos})
		for _, k := range r.Matters {
			v := e.Show("dm_saran", k)
			if hearing := strings.Contains(v.Subject, "जनसुनवाई"); hearing != (v.Parts.Total == 3) && !strings.Contains(v.Subject, "जनप्रतिनिधियों") {
				t.Errorf("%q is asked of %d", v.Subject, v.Parts.Total)
			}
		}
		if r.Directives != 8 {
			t.Errorf("%d directions", r.Directives)
		}
	})
}

var firstWeekly = time.Date(2026, 1, 6, 11, 0, 0, 0, Start.Location())

func TestSaranWeeklyIsReadAndIssued(t *testing.T) {
	r := Read(t, "bihar", Text(t, "s3_saran_weekly.txt"))
	if d := at(t, &r, "5 प्रमुख"); d.Target == nil || d.Target.Value != 5 || d.Keys[0] != "all_officers" {
		t.Errorf("five tasks: %+v", d)
	}
	if d := at(t, &r, "नीलाम पत्र"); d.Deadline.End.String() != "2026-01-13" || d.Target == nil || d.Target.Value != 75 {
		t.Errorf("training on the coming Tuesday: %v %+v", d.Deadline.End, d.Target)
	}
	if d := at(t, &r, "बायोमेट्रिक"); !slices.Equal(d.Keys, []string{"sdm", "bdo"}) {
		t.Errorf("attendance is watched by %v", d.Keys)
	}
	EachAt(t, firstWeekly, func(e *Env) {
		t := e.T.(*testing.T)
		m := e.Meet("6.1.2026")
		r := issueTo(m, Text(t, "s3_saran_weekly.txt"), "ac_saran_revenue", map[string][]string{"वाहन": {"dto_saran"}, "पेट्रोल": {"dso_saran"}, "नीलाम": {"ddc_saran"},
			"बायोमेट्रिक": {"all:head_of_subdivision", "all:bdo"}, "न्यायालय": {"legal_saran"}, "कार्यालय प्रधान": {"all:all_officers"}})
		for _, k := range r.Matters {
			v := e.Show("dm_saran", k)
			switch {
			case strings.Contains(v.Subject, "बायोमेट्रिक") && v.Parts.Total != 23:
				t.Errorf("attendance is asked of %d posts", v.Parts.Total)
			case strings.Contains(v.Subject, "नीलाम पत्र") && v.Parts.Parts[0].Due.Date().String() != "2026-01-13":
				t.Errorf("training is due on %v", v.Parts.Parts[0].Due.Date())
			}
		}
		if r.Directives != 9 {
			t.Errorf("%d directions", r.Directives)
		}
	})
}

func TestSaranWeeklyFiveTasksAreNamedAndReviewed(t *testing.T) {
	EachAt(t, firstWeekly, func(e *Env) {
		t := e.T.(*testing.T)
		ctx := context.Background()
		for range 6 { // to Monday, when the lists of the week are opened
			e.Forward(day)
		}
		dso, dm := e.Actor("dso_saran"), e.Actor("dm_saran")
		five := []string{"बंद राशन दुकानें खुलवाना", "दो गोदामों का निरीक्षण", "फर्जी कार्ड निरस्त", "डीलरों का प्रशिक्षण", "मासिक विवरणी भेजना"}
		e.Must(e.App.NameTasks(ctx, dso, five))
		if err := e.App.NameTasks(ctx, dso, []string{"छठा कार्य"}); err == nil {
			t.Error("a sixth task was taken")
		}
		v, err := e.App.Weekly(ctx, dso, calendar.At(e.Now()).Date())
		e.Must(err)
		if len(v.Mine) != 5 || v.Left != 0 {
			t.Fatalf("%d tasks, %d may still be named", len(v.Mine), v.Left)
		}
		for _, task := range v.Mine[:4] {
			e.Do(dso, task.Key.String(), "report", Object{"remark": "कार्य पूरा हुआ"})
			if done := e.Do(dm, task.Key.String(), "accept", nil); done.Phase != matter.Closed {
				t.Errorf("an accepted task is %s", done.StateName.En)
			}
		}
		for range 7 {
			e.Forward(day)
		}
		v, err = e.App.Weekly(ctx, dso, calendar.At(e.Now()).Date())
		e.Must(err)
		late := 0
		for _, task := range v.Last {
			if task.Status == app.Late {
				late++
			}
		}
		if len(v.Last) != 5 || late != 1 {
			t.Errorf("of last week %d tasks, %d late", len(v.Last), late)
		}
		for range 5 {
			e.Forward(day) // Monday the 19th
		}
		if v, err = e.App.Weekly(ctx, dso, calendar.At(e.Now()).Date()); err != nil || v.Left != 5 {
			t.Errorf("a new week asks for %d tasks, %v", v.Left, err)
		}
	})
}
