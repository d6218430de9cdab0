package apptest

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

// Ask sends an object to the JSON interface in person, with the session of a browser.
func (o *Officer) Ask(at string, body any) Answer {
	o.T.Helper()
	raw, err := json.Marshal(body)
	o.Must(err)
	return o.send(http.MethodPost, at, "application/json", strings.NewReader(string(raw)))
}

// TestAMeetingIsHeldThroughJSON does by JSON what the pages do, with what a client gets wrong.
func TestAMeetingIsHeldThroughJSON(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		steno := e.SignIn("conf_saran")
		dm := e.SignIn("dm_saran")
		series := dm.Ask("/api/v1/series", Object{"name": "साप्ताहिक समन्वय", "convenor": "conf_saran", "rhythm": "tuesday", "members": []string{"bdo_amnour", "bdo_ekma"}}).JSON(t, 201)
		sitting := steno.Ask("/api/v1/sittings", Object{"series": series["id"], "day": "24.2.2026"}).JSON(t, 201)
		at := "/api/v1/sittings/" + sitting["id"].(string)

		steno.Ask(at+"/move", Object{"day": "25.2.2026"}).wants(t, 422, `"field":"words"`)
		steno.Ask(at+"/move", Object{"day": "इस सोमवार", "words": "x"}).wants(t, 422, "calendar.human_two")
		steno.Ask(at+"/off", Object{"reason": "rain"}).wants(t, 422, "sitting.reason_required")
		steno.Ask(at+"/points", Object{"title": "शीतलहर"}).wants(t, 422, `"field":"words"`)
		steno.Ask(at+"/points", Object{"title": "शीतलहर", "words": "पूर्वानुमान"}).JSON(t, 200)
		two := steno.Ask(at+"/points", Object{"title": "होली", "words": "विधि-व्यवस्था"}).JSON(t, 200)
		last := two["agenda"].([]any)[1].(map[string]any)["id"].(string)
		steno.Ask(at+"/points/"+last+"/drop", nil).JSON(t, 200)
		steno.Ask(at+"/points/"+last+"/drop", nil).wants(t, 404, "sitting.point_gone")
		e.SignIn("bdo_garkha").Ask(at+"/begin", nil).wants(t, 403, "")
		steno.Ask(at+"/begin", nil).JSON(t, 200)
		steno.Ask(at+"/live/preview", Object{"text": "बीडीओ अमनौर शुक्रवार तक सूची दें"}).wants(t, 200, `"due":"2026-02-27"`)
		steno.Ask(at+"/attendance", Object{"attendees": []Object{{"post": "bdo_ekma", "presence": "absent"}}}).JSON(t, 200)
		steno.Ask(at+"/close", nil).JSON(t, 200)

		file := base64.StdEncoding.EncodeToString([]byte(twoOrders))
		steno.Ask(at+"/proceedings", Object{"file": Object{"name": "a.pdf", "data": base64.StdEncoding.EncodeToString([]byte("%PDF-1.7"))}}).wants(t, 422, `"field":"file"`)
		steno.Ask(at+"/proceedings", Object{"file": Object{"name": "कार्यवाही.txt"}}).wants(t, 422, `"field":"file"`)
		read := steno.Ask(at+"/proceedings", Object{"file": Object{"name": "कार्यवाही.txt", "data": file}}).JSON(t, 200)
		drafts := read["drafts"].([]any)
		first, second := drafts[0].(map[string]any)["id"].(string), drafts[1].(map[string]any)["id"].(string)
		steno.Ask(at+"/issue", nil).wants(t, 422, "sitting.draft_undecided")
		steno.Ask(at+"/drafts/"+first+"/accept", nil).JSON(t, 200)
		steno.Ask(at+"/drafts/"+second, Object{"owners": []string{"bdo_ekma"}, "limit": "अगले बुधवार", "accept": true}).JSON(t, 200)
		e.As("conf_saran").Post(at+"/issue", nil, "").wants(t, 403, "sitting.in_person")
		steno.Ask(at+"/issue", nil).wants(t, 200, `"directives":2`)
		amend := Object{"attendees": []Object{{"post": "bdo_ekma", "presence": "in_person"}}}
		steno.Ask(at+"/attendance/amend", amend).wants(t, 422, `"field":"words"`)
		amend["words"] = "पंजी में हस्ताक्षर हैं"
		steno.Ask(at+"/attendance/amend", amend).wants(t, 200, `"presence":"absent"`)
		steno.Open(at+"/paper").wants(t, 200, file)
		if page := steno.Open("/sittings/" + sitting["id"].(string)); !strings.Contains(page.Words(), "शुद्धिपत्र") || !strings.Contains(page.Words(), "कार्यवाही.txt") {
			t.Errorf("the page shows no correction or paper: %s", page.Words())
		}
	})
}

// wants looks for a status and a piece of the answer.
func (a Answer) wants(t *testing.T, status int, piece string) {
	t.Helper()
	if a.Status != status || !strings.Contains(string(a.Body), piece) {
		t.Errorf("%d, want %d with %q: %.400s", a.Status, status, piece, a.Body)
	}
}
