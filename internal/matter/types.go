package matter

import "slices"

// Types are the compiled types a district runs: the newest revision of each, and the
// older ones under which matters are still open. It is immutable.
type Types struct {
	newest   map[string]*Type
	revision map[typeAt]*Type
	parts    map[string][]*Type
	pointing map[string][]pointer
	answers  map[string]*Type
	offering bool
}

type typeAt struct {
	name     string
	revision int
}

// pointer is a field of one type that links to another.
type pointer struct {
	from  *Type
	field string
}

// NewTypes indexes compiled types. Where two types answer one ask, answers says which pack
// is chosen (ask to pack, from the profile); otherwise the first answers.
func NewTypes(list []*Type, answers map[string]string) *Types {
	ts := &Types{
		newest: map[string]*Type{}, revision: map[typeAt]*Type{}, parts: map[string][]*Type{},
		pointing: map[string][]pointer{}, answers: map[string]*Type{},
	}
	for _, t := range list {
		ts.revision[typeAt{t.Name(), t.Revision()}] = t
		ts.offering = ts.offering || slices.ContainsFunc(t.def.Acts, func(a Act) bool { return len(a.Offers) > 0 })
		if old := ts.newest[t.Name()]; old == nil || old.Revision() < t.Revision() {
			ts.newest[t.Name()] = t
		}
	}
	for _, t := range list {
		if ts.newest[t.Name()] == t {
			ts.index(t, answers)
		}
	}
	return ts
}

func (ts *Types) index(t *Type, answers map[string]string) {
	if t.Of() != "" {
		parent := t.Pack() + "." + t.Of()
		ts.parts[parent] = append(ts.parts[parent], t)
	}
	for i := range t.def.Fields {
		if f := &t.def.Fields[i]; f.Type == TMatter {
			to := t.Pack() + "." + f.Arg
			ts.pointing[to] = append(ts.pointing[to], pointer{t, f.Key})
		}
	}
	ask := t.Answers()
	if ask == "" {
		return
	}
	chosen, said := answers[ask]
	if old := ts.answers[ask]; old == nil && !said || said && chosen == t.Pack() {
		ts.answers[ask] = t
	}
}

// Get gives the type of a revision, or the newest when that one is gone; nil if unknown.
func (ts *Types) Get(name string, revision int) *Type {
	if t := ts.revision[typeAt{name, revision}]; t != nil {
		return t
	}
	return ts.newest[name]
}

// Newest gives the type under which new matters open; nil if unknown.
func (ts *Types) Newest(name string) *Type { return ts.newest[name] }

// Parts lists the types that are parts of a type.
func (ts *Types) Parts(name string) []*Type { return ts.parts[name] }

// Answering gives the type that answers an ask; nil if none does.
func (ts *Types) Answering(ask string) *Type { return ts.answers[ask] }

// Offering tells whether an act of any type lays drafts before a post.
func (ts *Types) Offering() bool { return ts.offering }

// All lists the newest types, in no order.
func (ts *Types) All() []*Type {
	all := make([]*Type, 0, len(ts.newest))
	for _, t := range ts.newest {
		all = append(all, t)
	}
	return all
}
