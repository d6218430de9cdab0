package pack

import (
	"path"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

const sections = "settings lists posts registers checklists matters sittings draws indicators letters examples"

// readPack passes over shape and then over names; its meaning is judged afterwards.
func readPack(b *book, root *node, w *world) *reader {
	p := &Pack{File: b.file, Scope: newScope(w.common), Pos: rule.Pos{Line: 1, Col: 1}}
	r := &reader{book: b, world: w, pack: p, heads: map[string]*draft{}, used: map[string]bool{}}
	r.block(root, p.Pos, want{whatFile, "pack name source", sections})
	for _, e := range root.entries {
		r.section(e)
	}
	r.checkNamesApart()
	r.settleNames()
	return r
}

func newScope(c *Common) *matter.Scope {
	return &matter.Scope{
		Settings: map[string]matter.Setting{}, Lists: map[string]matter.List{}, Posts: map[string]matter.PackPost{},
		Letters: map[string]matter.Letter{}, Checklist: map[string]matter.Checklist{}, Books: map[string]matter.Book{},
		Asks: c.Asks,
	}
}

func (r *reader) section(e entry) {
	switch e.key {
	case "pack":
		r.head(e)
	case "name":
		r.pack.Name = r.text(e)
	case "source":
		r.pack.Source = r.text(e)
	case "settings":
		r.settings(e)
	case "lists":
		r.lists(e)
	case "posts":
		r.posts(e)
	case "registers":
		r.registers(e)
	case "checklists":
		r.checklists(e)
	case "matters":
		r.matters(e)
	case "sittings":
		r.sittings(e)
	case "draws":
		r.draws(e)
	case "indicators":
		r.indicators(e)
	case "letters":
		r.letters(e)
	case "examples":
		r.examples(e)
	}
}

func (r *reader) head(e entry) {
	p := r.pack
	p.Pos = e.pos
	if !r.block(e.val, e.pos, want{whatPack, "key revision from class", "power carries"}) {
		return
	}
	for _, c := range e.val.entries {
		r.headKey(p, c)
	}
	if p.Class > record.Office && p.Power == "" {
		r.meaning(e.pos, "pack.power_owed", p.Class.String())
	}
}

func (r *reader) headKey(p *Pack, c entry) {
	switch c.key {
	case "key":
		w := r.word(c)
		p.Key = w.S
		r.checkName(w)
		if stem := strings.TrimSuffix(path.Base(r.file), ".yaml"); p.Key != stem && !strings.HasPrefix(stem, p.Key+"@") {
			r.shape(w.Pos, "pack.key_not_file", p.Key, path.Base(r.file))
		}
	case "revision":
		p.Revision = r.number(c, 1, 9999)
	case "from":
		p.From = r.day(c)
	case "class":
		p.Class = classes[r.oneOf(c, "public office restricted judicial")]
	case "power":
		p.Power = r.word(c).S
	case "carries":
		r.carries(p, c)
	}
}

var classes = map[string]record.Class{
	"public": record.Public, "office": record.Office, "restricted": record.Restricted, "judicial": record.Judicial,
}

func (r *reader) carries(p *Pack, e entry) {
	if !r.block(e.val, e.pos, want{whatCarries, "from states", ""}) {
		return
	}
	c := &Carries{States: map[string]string{}, Pos: e.pos}
	if f := e.val.get("from"); f != nil {
		c.From = r.number(entry{key: "from", pos: e.pos, val: f}, 1, 9999)
	}
	if s := e.val.get("states"); s != nil {
		for _, st := range s.entries {
			c.States[st.key] = r.word(st).S
		}
	}
	p.Carries = c
}

func (r *reader) number(e entry, least, most int) int {
	w := r.word(e)
	n, err := strconv.Atoi(w.S)
	if err != nil || n < least || n > most {
		r.shape(w.Pos, "pack.not_number", e.key, w.S, least, most)
		return 0
	}
	return n
}

func (r *reader) day(e entry) calendar.Date {
	w := r.word(e)
	d, err := calendar.ParseDate(w.S)
	if err != nil {
		r.shape(w.Pos, "pack.not_date", w.S)
	}
	return d
}

func (r *reader) settings(e entry) {
	for _, c := range r.entries(e) {
		name, rest, ok := r.line(c, true)
		if !ok {
			continue
		}
		p, slips := rule.ParseSetting(rest)
		r.slips(slips)
		s := matter.Setting{
			Key: c.key, Name: name, Local: p.Local, AtLeast: p.AtLeast, AtMost: p.AtMost,
			Fixed: p.Fixed, Unverified: p.Unverified, Pos: c.pos,
		}
		s.Value = r.settingValue(p.Value)
		if p.Fixed && (p.Local || p.AtLeast || p.AtMost) {
			r.shape(rest.Pos, "pack.fixed_and_free", c.key)
		}
		r.pack.Scope.Settings[c.key] = s
	}
}

// settingValue reads a literal or a plain word, such as one of a list of codes.
func (r *reader) settingValue(n rule.Name) rule.Value {
	if v, ok := rule.ParseLiteral(n.S); ok {
		return v
	}
	if rule.IsName(n.S) {
		return rule.Value{Kind: rule.Code, S: n.S}
	}
	if n.S != "" {
		r.shape(n.Pos, "pack.not_value", n.S)
	}
	return rule.Value{}
}

func (r *reader) lists(e entry) {
	for _, c := range r.entries(e) {
		l := matter.List{Key: c.key}
		for _, code := range r.coded(c) {
			name, rest, ok := r.line(code, false)
			if !ok {
				continue
			}
			if rest.S != "" && rest.S != "retired" {
				r.shape(rest.Pos, "pack.half_extra", rest.S)
			}
			l.Codes = append(l.Codes, matter.Code{Key: code.key, Name: name, Retired: rest.S == "retired", Pos: code.pos})
		}
		r.pack.Scope.Lists[c.key] = l
	}
}

func (r *reader) posts(e entry) {
	for _, c := range r.entries(e) {
		name, rest, ok := r.line(c, true)
		if !ok {
			continue
		}
		p, slips := rule.ParsePost(rest)
		r.slips(slips)
		post := matter.PackPost{Key: c.key, Name: name, Desk: p.Desk, Under: p.Under.S, Outside: p.Outside, Pos: c.pos}
		for _, role := range p.Roles {
			at := matter.RoleAt{Role: role.Role.S}
			if role.In.S != "" {
				at.In = []string{role.In.S}
			}
			post.Roles = append(post.Roles, at)
			r.later(func() { r.isRole(role.Role); r.isPlaceKind(role.In) })
		}
		if p.Under.S != "" {
			r.later(func() { r.isRole(p.Under) })
		}
		r.pack.Scope.Posts[c.key] = post
	}
}

func (r *reader) letters(e entry) {
	for _, c := range r.entries(e) {
		name, rest, ok := r.line(c, true)
		if !ok {
			continue
		}
		p, slips := rule.ParseLetter(rest)
		r.slips(slips)
		if len(slips) > 0 {
			continue
		}
		if !in("letter notice order memo reminder certificate", p.Kind.S) {
			r.shape(p.Kind.Pos, "pack.letter_kind_word", p.Kind.S)
		}
		l := matter.Letter{Key: c.key, Name: name, Kind: p.Kind.S, To: p.To, Copy: p.Copy, Reply: p.Reply, Pos: c.pos}
		r.pack.Scope.Letters[c.key] = l
	}
}
