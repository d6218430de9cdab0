package pack

import (
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

func (r *reader) draws(e entry) {
	list := r.entries(e)
	r.pack.Draws = make([]Draw, 0, len(list))
	for _, c := range list {
		d := Draw{Key: c.key, Pos: c.pos}
		if r.block(c.val, c.pos, want{whatDraw, "name from take to every", "not shown"}) {
			for _, k := range c.val.entries {
				r.drawKey(&d, k)
			}
		}
		r.pack.Draws = append(r.pack.Draws, d)
		at := len(r.pack.Draws) - 1
		r.later(func() {
			d := &r.pack.Draws[at]
			r.frameNames(&d.From, nil)
			r.whoNames(nil, &d.To)
			if w, _, _ := strings.Cut(d.Take, " "); rule.IsName(w) {
				if _, ok := r.setting(w); !ok {
					r.names(d.Pos, "pack.no_setting", w, rule.Meant(w, r.settingKeys()))
				}
			}
		})
	}
}

func (r *reader) drawKey(d *Draw, k entry) {
	switch k.key {
	case "name":
		d.Name = r.text(k)
	case "from":
		d.From = r.frame(k)
	case "take":
		d.Take = r.word(k).S
	case "to":
		if w := r.who(r.word(k)); w != nil {
			d.To = *w
		}
	case "every":
		d.Every = r.rhythm(k)
	case "not":
		list := r.words(k)
		d.Not = strs(list)
		for _, w := range list {
			if !in("own_department own_posting declared_kin holder above(holder) asked asker", w.S) {
				r.shape(w.Pos, "pack.draw_not", w.S)
			}
		}
	case "shown":
		d.Shown = r.word(k).S
	}
}

const indicatorKeys = "count sum fed score out_of better per target pace bands locks offers owner rank"

func (r *reader) indicators(e entry) {
	list := r.entries(e)
	r.pack.Indicators = make([]Indicator, 0, len(list))
	for _, c := range list {
		x := Indicator{Key: c.key, Pos: c.pos, Target: map[string]string{}, Score: map[string]int{}}
		if r.block(c.val, c.pos, want{whatIndicator, "name", indicatorKeys}) {
			for _, k := range c.val.entries {
				r.indicatorKey(&x, k)
			}
			if len(x.Count) == 0 && !x.Fed && len(x.Score) == 0 {
				r.shape(c.pos, "pack.indicator_of", c.key)
			}
		}
		r.pack.Indicators = append(r.pack.Indicators, x)
		at := len(r.pack.Indicators) - 1
		r.later(func() { r.indicatorNames(&r.pack.Indicators[at], c, fieldKeysOf(list)) })
	}
}

func fieldKeysOf(list []entry) []string {
	var keys []string
	for _, e := range list {
		keys = append(keys, e.key)
	}
	return keys
}

func (r *reader) indicatorKey(x *Indicator, k entry) {
	switch k.key {
	case "name":
		x.Name = r.text(k)
	case "count":
		x.Count = r.frames(k)
	case "sum":
		r.sum(x, k)
	case "out_of":
		x.OutOf = r.frames(k)
	case "better":
		x.Better = r.oneOf(k, "up down")
	case "per":
		x.Per = strs(r.words(k))
	case "target":
		r.target(x, k)
	case "fed":
		x.Fed = true
		r.block(k.val, k.pos, want{whatIndicator, "by count due", "out_of"})
	case "score":
		r.score(x, k)
	case "owner":
		x.Owner = r.word(k).S
	}
}

// sum reads a frame that also names the field summed.
func (r *reader) sum(x *Indicator, k entry) {
	if k.val.kind != mapping {
		r.shape(k.pos, "pack.wants_block", whatFrame)
		return
	}
	rest := &node{kind: mapping, flow: k.val.flow, pos: k.val.pos}
	for _, c := range k.val.entries {
		if c.key == "field" {
			x.Field = r.word(c).S
		} else {
			rest.entries = append(rest.entries, c)
		}
	}
	x.Count = []rule.Frame{r.frame(entry{key: k.key, pos: k.pos, val: rest})}
	if x.Field == "" {
		r.shape(k.pos, "pack.key_missing", whatIndicator, "field")
	}
}

func (r *reader) target(x *Indicator, k entry) {
	if k.val.kind == scalar {
		x.Target[""] = r.word(k).S
		return
	}
	for _, c := range k.val.entries {
		x.Target[c.key] = r.word(c).S
	}
}

// score reads the weights, which must make a hundred.
func (r *reader) score(x *Indicator, k entry) {
	sum := 0
	for _, c := range k.val.entries {
		w := r.word(c)
		n, err := strconv.Atoi(w.S)
		if err != nil || n < 1 || n > 100 {
			r.shape(w.Pos, "pack.not_number", c.key, w.S, 1, 100)
		}
		x.Score[c.key] = n
		sum += n
	}
	if sum != 100 {
		r.meaning(k.pos, "pack.weights", sum)
	}
}

func (r *reader) indicatorNames(x *Indicator, c entry, all []string) {
	for i := range x.Count {
		r.frameNames(&x.Count[i], nil)
	}
	for i := range x.OutOf {
		r.frameNames(&x.OutOf[i], nil)
	}
	for key := range x.Score {
		if !in(joined(all), key) {
			r.names(c.val.get("score").pos, "pack.no_such", kinds["indicator"], key, rule.Meant(key, all))
		}
	}
	for _, t := range x.Target {
		if _, ok := r.setting(t); !ok && rule.IsName(t) {
			r.names(c.val.get("target").pos, "pack.no_setting", t, rule.Meant(t, r.settingKeys()))
		}
	}
	for _, w := range r.listOf(c, "per") {
		if !in(placeKinds, w.S) && !in("department rung day week month quarter year post", w.S) && !r.perField(x, w.S) {
			r.names(w.Pos, "pack.per", w.S)
		}
	}
}

// perField reports whether a figure may be cut by a field: a code, a post or a row.
func (r *reader) perField(x *Indicator, key string) bool {
	for _, f := range x.Count {
		for _, s := range f.Of {
			d := r.heads[s.Name]
			for d != nil {
				if at := d.field(key); at != nil {
					return at.Type == matter.TOneOf || at.Type == matter.TPost || at.Type == matter.TEntry
				}
				d = r.heads[d.def.Of]
			}
		}
	}
	return false
}
