// Package extract reads the proceedings of a review meeting, or the press note
// about it, in Hindi, English or both, and proposes the directives it holds:
// who is to do what by when, how many, with what sanction; and the numbers it
// reports.
//
// The reading is deterministic and keeps to the text: every field has its span
// in the original bytes, what is not said stays empty, and what cannot be
// resolved is flagged with a coded reason instead of being guessed. The rules
// are those of the grammar (case signs, verb forms, reporting verbs), tabled in
// words.go and verbs.go; the names of posts come from tables of the packs.
//
// A text goes through in one pass: blocks of the page, sentences, tokens,
// clauses, roles, fields. Memory is bounded by the longest paragraph.
package extract

import (
	"strings"
)

// reader holds the state of one reading.
type reader struct {
	text     string
	lex      *Lexicon
	opt      Options
	sc       scanner
	toks     []token // of the block that is read
	none     token
	preds    []predicate
	segs     []segment
	posts    []mention
	cands    []candidate
	times    []timex
	figs     []figure
	item     bool      // the block is an item of a list: one matter
	public   bool      // the clause before spoke to the public
	tail     []mention // owner at the end of a list item
	ids      struct{ officer, padadhikari int32 }
	ctx      context
	res      *Result
	cols     []column // of the table that is read
	prev     blockKind
	from     int        // first directive of the block before
	under    int        // first directive under the last heading
	bare     bool       // the cell that is read holds a limit and nothing else
	state    string     // two letters, or empty
	said     [][]uint32 // words of each directive, sorted
	things   [][]uint32 // those of them that are no grammar, sorted
	over     bool       // what follows is the list of copies
	heads    []block    // headings set aside
	body     bool       // a paragraph or item has been read
	tribal   bool       // the assistant commissioner of the tribal department was named
	previous []mention  // the posts of the sentence before, in the same block
	icds     bool       // a post of the Anganwadi services was named: its supervisors are meant
	calling  bool       // the block before was an address
	called   bool       // the line before opened an address: सेवा में
	noted    int        // directives whose owner a note beside them has settled
	words    struct{ deva, latin int }
}

// Read proposes the directives and facts of a text. Any bytes are taken; the
// spans of the result always lie in the text and on rune borders.
func Read(text string, o Options) Result {
	if o.Lexicon == nil {
		o.Lexicon = newBuilder().lex
	}
	var res Result
	r := reader{text: text, lex: o.Lexicon, opt: o, res: &res}
	r.sc = scanner{lex: r.lex, text: text}
	r.none.kind = kNone
	r.ids.officer = r.lex.stems["अधिकारि"]
	r.ids.padadhikari = r.lex.stems["पदाधिकारि"]
	if r.state = stateCode(o.State); r.state == "" {
		r.state = guessState(text)
	}
	r.meeting()
	splitBlocks(text, r.block)
	if !r.body { // a single line without a stop is no heading
		for _, b := range r.heads {
			b.kind, b.first = bPara, false
			r.block(b)
		}
	}
	r.notes()
	return res
}

// stateCode gives the two letters of a State by its name in the packs.
func stateCode(s string) string {
	switch s = strings.ToLower(s); s {
	case "bihar":
		return "BR"
	case "up", "uttar_pradesh":
		return "UP"
	case "mp", "madhya_pradesh":
		return "MP"
	case "rajasthan":
		return "RJ"
	}
	if len(s) == 2 {
		return strings.ToUpper(s)
	}
	return ""
}

