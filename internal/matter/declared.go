package matter

import (
	"maps"
	"slices"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// declared tries an act of the pack on a matter and does it.
func (r *run) declared(v view, a *Act, c *Command) *fault.Fault {
	if f := v.may(a, c); f != nil {
		return f
	}
	if f := v.given(a, c); f != nil {
		return f
	}
	if f := v.proved(a.Needs, c); f != nil {
		return f
	}
	r.perform(v, a, c, "")
	return nil
}

// perform writes the event of an act that nothing said no to, and what follows from it.
func (r *run) perform(v view, a *Act, c *Command, cause string) *Matter {
	to := a.destination(c)
	kind := Moved
	if to == "" {
		kind = Acted
	}
	p := r.pen(v.t, v.m, kind, a.Key)
	p.b.Cause, p.b.Reason, p.b.Letter = cause, c.Reason, a.Letter
	p.b.Spoke = v.isHolder()
	p.b.Independent = v.checks(a) && (r.actor.Kind == Officer || r.actor.Kind == Sheet) && v.m.Memory.Shown != nil && !v.independent(*v.m.Memory.Shown)
	p.b.Sitting = r.actor.Sitting
	p.typed(c, a.Needs)
	if to != "" {
		p.b.Returned = back(v.t, v.m.State, to)
		p.lead(to)
	} else {
		p.b.Clocks = view{r: r, t: v.t, m: p.draft()}.limits(a.Key, false)
	}
	m := p.commit()
	if p.b.Returned {
		r.tell(m.Key, m.Holder, "returned")
	}
	r.follow(r.view(m), a)
	return m
}

// back reports a claim sent back to work.
func back(t *Type, from, to string) bool {
	f, s := t.State(from), t.State(to)
	return f != nil && s != nil && f.Phase == Reported && (s.Phase == Working || s.Phase == New)
}

// destination is where the act leads: by the code just typed, or as written; "" stays.
func (a *Act) destination(c *Command) string {
	if a.BranchOn == "" {
		return a.To
	}
	code := c.Typed[a.BranchOn].S
	for i := range a.Branch {
		if a.Branch[i].Code == code {
			return a.Branch[i].To
		}
	}
	return ""
}

// typed puts what was typed into the event. Place and department are columns too, a talk
// is logged, and a once field keeps its first answer: later ones stand beside it.
func (p *pen) typed(c *Command, needs []Guard) {
	for _, key := range sortedKeys(c.Typed) {
		val := c.Typed[key]
		if val.Missing() {
			continue
		}
		switch key {
		case "contact":
			p.talk(val, partyOf(needs, c.Relation))
			continue
		case "place":
			p.place(p.r.w.Org.ByKey(record.Place, val.S))
		case "department":
			p.b.Department = idp(p.r.w.Org.ByKey(record.Department, val.S))
		}
		if f := p.t.Field(key); f != nil && f.Once && p.was != nil {
			if _, first := p.was.Memory.Fields[key]; first {
				key += later
			}
		}
		p.field(key, val)
	}
	if c.Reason != "" {
		p.field("reason", rule.Value{Kind: rule.Code, S: c.Reason})
	}
	p.b.Visit = p.r.w.visited()
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// later marks the answers to a once field after the first.
const later = "+"

// talk logs a talk with a party of the matter.
func (p *pen) talk(how rule.Value, with string) {
	salt := func(path string) [16]byte { return p.r.w.salt(p.ev.ID, path) }
	p.b.Contact = &talkBody{How: seal("contact.how", nil, how, salt, &p.values), With: with}
}

func (p *pen) place(id record.ID) {
	if id == 0 {
		return
	}
	p.b.Place = id
	p.b.Block = idp(p.r.w.Org.BlockOf(id))
}

func partyOf(needs []Guard, said string) string {
	if said != "" {
		return said
	}
	for i := range needs {
		if needs[i].Name == "contact" {
			return needs[i].party()
		}
	}
	return ""
}

func (w *World) visited() *visitBody {
	if v := w.Proof.Visit; v != nil {
		b := &visitBody{At: v.At, NoFix: v.NoFix, Lat: v.Lat, Lon: v.Lon}
		if b.NoFix != "" && !rule.IsName(b.NoFix) {
			b.NoFix = "other"
		}
		return b
	}
	return nil
}

// follow does what an act brings with it: its letter, what it raises and what it offers.
func (r *run) follow(v view, a *Act) {
	if a.Letter != "" {
		r.letter(v, a.Letter)
	}
	for i := range a.Raises {
		r.raise(v, &a.Raises[i])
	}
	for i := range a.Offers {
		r.offer(v, a, i)
	}
	r.freeze(v, a.Key)
}

func (r *run) letter(v view, key string) {
	l := LetterIntent{Matter: v.m.Key, Letter: key}
	if sc := v.t.Scope(); sc != nil {
		if d, ok := sc.Letters[key]; ok {
			l.To = posts(v.resolve(&d.To).Post)
			for i := range d.Copy {
				l.Copy = append(l.Copy, posts(v.resolve(&d.Copy[i]).Post)...)
			}
		}
	}
	r.out.Letters = append(r.out.Letters, l)
}
