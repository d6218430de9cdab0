package matter

// A level counts climbs: 0 is whoever held the matter first. Where the first rung is the
// holder itself, level 0 is that rung; where it is told or takes over, it is level 1.

// stays reports whether the first rung is the holder itself.
func (t *Type) stays() bool {
	return len(t.def.Ladder) > 0 && t.def.Ladder[0].Manner == RungStays
}

// rungAt gives the rung of a level; nil for a holder below the ladder or past its end.
func (t *Type) rungAt(level int) *Rung {
	if !t.stays() {
		level--
	}
	return t.Rung(level)
}

// lastLevel is the level of the last rung.
func (t *Type) lastLevel() int {
	n := len(t.def.Ladder)
	if t.stays() {
		return n - 1
	}
	return n
}

// RungOf gives the key of the rung that a matter stands on, "" below the ladder.
func (t *Type) RungOf(level int) string {
	if r := t.rungAt(level); r != nil {
		return r.Key
	}
	return ""
}