// block reads one block of the page.
func (r *reader) block(b block) {
	copied := r.copied(b)
	if b.kind == bJunk || copied && !asksInCopy(r.text[b.from:b.to]) {
		r.res.Furniture = append(r.res.Furniture, Span{b.from, b.to})
		return
	}
	r.sc.out = r.sc.out[:0]
	r.sc.scan(b.from, b.to)
	r.toks = r.sc.out
	if len(r.toks) == 0 {
		return
	}
	if copied {
		r.copies()
		return
	}
	r.previous = nil
	first := len(r.res.Directives)
	if (b.kind == bHead || b.kind == bPara) && r.calls(b) {
		return
	}
	r.calling = false
	if b.kind == bOwner || b.kind == bHead && r.bracketed() {
		if r.margin(b.kind == bOwner) {
			return
		}
		b.kind = bPara
	}
	if b.kind != bRow && r.limitLine(0, len(r.toks), r.from) {
		return
	}
	switch b.kind {
	case bRow:
		r.row()
	case bHead:
		if !r.orders(b) {
			r.headed(b)
			break
		}
		b.kind = bItem
		fallthrough
	default:
		r.cols = nil
		r.body = true
		r.item = b.kind == bItem
		if b.kind == bItem && !r.numberedHeading() {
			r.ctx.paragraph(first)
		} else {
			r.ctx.paragraph(first)
			if r.prev == bItem || r.prev == bPara && r.ctx.asking {
				r.ctx.asking = false
			}
			if r.prev == bItem || r.ctx.title {
				r.ctx.head, r.ctx.title = nil, false
			}
		}
		r.sentences(r.sentence)
	}
	r.prev = b.kind
	r.from = first
}

// copied tells whether a block belongs to the list of copies at the end of an
// order, which begins with प्रतिलिपि.
func (r *reader) copied(b block) bool {
	if r.over && b.kind == bPara && b.to-b.from > 300 {
		r.over = false // another text begins
	}
	if !r.over {
		line := visible(r.text[b.from:b.to])
		for _, w := range []string{"प्रतिलिपि", "ज्ञापांक", "पृष्ठांकन", "Copy to", "Copy forwarded"} {
			r.over = r.over || strings.HasPrefix(line, w)
		}
	}
	return r.over
}

// orders tells whether a short line without a stop is an order, not a heading:
// it ends in a verb that asks, and stands below the title.
func (r *reader) orders(b block) bool {
	if b.first || len(r.toks) < 4 {
		return false
	}
	t := &r.toks[len(r.toks)-1]
	return t.kind == kWord && !t.latin && t.is(tSubj|tFut) && !t.is(tPerf|tRoot)
}

// numberedHeading tells whether a list item only heads what follows.
func (r *reader) numberedHeading() bool {
	return len(r.toks) < 8 && r.toks[len(r.toks)-1].kind == kColon
}

// sentence reads one sentence of a paragraph or item.
func (r *reader) sentence(lo, hi int) {
	deva, latin := 0, 0
	for k := lo; k < hi; k++ {
		if t := &r.toks[k]; t.kind == kWord {
			if t.latin {
				latin++
			} else {
				deva++
			}
		}
	}
	r.words.deva += deva
	r.words.latin += latin
	if deva+latin < 2 {
		return
	}
	if lo = r.sideNote(lo, hi); lo >= hi || r.limitLine(lo, hi, r.ctx.from) {
		return
	}
	r.tail = r.tail[:0]
	first := len(r.res.Directives)
	r.ctx.next = r.ctx.sentence
	r.ctx.toldBefore, r.ctx.toldNow = r.ctx.toldNow, false
	if latin > deva && (deva == 0 || r.lastWord(lo, hi).latin) {
		r.english(lo, hi)
	} else {
		r.hindi(lo, hi)
	}
	r.ctx.sentence = len(r.res.Directives) > first
	if len(r.res.Directives) == first {
		r.tellers()
		r.facts(lo, hi)
		r.ctx.before = cell{lo, hi}
	} else {
		r.ctx.before = cell{}
		r.factsBeside(lo, hi, first)
	}
}

// lastWord gives the last word of a sentence; its script is that of the grammar.
func (r *reader) lastWord(lo, hi int) *token {
	for k := hi - 1; k >= lo; k-- {
		if r.toks[k].kind == kWord {
			return &r.toks[k]
		}
	}
	return &r.none
}

// settle turns the candidates of a sentence into directives.
func (r *reader) settle(lo, hi int) {
	if n := len(r.segs); n > 0 && r.segs[n-1].pred.kind == pNone && len(r.cands) > 0 {
		r.trailing(&r.segs[n-1])
	}
	if len(r.cands) == 0 {
		r.addressedBack(lo, hi)
		r.bareItem(lo, hi)
	}
	if len(r.cands) == 0 {
		r.opens(lo, hi)
		return
	}
	r.setOwners(lo, hi)
	for i := range r.cands {
		r.emit(&r.cands[i])
	}
	if len(r.tail) > 0 && r.item { // the note at the end of an item is for all of it
		tail := r.toOwners(r.tail)
		for i := r.ctx.from; i < len(r.res.Directives); i++ {
			if d := &r.res.Directives[i]; len(d.Owners) == 0 {
				d.setOwners(tail)
				d.settled()
			}
		}
	}
	r.opens(lo, hi)
}

