package pack

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// given opens the matter of an example, in the state that is wished or where its opening
// act leads; a part gets its parent first.
func (st *stage) given(x *Example) error {
	t := st.pack.Type(x.Matter)
	if t == nil {
		return fault.New(fault.Invalid, "pack.no_such", kinds["matter"], x.Matter, "")
	}
	parent := record.ID(0)
	if t.Of() != "" {
		if f := st.openAs(st.pack.Type(t.Of()), nil, "", 0); f != nil {
			return f
		}
		parent = st.opened[0]
	}
	if f := st.openAs(t, x.Fields, x.State, parent); f != nil {
		return f
	}
	main := record.ID(0)
	for _, id := range st.opened {
		if m := st.w.Matters[id]; m.Type == t.Name() {
			main = id
			break
		}
	}
	for _, b := range x.Beside {
		if f := st.beside(b, main); f != nil {
			return f
		}
	}
	st.main = main
	return nil
}

// beside opens another matter of the pack, or of whoever answers an ask; a part of the
// first goes under it.
func (st *stage) beside(b Beside, main record.ID) error {
	t := st.pack.Type(b.Of.S)
	if t == nil {
		t = st.w.Types.Answering(b.Of.S)
	}
	if t == nil {
		return fault.New(fault.Invalid, "pack.no_such", kinds["matter"], b.Of.S, "")
	}
	parent := record.ID(0)
	if t.Of() != "" {
		parent = main
	}
	return st.openAs(t, b.Fields, "", parent)
}

// openAs opens a matter as if its papers were in order: what an example does not say is
// not asked.
func (st *stage) openAs(t *matter.Type, typed []Typed, state string, parent record.ID) error {
	a := opening(t)
	if a == nil {
		return fault.New(fault.Invalid, "pack.no_opening", t.Key())
	}
	if state == "" {
		state = a.To
	}
	c := matter.Command{Type: t.Name(), Act: a.Key, Typed: map[string]rule.Value{}, Envelope: matter.Envelope{State: state, Parent: parent}}
	st.w.Actor = st.officer(st.opener(t, a))
	st.w.Sittings = st.planned(t, st.nowhere(t))
	for _, v := range typed {
		switch {
		case v.Key.S == "asked" && t.Field("asked") == nil:
			c.Envelope.Asked = st.named(v.Text)
		case v.Key.S == "asker" && t.Field("asker") == nil:
			c.Envelope.Asker = st.named(v.Text)
		default:
			st.put(t, &c, v)
		}
	}
	if c.Envelope.Asked == 0 {
		c.Envelope.Asked = st.drawnTo(a)
	}
	if f := st.try(c); f != nil {
		return f
	}
	return nil
}

// opening is the act by which an example opens: a person's, if there is one.
func opening(t *matter.Type) *matter.Act {
	for _, a := range t.Opening() {
		if !a.ByRule() {
			return a
		}
	}
	if len(t.Opening()) > 0 {
		return t.Opening()[0]
	}
	return nil
}

// opener is the first post that the opening act names, else the head of the district.
func (st *stage) opener(t *matter.Type, a *matter.Act) record.ID {
	m := st.nowhere(t)
	for i := range a.By {
		if w := &a.By[i]; w.Kind == rule.WhoNamed && w.As != rule.AsField && w.As != rule.AsSitting {
			if p := t.Resolve(st.w, m, w); p != 0 {
				return p
			}
		}
	}
	if h := headOf(st.org); h != nil {
		return h.ID
	}
	return 0
}

// nowhere is a matter not yet opened, at the district's seat.
func (st *stage) nowhere(t *matter.Type) *matter.Matter {
	m := &matter.Matter{Type: t.Name(), Revision: t.Revision(), Key: record.Key{District: st.w.District}}
	if h := headOf(st.org); h != nil {
		m.Place, m.Department = h.Place, h.Department
	}
	return m
}

