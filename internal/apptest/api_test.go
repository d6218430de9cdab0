package apptest

import (
	"strings"
	"testing"
	"time"
)

const matters = "/api/v1/matters"

func directive(owners ...string) Object {
	return Object{"ask": "directive", "subject": "शेष पंचायतों की सूची अपलोड कराएँ", "owners": owners, "due": "2026-02-26"}
}

// share gives the id of a post's share of a matter.
func share(t *testing.T, m Object, holder string) string {
	t.Helper()
	parts, _ := m["parts"].(map[string]any)
	list, _ := parts["parts"].([]any)
	for _, p := range list {
		part := p.(map[string]any)
		if h, ok := part["holder"].(map[string]any); ok && h["key"] == holder {
			return part["id"].(string)
		}
	}
	t.Fatalf("%s has no share of %v", holder, m["number"])
	return ""
}

func TestOneDirectionToAllBDOsHasTwentyShares(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		var all []string
		for _, b := range strings.Fields("chhapra manjhi dighwara revelganj parsa baniapur amnour taraiya sonepur garkha ekma dariapur jalalpur marhaura mashrakh maker nagra panapur isuapur lahladpur") {
			all = append(all, "bdo_"+b)
		}
		dm := e.As("dm_saran")
		res := dm.Post(matters, directive(all...), "")
		m := res.JSON(t, 201)
		if want := matters + "/" + m["id"].(string); res.Header.Get("Location") != want {
			t.Errorf("location %q, want %q", res.Header.Get("Location"), want)
		}
		parts := m["parts"].(map[string]any)
		if parts["total"] != 20.0 || parts["done"] != 0.0 {
			t.Errorf("parts %v of %v", parts["done"], parts["total"])
		}
	})
}

func TestReportCheckReturnAccept(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		dm, bdo := e.As("dm_saran"), e.As("bdo_amnour")
		m := dm.Post(matters, directive("bdo_amnour"), "").JSON(t, 201)
		id := share(t, m, "bdo_amnour")
		act := func(c *Client, name string, fields Object) Answer {
			return c.Post(matters+"/"+id+"/acts/"+name, Object{"fields": fields}, "")
		}
		if p := act(bdo, "report", nil).JSON(t, 422); !strings.Contains(string(toJSON(p)), `"field":"remark"`) {
			t.Errorf("a report without words: %v", p)
		}
		act(bdo, "report", Object{"remark": "सब अपलोड हुआ"}).JSON(t, 200)
		if res := act(bdo, "accept", nil); res.Status == 200 {
			t.Error("the doer accepted his own work")
		}
		if res := act(dm, "accept", nil); res.Status != 403 {
			t.Errorf("a program checked: %d", res.Status)
		}
		who := e.Actor("dm_saran")
		e.Do(who, id, "return", Object{"remark": "चार पंचायतें शेष हैं"})
		act(bdo, "report", Object{"remark": "चारों भी अपलोड हुईं"}).JSON(t, 200)
		e.Do(who, id, "accept", nil)
		if got := dm.Get(matters+"/"+m["id"].(string)).JSON(t, 200); got["phase"] != "closed" {
			t.Errorf("the direction is %v after its last share closed", got["state"])
		}
	})
}

func TestAKeyIsAnsweredOnce(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		dm := e.As("dm_saran")
		first := dm.Post(matters, directive("bdo_amnour"), "k1").JSON(t, 201)
		again := dm.Post(matters, directive("bdo_amnour"), "k1").JSON(t, 201)
		if first["id"] != again["id"] {
			t.Errorf("the same request made %v and %v", first["id"], again["id"])
		}
		dm.Post(matters, directive("bdo_garkha"), "k1").JSON(t, 422)
		other := e.As("ddc_saran").Post(matters, directive("bdo_amnour"), "k1").JSON(t, 201)
		if other["id"] == first["id"] {
			t.Error("another post's key gave the first's answer")
		}
	})
}

func TestWrongFieldsAreAllNamed(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		dm := e.As("dm_saran")
		p := dm.Post(matters, Object{"ask": "directive", "owners": []string{"bdo_amnour", "nobody"}, "due": "31.02.26", "place": "atlantis"}, "").JSON(t, 422)
		for _, field := range []string{"subject", "owners[1]", "due", "place"} {
			if !strings.Contains(string(toJSON(p)), `"field":"`+field+`"`) {
				t.Errorf("%s is not named in %v", field, p)
			}
		}
		dm.Post(matters, `{"ask": "directive", "subjekt": 1}`, "").JSON(t, 422)
		dm.Post(matters, `{"ask": `, "").JSON(t, 422)
		dm.Get(matters+"?colour=red").JSON(t, 422)
		dm.Get(matters+"/d218-0000000000000").JSON(t, 404)
		dm.Get("/api/v1/tallies?by=moon").JSON(t, 422)
		(&Client{env: e}).Get(matters).JSON(t, 401)
		(&Client{env: e, token: "wrong"}).Get(matters).JSON(t, 401)
	})
}

