package app

import "github.com/anupalan/anupalan/internal/store"

// sums holds how departments and blocks stand against the log, before tallies uses the
// cells up.
func (v *verifier) sums() error {
	want := map[store.StandingCell]store.StandingCount{}
	for c, n := range v.cells {
		if cell, ok := store.StandingOf(&c); ok && n != 0 {
			sum := want[cell]
			sum.Add(&c, n)
			want[cell] = sum
		}
	}
	kept, err := v.r.StandingCells(v.ctx, v.out.District)
	for c, sum := range kept {
		if want[c] != sum || sum.N == 0 {
			v.found("standing "+c.By+" "+c.Key.String(), "store.verify_tally", sum.N, want[c].N)
		}
		delete(want, c)
	}
	for c, sum := range want {
		v.found("standing "+c.By+" "+c.Key.String(), "store.verify_tally", 0, sum.N)
	}
	return err
}
