package matter

import (
	"crypto/sha256"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// World is all that a decision may look at. The caller loads it; what Type.Reads does not
// ask for may be left empty. Decide changes nothing in it but the id maker and the serials.
type World struct {
	Now       calendar.Instant
	District  int32
	Actor     Actor
	Purview   *Purview // what the actor sees; nil: what the post acted in sees
	Org       *org.Org
	Types     *Types
	Calendar  *calendar.Calendar               // the district's
	Calendars map[record.ID]*calendar.Calendar // places with one of their own; the nearest upwards counts
	Settings  map[string]Given                 // pack.setting: values of the State and the district
	Rows      map[RowKey]*Row                  // catalogue and register rows that matters point to
	Matters   map[record.ID]*Matter            // the matter, its parents and parts, what it links to
	Sittings  []Session                        // those about the matters, and the open ones
	Frames    map[FrameKey][]Row               // rows of an act's "for" that the organisation does not know
	Standing  map[StandingKey]Standing         // which rows of a "for" have a matter already
	Measured  map[string]rule.Value            // "repeats done", "same_minute", "changed local_head", of the matter
	Carries   map[string]Carry                 // by pack: what its newest revision takes over
	Proof     Proof
	Seed      [32]byte // from a good source, new for every command; salts are made from it
	IDs       *record.Maker
	Serial    func(series string) int64 // next number of a series; nil leaves matters without number
}

// ActorKind says in what character somebody acts.
type ActorKind uint8

// The characters.
const (
	Officer ActorKind = iota
	Citizen           // the party itself, by a one-time code
	Sheet             // a sheet brought in by a named officer
	Raiser            // another matter's raise; never given from outside
	Ruling            // a clock or condition; never given from outside
)

// Actor is who acts, in which post, for whom and how.
type Actor struct {
	Kind    ActorKind
	Person  record.ID
	Post    record.ID
	For     record.ID // post acted for, under a delegation
	Mode    record.Mode
	Sitting record.ID // the open sitting in whose name it acts
	Is      []string  // fields of the matter that a citizen was proved to be: filer
}

// As is the post in whose duty the actor acts.
func (a Actor) As() record.ID {
	if a.For != 0 {
		return a.For
	}
	return a.Post
}

// Given is a setting's value and who gave it: the district's office or a profile's revision.
type Given struct {
	Value  rule.Value
	Source string
}

// RowKey names a row of a book, "pack.book" and the row's key.
type RowKey struct{ Book, Key string }

// Row is a row of a register, a place or a post, as conditions and frames see it.
type Row struct {
	Ref        record.Ref
	Key        string
	Name       i18n.Text
	Place      record.ID
	Post       record.ID
	Department record.ID
	Values     map[string]rule.Value
	Lat, Lon   int32 // millionths of a degree; both 0 not known
}

// Session is a sitting as matters see it.
type Session struct {
	ID       record.ID
	Key      string // pack.sitting
	State    string // planned, held, not_held, cancelled
	Open     bool
	On       calendar.Date
	Chair    record.ID
	Convenor record.ID
	Of       record.ID // the matter it is a part of
	Matters  []record.ID
}

// FrameKey names the rows of one act's "for".
type FrameKey struct{ Type, Act string }

// StandingKey asks whether a row has a matter of a type.
type StandingKey struct {
	Type   string
	Parent record.ID
	Row    record.Ref
}

// Standing is the answer, out of the store: one is open, there ever was one, and how many
// were opened today.
type Standing struct {
	Open, Ever bool
	Today      int
}

// Carry says which open matters a newer revision takes over, and where they go: old state
// to new, a state it does not name keeps its name.
type Carry struct {
	From   int
	States map[string]string
}

// Proof is what was found about this command before it is decided.
type Proof struct {
	Files     map[string]FileFact         // by SHA-256 in hex
	Visit     *Visit                      // where the doer stood
	Served    map[string]calendar.Instant // letters of the matter with service recorded
	Confirmed map[string]calendar.Instant // parties that confirmed by one-time code
	Said      map[string]bool             // SaidKey of earlier replies and of templates
}

// FileFact is what a file's own data say, read before it was stored.
type FileFact struct {
	Taken calendar.Instant // 0 unknown
	Image bool
	Seen  bool // the same file, or a picture too like it, was given before
	Visit *Visit
}

// Visit is where somebody stood and when, or why that is not known.
type Visit struct {
	At       calendar.Instant
	Lat, Lon int32  // millionths of a degree
	NoFix    string // code: no_signal, denied, no_device; "" has a position
}

// salt makes the salt of one value of one event; without the seed it cannot be guessed.
func (w *World) salt(ev record.ID, path string) [16]byte {
	var in [40]byte
	copy(in[:], w.Seed[:])
	for i := range 8 {
		in[32+i] = byte(ev >> (8 * i))
	}
	sum := sha256.Sum256(append(in[:], path...))
	return [16]byte(sum[:16])
}

// calendarAt gives the calendar of a place: the nearest upwards, else the district's.
func (w *World) calendarAt(place record.ID) *calendar.Calendar {
	if len(w.Calendars) > 0 {
		for _, p := range w.placesUp(place) {
			if c := w.Calendars[p]; c != nil {
				return c
			}
		}
	}
	return w.Calendar
}

// setting gives a value with its source: the district's or State's over the pack's.
func (w *World) setting(t *Type, name string) Given {
	if g, ok := w.Settings[t.Pack()+"."+name]; ok {
		return g
	}
	if sc := t.Scope(); sc != nil {
		if s, ok := sc.Settings[name]; ok {
			return Given{Value: s.Value, Source: t.source()}
		}
	}
	return Given{}
}

func (t *Type) source() string { return t.Pack() + "@" + itoa(t.Revision()) }
