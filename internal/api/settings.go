package api

import (
	"context"
	"net/http"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
)

// Setting is one value by which the district's systems run.
type Setting struct {
	Key        string     `json:"key"`
	Name       string     `json:"name"`
	Value      string     `json:"value" doc:"in force today, as packs write it"`
	Source     string     `json:"source"`
	Pack       string     `json:"pack" doc:"the pack's own value"`
	State      string     `json:"state,omitempty"`
	StateFrom  string     `json:"state_from,omitempty"`
	Bound      string     `json:"bound,omitempty"`
	Local      bool       `json:"local" doc:"the district may change it"`
	Unverified bool       `json:"unverified,omitempty"`
	Own        []OwnValue `json:"own,omitempty" doc:"the district's, the newest day first"`
}

// OwnValue is a value the district set for itself.
type OwnValue struct {
	Value string `json:"value"`
	From  string `json:"from"`
	By    *Ref   `json:"by,omitempty"`
	Why   string `json:"why"`
}

// Settings are all values of the district.
type Settings struct {
	Settings []Setting `json:"settings"`
}

// SetSetting is a new value of the district's own.
type SetSetting struct {
	Key   string `path:"key"`
	Value string `json:"value" doc:"in the setting's own unit: 10 days"`
	From  string `json:"from" doc:"day, YYYY-MM-DD; today or later"`
	Why   string `json:"why"`
}

func (s *Server) settingRoutes() []route {
	return []route{
		read("/api/v1/settings", "", "listSettings", i18n.Text{Hi: "ज़िले के मान", En: "The values of the district's systems"}, s.settings),
		write("/api/v1/settings/{key}", org.PowerAdminister, "setSetting", http.StatusOK,
			i18n.Text{Hi: "ज़िले का अपना मान रखें", En: "Give a setting a value of the district's own"}, s.setSetting),
	}
}

func (s *Server) settings(ctx context.Context, who app.Actor, _ struct{}) (Settings, error) {
	v, err := s.app.Settings(ctx, who)
	out := Settings{Settings: []Setting{}}
	for i := range v.Rows {
		out.Settings = append(out.Settings, setting(who.Lang, &v.Rows[i]))
	}
	return out, err
}

func setting(l i18n.Lang, r *app.SettingView) Setting {
	out := Setting{Key: r.Key, Name: r.Name.In(l), Value: r.Value, Source: r.Source, Pack: r.Pack, State: r.State, Bound: r.Bound, Local: r.Local, Unverified: r.Unverified}
	if r.StateFrom != 0 {
		out.StateFrom = r.StateFrom.String()
	}
	for _, o := range r.Own {
		out.Own = append(out.Own, OwnValue{Value: o.Value, From: o.From.String(), By: ref(l, o.Post), Why: o.Why})
	}
	return out
}

func (s *Server) setSetting(ctx context.Context, who app.Actor, in SetSetting) (Settings, error) {
	if err := s.app.SetSetting(ctx, who, app.SettingForm{Key: in.Key, Value: in.Value, From: in.From, Why: in.Why}); err != nil {
		return Settings{}, err
	}
	return s.settings(ctx, who, struct{}{})
}
