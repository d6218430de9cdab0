package pack

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

// start is where a path starts: a matter, a row of a register, an ask's envelope, or
// something of the organisation, with the thing outside for "here.".
type start struct {
	m        *draft
	book     *matter.Book
	envelope bool
	other    string // place, post, sitting: only a few words are known of it
	outer    *start
	parts    bool // a stop may look into the part whose act it refuses
}

func here(d *draft) *start { return &start{m: d} }

// landed is what a path leads to.
type landed struct {
	field *matter.Field
	word  string        // state, phase, level, on and other facts that are no fields
	scale *matter.Scale // of a mark of another matter
	next  *start        // what the path may go on into
}

const envelopeWords = "subject detail about place asker asked due department class files phase received opened"

var otherWords = map[string]string{
	"place":   "kind parent name",
	"post":    "role department place vacant",
	"sitting": "phase state place on chair series taken",
}

// walk follows a path and reports where it leads nowhere.
func (r *reader) walk(s *start, p rule.Path) (landed, bool) {
	rest := p.S
	if tail, ok := strings.CutPrefix(rest, "here."); ok {
		if s.outer == nil {
			r.names(p.Pos, "pack.here_outside", p.S)
			return landed{}, false
		}
		s, rest = s.outer, tail
	}
	var at landed
	for {
		head, tail, more := strings.Cut(rest, ".")
		step, ok := r.step(s, head, rule.Pos{Line: p.Pos.Line, Col: p.Pos.Col + len(p.S) - len(rest)}, p)
		if !ok {
			return landed{}, false
		}
		at = step
		if !more {
			return at, true
		}
		if at.next == nil {
			r.names(p.Pos, "pack.path_ends", p.S, head)
			return landed{}, false
		}
		s, rest = at.next, tail
	}
}

// step follows one name of a path.
func (r *reader) step(s *start, head string, at rule.Pos, p rule.Path) (landed, bool) {
	switch {
	case s.m != nil:
		return r.stepMatter(s, head, at, p)
	case s.book != nil:
		for i := range s.book.Fields {
			if f := &s.book.Fields[i]; f.Key == head {
				return landed{field: f, next: r.beyond(f)}, true
			}
		}
		r.names(at, "pack.no_column", head, s.book.Key, rule.Meant(head, fieldKeys(s.book.Fields)))
	case s.envelope:
		if in(envelopeWords, head) {
			return landed{word: head}, true
		}
		r.names(at, "pack.not_envelope", head)
	default:
		if in(otherWords[s.other], head) {
			return landed{word: head}, true
		}
		r.names(at, "pack.not_known_of", head, s.other)
	}
	return landed{}, false
}

const matterWords = "state phase level holder asker asked due number"

func (r *reader) stepMatter(s *start, head string, at rule.Pos, p rule.Path) (landed, bool) {
	d := s.m
	if f := d.field(head); f != nil {
		d.uses(head)
		return landed{field: f, next: r.beyond(f)}, true
	}
	if in(matterWords, head) {
		return landed{word: head}, true
	}
	if scale, one := d.mark(head); scale != nil {
		if one {
			scale = nil
		}
		return landed{word: "mark", scale: scale}, true
	}
	if up := r.heads[d.def.Of]; up != nil && head == d.def.Of {
		return landed{word: head, next: here(up)}, true
	}
	if s.parts {
		for _, part := range d.parts {
			if part.def.Key == head {
				return landed{word: head, next: here(part)}, true
			}
		}
	}
	if d.act(head) != nil && strings.HasSuffix(p.S, head+".on") {
		return landed{word: "act", next: &start{other: "act"}}, true
	}
	if r.border(at, p.S) {
		return landed{}, false
	}
	r.names(at, "pack.no_field", head, d.def.Key, rule.Meant(head, d.words()))
	return landed{}, false
}

// border reports a path or a set that names another pack.
func (r *reader) border(at rule.Pos, p string) bool {
	head, _, _ := strings.Cut(p, ".")
	asks, other := r.world.packs[head]
	if !other || head == r.pack.Key {
		return false
	}
	if len(asks) == 0 {
		r.names(at, "pack.border", p)
	} else {
		r.names(at, "pack.border_ask", p, asks[0])
	}
	return true
}

// beyond is what a path may go on into after a field.
func (r *reader) beyond(f *matter.Field) *start {
	switch f.Type {
	case matter.TEntry:
		if b, ok := r.pack.Scope.Books[f.Arg]; ok {
			return &start{book: &b}
		}
	case matter.TMatter:
		if d := r.heads[f.Arg]; d != nil {
			return here(d)
		}
	}
	return nil
}

func fieldKeys(fs []matter.Field) []string {
	var keys []string
	for _, f := range fs {
		keys = append(keys, f.Key)
	}
	return keys
}

// words are the names a path may begin with at the matter.
func (d *draft) words() []string {
	keys := fieldKeys(d.def.Fields)
	if d.def.Of != "" {
		keys = append(keys, d.def.Of)
	}
	return append(keys, d.reader.world.common.FieldOrder...)
}

// uses notes that the matter has a common field.
func (d *draft) uses(key string) {
	if _, common := d.reader.world.common.Fields[key]; !common || slices.Contains(d.common, key) {
		return
	}
	for _, f := range d.def.Fields {
		if f.Key == key {
			return
		}
	}
	d.common = append(d.common, key)
}

// checkNamesApart wants a state, an act, a clock and a field of one matter to have four
// different names, because conditions and facts call them by name alone.
func (r *reader) checkNamesApart() {
	for _, d := range r.order {
		seen := map[string]string{}
		say := func(key, what string, at rule.Pos) {
			if key == "" {
				return
			}
			if other, twice := seen[key]; twice && other != what {
				r.shape(at, "pack.both", key, kinds[other], kinds[what])
				d.broken = true
			}
			seen[key] = what
		}
		for _, f := range d.def.Fields {
			say(f.Key, "field", f.Pos)
		}
		for _, s := range d.def.States {
			say(s.Key, "state", s.Pos)
		}
		for _, a := range d.def.Acts {
			say(a.Key, "act", a.Pos)
		}
		for _, c := range d.def.Clocks {
			say(c.Key, "clock", c.Pos)
		}
		for _, s := range d.def.Scales {
			say(s.Key, "scale", d.at)
		}
	}
}
