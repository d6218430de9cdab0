package matter

import (
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// Type is a compiled Def: what it holds has been proved, so the engine looks names up
// without asking whether they exist. It is immutable and safe for concurrent use.
type Type struct {
	def    Def
	name   string
	states map[string]*State
	acts   map[string]*Act
	fields map[string]*Field
	clocks map[string]*Clock
	rungs  map[string]int
	stops  map[string][]*Stop
	from   map[string][]*Act
	opens  []*Act
	rules  []*Act
	counts []string // Measures
}

// newType copies the slices' headers, not their content, and indexes them by name.
func newType(d Def) *Type {
	t := &Type{
		def: d, name: d.Pack + "." + d.Key,
		states: index(d.States, func(s *State) string { return s.Key }),
		acts:   index(d.Acts, func(a *Act) string { return a.Key }),
		fields: index(d.Fields, func(f *Field) string { return f.Key }),
		clocks: index(d.Clocks, func(c *Clock) string { return c.Key }),
		rungs:  map[string]int{}, stops: map[string][]*Stop{}, from: map[string][]*Act{},
	}
	for i := range d.Ladder {
		t.rungs[d.Ladder[i].Key] = i
	}
	for i := range d.Acts {
		t.indexAct(&d.Acts[i])
	}
	for i := range d.Stops {
		for _, a := range d.Stops[i].Acts {
			t.stops[a] = append(t.stops[a], &d.Stops[i])
		}
	}
	t.counts = measures(&t.def)
	return t
}

func (t *Type) indexAct(a *Act) {
	if a.Opens() {
		t.opens = append(t.opens, a)
	}
	if a.ByRule() {
		t.rules = append(t.rules, a)
	}
	for _, s := range a.From {
		t.from[s] = append(t.from[s], a)
	}
}

func index[T any](list []T, key func(*T) string) map[string]*T {
	m := make(map[string]*T, len(list))
	for i := range list {
		m[key(&list[i])] = &list[i]
	}
	return m
}

// Name is the type's name everywhere outside its pack: pack.key.
func (t *Type) Name() string { return t.name }

// Pack is the key of the pack that declares the type.
func (t *Type) Pack() string { return t.def.Pack }

// Key is the type's name inside its pack.
func (t *Type) Key() string { return t.def.Key }

// Revision is the pack's revision; a matter keeps the one it was opened under.
func (t *Type) Revision() int { return t.def.Revision }

// Hash is the digest of the pack's meaning in hex.
func (t *Type) Hash() string { return t.def.Hash }

// Class is the class of the type's matters.
func (t *Type) Class() record.Class { return t.def.Class }

// Power is the power that opens a class above office, or "".
func (t *Type) Power() string { return t.def.Power }

// Label is the type's name for people, before a profile renames it.
func (t *Type) Label() i18n.Text { return t.def.Name }

// Of is the key of the matter this is a part of, or "".
func (t *Type) Of() string { return t.def.Of }

// Answers is the ask the type answers, or "".
func (t *Type) Answers() string { return t.def.Answers }

// Number is the pattern of the public number, or "" for the plain one.
func (t *Type) Number() string { return t.def.Number }

// Same lists the fields that are the natural key of an import.
func (t *Type) Same() []string { return t.def.Same }

// Alike lists the fields in which a possible duplicate is offered.
func (t *Type) Alike() []string { return t.def.Alike }

// Scope is what the type shares with its pack: settings, lists, posts, letters, books.
func (t *Type) Scope() *Scope { return t.def.Scope }

// State gives a state by its key, nil if there is none.
func (t *Type) State(key string) *State { return t.states[key] }

// States lists the states as written.
func (t *Type) States() []State { return t.def.States }

// Act gives an act by its key, nil if there is none.
func (t *Type) Act(key string) *Act { return t.acts[key] }

// Acts lists the acts as written.
func (t *Type) Acts() []Act { return t.def.Acts }

// ActsFrom lists the acts that leave, or stay in, a state.
func (t *Type) ActsFrom(state string) []*Act { return t.from[state] }

// Opening lists the acts that make a new matter.
func (t *Type) Opening() []*Act { return t.opens }

// Rules lists the acts done by rule, opening ones too.
func (t *Type) Rules() []*Act { return t.rules }

// Field gives a field by its key, with the common ones; nil if there is none.
func (t *Type) Field(key string) *Field { return t.fields[key] }

// Fields lists the fields as written, then the common fields that the type uses.
func (t *Type) Fields() []Field { return t.def.Fields }

// Clock gives a declared clock; a state's own limit stands in the State.
func (t *Type) Clock(key string) *Clock { return t.clocks[key] }

// Clocks lists the declared clocks.
func (t *Type) Clocks() []Clock { return t.def.Clocks }

// Rung gives the rung of a level, counted from 0; nil past the last.
func (t *Type) Rung(level int) *Rung {
	if level < 0 || level >= len(t.def.Ladder) {
		return nil
	}
	return &t.def.Ladder[level]
}

// Level gives the level of a rung's key, and whether there is such a rung.
func (t *Type) Level(key string) (int, bool) {
	n, ok := t.rungs[key]
	return n, ok
}

// Ladder lists the rungs, the lowest first.
func (t *Type) Ladder() []Rung { return t.def.Ladder }

// StopsFor lists the laws that may refuse an act.
func (t *Type) StopsFor(act string) []*Stop { return t.stops[act] }

// Stops lists the laws as written.
func (t *Type) Stops() []Stop { return t.def.Stops }

// Allows says which standard acts are open, and how far.
func (t *Type) Allows() *Allows { return &t.def.Allows }

// Scales lists the scales of marks.
func (t *Type) Scales() []Scale { return t.def.Scales }

// Cohorts lists the declared cohorts.
func (t *Type) Cohorts() []Cohort { return t.def.Cohorts }

// Seen says who sees the whole and who the outline.
func (t *Type) Seen() *Seen { return &t.def.Seen }
