package rule

// WhoKind tells how a WHO phrase finds its post.
type WhoKind uint8

const (
	// WhoNamed is a post, role, desk, sitting or field named by one word; the compiler says which.
	WhoNamed WhoKind = iota + 1
	WhoHolder
	WhoAsker
	WhoAsked
	// WhoPath follows a path to a post or person: case.office, topic.l1.
	WhoPath
	// WhoDoer is the post that last did the named act on this matter.
	WhoDoer
	WhoAbove
	WhoBelow
	WhoRung
	WhoNextRung
	// WhoRule, WhoAsk, WhoImport and WhoOutside may stand only after "by".
	WhoRule
	WhoAsk
	WhoImport
	WhoOutside
)

// NamedAs says what a WhoNamed or WhoPath turned out to be when names were resolved.
type NamedAs uint8

const (
	AsUnknown NamedAs = iota
	AsRole            // a role of packs/common: nearest holder upwards from the place
	AsDesk            // a desk opened by the pack
	AsOutside         // an outside party: never signs in
	AsSitting         // a sitting, while it is open; between sittings its convenor answers
	AsField           // a field of the matter holding a post or person
)

// Who is one WHO phrase. Of is set for above(…) and below(…); Act for doer(…).
type Who struct {
	Kind WhoKind
	Name string  // WhoNamed
	As   NamedAs // filled by the compiler for WhoNamed
	Role string  // filled by the compiler: the common role behind a pack's own post name
	Path Path    // WhoPath
	Act  string  // WhoDoer
	Of   *Who    // WhoAbove, WhoBelow
	Pos  Pos
}
