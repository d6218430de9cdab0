// Package indicator keeps what is observed of measures: a figure that an officer reported,
// of a place and a period, with the words it was reported in.
//
// An Observation is reported, not verified; the two kinds are never mixed. It is written
// once with an event and a leaf, and never changed: a later report stands beside it. Figures
// that do not reconcile are pointed out by Check, never refused and never put right: a
// report is evidence of what was said.
package indicator
