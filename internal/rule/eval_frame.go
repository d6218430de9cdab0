package rule

// Picks reports whether a row of the frame's set is one of those meant: its state or phase,
// where and not. Flows (into, during) are the counter's business, who knows the period.
func (f *Frame) Picks(row Facts) bool { return f.PicksFrom(row, nil) }

// PicksFrom is Picks with a matter outside, for paths that begin with "here.".
func (f *Frame) PicksFrom(row, here Facts) bool {
	if !Stands(row, f.In) {
		return false
	}
	if ok, _ := f.Where.holds(row, here); !ok {
		return false
	}
	if f.Not.IsZero() {
		return true
	}
	ok, _ := f.Not.holds(row, here)
	return !ok
}

// Pick gives the rows meant, in their order.
func (f *Frame) Pick(rows []Facts, here Facts) []Facts {
	var picked []Facts
	for _, r := range rows {
		if f.PicksFrom(r, here) {
			picked = append(picked, r)
		}
	}
	return picked
}
