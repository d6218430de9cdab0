package store_test

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

// readings are the queries behind pages; none may walk a whole table.
func readings() map[string]func(context.Context, *store.Reader) error {
	of := func(c matter.Charge, posts ...record.ID) matter.Purview {
		c.Class = record.Office
		return matter.Purview{District: district, Charges: []matter.Charge{c}, Posts: posts}
	}
	scope := of(matter.Charge{Scope: org.Scope{Areas: []org.Area{{Block: 51}, {Block: 52}}}}, 71, 72)
	line := of(matter.Charge{Scope: org.Scope{All: true, Departments: []record.ID{11}}}, 71)
	chair := of(matter.Charge{Scope: org.Scope{All: true}, Opened: []string{"court.case"}}, 71)
	secretary := of(matter.Charge{Scope: org.Scope{Areas: []org.Area{{Block: 51, Place: 511}}}}, 71)
	list := func(w store.ListWant) func(context.Context, *store.Reader) error {
		return func(ctx context.Context, r *store.Reader) error { _, _, err := r.List(ctx, w); return err }
	}
	out := map[string]func(context.Context, *store.Reader) error{
		"my work": func(ctx context.Context, r *store.Reader) error {
			_, err := r.MyWork(ctx, district, []record.ID{71, 72}, noon.Date(), noon.Date(), "", 25)
			return err
		},
		"the district today": func(ctx context.Context, r *store.Reader) error {
			_, err := r.Ahead(ctx, store.AheadWant{Scope: scope, Post: 71, From: noon, Reported: 100, Excepted: 100, Sittings: 100})
			return err
		},
		"what happened": func(ctx context.Context, r *store.Reader) error {
			_, err := r.Flows(ctx, store.FlowWant{District: district, By: store.ByDepartment, From: noon.Date(), To: noon.Date()})
			return err
		},
		"a matter": func(ctx context.Context, r *store.Reader) error { _, err := r.Matter(ctx, key(1)); return err },
		"by number": func(ctx context.Context, r *store.Reader) error {
			_, err := r.MatterByNumber(ctx, district, "HL-000001")
			return err
		},
		"its family":  func(ctx context.Context, r *store.Reader) error { _, _, _, err := r.Family(ctx, key(1)); return err },
		"its history": func(ctx context.Context, r *store.Reader) error { _, err := r.History(ctx, key(1), 0, 100); return err },
		"history of parts": func(ctx context.Context, r *store.Reader) error {
			_, _, err := r.Story(ctx, key(1), 100, []record.ID{2, 3, 4}, 100)
			return err
		},
		"the log": func(ctx context.Context, r *store.Reader) error {
			_, err := r.EventsFrom(ctx, district, 5, 100)
			return err
		},
		"one event": func(ctx context.Context, r *store.Reader) error { _, _, err := r.Event(ctx, key(1)); return err },
		"leaves": func(ctx context.Context, r *store.Reader) error {
			_, err := r.Leaves(ctx, district, 5, 100)
			return err
		},
		"action taken": func(ctx context.Context, r *store.Reader) error {
			_, err := r.TakenAt(ctx, scope, 91, 0, 100)
			return err
		},
		"followed by a series": func(ctx context.Context, r *store.Reader) error {
			_, err := r.OpenTakenAt(ctx, chair, []record.ID{91, 92}, 100)
			return err
		},
		"parts of many": func(ctx context.Context, r *store.Reader) error {
			_, err := r.PartsOf(ctx, district, []record.ID{1, 2})
			return err
		},
		"last words": func(ctx context.Context, r *store.Reader) error {
			_, err := r.LastWords(ctx, district, []record.ID{1, 2}, []string{"text.d"})
			return err
		},
		"counts of sittings": func(ctx context.Context, r *store.Reader) error {
			_, err := r.TakenCounts(ctx, scope, []record.ID{91, 92}, noon)
			return err
		},
		"a series": func(ctx context.Context, r *store.Reader) error {
			_, _, err := r.SittingSeries(ctx, key(3))
			return err
		},
		"newest proceedings": func(ctx context.Context, r *store.Reader) error {
			_, _, err := r.MinutesLast(ctx, key(91))
			return err
		},
		"about": func(ctx context.Context, r *store.Reader) error {
			_, err := r.About(ctx, scope, record.Ref{Kind: record.Entry, Key: key(77)}, 20)
			return err
		},
		"next wake":    func(ctx context.Context, r *store.Reader) error { _, err := r.WakeNext(ctx); return err },
		"wakes":        func(ctx context.Context, r *store.Reader) error { _, err := r.Wakes(ctx, key(1)); return err },
		"next message": func(ctx context.Context, r *store.Reader) error { _, err := r.OutboxNext(ctx); return err },
		"given up": func(ctx context.Context, r *store.Reader) error {
			_, err := r.OutboxGivenUp(ctx, district, 10)
			return err
		},
		"exceptions": func(ctx context.Context, r *store.Reader) error {
			_, err := r.Exceptions(ctx, chair, 10)
			return err
		},
		"links from": func(ctx context.Context, r *store.Reader) error { _, err := r.LinksFrom(ctx, key(1)); return err },
		"links to":   func(ctx context.Context, r *store.Reader) error { _, err := r.LinksTo(ctx, key(1)); return err },
		"reach": func(ctx context.Context, r *store.Reader) error {
			_, err := r.Reach(ctx, district, []record.ID{1}, []record.ID{71})
			return err
		},
		"session": func(ctx context.Context, r *store.Reader) error { _, _, err := r.Session(ctx, "x", noon); return err },
		"token": func(ctx context.Context, r *store.Reader) error {
			_, _, err := r.TokenByDigest(ctx, "x", noon)
			return err
		},
		"phone": func(ctx context.Context, r *store.Reader) error { _, err := r.PersonByPhone(ctx, "98"); return err },
		"sittings": func(ctx context.Context, r *store.Reader) error {
			_, err := r.Sittings(ctx, district, noon, noon+1, 10)
			return err
		},
		"sittings of": func(ctx context.Context, r *store.Reader) error { _, err := r.SittingsOf(ctx, key(1), 10); return err },
		"agenda":      func(ctx context.Context, r *store.Reader) error { _, err := r.Agenda(ctx, key(1)); return err },
		"observations": func(ctx context.Context, r *store.Reader) error {
			_, err := r.Observations(ctx, store.ObservationWant{District: district, All: true, After: store.Observation{Key: key(5), Topic: "x", Day: noon.Date()}, Limit: 10})
			return err
		},
		"observations of places": func(ctx context.Context, r *store.Reader) error {
			_, err := r.Observations(ctx, store.ObservationWant{District: district, Places: []record.ID{51, 52}, Topic: "x", Limit: 10})
			return err
		},
		"last observation": func(ctx context.Context, r *store.Reader) error {
			_, _, err := r.ObservationLast(ctx, district, "x", 51, noon.Date())
			return err
		},
		"observations for the audit": func(ctx context.Context, r *store.Reader) error {
			_, err := r.ObservationsFrom(ctx, district, 5, 10)
			return err
		},
		"usages": func(ctx context.Context, r *store.Reader) error {
			_, err := r.Usages(ctx, district, "in_force", 5, 10)
			return err
		},
		"a usage": func(ctx context.Context, r *store.Reader) error { _, _, err := r.Usage(ctx, key(1)); return err },
		"drafts":  func(ctx context.Context, r *store.Reader) error { _, err := r.Drafts(ctx, key(1)); return err },
		"cohorts": func(ctx context.Context, r *store.Reader) error { _, err := r.Cohorts(ctx, key(1)); return err },
		"members of a cohort": func(ctx context.Context, r *store.Reader) error {
			_, _, err := r.Members(ctx, store.MembersWant{Scope: chair, Matter: key(1), Key: "old", Limit: 25})
			return err
		},
		"members that wait": func(ctx context.Context, r *store.Reader) error {
			_, _, err := r.Members(ctx, store.MembersWant{Scope: scope, Matter: key(1), Key: "old", States: []store.MemberState{store.MemberWaits}, Limit: 25})
			return err
		},
		"candidates": func(ctx context.Context, r *store.Reader) error {
			_, err := r.Candidates(ctx, district, []string{"sample.a"}, 0, noon, false, 500)
			return err
		},
		"drafts before": func(ctx context.Context, r *store.Reader) error {
			_, err := r.OffersBefore(ctx, district, []record.ID{71, 72}, 50)
			return err
		},
		"said before": func(ctx context.Context, r *store.Reader) error {
			_, err := r.SaidTimes(ctx, district, 61, "x", 0)
			return err
		},
		"said last": func(ctx context.Context, r *store.Reader) error {
			_, _, err := r.SaidLast(ctx, key(1), "done")
			return err
		},
		"same minute": func(ctx context.Context, r *store.Reader) error {
			_, err := r.ActsInMinute(ctx, district, 61, "accept", noon)
			return err
		},
		"jobs": func(ctx context.Context, r *store.Reader) error { _, err := r.Jobs(ctx, district, 71, 10); return err },
		"answered": func(ctx context.Context, r *store.Reader) error {
			_, _, err := r.Answered(ctx, district, "x")
			return err
		},
		"a file": func(ctx context.Context, r *store.Reader) error { _, _, err := r.File(ctx, district, "x"); return err },
		"files alike": func(ctx context.Context, r *store.Reader) error {
			_, err := r.FilesAlike(ctx, aPicture(1, 1))
			return err
		},
		"files given": func(ctx context.Context, r *store.Reader) error {
			_, err := r.FilesGiven(ctx, district, []string{"x", "y"})
			return err
		},
		"file in a matter": func(ctx context.Context, r *store.Reader) error { _, err := r.FileEvents(ctx, key(1), "x"); return err },
		"attendance":       func(ctx context.Context, r *store.Reader) error { _, err := r.Attendance(ctx, key(1)); return err },
		"minutes":          func(ctx context.Context, r *store.Reader) error { _, _, err := r.MinutesLast(ctx, key(1)); return err },
		"a sitting":        func(ctx context.Context, r *store.Reader) error { _, _, err := r.Sitting(ctx, key(1)); return err },
		"drafts of a post": func(ctx context.Context, r *store.Reader) error { _, err := r.DraftsOf(ctx, district, 71); return err },
		"tokens":           func(ctx context.Context, r *store.Reader) error { _, err := r.Tokens(ctx, district, 71); return err },
		"sessions":         func(ctx context.Context, r *store.Reader) error { _, err := r.Sessions(ctx, key(1), noon); return err },
		"credentials":      func(ctx context.Context, r *store.Reader) error { _, err := r.Credentials(ctx, key(1)); return err },
		"some matters": func(ctx context.Context, r *store.Reader) error {
			_, err := r.Matters(ctx, district, []record.ID{1, 2})
			return err
		},
		"open, taken at": func(ctx context.Context, r *store.Reader) error {
			_, err := r.OpenTakenAt(ctx, scope, []record.ID{91, 92}, 100)
			return err
		},
		"taken counts": func(ctx context.Context, r *store.Reader) error {
			_, err := r.TakenCounts(ctx, scope, []record.ID{91, 92}, noon)
			return err
		},
		"file given": func(ctx context.Context, r *store.Reader) error {
			_, err := r.FilesGiven(ctx, district, []string{"x", "y"})
			return err
		},
		"events of a file": func(ctx context.Context, r *store.Reader) error { _, err := r.FileEvents(ctx, key(1), "x"); return err },
		"pictures alike": func(ctx context.Context, r *store.Reader) error {
			_, err := r.FilesAlike(ctx, store.File{District: district, Hash: "x", Picture: true, Alike: 5})
			return err
		},
		"flows": func(ctx context.Context, r *store.Reader) error {
			_, err := r.Flows(ctx, store.FlowWant{District: district, By: store.ByPost, Keys: []record.ID{71}, From: noon.Date(), To: noon.Date()})
			return err
		},
		"list of a type": list(store.ListWant{Scope: chair, Types: []string{"sample.a"}}),
	}
	for name, s := range map[string]matter.Purview{"two blocks": scope, "a department": line, "the district": chair, "a panchayat": secretary} {
		out["due, "+name] = list(store.ListWant{Scope: s})
		out["late, "+name] = list(store.ListWant{Scope: s, DueBefore: noon})
		out["closed, "+name] = list(store.ListWant{Scope: s, Order: store.LatestClosed})
		out["closed of a type, "+name] = list(store.ListWant{Scope: s, Order: store.LatestClosed, Types: []string{"sample.a"}})
		out["of a department, "+name] = list(store.ListWant{Scope: s, Department: 11})
		out["of a holder, "+name] = list(store.ListWant{Scope: s, Holder: 71})
		out["asked by, "+name] = list(store.ListWant{Scope: s, Asker: 80})
		out["opened, "+name] = list(store.ListWant{Scope: s, Order: store.LatestOpened, Types: []string{"sample.a", "sample.b"}})
		for _, by := range []store.Grain{store.ByDepartment, store.ByBlock} {
			out["standings by "+by.String()+", "+name] = func(ctx context.Context, r *store.Reader) error {
				_, err := r.Standings(ctx, store.StandingWant{Scope: s, By: by, Today: noon.Date(), Warn: noon.Date()})
				return err
			}
		}
		out["second page, "+name] = list(store.ListWant{Scope: s, After: "1.0000000000001"})
	}
	return out
}

