package sitting

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// Desk is where drafts are worked on: it holds all of one sitting, and remembers which a
// step changed, so that the step can be saved, and taken back, as one.
type Desk struct {
	Drafts []Draft
	Now    calendar.Instant
	Person record.ID
	Post   record.ID
	IDs    *record.Maker

	op      record.ID
	changed []record.ID
	gone    []record.ID
}

// Changed gives the drafts to be saved after a step.
func (k *Desk) Changed() []Draft {
	var list []Draft
	for i := range k.Drafts {
		if slices.Contains(k.changed, k.Drafts[i].ID) {
			list = append(list, k.Drafts[i])
		}
	}
	return list
}

// Gone gives the drafts to be deleted after a step.
func (k *Desk) Gone() []record.ID { return k.gone }

// Edit is what a person gives a draft; nil members stay.
type Edit struct {
	Subject    *string
	Owners     []Owner
	Limit      *Limit
	Place      *record.ID
	Department *record.ID
	Sanction   *string
	Version    int32 // the version seen; 0 does not care
}

// Edit changes what a person gave; what the reader proposed for it is never put back.
func (k *Desk) Edit(id record.ID, e Edit) error {
	d, err := k.find(id, e.Version)
	if err != nil {
		return err
	}
	wrong := fault.New(fault.Invalid, "sitting.draft_wrong")
	if e.Subject != nil && clean(*e.Subject) == "" {
		wrong.With("subject", "sitting.subject_required")
	}
	if e.Subject != nil && !sound(*e.Subject) {
		wrong.With("subject", "sitting.text_binary")
	}
	if err := wrong.Any(); err != nil {
		return err
	}
	d = k.step(d)
	if e.Subject != nil {
		d.Subject = clean(*e.Subject)
		d.touch("subject")
	}
	if e.Owners != nil {
		d.Lesson = d.lesson(e.Owners)
		d.Owners = e.Owners
		d.touch("owners")
	}
	if e.Limit != nil {
		d.Limit = *e.Limit
		d.touch("limit")
	}
	if e.Place != nil {
		d.Place = *e.Place
	}
	if e.Department != nil {
		d.Department = *e.Department
	}
	if e.Sanction != nil {
		d.Sanction = *e.Sanction
		d.touch("sanction")
	}
	return nil
}

// Accept says that a draft is right as it stands; it must have somebody to ask and a date,
// or rightly none.
func (k *Desk) Accept(id record.ID, m Means) error {
	d, err := k.find(id, 0)
	if err != nil {
		return err
	}
	if f := d.Ready(m); f != nil {
		return f
	}
	if d.Status != Accepted {
		k.step(d).Status = Accepted
	}
	return nil
}

// Ready tells what still keeps a draft from being issued, field by field; nil if nothing.
func (d *Draft) Ready(m Means) *fault.Fault {
	f := fault.New(fault.Invalid, "sitting.draft_wrong")
	if clean(d.Subject) == "" {
		f.With("subject", "sitting.subject_required")
	}
	for i := range d.Owners {
		if d.Owners[i].Open() {
			f.With("owners", "sitting.owner_not_found", d.Owners[i].Text)
		}
	}
	if len(d.Owners) == 0 {
		f.With("owners", "sitting.owner_required")
	}
	if r := d.Limit.Reckon(m); r.Key != "" {
		f.With("limit", r.Key, d.Limit.Text, r.Due, m.Met)
	}
	return some(f)
}

// Drop leaves a draft out; it can be taken back until the issue.
func (k *Desk) Drop(id record.ID) error { return k.set(id, Dropped) }

// Restore takes a draft back that was left out or accepted.
func (k *Desk) Restore(id record.ID) error { return k.set(id, Proposed) }

func (k *Desk) set(id record.ID, s Status) error {
	d, err := k.find(id, 0)
	if err != nil {
		return err
	}
	if d.Status != s {
		d = k.step(d)
		d.Status, d.Into = s, 0
	}
	return nil
}

// Split makes a draft of each line of words out of one; owners and limit go with each.
func (k *Desk) Split(id record.ID, subjects []string) error {
	d, err := k.find(id, 0)
	if err != nil {
		return err
	}
	subjects = slices.DeleteFunc(slices.Clone(subjects), func(s string) bool { return clean(s) == "" })
	if len(subjects) < 2 {
		return fault.New(fault.Invalid, "sitting.draft_wrong").With("subject", "sitting.split_two")
	}
	d = k.step(d)
	d.Subject = clean(subjects[0])
	d.touch("subject")
	first := *d.clone()
	for _, s := range subjects[1:] {
		n := first.clone()
		n.ID, n.Subject, n.From, n.Version = k.IDs.Next(k.Now), clean(s), []record.ID{id}, 0
		k.enter(*n)
	}
	return nil
}

