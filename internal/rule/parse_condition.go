package rule

import "strings"

// measures are the words that begin a measured fact or a quantifier, and whether a
// name must follow (2), may follow (1) or must not (0).
var measures = map[string]struct {
	kind TestKind
	name int
}{
	"state": {TestState, 0}, "phase": {TestPhase, 0}, "level": {TestLevel, 0}, "silent": {TestSilent, 0},
	"same_minute": {TestSameMinute, 0}, "not": {TestNot, 0}, "late": {TestLate, 1},
	"since": {TestSince, 2}, "until": {TestUntil, 2}, "times": {TestTimes, 2}, "repeats": {TestRepeats, 2},
	"changed": {TestChanged, 1}, "bad": {TestBad, 2}, "worse": {TestWorse, 2},
	"some": {TestSome, 2}, "no": {TestNo, 2}, "every": {TestEvery, 2}, "last": {TestLast, 2},
}

// Quantifier reports whether the test ranges over members and so has an Inner condition.
func (k TestKind) Quantifier() bool { return k >= TestSome && k <= TestLast }

// ParseTestKey reads the key of a condition: a path, or a measure with its name.
// Marks and ACT.on come back as paths; the compiler tells them apart.
func ParseTestKey(w Name) (Test, []Slip) {
	var r reader
	return r.testKey(w), r.slips
}

func (r *reader) testKey(w Name) Test {
	words := Words(w.S, w.Pos)
	if len(words) == 0 {
		r.slip(w.Pos, "pack.not_condition", w.S)
		return Test{Pos: w.Pos}
	}
	t := Test{Key: join(words), Pos: w.Pos}
	m, known := measures[words[0].S]
	switch {
	case !known && len(words) == 1 && IsPath(words[0].S):
		t.Kind, t.Path = TestPath, Path{words[0].S, w.Pos}
	case !known:
		r.slip(w.Pos, "pack.not_condition", w.S)
	default:
		t.Kind = m.kind
		r.testArgs(&t, words, m.name)
	}
	return t
}

// testArgs reads what follows a measure: its name, "than FIELD" and "by FIELD".
func (r *reader) testArgs(t *Test, words []Name, name int) {
	rest := words[1:]
	switch {
	case len(rest) == 0 && name == 2:
		r.slip(words[0].Pos, "pack.word_empty", words[0].S)
	case len(rest) > 0 && name == 0:
		r.slip(rest[0].Pos, "pack.word_extra", rest[0].S, words[0].S)
	case len(rest) > 0:
		t.Name = rest[0].S
		t.Path = Path(rest[0])
		if !IsPath(t.Name) {
			r.slip(rest[0].Pos, "pack.not_name", t.Name)
		}
		r.testTail(t, rest[1:])
	}
	if t.Kind == TestWorse && t.Than == "" {
		r.slip(words[0].Pos, "pack.worse_than")
	}
}

func (r *reader) testTail(t *Test, rest []Name) {
	switch {
	case len(rest) == 0:
	case len(rest) == 2 && rest[0].S == "than" && t.Kind == TestWorse && IsPath(rest[1].S):
		t.Than = rest[1].S
	case len(rest) == 2 && rest[0].S == "by" && t.Kind.Quantifier() && IsName(rest[1].S):
		t.By = rest[1].S
	default:
		r.slip(rest[0].Pos, "pack.word_extra", rest[0].S, t.Name)
	}
}

var ops = []struct {
	words string
	op    Op
}{
	{"over", OpOver}, {"under", OpUnder}, {"at least", OpAtLeast}, {"at most", OpAtMost},
	{"before", OpBefore}, {"after", OpAfter}, {"up to", OpUpTo}, {"same as", OpSame},
}

// ParseOperand reads the value of a condition's key: a word, "given", "missing", or a
// comparison with a literal, setting or path.
func ParseOperand(w Name) (Operand, []Slip) {
	var r reader
	return r.operand(w), r.slips
}

func (r *reader) operand(w Name) Operand {
	words := Words(w.S, w.Pos)
	s := join(words)
	switch s {
	case "given":
		return Operand{Op: OpGiven, Pos: w.Pos}
	case "missing":
		return Operand{Op: OpMissing, Pos: w.Pos}
	}
	for _, o := range ops {
		if rest, ok := strings.CutPrefix(s, o.words); ok && (rest == "" || rest[0] == ' ') {
			n := strings.Count(o.words, " ") + 1
			return r.compared(Operand{Op: o.op, Pos: w.Pos}, words, n)
		}
	}
	if len(words) != 1 {
		r.slip(w.Pos, "pack.not_value", w.S)
		return Operand{Op: OpIs, Pos: w.Pos}
	}
	return Operand{Op: OpIs, Words: words, Pos: w.Pos}
}

func (r *reader) compared(o Operand, words []Name, n int) Operand {
	if len(words) == n {
		r.slip(words[0].Pos, "pack.word_empty", join(words))
		return o
	}
	r.bound(&o, words[n:])
	return o
}

// bound reads the literal, setting or path that something is compared with.
func (r *reader) bound(o *Operand, words []Name) {
	s := join(words)
	if v, ok := ParseLiteral(s); ok {
		o.Literal = v
		return
	}
	o.Path = Path{s, words[0].Pos}
	if !IsPath(s) {
		r.slip(words[0].Pos, "pack.not_value", s)
	}
}

// String gives the operand as it is written in a pack.
func (o Operand) String() string {
	switch o.Op {
	case OpIs:
		if len(o.Words) == 1 {
			return o.Words[0].S
		}
		var words []string
		for _, w := range o.Words {
			words = append(words, w.S)
		}
		return "[" + strings.Join(words, ", ") + "]"
	case OpGiven:
		return "given"
	case OpMissing:
		return "missing"
	}
	for _, p := range ops {
		if p.op == o.Op {
			return p.words + " " + o.Bound()
		}
	}
	return o.Bound()
}

// Bound gives the literal, setting or path of a comparison as it is written.
func (o Operand) Bound() string {
	switch {
	case o.Setting != "":
		return o.Setting
	case o.Path.S != "":
		return o.Path.S
	}
	return o.Literal.Written()
}
