package matter

import (
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
)

// Charge is what one post covers: places and departments, up to a class; above it the
// types that a power of the post opens.
type Charge struct {
	org.Scope
	Class  record.Class
	Opened []string // names of types
}

// Covers reports whether a matter lies in the charge.
func (c *Charge) Covers(m *Matter) bool {
	return (m.Class <= c.Class || slices.Contains(c.Opened, m.Type)) && c.Holds(m.Block, m.Place, m.Department)
}

// Purview is what somebody sees of a district: the one predicate behind every page, list,
// tally, search, agenda and export. See docs/adr/0010-seeing.md.
type Purview struct {
	District int32
	Charges  []Charge
	Posts    []record.ID // what they hold, and what was opened to them
	Givers   []record.ID // posts acted for by delegation: what they hold

	Below record.Class // nothing of this class or above; 0 no bound
	Whole bool         // nothing of which only the outline is seen
}

// Reached says that a matter was opened to a post that need not cover it; without Whole
// only its outline.
type Reached struct {
	Post  record.ID
	Whole bool
}

// NewPurview gives what a person in these posts sees on a day; givers are the posts that
// delegated to the person.
func NewPurview(o *org.Org, types *Types, posts, givers []record.ID, day calendar.Date) Purview {
	p := Purview{District: o.District(), Posts: posts, Givers: givers}
	for _, post := range posts {
		c := Charge{Scope: o.Covers(post), Class: record.Office}
		if c.IsZero() {
			continue
		}
		if powers := o.PowersOf(post, day); len(powers) > 0 {
			c.Opened = types.openedBy(powers)
		}
		p.add(c)
	}
	return p
}

// add joins a charge to those of the same departments and powers, and leaves out what
// another covers already.
func (p *Purview) add(c Charge) {
	for i := range p.Charges {
		k := &p.Charges[i]
		switch {
		case k.everything() && subset(c.Opened, k.Opened):
			return
		case slices.Equal(k.Departments, c.Departments) && slices.Equal(k.Opened, c.Opened):
			k.All = k.All || c.All
			k.Areas = slices.Concat(k.Areas, c.Areas)
			if k.All {
				k.Areas = nil
			}
			return
		}
	}
	if c.everything() {
		p.Charges = slices.DeleteFunc(p.Charges, func(k Charge) bool { return subset(k.Opened, c.Opened) })
	}
	p.Charges = append(p.Charges, c)
}

// everything reports a charge of the whole district and all departments.
func (c *Charge) everything() bool { return c.All && len(c.Departments) == 0 }

func subset(few, many []string) bool {
	return !slices.ContainsFunc(few, func(s string) bool { return !slices.Contains(many, s) })
}

// openedBy names the types above the class office that one of the powers opens.
func (ts *Types) openedBy(powers []string) []string {
	var names []string
	for name, t := range ts.newest {
		if t.Class() > record.Office && t.Power() != "" && slices.Contains(powers, t.Power()) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// Everything is a purview of all matters of a district, for rules that look over them.
func Everything(district int32) Purview {
	return Purview{District: district, Charges: []Charge{{Scope: org.Scope{All: true}, Class: record.Judicial}}}
}

// Covers reports whether a matter lies in one of the charges or with one of the posts: that
// is seen whole, whatever it was opened to.
func (p *Purview) Covers(m *Matter) bool {
	if !p.admits(m) {
		return false
	}
	if m.Holder != 0 && (slices.Contains(p.Posts, m.Holder) || slices.Contains(p.Givers, m.Holder)) {
		return true
	}
	return slices.ContainsFunc(p.Charges, func(c Charge) bool { return c.Covers(m) })
}

// Has tells how much of a matter is seen; reached are the posts that it was opened to.
func (p *Purview) Has(m *Matter, reached []Reached) Sight {
	if p.Covers(m) {
		return Whole
	}
	sight := Nothing
	for _, r := range reached {
		switch {
		case !p.admits(m) || !slices.Contains(p.Posts, r.Post):
		case r.Whole:
			return Whole
		case !p.Whole:
			sight = Outline
		}
	}
	return sight
}

// admits reports whether a matter is of the district and within the bound.
func (p *Purview) admits(m *Matter) bool {
	return m.Key.District == p.District && (p.Below == 0 || m.Class < p.Below)
}