// drawnTo is the post to whom a draw gives what it opens.
func (st *stage) drawnTo(a *matter.Act) record.ID {
	if a.For == nil {
		return 0
	}
	for _, s := range a.For.Of {
		for _, d := range st.pack.Draws {
			if s.Kind == rule.SetDraw && d.Key == s.Name {
				return st.named(d.To.Name)
			}
		}
	}
	return 0
}

// named finds a post by the word of a pack, a role or its own key.
func (st *stage) named(word string) record.ID {
	if id := st.org.ByKey(record.Post, matter.DeskKey(st.pack.Key, word)); id != 0 {
		return id
	}
	if id := st.org.ByKey(record.Post, word); id != 0 {
		return id
	}
	role := word
	if p, ok := st.pack.Scope.Posts[word]; ok && len(p.Roles) > 0 {
		role = p.Roles[0].Role
	}
	for _, id := range st.org.Posts(role, 0, st.w.Now.Date()) {
		return id
	}
	return 0
}

func (st *stage) officer(post record.ID) matter.Actor {
	return matter.Actor{Post: post, Person: st.org.Holder(post, st.w.Now.Date()).Person}
}

// step does one act of an example.
func (st *stage) step(s Step) *fault.Fault {
	name := s.Act.S
	m := st.w.Matters[st.main]
	part, act, isPart := strings.Cut(name, ".")
	t := st.w.Types.Get(m.Type, m.Revision)
	if isPart {
		if t = st.pack.Type(part); t == nil {
			t = st.w.Types.Answering(part)
		}
		if a := t.Act(act); a != nil && a.Opens() {
			return st.openPart(t, act, s)
		}
		if m = st.partFor(t, s); m == nil {
			return fault.New(fault.Invalid, "pack.no_part", part, st.w.Matters[st.main].Type)
		}
		name = act
	}
	st.w.Actor = st.actor(t, m, s.Who)
	c := matter.Command{Matter: m.Key, Act: name, Typed: map[string]rule.Value{}}
	st.w.Proof = matter.Proof{}
	for _, v := range s.Typed {
		st.put(t, &c, v)
	}
	return st.try(c)
}

func (st *stage) openPart(t *matter.Type, act string, s Step) *fault.Fault {
	main := st.w.Matters[st.main]
	c := matter.Command{Type: t.Name(), Act: act, Typed: map[string]rule.Value{}}
	if t.Of() != "" {
		c.Envelope.Parent = main.Key.ID
	}
	st.w.Actor = st.actor(st.w.Types.Get(main.Type, main.Revision), main, s.Who)
	st.w.Proof = matter.Proof{}
	for _, v := range s.Typed {
		st.put(t, &c, v)
	}
	return st.try(c)
}

// partFor picks the part an act is meant for: the newest that the one who acts holds, else
// the newest.
func (st *stage) partFor(t *matter.Type, s Step) *matter.Matter {
	var newest, held *matter.Matter
	for _, id := range st.opened {
		if m := st.w.Matters[id]; m.Type == t.Name() {
			newest = m
			if post := st.actor(t, m, s.Who).Post; post != 0 && m.Holder == post {
				held = m
			}
		}
	}
	if held != nil {
		return held
	}
	return newest
}

// actor finds who acts: a sitting, a party, or the post behind a WHO.
func (st *stage) actor(t *matter.Type, m *matter.Matter, who rule.Name) matter.Actor {
	st.w.Sittings = st.planned(t, m)
	if f := t.Field(who.S); f != nil && f.Type == matter.TPerson || who.S == "outside" {
		return matter.Actor{Kind: matter.Citizen, Is: []string{who.S}}
	}
	if hasSitting(st.pack, who.S) {
		return st.sitting(t, m, who.S)
	}
	w, slips := rule.ParseWho(who)
	if len(slips) > 0 {
		return matter.Actor{}
	}
	if w.Kind == rule.WhoImport {
		a := st.officer(headOf(st.org).ID)
		a.Kind = matter.Sheet
		return a
	}
	if w.Kind == rule.WhoNamed {
		if p, ok := st.pack.Scope.Posts[w.Name]; ok {
			postAs(&w, p)
		} else if id := st.org.ByKey(record.Post, w.Name); id != 0 {
			return st.officer(id)
		} else if t.Field(w.Name) != nil {
			w.As = rule.AsField
		} else {
			w.As, w.Role = rule.AsRole, w.Name
		}
	}
	return st.officer(t.Resolve(st.w, m, &w))
}

