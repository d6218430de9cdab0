// Package sitting holds dated gatherings in a series: review meetings, committees,
// public hearings, camps and training days.
//
// A Def is a series as a pack declares it, a Series is one as a district holds it, and a
// Sitting is the fold of its events: planned, open, held, not held or cancelled. Until it
// opens its agenda follows what is still owed; from then on it is frozen. While it is open
// it can act, and what it takes remembers it; between two sittings its convenor answers.
//
// A directive that is not yet said is a Draft: it has no event, every step on it can be
// taken back, and undoing it leaves nothing. Owners and dates are resolved as far as the
// text decides and offered where it does not. Issuing makes matters of the drafts and
// freezes the minutes; that is the caller's one commit.
package sitting
