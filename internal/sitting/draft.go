package sitting

import (
	"cmp"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// Status says what a person decided about a draft. The words are stored.
type Status string

// The statuses.
const (
	Proposed Status = "proposed"
	Accepted Status = "accepted"
	Dropped  Status = "dropped"
)

// Name gives the status in both languages.
func (s Status) Name() i18n.Text { return word("sitting.draft_" + string(s)) }

// The kinds of draft, by how it came about.
const (
	Reading = "read" // proposed by a reading of the proceedings, or marked in them
	Line    = "line" // said in the sitting and typed in one line
)

// Span is a piece of the text of the proceedings in bytes.
type Span struct {
	Start int `json:"s"`
	End   int `json:"e"`
}

// Draft is one directive that is not yet said: no event knows it, and undoing it leaves
// nothing behind.
type Draft struct {
	ID         record.ID        `json:"-"`
	Kind       string           `json:"kind"`
	Status     Status           `json:"status"`
	Order      int64            `json:"order"` // where in the text it begins; lines count on from LinesFrom
	Subject    string           `json:"subject"`
	Topic      string           `json:"topic,omitempty"` // what the reader says it is about
	Read       string           `json:"read,omitempty"`  // the subject as it was read
	Owners     []Owner          `json:"owners,omitempty"`
	Limit      Limit            `json:"limit"`
	Place      record.ID        `json:"place,omitempty"`
	Department record.ID        `json:"department,omitempty"` // under which it was said
	Sanction   string           `json:"sanction,omitempty"`   // explanation, show_cause …; only an offer
	Target     *Target          `json:"target,omitempty"`
	Said       string           `json:"said,omitempty"` // the words it was read from
	Quote      []Span           `json:"quote,omitempty"`
	Whom       []Span           `json:"whom,omitempty"`
	When       []Span           `json:"when,omitempty"`
	Many       []Span           `json:"many,omitempty"`
	Confidence int              `json:"confidence"` // percent
	Why        []string         `json:"why,omitempty"`
	From       []record.ID      `json:"from,omitempty"` // drafts it was split from or merged out of
	Into       record.ID        `json:"into,omitempty"` // the draft it was merged into
	Touched    []string         `json:"touched,omitempty"`
	Lesson     *Lesson          `json:"lesson,omitempty"`   // offered to be remembered
	Revision   int32            `json:"revision,omitempty"` // of the proceedings it lies in
	Person     record.ID        `json:"person,omitempty"`   // who edited it last
	Post       record.ID        `json:"post,omitempty"`
	At         calendar.Instant `json:"at,omitempty"`
	Past       []Past           `json:"past,omitempty"` // what it was, oldest first, for undo
	Matters    []record.ID      `json:"matters,omitempty"`
	Fault      string           `json:"fault,omitempty"` // key of the message that kept it from being issued
	Version    int32            `json:"-"`
}

// Past is one earlier state of a draft. New says that there was none.
type Past struct {
	Op  record.ID `json:"op"`
	New bool      `json:"new,omitempty"`
	Was *Draft    `json:"was,omitempty"`
}

// Target is the number a directive asks for.
type Target struct {
	Value string `json:"value"`
	Unit  string `json:"unit,omitempty"`
	Per   string `json:"per,omitempty"`
}

// LinesFrom is the order of the first line said in the sitting, behind every text.
const LinesFrom = 1 << 40

// deepest is how many steps back a draft remembers.
const deepest = 8

// touched reports whether a person, not the reader, gave a field.
func (d *Draft) touched(field string) bool { return slices.Contains(d.Touched, field) }

func (d *Draft) touch(field string) {
	if !d.touched(field) {
		d.Touched = append(d.Touched, field)
	}
}

// ByPerson reports whether a person has decided or changed anything about it.
func (d *Draft) ByPerson() bool { return d.Status != Proposed || len(d.Touched) > 0 }

// Issued reports whether its matters are made already, by an earlier part of the same issue.
func (d *Draft) Issued() bool { return len(d.Matters) > 0 }

// Posts gives every post that it asks, each once.
func (d *Draft) Posts() []record.ID {
	var posts []record.ID
	for i := range d.Owners {
		for _, p := range d.Owners[i].Posts {
			if !slices.Contains(posts, p) {
				posts = append(posts, p)
			}
		}
	}
	return posts
}

// Doubts gives the codes of what is still open about it: why no post is settled, date_open,
// or what the reader noted and no person has settled.
func (d *Draft) Doubts() []string {
	var list []string
	for i := range d.Owners {
		if w := &d.Owners[i]; w.Open() {
			list = append(list, w.doubt())
			break
		}
	}
	if len(d.Owners) == 0 {
		list = append(list, "owner_open")
	}
	if !d.Limit.Settled() {
		list = append(list, "date_open")
	}
	if d.Status == Proposed {
		for _, w := range d.Why {
			if !d.settled(w) && !slices.Contains(list, w) {
				list = append(list, w)
			}
		}
	}
	return list
}

// doubt is the code of why an owner is open.
func (w *Owner) doubt() string {
	switch {
	case w.Why != "" && len(w.Choices) > 0:
		return "owner_" + w.Why
	case w.Text != "" && !generic(w.Key):
		return "owner_unknown"
	}
	return "owner_open"
}

// OpenOwner is the first owner that nobody has settled, as the text names it.
func (d *Draft) OpenOwner() string {
	for i := range d.Owners {
		if d.Owners[i].Open() {
			return d.Owners[i].Text
		}
	}
	return ""
}

// Doubtful reports whether a person should look before accepting: something is open, or the
// reader itself was not sure.
func (d *Draft) Doubtful() bool { return d.Status == Proposed && len(d.Doubts()) > 0 }

// settled reports whether a person has since given what a remark of the reader doubts.
func (d *Draft) settled(why string) bool {
	switch why {
	case "owner_missing", "owner_carried", "owner_from_heading", "owner_audience", "post_unknown":
		return d.touched("owners") || len(d.Owners) > 0 && !slices.ContainsFunc(d.Owners, func(w Owner) bool { return w.Usage == 0 || w.Open() })
	case "two_dates", "impossible_date", "before_meeting", "year_missing", "range_backwards", "meeting_date_missing":
		return d.touched("limit")
	}
	return d.touched("subject")
}

// clone copies a draft without its past.
func (d *Draft) clone() *Draft {
	c := *d
	c.Past = nil
	c.Owners = slices.Clone(d.Owners)
	for i := range c.Owners {
		c.Owners[i].Posts, c.Owners[i].Choices = slices.Clone(d.Owners[i].Posts), slices.Clone(d.Owners[i].Choices)
	}
	c.Touched, c.Why, c.From = slices.Clone(d.Touched), slices.Clone(d.Why), slices.Clone(d.From)
	c.Quote, c.Whom, c.When, c.Many = slices.Clone(d.Quote), slices.Clone(d.Whom), slices.Clone(d.When), slices.Clone(d.Many)
	return &c
}

// SortDrafts puts drafts in the order of the text, lines said in the sitting after it.
func SortDrafts(list []Draft) {
	slices.SortFunc(list, func(a, b Draft) int { return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID)) })
}

// NextOpen gives the first draft after one that nobody has decided on, from the start if
// none comes after it; nil if all are decided.
func NextOpen(list []Draft, after record.ID) *Draft {
	at := slices.IndexFunc(list, func(d Draft) bool { return d.ID == after })
	for n := range list {
		d := &list[(at+1+n+len(list))%len(list)]
		if d.Status == Proposed && d.ID != after {
			return d
		}
	}
	return nil
}
