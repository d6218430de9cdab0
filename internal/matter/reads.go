package matter

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/rule"
)

// Reads says what a World must hold for an act, besides the matter itself and its parents:
// so that loading is a few fixed queries. Lists are sorted and may be empty.
type Reads struct {
	Parts     bool     // the parts of the matter and of its parents
	Links     []string // fields that link to matters which must be loaded
	Pointing  []string // types whose links to the matter must be loaded
	Asks      []string // asks whose matters about this one must be loaded
	Sittings  []string // pack.sitting
	Rows      []string // entry fields whose rows must be loaded
	Files     bool
	Visit     bool
	Said      bool
	Served    []string // letters
	Confirmed []string // parties
	Frames    []FrameKey
}

// Reads gives what an act reads: its own conditions and guards, and the rules of the type,
// its parents and its parts that it may make true. An unknown or standard act reads what
// the type's rules read.
func (t *Type) Reads(ts *Types, act string) Reads {
	var rd Reads
	a := t.Act(act)
	if a != nil {
		rd.act(t, a)
	}
	for i := range t.def.Stops {
		rd.condition(t, t.def.Stops[i].When)
	}
	rd.rules(ts, t)
	for up := ts.Newest(t.Pack() + "." + t.Of()); up != nil && t.Of() != ""; up = ts.Newest(up.Pack() + "." + up.Of()) {
		rd.rules(ts, up)
		for i := range up.def.Stops {
			rd.condition(up, up.def.Stops[i].When)
		}
		if up.Of() == "" {
			break
		}
	}
	for i := range t.def.Fields {
		switch f := &t.def.Fields[i]; f.Type {
		case TEntry:
			rd.Rows = append(rd.Rows, f.Key)
		case TSumOf, TCountOf:
			rd.Parts = true
		}
	}
	rd.tidy()
	return rd
}

func (rd *Reads) act(t *Type, a *Act) {
	rd.condition(t, a.When)
	for i := range a.Needs {
		g := &a.Needs[i]
		switch g.Name {
		case "visited":
			rd.Visit, rd.Files = true, true
		case "fresh_photo", "evidence":
			rd.Files = true
		case "own_words":
			rd.Said = true
		case "served":
			rd.Served = append(rd.Served, g.Arg)
		case "confirmed":
			rd.Confirmed = append(rd.Confirmed, g.party())
		}
		rd.path(t, g.Arg)
	}
	for _, list := range [][]Raise{a.Raises, a.Offers} {
		for i := range list {
			rd.condition(t, list[i].When)
		}
	}
	if s := t.State(a.To); s != nil && s.With != nil && s.With.As == rule.AsSitting {
		rd.Sittings = append(rd.Sittings, t.Pack()+"."+s.With.Name)
	}
	for i := range a.By {
		if a.By[i].As == rule.AsSitting {
			rd.Sittings = append(rd.Sittings, t.Pack()+"."+a.By[i].Name)
		}
	}
	for _, from := range a.From {
		if s := t.State(from); s != nil && s.With != nil && s.With.As == rule.AsSitting {
			rd.Sittings = append(rd.Sittings, t.Pack()+"."+s.With.Name)
		}
	}
	rd.frame(t, a)
}

// frame: rows that the organisation does not know must be brought.
func (rd *Reads) frame(t *Type, a *Act) {
	if a.For == nil {
		return
	}
	known := func(s rule.Set) bool {
		return s.Kind == rule.SetPosts || s.Kind == rule.SetRole || s.Kind == rule.SetPlaceKind
	}
	if !slices.ContainsFunc(a.For.Of, func(s rule.Set) bool { return !known(s) }) {
		return
	}
	rd.Frames = append(rd.Frames, FrameKey{t.Name(), a.Key})
}

// rules are those of a type, and the opening ones of its parts.
func (rd *Reads) rules(ts *Types, t *Type) {
	for _, a := range t.rules {
		if !a.Opens() {
			rd.act(t, a)
		}
	}
	for _, p := range ts.Parts(t.Name()) {
		for _, a := range p.rules {
			if a.Opens() && a.Every == nil {
				rd.Parts = true
				rd.frame(p, a)
			}
			rd.condition(p, a.When)
		}
	}
}

func (rd *Reads) condition(t *Type, c rule.Condition) {
	for i := range c.Any {
		for j := range c.Any[i].Tests {
			rd.test(t, &c.Any[i].Tests[j])
		}
	}
}

func (rd *Reads) test(t *Type, x *rule.Test) {
	switch x.Kind {
	case rule.TestNot:
		rd.condition(t, x.Inner)
	case rule.TestSome, rule.TestNo, rule.TestEvery, rule.TestLast:
		rd.members(t, x)
	case rule.TestMark:
		for i := range t.def.Scales {
			for j := range t.def.Scales[i].Marks {
				rd.condition(t, t.def.Scales[i].Marks[j].When)
			}
		}
	default:
		rd.path(t, x.Path.S)
		rd.path(t, x.Is.Path.S)
	}
}

// members: what a quantifier ranges over is a link of its own, a part, what points here, a
// sitting, or what answers an ask.
func (rd *Reads) members(t *Type, x *rule.Test) {
	if f := t.Field(x.Name); f != nil && f.Type == TMatter {
		rd.Links = append(rd.Links, x.Name)
		return
	}
	if sc := t.Scope(); sc != nil {
		if _, ask := sc.Asks[x.Name]; ask {
			rd.Asks = append(rd.Asks, x.Name)
			return
		}
	}
	rd.Parts = true
	rd.Pointing = append(rd.Pointing, t.Pack()+"."+x.Name)
	rd.Sittings = append(rd.Sittings, t.Pack()+"."+x.Name)
}

func (rd *Reads) path(t *Type, p string) {
	head, _, deep := strings.Cut(p, ".")
	if f := t.Field(head); deep && f != nil && f.Type == TMatter {
		rd.Links = append(rd.Links, head)
	}
}

func (rd *Reads) tidy() {
	for _, list := range []*[]string{&rd.Links, &rd.Pointing, &rd.Asks, &rd.Sittings, &rd.Rows, &rd.Served, &rd.Confirmed} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
}
