package apptest

import (
	"context"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/record"
)

func found(t *testing.T, e *Env, post, query string) app.Searched {
	t.Helper()
	list, err := e.App.Search(context.Background(), e.Actor(post), query, "", 25)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return list
}

// marks gives the marked words of a hit.
func marks(h app.SearchHit) string {
	var out []string
	for _, run := range [][]app.Marked{h.Title, h.Text, h.Where, h.Count} {
		for _, m := range run {
			if m.Hit {
				out = append(out, m.Text)
			}
		}
	}
	return strings.Join(out, " ")
}

func TestAFreshMatterIsFoundByWhoMaySeeItAndSaysWhy(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		e.As("dm_saran").Post(matters, Object{"ask": "directive", "subject": "आँगनबाड़ी केन्द्रों में चापाकल की मरम्मत", "owners": []string{"bdo_amnour"}, "due": "2026-02-26"}, "").JSON(t, 201)
		e.Settle()
		for query, want := range map[string]string{
			"anganwadi": "आँगनबाड़ी", "aganbadi chapakal": "आँगनबाड़ी चापाकल", "केंद्र": "केन्द्रों", "BDO आंगनवाड़ी": "आँगनबाड़ी",
		} {
			list := found(t, e, "bdo_amnour", query)
			if len(list.Hits) == 0 || marks(list.Hits[0]) != want {
				t.Errorf("%s: %d hits, %+v", query, len(list.Hits), list.Hits)
			}
			if other := found(t, e, "bdo_garkha", query); len(other.Hits) != 0 || len(other.Near) != 0 {
				t.Errorf("%s: another block finds %d and is offered %v", query, len(other.Hits), other.Near)
			}
		}
		if h := found(t, e, "bdo_amnour", "amnaur anganwadi").Hits; len(h) == 0 || marks(h[0]) != "आँगनबाड़ी" {
			t.Errorf("the place and the word: %+v", h)
		}
		number := found(t, e, "bdo_amnour", "anganwadi").Hits[0].Number
		if h := found(t, e, "bdo_amnour", strings.ReplaceAll(number, "-", "")).Hits; len(h) != 1 || h[0].Number != number {
			t.Errorf("%s without dashes: %+v", number, h)
		}
		if list := found(t, e, "bdo_amnour", "चापाकाल मरम्त"); len(list.Hits) == 0 && len(list.Near) == 0 {
			t.Error("nothing is offered for a slip")
		}
	})
}

func TestNamesStandFirstInEitherScript(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		for query, want := range map[string]struct {
			key    string
			kind   record.Kind
			filter string
		}{
			"amnour": {"amnour", record.Place, "block"}, "अमनौर": {"amnour", record.Place, "block"}, "bdo amnaur": {"bdo_amnour", record.Post, "holder"},
			"बी.डी.ओ. अमनौर": {"bdo_amnour", record.Post, "holder"}, "सारण": {"saran", record.Place, ""}, "rural development": {"rural_development", record.Department, "department"},
		} {
			list, err := e.App.Find(context.Background(), e.Actor("dm_saran"), query, 5)
			if err != nil || len(list) == 0 || list[0].Key != want.key || list[0].Kind != want.kind || list[0].Filter != want.filter || !list[0].Whole {
				t.Errorf("%s offers %+v, %v", query, list, err)
			}
		}
		for _, query := range []string{"suchi", "पेयजल", "amnour पेयजल"} {
			list, err := e.App.Find(context.Background(), e.Actor("dm_saran"), query, 5)
			if err != nil || len(list) > 0 && list[0].Whole {
				t.Errorf("%s names %+v, %v", query, list, err)
			}
		}
	})
}
