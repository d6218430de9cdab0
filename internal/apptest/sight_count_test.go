package apptest

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
)

// counts opens the list behind every number of the district's table and counts it.
func (v *viewer) counts(by string) {
	v.T.Helper()
	today, err := v.App.Today(context.Background(), v.who, by)
	v.Must(err)
	var sum app.Counts
	for _, r := range today.Rows {
		sum.Open, sum.Late, sum.Soon, sum.Silent, sum.OnTime = sum.Open+r.Open, sum.Late+r.Late, sum.Soon+r.Soon, sum.Silent+r.Silent, sum.OnTime+r.OnTime
		if r.Open == 0 {
			continue
		}
		for status, n := range map[string]int64{"": r.Open, "late": r.Late, "soon": r.Soon, "silent": r.Silent, "on_time": r.OnTime} {
			f := app.Filter{Status: status}
			*map[string]*string{"department": &f.Department, "block": &f.Block, "post": &f.Holder}[by] = r.Key
			if got := len(v.list(f)); got != int(n) {
				v.T.Errorf("%s: %s of %s %q counts %d, its list has %d", v.post, status, by, r.Key, n, got)
			}
		}
	}
	total := today.Total.Counts
	if want := len(v.wanted(matter.Outline, open)); int(total.Open) != want || sum.Open != total.Open || sum.Late != total.Late || sum.Silent != total.Silent {
		v.T.Errorf("%s: the total by %s is %+v, the rows add up to %+v, the rule says %d", v.post, by, total, sum, want)
	}
}

// atr holds the action-taken report and its export against the rule: who keeps the sitting
// reads its papers, anybody else what he sees whole.
func (v *viewer) atr(at record.Key) {
	v.T.Helper()
	taken := func(m *matter.Matter) bool { return m.TakenAt == at.ID }
	view, err := v.App.ATR(context.Background(), v.who, at)
	v.Must(err)
	want := v.wanted(matter.Whole, taken)
	chair, mine := v.chair(at), v.rule.org.ByKey(record.Post, v.post)
	if mine == chair || v.rule.above(chair, mine) || v.rule.org.HasPower(mine, sitting.Power, v.rule.day) {
		want = v.papers(at, taken)
	}
	var got []string
	for _, r := range view.Rows {
		got = append(got, r.Number)
	}
	v.same("action-taken report", got, want)
	var out bytes.Buffer
	table, err := v.App.ATRTable(context.Background(), v.who, at)
	v.Must(err)
	v.Must(table.Write(app.XLSX, &out))
	v.same("action-taken report, exported", v.named(unzipped(v.T, out.Bytes())), want)
	page, err := v.App.Sitting(context.Background(), v.who, at)
	v.Must(err)
	if page.Directives != int64(len(want)) {
		v.T.Errorf("%s: the sitting counts %d directives, the report has %d", v.post, page.Directives, len(want))
	}
}

// papers are the numbers of what stands in the papers of a sitting: what its chair's post
// sees whole, nothing above the sitting's class.
func (s *seenSheet) papers(at record.Key, is func(*matter.Matter) bool) []string {
	chair := s.chair(at)
	var list []string
	for _, m := range s.rule.matters {
		if is(m) && m.Class <= record.Office && s.rule.post(chair, m) == matter.Whole {
			list = append(list, m.Number)
		}
	}
	slices.Sort(list)
	return list
}

func (s *seenSheet) chair(at record.Key) record.ID {
	return s.rule.org.ByKey(record.Post, map[record.Key]string{s.sittings[0]: "dm_saran", s.sittings[1]: "dao_saran"}[at])
}

// agendas looks at the agenda of the next sitting of both series as their keeper and as one
// who was asked: all that is open, late, and in the papers.
func (s *seenSheet) agendas() {
	s.T.Helper()
	for i, at := range s.sittings {
		first, err := s.App.Sitting(context.Background(), s.Actor("conf_saran"), at)
		s.Must(err)
		next, err := s.App.PlanSitting(context.Background(), s.Actor("conf_saran"), app.SittingForm{Series: record.Key{District: District, ID: first.Series}, Day: "24.11.2026"})
		s.Must(err)
		want := s.papers(at, func(m *matter.Matter) bool { return open(m) && m.TakenAt == at.ID })
		for _, post := range []string{"conf_saran", "bdo_amnour"} {
			view, err := s.App.Sitting(context.Background(), s.Actor(post), next)
			s.Must(err)
			got := map[string]bool{}
			for _, l := range view.Agenda {
				got[s.rule.matters[l.Key.ID].Number] = true
			}
			v := viewer{seenSheet: s, post: fmt.Sprint(post, " at ", i)}
			v.same("agenda", slices.Collect(maps.Keys(got)), want)
		}
	}
}
