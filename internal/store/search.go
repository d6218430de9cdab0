package store

import (
	"slices"
	"strings"
	"unicode"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// SearchFollower is the name under which the search index follows the log.
const SearchFollower = "search"

// SearchDoc is what is found of a matter: its words as typed, and who may find it.
type SearchDoc struct {
	Key        record.Key
	Restricted bool // goes into the index of restricted text
	Text       string
	Scope      []string // words of ScopeWord: department, block, place, holder, reach
}

// SearchWant asks for matters whose text has every word of Query, the last one as a
// beginning, and every group of Scope at least once. Newest first.
type SearchWant struct {
	District   int32
	Restricted bool
	Query      string
	Scope      [][]string // each group is an OR; all groups must hold
	Before     record.ID  // older than this; 0 the first page
	Limit      int
}

// ScopeWord makes a word of who may find a text: d for the district, k department, b
// block, p place, h post that holds or reaches it, c class.
func ScopeWord(what byte, id record.ID) string { return string(what) + id.String() }

const skeletonMark = "zq" // begins no word of either script

// SearchWords gives the words under which a text is found: each folded word, and the
// Latin skeleton by which प्रखंड and prakhand meet.
func SearchWords(text string) []string {
	var out []string
	for _, w := range words(text) {
		out = append(append(out, w), skeletons(w)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// skeletons gives the marked Latin keys of a folded word; too short ones would find everything.
func skeletons(word string) []string {
	var out []string
	for sk := range strings.FieldsSeq(i18n.Skeletons(word)) {
		if len(sk) > 2 {
			out = append(out, skeletonMark+strings.Map(letterOrDigit, sk))
		}
	}
	return out
}

func letterOrDigit(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
		return r
	}
	return -1
}

func words(text string) []string {
	return strings.FieldsFunc(i18n.Fold(text), func(r rune) bool { return letterOrDigit(r) < 0 })
}

// wanted gives for each word of a query the forms any of which will do; prefix marks the
// last, still being typed.
func wanted(query string) (all [][]string, prefix bool) {
	for _, w := range words(query) {
		all = append(all, append([]string{w}, skeletons(w)...))
	}
	return all, !strings.HasSuffix(query, " ")
}

func searchTable(restricted bool) string {
	if restricted {
		return "search_restricted"
	}
	return "search"
}

// scopeGroups adds the district to the groups of a want.
func (want *SearchWant) scopeGroups() [][]string {
	return append([][]string{{ScopeWord('d', record.ID(want.District))}}, want.Scope...)
}
