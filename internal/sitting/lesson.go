package sitting

import (
	"cmp"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"slices"
	"strings"
)

// known is a usage in force with its words folded.
type known struct {
	Usage
	name  string
	words []string
}

func learned(usages []Usage) []known {
	var list []known
	for _, u := range usages {
		if name := plainName(u.Words); u.Retired == 0 && name != "" {
			list = append(list, known{u, name, strings.Fields(i18n.Fold(u.Words))})
		}
	}
	slices.SortStableFunc(list, func(a, b known) int { return cmp.Compare(len(b.words), len(a.words)) })
	return list
}

// used lets a usage say which posts are meant: one of the name that the text gives, or,
// where the text names nobody of its own, one of the subject it speaks of.
func (d *Directory) used(w *Owner, in Around) []record.ID {
	name := plainName(w.Text)
	nobody := name == "" || generic(w.Key)
	for i := range d.usages {
		u := &d.usages[i]
		switch {
		case u.Kind == NameUsage && name != "" && u.name == name:
		case u.Kind == SubjectUsage && nobody && contains(strings.Fields(i18n.Fold(in.Sentence)), u.words):
			w.All = u.All
		default:
			continue
		}
		if posts := d.usedPosts(u); len(posts) > 0 {
			w.Usage, w.Since, w.Key, w.All = u.Key.ID, u.Since, u.Of, w.All || u.All || u.Of == "" && len(posts) > 1
			return posts
		}
	}
	return nil
}

// usedPosts gives the posts of a usage that exist on the day.
func (d *Directory) usedPosts(u *known) []record.ID {
	if u.Of != "" {
		return d.ofKind(u.Of)
	}
	var alive []record.ID
	for _, id := range u.Posts {
		if p := d.o.Post(id); p != nil && org.On(d.day, p.From, p.To) {
			alive = append(alive, id)
		}
	}
	return alive
}

// Lesson is what a correction would teach the district: offered, never learned unasked.
type Lesson struct {
	Kind  UsageKind `json:"kind"`
	Words string    `json:"words"`
}

// lesson tells what a change of owners would teach: that the name in the text means these
// posts, or who is asked about the subject where nobody was named. Nil if it teaches nothing.
func (d *Draft) lesson(now []Owner) *Lesson {
	if len(now) != 1 || now[0].Open() || d.Kind != Reading {
		return nil
	}
	named := false
	for i := range d.Owners {
		was := &d.Owners[i]
		if slices.Equal(was.Posts, now[0].Posts) {
			return nil
		}
		if was.Text == "" || generic(was.Key) {
			continue
		}
		named = true
		if len(d.Owners) == 1 {
			return &Lesson{NameUsage, clean(was.Text)}
		}
	}
	if named || d.Topic == "" {
		return nil
	}
	return &Lesson{SubjectUsage, d.Topic}
}

// Taught gives the usage that a draft's correction teaches, in words that a person may have
// changed. One post of a kind at many places teaches the kind: the place is in the text.
func (d *Draft) Taught(o *org.Org, day calendar.Date, words string) Usage {
	u := Usage{Kind: d.Lesson.Kind, Words: words}
	for i := range d.Owners {
		w := &d.Owners[i]
		if w.Key != "" {
			u.Of, u.All = w.Key, w.All
			return u
		}
		u.Posts = append(u.Posts, w.Posts...)
	}
	if len(u.Posts) == 1 {
		p := o.Post(u.Posts[0])
		if many := o.PostsNamed(p.Designation, 0, day); p.Designation != "" && len(many) > 1 {
			places := map[record.ID]bool{}
			for _, id := range many {
				places[o.Post(id).Place] = true
			}
			if len(places) == len(many) {
				u.Of, u.Posts = p.Designation, nil
			}
		}
	}
	return u
}

// Unteach puts an offer aside, taken or not.
func (k *Desk) Unteach(id record.ID) error {
	d, err := k.find(id, 0)
	if err != nil {
		return err
	}
	if d.Lesson != nil {
		k.step(d).Lesson = nil
	}
	return nil
}

// Helping counts how many accepted drafts ask what each usage chose.
func Helping(drafts []Draft) map[record.ID]int32 {
	n := map[record.ID]int32{}
	for i := range drafts {
		if drafts[i].Status != Accepted {
			continue
		}
		for j := range drafts[i].Owners {
			if u := drafts[i].Owners[j].Usage; u != 0 {
				n[u]++
			}
		}
	}
	return n
}
