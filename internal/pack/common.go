package pack

import (
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/rule"
)

func newCommon() *Common {
	return &Common{Roles: map[string]org.Role{}, Fields: map[string]matter.Field{}, Asks: map[string]matter.Ask{}}
}

var whatCommon = whatFile

// readRoles reads "key: Hindi | English | level[, tree]".
func (r *reader) readRoles(root *node) {
	c := r.world.common
	for _, e := range r.commonEntries(root, "roles") {
		name, rest, ok := r.line(e, true)
		if !ok {
			continue
		}
		level, tree := cutComma(rest)
		role := org.Role{Key: e.key, Name: name, Level: level.S}
		if !in(placeKinds, level.S) {
			r.shape(level.Pos, "pack.role_level", e.key, level.S)
		}
		if t, ok := trees[tree.S]; ok {
			role.Tree = t
		} else {
			r.shape(tree.Pos, "pack.role_tree", tree.S)
		}
		c.Roles[e.key] = role
		c.RoleOrder = append(c.RoleOrder, e.key)
	}
}

var trees = map[string]org.Tree{"": org.Common, "common": org.Common, "police": org.Police, "election": org.Election}

func cutComma(n rule.Name) (head, tail rule.Name) {
	for i := range len(n.S) {
		if n.S[i] == ',' {
			head = rule.Halves(n.S[:i], n.Pos)[0]
			return head, rule.Halves(n.S[i+1:], rule.Pos{Line: n.Pos.Line, Col: n.Pos.Col + i + 1})[0]
		}
	}
	return n, rule.Name{Pos: n.Pos}
}

// commonEntries gives the entries under the one key of a common file.
func (r *reader) commonEntries(root *node, key string) []entry {
	if !r.block(root, root.pos, want{whatCommon, key, ""}) {
		return nil
	}
	for _, e := range root.entries {
		if e.key == key && e.val.kind == mapping {
			return e.val.entries
		}
	}
	return nil
}

// readFields reads the fields that every matter may have.
func (r *reader) readFields(root *node) {
	list := r.commonEntries(root, "fields")
	if list == nil {
		return
	}
	for _, f := range r.fields(entry{key: "fields", pos: root.pos, val: &node{kind: mapping, entries: list, pos: root.pos}}) {
		f.Common = true
		r.world.common.Fields[f.Key] = f
		r.world.common.FieldOrder = append(r.world.common.FieldOrder, f.Key)
	}
	r.settleNames()
}

// readAsks reads "key: Hindi | English | to WHO about ENTRY at place within DURATION offers_only".
func (r *reader) readAsks(root *node) {
	c := r.world.common
	for _, e := range r.commonEntries(root, "asks") {
		name, rest, ok := r.line(e, true)
		if !ok {
			continue
		}
		a := matter.Ask{Key: e.key, Name: name, Pos: e.pos}
		for _, w := range rule.Words(rest.S, rest.Pos) {
			switch w.S {
			case "to":
				a.ToWho = true
			case "at":
				a.AtPlace = true
			case "about":
				a.About = true
			case "within":
				a.Within = true
			case "offers_only":
				a.OffersOnly = true
			case "WHO", "ENTRY", "DURATION", "place":
			default:
				r.shape(w.Pos, "pack.ask_word", w.S)
			}
		}
		c.Asks[e.key] = a
		c.AskOrder = append(c.AskOrder, e.key)
	}
}
