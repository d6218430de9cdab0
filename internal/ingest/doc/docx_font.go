package doc

import (
	"bytes"
	"encoding/xml"
)

// styles are the old fonts of a document's styles; "" is what holds where none is named.
type styles map[string]Font

// defaults stands for what the document says before its styles.
const defaults = "\x00"

// runFont is what is known of the font while a paragraph is read.
type runFont struct {
	paragraph string // its style
	style     string // of the words
	words     string // the font named at the words themselves
	marks     bool   // inside the paragraph's own properties, which are not its words'
}

// named takes the font of the words, where one is named.
func (f *runFont) named(t xml.StartElement) {
	if f.marks {
		return
	}
	if name := attr(t, "ascii"); name != "" {
		f.words = name
	}
}

// font gives the old font that the next words are typed in.
func (r *reader) font() Font {
	if r.fonts == nil {
		return Unicode
	}
	if r.run.words != "" {
		return FontNamed(r.run.words)
	}
	for _, style := range []string{r.run.style, r.run.paragraph} {
		if f, ok := r.fonts[style]; ok && style != "" {
			return f
		}
	}
	return r.fonts[""]
}

// typed takes words in whatever font; those in an old one wait for their end, because a
// syllable may be cut over two runs.
func (r *reader) typed(s string) {
	f := r.font()
	if f != r.turned || f == Unicode {
		r.flush()
	}
	if f == Unicode {
		r.say(s)
		return
	}
	r.turned = f
	r.old.WriteString(s)
}

// flush turns the words that wait.
func (r *reader) flush() {
	if r.old.Len() == 0 {
		return
	}
	s := r.old.String()
	r.old.Reset()
	r.say(r.turned.Convert(s))
}

// readFonts reads word/styles.xml into the font that each style names itself or takes over.
func readFonts(data []byte) styles {
	fonts, based, named := styles{}, map[string]string{}, map[string]bool{}
	d := xml.NewDecoder(bytes.NewReader(data))
	id := defaults
	based[""] = defaults
	for {
		tok, err := d.Token()
		if err != nil {
			break
		}
		t, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch t.Name.Local {
		case "style":
			id = attr(t, "styleId")
			based[id] = defaults
			if attr(t, "type") == "paragraph" && attr(t, "default") == "1" {
				based[""] = id
			}
		case "basedOn":
			based[id] = attr(t, "val")
		case "rFonts":
			if name := attr(t, "ascii"); name != "" {
				fonts[id], named[id] = FontNamed(name), true
			}
		}
	}
	for style := range based {
		at := style
		for range 20 { // a loop of styles ends here
			if named[at] || based[at] == "" {
				break
			}
			at = based[at]
		}
		if named[at] {
			fonts[style] = fonts[at]
		}
	}
	return fonts
}