// Merge makes one draft of several: the first keeps its place and takes the others' words
// and owners; they stay, left out, and say into what they went.
func (k *Desk) Merge(ids []record.ID, subject string) error {
	if len(ids) < 2 {
		return fault.New(fault.Invalid, "sitting.draft_wrong").With("drafts", "sitting.merge_two")
	}
	var list []*Draft
	for _, id := range ids {
		d, err := k.find(id, 0)
		if err != nil {
			return err
		}
		list = append(list, d)
	}
	first := k.step(list[0])
	words := []string{first.Subject}
	for _, d := range list[1:] {
		if d.ID == first.ID {
			return fault.New(fault.Invalid, "sitting.draft_wrong").With("drafts", "sitting.merge_two")
		}
		words = append(words, d.Subject)
		first.join(d)
		d = k.step(d)
		d.Status, d.Into = Dropped, first.ID
	}
	if subject = clean(subject); subject == "" {
		subject = strings.Join(words, "; ")
	}
	first.Subject = subject
	first.touch("subject")
	first.Status = Proposed
	return nil
}

func (d *Draft) join(o *Draft) {
	for _, w := range o.Owners {
		if !slices.ContainsFunc(d.Owners, func(x Owner) bool { return x.Text == w.Text && slices.Equal(x.Posts, w.Posts) }) {
			d.Owners = append(d.Owners, w)
		}
	}
	if d.Limit.Kind == NoLimit {
		d.Limit = o.Limit
	}
	d.From = append(d.From, o.ID)
	d.Quote = append(d.Quote, o.Quote...)
	d.touch("owners")
}

// Add enters a draft made by a person out of a piece of the text, or of a typed line.
func (k *Desk) Add(d Draft) (record.ID, error) {
	d.Subject = clean(d.Subject)
	if d.Subject == "" || !sound(d.Subject) {
		return 0, fault.New(fault.Invalid, "sitting.draft_wrong").With("subject", "sitting.subject_required")
	}
	k.begin()
	d.ID, d.Version = k.IDs.Next(k.Now), 0
	if d.Status == "" {
		d.Status = Proposed
	}
	k.enter(d)
	return d.ID, nil
}

// Undo takes back the last step, whole: changed drafts are what they were, new ones are gone.
func (k *Desk) Undo() error {
	var last record.ID
	for i := range k.Drafts {
		if n := len(k.Drafts[i].Past); n > 0 {
			last = max(last, k.Drafts[i].Past[n-1].Op)
		}
	}
	if last == 0 {
		return fault.New(fault.Refused, "sitting.nothing_to_undo")
	}
	var left []Draft
	for i := range k.Drafts {
		d := k.Drafts[i]
		n := len(d.Past)
		if n == 0 || d.Past[n-1].Op != last {
			left = append(left, d)
			continue
		}
		if d.Past[n-1].New {
			k.gone = append(k.gone, d.ID)
			continue
		}
		was := *d.Past[n-1].Was
		was.ID, was.Version, was.Past = d.ID, d.Version, d.Past[:n-1]
		left = append(left, was)
		k.changed = append(k.changed, d.ID)
	}
	k.Drafts = left
	return nil
}

func (k *Desk) find(id record.ID, version int32) (*Draft, error) {
	i := slices.IndexFunc(k.Drafts, func(d Draft) bool { return d.ID == id })
	if i < 0 {
		return nil, fault.New(fault.NotFound, "sitting.draft_gone")
	}
	d := &k.Drafts[i]
	if version != 0 && d.Version != version {
		return nil, fault.New(fault.Conflict, "sitting.changed")
	}
	if d.Issued() {
		return nil, fault.New(fault.Refused, "sitting.frozen")
	}
	return d, nil
}

func (k *Desk) begin() {
	if k.op == 0 {
		k.op = k.IDs.Next(k.Now)
	}
}

// step notes what a draft was before it is changed, once in a step.
func (k *Desk) step(d *Draft) *Draft {
	k.begin()
	if slices.Contains(k.changed, d.ID) {
		return d
	}
	d.Past = append(slices.Clone(d.Past), Past{Op: k.op, Was: d.clone()})
	if len(d.Past) > deepest {
		d.Past = slices.Clone(d.Past[len(d.Past)-deepest:])
	}
	d.Person, d.Post, d.At, d.Fault = k.Person, k.Post, k.Now, ""
	k.changed = append(k.changed, d.ID)
	return d
}

func (k *Desk) enter(d Draft) {
	d.Past = []Past{{Op: k.op, New: true}}
	d.Person, d.Post, d.At = k.Person, k.Post, k.Now
	k.changed = append(k.changed, d.ID)
	k.Drafts = append(k.Drafts, d)
}
