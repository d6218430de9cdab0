package pack

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

// Profile is what a State calls things and where its limits differ: flat dated tables
// keyed by path. It cannot touch states, acts, guards, stops or who sees what.
type Profile struct {
	File     string
	Key      string
	Revision int
	From     calendar.Date
	Name     i18n.Text
	Calendar calendar.Rules
	Posts    map[string]RolePost // role to the post that plays it
	Names    map[string]i18n.Text
	Words    map[string]i18n.Text // for $words inside labels
	Settings map[string][]Dated   // pack.setting, oldest first
	answers  map[string]string
}

// RolePost is the post that plays a role in a State.
type RolePost struct {
	Name        i18n.Text
	Designation string // of designations.csv
	Level       string // kind of place
}

// Dated is a value from a day on, with the law or order it comes from.
type Dated struct {
	Value  rule.Value
	From   calendar.Date
	Source i18n.Text
	Pos    rule.Pos
}

// Answers gives the pack the State chose for an ask, "" if it did not need to choose.
func (p *Profile) Answers(ask string) string {
	if p == nil {
		return ""
	}
	return p.answers[ask]
}

// Label gives today's label of a path such as "court.case.filed", or the pack's own. A
// nil profile renames nothing. $words are put in either way.
func (p *Profile) Label(path string, own i18n.Text) i18n.Text {
	if p == nil {
		return own
	}
	if t, ok := p.Names[path]; ok {
		own = t
	}
	return p.worded(own)
}

// RoleName gives the State's name of a role, or the common one.
func (p *Profile) RoleName(c *Common, role string) i18n.Text {
	if p != nil {
		if r, ok := p.Posts[role]; ok {
			return r.Name
		}
	}
	return c.Roles[role].Name
}

// District is a value that a district set for itself on screen.
type District struct {
	Value rule.Value
	From  calendar.Date
	Why   string // who, and the reason given
}

// Setting gives a setting in force on a day: the district's own over the State's over the
// pack's. A district's value counts only where the pack says local and the bound allows it.
func (s *Set) Setting(profile string, path string, own []District, on calendar.Date) (matter.Given, bool) {
	declared, ok := s.declared(path)
	if !ok {
		return matter.Given{}, false
	}
	given := matter.Given{Value: declared.Value, Source: s.sourceOf(path)}
	if p := s.Profiles[profile]; p != nil {
		for _, d := range p.Settings[path] {
			if d.From <= on && bounded(declared, d.Value) == "" {
				given = matter.Given{Value: d.Value, Source: p.source()}
			}
		}
	}
	for _, d := range own {
		if v := inUnit(declared, d.Value); d.From <= on && declared.Local && bounded(declared, v) == "" {
			given = matter.Given{Value: v, Source: d.Why}
		}
	}
	return given, true
}

// Apply gives every setting in force on a day in a State, ready for a decision; own holds
// the district's values by path.
func (s *Set) Apply(profile string, own map[string][]District, on calendar.Date) map[string]matter.Given {
	out := map[string]matter.Given{}
	for _, p := range s.Packs {
		for key := range p.Scope.Settings {
			path := p.Key + "." + key
			if g, ok := s.Setting(profile, path, own[path], on); ok {
				out[path] = g
			}
		}
	}
	return out
}

// declared gives the setting of a path "pack.setting".
func (s *Set) declared(path string) (matter.Setting, bool) {
	i := indexDot(path)
	if i < 0 {
		return matter.Setting{}, false
	}
	p := s.Pack(path[:i])
	if p == nil {
		return matter.Setting{}, false
	}
	set, ok := p.Scope.Settings[path[i+1:]]
	return set, ok
}

func (s *Set) sourceOf(path string) string {
	i := indexDot(path)
	if p := s.Pack(path[:max(i, 0)]); p != nil {
		return p.Key + "@" + itoa(p.Revision)
	}
	return ""
}

func (p *Profile) source() string { return p.Key + "@" + itoa(p.Revision) }

// Unverified reports whether a setting's value still waits for a law officer's tick.
func (s *Set) Unverified(path string) bool {
	set, ok := s.declared(path)
	return ok && set.Unverified
}

// CheckLocal says why a district may not set a value, or nil.
func (s *Set) CheckLocal(path string, v rule.Value) *Fault {
	declared, ok := s.declared(path)
	switch {
	case !ok:
		return &Fault{Key: "pack.profile_path", Args: []any{path, i18n.Text{}}}
	case !declared.Local:
		return &Fault{Key: "pack.setting_not_local", Args: []any{path}}
	}
	if key := bounded(declared, inUnit(declared, v)); key != "" {
		return &Fault{Key: key, Args: []any{path, declared.Value.Written(), v.Written()}}
	}
	return nil
}

// inUnit reads a plain number given for an amount as rupees.
func inUnit(s matter.Setting, v rule.Value) rule.Value {
	if s.Value.Kind == rule.Money && v.Kind == rule.Number {
		return rule.Value{Kind: rule.Money, N: v.N * 100}
	}
	return v
}

// bounded gives the message that refuses a value for a setting, or "". A value keeps the
// unit, and may only go the way the bound allows.
func bounded(s matter.Setting, v rule.Value) string {
	if v.Kind != s.Value.Kind || v.Kind == rule.Length && v.Span.Unit != s.Value.Span.Unit {
		return "pack.profile_unit"
	}
	c, _ := rule.Compare(v, s.Value)
	switch {
	case s.Fixed && c != 0:
		return "pack.profile_fixed"
	case s.AtLeast && c < 0:
		return "pack.profile_least"
	case s.AtMost && c > 0:
		return "pack.profile_most"
	}
	return ""
}
