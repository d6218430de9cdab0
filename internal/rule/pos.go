package rule

// Pos is where a word stands in a pack file; both are counted from 1, and the
// zero Pos means "not from a file".
type Pos struct{ Line, Col int }

// Name is a word of a pack together with its place, so that a fault can point at it.
type Name struct {
	S   string
	Pos Pos
}

// Path is names joined by dots that start at the matter at hand: "topic.l1_days".
// Inside a quantifier a path starts at the thing tried, and "here." at the matter outside.
type Path struct {
	S   string
	Pos Pos
}
