package extract

import (
	"unicode"
	"unicode/utf8"
)

type kind uint8

const (
	kWord kind = iota
	kNum
	kDay // a full date in digits: 12.03.2026
	kURL
	kDanda // । and what is typed for it
	kStop  // a full stop
	kQuery // ? and !
	kComma
	kSemi
	kColon
	kDash
	kOpen
	kClose
	kQuote
	kSlash
	kPipe
	kTab
	kPercent
	kOther
	kNone // outside the sentence
)

// token is one word, number or sign. Offsets are bytes of the original text.
type token struct {
	start, end int32
	id         int32  // word of the lexicon by stem, 0 if none
	stem       uint32 // hash of the stem, to compare words the lexicon does not know
	kind       kind
	kw         kw
	glued      bool // no space before it
	latin      bool
	odd        bool // holds signs without a picture, or nuktas
	tag        tag
	val        float64 // of a number
	y, m, d    int16   // of a date in digits
}

func (t *token) is(x tag) bool { return t.tag&x != 0 }

// scanner cuts a piece of the original text into tokens and looks each word up.
type scanner struct {
	lex  *Lexicon
	text string
	fold []byte
	stem []byte
	out  []token
	grow bool // words not known are entered
	odd  bool // of the word that is read
}

// scan appends the tokens of text[from:to] to s.out.
func (s *scanner) scan(from, to int) {
	glued := false
	for i := from; i < to; {
		r, n := rune(s.text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s.text[i:to])
		}
		switch {
		case r == ' ' || r == '\n' || r == '\r' || r == 0xa0 || isInvisible(r):
			if !isInvisible(r) {
				glued = false
			}
			i += n
			continue
		case isWordRune(r):
			i = s.word(i, to, glued)
		case isDigit(r):
			i = s.number(i, to, glued)
		case r == '@':
			i = s.address(i, to, glued)
		case hyphen(r) && glued && s.joins(i+n, to):
			i += n // कम-से-कम is read as कम से कम
		default:
			if unicode.IsSpace(r) && r != '\t' {
				glued = false
				i += n
				continue
			}
			t := token{start: int32(i), end: int32(i + n), kind: signKind(r), glued: glued}
			if r == '&' {
				t.kind, t.tag, t.latin = kWord, tAnd, !s.deva()
			}
			s.out = append(s.out, t)
			i += n
		}
		glued = true
	}
}

func hyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == '–' }

// joins tells whether a hyphen after a word is followed at once by another word.
func (s *scanner) joins(i, to int) bool {
	if len(s.out) == 0 || s.out[len(s.out)-1].kind != kWord || i >= to {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:to])
	return isWordRune(r)
}

func signKind(r rune) kind {
	switch r {
	case '।', '॥':
		return kDanda
	case '.', '…':
		return kStop
	case '?', '!':
		return kQuery
	case ',', '،', '、':
		return kComma
	case ';':
		return kSemi
	case ':':
		return kColon
	case '-', '–', '—', '―', '−':
		return kDash
	case '(', '[', '{':
		return kOpen
	case ')', ']', '}':
		return kClose
	case '"', '\'', '“', '”', '‘', '’', '«', '»', '`':
		return kQuote
	case '/':
		return kSlash
	case '|':
		return kPipe
	case '\t':
		return kTab
	case '%', '٪':
		return kPercent
	}
	return kOther
}

func isDeva(r rune) bool {
	return r >= 0x0900 && r <= 0x097f && r != '।' && r != '॥' && !(r >= '०' && r <= '९') && r != '॰'
}

func isLatin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

func isWordRune(r rune) bool {
	return isDeva(r) || isLatin(r) || r > 0x7f && r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r))
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '०' && r <= '९' }

