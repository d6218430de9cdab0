package app

import (
	"cmp"
	"maps"
	"slices"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// beside are the rows that follow from what matters remember: places in frozen sets with
// their counts, and drafts. A commit writes what changed, an audit holds all of them
// against the log; both reckon them here.
type beside struct {
	cohorts map[cohortKey]*store.Cohort
	members []store.Member
	offers  []store.Offer
}

type cohortKey struct {
	district int32
	matter   record.ID
	key      string
}

// follow adds what a matter says now and did not say before; was is nil when it is new.
func (b *beside) follow(was, is *matter.Matter) {
	var old matter.Memory
	if was != nil {
		old = was.Memory
	}
	for _, f := range is.Memory.Frozen {
		if slices.Contains(old.Frozen, f) {
			continue
		}
		c := b.cohort(is.Key, f.Cohort)
		c.Frozen, c.Gathered, c.Job = f.At, f.Gathered, f.Job
	}
	for i := range is.Memory.In {
		x := is.Memory.In[i]
		switch {
		case i >= len(old.In):
			b.place(is, x, nil)
		case old.In[i] != x:
			b.place(is, x, &old.In[i])
		}
	}
	for i, o := range is.Memory.Offers {
		if i < len(old.Offers) && old.Offers[i] == o {
			continue
		}
		b.offers = append(b.offers, store.Offer{ID: o.ID, Matter: is.Key, Ask: o.Ask, Before: o.Before, Asked: o.To,
			At: o.At, Settled: o.Settled, Raised: o.Raised})
	}
}

func (b *beside) place(m *matter.Matter, x matter.Membership, was *matter.Membership) {
	of := record.Key{District: m.Key.District, ID: x.Of}
	c := b.cohort(of, x.Cohort)
	if was == nil {
		c.Total++
	} else {
		count(c, memberState(was), -1)
	}
	state := memberState(&x)
	count(c, state, 1)
	b.members = append(b.members, store.Member{Of: of, Key: x.Cohort, Member: m.Key.ID, State: state, Reason: x.Reason})
}

func (b *beside) cohort(of record.Key, key string) *store.Cohort {
	if b.cohorts == nil {
		b.cohorts = map[cohortKey]*store.Cohort{}
	}
	k := cohortKey{of.District, of.ID, key}
	if b.cohorts[k] == nil {
		b.cohorts[k] = &store.Cohort{Matter: of, Key: key}
	}
	return b.cohorts[k]
}

// all gives the counts in the order of their keys.
func (b *beside) all() []store.Cohort {
	var list []store.Cohort
	for c := range maps.Values(b.cohorts) {
		list = append(list, *c)
	}
	slices.SortFunc(list, func(x, y store.Cohort) int {
		return cmp.Or(compareKeys(x.Matter, y.Matter), cmp.Compare(x.Key, y.Key))
	})
	return list
}

func memberState(x *matter.Membership) store.MemberState {
	switch {
	case x.Excepted != 0:
		return store.MemberExcepted
	case x.Done != 0:
		return store.MemberDone
	}
	return store.MemberWaits
}

func count(c *store.Cohort, s store.MemberState, n int64) {
	switch s {
	case store.MemberDone:
		c.Done += n
	case store.MemberExcepted:
		c.Excepted += n
	}
}

// writeFollowing saves the rows that follow from the memories of the changed matters.
func (g *Group) writeFollowing() error {
	var b beside
	for _, k := range g.saving.changed {
		b.follow(g.read[k], g.matters[k])
	}
	if err := g.tx.CohortsMerge(b.all()); err != nil {
		return err
	}
	if err := g.tx.MembersPut(b.members); err != nil {
		return err
	}
	if err := g.tx.OffersPut(b.offers); err != nil {
		return err
	}
	for _, j := range g.saving.jobs {
		if err := g.tx.JobPut(j); err != nil {
			return err
		}
	}
	return g.tx.SaidPut(g.saving.said)
}
