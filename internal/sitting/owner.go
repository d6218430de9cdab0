package sitting

import (
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
)

// Owner is one post or kind of post that a directive asks, as the text names it and as the
// district knows it.
type Owner struct {
	Text    string           `json:"text"`
	Key     string           `json:"key,omitempty"` // designation, role or generic word of the reader
	All     bool             `json:"all,omitempty"` // everybody of the kind
	Posts   []record.ID      `json:"posts,omitempty"`
	Choices []record.ID      `json:"choices,omitempty"` // offered where the text does not decide
	Why     string           `json:"why,omitempty"`     // code of what chose the posts, or why they are only offered
	Usage   record.ID        `json:"usage,omitempty"`   // the district's usage that chose them
	Since   calendar.Instant `json:"since,omitempty"`   // when the usage was learned
}

// Open reports whether somebody has still to say which post is meant.
func (w *Owner) Open() bool { return len(w.Posts) == 0 }

// Around is the text in which an owner is named.
type Around struct {
	Sentence string // the words of the directive
	Heading  string // under which it stands
	Before   string // the words right before the owner
}

// mostChoices is how many posts are offered where the text does not decide.
const mostChoices = 4

// Why posts were chosen or are only offered. The words are stored.
const (
	WhyUsage      = "usage"        // the district said so before
	WhyHead       = "head"         // the head of the department that is asked
	WhyHeads      = "heads"        // the department has several at its top
	WhyArea       = "area"         // all of the kind in the area named before
	WhyHeading    = "heading"      // the heading decides between posts of one short name
	WhySentence   = "sentence"     // its own sentence does
	WhySameName   = "same_name"    // posts of several kinds are called so
	WhichPlace    = "which_place"  // many of the kind, and no place is said
	WhySoundsLike = "sounds_alike" // no post has the name
)

// Resolve finds the posts that a named owner means: by a usage of the district, by the
// reader's key, by what the posts are called, or as the head of a department. A short form
// that several kinds of post bear is decided by heading or sentence, else open; one of a
// kind held by many is open, with those offered first whose place is named; one nobody
// knows is open with what sounds alike offered. It is never guessed.
func (d *Directory) Resolve(w Owner, in Around) Owner {
	w.Posts, w.Choices, w.Why, w.Usage = nil, nil, "", 0
	kind := d.used(&w, in)
	if w.Usage == 0 {
		kind = d.kindOf(&w, in)
	}
	switch {
	case len(kind) == 0 && d.headed(&w):
	case len(kind) == 0:
		d.sounding(&w)
	case w.All:
		w.Posts = d.inArea(&w, kind, in)
	case len(kind) == 1:
		w.Posts = kind
	default:
		d.placed(&w, kind, in.Sentence)
	}
	if w.Usage != 0 && !w.Open() {
		w.Why = WhyUsage
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

// placed picks the posts of a kind whose places the owner names; without one it offers
// them, those first whose place the sentence names.
func (d *Directory) placed(w *Owner, kind []record.ID, said string) {
	names := w.Text
	if w.Usage != 0 && w.Text == "" {
		names = said // a usage of the subject: the text names only the place
	}
	here := d.at(kind, names)
	if len(here) > 0 {
		w.Posts = here
		return
	}
	w.Why = WhichPlace
	for _, id := range slices.Concat(d.at(kind, said), kind) {
		if len(w.Choices) < mostChoices && !slices.Contains(w.Choices, id) {
			w.Choices = append(w.Choices, id)
		}
	}
}

// sounding offers what sounds like the name; nothing is chosen.
func (d *Directory) sounding(w *Owner) {
	if generic(w.Key) || len(w.Choices) > 0 {
		return
	}
	for _, m := range d.o.Find(w.Text, mostChoices, d.day, record.Post) {
		w.Choices, w.Why = append(w.Choices, m.ID), WhySoundsLike
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
