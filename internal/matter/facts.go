package matter

import (
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// view lets conditions ask a matter; it implements rule.Facts.
type view struct {
	r    *run
	t    *Type
	m    *Matter
	part *view // the part at hand, while a law of the parent is asked about it
}

// Now is the instant of the command.
func (v view) Now() calendar.Instant { return v.r.w.Now }

// Reach reckons a length by the calendar of the matter's place.
func (v view) Reach(from calendar.Instant, s calendar.Span) calendar.Instant {
	return v.r.w.calendarAt(v.m.Place).Due(from, s).At
}

// Setting gives the value in force for the matter's pack.
func (v view) Setting(name string) rule.Value { return v.r.w.setting(v.t, name).Value }

// Value follows a path from the matter.
func (v view) Value(p string) rule.Value {
	head, rest, deep := strings.Cut(p, ".")
	if !deep {
		return v.plain(head)
	}
	if head == v.t.Key() {
		return v.Value(rest)
	}
	if v.part != nil && head == v.part.t.Key() {
		return v.part.Value(rest)
	}
	if rest == "on" && v.t.Act(head) != nil {
		return v.Measure(rule.TestActOn, head, "")
	}
	if up, ok := v.above(head); ok {
		return up.Value(rest)
	}
	return v.through(head, rest)
}

// above gives the parent of that name, or a parent's parent.
func (v view) above(name string) (view, bool) {
	for m, t := v.m, v.t; m.Parent != 0 && t.Of() != ""; {
		of := t.Of()
		m = v.r.get(m.Parent)
		if m == nil {
			return view{}, false
		}
		if t = v.r.typeOf(m); t == nil {
			return view{}, false
		}
		if of == name {
			return view{r: v.r, t: t, m: m}, true
		}
	}
	return view{}, false
}

// through goes on from what a field points to: a matter, a row, a post.
func (v view) through(head, rest string) rule.Value {
	val := v.plain(head)
	if val.Kind != rule.Link || val.S == "" {
		if f := v.t.Field(head); f == nil || f.Type != TChecklist {
			return rule.Value{}
		}
		return rule.Value{Kind: rule.Code, S: val.Map[rest]}
	}
	if m := v.linked(val.S); m != nil {
		return v.r.view(m).Value(rest)
	}
	if row := v.r.row(v.t, head, val.S); row != nil {
		return row.Value(rest)
	}
	if post := v.r.w.postByKey(val.S); post != nil {
		return v.r.w.postValue(post, rest)
	}
	return rule.Value{}
}

// linked gives the loaded matter behind a link's key.
func (v view) linked(key string) *Matter {
	k, err := record.ParseKey(key)
	if err != nil {
		return nil
	}
	return v.r.get(k.ID)
}

// row gives a row of the book that a field of the type points to; nil if not loaded.
func (r *run) row(t *Type, field, key string) *rowFacts {
	f := t.Field(field)
	if f == nil || f.Type != TEntry {
		return nil
	}
	row := r.w.Rows[RowKey{t.Pack() + "." + f.Arg, key}]
	if row == nil {
		return nil
	}
	return &rowFacts{r, t, row}
}

// plain gives what stands under one name: a column, a field, a derived sum, a mark.
func (v view) plain(name string) rule.Value {
	if val, ok := v.column(name); ok {
		return val
	}
	f := v.t.Field(name)
	if f != nil && (f.Type == TSumOf || f.Type == TCountOf) {
		return v.derived(f)
	}
	if val, ok := v.m.Memory.Fields[name]; ok {
		return val
	}
	switch {
	case f == nil:
		return v.mark(name)
	case f.PersonOf != "":
		return v.heldThen(f)
	}
	return rule.Value{}
}

// heldThen gives who held a post on a day: "person of asked on happened_on".
func (v view) heldThen(f *Field) rule.Value {
	day := v.day(f.PersonOn)
	post := v.word(f.PersonOf).Post
	if val := v.Value(f.PersonOf); !val.Missing() {
		post = v.byValue(val, f.PersonOf).Post
	}
	if p := v.r.w.Org.Person(v.r.w.Org.Holder(post, day).Person); p != nil && day != 0 {
		return link(p.Key)
	}
	return rule.Value{}
}

func (v view) column(name string) (rule.Value, bool) {
	m, w := v.m, v.r.w
	switch name {
	case "state":
		return code(m.State), true
	case "phase":
		return code(m.Phase.String()), true
	case "level":
		return v.level(), true
	case "subject":
		return text(m.Subject), true
	case "detail":
		return text(m.Detail), true
	case "number":
		return text(m.Number), true
	case "place":
		return link(w.placeKey(m.Place)), true
	case "department":
		return link(w.departmentKey(m.Department)), true
	case "holder":
		return link(w.postKey(m.Holder)), true
	case "asker":
		return link(w.postKey(m.Asker)), true
	case "asked":
		return link(w.postKey(m.Asked)), true
	case "taken_at":
		return link(keyText(m.Key.District, m.TakenAt)), true
	case "received":
		if _, typed := m.Memory.Fields[name]; typed {
			return rule.Value{}, false
		}
		return rule.Value{Kind: rule.Date, N: int64(m.Opened.Date())}, true
	case "due":
		return v.due(), true
	}
	return rule.Value{}, false
}

// due is the earliest limit, or before there is one the day asked for.
func (v view) due() rule.Value {
	if v.m.Due != 0 {
		return rule.Value{Kind: rule.Moment, N: int64(v.m.Due)}
	}
	return v.m.Memory.Fields["due"]
}

// level is the rung's key, with its number for comparisons.
func (v view) level() rule.Value {
	if rung := v.t.rungAt(v.m.Level); rung != nil {
		return rule.Value{Kind: rule.Code, S: rung.Key, N: int64(v.m.Level)}
	}
	return rule.Value{}
}

// derived reckons "sum of PART.FIELD" and "count of PART"; it is never typed.
func (v view) derived(f *Field) rule.Value {
	part, field, _ := strings.Cut(f.Arg, ".")
	sum := rule.Value{Kind: rule.Number}
	for _, m := range v.Members(part, "") {
		if f.Type == TCountOf {
			sum.N++
			continue
		}
		if x := m.Value(field); !x.Missing() && m.Value("phase").S != Void.String() {
			sum.Kind, sum.N = x.Kind, sum.N+x.N
		}
	}
	return sum
}

func code(s string) rule.Value { return word(rule.Code, s) }
func text(s string) rule.Value { return word(rule.Text, s) }
func link(s string) rule.Value { return word(rule.Link, s) }

func word(k rule.ValueKind, s string) rule.Value {
	if s == "" {
		return rule.Value{}
	}
	return rule.Value{Kind: k, S: s}
}

func yes(b bool) rule.Value {
	v := rule.Value{Kind: rule.YesNo}
	if b {
		v.N = 1
	}
	return v
}

func keyText(district int32, id record.ID) string {
	if id == 0 {
		return ""
	}
	return record.Key{District: district, ID: id}.String()
}
