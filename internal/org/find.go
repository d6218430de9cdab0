package org

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// Match is one post or place that a typed text may mean.
type Match struct {
	Kind  record.Kind // Post or Place
	ID    record.ID
	Key   string
	Name  i18n.Text
	Score int // higher is nearer
}

// finder is an inverted index over the words of names, short forms and keys, in folded form and as Latin skeletons.
type finder struct {
	entries []entry
	folded  words
	bones   words
}

// entry is a post or place with its names and short forms, folded, for the match of a whole one.
type entry struct {
	Match
	whole []string
}

// words is a sorted list of words, each with the entries that have it.
type words struct {
	list []string
	has  [][]int32
}

// How well a typed word meets a word of a name.
const (
	scoreExact    = 60
	scorePrefix   = 40
	scoreBones    = 25 // same consonants in the other script or another spelling
	scoreBonesPre = 15
	scoreSlip     = 8 // one letter off
)

func newFinder(o *Org) *finder {
	f := &finder{}
	fold, bone := gather{split: i18n.Fold}, gather{split: i18n.Skeletons, least: 2}
	for i := range o.rows.Posts {
		p := &o.rows.Posts[i]
		place := o.Place(p.Place)
		texts := append([]string{p.Name.Hi, p.Name.En, p.Key}, p.Aliases...)
		f.enter(&fold, &bone, Match{Kind: record.Post, ID: p.ID, Key: p.Key, Name: p.Name}, texts, place.Name.Hi, place.Name.En)
	}
	for i := range o.rows.Places {
		p := &o.rows.Places[i]
		texts := append([]string{p.Name.Hi, p.Name.En, p.Key}, p.Aliases...)
		f.enter(&fold, &bone, Match{Kind: record.Place, ID: p.ID, Key: p.Key, Name: p.Name}, texts)
	}
	f.folded, f.bones = sorted(fold.has), sorted(bone.has)
	return f
}

func (f *finder) enter(fold, bone *gather, m Match, own []string, beside ...string) {
	n := int32(len(f.entries))
	e := entry{Match: m}
	for _, t := range own {
		e.whole = append(e.whole, fold.add(t, n))
		bone.add(t, n)
	}
	for _, t := range beside {
		fold.add(t, n)
		bone.add(t, n)
	}
	f.entries = append(f.entries, e)
}

// gather collects words with the entries that have them; texts that come again, such as short forms, are split once.
type gather struct {
	split func(string) string
	least int // bytes of the shortest word kept
	has   map[string][]int32
	known map[string]splitText
}

type splitText struct {
	whole string
	words []string
}

// add enters the words of a text and gives the text as it was split.
func (g *gather) add(text string, n int32) string {
	if g.has == nil {
		g.has, g.known = map[string][]int32{}, map[string]splitText{}
	}
	t, ok := g.known[text]
	if !ok {
		t.whole = g.split(strings.ReplaceAll(text, "_", " "))
		t.words = strings.Fields(t.whole)
		g.known[text] = t
	}
	for _, w := range t.words {
		if l := g.has[w]; len(w) >= g.least && (len(l) == 0 || l[len(l)-1] != n) {
			g.has[w] = append(l, n)
		}
	}
	return t.whole
}

func sorted(m map[string][]int32) words {
	var w words
	for k := range m {
		w.list = append(w.list, k)
	}
	slices.Sort(w.list)
	w.has = make([][]int32, len(w.list))
	for i, k := range w.list {
		w.has[i] = m[k]
	}
	return w
}

// starting gives the range of words that begin with a prefix.
func (w words) starting(prefix string) (from, to int) {
	from, _ = slices.BinarySearch(w.list, prefix)
	for to = from; to < len(w.list) && strings.HasPrefix(w.list[to], prefix); to++ {
	}
	return from, to
}