// A search on the district alone is a walk through all its matters.
var walks = regexp.MustCompile(`SCAN (matter|event|event_value|leaf|tally|standing|flow|wake|outbox|reach|link|session|token|person|sitting|draft|job|idempotency|file|file_band|file_given)\b|SEARCH (matter|event|file|file_band|file_given) USING PRIMARY KEY \(district=\?\)`)

func TestNoPageWalksAWholeTable(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		insert(t, db, []*matter.Matter{aMatter(1)}...)
		for name, read := range readings() {
			var ran []store.Query
			if err := read(context.Background(), db.Recorded(&ran)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if len(ran) == 0 || len(ran) > 2 {
				t.Errorf("%s runs %d queries", name, len(ran))
			}
			for _, q := range ran {
				plan := explain(t, db, q)
				bad := walks.FindString(plan)
				if db.Engine() == store.Postgres && strings.Contains(plan, "Seq Scan") {
					bad = "Seq Scan"
				}
				if bad != "" && !strings.Contains(plan, "SCAN wake USING") && !strings.Contains(plan, "SCAN outbox USING") {
					t.Errorf("%s: %s\n%s\n%s", name, bad, q.Text, plan)
				}
			}
		}
	})
}

func explain(t *testing.T, db *store.DB, q store.Query) string {
	t.Helper()
	var plan strings.Builder
	update(t, db, func(tx *store.Tx) error {
		word := "EXPLAIN QUERY PLAN "
		if db.Engine() == store.Postgres {
			word = "EXPLAIN "
			if err := tx.Execute("SET LOCAL enable_seqscan=off"); err != nil {
				return err
			}
		}
		return tx.Rows(word+q.Text, q.Args, func(line string) { plan.WriteString(line + "\n") })
	})
	return plan.String()
}