func TestAStaleVersionIsToldWhatChanged(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		dm, bdo := e.As("dm_saran"), e.As("bdo_amnour")
		id := share(t, dm.Post(matters, directive("bdo_amnour"), "").JSON(t, 201), "bdo_amnour")
		seen := bdo.Get(matters+"/"+id).JSON(t, 200)["version"]
		bdo.Post(matters+"/"+id+"/acts/progress", Object{"fields": Object{"remark": "दस हुईं"}, "version": seen}, "").JSON(t, 200)
		bdo.Post(matters+"/"+id+"/acts/report", Object{"fields": Object{"remark": "सब हुईं"}, "version": seen}, "").JSON(t, 409)
	})
}

func TestAPostSeesOnlyItsOwn(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		m := e.As("dm_saran").Post(matters, directive("bdo_amnour"), "").JSON(t, 201)
		id := share(t, m, "bdo_amnour")
		e.Settle()
		other := e.As("bdo_garkha")
		other.Get(matters+"/"+id).JSON(t, 404)
		for _, at := range []string{matters, matters + "?holder=bdo_amnour", "/api/v1/search?q=panchayat"} {
			if body := string(other.Get(at).Body); strings.Contains(body, id) {
				t.Errorf("another block's officer finds it at %s", at)
			}
		}
		if body := string(e.As("bdo_amnour").Get("/api/v1/search?q=panchayat").Body); !strings.Contains(body, id) {
			t.Errorf("its holder does not find it: %s", body)
		}
	})
}

func TestLateClimbsAndShowsInTheTallies(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		dm := e.As("dm_saran")
		dm.Post(matters, directive("bdo_amnour"), "").JSON(t, 201)
		for range 8 {
			e.Forward(24 * time.Hour)
		}
		m := dm.Get(matters+"?holder=bdo_amnour&status=late").JSON(t, 200)
		rows := m["matters"].([]any)
		if len(rows) != 1 || rows[0].(map[string]any)["status"] != "late" {
			t.Fatalf("late at amnour: %v", rows)
		}
		full := dm.Get(matters+"/"+rows[0].(map[string]any)["id"].(string)).JSON(t, 200)
		if !strings.Contains(string(toJSON(full)), `"kind":"copied"`) {
			t.Error("nobody above was told")
		}
		if tallies := string(dm.Get("/api/v1/tallies?by=block").Body); !strings.Contains(tallies, `"late":1`) {
			t.Errorf("the block's tally: %s", tallies)
		}
	})
}

func TestListsArePagedByKey(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		dm := e.As("dm_saran")
		for range 7 {
			dm.Post(matters, directive("bdo_amnour"), "").JSON(t, 201)
		}
		bdo := e.As("bdo_amnour")
		seen, after := map[string]bool{}, ""
		for pages := 0; ; pages++ {
			p := bdo.Get(matters+"?holder=me&phase=open&limit=3&after="+after).JSON(t, 200)
			for _, r := range p["matters"].([]any) {
				seen[r.(map[string]any)["id"].(string)] = true
			}
			next, more := p["next"].(string)
			if !more || pages > 5 {
				break
			}
			after = next
		}
		if len(seen) != 7 {
			t.Errorf("pages show %d of 7", len(seen))
		}
	})
}

func TestTheDocumentDescribesEveryRoute(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		doc := (&Client{env: e}).Get("/api/v1/openapi.json").JSON(t, 200)
		if doc["openapi"] != "3.1.0" {
			t.Errorf("openapi %v", doc["openapi"])
		}
		paths := doc["paths"].(map[string]any)
		for _, at := range []string{matters, matters + "/{id}", matters + "/{id}/acts/{act}", "/api/v1/tallies", "/api/v1/search", "/api/v1/sittings/{id}/move", "/api/v1/sittings/{id}/live/lines", "/api/v1/files"} {
			if paths[at] == nil {
				t.Errorf("%s is not described", at)
			}
		}
	})
}

// TestTalliesCountOnlyWhatThePostSees: an officer of one block counts that block, and one
// of a department there counts neither other blocks nor other departments.
func TestTalliesCountOnlyWhatThePostSees(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		dm := e.As("dm_saran")
		dm.Post(matters, directive("bdo_amnour", "mo_amnour", "bdo_garkha", "mo_garkha", "co_garkha"), "").JSON(t, 201)
		open := func(post, by string) float64 {
			return e.As(post).Get("/api/v1/tallies?by="+by).JSON(t, 200)["total"].(map[string]any)["open"].(float64)
		}
		for _, c := range []struct {
			post string
			want float64
		}{{"bdo_amnour", 2}, {"mo_amnour", 1}, {"mo_garkha", 1}, {"dm_saran", 6}} {
			for _, by := range []string{"department", "block"} {
				if got := open(c.post, by); got != c.want {
					t.Errorf("%s counts %v by %s, want %v", c.post, got, by, c.want)
				}
			}
		}
	})
}

