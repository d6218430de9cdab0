package sitting

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/rule"
)

// Def is one series of sittings as a pack declares it. Exactly one of Every, Between and
// For says when one is held.
type Def struct {
	Pack     string
	Key      string // Pack+"."+Key names the series everywhere
	Name     i18n.Text
	Chair    rule.Who
	Convenor rule.Who // the chair's own post where none is named
	Members  []rule.Who
	Every    *calendar.Rhythm
	Between  [2]rule.Path // first and last day of a window
	For      *rule.Frame  // one for each row
	Agenda   []rule.Frame
	Of       string   // the matter it belongs to: a campaign
	At       []string // kinds of place, or "entry of REGISTER"
	Takes    []string // asks or matters that are taken down at it
	NotHeld  string   // list of reasons for not being held
	Offline  bool     // works without a line, and is sent later
	Raises   []string // asks that it may raise
	Pos      rule.Pos
}

// Type is the series' name outside its pack: pack.key.
func (d *Def) Type() string { return d.Pack + "." + d.Key }
