package app

import (
	"cmp"
	"context"
	"slices"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// The newest events of shares that their parent's page tells, and of how many shares.
const (
	sharesTold   = 500
	shareHistory = 400
)

// sharesStory tells what befell the parts that the actor sees whole, newest first, in two
// queries however many there are. That each was made is the parent's own event.
func (a *App) sharesStory(ctx context.Context, o *office, who Actor, w *matter.World, parts []matter.Matter, roll *Roll) ([]Happening, error) {
	held := o.postsHeld(who, o.day)
	types := map[record.ID]*matter.Type{}
	var ids []record.ID
	for i := range parts {
		m := &parts[i]
		if t := o.types.Get(m.Type, m.Revision); t != nil && len(ids) < sharesTold && sightIn(w, m, held) == matter.Whole {
			types[m.Key.ID] = t
			ids = append(ids, m.Key.ID)
		}
	}
	events, err := a.db.Reader().HistoryOf(ctx, who.District, ids, shareHistory)
	if err != nil {
		return nil, err
	}
	var list []Happening
	for i := range events {
		ev := &events[i]
		share := roll.part(ev.Subject.Key)
		if ev.Kind == matter.Opened || share == nil {
			continue
		}
		h, err := o.happening(types[ev.Subject.Key.ID], ev)
		if err != nil {
			return nil, err
		}
		h.Share = share
		list = append(list, h)
	}
	return list, nil
}

// part gives the part with a key; nil if it is void or none.
func (r *Roll) part(key record.Key) *Part {
	if r == nil {
		return nil
	}
	if i := slices.IndexFunc(r.Parts, func(p Part) bool { return p.Key == key }); i >= 0 {
		return &r.Parts[i]
	}
	return nil
}

// inTime puts two stories together, newest first; at one instant the first list leads.
func inTime(own, shares []Happening) []Happening {
	all := slices.Concat(own, shares)
	slices.SortStableFunc(all, func(x, y Happening) int { return cmp.Compare(y.At, x.At) })
	return all
}
