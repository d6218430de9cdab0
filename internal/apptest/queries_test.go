package apptest

import (
	"regexp"
	"strings"
	"sync"
	"testing"
)

// signInLookUp finds who asks and whether the organisation has changed, on every page.
var signInLookUp = regexp.MustCompile(`FROM (session|token|org_version) `)

// queries gives what the readers of the database are asked while fn runs, without the
// look-up of who asks.
func (e *Env) queries(fn func()) []string {
	var mu sync.Mutex
	var list []string
	e.DB.Listen(func(q string) {
		mu.Lock()
		defer mu.Unlock()
		if !signInLookUp.MatchString(q) {
			list = append(list, strings.Join(strings.Fields(q), " "))
		}
	})
	defer e.DB.Listen(nil)
	fn()
	return list
}

// TestAPageAsksFewQueries holds how often each page goes to the database. A page that needs
// more is made with a better query, not with a higher number here.
func TestAPageAsksFewQueries(t *testing.T) {
	Each(t, func(e *Env) {
		m := e.Meet("2026-02-24", "bdo_amnour", "bdo_ekma")
		m.Next("2026-03-03")
		direction := e.As("dm_saran").Post("/api/v1/matters", Object{"ask": "directive", "subject": "शेष सूची अपलोड करें",
			"owners": []string{"bdo_amnour", "bdo_ekma"}, "due": "2026-03-10"}, "").JSON(t, 201)
		id := direction["id"].(string)
		share := direction["parts"].(map[string]any)["parts"].([]any)[0].(map[string]any)["id"].(string)
		e.As("bdo_amnour").Post("/api/v1/matters/"+share+"/acts/progress", Object{"fields": Object{"remark": "12 सूचियाँ अपलोड हुईं"}}, "").JSON(t, 200)
		e.Settle()
		pages := []struct {
			post, at string
			most     int
		}{
			{"dm_saran", "/today", 2}, {"dm_saran", "/today?by=block", 2}, {"bdo_amnour", "/today", 2},
			{"dm_saran", "/work", 2}, {"bdo_amnour", "/work", 2},
			{"dm_saran", "/matters", 2}, {"bdo_amnour", "/matters?holder=me&status=late", 1}, {"dm_saran", "/matters?phase=ended", 1},
			{"dm_saran", "/search?q=सूची", 4}, {"dm_saran", "/exceptions", 1},
			{"dm_saran", "/matters/" + id, 2}, {"bdo_amnour", "/matters/" + share, 2}, {"bdo_amnour", "/matters/" + share + "/report", 2},
			{"dm_saran", "/api/v1/matters/" + id, 2}, {"dm_saran", "/api/v1/matters", 1}, {"dm_saran", "/api/v1/tallies?by=department", 2},
			{"dm_saran", "/api/v1/search?q=सूची", 4},
		}
		desks := map[string]*Officer{"dm_saran": e.SignIn("dm_saran"), "bdo_amnour": e.SignIn("bdo_amnour")}
		clients := map[string]*Client{"dm_saran": e.As("dm_saran"), "bdo_amnour": e.As("bdo_amnour")}
		for _, p := range pages {
			var a Answer
			asked := e.queries(func() {
				if strings.HasPrefix(p.at, "/api/") {
					a = clients[p.post].Get(p.at)
				} else {
					a = desks[p.post].Open(p.at)
				}
			})
			if a.Status != 200 {
				t.Errorf("%s: status %d", p.at, a.Status)
			}
			if len(asked) > p.most {
				t.Errorf("%s for %s asks %d queries, at most %d:\n%s", p.at, p.post, len(asked), p.most, strings.Join(asked, "\n"))
			}
		}
	})
}
