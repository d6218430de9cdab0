// Package matter is the engine: what a post owes by a date, the states it passes
// through, the acts that move it, the clocks that run and the ladder it climbs.
//
// A Type is compiled from a pack's Def and holds only what has been proved. Decide
// is pure: it takes a World and a Command and answers a Change, or says which rule
// refused. Everything that happened is an event; Apply rebuilds a matter from them.
package matter
