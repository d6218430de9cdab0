package sitting

import (
	"slices"
	"strings"
	"sync"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
)

// Owner is one post or kind of post that a directive asks, as the text names it and as the
// district knows it.
type Owner struct {
	Text    string      `json:"text"`
	Key     string      `json:"key,omitempty"` // designation, role or generic word of the reader
	All     bool        `json:"all,omitempty"` // everybody of the kind
	Posts   []record.ID `json:"posts,omitempty"`
	Choices []record.ID `json:"choices,omitempty"` // offered where the text does not decide
}

// Open reports whether somebody has still to say which post is meant.
func (w *Owner) Open() bool { return len(w.Posts) == 0 }

// mostChoices is how many posts are offered where the text does not decide.
const mostChoices = 4

// Directory finds the posts that a text means in a district on a day.
type Directory struct {
	o     *org.Org
	day   calendar.Date
	names func() map[string][]record.ID // what posts are called, without their place
}

// NewDirectory makes the directory of a day; the names are gathered when first needed.
func NewDirectory(o *org.Org, day calendar.Date) *Directory {
	d := &Directory{o: o, day: day}
	d.names = sync.OnceValue(d.gather)
	return d
}

// Resolve finds the posts that a named owner means: by the reader's key, else by what the
// posts are called. One of a kind held by many is open, with those offered first whose
// place the owner or its sentence names; one nobody knows is open with what sounds alike
// offered. It is never guessed.
func (d *Directory) Resolve(w Owner, said string) Owner {
	w.Posts, w.Choices = nil, nil
	kind := d.ofKind(w.Key)
	if len(kind) == 0 && !generic(w.Key) {
		kind = d.called(&w)
	}
	switch {
	case len(kind) == 0:
		d.sounding(&w)
	case w.All || len(kind) == 1:
		w.Posts = kind
	default:
		d.placed(&w, kind, said)
	}
	return w
}

// generic reports a word of the reader that means no post of its own.
func generic(key string) bool { return key == "all_concerned" || key == "all_officers" }

// offices names the role that stands for a whole kind of place: "all panchayats" are asked
// through their secretaries.
var offices = map[string]string{
	"panchayat": "panchayat_secretary", "gram_panchayat": "panchayat_secretary", "urban_body": "town_executive",
	"block": "head_of_block", "subdivision": "head_of_subdivision",
}

// RoleOf gives the common role that stands for a key of the reader: the key's own, or that
// of a kind of place.
func RoleOf(key string) string {
	if role, ok := offices[key]; ok {
		return role
	}
	return key
}

// ofKind gives every post of a key: a designation, a common role, a kind of place, or the
// reader's words for everybody.
func (d *Directory) ofKind(key string) []record.ID {
	switch key {
	case "", "all_concerned":
		return nil
	case "block_officers":
		return d.o.PostsAt("block", 0, 0, d.day)
	}
	key = RoleOf(key)
	if posts := d.o.PostsNamed(key, 0, d.day); len(posts) > 0 {
		return posts
	}
	return d.o.Posts(key, 0, d.day)
}

// gather enters every post under its whole names, its names without the place, and its
// short forms.
func (d *Directory) gather() map[string][]record.ID {
	at := map[string][]record.ID{}
	enter := func(name string, id record.ID) {
		if n := plainName(name); n != "" && !slices.Contains(at[n], id) {
			at[n] = append(at[n], id)
		}
	}
	posts := d.o.Rows().Posts
	for i := range posts {
		p := &posts[i]
		if !org.On(d.day, p.From, p.To) {
			continue
		}
		for _, name := range append([]string{p.Name.Hi, p.Name.En}, p.Aliases...) {
			enter(name, p.ID)
			head, _, _ := strings.Cut(name, ",")
			enter(head, p.ID)
		}
	}
	return at
}

