package store

import (
	"cmp"
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/i18n"
)

// The ranks of what is found. A page goes through exact to careless; beginnings are looked for where these find nothing.
const (
	exact = iota
	near
	careless
	beginning
	ranks
)

// most words of each: of one sound that are looked at, and of one sought word that are asked for.
const (
	mostOfSound = 3000
	mostForms   = 24
)

// wanted is a word that is sought, with the words of the texts that may be it, by rank: each rank holds those before it.
type wanted struct {
	word  string
	forms [ranks][]string
}

func searchWordTable() *table {
	return &table{name: "search_word", keys: 3, cols: columnsOf("district", num, "sound", text, "word", text, "typed", text)}
}

// searchWordsPut adds the words of texts to those known. None is ever taken out: a word that no text has finds nothing.
func (tx *Tx) searchWordsPut(docs []SearchDoc) error {
	type word struct {
		district int32
		word     string
	}
	typed := map[word]string{}
	for _, d := range docs {
		for piece, is := range i18n.Pieces(d.Text) {
			if w := terms(piece, false); is && len(w) == 1 {
				typed[word{d.Key.District, w[0]}] = piece
			}
		}
	}
	var rows [][]any
	for w, as := range typed {
		for _, sound := range i18n.Keys(w.word) {
			rows = append(rows, []any{w.district, sound, w.word, as})
		}
	}
	slices.SortFunc(rows, func(a, b []any) int { // one order for all writers
		return cmp.Or(cmp.Compare(a[0].(int32), b[0].(int32)), cmp.Compare(a[1].(string), b[1].(string)), cmp.Compare(a[2].(string), b[2].(string)))
	})
	return tx.many.insert(searchWordTable(), `ON CONFLICT (district, sound, word) DO NOTHING`, rows)
}

// known is a word of the texts, folded, with a way in which it was typed.
type known struct{ word, typed string }

func scanKnown(rows *sql.Rows, k *known) error { return rows.Scan(&k.word, &k.typed) }

// spellings finds for each sought word the words of the texts that may be it.
func (r *Reader) spellings(ctx context.Context, district int32, sought []string) ([]wanted, error) {
	keys := map[string]bool{}
	list := make([]wanted, len(sought))
	for i, w := range sought {
		list[i].word = w
		for _, k := range i18n.Keys(w) {
			keys[k] = true
		}
	}
	var found []known
	if len(keys) > 0 {
		var w where
		w.add("district=%s", district)
		w.in("sound", slices.Sorted(maps.Keys(keys)))
		var err error
		if found, err = collect(ctx, r, scanKnown, `SELECT DISTINCT word, typed FROM search_word WHERE `+w.text()+` ORDER BY word, typed LIMIT `+w.arg(mostOfSound), w.args...); err != nil {
			return nil, err
		}
	}
	for i := range list {
		list[i].choose(found)
	}
	return list, nil
}

// choose takes the words that are alike, the nearest first. Words of grammar are forms of no other: करें is none of कर.
func (w *wanted) choose(found []known) {
	s := i18n.Seek(w.word)
	costs := map[string]int{w.word: i18n.Same}
	for _, k := range found {
		if cost := s.Alike(k.word); cost != i18n.Apart && !i18n.Particle(k.word) {
			costs[k.word] = cost
		}
	}
	all := slices.SortedFunc(maps.Keys(costs), func(a, b string) int {
		switch w.word { // the word itself is first
		case a:
			return -1
		case b:
			return 1
		}
		return cmp.Or(cmp.Compare(costs[a], costs[b]), strings.Compare(a, b))
	})
	for rank, upTo := range [...]int{exact: i18n.Same, near: i18n.Near, careless: 1 << 20} {
		for _, word := range all[:min(len(all), mostForms)] {
			if costs[word] <= upTo {
				w.forms[rank] = append(w.forms[rank], word)
			}
		}
	}
	w.forms[beginning] = w.forms[careless]
}

// beginnings adds to the last word, still being typed, the words that it may begin.
func (r *Reader) beginnings(ctx context.Context, district int32, w *wanted) error {
	const looked = 600
	s := i18n.Seek(w.word)
	costs := map[string]int{}
	for _, key := range i18n.Keys(w.word) {
		if len(key) < 2 || key[0] == '=' {
			continue
		}
		found, err := collect(ctx, r, scanKnown, `SELECT word, typed FROM search_word WHERE district=$1 AND sound>$2 AND sound<$3 ORDER BY sound, word LIMIT $4`,
			district, key, key+"~", looked)
		if err != nil {
			return err
		}
		for _, k := range found {
			if cost := s.Begins(k.word); cost != i18n.Apart && !slices.Contains(w.forms[careless], k.word) {
				costs[k.word] = cost
			}
		}
	}
	longer := slices.SortedFunc(maps.Keys(costs), func(a, b string) int {
		return cmp.Or(cmp.Compare(costs[a], costs[b]), cmp.Compare(len(a), len(b)), strings.Compare(a, b))
	})
	w.forms[beginning] = append(slices.Clip(w.forms[careless]), longer[:min(len(longer), mostForms)]...)
	return nil
}