// word reads one word from i and returns where it ends. A word is of one
// script; a zero, ring or dot that stands for an abbreviation is part of it:
// सी0एम0, डी०सी०, एस.डी.एम., R.D.
func (s *scanner) word(i, to int, glued bool) int {
	start, end := i, i
	first, _ := utf8.DecodeRuneInString(s.text[i:to])
	latin := isLatin(first)
	s.fold, s.odd = s.fold[:0], false
	chunk, dots := i, 0 // where the letters since the last dot begin
	for i < to {
		r, n := utf8.DecodeRuneInString(s.text[i:to])
		if isWordRune(r) && isLatin(r) == latin {
			s.odd = s.odd || r == nukta || r >= 0x0958 && r <= 0x095f
			i += n
			end = i
			continue
		}
		if isInvisible(r) {
			s.odd = true
			i += n
			continue
		}
		if r == '-' && end == i && i+1 < to && s.text[i+1] == '\n' && end > chunk {
			if next, _ := utf8.DecodeRuneInString(s.text[i+2 : to]); isWordRune(next) && isLatin(next) == latin { // अनुवि-⏎भागीय
				s.fold = appendFold(s.fold, s.text[chunk:end])
				i += 2
				chunk, s.odd = i, true
				continue
			}
		}
		if latin && r == '&' && i+1 < to && isLatin(rune(s.text[i+1])) {
			i += n
			continue
		}
		next, short := s.abbreviates(r, i, n, chunk, end, to, latin, dots)
		if !short {
			break
		}
		s.fold = appendFold(s.fold, s.text[chunk:end])
		i += n
		end, chunk = i, i
		dots++
		if !next {
			break
		}
	}
	if latin && glued && end-start == 1 && s.deva() && (s.text[start] == 'l' || s.text[start] == 'I') { // दिएl
		s.out = append(s.out, token{start: int32(start), end: int32(end), kind: kDanda, glued: true})
		return end
	}
	s.fold = appendFold(s.fold, s.text[chunk:end])
	if dots == 1 && !latin { // पदा0, अधि0
		switch string(s.fold) {
		case "पदा", "पदाधि", "अधि":
			s.fold = append(s.fold[:0], "पदाधिकारी"...)
		case "अभि":
			s.fold = append(s.fold[:0], "अभियंता"...)
		}
	}
	s.push(start, end, glued, latin)
	return end
}

// deva tells whether the token before is a word of Devanagari.
func (s *scanner) deva() bool {
	n := len(s.out)
	return n > 0 && s.out[n-1].kind == kWord && !s.out[n-1].latin
}

// abbreviates tells whether r stands for an abbreviation after the letters
// text[chunk:end], and whether the word goes on after it.
func (s *scanner) abbreviates(r rune, i, n, chunk, end, to int, latin bool, dots int) (next, short bool) {
	zero := r == '0' || r == '०' || r == '॰'
	if end != i || end == chunk || !zero && r != '.' || latin && r != '.' {
		return false, false
	}
	after, _ := utf8.DecodeRuneInString(s.text[i+n : to])
	next = i+n < to && isWordRune(after) && isLatin(after) == latin
	if zero {
		return next, end-chunk <= 15 && !isDigit(after)
	}
	if latin {
		return next, end-chunk == 1 && (next || dots > 0)
	}
	if !letterName(s.text[chunk:end]) {
		return false, false
	}
	if next && dots > 0 && s.caseSign(i+n, to) {
		next = false
	}
	return next, next || dots > 0
}

// caseSign tells whether के stands at i as a word, not as the letter K.
func (s *scanner) caseSign(i, to int) bool {
	const ke = "के"
	if to-i < len(ke) || s.text[i:i+len(ke)] != ke {
		return false
	}
	return i+len(ke) == to || s.text[i+len(ke)] == ' '
}

// letterName tells whether s is how Hindi spells a Latin letter, or an honorific cut short.
func letterName(s string) bool {
	switch s {
	case "ए", "बी", "सी", "डी", "ई", "एफ", "जी", "एच", "आई", "जे", "के", "एल", "एम", "एन", "ओ", "पी", "क्यू", "आर", "एस",
		"टी", "अधि", "अभि", "यू", "वी", "व्ही", "डब्लू", "डब्ल्यू", "एक्स", "वाई", "जेड", "वि", "रा", "ग्रा", "उ", "प्र":
		return true
	}
	return false
}

