package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type blockKind uint8

const (
	bPara  blockKind = iota
	bItem            // of a list
	bHead            // a heading or title
	bRow             // of a table
	bOwner           // a margin note that names who acts on what stands before
	bJunk            // furniture of the page
)

// block is a paragraph, list item, heading or row: a stretch of the text that is read at once.
type block struct {
	from, to int // without the bullet
	kind     blockKind
	first    bool // stands before any paragraph
	gap      bool // an empty line stands before it
}

// maxBlock bounds what is held of one paragraph; a longer one is cut at a space.
const maxBlock = 1 << 15

// blocks cuts a text into blocks, one line at a time, and hands each on. A
// line broken by the width of the page is joined with the next.
type blocks struct {
	text string
	emit func(block)
	cur  block
	open bool // cur may still grow
	wide int  // runes of its last line
	gap  bool
	body bool // a paragraph has been seen
	page int  // runes of a full line where lines are broken by the page, else 0
}

func splitBlocks(text string, emit func(block)) {
	b := blocks{text: text, emit: emit, page: pageWidth(text)}
	for i := 0; i < len(text); {
		end, next := lineEnd(text, i)
		b.line(i, end)
		i = next
	}
	b.flush()
}

// pageWidth tells how wide the page is that has broken the lines, or 0 where
// each line is a paragraph of its own.
func pageWidth(text string) int {
	long, all, widest := 0, 0, 0
	for i := 0; i < len(text); {
		end, next := lineEnd(text, i)
		n := end - i
		all += n
		if n > 160 && utf8.RuneCountInString(text[i:end]) > 160 {
			long += n
		} else if n > 40 {
			widest = max(widest, utf8.RuneCountInString(text[i:end]))
		}
		i = next
	}
	if long*5 > all || widest < 40 {
		return 0
	}
	return widest
}

// lineEnd finds where the line from i ends and the next begins. A text without
// any line feed may have other signs at the ends of its lines.
func lineEnd(text string, i int) (end, next int) {
	k := strings.IndexByte(text[i:], '\n')
	if k >= 0 {
		return i + k, i + k + 1
	}
	if i > 0 && text[i-1] == '\n' {
		return len(text), len(text)
	}
	if k = strings.IndexAny(text[i:], "\r\v\f\u2028\u2029"); k < 0 {
		return len(text), len(text)
	}
	_, n := utf8.DecodeRuneInString(text[i+k:])
	return i + k, i + k + n
}

func (b *blocks) line(from, to int) {
	from, to = trim(b.text, from, to)
	if from >= to {
		b.flush()
		b.gap = true
		return
	}
	line := b.text[from:to]
	k, skip := classify(line, !b.body)
	wide := utf8.RuneCountInString(line[:min(len(line), 400)])
	if k == bHead && !strings.HasSuffix(line, ":") && (b.open && b.grows(line) || b.full(wide)) {
		k = bPara // the page broke the line, it is no heading
	}
	if k == bPara && b.open && b.grows(line) {
		b.cur.to, b.wide = to, wide
		b.open = !ended(line)
		return
	}
	b.flush()
	b.cur = block{from: from + skip, to: to, kind: k, gap: b.gap, first: !b.body}
	b.wide, b.gap = wide, false
	b.open = (k == bPara || k == bItem) && !ended(line)
	if k == bPara {
		b.body = true
	}
	if !b.open {
		b.flush()
	}
}

// full tells whether a line of that many runes was broken by the page.
func (b *blocks) full(wide int) bool { return b.page > 0 && wide*10 >= b.page*7 }

// grows tells whether a line goes on the paragraph or item before it: the line
// before is long enough, and the first word of this one had no room on it.
func (b *blocks) grows(line string) bool {
	if b.page == 0 || b.wide*10 < b.page*6 || b.cur.to-b.cur.from >= maxBlock || b.cur.kind == bHead {
		return false
	}
	if b.cur.kind == bItem && ended(line) && strings.Contains(b.text[b.cur.from:b.cur.to], " — ") {
		return false // the item ends in its owner; a sentence is something else
	}
	word, _, _ := strings.Cut(line, " ")
	return (b.wide+1+utf8.RuneCountInString(word))*10 > b.page*7
}

func (b *blocks) flush() {
	if b.cur.to > b.cur.from {
		b.pieces(b.cur)
	}
	b.cur, b.open = block{}, false
}

// pieces hands a block on, cut where it is longer than maxBlock.
func (b *blocks) pieces(k block) {
	for k.to-k.from > maxBlock {
		at := k.from + maxBlock
		if i := strings.LastIndexAny(b.text[k.from:at], "।. \t"); i > maxBlock/2 {
			at = k.from + i
			_, n := utf8.DecodeRuneInString(b.text[at:])
			at += n
		}
		for at > k.from && !utf8.RuneStart(b.text[at]) {
			at--
		}
		if at == k.from {
			at = k.from + maxBlock
		}
		head := k
		head.to = at
		b.emit(head)
		k.from = at
	}
	b.emit(k)
}

// trim drops spaces and invisible signs at both ends.
func trim(text string, from, to int) (int, int) {
	for from < to {
		r, n := utf8.DecodeRuneInString(text[from:to])
		if !unicode.IsSpace(r) && !isInvisible(r) {
			break
		}
		from += n
	}
	for from < to {
		r, n := utf8.DecodeLastRuneInString(text[from:to])
		if !unicode.IsSpace(r) && !isInvisible(r) {
			break
		}
		to -= n
	}
	return from, to
}

