package record

import (
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
)

// Key names one row of one district; it is shown and sent as d218-06r4g3k1n8q0z.
type Key struct {
	District int32
	ID       ID
}

// MaxDistrict is the largest district number a key can hold.
const MaxDistrict = 999_999

// IsZero reports that the key names nothing.
func (k Key) IsZero() bool { return k == Key{} }

// alphabet is Crockford's base 32 in lower case: no i, l, o, u.
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"

const idChars = 13

// String gives the id alone in 13 characters of base 32, which sort as the ids do.
func (id ID) String() string {
	var b [idChars]byte
	v := uint64(id)
	for i := idChars - 1; i >= 0; i-- {
		b[i] = alphabet[v&31]
		v >>= 5
	}
	return string(b[:])
}

// ParseID reads the 13 characters of ID.String; i and l count as 1, o as 0, capitals as small letters.
func ParseID(s string) (ID, error) {
	if len(s) != idChars {
		return 0, fault.New(fault.Invalid, "record.id_length", s, idChars)
	}
	var v uint64
	for i := range len(s) {
		d := value(s[i])
		if d < 0 {
			return 0, fault.New(fault.Invalid, "record.id_letter", s, string(s[i]))
		}
		if i == 0 && d > 7 {
			return 0, fault.New(fault.Invalid, "record.id_form", s)
		}
		v = v<<5 | uint64(d)
	}
	return ID(v), nil
}

// value gives what a character of the alphabet stands for, or -1.
func value(c byte) int {
	if c >= 'A' && c <= 'Z' {
		c += 'a' - 'A'
	}
	switch c {
	case 'i', 'l':
		return 1
	case 'o':
		return 0
	}
	return strings.IndexByte(alphabet, c)
}

// String gives d<district>-<id>.
func (k Key) String() string { return "d" + itoa(int(k.District)) + "-" + k.ID.String() }

// ParseKey reads the form of Key.String and says which part is wrong.
func ParseKey(s string) (Key, error) {
	head, tail, ok := strings.Cut(s, "-")
	if !ok || len(head) < 2 || len(head) > 7 || (head[0] != 'd' && head[0] != 'D') {
		return Key{}, fault.New(fault.Invalid, "record.key_form", s)
	}
	district := int32(0)
	for _, c := range []byte(head[1:]) {
		if c < '0' || c > '9' {
			return Key{}, fault.New(fault.Invalid, "record.key_district", s)
		}
		district = district*10 + int32(c-'0')
	}
	if head[1] == '0' && len(head) > 2 || district > MaxDistrict {
		return Key{}, fault.New(fault.Invalid, "record.key_district", s)
	}
	id, err := ParseID(tail)
	if err != nil {
		return Key{}, err
	}
	return Key{District: district, ID: id}, nil
}
