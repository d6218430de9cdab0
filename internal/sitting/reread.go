package sitting

import (
	"cmp"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/i18n"
)

// Reread brings the drafts of an earlier revision of the text together with a new reading
// of it, wherever its paragraphs have gone. What a person accepted, left out or gave stays;
// what nobody touched follows the new text; what the new text no longer holds goes, unless
// a person had a hand in it.
func (k *Desk) Reread(text string, fresh []Draft) {
	k.begin()
	pairs := pair(k.Drafts, fresh)
	taken := make([]bool, len(fresh))
	var left []Draft
	for i := range k.Drafts {
		d := &k.Drafts[i]
		if d.Kind != Reading || d.Issued() {
			left = append(left, *d)
			continue
		}
		at, found := pairs[i]
		switch {
		case found:
			taken[at] = true
			d = k.step(d)
			d.follow(&fresh[at])
			left = append(left, *d)
		case d.ByPerson():
			d = k.step(d)
			d.relocate(text)
			left = append(left, *d)
		default:
			k.gone = append(k.gone, d.ID)
		}
	}
	k.Drafts = left
	for i := range fresh {
		if !taken[i] {
			f := fresh[i]
			f.ID, f.Status, f.Version = k.IDs.Next(k.Now), Proposed, 0
			k.enter(f)
		}
	}
	SortDrafts(k.Drafts)
}

// alike is the least share of words that two quotes have in common to be the same one.
const alike = 0.6

// pair finds for each draft its own sentence in a new reading: first those whose words
// are the same, then, among what is left on both sides, those most alike. So an edited
// sentence never takes the reading of one that stands as it stood.
func pair(old, fresh []Draft) map[int]int {
	pairs := map[int]int{}
	taken := make([]bool, len(fresh))
	for _, same := range []func(d, f *Draft) bool{
		func(d, f *Draft) bool { return d.Said == f.Said && d.asRead() == f.asRead() },
		func(d, f *Draft) bool { return d.Said == f.Said },
	} {
		for i := range old {
			if _, done := pairs[i]; done || old[i].Kind != Reading || old[i].Said == "" {
				continue
			}
			for j := range fresh {
				if !taken[j] && same(&old[i], &fresh[j]) {
					pairs[i], taken[j] = j, true
					break
				}
			}
		}
	}
	type likeness struct {
		old, fresh int
		share      float64
	}
	var list []likeness
	for i := range old {
		if _, done := pairs[i]; done || old[i].Kind != Reading {
			continue
		}
		for j := range fresh {
			if s := common(old[i].Said, fresh[j].Said); !taken[j] && s > alike {
				list = append(list, likeness{i, j, s + common(old[i].asRead(), fresh[j].asRead())})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b likeness) int { return cmp.Compare(b.share, a.share) })
	for _, l := range list {
		if _, done := pairs[l.old]; !done && !taken[l.fresh] {
			pairs[l.old], taken[l.fresh] = l.fresh, true
		}
	}
	return pairs
}

// asRead is the directive in the reader's words, whatever a person made of them.
func (d *Draft) asRead() string { return cmp.Or(d.Read, d.Subject) }

// common gives the share of words that two texts have in common.
func common(a, b string) float64 {
	if a == "" || b == "" {
		return 0
	}
	if a == b {
		return 1
	}
	x, y := strings.Fields(i18n.Fold(a)), strings.Fields(i18n.Fold(b))
	n := map[string]int{}
	for _, w := range x {
		n[w]++
	}
	both := 0
	for _, w := range y {
		if n[w] > 0 {
			n[w]--
			both++
		}
	}
	return 2 * float64(both) / float64(max(1, len(x)+len(y)))
}

// follow takes from a new reading what no person gave.
func (d *Draft) follow(f *Draft) {
	d.Order, d.Said, d.Read, d.Topic, d.Revision = f.Order, f.Said, f.Read, f.Topic, f.Revision
	d.Quote, d.Whom, d.When, d.Many, d.Target = f.Quote, f.Whom, f.When, f.Many, f.Target
	if d.Status == Accepted {
		return // a person said it is right as it stood
	}
	d.Why, d.Confidence = f.Why, f.Confidence
	if !d.touched("subject") {
		d.Subject = f.Subject
	}
	if !d.touched("owners") {
		d.Owners = f.Owners
	}
	if !d.touched("limit") {
		d.Limit = f.Limit
	}
	if !d.touched("sanction") {
		d.Sanction = f.Sanction
	}
}

// relocate finds a draft's words in the changed text; where they are gone it has no spans
// any more, and says so.
func (d *Draft) relocate(text string) {
	d.Whom, d.When, d.Many, d.Quote = nil, nil, nil, nil
	if at := strings.Index(text, d.Said); at >= 0 && d.Said != "" {
		d.Quote, d.Order = []Span{{at, at + len(d.Said)}}, int64(at)
		return
	}
	if !slices.Contains(d.Why, "text_gone") {
		d.Why = append(d.Why, "text_gone")
	}
}
