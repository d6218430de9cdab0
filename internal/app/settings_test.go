package app

import (
	"testing"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

func TestADistrictSetsItsOwnValue(t *testing.T) {
	systems, err := hallSystems()
	if err != nil {
		t.Fatal(err)
	}
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		f := newFieldOf(t, db, systems)
		dm, bdo := f.officer("dm_saran"), f.officer("bdo_amnour")
		value := func() SettingView {
			v, err := f.a.Settings(f.ctx, bdo)
			f.ok(err)
			for _, s := range v.Rows {
				if s.Key == "follow_up.speak_in" {
					return s
				}
			}
			t.Fatal("no such setting")
			return SettingView{}
		}
		form := SettingForm{Key: "follow_up.speak_in", Value: "१० days", From: "2026-01-08", Why: "बाढ़ राहत के कारण"}
		if err := f.a.SetSetting(f.ctx, bdo, form); !fault.Is(err, fault.Forbidden) {
			t.Errorf("a post without the power: %v", err)
		}
		for name, c := range map[string]struct {
			change func(*SettingForm)
			path   string
		}{
			"no reason":          {func(s *SettingForm) { s.Why = " " }, "why"},
			"no day":             {func(s *SettingForm) { s.From = "" }, "from"},
			"a past day":         {func(s *SettingForm) { s.From = "2026-01-01" }, "from"},
			"another unit":       {func(s *SettingForm) { s.Value = "2 weeks" }, "value"},
			"no value":           {func(s *SettingForm) { s.Value = "soon" }, "value"},
			"not the district's": {func(s *SettingForm) { s.Key, s.Value = "follow_up.transfers", "3" }, "value"},
		} {
			bad := form
			c.change(&bad)
			err := fault.As(f.a.SetSetting(f.ctx, dm, bad))
			if err == nil || len(err.Fields) != 1 || err.Fields[0].Path != c.path {
				t.Errorf("%s: %v", name, err)
			}
		}
		f.ok(f.a.SetSetting(f.ctx, dm, form))
		if s := value(); s.Value != "7 days" || len(s.Own) != 1 || !s.Own[0].Ahead || s.Own[0].Post.Key != "dm_saran" || s.Own[0].Why != form.Why {
			t.Errorf("before its day: %+v", s)
		}
		f.to("2026-01-09", 11)
		if s := value(); s.Value != "10 days" || s.Source != "office dm_saran" || s.Pack != "7 days" || s.Own[0].Ahead {
			t.Errorf("on its day: %+v", s)
		}
		form.Value, form.From = "12 days", "2026-01-09"
		f.ok(f.a.SetSetting(f.ctx, dm, form))
		form.Value = "11 days"
		f.ok(f.a.SetSetting(f.ctx, dm, form))
		if s := value(); s.Value != "11 days" || len(s.Own) != 2 {
			t.Errorf("the same day again: %+v", s)
		}
		verified(t, db)
		for _, sql := range []string{`UPDATE setting SET value='99 days' WHERE event<>0`, `UPDATE setting SET why='x' WHERE event<>0`, `DELETE FROM setting WHERE event<>0`} {
			if !tampered(t, db, sql, "store.verify_beside") {
				t.Errorf("the audit does not find %s", sql)
			}
		}
	})
}
