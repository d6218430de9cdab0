// Package house holds the tests that keep the plan of docs/design.md: which package
// may import which, how long a file may grow, and that no system's name stands in Go.
// It has no product code.
package house
