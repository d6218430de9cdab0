package app

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
)

// ownerView puts an owner into words: one post by its name, a kind by its name and number,
// with what a reader must know of them: why they, and whether anybody sits there.
func (o *office) ownerView(w *sitting.Owner) OwnerView {
	v := OwnerView{Text: w.Text, Posts: len(w.Posts), Notes: o.seats(w.Posts)}
	for _, c := range w.Choices {
		v.Choices = append(v.Choices, OwnerChoice{o.post(c), o.choiceNote(c)})
	}
	switch {
	case len(w.Posts) == 0:
	case len(w.Posts) == 1:
		p := o.post(w.Posts[0])
		v.Key, v.Name = p.Key, p.Name
	default:
		v.Key, v.Name = "all:"+w.Key, o.kindName(w.Posts)
		if role := o.roleName(sitting.RoleOf(w.Key)); v.Name == message("sitting.several_posts") && !role.IsZero() {
			v.Name = role
		}
		v.Name.Hi += " (" + i18n.Number(int64(len(w.Posts)), false) + ")"
		v.Name.En += " (" + i18n.Number(int64(len(w.Posts)), false) + ")"
		v.Key = o.severalKey(w, v.Key)
	}
	return v
}

// severalKey names several posts for a form: the whole kind, or each of them where they
// are not all of it.
func (o *office) severalKey(w *sitting.Owner, kind string) string {
	if whole := sitting.NewDirectory(o.org, o.day).Chosen(nil, w.Key); w.Key != "" && slices.Equal(whole.Posts, w.Posts) {
		return kind
	}
	var keys []string
	for _, id := range w.Posts {
		keys = append(keys, o.org.Post(id).Key)
	}
	return strings.Join(keys, "+")
}

// seats tells of one post that it is vacant, held beside another, or by two; of several how
// many are vacant.
func (o *office) seats(posts []record.ID) []i18n.Text {
	vacant := 0
	for _, id := range posts {
		if o.org.Holder(id, o.day).Vacant {
			vacant++
		}
	}
	switch {
	case len(posts) > 1 && vacant > 0:
		return []i18n.Text{bothWords(said{"sitting.posts_vacant", []any{vacant, len(posts)}})}
	case len(posts) != 1:
		return nil
	case vacant == 1:
		return []i18n.Text{message("sitting.post_vacant")}
	}
	holders := o.org.Holders(posts[0], o.day)
	if len(holders) > 1 && !o.org.Post(posts[0]).Desk {
		return []i18n.Text{bothWords(said{"sitting.post_doubled", []any{len(holders)}})}
	}
	if h := o.org.Holder(posts[0], o.day); h.Kind == org.Additional {
		return []i18n.Text{bothWords(said{"sitting.post_additional", []any{o.person(h.Person)}})}
	}
	return nil
}

// choiceNote tells offered posts apart: their department, and whether they are vacant.
func (o *office) choiceNote(id record.ID) i18n.Text {
	note := o.department(o.org.Post(id).Department).Name
	if o.org.Holder(id, o.day).Vacant {
		word := message("sitting.vacant")
		note = i18n.Text{Hi: note.Hi + " · " + word.Hi, En: note.En + " · " + word.En}
	}
	return note
}

// whyOwner says what chose an owner, where a person should know; a usage by its day.
func (d *desk) whyOwner(w *sitting.Owner) i18n.Text {
	switch w.Why {
	case sitting.WhyUsage:
		return bothWords(said{"sitting.owner_usage", []any{w.Since.Date().Dotted()}})
	case sitting.WhyHead, sitting.WhyArea, sitting.WhyHeading, sitting.WhySentence:
		if !w.Open() {
			return message("sitting.owner_" + w.Why)
		}
	}
	return i18n.Text{}
}

// roleName is what a common role is called; nothing for a key that is none.
func (o *office) roleName(key string) i18n.Text {
	for _, r := range o.org.Roles() {
		if r.Key == key {
			return r.Name
		}
	}
	return i18n.Text{}
}

// kindName is what the posts of one kind are called: their name without the place, if they
// share it.
func (o *office) kindName(posts []record.ID) i18n.Text {
	first := kindOf(o.post(posts[0]).Name)
	for _, id := range posts[1:] {
		if kindOf(o.post(id).Name) != first {
			return message("sitting.several_posts")
		}
	}
	return first
}

func kindOf(name i18n.Text) i18n.Text {
	hi, _, _ := strings.Cut(name.Hi, ",")
	en, _, _ := strings.Cut(name.En, ",")
	return i18n.Text{Hi: strings.TrimSpace(hi), En: strings.TrimSpace(en)}
}

// limitView puts a limit into words: the day, why it is that one, and where a closed day
// moves it.
func (d *desk) limitView(l *sitting.Limit) LimitView {
	r := l.Reckon(d.means)
	v := LimitView{Kind: l.Kind, Typed: typedLimit(l), Due: r.Due, Ends: r.Ends, Usual: r.Usual}
	if r.Moved.Date != 0 {
		v.Moved = r.Moved.Name
	}
	v.Words = bothWords(limitWords{l, r, d.means})
	return v
}

// typedLimit is a limit as the form takes it back.
func typedLimit(l *sitting.Limit) string {
	switch l.Kind {
	case sitting.OnDate, sitting.Counted:
		if l.To != 0 {
			return l.To.Dotted()
		}
	case sitting.InRange:
		if l.From != 0 && l.To != 0 {
			return l.From.Dotted() + " - " + l.To.Dotted()
		}
	case sitting.NextTime:
		return i18n.Message(i18n.Hindi, "sitting.typed_next")
	case sitting.Urgent:
		return i18n.Message(i18n.Hindi, "sitting.typed_urgent")
	case sitting.Recurring:
		return l.Every
	}
	return l.Text
}

type limitWords struct {
	l *sitting.Limit
	r sitting.Reckoned
	m sitting.Means
}

// In writes the limit for a reader.
func (w limitWords) In(l i18n.Lang) string {
	if w.r.Key != "" {
		return i18n.Message(l, w.r.Key, w.l.Text, w.r.Due, w.m.Met)
	}
	day := w.r.Due.In(l)
	switch w.l.Kind {
	case sitting.NoLimit, sitting.Urgent:
		return i18n.Message(l, "sitting.limit_"+string(w.l.Kind), w.m.Usual, w.r.Ends)
	case sitting.NextTime:
		return i18n.Message(l, "sitting.limit_next", w.r.Due)
	case sitting.Recurring:
		if every, err := calendar.ParseRhythm(w.l.Every); err == nil {
			return i18n.Message(l, "sitting.limit_recurring", every, w.r.Due)
		}
	case sitting.InRange:
		day = i18n.Message(l, "sitting.limit_range", w.l.From, w.l.To)
	}
	if w.r.Moved.Date != 0 {
		return i18n.Message(l, "sitting.limit_moved", day, w.r.Moved.Name, w.r.Ends)
	}
	return day
}
