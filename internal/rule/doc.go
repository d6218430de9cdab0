// Package rule holds the small grammars of the pack language as values: who, how
// long, under which condition, and which ones. A phrase is parsed once, when a
// pack loads; afterwards it is only evaluated, against Facts, without any I/O.
//
// Nothing here computes: there is no arithmetic, no function and no string
// matching, so a condition can be read aloud and cannot run away.
package rule
