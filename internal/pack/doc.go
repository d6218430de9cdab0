// Package pack reads the files of the pack language and proves them.
//
// A pack is one YAML file that says how one system of the district works. Loading looks
// for the hand's slips first, then passes over shape, names and meaning, and gathers
// every fault with its file, line and column; what loads cannot dead-end, chase itself,
// lack a holder or a limit, or speak one language only. Meaning is judged only where
// the names are sound, so that one slip of the hand is one fault.
//
// The language is described in docs/packs.md.
package pack
