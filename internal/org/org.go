package org

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// Org is an immutable snapshot of one district's organisation. It may be shared freely.
type Org struct {
	district int32
	rows     Rows
	roles    map[string]Role

	places  map[record.ID]int32
	depts   map[record.ID]int32
	posts   map[record.ID]int32
	persons map[record.ID]int32
	byKey   map[keyed]record.ID

	children  [][]int32              // of a place, in the order of names
	postsAt   map[roleAt][]int32     // posts of a role at a place
	byRole    map[string][]int32     // posts of a role, by path and key
	tenures   [][]int32              // of a post, newest first
	charges   map[record.ID][]int32  // tenures of a person, newest first
	given     map[record.ID][]int32  // delegations to a person
	vested    map[record.ID][]int32  // powers of a post
	superiors []int32                // of a post, -1 none
	hung      map[hook]int32         // the one root of another tree under a place
	inside    map[record.ID][]string // paths of common places that lie in a place of another tree
	finder    func() *finder         // made when first asked
	scopes
}

type keyed struct {
	kind record.Kind
	key  string
}

type roleAt struct {
	role  string
	place int32
}

type hook struct {
	place int32
	tree  Tree
}

// None is the index of nothing.
const none = int32(-1)

// New makes a snapshot from the rows of a district and the common roles. It refuses
// unknown references, double keys and loops, naming each; dated rules are Check's.
func New(district int32, rows Rows, roles []Role) (*Org, error) {
	o := &Org{district: district, rows: rows.clone(), roles: map[string]Role{}}
	for _, r := range roles {
		o.roles[r.Key] = r
	}
	wrong := fault.New(fault.Invalid, "org.unsound")
	o.indexKeys(wrong)
	if err := wrong.Any(); err != nil {
		return nil, err
	}
	o.indexPlaces(wrong)
	o.indexPosts(wrong)
	if err := wrong.Any(); err != nil {
		return nil, err
	}
	o.indexTenures()
	o.finder = sync.OnceValue(func() *finder { return newFinder(o) })
	o.root = sync.OnceValue(o.rootPath)
	return o, nil
}

// clone copies the lists, so that nobody can change a snapshot through what he passed in.
func (r Rows) clone() Rows {
	return Rows{
		Places: slices.Clone(r.Places), Departments: slices.Clone(r.Departments), Posts: slices.Clone(r.Posts), Persons: slices.Clone(r.Persons),
		Tenures: slices.Clone(r.Tenures), Delegations: slices.Clone(r.Delegations), Powers: slices.Clone(r.Powers),
	}
}

// Rows gives the rows of the snapshot; they must not be changed.
func (o *Org) Rows() Rows { return o.rows }

// District gives the number of the district.
func (o *Org) District() int32 { return o.district }

func (o *Org) indexKeys(wrong *fault.Fault) {
	o.byKey = map[keyed]record.ID{}
	o.places = index(o, wrong, record.Place, o.rows.Places, func(p *Place) (record.ID, string) { return p.ID, p.Key })
	o.depts = index(o, wrong, record.Department, o.rows.Departments, func(d *Department) (record.ID, string) { return d.ID, d.Key })
	o.posts = index(o, wrong, record.Post, o.rows.Posts, func(p *Post) (record.ID, string) { return p.ID, p.Key })
	o.persons = index(o, wrong, record.Person, o.rows.Persons, func(p *Person) (record.ID, string) { return p.ID, p.Key })
}

// index maps ids to places in the list and enters the keys; an id or key twice is a fault.
func index[T any](o *Org, wrong *fault.Fault, kind record.Kind, list []T, of func(*T) (record.ID, string)) map[record.ID]int32 {
	at := make(map[record.ID]int32, len(list))
	for i := range list {
		id, key := of(&list[i])
		if _, twice := at[id]; twice || id == 0 {
			wrong.With(kind.String()+" "+key, "org.id_twice", id)
			continue
		}
		at[id] = int32(i)
		if key == "" && kind == record.Person {
			continue // erased: he stays in his tenures, without a name
		}
		k := keyed{kind, key}
		if _, twice := o.byKey[k]; twice || key == "" {
			wrong.With(kind.String()+" "+key, "org.key_twice", key)
			continue
		}
		o.byKey[k] = id
	}
	return at
}

// ByKey finds a place, department, post or person by its key, 0 if there is none.
func (o *Org) ByKey(kind record.Kind, key string) record.ID { return o.byKey[keyed{kind, key}] }

// Place gives a place, or nil if it is not of this district.
func (o *Org) Place(id record.ID) *Place { return find(o.rows.Places, o.places, id) }

// Department gives a department, or nil.
func (o *Org) Department(id record.ID) *Department { return find(o.rows.Departments, o.depts, id) }

// Post gives a post, or nil if it is not of this district.
func (o *Org) Post(id record.ID) *Post { return find(o.rows.Posts, o.posts, id) }

