package sitting

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/i18n"
)

// Reread brings the drafts of an earlier revision of the text together with a new reading
// of it. What a person accepted, left out or gave stays; what nobody touched follows the
// new text; what the new text no longer holds goes, unless a person had a hand in it.
func (k *Desk) Reread(text string, fresh []Draft) {
	k.begin()
	taken := make([]bool, len(fresh))
	var left []Draft
	for i := range k.Drafts {
		d := &k.Drafts[i]
		if d.Kind != Reading || d.Issued() {
			left = append(left, *d)
			continue
		}
		at := match(d, fresh, taken)
		switch {
		case at >= 0:
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

// match gives the reading of a draft's own sentence: the same words, else the most alike.
// One sentence may hold several directives, so what is asked counts before its order.
func match(d *Draft, fresh []Draft, taken []bool) int {
	best, score := -1, alike
	for i := range fresh {
		if taken[i] {
			continue
		}
		s := common(d.Said, fresh[i].Said)
		if s > 0 && d.Subject == fresh[i].Subject {
			s += 1
		}
		if s > score {
			best, score = i, s
		}
	}
	return best
}

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
	d.Order, d.Said, d.Revision = f.Order, f.Said, f.Revision
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
