package pack

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// finish judges the meaning of what has sound names and compiles the matters.
func (r *reader) finish(root *node) *Pack {
	p := r.pack
	sound := !r.faults.Fatal()
	p.Hash = meaningHash(root)
	for _, d := range r.order {
		if !d.broken {
			r.compile(d)
		}
	}
	if sound {
		r.unused()
		r.shownStops()
	}
	for _, s := range []string{"indicators", "draws"} {
		if root.get(s) != nil {
			p.NotRun = append(p.NotRun, s)
		}
	}
	return p
}

// compile completes a definition with what its pack shares and proves it.
func (r *reader) compile(d *draft) {
	p := r.pack
	d.def.Revision, d.def.Hash, d.def.Class, d.def.Power = p.Revision, p.Hash, p.Class, p.Power
	for _, key := range r.world.common.FieldOrder {
		if slices.Contains(d.common, key) {
			f := r.world.common.Fields[key]
			f.Common = true
			d.def.Fields = append(d.def.Fields, f)
		}
	}
	t, problems := matter.Compile(d.def)
	r.problems(problems)
	r.judge(d)
	if t != nil {
		p.Types = append(p.Types, t)
	}
}

// judge makes the proofs of a matter that look beyond it: at its parts and its pack.
func (r *reader) judge(d *draft) {
	for _, s := range d.def.States {
		if s.Until == "parts" && len(d.parts) == 0 {
			r.meaning(s.Pos, "pack.no_parts", s.Key, d.def.Key)
		}
	}
	r.judgeLadder(d)
	r.judgeCohorts(d)
	for i := range d.def.Fields {
		if f := &d.def.Fields[i]; f.Personal && d.def.Class == record.Public {
			r.meaning(f.Pos, "pack.personal_open", f.Key)
		}
	}
	for i := range d.def.Acts {
		r.judgeRaises(d, &d.def.Acts[i])
		r.judgeRefusal(d, &d.def.Acts[i])
	}
}

func (r *reader) judgeRaises(d *draft, a *matter.Act) {
	for _, x := range a.Offers {
		if a.ByRule() && x.By == nil {
			r.meaning(x.Pos, "pack.offer_by", a.Key, x.Ask)
		}
		if r.world.common.Asks[x.Ask].ToWho && x.To == nil {
			r.meaning(x.Pos, "pack.ask_to", x.Ask)
		}
	}
	for _, x := range a.Raises {
		ask := r.world.common.Asks[x.Ask]
		if ask.OffersOnly {
			r.meaning(x.Pos, "pack.offers_only", x.Ask)
		}
		if ask.ToWho && x.To == nil {
			r.meaning(x.Pos, "pack.ask_to", x.Ask)
		}
		if x.To != nil && r.checksItself(d, a, x) {
			r.meaning(a.Pos, "pack.asks_and_checks", a.Key, x.To.String(), x.Ask)
		}
	}
}

// checksItself finds a raise to the very post that does the act: as asker it would then
// check what it did itself.
func (r *reader) checksItself(d *draft, a *matter.Act, x matter.Raise) bool {
	doers := a.By
	if len(doers) == 0 {
		for _, key := range a.From {
			if s := d.state(key); s != nil && s.With != nil {
				doers = append(doers, *s.With)
			}
		}
	}
	return slices.ContainsFunc(doers, func(w rule.Who) bool { return w.String() == x.To.String() })
}

// unused reports what is declared and never read: it is mostly a slip of the hand.
func (r *reader) unused() {
	sc := r.pack.Scope
	for key, s := range sc.Settings {
		if !r.used["setting "+key] {
			r.meaning(s.Pos, "pack.unused", kinds["setting"], key)
		}
	}
	for key, l := range sc.Lists {
		if !r.used["list "+key] && len(l.Codes) > 0 {
			r.meaning(l.Codes[0].Pos, "pack.unused", kinds["list"], key)
		}
	}
	for key, l := range sc.Letters {
		if !r.used["letter "+key] {
			r.meaning(l.Pos, "pack.unused", kinds["letter"], key)
		}
	}
	for key, c := range sc.Checklist {
		if !r.used["checklist "+key] {
			r.meaning(c.Pos, "pack.unused", kinds["checklist"], key)
		}
	}
}

// shownStops wants an example for every stop in which it refuses.
func (r *reader) shownStops() {
	shown := map[string]bool{}
	for _, x := range r.pack.Examples {
		for _, f := range x.Then {
			if f.Key.S == "refused" {
				shown[f.Want] = true
			}
		}
	}
	for _, d := range r.order {
		for _, s := range d.def.Stops {
			if !shown[s.Key] {
				r.meaning(s.Pos, "pack.stop_not_shown", s.Key)
			}
		}
	}
}

// UntakenActs lists the acts that no example takes, as "matter.act".
func (p *Pack) UntakenActs() []string {
	taken := map[string]bool{}
	for _, x := range p.Examples {
		for _, s := range x.Steps {
			name := s.Act.S
			if !strings.Contains(name, ".") {
				name = x.Matter + "." + name
			}
			taken[name] = true
		}
	}
	var list []string
	for _, t := range p.Types {
		for _, a := range t.Acts() {
			if !taken[t.Key()+"."+a.Key] && !a.ByRule() && !a.Opens() {
				list = append(list, t.Key()+"."+a.Key)
			}
		}
	}
	return list
}