// called gives the posts of one designation that are called as the owner is, in one or in
// the plural; posts of several designations that share a name decide nothing.
func (d *Directory) called(w *Owner) []record.ID {
	head, _, _ := strings.Cut(w.Text, ",")
	for _, name := range []string{w.Text, head} {
		posts := d.names()[plainName(name)]
		if len(posts) == 0 || name == head && head != w.Text && !w.All {
			continue
		}
		first := d.o.Post(posts[0]).Designation
		if slices.ContainsFunc(posts, func(id record.ID) bool { return d.o.Post(id).Designation != first }) {
			w.Choices = posts[:min(len(posts), mostChoices)]
			return nil
		}
		if all := d.o.PostsNamed(first, 0, d.day); len(all) == len(posts) {
			w.Key = first // so that the whole kind can be named again
		}
		return posts
	}
	return nil
}

// words that stand before the name of a post and are no part of it.
var before = []string{"सभी", "समस्त", "सब", "प्रत्येक", "संबंधित", "सम्बंधित", "सम्बन्धित", "शेष", "all", "every", "each", "the", "concerned"}

// plainName folds a name of a post, without the words before it, in the singular.
func plainName(name string) string {
	var words []string
	for _, w := range strings.Fields(i18n.NFC(name)) {
		words = append(words, strings.Fields(i18n.Fold(singular(w)))...)
	}
	for len(words) > 1 && slices.ContainsFunc(before, func(b string) bool { return i18n.Fold(b) == words[0] }) {
		words = words[1:]
	}
	for i, w := range words {
		if w == foldedOfficer || w == foldedEnglish {
			words[i] = foldedShort
		}
	}
	return strings.Join(words, " ")
}

// The words for an officer that stand for one another.
var foldedOfficer, foldedShort, foldedEnglish = i18n.Fold("पदाधिकारी"), i18n.Fold("अधिकारी"), i18n.Fold("ऑफिसर")

// plurals are endings of the oblique plural with what the singular has instead.
var plurals = [][2]string{{"ियों", "ी"}, {"ाओं", "ा"}, {"ों", ""}}

func singular(w string) string {
	for _, p := range plurals {
		if stem, ok := strings.CutSuffix(w, p[0]); ok && stem != "" {
			return stem + p[1]
		}
	}
	return w
}

// placed picks the post of a kind whose place the owner names; without one it offers
// them, those first whose place the sentence names.
func (d *Directory) placed(w *Owner, kind []record.ID, said string) {
	here := d.at(kind, w.Text)
	if len(here) == 1 {
		w.Posts = here
		return
	}
	for _, id := range slices.Concat(here, d.at(kind, said), kind) {
		if len(w.Choices) < mostChoices && !slices.Contains(w.Choices, id) {
			w.Choices = append(w.Choices, id)
		}
	}
}

// at gives those posts whose place a text names.
func (d *Directory) at(kind []record.ID, text string) []record.ID {
	words := strings.Fields(i18n.Fold(text))
	var here []record.ID
	for _, id := range kind {
		if p := d.o.Place(d.o.Post(id).Place); p != nil && names(words, p) {
			here = append(here, id)
		}
	}
	return here
}

// names reports whether the words hold a name of the place, whole.
func names(words []string, p *org.Place) bool {
	for _, n := range append([]string{p.Name.Hi, p.Name.En}, p.Aliases...) {
		want := strings.Fields(i18n.Fold(n))
		if len(want) > 0 && contains(words, want) {
			return true
		}
	}
	return false
}

func contains(words, want []string) bool {
	for i := 0; i+len(want) <= len(words); i++ {
		if slices.Equal(words[i:i+len(want)], want) {
			return true
		}
	}
	return false
}

// sounding offers what sounds like the name; nothing is chosen.
func (d *Directory) sounding(w *Owner) {
	if generic(w.Key) || len(w.Choices) > 0 {
		return
	}
	for _, m := range d.o.Find(w.Text, mostChoices, d.day, record.Post) {
		w.Choices = append(w.Choices, m.ID)
	}
}

// Chosen is Directory.Chosen on a directory of its own.
func Chosen(o *org.Org, day calendar.Date, posts []record.ID, key string) Owner {
	return NewDirectory(o, day).Chosen(posts, key)
}

// Chosen is an owner that a person picked: posts by hand, or all of a kind.
func (d *Directory) Chosen(posts []record.ID, key string) Owner {
	w := Owner{Key: key, All: key != "", Posts: posts}
	if key != "" {
		w.Posts = d.ofKind(key)
	}
	return w
}