// bareItem takes an item without a verb of a list of directions, or one that
// ends in the name of its owner: नालों की सफाई का सत्यापन - नगर आयुक्त.
func (r *reader) bareItem(lo, hi int) {
	if !r.item || hi-lo < 4 || r.toks[hi-1].kind == kColon || r.hasTag(lo, hi, tOrder|tOrdered) {
		return
	}
	for i := range r.segs {
		if k := r.segs[i].pred.kind; k != pName && k != pNone && k != pMust && k != pDue {
			return
		}
	}
	c := candidate{lo: lo, hi: hi, main: lo, text: lo, head: hi - 1, pred: predicate{at: hi - 1, end: hi, kind: pName}}
	for i := range r.posts {
		m := &r.posts[i]
		p := r.at(m.lo-1, lo, hi)
		if m.hi >= hi-1 && m.lo > lo+2 && (p.kind == kDash || p.kind == kOpen) && m.lo-2 > lo {
			r.tail = append(r.tail, *m)
			c.head, c.pred = m.lo-2, predicate{at: m.lo - 2, end: m.lo - 1, kind: pName}
		}
	}
	if !r.ctx.asking && len(r.tail) == 0 && !r.hasTag(lo, hi, tLate|tOften|tTak|tWeekday) && !r.has(lo, hi, kwTomorrow) && !r.has(lo, hi, kwToday) {
		return
	}
	if len(r.tail) == 0 && !r.asking() || !r.hasTag(lo, hi, tAct|tLate|tOften) && len(r.tail) == 0 && r.content(lo, hi) < 3 {
		return
	}
	r.cands = append(r.cands, c)
}

// asking tells whether the line that opened a list said that its items are directions.
func (r *reader) asking() bool {
	return (r.ctx.asking || r.ctx.bound) && (r.item || len(r.cols) > 0)
}

// trailing takes the owner that a list item names at its end: … करें — सिविल सर्जन.
func (r *reader) trailing(s *segment) {
	if s.link != lDash && r.at(s.lo-1, 0, s.hi).kind != kOpen && r.at(s.lo, 0, s.hi).kind != kOpen && !r.postposed(s) {
		return
	}
	for i := range r.posts {
		if m := &r.posts[i]; m.lo >= s.lo && m.hi <= s.hi {
			r.tail = append(r.tail, *m)
		}
	}
	if len(r.tail) > 0 {
		r.cands[len(r.cands)-1].hi = s.hi
	}
}

// postposed tells whether nothing but a post stands after the verb: जमा करना है सभी बीडीओ को.
func (r *reader) postposed(s *segment) bool {
	found := false
	for k := s.lo; k < s.hi; k++ {
		if r.isPost(k) {
			found = true
		} else if t := &r.toks[k]; t.kind == kWord && !t.is(tKo|tAnd|tAll) {
			return false
		}
	}
	return found && r.item
}

// opens notes a line that opens a list: निम्न निर्देश दिए.
func (r *reader) opens(lo, hi int) {
	last := hi == len(r.toks) || hi+1 >= len(r.toks)
	if !last || !r.hasTag(lo, hi, tOrder|tOrdered|tDecision) {
		return
	}
	end := &r.toks[len(r.toks)-1]
	if r.has(lo, hi, kwFollowing) || end.kind == kColon || end.kind == kDash {
		r.ctx.asking = true
		r.ctx.limit = r.openingLimit(lo, hi)
		if o := r.addressees(lo, hi, governor{kind: gOrder}); len(o) > 0 && !o[0].generic {
			r.ctx.head = r.toOwners(o)
		}
	}
}

func (d *Directive) setOwners(owners []Owner) {
	d.Owners, d.Keys, d.AllOfKind = owners, nil, false
	for _, o := range owners {
		d.Keys = appendNew(d.Keys, o.Key)
		d.AllOfKind = d.AllOfKind || o.All
	}
}

func appendNew(list []string, s string) []string {
	for _, x := range list {
		if x == s {
			return list
		}
	}
	return append(list, s)
}
