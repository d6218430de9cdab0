package extract

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
)

// entry is what a phrase of the lexicon stands for: a post with its key, or a
// topic from which names of posts are made.
type entry struct {
	key    string
	topic  bool
	many   bool   // held by many in a district
	states string // where the name has this sense; empty is everywhere
}

// Tables are the two word lists a lexicon is made from, as CSV.
type Tables struct {
	Designations []byte // key,many,states,hi,en
	Topics       []byte // key,hi,en
}

// NewLexicon reads the tables. A fault names the line and what is wrong with it.
func NewLexicon(t Tables) (*Lexicon, error) {
	b := newBuilder()
	err := rows(t.Designations, 5, "designations", func(r []string) {
		b.entry(entry{key: r[0], many: r[1] != "", states: r[2]}, r[3], r[4])
	})
	if err != nil {
		return nil, err
	}
	if err := rows(t.Topics, 3, "topics", func(r []string) {
		b.entry(entry{key: r[0], topic: true}, r[1], r[2])
	}); err != nil {
		return nil, err
	}
	b.lex.phrases.mark(b.lex.nouns)
	b.bones()
	return b.lex, nil
}

// rankWords begin names of posts that are made, not listed: कार्यपालक अभियंता, विद्युत.
const rankWords = `अधिशासी अधिशाषी कार्यपालक कार्यपालन कार्यकारी कार्यपालिक एक्जीक्यूटिव अधीक्षण सहायक कनीय कनिष्ठ अवर उप संयुक्त उपनिदेशक उपसंचालक एक्सईएन एक्सइएन
 ईई एसई एईएन एई उपयंत्री जेई जेईएन महाप्रबंधक डीपीएम जिला प्रखंड खंड ब्लॉक विकासखंड अनुमंडल अनुमंडलीय
 executive superintending assistant junior deputy joint ee se ae je xen dpm district block`

// rows reads a table after its heading.
func rows(table []byte, width int, name string, do func([]string)) error {
	r := csv.NewReader(bytes.NewReader(table))
	r.Comment, r.FieldsPerRecord, r.ReuseRecord = '#', width, false
	for n := 0; ; n++ {
		rec, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fault.Wrap(err, fault.Invalid, "extract.table", name, err.Error())
		}
		if n > 0 {
			do(rec)
		}
	}
}

// entry enters every spelling of a post or topic.
func (b *builder) entry(e entry, lists ...string) {
	b.lex.entries = append(b.lex.entries, e)
	leaf := int32(len(b.lex.entries) - 1)
	for _, list := range lists {
		for _, spelling := range strings.Split(list, ";") {
			for _, s := range braces(spelling) {
				for _, v := range twins(strings.Join(strings.Fields(s), " ")) {
					b.lex.phrases.add(b.phrase(v), leaf)
				}
			}
		}
	}
}

// bones enters the long words of posts by their consonants, so that a slip of
// the keyboard in अधिकारी or पदाधिकारी does not lose the post.
func (b *builder) bones() {
	b.lex.bones = make(map[string]int32)
	for stem, id := range b.lex.stems {
		n := &b.lex.nouns[id]
		if n.tag&tPost == 0 || len(stem) < 15 || stem[0] < 0x80 {
			continue
		}
		key := string(appendBones(nil, []byte(stem)))
		if old, ok := b.lex.bones[key]; ok && old != id {
			id = 0
		}
		b.lex.bones[key] = id
	}
}

// braces expands {a|b} into every reading; braces may hold braces.
func braces(s string) []string {
	open := strings.IndexByte(s, '{')
	if open < 0 {
		return []string{s}
	}
	depth, from := 0, open+1
	var parts []string
	for i := open; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '|':
			if depth == 1 {
				parts, from = append(parts, s[from:i]), i+1
			}
		case '}':
			if depth--; depth > 0 {
				continue
			}
			parts = append(parts, s[from:i])
			var out []string
			for _, p := range parts {
				for _, mid := range braces(p) {
					for _, rest := range braces(s[i+1:]) {
						out = append(out, s[:open]+mid+rest)
					}
				}
			}
			return out
		}
	}
	return []string{s}
}

// twins gives a name of a post in the spellings that mean the same everywhere.
func twins(s string) []string {
	out := []string{s}
	swap := func(from, to string) {
		for _, v := range out {
			if strings.Contains(" "+v+" ", " "+from+" ") {
				out = append(out, strings.TrimSpace(strings.ReplaceAll(" "+v+" ", " "+from+" ", " "+to+" ")))
			}
		}
	}
	swap("पदाधिकारी", "अधिकारी")
	if len(out) == 1 {
		swap("अधिकारी", "पदाधिकारी")
	}
	swap("उप जिलाधिकारी", "उपजिलाधिकारी")
	swap("उप विकास", "उपविकास")
	swap("उप समाहर्ता", "उपसमाहर्ता")
	swap("उप निदेशक", "उपनिदेशक")
	swap("उप संचालक", "उपसंचालक")
	swap("उप जिला", "उपजिला")
	swap("उप खंड", "उपखंड")
	swap("विकासखंड", "विकास खंड")
	swap("नगर पालिका", "नगरपालिका")
	swap("नगर निगम", "नगरनिगम")
	swap("ग्राम पंचायत", "ग्रामपंचायत")
	swap("एवं", "व")
	swap("एवं", "और")
	swap("एवं", "तथा")
	swap("एवं", "")
	return out
}

// mark notes on each stem whether a phrase begins with it.
func (t *trie) mark(nouns []noun) {
	for key := range t.next {
		if key>>32 == 0 {
			nouns[uint32(key)].starts = true
		}
	}
}
