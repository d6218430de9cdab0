package office

import "github.com/anupalan/anupalan/internal/web"

// Work is "my work": what the post owes, most urgent first, and what waits for its check.
type Work struct {
	web.Base
	Late     []MatterRow
	Today    []MatterRow
	Week     []MatterRow
	Later    []MatterRow
	ToCheck  []MatterRow // reported by others, to be checked by this post
	Checking web.Count   // reported by this post, being checked
	Done     web.Count   // finished this month
	Export   []web.Link
	Offers   []Offer // drafts to be signed or set aside
}

// Total counts what the post owes.
func (w *Work) Total() int { return len(w.Late) + len(w.Today) + len(w.Week) + len(w.Later) }

// Groups are the sections that have something, in order of urgency.
func (w *Work) Groups() []WorkGroup {
	all := []WorkGroup{{"late", w.Late}, {"today", w.Today}, {"week", w.Week}, {"later", w.Later}, {"check", w.ToCheck}}
	groups := all[:0]
	for _, g := range all {
		if len(g.Rows) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// WorkGroup is one section of the list; Key is its anchor and names its head.
type WorkGroup struct {
	Key  string
	Rows []MatterRow
}
