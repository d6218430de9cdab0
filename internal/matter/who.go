package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// answer is the post a WHO leads to, for the event: who was asked for and why it may be
// that nobody is there.
type answer struct {
	Post record.ID
	Role string
	Why  string // "" somebody answers; vacant, no_superior, nobody, outside
}

const (
	whyNobody  = "nobody"
	whyOutside = "outside" // an outside party: nobody of the office, and that is meant
)

// resolve finds the post behind a WHO for a matter, today. The answer is stored in the
// event; nothing else ever resolves.
func (v view) resolve(w *rule.Who) answer {
	m := v.m
	switch w.Kind {
	case rule.WhoHolder:
		return v.seated(m.Holder, "holder")
	case rule.WhoAsker:
		return v.seated(m.Asker, "asker")
	case rule.WhoAsked:
		return v.seated(m.Asked, "asked")
	case rule.WhoNamed:
		return v.named(w)
	case rule.WhoPath:
		return v.byValue(v.Value(w.Path.S), w.Path.S)
	case rule.WhoDoer:
		return v.seated(m.Memory.Done[w.Act].As(), "doer("+w.Act+")")
	case rule.WhoAbove:
		return v.superior(v.resolve(w.Of))
	case rule.WhoRung:
		return v.rung(m.Level)
	case rule.WhoNextRung:
		return v.rung(m.Level + 1)
	}
	return answer{Why: whyOutside}
}

// seated says of a known post whether somebody holds it.
func (v view) seated(post record.ID, role string) answer {
	if post == 0 {
		return answer{Role: role, Why: whyNobody}
	}
	return asAnswer(v.r.w.Org.Holder(post, v.r.today()), role)
}

func asAnswer(r org.Resolved, role string) answer {
	a := answer{Post: r.Post, Role: role}
	switch {
	case r.Why == org.WhyVacant || r.Why == org.WhyNotAlive:
		a.Why = string(org.WhyVacant)
	case r.Why == org.WhyNoAbove:
		a.Why = string(org.WhyNoAbove)
	case r.Post == 0:
		a.Why = whyNobody
	}
	return a
}

func (v view) superior(of answer) answer {
	role := "above(" + of.Role + ")"
	if of.Post == 0 {
		return answer{Role: role, Why: of.Why}
	}
	return asAnswer(v.r.w.Org.Superior(of.Post, v.r.today()), role)
}

// named resolves one word: a desk, a sitting, an outside party, a field or a role.
func (v view) named(w *rule.Who) answer {
	switch w.As {
	case rule.AsField:
		return v.byValue(v.Value(w.Name), w.Name)
	case rule.AsSitting:
		return v.convenor(w.Name)
	case rule.AsOutside:
		return answer{Role: w.Name, Why: whyOutside}
	case rule.AsDesk:
		return v.seatedDesk(w.Name)
	}
	if w.Role != "" {
		return v.role(w.Role)
	}
	return v.word(w.Name)
}

// word resolves a name as a pack has it: its own post first, then a common role.
func (v view) word(name string) answer {
	if sc := v.t.Scope(); sc != nil {
		if p, ok := sc.Posts[name]; ok {
			return v.packPost(&p)
		}
	}
	return v.role(name)
}

func (v view) seatedDesk(name string) answer {
	return v.seated(v.r.w.desk(v.t.Pack(), name), name)
}

// packPost picks the common role for the kind of place the matter lies at, or for the
// nearest place above that has one.
func (v view) packPost(p *PackPost) answer {
	switch {
	case p.Outside:
		return answer{Role: p.Key, Why: whyOutside}
	case p.Desk:
		return v.seatedDesk(p.Key)
	case len(p.Roles) == 1:
		return v.role(p.Roles[0].Role)
	}
	up := v.r.w.placesUp(v.m.Place)
	slices.Reverse(up)
	for _, place := range up {
		for i := range p.Roles {
			if slices.Contains(p.Roles[i].In, v.r.w.kindOf(place)) {
				return v.role(p.Roles[i].Role)
			}
		}
	}
	for i := range p.Roles {
		if len(p.Roles[i].In) == 0 {
			return v.role(p.Roles[i].Role)
		}
	}
	return answer{Role: p.Key, Why: whyNobody}
}

func (v view) role(role string) answer {
	return asAnswer(v.r.w.Org.ResolveIn(role, v.m.Department, v.m.Place, v.r.today()), role)
}

// byValue reads a post out of a field or row: a post's key, or the name of a role.
func (v view) byValue(val rule.Value, name string) answer {
	key := val.S
	if key == "" && len(val.List) == 1 {
		key = val.List[0]
	}
	if key == "" {
		return answer{Role: name, Why: whyNobody}
	}
	if p := v.r.w.postByKey(key); p != nil {
		return v.seated(p.ID, name)
	}
	a := v.word(key)
	a.Role = name + "=" + a.Role
	return a
}

// convenor answers for a sitting's limit between its sittings.
func (v view) convenor(name string) answer {
	for i := range v.r.w.Sittings {
		if s := &v.r.w.Sittings[i]; s.Key == v.t.Pack()+"."+name && s.Convenor != 0 {
			return v.seated(s.Convenor, name)
		}
	}
	return answer{Role: name, Why: whyNobody}
}

func (v view) rung(level int) answer {
	r := v.t.rungAt(min(level, v.t.lastLevel()))
	if r == nil {
		return v.seated(v.m.Holder, "holder")
	}
	a := v.resolve(&r.With)
	a.Role = r.Key + "=" + a.Role
	return a
}

// is reports whether the actor is who a WHO means, in the post acted in.
func (v view) is(w *rule.Who) bool {
	a := v.r.actor
	switch w.Kind {
	case rule.WhoRule:
		return a.Kind == Ruling
	case rule.WhoAsk:
		return a.Kind == Raiser
	case rule.WhoImport:
		return a.Kind == Sheet
	case rule.WhoOutside:
		return a.Kind == Citizen
	case rule.WhoBelow:
		of := v.resolve(w.Of)
		return a.As() != 0 && of.Post != 0 && v.r.w.Org.Below(a.As(), of.Post)
	case rule.WhoNamed:
		if w.As == rule.AsSitting {
			return v.inSitting(w.Name)
		}
		if v.party(w.Name) {
			return true
		}
	case rule.WhoPath:
		if v.party(lastName(w.Path.S)) {
			return true
		}
	}
	if a.Kind != Officer && a.Kind != Sheet {
		return false
	}
	got := v.resolve(w)
	return got.Post != 0 && got.Post == a.As()
}

// party reports whether a citizen acts who was proved to be that field's person.
func (v view) party(field string) bool {
	return v.r.actor.Kind == Citizen && slices.Contains(v.r.actor.Is, field)
}

func lastName(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '.' {
			return path[i+1:]
		}
	}
	return path
}

// inSitting reports whether the actor records for a sitting of that name that is open now.
func (v view) inSitting(name string) bool {
	return slices.ContainsFunc(v.r.w.Sittings, func(s Session) bool {
		return s.Open && s.ID == v.r.actor.Sitting && s.Key == v.t.Pack()+"."+name
	})
}

func (v view) isAny(list []rule.Who) bool {
	for i := range list {
		if v.is(&list[i]) {
			return true
		}
	}
	return false
}
