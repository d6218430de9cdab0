package pack

import (
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

// actNames turns the phrase of an act into the act, looking up every name.
func (r *reader) actNames(d *draft, a *actDraft) {
	p, act := a.phrase, a.act
	for _, s := range p.From {
		r.isState(d, s, "pack.act_from", act.Key)
	}
	act.From = strs(p.From)
	r.actTo(d, a)
	act.By, act.Not, act.Every = p.By, p.Not, p.Every
	r.byNames(d, act.By)
	r.whosNames(d, act.Not)
	act.Asks, act.May, act.Bulk, act.Offline = p.Asks, p.May, p.Bulk, p.Offline
	r.fieldList(d, act.Asks)
	r.fieldList(d, act.May)
	r.actReasons(d, a)
	act.Needs = make([]matter.Guard, len(p.Needs))
	for i, c := range p.Needs {
		act.Needs[i] = matter.Guard{Name: c.Name.S, Arg: c.Arg.S, Pos: c.Name.Pos}
		r.guardNames(d, &act.Needs[i], c)
	}
	if p.Letter.S != "" && r.isLetter(p.Letter) {
		act.Letter = p.Letter.S
		r.letterUse(d, p.Letter)
	}
	r.conditionNames(&act.When, here(d))
	if act.For != nil {
		r.frameNames(act.For, here(d))
	}
	r.raiseNames(d, act.Raises)
	r.raiseNames(d, act.Offers)
}

func (r *reader) actTo(d *draft, a *actDraft) {
	act := a.act
	switch to := a.phrase.To; {
	case len(a.branch) > 0:
		r.branches(d, a)
	case to.S == "stay":
		act.Stay = true
	case to.S != "":
		r.isState(d, to, "pack.act_to", act.Key)
		act.To = to.S
	case len(act.From) == 0:
		r.shape(a.pos, "pack.act_opens_where", act.Key)
	default:
		r.shape(a.pos, "pack.act_leads_where", act.Key)
	}
}

// branches reads {satisfied: closed, unsatisfied: reopened} by the one list asked.
func (r *reader) branches(d *draft, a *actDraft) {
	act := a.act
	var list *matter.List
	for _, n := range a.phrase.Asks {
		if f := d.field(n.S); f != nil && f.Type == matter.TOneOf && act.BranchOn == "" {
			act.BranchOn = n.S
			if l, ok := r.pack.Scope.Lists[f.Arg]; ok {
				list = &l
			}
		}
	}
	if act.BranchOn == "" || list == nil {
		r.shape(a.pos, "pack.branch_on", act.Key)
		return
	}
	said := map[string]bool{}
	for _, e := range a.branch {
		said[e.key] = true
		if !hasCode(list, e.key) {
			r.names(e.pos, "pack.no_code", e.key, list.Key, rule.Meant(e.key, codes(list)))
		}
		w := r.word(e)
		b := matter.Branch{Code: e.key, To: w.S}
		if w.S == "stay" {
			b.To = ""
		} else {
			r.isState(d, w, "pack.act_to", act.Key)
		}
		act.Branch = append(act.Branch, b)
	}
	for _, c := range list.Codes {
		if !said[c.Key] && !c.Retired {
			r.meaning(a.pos, "pack.branch_missing", act.Key, c.Key, act.BranchOn)
		}
	}
}

func hasCode(l *matter.List, key string) bool {
	for _, c := range l.Codes {
		if c.Key == key {
			return true
		}
	}
	return false
}

func codes(l *matter.List) []string {
	var keys []string
	for _, c := range l.Codes {
		keys = append(keys, c.Key)
	}
	return keys
}

// actReasons reads a list's name or a path to the codes allowed.
func (r *reader) actReasons(d *draft, a *actDraft) {
	p := a.phrase.Reasons
	if p.S == "" {
		return
	}
	a.act.Reasons = &matter.Reasons{Pos: p.Pos}
	if _, ok := r.pack.Scope.Lists[p.S]; ok || rule.IsName(p.S) {
		r.isList(rule.Name(p))
		a.act.Reasons.List = p.S
		return
	}
	a.act.Reasons.Path = p
	at, ok := r.walk(here(d), p)
	switch {
	case !ok:
	case at.field == nil || at.field.Type != matter.TSomeOf:
		r.names(p.Pos, "pack.not_a", p.S, fieldTypeText(matter.TSomeOf))
	default:
		a.act.Reasons.List = at.field.Arg
	}
}

const guards = "contact visited evidence fresh_photo own_words power served confirmed"

// guardNames looks up a guard and what it is called with.
func (r *reader) guardNames(d *draft, g *matter.Guard, c rule.Call) {
	if !in(guards, g.Name) {
		r.names(g.Pos, "pack.no_guard", g.Name, rule.Meant(g.Name, fieldsOf(guards)))
		return
	}
	bare := g.Name == "fresh_photo" || g.Name == "own_words"
	switch {
	case bare && c.Arg.S != "":
		r.names(c.Arg.Pos, "pack.guard_bare", g.Name)
	case bare:
	case c.Arg.S == "":
		r.names(g.Pos, "pack.guard_arg", g.Name)
	default:
		r.guardArg(d, g, c.Arg)
	}
}

func (r *reader) guardArg(d *draft, g *matter.Guard, arg rule.Name) {
	switch g.Name {
	case "contact", "confirmed":
		g.Who = r.who(arg)
		r.whoNames(d, g.Who)
	case "visited":
		r.visitedArg(d, arg)
	case "evidence":
		o, slips := rule.ParseOperand(rule.Name{S: "at least " + arg.S, Pos: rule.Pos{Line: arg.Pos.Line, Col: max(1, arg.Pos.Col-9)}})
		r.slips(slips)
		g.Count = o
		r.boundOf(&g.Count, here(d), rule.Number)
	case "power":
		if !rule.IsName(arg.S) {
			r.names(arg.Pos, "pack.not_name", arg.S)
		}
	case "served":
		r.isLetter(arg)
	}
}

// visitedArg wants a place, a row that has one, or a yes or no.
func (r *reader) visitedArg(d *draft, arg rule.Name) {
	at, ok := r.walk(here(d), rule.Path(arg))
	if !ok {
		return
	}
	if f := at.field; f != nil && f.Type != matter.TPlace && f.Type != matter.TEntry && f.Type != matter.TYesNo && f.Key != "about" {
		r.names(arg.Pos, "pack.visited_what", arg.S)
	}
}

func (r *reader) raiseNames(d *draft, list []matter.Raise) {
	for i := range list {
		x := &list[i]
		r.whoNames(d, x.To)
		r.whoNames(d, x.By)
		r.durationNames(d, &x.Within)
		r.conditionNames(&x.When, here(d))
		if x.About != "" && d.field(x.About) == nil {
			r.names(x.Pos, "pack.no_field", x.About, d.def.Key, rule.Meant(x.About, d.words()))
		}
		if x.For == "" {
			continue
		}
		t, slips := rule.ParseTestKey(rule.Name{S: x.For, Pos: x.Pos})
		r.slips(slips)
		if t.Kind != rule.TestBad && t.Kind != rule.TestPath {
			r.names(x.Pos, "pack.raise_for", x.For)
			continue
		}
		name := t.Name + t.Path.S
		if t.Kind == rule.TestBad {
			name = t.Name
		}
		if d.field(name) == nil {
			r.names(x.Pos, "pack.no_field", name, d.def.Key, rule.Meant(name, d.words()))
		}
	}
}

// letterUse finds the addressees of a letter at the matter whose act sends it.
func (r *reader) letterUse(d *draft, n rule.Name) {
	l := r.pack.Scope.Letters[n.S]
	r.whoNames(d, &l.To)
	r.whosNames(d, l.Copy)
	r.durationNames(d, &l.Reply)
	r.pack.Scope.Letters[n.S] = l
}
