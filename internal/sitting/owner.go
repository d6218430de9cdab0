package sitting

import (
	"slices"
	"strings"

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

// ResolveOwner finds the posts that a named owner means in a district on a day. One of a
// kind held by many is open with what fits best offered; one nobody knows is open with
// what sounds alike offered; it is never guessed.
func ResolveOwner(o *org.Org, day calendar.Date, w Owner) Owner {
	w.Posts, w.Choices = nil, nil
	kind := ofKind(o, day, w.Key)
	switch {
	case len(kind) == 0:
		w.sounding(o, day)
	case w.All || len(kind) == 1:
		w.Posts = kind
	default:
		w.placed(o, kind)
	}
	return w
}

// ofKind gives every post of a key: a designation, a common role, or the reader's words
// for everybody.
func ofKind(o *org.Org, day calendar.Date, key string) []record.ID {
	switch key {
	case "", "all_concerned":
		return nil
	case "block_officers":
		return o.PostsAt("block", 0, 0, day)
	}
	if posts := o.PostsNamed(key, 0, day); len(posts) > 0 {
		return posts
	}
	return o.Posts(key, 0, day)
}

// placed picks the posts of a kind whose place the text names; without one it offers them.
func (w *Owner) placed(o *org.Org, kind []record.ID) {
	words := strings.Fields(i18n.Fold(w.Text))
	var here []record.ID
	for _, id := range kind {
		if at := o.Place(o.Post(id).Place); at != nil && names(words, at) {
			here = append(here, id)
		}
	}
	switch {
	case len(here) == 1:
		w.Posts = here
	case len(here) > 1:
		w.Choices = here[:min(len(here), mostChoices)]
	default:
		w.Choices = kind[:min(len(kind), mostChoices)]
	}
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

// sounding looks a name up as it is written: what is called exactly so is meant, what
// only sounds alike is offered.
func (w *Owner) sounding(o *org.Org, day calendar.Date) {
	if w.Key == "all_concerned" || w.Key == "all_officers" {
		return
	}
	asked := i18n.Fold(w.Text)
	found := o.Find(w.Text, mostChoices, day, record.Post)
	for _, m := range found {
		w.Choices = append(w.Choices, m.ID)
		if i18n.Fold(m.Name.Hi) == asked || i18n.Fold(m.Name.En) == asked || slices.ContainsFunc(o.Post(m.ID).Aliases, func(a string) bool { return i18n.Fold(a) == asked }) {
			w.Posts = append(w.Posts, m.ID)
		}
	}
	if len(w.Posts) == 1 {
		w.Choices = nil
	} else {
		w.Posts = nil
	}
}

// Chosen is an owner that a person picked: posts by hand, or all of a kind.
func Chosen(o *org.Org, day calendar.Date, posts []record.ID, key string) Owner {
	w := Owner{Key: key, All: key != "", Posts: posts}
	if key != "" {
		w.Posts = ofKind(o, day, key)
	}
	return w
}
