package app

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// filesGiven lists the files that an event names and the matter did not name before. It
// goes by the shape of the values, which costs a commit nothing; who reads a file looks
// whether the field it stands in is one of files.
func filesGiven(before *matter.Matter, e *record.Event) []store.Given {
	var list []store.Given
	for _, v := range e.Values {
		field, typed := fieldOf(v.Path)
		if !typed || len(v.Bytes)%(hashLength+1) != hashLength {
			continue
		}
		for hash := range strings.SplitSeq(string(v.Bytes), "\n") {
			if isHash(hash) && (before == nil || !slices.Contains(before.Memory.Fields[field].List, hash)) {
				list = append(list, store.Given{District: e.District, Hash: hash, Matter: e.Subject.Key.ID, Event: e.ID})
			}
		}
	}
	return list
}

// fieldOf gives the field that a sealed value of a matter's event belongs to.
func fieldOf(path string) (field string, ok bool) {
	field, ok = strings.CutPrefix(path, "fields.")
	return strings.TrimSuffix(field, ".d"), ok
}

const hashLength = 64

// isHash reports whether s is a SHA-256 in hex as files are named.
func isHash(s string) bool {
	return len(s) == hashLength && strings.Trim(s, "0123456789abcdef") == ""
}
