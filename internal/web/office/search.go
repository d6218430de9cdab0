package office

import (
	"strings"

	"github.com/anupalan/anupalan/internal/web"
)

// Search shows what was found for a query, in either script: posts, places and departments first, then matters.
type Search struct {
	web.Base
	Query  string
	Named  []NamedHit
	Hits   []Hit
	Found  int
	Capped bool     // there are more than Found
	Forms  []string // what was looked for besides what was typed: other forms and spellings that stand in the hits
	Next   string
	Later  bool     // not the first page
	Near   []string // spellings that would find something
}

// NamedHit is a post, place or department that the query names or begins to name.
type NamedHit struct {
	Kind string
	Name string
	Note string
	Href string
	Open []MatterRow // its open matters, soonest due first, where the query names it outright
}

// Hit is one matter found, with the words that matched marked.
type Hit struct {
	Kind     string // what it is, in the reader's language
	Title    []Match
	Href     string
	Number   []Match
	Standing web.Standing
	Note     string
	Text     []Match // words around what was found beyond the title
	Where    []Match // holder and place, where only these or the number were found
}

// Match is a run of the text of a hit; Hit marks what was asked for.
type Match struct {
	Text string
	Hit  bool
}

// Plain is the title without marks.
func (h Hit) Plain() string {
	var b strings.Builder
	for _, m := range h.Title {
		b.WriteString(m.Text)
	}
	return b.String()
}

// Again is the search for another spelling.
func (s *Search) Again(q string) string { return web.With("/search", "q", q) }
