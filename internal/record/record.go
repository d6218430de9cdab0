package record

import (
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
)

// Kind is what a reference points at. The numbers are stored and hashed: never change or reuse one.
type Kind uint8

// The kinds.
const (
	Matter     Kind = 1
	Place      Kind = 2
	Department Kind = 3
	Post       Kind = 4
	Person     Kind = 5
	Tenure     Kind = 6
	Delegation Kind = 7
	Power      Kind = 8
	Sitting    Kind = 9
	Series     Kind = 10
	Entry      Kind = 11 // a row of a register
	Setting    Kind = 12
	File       Kind = 13
	Letter     Kind = 14
	Indicator  Kind = 15
	Reading    Kind = 16 // an observation of an indicator
	Target     Kind = 17
	Cohort     Kind = 18
	Draw       Kind = 19
	Holiday    Kind = 20
	Link       Kind = 21
	Token      Kind = 22
	Log        Kind = 23 // the audit log itself: key rotations
	Import     Kind = 24
	Job        Kind = 25
	Pack       Kind = 26
	Reveal     Kind = 27 // personal data shown to somebody
	Usage      Kind = 28 // what a district means by a name, or whom it usually asks
)

var kindNames = [...]string{
	Matter: "matter", Place: "place", Department: "department", Post: "post", Person: "person", Tenure: "tenure",
	Delegation: "delegation", Power: "power", Sitting: "sitting", Series: "series", Entry: "entry", Setting: "setting", File: "file",
	Letter: "letter", Indicator: "indicator", Reading: "reading", Target: "target", Cohort: "cohort", Draw: "draw", Holiday: "holiday",
	Link: "link", Token: "token", Log: "log", Import: "import", Job: "job", Pack: "pack", Reveal: "reveal", Usage: "usage",
}

// String gives the stable name of the kind: "matter".
func (k Kind) String() string {
	if int(k) < len(kindNames) && k > 0 {
		return kindNames[k]
	}
	return "kind" + itoa(int(k))
}

// ParseKind reads the name of a kind.
func ParseKind(s string) (Kind, bool) {
	for k, n := range kindNames {
		if n == s && n != "" {
			return Kind(k), true
		}
	}
	return 0, false
}

// Ref points at one thing of a kind.
type Ref struct {
	Kind Kind
	Key  Key
}

// IsZero reports that the reference points at nothing.
func (r Ref) IsZero() bool { return r == Ref{} }

// String gives matter:d218-06r4g3k1n8q0z.
func (r Ref) String() string { return r.Kind.String() + ":" + r.Key.String() }

// ParseRef reads the form of Ref.String.
func ParseRef(s string) (Ref, error) {
	kind, key, ok := strings.Cut(s, ":")
	k, known := ParseKind(kind)
	if !ok || !known {
		return Ref{}, fault.New(fault.Invalid, "record.ref_form", s)
	}
	at, err := ParseKey(key)
	if err != nil {
		return Ref{}, err
	}
	return Ref{Kind: k, Key: at}, nil
}

// Class says who may see a thing at all; a higher class needs more. The order is stored.
type Class uint8

// The classes, in rising order.
const (
	Public     Class = iota // anybody
	Office                  // every officer whose post covers it
	Restricted              // posts with a named power: complainant identity, vulnerability, discipline
	Judicial                // the court or authority and its registry
)

// Within reports whether a clearance opens the class.
func (c Class) Within(clearance Class) bool { return c <= clearance }

var classNames = [...]string{"public", "office", "restricted", "judicial"}

// String gives the stable name of the class.
func (c Class) String() string {
	if int(c) < len(classNames) {
		return classNames[c]
	}
	return "class" + itoa(int(c))
}

// ParseClass reads the name of a class.
func ParseClass(s string) (Class, bool) {
	for c, n := range classNames {
		if n == s {
			return Class(c), true
		}
	}
	return 0, false
}

// Mode is how an act was done.
type Mode uint8

// The modes.
const (
	InPerson Mode = iota // the officer, signed in
	Delegate             // an officer in another post's stead
	Program              // a rule, a timer or a token
)

// String gives the stable name of the mode.
func (m Mode) String() string {
	switch m {
	case Delegate:
		return "delegate"
	case Program:
		return "program"
	}
	return "in_person"
}

func itoa(n int) string { return strconv.Itoa(n) }
