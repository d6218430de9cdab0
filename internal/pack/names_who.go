package pack

import (
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

// whoNames finds what a WHO means at a matter; d may be nil for what stands outside any.
func (r *reader) whoNames(d *draft, w *rule.Who) {
	if w == nil {
		return
	}
	switch w.Kind {
	case rule.WhoNamed:
		r.whoNamed(d, w)
	case rule.WhoPath:
		r.whoPath(d, w)
	case rule.WhoAbove, rule.WhoBelow:
		r.whoNames(d, w.Of)
	case rule.WhoDoer:
		r.whoDoer(d, w)
	case rule.WhoRung, rule.WhoNextRung:
		if d != nil && len(d.def.Ladder) == 0 {
			r.names(w.Pos, "pack.no_ladder", w.String())
		}
	case rule.WhoRule, rule.WhoAsk, rule.WhoImport:
		r.names(w.Pos, "pack.only_by", w.String())
	}
}

func (r *reader) whosNames(d *draft, list []rule.Who) {
	for i := range list {
		r.whoNames(d, &list[i])
	}
}

// byNames allows, beside every WHO, those that may stand only after "by".
func (r *reader) byNames(d *draft, list []rule.Who) {
	for i := range list {
		if k := list[i].Kind; k != rule.WhoRule && k != rule.WhoAsk && k != rule.WhoImport {
			r.whoNames(d, &list[i])
		}
	}
}

func (r *reader) whoNamed(d *draft, w *rule.Who) {
	if d != nil {
		if f := d.field(w.Name); f != nil {
			r.whoField(d, w, f)
			return
		}
	}
	if p, ok := r.pack.Scope.Posts[w.Name]; ok {
		r.used["post "+w.Name] = true
		postAs(w, p)
		return
	}
	if r.sitting(w.Name) != nil {
		w.As = rule.AsSitting
		return
	}
	if role, ok := r.world.common.Roles[w.Name]; ok {
		w.As, w.Role = rule.AsRole, role.Key
		return
	}
	r.names(w.Pos, "pack.no_post", w.Name, rule.Meant(w.Name, r.whoWords(d)))
}

func postAs(w *rule.Who, p matter.PackPost) {
	switch {
	case p.Desk:
		w.As = rule.AsDesk
	case p.Outside:
		w.As = rule.AsOutside
	default:
		w.As = rule.AsRole
		if len(p.Roles) == 1 {
			w.Role = p.Roles[0].Role
		}
	}
}

func (r *reader) whoField(d *draft, w *rule.Who, f *matter.Field) {
	if f.Type != matter.TPost && f.Type != matter.TPosts && f.Type != matter.TPerson {
		r.names(w.Pos, "pack.holds_no_post", w.Name)
		return
	}
	d.uses(w.Name)
	w.As = rule.AsField
}

func (r *reader) whoPath(d *draft, w *rule.Who) {
	if d == nil {
		r.names(w.Pos, "pack.no_matter_here", w.Path.S)
		return
	}
	at, ok := r.walk(here(d), w.Path)
	if !ok {
		return
	}
	if at.field == nil && in("holder asker asked", at.word) {
		return
	}
	if f := at.field; f == nil || f.Type != matter.TPost && f.Type != matter.TPosts && f.Type != matter.TPerson {
		r.names(w.Pos, "pack.holds_no_post", w.Path.S)
	}
}

func (r *reader) whoDoer(d *draft, w *rule.Who) {
	if d == nil || d.act(w.Act) != nil {
		return
	}
	r.names(w.Pos, "pack.no_act", w.Act, rule.Meant(w.Act, d.actKeys()))
}

func (d *draft) actKeys() []string {
	var keys []string
	for _, a := range d.def.Acts {
		keys = append(keys, a.Key)
	}
	return keys
}

// whoWords are the names that might have been meant by a WHO.
func (r *reader) whoWords(d *draft) []string {
	words := []string{"holder", "asker", "asked"}
	for k := range r.pack.Scope.Posts {
		words = append(words, k)
	}
	if d != nil {
		words = append(words, fieldKeys(d.def.Fields)...)
	}
	for _, s := range r.pack.Sittings {
		words = append(words, s.Key)
	}
	return append(words, r.world.common.RoleOrder...)
}
