package app

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/pack"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/store"
)

// settingPut is the kind of the event by which a district sets a value of its own.
const settingPut = "setting.put"

// settingBody is what the event says; the words why stand beside it, sealed.
type settingBody struct {
	From  calendar.Date `json:"from"`
	Key   string        `json:"key"`
	Value string        `json:"value"`
	Why   string        `json:"why"`
}

// SettingForm is a district's own value from a day on, and why.
type SettingForm struct {
	Key   string // pack.setting
	Value string // as it is written in packs: 10 days
	From  string
	Why   string
}

// SetSetting gives a setting a value of the district's own. Only a local one may differ, in
// its unit and within its bound, from today or a later day on: no running limit moves.
func (a *App) SetSetting(ctx context.Context, who Actor, f SettingForm) error {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return err
	}
	if !o.org.HasPower(who.Post, org.PowerAdminister, o.day) {
		return fault.New(fault.Forbidden, "org.not_administrator")
	}
	body, why, err := o.settingOf(a.systems.set, f)
	if err != nil {
		return err
	}
	_, err = a.commit.Do(ctx, Job{District: who.District, Decide: func(g *Group) (Outcome, error) {
		version, err := g.Reader().OrgVersion(context.Background(), who.District)
		if err != nil {
			return Outcome{}, err
		}
		ev, err := a.settingEvent(g.Now(), who, body, why)
		if err != nil {
			return Outcome{}, err
		}
		row := settingRow(o, ev, body, why)
		return Outcome{Events: []record.Event{ev}, Write: func(tx *store.Tx) error {
			if err := tx.OrgVersionMove(who.District, version); err != nil {
				return err
			}
			return tx.SettingPut(who.District, row)
		}}, nil
	}})
	a.forget(who.District)
	return err
}

// settingOf reads the form; every wrong field is named.
func (o *office) settingOf(set *pack.Set, f SettingForm) (settingBody, string, error) {
	bad := fault.New(fault.Invalid, "app.setting_wrong")
	why := i18n.NFC(strings.TrimSpace(f.Why))
	if why == "" {
		bad.With("why", "matter.reason_required")
	}
	fm := &former{o, bad}
	from := fm.day("from", f.From)
	switch {
	case f.From == "":
		bad.With("from", "app.setting_from")
	case from != 0 && from < o.day:
		bad.With("from", "app.setting_past", o.day)
	}
	text := strings.Join(strings.Fields(i18n.Digits(f.Value, false)), " ")
	v, ok := rule.ParseLiteral(text)
	if !ok {
		bad.With("value", "app.setting_value", f.Value)
	} else if no := set.CheckLocal(f.Key, v); no != nil {
		bad.With("value", no.Key, no.Args...)
	}
	return settingBody{From: from, Key: f.Key, Value: v.Written()}, why, bad.Any()
}

func (a *App) settingEvent(now calendar.Instant, who Actor, b settingBody, why string) (record.Event, error) {
	raw, err := json.Marshal(b)
	if err != nil {
		return record.Event{}, err
	}
	id := a.commit.IDs().Next(now)
	ev := record.Event{ID: id, District: who.District, Subject: record.Ref{Kind: record.Setting, Key: record.Key{District: who.District, ID: id}}, Version: 1,
		Kind: settingPut, Act: "set", Person: who.Person, Post: who.Post, For: who.For, Mode: who.Mode, At: now,
		Body: raw, Values: []record.Value{{Path: "why", Bytes: []byte(why)}}}
	err = ev.Seal(func() (salt [16]byte) { _, _ = rand.Read(salt[:]); return salt })
	return ev, err
}

func settingRow(o *office, ev record.Event, b settingBody, why string) store.Setting {
	source := "office"
	if p := o.org.Post(ev.Post); p != nil {
		source = "office " + p.Key
	}
	return store.Setting{Key: b.Key, Starts: b.From, Value: b.Value, Source: source, Why: why, Person: ev.Person, Post: ev.Post, Event: ev.ID}
}

// SettingView is one setting with everything that was said about its value.
type SettingView struct {
	Key        string
	System     i18n.Text
	Name       i18n.Text
	Value      string // in force today
	Source     string
	Pack       string
	PackSource string
	State      string // the State's own value in force; "" none
	StateFrom  calendar.Date
	Bound      string // at least, at most, fixed; "" none
	Local      bool
	Unverified bool
	Own        []OwnValue // the district's, the newest day first
}

// OwnValue is a value the district set for itself: from when, by whom and why.
type OwnValue struct {
	Value string
	From  calendar.Date
	Why   string
	Post  Named
	Ahead bool // its day has not come
}

// SettingsView is the page of a district's values.
type SettingsView struct {
	Rows []SettingView
	May  bool // the reader may set values
	AsOn calendar.Instant
}

// Settings lists every setting of the systems the district runs.
func (a *App) Settings(ctx context.Context, who Actor) (SettingsView, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return SettingsView{}, err
	}
	kept, err := a.db.Reader().Settings(ctx, who.District)
	if err != nil {
		return SettingsView{}, err
	}
	own := map[string][]OwnValue{}
	for _, s := range kept {
		own[s.Key] = append(own[s.Key], OwnValue{Value: s.Value, From: s.Starts, Why: s.Why, Post: o.post(s.Post), Ahead: s.Starts > o.day})
	}
	v := SettingsView{May: o.org.HasPower(who.Post, org.PowerAdminister, o.day), AsOn: a.now()}
	for _, d := range a.systems.set.SettingsIn(o.state, o.day) {
		row := SettingView{Key: d.Path, System: d.System, Name: d.Name, Pack: d.Pack.Written(), PackSource: d.PackSource, Bound: d.Bound(), Local: d.Local,
			Unverified: d.Unverified, StateFrom: d.StateFrom, Own: own[d.Path]}
		slices.Reverse(row.Own)
		if d.StateFrom != 0 {
			row.State = d.State.Written()
		}
		if g, ok := o.settings[d.Path]; ok {
			row.Value, row.Source = g.Value.Written(), g.Source
		}
		v.Rows = append(v.Rows, row)
	}
	return v, nil
}

// ValueIn puts a value as packs write it into a reader's words: a length of time by name,
// any other as it stands.
func ValueIn(l i18n.Lang, written string) string {
	if span, err := calendar.ParseSpan(written); err == nil {
		return span.In(l)
	}
	return written
}
