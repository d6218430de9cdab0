package pack

import (
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

// compare looks at every fact of "then" and gives the first that differs.
func (st *stage) compare(x *Example, why string) *Fault {
	for _, f := range x.Then {
		got := why
		if f.Key.S != "refused" {
			got = st.look(f)
		}
		if got != f.Want {
			return &Fault{
				File: st.pack.File, Pos: f.Key.Pos, Key: "pack.example_differs", Args: []any{x.Name, f.Key.S, f.Want, got}, pass: passMeaning,
			}
		}
	}
	return nil
}

// look gives one named fact as text, "none" where there is nothing.
func (st *stage) look(f Fact) string {
	words := strings.Fields(f.Key.S)
	head, m := words[0], st.w.Matters[st.main]
	if of, rest, ok := strings.Cut(head, "."); ok {
		if t := st.w.Types.Get(m.Type, m.Revision); t.Cohort(of) != nil {
			return st.cohort(t, m, of, rest)
		}
		m, head = st.other(of), rest
		if m == nil {
			return "none"
		}
	}
	arg := strings.Join(words[1:], " ")
	switch head {
	case "raised":
		return strconv.Itoa(st.raised[arg])
	case "offered":
		return strconv.Itoa(st.offered[arg])
	case "letter":
		return strconv.Itoa(st.letters[arg])
	case "times":
		return strconv.Itoa(m.Memory.Times[arg])
	case "extended":
		return strconv.Itoa(m.Memory.Extended)
	case "due":
		return st.due(m, arg)
	case "holder":
		return st.holderAs(m, f.Want)
	}
	return st.value(m, head)
}

// other is the newest part of that name, or what was raised by an ask of that name.
func (st *stage) other(name string) *matter.Matter {
	var found *matter.Matter
	for _, id := range st.opened {
		m := st.w.Matters[id]
		t := st.w.Types.Get(m.Type, m.Revision)
		if t.Key() == name && t.Pack() == st.pack.Key || t.Answers() == name {
			found = m
		}
	}
	return found
}

func (st *stage) due(m *matter.Matter, clock string) string {
	at := m.Due
	if clock != "" {
		at = 0
		if c := m.Clock(clock); c != nil {
			at = c.Due
		}
	}
	if at == 0 {
		return "none"
	}
	return at.Date().String()
}

// holderAs answers with the word that was wished when it names the same post, so that an
// example may speak of roles.
func (st *stage) holderAs(m *matter.Matter, want string) string {
	t := st.w.Types.Get(m.Type, m.Revision)
	a := st.actor(t, m, rule.Name{S: want})
	if a.Post != 0 && a.Post == m.Holder {
		return want
	}
	return st.postKey(m.Holder)
}

func (st *stage) value(m *matter.Matter, head string) string {
	t := st.w.Types.Get(m.Type, m.Revision)
	st.measure(m, &matter.Command{})
	facts := t.Facts(st.w, m)
	switch head {
	case "silent":
		return yesNo(m.Silent)
	case "level":
		if rung := t.RungOf(m.Level); rung != "" {
			return rung
		}
		return "none"
	}
	if scale, word := markOf(t, head); scale && word {
		return yesNo(facts.Measure(rule.TestMark, head, "").N == 1)
	} else if scale {
		return written(facts.Measure(rule.TestMark, head, ""))
	}
	return written(facts.Value(head))
}

func markOf(t *matter.Type, key string) (scale, word bool) {
	for _, s := range t.Scales() {
		if s.Key == key {
			return true, false
		}
		for _, m := range s.Marks {
			if m.Key == key {
				return true, true
			}
		}
	}
	return false, false
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func written(v rule.Value) string {
	switch v.Kind {
	case rule.None:
		return "none"
	case rule.Codes, rule.Links, rule.File:
		return strings.Join(v.List, " ")
	case rule.Moment:
		return calendar.Instant(v.N).Date().String()
	}
	return v.Written()
}
