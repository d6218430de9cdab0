package app

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// OpenForm is an ask as a page or a program sends it.
type OpenForm struct {
	Ask        string
	Subject    string
	Detail     string
	Owners     []string // keys of posts
	Due        string
	Rhythm     string
	Place      string
	Department string
	Fields     map[string]any
}

// ActForm is an act as a page or a program sends it.
type ActForm struct {
	ID      string
	Act     string
	Version int32
	Reason  string
	Words   string
	Post    string
	To      string
	Until   string
	Pick    string // a draft or a set, where the act may mean several
	Fields  map[string]any
}

// former turns what was typed into values, and gathers every fault by its field.
type former struct {
	o   *office
	bad *fault.Fault
}

// OpenCommand reads the form of an ask; every wrong field is named.
func (a *App) OpenCommand(ctx context.Context, who Actor, f OpenForm) (matter.Command, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return matter.Command{}, err
	}
	fm := &former{o, fault.New(fault.Invalid, "app.open_wrong")}
	t := o.types.Answering(f.Ask)
	if t == nil {
		return matter.Command{}, fm.bad.With("ask", "app.ask_unknown", f.Ask)
	}
	c := matter.Command{Typed: map[string]rule.Value{}}
	if strings.TrimSpace(f.Subject) == "" {
		fm.bad.With("subject", "app.subject_missing")
	}
	fm.text(c.Typed, "subject", f.Subject)
	fm.text(c.Typed, "detail", f.Detail)
	fm.owners(c.Typed, t, f.Owners)
	fm.when(c.Typed, t, f.Due, f.Rhythm)
	c.Envelope.Place = fm.key(record.Place, "place", f.Place)
	c.Envelope.Department = fm.key(record.Department, "department", f.Department)
	fm.fields(c.Typed, t, f.Fields)
	return c, fm.bad.Any()
}

// actCommand reads the form of an act on a matter; every wrong field is named.
func (o *office) actCommand(m *matter.Matter, f ActForm) (matter.Command, error) {
	fm := &former{o, fault.New(fault.Invalid, "app.act_wrong")}
	c := matter.Command{Matter: m.Key, Act: f.Act, Version: f.Version, Reason: f.Reason, Words: i18n.NFC(strings.TrimSpace(f.Words)),
		Typed: map[string]rule.Value{}}
	c.Post = fm.key(record.Post, "post", f.Post)
	c.To, c.Until = fm.day("to", f.To), fm.day("until", f.Until)
	if f.Pick != "" {
		id, err := record.ParseID(f.Pick)
		if c.Pick = id; err != nil {
			fm.bad.With("pick", "matter.not_a_code", f.Pick)
		}
	}
	if t := o.types.Get(m.Type, m.Revision); t != nil {
		fm.fields(c.Typed, t, f.Fields)
	}
	return c, fm.bad.Any()
}

func (fm *former) text(typed map[string]rule.Value, key, s string) {
	if s = i18n.NFC(strings.TrimSpace(s)); s != "" {
		typed[key] = rule.Value{Kind: rule.Text, S: s}
	}
}

// owners puts posts into the type's field of posts.
func (fm *former) owners(typed map[string]rule.Value, t *matter.Type, keys []string) {
	if len(keys) == 0 {
		return
	}
	var field string
	for _, f := range t.Fields() {
		if f.Type == matter.TPosts {
			field = f.Key
			break
		}
	}
	if field == "" {
		fm.bad.With("owners", "app.field_unknown", "owners")
		return
	}
	for i, key := range keys {
		if fm.o.org.ByKey(record.Post, key) == 0 {
			fm.bad.With(fmt.Sprintf("owners[%d]", i), "app.post_unknown", key)
		}
	}
	typed[field] = rule.Value{Kind: rule.Links, List: keys}
}

// when puts a day, or a rhythm into the type's field of one.
func (fm *former) when(typed map[string]rule.Value, t *matter.Type, due, rhythm string) {
	switch {
	case due != "" && rhythm != "":
		fm.bad.With("rhythm", "app.due_and_rhythm")
	case due != "":
		if d := fm.day("due", due); d != 0 {
			if d < fm.o.day {
				fm.bad.With("due", "app.due_past", d)
			}
			typed["due"] = rule.Value{Kind: rule.Date, N: int64(d)}
		}
	case rhythm != "":
		fm.rhythm(typed, t, rhythm)
	}
}

func (fm *former) rhythm(typed map[string]rule.Value, t *matter.Type, rhythm string) {
	r, err := calendar.ParseRhythm(rhythm)
	if err != nil {
		fm.bad.With("rhythm", "app.rhythm_wrong", rhythm)
		return
	}
	for _, f := range t.Fields() {
		switch f.Type {
		case matter.TRhythm:
			typed[f.Key] = rule.Value{Kind: rule.Text, S: rhythm}
			return
		case matter.TDuration:
			typed[f.Key] = rule.Value{Kind: rule.Length, Span: turn(r)}
			return
		}
	}
	fm.bad.With("rhythm", "app.field_unknown", "rhythm")
}

