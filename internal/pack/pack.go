package pack

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/sitting"
)

// Pack is one system as its file declares it, proved and compiled. It is immutable.
type Pack struct {
	File     string
	Key      string
	Revision int
	From     calendar.Date // the day it takes force
	Class    record.Class
	Power    string
	Carries  *Carries
	Name     i18n.Text
	Source   i18n.Text
	Hash     string // digest of its meaning: layout and comments do not count

	Scope      *matter.Scope
	Types      []*matter.Type // in the order of the file
	Sittings   []sitting.Def
	Draws      []Draw
	Indicators []Indicator
	Examples   []Example
	NotRun     []string // sections that are proved in shape and names, and not yet run
	Pos        rule.Pos
}

// Type gives a matter of the pack by its key, nil if there is none.
func (p *Pack) Type(key string) *matter.Type {
	for _, t := range p.Types {
		if t.Key() == key {
			return t
		}
	}
	return nil
}

// Carries says how open matters of an older revision stand under this one.
type Carries struct {
	From   int
	States map[string]string // old state to new
	Pos    rule.Pos
}

// Draw is a provable random choice as declared.
type Draw struct {
	Key   string
	Name  i18n.Text
	From  rule.Frame
	Take  string
	To    rule.Who
	Every *calendar.Rhythm
	Not   []string
	Shown string
	Pos   rule.Pos
}

// Indicator is a figure as declared: a count over another, a sum, a figure fed by a
// post, or a score of others.
type Indicator struct {
	Key    string
	Name   i18n.Text
	Count  []rule.Frame
	Field  string // of a sum
	OutOf  []rule.Frame
	Better string // up or down
	Per    []string
	Target map[string]string // kind of place ("" for all) to setting or literal
	Fed    bool
	Score  map[string]int
	Owner  string
	Pos    rule.Pos
}

// draft is a matter while its file is read.
type draft struct {
	def    matter.Def
	at     rule.Pos
	broken bool // has a fault of shape or names, so its meaning is not judged
	reader *reader
	parts  []*draft // matters of: this one
	common []string // common fields it uses
}

func (d *draft) state(key string) *matter.State {
	for i := range d.def.States {
		if d.def.States[i].Key == key {
			return &d.def.States[i]
		}
	}
	return nil
}

func (d *draft) act(key string) *matter.Act {
	for i := range d.def.Acts {
		if d.def.Acts[i].Key == key {
			return &d.def.Acts[i]
		}
	}
	return nil
}

func (d *draft) clock(key string) *matter.Clock {
	for i := range d.def.Clocks {
		if d.def.Clocks[i].Key == key {
			return &d.def.Clocks[i]
		}
	}
	return nil
}

// field gives a field of the matter, or a common one.
func (d *draft) field(key string) *matter.Field {
	for i := range d.def.Fields {
		if d.def.Fields[i].Key == key {
			return &d.def.Fields[i]
		}
	}
	if f, ok := d.reader.world.common.Fields[key]; ok {
		return &f
	}
	return nil
}

// mark tells whether a key is a scale or one of its words.
func (d *draft) mark(key string) (scale *matter.Scale, word bool) {
	for i := range d.def.Scales {
		s := &d.def.Scales[i]
		if s.Key == key {
			return s, false
		}
		for _, m := range s.Marks {
			if m.Key == key {
				return s, true
			}
		}
	}
	return nil, false
}

func (d *draft) rung(key string) bool {
	for _, g := range d.def.Ladder {
		if g.Key == key {
			return true
		}
	}
	return false
}
