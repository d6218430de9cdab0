package matter

// Phase is the closed set that every state of every type maps to.
type Phase uint8

const (
	New      Phase = iota + 1 // not yet taken up
	Working                   // the holder must act
	Waiting                   // somebody else must act, the holder chases; can still be late
	Reported                  // claimed done, to be accepted
	Closed                    // done, counts
	Void                      // never was; out of every count unless named
)

var phaseWords = [...]string{"", "new", "working", "waiting", "reported", "closed", "void"}

// String gives the word used in packs and in the API.
func (p Phase) String() string {
	if int(p) < len(phaseWords) {
		return phaseWords[p]
	}
	return ""
}

// ParsePhase reads the word of a phase; zero if it is none.
func ParsePhase(s string) Phase {
	for i, w := range phaseWords {
		if w == s && i > 0 {
			return Phase(i)
		}
	}
	return 0
}

// Open reports whether a matter in this phase is still owed.
func (p Phase) Open() bool { return p >= New && p <= Reported }
