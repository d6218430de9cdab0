package rule

import (
	"cmp"
	"slices"
	"strconv"
)

// accepts compares a value with the operand. A comparison with a missing value or side
// never holds: silence proves nothing.
func (o Operand) accepts(v Value, f, here Facts) bool {
	switch o.Op {
	case 0:
		return v.Kind == YesNo && v.N != 0
	case OpIs:
		return o.names(v, f)
	case OpGiven:
		return !v.Missing()
	case OpMissing:
		return v.Missing()
	}
	side := o.Value(f, here)
	if v.Missing() || side.Missing() {
		return false
	}
	if o.Op == OpSame {
		return Same(v, side)
	}
	c, ok := Compare(v, side)
	return ok && o.Op.fits(c)
}

// fits reports whether an order of two values is the one the operator wants.
func (o Op) fits(c int) bool {
	switch o {
	case OpOver, OpAfter:
		return c > 0
	case OpUnder, OpBefore:
		return c < 0
	case OpAtLeast:
		return c >= 0
	case OpAtMost, OpUpTo:
		return c <= 0
	}
	return false
}

// Value gives the right side of a comparison: a literal, a setting or what a path leads to.
// A path that begins with "here." starts at here.
func (o Operand) Value(f, here Facts) Value {
	switch {
	case o.Setting != "":
		return f.Setting(o.Setting)
	case o.Path.S != "":
		return follow(o.Path.S, f, here)
	}
	return o.Literal
}

// names reports whether the value is one of the words; of several codes or links one is enough.
func (o Operand) names(v Value, f Facts) bool {
	for _, w := range o.Words {
		if named(v, w.S) {
			return true
		}
	}
	if len(o.Words) == 0 && !o.Literal.Missing() {
		return Same(v, o.Literal)
	}
	return len(o.Words) == 0 && o.Setting != "" && Same(v, f.Setting(o.Setting))
}

func named(v Value, word string) bool {
	switch v.Kind {
	case None:
		return word == "no"
	case YesNo:
		return word == yesNo(v.N)
	case Number:
		return word == strconv.FormatInt(v.N, 10)
	case Codes, Links:
		return slices.Contains(v.List, word)
	}
	return v.S == word || (v.S == "" && v.String() == word)
}

func yesNo(n int64) string {
	if n != 0 {
		return "yes"
	}
	return "no"
}

// Compare orders two values of one kind; ok is false where they have no order between them.
// A date and a moment meet on the civil day, a number and money as they stand.
func Compare(a, b Value) (c int, ok bool) {
	if a.Kind == Length && b.Kind == Length {
		return compareLengths(a, b)
	}
	if x, ok := a.day(); ok {
		y, ok := b.day()
		if a.Kind == Moment && b.Kind == Moment {
			return cmp.Compare(a.N, b.N), true
		}
		return cmp.Compare(x, y), ok
	}
	if a.counted() && b.counted() {
		return cmp.Compare(a.N, b.N), true
	}
	return 0, false
}

// Same reports whether two values say the same, without regard to what kind of word they are.
func Same(a, b Value) bool {
	if a.Kind == b.Kind && (a.Kind == Codes || a.Kind == Links || a.Kind == File) {
		return slices.Equal(a.List, b.List)
	}
	if c, ok := Compare(a, b); ok {
		return c == 0
	}
	return a.S != "" && a.S == b.S
}
