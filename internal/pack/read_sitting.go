package pack

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/sitting"
)

func (r *reader) sittings(e entry) {
	list := r.entries(e)
	r.pack.Sittings = make([]sitting.Def, 0, len(list))
	for _, c := range list {
		keys := want{whatSitting, "name chair", "convenor every between for members agenda of at takes not_held offline raises"}
		s := sitting.Def{Pack: r.pack.Key, Key: c.key, Pos: c.pos}
		if r.block(c.val, c.pos, keys) {
			for _, k := range c.val.entries {
				r.sittingKey(&s, k)
			}
			r.sittingWhen(&s, c)
		}
		r.pack.Sittings = append(r.pack.Sittings, s)
		at := len(r.pack.Sittings) - 1
		r.later(func() { r.sittingNames(&r.pack.Sittings[at], c) })
	}
}

// sittingWhen wants exactly one way to know when one is held.
func (r *reader) sittingWhen(s *sitting.Def, c entry) {
	n := 0
	for _, key := range []string{"every", "between", "for"} {
		if c.val.get(key) != nil {
			n++
		}
	}
	if n == 0 || n == 3 || c.val.get("every") != nil && c.val.get("between") != nil {
		r.shape(c.pos, "pack.sitting_when", c.key)
	}
	if s.Convenor.Kind == 0 {
		s.Convenor = s.Chair
	}
}

func (r *reader) sittingKey(s *sitting.Def, k entry) {
	switch k.key {
	case "name":
		s.Name = r.text(k)
	case "chair", "convenor":
		if w := r.who(r.word(k)); w != nil && k.key == "chair" {
			s.Chair = *w
		} else if w != nil {
			s.Convenor = *w
		}
	case "every":
		s.Every = r.rhythm(k)
	case "between":
		r.between(s, k)
	case "for":
		f := r.frame(k)
		s.For = &f
	case "members":
		s.Members = r.whos(k)
	case "agenda":
		s.Agenda = r.frames(k)
	case "of":
		s.Of = r.word(k).S
	case "at":
		s.At = strs(r.words(k))
	case "takes":
		s.Takes = strs(r.words(k))
	case "not_held":
		s.NotHeld = r.word(k).S
	case "offline":
		s.Offline = r.yes(k)
	case "raises":
		list := r.words(k)
		s.Raises = strs(list)
		for _, w := range list {
			r.later(func() { r.raisesAsk(w) })
		}
	}
}

func (r *reader) between(s *sitting.Def, k entry) {
	list := r.words(k)
	if len(list) != 2 {
		r.shape(k.pos, "pack.between_two")
		return
	}
	s.Between = [2]rule.Path{rule.Path(list[0]), rule.Path(list[1])}
}

func (r *reader) rhythm(k entry) *calendar.Rhythm {
	w := r.word(k)
	v, err := calendar.ParseRhythm(w.S)
	if err != nil {
		r.shape(w.Pos, "pack.not_rhythm", w.S)
		return nil
	}
	return &v
}

// sittingNames looks up everything a sitting names; it may stand in a matter.
func (r *reader) sittingNames(s *sitting.Def, c entry) {
	of := r.heads[s.Of]
	if n := c.val.get("of"); n != nil && of == nil {
		r.isMatter(n.name())
	}
	r.whoNames(of, &s.Chair)
	if c.val.get("convenor") != nil {
		r.whoNames(of, &s.Convenor)
	} else {
		s.Convenor = s.Chair
	}
	r.whosNames(of, s.Members)
	for i := range s.Agenda {
		r.frameNames(&s.Agenda[i], nil)
	}
	if s.For != nil {
		r.frameNames(s.For, nil)
	}
	if of != nil {
		for _, p := range s.Between {
			if p.S != "" {
				r.walk(here(of), rule.Path{S: trimHead(p.S, s.Of), Pos: p.Pos})
			}
		}
	}
	for _, n := range r.listOf(c, "takes") {
		if r.heads[n.S] == nil {
			r.isAsk(n)
		}
	}
	for _, n := range r.listOf(c, "at") {
		r.sittingAt(n)
	}
	if n := c.val.get("not_held"); n != nil && n.kind == scalar {
		r.isList(n.name())
	}
}

// sittingAt wants kinds of place or "entry of REGISTER".
func (r *reader) sittingAt(n rule.Name) {
	words := rule.Words(n.S, n.Pos)
	if len(words) == 3 && words[0].S == "entry" && words[1].S == "of" {
		r.isBook(words[2])
		return
	}
	r.isPlaceKind(n)
}

func (r *reader) listOf(c entry, key string) []rule.Name {
	n := c.val.get(key)
	if n == nil {
		return nil
	}
	return r.words(entry{key: key, pos: n.pos, val: n})
}

func trimHead(p, head string) string {
	if i := indexDot(p); i >= 0 && p[:i] == head {
		return p[i+1:]
	}
	return p
}

func (r *reader) sitting(key string) *sitting.Def {
	for i := range r.pack.Sittings {
		if r.pack.Sittings[i].Key == key {
			return &r.pack.Sittings[i]
		}
	}
	return nil
}
