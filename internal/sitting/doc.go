// Package sitting holds dated gatherings in a series: review meetings, committees,
// public hearings, camps and training days.
//
// A Def is a sitting as a pack declares it. A sitting is a matter of a standard kind
// (planned, held, not held, cancelled): while it is held it can act, and what it takes
// remembers it; between two sittings its convenor answers for the limit.
package sitting
