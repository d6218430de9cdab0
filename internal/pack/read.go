package pack

import (
	"slices"
	"strings"
	"unicode"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/rule"
)

// reader reads one file. What must wait until every name of the file is known is put
// off with later.
type reader struct {
	*book
	world *world
	pack  *Pack
	heads map[string]*draft // matters by key
	order []*draft
	now   *draft // the matter being read, nil between matters
	put   []putOff
	used  map[string]bool // "setting facts_in": what something in the pack reads
	asked []rule.Name     // asks that are raised or offered
}

// putOff is a look at names that waits for the end of the file; the matter it belongs
// to loses its soundness when it finds a fault.
type putOff struct {
	of *draft
	do func()
}

func (r *reader) later(do func()) { r.put = append(r.put, putOff{r.now, do}) }

// settleNames runs the names pass.
func (r *reader) settleNames() {
	for i := 0; i < len(r.put); i++ {
		p := r.put[i]
		before := len(r.faults)
		r.now = p.of
		p.do()
		if p.of != nil && r.faults[before:].Fatal() {
			p.of.broken = true
		}
	}
	r.now, r.put = nil, nil
}

// want is a part of the language that is named in a fault.
type want struct {
	what   i18n.Text
	always string
	maybe  string
}

// block checks that n is a map with the keys a part of the language has; it reports
// whether the map can be read on.
func (r *reader) block(n *node, at rule.Pos, w want) bool {
	if n == nil || n.kind != mapping {
		r.shape(at, "pack.wants_block", w.what)
		return false
	}
	keys := strings.Fields(w.always + " " + w.maybe)
	var slipped []string
	for _, e := range n.entries {
		if !slices.Contains(keys, e.key) {
			r.shape(e.pos, "pack.key_unknown", w.what, e.key, rule.Meant(e.key, keys))
			slipped = append(slipped, rule.Nearest(e.key, keys))
		}
	}
	for key := range strings.FieldsSeq(w.always) {
		if n.get(key) == nil && !slices.Contains(slipped, key) {
			r.shape(at, "pack.key_missing", w.what, key)
		}
	}
	return true
}

func in(list, word string) bool { return slices.Contains(strings.Fields(list), word) }

// entries gives the entries of a section or of a part of a matter: a map of names, each
// on its own line, none of them a word of the language.
func (r *reader) entries(e entry) []entry {
	list := r.coded(e)
	for _, c := range list {
		if rule.IsName(c.key) && in(reserved, c.key) {
			r.shape(c.pos, "pack.reserved", c.key)
		}
	}
	return list
}

// coded gives the entries of a list of codes, which may be named as they like.
func (r *reader) coded(e entry) []entry {
	n := e.val
	if n.kind != mapping {
		r.shape(e.pos, "pack.wants_map", e.key)
		return nil
	}
	if n.flow && hasLabel(n) {
		r.shape(e.pos, "pack.label_in_braces", labelIn(n))
		return nil
	}
	for _, c := range n.entries {
		if !rule.IsName(c.key) {
			r.shape(c.pos, "pack.not_name", c.key)
		}
	}
	return n.entries
}

// hasLabel reports whether a text in Devanagari stands in n.
func hasLabel(n *node) bool { return labelIn(n) != "" }

func labelIn(n *node) string {
	if n.kind == scalar {
		first, _, _ := strings.Cut(n.text, " |")
		if devanagari(first) {
			return first
		}
		return ""
	}
	for _, e := range n.entries {
		if s := labelIn(e.val); s != "" {
			return s
		}
	}
	for _, i := range n.items {
		if s := labelIn(i); s != "" {
			return s
		}
	}
	return ""
}

const reserved = "new working waiting reported closed void open here stay holder asker asked rule ask import outside " +
	"rung next_rung doer above below given missing state phase level late silent since until times repeats same_minute " +
	"changed bad worse some no every last not yes from to by asks may reasons needs letter bulk offline parts and or"

// checkName wants a name that no word of the language is.
func (r *reader) checkName(n rule.Name) bool {
	switch {
	case !rule.IsName(n.S):
		r.shape(n.Pos, "pack.not_name", n.S)
	case in(reserved, n.S):
		r.shape(n.Pos, "pack.reserved", n.S)
	default:
		return true
	}
	return false
}

