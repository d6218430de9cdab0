package rule

// SetKind says what a frame runs over, once names are resolved.
type SetKind uint8

const (
	SetUnknown SetKind = iota
	SetMatter
	SetSitting
	SetRegister
	SetPlaceKind
	SetRole
	SetCohort
	SetDraw
	SetPosts // a field of posts
	SetAsk   // every matter that answers an ask
)

// Frame says "which ones". In counts a stock as on an instant, Into a flow in a
// period; never both.
type Frame struct {
	Of     []Set
	In     []Name // states or phases
	Into   []Name
	Where  Condition
	Not    Condition
	During Name
	Take   int // "take: 5" beside a for
	Pos    Pos
}

// Set is one set a frame runs over.
type Set struct {
	Name  string
	Rural bool // "panchayat rural only": towns are left out on purpose
	Kind  SetKind
	Path  Path // SetPosts: directive.owners
	Pos   Pos
}