// TestAReadingIsWorkedOverTheAPI goes the way of a reading as the page does: drafts are
// listed with why they are doubtful, corrected, remembered, split, merged, taken back,
// accepted and, by an officer in person, issued; the confirmed figure is an observation.
func TestAReadingIsWorkedOverTheAPI(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		m := e.Meet("24.2.2026")
		c := e.As("conf_saran")
		at := "/api/v1/sittings/" + m.Key.String()
		text := "डीपीओ को निर्देश दिया गया कि वे सूची दें।\nजिला आपूर्ति पदाधिकारी को 10 मार्च तक दुकानों की जाँच करने का निर्देश दिया गया।\nराशन कार्ड के 1,250 आवेदनों में से 980 निष्पादित पाए गए।"
		r := c.Post(at+"/proceedings", Object{"text": text}, "").JSON(t, 200)
		drafts := func(r Object) []Object {
			var list []Object
			for _, d := range r["drafts"].([]any) {
				list = append(list, d.(map[string]any))
			}
			return list
		}
		d := drafts(r)
		if len(d) != 2 || r["doubtful"] != 1.0 || len(d[0]["owners"].([]any)[0].(map[string]any)["choices"].([]any)) != 3 || len(r["figures"].([]any)) != 1 {
			t.Fatalf("%v", r)
		}
		one, two := at+"/drafts/"+d[0]["id"].(string), at+"/drafts/"+d[1]["id"].(string)
		c.Post(one+"/accept", Object{}, "").JSON(t, 422)
		r = c.Post(one, Object{"owners": []string{"dpo_icds_saran"}, "limit": "10.3.2026", "accept": true}, "").JSON(t, 200)
		if drafts(r)[0]["status"] != "accepted" || drafts(r)[0]["remember"] != "डीपीओ" {
			t.Fatalf("%v", drafts(r)[0])
		}
		c.Post(one+"/remember", Object{"words": "डीपीओ"}, "").JSON(t, 200)
		rules := c.Get("/api/v1/remembered").JSON(t, 200)["in_force"].([]any)
		if len(rules) != 1 {
			t.Fatalf("%v", rules)
		}
		c.Post(two+"/drop", Object{}, "").JSON(t, 200)
		c.Post(two+"/restore", Object{}, "").JSON(t, 200)
		if r = c.Post(two+"/split", Object{"subjects": []string{"दुकानें गिनें", "दुकानें जाँचें"}}, "").JSON(t, 200); len(drafts(r)) != 3 {
			t.Fatalf("%v", r)
		}
		if r = c.Post(at+"/undo", Object{}, "").JSON(t, 200); len(drafts(r)) != 2 {
			t.Fatalf("%v", r)
		}
		c.Post(at+"/merge", Object{"drafts": []string{"x"}}, "").JSON(t, 404)
		c.Post(two+"/accept", Object{}, "").JSON(t, 200)
		figure := at + "/figures/" + r["figures"].([]any)[0].(map[string]any)["id"].(string)
		c.Post(figure, Object{"nature": "?"}, "").JSON(t, 422)
		c.Post(figure, Object{"status": "accepted", "measure": "राशन कार्ड के निष्पादित आवेदन"}, "").JSON(t, 200)
		c.Post(at+"/issue", Object{}, "").JSON(t, 403) // an officer issues in person
		m.Issue()
		seen := c.Get("/api/v1/observations").JSON(t, 200)["measures"].([]any)
		if len(seen) != 1 || seen[0].(map[string]any)["observations"].([]any)[0].(map[string]any)["of"] != 1250.0 {
			t.Fatalf("%v", seen)
		}
		id := rules[0].(map[string]any)["id"].(string)
		if left := c.Post("/api/v1/remembered/"+id+"/retire", Object{}, "").JSON(t, 200); len(left["in_force"].([]any)) != 0 {
			t.Errorf("%v", left)
		}
		paths := c.Get("/api/v1/openapi.json").JSON(t, 200)["paths"].(map[string]any)
		for _, p := range []string{"/api/v1/sittings/{id}/drafts/{draft}/split", "/api/v1/sittings/{id}/merge", "/api/v1/observations", "/api/v1/remembered"} {
			if paths[p] == nil {
				t.Errorf("%s is not described", p)
			}
		}
	})
}
