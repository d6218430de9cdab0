package matter

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/rule"
)

// guards are the named proofs; each gives the message of what is missing, or "".
var guards = map[string]func(view, *Guard, *Command) string{
	"contact": view.contacted, "visited": view.visited, "evidence": view.evidenced, "fresh_photo": view.freshPhoto,
	"own_words": view.ownWords, "power": view.vested, "served": view.served, "confirmed": view.confirmed,
}

// proved asks the guards of an act in their order; the first that is not satisfied says no.
// A rule proves nothing, and a raise brings what it has.
func (v view) proved(needs []Guard, c *Command) *fault.Fault {
	if v.r.actor.Kind == Ruling || v.r.actor.Kind == Raiser {
		return nil
	}
	for i := range needs {
		g := &needs[i]
		check, ok := guards[g.Name]
		if !ok {
			return fault.New(fault.Internal, "matter.unknown_guard", g.Name)
		}
		if key := check(v, g, c); key != "" {
			return refuse(StepGuard, g.Name, key, v.fieldName(g.argument()))
		}
	}
	return nil
}

func (g *Guard) argument() string {
	if g.Arg != "" {
		return g.Arg
	}
	return g.party()
}

// party is the word that a guard names somebody of the matter by.
func (g *Guard) party() string {
	switch {
	case g.Who == nil:
		return g.Arg
	case g.Who.Kind == rule.WhoPath:
		return lastName(g.Who.Path.S)
	}
	return g.Who.Name
}

// contacted: a talk logged by the doer since the matter reached him, or with this very act.
func (v view) contacted(g *Guard, c *Command) string {
	if c.Typed["contact"].S != "" {
		return ""
	}
	for _, t := range v.m.Memory.Talks {
		if (t.With == "" || t.With == g.party()) && (t.By == v.r.actor.Person || t.Post == v.r.actor.As()) {
			return ""
		}
	}
	return "matter.guard_contact"
}

// visited: time and place near it, or the reason why the place is not known. A path to a
// yes or no asks only when it is yes.
func (v view) visited(g *Guard, c *Command) string {
	val := v.Value(g.Arg)
	if typed, ok := c.Typed[g.Arg]; ok {
		val = typed
	}
	if val.Kind == rule.YesNo && val.N == 0 || val.Missing() && v.t.Field(g.Arg) == nil && g.Arg != "place" && g.Arg != "about" {
		return ""
	}
	for _, at := range v.stood(c) {
		if at.At != 0 && at.At < v.m.Memory.Reached {
			continue
		}
		if at.NoFix != "" || v.closeTo(g.Arg, val, at) {
			return ""
		}
	}
	return "matter.guard_visited"
}

// stood lists where the doer stood: as the phone says, and as the photos say.
func (v view) stood(c *Command) []*Visit {
	var all []*Visit
	if at := v.r.w.Proof.Visit; at != nil {
		all = append(all, at)
	}
	for _, sha := range c.Typed["photo"].List {
		if at := v.r.w.Proof.Files[sha].Visit; at != nil {
			all = append(all, at)
		}
	}
	return all
}

// nearby is how far from the thing one may stand, in metres.
const nearby = 500

func (v view) closeTo(field string, val rule.Value, at *Visit) bool {
	row := v.r.row(v.t, field, val.S)
	if row == nil || (row.row.Lat == 0 && row.row.Lon == 0) {
		return true
	}
	return Metres(row.row.Lat, row.row.Lon, at.Lat, at.Lon) <= nearby
}

// evidenced: so many files with this act or since the matter reached its holder.
func (v view) evidenced(g *Guard, c *Command) string {
	want := int64(1)
	if n := g.Count.Value(v, nil); !n.Missing() {
		want = n.N
	} else if g.Arg != "" {
		want = v.Value(g.Arg).N
	}
	have := int64(v.m.Memory.Papers)
	for _, val := range c.Typed {
		if val.Kind == rule.File {
			have += int64(len(val.List))
		}
	}
	if have < want {
		return "matter.guard_evidence"
	}
	return ""
}

// freshPhoto: a picture not given before, taken after the state began.
func (v view) freshPhoto(_ *Guard, c *Command) string {
	began := v.m.Memory.Entered[v.m.State]
	for _, val := range c.Typed {
		for _, sha := range val.List {
			f, ok := v.r.w.Proof.Files[sha]
			if val.Kind == rule.File && ok && f.Image && !f.Seen && f.Taken >= began {
				return ""
			}
		}
	}
	return "matter.guard_fresh_photo"
}

// ownWords: no text of the act is a template or an earlier reply.
func (v view) ownWords(_ *Guard, c *Command) string {
	for _, val := range c.Typed {
		if val.Kind == rule.Text && v.r.w.Proof.Said[SaidKey(val.S)] {
			return "matter.guard_own_words"
		}
	}
	return ""
}

// SaidKey is the digest by which a reply is known again, whatever its spacing and spelling
// of the same letters; short texts have none.
func SaidKey(s string) string {
	folded := i18n.Fold(s)
	if len(folded) < 12 {
		return ""
	}
	sum := sha256.Sum256([]byte(folded))
	return hex.EncodeToString(sum[:12])
}

func (v view) vested(g *Guard, _ *Command) string {
	if v.r.actor.Post != 0 && v.r.w.Org.HasPower(v.r.actor.Post, g.Arg, v.r.today()) {
		return ""
	}
	return "matter.guard_power"
}

func (v view) served(g *Guard, _ *Command) string {
	if v.r.w.Proof.Served[g.Arg] != 0 {
		return ""
	}
	return "matter.guard_served"
}

// confirmed: by one-time code of the party itself; the holder cannot confirm for him.
func (v view) confirmed(g *Guard, _ *Command) string {
	party := g.party()
	if v.party(party) && slices.Contains(v.r.actor.Is, party) {
		return ""
	}
	if at := v.r.w.Proof.Confirmed[party]; at != 0 && at >= v.m.Memory.Reached {
		return ""
	}
	return "matter.guard_confirmed"
}
