package pack

import (
	"maps"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

// kinds are the words for what a name is, in faults.
var kinds = map[string]i18n.Text{
	"field": {Hi: "क्षेत्र", En: "a field"}, "state": {Hi: "स्थिति", En: "a state"}, "act": {Hi: "कार्य", En: "an act"},
	"clock": {Hi: "समय-सीमा", En: "a clock"}, "scale": {Hi: "चिह्न-माप", En: "a scale"}, "list": {Hi: "सूची", En: "list"},
	"role": {Hi: "भूमिका", En: "role"}, "place kind": {Hi: "स्थान-प्रकार", En: "kind of place"}, "matter": {Hi: "प्रकरण", En: "matter"},
	"ask": {Hi: "माँग", En: "ask"}, "letter": {Hi: "पत्र", En: "letter"}, "register": {Hi: "पंजी", En: "register"},
	"checklist": {Hi: "जाँच सूची", En: "checklist"}, "setting": {Hi: "मान", En: "setting"}, "guard": {Hi: "प्रमाण", En: "guard"},
	"mark": {Hi: "चिह्न", En: "mark"}, "rung": {Hi: "पायदान", En: "rung"}, "indicator": {Hi: "सूचक", En: "indicator"}, "power": {Hi: "अधिकार", En: "power"},
	"code": {Hi: "कूट", En: "code"}, "phase": {Hi: "चरण", En: "phase"},
}

// known wants a name to be one of a map's keys.
func known[V any](r *reader, n rule.Name, what string, in map[string]V) bool {
	if n.S == "" {
		return false
	}
	if _, ok := in[n.S]; ok {
		return true
	}
	if r.border(n.Pos, n.S) {
		return false
	}
	r.names(n.Pos, "pack.no_such", kinds[what], n.S, rule.Meant(n.S, slices.Sorted(maps.Keys(in))))
	return false
}

func (r *reader) isRole(n rule.Name) bool { return known(r, n, "role", r.world.common.Roles) }

func (r *reader) isPlaceKind(n rule.Name) {
	if n.S != "" && !in(placeKinds, n.S) {
		r.names(n.Pos, "pack.no_such", kinds["place kind"], n.S, rule.Meant(n.S, strings.Fields(placeKinds)))
	}
}

func (r *reader) isMatter(n rule.Name) bool { return known(r, n, "matter", r.heads) }

func (r *reader) isAsk(n rule.Name) bool { return known(r, n, "ask", r.world.common.Asks) }

func (r *reader) raisesAsk(n rule.Name) {
	if r.isAsk(n) {
		r.asked = append(r.asked, n)
	}
}

func (r *reader) isList(n rule.Name) bool {
	r.used["list "+n.S] = true
	return known(r, n, "list", r.pack.Scope.Lists)
}

func (r *reader) isLetter(n rule.Name) bool {
	r.used["letter "+n.S] = true
	return known(r, n, "letter", r.pack.Scope.Letters)
}

func (r *reader) isBook(n rule.Name) bool {
	r.used["register "+n.S] = true
	return known(r, n, "register", r.pack.Scope.Books)
}

// setting gives a setting of the pack and notes that it is used.
func (r *reader) setting(key string) (matter.Setting, bool) {
	s, ok := r.pack.Scope.Settings[key]
	if ok {
		r.used["setting "+key] = true
	}
	return s, ok
}

// isState wants a state of the matter; key is the message when it is none.
func (r *reader) isState(d *draft, n rule.Name, key string, args ...any) bool {
	if n.S == "" {
		return false
	}
	if d.state(n.S) != nil {
		return true
	}
	var keys []string
	for _, s := range d.def.States {
		keys = append(keys, s.Key)
	}
	r.names(n.Pos, key, append(append([]any{}, args...), n.S, rule.Meant(n.S, keys))...)
	return false
}

// isStateOrPhase wants a word that says where a matter stands.
func (r *reader) isStateOrPhase(d *draft, n rule.Name) {
	if n.S == "open" || matter.ParsePhase(n.S) != 0 {
		return
	}
	r.isState(d, n, "pack.no_state_or_phase")
}

func (r *reader) isClock(d *draft, n rule.Name) {
	if n.S == "" || n.S == "due" {
		return
	}
	if s := d.state(n.S); s != nil || d.clock(n.S) != nil {
		return
	}
	var keys []string
	for _, c := range d.def.Clocks {
		keys = append(keys, c.Key)
	}
	for _, s := range d.def.States {
		keys = append(keys, s.Key)
	}
	r.names(n.Pos, "pack.no_clock", n.S, rule.Meant(n.S, keys))
}

// fieldList wants every name to be a field of the matter.
func (r *reader) fieldList(d *draft, list []rule.Name) {
	for _, n := range list {
		if d.field(n.S) == nil {
			r.names(n.Pos, "pack.no_field", n.S, d.def.Key, rule.Meant(n.S, d.words()))
			continue
		}
		d.uses(n.S)
	}
}

// dateField wants a field that holds a date.
func (r *reader) dateField(d *draft, n rule.Name) {
	f := d.field(n.S)
	switch {
	case f == nil:
		r.names(n.Pos, "pack.no_field", n.S, d.def.Key, rule.Meant(n.S, d.words()))
	case f.Type != matter.TDate:
		r.names(n.Pos, "pack.not_a", n.S, fieldTypeText(matter.TDate))
	default:
		d.uses(n.S)
	}
}

// numberNames looks at the placeholders of a number's pattern.
func (r *reader) numberNames(d *draft, w rule.Name) {
	rest := w.S
	for {
		_, after, ok := strings.Cut(rest, "{")
		if !ok {
			return
		}
		name, tail, closed := strings.Cut(after, "}")
		at := rule.Pos{Line: w.Pos.Line, Col: w.Pos.Col + len([]rune(w.S)) - len([]rune(after))}
		switch {
		case !closed:
			r.names(at, "pack.placeholder", after)
			return
		case in("district year serial block month", name):
		case d.field(name) == nil:
			r.names(at, "pack.no_field", name, d.def.Key, rule.Meant(name, d.words()))
		default:
			d.uses(name)
		}
		rest = tail
	}
}