// ended tells whether a line ends as a sentence does.
func ended(line string) bool {
	line = strings.TrimRight(line, " )]}\"'”’»")
	r, _ := utf8.DecodeLastRuneInString(line)
	switch r {
	case '।', '॥', '.', '?', '!', ':', '|', ';':
		return true
	}
	return false
}

// classify says what a line is and how many bytes of it are a bullet.
func classify(line string, first bool) (blockKind, int) {
	seen := visible(line)
	if isJunk(seen) {
		return bJunk, 0
	}
	if isRow(seen) {
		return bRow, 0
	}
	if n := bullet(line); n > 0 && n < len(line) {
		if margin(visible(line[n:])) {
			return bOwner, 0
		}
		return bItem, n
	}
	if margin(seen) {
		return bOwner, 0
	}
	if isHeading(seen, first) {
		return bHead, 0
	}
	return bPara, 0
}

// bullet gives the length of the sign or number that opens a list item.
func bullet(line string) int {
	r, n := utf8.DecodeRuneInString(line)
	if k := emoji(line); k > 0 {
		return k
	}
	if r == '*' && strings.Contains(line[n:], "*") && blanks(line[n:]) == 0 {
		return 0 // *सभी बीईओ* is bold
	}
	if strings.ContainsRune("•●○▪■□◆◇❖➤➢►▶✓✔☑·*‣⁃※→★☞", r) {
		return n + blanks(line[n:])
	}
	if (hyphen(r) || r == '—') && blanks(line[n:]) > 0 {
		return n + blanks(line[n:])
	}
	i := 0
	if r == '(' || r == '[' {
		i = n
	}
	at := i
	for at < len(line) && at-i < 9 {
		r, n = utf8.DecodeRuneInString(line[at:])
		if !isDigit(r) && !isWordRune(r) {
			break
		}
		at += n
	}
	mark := line[i:at]
	if mark == "" || at >= len(line) || !ordinal(mark) {
		return 0
	}
	if rest := strings.TrimLeftFunc(line[at:], func(r rune) bool { return r == ' ' || isInvisible(r) }); rest != "" && (rest[0] == '.' || rest[0] == ')') && len(rest) < len(line[at:]) {
		at = len(line) - len(rest)
	}
	r, n = utf8.DecodeRuneInString(line[at:])
	if r == '.' && !isDigit(rune(mark[0])) && shortForm(line[at+n:]) {
		return 0 // ए.डी.एम. is no item ए
	}
	if r != '.' && r != ')' && r != ']' && !(i == 0 && (r == '-' || r == '–' || r == ':' || r == '।')) {
		return 0
	}
	rest := line[at+n:]
	if next, _ := utf8.DecodeRuneInString(rest); isDigit(next) {
		return 0
	}
	return at + n + blanks(rest)
}

// emoji gives the length of the pictures that open a line of a chat: 👉, 🔴, 1️⃣.
func emoji(line string) int {
	i := 0
	for i < len(line) {
		r, n := utf8.DecodeRuneInString(line[i:])
		switch {
		case r >= 0x1f300 && r <= 0x1faff, r >= 0x2600 && r <= 0x27bf, r >= 0x2b00 && r <= 0x2bff, r == 0xfe0f, r == 0x20e3:
			i += n
		case i == 0 && r >= '0' && r <= '9' && keycap(line[n:]) > 0:
			i += n + keycap(line[n:])
		case i > 0:
			return i + blanks(line[i:])
		default:
			return 0
		}
	}
	return 0
}

// keycap gives the length of the signs that make a key of the digit before them.
func keycap(s string) int {
	k := len(s) - len(strings.TrimPrefix(s, "\ufe0f"))
	if strings.HasPrefix(s[k:], "\u20e3") {
		return k + len("\u20e3")
	}
	return 0
}

// shortForm tells whether an abbreviation goes on after its first dot.
func shortForm(rest string) bool {
	at := strings.IndexByte(rest, '.')
	return at > 0 && at <= 12 && !strings.ContainsAny(rest[:at], " \t")
}

// ordinal tells whether s numbers an item: 12, iv, क, b.
func ordinal(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if isDigit(r) {
		for _, r := range s {
			if !isDigit(r) {
				return false
			}
		}
		return utf8.RuneCountInString(s) <= 3
	}
	return n == len(s) || strings.Trim(s, "ivxIVX") == ""
}

func blanks(s string) int {
	return len(s) - len(strings.TrimLeftFunc(s, func(r rune) bool {
		return r == ' ' || r == '\t' || r == 0xa0 || r == '.' || hyphen(r) || isInvisible(r)
	}))
}

// visible gives a line without joiners and bidi marks.
func visible(line string) string {
	if !strings.Contains(line, "\xe2\x80") && !strings.Contains(line, "\xe2\x81") && !strings.Contains(line, "\ufeff") && !strings.Contains(line, "\u00ad") {
		return line
	}
	return strings.Map(func(r rune) rune {
		if isInvisible(r) {
			return -1
		}
		return r
	}, line)
}

// isRow tells whether a line is a row of a table: cells parted by bars or tabs.
func isRow(line string) bool {
	if strings.HasPrefix(line, "|") && strings.Count(line, "|") >= 3 {
		return true
	}
	if at := strings.LastIndex(line, " | "); at > 0 && margin(line[at+3:]) {
		return true // the direction and beside it who is to act
	}
	return strings.Count(line, " | ") >= 2 || strings.Count(line, "\t") >= 2 && len(line) < 4000
}

// isHeading tells whether a line is a title or heads what follows.
func isHeading(line string, first bool) bool {
	n := utf8.RuneCountInString(line[:min(len(line), 800)])
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, " -–—"))
	if r == ':' {
		return n <= 60
	}
	if ended(line) {
		return false
	}
	return n <= 45 || first && n <= 140
}
