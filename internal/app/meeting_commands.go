package app

import (
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/sitting"
)

// commands are what a draft becomes: one opening with all its posts where the type that
// answers takes posts, else one for each.
func (is *issue) commands(w *matter.World, at *sitting.Draft) []matter.Command {
	t := is.o.types.Answering(askDirective)
	act := raisedAct(t)
	w.Actor = is.who.actor()
	if slices.ContainsFunc(act.By, func(b rule.Who) bool { return b.Kind == rule.WhoAsk }) {
		w.Actor.Kind = matter.Raiser // the sitting asks, in the name of its chair
	}
	w.Actor.Sitting = is.key.ID
	c := matter.Command{Type: t.Name(), Act: act.Key, Typed: map[string]rule.Value{}, Envelope: matter.Envelope{
		Asker: is.d.s.Chair, Place: at.Place, Department: at.Department, Sitting: is.key.ID,
		About: record.Ref{Kind: record.Sitting, Key: is.key},
	}}
	if c.Envelope.Place == 0 {
		c.Envelope.Place = is.d.s.Place
	}
	put := func(key string, v rule.Value) {
		if taken(act, key) {
			c.Typed[key] = v
		}
	}
	put("subject", rule.Value{Kind: rule.Text, S: at.Subject})
	if at.Said != "" && at.Said != at.Subject {
		put("detail", rule.Value{Kind: rule.Text, S: at.Said})
	}
	is.dated(at, put, t, act)
	return is.addressed(c, at, t, act)
}

// dated types the day of a directive. One that nobody dated takes the office's usual limit
// from the type itself, and so says so.
func (is *issue) dated(at *sitting.Draft, put func(string, rule.Value), t *matter.Type, act *matter.Act) {
	r := at.Limit.Reckon(is.d.means)
	if at.Limit.Kind == sitting.Urgent && t.Field("urgent") != nil {
		put("urgent", rule.Value{Kind: rule.YesNo, N: 1})
	}
	if at.Limit.Kind == sitting.Recurring {
		if every, err := calendar.ParseRhythm(at.Limit.Every); err == nil && repeats(t, act, every, put) {
			return
		}
	}
	if !r.Usual {
		put("due", rule.Value{Kind: rule.Date, N: int64(r.Due)})
	}
}

// repeats types a rhythm into the field that the act takes for one.
func repeats(t *matter.Type, act *matter.Act, every calendar.Rhythm, put func(string, rule.Value)) bool {
	for _, f := range t.Fields() {
		switch {
		case !taken(act, f.Key):
		case f.Type == matter.TRhythm:
			put(f.Key, rule.Value{Kind: rule.Text, S: every.String()})
			return true
		case f.Type == matter.TDuration:
			put(f.Key, rule.Value{Kind: rule.Length, Span: turn(every)})
			return true
		}
	}
	return false
}

// addressed puts the posts of a draft into the opening, all in one where it takes posts.
func (is *issue) addressed(c matter.Command, at *sitting.Draft, t *matter.Type, act *matter.Act) []matter.Command {
	posts := at.Posts()
	for _, f := range t.Fields() {
		if f.Type == matter.TPosts && taken(act, f.Key) {
			var keys []string
			for _, id := range posts {
				keys = append(keys, is.o.org.Post(id).Key)
			}
			c.Typed[f.Key] = rule.Value{Kind: rule.Links, List: keys}
			c.Envelope.Department = 0 // it waits with its asker; each share counts in its own department
			if len(posts) == 1 {
				c.Envelope.Place = is.o.org.Post(posts[0]).Place
			}
			return []matter.Command{c}
		}
	}
	var list []matter.Command
	for _, id := range posts {
		p := is.o.org.Post(id)
		one := c
		one.Envelope.Asked, one.Envelope.Department = id, p.Department
		if at.Place == 0 {
			one.Envelope.Place = p.Place
		}
		list = append(list, one)
	}
	return list
}

// raisedAct is the act by which an ask opens a type: the one open to asks, else the first
// that a person may do.
func raisedAct(t *matter.Type) *matter.Act {
	var first *matter.Act
	for _, act := range t.Opening() {
		if slices.ContainsFunc(act.By, func(w rule.Who) bool { return w.Kind == rule.WhoAsk }) {
			return act
		}
		if first == nil && !act.ByRule() {
			first = act
		}
	}
	return first
}

// taken reports whether an act asks for, or allows, a field.
func taken(act *matter.Act, key string) bool {
	named := func(n rule.Name) bool { return n.S == key }
	return slices.ContainsFunc(act.Asks, named) || slices.ContainsFunc(act.May, named)
}
