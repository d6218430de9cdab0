package office

import "github.com/anupalan/anupalan/internal/web"

// Search shows what was found for a query, in either script: matters, meetings, posts, places.
type Search struct {
	web.Base
	Query  string
	Hits   []Hit
	Found  int
	Capped bool // there are more than Found
	Next   string
	Near   []string // spellings that would find something
}

// Hit is one thing found, with the words around what matched.
type Hit struct {
	Kind     string // what it is, in the reader's language
	Title    string
	Href     string
	Number   string
	Standing web.Standing
	Note     string
	Text     []Match
}

// Match is a run of the text around a hit; Hit marks what was asked for.
type Match struct {
	Text string
	Hit  bool
}

// Again is the search for another spelling.
func (s *Search) Again(q string) string { return web.With("/search", "q", q) }
