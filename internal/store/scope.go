package store

import (
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
)

// None narrows a list to what has no department, block or holder at all.
const None record.ID = -1

// scope writes a purview as SQL: the same predicate as matter.Purview's Has.
type scope struct{ matter.Purview }

// covered is the condition of the charges alone.
func (s *scope) covered(w *where, col string) string {
	return s.anyCharge(func(c *matter.Charge) string { return chargeText(w, col, c) })
}

// anyCharge joins a condition of each charge by OR; one that is empty holds for nothing.
func (s *scope) anyCharge(text func(*matter.Charge) string) string {
	var list []string
	for i := range s.Charges {
		if cond := text(&s.Charges[i]); cond != "" {
			list = append(list, cond)
		}
	}
	switch len(list) {
	case 0:
		return "1=0"
	case 1:
		return list[0]
	}
	return "((" + strings.Join(list, ") OR (") + "))"
}

func chargeText(w *where, col string, c *matter.Charge) string {
	if !c.All && len(c.Areas) == 0 {
		return ""
	}
	cond := classText(w, col, c)
	if len(c.Departments) > 0 {
		cond += " AND " + w.oneOf(col+"department", c.Departments)
	}
	if !c.All {
		cond += " AND (" + areasText(w, col, c.Areas) + ")"
	}
	return cond
}

// classText is the condition of a charge's class and of the types that its powers open.
func classText(w *where, col string, c *matter.Charge) string {
	cond := col + "class<=" + strconv.Itoa(int(c.Class))
	if len(c.Opened) > 0 {
		cond = "(" + cond + " OR " + w.oneOf(col+"type", c.Opened) + ")"
	}
	return cond
}

func areasText(w *where, col string, areas []org.Area) string {
	whole, single := parted(areas)
	switch {
	case len(single) == 0:
		return w.oneOf(col+"block", whole)
	case len(whole) == 0:
		return w.oneOf(col+"place", single)
	}
	return w.oneOf(col+"block", whole) + " OR " + w.oneOf(col+"place", single)
}

// parted gives the whole blocks of areas, and the single places.
func parted(areas []org.Area) (whole, single []record.ID) {
	for _, a := range areas {
		if a.Place == 0 {
			whole = append(whole, a.Block)
		} else {
			single = append(single, a.Place)
		}
	}
	return whole, single
}

// holders are the posts whose matters are seen because they lie with them.
func (s *scope) holders() []record.ID {
	return append(append([]record.ID(nil), s.Posts...), s.Givers...)
}

// opened is the condition of being held by, or opened to, one of the posts.
func (s *scope) opened(w *where, col string) string {
	if len(s.Posts)+len(s.Givers) == 0 {
		return "1=0"
	}
	cond := w.oneOf(col+"holder", s.holders())
	if len(s.Posts) > 0 {
		cond += " OR EXISTS (SELECT 1 FROM reach WHERE reach.district=" + col + "district AND reach.matter=" + col + "id AND " + w.oneOf("reach.post", s.Posts) + s.inWhole() + ")"
	}
	return "(" + cond + ")"
}

// inWhole leaves out the rows of reach that open an outline only.
func (s *scope) inWhole() string {
	if s.Whole {
		return " AND whole=1"
	}
	return ""
}

// bound is the condition of the highest class; "" for none.
func (s *scope) bound(col string) string {
	if s.Below == 0 {
		return ""
	}
	return " AND " + col + "class<" + strconv.Itoa(int(s.Below))
}

// sees is the whole predicate.
func (s *scope) sees(w *where, col string) string {
	return "(" + s.covered(w, col) + " OR " + s.opened(w, col) + ")" + s.bound(col)
}

// everything reports a purview of all classes, places and departments.
func (s *scope) everything() bool {
	return s.wide(record.Judicial)
}

// wide reports a purview of all places and departments at least up to a class.
func (s *scope) wide(class record.Class) bool {
	for i := range s.Charges {
		if c := &s.Charges[i]; c.All && len(c.Departments) == 0 && c.Class >= class {
			return true
		}
	}
	return false
}

// few gives the blocks that a charge lies in if they are few, so that an index can be
// walked block by block; nil otherwise.
func few(c *matter.Charge) []record.ID {
	const most = 12
	if c.All {
		return nil
	}
	var out []record.ID
	seen := map[record.ID]bool{}
	for _, a := range c.Areas {
		if a.Block == 0 {
			return nil
		}
		if !seen[a.Block] {
			seen[a.Block] = true
			out = append(out, a.Block)
		}
	}
	if len(out) > most {
		return nil
	}
	return out
}
