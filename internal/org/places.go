package org

import (
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// deepest is the most steps from a place to its root; a longer way is a loop.
const deepest = 32

func (o *Org) indexPlaces(wrong *fault.Fault) {
	o.children = make([][]int32, len(o.rows.Places))
	for i := range o.rows.Places {
		p := &o.rows.Places[i]
		if up, ok := o.places[p.Parent]; ok {
			o.children[up] = append(o.children[up], int32(i))
		} else if p.Parent != 0 {
			wrong.With("place "+p.Key, "org.unknown_parent", p.Key)
		}
		for _, u := range p.Before {
			if _, ok := o.places[u.Parent]; !ok && u.Parent != 0 {
				wrong.With("place "+p.Key, "org.unknown_parent", p.Key)
			}
		}
		for _, l := range p.LiesIn {
			if _, ok := o.places[l]; !ok {
				wrong.With("place "+p.Key, "org.unknown_lies_in", p.Key)
			}
		}
	}
	if len(wrong.Fields) > 0 {
		return
	}
	for i := range o.rows.Places {
		o.rows.Places[i].Path = o.pathFrom(int32(i), wrong)
	}
	o.proveBefore(wrong)
	o.indexTrees()
}

// pathFrom writes the keys from the root down; a way that does not end is a loop.
func (o *Org) pathFrom(at int32, wrong *fault.Fault) string {
	var keys []string
	for p := &o.rows.Places[at]; ; p = &o.rows.Places[o.places[p.Parent]] {
		keys = append(keys, p.Key)
		if p.Parent == 0 {
			break
		}
		if len(keys) > deepest {
			wrong.With("place "+o.rows.Places[at].Key, "org.place_loop", o.rows.Places[at].Key)
			return ""
		}
	}
	slices.Reverse(keys)
	return strings.Join(keys, "/") + "/"
}

// proveBefore follows the earlier parents too, on the day each of them began or ended.
func (o *Org) proveBefore(wrong *fault.Fault) {
	for i := range o.rows.Places {
		for _, u := range o.rows.Places[i].Before {
			for _, day := range []calendar.Date{u.From, u.To} {
				if len(o.wayUp(int32(i), day)) > deepest {
					wrong.With("place "+o.rows.Places[i].Key, "org.place_loop", o.rows.Places[i].Key)
				}
			}
		}
	}
}

// indexTrees finds where other trees hang under a place and which common places lie in theirs.
func (o *Org) indexTrees() {
	o.hung, o.inside = map[hook]int32{}, map[record.ID][]string{}
	for i := range o.rows.Places {
		p := &o.rows.Places[i]
		if up, ok := o.places[p.Parent]; ok && o.rows.Places[up].Tree != p.Tree {
			h := hook{up, p.Tree}
			if _, twice := o.hung[h]; twice {
				o.hung[h] = none
			} else {
				o.hung[h] = int32(i)
			}
			o.inside[p.ID] = append(o.inside[p.ID], o.rows.Places[up].Path)
		}
		for _, l := range p.LiesIn {
			for _, at := range o.wayUp(o.places[l], 0) {
				if q := &o.rows.Places[at]; q.Tree != p.Tree {
					o.inside[q.ID] = append(o.inside[q.ID], p.Path)
				}
			}
		}
	}
}

// parentOn gives the parent of a place on a day; day 0 means as it is now.
func (o *Org) parentOn(at int32, day calendar.Date) int32 {
	p := &o.rows.Places[at]
	up := p.Parent
	if day != 0 && day < p.Since {
		for _, u := range p.Before {
			if On(day, u.From, u.To) {
				up = u.Parent
			}
		}
	}
	if i, ok := o.places[up]; ok {
		return i
	}
	return none
}

// wayUp gives the place and all above it on a day, nearest first; day 0 means as it is now.
func (o *Org) wayUp(at int32, day calendar.Date) []int32 {
	way := make([]int32, 0, 8)
	for at != none && len(way) <= deepest {
		way = append(way, at)
		at = o.parentOn(at, day)
	}
	return way
}

// PathOf gives the ids from the root down to the place on a day; day 0 means as it is now.
func (o *Org) PathOf(place record.ID, day calendar.Date) []record.ID {
	at, ok := o.places[place]
	if !ok {
		return nil
	}
	way := o.wayUp(at, day)
	ids := make([]record.ID, len(way))
	for i, w := range way {
		ids[len(way)-1-i] = o.rows.Places[w].ID
	}
	return ids
}

// Path gives the keys from the root to the place, each ended by "/"; "" for an unknown place.
func (o *Org) Path(place record.ID) string {
	if p := o.Place(place); p != nil {
		return p.Path
	}
	return ""
}

// Within reports whether the place is the other one or lies below it today.
func (o *Org) Within(place, above record.ID) bool {
	a := o.Path(above)
	return a != "" && strings.HasPrefix(o.Path(place), a)
}

// Above gives the nearest place of one of the kinds, the place itself counted, or 0.
func (o *Org) Above(place record.ID, day calendar.Date, kinds ...string) record.ID {
	at, ok := o.places[place]
	for n := 0; ok && at != none && n <= deepest; n++ {
		if slices.Contains(kinds, o.rows.Places[at].Kind) {
			return o.rows.Places[at].ID
		}
		at = o.parentOn(at, day)
	}
	return 0
}

// BlockOf gives the block or urban body the place lies in, itself counted; 0 at district level and above.
func (o *Org) BlockOf(place record.ID) record.ID { return o.Above(place, 0, "block", "urban_body") }

// Children gives the places directly under a place that exist on the day, in the order of keys.
func (o *Org) Children(place record.ID, day calendar.Date) []record.ID {
	at, ok := o.places[place]
	if !ok {
		return nil
	}
	var ids []record.ID
	for _, c := range o.children[at] {
		if p := &o.rows.Places[c]; On(day, p.From, p.To) {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// Places gives the places of the kinds that lie in a place (0: anywhere) and exist on the day, by path.
func (o *Org) Places(within record.ID, day calendar.Date, kinds ...string) []record.ID {
	var at []int32
	for i := range o.rows.Places {
		p := &o.rows.Places[i]
		if slices.Contains(kinds, p.Kind) && On(day, p.From, p.To) && (within == 0 || o.Within(p.ID, within)) {
			at = append(at, int32(i))
		}
	}
	slices.SortFunc(at, func(a, b int32) int { return strings.Compare(o.rows.Places[a].Path, o.rows.Places[b].Path) })
	ids := make([]record.ID, len(at))
	for i, a := range at {
		ids[i] = o.rows.Places[a].ID
	}
	return ids
}

// ByLGD finds a place by its code in the Local Government Directory, which is unique only inside its type; 0 if none.
func (o *Org) ByLGD(lgdType string, code int32) record.ID {
	for i := range o.rows.Places {
		if p := &o.rows.Places[i]; code != 0 && p.LGDCode == code && p.LGDType == lgdType {
			return p.ID
		}
	}
	return 0
}
