package apptest

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
	"github.com/anupalan/anupalan/packs"
)

// paperPack is a system of one class: a paper asked of a post, with a piece for others.
const paperPack = `pack: {key: paper_%[1]s, revision: 1, from: 2026-01-01, class: %[1]s%[3]s}
name: पत्र | Papers
source: नमूना | Sample
matters:
  paper:
    name: पत्र | Paper
    answers: %[2]s
    fields:
      others: अन्य पद | Other posts | posts
    states:
      lying: विचाराधीन | Being dealt with | working with asked within 7 days
      shown: प्रतिवेदित | Reported | reported with asker within 3 days
      done:  पूर्ण | Done | closed
    acts:
      give:
        act: दें | Give | to lying by head_of_district or development_head or head_of_block
        asks: subject
        may: others and place and department
      show:   बताएँ | Report | from lying to shown asks remark
      accept: स्वीकार | Accept | from shown to done
    seen: {whole: [development_head], outline: [revenue_head]}
  piece:
    name: अंश | Piece
    of: paper
    states:
      lying: विचाराधीन | Being dealt with | working with asked within 7 days
      done:  पूर्ण | Done | closed
    acts:
      cut:
        act: बाँटें | Cut | to lying by rule
        for: {of: paper.others}
        once: yes
      finish: पूर्ण | Done | from lying to done asks remark
    seen: {whole: [asked]}
`

// papers are the four systems of the matrix, by class, with the ask each answers.
var papers = []struct{ class, ask, power string }{
	{"public", "application", ""}, {"office", "finding", ""}, {"restricted", "grievance", "court_files"}, {"judicial", "explanation", "certificate_files"},
}

