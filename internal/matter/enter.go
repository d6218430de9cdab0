package matter

import (
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// lead fills in where the event leads: state and phase, level, holder, limits. What was
// typed must stand in the pen before.
func (p *pen) lead(to string) {
	s := p.t.State(to)
	p.b.State, p.b.Phase = s.Key, s.Phase
	level := p.level(s)
	p.b.Level = &level
	d := p.draft()
	v := view{r: p.r, t: p.t, m: d}
	p.seat(v, s)
	if p.b.Holder != nil {
		d.Holder = *p.b.Holder
	}
	p.b.Clocks = v.limits(p.ev.Act, true)
}

// level is one higher where the state says next_rung; the last rung keeps it. Rungs that only
// remind of one limit begin anew with the next.
func (p *pen) level(s *State) int {
	level := 0
	if p.was != nil {
		level = p.was.Level
	}
	switch {
	case s.With != nil && s.With.Kind == rule.WhoNextRung && p.was != nil:
		return min(level+1, max(p.t.lastLevel(), 0))
	case !p.t.stays():
		return 0
	}
	return level
}

// seat puts the matter with its holder. A closed matter lies with nobody. Where nobody
// answers, it goes to the exception list.
func (p *pen) seat(v view, s *State) {
	if !s.Phase.Open() || s.With == nil {
		p.b.Holder = idp(0)
		return
	}
	who := *s.With
	if who.Kind == rule.WhoNextRung {
		who.Kind = rule.WhoRung
	}
	if who.Kind == rule.WhoHolder && p.was != nil {
		p.b.Holder = idp(p.was.Holder)
		return
	}
	p.settleOn(v, v.resolve(&who))
}

// settleOn takes a resolved answer as the holder and says who was asked for.
func (p *pen) settleOn(v view, a answer) {
	p.b.Holder, p.b.Role = idp(a.Post), a.Role
	if a.Why != "" && a.Why != whyOutside {
		p.b.What = a.Why
		p.r.out.Exceptions = append(p.r.out.Exceptions, Exception{Matter: p.key(), Why: a.Why, Role: a.Role})
	}
	if a.Post != 0 && (p.was == nil || p.was.Holder != a.Post) {
		p.r.tell(p.key(), a.Post, "asked")
	}
	if p.b.Department == nil && v.m.Department == 0 && a.Post != 0 {
		if post := p.r.w.Org.Post(a.Post); post != nil {
			p.b.Department = idp(post.Department)
		}
	}
}

func (p *pen) key() record.Key { return p.ev.Subject.Key }

func (r *run) tell(m record.Key, post record.ID, what string) {
	if post != 0 {
		r.out.Notices = append(r.out.Notices, Notice{Matter: m, Post: post, What: what})
	}
}