// text reads "Hindi | English".
func (r *reader) text(e entry) i18n.Text {
	t, rest, ok := r.line(e, false)
	if ok && rest.S != "" {
		r.shape(rest.Pos, "pack.half_extra", rest.S)
	}
	return t
}

// line reads a line entry, "Hindi | English | rest", where rest is wanted or not.
func (r *reader) line(e entry, wantsRest bool) (t i18n.Text, rest rule.Name, ok bool) {
	if e.val.kind != scalar {
		r.shape(e.pos, "pack.wants_line", e.key)
		return t, rest, false
	}
	parts := rule.Halves(e.val.text, e.val.name().Pos)
	if !r.halves(e, parts) {
		return t, rest, false
	}
	t = i18n.Text{Hi: parts[0].S, En: parts[1].S}
	switch {
	case len(parts) > 3:
		r.shape(parts[3].Pos, "pack.half_extra", parts[3].S)
		return t, rest, false
	case len(parts) == 3:
		rest = parts[2]
	case wantsRest:
		at := e.val.pos
		r.shape(at, "pack.line_rest", e.key)
		return t, rest, false
	}
	return t, rest, true
}

// halves wants a Hindi half first and an English one beside it; it reports whether the
// rest of the line can be read on.
func (r *reader) halves(e entry, parts []rule.Name) bool {
	switch {
	case len(parts) < 2:
		r.add(passSlips, e.val.pos, "pack.half_missing", e.key, parts[0].S)
		return false
	case parts[0].S == "" || parts[1].S == "":
		r.add(passSlips, e.val.pos, "pack.half_empty", e.key)
	case !devanagari(parts[0].S) && !strings.Contains(parts[0].S, "$"):
		r.shape(parts[0].Pos, "pack.no_devanagari", parts[0].S)
	case devanagari(parts[1].S):
		r.shape(parts[1].Pos, "pack.no_latin", parts[1].S)
	}
	return true
}

func devanagari(s string) bool {
	return strings.ContainsFunc(s, func(c rune) bool { return unicode.Is(unicode.Devanagari, c) })
}

// word reads a scalar as it stands.
func (r *reader) word(e entry) rule.Name {
	if e.val.kind != scalar {
		r.shape(e.pos, "pack.wants_word", e.key)
		return rule.Name{Pos: e.pos}
	}
	return e.val.name()
}

// oneOf reads a word of a closed set.
func (r *reader) oneOf(e entry, set string) string {
	w := r.word(e)
	if w.S != "" && !in(set, w.S) {
		r.shape(w.Pos, "pack.not_one_of", e.key, w.S, strings.Join(strings.Fields(set), ", "))
		return ""
	}
	return w.S
}

func (r *reader) yes(e entry) bool { return r.oneOf(e, "yes no") == "yes" }

// words reads one word or a list of words in brackets.
func (r *reader) words(e entry) []rule.Name {
	if e.val.kind == scalar {
		return []rule.Name{e.val.name()}
	}
	if e.val.kind != sequence {
		r.shape(e.pos, "pack.wants_list", e.key)
		return nil
	}
	var list []rule.Name
	for _, i := range e.val.items {
		if i.kind != scalar {
			r.shape(i.pos, "pack.wants_word", e.key)
			continue
		}
		list = append(list, i.name())
	}
	return list
}

func (r *reader) who(n rule.Name) *rule.Who {
	w, slips := rule.ParseWho(n)
	r.slips(slips)
	if w.Kind == 0 {
		return nil
	}
	return &w
}

func (r *reader) whos(e entry) []rule.Who {
	var list []rule.Who
	for _, n := range r.words(e) {
		if w := r.who(n); w != nil {
			list = append(list, *w)
		}
	}
	return list
}

func (r *reader) duration(e entry) rule.Duration {
	n := r.word(e)
	d, slips := rule.ParseDuration(rule.Words(n.S, n.Pos))
	r.slips(slips)
	return d
}

func strs(list []rule.Name) []string {
	var out []string
	for _, n := range list {
		out = append(out, n.S)
	}
	return out
}
