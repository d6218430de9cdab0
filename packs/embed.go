// Package packs holds the data that makes the one engine many systems: packs,
// profiles of the States, common word lists and letters, embedded in the program.
package packs

import "embed"

// FS holds the folders of this package under their own names: common, sample, states, systems.
//
//go:embed common sample states systems
var FS embed.FS
