package rule

// Condition holds when any of its Alls holds; an empty Condition always holds.
// In a pack a map is one All and a list of maps is several.
type Condition struct {
	Any []All
	Pos Pos
}

// IsZero reports that no condition was written.
func (c Condition) IsZero() bool { return len(c.Any) == 0 }

// All holds when every test of it holds; no tests hold always.
type All struct{ Tests []Test }

// TestKind tells what a key of a condition measures.
type TestKind uint8

const (
	TestPath       TestKind = iota + 1 // a path: topic.visit, contempt
	TestState                          // state
	TestPhase                          // phase
	TestLevel                          // level
	TestMark                           // a mark by its name
	TestLate                           // late, or late CLOCK (Name)
	TestSilent                         // silent
	TestSince                          // since STATE, ACT, DATE FIELD or PHASE (Name or Path)
	TestUntil                          // until CLOCK or DATE FIELD
	TestTimes                          // times ACT or STATE
	TestRepeats                        // repeats FIELD
	TestSameMinute                     // same_minute
	TestChanged                        // changed ROLE
	TestBad                            // bad FIELD: how many bad answers the checklist has
	TestWorse                          // worse FIELD than FIELD
	TestActOn                          // ACT.on: the day an act was done
	TestSome                           // some X by FIELD: {…}
	TestNo
	TestEvery
	TestLast
	TestNot // not: {…}
)

// Test is one key of a condition with what it is compared to.
type Test struct {
	Kind  TestKind
	Key   string    // as written, for messages: "every direction"
	Name  string    // clock, state, act, field, role or set after the word
	Than  string    // worse A than B: B
	By    string    // some X by FIELD
	Path  Path      // TestPath
	Is    Operand   // what the value must be; unused for quantifiers and not
	Inner Condition // quantifiers and not
	Pos   Pos
}

// Op is how a value is compared.
type Op uint8

const (
	OpIs      Op = iota + 1 // one of Words
	OpGiven                 // present
	OpMissing               // absent
	OpOver
	OpUnder
	OpAtLeast
	OpAtMost
	OpBefore
	OpAfter
	OpUpTo
	OpSame
)

// Operand is the right side of a test. For OpIs it is Words (codes, states, yes or
// no); for a comparison exactly one of Literal, Setting and Path.
type Operand struct {
	Op      Op
	Words   []Name
	Literal Value
	Setting string
	Path    Path
	Pos     Pos
}