// push looks the folded word up and appends its token.
func (s *scanner) push(start, end int, glued, latin bool) {
	if !latin && s.split(start, end, glued) {
		return
	}
	if latin && end-start <= 10 && !s.grow {
		if deva := s.lex.roman[string(s.fold)]; deva != "" {
			s.fold, latin = append(s.fold[:0], deva...), false
		}
	}
	s.stem = appendStem(s.stem[:0], s.fold)
	t := token{start: int32(start), end: int32(end), kind: kWord, glued: glued, latin: latin, odd: s.odd, stem: hash(s.stem)}
	m := s.lex.words[string(s.fold)]
	t.tag, t.kw = m.tag, m.kw
	t.id = s.lex.stems[string(s.stem)]
	if t.id == 0 && s.grow {
		t.id = s.lex.stemID(string(s.stem))
	} else if t.id == 0 && t.tag == 0 && len(s.stem) >= 15 {
		s.fold = appendBones(s.fold[:0], s.stem)
		t.id = s.lex.bones[string(s.fold)]
	}
	if t.id != 0 {
		n := &s.lex.nouns[t.id]
		t.tag |= n.tag
		if t.kw == 0 {
			t.kw = n.kw
		}
		if n.val != 0 {
			t.val = float64(n.val)
		}
	}
	if t.tag&tNumber != 0 {
		t.val = s.lex.numbers[string(s.fold)]
	}
	s.out = append(s.out, t)
}

// split parts two words that were typed as one, where the first or last is a
// small word of the grammar: हुएतत्काल, जिलाधिकारीद्वारा.
func (s *scanner) split(start, end int, glued bool) bool {
	if end-start < 15 || s.grow || s.lex.words[string(s.fold)].tag != 0 {
		return false
	}
	text := s.text[start:end]
	if at := s.fused(text); at > 0 {
		s.part(start, start+at, glued)
		s.part(start+at, end, true)
		return true
	}
	for _, w := range []string{"हुए", "तथा", "एवं"} {
		if len(text) > len(w)+6 && text[:len(w)] == w && !isVowelSignAt(text, len(w)) {
			s.part(start, start+len(w), glued)
			s.part(start+len(w), end, true)
			return true
		}
	}
	for _, w := range []string{"में", "तक"} { // सप्ताहमें, मार्चतक
		if at := len(text) - len(w); at >= 6 && text[at:] == w && s.timed(text[:at]) {
			s.part(start, start+at, glued)
			s.part(start+at, end, true)
			return true
		}
	}
	for _, w := range []string{"द्वारा", "हेतु", "एवं"} {
		if at := len(text) - len(w); at > 12 && text[at:] == w {
			s.part(start, start+at, glued)
			s.part(start+at, end, true)
			return true
		}
	}
	return false
}

// fused gives where a passive begins that was typed onto its verb: कियागया, दीजाए, or 0.
func (s *scanner) fused(text string) int {
	for _, w := range []string{"गया", "गये", "गए", "गई", "गयी", "जाए", "जाये", "जाय", "जाएगा", "जायेगा", "जाएगी", "जायेगी", "जाएं", "जावे"} {
		if at := len(text) - len(w); at >= 6 && text[at:] == w {
			s.stem = appendFold(s.stem[:0], text[:at])
			if s.lex.words[string(s.stem)].tag&tPerf != 0 {
				return at
			}
		}
	}
	return 0
}

// timed tells whether a word is a unit of time, a month or a day of the week.
func (s *scanner) timed(word string) bool {
	s.stem = appendFold(s.stem[:0], word)
	n := len(s.stem)
	s.stem = appendStem(s.stem, s.stem[:n])
	id := s.lex.stems[string(s.stem[n:])]
	return id != 0 && s.lex.nouns[id].tag&(tUnit|tMonth|tWeekday) != 0
}

func isVowelSignAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsMark(r)
}

func (s *scanner) part(start, end int, glued bool) {
	s.fold = appendFold(s.fold[:0], s.text[start:end])
	s.push(start, end, glued, false)
}

// address reads an e-mail name or handle up to the next space.
func (s *scanner) address(i, to int, glued bool) int {
	start := i
	for i < to && s.text[i] > ' ' && s.text[i] < utf8.RuneSelf {
		i++
	}
	s.out = append(s.out, token{start: int32(start), end: int32(i), kind: kURL, glued: glued})
	return i
}
