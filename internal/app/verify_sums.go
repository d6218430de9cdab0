package app

import (
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/store"
)

// sums holds the counts over all types against the log, before tallies uses the cells up.
func (v *verifier) sums() error {
	want := map[matter.Cell]int64{}
	for c, n := range v.cells {
		if c.By != store.ByPost.String() {
			c.Type = ""
			want[c] += n
		}
	}
	kept, err := v.r.TallySums(v.ctx, v.out.District)
	for _, c := range kept {
		if want[c.Cell] != c.N || c.N == 0 {
			v.found("tally "+c.Cell.By+" "+c.Cell.Key.String(), "store.verify_tally", c.N, want[c.Cell])
		}
		delete(want, c.Cell)
	}
	for c, n := range want {
		if n != 0 {
			v.found("tally "+c.By+" "+c.Key.String(), "store.verify_tally", 0, n)
		}
	}
	return err
}