// turn is the length of one turn of a rhythm, for types that record it as a length.
func turn(r calendar.Rhythm) calendar.Span {
	switch r.Beat {
	case calendar.EveryDay:
		return calendar.Span{N: 1, Unit: calendar.Days}
	case calendar.EveryWorkingDay:
		return calendar.Span{N: 1, Unit: calendar.WorkingDays}
	case calendar.EveryFortnight:
		return calendar.Span{N: 2, Unit: calendar.Weeks}
	case calendar.EveryMonth, calendar.OnNth:
		return calendar.Span{N: 1, Unit: calendar.Months}
	case calendar.EveryQuarter:
		return calendar.Span{N: 3, Unit: calendar.Months}
	case calendar.EveryYear:
		return calendar.Span{N: 1, Unit: calendar.Years}
	}
	return calendar.Span{N: 1, Unit: calendar.Weeks}
}

func (fm *former) key(kind record.Kind, path, key string) record.ID {
	if key == "" {
		return 0
	}
	id := fm.o.org.ByKey(kind, key)
	if id == 0 {
		fm.bad.With(path, "app."+kind.String()+"_unknown", key)
	}
	return id
}

func (fm *former) day(path, text string) calendar.Date {
	if text == "" {
		return 0
	}
	d, err := calendar.ParseHuman(text, fm.o.day)
	if err != nil {
		f := fault.As(err)
		fm.bad.With(path, f.Key, f.Args...)
	}
	return d
}

// fields reads further fields by the types the pack gives them.
func (fm *former) fields(typed map[string]rule.Value, t *matter.Type, fields map[string]any) {
	for key, raw := range fields {
		f := t.Field(key)
		if f == nil {
			fm.bad.With(key, "app.field_unknown", key)
			continue
		}
		if v := fm.value(f, raw); !v.Missing() {
			typed[key] = v
		}
	}
}

func (fm *former) value(f *matter.Field, raw any) rule.Value {
	list := texts(raw)
	if len(list) == 0 {
		return rule.Value{}
	}
	one := i18n.NFC(strings.TrimSpace(list[0]))
	if one == "" && len(list) == 1 {
		return rule.Value{}
	}
	switch f.Type {
	case matter.TDate:
		if d := fm.day(f.Key, one); d != 0 {
			return rule.Value{Kind: rule.Date, N: int64(d)}
		}
		return rule.Value{}
	case matter.TNumber, matter.TMoney:
		return fm.amount(f, one)
	case matter.TFile:
		return rule.Value{Kind: rule.File, List: list}
	case matter.TPosts, matter.TSomeOf:
		kind := rule.Links
		if f.Type == matter.TSomeOf {
			kind = rule.Codes
		}
		return rule.Value{Kind: kind, List: list}
	case matter.TPost, matter.TPlace:
		return fm.link(f, one)
	}
	return fm.word(f, one)
}

func (fm *former) word(f *matter.Field, one string) rule.Value {
	switch f.Type {
	case matter.TOneOf:
		return rule.Value{Kind: rule.Code, S: one}
	case matter.TYesNo:
		yes := one == "yes" || one == "true" || one == "1" || one == "on"
		return rule.Value{Kind: rule.YesNo, N: map[bool]int64{true: 1}[yes]}
	case matter.TDuration:
		s, err := calendar.ParseSpan(one)
		if err != nil {
			fm.bad.With(f.Key, "app.duration_wrong", one)
		}
		return rule.Value{Kind: rule.Length, Span: s}
	case matter.TPhone:
		return rule.Value{Kind: rule.Phone, S: one}
	case matter.TEntry, matter.TMatter, matter.TPerson:
		return rule.Value{Kind: rule.Link, S: one}
	}
	return rule.Value{Kind: rule.Text, S: one}
}

func (fm *former) link(f *matter.Field, key string) rule.Value {
	kind := record.Post
	if f.Type == matter.TPlace {
		kind = record.Place
	}
	if fm.key(kind, f.Key, key) == 0 {
		return rule.Value{}
	}
	return rule.Value{Kind: rule.Link, S: key}
}

// amount reads a number of either digit set, with or without grouping; money is in rupees.
func (fm *former) amount(f *matter.Field, s string) rule.Value {
	plain := strings.NewReplacer(",", "", " ", "", "₹", "").Replace(i18n.Digits(s, false))
	n, err := strconv.ParseFloat(plain, 64)
	whole := f.Type == matter.TMoney || n == math.Trunc(n)
	if err != nil || !whole || math.Abs(n) > 1e15 {
		fm.bad.With(f.Key, "app.number_wrong", s)
		return rule.Value{}
	}
	if f.Type == matter.TMoney {
		return rule.Value{Kind: rule.Money, N: int64(math.Round(n * 100))}
	}
	return rule.Value{Kind: rule.Number, N: int64(n)}
}

// texts gives what a form or JSON holds under one name as words.
func texts(raw any) []string {
	switch v := raw.(type) {
	case string:
		return []string{v}
	case []string:
		return v
	case float64:
		return []string{strconv.FormatFloat(v, 'f', -1, 64)}
	case bool:
		return []string{strconv.FormatBool(v)}
	case []any:
		var list []string
		for _, x := range v {
			list = append(list, texts(x)...)
		}
		return list
	}
	return nil
}