// Find gives up to n posts and places that a text may mean, the nearest first: whole words before beginnings, beginnings
// before the same consonants in the other script, those before a slip of one letter. Every word of the text must be met;
// where no entry meets all of them, those that meet most are given. Only what exists on the day is shown.
func (o *Org) Find(text string, n int, day calendar.Date, kinds ...record.Kind) []Match {
	asks := typedWords(text)
	if len(asks) == 0 || n <= 0 {
		return nil
	}
	f := o.finder()
	total, met := make([]int16, len(f.entries)), make([]int8, len(f.entries))
	best := make([]int16, len(f.entries))
	for _, w := range asks {
		touched := f.score(w, best)
		for _, e := range touched {
			total[e] += best[e]
			met[e]++
			best[e] = 0
		}
	}
	most := slices.Max(append(met, 1))
	var out []Match
	asked := i18n.Fold(text)
	for e := range f.entries {
		if met[e] == most && o.shown(&f.entries[e].Match, day, kinds) {
			m := f.entries[e].Match
			m.Score = 2 * int(total[e])
			if slices.Contains(f.entries[e].whole, asked) {
				m.Score++
			}
			out = append(out, m)
		}
	}
	rank(out)
	return out[:min(n, len(out))]
}

// typed is one word of a query, folded and as a skeleton.
type typed struct{ fold, bone string }

// mostWords is how many words of a query count; the rest is not looked at.
const mostWords = 8

func typedWords(text string) []typed {
	var list []typed
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;/()_-", r) }) {
		t := typed{i18n.Fold(w), i18n.Skeleton(w)}
		if t.fold != "" && len(list) < mostWords {
			list = append(list, t)
		}
	}
	return list
}

// score marks what each entry gets for one typed word and gives the entries marked.
func (f *finder) score(t typed, best []int16) []int32 {
	w := t.fold
	var touched []int32
	mark := func(list words, from, to int, score int16) {
		for i := from; i < to; i++ {
			for _, e := range list.has[i] {
				if best[e] == 0 {
					touched = append(touched, e)
				}
				best[e] = max(best[e], score)
			}
		}
	}
	from, to := f.folded.starting(w)
	mark(f.folded, from, to, scorePrefix)
	if from < to && f.folded.list[from] == w {
		mark(f.folded, from, from+1, scoreExact)
	}
	if b := t.bone; len(b) > 1 {
		from, to = f.bones.starting(b)
		mark(f.bones, from, to, scoreBonesPre)
		if from < to && f.bones.list[from] == b {
			mark(f.bones, from, from+1, scoreBones)
		}
	}
	if len(touched) == 0 {
		for i, known := range f.folded.list {
			if slip(w, known) {
				mark(f.folded, i, i+1, scoreSlip)
			}
		}
	}
	return touched
}

// slip reports words of four letters or more that differ by one letter put in, left out or changed.
func slip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) < 4 || len(y) < 4 || len(x)-len(y) > 1 || len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && i < len(y) && x[i] == y[i] {
		i++
	}
	j, k := len(x), len(y)
	for j > i && k > i && x[j-1] == y[k-1] {
		j, k = j-1, k-1
	}
	return j-i <= 1 && k-i <= 1
}

func (o *Org) shown(m *Match, day calendar.Date, kinds []record.Kind) bool {
	if len(kinds) > 0 && !slices.Contains(kinds, m.Kind) {
		return false
	}
	if m.Kind == record.Post {
		return o.Post(m.ID).alive(day)
	}
	p := o.Place(m.ID)
	return On(day, p.From, p.To)
}

// rank orders matches: score, then posts before places, then the shorter name, then the key.
func rank(list []Match) {
	slices.SortFunc(list, func(a, b Match) int {
		return cmp.Or(
			cmp.Compare(b.Score, a.Score),
			cmp.Compare(b.Kind, a.Kind),
			cmp.Compare(len(a.Name.Hi), len(b.Name.Hi)),
			cmp.Compare(a.Key, b.Key),
		)
	})
}
