package pack

import (
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

var fieldWords = map[matter.FieldType]i18n.Text{
	matter.TText: {Hi: "पाठ", En: "text"}, matter.TNumber: {Hi: "संख्या", En: "number"}, matter.TYesNo: {Hi: "हाँ/नहीं", En: "yes_no"},
	matter.TMoney: {Hi: "राशि", En: "money"}, matter.TDate: {Hi: "तिथि", En: "date"}, matter.TDuration: {Hi: "अवधि", En: "duration"},
	matter.TRhythm: {Hi: "आवृत्ति", En: "rhythm"}, matter.TFile: {Hi: "संलग्नक", En: "file"}, matter.TPhone: {Hi: "फ़ोन", En: "phone"},
	matter.TPerson: {Hi: "व्यक्ति", En: "person"}, matter.TPost: {Hi: "पद", En: "post"}, matter.TPosts: {Hi: "पदों की सूची", En: "posts"},
	matter.TPlace: {Hi: "स्थान", En: "place"}, matter.TOneOf: {Hi: "एक कूट", En: "one of a list"},
	matter.TSomeOf: {Hi: "कई कूट", En: "some of a list"}, matter.TEntry: {Hi: "पंजी की पंक्ति", En: "entry of a register"},
	matter.TMatter: {Hi: "प्रकरण", En: "matter"}, matter.TChecklist: {Hi: "जाँच सूची", En: "checklist"},
	matter.TSumOf: {Hi: "योग", En: "sum"}, matter.TCountOf: {Hi: "गिनती", En: "count"},
}

func fieldTypeText(t matter.FieldType) i18n.Text { return fieldWords[t] }

// fieldNames finds what a field's type names. Register columns have no matter.
func (r *reader) fieldNames(f *matter.Field, p rule.FieldPhrase) {
	switch f.Type {
	case matter.TOneOf, matter.TSomeOf:
		r.isList(p.Of)
	case matter.TEntry:
		r.isBook(p.Of)
	case matter.TMatter:
		r.isMatter(p.Of)
	case matter.TChecklist:
		r.used["checklist "+p.Of.S] = true
		known(r, p.Of, "checklist", r.pack.Scope.Checklist)
	case matter.TPlace:
		for _, n := range p.Places {
			r.isPlaceKind(n)
		}
		if f.Places != nil && !p.Rural && len(p.Places) == 1 && f.Places[0] == "panchayat" {
			r.warn(p.Places[0].Pos, "pack.no_town")
		}
	case matter.TPerson:
		r.personNames(p)
	case matter.TMoney:
		r.moneyNames(f)
	case matter.TSumOf, matter.TCountOf:
		r.derivedNames(f, p)
	}
	if p.Secret.S != "" && r.now != nil && r.now.state(p.Secret.S) == nil {
		r.dateField(r.now, p.Secret)
	}
}

func (r *reader) personNames(p rule.FieldPhrase) {
	if p.Of.S == "" || r.now == nil {
		return
	}
	w, slips := rule.ParseWho(p.Of)
	r.slips(slips)
	r.whoNames(r.now, &w)
	r.dateField(r.now, p.On)
}

func (r *reader) moneyNames(f *matter.Field) {
	if r.now == nil {
		return
	}
	for _, o := range []*rule.Operand{&f.Least, &f.Most} {
		if o.Op != 0 {
			r.boundOf(o, here(r.now), rule.Money)
		}
	}
}

// derivedNames looks up "sum of PART.FIELD" and "count of PART".
func (r *reader) derivedNames(f *matter.Field, p rule.FieldPhrase) {
	if r.now == nil {
		return
	}
	part, column := p.Of, rule.Name{}
	if i := indexDot(p.Of.S); i >= 0 {
		part = rule.Name{S: p.Of.S[:i], Pos: p.Of.Pos}
		column = rule.Name{S: p.Of.S[i+1:], Pos: rule.Pos{Line: p.Of.Pos.Line, Col: p.Of.Pos.Col + i + 1}}
	}
	d := r.heads[part.S]
	if d == nil || d.def.Of != r.now.def.Key && !d.linksTo(r.now) {
		r.names(part.Pos, "pack.no_part", part.S, r.now.def.Key)
		return
	}
	if f.Type == matter.TCountOf {
		return
	}
	switch col := d.field(column.S); {
	case col == nil:
		r.names(p.Of.Pos, "pack.no_field", column.S, d.def.Key, rule.Meant(column.S, d.words()))
	case col.Type != matter.TMoney && col.Type != matter.TNumber:
		r.names(p.Of.Pos, "pack.not_sum", column.S)
	default:
		d.uses(column.S)
	}
}

func indexDot(s string) int {
	for i := range len(s) {
		if s[i] == '.' {
			return i
		}
	}
	return -1
}

func (d *draft) linksTo(other *draft) bool {
	for _, f := range d.def.Fields {
		if f.Type == matter.TMatter && f.Arg == other.def.Key {
			return true
		}
	}
	return false
}

func (r *reader) stateNames(d *draft, s *matter.State, p rule.StatePhrase) {
	if s == nil {
		return
	}
	r.whoNames(d, s.With)
	r.durationNames(d, &s.Within)
	r.durationNames(d, &s.Speaks)
	if p.By.S != "" {
		r.datePath(d, p.By)
	}
	if p.Until.S != "" && p.Until.S != "parts" {
		if f := d.field(p.Until.S); f == nil || f.Type != matter.TMatter {
			r.names(p.Until.Pos, "pack.until_what", p.Until.S)
		}
	}
}

// datePath wants a date field of the matter, or a path to one: "directive.due". A day that
// nobody typed leaves the limit to the setting default_in, so that one counts as used.
func (r *reader) datePath(d *draft, n rule.Name) {
	r.used["setting default_in"] = true
	if rule.IsName(n.S) {
		r.dateField(d, n)
		return
	}
	if at, ok := r.walk(here(d), rule.Path(n)); ok && (at.field == nil || at.field.Type != matter.TDate) {
		r.names(n.Pos, "pack.not_a", n.S, fieldTypeText(matter.TDate))
	}
}

// durationNames tells a setting from a path, and wants either to be a length.
func (r *reader) durationNames(d *draft, v *rule.Duration) {
	if v.Rung && len(d.def.Ladder) == 0 {
		r.names(v.Pos, "pack.no_ladder", "rung")
	}
	if v.Path.S == "" {
		return
	}
	if s, ok := r.setting(v.Path.S); ok {
		v.Setting, v.Path = v.Path.S, rule.Path{}
		if s.Value.Kind != rule.Length {
			r.names(v.Pos, "pack.setting_not", s.Key, fieldTypeText(matter.TDuration))
		}
		return
	}
	if rule.IsName(v.Path.S) && d.field(v.Path.S) == nil {
		r.names(v.Pos, "pack.no_setting", v.Path.S, rule.Meant(v.Path.S, r.settingKeys()))
		return
	}
	if at, ok := r.walk(here(d), v.Path); ok && (at.field == nil || at.field.Type != matter.TDuration) {
		r.names(v.Pos, "pack.not_a", v.Path.S, fieldTypeText(matter.TDuration))
	}
}

func (r *reader) settingKeys() []string {
	var keys []string
	for k := range r.pack.Scope.Settings {
		keys = append(keys, k)
	}
	return keys
}

func (r *reader) clockNames(d *draft, k *matter.Clock, n *node) {
	if k == nil || n.kind != mapping {
		return
	}
	for _, c := range n.entries {
		switch c.key {
		case "on":
			r.dateField(d, c.val.name())
		case "from":
			r.clockFrom(d, c.val.name())
		case "in":
			for _, w := range r.words(c) {
				r.isStateOrPhase(d, w)
			}
		case "still":
			for _, w := range r.words(c) {
				r.isState(d, w, "pack.no_state_or_phase")
			}
		}
	}
	r.durationNames(d, &k.Within)
	r.durationNames(d, &k.Most)
}

// clockFrom wants a state, an act or a date field.
func (r *reader) clockFrom(d *draft, n rule.Name) {
	if d.state(n.S) != nil || d.act(n.S) != nil {
		return
	}
	r.dateField(d, n)
}

func (r *reader) stopActs(d *draft, acts []rule.Name) {
	for _, n := range acts {
		owner, key := d, n.S
		if i := indexDot(n.S); i >= 0 {
			if owner = r.heads[n.S[:i]]; owner == nil || owner.def.Of != d.def.Key {
				r.names(n.Pos, "pack.no_part", n.S[:i], d.def.Key)
				continue
			}
			key = n.S[i+1:]
		}
		if owner.act(key) == nil {
			r.names(n.Pos, "pack.no_act", key, rule.Meant(key, owner.actKeys()))
		}
	}
}

func (r *reader) cohortNames(d *draft, h *matter.Cohort) {
	if inner := r.frameNames(&h.From, here(d)); inner != nil {
		member := *inner
		member.outer = nil // a member is done by itself, whatever becomes of the whole
		r.conditionNames(&h.Done, &member)
	}
	at := func(s string) rule.Name { return rule.Name{S: s, Pos: h.Pos} }
	if h.Frozen != "" && d.act(h.Frozen) == nil {
		r.names(h.Pos, "pack.no_act", h.Frozen, rule.Meant(h.Frozen, d.actKeys()))
	}
	if h.Due != "" {
		r.dateField(d, at(h.Due))
	}
	if h.Reason != "" {
		r.isList(at(h.Reason))
	}
	r.whoNames(d, h.By)
}

var kindWords = map[rule.ValueKind]i18n.Text{
	rule.Number: fieldWords[matter.TNumber], rule.Money: fieldWords[matter.TMoney], rule.Date: fieldWords[matter.TDate],
	rule.Length: fieldWords[matter.TDuration],
}
