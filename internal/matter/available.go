package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// ActView is one act that the actor may do now, and what a form must ask for it.
type ActView struct {
	Key      string
	Name     i18n.Text
	To       i18n.Text // where it leads; none if it stays or a code decides
	Asks     []*Field
	May      []*Field
	Reasons  []Code
	Words    bool // asks free words: a reason or a note
	Post     bool // asks for a post
	Day      bool // asks for a day
	Needs    []Guard
	Letter   string
	Picks    []Pick // drafts or sets to choose from, where there are several
	Bulk     int
	Offline  bool
	Checks   bool // accepts another's work, so never by a delegate
	Standard bool
	Stopped  *Stop // a law that says no for now; the act is shown, and refused by this name
}

// Available lists what the actor may do to a matter now: the pack's acts in its order, then
// the standard ones. What "when" hides is left out; what a law stops is shown with the law.
func Available(w *World, m *Matter) []ActView {
	v := newRun(w).view(m)
	if v.t == nil || v.sight() == Nothing {
		return nil
	}
	var list []ActView
	for _, a := range v.t.ActsFrom(m.State) {
		f := v.may(a, &Command{})
		if f != nil && Refused(f).Step != StepStop {
			continue
		}
		av := v.actView(a)
		if f != nil {
			av.Stopped = v.stopNamed(a.Key)
		}
		list = append(list, av)
	}
	return append(list, v.standards()...)
}

func (v view) stopNamed(act string) *Stop {
	for _, s := range v.t.StopsFor(act) {
		if ok, _ := s.When.Holds(v); ok {
			return s
		}
	}
	return nil
}

func (v view) actView(a *Act) ActView {
	av := ActView{
		Key: a.Key, Name: a.Name, Needs: a.Needs, Letter: a.Letter, Bulk: a.Bulk, Offline: a.Offline, Checks: v.checks(a),
		Asks: v.fields(a.Asks), May: v.fields(a.May),
	}
	if s := v.t.State(a.To); s != nil {
		av.To = s.Name
	}
	if a.Reasons != nil {
		av.Reasons = v.codes(a.Reasons)
	}
	for i := range a.Needs {
		for _, key := range guardReads[a.Needs[i].Name] {
			if f := v.t.Field(key); f != nil && !has(av.Asks, key) && !has(av.May, key) {
				av.May = append(av.May, f)
			}
		}
	}
	return av
}

func has(list []*Field, key string) bool {
	for _, f := range list {
		if f.Key == key {
			return true
		}
	}
	return false
}

func (v view) fields(names []rule.Name) []*Field {
	var list []*Field
	for _, n := range names {
		if f := v.t.Field(n.S); f != nil {
			list = append(list, f)
		}
	}
	return list
}

// codes are the reasons open here: the list's, or those of it that a path allows.
func (v view) codes(r *Reasons) []Code {
	sc := v.t.Scope()
	if sc == nil {
		return nil
	}
	allowed := rule.Value{}
	if r.Path.S != "" {
		allowed = v.Value(r.Path.S)
	}
	var list []Code
	for _, c := range sc.Lists[r.List].Codes {
		if !c.Retired && (r.Path.S == "" || slices.Contains(allowed.List, c.Key)) {
			list = append(list, c)
		}
	}
	return list
}

// standards lists the standard and always-there acts that are open to the actor.
func (v view) standards() []ActView {
	var list []ActView
	for _, key := range StandardActs() {
		std, _ := standardActOf(key)
		if std.may(v) != nil {
			continue
		}
		av := ActView{Key: key, Name: actName(key), Standard: true}
		v.standardAsks(&av)
		list = append(list, av)
	}
	return list
}

// standardAsks says what the form of a standard act asks.
func (v view) standardAsks(av *ActView) {
	al := v.t.Allows()
	switch av.Key {
	case "transfer":
		av.Reasons = v.codes(&Reasons{List: al.Transfer.Reasons})
		av.Post = al.Transfer.To == nil && !v.exhausted(al.Transfer)
		av.Needs, av.Asks = al.Transfer.Needs, v.fields(al.Transfer.Asks)
	case "extend":
		av.Asks, av.Letter = v.fields(al.Extend.Asks), al.Extend.Letter
		av.Words, av.Day = !al.Extend.byPaper(), len(al.Extend.dates(v.t)) == 0
	case "grant_time":
		av.Day = true
	case "sign_offer":
		av.Picks = v.picks()
	case "set_aside":
		av.Picks, av.Words = v.picks(), true
	case "except":
		av.Picks, av.Reasons = v.setPicks(), v.r.exceptCodes(v.exceptable()[0])
	case "refuse_time", "climb", "hand_back", "correct", "merge", "note", "carry":
		av.Words = true
	case "pause":
		av.Reasons, av.Day = v.codes(&Reasons{List: al.Pause.Reasons}), true
	case "withdraw":
		av.Needs, av.Words = al.Withdraw.Needs, true
	case "pass_down":
		av.Post = true
	}
}

// Pick is one of several drafts or sets that an act may mean.
type Pick struct {
	ID      record.ID
	Name    i18n.Text
	Subject string
}

func (v view) picks() []Pick {
	var list []Pick
	for _, o := range v.offers() {
		list = append(list, Pick{ID: o.ID, Name: v.t.askName(o.Ask), Subject: o.Subject})
	}
	return several(list)
}

func (v view) setPicks() []Pick {
	var list []Pick
	for _, x := range v.exceptable() {
		if t := v.r.w.Types.Get(x.Type, x.Revision); t != nil && t.Cohort(x.Cohort) != nil {
			list = append(list, Pick{ID: x.Of, Name: t.Cohort(x.Cohort).Name})
		}
	}
	return several(list)
}

func several(list []Pick) []Pick {
	if len(list) < 2 {
		return nil
	}
	return list
}

func (t *Type) askName(ask string) i18n.Text {
	if sc := t.Scope(); sc != nil {
		return sc.Asks[ask].Name
	}
	return i18n.Text{}
}

// Opening is an act by which the actor may make a new matter.
type Opening struct {
	Type *Type
	Act  ActView
}

// Openings lists the acts that open a matter for the actor: parts of a matter when one is
// given, else whole matters of a type. What is asked decides; "when" is tried as it stands.
func Openings(w *World, parent *Matter, types ...*Type) []Opening {
	r := newRun(w)
	c := Command{}
	if parent != nil {
		types, c.Envelope.Parent = w.Types.Parts(parent.Type), parent.Key.ID
	}
	var list []Opening
	for _, t := range types {
		if parent == nil && t.Of() != "" {
			continue
		}
		v := r.proto(t, &c)
		for _, a := range t.opens {
			if a.ByRule() || v.may(a, &c) != nil {
				continue
			}
			list = append(list, Opening{t, v.actView(a)})
		}
	}
	return list
}
