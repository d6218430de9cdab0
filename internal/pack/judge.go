package pack

import (
	"slices"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// ranks order the kinds of place from below, for ladders that must not go down.
var ranks = map[string]int{
	"village": 1, "ward": 1, "polling_station": 1, "panchayat": 2, "sector": 2, "block": 3, "urban_body": 3, "police_station": 3,
	"subdivision": 4, "police_subdivision": 4, "constituency": 4, "district": 5, "police_district": 5, "division": 6, "state": 7,
}

// judgeLadder wants no rung below the one before it, and none that takes over a judicial matter.
func (r *reader) judgeLadder(d *draft) {
	highest := 0
	for _, g := range d.def.Ladder {
		if d.def.Class == record.Judicial && g.Manner == matter.RungHandOver {
			r.meaning(g.Pos, "pack.judicial_ladder", g.Key)
		}
		if g.With.As != rule.AsRole || g.With.Role == "" {
			continue
		}
		rank := ranks[r.world.common.Roles[g.With.Role].Level]
		if rank < highest {
			r.meaning(g.Pos, "pack.ladder_down", g.Key)
		}
		highest = max(highest, rank)
	}
}

// judgeRefusal wants a refusal that closes to have the level above, an appeal or a way back.
func (r *reader) judgeRefusal(d *draft, a *matter.Act) {
	if a.Reasons == nil || a.Opens() || r.fromAbove(d, a) {
		return
	}
	s := d.state(a.To)
	if s == nil || s.Phase != matter.Closed || r.wayBack(d, s.Key) || r.appealed(d) {
		return
	}
	r.meaning(a.Pos, "pack.dead_refusal", a.Key)
}

// fromAbove reports whether only the level above does the act.
func (r *reader) fromAbove(d *draft, a *matter.Act) bool {
	if len(a.By) > 0 {
		return !slices.ContainsFunc(a.By, func(w rule.Who) bool { return w.Kind != rule.WhoAbove })
	}
	for _, key := range a.From {
		if s := d.state(key); s == nil || s.With == nil || s.With.Kind != rule.WhoAbove {
			return false
		}
	}
	return true
}

// wayBack reports whether some act leads from a closed state to an open one.
func (r *reader) wayBack(d *draft, closed string) bool {
	for _, a := range d.def.Acts {
		if !slices.Contains(a.From, closed) {
			continue
		}
		if s := d.state(a.To); s != nil && s.Phase.Open() {
			return true
		}
	}
	return false
}

// appealed reports whether another matter of the pack points at this one, as an appeal does.
func (r *reader) appealed(d *draft) bool {
	return slices.ContainsFunc(r.order, func(other *draft) bool { return other != d && other.linksTo(d) })
}