// overlay puts the matrix's systems beside the real ones.
func overlay(t testing.TB) fs.FS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(packs.FS, ".", func(name string, at fs.DirEntry, err error) error {
		if err != nil || at.IsDir() {
			return err
		}
		data, err := fs.ReadFile(packs.FS, name)
		out[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range papers {
		power := ""
		if p.power != "" {
			power = ", power: " + p.power
		}
		out["systems/paper_"+p.class+".yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, paperPack, p.class, p.ask, power)}
	}
	return out
}

// viewers are the posts whose holders look, each seeing by another part of the rule.
var viewers = strings.Fields(`dm_saran ddc_saran ac_saran_revenue dao_saran bdo_amnour bdo_garkha bdo_parsa bao_amnour sec_amnour_gp sdo_marhaura sdo_sadar
 call_desk_saran cs_bihar secy_pg commissioner_saran sp_saran sdpo_marhaura sho_amnour so_amnour_1 legal_saran cert_1 conf_saran bdo_panapur`)

type seenSheet struct {
	*Env
	rule     *seeing
	sittings []record.Key // chaired by the magistrate, then by the head of a department
}

// fillSheet opens papers of every class at every level of place, asked of and by different
// posts, and lets some of them go further.
func (e *Env) fillSheet() *seenSheet {
	s := &seenSheet{Env: e}
	ctx := context.Background()
	rnd := rand.New(rand.NewPCG(2026, 11))
	for _, chair := range []string{"dm_saran", "dao_saran"} {
		series, err := e.App.OpenSeries(ctx, e.Actor("dm_saran"), app.SeriesForm{Slug: "of_" + chair, Name: i18n.Text{Hi: "समीक्षा " + chair, En: "Review " + chair},
			Chair: chair, Convenor: "conf_saran", Rhythm: "tuesday", Time: "11:00", Members: []string{"dm_saran", "dao_saran", "bdo_amnour", "legal_saran"}})
		e.Must(err)
		key, err := e.App.PlanSitting(ctx, e.Actor("conf_saran"), app.SittingForm{Series: series, Day: "10.11.2026"})
		e.Must(err)
		s.sittings = append(s.sittings, key)
	}
	places := strings.Fields("saran marhaura_sub amnour amnour_gp garkha ps_amnour chhapra_sadar ac_amnour")
	departments := strings.Fields("agriculture rural_development panchayati_raj police")
	asked := strings.Fields("bdo_amnour dao_saran sec_amnour_gp bdo_panapur dm_saran bao_amnour sho_amnour cert_1 bdo_garkha")
	askers := strings.Fields("dm_saran ddc_saran bdo_garkha")
	o := e.orgIDs()
	for n := range 96 {
		who := e.Actor([]string{"dm_saran", "ddc_saran", "dm_saran"}[n%3])
		c := matter.Command{Typed: map[string]rule.Value{"subject": {Kind: rule.Text, S: fmt.Sprintf("matriks पत्र %d", n)}}}
		c.Envelope = matter.Envelope{Asker: o(record.Post, askers[n%3]), Asked: o(record.Post, asked[rnd.IntN(len(asked))]), Place: o(record.Place, places[rnd.IntN(len(places))])}
		if rnd.IntN(5) > 0 {
			c.Envelope.Department = o(record.Department, departments[rnd.IntN(len(departments))])
		}
		if n%3 == 0 {
			c.Envelope.Sitting = s.sittings[n/3%2].ID
		}
		if n%8 == 0 {
			c.Typed["others"] = rule.Value{Kind: rule.Links, List: []string{"bdo_amnour", "dao_saran"}}
		}
		v, err := e.App.Open(ctx, who, papers[n/3%4].ask, c)
		e.Must(err)
		if n%5 == 0 && v.Holder.Key != "" {
			doer := v.Holder.Key
			e.Do(e.Actor(doer), v.Key.String(), "show", Object{"remark": "matriks किया"})
			if n%3 != 2 && slices.Contains([]string{"bdo_amnour", "bao_amnour", "sec_amnour_gp", "sho_amnour"}, doer) {
				e.Do(e.Actor(askers[n%3]), v.Key.String(), "accept", nil)
			}
		}
	}
	return s
}

// orgIDs gives ids by key.
func (e *Env) orgIDs() func(record.Kind, string) record.ID {
	o := e.seeing().org
	return func(k record.Kind, key string) record.ID {
		id := o.ByKey(k, key)
		if id == 0 {
			e.T.Fatalf("no %s %q in the sample", k, key)
		}
		return id
	}
}

// TestEveryWayOfSeeingAgrees walks posts × matters: list, search, counts, page, JSON,
// exports, agenda and action-taken report all show what the one rule says, and no more.
func TestEveryWayOfSeeingAgrees(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := BootWith(t, db, time.Date(2026, 11, 10, 11, 0, 0, 0, Start.Location()), overlay(t))
		s := e.fillSheet()
		e.Forward(10 * day) // all that is open is late, and some silent
		s.rule = e.seeing()
		s.rule.learn(e)
		sights := map[matter.Sight]int{}
		for _, post := range viewers {
			v := viewer{seenSheet: s, post: post, who: e.Actor(post)}
			for _, m := range s.rule.matters {
				sights[s.rule.person(v.who.Person, m)]++
			}
			v.look()
		}
		if sights[matter.Nothing] < 100 || sights[matter.Outline] < 20 || sights[matter.Whole] < 100 {
			t.Errorf("the matrix proves little: %v", sights)
		}
		s.agendas()
		s.reorganise()
		for _, post := range strings.Fields("bdo_amnour bao_amnour sdo_marhaura sdo_sadar dao_saran ddc_saran") {
			v := viewer{seenSheet: s, post: post, who: e.Actor(post)}
			v.look()
		}
		e.audited(overlay(t))
	})
}

// audited fails the test where the audit finds anything.
func (e *Env) audited(packs fs.FS) {
	e.T.Helper()
	systems, err := app.LoadSystems(packs)
	e.Must(err)
	all, err := app.VerifyLog(context.Background(), e.DB, systems, calendar.At(e.Now()))
	e.Must(err)
	for _, v := range all {
		for _, f := range v.Findings {
			e.T.Errorf("audit: %s: %s", f.Path, i18n.Message(i18n.English, f.Key, f.Args...))
		}
	}
}

// reorganise lets an officer report to somebody else and another cover other places, which
// changes what both see of matters that nobody touches.
func (s *seenSheet) reorganise() {
	s.T.Helper()
	ids := s.orgIDs()
	_, err := s.App.ChangeOrg(context.Background(), s.Actor("dm_saran"), "reorganise", func(o *org.Org, _ func() record.ID) (org.Rows, error) {
		bdo, bao := *o.Post(ids(record.Post, "bdo_amnour")), *o.Post(ids(record.Post, "bao_amnour"))
		bdo.ReportsTo, bdo.AllDepts = ids(record.Post, "sdo_sadar"), false
		bao.Areas = []record.ID{ids(record.Place, "garkha")}
		return org.Rows{Posts: []org.Post{bdo, bao}}, nil
	})
	s.Must(err)
	s.Settle()
	s.rule = s.seeing()
	s.rule.learn(s.Env)
}

// learn fills in what the packs of the matrix say.
func (s *seeing) learn(e *Env) {
	ids := e.orgIDs()
	s.power, s.named, s.outline = map[string]string{}, map[string][]record.ID{}, map[string][]record.ID{}
	for _, p := range papers {
		name := "paper_" + p.class
		s.power[name+".paper"], s.power[name+".piece"] = p.power, p.power
		s.named[name+".paper"] = []record.ID{ids(record.Post, "ddc_saran")}
		s.outline[name+".paper"] = []record.ID{ids(record.Post, "ac_saran_revenue")}
	}
}

// viewer is one post's holder looking at everything.
type viewer struct {
	*seenSheet
	post string
	who  app.Actor
}

// wanted are the numbers of the matters for which the rule and a condition hold.
func (v *viewer) wanted(least matter.Sight, is func(*matter.Matter) bool) []string {
	var list []string
	for _, m := range v.rule.matters {
		if is(m) && v.rule.person(v.who.Person, m) >= least {
			list = append(list, m.Number)
		}
	}
	slices.Sort(list)
	return list
}

func (v *viewer) same(what string, got, want []string) {
	v.T.Helper()
	got = slices.Clone(got)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		v.T.Errorf("%s: %s\n  too many %v\n  missing  %v", v.post, what, without(got, want), without(want, got))
	}
}

