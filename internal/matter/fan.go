package matter

import (
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// atOnce is the most rows one command opens matters for; the rest is left to a job.
const atOnce = 500

// fan opens one matter for each row of an act's frame: twenty shares of one directive. A
// row opens nothing where a matter of this kind from it stands open, or ever stood.
func (r *run) fan(t *Type, a *Act, parent record.ID, from int, cause string) {
	rows := r.rowsOf(t, a, parent)
	if cause == "" {
		cause = "for"
	}
	r.as(Actor{Kind: Ruling, Mode: record.Program}, func() bool {
		for i := from; i < len(rows); i++ {
			if (i-from)*max(a.For.Take, 1) >= atOnce {
				r.out.Rest = &Command{Type: t.Name(), Act: a.Key, Envelope: Envelope{Parent: parent}, From: i}
				return true
			}
			for range max(a.For.Take, 1) {
				r.fromRow(t, a, parent, &rows[i], cause)
			}
		}
		return true
	})
}

// rowsOf gives the rows of a frame: posts of a field or role and kinds of place out of the
// organisation, everything else as the caller loaded it.
func (r *run) rowsOf(t *Type, a *Act, parent record.ID) []Row {
	rows := r.w.Frames[FrameKey{t.Name(), a.Key}]
	if rows == nil {
		for i := range a.For.Of {
			rows = append(rows, r.setRows(t, &a.For.Of[i], parent)...)
		}
	}
	var here rule.Facts
	if up := r.get(parent); up != nil {
		here = r.view(up)
	}
	var picked []Row
	for i := range rows {
		if a.For.PicksFrom(rowFacts{r, t, &rows[i]}, here) {
			picked = append(picked, rows[i])
		}
	}
	return picked
}

func (r *run) setRows(t *Type, s *rule.Set, parent record.ID) []Row {
	o := r.w.Org
	switch s.Kind {
	case rule.SetPosts:
		return r.postRows(r.fieldPosts(t, s, parent))
	case rule.SetRole:
		return r.postRows(o.Posts(s.Name, 0, r.today()))
	case rule.SetPlaceKind:
		var rows []Row
		for _, id := range o.Places(0, r.today(), s.Name) {
			rows = append(rows, Row{Ref: r.ref(record.Place, id), Key: o.Place(id).Key, Name: o.Place(id).Name, Place: id})
		}
		return rows
	}
	return nil
}

func (r *run) ref(k record.Kind, id record.ID) record.Ref {
	return record.Ref{Kind: k, Key: record.Key{District: r.w.District, ID: id}}
}

// fieldPosts reads the posts of a field of the parent: "directive.owners".
func (r *run) fieldPosts(t *Type, s *rule.Set, parent record.ID) []record.ID {
	up := r.get(parent)
	if up == nil {
		return nil
	}
	path := s.Path.S
	if path == "" {
		path = s.Name
	}
	proto := view{r: r, t: t, m: &Matter{Parent: parent, Key: record.Key{District: r.w.District}}}
	val := proto.Value(path)
	if val.Missing() {
		val = r.view(up).Value(lastName(path))
	}
	var ids []record.ID
	for _, key := range append(val.List, val.S) {
		if p := r.w.postByKey(key); p != nil {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

func (r *run) postRows(ids []record.ID) []Row {
	rows := make([]Row, 0, len(ids))
	for _, id := range ids {
		p := r.w.Org.Post(id)
		rows = append(rows, Row{Ref: r.ref(record.Post, id), Key: p.Key, Name: p.Name, Place: p.Place, Post: id, Department: p.Department})
	}
	return rows
}

// fromRow opens the matter of one row. The row fills the one field of its type, the place,
// department and post, nothing else.
func (r *run) fromRow(t *Type, a *Act, parent record.ID, row *Row, cause string) {
	if r.stands(t, a, parent, row) {
		return
	}
	c := &Command{Type: t.Name(), Act: a.Key, Typed: map[string]rule.Value{}, Envelope: Envelope{
		Parent: parent, Asked: row.Post, About: row.Ref, Place: row.Place, Department: row.Department,
	}}
	if f := t.fieldFor(row.Ref.Kind); f != nil {
		c.Typed[f.Key] = rule.Value{Kind: rule.Link, S: row.Key}
	}
	if up := r.get(parent); up != nil {
		c.Envelope.Asker = up.Asker
		if up.Asker == 0 {
			c.Envelope.Asker = up.Holder
		}
	}
	v := r.proto(t, c)
	if f := v.may(a, c); f != nil {
		return
	}
	if _, f := r.open(v, a, c, cause); f != nil {
		r.err = f
	}
}

// fieldFor gives the one field that a row of a kind fills.
func (t *Type) fieldFor(k record.Kind) *Field {
	want := map[record.Kind]FieldType{record.Post: TPost, record.Entry: TEntry, record.Matter: TMatter}[k]
	if want == 0 {
		return nil
	}
	for i := range t.def.Fields {
		if t.def.Fields[i].Type == want {
			return &t.def.Fields[i]
		}
	}
	return nil
}

// stands reports whether a row has its matters: one that is open, or ever was. Where the
// frame takes several a beat ("take: 5"), those opened today count, whatever is left over.
func (r *run) stands(t *Type, a *Act, parent record.ID, row *Row) bool {
	was := r.w.Standing[StandingKey{t.Name(), parent, row.Ref}]
	r.each(func(m *Matter) {
		if m.Type != t.Name() || m.Parent != parent || m.About != row.Ref {
			return
		}
		was.Ever = true
		was.Open = was.Open || m.Phase.Open()
		if m.Opened.Date() == r.today() && r.w.Matters[m.Key.ID] == nil {
			was.Today++
		}
	})
	switch {
	case a.Once:
		return was.Ever
	case a.For.Take > 0:
		return was.Today >= a.For.Take
	}
	return was.Open
}
