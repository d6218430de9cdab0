package extract

import "slices"

// A page often gives its first paragraph twice, once as a summary. A directive
// that says what one of the last few said is the same directive. Two that each
// name something the other does not are two, however alike they sound.
const (
	lookBack = 48
	alike    = 0.85
)

// repeated tells whether a candidate only repeats a directive, and notes its words.
func (r *reader) repeated(c *candidate, d *Directive) bool {
	words := make([]uint32, 0, c.hi-c.lo)
	var things []uint32
	for k := c.lo; k < c.hi; k++ {
		t := &r.toks[k]
		if t.kind != kWord && t.kind != kNum {
			continue
		}
		word := t.stem + uint32(t.val)*31
		words = append(words, word)
		if t.tag == 0 && t.kw == 0 || t.kind == kNum {
			things = append(things, word)
		}
	}
	slices.Sort(words)
	slices.Sort(things)
	for i := max(0, len(r.said)-lookBack); i < len(r.said); i++ {
		if a, b := len(r.said[i]), len(words); 2*float64(min(a, b)) < alike*float64(a+b) {
			continue
		}
		if r.res.Directives[i].agrees(d) && common(r.said[i], words) >= alike && !apart(r.things[i], things) {
			return true
		}
	}
	r.said, r.things = append(r.said, words), append(r.things, things)
	return false
}

// apart tells whether each of two sorted lists has something that the other lacks.
func apart(a, b []uint32) bool {
	lacks := func(a, b []uint32) bool {
		return slices.ContainsFunc(a, func(w uint32) bool { _, found := slices.BinarySearch(b, w); return !found })
	}
	return lacks(a, b) && lacks(b, a)
}

// agrees tells whether two directives ask the same owners by the same day.
func (d *Directive) agrees(o *Directive) bool {
	return slices.Equal(d.Keys, o.Keys) && d.Deadline.Kind == o.Deadline.Kind && d.Deadline.End == o.Deadline.End
}

// common is the F1 of two sorted lists of words.
func common(a, b []uint32) float64 {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return 2 * float64(n) / float64(max(1, len(a)+len(b)))
}
