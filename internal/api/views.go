package api

import (
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// Ref is a post, place or department by its key and its name in the reader's language.
type Ref struct {
	Key  string `json:"key"`
	Name string `json:"name"`
}

// MatterRow is a matter in a list.
type MatterRow struct {
	ID         string `json:"id"`
	Number     string `json:"number"`
	Type       string `json:"type"`
	TypeName   string `json:"type_name"`
	Subject    string `json:"subject"`
	State      string `json:"state"`
	StateName  string `json:"state_name"`
	Phase      string `json:"phase" enum:"new working waiting reported closed void"`
	Status     string `json:"status" enum:"on_time soon late silent done"`
	Silent     bool   `json:"silent"`
	Holder     *Ref   `json:"holder,omitempty"`
	Asker      *Ref   `json:"asker,omitempty"`
	Place      *Ref   `json:"place,omitempty"`
	Department *Ref   `json:"department,omitempty"`
	Due        string `json:"due,omitempty" doc:"instant, RFC 3339"`
	DaysLate   int    `json:"days_late" doc:"negative: days left"`
	Version    int32  `json:"version"`
}

// MatterPage is one page of a list.
type MatterPage struct {
	Matters []MatterRow `json:"matters"`
	Next    string      `json:"next,omitempty" doc:"give it as after"`
	AsOn    string      `json:"as_on"`
}

// MatterFull is a matter with its parts, limits, acts and history.
type MatterFull struct {
	MatterRow
	Detail  string      `json:"detail,omitempty"`
	Opened  string      `json:"opened"`
	Closed  string      `json:"closed,omitempty"`
	Parent  string      `json:"parent,omitempty"`
	Sitting string      `json:"sitting,omitempty"`
	Level   string      `json:"level,omitempty"`
	Fields  []Field     `json:"fields"`
	Clocks  []Clock     `json:"clocks"`
	Acts    []Act       `json:"acts" doc:"what the caller may do now"`
	Parts   *Roll       `json:"parts,omitempty"`
	Marks   []Mark      `json:"marks,omitempty" doc:"words that hold on the scales of its type"`
	Cohorts []Cohort    `json:"cohorts,omitempty" doc:"sets it froze"`
	Offers  []Offer     `json:"offers,omitempty" doc:"drafts that wait before a post"`
	History []Happening `json:"history" doc:"newest first"`
}

// Field is a recorded value in words; a masked one is personal.
type Field struct {
	Key    string `json:"key"`
	Name   string `json:"name"`
	Value  string `json:"value"`
	Masked bool   `json:"masked,omitempty"`
}

// Clock is a limit and the lines that explain it.
type Clock struct {
	Name    string   `json:"name"`
	Due     string   `json:"due"`
	Outside bool     `json:"outside,omitempty"`
	Why     []string `json:"why"`
}

// Act is something the caller may do now.
type Act struct {
	Key    string  `json:"key"`
	Name   string  `json:"name"`
	Inputs []Input `json:"inputs"`
}

// Input is one thing an act asks.
type Input struct {
	Key      string   `json:"key"`
	Name     string   `json:"name"`
	Kind     string   `json:"kind"`
	Required bool     `json:"required"`
	Options  []string `json:"options,omitempty"`
}

// Roll is how the parts of a matter stand.
type Roll struct {
	Done  int    `json:"done"`
	Total int    `json:"total"`
	Parts []Part `json:"parts"`
}

// Part is the share of one post.
type Part struct {
	ID       string `json:"id"`
	Holder   *Ref   `json:"holder,omitempty"`
	Phase    string `json:"phase"`
	Status   string `json:"status"`
	DaysLate int    `json:"days_late"`
}

// Happening is one event of a matter in words.
type Happening struct {
	ID    string   `json:"id"`
	At    string   `json:"at"`
	Kind  string   `json:"kind"`
	Act   string   `json:"act,omitempty"`
	What  string   `json:"what"`
	Text  string   `json:"text,omitempty"`
	Post  *Ref     `json:"post,omitempty"`
	For   *Ref     `json:"for,omitempty"`
	Mode  string   `json:"mode"`
	Files []string `json:"files,omitempty" doc:"SHA-256 of each, in hexadecimal"`
	Leaf  int64    `json:"leaf" doc:"number in the audit log"`
	Share string   `json:"share,omitempty" doc:"the part it befell; without one, the matter itself"`
}

func (m MatterFull) location() string { return "/api/v1/matters/" + m.ID }

var statusWords = [...]string{"on_time", "soon", "late", "silent", "done"}

func ref(l i18n.Lang, n app.Named) *Ref {
	if n.ID == 0 {
		return nil
	}
	return &Ref{Key: n.Key, Name: n.Name.In(l)}
}

func instant(i calendar.Instant) string {
	if i == 0 {
		return ""
	}
	return i.Time().Format(time.RFC3339)
}

func row(l i18n.Lang, r app.Row) MatterRow {
	return MatterRow{
		ID: r.Key.String(), Number: r.Number, Type: r.Type, TypeName: r.TypeName.In(l), Subject: r.Subject,
		State: r.State, StateName: r.StateName.In(l), Phase: r.Phase.String(), Status: statusWords[r.Status], Silent: r.Silent,
		Holder: ref(l, r.Holder), Asker: ref(l, r.Asker), Place: ref(l, r.Place), Department: ref(l, r.Department),
		Due: instant(r.Due), DaysLate: r.DaysLate, Version: r.Version,
	}
}

func page(l i18n.Lang, list app.List) MatterPage {
	p := MatterPage{Matters: []MatterRow{}, Next: list.Next, AsOn: instant(list.AsOn)}
	for _, r := range list.Rows {
		p.Matters = append(p.Matters, row(l, r))
	}
	return p
}

func full(l i18n.Lang, v app.View) MatterFull {
	m := MatterFull{
		MatterRow: row(l, v.Row), Detail: v.Detail, Opened: instant(v.Opened), Closed: instant(v.Closed), Level: v.Level.In(l),
		Fields: []Field{}, Clocks: []Clock{}, Acts: []Act{}, History: []Happening{},
	}
	if v.Parent != nil {
		m.Parent = v.Parent.Key.String()
	}
	if v.Sitting != 0 {
		m.Sitting = record.Key{District: v.Key.District, ID: v.Sitting}.String()
	}
	for _, f := range v.Fields {
		m.Fields = append(m.Fields, Field{Key: f.Key, Name: f.Name.In(l), Value: f.Value.In(l), Masked: f.Masked})
	}
	for _, c := range v.Clocks {
		m.Clocks = append(m.Clocks, clock(l, c))
	}
	for _, a := range v.Acts {
		m.Acts = append(m.Acts, act(l, a))
	}
	m.Parts = roll(l, v.Parts)
	m.beside(l, v)
	for _, h := range v.History {
		m.History = append(m.History, happening(l, h))
	}
	return m
}

func clock(l i18n.Lang, c app.ClockView) Clock {
	out := Clock{Name: c.Name.In(l), Due: instant(c.Due), Outside: c.Outside, Why: []string{}}
	for _, s := range c.Steps {
		out.Why = append(out.Why, s.In(l))
	}
	return out
}

func act(l i18n.Lang, a app.ActView) Act {
	out := Act{Key: a.Key, Name: a.Name.In(l), Inputs: []Input{}}
	for _, in := range a.Inputs {
		input := Input{Key: in.Key, Name: in.Name.In(l), Kind: string(in.Kind), Required: in.Required}
		for _, o := range in.Options {
			input.Options = append(input.Options, o.Code)
		}
		out.Inputs = append(out.Inputs, input)
	}
	return out
}

func roll(l i18n.Lang, r *app.Roll) *Roll {
	if r == nil {
		return nil
	}
	out := &Roll{Done: r.Done, Total: r.Total, Parts: []Part{}}
	for _, p := range r.Parts {
		out.Parts = append(out.Parts, Part{ID: p.Key.String(), Holder: ref(l, p.Holder), Phase: p.Phase.String(),
			Status: statusWords[p.Status], DaysLate: p.DaysLate})
	}
	return out
}

func happening(l i18n.Lang, h app.Happening) Happening {
	out := Happening{ID: h.ID.String(), At: instant(h.At), Kind: h.Kind, Act: h.Act, What: h.What.In(l), Text: h.Text,
		Post: ref(l, h.Post), For: ref(l, h.For), Mode: h.Mode.String(), Leaf: h.Leaf}
	for _, f := range h.Files {
		out.Files = append(out.Files, f.Hash)
	}
	if h.Share != nil {
		out.Share = h.Share.Key.String()
	}
	return out
}
