package pack

import (
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

func (r *reader) matters(e entry) {
	list := r.entries(e)
	for _, c := range list {
		d := &draft{at: c.pos, reader: r}
		d.def = matter.Def{Pack: r.pack.Key, Key: c.key, Pos: c.pos, Scope: r.pack.Scope}
		r.heads[c.key] = d
		r.order = append(r.order, d)
	}
	for _, c := range list {
		d := r.heads[c.key]
		before := len(r.faults)
		r.now = d
		r.matter(d, c)
		r.now = nil
		d.broken = len(r.faults) > before
	}
	for _, d := range r.order {
		if up := r.heads[d.def.Of]; up != nil {
			up.parts = append(up.parts, d)
		}
	}
}

func (r *reader) matter(d *draft, e entry) {
	keys := want{whatMatter, "name states acts", "of answers number same alike fields clocks ladder stops allows marks cohorts seen"}
	if !r.block(e.val, e.pos, keys) {
		return
	}
	for _, c := range e.val.entries {
		r.matterKey(d, c)
	}
}

func (r *reader) matterKey(d *draft, c entry) {
	switch c.key {
	case "name":
		d.def.Name = r.text(c)
	case "of":
		w := r.word(c)
		d.def.Of = w.S
		r.later(func() { r.isMatter(w) })
	case "answers":
		w := r.word(c)
		d.def.Answers = w.S
		r.later(func() { r.isAsk(w) })
	case "number":
		w := r.word(c)
		d.def.Number = w.S
		r.later(func() { r.numberNames(d, w) })
	case "same", "alike":
		list := r.words(c)
		r.later(func() { r.fieldList(d, list) })
		if c.key == "same" {
			d.def.Same = strs(list)
		} else {
			d.def.Alike = strs(list)
		}
	case "fields":
		d.def.Fields = r.fields(c)
	case "states":
		r.states(d, c)
	case "acts":
		r.acts(d, c)
	case "clocks":
		r.clocks(d, c)
	case "ladder":
		r.ladder(d, c)
	case "stops":
		r.stops(d, c)
	case "allows":
		r.allows(d, c)
	case "marks":
		r.marks(d, c)
	case "cohorts":
		r.cohorts(d, c)
	case "seen":
		r.seen(d, c)
	}
}

var fieldTypes = map[string]matter.FieldType{
	"text": matter.TText, "number": matter.TNumber, "yes_no": matter.TYesNo, "money": matter.TMoney, "date": matter.TDate,
	"duration": matter.TDuration, "rhythm": matter.TRhythm, "file": matter.TFile, "phone": matter.TPhone,
	"person": matter.TPerson, "post": matter.TPost, "posts": matter.TPosts, "place": matter.TPlace, "one": matter.TOneOf,
	"some": matter.TSomeOf, "entry": matter.TEntry, "matter": matter.TMatter, "checklist": matter.TChecklist,
	"sum": matter.TSumOf, "count": matter.TCountOf,
}

// fields reads the fields of a matter, of a register, or the common ones.
func (r *reader) fields(e entry) []matter.Field {
	var list []matter.Field
	for _, c := range r.entries(e) {
		name, rest, ok := r.line(c, true)
		if !ok {
			continue
		}
		p, slips := rule.ParseField(rest)
		r.slips(slips)
		f := matter.Field{
			Key: c.key, Name: name, Type: fieldTypes[p.Type.S], Arg: p.Of.S, Places: strs(p.Places), MinChars: p.MinChars,
			Least: p.Least, Most: p.Most, OrNew: p.OrNew, Personal: p.Personal, Once: p.Once, Secret: p.Secret.S, Pos: c.pos,
		}
		if f.Type == matter.TPerson {
			f.Arg, f.PersonOf, f.PersonOn = "", p.Of.S, p.On.S
		}
		r.narrowed(&f, c)
		list = append(list, f)
		if len(slips) > 0 {
			continue
		}
		at := len(list) - 1
		r.later(func() { r.fieldNames(&list[at], p) })
	}
	return list
}

// narrowed checks that a field named like a common one keeps its meaning.
func (r *reader) narrowed(f *matter.Field, c entry) {
	if common, ok := r.world.common.Fields[f.Key]; ok && f.Type != 0 && common.Type != f.Type {
		r.shape(c.pos, "pack.common_meaning", f.Key, fieldTypeText(common.Type))
	}
}

func (r *reader) states(d *draft, e entry) {
	for _, c := range r.entries(e) {
		name, rest, ok := r.line(c, true)
		if !ok {
			continue
		}
		p, slips := rule.ParseState(rest)
		r.slips(slips)
		s := matter.State{
			Key: c.key, Name: name, Phase: matter.ParsePhase(p.Phase.S), With: p.With, Within: p.Within, By: p.By.S,
			Until: p.Until.S, Outside: p.Outside, Warn: p.Warn, Speaks: p.Speaks, Climbs: p.Climbs, Pos: c.pos,
		}
		if s.Phase == 0 && p.Phase.S != "" {
			r.shape(p.Phase.Pos, "pack.not_phase", p.Phase.S, rule.Meant(p.Phase.S, []string{"new", "working", "waiting", "reported", "closed", "void"}))
		}
		d.def.States = append(d.def.States, s)
		if len(slips) == 0 {
			r.later(func() { r.stateNames(d, d.state(c.key), p) })
		}
	}
}

func (r *reader) ladder(d *draft, e entry) {
	n := e.val
	if n.kind != mapping {
		r.shape(e.pos, "pack.wants_map", e.key)
		return
	}
	for i, c := range n.entries {
		name, rest, ok := r.line(c, true)
		if !ok {
			continue
		}
		p, slips := rule.ParseRung(rest)
		r.slips(slips)
		g := matter.Rung{Key: c.key, Name: name, With: p.With, Within: p.Within, Manner: manners[p.Manner.S], Pos: c.pos}
		if p.With.Kind == 0 && len(slips) == 0 {
			r.shape(rest.Pos, "pack.rung_with", c.key)
		}
		if p.Manner.S == "" && i > 0 && len(slips) == 0 {
			r.shape(rest.Pos, "pack.rung_manner", c.key)
		}
		d.def.Ladder = append(d.def.Ladder, g)
		r.later(func() {
			at := &d.def.Ladder[i]
			r.whoNames(d, &at.With)
			r.durationNames(d, &at.Within)
		})
	}
}

var manners = map[string]matter.Manner{
	"hand_over": matter.RungHandOver, "copy": matter.RungCopy, "by_hand": matter.RungByHand,
}

func (r *reader) clocks(d *draft, e entry) {
	for _, c := range r.entries(e) {
		k := matter.Clock{Key: c.key, Pos: c.pos}
		if r.block(c.val, c.pos, want{whatClock, "name", "on from within in outside hint still most warn climbs"}) {
			r.clock(d, &k, c)
		}
		d.def.Clocks = append(d.def.Clocks, k)
		r.later(func() { r.clockNames(d, d.clock(c.key), c.val) })
	}
}

func (r *reader) clock(d *draft, k *matter.Clock, e entry) {
	for _, c := range e.val.entries {
		switch c.key {
		case "name":
			k.Name = r.text(c)
		case "on":
			k.On = r.word(c).S
		case "from":
			k.From = r.word(c).S
		case "within":
			k.Within = r.duration(c)
		case "in":
			k.In = strs(r.words(c))
		case "still":
			k.Still = strs(r.words(c))
		case "outside":
			k.Outside = r.yes(c)
		case "hint":
			k.Hint = r.yes(c)
		case "climbs":
			k.Climbs = r.yes(c)
		case "most":
			k.Most = r.duration(c)
		case "warn":
			for _, w := range r.words(c) {
				if v, ok := rule.ParseLiteral(w.S); ok && v.Kind == rule.Length {
					k.Warn = append(k.Warn, v.Span)
				} else {
					r.shape(w.Pos, "pack.not_duration", w.S)
				}
			}
		}
	}
	if (k.On == "") == (k.From == "") || k.From != "" && e.val.get("within") == nil {
		r.shape(e.pos, "pack.clock_start", e.key)
	}
}

func (r *reader) stops(d *draft, e entry) {
	for _, c := range r.entries(e) {
		if !r.block(c.val, c.pos, want{whatStop, "name acts when source", ""}) {
			continue
		}
		s := matter.Stop{Key: c.key, Pos: c.pos}
		var acts []rule.Name
		for _, k := range c.val.entries {
			switch k.key {
			case "name":
				s.Name = r.text(k)
			case "source":
				s.Source = r.text(k)
			case "acts":
				acts = r.words(k)
				s.Acts = strs(acts)
			case "when":
				s.When = r.condition(k.val)
			}
		}
		d.def.Stops = append(d.def.Stops, s)
		at := len(d.def.Stops) - 1
		r.later(func() {
			r.stopActs(d, acts)
			r.conditionNames(&d.def.Stops[at].When, here(d))
		})
	}
}

func (r *reader) marks(d *draft, e entry) {
	for _, c := range r.entries(e) {
		s := matter.Scale{Key: c.key}
		for _, m := range r.entries(c) {
			if !r.block(m.val, m.pos, want{whatMark, "name", "when"}) {
				continue
			}
			word := matter.Mark{Key: m.key, Pos: m.pos}
			if n := m.val.get("name"); n != nil {
				word.Name = r.text(entry{key: "name", pos: m.pos, val: n})
			}
			if n := m.val.get("when"); n != nil {
				word.When = r.condition(n)
			}
			s.Marks = append(s.Marks, word)
		}
		d.def.Scales = append(d.def.Scales, s)
		at := len(d.def.Scales) - 1
		r.later(func() {
			for i := range d.def.Scales[at].Marks {
				r.conditionNames(&d.def.Scales[at].Marks[i].When, here(d))
			}
		})
	}
}

func (r *reader) cohorts(d *draft, e entry) {
	for _, c := range r.entries(e) {
		if !r.block(c.val, c.pos, want{whatCohort, "name from frozen done due", "except"}) {
			continue
		}
		h := matter.Cohort{Key: c.key, Pos: c.pos}
		for _, k := range c.val.entries {
			r.cohortKey(d, &h, k)
		}
		d.def.Cohorts = append(d.def.Cohorts, h)
		at := len(d.def.Cohorts) - 1
		r.later(func() { r.cohortNames(d, &d.def.Cohorts[at]) })
	}
}

func (r *reader) cohortKey(d *draft, h *matter.Cohort, k entry) {
	switch k.key {
	case "name":
		h.Name = r.text(k)
	case "from":
		h.From = r.frame(k)
	case "frozen":
		h.Frozen = r.word(k).S
	case "done":
		h.Done = r.condition(k.val)
	case "due":
		h.Due = r.word(k).S
	case "except":
		if !r.block(k.val, k.pos, want{whatCohort, "reasons by", ""}) {
			return
		}
		for _, x := range k.val.entries {
			if x.key == "reasons" {
				h.Reason = r.word(x).S
			} else if x.key == "by" {
				h.By = r.who(r.word(x))
			}
		}
	}
}

func (r *reader) seen(d *draft, e entry) {
	if !r.block(e.val, e.pos, want{whatSeen, "whole", "outline"}) {
		return
	}
	for _, c := range e.val.entries {
		switch c.key {
		case "whole":
			d.def.Seen.Whole = r.whos(c)
		case "outline":
			d.def.Seen.Outline = r.whos(c)
		}
	}
	r.later(func() {
		r.whosNames(d, d.def.Seen.Whole)
		r.whosNames(d, d.def.Seen.Outline)
	})
}
