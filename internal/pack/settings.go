package pack

import (
	"cmp"
	"maps"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

// Declared is a setting as its pack declares it, with the State's value in force on a day.
type Declared struct {
	matter.Setting
	Path       string
	System     i18n.Text // the pack's name
	Pack       rule.Value
	PackSource string
	State      rule.Value
	StateFrom  calendar.Date // 0 the State gives none
}

// Bound is the way the value may not go: "at least", "at most", "fixed", or "".
func (d *Declared) Bound() string {
	switch {
	case d.Fixed:
		return "fixed"
	case d.AtLeast:
		return "at least"
	case d.AtMost:
		return "at most"
	}
	return ""
}

// SettingsIn lists the settings of all packs, in the order of packs and their own, with the
// State's values on a day.
func (s *Set) SettingsIn(state string, on calendar.Date) []Declared {
	var list []Declared
	for _, p := range s.Packs {
		for _, set := range inOrder(p.Scope.Settings) {
			path := p.Key + "." + set.Key
			d := Declared{Setting: set, Path: path, System: p.Name, Pack: set.Value, PackSource: s.sourceOf(path)}
			if own := s.Profiles[state]; own != nil {
				for _, v := range own.Settings[path] {
					if v.From <= on && bounded(set, v.Value) == "" {
						d.State, d.StateFrom = v.Value, v.From
					}
				}
			}
			list = append(list, d)
		}
	}
	return list
}

// inOrder gives settings as they are written in their pack.
func inOrder(m map[string]matter.Setting) []matter.Setting {
	return slices.SortedFunc(maps.Values(m), func(a, b matter.Setting) int { return cmp.Compare(a.Pos.Line, b.Pos.Line) })
}
