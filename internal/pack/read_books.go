package pack

import (
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

func (r *reader) registers(e entry) {
	for _, c := range r.entries(e) {
		keys := want{whatRegister, "name key kept_by fields", "dated agrees"}
		if c.val.get("shows") != nil {
			keys = want{whatRegister, "name shows columns", "agrees"}
		}
		if !r.block(c.val, c.pos, keys) {
			continue
		}
		b := matter.Book{Key: c.key, Pos: c.pos}
		for _, k := range c.val.entries {
			r.bookKey(&b, k)
		}
		r.pack.Scope.Books[c.key] = b
		r.later(func() { r.bookNames(c, b) })
	}
}

func (r *reader) bookKey(b *matter.Book, k entry) {
	switch k.key {
	case "name":
		b.Name = r.text(k)
	case "key":
		b.RowKey = r.word(k).S
	case "kept_by":
		b.KeptBy = r.word(k).S
	case "dated":
		b.Dated = r.yes(k)
	case "fields":
		b.Fields = r.fields(k)
	case "shows":
		f := r.frame(k)
		b.Shows = &f
	case "columns":
		b.Columns = strs(r.words(k))
	case "agrees":
		b.Agrees = r.agrees(k)
	}
}

func (r *reader) agrees(k entry) *matter.Agrees {
	a := &matter.Agrees{}
	if !r.block(k.val, k.pos, want{whatRegister, "with on same", ""}) {
		return a
	}
	for _, c := range k.val.entries {
		switch c.key {
		case "with":
			a.With = r.word(c).S
		case "on":
			a.On = r.word(c).S
		case "same":
			a.Same = strs(r.words(c))
		}
	}
	return a
}

func (r *reader) bookNames(c entry, b matter.Book) {
	if n := c.val.get("key"); n != nil && n.kind == scalar && !in(joined(fieldKeys(b.Fields)), b.RowKey) {
		r.names(n.pos, "pack.no_column", b.RowKey, b.Key, rule.Meant(b.RowKey, fieldKeys(b.Fields)))
	}
	if n := c.val.get("kept_by"); n != nil && n.kind == scalar {
		if w := r.who(n.name()); w != nil {
			r.whoNames(nil, w)
		}
	}
	if b.Shows != nil {
		r.frameNames(b.Shows, nil)
	}
	if b.Agrees == nil {
		return
	}
	at := c.val.get("agrees").pos
	other, ok := r.pack.Scope.Books[b.Agrees.With]
	if !ok {
		known(r, rule.Name{S: b.Agrees.With, Pos: at}, "register", r.pack.Scope.Books)
		return
	}
	r.used["register "+b.Key], r.used["register "+other.Key] = true, true
	if other.Shows == nil && b.Shows == nil {
		r.agreeTypes(at, &b, &other)
	}
}

// agreeTypes wants the compared columns in both books, of one type.
func (r *reader) agreeTypes(at rule.Pos, b, other *matter.Book) {
	for _, col := range append([]string{b.Agrees.On}, b.Agrees.Same...) {
		x, y := column(b, col), column(other, col)
		switch {
		case x == nil:
			r.names(at, "pack.no_column", col, b.Key, rule.Meant(col, fieldKeys(b.Fields)))
		case y == nil:
			r.names(at, "pack.no_column", col, other.Key, rule.Meant(col, fieldKeys(other.Fields)))
		case x.Type != y.Type:
			r.names(at, "pack.agree_types", col, b.Key, other.Key)
		}
	}
}

func column(b *matter.Book, key string) *matter.Field {
	for i := range b.Fields {
		if b.Fields[i].Key == key {
			return &b.Fields[i]
		}
	}
	return nil
}

func joined(list []string) string {
	s := ""
	for _, w := range list {
		s += w + " "
	}
	return s
}

func (r *reader) checklists(e entry) {
	for _, c := range r.entries(e) {
		if !r.block(c.val, c.pos, want{whatChecklist, "name revision marks bad items", ""}) {
			continue
		}
		k := matter.Checklist{Key: c.key, Pos: c.pos}
		for _, x := range c.val.entries {
			r.checklistKey(&k, x)
		}
		for _, bad := range k.Bad {
			if !hasCode(&matter.List{Codes: k.Marks}, bad) {
				r.names(c.pos, "pack.no_code", bad, c.key, rule.Meant(bad, codes(&matter.List{Codes: k.Marks})))
			}
		}
		r.pack.Scope.Checklist[c.key] = k
	}
}

func (r *reader) checklistKey(k *matter.Checklist, x entry) {
	switch x.key {
	case "name":
		k.Name = r.text(x)
	case "revision":
		k.Revision = r.number(x, 1, 9999)
	case "bad":
		k.Bad = strs(r.words(x))
	case "marks":
		for _, m := range r.coded(x) {
			if name, _, ok := r.line(m, false); ok {
				k.Marks = append(k.Marks, matter.Code{Key: m.key, Name: name, Pos: m.pos})
			}
		}
	case "items":
		for _, m := range r.coded(x) {
			r.checkItem(k, m)
		}
	}
}

// checkItem reads "Hindi | English | major photo".
func (r *reader) checkItem(k *matter.Checklist, m entry) {
	name, rest, ok := r.line(m, true)
	if !ok {
		return
	}
	item := matter.CheckItem{Key: m.key, Name: name, Pos: m.pos}
	for _, w := range rule.Words(rest.S, rest.Pos) {
		switch {
		case w.S == "photo":
			item.Photo = true
		case in("critical major minor", w.S) && item.Weight == "":
			item.Weight = w.S
		default:
			r.shape(w.Pos, "pack.item_word", w.S)
		}
	}
	if item.Weight == "" {
		r.shape(rest.Pos, "pack.item_weight", m.key)
	}
	k.Items = append(k.Items, item)
}
