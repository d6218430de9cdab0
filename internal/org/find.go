package org

import (
	"cmp"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// Match is one post, place or department that a typed text may mean.
type Match struct {
	Kind  record.Kind // Post, Place or Department
	ID    record.ID
	Key   string
	Name  i18n.Text
	Score int  // higher is nearer
	Met   bool // every word of the text is a word of the name, another form of one, or its beginning
	Named bool // and they are a whole name or short form of it, in whatever script

	entry int32 // of the finder
}

// finder is an inverted index over the words of names, short forms and keys, folded; sounds leads to the words by what they
// sound like.
type finder struct {
	entries []entry
	folded  words
	sounds  words // has numbers of folded words
}

// entry is a post, place or department with its names and short forms, folded, for the match of a whole one.
type entry struct {
	Match
	whole []string
}

// words is a sorted list of words, each with the numbers of what has it.
type words struct {
	list []string
	has  [][]int32
}

// How well a typed word meets a word of a name.
const (
	scoreExact  = 60
	scoreSame   = 56 // the same in the other script
	scoreNear   = 48 // another form of it
	scorePrefix = 40
	scoreBegins = 30 // its beginning in the other script
	scoreLoose  = 20 // carelessly spelt
	scoreVague  = 12 // its beginning, carelessly spelt
	scoreSlip   = 8  // one letter off
)

func newFinder(o *Org) *finder {
	f := &finder{}
	var all gather
	for i := range o.rows.Posts {
		p := &o.rows.Posts[i]
		place := o.Place(p.Place)
		texts := append([]string{p.Name.Hi, p.Name.En, p.Key}, p.Aliases...)
		f.enter(&all, Match{Kind: record.Post, ID: p.ID, Key: p.Key, Name: p.Name}, texts, place.Name.Hi, place.Name.En)
	}
	for i := range o.rows.Places {
		p := &o.rows.Places[i]
		texts := append([]string{p.Name.Hi, p.Name.En, p.Key}, p.Aliases...)
		f.enter(&all, Match{Kind: record.Place, ID: p.ID, Key: p.Key, Name: p.Name}, texts)
	}
	for i := range o.rows.Departments {
		d := &o.rows.Departments[i]
		texts := append([]string{d.Name.Hi, d.Name.En, d.Key, d.Abbr}, d.Aliases...)
		f.enter(&all, Match{Kind: record.Department, ID: d.ID, Key: d.Key, Name: d.Name}, texts)
	}
	f.folded = sorted(all.has)
	sounds := map[string][]int32{}
	for n, w := range f.folded.list {
		for _, k := range i18n.Keys(w) {
			sounds[k] = append(sounds[k], int32(n))
		}
	}
	f.sounds = sorted(sounds)
	return f
}

func (f *finder) enter(all *gather, m Match, own []string, beside ...string) {
	n := int32(len(f.entries))
	e := entry{Match: m}
	for _, t := range own {
		e.whole = append(e.whole, all.add(t, n))
	}
	for _, t := range beside {
		all.add(t, n)
	}
	f.entries = append(f.entries, e)
}

// gather collects words with the entries that have them; texts that come again, such as short forms, are split once.
type gather struct {
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
		t.words = i18n.Terms(strings.ReplaceAll(text, "_", " "), true)
		t.whole = strings.Join(t.words, " ")
		g.known[text] = t
	}
	for _, w := range t.words {
		if l := g.has[w]; len(l) == 0 || l[len(l)-1] != n {
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

// Find gives up to n posts and places that a text may mean, the nearest first: whole words in either script before other
// forms, those before beginnings, and those before careless spellings; a slip of one letter counts where a word is met no
// other way. Every word of the text must be met; where no entry meets all, those that meet most are given. Only what exists
// on the day is shown.
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
	asked := strings.Join(asks, " ")
	for e := range f.entries {
		if met[e] == most && o.shown(&f.entries[e].Match, day, kinds) {
			m := f.entries[e].Match
			m.entry = int32(e)
			m.Score, m.Met = 2*int(total[e]), int(met[e]) == len(asks) && int(total[e]) >= scorePrefix*len(asks)
			m.Named = m.Met && int(total[e]) >= scoreNear*len(asks)
			if slices.Contains(f.entries[e].whole, asked) {
				m.Score++
			}
			out = append(out, m)
		}
	}
	rank(out)
	return f.named(asks, out, n)
}

// named says which of the nearest are named outright, sets these first and gives n.
func (f *finder) named(asks []string, list []Match, n int) []Match {
	const looked = 40
	sought := make([]i18n.Sought, len(asks))
	for i, w := range asks {
		sought[i] = i18n.Seek(w)
	}
	for i := range list {
		m := &list[i]
		if m.Named = m.Named && i < looked && slices.ContainsFunc(f.entries[m.entry].whole, func(whole string) bool { return covered(sought, whole) }); m.Named {
			m.Score++
		}
	}
	rank(list)
	return list[:min(n, len(list))]
}

// covered reports that every word of a name is one of the words sought, or another form of it.
func covered(sought []i18n.Sought, name string) bool {
	words := strings.Fields(name)
	for _, w := range words {
		if !slices.ContainsFunc(sought, func(s i18n.Sought) bool {
			cost := s.Alike(w)
			return cost != i18n.Apart && cost <= i18n.Near
		}) {
			return false
		}
	}
	return len(words) > 0
}

// mostWords is how many words of a query count; the rest is not looked at.
const mostWords = 8

// typedWords folds a query; words of grammar tell nothing where others do.
func typedWords(text string) []string {
	list := i18n.Terms(strings.ReplaceAll(text, "_", " "), true)
	if telling := slices.DeleteFunc(slices.Clone(list), i18n.Particle); len(telling) > 0 {
		list = telling
	}
	return list[:min(len(list), mostWords)]
}

// score marks what each entry gets for one typed word and gives the entries marked.
func (f *finder) score(w string, best []int16) []int32 {
	var touched []int32
	mark := func(word int, score int16) {
		for _, e := range f.folded.has[word] {
			if best[e] == 0 {
				touched = append(touched, e)
			}
			best[e] = max(best[e], score)
		}
	}
	for i, to := f.folded.starting(w); i < to; i++ {
		if f.folded.list[i] == w {
			mark(i, scoreExact)
		} else {
			mark(i, scorePrefix)
		}
	}
	f.sounding(w, mark)
	if len(touched) == 0 {
		for i, known := range f.folded.list {
			if i18n.Slip(w, known) {
				mark(i, scoreSlip)
			}
		}
	}
	return touched
}

// sounding marks the words that sound like w, or begin so.
func (f *finder) sounding(w string, mark func(word int, score int16)) {
	s := i18n.Seek(w)
	for _, key := range i18n.Keys(w) {
		if len(key) < 2 {
			continue
		}
		for i, to := f.sounds.starting(key); i < to; i++ {
			for _, n := range f.sounds.has[i] {
				if score := sounds(&s, f.folded.list[n], f.sounds.list[i] == key); score > 0 {
					mark(int(n), score)
				}
			}
		}
	}
}

// sounds weighs how a word sounds against a sought one; 0 is not at all.
func sounds(s *i18n.Sought, word string, whole bool) int16 {
	if whole {
		switch cost := s.Alike(word); {
		case cost == i18n.Apart:
		case cost == i18n.Same:
			return scoreSame
		case cost <= i18n.Near:
			return scoreNear
		default:
			return scoreLoose
		}
	}
	switch cost := s.Begins(word); {
	case cost == i18n.Apart:
		return 0
	case cost <= 1:
		return scoreBegins
	}
	return scoreVague
}

func (o *Org) shown(m *Match, day calendar.Date, kinds []record.Kind) bool {
	if len(kinds) > 0 && !slices.Contains(kinds, m.Kind) {
		return false
	}
	switch m.Kind {
	case record.Post:
		return o.Post(m.ID).alive(day)
	case record.Department:
		d := o.Department(m.ID)
		return On(day, d.From, d.To)
	}
	p := o.Place(m.ID)
	return On(day, p.From, p.To)
}

// rank orders matches: score, then posts before departments and these before places, then the shorter name, then the key.
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