func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

func open(m *matter.Matter) bool  { return m.Phase.Open() }
func ended(m *matter.Matter) bool { return !m.Phase.Open() }
func every(*matter.Matter) bool   { return true }

func (v *viewer) look() {
	v.same("list", numbers(v.list(app.Filter{})), v.wanted(matter.Outline, open))
	v.same("list of ended", numbers(v.list(app.Filter{Phase: "ended"})), v.wanted(matter.Outline, ended))
	v.same("search", v.search("matriks"), v.wanted(matter.Whole, every))
	v.exports()
	v.pages()
	for _, by := range []string{"department", "block", "post"} {
		v.counts(by)
	}
	for _, at := range v.sittings {
		v.atr(at)
	}
}

func (v *viewer) list(f app.Filter) []app.Row {
	v.T.Helper()
	var rows []app.Row
	for f.Limit = 40; ; {
		page, err := v.App.Matters(context.Background(), v.who, f)
		v.Must(err)
		rows = append(rows, page.Rows...)
		if f.After = page.Next; f.After == "" {
			return rows
		}
	}
}

func numbers(rows []app.Row) []string {
	var list []string
	for _, r := range rows {
		list = append(list, r.Number)
	}
	return list
}

func (v *viewer) search(word string) []string {
	v.T.Helper()
	var list []string
	for after := ""; ; {
		page, err := v.App.Search(context.Background(), v.who, word, after, 7)
		v.Must(err)
		for _, h := range page.Hits {
			list = append(list, h.Number)
		}
		if after = page.Next; after == "" {
			return list
		}
	}
}

// pages opens every matter, as a page and, with a program's token, as JSON.
func (v *viewer) pages() {
	v.T.Helper()
	client := v.As(v.post)
	for _, m := range v.rule.matters {
		want := v.rule.person(v.who.Person, m)
		view, err := v.App.Matter(context.Background(), v.who, m.Key)
		got := matter.Whole
		switch {
		case fault.Is(err, fault.NotFound):
			got = matter.Nothing
		case err != nil:
			v.T.Fatal(err)
		case view.Subject != m.Subject && len(view.History) == 0:
			got = matter.Outline
		}
		if got != want {
			v.T.Errorf("%s: the page of %s opens %d, want %d", v.post, m.Number, got, want)
		}
		if v.who.Person == 0 {
			continue
		}
		status := map[bool]int{true: 200, false: 404}[v.rule.program(v.who.Person, m) > matter.Nothing]
		answer := client.Get("/api/v1/matters/" + m.Key.String())
		if answer.Status != status || want == matter.Outline && bytes.Contains(answer.Body, []byte(m.Subject+`"`)) {
			v.T.Errorf("%s: the JSON of %s answers %d, want %d: %s", v.post, m.Number, answer.Status, status, answer.Body)
		}
	}
}

// program is person without what was delegated, which a program's token does not take along.
func (s *seeing) program(person record.ID, m *matter.Matter) matter.Sight {
	sight := matter.Nothing
	for _, c := range s.org.PostsOf(person, s.day) {
		sight = max(sight, s.post(c.Post, m))
	}
	return sight
}
