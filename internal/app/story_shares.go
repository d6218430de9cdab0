package app

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// The newest events of shares that their parent's page tells, and of how many shares.
const (
	sharesTold   = 500
	shareHistory = 400
)

// sharesSeen gives the types of the parts that the actor sees whole, by their ids.
func (a *App) sharesSeen(ctx context.Context, o *office, who Actor, parts []matter.Matter) (map[record.ID]*matter.Type, error) {
	p := o.purview(who)
	sights, err := a.sights(ctx, &p, parts)
	if err != nil {
		return nil, err
	}
	types := map[record.ID]*matter.Type{}
	for i := range parts {
		m := &parts[i]
		if t := o.types.Get(m.Type, m.Revision); t != nil && len(types) < sharesTold && sights[i] == matter.Whole {
			types[m.Key.ID] = t
		}
	}
	return types, nil
}

// story tells a matter's events and what befell its shares, newest first, in one query
// however many there are. That each share was made is the parent's own event.
func (a *App) story(ctx context.Context, o *office, w *matter.World, m *matter.Matter, v *View, shares map[record.ID]*matter.Type) ([]Happening, error) {
	own, theirs, err := a.db.Reader().Story(ctx, m.Key, historyShown, slices.Sorted(maps.Keys(shares)), shareHistory)
	if err != nil {
		return nil, err
	}
	told, err := o.story(w.Types.Get(m.Type, m.Revision), own)
	if err != nil {
		return nil, err
	}
	var list []Happening
	for i := range theirs {
		ev := &theirs[i]
		share := v.Parts.part(ev.Subject.Key)
		if ev.Kind == matter.Opened || share == nil {
			continue
		}
		h, err := o.happening(shares[ev.Subject.Key.ID], ev)
		if err != nil {
			return nil, err
		}
		h.Share = share
		list = append(list, h)
	}
	return inTime(told, list), nil
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
