package record

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/fault"
)

// Digest gives SHA-256 over the salt and then the value. Without the salt nobody can try values out against it.
func Digest(salt [16]byte, value []byte) [32]byte {
	b := make([]byte, 0, len(salt)+len(value))
	return sha256.Sum256(append(append(b, salt[:]...), value...))
}

// Sealed gives what stands in a body for the value: its salted digest in hexadecimal, 64 characters.
func (v Value) Sealed() string {
	sum := Digest(v.Salt, v.Bytes)
	return hex.EncodeToString(sum[:])
}

// Seal brings the body into canonical form and puts at each value's path the value's salted digest, whatever stood there.
// A value without a salt takes one from salt, which must be random. Sealing twice changes nothing; a value inside another
// is refused.
func (e *Event) Seal(salt func() [16]byte) error {
	if len(e.Body) == 0 {
		e.Body = []byte("{}")
	}
	tree, err := parseTree(e.Body)
	if err != nil {
		return err
	}
	for i := range e.Values {
		v := &e.Values[i]
		if v.Salt == ([16]byte{}) {
			v.Salt = salt()
		}
		if !put(tree, v.Path, v.Sealed()) {
			return fault.New(fault.Internal, "record.value_path", v.Path)
		}
	}
	for _, v := range e.Values {
		if find(tree, v.Path) != v.Sealed() {
			return fault.New(fault.Internal, "record.value_path", v.Path)
		}
	}
	e.Body = appendTree(nil, tree)
	return nil
}

// Check holds every value that is there against the digest at its path; it is how a log is audited without opening it.
func (e *Event) Check() error {
	tree, err := parseTree(e.Body)
	if err != nil {
		return err
	}
	return e.check(tree)
}

func (e *Event) check(tree any) error {
	for _, v := range e.Values {
		if find(tree, v.Path) != v.Sealed() {
			return fault.New(fault.Internal, "record.value_digest", v.Path)
		}
	}
	return nil
}

// Open gives the body with the values that are there put back as strings; an erased value stays its digest. It fails if a
// value is not the one that was sealed.
func (e *Event) Open() ([]byte, error) {
	tree, err := parseTree(e.Body)
	if err == nil {
		err = e.check(tree)
	}
	if err != nil {
		return nil, err
	}
	for _, v := range e.Values {
		if !utf8.Valid(v.Bytes) {
			return nil, fault.New(fault.Internal, "record.json_text", v.Path)
		}
		put(tree, v.Path, string(v.Bytes))
	}
	return appendTree(nil, tree), nil
}

// Erase takes the value at a path out of the event and reports whether it was there; the body keeps its digest.
func (e *Event) Erase(path string) bool {
	for i, v := range e.Values {
		if v.Path == path {
			e.Values = append(e.Values[:i:i], e.Values[i+1:]...)
			return true
		}
	}
	return false
}

// find gives what stands at a path, or nil.
func find(tree any, path string) any {
	for name := range strings.SplitSeq(path, ".") {
		switch t := tree.(type) {
		case map[string]any:
			tree = t[name]
		case []any:
			i, err := strconv.Atoi(name)
			if err != nil || i < 0 || i >= len(t) {
				return nil
			}
			tree = t[i]
		default:
			return nil
		}
	}
	return tree
}

// put sets what stands at a path, making the objects on the way; a list must already be long enough.
func put(tree any, path string, v any) bool {
	if !utf8.ValidString(path) {
		return false
	}
	dir, name := "", path
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		dir, name = path[:i], path[i+1:]
	}
	if dir != "" {
		next := find(tree, dir)
		if next == nil {
			next = map[string]any{}
			if !put(tree, dir, next) {
				return false
			}
		}
		tree = next
	}
	switch t := tree.(type) {
	case map[string]any:
		t[name] = v
		return name != ""
	case []any:
		i, err := strconv.Atoi(name)
		if err == nil && i >= 0 && i < len(t) {
			t[i] = v
			return true
		}
	}
	return false
}
