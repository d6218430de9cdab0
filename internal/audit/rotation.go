package audit

import (
	"strconv"
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/fault"
)

// Rotation hands a district's log over from one key to the next. It is signed by the old key, which so vouches for the
// new one, and enters the log as an event.
type Rotation struct {
	District int32
	From     string // public line of the old key
	To       string // public line of the new key
	Size     int64  // the last size that the old key signs for
	At       int64  // microseconds since 1970-01-01 UTC
}

const rotationTitle = "anupalan key rotation"

func (r Rotation) text() string {
	return strings.Join([]string{
		rotationTitle, originPrefix + strconv.Itoa(int(r.District)), r.From, r.To,
		strconv.FormatInt(r.Size, 10), time.UnixMicro(r.At).UTC().Format(timeForm), "",
	}, "\n")
}

// Rotate signs the hand-over of a log at a size from the old key to the new one.
func Rotate(district int32, old, next Key, size, at int64) (string, error) {
	return old.sign(Rotation{district, old.public, next.public, size, at}.text())
}

// OpenRotation reads a rotation and checks that the key it takes over from signed it.
func OpenRotation(signed string) (Rotation, error) {
	text, _, _ := strings.Cut(signed, "\n\n")
	lines := strings.Split(text, "\n")
	if len(lines) != 6 || lines[0] != rotationTitle {
		return Rotation{}, fault.New(fault.Invalid, "audit.rotation_form")
	}
	district, err1 := strconv.ParseInt(strings.TrimPrefix(lines[1], originPrefix), 10, 32)
	size, err2 := strconv.ParseInt(lines[4], 10, 64)
	at, err3 := time.Parse(timeForm, lines[5])
	r := Rotation{int32(district), lines[2], lines[3], size, at.UnixMicro()}
	if err1 != nil || err2 != nil || err3 != nil || r.text() != text+"\n" {
		return Rotation{}, fault.New(fault.Invalid, "audit.rotation_form")
	}
	if err := opened(signed, r.From); err != nil {
		return Rotation{}, err
	}
	return r, nil
}

// Trust is whom to believe for a district's log: the first public line, known from outside, and the rotations since.
type Trust struct {
	district int32
	public   []string
	until    []int64 // last size of each key but the newest
}

// NewTrust follows the rotations from the first key on; each must be signed by the key before and come at a later size.
func NewTrust(district int32, first string, rotations ...string) (Trust, error) {
	t := Trust{district: district, public: []string{first}}
	last := int64(0)
	for i, signed := range rotations {
		r, err := OpenRotation(signed)
		if err != nil {
			return Trust{}, err
		}
		if r.District != district || r.From != t.public[i] || r.Size < last {
			return Trust{}, fault.New(fault.Invalid, "audit.rotation_chain", i+1)
		}
		t.public, t.until, last = append(t.public, r.To), append(t.until, r.Size), r.Size
	}
	return t, nil
}

// Open reads a head of the district and checks that the key whose turn it was at that size signed it.
func (t Trust) Open(signed string) (Head, error) {
	h, err := ReadHead(signed)
	if err != nil {
		return Head{}, err
	}
	if h.District != t.district {
		return Head{}, fault.New(fault.Invalid, "audit.head_district", h.District, t.district)
	}
	turn := 0
	for turn < len(t.until) && h.Size > t.until[turn] {
		turn++
	}
	return OpenHead(signed, t.public[turn])
}
