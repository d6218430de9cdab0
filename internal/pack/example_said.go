package pack

import (
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// saidOnce is one act of an example with one text typed in it: what the program's index of
// texts and its log hold.
type saidOnce struct {
	person, matter record.ID
	act            string
	at             calendar.Instant
	field, key     string // "" an act without words
}

// remember notes who did what with which words.
func (st *stage) remember(c *matter.Command, out matter.Change) {
	if c.Act == "" || len(out.Steps) == 0 || st.w.Actor.Person == 0 {
		return
	}
	once := saidOnce{person: st.w.Actor.Person, matter: out.Steps[0].After.Key.ID, act: c.Act, at: st.w.Now}
	st.said = append(st.said, once)
	for field, v := range c.Typed {
		if key := matter.SaidKey(v.S); v.Kind == rule.Text && key != "" {
			once.field, once.key = field, key
			st.said = append(st.said, once)
		}
	}
}

// measure counts what the program asks its store: for a command its own words and act, else
// the last ones of the matter.
func (st *stage) measure(m *matter.Matter, c *matter.Command) {
	st.w.Proof.Said = map[string]bool{}
	for _, s := range st.said {
		if s.key != "" && s.person == st.w.Actor.Person {
			st.w.Proof.Said[s.key] = true
		}
	}
	if m == nil {
		return
	}
	for _, what := range st.w.Types.Get(m.Type, m.Revision).Measures() {
		var n int64
		if field, repeats := strings.CutPrefix(what, "repeats "); repeats {
			n = st.repeats(m, field, c.Typed[field].S)
		} else {
			n = st.sameMinute(m, c.Act)
		}
		st.w.Measured[what] = rule.Value{Kind: rule.Number, N: n}
	}
}

func (st *stage) repeats(m *matter.Matter, field, typed string) int64 {
	at, key, person := len(st.said), matter.SaidKey(typed), st.w.Actor.Person
	if typed == "" {
		for at--; at >= 0 && (st.said[at].matter != m.Key.ID || st.said[at].field != field); at-- {
		}
		if at < 0 {
			return 0
		}
		key, person = st.said[at].key, st.said[at].person
	}
	var n int64
	for _, s := range st.said[:at] {
		if key != "" && s.key == key && s.person == person {
			n++
		}
	}
	return n
}

func (st *stage) sameMinute(m *matter.Matter, act string) int64 {
	person, at, n := st.w.Actor.Person, st.w.Now, int64(1)
	if act == "" {
		n = 0
		for _, s := range st.said {
			if s.matter == m.Key.ID {
				act, person, at = s.act, s.person, s.at
			}
		}
	}
	for _, s := range st.said {
		if s.act == act && s.person == person && s.field == "" && s.at/calendar.Minute == at/calendar.Minute {
			n++
		}
	}
	return n
}