// planned gives the next sitting of every series, not yet open, so that its convenor can
// answer for what waits for it.
func (st *stage) planned(t *matter.Type, m *matter.Matter) []matter.Session {
	var list []matter.Session
	for i := range st.pack.Sittings {
		d := &st.pack.Sittings[i]
		list = append(list, matter.Session{
			ID: record.ID(70 + i), Key: d.Type(), State: "planned", On: st.w.Now.Date(), Matters: []record.ID{m.Key.ID},
			Chair: t.Resolve(st.w, m, &d.Chair), Convenor: t.Resolve(st.w, m, &d.Convenor),
		})
	}
	return list
}

// sitting lets the convenor record for a sitting that is open that day.
func (st *stage) sitting(t *matter.Type, m *matter.Matter, key string) matter.Actor {
	st.w.Sittings = st.planned(t, m)
	for i := range st.w.Sittings {
		s := &st.w.Sittings[i]
		if s.Key == st.pack.Key+"."+key {
			s.State, s.Open = "held", true
			a := st.officer(s.Convenor)
			a.Sitting = s.ID
			return a
		}
	}
	return matter.Actor{}
}

// put types one value into a command: a field, a proof, or a word of a standard act.
func (st *stage) put(t *matter.Type, c *matter.Command, v Typed) {
	switch key := v.Key.S; {
	case key == "photo" || key == "old_photo":
		st.photo(c, v.Text, key == "photo")
	case key == "visited":
		st.w.Proof.Visit = &matter.Visit{At: st.w.Now, NoFix: "no_signal"}
	case key == "served":
		st.w.Proof.Served = map[string]calendar.Instant{v.Text: st.w.Now}
	case key == "confirmed":
		st.w.Proof.Confirmed = map[string]calendar.Instant{v.Text: st.w.Now}
	case key == "contact":
		c.Typed[key] = rule.Value{Kind: rule.Text, S: v.Text}
	case key == "reason":
		c.Reason = v.Text
	case key == "to" && t.Field("to") == nil:
		c.To, _ = calendar.ParseDate(v.Text)
		c.Post = st.named(v.Text)
	case key == "until" && t.Field("until") == nil:
		c.Until, _ = calendar.ParseDate(v.Text)
	default:
		st.field(t, c, v)
	}
}

func (st *stage) field(t *matter.Type, c *matter.Command, v Typed) {
	f := t.Field(v.Key.S)
	if f == nil {
		common, ok := st.set.Common.Fields[v.Key.S]
		if !ok {
			return
		}
		f = &common
	}
	if v.Key.S == "remark" {
		c.Words = v.Text
		if a := t.Act(c.Act); a != nil && !asked(a, "remark") {
			return
		}
	}
	switch {
	case v.Map != nil:
		c.Typed[f.Key] = rule.Value{Kind: rule.Answers, Map: v.Map}
	case v.List != nil:
		c.Typed[f.Key], _ = ValueOf(f, strings.Join(v.List, ";"))
	default:
		c.Typed[f.Key], _ = ValueOf(f, v.Text)
	}
}

// asked reports whether an act takes a field; a coded reason may carry a remark anyway.
func asked(a *matter.Act, key string) bool {
	return slices.ContainsFunc(slices.Concat(a.Asks, a.May), func(n rule.Name) bool { return n.S == key })
}

// photo hands in a picture taken just now on the spot, or one seen before.
func (st *stage) photo(c *matter.Command, name string, fresh bool) {
	sha := "photo-" + name
	f := matter.FileFact{Taken: st.w.Now, Image: true, Seen: !fresh, Visit: &matter.Visit{At: st.w.Now, NoFix: "no_signal"}}
	st.w.Proof.Files = map[string]matter.FileFact{sha: f}
	c.Typed["photo"] = rule.Value{Kind: rule.File, List: []string{sha}}
}
