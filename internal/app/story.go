package app

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/store"
)

// story puts the events of a matter into words, newest first.
func (o *office) story(t *matter.Type, events []store.Logged) ([]Happening, error) {
	out := make([]Happening, 0, len(events))
	for i := len(events) - 1; i >= 0; i-- {
		h, err := o.happening(t, &events[i])
		if err != nil {
			return nil, err
		}
		out = append(out, h)
	}
	return out, nil
}

func (o *office) happening(t *matter.Type, ev *store.Logged) (Happening, error) {
	told, err := matter.Tell(ev.Event)
	if err != nil {
		return Happening{}, err
	}
	h := Happening{
		ID: ev.ID, At: ev.At, Kind: ev.Kind, Act: ev.Act, Mode: ev.Mode, Leaf: ev.Leaf,
		Post: o.post(ev.Post), For: o.post(ev.For), Rule: ev.Person == 0,
		What: o.what(t, ev.Event, told), Text: told.Text,
	}
	for _, f := range t.Fields() {
		o.said(&h, t, &f, told.Fields[f.Key])
	}
	return h, nil
}

// said adds a typed value to a happening: words as its text, papers as its files.
func (o *office) said(h *Happening, t *matter.Type, f *matter.Field, v rule.Value) {
	switch {
	case v.Missing() || f.Personal:
	case v.Kind == rule.File:
		for _, hash := range v.List {
			h.Files = append(h.Files, FileView{Hash: hash, Name: f.Name.Hi, Kind: f.Key})
		}
	case v.Kind == rule.Text && h.Text == "":
		h.Text = v.S
	case v.Kind == rule.Text && v.S != h.Text:
		h.Text += "\n" + v.S
	case v.Kind == rule.Number && f.Key != "":
		h.Figures = append(h.Figures, FieldView{Key: f.Key, Name: f.Name, Value: o.valueText(t, f, v)})
	}
}

// what is the sentence of an event: the act's own name, or what a rule did.
func (o *office) what(t *matter.Type, ev record.Event, told matter.Told) i18n.Text {
	name := message("app.event_" + ev.Kind)
	if a := t.Act(ev.Act); a != nil {
		name = a.Name
	}
	switch {
	case ev.Kind == matter.Climbed || ev.Kind == matter.Copied || ev.Kind == matter.HandedBack || ev.Kind == matter.PassedDown ||
		ev.Kind == matter.Assigned:
		to := told.Holder
		if to == 0 {
			to = told.Post
		}
		return withName(message("app.event_"+ev.Kind), o.post(to).Name)
	case ev.Kind == matter.Offered:
		return withName(name, o.post(told.Post).Name)
	case ev.Kind == matter.Extended || ev.Kind == matter.ExtensionAsked:
		if told.To != 0 {
			return i18n.Text{Hi: name.Hi + ": " + told.To.In(i18n.Hindi), En: name.En + ": " + told.To.In(i18n.English)}
		}
	case ev.Kind == matter.Moved && told.State != "" && ev.Person == 0:
		return withName(message("app.event_moved_by_rule"), stateName(t, told.State))
	}
	return name
}

func message(key string) i18n.Text {
	return i18n.Text{Hi: i18n.Message(i18n.Hindi, key), En: i18n.Message(i18n.English, key)}
}

func withName(what, name i18n.Text) i18n.Text {
	if name.IsZero() {
		return what
	}
	return i18n.Text{Hi: what.Hi + ": " + name.Hi, En: what.En + ": " + name.En}
}

// valueText writes a recorded value in words.
func (o *office) valueText(t *matter.Type, f *matter.Field, v rule.Value) i18n.Text {
	both := func(f func(i18n.Lang) string) i18n.Text {
		return i18n.Text{Hi: f(i18n.Hindi), En: f(i18n.English)}
	}
	switch v.Kind {
	case rule.Number:
		n := i18n.Number(v.N, false)
		return i18n.Text{Hi: n, En: n}
	case rule.Money:
		n := "₹ " + i18n.Number(v.N/100, false)
		return i18n.Text{Hi: n, En: n}
	case rule.Date:
		return both(func(l i18n.Lang) string { return calendar.Date(v.N).In(l) })
	case rule.Moment:
		return both(func(l i18n.Lang) string { return calendar.Instant(v.N).In(l) })
	case rule.YesNo:
		if v.N != 0 {
			return i18n.Text{Hi: "हाँ", En: "yes"}
		}
		return i18n.Text{Hi: "नहीं", En: "no"}
	case rule.Code:
		return codeName(t, f.Arg, v.S)
	case rule.Link:
		return o.linkText(f, v.S)
	case rule.Links:
		var hi, en []string
		for _, key := range v.List {
			t := o.linkText(f, key)
			hi, en = append(hi, t.Hi), append(en, t.En)
		}
		return i18n.Text{Hi: i18n.Hindi.And(hi), En: i18n.English.And(en)}
	}
	return i18n.Text{Hi: v.String(), En: v.String()}
}

func (o *office) linkText(f *matter.Field, key string) i18n.Text {
	for _, kind := range []record.Kind{record.Post, record.Place, record.Department, record.Person} {
		if id := o.org.ByKey(kind, key); id != 0 {
			switch kind {
			case record.Post:
				return o.post(id).Name
			case record.Place:
				return o.place(id).Name
			case record.Department:
				return o.department(id).Name
			default:
				return o.person(id)
			}
		}
	}
	return i18n.Text{Hi: key, En: key}
}

// codeName gives the word of a code in one of the pack's lists.
func codeName(t *matter.Type, list, code string) i18n.Text {
	if sc := t.Scope(); sc != nil {
		for _, c := range sc.Lists[list].Codes {
			if c.Key == code {
				return c.Name
			}
		}
	}
	return i18n.Text{Hi: code, En: code}
}
