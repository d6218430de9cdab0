package extract

import "strings"

// Lexicon is what the reader knows of words: the grammar of Hindi and
// English, which is built in, and the posts, departments and topics of two
// tables. It is read-only once made and may be shared.
type Lexicon struct {
	words   map[string]meaning // by folded form: grammar words and verb forms
	stems   map[string]int32
	nouns   []noun // by stem id
	numbers map[string]float64
	phrases trie // names of posts and topics, over stem ids
	entries []entry
	verbs   map[string]struct{} // that open an English order
	roman   map[string]string   // words of Hindi in Latin letters, to their folded form
	bones   map[string]int32    // long words of posts by their consonants
}

// meaning is what one written word can be.
type meaning struct {
	tag tag
	kw  kw
}

// noun is what all forms of one stem can be.
type noun struct {
	meaning
	val    int16 // of a month, weekday or unit
	starts bool  // some phrase begins with it
}

// builder fills a Lexicon.
type builder struct {
	lex  *Lexicon
	scan scanner
}

// newBuilder starts a lexicon with the grammar alone.
func newBuilder() *builder {
	lex := &Lexicon{
		words: make(map[string]meaning, 1<<14), stems: make(map[string]int32, 1<<13),
		nouns: make([]noun, 1, 1<<13), numbers: make(map[string]float64, 256),
		phrases: trie{next: make(map[uint64]int32, 1<<15), leaf: make([]int32, 1, 1<<14), more: make(map[int32][]int32)},
		entries: make([]entry, 1), verbs: make(map[string]struct{}, 256), roman: make(map[string]string, 256),
	}
	b := &builder{lex: lex, scan: scanner{lex: lex}}
	b.addVerbs()
	b.addTimes()
	for _, w := range grammarWords {
		b.all(w.words, w.kw, w.tag)
	}
	for _, w := range englishWords {
		b.all(w.words, w.kw, w.tag)
	}
	for _, list := range [][]nounRow{grammarNouns, englishNouns} {
		for _, w := range list {
			for s := range strings.FieldsSeq(w.words) {
				b.noun(s, w)
			}
		}
	}
	for s := range strings.FieldsSeq(imperatives) {
		lex.verbs[s] = struct{}{}
	}
	for s := range strings.FieldsSeq(rankWords) {
		lex.stemID(string(appendStem(nil, appendFold(nil, s))))
	}
	b.addNumbers()
	b.addRoman()
	b.scan.grow = true
	return b
}

// word adds a meaning to one written form.
func (b *builder) word(s string, k kw, t tag) {
	key := string(appendFold(nil, s))
	m := b.lex.words[key]
	m.tag |= t
	if k != 0 {
		m.kw = k
	}
	b.lex.words[key] = m
}

// all adds a meaning to every form of a list.
func (b *builder) all(list string, k kw, t tag) {
	for s := range strings.FieldsSeq(list) {
		b.word(s, k, t)
	}
}

// noun adds a meaning to a stem, and so to all its inflected forms.
func (b *builder) noun(s string, w nounRow) {
	n := &b.lex.nouns[b.lex.stemID(string(appendStem(nil, appendFold(nil, s))))]
	n.tag |= w.tag
	if w.kw != 0 {
		n.kw = w.kw
	}
	if w.val != 0 {
		n.val = w.val
	}
}

// stemID gives the id of a stem, making it if it is new.
func (l *Lexicon) stemID(stem string) int32 {
	id, ok := l.stems[stem]
	if !ok {
		id = int32(len(l.nouns))
		l.stems[stem] = id
		l.nouns = append(l.nouns, noun{})
	}
	return id
}

// phrase reads a written phrase into stem ids; signs are left out.
func (b *builder) phrase(s string) []int32 {
	b.scan.text, b.scan.out = s, b.scan.out[:0]
	b.scan.scan(0, len(s))
	var ids []int32
	for _, t := range b.scan.out {
		if t.kind == kWord {
			ids = append(ids, t.id)
		}
	}
	return ids
}

// trie finds the longest known phrase at a place in the text.
type trie struct {
	next map[uint64]int32
	leaf []int32           // by node: an entry, or 0
	more map[int32][]int32 // other entries of the same phrase
}

// add enters a phrase; the first entry of a phrase stays.
func (t *trie) add(ids []int32, leaf int32) {
	node := int32(0)
	for _, id := range ids {
		key := uint64(node)<<32 | uint64(id)
		n, ok := t.next[key]
		if !ok {
			n = int32(len(t.leaf))
			t.leaf = append(t.leaf, 0)
			t.next[key] = n
		}
		node = n
	}
	switch {
	case node == 0:
	case t.leaf[node] == 0:
		t.leaf[node] = leaf
	case t.leaf[node] != leaf:
		t.more[node] = append(t.more[node], leaf)
	}
}

// longest gives the longest phrase that starts at toks[i]: its entry, 0 if
// none, its node and the index after it. A comma, a bracket or a dash inside is passed over.
func (t *trie) longest(toks []token, i int) (leaf, at int32, end int) {
	node := int32(0)
	for j := i; j < len(toks) && j < i+16; j++ {
		tok := &toks[j]
		if tok.kind != kWord {
			if j > i && (tok.kind == kComma || tok.kind == kOpen || tok.kind == kClose || tok.kind == kDash && tok.glued || tok.kind == kSlash || tok.kind == kStop && tok.glued && j+1 < len(toks) && toks[j+1].kind == kSlash) {
				continue
			}
			break
		}
		if tok.id == 0 {
			break
		}
		n, ok := t.next[uint64(node)<<32|uint64(tok.id)]
		if !ok {
			break
		}
		node = n
		if t.leaf[node] != 0 {
			leaf, at, end = t.leaf[node], node, j+1
		}
	}
	return leaf, at, end
}
