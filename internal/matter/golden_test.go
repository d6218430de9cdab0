package matter

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/rule"
)

var update = flag.Bool("update", false, "write testdata/bodies.golden anew")

// TestBodiesStayAsTheyWereSigned: what an event says is hashed into the log for good, so
// its bytes change only with a decision to change them.
func TestBodiesStayAsTheyWereSigned(t *testing.T) {
	b := newBench(t, compile(t, taskDef()))
	m := b.task()
	b.on("2026-01-06").as(bdoAmnour).do(m, Command{Act: "note", Words: "काम शुरू", Typed: map[string]rule.Value{"contact": words("फोन")}, Relation: "filer"})
	b.do(m, Command{Act: "extend", To: day("2026-01-20"), Words: "बाढ़"})
	b.as(sdo).do(m, Command{Act: "grant_time"})
	b.as(bdoAmnour).do(m, Command{Act: "pause", Reason: "flood", Until: day("2026-01-09")})
	b.wait("2026-01-10")
	b.w.Proof.Visit = &Visit{At: b.w.Now, Lat: 25_780_000, Lon: 84_740_000}
	b.as(bdoAmnour).do(m, Command{Act: "show", Typed: map[string]rule.Value{"remark": words("सड़क खुली"), "photo": {Kind: rule.File, List: []string{"ab12"}}}})
	b.as(sdo).do(m, Command{Act: "return", Typed: map[string]rule.Value{"remark": words("फोटो धुँधली")}})
	b.wait("2026-01-20")
	b.as(bdoAmnour).do(m, Command{Act: "transfer", Post: bdoEkma, Reason: "other_office"})
	b.as(dm).do(m, Command{Act: "withdraw", Words: "आवश्यक नहीं"})

	g := newBench(t, compile(t, grievanceDef())).topic(false, 0)
	c := g.lodge()
	g.wait("2026-01-16")

	var got strings.Builder
	for _, ev := range append(b.events[m.Key.ID], g.events[c.Key.ID]...) {
		fmt.Fprintf(&got, "%s %d %s %s\n%s\n", calendar.Instant(ev.At).Date(), ev.Version, ev.Kind, ev.Act, ev.Body)
	}
	const file = "testdata/bodies.golden"
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("bodies changed; if that is meant, run with -update.\n%s", got.String())
	}
}
