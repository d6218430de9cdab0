package store

import (
	"slices"
	"strings"
	"unicode"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// SearchFollower is the name under which the search index follows the log. Another way of indexing takes another name,
// and so reads the log from its beginning.
const SearchFollower = "search_word"

// SearchDoc is what is found of a matter: its words as typed, and who may find it.
type SearchDoc struct {
	Key        record.Key
	Restricted bool // goes into the index of restricted text
	Text       string
	Scope      []string // words of ScopeWord: department, block, place, holder, reach
}

// SearchWant asks for matters whose text has every word of Query: first those that have the words as they are typed, then
// other forms and the other script, then careless spellings; newest first among each.
type SearchWant struct {
	District int32
	Query    string
	Scope    [][]string // each group is an OR; all groups must hold of a text that is not restricted
	Above    [][]string // the same of a restricted text; none finds none
	After    string     // SearchPage.Next of the page before; "" the first
	Limit    int
}

// SearchPage is one page of what was found.
type SearchPage struct {
	IDs   []record.ID
	Words []string // folded: the words by which they were found
	Next  string   // "" there are no more
}

// ScopeWord makes a word of who may find a text: d for the district, k department, b
// block, p place, t type, h post that holds it or that it was opened to. It begins with a
// sign of private use, which no folded text has, so that none can write itself into
// another's scope.
func ScopeWord(what byte, id record.ID) string { return "\ue000" + string(what) + id.String() }

// longestTerm is the length in bytes to which a word counts.
const longestTerm = 120

// terms gives the folded words of a text as they are indexed; asked as they are sought. A number of four parts or more
// (ND-218-2026-001111-1) is a word besides, with and without its last part, and is sought as one.
func terms(text string, asked bool) []string {
	var out []string
	for f := range strings.FieldsSeq(text) {
		if parts := strings.FieldsFunc(f, func(r rune) bool { return !letterOrDigit(r) }); len(parts) > 3 && strings.IndexFunc(f, unicode.IsDigit) >= 0 {
			whole := clipped(i18n.Fold(strings.Join(parts, "")))
			if asked {
				text = strings.Replace(text, f, whole, 1)
				continue
			}
			out = append(out, whole, clipped(i18n.Fold(strings.Join(parts[:len(parts)-1], ""))))
		}
	}
	for _, t := range i18n.Terms(text, asked) {
		for _, w := range strings.FieldsFunc(t, func(r rune) bool { return !letterOrDigit(r) }) {
			out = append(out, clipped(w))
		}
	}
	return out
}

func clipped(w string) string {
	if len(w) > longestTerm {
		return strings.ToValidUTF8(w[:longestTerm], "")
	}
	return w
}

func letterOrDigit(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// searchTerms gives each word of a text once, in order.
func searchTerms(text string) []string {
	list := terms(text, false)
	slices.Sort(list)
	return slices.Compact(list)
}

// askedTerms gives the words of a question; words of grammar count only where there is nothing else.
func askedTerms(query string) []string {
	const most = 12
	list := terms(query, true)
	if telling := slices.DeleteFunc(slices.Clone(list), i18n.Particle); len(telling) > 0 {
		list = telling
	}
	return list[:min(len(list), most)]
}

func searchTable(restricted bool) string {
	if restricted {
		return "search_restricted"
	}
	return "search"
}

// scopeGroups gives the groups of scope words, or the district's where there is none: what a post covers lies in its district.
func scopeGroups(district int32, groups ...[]string) [][]string {
	if len(groups) > 0 {
		return groups
	}
	return [][]string{{ScopeWord('d', record.ID(district))}}
}
