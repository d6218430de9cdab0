package rule

import (
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
)

// Written gives a literal as it is written in a pack.
func (v Value) Written() string {
	switch v.Kind {
	case Number:
		return strconv.FormatInt(v.N, 10)
	case Money:
		return amount(v.N)
	case Date:
		return calendar.Date(v.N).String()
	case YesNo:
		if v.N != 0 {
			return "yes"
		}
		return "no"
	case Length:
		return v.Span.String()
	}
	return v.S
}

// amount writes paise as "10 crore", "2 lakh" or whole rupees.
func amount(paise int64) string {
	switch {
	case paise != 0 && paise%1_00_00_000_00 == 0:
		return strconv.FormatInt(paise/1_00_00_000_00, 10) + " crore"
	case paise != 0 && paise%1_00_000_00 == 0:
		return strconv.FormatInt(paise/1_00_000_00, 10) + " lakh"
	}
	return strconv.FormatInt(paise/100, 10)
}

// phrase builds a phrase from clauses, leaving out the empty ones.
type phrase struct{ strings.Builder }

func (p *phrase) add(key, body string) {
	if body == "" {
		return
	}
	if p.Len() > 0 {
		p.WriteByte(' ')
	}
	if key != "" {
		p.WriteString(key)
		p.WriteByte(' ')
	}
	p.WriteString(body)
}

func (p *phrase) flag(word string, on bool) {
	if on {
		p.add("", word)
	}
}

func namesString(list []Name, join string) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = n.S
	}
	return strings.Join(words, " "+join+" ")
}

func whosString(list []Who) string {
	words := make([]string, len(list))
	for i, w := range list {
		words[i] = w.String()
	}
	return strings.Join(words, " or ")
}

func spansString(list []calendar.Span) string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = s.String()
	}
	return strings.Join(words, " and ")
}

// String gives the phrase as it is written in a pack, its clauses in the usual order.
func (a ActPhrase) String() string {
	var p phrase
	for _, c := range a.Clauses() {
		if c.Value == "" {
			p.flag(c.Key, true)
		} else {
			p.add(c.Key, c.Value)
		}
	}
	return p.String()
}

// Clause is one clause of an act: its word and what follows; a flag has no value.
type Clause struct{ Key, Value string }

// Clauses gives the clauses that are said, in the usual order.
func (a ActPhrase) Clauses() []Clause {
	var list []Clause
	add := func(key, value string) {
		if value != "" {
			list = append(list, Clause{key, value})
		}
	}
	add("from", namesString(a.From, "or"))
	add("to", a.To.S)
	add("by", whosString(a.By))
	add("not", whosString(a.Not))
	if a.Every != nil {
		add("every", a.Every.String())
	}
	add("asks", namesString(a.Asks, "and"))
	add("may", namesString(a.May, "and"))
	add("reasons", a.Reasons.S)
	calls := make([]string, len(a.Needs))
	for i, c := range a.Needs {
		calls[i] = c.String()
	}
	add("needs", strings.Join(calls, " and "))
	add("letter", a.Letter.S)
	if a.Bulk > 0 {
		add("bulk", strconv.Itoa(a.Bulk))
	}
	if a.Offline {
		list = append(list, Clause{Key: "offline"})
	}
	return list
}

// String gives the phrase as it is written in a pack.
func (s StatePhrase) String() string {
	var p phrase
	p.add("", s.Phase.S)
	if s.With != nil {
		p.add("with", s.With.String())
	}
	p.add("within", s.Within.String())
	p.add("by", s.By.S)
	p.add("until", s.Until.S)
	p.flag("outside", s.Outside)
	p.add("warn", spansString(s.Warn))
	p.add("speaks", s.Speaks.String())
	p.flag("climbs", s.Climbs)
	return p.String()
}

// String gives the phrase as it is written in a pack.
func (g RungPhrase) String() string {
	var p phrase
	p.add("with", g.With.String())
	p.add("within", g.Within.String())
	p.add("", g.Manner.S)
	return p.String()
}

// String gives the phrase as it is written in a pack.
func (l LetterPhrase) String() string {
	var p phrase
	p.add("", l.Kind.S)
	p.add("to", l.To.String())
	p.add("copy", whosString(l.Copy))
	p.add("reply", l.Reply.String())
	return p.String()
}