// Person gives a person, or nil.
func (o *Org) Person(id record.ID) *Person { return find(o.rows.Persons, o.persons, id) }

// Role gives a common role by its key, and false if packs/common has none such.
func (o *Org) Role(key string) (Role, bool) { r, ok := o.roles[key]; return r, ok }

// Roles gives the common roles in the order of their keys.
func (o *Org) Roles() []Role {
	list := slices.Collect(maps.Values(o.roles))
	slices.SortFunc(list, func(a, b Role) int { return strings.Compare(a.Key, b.Key) })
	return list
}

func find[T any](list []T, at map[record.ID]int32, id record.ID) *T {
	if i, ok := at[id]; ok {
		return &list[i]
	}
	return nil
}

func (o *Org) indexPosts(wrong *fault.Fault) {
	o.postsAt, o.byRole = map[roleAt][]int32{}, map[string][]int32{}
	o.superiors = make([]int32, len(o.rows.Posts))
	for i := range o.rows.Posts {
		p := &o.rows.Posts[i]
		o.superiors[i] = none
		if up, ok := o.posts[p.ReportsTo]; ok {
			o.superiors[i] = up
		} else if p.ReportsTo != 0 {
			wrong.With("post "+p.Key, "org.unknown_superior", p.Key)
		}
		at, ok := o.places[p.Place]
		if !ok {
			wrong.With("post "+p.Key, "org.unknown_place", p.Key)
			continue
		}
		if _, ok := o.depts[p.Department]; !ok {
			wrong.With("post "+p.Key, "org.unknown_department", p.Key)
		}
		o.enterRoles(int32(i), p, at)
	}
	for _, list := range o.byRole {
		slices.SortFunc(list, o.byPath)
	}
	for _, list := range o.postsAt {
		slices.SortFunc(list, o.byPath)
	}
	o.proveChain(wrong)
}

func (o *Org) enterRoles(i int32, p *Post, at int32) {
	for n := -1; n < len(p.Also); n++ {
		r := p.Role
		if n >= 0 {
			r = p.Also[n]
		}
		if r == "" || (n >= 0 && (r == p.Role || slices.Contains(p.Also[:n], r))) {
			continue
		}
		o.byRole[r] = append(o.byRole[r], i)
		o.postsAt[roleAt{r, at}] = append(o.postsAt[roleAt{r, at}], i)
	}
}

// byPath orders posts by place, root first, then by key.
func (o *Org) byPath(a, b int32) int {
	p, q := &o.rows.Posts[a], &o.rows.Posts[b]
	if c := strings.Compare(o.rows.Places[o.places[p.Place]].Path, o.rows.Places[o.places[q.Place]].Path); c != 0 {
		return c
	}
	return strings.Compare(p.Key, q.Key)
}

// proveChain reports every chain of superiors that comes back to itself, once.
func (o *Org) proveChain(wrong *fault.Fault) {
	walk := make([]int32, len(o.superiors)) // the walk that first came by, counted from 1
	for i := range o.superiors {
		at, mine := int32(i), int32(i)+1
		for at != none && walk[at] == 0 {
			walk[at] = mine
			at = o.superiors[at]
		}
		if at != none && walk[at] == mine {
			wrong.With("post "+o.rows.Posts[at].Key, "org.chain_loop", o.rows.Posts[at].Key)
			o.superiors[at] = none
		}
	}
}

func (o *Org) indexTenures() {
	o.tenures = make([][]int32, len(o.rows.Posts))
	o.charges, o.given, o.vested = map[record.ID][]int32{}, map[record.ID][]int32{}, map[record.ID][]int32{}
	for i := range o.rows.Tenures {
		t := &o.rows.Tenures[i]
		if at, ok := o.posts[t.Post]; ok {
			o.tenures[at] = append(o.tenures[at], int32(i))
		}
		o.charges[t.Person] = append(o.charges[t.Person], int32(i))
	}
	for _, list := range o.tenures {
		slices.SortFunc(list, o.newest)
	}
	for _, list := range o.charges {
		slices.SortFunc(list, o.newest)
	}
	for i := range o.rows.Delegations {
		d := &o.rows.Delegations[i]
		o.given[d.Person] = append(o.given[d.Person], int32(i))
	}
	for i := range o.rows.Powers {
		p := &o.rows.Powers[i]
		o.vested[p.Post] = append(o.vested[p.Post], int32(i))
	}
}

// newest orders tenures: substantive before additional, then the later first.
func (o *Org) newest(a, b int32) int {
	t, u := &o.rows.Tenures[a], &o.rows.Tenures[b]
	if t.Kind != u.Kind {
		return int(t.Kind) - int(u.Kind)
	}
	return int(u.From) - int(t.From)
}

// alive reports whether the post exists on the day.
func (p *Post) alive(day calendar.Date) bool { return On(day, p.From, p.To) }
